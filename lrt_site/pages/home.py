"""The home page: what the table is, what it last did, what was promised, what is missing, and the newest figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.findings.meeting_order import in_order as meetings_in_order
from lrt_site.findings.meeting_order import outcome_of
from lrt_site.findings.observations import newest_of_each, order
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.pages.commitments.commitments import in_order as commitments_in_order
from lrt_site.pages.commitments.late import surely_late_on
from lrt_site.pages.commitments.statuses import StatusCount, status_counts
from lrt_site.pages.figures.figures import themes
from lrt_site.pages.figures.newest import Newest, newest_of
from lrt_site.pages.gaps.rhythm import sum_is_of_the_day, years_in_words
from lrt_site.pages.shared.common import (
    ALL_DATA,
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    Said,
    contradiction_links,
    data_links,
    later,
    marks_of,
)
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.pages.table.history import in_order as events_in_order
from lrt_site.pages.table.now import silence_of
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import link_to
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link
from lrt_site.wording.text import opening

OUTCOMES, EVENTS, FIGURES = 2, 1, 4
"""So many of each at most; their own pages have them all."""
SENTENCES = 3
"""So many sentences say what the table is."""


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """A meeting with what came of it, or what it was about."""

    link: Link
    marks: tuple[Mark, ...]
    outcome: tuple[Said, ...]
    report: str
    """Whether an account of it was found, in a sentence."""
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class CommitmentNews:
    """The commitments in numbers, with the newest one."""

    statuses: tuple[StatusCount, ...]
    """Those that some commitment has."""
    late: int = field(compare=False)
    """Of how many the deadline has surely passed on the day of the site."""
    newest: Link
    title: Said


@dataclass(frozen=True, slots=True)
class EventNews:
    """An event with its moment."""

    when: Link
    event: Said


@dataclass(frozen=True, slots=True)
class Count:
    """How much is missing, with the page that lists it."""

    text: str
    page: Link
    of_the_day: bool = False
    """Whether time alone changes it."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What templates/home.html.jinja is given."""

    template: ClassVar[str] = "home.html.jinja"

    site_id: str
    about: Said
    """What the table is or, where no source says so, what it is for."""
    silence: Said | None
    """That no later meeting was found, or which ones are planned."""
    discussed: tuple[MeetingNews, ...]
    """The newest meeting that was held, and when nobody says what about, also the newest of which we know."""
    commitments: CommitmentNews | None
    counts: tuple[Count, ...]
    """What is missing."""
    figures: tuple[tuple[Newest, ...], ...]
    """Of each series the newest value, and before it those that count something else and are later."""
    provinces: tuple[Link, ...]
    events: tuple[EventNews, ...]
    frame: Frame


def pages(register: Register, as_of: date) -> Iterator[PageMaker]:
    """The home page."""
    yield later(urls.HOME, _home, register, as_of)


def _home(register: Register, as_of: date) -> HomePage:
    notes = Footnotes(register)
    table = register.table
    about = table.definition or (*table.purposes, table.founded)[0]
    return HomePage(
        site_id=register.site.id,
        about=notes.said(opening(about.text, SENTENCES), about, "text", about=about.id),
        silence=silence_of(register, notes),
        discussed=tuple(_meeting_news(register, meeting, notes) for meeting in _last_discussed(register)),
        commitments=_commitments(register, notes, as_of),
        counts=tuple(_counts(register, as_of)),
        figures=tuple(_figures(register, as_of, notes)),
        provinces=tuple(_provinces(register)),
        events=tuple(_events(register, notes)),
        frame=Frame(
            address=urls.HOME,
            title="De tafel in het kort",
            description=about.text,
            trail=(),
            references=notes.references(),
            data=(*data_links(table), ALL_DATA),
        ),
    )


