"""What a field is, told once: in its annotation.

`location: Annotated[Phrase | None, "plaats"] = None` says that it is a fact in a few words, that it may be absent, and
what it is called in Dutch. That name stands at one field only: others of the same name are called the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum, auto
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Annotated, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from lrt_site.frozen import dataclass
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.values import VALUES

P = ParamSpec("P")
T = TypeVar("T")

Meaning = Literal[
    "kenmerk", "delen", "verwijzing", "datum", "getal", "keuze", "feit", "feit in woorden", "woorden"
]  # fmt: skip
"""What a field holds: its own id, parts with fields of their own, the id of something else, a date or period, a
number, a choice from a few words or yes or no, a fact such as a name, a fact told in a sentence, or our own words
about facts."""

Referent = Literal[
    "source", "person", "organisation", "seat", "composition", "table", "topic", "commitment", "observation", "id",
    "element",
]  # fmt: skip
"""What an id can be of: a record of a kind, an `id` of anything, or an element of the same commitment."""

Form = Literal["text", "name", "address", "sign"]
"""How a text is written: as sentences or a few words, as a name or title on a line or two, as a web address, or as
what programs read, such as an id."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a text says, and how it is written."""

    meaning: Meaning
    form: Form = "text"
    names: Referent | None = None
    """What it is the id of, where it is one of something else."""


@dataclass(frozen=True, slots=True)
class AtMost:
    """A number is one at least, and this at most."""

    most: int


@dataclass(frozen=True, slots=True)
class Beside:
    """A field says something only beside another one; a source of it, only of that one."""

    field: str


class Trait(Enum):
    """What else there is to know of a field."""

    PAST = auto()
    """It tells since when something is known, or of what was said or done on that day."""
    REFERENCE = auto()
    """It often is the turn of the year: a day on which one counts, or by which a thing is due."""
    MOVES_ON = auto()
    """The day moves on by itself: a later one adds to the earlier one, which stays true."""
    IN_ORDER = auto()
    """The order of the list says something: what came first, or what the home page shows."""
    REVISED = auto()
    """In this list a later value stands beside an earlier one instead of replacing it."""


Identifier = Annotated[str, Text("kenmerk", "sign")]
SourceId = Annotated[str, Text("verwijzing", "sign", "source")]
PersonId = Annotated[str, Text("verwijzing", "sign", "person")]
OrganisationId = Annotated[str, Text("verwijzing", "sign", "organisation")]
SeatId = Annotated[str, Text("verwijzing", "sign", "seat")]
CompositionId = Annotated[str, Text("verwijzing", "sign", "composition")]
TableId = Annotated[str, Text("verwijzing", "sign", "table")]
TopicId = Annotated[str, Text("verwijzing", "sign", "topic")]
CommitmentId = Annotated[str, Text("verwijzing", "sign", "commitment")]
ObservationId = Annotated[str, Text("verwijzing", "sign", "observation")]
AnyId = Annotated[str, Text("verwijzing", "sign", "id")]
ElementId = Annotated[str, Text("feit", "sign", "element")]
"""The id of an element of the same commitment: not that of a thing by itself."""

Name = Annotated[str, Text("feit", "name")]
"""What something is called, on a line or two."""
Phrase = Annotated[str, Text("feit")]
"""A fact in a few words: an office, a unit, a moment in the words of its source."""
Title = Annotated[str, Text("feit in woorden", "name")]
"""A title that tells a fact."""
Sentence = Annotated[str, Text("feit in woorden")]
"""A fact told in sentences. Other words for it may be another fact: it takes proof to be no correction."""
Heading = Annotated[str, Text("woorden", "name")]
"""A title of ours."""
Wording = Annotated[str, Text("woorden")]
"""Our own words about facts, which can be put otherwise."""
WebAddress = Annotated[str, Text("feit", "address")]
ContactAddress = Annotated[str, Text("feit", "sign")]
"""An e-mail address, or the pattern of a web address."""
FieldName = Annotated[str, Text("feit", "sign")]
"""The name of a field of the same fact."""

PastDate = Annotated[PartialDate, Trait.PAST]
ReferenceDate = Annotated[PartialDate, Trait.REFERENCE]


@dataclass(frozen=True, slots=True)
class Described:
    """What the annotation of a field says."""

    name: str
    meaning: Meaning
    text: Text | None
    """Absent where it holds no text."""
    traits: frozenset[Trait]
    dutch: tuple[str, ...]
    """Its name in Dutch, where it stands at this field."""
    most: int | None
    """The highest that its number can be."""
    beside: str | None
    """The field that it needs beside it."""
    choices: tuple[str, ...] = ()
    """The words that it can be, where it is one of a few."""

    @property
    def refers_to(self) -> Referent | None:
        """What it holds ids of, if it does."""
        return self.text.names if self.text else None

    @property
    def form(self) -> Form | None:
        """How its text is written, where it holds text."""
        return self.text.form if self.text else None

    @property
    def is_read(self) -> bool:
        """Whether it holds text or names that people read."""
        return self.form in ("text", "name")


def once(answer: Callable[P, T]) -> Callable[P, T]:
    """An answer about a type that is found once, and kept."""
    return cache(answer)  # type: ignore[return-value]


@once
def described(kind: type) -> Mapping[str, Described]:
    """The fields of a record, or of a part of one, in their order. TypeError for one that does not say what it is."""
    hints = get_type_hints(kind, include_extras=True)
    return MappingProxyType({field.name: _described(kind, field.name, hints[field.name]) for field in fields(kind)})


