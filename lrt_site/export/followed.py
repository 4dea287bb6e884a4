"""What feeds and calendars follow: every record through all its changes, whatever it was called in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType

from lrt_site.frozen import dataclass
from lrt_site.model.publications import Change, History, Publication, Version


@dataclass(frozen=True, slots=True)
class Step:
    """One change, in the publication that made it."""

    publication: Publication
    change: Change
    version: Version
    """The version that it made; of a record that ended, its last one."""

    @property
    def ends(self) -> bool:
        """Whether the record ended with it."""
        return self.change.hash is None


@dataclass(frozen=True, slots=True)
class RecordHistory:
    """A record through all its changes, the oldest first."""

    name: str
    """The id that it had first: it never changes, and no other record has it."""
    steps: tuple[Step, ...]

    @property
    def newest(self) -> Step:
        """Its last change."""
        return self.steps[-1]

    @property
    def identifiers(self) -> tuple[str, ...]:
        """The ids that it has had, the oldest first."""
        return tuple(dict.fromkeys(step.change.id for step in self.steps))


@dataclass(frozen=True, slots=True)
class RecordHistories:
    """The lives of all records there ever were."""

    all: tuple[RecordHistory, ...]
    """In the order in which they began."""
    by_id: Mapping[str, RecordHistory]
    """For every id that a record has or had, the record that had it last."""


def histories_in(history: History) -> RecordHistories:
    """The lives of all records. Every change of every publication is a step in one of them."""
    steps: dict[str, list[Step]] = {}
    names: dict[str, str] = {}
    left: set[str] = set()
    for step in _steps(history):
        change = step.change
        if change.renamed_from:
            names[change.id] = names[change.renamed_from]
            left.add(change.renamed_from)
            left.discard(change.id)
        elif change.id not in names or change.id in left:
            names[change.id] = change.id if change.id not in steps else f"{change.id}~{change.version}"
            left.discard(change.id)
        steps.setdefault(names[change.id], []).append(step)
    lives = {name: RecordHistory(name, tuple(each)) for name, each in steps.items()}
    by_id = {identifier: lives[name] for identifier, name in names.items()}
    return RecordHistories(tuple(lives.values()), MappingProxyType(by_id))


def moment(day: date) -> datetime:
    """The start of a day: what is published holds for the whole of its day."""
    return datetime.combine(day, time(), UTC)


def _steps(history: History) -> Iterator[Step]:
    before: Mapping[str, Version] = {}
    for publication in history.publications:
        known = history.known(publication)
        for change in publication.changes:
            version = before[change.id] if change.hash is None else known[change.id]
            yield Step(publication, change, version)
        before = known
