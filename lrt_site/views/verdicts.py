"""What the government says, what the committee decided and what the documents cover: side by side, never merged."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from typing import get_args

from lrt_site.model.commitments import Commitment, Evidence, Extent, StatusEvent
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.views.common import Footnotes, Said, name_of
from lrt_site.views.naming import days_of
from lrt_site.views.timeline import document_title, on

NOT_COMPARED = "nog niet vergeleken"

_COUNTS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


@dataclass(frozen=True, slots=True)
class Scope:
    """What one source says the promise, or its own text, is about."""

    who: str
    date: str
    """Of that source, in words."""
    said: Said


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says of itself."""

    title: Said
    scope: Said
    content: Said


@dataclass(frozen=True, slots=True)
class Decision:
    """The newest status."""

    status: Said
    moments: tuple[Said, ...]
    """When and by whom it was decided, as far as known, and when it was last shown."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Three answers by three parties. Given to templates/partials/verdicts.html.jinja."""

    government: tuple[Claim, ...]
    """What the documents that a member of government signed say of themselves."""
    others: tuple[Claim, ...]
    """The same of documents of which no signature is known."""
    committee: Decision | None
    """Absent where no source names a status."""
    covered: tuple[Said, ...]
    """Of each document how many elements it covers, and how far."""
    uncovered: str
    """Why there is nothing to count; empty where there is."""


def scopes(one: Commitment, notes: Footnotes, register: Register) -> tuple[Scope, ...]:
    """What the register says the promise is about, and what each document says."""
    source = register.all(Source)[one.source]
    own = Scope(
        "Volgens het register" if source.kind == "register" else "Volgens onze bron",
        source.date.in_words if source.date else "bron zonder datum",
        notes.plain(one.scope_in_register, one.source),
    )
    documents = (
        Scope(f"Volgens {each.document}", each.date.in_words, _from(each, each.scope, notes)) for each in one.evidence
    )
    return (own, *documents)


def verdicts(one: Commitment, notes: Footnotes, register: Register) -> Verdicts:
    """The three answers, each with its sources and dates."""
    return Verdicts(
        government=tuple(_claim(each, notes, register) for each in one.evidence if each.signed_by),
        others=tuple(_claim(each, notes, register) for each in one.evidence if not each.signed_by),
        committee=_decision(one, one.status, notes) if one.status else None,
        covered=tuple(_covered(each, one, notes) for each in one.evidence) if one.elements else (),
        uncovered=_uncovered(one),
    )


def extent_counts(evidence: Evidence, one: Commitment) -> tuple[tuple[str, int], ...]:
    """How many elements a document covers to which extent, from covered to not compared; without zeroes."""
    known = {each.element: each.extent for each in evidence.covers}
    counts = Counter(known.get(element.id, NOT_COMPARED) for element in one.elements)
    return tuple((extent, counts[extent]) for extent in (*get_args(Extent), NOT_COMPARED) if counts[extent])


def _claim(evidence: Evidence, notes: Footnotes, register: Register) -> Claim:
    signed = (
        f", ondertekend door {name_of(evidence.signed_by, register, days_of(evidence.date))}"
        if evidence.signed_by
        else ""
    )
    return Claim(
        title=_from(evidence, f"{document_title(evidence)}{signed}", notes),
        scope=_from(evidence, evidence.scope, notes),
        content=_from(evidence, evidence.content, notes),
    )


def _decision(one: Commitment, newest: StatusEvent, notes: Footnotes) -> Decision:
    decided = _decided(one)
    told = []
    if newest.as_shown_at:
        told.append(notes.plain(f"Zo getoond {on(newest.as_shown_at)}.", *_sources(newest)))
    by = _by_whom(decided) if decided else "Wanneer en door wie besloten: niet gevonden."
    told.append(notes.plain(by, *_sources(decided or newest)))
    return Decision(notes.said(newest.status, newest), tuple(told))


def _decided(one: Commitment) -> StatusEvent | None:
    """The last time that the newest status was decided, if it was not another status in between."""
    same = takewhile(lambda event: event.status == one.status_events[-1].status, reversed(one.status_events))
    return next((event for event in same if event.decided_on or event.decided_by), None)


def _by_whom(event: StatusEvent) -> str:
    if event.decided_on and event.decided_by:
        return f"Besloten {on(event.decided_on)} door: {event.decided_by}."
    if event.decided_on:
        return f"Besloten {on(event.decided_on)}. Door wie: niet gevonden."
    return f"Besloten door: {event.decided_by}. Wanneer: niet gevonden."


def _covered(evidence: Evidence, one: Commitment, notes: Footnotes) -> Said:
    """A sentence that counts. The note of the document stands with it: it tells what could not be compared."""
    total = len(one.elements)
    told = ", ".join(f"{_count(count)} {extent}" for extent, count in extent_counts(evidence, one))
    elements = "het ene onderdeel" if total == 1 else f"de {_count(total)} onderdelen"
    return notes.said(f"{document_title(evidence)}: van {elements} {told}.", evidence)


def _uncovered(one: Commitment) -> str:
    if not one.evidence:
        return "Er is geen stuk gevonden om naast de toezegging te leggen."
    return "" if one.elements else "Deze toezegging is nog niet in onderdelen verdeeld."


def _sources(event: StatusEvent) -> tuple[str, ...]:
    return (event.source, *event.also_source)


def _from(evidence: Evidence, text: str, notes: Footnotes) -> Said:
    return notes.plain(text, evidence.source, *evidence.also_source)


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)
