"""Meetings: their names and order, what came of each, the overview and the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.meeting_order import in_order, outcome_of, year_of
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting, MeetingState
from lrt_site.model.register import Register
from lrt_site.pages.meetings.year_strips import YearStrips, year_strips
from lrt_site.pages.shared import output_rows
from lrt_site.pages.shared.common import Frame, Mark, contradiction_links, marks_of, trail
from lrt_site.pages.shared.neighbours import in_turn, links_of
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.meeting_titles import in_list, with_table
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

SHOWN_AT_ONCE = 100
"""Maximum number of meetings that the overview lists; beyond it it lists the newest and the years."""
NEWEST = 20
HELD_IN_WORDS: Mapping[MeetingState, str] = {
    "gehouden": "ja",
    "afgelast": "nee, afgelast",
    "gepland": "niet bekend, alleen gepland",
    "aangekondigd": "niet bekend, alleen aangekondigd",
}
"""Whether a meeting was held."""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list."""

    link: Link
    table: str
    """The name of the table at that time; empty where it is the present one of the national table."""
    held: str
    outcome: str
    """The first thing that came of it, or that it was about."""
    more: int
    """How many more there are on its page."""
    report: str
    """The form of the published account, or that none was found."""
    marks: tuple[Mark, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class MeetingsPage:
    """What templates/meetings/meetings.html.jinja is given: the overview, or one year of it."""

    template: ClassVar[str] = "meetings/meetings.html.jinja"

    frame: Frame
    rows: tuple[MeetingRow, ...]
    """Those of the national table."""
    provincial: tuple[MeetingRow, ...]
    """Those of the provincial tables."""
    years: tuple[Link, ...]
    """On the overview those that have no strip."""
    strips: YearStrips = field(compare=False)
    """In which months the national table is known to have met."""
    outputs: tuple[Link, ...]
    coverage: Link
    """The page that sets every meeting beside its account."""
    forms: Link
    """The page about forms of reporting."""
    mentions: Link
    """The page with mentions that are not confirmed."""


def pages(register: Register, as_of: date) -> Iterator[MeetingsPage]:
    """The overview and the years."""
    meetings = in_order(register)
    newest_first = tuple(reversed(meetings))
    years = sorted({year_of(meeting) for meeting in meetings}, reverse=True)
    links = tuple(map(_link_to_year, years))
    frame = Frame(urls.MEETINGS, NAMES[urls.MEETINGS], _last_in_words(newest_first, register), trail())
    page = _meetings_page(register, frame, newest_first, links, None if len(meetings) <= SHOWN_AT_ONCE else NEWEST)
    strips = year_strips(register, as_of, years)
    drawn = {strip.year.address for strip in strips.years}
    yield replace(page, strips=strips, years=tuple(link for link in links if link.address not in drawn))
    for year, (newer, older) in in_turn(years):
        in_year = tuple(meeting for meeting in newest_first if year_of(meeting) == year)
        previous, following = links_of((older, newer), _link_to_year)
        frame = Frame(
            urls.in_year(year),
            f"Vergaderingen in {year}",
            _last_in_words(in_year, register),
            trail(link_to_page(urls.MEETINGS)),
            previous=previous,
            next=following,
        )
        page = _meetings_page(register, frame, in_year, links)
        yield replace(page, outputs=(), strips=year_strips(register, as_of, (), only=year))


def _link_to_year(year: int) -> Link:
    return Link(str(year), urls.in_year(year))


def row_of(register: Register, meeting: Meeting) -> MeetingRow:
    """A meeting in a list."""
    texts = outcome_of(meeting).texts
    report = f"ja: {meeting.report.form}" if meeting.report else "niet gevonden"
    return MeetingRow(
        Link(in_list(meeting, register), urls.page_of(meeting)),
        "" if meeting.table_name == register.table.name else meeting.table_name,
        HELD_IN_WORDS[meeting.state],
        texts[0] if texts else "niet bekend",
        max(0, len(texts) - 1),
        report,
        marks_of(meeting),
        contradiction_links(register, meeting.id),
    )


def _last_in_words(newest_first: Sequence[Meeting], register: Register) -> str:
    """The newest meeting that was held, or else the newest, with the first thing that came of it.

    Those of the national table come first.
    """
    national = [meeting for meeting in newest_first if meeting.table == register.table.id]
    own = national or newest_first
    newest = next((meeting for meeting in own if meeting.state == "gehouden"), next(iter(own), None))
    if newest is None:
        return "Wij kennen nog geen vergadering."
    told = outcome_of(newest).texts[:1] or ("waarover, zeggen de bronnen niet",)
    title = with_table(newest, register, register.table.id)
    known = f"De laatste die wij kennen: {title[0].lower()}{title[1:]}" if newest.state == "gehouden" else title
    return f"{known}. {capitalised(told[0].rstrip('.'))}."


def _meetings_page(
    register: Register, frame: Frame, meetings: Sequence[Meeting], years: tuple[Link, ...], shown: int | None = None
) -> MeetingsPage:
    """Those of the national table and of the provincial ones; of each the first `shown`, or all of them."""
    national = register.table.id
    return MeetingsPage(
        frame=frame,
        rows=tuple(
            row_of(register, meeting)
            for meeting in [meeting for meeting in meetings if meeting.table == national][:shown]
        ),
        provincial=tuple(
            row_of(register, meeting)
            for meeting in [meeting for meeting in meetings if meeting.table != national][:shown]
        ),
        years=years,
        strips=YearStrips((), ()),
        outputs=tuple(
            link_to(output.id, register) for output in output_rows.in_order(register) if output.table == national
        ),
        coverage=link_to_page(urls.COVERAGE),
        forms=link_to_page(urls.REPORTING),
        mentions=link_to_page(urls.MENTIONS),
    )
