"""The page of one meeting: first what came of it, then when it was, who took part, and all that was said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace
from functools import partial
from typing import ClassVar, Literal

from lrt_site import urls
from lrt_site.findings.meeting_order import days_of_meeting, in_order, outcome_of, year_of
from lrt_site.findings.observations import in_a_sentence
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.meetings import AgendaItem, Attendance, Meeting, MeetingDocument, Output
from lrt_site.model.people import Composition
from lrt_site.model.register import Register
from lrt_site.model.sources import Event
from lrt_site.pages.meetings.meetings import HELD_IN_WORDS
from lrt_site.pages.meetings.outputs import way_from_table
from lrt_site.pages.shared.common import (
    DATES,
    Footnotes,
    Frame,
    PageMaker,
    Said,
    contradiction_links,
    later,
    marks_of,
    record_frame,
)
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.seating import named_in
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.pages.shared.table import Cell, FilledTable, filled
from lrt_site.wording.meeting_titles import of_that_day, title_of, with_table
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link, Run


@dataclass(frozen=True, slots=True)
class AgendaView:
    """An agenda item as the page shows it; what came of it stands above the agenda."""

    title: str
    heading: str
    """The heading of the body under which more of it stands; empty where an earlier item has that."""
    topic: Link | None
    discussed: tuple[Said, ...]
    decided: bool
    """Whether something came of it."""
    figures: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Something that an agenda item, or the meeting as a whole, tells, where that of all items stands together."""

    said: Said
    item: Link | None
    """To the agenda item, where there is more than one."""


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """What templates/meetings/meeting.html.jinja is given."""

    template: ClassVar[str] = "meetings/meeting.html.jinja"

    frame: Frame
    in_short: tuple[Said, ...]
    """What an editor wrote to begin the page with."""
    outcome: tuple[Said, ...]
    """What came of it or what it was about; empty where no source says so."""
    concluded: bool
    """Whether that is what came of it."""
    when: Said
    planned: bool
    """Whether it is not known to have been held."""
    held: str
    location: Said | None
    """Where it was, in the words of the source."""
    table: Link
    table_name: str
    discussed: tuple[Said, ...]
    """Empty where that is what the page begins with."""
    conclusions: tuple[Gathered, ...]
    """All but what the page begins with."""
    agreements: FilledTable | None
    commitments: tuple[Link, ...]
    disputed: tuple[Gathered, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about what was disputed here; where nothing was, the page says so at its end."""
    agenda: tuple[AgendaView, ...]
    attendance: FilledTable | None
    present: tuple[Link | str, ...]
    """Who took part, as far as a source names them."""
    composition: Link | None
    report: Said | None
    report_note: str
    """What there is to say about the report in one sentence."""
    adopted_on: str
    documents: tuple[Link | str, ...]
    figures: tuple[Said, ...]
    kept_words: tuple[tuple[str, str], ...]
    """Words of the report that say who spoke, and why they stay."""
    body: str
    """Markdown."""
    related: tuple[Link, ...] = field(compare=False)
    """Events, outputs and meetings that rest on the same source."""


def pages(register: Register) -> Iterator[PageMaker]:
    """The page of each meeting, between its neighbours in time at its table."""
    meetings = in_order(register)
    for table in dict.fromkeys(meeting.table for meeting in meetings):
        own = [meeting for meeting in meetings if meeting.table == table]
        for meeting, neighbours in in_turn(own):
            yield later(urls.page_of(meeting), _meeting_page, register, meeting, neighbours)


def _meeting_page(register: Register, meeting: Meeting, neighbours: Neighbours[Meeting]) -> MeetingPage:
    notes = Footnotes(register)
    outcome = outcome_of(meeting)
    when = _when(meeting, notes)
    each, used = partial(_each, meeting, notes), partial(_used, register, notes)
    report = meeting.report
    return MeetingPage(
        in_short=tuple(notes.said(each.text, each, "text") for each in meeting.in_short),
        outcome=each(outcome.texts, outcome.field),
        concluded=outcome.concluded,
        conclusions=_conclusions(meeting, notes),
        agreements=_agreements(meeting),
        commitments=tuple(_commitments(register, meeting)),
        when=when,
        planned=meeting.state != "gehouden",
        held=HELD_IN_WORDS[meeting.state],
        location=notes.plain(meeting.location, meeting, "location") if meeting.location else None,
        table=link_to(meeting.table, register),
        table_name=meeting.table_name,
        discussed=() if outcome.field == "discussed" else each(meeting.discussed, "discussed"),
        disputed=tuple(_gathered(meeting, notes, "disputed")),
        contradictions=contradiction_links(register, meeting.id) if meeting.disputed else (),
        agenda=tuple(_agenda(register, meeting, each, used)),
        attendance=_attendance(register, meeting) if meeting.attendance else None,
        present=_present(register, meeting),
        composition=_composition(register, meeting),
        report=notes.said(report.title, report, "title") if report else None,
        report_note=_report_note(meeting),
        adopted_on=meeting.adopted_on.in_words if meeting.adopted_on else "",
        documents=tuple(_document(register, document) for document in meeting.documents),
        figures=used(meeting.figures),
        kept_words=tuple((kept.words, kept.reason) for kept in meeting.kept_words),
        body=meeting.body,
        related=_sharing_a_source(register, meeting),
        # Last, when every source of the page has its number.
        frame=_frame(register, notes, meeting, neighbours),
    )


def _each(meeting: Meeting, notes: Footnotes, texts: tuple[str, ...], field: str = "agenda") -> tuple[Said, ...]:
    return tuple(notes.plain(text, meeting, field) for text in texts)


def _used(register: Register, notes: Footnotes, figures: tuple[str, ...]) -> tuple[Said, ...]:
    return tuple(_figure(register, notes, figure) for figure in figures)


def _conclusions(meeting: Meeting, notes: Footnotes) -> tuple[Gathered, ...]:
    """All of them, but not the first where the page begins with it."""
    begins = outcome_of(meeting).concluded and not meeting.in_short
    return tuple(_gathered(meeting, notes, "conclusions"))[begins:]


def _composition(register: Register, meeting: Meeting) -> Link | None:
    """The composition that shows who took part, where a source gives one."""
    return link_to(meeting.composition, register, "alles over deze deelnemers") if meeting.composition else None


def _when(meeting: Meeting, notes: Footnotes) -> Said:
    """The moment of a meeting. What sources disagree about is the meeting, and is said with what was disputed."""
    moment = when_of(meeting) + of_that_day(meeting)
    return replace(notes.said(moment, meeting, *DATES, anchor=meeting.id), contradictions=())


def _frame(register: Register, notes: Footnotes, meeting: Meeting, neighbours: Neighbours[Meeting]) -> Frame:
    year = year_of(meeting)
    frame = record_frame(
        meeting,
        notes,
        title=title_of(meeting, register),
        description=_summary(meeting, register),
        above=way_from_table(meeting, register, link_to_page(urls.MEETINGS), Link(str(year), urls.in_year(year))),
        neighbours=links_of(neighbours, lambda other: Link(title_of(other, register), urls.page_of(other))),
    )
    return replace(
        frame,
        moment=f"vergaderdatum: {when_of(meeting)}{' (afgeleid)' if meeting.derived else ''}",
        contradictions=() if meeting.disputed else frame.contradictions,
    )


def _gathered(meeting: Meeting, notes: Footnotes, which: Literal["conclusions", "disputed"]) -> Iterator[Gathered]:
    """What the meeting as a whole tells, and then each of its agenda items."""
    for text in getattr(meeting, which):
        yield Gathered(notes.plain(text, meeting, which), None)
    for item, link in _items(meeting):
        for text in getattr(item, which):
            yield Gathered(notes.plain(text, meeting, "agenda"), link if len(meeting.agenda) > 1 else None)


def _items(meeting: Meeting) -> Iterator[tuple[AgendaItem, Link]]:
    for number, item in enumerate(meeting.agenda, 1):
        yield item, Link(item.title, f"#agenda-{number}")


def _agenda(
    register: Register,
    meeting: Meeting,
    each: Callable[[tuple[str, ...]], tuple[Said, ...]],
    used: Callable[[tuple[str, ...]], tuple[Said, ...]],
) -> Iterator[AgendaView]:
    titles: set[str] = set()
    for item in meeting.agenda:
        yield AgendaView(
            title=item.title,
            heading="" if item.title in titles else item.title,
            topic=_topic(register, item.topic) if item.topic else None,
            discussed=each(item.discussed),
            decided=bool(item.conclusions or item.agreements),
            figures=used(item.figures),
        )
        titles.add(item.title)


def _topic(register: Register, identifier: str) -> Link:
    topics = register.table.topics
    return link_to(identifier, register, next(topic.name for topic in topics if topic.id == identifier))


def _agreements(meeting: Meeting) -> FilledTable | None:
    """Who does what by when, of all agenda items."""
    several = len(meeting.agenda) > 1
    rows = [
        (
            agreement.who,
            agreement.what,
            agreement.due.in_words if agreement.due else "geen termijn genoemd",
            *((link,) if several else ()),
        )
        for item, link in _items(meeting)
        for agreement in item.agreements
    ]
    headings = ("Wie", "Wat", "Wanneer", *(("Agendapunt",) if several else ()))
    return filled("Afspraken", headings, rows) if rows else None


def _commitments(register: Register, meeting: Meeting) -> Iterator[Link]:
    """The commitments that agenda items touch, each once."""
    for commitment in dict.fromkeys(commitment for item in meeting.agenda for commitment in item.commitments):
        yield link_to(commitment, register, f"{commitment}: {register.all(Commitment)[commitment].title}")


def _attendance(register: Register, meeting: Meeting) -> FilledTable:
    """Who was there, or was not."""
    then = days_of_meeting(meeting)

    def row(attendance: Attendance) -> tuple[Cell, ...]:
        named = (attendance.person, attendance.organisation)
        who = tuple(link_to(known, register, then=then) for known in named if known)
        replaced = f"vervangen door {attendance.replaced_by}" if attendance.replaced_by else ""
        return who, attendance.role or "niet genoemd", replaced or attendance.presence

    return filled(
        "Aanwezigheid, met het ambt van dat moment",
        ("Wie", "Ambt", "Aanwezigheid"),
        map(row, meeting.attendance),
    )


def _present(register: Register, meeting: Meeting) -> tuple[Link | str, ...]:
    """Who was there by name, or else by organisation; where no attendance is known, whom the source shows."""
    then = days_of_meeting(meeting)
    here = [attendance for attendance in meeting.attendance if attendance.presence == "aanwezig"]
    if here:
        known = (attendance.person or attendance.organisation for attendance in here)
        return tuple(link_to(each, register, then=then) for each in dict.fromkeys(known) if each)
    if meeting.composition and not meeting.attendance:
        shown = register.all(Composition)[meeting.composition]
        return named_in(shown, register)
    return ()


def _document(register: Register, document: MeetingDocument) -> Link | str:
    if document.url:
        return Link(document.title, document.url)
    return link_to(document.source, register, document.title) if document.source else document.title


def _figure(register: Register, notes: Footnotes, identifier: str) -> Said:
    """A figure used, with its value as the source gave it."""
    series, values = register.observations[identifier]
    whole = next((observation for observation in values if observation.part is None), values[0])
    status = f", {whole.status}" if whole.status != "niet vermeld" else ""
    return Said(
        (Run(f"{series.name}: {in_a_sentence(whole)}{status}", urls.address_of(identifier, register)),),
        None,
        marks_of(whole),
        notes.backing(whole, "value"),
        (),
        contradiction_links(register, identifier),
    )


def _report_note(meeting: Meeting) -> str:
    report = meeting.report
    if report is None and meeting.state == "afgelast":
        return "Deze vergadering ging niet door."
    if report is None and meeting.state != "gehouden":
        return "Geen bron zegt dat deze vergadering is gehouden. Een verslag is niet gevonden."
    if report is None:
        return "Van deze vergadering is geen verslag gevonden."
    date = f", {report.date.in_words}" if report.date else ""
    return f"Een {report.form} van {report.publisher}{date}."


def _summary(meeting: Meeting, register: Register) -> str:
    """What an editor wrote in short; or else the meeting, that it was only planned, and the first thing of it."""
    if meeting.in_short:
        return " ".join(each.text for each in meeting.in_short)
    told = outcome_of(meeting).texts[:1]
    what = f": {told[0].rstrip('.')}" if told else ""
    state = "" if meeting.state == "gehouden" else f" ({meeting.state})"
    return f"{title_of(meeting, register)} van de {meeting.table_name}{state}{what}."


def _sharing_a_source(register: Register, meeting: Meeting) -> tuple[Link, ...]:
    """Events, outputs and other meetings that rest on the meeting's first source."""
    found = []
    for identifier in register.resting_on[meeting.source]:
        other = register.records.get(identifier)
        if isinstance(other, Event | Output | Meeting) and other.id != meeting.id:
            known = with_table(other, register, meeting.table) if isinstance(other, Meeting) else None
            found.append(link_to(other.id, register, known))
    return tuple(found)
