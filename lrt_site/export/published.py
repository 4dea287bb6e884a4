"""What the site says of its publications to machines: the ledger itself, its states, its changes and its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Literal

from lrt_site import urls
from lrt_site.export import calendars, comparisons, feed, feeds, former_data, state, timemaps, v1
from lrt_site.export.file_types import Address, Count, Day, Hash, KindName, Name, RecordId, file_at
from lrt_site.export.state import NumberedPublication
from lrt_site.frozen import dataclass
from lrt_site.model.publications import DRAFT, History, Publication, Version, Withdrawal, WithdrawnFile, replacement_of
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.editions import NO_EDITIONS, Editions, clocks

INDEX = "index.json"

_TOMBSTONE = re.compile(rb'\{("\$schema": ?"[^"]*", ?)?"format": ?"tombstone/v1"')
_SIGNATURE = "publication.json.sig"
_WITHOUT_SCHEMA = {
    **{f"publication/v{number}": "publication" for number in (1, 2)},
    **{f"notes/v{number}": "notes" for number in (1, 2)},
    **{f"withdrawal/v{number}": "withdrawal" for number in (1, 2)},
    "handover/v1": "handover",
    **dict.fromkeys(v1.STORED_FORMATS, "{type}"),
    feed.FORMAT: "change",
}
"""The formats of files that cannot name their schema, because a hash fixes them or because each line is an object,
with the name of that schema. That of a record is its type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationAddresses:
    """The address of every file of the publication."""

    entry: Address
    """Of what it did: publication.json."""
    notes: Address
    """Of its words; after a withdrawal of a tombstone."""
    signature: Address | None = None
    """Of the signature of its entry."""
    sums: Address | None = None
    """Of the list of all versions that are valid with it, for `sha256sum`. Only in the first format."""
    state: Address
    """Of the list of all versions that are valid with it, as data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedPublication:
    """A publication."""

    number: Count
    """Its number."""
    name: Name
    """Its name."""
    date: Day
    """Its date."""
    title: str
    """Its title; after a withdrawal, what that left of it."""
    hash: Hash
    """SHA-256 of its entry."""
    previous: Hash | None
    """The hash of the publication before; null in the first."""
    root: Hash
    """The one hash over all versions that are valid with it."""
    page: Address
    """Its page."""
    files: PublicationAddresses
    """The address of every file of the publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedWithdrawal:
    """A withdrawal."""

    name: Name
    """Its name."""
    date: Day
    """Its date."""
    record: RecordId
    """The id of the record that it is about."""
    ground: str
    """On what ground words were taken back."""
    decision: str
    """By which decision."""
    data: Address
    """The address of its file."""
    signature: Address | None = None
    """The address of its signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationsFile:
    """All publications and withdrawals."""

    format: Literal["publications/v1"]
    """The format of this file."""
    schemas: Mapping[str, Address]
    """The schemas of files that name none themselves, by their format. For `{type}` fill in what the file says
    there."""
    changes: Address
    """The address of the change feed."""
    publications: tuple[IndexedPublication, ...]
    """The oldest first."""
    withdrawals: tuple[IndexedWithdrawal, ...]
    """The oldest first."""
    handovers: tuple[Address, ...]
    """The files by which lists of who may sign follow each other."""
    signers: Address | None = None
    """The first list of who may sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstoneWithdrawal:
    """A withdrawal that took words from it."""

    name: Name
    """Its name."""
    date: Day
    """Its date."""
    ground: str
    """On what ground words were taken back."""
    decision: str
    """By which decision."""
    fields: tuple[str, ...]
    """The fields from which words were taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TombstoneFile:
    """What answers where a file stood before words were withdrawn from it."""

    format: Literal["tombstone/v1"]
    """The format of this file."""
    publication: Name
    """The publication to which the file belonged."""
    type: KindName | None = None
    """The kind of the record, where the file was a version of one."""
    id: RecordId | None = None
    """The id of the record."""
    version: Count | None = None
    """The number of the version."""
    hash: Hash
    """SHA-256 of the file as it was published."""
    data: Address
    """What was left of it."""
    withdrawals: tuple[TombstoneWithdrawal, ...]
    """The oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClocksFile:
    """Where the pages of days stand, by the two clocks."""

    format: Literal["clocks/v1"]
    """The format of this file."""
    publications: tuple[NumberedPublication, ...]
    """The oldest first."""
    pages: Mapping[Address, tuple[tuple[Count, Address | None], ...]]
    """By the address of the page: from which publication on it stood where; null where it ended."""


