"""What an editor can mean who writes something else than an id: a name, a title, a web address, or another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from lrt_site.model.commitments import Commitment
from lrt_site.model.fields import Referent
from lrt_site.model.figures import Observation, Series
from lrt_site.model.kinds import kind_for
from lrt_site.model.people import Composition, Holder, Membership, Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.model.table import Table, Topic
from lrt_site.suggestions import fold
from lrt_site.wording.fields import KIND_WORDS

REFERENTS: Mapping[type, Referent] = MappingProxyType(
    {
        Source: "source", Person: "person", Organisation: "organisation", Seat: "seat", Composition: "composition",
        Table: "table", ProvincialTable: "table", Topic: "topic", Commitment: "commitment", Series: "observation",
        Observation: "observation",
    }
)  # fmt: skip
"""The kind of thing that a field refers to, of every type that fields refer to."""

_FEW_WORDS = 2
_LONG = 70
_SHORT = 3
"""A part of a word with fewer letters says too little to find something by."""


class Finder:
    """Finds what is called something among known things: what all of them are called is worked out once."""

    def __init__(self, known: Mapping[str, object]) -> None:
        self._known = known

    def meant_by(self, text: str) -> str | None:
        """The one thing that is called this, or has this title, abbreviation or web address; none where two have it."""
        sought = _as_found(text)
        exact = {own for own, found, _ in self._labels if sought == found}
        if len(exact) == 1:
            return exact.pop()
        words = _words(sought)
        if exact or len(words) < _FEW_WORDS:
            return None
        within = {
            own
            for own, _, label in self._labels
            if (len(words) > _FEW_WORDS and words <= label)
            or (len(label) >= _FEW_WORDS and label <= words and isinstance(self._known[own], Person))
        }
        return within.pop() if len(within) == 1 else None

    @cached_property
    def _labels(self) -> list[tuple[str, str, frozenset[str]]]:
        found = ((own, _as_found(label)) for own, thing in self._known.items() for label in labels(own, thing))
        return [(own, label, _words(label)) for own, label in found]


def labels(own: str, thing: object) -> Iterator[str]:
    """All by which a thing can be found: its names and titles, and its id without the sign of its kind."""
    if len(own.partition("-")[2]) >= _SHORT and re.search("[a-z]", own.partition("-")[2]):
        yield own.partition("-")[2]
    for name in ("name", "short", "formerly", "title", "url", "citation", "province", "sort_name"):
        label = getattr(thing, name, None)
        if isinstance(label, str):
            yield label
    for other in getattr(thing, "other_names", ()):
        yield other.name
    if isinstance(thing, Table):
        yield from (other.name for other in thing.names)


def called(thing: object) -> str:
    """What a thing is called, in brackets behind its id; nothing where that says no more than the id."""
    if isinstance(thing, Topic):
        name = thing.name
    else:
        name = kind_for(thing).called(thing) if type(thing) in REFERENTS and not isinstance(thing, Observation) else ""  # type: ignore[type-var]
    short = name if len(name) <= _LONG else f"{name[: _LONG - 10].rstrip()}…"
    return f" ({short})" if short and short != getattr(thing, "id", "") else ""


def other_kind(own: str, register: Register) -> tuple[Referent, str] | None:
    """What an id is of, where it is one of another kind: the kind of thing, and its words."""
    thing = register.records.get(own)
    if thing is None:
        if own in register.observations:
            return "observation", "een cijfer"
        topics = (topic for table in register.all(Table).values() for topic in table.topics)
        return ("topic", "een onderwerp") if own in {topic.id for topic in topics} else None
    return REFERENTS.get(type(thing), "id"), KIND_WORDS[type(thing).__name__]


def seat_of(organisation: str, register: Register) -> str | None:
    """The seat of an organisation: the one it has, or of more the one that is called as it is."""
    seats = {
        *(seat.id for seat in register.all(Seat).values() if seat.organisation == organisation),
        *(holder.seat for holder in _holders(register) if holder.organisation == organisation),
    }
    alike = {seat for seat in seats if seat.partition("-")[2] == organisation.partition("-")[2]}
    return next(iter(alike if len(seats) > 1 else seats), None)


def organisation_of(seat: str, register: Register) -> str | None:
    """The one organisation that holds a seat."""
    known = register.all(Seat).get(seat)
    found: set[str | None] = {known.organisation} if known else set()
    found |= {holder.organisation for holder in _holders(register) if holder.seat == seat}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _holders(register: Register) -> Iterator[Holder | Membership]:
    for composition in register.all(Composition).values():
        yield from composition.holders
    yield from register.all(Membership).values()


def _as_found(text: str) -> str:
    """A text as it is compared: without the start and the end of a web address, capitals, accents and marks."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", text.strip().casefold()).rstrip("/")
    return re.sub("-+", "-", re.sub("[^a-z0-9]+", "-", fold(bare))).strip("-")


def _words(found: str) -> frozenset[str]:
    return frozenset(found.split("-")) - {""}
