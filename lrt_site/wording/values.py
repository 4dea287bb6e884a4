"""What a field of a record holds, in words a reader knows: for old versions, for differences and for the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from textwrap import shorten

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.dates import ClockTime, PartialDate, Period, at
from lrt_site.model.facts import Fact, FieldSources
from lrt_site.model.fields import described
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import AgendaItem
from lrt_site.model.numbers import DecimalNumber, in_dutch
from lrt_site.model.people import Holder, Seat
from lrt_site.model.register import Register
from lrt_site.model.values import VALUES
from lrt_site.wording.fields import FIELD_WORDS, SERIES_KINDS
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Run

_LABEL_LENGTH = 60
_OF_A_FACT = tuple(field.name for field in fields(Fact))
_NAMING = (
    "title", "name", "person", "organisation", "role", "label", "aspect", "document", "citation", "rule", "what",
    "status", "deadline", "text", "description", "element", "url",
)  # fmt: skip
"""The fields that can tell a part of a record from its neighbours, the best first."""
_ON = ("date", "as_shown_at", "decided_on", "set_on", "reported_on")
_MOMENTS: Mapping[str, str] = {
    "date": "",
    "start_date": "vanaf",
    "end_date": "einde",
    "as_shown_at": "genoemd",
    "due": "uiterlijk",
    "vintage": "bekend sinds",
    "decided_on": "besloten",
    "set_on": "bepaald",
    "reported_on": "gemeld",
}
"""Days, with the word before each; those of `_ON` are told as `op 1 mei 2020` or `in 2020`."""
_SELF_EVIDENT = (
    "area", "as_shown_note", "aspect", "body", "chamber", "description", "document", "element", "event", "extent",
    "fields", "label", "name", "organisation", "part", "period", "person", "presence", "role", "rule", "seat",
    "statement", "status", "text", "title", "value", "vintage_note", "what", "who",
)  # fmt: skip
"""Fields of a part whose values need no name before them."""
_NAMED_BY: Mapping[type, tuple[str, ...]] = {
    Holder: ("seat",),
    Observation: ("area", "part", "period", "date", "vintage"),
}
"""Parts that other fields tell apart better."""


@dataclass(frozen=True, slots=True)
class Names:
    """How things are called, and where a link to them leads."""

    register: Register
    address: Callable[[str], str | None]
    """The address of an id; none where nothing stands there any more."""

    def run(self, identifier: str) -> Run:
        """The name of what an id stands for, linked; the id itself where nothing is known of it."""
        if identifier not in self.register.home_of:
            return Run(identifier, self.address(identifier))
        record = self.register.records[self.register.home_of[identifier]]
        known_by = record.name if isinstance(record, Seat) else label_of(identifier, self.register)
        return Run(known_by, self.address(identifier))


def names_in(register: Register) -> Names:
    """Names and addresses as one register has them."""
    return Names(register, lambda text: urls.address_of(text, register) if text in register.home_of else None)


def field_words(field: str) -> str:
    """A field in Dutch."""
    return FIELD_WORDS.get(field, field)


def shown_fields(part: object) -> Iterator[tuple[str, object]]:
    """The fields of a record, or of a part of one, that say something: what it rests on comes last.

    Left out are its own id, what is empty, and what says that all is as it should be.
    """
    for name, default in _fields_of(type(part)):  # type: ignore[arg-type]
        value = getattr(part, name)
        usual = isinstance(value, bool) and value == default
        if name != "id" and not usual and value is not None and value not in ("", ()):
            yield name, value


@cache
def _fields_of(kind: type) -> tuple[tuple[str, object], ...]:
    declared = [
        (candidate.name, None if candidate.default is MISSING else candidate.default) for candidate in fields(kind)
    ]
    return tuple(sorted(declared, key=lambda pair: _OF_A_FACT.index(pair[0]) + 1 if pair[0] in _OF_A_FACT else 0))


def is_reference(kind: type, field: str) -> bool:
    """Whether a field holds ids of something else."""
    return described(kind)[field].refers_to is not None


def run_of(value: object, kind: type, field: str, names: Names) -> Run:
    """A single value of a field in words, linked where it names something."""
    if isinstance(value, bool):
        return Run("ja" if value else "nee")
    if isinstance(value, int | DecimalNumber):
        return Run(in_dutch(value))
    if isinstance(value, PartialDate | Period | ClockTime):
        return Run(value.in_words)
    text = str(value)
    if field == "kind" and kind in (Observation, Series):
        return Run(SERIES_KINDS[text])
    if (kind, field) == (FieldSources, "fields"):
        return Run(field_words(text))
    return names.run(text) if is_reference(kind, field) else Run(text)


def runs_of(value: object, kind: type, field: str, names: Names) -> tuple[Run, ...]:
    """Whatever a field holds in words, in one line: a list after one another, a part as its fields."""
    if isinstance(value, tuple):
        each = (runs_of(item, kind, field, names) for item in value)
        return tuple(joined(each, "; "))
    if is_dataclass(value) and not isinstance(value, VALUES):
        return _phrase(value, names)
    return (run_of(value, kind, field, names),)


def _phrase(part: object, names: Names) -> tuple[Run, ...]:
    """A part of a record as a reader would say it: what it is, when, and according to which sources."""
    held = dict(shown_fields(part))
    held.pop("sources_of", None)
    note, according = held.pop("note", None), tuple(_according(_sources_of(held), names))
    quoted = "text" in held and according
    begin = (*according, Run(": "), *runs_of(held.pop("text"), type(part), "text", names)) if quoted else ()
    pieces = (begin, *_pieces(part, held, names), () if quoted else according)
    told = tuple(joined(filter(None, pieces), ", "))
    return tuple(joined([told, (Run(str(note)),)], ". ")) if note else told


def _sources_of(held: dict[str, object]) -> tuple[str, ...]:
    """The sources of a part, taken out of its fields."""
    first, more = held.pop("source", None), held.pop("also_source", ())
    named = (*((first,) if first else ()), *more, *held.pop("sources", ()))  # type: ignore[misc]
    return tuple(map(str, named))


def _according(sources: tuple[str, ...], names: Names) -> Iterator[Run]:
    for place, source in enumerate(sources):
        yield Run("volgens ‘" if not place else "’ en ‘" if place + 1 == len(sources) else "’, ‘")
        yield names.run(source)
    if sources:
        yield Run("’")


def _pieces(part: object, held: Mapping[str, object], names: Names) -> Iterator[tuple[Run, ...]]:
    """Each field of a part: without its name where that says nothing that its value does not."""
    for field, value in held.items():
        runs = runs_of(value, type(part), field, names)
        if field == "value" and "unit" in held:
            yield (*runs, Run(f" {held['unit']}"))
        elif field == "unit" and "value" in held:
            continue
        elif isinstance(value, PartialDate) and field in _MOMENTS:
            yield (Run(f"{_MOMENTS[field]} {at(value) if field in _ON else value.in_words}".strip()),)
        elif field in _SELF_EVIDENT:
            yield runs
        else:
            yield (Run(f"{field_words(field)}: "), *runs)


def joined(groups: Iterable[tuple[Run, ...]], character: str) -> Iterator[Run]:
    """Groups of runs after one another; a sentence loses its point where the character comes."""
    before: tuple[Run, ...] = ()
    for group in groups:
        if before:
            *runs, last = before
            yield from (*runs, Run(last.text.removesuffix("."), last.address), Run(character))
        before = group
    yield from before


def in_text(runs: tuple[Run, ...]) -> str:
    """Runs without their links, in one line."""
    return " ".join("".join(run.text for run in runs).split())


def path_words(record: object, at: tuple[str | int, ...], names: Names) -> str:
    """Where in a record something stands, in words: `afspraken bij punt 2 ‘Voortgang’`."""
    field, around = "", []
    inside = record
    for step in at[:-1] if isinstance(at[-1], int) else at:
        if isinstance(step, str):
            around += [field] if field else []
            field, inside = field_words(step), getattr(inside, step, None)
        else:
            inside = inside[step] if isinstance(inside, tuple) and step < len(inside) else None
            around.append(_place_words(inside, step, names))
            field = ""
    return f"{field} bij {', '.join(reversed(around))}" if around else field


def _place_words(part: object, place: int, names: Names) -> str:
    """Which item of a list is meant."""
    label = part_label(part, names)
    if isinstance(part, AgendaItem) or not label:
        return f"punt {place + 1} ‘{label}’" if label else f"punt {place + 1}"
    return f"‘{label}’"


def part_label(part: object, names: Names) -> str:
    """What tells a part of a record from its neighbours, in a few words; empty where nothing does."""
    wanted = _NAMED_BY.get(type(part))
    known = [name for name in wanted or _NAMING if getattr(part, name, None) is not None]
    texts = [run_of(getattr(part, name), type(part), name, names).text for name in (known if wanted else known[:1])]
    return shorten(", ".join(texts), _LABEL_LENGTH, placeholder=" …")
