"""What else on the site touches a commitment: meetings, the figures used there, outputs, history and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.meetings import AgendaItem, Meeting, Output
from lrt_site.model.register import Register
from lrt_site.model.sources import CitationPattern, Event, Source
from lrt_site.pages.shared.common import NO_BACKING, Footnotes, Said
from lrt_site.wording import citations
from lrt_site.wording.labels import in_order, labelled
from lrt_site.wording.runs import Link, Run


@dataclass(frozen=True, slots=True)
class Related:
    """Records of one kind that touch a commitment, each with its sources."""

    heading: str
    links: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where a cited paper can be read."""

    address: Link | None
    """Absent where no address is known."""
    basis: Said | None
    """How sure the address is, and what it rests on."""


def related_to(commitment: Commitment, register: Register) -> tuple[Related, ...]:
    """What touches a commitment, kind by kind; kinds without anything are left out. Contradictions stand apart."""
    items = tuple(_agenda_items(commitment, register))
    held = [(meeting.id, item) for meeting, item in items if meeting.state == "gehouden"]
    not_held = [(meeting.id, item) for meeting, item in items if meeting.state != "gehouden"]
    texts = (*(each.citation for each in commitment.passages), *(each.document for each in commitment.evidence))
    cited = {citations.normal(text) for text in texts}
    found: tuple[tuple[str, Iterable[str]], ...] = (
        ("Vergaderingen die haar bespraken", (meeting for meeting, _ in held)),
        ("Cijfers die daarbij zijn gebruikt", (figure for _, item in held for figure in item.figures)),
        ("Vergaderingen met haar op de agenda, niet gehouden of nog niet", (meeting for meeting, _ in not_held)),
        ("Cijfers bij die agenda", (figure for _, item in not_held for figure in item.figures)),
        ("Brieven en besluiten van de tafel", _naming(commitment, register.all(Output).values())),
        ("Geschiedenis", _naming(commitment, register.all(Event).values())),
        ("Tafel waarover zij gaat", (commitment.table,) if commitment.table else ()),
        ("Hoe de stukken worden aangehaald", (each.id for each in _patterns(cited, register))),
    )
    groups = ((heading, in_order(identifiers, register)) for heading, identifiers in found)
    return tuple(
        Related(heading, tuple(_linked(identifier, register) for identifier in identifiers))
        for heading, identifiers in groups
        if identifiers
    )


def whereabouts(citation: str, notes: Footnotes, register: Register, own: str | None = None) -> Whereabouts:
    """The address of a cited paper: that of a source we opened, else one that follows from how papers are cited.

    `own` is the source that is the paper itself, where one is.
    """
    key = citations.normal(citation)
    for source in register.all(Source).values():
        is_paper = citations.normal(source.citation or "") == key or (source.id == own and source.kind != "register")
        if is_paper and source.url and source.found and source.url_verified:
            return Whereabouts(Link(f"Lees {citation}", source.url), notes.naming(source.title, source.id))
    for pattern in _patterns({key}, register):
        if pattern.url:
            return Whereabouts(Link(f"Lees {citation}", pattern.url), notes.said(pattern.what, pattern, "what"))
    return Whereabouts(None, None)


def _agenda_items(commitment: Commitment, register: Register) -> Iterator[tuple[Meeting, AgendaItem]]:
    for meeting in register.all(Meeting).values():
        for item in meeting.agenda:
            if commitment.id in item.commitments:
                yield meeting, item


def _naming(commitment: Commitment, records: Iterable[Event | Output]) -> Iterator[str]:
    for record in records:
        text = record.event if isinstance(record, Event) else record.content
        if any(each.key == commitment.id for each in citations.citations_in(f"{text} {record.note or ''}")):
            yield record.id


def _patterns(cited: set[str], register: Register) -> Iterator[CitationPattern]:
    for pattern in register.all(CitationPattern).values():
        if pattern.citation and citations.normal(pattern.citation) in cited:
            yield pattern


def _linked(identifier: str, register: Register) -> Said:
    """A link to a page that names the sources of what it says."""
    link = labelled(identifier, register)
    return Said((Run(link.title, link.address),), None, (), NO_BACKING, (), ())
