"""The change feed: everything that any publication or withdrawal did, in order, one JSON object a line.

A line once published keeps its number and its words, but for words that were withdrawn. From the feed alone any
state can be replayed: `put` gives a record a version, `rename` does so and ends its old id, `end` ends a record.
`withdraw` changes no state: hashes stay, words go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Final, Literal

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.export.file_types import Address, Count, Day, Hash, KindName, Name, ProvenAs, RecordId, fields_of
from lrt_site.frozen import dataclass
from lrt_site.model.publications import (
    Change,
    ChangeClass,
    History,
    Publication,
    Version,
    Withdrawal,
    WithdrawnFile,
    file_of,
    replacement_of,
)

FORMAT: Final = "change/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A record gets this version."""

    format: Literal["change/v1"]
    """The format of this line."""
    sequence: Count
    """The number of this line."""
    operation: Literal["put"]
    """What this line does."""
    id: RecordId
    """The id of the record."""
    type: KindName
    """The kind of the record."""
    version: Count
    """The number of the version."""
    class_: ChangeClass
    """The class of the change, as computed."""
    publication: Name
    """The publication that did this."""
    date: Day
    """The date of that publication."""
    proven: tuple[ProvenAs, ...] = ()
    """Of a change of class `tekstueel`: in what alone the versions differ. Earlier entries have none."""
    away_since: Name | None = None
    """The publication that ended the record, which comes back now."""
    hash: Hash
    """The hash that the version was sealed with."""
    data: Address
    """The stored version; after a withdrawal a tombstone."""
    note: str | None = None
    """What changed and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A record gets another id, and this version."""

    format: Literal["change/v1"]
    """The format of this line."""
    sequence: Count
    """The number of this line."""
    operation: Literal["rename"]
    """What this line does."""
    id: RecordId
    """The id of the record."""
    renamed_from: RecordId
    """The id of the record before. There is nothing under it now."""
    type: KindName
    """The kind of the record."""
    version: Count
    """The number of the version."""
    class_: ChangeClass
    """The class of the change, as computed."""
    publication: Name
    """The publication that did this."""
    date: Day
    """The date of that publication."""
    proven: tuple[ProvenAs, ...] = ()
    """Of a change of class `tekstueel`: in what alone the versions differ. Earlier entries have none."""
    hash: Hash
    """The hash that the version was sealed with."""
    data: Address
    """The stored version; after a withdrawal a tombstone."""
    note: str | None = None
    """What changed and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A record is there no more; `version` is its last."""

    format: Literal["change/v1"]
    """The format of this line."""
    sequence: Count
    """The number of this line."""
    operation: Literal["end"]
    """What this line does."""
    id: RecordId
    """The id of the record."""
    type: KindName
    """The kind of the record."""
    version: Count
    """The number of its last version."""
    class_: ChangeClass
    """The class of the change, as computed."""
    publication: Name
    """The publication that did this."""
    date: Day
    """The date of that publication."""
    note: str | None = None
    """What changed and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Words are taken. No state changes by it."""

    format: Literal["change/v1"]
    """The format of this line."""
    sequence: Count
    """The number of this line."""
    operation: Literal["withdraw"]
    """What this line does."""
    id: RecordId | None = None
    """The id of the record, where the words stood in a version of one."""
    type: KindName | None = None
    """The kind of the record."""
    version: Count | None = None
    """The number of the version."""
    hash: Hash | None = None
    """The hash that the version was sealed with."""
    publication: Name
    """The publication whose words were taken."""
    date: Day
    """The date of the withdrawal."""
    withdrawal: Name
    """The name of the withdrawal."""
    ground: str
    """On what ground the words were taken."""
    decision: str
    """By which decision."""
    fields: tuple[str, ...]
    """The fields from which words were taken."""
    address: Address
    """Where the words stood: a tombstone now."""
    data: Address
    """What the withdrawal left of it."""


Line = Put | Rename | End | Withdraw
Fields = Mapping[str, object]


def feed(history: History) -> str:
    """The whole feed as NDJSON."""
    return "".join(map(v1.as_json, lines(history)))


def lines(history: History) -> Iterator[Fields]:
    """The lines of the feed.

    Withdrawals come before the changes of the publication that anchors them; those that none has anchored yet come
    last. So they stand in one place before and after they are anchored, and later lines keep their numbers.
    """
    for sequence, line in enumerate(_unnumbered(history), start=1):
        yield fields_of(line(sequence))


def _unnumbered(history: History) -> Iterator[Callable[[int], Line]]:
    versions = {version.file: version for version in history.each_version()}
    waiting = {withdrawal.name: withdrawal for withdrawal in history.withdrawals}
    for publication in history.publications:
        anchored = [waiting.pop(name) for name in list(waiting) if name in publication.withdrawals]
        yield from _withdrawn(anchored, versions)
        for change in publication.changes:
            yield partial(_changed, publication, change, history.away_before(publication, change))
    yield from _withdrawn(waiting.values(), versions)


def _changed(publication: Publication, change: Change, ended: Publication | None, sequence: int) -> Line:
    told: dict[str, Any] = {
        "format": FORMAT,
        "sequence": sequence,
        "id": change.id,
        "type": change.type,
        "version": change.version,
        "class_": change.change,
        "publication": publication.name,
        "date": publication.date,
        "note": change.note or None,
    }
    if change.hash is None:
        return End(operation="end", **told)
    stored: dict[str, Any] = {
        "proven": change.proven,
        "hash": change.hash,
        "data": urls.ledger_file(file_of(publication.name, change.id)),
    }
    if change.renamed_from:
        return Rename(operation="rename", renamed_from=change.renamed_from, **told, **stored)
    return Put(operation="put", away_since=ended.name if ended else None, **told, **stored)


def _withdrawn(withdrawals: Iterable[Withdrawal], versions: Mapping[str, Version]) -> Iterator[Callable[[int], Line]]:
    """A line for every file whose words a withdrawal took: a version of a record, or the notes of a publication."""
    for withdrawal in withdrawals:
        for file in withdrawal.files:
            yield partial(_taken, withdrawal, file, versions.get(file.file))


def _taken(withdrawal: Withdrawal, file: WithdrawnFile, version: Version | None, sequence: int) -> Line:
    return Withdraw(
        format=FORMAT,
        sequence=sequence,
        operation="withdraw",
        id=version.record.id if version else None,
        type=version.change.type if version else None,
        version=version.number if version else None,
        hash=version.change.hash if version else None,
        publication=file.file.partition("/")[0],
        date=withdrawal.date,
        withdrawal=withdrawal.name,
        ground=withdrawal.ground,
        decision=withdrawal.decision,
        fields=file.extent,
        address=urls.ledger_file(file.file),
        data=urls.ledger_file(replacement_of(withdrawal.name, file.file)),
    )
