"""Which tables the records make, and which columns each has: worked out from the model, so that nothing is left out.

Every kind of record is a relation. What a record has more than one of is a relation too, whose rows name the record
and, where they are parts of a part, that part. A part that a record has at most once is a few columns of its own.
Which source says what is one relation for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Literal, get_args, get_origin, get_type_hints

from lrt_site.frozen import dataclass
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.facts import Fact, FieldSources
from lrt_site.model.fields import Described, described, parts_by_field
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.register import KINDS

ColumnType = Literal["text", "integer", "number", "boolean", "date"]
Reading = Literal["as it is", "earliest", "latest", "as written", "joined"]
"""How the value of a column follows from that of its field: itself, the first or the last day of a date, the digits of
a number as its source prints them, or all of a list in one text."""

_OF_FACTS = frozenset(described(Fact))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldColumn:
    """A column that holds a field of a record or of a part of one."""

    name: str
    type: ColumnType
    path: tuple[str, ...]
    """The fields that lead to it."""
    reading: Reading
    field: Described
    required: bool
    """Whether every row has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A table: records of a kind, parts of them, or values of a list of them."""

    name: str
    holds: type
    """The type of what its rows are; `str` where these are values of a list."""
    kind: str
    """The kind of the records that they are, or are parts of."""
    within: str | None
    """The relation of what its rows are parts of."""
    path: tuple[str, ...]
    """The fields that lead from there to the list that they are from."""
    columns: tuple[FieldColumn, ...]
    lists: tuple[Relation, ...]
    """Of what its rows have more than one of."""

    @property
    def is_of_records(self) -> bool:
        """Whether its rows are records."""
        return self.within is None


def relation_of(kind: str) -> Relation:
    """The relation of the records of a kind."""
    return relations()[_name_of(kind)]


@cache
def relations() -> Mapping[str, Relation]:
    """All relations of records and their parts by name, each before those of its parts."""
    found: dict[str, Relation] = {}
    for kind in KINDS:
        for relation in _with_parts(_of(_name_of(kind), KINDS[kind], kind)):
            if relation.name in found:
                raise TypeError(f"Two relations are called {relation.name}")
            found[relation.name] = relation
    return found


def _name_of(kind: str) -> str:
    return kind.replace("-", "_")


def _with_parts(relation: Relation) -> Iterator[Relation]:
    yield relation
    for listed in relation.lists:
        yield from _with_parts(listed)


def _of(
    name: str,
    holds: type,
    kind: str,
    within: str | None = None,
    path: tuple[str, ...] = (),
    value: Described | None = None,
) -> Relation:
    """The relation of records or parts of a type, or of the values of a field."""
    columns = (_value(value, holds),) if value else tuple(sorted(_columns(holds, ()), key=_order))
    names = [column.name for column in columns]
    if len(set(names)) < len(names):
        raise TypeError(f"Relation {name} has two columns of one name: {', '.join(sorted(names))}")
    lists = () if value else tuple(_lists(name, holds, kind, ()))
    return Relation(name=name, holds=holds, kind=kind, within=within, path=path, columns=columns, lists=lists)


def _order(column: FieldColumn) -> int:
    """An id first, then what is told, and then what stands behind it."""
    return 0 if column.path == ("id",) else 1 + (column.path[0] in _OF_FACTS)


def _value(field: Described, holds: type) -> FieldColumn:
    return FieldColumn(name="value", type=_type({holds}), path=(), reading="as it is", field=field, required=True)


def _columns(holds: type, path: tuple[str, ...], *, may_lack: bool = False) -> Iterator[FieldColumn]:
    hints = get_type_hints(holds)
    parts = parts_by_field(holds)
    may_be_empty = {field.name for field in fields(holds) if field.default == ""}
    for field_name, field in described(holds).items():
        at, hint = (*path, field_name), hints[field_name]
        if field_name in parts:
            if not _is_list(hint):
                yield from _columns(parts[field_name], at, may_lack=may_lack or _may_lack(hint))
            continue
        label = "_".join(at)
        types = _alternatives(hint)
        required = not (may_lack or _may_lack(hint) or field_name in may_be_empty)
        if _is_list(hint):
            yield FieldColumn(name=label, type="text", path=at, reading="joined", field=field, required=False)
            continue
        yield FieldColumn(name=label, type=_type(types), path=at, reading="as it is", field=field, required=required)
        if types & {PartialDate, Period}:
            for end in get_args(Literal["earliest", "latest"]):
                yield FieldColumn(
                    name=f"{label}_{end}", type="date", path=at, reading=end, field=field, required=required
                )
        if DecimalNumber in types:
            yield FieldColumn(
                name=f"{label}_as_written", type="text", path=at, reading="as written", field=field, required=required
            )


def _lists(name: str, holds: type, kind: str, path: tuple[str, ...]) -> Iterator[Relation]:
    hints = get_type_hints(holds)
    parts = parts_by_field(holds)
    for field_name, field in described(holds).items():
        at, hint, part = (*path, field_name), hints[field_name], parts.get(field_name)
        if part is FieldSources or (field.refers_to == "source" and field.beside):
            continue
        if _is_list(hint):
            inner, value = (part, None) if part else (get_args(hint)[0], field)
            yield _of("_".join((name, *at)), inner, kind, name, at, value)
        elif part is not None:
            yield from _lists(name, part, kind, at)


def _is_list(hint: object) -> bool:
    return get_origin(hint) is tuple


def _may_lack(hint: object) -> bool:
    return type(None) in get_args(hint)


def _alternatives(hint: object) -> set[object]:
    return {*(get_args(hint) if get_origin(hint) not in (None, Literal) else (hint,))} - {type(None)}


def _type(types: set[object] | Sequence[object]) -> ColumnType:
    if DecimalNumber in types:
        return "number"
    if bool in types:
        return "boolean"
    if int in types:
        return "integer"
    unknown = {kind for kind in types if kind not in (str, PartialDate, Period, ClockTime) and not _is_choice(kind)}
    if unknown:
        raise TypeError(f"No column can hold {unknown}")
    return "text"


def _is_choice(kind: object) -> bool:
    return get_origin(kind) is Literal
