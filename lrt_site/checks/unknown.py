"""What a record refers to exists. What does not is told once, with what can be meant; another thing never is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lrt_site.checks.finding import Finder, called, organisation_of, other_kind, seat_of
from lrt_site.checks.references import TARGETS, Target, references
from lrt_site.frozen import dataclass
from lrt_site.model.fields import Referent, described
from lrt_site.model.figures import Series
from lrt_site.model.register import Record, Register, Steps
from lrt_site.problems import Fault, quoted
from lrt_site.suggestions import beside, fold, nearest, slip
from lrt_site.unseen import seen, unseen_in

_FEW = 8
"""So many things can be named all."""
_FEW_KINDS = ("table", "topic", "composition")
_MOST_SOUGHT = 100
"""More unknown ids than this are no slips of the pen: what they mean is not sought."""
_AN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")
_SEVERAL = re.compile(r"\s*[;,/+&|]\s*|\s+en\s+|\s+")


class _Named(NamedTuple):
    """Where a record names something."""

    record: Record
    at: Steps

    @property
    def field(self) -> str:
        return str(next(step for step in reversed(self.at) if isinstance(step, str)))

    @property
    def part(self) -> object:
        """What has the field."""
        part: object = self.record
        for step in self.at[: -2 if isinstance(self.at[-1], int) else -1]:
            part = getattr(part, step) if isinstance(step, str) else part[step]  # type: ignore[index]
        return part

    def written(self, value: str, field: str | None = None) -> str:
        """How a field is written with this value, between quotes; an item of a list by itself."""
        if isinstance(self.at[-1], int) and field is None:
            return f"'{value}'"
        in_cell = isinstance(self.record, Series) and self.at[0] == "observations"
        return f"'{value}'" if in_cell and field is None else f"'{field or self.field}: {value}'"


class _Advice(NamedTuple):
    """What to write where something unknown is named; as a value where that is sure, with what it needs beside it."""

    message: str
    instead: str | None = None
    beside: tuple[tuple[str, str], ...] = ()
    new_name: str = ""


@dataclass(frozen=True, slots=True)
class _Unknown:
    """An id that nothing has, with what there is of the kind that is asked for."""

    identifier: str
    word: Referent
    places: Sequence[_Named]
    known: Mapping[str, object]
    finder: Finder
    register: Register

    @property
    def target(self) -> Target:
        return TARGETS[self.word]


def references_are_known(register: Register) -> Iterator[Fault]:
    """Every source, person, seat or other thing that a record refers to exists."""
    known = {word: target.known(register) for word, target in TARGETS.items()}
    finders = {word: Finder(things) for word, things in known.items()}
    places: defaultdict[tuple[Referent, str], list[_Named]] = defaultdict(list)
    named: set[str] = set()
    for record, at, word, identifier in references(register):
        if identifier in known[word]:
            named.add(identifier)
        else:
            places[word, identifier].append(_Named(record, at))
    ordered = sorted(places.items(), key=lambda item: -len(item[1]))
    for number, ((word, identifier), where) in enumerate(ordered):
        unknown = _Unknown(identifier, word, where, known[word], finders[word], register)
        yield _misnamed(unknown, named) or _told(unknown, sought=number < _MOST_SOUGHT)


def _misnamed(unknown: _Unknown, named: set[str]) -> Fault | None:
    """The fault of a thing whose own id is a slip of the pen: all others call it otherwise, and nothing calls it so."""
    own = None
    if len(unknown.places) > 1:
        left = [own for own in unknown.known if own not in named and _figures(own) == _figures(unknown.identifier)]
        own = slip(unknown.identifier, unknown.known) or nearest(unknown.identifier, left)
    if own is None or own in named or own not in unknown.register.records:
        return None
    message = (
        f"Niets noemt {quoted(own)}. Wel staat er {len(unknown.places)} keer {quoted(unknown.identifier)}"
        f"{_places(unknown.places)}. Is dit kenmerk verkeerd? Schrijf 'id: {unknown.identifier}'."
    )
    return Fault(
        own, ("id",), f"unknown-{unknown.word}", message,
        unless_defined=unknown.identifier, instead=unknown.identifier,
    )  # fmt: skip


def _figures(text: str) -> str:
    return re.sub("[^0-9]", "", text)


def _told(unknown: _Unknown, *, sought: bool) -> Fault:
    first = unknown.places[0]
    advice = _advice(unknown) if sought else _Advice(_new(unknown))
    more = "" if len(unknown.places) == 1 else f" Het staat er {len(unknown.places)} keer{_places(unknown.places[1:])}."
    message = f"{unknown.target.sentence.format(quoted(unknown.identifier))} {advice.message}{more}"
    at = (*first.at, 0) if _clear(unknown.identifier) in unknown.known else first.at
    return Fault(
        first.record.id, at, f"unknown-{unknown.word}", message,
        unless_defined=unknown.identifier, instead=advice.instead, beside=advice.beside, new_name=advice.new_name,
        until=(len(unknown.identifier),) if at != first.at else (),
    )  # fmt: skip


def _places(places: Sequence[_Named]) -> str:
    """In which records something is named, as the end of a part of a sentence."""
    records = [f"'{own}'" for own in dict.fromkeys(place.record.id for place in places)]
    more = f" en nog {len(records) - 3}" if len(records) > 3 else ""
    return f" (ook bij {', '.join(records[:3])}{more})"


def _advice(unknown: _Unknown) -> _Advice:
    """What to write instead, and as a value where it is sure."""
    identifier, first = unknown.identifier, unknown.places[0]
    clear = _clear(identifier)
    right = clear if clear in unknown.known else None
    if unseen := unseen_in(identifier):
        return _Advice(unseen, right)
    if right:
        return _Advice(f"Een kenmerk staat zonder tekens eromheen. Schrijf {first.written(right)}.", right)
    if several := _several(unknown):
        return several
    own = unknown.finder.meant_by(identifier)
    if own:
        return _Advice(f"Het kenmerk is {quoted(own)}{_called(unknown, own)}. Schrijf {first.written(own)}.", own)
    if found := other_kind(identifier, unknown.register):
        return _of_other_kind(unknown, *found)
    if meant := slip(identifier, unknown.known):
        write = f"Bedoelde u {quoted(meant)}{_called(unknown, meant)}? Schrijf dan {first.written(meant)}."
        return _Advice(write, meant)
    return _Advice(f"{_those_there_are(unknown)}{_new(unknown)}")


def _clear(identifier: str) -> str:
    """An id without unseen signs in it, and without quotes, brackets or a full stop around it; empty if it has none."""
    bare = seen(identifier).strip(" \"'“”„‟‘’‚«»`´()[]<>{}.,;:*_")
    return bare if bare != identifier else ""


def _called(unknown: _Unknown, own: str) -> str:
    return called(unknown.known[own]) if unknown.word != "observation" else ""


def _several(unknown: _Unknown) -> _Advice | None:
    """What to write where two ids stand in the place of one; nothing where it is one."""
    parts = [part for part in _SEVERAL.split(unknown.identifier.strip("[]")) if part]
    if len(parts) < 2 or not all(part in unknown.known for part in parts):
        return None
    place = unknown.places[0]
    if isinstance(place.at[-1], int):
        listed = f"'{place.field}: [{', '.join(parts)}]'"
        return _Advice(f"Hier staan er {len(parts)} in één. Zet er een komma tussen: {listed}.")
    also = f"also_{place.field}"
    if also in described(type(place.part)):
        rest = f"[{', '.join(parts[1:])}]"
        write = f"{place.written(parts[0], place.field)} en '{also}: {rest}'"
        return _Advice(f"Hier staan er {len(parts)} in één. Schrijf {write}.", parts[0], ((also, rest),))
    write = place.written(parts[0])
    return _Advice(f"Hier staan er {len(parts)} in één, en hier kan er één staan. Schrijf bijvoorbeeld {write}.")


def _of_other_kind(unknown: _Unknown, word: Referent, words: str) -> _Advice:
    """What to write where an id is one of something else."""
    identifier, place, register = unknown.identifier, unknown.places[0], unknown.register
    told = f"{quoted(identifier)} is {words}."
    if word == "organisation" and unknown.word == "seat" and (seat := seat_of(identifier, register)):
        return _Advice(f"{told} De stoel van die organisatie is {quoted(seat)}. Schrijf {place.written(seat)}.", seat)
    if word == "seat" and unknown.word == "organisation" and (own := organisation_of(identifier, register)):
        return _Advice(f"{told} Op die stoel zit {quoted(own)}. Schrijf {place.written(own)}.", own)
    if word == unknown.word == "observation":
        series = register.records[identifier]
        values = list(dict.fromkeys(value.id for value in getattr(series, "observations", ())))
        shown = ", ".join(map(quoted, values[-4:]))
        return _Advice(f"{told} Noem de waarden zelf, zoals {shown}." if values else told)
    fields = {name: field for name, field in described(type(place.part)).items() if field.refers_to == word}
    there = next((name for name in fields if getattr(place.part, name) == identifier), None)
    if there:
        write = f"Dat staat al bij '{there}': haal deze regel weg, of schrijf hier {_one_of(unknown)}."
        return _Advice(f"{told} {write}", None if isinstance(place.at[-1], int) else "")
    free = next((name for name in fields if not getattr(place.part, name)), None)
    if free and not isinstance(place.at[-1], int):
        write = f"Schrijf {place.written(identifier, free)} in plaats van '{place.field}'."
        return _Advice(f"{told} {write}", identifier, new_name=free)
    return _Advice(f"{told} Schrijf hier {_one_of(unknown)}. {_those_there_are(unknown)}".rstrip())


def _one_of(unknown: _Unknown) -> str:
    prefix = unknown.target.prefix
    return f"een kenmerk dat begint met '{prefix}'" if prefix else "een kenmerk van de goede soort"


def _those_there_are(unknown: _Unknown) -> str:
    """All there are where they are few; else those of which the id is nearly the same."""
    if unknown.word == "id":
        return ""
    few = unknown.word in _FEW_KINDS and len(unknown.known) <= _FEW
    near = sorted(unknown.known) if few else beside(unknown.identifier, unknown.known)
    shown = [f"{quoted(own)}{_called(unknown, own)}" for own in near]
    return f"{'Er zijn' if few else 'Wel bestaan'}: {', '.join(shown)}. " if shown else ""


def _new(unknown: _Unknown) -> str:
    """Where a new thing is made, under an id that it can have."""
    own = unknown.identifier
    if not _AN_ID.fullmatch(own):
        bare = "-".join(fold(own if unknown.word != "person" else _surname(own)).split("-")[:6])
        bare = re.sub("[^a-z0-9-]", "", re.sub("^https?:?-+(?:www-)?", "", bare)).strip("-")
        own = (
            f"{unknown.target.prefix}{bare}"
            if unknown.target.prefix and len(bare) < 50
            else f"{unknown.target.prefix}…"
        )
    remedy = unknown.target.remedy.format(own)
    is_other = own != unknown.identifier and not own.endswith("…")
    return (
        f"{remedy} Schrijf hier dan {unknown.places[0].written(own)}." if is_other and unknown.target.prefix else remedy
    )


def _surname(name: str) -> str:
    """A name without titles and first names: `Jan de Vries` gives `de Vries`."""
    words = [word for word in name.split() if not re.fullmatch(r"(?:dhr|mw|mevr|dr|drs|mr|ir|ing|prof)\.?", word, re.I)]
    return " ".join(words[1:]) if len(words) > 1 else name
