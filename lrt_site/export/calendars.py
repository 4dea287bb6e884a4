"""Meetings, and deadlines of commitments, as calendars to subscribe to (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from lrt_site import urls
from lrt_site.export.entries import readable
from lrt_site.export.followed import RecordHistories, RecordHistory, Step, histories_in, moment
from lrt_site.export.identity import authority_of
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import ClockTime
from lrt_site.model.facts import Fact
from lrt_site.model.meetings import Meeting, MeetingState
from lrt_site.model.namesakes import apart
from lrt_site.model.publications import History
from lrt_site.model.register import Register, kind_of
from lrt_site.pages.commitments.timeline import status_in_words
from lrt_site.pages.publications.following import DEADLINES_FOLLOWED, MEETINGS_FOLLOWED
from lrt_site.pages.shared.common import marks_of
from lrt_site.wording.plural import plural

_PRODUCT = "-//lrt-site//NL"
_LINE = 75
"""Octets in a line; longer ones are folded (RFC 5545, 3.1)."""
_SPECIAL = re.compile(r"[\\;,]")

_NOTHING = (
    "BEGIN:VTIMEZONE",
    "TZID:Etc/UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""A calendar must hold something (RFC 5545, 3.6): one without events holds a time zone, of which nothing shows."""

Status = Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]
_STATUSES: Mapping[MeetingState, Status] = {
    "gehouden": "CONFIRMED",
    "gepland": "TENTATIVE",
    "aangekondigd": "TENTATIVE",
    "afgelast": "CANCELLED",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """Something on a day, or in the course of a stretch of days where no source says on which."""

    uid: str
    """It stays the same, whatever the record is called later."""
    sequence: int
    """It rises with every change."""
    revised: date
    """The day of the last change."""
    day: date
    last: date
    """The last day of the stretch; the day itself where that is known."""
    starts: ClockTime | None = None
    """When on that day, where that is known: an hour in the title, for no source says how long a meeting takes."""
    title: str
    lines: tuple[str, ...]
    address: str
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    name: str
    address: str
    """Where it stands."""
    page: str
    """The page of the site that is about the same."""
    entries: tuple[CalendarEntry, ...]
    untimed: str = ""
    """How many of these have no day and so are not in it, in words; empty where there are none."""


def files(history: History, site_address: str) -> Mapping[str, str]:
    """The calendars by path."""
    site, lives = site_address.rstrip("/"), histories_in(history)
    meetings = _Calendar(
        name=MEETINGS_FOLLOWED,
        address=urls.MEETING_CALENDAR,
        page=urls.MEETINGS,
        entries=_ordered(_meetings(history, lives, site)),
        untimed=_untimed(_meetings_without_day(history)),
    )
    deadlines = _Calendar(
        name=DEADLINES_FOLLOWED,
        address=urls.DEADLINE_CALENDAR,
        page=urls.COMMITMENTS,
        entries=_ordered(_deadlines(history, lives, site)),
    )
    return {urls.file_of(calendar.address): _written(history, calendar, site) for calendar in (meetings, deadlines)}


def _meetings(history: History, lives: RecordHistories, site: str) -> Iterator[CalendarEntry]:
    register = history.state(history.last)
    for life in lives.all:
        meeting = life.newest.version.record
        if isinstance(meeting, Meeting) and meeting.date and meeting.date.is_day:
            state = "ingetrokken" if life.newest.ends else meeting.state
            told = "" if state == "gehouden" else f" ({state})"
            yield CalendarEntry(
                uid=f"{life.name}@{authority_of(history)}",
                sequence=_sequence(life),
                revised=_revised(life.newest),
                day=meeting.date.earliest,
                last=meeting.date.latest,
                title=f"{meeting.table_name}: {_called(meeting, register)}{told}",
                starts=meeting.time,
                lines=tuple(_about_meeting(meeting, life.newest)),
                address=site + _page(life.newest),
                status="CANCELLED" if life.newest.ends else _STATUSES[meeting.state],
            )


def _called(meeting: Meeting, register: Register) -> str:
    """`vergadering`, with what tells it from another one of its table on that day."""
    time = f" om {meeting.time.in_words}" if meeting.time else ""
    words = apart(register, meeting)
    return f"{meeting.label or 'vergadering'}{time}{f' ({words})' if words not in ('', meeting.table_name) else ''}"


def _about_meeting(meeting: Meeting, step: Step) -> Iterator[str]:
    yield from _ended(step)
    yield f"Stand: {meeting.state}."
    yield from meeting.discussed or tuple(item.title for item in meeting.agenda)
    yield from _doubts(meeting)


def _deadlines(history: History, lives: RecordHistories, site: str) -> Iterator[CalendarEntry]:
    for life in lives.all:
        commitment = life.newest.version.record
        if isinstance(commitment, Commitment) and commitment.deadlines:
            deadline = commitment.deadlines[-1].deadline
            when = "" if deadline.is_day else f" in de loop van {deadline.in_words}"
            status = commitment.status.status if commitment.status else ""
            told = "ingetrokken" if life.newest.ends else status
            yield CalendarEntry(
                uid=f"{life.name}.termijn@{authority_of(history)}",
                sequence=_sequence(life),
                revised=_revised(life.newest),
                day=deadline.earliest,
                last=deadline.latest,
                title=f"Termijn {commitment.id}{when}: {commitment.title}{f' ({told})' if told else ''}",
                lines=tuple(_about_deadline(commitment, life.newest)),
                address=site + _page(life.newest),
                status="CANCELLED" if life.newest.ends else "CONFIRMED",
            )


def _about_deadline(commitment: Commitment, step: Step) -> Iterator[str]:
    *earlier, newest = commitment.deadlines
    yield from _ended(step)
    if not newest.deadline.is_day:
        yield f"De termijn is {newest.deadline.in_words}: de dag is niet bekend."
    yield f"Toegezegd door: {commitment.made_by_role}."
    yield f"Laatst bekende status: {status_in_words(commitment.status)}."
    if newest.granted_by:
        yield f"Termijn bepaald door: {newest.granted_by}."
    if earlier:
        yield f"Eerdere termijnen: {', '.join(event.deadline.in_words for event in earlier)}."
    yield from _doubts(newest)


def _ended(step: Step) -> Iterator[str]:
    """What there is to say of a record that was taken off the site."""
    if step.ends:
        yield f"Dit onderdeel is op {step.publication.date.in_words} ingetrokken."
        yield from filter(None, (step.change.note,))


def _doubts(fact: Fact) -> Iterator[str]:
    marks = ", ".join(mark.word for mark in marks_of(fact))
    if marks:
        yield f"Let op: {marks}."


def _meetings_without_day(history: History) -> int:
    meetings = history.state(history.last).all(Meeting).values()
    return sum(1 for meeting in meetings if not (meeting.date and meeting.date.is_day))


def _untimed(number: int) -> str:
    if not number:
        return ""
    stand = "staat" if number == 1 else "staan"
    return f"Van {plural(number, 'vergadering', 'vergaderingen')} is de dag niet bekend: die {stand} er niet in."


def _ordered(entries: Iterator[CalendarEntry]) -> tuple[CalendarEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.day, str(entry.starts or ""), entry.uid)))