def _last_discussed(register: Register) -> tuple[Meeting, ...]:
    own = (meeting for meeting in reversed(meetings_in_order(register)) if meeting.table == register.table.id)
    held = [meeting for meeting in own if meeting.state == "gehouden"]
    known = [meeting for meeting in held if outcome_of(meeting).texts]
    return tuple(dict.fromkeys((*held[:1], *known[:1])))


def _meeting_news(register: Register, meeting: Meeting, notes: Footnotes) -> MeetingNews:
    return MeetingNews(
        link=Link(title_of(meeting, register), urls.page_of(meeting)),
        marks=marks_of(meeting),
        outcome=_outcome(meeting, notes),
        report=f"Er is een verslag: {meeting.report.form}." if meeting.report else "Een verslag vonden wij niet.",
        contradictions=contradiction_links(register, meeting.id),
    )


def _outcome(meeting: Meeting, notes: Footnotes) -> tuple[Said, ...]:
    """What an editor wrote in short, or else the first things that came of it."""
    if meeting.in_short:
        return tuple(notes.said(each.text, each, "text") for each in meeting.in_short[:OUTCOMES])
    outcome = outcome_of(meeting)
    return tuple(notes.plain(text, meeting, outcome.field) for text in outcome.texts[:OUTCOMES])


def _figures(register: Register, as_of: date, notes: Footnotes) -> Iterator[tuple[Newest, ...]]:
    """The newest values of a theme each, those about the latest moment first."""
    found = []
    for _, members in themes(register):
        values = [value for series in members for value in newest_of_each(series)]
        if values:
            found.append((max(map(order, values)), members))
    for _, members in sorted(found, key=lambda theme: theme[0], reverse=True)[:FIGURES]:
        yield newest_of(register, members, as_of, notes)


def _commitments(register: Register, notes: Footnotes, as_of: date) -> CommitmentNews | None:
    newest_first = commitments_in_order(register)
    if not newest_first:
        return None
    newest = newest_first[0]
    return CommitmentNews(
        statuses=tuple(status for status in status_counts(newest_first) if status.count),
        late=surely_late_on(newest_first, as_of),
        newest=link_to(newest.id, register, newest.id),
        title=notes.said(newest.title, newest, "title", about=newest.id),
    )


def _events(register: Register, notes: Footnotes) -> Iterator[EventNews]:
    for event in tuple(reversed(events_in_order(register)))[:EVENTS]:
        when = link_to(event.id, register, when_of(event))
        yield EventNews(when, notes.said(event.event, event, "event", about=event.id))


def _counts(register: Register, as_of: date) -> Iterator[Count]:
    meetings = [meeting for meeting in register.all(Meeting).values() if meeting.table == register.table.id]
    meetings_expected = gaps.expected_meetings(meetings, register.table.frequencies, as_of)
    if meetings_expected.counting:
        told = _expected_in_words(meetings_expected)
        of_the_day = sum_is_of_the_day(meetings_expected, register.table.frequencies)
        yield Count(told, link_to_page(urls.GAPS), of_the_day)
    held = [meeting for meeting in meetings if meeting.state == "gehouden"]
    if held:
        without = len(gaps.without_report(held))
        table = register.table.abbreviation or register.table.name
        text = f"Van {without} van de {len(held)} gehouden vergaderingen van de {table} vonden wij geen verslag."
        yield Count(text, link_to_page(urls.COVERAGE))


def _expected_in_words(expected: gaps.ExpectedMeetings) -> str:
    years = years_in_words([year.year for year in expected.counting])
    more = "meer dan " if expected.more else ""
    meetings = plural(expected.expected, "vergadering", "vergaderingen")
    known = f"Wij kennen er {expected.held}."
    return f"Volgens het ritme in bronnen zijn er {more}{meetings} te verwachten over {years}. {known}"


def _provinces(register: Register) -> Iterator[Link]:
    for table in sorted(register.all(ProvincialTable).values(), key=lambda table: (table.province, table.id)):
        yield Link(table.province, urls.page_of(table))
