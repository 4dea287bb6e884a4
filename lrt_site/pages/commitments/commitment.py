"""The page of one commitment. It sets what sources say side by side; it never says `kept`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from typing import ClassVar, Literal

from lrt_site import urls
from lrt_site.findings.certainty import commitment_on
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, Element, Evidence, Passage, StatusEvent
from lrt_site.model.dates import PartialDate, at
from lrt_site.model.facts import backing
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.commitments.overdue import passed_in_words
from lrt_site.pages.commitments.related import Related, Whereabouts, related_to, whereabouts
from lrt_site.pages.commitments.responsible import responsible
from lrt_site.pages.commitments.slip_line import SlipLine, slip_line
from lrt_site.pages.commitments.timeline import (
    counted_days,
    document_title,
    moments_of,
    overdue_in_words,
    status_in_words,
    status_said,
)
from lrt_site.pages.commitments.verdicts import NOT_COMPARED, Scope, Verdicts, covered, scopes, verdicts
from lrt_site.pages.shared.common import Footnotes, Frame, Said, record_frame
from lrt_site.pages.shared.neighbours import Neighbours, links_of
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.pages.shared.table import FilledTable
from lrt_site.wording.names import days_of, link_to
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import from_its_start

NOT_SAID = "niet vermeld"
"""Where the source of a field does not fill it."""
BODY_RESTS = "Deze toelichting rust op de bronnen van de toezegging zelf."


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the register, named in its words."""

    name: str
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PassagePlace:
    """A place in the proceedings or papers where the promise stands, and where that can be read."""

    said: Said
    where: Whereabouts


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What one document says of one element."""

    extent: str
    shape: str
    """A word for the sign that repeats the extent."""
    place: str
    """Where in the document; empty where the record has no place."""
    said: Said
    document: Link


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element of the promise with a cell for every document."""

    anchor: str
    text: Said
    aspect: str
    cells: tuple[CoverageCell, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A document offered, or found, as fulfilment."""

    anchor: str
    title: str
    document: Said
    where: Whereabouts
    facts: tuple[tuple[str, Said], ...]
    """What the record knows of the document, each with the word before it."""
    counted: tuple[Said, ...]
    """Days between this document and other moments, as arithmetic."""


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """What templates/commitments/commitment.html.jinja is given."""

    template: ClassVar[str] = "commitments/commitment.html.jinja"

    frame: Frame
    in_short: tuple[Said, ...]
    """What was promised about which table, and what came of it."""
    stands: tuple[Said, ...]
    """Its newest status, and how much of it the newest document covers."""
    title: Said
    """The commitment's title in its register."""
    dates: tuple[Said, ...]
    """When it was made, and its newest deadline."""
    passed: tuple[Said, ...] = field(compare=False)
    """Whether that deadline has passed on the day of the page, as far as sources say, and for how long."""
    scopes: tuple[Scope, ...]
    verdicts: Verdicts
    fields: tuple[Field, ...]
    """Fields of the register; after these come where the promise stands and how the register words it."""
    places: tuple[PassagePlace, ...]
    worded: Said
    """The promise in the register's own words, as far as its source holds them; not the passage of the debate."""
    passage_at: Link | None
    """Where the whole passage can be read."""
    in_register: bool
    """Whether the source of the fields is the register itself; else they are what another source says of them."""
    asked_by: Said
    made_by: Said
    responsible: tuple[Said, ...]
    """The offices that were responsible, after each other."""
    remark: Said | None
    documents: tuple[Link, ...]
    """The documents in the order of the cells of a row."""
    elements: tuple[ElementRow, ...]
    evidence: tuple[EvidenceView, ...]
    slip: SlipLine
    moments: FilledTable
    undated: tuple[Said, ...]
    """Moments of which no source gives the time."""
    body: str
    """Markdown."""
    body_sources: Said
    related: tuple[Related, ...] = field(compare=False)


EXTENT_SHAPES = {
    "gedekt": "full",
    "deels gedekt": "half",
    "niet genoemd": "none",
    "niet vast te stellen": "open",
}


def commitment_page(
    register: Register, commitment: Commitment, neighbours: Neighbours[Commitment], as_of: date
) -> CommitmentPage:
    """The page of a commitment, between its neighbours in the overview."""
    notes = Footnotes(register)
    title = notes.said(commitment.title, commitment, "title")
    worded = notes.plain(f"“{from_its_start(commitment.register_text)}”", commitment, "register_text")
    read_in = [register.all(Source)[source] for source in worded.backing.sources]
    moments, undated = moments_of(commitment, notes)
    return CommitmentPage(
        in_short=in_short(commitment, notes),
        stands=tuple(_stands(commitment, notes)),
        title=title,
        dates=_dates(commitment, notes),
        passed=_passed(commitment, as_of, notes),
        scopes=scopes(commitment, notes, register),
        verdicts=verdicts(commitment, notes, register),
        fields=_fields(commitment, notes, register),
        places=tuple(_place(each, notes, register) for each in commitment.passages),
        worded=worded,
        passage_at=_open_link(read_in[0]) if len(read_in) == 1 else None,
        in_register=all(each.kind == "register" for each in read_in),
        asked_by=_asked_by(commitment, notes, register),
        made_by=_made_by(commitment, notes, register),
        responsible=responsible(commitment, notes),
        remark=notes.plain(commitment.remark, commitment, "remark") if commitment.remark else None,
        documents=tuple(Link(each.document, f"#{each.id}") for each in commitment.evidence),
        elements=tuple(_element_row(each, commitment, notes) for each in commitment.elements),
        evidence=tuple(_evidence(each, commitment, notes, register) for each in commitment.evidence),
        slip=slip_line(commitment, notes),
        moments=moments,
        undated=undated,
        body=commitment.body,
        body_sources=notes.plain(BODY_RESTS, commitment, "body"),
        related=related_to(commitment, register),
        frame=_frame(commitment, notes, neighbours),
    )


def in_short(commitment: Commitment, notes: Footnotes) -> tuple[Said, ...]:
    """What an editor wrote; else who promised what, and what came, in the words of the record."""
    if commitment.in_short:
        return tuple(notes.said(each.text, each, "text") for each in commitment.in_short)
    who = notes.plain(
        _as_sentence(f"Toegezegd {at(commitment.date)} door: {commitment.made_by_role}"),
        commitment,
        "date",
        "made_by_role",
    )
    about = notes.plain(_as_sentence(f"Het gaat over {commitment.scope_in_register}"), commitment, "scope_in_register")
    newest = max(commitment.evidence, key=lambda each: each.date.earliest, default=None)
    if newest is None:
        return (who, about, notes.plain("Een stuk dat erop antwoordt, is niet gevonden."))
    came = _as_sentence(f"{document_title(newest)}: {newest.scope}")
    return (who, about, notes.said(came, newest, "form", "date", "scope"))


def _stands(commitment: Commitment, notes: Footnotes) -> Iterator[Said]:
    """The newest status, and what is in the newest document."""
    yield status_said(commitment, f"Laatst bekende status: {status_in_words(commitment.status)}.", notes)
    if commitment.evidence and commitment.elements:
        yield covered(max(commitment.evidence, key=lambda each: each.date.earliest), commitment, notes)


def _as_sentence(text: str) -> str:
    return f"{text.rstrip('.')}."


def _frame(commitment: Commitment, notes: Footnotes, neighbours: Neighbours[Commitment]) -> Frame:
    short = " ".join(each.text for each in commitment.in_short)
    status = f"Laatst bekende status: {status_in_words(commitment.status)}."
    return record_frame(
        commitment,
        notes,
        title=f"Toezegging {commitment.id}",
        description=short
        or f"Toezegging {commitment.id} van {commitment.date.in_words} ({commitment.chamber}). {status}",
        above=(link_to_page(urls.COMMITMENTS),),
        neighbours=links_of(neighbours, lambda other: Link(other.id, urls.page_of(other))),
    )


def _dates(commitment: Commitment, notes: Footnotes) -> tuple[Said, ...]:
    made = notes.plain(f"Toegezegd {at(commitment.date)}.", commitment, "date")
    if not commitment.deadlines:
        return (made, notes.plain("Een termijn is niet gevonden."))
    newest = commitment.deadlines[-1]
    return (made, notes.said(f"Termijn: {newest.deadline.in_words}.", newest, "deadline"))


def _passed(commitment: Commitment, as_of: date, notes: Footnotes) -> tuple[Said, ...]:
    if not commitment.deadlines:
        return ()
    newest = commitment.deadlines[-1]
    stood = commitment_on(commitment, as_of)
    passed = passed_in_words(stood), overdue_in_words(commitment, as_of) if stood.passed == "ja" else ""
    return tuple(notes.plain(text, newest, "deadline") for text in passed if text)


def _fields(commitment: Commitment, notes: Footnotes, register: Register) -> tuple[Field, ...]:
    """The fields in the words and the order of the Eerste Kamer's register, each of them one."""

    def plain(texts: Iterable[str | None], *stated: str) -> tuple[Said, ...]:
        return tuple(notes.plain(text, commitment, *stated) for text in texts if text) or (notes.plain(NOT_SAID),)

    status = commitment.status
    deadline = commitment.deadlines[-1] if commitment.deadlines else None
    return (
        Field("Nummer", (notes.rests((Run(commitment.id),), backing(commitment, "id")),)),
        Field("Status", (notes.said(status.status, status, "status"),) if status else plain(())),
        Field("Datum toezegging", plain((commitment.date.in_words,), "date")),
        Field("Termijn", (notes.said(deadline.deadline.in_words, deadline, "deadline"),) if deadline else plain(())),
        Field("Voormalige Verantwoordelijke(n)", _office(status, "former_responsible", notes)),
        Field("Huidige Verantwoordelijke(n)", _office(status, "responsible", notes)),
        Field("Kamerleden", (_asked_by(commitment, notes, register),)),
        Field("Commissie", plain(commitment.committees, "committees")),
        Field("Soort activiteit", plain((commitment.activity,), "activity")),
        Field("Debat", plain((commitment.debate,), "debate")),
        Field("Categorie", plain((commitment.category,), "category")),
        Field("Onderwerpen", plain(commitment.topics, "topics")),
        Field("Kamerstukken", plain((commitment.bill,), "bill")),
    )


def _office(
    status: StatusEvent | None, which: Literal["responsible", "former_responsible"], notes: Footnotes
) -> tuple[Said, ...]:
    office = getattr(status, which, None)
    if not office or not status:
        return (notes.plain(NOT_SAID),)
    return (notes.plain(office, status, which),)


def _asked_by(commitment: Commitment, notes: Footnotes, register: Register) -> Said:
    if not (commitment.asked_by or commitment.asked_by_group):
        return notes.plain(NOT_SAID)
    said = notes.plain(commitment.asked_by_group or "", commitment, "asked_by", "asked_by_group")
    return (
        _with_person(commitment.asked_by, commitment.asked_by_group, said, register, commitment.date)
        if commitment.asked_by
        else said
    )


def _made_by(commitment: Commitment, notes: Footnotes, register: Register) -> Said:
    said = notes.plain(commitment.made_by_role, commitment, "made_by", "made_by_role", note=commitment.made_by_note)
    return (
        _with_person(commitment.made_by, commitment.made_by_role, said, register, commitment.date)
        if commitment.made_by
        else said
    )


def _with_person(person: str, more: str | None, said: Said, register: Register, on: PartialDate) -> Said:
    """A fact that opens with a link to a person, by the name of then."""
    link = link_to(person, register, then=days_of(on))
    rest = (Run(f" ({more})"),) if more else ()
    return replace(said, runs=(Run(link.title, link.address), *rest))


def _place(passage: Passage, notes: Footnotes, register: Register) -> PassagePlace:
    said = notes.plain(passage.citation, passage, "citation", note=passage.what)
    return PassagePlace(said, whereabouts(passage.citation, notes, register))


def _element_row(element: Element, commitment: Commitment, notes: Footnotes) -> ElementRow:
    literal = " ".join(element.text.split()).casefold() in " ".join(commitment.register_text.split()).casefold()
    text = notes.plain(f"“{element.text}”" if literal else element.text, commitment, "elements")
    return ElementRow(
        element.id, text, element.aspect, tuple(_cell(element, each, notes) for each in commitment.evidence)
    )


def _cell(element: Element, evidence: Evidence, notes: Footnotes) -> CoverageCell:
    document = Link(evidence.document, f"#{evidence.id}")
    for coverage in evidence.covers:
        if coverage.element == element.id:
            said = notes.plain(coverage.extent, evidence, "covers", note=coverage.note)
            return CoverageCell(coverage.extent, EXTENT_SHAPES[coverage.extent], coverage.place or "", said, document)
    return CoverageCell(NOT_COMPARED, "blank", "", notes.plain(NOT_COMPARED), document)


def _evidence(evidence: Evidence, commitment: Commitment, notes: Footnotes, register: Register) -> EvidenceView:
    def plain(text: str, field: str) -> Said:
        return notes.plain(text, evidence, field)

    behalf = evidence.also_on_behalf_of
    said = plain("", "signed_by")
    signed = _with_person(evidence.signed_by, None, said, register, evidence.date) if evidence.signed_by else None
    return EvidenceView(
        anchor=evidence.id,
        title=document_title(evidence),
        document=notes.said(evidence.document, evidence, "document"),
        where=whereabouts(evidence.document, notes, register, evidence.source),
        facts=(
            ("Vorm", plain(evidence.form, "form")),
            ("Datum", plain(evidence.date.in_words, "date")),
            ("Ondertekend door", signed or notes.plain(NOT_SAID)),
            *((("Mede namens", plain(behalf, "also_on_behalf_of")),) if behalf else ()),
            ("Gaat over", plain(evidence.scope, "scope")),
            ("Inhoud", plain(evidence.content, "content")),
        ),
        counted=counted_days(commitment, evidence, notes),
    )


def _open_link(source: Source) -> Link | None:
    return Link(source.title, source.url) if source.url and source.found else None