def files(
    history: History, ledger: Mapping[str, bytes], site_address: str, editions: Editions = NO_EDITIONS
) -> Iterator[Mapping[str, str | bytes]]:
    """All data files about publications by path, some at a time. `ledger` holds the files of the ledger by theirs."""
    yield {urls.file_of(urls.ledger_file(path)): data for path, data in ledger.items() if path != DRAFT}
    yield file_at(urls.ledger_file(INDEX), _index(history, ledger))
    for path, tombstone in _tombstones(history).items():
        if path not in ledger:
            yield file_at(urls.ledger_file(path), tombstone)
    for publication in history.publications:
        known = history.known(publication)
        yield state.state_of(publication, known)
        if not publication.proves_fields:
            sums = state.sums_of(known.values())
            yield {urls.file_of(urls.ledger_file(f"{publication.name}/{state.SUMS}")): sums}
    yield {urls.file_of(urls.CHANGES): feed.feed(history), urls.file_of(urls.EDITIONS): _editions(history)}
    publications, pages = state.numbered(history.publications), clocks(history, editions)
    yield file_at(urls.CLOCKS, ClocksFile(format="clocks/v1", publications=publications, pages=pages))
    yield from comparisons.files(history)
    yield former_data.files(history)
    yield timemaps.files(history, site_address)
    yield feeds.files(history, site_address, editions)
    yield calendars.files(history, site_address)


def ledger_in(mirror: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ledger that a site carries, by path: without what the site adds to it."""
    added = {state.SUMS, state.STATE}
    return {
        path: data
        for path, data in mirror.items()
        if path != INDEX and path.partition("/")[2] not in added and not is_doorway(path) and not _TOMBSTONE.match(data)
    }


def is_doorway(path: str) -> bool:
    """Whether a file in the copy of a ledger is a page that leads on whoever cuts the end off an address in it."""
    return PurePosixPath(path).name == "index.html"


def _index(history: History, ledger: Mapping[str, bytes]) -> PublicationsFile:
    return PublicationsFile(
        format="publications/v1",
        schemas={file_format: urls.schema_of(name) for file_format, name in _WITHOUT_SCHEMA.items()},
        changes=urls.CHANGES,
        publications=tuple(_indexed(publication, ledger) for publication in history.publications),
        withdrawals=tuple(map(_indexed_withdrawal, history.withdrawals)),
        handovers=tuple(urls.ledger_file(path) for path in sorted(ledger) if path.startswith("handovers/")),
        signers=urls.ledger_file("allowed_signers") if "allowed_signers" in ledger else None,
    )


def _indexed(publication: Publication, ledger: Mapping[str, bytes]) -> IndexedPublication:
    def address(file: str) -> str:
        return urls.ledger_file(f"{publication.name}/{file}")

    return IndexedPublication(
        number=publication.number,
        name=publication.name,
        date=publication.date,
        title=publication.title,
        hash=publication.hash,
        previous=publication.previous,
        root=publication.root,
        page=urls.publication_of(publication.name),
        files=PublicationAddresses(
            entry=address("publication.json"),
            notes=address("notes.json"),
            signature=address(_SIGNATURE) if f"{publication.name}/{_SIGNATURE}" in ledger else None,
            sums=None if publication.proves_fields else address(state.SUMS),
            state=address(state.STATE),
        ),
    )


def _indexed_withdrawal(withdrawal: Withdrawal) -> IndexedWithdrawal:
    data = urls.ledger_file(f"withdrawals/{withdrawal.name}/withdrawal.json")
    return IndexedWithdrawal(
        name=withdrawal.name,
        date=withdrawal.date,
        record=withdrawal.record,
        ground=withdrawal.ground,
        decision=withdrawal.decision,
        data=data,
        signature=f"{data}.sig" if withdrawal.signer else None,
    )


def _tombstones(history: History) -> Mapping[str, TombstoneFile]:
    """What answers at every place where withdrawn words stood: the withdrawals, and where what they left stands."""
    versions = {version.file: version for version in history.each_version()}
    taken: dict[str, list[tuple[Withdrawal, WithdrawnFile]]] = {}
    for withdrawal in history.withdrawals:
        for file in withdrawal.files:
            taken.setdefault(file.file, []).append((withdrawal, file))
    stones: dict[str, TombstoneFile] = {}
    for path, acts in taken.items():
        stone = _tombstone(path, acts, versions.get(path))
        # What an earlier withdrawal put in its place is gone too once a later one takes more words.
        places = (path, *(replacement_of(withdrawal.name, path) for withdrawal, _ in acts[:-1]))
        stones |= dict.fromkeys(places, stone)
    return stones


def _tombstone(path: str, acts: Sequence[tuple[Withdrawal, WithdrawnFile]], version: Version | None) -> TombstoneFile:
    return TombstoneFile(
        format="tombstone/v1",
        publication=path.partition("/")[0],
        type=kind_of(version.record) if version else None,
        id=version.record.id if version else None,
        version=version.number if version else None,
        hash=acts[0][1].hash,
        data=urls.ledger_file(replacement_of(acts[-1][0].name, path)),
        withdrawals=tuple(
            TombstoneWithdrawal(
                name=withdrawal.name,
                date=withdrawal.date,
                ground=withdrawal.ground,
                decision=withdrawal.decision,
                fields=file.extent,
            )
            for withdrawal, file in acts
        ),
    )


def _editions(history: History) -> str:
    """The publications as the selectors of mike and Material list versions, the newest first."""
    rows = [
        {
            "version": urls.publication_of(publication.name).strip("/"),
            "title": f"Publicatie {publication.number} ({publication.date.in_words})",
            "aliases": [],
        }
        for publication in reversed(history.publications)
    ]
    return v1.as_json(rows)
