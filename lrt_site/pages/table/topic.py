"""The page of one subject of the table: what was said about it at meetings, and the figures about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.meeting_order import day_of, days_of_meeting, in_order
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Series
from lrt_site.model.meetings import AgendaItem, Meeting, MeetingState
from lrt_site.model.register import Register
from lrt_site.model.table import Topic
from lrt_site.pages.shared.common import (
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    Said,
    contradiction_links,
    data_links,
    later,
    marks_of,
    trail,
)
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.meeting_titles import with_table
from lrt_site.wording.names import link_to
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class TopicItem:
    """An agenda item about the subject, with its meeting."""

    meeting: Link
    state: MeetingState
    marks: tuple[Mark, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about the meeting."""
    title: str
    told: tuple[Said, ...]
    """What was concluded or, where no source says so, discussed."""
    concluded: bool
    disputed: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What templates/table/topic.html.jinja is given."""

    template: ClassVar[str] = "table/topic.html.jinja"

    meaning: Said
    items: tuple[TopicItem, ...]
    """The newest first."""
    figures: tuple[Link, ...]
    frame: Frame


def pages(register: Register) -> Iterator[PageMaker]:
    """The page of each subject of the table that was on an agenda."""
    for topic in _discussed(register):
        meetings = meetings_about(register, topic)
        items = [(meeting, item) for meeting in meetings for item in meeting.agenda if item.topic == topic.id]
        for portion in by_year(items, urls.topic_of(topic.id), _day):
            yield later(portion.address, _topic_page, register, topic, meetings, portion)


def _day(entry: tuple[Meeting, AgendaItem]) -> date:
    return day_of(entry[0])


def links(register: Register) -> Iterator[Link]:
    """To these pages, with how much there is."""
    for topic in _discussed(register):
        known = plural(len(meetings_about(register, topic)), "vergadering", "vergaderingen")
        yield Link(f"Onderwerp {topic.name}: op de agenda van {known}", urls.topic_of(topic.id))


def meetings_about(register: Register, topic: Topic) -> tuple[Meeting, ...]:
    """The meetings that have a subject on their agenda, the newest first."""
    return tuple(
        meeting for meeting in reversed(in_order(register)) if any(item.topic == topic.id for item in meeting.agenda)
    )


def figures_about(register: Register, topic: Topic) -> tuple[Link, ...]:
    """The series of which a subject is the theme."""
    return tuple(link_to(series.id, register) for series in register.all(Series).values() if series.theme == topic.name)


def _discussed(register: Register) -> Iterator[Topic]:
    return (topic for topic in register.table.topics if meetings_about(register, topic))


def _topic_page(
    register: Register,
    topic: Topic,
    meetings: tuple[Meeting, ...],
    portion: Portion[tuple[Meeting, AgendaItem]],
) -> TopicPage:
    notes = Footnotes(register)
    return TopicPage(
        meaning=notes.said(topic.text, topic, "text", about=topic.id),
        items=tuple(_item(register, notes, meeting, item) for meeting, item in portion.items),
        figures=figures_about(register, topic),
        frame=portion.framed(
            Frame(
                address=urls.topic_of(topic.id),
                title=f"Onderwerp: {topic.name}",
                description=_in_short(register, topic, meetings),
                trail=trail(link_to_page(urls.TABLE)),
                references=notes.references(),
                data=data_links(register.table),
            )
        ),
    )


def _in_short(register: Register, topic: Topic, meetings: tuple[Meeting, ...]) -> str:
    """At how many meetings it was on the agenda, and at which one last: one that was held, where there is one."""
    held = [meeting for meeting in meetings if meeting.state == "gehouden"]
    newest, *others = held or meetings
    called = the_newest(days_of_meeting(newest), [*map(days_of_meeting, others)], "De nieuwste", "nieuwste")
    state = "gehouden" if held else newest.state
    title = with_table(newest, register, register.table.id)
    known = plural(len(meetings), "vergadering", "vergaderingen")
    return (
        f"Wij kennen {known} met het onderwerp {topic.name} op de agenda. "
        f"{called} ({state}) is de {title[:1].lower()}{title[1:]}."
    )


def _item(register: Register, notes: Footnotes, meeting: Meeting, item: AgendaItem) -> TopicItem:
    def each(texts: tuple[str, ...]) -> tuple[Said, ...]:
        return tuple(notes.plain(text, meeting, "agenda") for text in texts)

    return TopicItem(
        meeting=Link(with_table(meeting, register, register.table.id), urls.page_of(meeting)),
        state=meeting.state,
        marks=marks_of(meeting),
        contradictions=contradiction_links(register, meeting.id),
        title=item.title,
        told=each(item.conclusions or item.discussed),
        concluded=bool(item.conclusions),
        disputed=each(item.disputed),
    )
