"""The register: every record of the site, by kind and id, and a way through their parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from lrt_site.frozen import dataclass
from lrt_site.model import kinds, portions
from lrt_site.model.fields import naming, parts_by_field
from lrt_site.model.figures import Observation, Series
from lrt_site.model.kinds import Record as Record
from lrt_site.model.sources import Contradiction, Source
from lrt_site.model.table import Site, Table
from lrt_site.model.titles import Called, grouped

KINDS: Mapping[str, type[Record]] = MappingProxyType({kind.name: kind.type for kind in kinds.ALL})
"""The type of each kind of record, by its name in published data and addresses."""

R = TypeVar("R", bound=Record)
P = TypeVar("P")

Steps = tuple[str | int, ...]
"""The way to a part inside its record: fields and positions."""


def kind_of(record: Record) -> str:
    """The name of a record's kind."""
    return kinds.kind_for(record).name


@dataclass(frozen=True)
class Register:
    """All records of a site. Ids are unique over all kinds; records come out in the order of their ids."""

    records: Mapping[str, Record] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Register:
        """The register of these records. Of two with one id the first stays."""
        by_id: dict[str, Record] = {}
        for record in records:
            by_id.setdefault(record.id, record)
        return cls(MappingProxyType(dict(sorted(by_id.items()))))

    @cached_property
    def _by_kind(self) -> Mapping[type, Mapping[str, Record]]:
        by_kind: dict[type, dict[str, Record]] = {kind: {} for kind in KINDS.values()}
        for record in self.records.values():
            by_kind[type(record)][record.id] = record
        return by_kind

    def all(self, kind: type[R]) -> Mapping[str, R]:
        """The records of one kind, by id."""
        return self._by_kind[kind]  # type: ignore[return-value]

    @property
    def site(self) -> Site:
        """The site's own description."""
        return next(iter(self.all(Site).values()))

    @property
    def table(self) -> Table:
        """The national table."""
        return next(iter(self.all(Table).values()))

    @cached_property
    def observations(self) -> Mapping[str, tuple[Series, tuple[Observation, ...]]]:
        """The values that share an observation id, with their series."""
        grouped: dict[str, tuple[Series, list[Observation]]] = {}
        for series in self.all(Series).values():
            for observation in series.observations:
                grouped.setdefault(observation.id, (series, []))[1].append(observation)
        return {key: (series, tuple(values)) for key, (series, values) in grouped.items()}

    @cached_property
    def parts(self) -> Mapping[type, Sequence[tuple[Record, Steps, object]]]:
        """Every record and every part of one, by type, with its record and the way to it."""
        parts: dict[type, list[tuple[Record, Steps, object]]] = {}
        for record in self.records.values():
            for at, part in parts_of(record):
                parts.setdefault(type(part), []).append((record, at, part))
        return parts

    def each(self, kind: type[P]) -> Iterator[tuple[Record, Steps, P]]:
        """The parts of this type, or of a type made from it."""
        for found, parts in self.parts.items():
            if issubclass(found, kind):
                yield from parts  # type: ignore[misc]

    @cached_property
    def divided(self) -> Mapping[str, str]:
        """The part of its list in which a record stands, by id, where that list is too long for one page."""
        found: dict[str, str] = {}
        for kind in portions.DIVIDED:
            if len(self.all(kind)) > portions.ROWS:
                for part, members in portions.listed_parts(kind, self.all(kind), self.all(Source)):
                    found |= dict.fromkeys((record.id for record in members), part.slug)
        return found

    @cached_property
    def home_of(self) -> Mapping[str, str]:
        """For every id, of a record or of a part of one, the id of the record that holds it."""
        homes = {record.id: record.id for record in self.records.values()}
        for record in self.records.values():
            for _, part in parts_of(record):
                inner = getattr(part, "id", None)
                if isinstance(inner, str):
                    homes.setdefault(inner, record.id)
        return homes

    @cached_property
    def cited(self) -> Mapping[str, str]:
        """For every citation that a source carries, the id of that source."""
        sources = self.all(Source).values()
        return {source.citation: source.id for source in sources if source.citation}

    @cached_property
    def namesakes(self) -> Mapping[Called, tuple[str, ...]]:
        """The ids of the records of one kind that share a name."""
        return grouped(self.records)

    @cached_property
    def contradictions_about(self) -> Mapping[str, tuple[Contradiction, ...]]:
        """For every id that a contradiction touches, those contradictions."""
        about: dict[str, list[Contradiction]] = {}
        for contradiction in self.all(Contradiction).values():
            for touched in contradiction.about:
                about.setdefault(touched, []).append(contradiction)
        return {key: tuple(values) for key, values in about.items()}

    @cached_property
    def resting_on(self) -> Mapping[str, tuple[str, ...]]:
        """For every source the ids of what names it, of a part where it has one, in the order of kinds and ids."""
        named_by: dict[str, dict[str, None]] = {}
        for kind in KINDS.values():
            for record in self.all(kind).values():
                for owner, part in owned_parts(record):
                    for source in sources_named_by(part):
                        named_by.setdefault(source, {})[owner] = None
        return {source: tuple(owners) for source, owners in sorted(named_by.items())}


def parts_of(value: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """The record, or part of one, and every part inside it, each with the path of fields and positions to it."""
    yield at, value
    for name in parts_by_field(type(value)):
        inner = getattr(value, name)
        if isinstance(inner, tuple):
            for index, item in enumerate(inner):
                yield from parts_of(item, (*at, name, index))
        elif inner is not None:
            yield from parts_of(inner, (*at, name))


def owned_parts(value: object, owner: str = "") -> Iterator[tuple[str, object]]:
    """The record, or part of one, and every part inside it, each with its own id or else that of the one around it."""
    own = getattr(value, "id", None)
    owner = own if isinstance(own, str) else owner
    yield owner, value
    for name in parts_by_field(type(value)):
        inner = getattr(value, name)
        if isinstance(inner, tuple):
            for item in inner:
                yield from owned_parts(item, owner)
        elif inner is not None:
            yield from owned_parts(inner, owner)


def sources_named_by(part: object) -> Iterator[str]:
    """The ids of the sources that a part names in fields of its own."""
    for name in naming(type(part), "source"):
        named = getattr(part, name)
        if isinstance(named, tuple):
            yield from named
        elif named:
            yield named
