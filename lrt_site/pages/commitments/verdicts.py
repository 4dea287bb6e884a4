"""What the government says, what was decided or shown of the status, and what documents cover: never merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from lrt_site.findings.certainty import was_decided
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, Evidence, Extent, StatusEvent
from lrt_site.model.dates import at
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.commitments.timeline import document_title
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.wording.names import days_of, name_of

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
class DocumentClaim:
    """What one document says of itself."""

    title: Said
    scope: Said
    content: Said


@dataclass(frozen=True, slots=True)
class StatusTold:
    """A status as a source decides it, or only shows it."""

    heading: str
    """Which of the two, and of whom."""
    status: Said
    moments: tuple[Said, ...]
    """When and by whom it was decided, or when it was shown."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Three answers by three parties. Given to templates/commitments/verdicts.html.jinja."""

    government: tuple[DocumentClaim, ...]
    """What the documents that a member of government signed say of themselves."""
    others: tuple[DocumentClaim, ...]
    """The same of documents of which no signature is known."""
    statuses: tuple[StatusTold, ...]
    """The newest status, and where no source decides it the newest one that was decided."""
    covered: tuple[Said, ...]
    """Of each document how many elements it covers, and how far."""
    uncovered: str
    """Why there is nothing to count; empty where there is."""


def scopes(commitment: Commitment, notes: Footnotes, register: Register) -> tuple[Scope, ...]:
    """What the register says the promise is about, and what each document says."""
    said = notes.plain(commitment.scope_in_register, commitment, "scope_in_register")
    sources = [register.all(Source)[each] for each in said.backing.sources]
    own = Scope(
        "Volgens het register" if all(each.kind == "register" for each in sources) else "Volgens onze bron",
        " of ".join(each.date.in_words if each.date else "bron zonder datum" for each in sources),
        said,
    )
    documents = (
        Scope(f"Volgens {each.document}", each.date.in_words, notes.plain(each.scope, each, "scope"))
        for each in commitment.evidence
    )
    return (own, *documents)


def verdicts(commitment: Commitment, notes: Footnotes, register: Register) -> Verdicts:
    """The three answers, each with its sources and dates."""
    return Verdicts(
        government=tuple(_claim(each, notes, register) for each in commitment.evidence if each.signed_by),
        others=tuple(_claim(each, notes, register) for each in commitment.evidence if not each.signed_by),
        statuses=tuple(_statuses(commitment, notes, register)),
        covered=tuple(covered(each, commitment, notes) for each in commitment.evidence) if commitment.elements else (),
        uncovered=_uncovered(commitment),
    )


def extent_counts(evidence: Evidence, commitment: Commitment) -> tuple[tuple[str, int], ...]:
    """How many elements a document covers to which extent, from covered to not compared; without zeroes."""
    known = {each.element: each.extent for each in evidence.covers}
    counts = Counter(known.get(element.id, NOT_COMPARED) for element in commitment.elements)
    return tuple((extent, counts[extent]) for extent in (*get_args(Extent), NOT_COMPARED) if counts[extent])


def _claim(evidence: Evidence, notes: Footnotes, register: Register) -> DocumentClaim:
    signed = (
        f", ondertekend door {name_of(evidence.signed_by, register, days_of(evidence.date))}"
        if evidence.signed_by
        else ""
    )
    return DocumentClaim(
        title=notes.plain(f"{document_title(evidence)}{signed}", evidence, "form", "date", "signed_by"),
        scope=notes.plain(evidence.scope, evidence, "scope"),
        content=notes.plain(evidence.content, evidence, "content"),
    )


def _statuses(commitment: Commitment, notes: Footnotes, register: Register) -> Iterator[StatusTold]:
    decisions = [event for event in commitment.status_events if event.decided_on or event.decided_by]
    newest, decided = commitment.status, decisions[-1] if decisions else None
    if newest and newest is not decided:
        yield _shown(newest, commitment, notes, register)
    if decided:
        yield _decided(decided, notes)


def _shown(event: StatusEvent, commitment: Commitment, notes: Footnotes, register: Register) -> StatusTold:
    status = notes.said(event.status, event, "status")
    kinds = {register.all(Source)[source].kind for source in status.backing.sources}
    told = []
    if event.as_shown_at:
        told.append(notes.plain(f"Stand van {event.as_shown_at.in_words}.", event, "as_shown_at"))
    if not was_decided(commitment, event):
        told.append(notes.plain("Een besluit hierover is niet gevonden."))
    heading = "Welke status het register noemt" if kinds == {"register"} else "Welke status onze bron noemt"
    return StatusTold(heading, status, tuple(told))


def _decided(event: StatusEvent, notes: Footnotes) -> StatusTold:
    by_committee = "commissie" in (event.decided_by or "").casefold()
    told = [notes.plain(_by_whom(event), event, "decided_on", "decided_by")]
    if event.as_shown_at:
        told.append(notes.plain(f"Stand van {event.as_shown_at.in_words}.", event, "as_shown_at"))
    heading = "Wat de commissie besloot" if by_committee else "Wat is besloten"
    return StatusTold(heading, notes.said(event.status, event, "status"), tuple(told))


def _by_whom(event: StatusEvent) -> str:
    if event.decided_on and event.decided_by:
        return f"Besloten {at(event.decided_on)} door: {event.decided_by}."
    if event.decided_on:
        return f"Besloten {at(event.decided_on)}. Door wie: niet gevonden."
    return f"Besloten door: {event.decided_by}. Wanneer: niet gevonden."


def covered(evidence: Evidence, commitment: Commitment, notes: Footnotes) -> Said:
    """A sentence that counts. The note of the document stands with it: it tells what could not be compared."""
    total = len(commitment.elements)
    told = ", ".join(f"{_count(count)} {extent}" for extent, count in extent_counts(evidence, commitment))
    elements = "het ene onderdeel" if total == 1 else f"de {_count(total)} onderdelen"
    return notes.said(f"{document_title(evidence)}: van {elements} {told}.", evidence, "covers")


def _uncovered(commitment: Commitment) -> str:
    if not commitment.evidence:
        return "Er is geen stuk gevonden om naast de toezegging te leggen."
    return "" if commitment.elements else "Deze toezegging is nog niet in onderdelen verdeeld."


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)