@once
def naming(kind: type, referent: Referent) -> tuple[str, ...]:
    """The fields of a type that hold ids of such things."""
    return tuple(name for name, field in described(kind).items() if field.refers_to == referent)


@once
def having(kind: type, trait: Trait) -> frozenset[str]:
    """The fields of a type of which this holds."""
    return frozenset(name for name, field in described(kind).items() if trait in field.traits)


@once
def dated(kind: type) -> tuple[str, ...]:
    """The fields of a type that hold a date or a period."""
    hints = get_type_hints(kind)
    return tuple(field.name for field in fields(kind) if {PartialDate, Period} & {*_innermost(hints[field.name])})


@once
def parts_by_field(kind: type) -> Mapping[str, type]:
    """The fields of a type that hold parts with fields of their own, each with the type of these; values are none."""
    hints = get_type_hints(kind)
    return {field.name: part for field in fields(kind) for part in _parts(hints[field.name])}


def with_their_parts(kinds: Iterable[type]) -> tuple[type, ...]:
    """These types and all parts inside them, each once."""
    reached: dict[type, None] = {}
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop(0)
        if kind not in reached:
            reached[kind] = None
            waiting += parts_by_field(kind).values()
    return tuple(reached)


def dutch_names(kinds: Iterable[type]) -> Mapping[str, str]:
    """The Dutch name of every field of these types. TypeError for a name that has none, or that has two."""
    places: dict[str, list[tuple[str, str]]] = {}
    types = with_their_parts(kinds)
    for kind in types:
        own = [base for base in kind.__mro__ if is_dataclass(base)]
        for name, field in described(kind).items():
            stated = next(base for base in own if name in base.__annotations__).__name__
            places.setdefault(name, []).extend((f"{stated}.{name}", dutch) for dutch in field.dutch)
    for name, found in places.items():
        if not found:
            owner = next(kind for kind in types if name in described(kind)).__name__
            raise TypeError(f'{owner}.{name} has no Dutch name: write Annotated[…, "its name"] as its type')
        if len(set(found)) > 1:
            raise TypeError(f"Two fields say what '{name}' is called in Dutch; one must: {_listed(found)}")
    return {name: found[0][1] for name, found in sorted(places.items())}


def words_of_parts(kinds: Iterable[type]) -> Mapping[type, str]:
    """What every part inside records of these types is called in Dutch. TypeError for one that does not say so."""
    records = tuple(kinds)
    parts = [part for part in with_their_parts(records) if part not in records]
    for part in parts:
        if "IN_DUTCH" not in vars(part):
            raise TypeError(f'{part.__name__} does not say what it is called in Dutch: write IN_DUTCH = "een …" in it')
    return MappingProxyType({part: str(vars(part)["IN_DUTCH"]) for part in parts})


def _listed(found: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{place} ({dutch!r})" for place, dutch in sorted(set(found)))


def _described(kind: type, name: str, hint: object) -> Described:
    said = tuple(_said(hint))
    texts, most, beside = _only(Text, said), _only(AtMost, said), _only(Beside, said)
    where = f"{kind.__name__}.{name}"
    inner = {*_innermost(hint)} - {NoneType}
    if str in inner and len(texts) != 1:
        raise TypeError(
            f"{where} is a text, but does not say of what: write Name, Phrase, Sentence, Wording, WebAddress or "
            "another type of lrt_site.model.fields, or that of an id, such as PersonId"
        )
    for other in beside:
        if other.field not in {field.name for field in fields(kind)}:
            raise TypeError(f"{where} stands beside '{other.field}', but {kind.__name__} has no such field")
    return Described(
        name,
        texts[0].meaning if texts else _meaning(where, inner),
        texts[0] if texts else None,
        frozenset(_only(Trait, said)),
        tuple(_only(str, said)),
        most[0].most if most else None,
        beside[0].field if beside else None,
        tuple(word for kind in inner if get_origin(kind) is Literal for word in get_args(kind)),
    )


def _meaning(where: str, inner: set[object]) -> Meaning:
    """What a field holds that is no text."""
    if inner & {PartialDate, Period, ClockTime}:
        return "datum"
    if any(_parts(kind) for kind in inner):
        return "delen"
    if inner and inner <= {int, DecimalNumber}:
        return "getal"
    if all(kind is bool or get_origin(kind) is Literal for kind in inner):
        return "keuze"
    raise TypeError(f"{where} is of a type that no record can hold: {', '.join(sorted(map(str, inner)))}")


def _only(kind: type[T], said: Iterable[object]) -> list[T]:
    return [metadata for metadata in said if isinstance(metadata, kind)]


def _said(hint: object) -> Iterator[object]:
    """What annotations add to a type, at any depth."""
    if get_origin(hint) is Annotated:
        yield from hint.__metadata__  # type: ignore[attr-defined]
    if get_origin(hint) is not Literal:
        for argument in get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint):
            yield from _said(argument)


def _innermost(hint: object) -> Iterator[object]:
    """The types that a type is made of; a choice from a few words is itself."""
    origin = get_origin(hint)
    if origin is Annotated:
        yield from _innermost(get_args(hint)[0])
    elif origin in (tuple, Union, UnionType):
        yield from (inner for argument in get_args(hint) if argument is not Ellipsis for inner in _innermost(argument))
    else:
        yield hint


def _parts(hint: object) -> list[type]:
    """The types of parts with fields of their own that a type is made of."""
    return [kind for kind in _innermost(hint) if isinstance(kind, type) and is_dataclass(kind) and kind not in VALUES]
