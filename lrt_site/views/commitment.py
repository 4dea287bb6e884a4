"""The page of one commitment. It sets what sources say side by side; it never says `kept`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from lrt_site import citations, urls
from lrt_site.model.commitments import Commitment, Element, Evidence, StatusEvent
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.register import Register
from lrt_site.model.sources import CitationPattern, Event, Source
from lrt_site.views.common import (
    Footnotes,
    Frame,
    Link,
    Run,
    Said,
    data_links,
    link_to,
    trail,
)
from lrt_site.views.labels import labelled
from lrt_site.views.timeline import Moment, counted_days, moments_of, overdue_in_words, status_in_words, status_said
from lrt_site.words import capitalised

NOT_SAID = "niet vermeld"
"""Where the source of a field does not fill it."""
NOT_COMPARED = "nog niet vergeleken"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the register, named in its words."""

    name: str
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document says of one element."""

    extent: str
    shape: str
    """A word for the sign that repeats the extent."""
    said: Said
    document: Link


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element of the promise with a cell for every document."""

    anchor: str
    text: str
    aspect: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A document offered, or found, as fulfilment."""

    anchor: str
    title: str
    document: Said
    form: str
    date: str
    signed_by: Link | None
    also_on_behalf_of: str | None
    content: str
    counted: tuple[str, ...]
    """Days between this document and other moments, as arithmetic."""


@dataclass(frozen=True, slots=True)
class CommitmentPage:
    """What templates/pages/commitment.html.jinja is given."""

    template: ClassVar[str] = "pages/commitment.html.jinja"

    frame: Frame
    title: Said
    """The commitment's title in its register."""
    status: Said
    """The newest status known, and when it was decided or shown."""
    fields: tuple[Field, ...]
    """Thirteen fields of the register; the fourteenth is the passage."""
    passage: Said
    passage_at: Link | None
    """Where the whole passage can be read."""
    in_register: bool
    """Whether the source of the fields is the register itself; else they are what another source says of them."""
    asked_by: Said
    made_by: Said
    scopes: tuple[tuple[str, Said], ...]
    """What the register and each document say the promise is about."""
    remark: Said | None
    documents: tuple[Link, ...]
    """The documents in the order of the cells of a row."""
    elements: tuple[ElementRow, ...]
    evidence: tuple[EvidenceView, ...]
    overdue: str
    """Days past the newest deadline of a promise that its register still shows as open; empty otherwise."""
    moments: tuple[Moment, ...]
    undated: tuple[Said, ...]
    """Moments of which no source gives the time."""
    body: str
    """Markdown."""
    related: tuple[Link, ...]


EXTENT_SHAPES = {
    "gedekt": "full",
    "deels gedekt": "half",
    "niet genoemd": "none",
    "niet vast te stellen": "open",
}


def commitment_page(
    register: Register, one: Commitment, before: Commitment | None, after: Commitment | None, as_of: date
) -> CommitmentPage:
    """The page of a commitment, between its neighbours in the overview."""
    notes = Footnotes(register)
    moments, undated = moments_of(one, notes)
    status = f"Laatst bekende status: {status_in_words(one.status)}."
    return CommitmentPage(
        title=notes.said(one.title, one),
        status=status_said(one, status, notes),
        fields=_fields(one, notes, register),
        passage=notes.plain(f"“{one.register_text}”", one.source),
        passage_at=_open_link(register.all(Source)[one.source]),
        in_register=register.all(Source)[one.source].kind == "register",
        asked_by=_asked_by(one, notes, register),
        made_by=_made_by(one, notes, register),
        scopes=_scopes(one, notes),
        remark=notes.plain(one.remark, one.source, *one.also_source) if one.remark else None,
        documents=tuple(Link(each.document, f"#{each.id}") for each in one.evidence),
        elements=tuple(_element_row(each, one, notes) for each in one.elements),
        evidence=tuple(_evidence(each, one, notes, register) for each in one.evidence),
        overdue=overdue_in_words(one, as_of),
        moments=moments,
        undated=undated,
        body=one.body,
        related=_related(one, register),
        frame=Frame(
            address=urls.page_of(one),
            title=f"Toezegging {one.id}",
            description=f"Toezegging {one.id} van {one.date.in_words} ({one.chamber}). {status}",
            trail=trail(Link("Toezeggingen", urls.COMMITMENTS)),
            contradictions=notes.contradictions(one),
            references=notes.references(),
            data=data_links(one),
            previous=Link(before.id, urls.page_of(before)) if before else None,
            next=Link(after.id, urls.page_of(after)) if after else None,
            record=one.id,
        ),
    )


