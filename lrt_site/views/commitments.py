"""Commitments: the overview, and one page each. The site compares what sources say; it never says `kept`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Literal

from lrt_site import citations, urls
from lrt_site.model.commitments import Commitment, Element, Evidence, StatusEvent
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.register import Register
from lrt_site.model.sources import CitationPattern, Event, Source
from lrt_site.views import commitment_dates
from lrt_site.views.common import (
    Footnotes,
    Frame,
    Link,
    PageMaker,
    Run,
    Said,
    data_links,
    later,
    link_to,
    trail,
)
from lrt_site.views.days import DayList, Days, day_list
from lrt_site.views.labels import labelled
from lrt_site.views.timeline import Moment, counted_days, moments_of, on, overdue_in_words
from lrt_site.words import capitalised

NOT_SAID = "niet vermeld"
NOT_COMPARED = "nog niet vergeleken"
UNKNOWN = "niet bekend"


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in the overview."""

    link: Link
    title: str
    chamber: str
    made: str
    deadline: str
    status: str
    status_when: str
    documents: int
    contradictions: int


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """What templates/pages/commitments.html.jinja is given."""

    template: ClassVar[str] = "pages/commitments.html.jinja"

    frame: Frame
    rows: tuple[CommitmentRow, ...]
    statuses: tuple[tuple[str, int], ...]
    """How many commitments have which newest status."""
    registers: Link
    dates: DayList


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


def pages(register: Register, as_of: date) -> Iterator[CommitmentsPage | PageMaker]:
    """The overview, the page of every commitment, whatever its status, and that of every day."""
    newest_first = in_order(register)
    days = commitment_dates.calendar(register, as_of)
    yield _overview(register, newest_first, days)
    for index, one in enumerate(newest_first):
        before = newest_first[index + 1] if index + 1 < len(newest_first) else None
        after = newest_first[index - 1] if index else None
        yield later(urls.page_of(one), _commitment_page, register, one, before, after, as_of)
    yield from commitment_dates.pages(register, newest_first, days)


def in_order(register: Register) -> tuple[Commitment, ...]:
    """All commitments, the newest first."""
    return tuple(sorted(register.all(Commitment).values(), key=lambda one: (one.date.earliest, one.id), reverse=True))


def status_in_words(event: StatusEvent | None) -> str:
    """A status with its moment: decided, or shown, or without a date."""
    return f"{event.status}, {_status_when(event)}" if event else "niet bekend"


def status_said(one: Commitment, text: str, notes: Footnotes, *, about: str | None = None) -> Said:
    """What there is to say about the newest status, by its source."""
    return notes.said(text, one.status, about=about) if one.status else notes.plain(text, one.source)


def _overview(register: Register, commitments: tuple[Commitment, ...], days: Days) -> CommitmentsPage:
    count = len(commitments)
    counted = "Er staat één toezegging" if count == 1 else f"Er staan {count} toezeggingen"
    return CommitmentsPage(
        rows=tuple(_row(one, register) for one in commitments),
        statuses=tuple(sorted(Counter(one.status.status if one.status else UNKNOWN for one in commitments).items())),
        registers=Link("Hoe de registers van toezeggingen werken", urls.REGISTERS),
        dates=day_list("Hoe stonden de toezeggingen er op deze dag voor?", days, urls.commitments_on),
        frame=Frame(
            urls.COMMITMENTS,
            "Toezeggingen",
            f"{counted} op deze site, met wat het register zegt en welke stukken ernaast liggen.",
            trail(),
            data=(Link("index.json", f"{urls.DATA}index.json"),),
        ),
    )


def _row(one: Commitment, register: Register) -> CommitmentRow:
    return CommitmentRow(
        link=Link(one.id, urls.page_of(one)),
        title=one.title,
        chamber=one.chamber,
        made=one.date.in_words,
        deadline=one.deadlines[-1].deadline.in_words if one.deadlines else NOT_SAID,
        status=one.status.status if one.status else UNKNOWN,
        status_when=_status_when(one.status) if one.status else "",
        documents=len(one.evidence),
        contradictions=len(register.contradictions_about.get(one.id, ())),
    )


def _status_when(event: StatusEvent) -> str:
    if event.decided_on:
        return f"besloten {on(event.decided_on)}"
    return f"zo getoond {on(event.as_shown_at)}" if event.as_shown_at else "moment niet bekend"


def _commitment_page(
    register: Register, one: Commitment, before: Commitment | None, after: Commitment | None, as_of: date
) -> CommitmentPage:
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
