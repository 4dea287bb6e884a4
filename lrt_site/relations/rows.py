"""The rows of every relation, from a register, and which source stands behind each value of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field as empty
from datetime import date

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.facts import Backing, backing
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.register import Record, Register, kind_of
from lrt_site.relations.shape import FieldColumn, Relation, relation_of, relations

Value = str | int | date | DecimalNumber | None
"""What a cell holds. A yes or no is an `int` too."""
Row = tuple[Value, ...]

_SAYS_NO_FACT = ("verified", "derived", "note")
"""What a fact tells of itself."""


@dataclass(frozen=True, slots=True)
class RowsFound:
    """All rows of a register."""

    of_relation: Mapping[str, list[Row]] = empty(default_factory=lambda: {name: [] for name in relations()})
    """By the name of their relation. Of records: the values of the columns, then the addresses of page and data. Of
    what is inside one: its key, the record, the key of what it is inside of, its place, and the values."""
    proofs: list[Row] = empty(default_factory=list)
    """The relation, the key of the row, the column, the source, and whether that source says it all."""
    records: list[Row] = empty(default_factory=list)
    """The id of every record, its kind, what it is called, and the addresses of page and data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a row stands."""

    record: str
    key: str
    within: str = ""
    position: int = 0
    inherited: Backing = Backing()
    """The sources of the list around it, where it names none."""


def rows_of(register: Register) -> RowsFound:
    """The rows of all relations, in the order of records and of what stands in them."""
    found = RowsFound()
    site = register.site.address
    for record in register.records.values():
        addresses = _addresses(record, register, site)
        kind = kinds.kind_for(record)
        found.records.append((record.id, kind.name, kind.called(record), *addresses))
        _gather(found, relation_of(kind_of(record)), record, _Place(record=record.id, key=record.id), addresses)
    return found


def _addresses(record: Record, register: Register, site: str) -> tuple[str, str]:
    return (
        urls.on_the_web(site, urls.place_of(record, register)),
        urls.on_the_web(site, urls.data_of(record)),
    )


def _gather(found: RowsFound, relation: Relation, item: object, place: _Place, addresses: Row = ()) -> None:
    values = tuple(_value(item, column) for column in relation.columns)
    frame: Row = () if relation.is_of_records else (place.key, place.record, place.within, place.position)
    found.of_relation[relation.name].append((*frame, *values, *addresses))
    found.proofs.extend(_proofs(relation, item, place))
    for listed in relation.lists:
        owner, name = _owner(item, listed.path), listed.path[-1]
        items = getattr(owner, name) if owner is not None else ()
        said = _backing(owner, name, place.inherited) if items else Backing()
        for position, (token, inner) in enumerate(_with_tokens(items), start=1):
            key = "/".join((place.key, *listed.path, token))
            at = _Place(record=place.record, key=key, within=place.key, position=position, inherited=said)
            _gather(found, listed, inner, at)


def _with_tokens(items: Iterable[object]) -> Iterator[tuple[str, object]]:
    """What is in a list, each with what tells it from the others: its own id, or else its place."""
    often: Counter[str] = Counter()
    for place, item in enumerate(items, start=1):
        own = getattr(item, "id", None)
        token = own if isinstance(own, str) else str(place)
        often[token] += 1
        yield (token if often[token] == 1 else f"{token}.{often[token]}"), item


def _proofs(relation: Relation, item: object, place: _Place) -> Iterator[Row]:
    for column in relation.columns:
        if column.reading not in ("as it is", "joined") or not _states_a_fact(column):
            continue
        owner, name = _owner(item, column.path), column.path[-1] if column.path else ""
        if _value(item, column) in (None, ""):
            continue
        said = _backing(owner, name, place.inherited) if name else place.inherited
        for source in said.sources:
            yield relation.name, place.key, column.name, source, said.how == "each"


def _states_a_fact(column: FieldColumn) -> bool:
    field = column.field
    return field.meaning != "kenmerk" and field.refers_to != "source" and field.name not in _SAYS_NO_FACT


def _backing(owner: object, name: str, inherited: Backing) -> Backing:
    own = backing(owner, name)
    return own if own.sources else inherited


def _owner(item: object, path: tuple[str, ...]) -> object:
    """What has the field at the end of a path; none where something on the way is absent."""
    for name in path[:-1]:
        item = getattr(item, name) if item is not None else None
    return item


def _value(item: object, column: FieldColumn) -> Value:
    if column.path:
        owner = _owner(item, column.path)
        held = getattr(owner, column.path[-1]) if owner is not None else None
    else:
        held = item
    match column.reading:
        case "joined":
            return (" " if column.field.refers_to else "; ").join(held or ()) or None
        case _ if held is None or held == "":
            return None
        case "earliest":
            return held.earliest  # type: ignore[no-any-return]
        case "latest":
            return held.latest  # type: ignore[no-any-return]
        case "as written":
            return str(held)
    return str(held) if isinstance(held, PartialDate | Period | ClockTime) else held
