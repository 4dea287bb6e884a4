"""The files of the ledger: a type for every kind, with what it holds in the order in which it is written.

All that is said of them is said here: `entries`, `signing` and `stored` read and write files by these types, and their
JSON Schemas follow from them. What no type says: a file is read only where it would be written the same, byte by byte.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lrt_site.export.file_types import Address, Count, Day, Hash, KindName, Name, ProvenAs, RecordId, Salt, Salts
from lrt_site.export.json_schema import SALTS, Schema, of_file
from lrt_site.frozen import dataclass
from lrt_site.model.publications import ChangeClass


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEntry:
    """What the publication did to one record."""

    class_: ChangeClass
    """The class of the change, as computed."""
    type: KindName
    """The kind of the record."""
    id: RecordId
    """The id of the record."""
    version: Count
    """The number of the version; where a record ended, of its last one."""
    renamed_from: RecordId | None = None
    """The id of the record before."""
    fields: tuple[str, ...] = ()
    """The fields that differ from the version before."""
    proven: tuple[ProvenAs, ...] = ()
    """Of a change of class `tekstueel`: in what alone the versions differ. Earlier entries have none."""
    hash: Hash | None
    """SHA-256 of the stored version; in the second format the one hash over the salted hashes of all its values. Null
    where the record ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFile:
    """A publication. SHA-256 of the bytes of this file is the hash of the publication."""

    format: Literal["publication/v1", "publication/v2"]
    """The format of this file."""
    number: Count
    """The number of the publication, from 1."""
    name: Name
    """The name of the publication."""
    date: Day
    """The date of the publication."""
    sealed: Day | None = None
    """The day on which it was sealed. Absent in the first format."""
    previous: Hash | None
    """The hash of the publication before; null in the first."""
    root: Hash
    """SHA-256 of SHA256SUMS: all versions that are valid with it. In the second format of the canonical JSON of an
    object with the hash of each of these by id."""
    notes: Hash
    """SHA-256 of notes.json as it was published; in the second format the one hash over the salted hashes of all that
    it holds."""
    signer: str | None = None
    """Who signed it, as in allowed_signers."""
    signers: Hash | None = None
    """SHA-256 of the list of who might sign then."""
    withdrawals: Mapping[Name, Hash]
    """The withdrawals since the publication before, each with the hash of withdrawal.json."""
    changes: tuple[ChangeEntry, ...]
    """In order of class, kind and id."""
    added: tuple[Address, ...]
    """Addresses of pages that were not there before."""
    gone: tuple[Address, ...]
    """Addresses of pages that are not made any more."""
    editions: tuple[Address, ...] | None = None
    """Addresses of pages that say other words with it, besides those of records with a new version, and of half-year
    packs. Absent in publications from before editions were recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesFile:
    """The words of a publication."""

    format: Literal["notes/v1", "notes/v2"]
    """The format of this file."""
    salt: Salt | None = None
    """Random, so that a hash cannot confirm a guess. Gone after a withdrawal."""
    title: str
    """The title of the publication."""
    note: str
    """What is new in it, in a sentence or two."""
    date_note: str | None = None
    """Why its date is before the day of sealing."""
    notes: Mapping[str, str]
    """What changed and why, by the id of the record."""
    salts: Salts | None = None
    """In the second format after a withdrawal: the salt of every value that was not withdrawn, and the hash of every
    value that was, at the place that it has here."""
    withdrawal: str | None = None
    """The last withdrawal of words in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnFileEntry:
    """A file whose words were taken."""

    file: str
    """Its path in the ledger."""
    hash: Hash
    """The hash it was sealed with; after an earlier withdrawal, SHA-256 of what that left."""
    joined: tuple[Hash, ...] = ()
    """SHA-256 of more files in whose place it stands: those of withdrawals on other branches."""
    becomes: Hash
    """SHA-256 of the file in its place."""
    extent: tuple[str, ...]
    """The fields from which words were taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalFile:
    """Words that were taken back."""

    format: Literal["withdrawal/v1", "withdrawal/v2"]
    """The format of this file."""
    name: Name
    """The name of the withdrawal."""
    date: Day
    """The date of the withdrawal."""
    record: RecordId
    """The id of the record that it is about."""
    ground: str
    """On what ground the words were taken back."""
    decision: str
    """By which decision."""
    sealed: Day | None = None
    """The day of making. Absent in the first format, as are all fields from here to `signer`."""
    after: Hash | None = None
    """The hash of the publication that was the last then."""
    scope: Literal["words", "record"] | None = None
    """Words wherever they stood, or all text of a record."""
    left: Hash | None = ""
    """A hash of what editors had then in the fields from which words were taken."""
    content: Hash | None = ""
    """A hash of all that editors had then."""
    draft: Hash | None = ""
    """A hash of the words of the draft that lay there then."""
    repeats: tuple[Name, ...] = ()
    """Withdrawals of the same words before it."""
    signer: str | None = None
    """Who signed it, as in the list of who might sign then."""
    files: tuple[WithdrawnFileEntry, ...]
    """All files that held the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverFile:
    """A new list of who may sign, signed under the list before it."""

    format: Literal["handover/v1"]
    """The format of this file."""
    name: Name
    """The name of the handover."""
    date: Day
    """The day on which it was made."""
    after: Hash
    """The hash of the publication that was the last then."""
    former: Hash
    """SHA-256 of the list before it."""
    becomes: Hash
    """SHA-256 of the new list."""
    signer: str
    """Who signed it."""


def schemas() -> Mapping[str, Schema]:
    """The schema of every kind of file, by name."""
    notes = of_file(NotesFile)
    return {
        "publication": of_file(PublicationFile),
        "notes": {**notes, "$defs": SALTS, "oneOf": [{"required": ["salt"]}, {"required": ["withdrawal"]}]},
        "withdrawal": of_file(WithdrawalFile),
        "handover": of_file(HandoverFile),
    }
