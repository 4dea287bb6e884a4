"""What can be said of the table now: its last known meeting, who was seen there last, and what is known since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.findings.certainty import span_of
from lrt_site.findings.gap_list import time_since_in_words
from lrt_site.findings.meeting_order import in_order
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate, at
from lrt_site.model.facts import backing
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition, Person, Role
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.model.terms import EndIs, until_in_words
from lrt_site.pages.shared.common import ESTIMATE, NO_BACKING, Footnotes, Said
from lrt_site.pages.shared.seating import named_in, newest_composition, shown_when, time_of
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import full_name
from lrt_site.wording.runs import Link, Run


@dataclass(frozen=True, slots=True)
class Seated:
    """Who was at the table, as the newest source shows it."""

    when: str
    holders: tuple[Link | str, ...]
    shown: Said
    """What the source shows."""
    left: tuple[Said, ...]
    """Who has left an office since, as far as sources say."""


@dataclass(frozen=True, slots=True)
class Now:
    """What is known of the table after its last known meeting."""

    gap: Said | None
    """That no later meeting was found, or which ones are planned; absent where no meeting is known."""
    seated: Seated | None
    since: tuple[Said, ...]
    """What sources say of the time after."""


def now_of(register: Register, notes: Footnotes, as_of: date) -> Now:
    """What can be said on a day."""
    return Now(
        gap=silence_of(register, notes),
        seated=_seated(register, notes, as_of),
        since=tuple(
            notes.said(statement.text, statement, "text", anchor=statement.id) for statement in register.table.now
        ),
    )


def silence_of(register: Register, notes: Footnotes) -> Said | None:
    """That no meeting was found after the last that was held, or which ones are planned."""
    meetings = [meeting for meeting in in_order(register) if meeting.table == register.table.id]
    last = gaps.last_held(meetings)
    text = time_since_in_words(last, register)
    if last is None or not text:
        return None
    to_come = [meeting for meeting in meetings if _is_to_come(meeting, last)]
    runs = [Run(text)]
    if to_come:
        runs.append(Run(" Aangekondigd of gepland: "))
        for index, meeting in enumerate(to_come):
            runs += [Run("; ")] if index else []
            runs.append(Run(title_of(meeting, register), urls.page_of(meeting)))
        runs.append(Run("."))
    else:
        runs.append(Run(" Of de tafel nog bijeenkomt, weten wij niet."))
    return notes.rests(tuple(runs), NO_BACKING)


def _is_to_come(meeting: Meeting, last: Meeting) -> bool:
    """Whether it is announced or planned for after the last one that was held."""
    day, before = gaps.latest_day(meeting), gaps.latest_day(last)
    return meeting.state in ("gepland", "aangekondigd") and day is not None and before is not None and day > before


def _seated(register: Register, notes: Footnotes, as_of: date) -> Seated | None:
    shown = newest_composition(register)
    if shown is None:
        return None
    claim = "" if shown.complete else ", mogelijk niet volledig"
    marks = () if shown.as_shown_at else (ESTIMATE,)
    return Seated(
        when=shown_when(shown),
        holders=named_in(shown, register),
        shown=notes.said(
            f"{shown.description}{claim}", shown, "description", "as_shown_at", about=shown.id, marks=marks
        ),
        left=tuple(_left(shown, register, notes, as_of)),
    )


def _left(shown: Composition, register: Register, notes: Footnotes, as_of: date) -> Iterator[Said]:
    """The offices that people had at that moment and that a source says they left after it."""
    for identifier in dict.fromkeys(holder.person for holder in shown.holders if holder.person):
        person = register.all(Person)[identifier]
        for role in person.roles:
            if _ended_since(role, shown, as_of):
                assert role.end_date
                name = full_name(person, register, time_of(shown).days)
                announced = _announced_on(role, register)
                yield notes.said(
                    _would(name, role.role, role.end_date, role.end_is, announced)
                    if announced
                    else _was(name, role.role, role.end_date, role.end_is),
                    role,
                    "role",
                    "end_date",
                )


def _announced_on(role: Role, register: Register) -> PartialDate | None:
    """The day of the newest source of the end of a role, where all of them are from before that end."""
    sources = [register.all(Source)[identifier] for identifier in backing(role, "end_date").sources]
    dates = [source.date for source in sources if source.date]
    if not role.end_date or not dates or len(dates) < len(sources):
        return None
    newest = max(dates, key=lambda moment: (moment.latest, moment.earliest))
    return newest if newest.latest < role.end_date.earliest else None


def _would(name: str, office: str, end: PartialDate, end_is: EndIs, announced: PartialDate) -> str:
    """An end that was only announced, by a source of the day given."""
    source = f"Volgens een bron van {announced.in_words}"
    if end_is == "niet vermeld":
        return f"{source} zou {name} {at(end)} stoppen als {office}."
    return f"{source} zou {name} {until_in_words(end, end_is)} {office} zijn."


def _was(name: str, office: str, end: PartialDate, end_is: EndIs) -> str:
    until = until_in_words(end, end_is)
    if until.startswith("einde"):
        return f"{name} was {office}; {until}."
    return f"{name} was {until} {office}."


def _ended_since(role: Role, shown: Composition, as_of: date) -> bool:
    span = span_of(shown)
    begun = role.start_date is None or role.start_date.earliest <= span.last
    return begun and role.end_date is not None and span.last < role.end_date.earliest <= as_of
