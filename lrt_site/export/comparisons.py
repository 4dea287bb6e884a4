"""What a browser needs to compare any two publications: the line of every record, and what differs between versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Literal

from lrt_site import urls
from lrt_site.export.file_types import Address, Count, KindName, RecordId, file_at
from lrt_site.findings.net_changes import net_class, renames_between
from lrt_site.frozen import dataclass
from lrt_site.model.publications import ChangeClass, History, Version
from lrt_site.model.register import kind_of
from lrt_site.wording.changes import changes_of, lines_of
from lrt_site.wording.labels import label_of

MOST_VERSIONS = 12
"""Up to so many versions of a record each is compared with each; of more only neighbours, and all with the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRecord:
    """A record that there is or was."""

    id: RecordId
    """The last id that it had."""
    type: KindName
    """Its kind."""
    name: str
    """What it was called last."""
    versions: Address
    """The page with all its versions."""
    line: tuple[tuple[Count, Count | None, ChangeClass], ...]
    """Every publication that changed it, the oldest first: its number, that of the version that was valid from then
    on, or null where the record ended, and the class of the change."""
    net: Mapping[str, ChangeClass] | None = None
    """By a pair of versions such as `1-3` the class of all that changed between them. A pair of neighbours that is not
    here has the class of its step."""
    same: tuple[str, ...] = ()
    """The pairs of versions that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonFile:
    """The line of every record through all publications."""

    format: Literal["comparison/v1"]
    """The format of this file."""
    records: tuple[ComparedRecord, ...]
    """In order of id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesFile:
    """What differs between versions of one record."""

    format: Literal["differences/v1"]
    """The format of this file."""
    id: RecordId
    """The last id of the record."""
    pairs: Mapping[str, tuple[str, ...]]
    """By a pair of versions such as `1-3` what differs, in lines of plain Dutch."""


def files(history: History) -> Iterator[Mapping[str, str]]:
    """The line of every record, and a file for each that has more than one version."""
    lines = {identifier: history.versions(identifier) for identifier in history.identifiers}
    newest = {identifier: line for identifier, line in lines.items() if identifier not in history.moved}
    steps = _steps(history)
    records = []
    for identifier, line in sorted(newest.items()):
        records.append(_record(history, line, steps[identifier]))
        if len(line) > 1:
            pairs = {_key(before, after): _lines(history, before, after) for before, after in _pairs(line)}
            told = DifferencesFile(format="differences/v1", id=identifier, pairs=pairs)
            yield file_at(urls.differences_of(identifier), told)
    yield file_at(urls.COMPARISON, ComparisonFile(format="comparison/v1", records=tuple(records)))


def _record(
    history: History, line: tuple[Version, ...], steps: tuple[tuple[int, int | None, ChangeClass], ...]
) -> ComparedRecord:
    newest = line[-1]
    kind = kind_of(newest.record)
    net = dict(_net(history, line))
    return ComparedRecord(
        id=newest.record.id,
        type=kind,
        name=label_of(newest.record.id, history.state(newest.publication)),
        versions=urls.versions_of(kind, newest.record.id),
        line=steps,
        net={pair: change for pair, change in net.items() if change} or None,
        same=tuple(pair for pair, change in net.items() if not change),
    )


def _steps(history: History) -> Mapping[str, tuple[tuple[int, int | None, ChangeClass], ...]]:
    """What every publication made of each record, by the last id of the record."""
    found: dict[str, list[tuple[int, int | None, ChangeClass]]] = {}
    for publication in history.publications:
        for change in publication.changes:
            version = change.version if change.hash else None
            step = publication.number, version, change.change
            found.setdefault(history.moved.get(change.id, change.id), []).append(step)
    return {identifier: tuple(steps) for identifier, steps in found.items()}


def _pairs(line: tuple[Version, ...]) -> Iterator[tuple[Version, Version]]:
    if len(line) <= MOST_VERSIONS:
        yield from combinations(line, 2)
        return
    for before, after in combinations(line, 2):
        if after.number == before.number + 1 or after is line[-1]:
            yield before, after


def _net(history: History, line: tuple[Version, ...]) -> Iterator[tuple[str, ChangeClass | None]]:
    compared = {_key(before, after) for before, after in _pairs(line)}
    for before, after in combinations(line, 2):
        key = _key(before, after)
        if key in compared:
            change = net_class(before, after, renames_between(history, before.publication, after.publication))
            if after.number > before.number + 1 or change != after.change.change:
                yield key, change
        elif before.record == after.record:
            yield key, None


def _lines(history: History, before: Version, after: Version) -> tuple[str, ...]:
    moved = renames_between(history, before.publication, after.publication)
    was, now = history.state(before.publication), history.state(after.publication)
    return lines_of(changes_of(before.record, after.record, was, now, moved))


def _key(before: Version, after: Version) -> str:
    return f"{before.number}-{after.number}"
