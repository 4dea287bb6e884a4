"""Every field of every record is shown on the page of the record: where it changes, the page says something else."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from lrt_site import urls
from lrt_site.checks.references import references
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.facts import FieldSources
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.people import Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import KINDS, Record, Register, parts_of
from lrt_site.model.sources import Source
from lrt_site.model.table import Licence, Publisher, Security, Site, Table
from lrt_site.model.values import VALUES
from lrt_site.pages.shared.common import PageMaker
from tests.tools.rendering import content_of, makers_of, written_out

NOT_SHOWN = {
    ("Person", "sort_name"): "it puts the person in order on lists",
    ("Term", "everyday"): "it keeps the word from being linked",
    ("Table", "founded"): "the home page and the pages of days tell it",
    ("Statement", "as_shown_at"): "only of statements about the table itself, which are told by their own day",
    ("Attendance", "seat"): "a check holds it against who sat there, whom the page names",
}
"""Fields of types that the page of the record does not show, with the reason."""
TRIED_ELSEWHERE = {Site, Publisher, Licence, Security, FieldSources}
"""What stands beside all pages or around them, and the ties of fields to sources: `test_field_sources`."""
PLAIN: dict[Any, object] = {
    bool: True,
    int: 7,
    PartialDate: PartialDate("2023-05"),
    Period: Period("2023-H1"),
    ClockTime: ClockTime("03:17"),
    DecimalNumber: DecimalNumber("7.5"),
}
"""A value of each simple type."""
BESIDE: dict[str, dict[str, object]] = {
    "not_before": {"date": None},
    "not_after": {"date": None},
    "end_is": {"end_date": PartialDate("2030-03-01")},
}
"""What else a part must hold for a field of it to tell something."""
TRIED = 12
"""On so many records at most a field is tried, until one of them shows it."""
CONTENT = "examples/fictief"
ALWAYS = (Site, Table, ProvincialTable, Source, Person, Organisation, Seat)
"""Types of records that are there on every try."""
Path = tuple[str | int, ...]


def parts_of_types(kind: type[Any]) -> Iterator[type[Any]]:
    """A type of record and the types of its parts, at any depth."""
    found, todo = set(), [kind]
    while todo:
        current = todo.pop()
        if current not in found:
            found.add(current)
            yield current
            todo += [part for hint in get_type_hints(current).values() for part in parts_in(hint)]


def parts_in(hint: Any) -> Iterator[type[Any]]:
    if isinstance(hint, type) and is_dataclass(hint) and not issubclass(hint, VALUES):
        yield hint
    for inside in get_args(hint):
        yield from parts_in(inside)


FIELDS = [
    pytest.param(kind, part, field.name, id=f"{name}-{part.__name__}.{field.name}")
    for name, kind in KINDS.items()
    for part in parts_of_types(kind)
    for field in fields(part)
    if field.name not in ("id", "sources_of") and part not in TRIED_ELSEWHERE
]


def places(record: object, wanted: type[Any], at: Path = ()) -> Iterator[Path]:
    """Where parts of a type stand in a record."""
    if type(record) is wanted:
        yield at
    for field in fields(record):  # type: ignore[arg-type]
        held = getattr(record, field.name)
        for step, item in enumerate(held) if isinstance(held, tuple) else ((None, held),):
            if is_dataclass(item) and not isinstance(item, VALUES):
                yield from places(item, wanted, (*at, field.name) if step is None else (*at, field.name, step))


def inside(value: Any, at: Path) -> Any:
    for step in at:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def changed(value: Any, at: Path, new: object) -> Any:
    """A value with another one at a place in it."""
    if not at:
        return new
    step, *rest = at
    if isinstance(step, int):
        return (*value[:step], changed(value[step], tuple(rest), new), *value[step + 1 :])
    return replace(value, **{step: changed(getattr(value, step), tuple(rest), new)})


def filled(hint: Any, register: Register) -> Iterator[Any]:
    """Values for an empty field, the plainest first."""
    if isinstance(hint, type) and is_dataclass(hint) and not issubclass(hint, VALUES):
        hints = get_type_hints(hint)
        needed = [field.name for field in fields(hint) if field.default is MISSING and field.default_factory is MISSING]
        yield hint(**{name: next(filled(hints[name], register), None) for name in needed})
    elif get_origin(hint) is tuple:
        yield from ((item,) for item in filled(get_args(hint)[0], register))
    elif choices := [*choices_in(hint)]:
        yield from choices
    elif get_args(hint):
        yield from (item for inner in get_args(hint) if inner is not type(None) for item in filled(inner, register))
    elif hint is str:
        yield from (known for kind in (Source, Person, Organisation, Seat) for known in [*register.all(kind)][:2])
        yield from ("source", "https://fictief.example/", "iets anders")
    elif hint in PLAIN:
        yield PLAIN[hint]


def others(value: Any, hint: Any, register: Register) -> Iterator[object]:
    """Other values that a field could hold."""
    if value in (None, "", ()):
        yield from filled(hint, register)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, int):
        yield value + 1
    elif isinstance(value, DecimalNumber):
        yield DecimalNumber(f"9{value}")
    elif is_dataclass(value):
        yield from (
            other_moments(value)
            if isinstance(value, PartialDate | Period | ClockTime)
            else other_parts(value, register)
        )
    elif isinstance(value, str):
        yield from other_texts(value, hint)
    elif isinstance(value, tuple):
        yield value[:-1]
        if isinstance(value[-1], str):
            yield from ((*value[:-1], other) for other in others(value[-1], hint, register))
    if value is not None and type(None) in get_args(hint):
        yield None


def other_parts(value: Any, register: Register) -> Iterator[object]:
    """The same part with something else in one of its fields."""
    for name, hint in get_type_hints(type(value)).items():
        for other in others(getattr(value, name), hint, register):
            try:
                yield replace(value, **{name: other})
            except ValueError:
                continue


def other_texts(value: str, hint: Any) -> Iterator[str]:
    """Other choices, ids of other records of the same kind, or a text with a word more."""
    kind = kinds_of_ids().get(value)
    kin = [other for other, its_kind in kinds_of_ids().items() if kind and its_kind is kind]
    found = [other for other in [*choices_in(hint)] or kin if other != value]
    yield from found[:TRIED] or (f"{value} gewijzigd", f"gewijzigd {value}")


@cache
def kinds_of_ids() -> dict[str, type[Any]]:
    """The type of whatever has an id: a record, or a part of one."""
    register = content_of(CONTENT)
    parts = (part for record in register.records.values() for _, part in parts_of(record) if hasattr(part, "id"))
    return {part.id: type(part) for part in (*register.records.values(), *parts)}


def other_moments(value: PartialDate | Period | ClockTime) -> Iterator[object]:
    text = str(value)
    if isinstance(value, ClockTime):
        yield ClockTime("03:17")
        return
    year = int(text[:4])
    for other in (year + 1, year - 1, year - 2):
        try:
            yield type(value)(text.replace(str(year), str(other)))
        except ValueError:
            continue


def choices_in(hint: Any) -> Iterator[str]:
    for inside_hint in get_args(hint):
        if isinstance(inside_hint, str):
            yield inside_hint
        else:
            yield from choices_in(inside_hint)


def cases(kind: type[Any], part: type[Any]) -> Iterator[tuple[Any, Path]]:
    """Records with a part of this type, and where it stands; where none has one, some are given one."""
    register = content_of(CONTENT)
    records = [record for record in register.records.values() if type(record) is kind]
    there = [(record, at) for record in records for at in places(record, part)]
    yield from there or (
        (given, at) for record in records[:3] for given in with_parts(record, register) for at in places(given, part)
    )


def with_parts(record: Any, register: Register, at: Path = ()) -> Iterator[Any]:
    """A record with one more part in each place that has none, and those parts with parts of their own."""
    current = inside(record, at)
    for name, hint in get_type_hints(type(current)).items():
        if getattr(current, name) in (None, ()) and [*parts_in(hint)]:
            try:
                given = changed(record, (*at, name), next(filled(hint, register)))
            except (ValueError, StopIteration):
                continue
            yield given
            held = getattr(inside(given, at), name)
            yield from with_parts(given, register, (*at, name, 0) if isinstance(held, tuple) else (*at, name))


def is_shown(record: Record, at: Path, field: str, hint: Any) -> bool:
    """Whether the page of a record says something else where a field of a part of it does."""
    register = content_of(CONTENT)
    part = inside(record, at)
    for beside in ({}, BESIDE[field]) if field in BESIDE else ({},):
        for other in others(getattr(part, field), hint, register):
            try:
                before = changed(record, at, replace(part, **beside))
                after = changed(record, at, replace(part, **beside, **{field: other}))
                if page_of(before) != page_of(after):
                    return True
            except (ValueError, KeyError):
                continue
    return False


@cache
def around(identifier: str) -> tuple[Record, ...]:
    """What the page of a record can tell of: what names it, what all these name, and whatever a field could name."""
    records = content_of(CONTENT).records
    near = {identifier, *(record.id for record in records.values() if isinstance(record, ALWAYS))}
    todo = [*near, *(naming for naming, others in named().items() if identifier in others)]
    while todo:
        near.add(record := todo.pop())
        todo += named().get(record, set()) - near
    return tuple(record for record in records.values() if record.id in near)


@cache
def named() -> dict[str, set[str]]:
    """The records that each record names, by their parts too."""
    register = content_of(CONTENT)
    owners = {
        part.id: record.id
        for record in register.records.values()
        for part in (record, *(part for _, part in parts_of(record) if hasattr(part, "id")))
    }
    found: dict[str, set[str]] = {}
    for record, _, _, other in references(register):
        found.setdefault(record.id, set()).add(owners[other])
    return found


@cache
def page_of(record: Record) -> str:
    """The page of a record that stands in the place of the one with its id."""
    now = Register.of([record, *(known for known in around(record.id) if known.id != record.id)])
    address = urls.page_of(record).partition("#")[0]
    for maker in makers_of(now):
        if address == (maker.address if isinstance(maker, PageMaker) else maker.frame.address):
            return written_out(maker, now)[1]
    return ""


@pytest.mark.parametrize(("kind", "part", "field"), FIELDS)
def test_a_field_is_shown_on_the_page_of_its_record(kind: type[Any], part: type[Any], field: str) -> None:
    hint = get_type_hints(part)[field]
    found = [*cases(kind, part)]
    found.sort(key=lambda case: inside(case[0], (*case[1], field)) in (None, "", ()))
    assert found
    shown = any(is_shown(record, at, field, hint) for record, at in found[:TRIED])
    assert shown or (part.__name__, field) in NOT_SHOWN
