"""Meetings, what was said and agreed there, and what the table sent out besides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lrt_site.model.dates import ClockTime, PartialDate
from lrt_site.model.facts import Fact

MeetingState = Literal["gehouden", "gepland", "afgelast", "aangekondigd"]
Presence = Literal["aanwezig", "afwezig", "vervangen", "genodigd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One attendee, or absentee, of one meeting, with the role of that moment."""

    person: str | None = None
    organisation: str | None = None
    seat: str | None = None
    """The seat held at that meeting, where there is one."""
    role: str | None = None
    presence: Presence = "aanwezig"
    replaced_by: str | None = None
    """The name of the replacement, when the presence is `vervangen`."""

    def __post_init__(self) -> None:
        if not (self.person or self.organisation):
            raise ValueError("noem een persoon of een organisatie")
        if (self.presence == "vervangen") != (self.replaced_by is not None):
            raise ValueError("'replaced_by' hoort bij aanwezigheid 'vervangen', en alleen daarbij")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Something agreed: who does what, and by when."""

    who: str
    what: str
    due: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One subject on the agenda, objectified: what was said, never who said it."""

    title: str
    topic: str | None = None
    """Id of a topic of the table."""
    discussed: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    disputed: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    """Ids of observations used, as they were known that day."""
    commitments: tuple[str, ...] = ()
    """Numbers of commitments touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Fact):
    """A published account of a meeting."""

    title: str
    publisher: str
    form: str
    """The form of the account, such as `nieuwsbericht` or `hoofdlijnen`."""
    date: PartialDate | None = None
    """The day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDocument:
    """A document that was on the table."""

    title: str
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """One session of a table."""

    id: str
    table: str
    """Id of the table: the national one or a provincial one."""
    table_name: str
    """The table's name at that time."""
    state: MeetingState = "gehouden"
    date: PartialDate | None = None
    time: ClockTime | None = None
    """When it began, on that day."""
    label: str | None = None
    """What tells it from another meeting of that day: `avondzitting`."""
    not_before: PartialDate | None = None
    """The earliest it can have been, where the date itself is not known."""
    not_after: PartialDate | None = None
    """The latest it can have been, where the date itself is not known."""
    date_note: str | None = None
    """The moment in the source's words, where no date can say it."""
    composition: str | None = None
    """Id of the composition that shows who took part."""
    attendance: tuple[Attendance, ...] = ()
    discussed: tuple[str, ...] = ()
    conclusions: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    figures: tuple[str, ...] = ()
    """Ids of observations that the sources connect with this meeting."""
    report: Report | None = None
    """The published account; absent when none was found."""
    adopted_on: PartialDate | None = None
    """When the table adopted the report."""
    documents: tuple[MeetingDocument, ...] = ()
    body: str = ""
    """The objectified report in Markdown."""

    def __post_init__(self) -> None:
        if not (self.date or self.not_before or self.not_after):
            raise ValueError("geef 'date', of een grens met 'not_before' of 'not_after'")
        if self.not_before and self.not_after and self.not_after.latest < self.not_before.earliest:
            raise ValueError("'not_after' ligt voor 'not_before'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Fact):
    """A letter, call or decision in the table's name, outside a meeting."""

    id: str
    table: str
    form: str
    """What it is, such as a letter from whom to whom."""
    content: str
    date: PartialDate | None = None
    not_before: PartialDate | None = None
    """The earliest it can have been, where the date itself is not known."""
    not_after: PartialDate | None = None
    """The latest it can have been, where the date itself is not known."""
    date_note: str | None = None
    reported_on: PartialDate | None = None
    """When it was reported, where its own day is not known."""
    reported_source: str | None = None
    body: str = ""
