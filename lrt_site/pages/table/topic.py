"""The page of one subject of the table: everything on the site that touches it, in time, and the figures about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.findings.meeting_order import day_of, days_of_meeting, in_order
from lrt_site.findings.newest import the_newest
from lrt_site.findings.topics import topics_of
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact
from lrt_site.model.figures import Series
from lrt_site.model.information_requests import InformationRequest
from lrt_site.model.kinds import kind_for
from lrt_site.model.meetings import AgendaItem, Agreement, Meeting, Output
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Contradiction, Event, Mention
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
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import called, link_to, told_apart
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

_LISTED: tuple[type[Record], ...] = (
    Meeting, Output, Commitment, ProvincialTable, Event, Contradiction, Mention, ParliamentaryItem, InformationRequest,
)  # fmt: skip
"""The kinds of records that a subject has a list of; its series stand apart, and a source is no matter of the table."""

_ROWS = 100
"""Maximum number of rows on one page: each tells what was said."""


@dataclass(frozen=True, slots=True)
class TopicItem:
    """Something that touches the subject: an agenda item with its meeting, or another record."""

    link: Link
    when: str
    note: str
    """What kind of thing it is, and how it stands with it where that must be said."""
    marks: tuple[Mark, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""
    title: str = ""
    """Of an agenda item."""
    told: tuple[Said, ...] = ()
    """What was concluded or, where no source says so, discussed."""
    heading: str = ""
    """What that is."""
    agreed: tuple[Said, ...] = ()
    disputed: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What templates/table/topic.html.jinja is given."""

    template: ClassVar[str] = "table/topic.html.jinja"

    name: str
    meaning: Said
    on_agenda: bool
    """Whether it was on an agenda, of which the page then tells first."""
    items: tuple[TopicItem, ...]
    """The newest first."""
    figures: tuple[Link, ...]
    missing: tuple[Link, ...]
    """To what was not found about any of it, on the day of the site."""
    frame: Frame


Entry = tuple[date, Record, AgendaItem | None]
"""Something that touches a subject, with its day: an agenda item of a meeting, or a record as a whole."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A subject with all that touches it."""

    topic: Topic
    entries: tuple[Entry, ...]
    """The newest first; what has no day comes last."""
    figures: tuple[Link, ...]


def touched(register: Register) -> tuple[Touched, ...]:
    """The subjects of the table that something on the site touches, in the order of the table."""
    by_topic: dict[str, list[Entry]] = {topic.id: [] for topic in register.table.topics}
    for record in register.records.values() if by_topic else ():
        if isinstance(record, _LISTED):
            for topic in topics_of(record, register):
                by_topic[topic] += _entries(record, topic)
    found = (
        Touched(topic, tuple(sorted(by_topic[topic.id], key=_place)), figures_about(register, topic))
        for topic in register.table.topics
    )
    return tuple(subject for subject in found if subject.entries or subject.figures)


def pages(register: Register, subjects: Sequence[Touched], missing: GapsOnDay) -> Iterator[PageMaker]:
    """The page of each of these subjects."""
    for subject in subjects:
        for portion in by_year(subject.entries, urls.topic_of(subject.topic.id), _day, _ROWS):
            yield later(portion.address, _topic_page, register, subject, portion, missing)


def meetings_about(register: Register, topic: Topic) -> tuple[Meeting, ...]:
    """The meetings that have a subject on their agenda, the newest first."""
    return tuple(
        meeting for meeting in reversed(in_order(register)) if any(item.topic == topic.id for item in meeting.agenda)
    )


def figures_about(register: Register, topic: Topic) -> tuple[Link, ...]:
    """The series that touch a subject, those of which it is the theme first."""
    found = [series for series in register.all(Series).values() if topic.id in topics_of(series, register)]
    return tuple(
        link_to(series.id, register) for series in sorted(found, key=lambda series: series.theme != topic.name)
    )


def _entries(record: Record, topic: str) -> list[Entry]:
    items = [item for item in record.agenda if item.topic == topic] if isinstance(record, Meeting) else []
    return [(_day_of(record), record, item) for item in items or (None,)]


def _day(entry: Entry) -> date:
    return entry[0]


def _place(entry: Entry) -> tuple[int, str]:
    return -entry[0].toordinal(), entry[1].id


def _day_of(record: Record) -> date:
    if isinstance(record, Meeting):
        return day_of(record)
    moment = _moment(record)
    return moment.latest if moment else date.min


