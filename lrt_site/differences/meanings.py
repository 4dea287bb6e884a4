"""What a field is, and so what a change of it is. What is not named here is a fact: a new field is safe by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Literal, get_args, get_origin, get_type_hints

from lrt_site.model.commitments import (
    Commitment,
    CommitmentRegister,
    Coverage,
    DeadlineEvent,
    Element,
    Evidence,
    RegisterField,
    StatusEvent,
)
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.figures import Series
from lrt_site.model.glossary import Term
from lrt_site.model.meetings import AgendaItem, Agreement, Meeting, MeetingDocument, Output, Report
from lrt_site.model.numbers import DecimalNumber
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.people import Composition, Organisation, Person
from lrt_site.model.provinces import DatedItem, ProvincialTable
from lrt_site.model.sources import Claim, Contradiction, Event, Mention, Page, ReportForm, Source
from lrt_site.model.table import Frequency, Site, Table, Topic

Meaning = Literal[
    "kenmerk", "delen", "verwijzing", "datum", "getal", "keuze", "feit", "feit in woorden", "woorden"
]  # fmt: skip
"""What a field holds: its own id, parts with fields of their own, the id of something else, a date or period, a
number, a choice from a few words or yes or no, a fact such as a name, a fact told in a sentence, or our own words
about facts."""

STATED: frozenset[tuple[type, str]] = frozenset(
    {
        (AgendaItem, "conclusions"),
        (AgendaItem, "discussed"),
        (AgendaItem, "disputed"),
        (AgendaItem, "title"),
        (Agreement, "what"),
        (Claim, "note"),
        (Claim, "text"),
        (Commitment, "body"),
        (Commitment, "made_by_note"),
        (Commitment, "note"),
        (Commitment, "register_text"),
        (Commitment, "remark"),
        (Commitment, "scope_in_register"),
        (Commitment, "title"),
        (Composition, "description"),
        (Contradiction, "note"),
        (Contradiction, "reason"),
        (Contradiction, "statement"),
        (Coverage, "note"),
        (DatedItem, "what"),
        (DeadlineEvent, "note"),
        (Element, "text"),
        (Event, "event"),
        (Event, "note"),
        (Evidence, "content"),
        (Evidence, "note"),
        (Evidence, "scope"),
        (Frequency, "rule"),
        (Meeting, "conclusions"),
        (Meeting, "discussed"),
        (Meeting, "disputed"),
        (MeetingDocument, "title"),
        (Mention, "text"),
        (Output, "content"),
        (ParliamentaryItem, "text"),
        (Report, "title"),
        (Series, "counts"),
        (Series, "leaves_out"),
        (Source, "title"),
        (Statement, "text"),
        (StatusEvent, "note"),
        (Term, "explanation"),
        (Topic, "text"),
    }
)
"""Sentences that state a fact. Other words for it may be another fact: it takes proof to be no correction."""

WORDING: frozenset[tuple[type, str]] = frozenset(
    {
        (CommitmentRegister, "statuses_note"),
        (Fact, "note"),
        (Meeting, "body"),
        (Output, "body"),
        (Page, "body"),
        (Page, "summary"),
        (Page, "title"),
        (Person, "name_note"),
        (ProvincialTable, "body"),
        (ProvincialTable, "chair_note"),
        (RegisterField, "note"),
        (ReportForm, "structure_note"),
        (Site, "tagline"),
        (Source, "kept_for"),
        (Source, "note"),
        (Table, "provincial_chairs_note"),
        (Term, "note"),
    }
)
"""Our own words about facts. What is named in neither list is a fact, such as a name, an office or a unit."""

ORDERED: frozenset[tuple[type, str]] = frozenset(
    {
        (Commitment, "deadlines"),
        (Commitment, "status_events"),
        (CommitmentRegister, "fields"),
        (Meeting, "agenda"),
        (ReportForm, "structure"),
        (Table, "purposes"),
    }
)
"""The lists whose order says something: what came first, or what the home page shows."""

REVISED = (Series, "observations")
"""The one list in which a later value stands beside an earlier one instead of replacing it."""

STATED_ANEW: frozenset[tuple[type, str]] = frozenset({(Site, "sources_checked_on")})
"""The days that move on by themselves: a later one adds to the earlier one, which stays true."""

SOURCES = ("source", "also_source")
"""The sources of a fact: one that moves from the first place to the others still says it."""

NAMES = ("name", "short", "formerly")
"""What persons and organisations are called, and can be called otherwise later."""

REFERENCES = frozenset(
    {
        "about", "also_source", "asked_by", "chair_source", "commitments", "composition", "end_source", "figures",
        "followed", "made_by", "name_source", "organisation", "person", "replaces", "reported_source", "seat",
        "signed_by", "source", "sources", "statuses_also_source", "statuses_source", "table", "topic",
    }
)  # fmt: skip
"""The fields that hold ids of something else, where they hold text at all."""


def meaning_of(kind: type, field: str) -> Meaning:
    """What a field of a record, or of a part of one, holds."""
    return _meanings(kind)[field]


def wording_of(kind: type) -> tuple[str, ...]:
    """The fields of a type that hold sentences."""
    return tuple(field for field, meaning in _meanings(kind).items() if meaning in ("feit in woorden", "woorden"))


def counts_in_order(kind: type, field: str) -> bool:
    """Whether the order of a list says something."""
    return _declared(ORDERED, kind, field)


def is_stated_anew(kind: type, field: str, before: object, after: object) -> bool:
    """Whether a day moved on, and was not mended."""
    days = isinstance(before, PartialDate) and isinstance(after, PartialDate) and before.latest < after.earliest
    return days and _declared(STATED_ANEW, kind, field)


def keeps_its_sources(old: object, new: object) -> bool:
    """Whether a fact still names every source that it named before."""
    if not (isinstance(old, Fact) and isinstance(new, Fact)):
        return False
    return {old.source, *old.also_source} <= {new.source, *new.also_source}


def keeps_its_name(old: object, new: object, field: str) -> bool:
    """Whether a name that changed is kept among the other names, with the end of its time: it was no mistake."""
    if field not in NAMES or not (isinstance(old, Organisation | Person) and isinstance(new, Organisation | Person)):
        return False
    of_old = "short" if field == "short" else "name"
    known = {getattr(one, of_old, None) for one in old.other_names if one.end_date}
    added = {getattr(one, of_old, None) for one in new.other_names if one.end_date} - known
    return getattr(old, field, None) in added


@cache
def _meanings(kind: type) -> Mapping[str, Meaning]:
    return {field: _meaning(kind, field, hint) for field, hint in get_type_hints(kind).items()}


def _meaning(kind: type, field: str, hint: object) -> Meaning:
    inner = set(_innermost(hint))
    if field == "id":
        return "kenmerk"
    if inner & {PartialDate, Period, ClockTime}:
        return "datum"
    if DecimalNumber in inner:
        return "getal"
    if any(is_dataclass(one) for one in inner):
        return "delen"
    if str not in inner:
        return "getal" if int in inner else "keuze"
    if field in REFERENCES:
        return "verwijzing"
    if _declared(STATED, kind, field):
        return "feit in woorden"
    return "woorden" if _declared(WORDING, kind, field) else "feit"


def _declared(declared: frozenset[tuple[type, str]], kind: type, field: str) -> bool:
    return any((base, field) in declared for base in kind.__mro__)


def _innermost(hint: object) -> Iterator[object]:
    """The types that a type is made of; a choice from a few words is itself."""
    arguments = () if get_origin(hint) is Literal else get_args(hint)
    yield from (one for argument in arguments for one in _innermost(argument)) if arguments else (hint,)