def _sequence(life: RecordHistory) -> int:
    """How often what a calendar shows of a record can have changed: an end counts too, also when it came back."""
    ends = sum(1 for step in life.steps if step.ends)
    return life.newest.change.version - 1 + ends


def _revised(step: Step) -> date:
    """The day of a change, or of the withdrawal since by which words in it were taken back."""
    withdrawal = step.version.withdrawal
    changed = step.publication.date.earliest
    return max(changed, withdrawal.date.earliest) if withdrawal else changed


def _page(step: Step) -> str:
    record = step.version.record
    return urls.versions_of(kind_of(record), record.id) if step.ends else urls.page_of(record)


def _written(history: History, calendar: _Calendar, site: str) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "CALSCALE:GREGORIAN",
        *_described(history, calendar, site),
        *(line for entry in calendar.entries for line in _event(entry)),
        *(() if calendar.entries else _NOTHING),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _described(history: History, calendar: _Calendar, site: str) -> Iterator[str]:
    """What a calendar says of itself (RFC 7986), also in the words that older programs know."""
    last = history.last
    title = f"{calendar.name} – {history.state(last).site.title}"
    known = f"Bijgewerkt tot en met publicatie {last.number} ({last.date.in_words}), SHA-256 {last.hash}."
    about = _text(" ".join(filter(None, (calendar.untimed, known))))
    yield f"UID:{calendar.address.strip('/')}@{authority_of(history)}"
    yield f"LAST-MODIFIED:{moment(last.date.earliest):%Y%m%dT%H%M%SZ}"
    yield f"NAME:{_text(title)}"
    yield f"X-WR-CALNAME:{_text(title)}"
    yield f"DESCRIPTION:{about}"
    yield f"X-WR-CALDESC:{about}"
    yield f"URL:{site}{calendar.page}"
    yield f"SOURCE;VALUE=URI:{site}{calendar.address}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"


def _event(entry: CalendarEntry) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{moment(entry.revised):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    if entry.last < date.max:
        yield f"DTEND;VALUE=DATE:{entry.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.title)}"
    yield f"DESCRIPTION:{_text(chr(10).join(entry.lines))}"
    yield f"URL:{entry.address}"
    yield f"STATUS:{entry.status}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A text as a property holds it: on one line, with its signs escaped."""
    escaped = _SPECIAL.sub(r"\\\g<0>", readable(text))
    return "\\n".join(line.strip("\t ") for line in escaped.splitlines())


def _folded(line: str) -> str:
    """A line of a file, folded between characters so that no part of it is too long."""
    parts, part = [], b""
    for sign in line:
        coded = sign.encode()
        if len(part) + len(coded) > _LINE:
            parts.append(part)
            part = b" "
        part += coded
    return b"\r\n".join([*parts, part]).decode()