def _moment(record: Record) -> PartialDate | None:
    fields = ("date", "asked_on", "not_after", "not_before")
    return next(filter(None, (getattr(record, field, None) for field in fields)), None)


def _topic_page(register: Register, subject: Touched, portion: Portion[Entry], missing: GapsOnDay) -> TopicPage:
    notes = Footnotes(register)
    topic = subject.topic
    about = {record.id for _, record, _ in subject.entries} | {link.address for link in subject.figures}
    return TopicPage(
        name=topic.name,
        meaning=notes.said(topic.text, topic, "text", about=topic.id),
        on_agenda=bool(meetings_about(register, topic)),
        items=tuple(_item(register, notes, record, item) for _, record, item in portion.items),
        figures=subject.figures,
        missing=tuple(_missing(register, about, missing)),
        frame=portion.framed(
            Frame(
                address=urls.topic_of(topic.id),
                title=f"Onderwerp: {topic.name}",
                description=_in_short(register, topic),
                trail=trail(link_to_page(urls.TOPICS)),
                references=notes.references(),
                data=data_links(register.table),
                here=capitalised(topic.name),
            )
        ),
    )


def _in_short(register: Register, topic: Topic) -> str:
    """What it is and, where it was on an agenda, at how many meetings and at which one last: one that was held."""
    meetings = meetings_about(register, topic)
    if not meetings:
        return f"{capitalised(topic.name)}: {topic.text[:1].lower()}{topic.text[1:]}"
    held = [meeting for meeting in meetings if meeting.state == "gehouden"]
    newest, *others = held or meetings
    named = the_newest(days_of_meeting(newest), [*map(days_of_meeting, others)], "De nieuwste", "nieuwste")
    state = "gehouden" if held else newest.state
    title = with_table(newest, register, register.table.id)
    known = plural(len(meetings), "vergadering", "vergaderingen")
    return (
        f"Wij kennen {known} met het onderwerp {topic.name} op de agenda. "
        f"{named} ({state}) is de {title[:1].lower()}{title[1:]}."
    )


def _item(register: Register, notes: Footnotes, record: Record, item: AgendaItem | None) -> TopicItem:
    def each(texts: Sequence[str]) -> tuple[Said, ...]:
        return tuple(notes.plain(text, record, "agenda") for text in texts)

    concluded = bool(item and item.conclusions)
    otherwise = "Besproken" if isinstance(record, Meeting) and record.state == "gehouden" else "Vooraf genoemd"
    return TopicItem(
        link=Link(_title(record, register), urls.place_of(record, register)),
        when=_when(record),
        note=_note(record),
        marks=marks_of(record) if isinstance(record, Fact) else (),
        contradictions=contradiction_links(register, record.id),
        title=item.title if item else "",
        told=each(item.conclusions or item.discussed) if item else (),
        heading="Conclusies" if concluded else otherwise,
        agreed=each([_agreed(agreement) for agreement in item.agreements]) if item else (),
        disputed=each(item.disputed) if item else (),
    )


def _title(record: Record, register: Register) -> str:
    if isinstance(record, Meeting):
        return with_table(record, register, register.table.id)
    prefix = {Commitment: f"Toezegging {record.id}: ", ProvincialTable: "Provinciale tafel in "}.get(type(record), "")
    return f"{prefix}{told_apart(called(record), record, register)}" if prefix else capitalised(called(record))


def _when(record: Record) -> str:
    if isinstance(record, Meeting | Output | Event):
        return when_of(record)
    moment = _moment(record)
    return moment.in_words if moment else "geen datum"


def _note(record: Record) -> str:
    kind = kind_for(record).many
    if isinstance(record, Meeting) and record.state != "gehouden":
        return f"{kind}, {record.state}"
    if isinstance(record, Commitment) and record.status:
        return f"{kind}, {record.status.status}"
    return kind


def _agreed(agreement: Agreement) -> str:
    due = f" (uiterlijk {agreement.due.in_words})" if agreement.due else ""
    return f"{capitalised(agreement.who)}: {agreement.what}{due}"


def _missing(register: Register, about: set[str], missing: GapsOnDay) -> Iterator[Link]:
    """To the gaps in records that touch the subject."""
    for gap in missing.all:
        home = register.home_of[gap.about]
        if home in about or urls.page_of(register.records[home]) in about:
            yield Link(gap.title, missing.address_of(gap.id))