def _fields(one: Commitment, notes: Footnotes, register: Register) -> tuple[Field, ...]:
    """The fields in the words and the order of the Eerste Kamer's register, up to the passage."""

    def plain(*texts: str | None) -> tuple[Said, ...]:
        known = [text for text in texts if text]
        return tuple(notes.plain(text, one.source) for text in known) or (notes.plain(NOT_SAID),)

    status = one.status
    deadline = one.deadlines[-1] if one.deadlines else None
    activity = f"{one.activity} ({one.debate})" if one.debate else one.activity
    return (
        Field("Nummer", (replace(notes.plain(one.id, one.source), runs=(Run(one.id),)),)),
        Field("Status", (notes.said(status.status, status),) if status else plain()),
        Field("Datum toezegging", plain(one.date.in_words)),
        Field("Deadline", (notes.said(deadline.deadline.in_words, deadline),) if deadline else plain()),
        Field("Voormalige Verantwoordelijke(n)", _responsible(status, "former_responsible", notes)),
        Field("Huidige Verantwoordelijke(n)", _responsible(status, "responsible", notes)),
        Field("Kamerleden", (_asked_by(one, notes, register),)),
        Field("Commissie", plain(*one.committees)),
        Field("Soort activiteit", plain(activity)),
        Field("Categorie", plain(one.category)),
        Field("Onderwerpen", plain(*one.topics)),
        Field("Kamerstukken", plain(one.bill)),
        Field(
            "Uit de stukken: vindplaats",
            tuple(notes.plain(each.citation, each.source, note=each.what) for each in one.passages) or plain(),
        ),
    )


def _responsible(
    status: StatusEvent | None, which: Literal["responsible", "former_responsible"], notes: Footnotes
) -> tuple[Said, ...]:
    office = getattr(status, which, None)
    if not office or not status:
        return (notes.plain(NOT_SAID),)
    return (notes.plain(office, status.source, *status.also_source),)


def _asked_by(one: Commitment, notes: Footnotes, register: Register) -> Said:
    if not one.asked_by:
        return notes.plain(one.asked_by_group or NOT_SAID, one.source if one.asked_by_group else None)
    return _with_person(one.asked_by, one.asked_by_group, notes.plain("", one.source), register)


def _made_by(one: Commitment, notes: Footnotes, register: Register) -> Said:
    said = notes.plain(one.made_by_role, one.source, *one.also_source, note=one.made_by_note)
    return _with_person(one.made_by, one.made_by_role, said, register) if one.made_by else said


def _with_person(person: str, more: str | None, said: Said, register: Register) -> Said:
    """A fact that opens with a link to a person."""
    link = link_to(person, register)
    rest = (Run(f" ({more})"),) if more else ()
    return replace(said, runs=(Run(link.title, link.address), *rest))


def _scopes(one: Commitment, notes: Footnotes) -> tuple[tuple[str, Said], ...]:
    return (
        ("Het register", notes.plain(one.scope_in_register, one.source)),
        *((each.document, notes.plain(each.scope, each.source, *each.also_source)) for each in one.evidence),
    )


def _element_row(element: Element, one: Commitment, notes: Footnotes) -> ElementRow:
    return ElementRow(
        element.id, element.text, element.aspect, tuple(_cell(element, each, notes) for each in one.evidence)
    )


def _cell(element: Element, evidence: Evidence, notes: Footnotes) -> Cell:
    document = Link(evidence.document, f"#{evidence.id}")
    for one in evidence.covers:
        if one.element == element.id:
            said = notes.plain(one.extent, evidence.source, *evidence.also_source, note=one.note)
            return Cell(one.extent, EXTENT_SHAPES[one.extent], said, document)
    return Cell(NOT_COMPARED, "blank", notes.plain(NOT_COMPARED), document)


def _evidence(evidence: Evidence, one: Commitment, notes: Footnotes, register: Register) -> EvidenceView:
    return EvidenceView(
        anchor=evidence.id,
        title=f"{capitalised(evidence.form)} van {evidence.date.in_words}",
        document=notes.said(evidence.document, evidence),
        form=evidence.form,
        date=evidence.date.in_words,
        signed_by=link_to(evidence.signed_by, register) if evidence.signed_by else None,
        also_on_behalf_of=evidence.also_on_behalf_of,
        content=evidence.content,
        counted=counted_days(one, evidence),
    )


def _open_link(source: Source) -> Link | None:
    return Link(source.title, source.url) if source.url and source.found else None


def _related(one: Commitment, register: Register) -> tuple[Link, ...]:
    """What else on the site is about this commitment, or says where its papers stand."""
    cited = {
        citations.normal(text) for text in (*(p.citation for p in one.passages), *(e.document for e in one.evidence))
    }
    found = [
        *((one.table,) if one.table else ()),
        *(
            each.id
            for each in register.all(Meeting).values()
            if any(one.id in item.commitments for item in each.agenda)
        ),
        *(each.id for each in register.all(Event).values() if one.id in f"{each.event} {each.note}"),
        *(each.id for each in register.all(Output).values() if one.id in f"{each.content} {each.note}"),
        *(each.id for each in register.all(CitationPattern).values() if each.citation in cited),
    ]
    return tuple(labelled(identifier, register) for identifier in found)
