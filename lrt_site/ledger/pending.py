"""What waits for publication: the differences between the last publication and the register of today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import rfc8785

from lrt_site.differences import Difference, Proof, class_of, differences, dutch, proven_of
from lrt_site.export import v1
from lrt_site.frozen import dataclass
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import ChangeClass, History, Publication, Version
from lrt_site.model.register import KINDS, Record, Register, kind_of

_KINDS = tuple(KINDS)
_IN_STORY: tuple[ChangeClass, ...] = (
    "correctie",
    "herformulering",
    "herziening",
    "ingetrokken",
    "teruggeplaatst",
    "aanvulling",
    "nieuw",
    "tekstueel",
)
"""The order in which a publication tells its changes: what a reader may have relied on comes first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A change that the next publication will make."""

    id: str
    type: str
    change: ChangeClass
    version: int
    """The number that the version gets; of a record that ends, that of its last one."""
    record: Record | None
    """The record as it will be; absent when it ends."""
    before: Version | None = None
    """The version before; of a record that comes back, the last one that it had."""
    away_since: Publication | None = None
    """The publication that ended a record which comes back."""
    renamed_from: str | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the record in which something differs."""
        return tuple(dict.fromkeys(str(difference.at[0]) for difference in self.differences if difference.at))

    @property
    def proven(self) -> tuple[Proof, ...]:
        """Of a harmless change: in what alone the versions differ."""
        return proven_of(self.differences)

    @property
    def needs_note(self) -> bool:
        """Whether the reader must be told what changed and why. What is new, the publication as a whole tells."""
        return self.change not in ("nieuw", "tekstueel")


def pending(history: History, register: Register, renamed: Mapping[str, str]) -> tuple[Pending, ...]:
    """The changes between the last publication and a register, in order of class, kind and id.

    `renamed` gives the new id of records that have another one now. A record that differs only in the order of
    things whose order means nothing has not changed.
    """
    known = history.known(history.last) if history.publications else {}
    former = former_ids(history, register, renamed)
    found = [*_new_versions(history, register, known, former), *_ends(register, known, former)]
    return tuple(
        sorted(found, key=lambda waiting: (_IN_STORY.index(waiting.change), _KINDS.index(waiting.type), waiting.id))
    )


def former_ids(history: History, register: Register, renamed: Mapping[str, str]) -> Mapping[str, str]:
    """The id that each of these records had with the last publication, where it is free now."""
    known = history.known(history.last) if history.publications else {}
    return {new: old for old, new in renamed.items() if old in known and old not in register.records}


def likely_renames(history: History, register: Register) -> Mapping[str, str]:
    """Records that are gone, with the one new record that is the same but for its id."""
    known = history.known(history.last) if history.publications else {}
    fresh = [record for record in register.records.values() if record.id not in known]
    renames: dict[str, str] = {}
    for identifier, version in known.items():
        if identifier not in register.records:
            alike = [
                item.id
                for item in fresh
                if type(item) is type(version.record) and not differences(version.record, item, {identifier: item.id})
            ]
            if len(alike) == 1:
                renames[identifier] = alike[0]
    return renames


def content_hash(changes: tuple[Pending, ...]) -> str:
    """A hash of all that waits: it tells whether what is sealed is what was reviewed."""
    return _content_hash((waiting.id, waiting.record, waiting.renamed_from) for waiting in changes)


def published_hash(history: History) -> str | None:
    """The same of what the last publication changed. Never that of what waits, which differs from it."""
    if not history.publications:
        return None
    known = history.known(history.last)
    return _content_hash(
        (change.id, known[change.id].record if change.hash else None, change.renamed_from)
        for change in history.last.changes
    )


def _content_hash(changes: Iterable[tuple[str, Record | None, str | None]]) -> str:
    told = tuple(changes)
    records = {identifier: v1.to_v1(record) if record else None for identifier, record, _ in told}
    return hash_of(
        rfc8785.dumps({"records": records, "renamed": {identifier: former for identifier, _, former in told}})
    )


def _new_versions(
    history: History, register: Register, known: Mapping[str, Version], former: Mapping[str, str]
) -> Iterator[Pending]:
    moved = {old: new for new, old in former.items()}
    for record in register.records.values():
        before = known.get(former.get(record.id, record.id))
        if before is None:
            yield _appearing(history, record, moved)
        elif before.record != record:
            # What only follows a rename has to be stored again, although it says the same.
            found = differences(before.record, record, moved, dutch)
            follows = differences(before.record, record)
            change = class_of(found) or ("tekstueel" if follows or before.record.id != record.id else None)
            if change:
                yield Pending(
                    id=record.id,
                    type=kind_of(record),
                    change=change,
                    version=before.number + 1,
                    record=record,
                    before=before,
                    renamed_from=former.get(record.id),
                    differences=found,
                )


def _appearing(history: History, record: Record, moved: Mapping[str, str]) -> Pending:
    """A record that is not there now: a new one, or one that was there before and comes back."""
    versions = history.versions(record.id)
    number = versions[-1].number + 1 if versions else 1
    ended = history.ended_as(record.id)
    if ended is None or not versions:
        return Pending(id=record.id, type=kind_of(record), change="nieuw", version=number, record=record)
    return Pending(
        id=record.id,
        type=kind_of(record),
        change="teruggeplaatst",
        version=number,
        record=record,
        before=versions[-1],
        away_since=ended[0],
        differences=differences(versions[-1].record, record, {**history.moved, **moved}),
    )


def _ends(register: Register, known: Mapping[str, Version], former: Mapping[str, str]) -> Iterator[Pending]:
    for identifier, version in known.items():
        if identifier not in register.records and identifier not in former.values():
            yield Pending(
                id=identifier,
                type=kind_of(version.record),
                change="ingetrokken",
                version=version.number,
                record=None,
                before=version,
            )
