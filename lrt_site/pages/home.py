"""The home page: what the table is, how it is now, what it last did, what was promised, and the newest figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from itertools import chain
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
from lrt_site.pages.commitments.commitment import in_short
from lrt_site.pages.commitments.commitments import in_order as commitments_in_order
from lrt_site.pages.commitments.on_day import cutoffs
from lrt_site.pages.commitments.timeline import status_in_words, status_said
from lrt_site.pages.figures.figures import themes
from lrt_site.pages.figures.newest import Newest, newest_of
from lrt_site.pages.gaps.rhythm import sum_in_words
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
from lrt_site.pages.table.now import Now, now_of
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link

NEWEST = 2
"""Maximum number of items per section."""
FIGURES = 4
"""So many figures at most; the overview has them all."""


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """A meeting with what came of it, or what it was about."""

    link: Link
    marks: tuple[Mark, ...]
    outcome: tuple[Said, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class CommitmentNews:
    """A commitment with its newest status."""

    link: Link
    told: tuple[Said, ...]
    """What was promised and what came of it, in short."""
    status: Said


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
    present: Now
    discussed: tuple[MeetingNews, ...]
    """The newest meeting that was held, and when nobody says what about, also the newest of which we know."""
    commitments: tuple[CommitmentNews, ...]
    cutoffs: tuple[Link, ...] = field(compare=False)
    """The days of the last two years on which a Chamber looks back: how the commitments stood then."""
    counts: tuple[Count, ...]
    """What is missing."""
    figures: tuple[tuple[Newest, ...], ...]
    """Of each series the newest value, and before it those that count something else and are later."""
    provinces: tuple[Link, ...]
    events: tuple[EventNews, ...]
    ways: tuple[Link, ...]
    """Where to read on."""
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
        about=notes.said(about.text, about, "text", about=about.id),
        present=now_of(register, notes, as_of),
        discussed=tuple(_meeting_news(register, meeting, notes) for meeting in _last_discussed(register)),
        commitments=tuple(_commitments(register, notes)),
        cutoffs=tuple(chain.from_iterable(cutoffs(register, as_of)[:2])),
        counts=tuple(_counts(register, as_of)),
        figures=tuple(_figures(register, as_of, notes)),
        provinces=tuple(_provinces(register)),
        events=tuple(_events(register, notes)),
        ways=_ways(),
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
    outcome = outcome_of(meeting)
    return MeetingNews(
        link=Link(title_of(meeting, register), urls.page_of(meeting)),
        marks=marks_of(meeting),
        outcome=tuple(notes.plain(text, meeting, outcome.field) for text in outcome.texts[:NEWEST]),
        contradictions=contradiction_links(register, meeting.id),
    )


def _figures(register: Register, as_of: date, notes: Footnotes) -> Iterator[tuple[Newest, ...]]:
    """The newest values of a theme each, those about the latest moment first."""
    found = []
    for _, members in themes(register):
        values = [value for series in members for value in newest_of_each(series)]
        if values:
            found.append((max(map(order, values)), members))
    for _, members in sorted(found, key=lambda theme: theme[0], reverse=True)[:FIGURES]:
        yield newest_of(register, members, as_of, notes)


def _commitments(register: Register, notes: Footnotes) -> Iterator[CommitmentNews]:
    for commitment in commitments_in_order(register)[:NEWEST]:
        status = status_said(commitment, status_in_words(commitment.status), notes, about=commitment.id)
        yield CommitmentNews(
            link_to(commitment.id, register, f"Toezegging {commitment.id}"), in_short(commitment, notes), status
        )


def _events(register: Register, notes: Footnotes) -> Iterator[EventNews]:
    for event in tuple(reversed(events_in_order(register)))[:NEWEST]:
        when = link_to(event.id, register, when_of(event))
        yield EventNews(when, notes.said(event.event, event, "event", about=event.id))


def _counts(register: Register, as_of: date) -> Iterator[Count]:
    meetings = [meeting for meeting in register.all(Meeting).values() if meeting.table == register.table.id]
    meetings_expected = gaps.expected_meetings(meetings, register.table.frequencies, as_of)
    if meetings_expected.counting:
        yield Count(sum_in_words(meetings_expected), link_to_page(urls.GAPS), of_the_day=True)
    held = [meeting for meeting in meetings if meeting.state == "gehouden"]
    if held:
        without = len(gaps.without_report(held))
        table = register.table.abbreviation or register.table.name
        text = f"Van {without} van de {len(held)} gehouden vergaderingen van de {table} vonden wij geen verslag."
        yield Count(text, link_to_page(urls.COVERAGE))


def _provinces(register: Register) -> Iterator[Link]:
    for table in sorted(register.all(ProvincialTable).values(), key=lambda table: (table.province, table.id)):
        yield Link(table.province, urls.page_of(table))


def _ways() -> tuple[Link, ...]:
    return (
        Link("Meer over de tafel", urls.TABLE),
        Link("Wie er op een dag aan tafel zat", urls.COMPOSITION),
        Link("Alle bronnen", urls.SOURCES),
        Link("Alle gegevens, voor hergebruik", f"{urls.HANDBOOK}data/"),
    )
