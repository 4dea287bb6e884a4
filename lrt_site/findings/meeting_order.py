"""Meetings in order of time, and what came of each."""

from __future__ import annotations

from datetime import date
from typing import Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import ClockTime
from lrt_site.model.meetings import Meeting
from lrt_site.model.names import Days
from lrt_site.model.register import Register
from lrt_site.model.sorting import sort_day

MIDNIGHT = ClockTime("00:00")
"""Where a meeting without a known time stands among those of its day."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a meeting or, where no source says so, what it was about."""

    field: Literal["conclusions", "discussed", "agenda"]
    """The field of the record that says it."""
    texts: tuple[str, ...]
    """Empty where no source says what it was about."""
    concluded: bool


def in_order(register: Register) -> tuple[Meeting, ...]:
    """All meetings, the newest last."""
    return tuple(
        sorted(
            register.all(Meeting).values(),
            key=place_in_time,
        )
    )


def of_table(register: Register, table: str) -> tuple[Meeting, ...]:
    """The meetings of one table, the newest last."""
    return tuple(meeting for meeting in in_order(register) if meeting.table == table)


def place_in_time(meeting: Meeting) -> tuple[date, ClockTime, str]:
    """What puts meetings in order of time: by day, by the hour within a day."""
    return day_of(meeting), meeting.time or MIDNIGHT, meeting.id


def outcome_of(meeting: Meeting) -> Outcome:
    """Its conclusions, those of its agenda items, or else its subjects."""
    if meeting.conclusions:
        return Outcome("conclusions", meeting.conclusions, concluded=True)
    concluded = tuple(text for item in meeting.agenda for text in item.conclusions)
    if concluded:
        return Outcome("agenda", concluded, concluded=True)
    if meeting.discussed:
        return Outcome("discussed", meeting.discussed, concluded=False)
    return Outcome("agenda", tuple(item.title for item in meeting.agenda), concluded=False)


def days_of_meeting(meeting: Meeting) -> Days | None:
    """The days on which it can have been; none where these have no beginning or no end."""
    first, last = meeting.date or meeting.not_before, meeting.date or meeting.not_after
    return (first.earliest, last.latest) if first and last else None


def day_of(meeting: Meeting) -> date:
    """The day by which a meeting is put in order."""
    return sort_day(meeting.date, meeting.not_before, meeting.not_after)


def year_of(meeting: Meeting) -> int:
    """The year under which a meeting is listed."""
    return day_of(meeting).year
