"""The state at a publication: which version of every record was valid with it, as checksums and as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.model.publications import Publication, Version, replacement_of
from lrt_site.model.register import kind_of

FORMAT = "state/v1"
SUMS = urls.file_of(urls.SUMS)
STATE = "state.json"


def sums_of(valid: Iterable[Version]) -> str:
    """The list of all versions valid with a publication, in the form of `sha256sum`, seen from the folder of one.

    SHA-256 of this text is the root of a publication in the first format.
    """
    rows = sorted((version.record.id, version.change.hash, version.file) for version in valid)
    return "".join(f"{stored}  ../{file}\n" for _, stored, file in rows)


def state_of(publication: Publication, known: Mapping[str, Version]) -> Mapping[str, str]:
    """The file of the versions valid with a publication: what each is, and where its data and its page stand."""
    return v1.as_file(
        urls.ledger_file(f"{publication.name}/{STATE}"),
        {
            "format": FORMAT,
            "publication": publication.name,
            "number": publication.number,
            "date": publication.date.text,
            "hash": publication.hash,
            "root": publication.root,
            "records": [_row(known[identifier]) for identifier in sorted(known)],
        },
    )


def data_of(version: Version) -> str:
    """Where the data of a version can be read: after a withdrawal, what the withdrawal left of it."""
    taken = version.withdrawal
    return urls.ledger_file(replacement_of(taken.name, version.file) if taken else version.file)


def _row(version: Version) -> Mapping[str, object]:
    kind = kind_of(version.record)
    return {
        "id": version.record.id,
        "type": kind,
        "version": version.number,
        "hash": version.change.hash,
        "class": version.change.change,
        "publication": version.publication.name,
        "data": data_of(version),
        "page": urls.version_of(kind, version.record.id, version.number),
        **({"withdrawal": version.withdrawal.name} if version.withdrawal else {}),
    }
