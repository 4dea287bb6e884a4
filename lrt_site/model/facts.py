"""What every fact carries: where it comes from and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.fields import (
    Beside,
    FieldName,
    Identifier,
    OrganisationId,
    PastDate,
    Phrase,
    Sentence,
    SourceId,
    Wording,
    described,
    naming,
    once,
    parts_by_field,
)
from lrt_site.model.misfit import MisfitError


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSources:
    """Which of the sources of a fact say some of its fields."""

    IN_DUTCH = "welke bron wat zegt"

    fields: Annotated[tuple[FieldName, ...], "waarover"]
    """The names of these fields, such as `title`."""
    sources: Annotated[tuple[SourceId, ...], "bronnen"]
    """The sources that each say all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something a source says. A fact without a source does not exist here."""

    source: Annotated[SourceId, "bron"]
    """The id of the source that says it."""
    also_source: Annotated[tuple[SourceId, ...], Beside("source"), "andere bronnen"] = ()
    """Other sources that say it too, or that carry a part of it."""
    sources_of: Annotated[tuple[FieldSources, ...], "welke bron wat zegt"] = ()
    """Where there are several sources: which of them say which field."""
    verified: Annotated[bool, "geverifieerd"] = True
    """False where the source does not, or not wholly, carry the statement; the note says why."""
    derived: Annotated[bool, "afgeleid"] = False
    """True where we worked something out, such as a day from "Tuesday"; the note says how."""
    note: Annotated[Wording | None, "toelichting"] = None
    """What a reader must know about the source's wording or its limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """One sentence that a source supports."""

    IN_DUTCH = "een uitspraak"

    id: Annotated[Identifier | None, "kenmerk"] = None
    """Stable id, where other records or links point at the statement."""
    text: Annotated[Sentence, "tekst"]
    """The statement in plain Dutch."""
    as_shown_at: Annotated[PastDate | None, "moment in de bron"] = None
    """The moment the source speaks of. Not the start of anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part without a name of a person: an organisation, or a description."""

    IN_DUTCH = "een partij"

    organisation: Annotated[OrganisationId | None, "organisatie"] = None
    """Id of the organisation, when it is one we describe."""
    description: Annotated[Phrase | None, "omschrijving"] = None
    """The source's description, when it names no organisation."""

    def __post_init__(self) -> None:
        if (self.organisation is None) == (self.description is None):
            message = "vul óf 'organisation' óf 'description' in, niet allebei en niet geen van beide"
            raise MisfitError(message, "description", "organisation")


How = Literal["each", "together"]
"""How sources stand behind words: each of them says all the words, or they do so together. Then each says a part, or
the record does not tell which of them says what."""


@dataclass(frozen=True, slots=True)
class Backing:
    """The sources behind words."""

    sources: tuple[str, ...] = ()
    """Their ids, in the order in which the record names them."""
    how: How = "each"
    """Always `each` where there is one source, or none."""


def backing(part: object, field: str, *more: str) -> Backing:
    """The sources that the record ties to these fields of a fact, or of another part that names sources.

    Fields that are empty state nothing.
    """
    stated = (field, *more)
    held = [name for name in stated if getattr(part, name) not in (None, "", ())] or stated
    if not getattr(part, "sources_of", ()) and _companions(type(part)).keys().isdisjoint(held):
        return _backing_as_a_whole(part)
    return backed_together(*(_backing_of(part, name) for name in held))


def backed_by_each(*backings: Backing) -> Backing:
    """The sources of words that several facts say, each by itself."""
    return _merged(backings, "each" if all(backed.how == "each" for backed in backings) else "together")


def backed_together(*backings: Backing) -> Backing:
    """The sources of words that are made of what these back, such as a number of days between two dates."""
    return backings[0] if len(set(backings)) == 1 else _merged(backings, "together")


def own_sources(part: object) -> tuple[str, ...]:
    """The sources that a fact names for itself as a whole and for single fields, each once."""
    known = described(type(part))
    named = (name for name in naming(type(part), "source") if name == "source" or known[name].beside)
    return tuple(dict.fromkeys(source for name in named for source in _named(part, name)))


@once
def _companions(kind: type) -> Mapping[str, tuple[str, ...]]:
    """The fields of a type that have fields of their own for their sources, with these."""
    beside = [(field.beside, name) for name, field in described(kind).items() if field.refers_to == "source"]
    return {
        stated: tuple(name for other, name in beside if other == stated)
        for stated, _ in beside
        if stated and stated != "source"
    }


def fields_with_sources_of_their_own(kind: type) -> frozenset[str]:
    """The fields of a type whose parts must each name a source, so that the record around them cannot."""
    return frozenset(name for name, part in parts_by_field(kind).items() if _must_name_its_source(part))


def _must_name_its_source(part: type) -> bool:
    return any(field.name == "source" and field.default is MISSING for field in fields(part))


def _backing_of(part: object, field: str) -> Backing:
    for tie in getattr(part, "sources_of", ()):
        if field in tie.fields:
            return Backing(tie.sources)
    companions = tuple(source for name in _companions(type(part)).get(field, ()) for source in _named(part, name))
    return _backed(companions) if companions else _backing_as_a_whole(part)


def _backing_as_a_whole(part: object) -> Backing:
    return _backed((*_named(part, "source"), *_named(part, "also_source")))


def _merged(backings: Iterable[Backing], how: How) -> Backing:
    return _backed((source for backed in backings for source in backed.sources), how)


def _backed(sources: Iterable[str], how: How = "together") -> Backing:
    found = tuple(dict.fromkeys(sources))
    return Backing(found, "each" if len(found) < 2 else how)


def _named(part: object, field: str) -> tuple[str, ...]:
    """The ids in a field for sources, which not every part has."""
    given: str | tuple[str, ...] | None = getattr(part, field, None)
    if given is None:
        return ()
    return (given,) if isinstance(given, str) else given
