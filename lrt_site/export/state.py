"""The state at a publication: which version of every record was valid with it, as checksums and as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from lrt_site import urls
from lrt_site.export.file_types import Address, Count, Day, Hash, KindName, Name, RecordId, file_at
from lrt_site.frozen import dataclass
from lrt_site.model.publications import ChangeClass, Publication, Version, replacement_of
from lrt_site.model.register import kind_of

SUMS = urls.file_of(urls.SUMS)
STATE = "state.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidVersion:
    """A version that was valid."""

    id: RecordId
    """The id of the record."""
    type: KindName
    """The kind of the record."""
    version: Count
    """The number of the version."""
    hash: Hash
    """The hash that the version was sealed with."""
    class_: ChangeClass
    """The class of the change that made this version."""
    publication: Name
    """The publication that gave it."""
    data: Address
    """Its data; after a withdrawal, what that left of it."""
    page: Address
    """Its page, which stays."""
    withdrawal: Name | None = None
    """The last withdrawal that took words from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateFile:
    """Everything that was valid with one publication."""

    format: Literal["state/v1"]
    """The format of this file."""
    publication: Name
    """The name of the publication."""
    number: Count
    """The number of the publication."""
    date: Day
    """The date of the publication."""
    hash: Hash
    """The hash of the publication: SHA-256 of its entry."""
    root: Hash
    """The one hash over all these versions, as the entry of the publication has it."""
    records: tuple[ValidVersion, ...]
    """In order of id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedPublication:
    """A publication."""

    number: Count
    """Its number."""
    date: Day
    """Its date."""


def sums_of(valid: Iterable[Version]) -> str:
    """The list of all versions valid with a publication, in the form of `sha256sum`, seen from the folder of one.

    SHA-256 of this text is the root of a publication in the first format.
    """
    rows = sorted((version.record.id, version.change.hash, version.file) for version in valid)
    return "".join(f"{stored}  ../{file}\n" for _, stored, file in rows)


def state_of(publication: Publication, known: Mapping[str, Version]) -> Mapping[str, str]:
    """The file of the versions valid with a publication: what each is, and where its data and its page stand."""
    state = StateFile(
        format="state/v1",
        publication=publication.name,
        number=publication.number,
        date=publication.date,
        hash=publication.hash,
        root=publication.root,
        records=tuple(_row(known[identifier]) for identifier in sorted(known)),
    )
    return file_at(urls.ledger_file(f"{publication.name}/{STATE}"), state)


def numbered(publications: Iterable[Publication]) -> tuple[NumberedPublication, ...]:
    """The publications by number, for a file in which numbers stand for them."""
    return tuple(NumberedPublication(number=publication.number, date=publication.date) for publication in publications)


def data_of(version: Version) -> str:
    """Where the data of a version can be read: after a withdrawal, what the withdrawal left of it."""
    taken = version.withdrawal
    return urls.ledger_file(replacement_of(taken.name, version.file) if taken else version.file)


def _row(version: Version) -> ValidVersion:
    kind = kind_of(version.record)
    return ValidVersion(
        id=version.record.id,
        type=kind,
        version=version.number,
        hash=version.change.hash or "",
        class_=version.change.change,
        publication=version.publication.name,
        data=data_of(version),
        page=urls.version_of(kind, version.record.id, version.number),
        withdrawal=version.withdrawal.name if version.withdrawal else None,
    )
