"""Meetings: the overview, the years and one page each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.dates import ClockTime
from lrt_site.model.meetings import AgendaItem, Attendance, Meeting, MeetingDocument, Output
from lrt_site.model.names import Days
from lrt_site.model.namesakes import apart
from lrt_site.model.register import Register
from lrt_site.model.sources import Event
from lrt_site.views import outputs
from lrt_site.views.common import (
    DATES,
    Footnotes,
    Frame,
    Link,
    Mark,
    PageMaker,
    PageView,
    Run,
    Said,
    contradiction_links,
    data_links,
    in_words,
    later,
    link_to,
    marks_of,
    name_of,
    sort_day,
    trail,
)
from lrt_site.views.naming import told_apart
from lrt_site.views.observed import in_a_sentence
from lrt_site.views.page_names import link_to_page

MIDNIGHT = ClockTime("00:00")
"""Where a meeting without a known time stands among those of its day."""
SHOWN_AT_ONCE = 100
"""Up to so many meetings the overview lists them all; beyond that it lists the newest and the years."""
NEWEST = 20


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list."""

    link: Link
    table: str
    state: str
    subjects: tuple[str, ...]
    report: str
    """The form of the published account, or that none was found."""
    marks: tuple[Mark, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """What templates/pages/meetings.html.jinja is given: the overview, or one year of it."""

    template: ClassVar[str] = "pages/meetings.html.jinja"

    frame: Frame
    rows: tuple[MeetingRow, ...]
    years: tuple[Link, ...]
    outputs: tuple[Link, ...]
    coverage: Link
    """The page that sets every meeting beside its account."""
    forms: Link
    """The page about forms of reporting."""
    mentions: Link
    """The page with mentions that are not confirmed."""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """Who was there, or was not."""

    who: tuple[Link | str, ...]
    role: str
    presence: str


@dataclass(frozen=True, slots=True)
class AgendaView:
    """An agenda item as the page shows it."""

    title: str
    topic: Link | None
    discussed: tuple[Said, ...]
    conclusions: tuple[Said, ...]
    agreements: tuple[tuple[str, str, str], ...]
    """Who, what, and by when in words."""
    disputed: tuple[Said, ...]
    figures: tuple[Said, ...]
    commitments: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """What templates/pages/meeting.html.jinja is given."""

    template: ClassVar[str] = "pages/meeting.html.jinja"

    frame: Frame
    when: Said
    state: str
    table: Link
    table_name: str
    discussed: tuple[Said, ...]
    conclusions: tuple[Said, ...]
    disputed: tuple[Said, ...]
    agenda: tuple[AgendaView, ...]
    attendance: tuple[AttendanceRow, ...]
    composition: Link | None
    report: Said | None
    report_note: str
    """What there is to say about the report in one sentence."""
    adopted_on: str
    documents: tuple[Link | str, ...]
    figures: tuple[Said, ...]
    body: str
    """Markdown."""
    related: tuple[Link, ...] = field(compare=False)
    """Events, outputs and meetings that rest on the same source."""


def in_order(register: Register) -> tuple[Meeting, ...]:
    """All meetings, the newest last."""
    return tuple(
        sorted(
            register.all(Meeting).values(),
            key=place_in_time,
        )
    )


def place_in_time(meeting: Meeting) -> tuple[date, ClockTime, str]:
    """What puts meetings in order of time: by day, by the hour within a day."""
    return sort_day(meeting.date, meeting.not_before, meeting.not_after), meeting.time or MIDNIGHT, meeting.id


def title_of(meeting: Meeting, register: Register) -> str:
    """A meeting as a heading, with its time or label where it has one, and told apart from others of that moment."""
    when = in_words(meeting.date, meeting.date_note, meeting.not_before, meeting.not_after)
    if meeting.date and not meeting.date.is_day:
        when = meeting.date.in_words
    joined = f" {when}" if when.startswith(("in ", "vóór ", "niet ")) else f" van {when}"
    return told_apart(f"Vergadering{joined}{_of_that_day(meeting)}", meeting, register)


def with_table(meeting: Meeting, register: Register, known: str | None = None, table: str = "") -> str:
    """The title with the name of the table, unless that is the one known or the title names it."""
    title = title_of(meeting, register)
    if meeting.table == known or apart(register, meeting) == meeting.table_name:
        return title
    return f"{title} ({table or name_of(meeting.table, register)})"


def days_of_meeting(meeting: Meeting) -> Days | None:
    """The days on which it can have been; none where these have no beginning or no end."""
    first, last = meeting.date or meeting.not_before, meeting.date or meeting.not_after
    return (first.earliest, last.latest) if first and last else None


def _of_that_day(meeting: Meeting) -> str:
    """What tells meetings of one day apart: `, 19.30 uur (avondzitting)`."""
    time = f", {meeting.time.in_words}" if meeting.time else ""
    return f"{time} ({meeting.label})" if meeting.label else time


def pages(register: Register) -> Iterator[PageView | PageMaker]:
    """Every page about meetings."""
    meetings = in_order(register)
    yield from _overviews(register, meetings)
    for index, meeting in enumerate(meetings):
        before = meetings[index - 1] if index else None
        after = meetings[index + 1] if index + 1 < len(meetings) else None
        yield later(urls.page_of(meeting), _meeting_page, register, meeting, before, after)


def year_of(meeting: Meeting) -> int:
    """The year under which a meeting is listed."""
    return sort_day(meeting.date, meeting.not_before, meeting.not_after).year


def row_of(register: Register, meeting: Meeting) -> MeetingRow:
    """A meeting in a list."""
    subjects = meeting.discussed or tuple(item.title for item in meeting.agenda)
    report = meeting.report.form if meeting.report else "geen verslag gevonden"
    return MeetingRow(
        Link(title_of(meeting, register), urls.page_of(meeting)),
        meeting.table_name,
        meeting.state,
        subjects,
        report,
        marks_of(meeting),
        contradiction_links(register, meeting.id),
    )


def _overviews(register: Register, meetings: tuple[Meeting, ...]) -> Iterator[MeetingsPage]:
    newest_first = tuple(reversed(meetings))
    years = sorted({year_of(meeting) for meeting in meetings}, reverse=True)
    links = tuple(Link(str(year), urls.in_year(year)) for year in years)
    shown = newest_first if len(meetings) <= SHOWN_AT_ONCE else newest_first[:NEWEST]
    frame = Frame(
        urls.MEETINGS,
        "Vergaderingen",
        f"{len(meetings)} vergaderingen waarvan een bron spreekt, de nieuwste eerst.",
        trail(),
    )
    yield _meetings_page(register, frame, shown, links)
    for index, year in enumerate(years):
        in_year = [one for one in newest_first if year_of(one) == year]
        frame = Frame(
            urls.in_year(year),
            f"Vergaderingen in {year}",
            f"{len(in_year)} {'vergadering' if len(in_year) == 1 else 'vergaderingen'} waarvan een bron spreekt.",
            trail(link_to_page(urls.MEETINGS)),
            previous=links[index + 1] if index + 1 < len(links) else None,
            next=links[index - 1] if index else None,
        )
        yield replace(_meetings_page(register, frame, tuple(in_year), links), outputs=())


def _meetings_page(
    register: Register, frame: Frame, shown: tuple[Meeting, ...], years: tuple[Link, ...]
) -> MeetingsPage:
    return MeetingsPage(
        frame=frame,
        rows=tuple(row_of(register, meeting) for meeting in shown),
        years=years,
        outputs=tuple(link_to(one.id, register) for one in outputs.in_order(register)),
        coverage=link_to_page(urls.COVERAGE),
        forms=link_to_page(urls.REPORTING),
        mentions=link_to_page(urls.MENTIONS),
    )


def _meeting_page(register: Register, meeting: Meeting, before: Meeting | None, after: Meeting | None) -> MeetingPage:
    notes = Footnotes(register)
    when = notes.said(
        in_words(meeting.date, meeting.date_note, meeting.not_before, meeting.not_after) + _of_that_day(meeting),
        meeting,
        *DATES,
        anchor=meeting.id,
    )

    def each(texts: tuple[str, ...], field: str = "agenda") -> tuple[Said, ...]:
        return tuple(notes.plain(text, meeting, field) for text in texts)

    def used(figures: tuple[str, ...]) -> tuple[Said, ...]:
        return tuple(_figure(register, notes, one) for one in figures)

    report = meeting.report
    return MeetingPage(
        when=when,
        state=meeting.state,
        table=link_to(meeting.table, register),
        table_name=meeting.table_name,
        discussed=each(meeting.discussed, "discussed"),
        conclusions=each(meeting.conclusions, "conclusions"),
        disputed=each(meeting.disputed, "disputed"),
        agenda=tuple(_agenda_view(register, item, each, used) for item in meeting.agenda),
        attendance=tuple(_attendance_row(register, one, days_of_meeting(meeting)) for one in meeting.attendance),
        composition=link_to(meeting.composition, register, "Wie deze bron aan tafel toont")
        if meeting.composition
        else None,
        report=notes.said(report.title, report, "title") if report else None,
        report_note=_report_note(meeting),
        adopted_on=meeting.adopted_on.in_words if meeting.adopted_on else "",
        documents=tuple(_document(register, one) for one in meeting.documents),
        figures=used(meeting.figures),
        body=meeting.body,
        related=_sharing_a_source(register, meeting),
        # Last, when every source of the page has its number.
        frame=_frame(register, notes, meeting, before, after),
    )


def _frame(
    register: Register, notes: Footnotes, meeting: Meeting, before: Meeting | None, after: Meeting | None
) -> Frame:
    year = year_of(meeting)
    return Frame(
        address=urls.page_of(meeting),
        title=title_of(meeting, register),
        moment=f"vergaderdatum: {in_words(meeting.date, meeting.date_note, meeting.not_before, meeting.not_after)}",
        description=_summary(meeting, register),
        trail=trail(link_to_page(urls.MEETINGS), Link(str(year), urls.in_year(year))),
        contradictions=notes.contradictions(meeting),
        references=notes.references(),
        data=data_links(meeting),
        previous=Link(title_of(before, register), urls.page_of(before)) if before else None,
        next=Link(title_of(after, register), urls.page_of(after)) if after else None,
        record=meeting.id,
    )


def _agenda_view(
    register: Register,
    item: AgendaItem,
    each: Callable[[tuple[str, ...]], tuple[Said, ...]],
    used: Callable[[tuple[str, ...]], tuple[Said, ...]],
) -> AgendaView:
    return AgendaView(
        title=item.title,
        topic=_topic(register, item.topic) if item.topic else None,
        discussed=each(item.discussed),
        conclusions=each(item.conclusions),
        agreements=tuple(
            (one.who, one.what, one.due.in_words if one.due else "geen termijn genoemd") for one in item.agreements
        ),
        disputed=each(item.disputed),
        figures=used(item.figures),
        commitments=tuple(link_to(one, register, one) for one in item.commitments),
    )


def _topic(register: Register, identifier: str) -> Link:
    topics = register.table.topics
    return link_to(identifier, register, next(one.name for one in topics if one.id == identifier))


def _attendance_row(register: Register, one: Attendance, then: Days | None) -> AttendanceRow:
    who = tuple(link_to(known, register, then=then) for known in (one.person, one.organisation) if known)
    presence = f"vervangen door {one.replaced_by}" if one.replaced_by else one.presence
    return AttendanceRow(who, one.role or "", presence)


def _document(register: Register, one: MeetingDocument) -> Link | str:
    if one.url:
        return Link(one.title, one.url)
    return link_to(one.source, register, one.title) if one.source else one.title


def _figure(register: Register, notes: Footnotes, identifier: str) -> Said:
    """A figure used, with its value as the source gave it."""
    series, values = register.observations[identifier]
    whole = next((one for one in values if one.part is None), values[0])
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
    subjects = meeting.discussed or tuple(item.title for item in meeting.agenda)
    about = f" over {subjects[0]}" if subjects else ""
    return f"{title_of(meeting, register)} van de {meeting.table_name}{about}."


def _sharing_a_source(register: Register, meeting: Meeting) -> tuple[Link, ...]:
    """Events, outputs and other meetings that rest on the meeting's first source."""
    found = []
    for identifier in register.resting_on[meeting.source]:
        other = register.records.get(identifier)
        if isinstance(other, Event | Output | Meeting) and other.id != meeting.id:
            name = title_of(other, register) if isinstance(other, Meeting) else name_of(other.id, register)
            found.append(link_to(other.id, register, name))
    return tuple(found)
