"""Publications: what was published when, as which version of which record, and what was withdrawn since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Record, Register

LEDGER = "publications"
"""The folder of the ledger inside the content."""
DRAFT = "draft.yml"
"""The coming publication, in the ledger but no part of it."""
EMPTIED = ".gitkeep"
"""The file in a folder of the content that says: all records that were published from here are to end."""

ChangeClass = Literal[
    "nieuw",
    "aanvulling",
    "correctie",
    "herziening",
    "herformulering",
    "tekstueel",
    "ingetrokken",
    "teruggeplaatst",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a publication did to one record: a new version of it, or its end."""

    id: str
    type: str
    """The name of its kind."""
    version: int
    """The number of the version, from 1; of a record that ended, that of its last one."""
    hash: str | None
    """SHA-256 of the stored version; absent where the record ended."""
    change: ChangeClass
    fields: tuple[str, ...] = ()
    """The fields of the record that differ from the version before."""
    renamed_from: str | None = None
    """The id of the record before, where the publication gave it another one."""
    note: str | None = None
    """What changed and why, for the reader."""
    proven: tuple[str, ...] = ()
    """Of a *tekstueel* change: in what alone the versions differ. Earlier publications proved nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One sealed entry of the ledger."""

    number: int
    name: str
    """Its date, and from the second of one day on also a number: `2026-11-21-2`."""
    date: PartialDate
    title: str
    note: str
    """What is new, in a sentence or two for the reader."""
    changes: tuple[Change, ...]
    added: tuple[str, ...] = ()
    """Addresses of pages that were not there before."""
    gone: tuple[str, ...] = ()
    """Addresses of pages that were there before and are not made any more."""
    editions: tuple[str, ...] | None = None
    """Addresses of pages that it made say other words, besides those of records with a new version, and of half-year
    packs: these editions stay whatever templates do. Absent in entries from before editions were recorded."""
    withdrawals: tuple[str, ...] = ()
    """Names of the withdrawals since the publication before."""
    previous: str | None
    """The hash of the entry before; absent in the first."""
    root: str
    """SHA-256 of the list of all versions that are valid with it."""
    hash: str
    """SHA-256 of the entry as stored."""
    signer: str | None = None
    """Who signed the entry, where it is signed."""
    sealed: PartialDate | None = None
    """The day on which it was sealed. Absent in the first format."""
    date_note: str | None = None
    """Why its date is before the day of sealing, for the reader."""
    proves_fields: bool = False
    """Whether every value in its versions and its words can be proved apart, as since the second format."""

    @property
    def ended(self) -> frozenset[str]:
        """The ids of the records that it ended."""
        return frozenset(change.id for change in self.changes if change.hash is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnFile:
    """A stored file whose words were withdrawn."""

    file: str
    """Its path in the ledger, such as `2026-11-21/records/m-1.json`."""
    hash: str
    """The hash that the file was sealed with; after an earlier withdrawal, SHA-256 of what that left."""
    becomes: str
    """SHA-256 of the file that stands in its place."""
    extent: tuple[str, ...]
    """The fields whose text was withdrawn, each as a path: `roles[0].role`."""
    joined: tuple[str, ...] = ()
    """SHA-256 of more files in whose place it stands: what withdrawals on other branches had left of the same file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Words that were taken back, on what ground and by which decision."""

    name: str
    """Its date, and from the second of one day on also a number."""
    date: PartialDate
    record: str
    """The id of the record that the withdrawal is about."""
    ground: str
    decision: str
    files: tuple[WithdrawnFile, ...]
    sealed: PartialDate | None = None
    """The day on which it was made. Absent in the first format."""
    after: str | None = None
    """The hash of the publication that was the last when it was made. Absent in the first format."""
    whole: bool = False
    """Whether all text of the record was taken back, and not words wherever they stand."""
    left: str | None = None
    """A hash of what the content said then in the fields from which it took words."""
    content: str | None = None
    """A hash of all that the content said then."""
    draft: str | None = None
    """A hash of the words of the draft that lay there then, if one did."""
    repeats: tuple[str, ...] = ()
    """Names of earlier withdrawals whose words it took back again, from what was sealed without knowing those."""
    signer: str | None = None
    """Who signed it, where it is signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a record, as one publication gave it."""

    publication: Publication
    change: Change
    record: Record
    withdrawal: Withdrawal | None = None
    """The withdrawal by which words in it were taken back."""
    extent: tuple[str, ...] = ()
    """The fields that the withdrawal touched."""

    @property
    def number(self) -> int:
        """The number of the version, from 1."""
        return self.change.version

    @property
    def file(self) -> str:
        """Where the ledger holds it."""
        return file_of(self.publication.name, self.record.id)


def file_of(publication: str, record: str) -> str:
    """The path in the ledger of the version of a record that a publication gave."""
    return f"{publication}/records/{record}.json"


def replacement_of(withdrawal: str, file: str) -> str:
    """The path in the ledger of what stands in the place of a file since its words were withdrawn."""
    return f"withdrawals/{withdrawal}/files/{file}"


@dataclass(frozen=True)
class History:
    """All publications, with the versions of every record: the second clock."""

    publications: tuple[Publication, ...] = ()
    stored: Mapping[str, Record] = field(default_factory=dict)
    """The record of every stored version, by its hash."""
    withdrawals: tuple[Withdrawal, ...] = ()

    @property
    def last(self) -> Publication:
        """The newest publication. There must be one."""
        return self.publications[-1]

    def known(self, publication: Publication) -> Mapping[str, Version]:
        """The version of every record that was valid with a publication, by id."""
        return self._known[publication.number - 1]

    def state(self, publication: Publication) -> Register:
        """The register as a publication left it."""
        return self._states[publication.number - 1]

    def versions(self, identifier: str) -> tuple[Version, ...]:
        """The versions of a record, the oldest first, also those under the ids it had before."""
        return self._versions.get(identifier, ())

    @property
    def identifiers(self) -> Iterable[str]:
        """Every id that a record has or had."""
        return self._versions.keys()

    def each_version(self) -> Iterator[Version]:
        """Every version of every record, in order of publication."""
        for publication in self.publications:
            known = self.known(publication)
            yield from (known[change.id] for change in publication.changes if change.hash is not None)

    def until(self, version: Version) -> Publication | None:
        """The publication that replaced or ended a version; none while it is valid."""
        for publication in self.publications[version.publication.number :]:
            valid = self.known(publication).get(version.record.id)
            if valid is None or valid.number != version.number:
                return publication
        return None

    def away_before(self, publication: Publication, change: Change) -> Publication | None:
        """The publication that ended a record which this change brought back; none where it was not away."""
        return self._returns.get((publication.number, change.id))

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """For every id that a record has had before, the id it has now."""
        moved: dict[str, str] = {}
        for publication in self.publications:
            for change in publication.changes:
                if change.renamed_from:
                    moved = {old: change.id if new == change.renamed_from else new for old, new in moved.items()}
                    moved[change.renamed_from] = change.id
                moved.pop(change.id, None)
        return MappingProxyType(moved)

    def ended_as(self, identifier: str) -> tuple[Publication, Change] | None:
        """How the record ended that has this id, or had it before; none where it is there or never was."""
        return self.ended.get(self.moved.get(identifier, identifier))

    @cached_property
    def ended(self) -> Mapping[str, tuple[Publication, Change]]:
        """The records that are not there any more, with how they ended."""
        ended: dict[str, tuple[Publication, Change]] = {}
        for publication in self.publications:
            for change in publication.changes:
                ended.pop(change.id, None)
                if change.hash is None:
                    ended[change.id] = publication, change
        return MappingProxyType(ended)

    @cached_property
    def _returns(self) -> Mapping[tuple[int, str], Publication]:
        """For every change that brought a record back, also under an id of before, the publication that ended it."""
        returns: dict[tuple[int, str], Publication] = {}
        for publication, known in zip(self.publications, ({}, *self._known), strict=False):
            until = History(self.publications[: publication.number - 1], self.stored, self.withdrawals)
            for change in publication.changes:
                fresh = change.version > 1 and not change.renamed_from and change.id not in known
                if fresh and change.hash and (ended := until.ended_as(change.id)):
                    returns[publication.number, change.id] = ended[0]
        return returns

    @cached_property
    def unanchored(self) -> tuple[Withdrawal, ...]:
        """The withdrawals that no publication knows yet."""
        anchored = {name for publication in self.publications for name in publication.withdrawals}
        return tuple(withdrawal for withdrawal in self.withdrawals if withdrawal.name not in anchored)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """Every address at which a page was ever published."""
        return frozenset(address for publication in self.publications for address in publication.added)

    @cached_property
    def _withdrawn(self) -> Mapping[str, tuple[Withdrawal, WithdrawnFile]]:
        """What was withdrawn, by the path of its file."""
        return {file.file: (withdrawal, file) for withdrawal in self.withdrawals for file in withdrawal.files}

    @cached_property
    def _known(self) -> tuple[Mapping[str, Version], ...]:
        states: list[Mapping[str, Version]] = []
        valid: dict[str, Version] = {}
        for publication in self.publications:
            valid = dict(valid)
            for change in publication.changes:
                valid.pop(change.renamed_from or "", None)
                if change.hash is None:
                    valid.pop(change.id, None)
                else:
                    valid[change.id] = self._version(publication, change, change.hash)
            states.append(MappingProxyType(valid))
        return tuple(states)

    def _version(self, publication: Publication, change: Change, stored: str) -> Version:
        withdrawal, file = self._withdrawn.get(file_of(publication.name, change.id), (None, None))
        return Version(
            publication=publication,
            change=change,
            record=self.stored[stored],
            withdrawal=withdrawal,
            extent=file.extent if file else (),
        )

    @cached_property
    def _states(self) -> tuple[Register, ...]:
        return tuple(Register.of(version.record for version in known.values()) for known in self._known)

    @cached_property
    def _versions(self) -> Mapping[str, tuple[Version, ...]]:
        versions: dict[str, tuple[Version, ...]] = {}
        for publication, known in zip(self.publications, self._known, strict=True):
            for change in publication.changes:
                if change.hash is not None:
                    before = versions.get(change.renamed_from or change.id, ())
                    versions[change.id] = (*before, known[change.id])
        return MappingProxyType(versions)
