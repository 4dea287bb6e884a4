"""Versions in the first format from which words were withdrawn: their hash proves no field apart, other versions do.

Every publication lists the fields that it changed. A field that one did not change is the same in the version before
and after it, so a whole version proves that field of its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from lrt_site.differences import differences
from lrt_site.export import v1
from lrt_site.frozen import dataclass
from lrt_site.ledger.redacting import top_of
from lrt_site.model.publications import History, Version


@dataclass(frozen=True, slots=True)
class Unproved:
    """What cannot be proved of a version from which words were withdrawn, besides what was withdrawn."""

    version: Version
    fields: tuple[str, ...]
    """The fields that no other version proves."""
    contradicted: tuple[str, ...]
    """The fields that another version proves to have been something else."""
    taken: tuple[str, ...]
    """The fields from which words were withdrawn: what still stands in them nothing proves."""


def unproved(history: History) -> Iterator[Unproved]:
    """What cannot be proved of every such version, in order of publication."""
    taken = taken_in(history)
    for version in history.each_version():
        if not version.publication.proves_fields and version.file in taken:
            line = history.versions(history.moved.get(version.record.id, version.record.id))
            yield _of_version(version, line, taken, history.moved)


def taken_in(history: History) -> Mapping[str, Set[str]]:
    """The fields from which words were withdrawn, by the path of the file."""
    taken: dict[str, set[str]] = {}
    for withdrawal in history.withdrawals:
        for file in withdrawal.files:
            taken.setdefault(file.file, set()).update(map(top_of, file.extent))
    return taken


def _of_version(
    version: Version, line: Sequence[Version], taken: Mapping[str, Set[str]], moved: Mapping[str, str]
) -> Unproved:
    place = next(place for place, candidate in enumerate(line) if candidate.file == version.file)
    open_fields, contradicted = [], []
    for field in dict.fromkeys(name for candidate in (version, *line) for name in v1.to_v1(candidate.record)):
        if field in ("format", "type", "id") or field in taken[version.file]:
            continue
        witness = _witness(field, line[place + 1 :], taken, later=True) or _witness(
            field, line[place::-1], taken, later=False
        )
        if witness is None:
            open_fields.append(field)
        elif any(difference.at[:1] == (field,) for difference in differences(version.record, witness.record, moved)):
            contradicted.append(field)
    return Unproved(version, tuple(open_fields), tuple(contradicted), tuple(sorted(taken[version.file])))


def _witness(field: str, line: Sequence[Version], taken: Mapping[str, Set[str]], *, later: bool) -> Version | None:
    """The nearest version that is whole and has the same in a field: on the way to it nothing changed there.

    `line` begins with the version after it, or with the version itself and then those before it.
    """
    steps = line if later else line[1:]
    changes = line if later else line[:-1]
    for version, changed in zip(steps, changes, strict=True):
        if field in changed.change.fields or changed.change.change == "nieuw":
            return None  # What came back was called new once, and no fields were told.
        if version.file not in taken or (version.publication.proves_fields and field not in taken[version.file]):
            return version
    return None
