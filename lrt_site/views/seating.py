"""Words and links for who sits where: moments, holders, and the sources that show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from lrt_site import urls
from lrt_site.certainty import SeatHistory, Showing, Span, span_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import backing
from lrt_site.model.meetings import Attendance, Meeting
from lrt_site.model.people import Composition, Holder, Membership, Organisation, Person, Seat
from lrt_site.model.register import Register
from lrt_site.views.common import ESTIMATE, NO_BACKING, Footnotes, Mark, Run, Said, marks_of, term_in_words
from lrt_site.views.meetings import title_of as meeting_title
from lrt_site.words import capitalised

CAPACITIES = ("voorzitter", "secretariaat", "vast", "uitgenodigd")
"""The order in which seats are listed."""

MEETINGS_NAMED = 40
"""The page of a participant names so many meetings; earlier ones stand on the pages of their years."""

Attended = tuple[Meeting, Attendance | None]
"""A meeting with an attendance, or without where its composition shows who took part."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """That a composition or a membership shows somebody in a seat."""

    span: Span
    origin: str
    holder: Holder


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact with its moment."""

    when: Said
    what: Said


def at(when: PartialDate) -> str:
    """`op 20 december 2021`, or `in 2021`."""
    return f"{'op' if when.is_day else 'in'} {when.in_words}"


def shown_when(composition: Composition) -> str:
    """The moment of which a composition speaks, or our estimate: `2020 of 2021`."""
    if composition.as_shown_at:
        return composition.as_shown_at.in_words
    start, end = composition.estimated_from, composition.estimated_until
    assert start
    assert end
    if start == end:
        return start.in_words
    years = {start.text, end.text} == {f"{start.earliest.year:04}", f"{start.earliest.year + 1:04}"}
    return f"{start.in_words} {'of' if years else 'tot en met'} {end.in_words}"


def title_of(composition: Composition) -> str:
    """A composition as a heading."""
    estimate = "" if composition.as_shown_at else " (schatting)"
    description = capitalised(composition.description)
    return f"{description}, {shown_when(composition)}{estimate}"


def compositions_in_order(register: Register) -> tuple[Composition, ...]:
    """All compositions, the newest last."""
    return tuple(sorted(register.all(Composition).values(), key=lambda one: (span_of(one), one.id)))


def newest_composition(register: Register) -> Composition | None:
    """The composition that speaks of the latest moment."""
    return max(
        register.all(Composition).values(),
        key=lambda one: (span_of(one).last, span_of(one).first, one.id),
        default=None,
    )


def seats_in_order(register: Register) -> tuple[Seat, ...]:
    """The chair first, then the secretariat, the fixed seats and the guests, each by name."""
    return tuple(
        sorted(register.all(Seat).values(), key=lambda one: (CAPACITIES.index(one.capacity), one.name, one.id))
    )


def holder_runs(
    register: Register, organisation: str | None, person: str | None, role: str | None, seat: Seat | None = None
) -> tuple[Run, ...]:
    """Who holds a seat: the person with the organisation, or whichever is known, and the office.

    On a page that says so already, an organisation is not named again in full on its own seat.
    """
    runs: list[Run] = []
    own = seat is not None and organisation == seat.organisation
    if person:
        known = register.all(Person)[person]
        runs.append(Run(known.name, urls.page_of(known)))
    if organisation and not (person and own):
        body = register.all(Organisation)[organisation]
        link = Run(body.short if person or own else body.name, urls.page_of(body))
        runs += [Run(" ("), link, Run(")")] if person else [link]
    if role:
        runs.append(Run(f", {role}" if runs else role))
    return tuple(runs)


def shown_runs(register: Register, holder: Holder, *, in_full: bool = False) -> tuple[Run, ...]:
    """A holder as one source shows it in a seat."""
    own = None if in_full or not holder.role else register.all(Seat)[holder.seat]
    runs = holder_runs(register, holder.organisation, holder.person, holder.role, own)
    return runs if holder.person or holder.role else (*runs, Run(" (zonder naam)"))


def said_by(
    notes: Footnotes,
    runs: tuple[Run, ...],
    fact: Composition | Membership,
    *fields: str,
    marks: tuple[Mark, ...] = (),
) -> Said:
    """Words that state these fields of a composition or a membership."""
    return notes.rests(runs, backing(fact, *fields), *marks)


def who_fields(fact: Composition | Membership, edge: Literal["start", "end"] | None = None) -> tuple[str, ...]:
    """The fields that say who sat in a seat, and for a membership since when or until when."""
    if isinstance(fact, Composition):
        return ("holders",)
    dates = {"start": ("start_date",), "end": ("end_date",), None: ("start_date", "end_date")}[edge]
    return ("organisation", "person", "role", *dates)


def origin_of(register: Register, origin: str) -> Composition | Membership:
    """The composition or membership with this id."""
    record = register.records[origin]
    assert isinstance(record, Composition | Membership)
    return record


def origin_said(register: Register, origin: str) -> Said:
    """A link to what shows a holder, named by its moment, with how exact that is."""
    record = origin_of(register, origin)
    if isinstance(record, Composition):
        marks = (() if record.as_shown_at else (ESTIMATE,)) + marks_of(record)
        return Said((Run(shown_when(record), urls.page_of(record)),), None, marks, NO_BACKING, (), ())
    words = term_in_words(record.start_date, record.end_date)
    return Said((Run(words, urls.address_of(origin, register)),), None, marks_of(record), NO_BACKING, (), ())


def showing_when(register: Register, showing: Showing) -> str:
    """The moment of a showing in words: of a composition, or of one end of a membership."""
    record = origin_of(register, showing.origin)
    if isinstance(record, Composition):
        return shown_when(record)
    edge = record.start_date if showing.edge == "start" else record.end_date
    assert edge
    return edge.in_words


def showing_said(notes: Footnotes, register: Register, showing: Showing) -> Said:
    """Whom a source shows, with the moment as a link to it."""
    when = origin_said(register, showing.origin)
    runs: list[Run] = []
    for holder in showing.holders:
        runs += [Run("; ")] if runs else []
        runs += shown_runs(register, holder)
    runs += [Run(" ("), *when.runs, Run(")")]
    origin = origin_of(register, showing.origin)
    return said_by(notes, tuple(runs), origin, *who_fields(origin, showing.edge), marks=when.marks)


def newest_showing(histories: Iterable[SeatHistory]) -> Showing | None:
    """The newest that any source shows of these seats."""
    return max(
        (showing for history in histories for showing in history.showings),
        key=lambda one: (one.span.last, one.span.first, one.origin),
        default=None,
    )


def last_in_words(register: Register, name: str, shown: Sequence[Appearance]) -> str:
    """Where a source last shows somebody at the table, in a sentence."""
    if not shown:
        return f"Geen bron op deze site toont {name} op een stoel van de tafel."
    newest = shown[-1].origin
    seats = dict.fromkeys(one.holder.seat for one in shown if one.origin == newest)
    named = f"op de stoel{'en' if len(seats) > 1 else ''} {listed([register.all(Seat)[seat].name for seat in seats])}"
    record = origin_of(register, newest)
    if not isinstance(record, Composition):
        when = term_in_words(record.start_date, record.end_date)
        return f"Bronnen tonen {name} het laatst {named}, {when}."
    when = at(record.as_shown_at) if record.as_shown_at else f"naar schatting in {shown_when(record)}"
    return f"Bronnen tonen {name} het laatst {when}, {named}."


def named_meetings(meetings: Sequence[Attended]) -> Sequence[Attended]:
    """The meetings that the page of a participant names: at most so many, the newest of them."""
    return meetings[-MEETINGS_NAMED:]


def attended_said(notes: Footnotes, register: Register, one: Attended, whose: str) -> Said:
    """A meeting, with what a source says of the presence there of the person or organisation with this id."""
    meeting, attendance = one
    table = "" if meeting.table == register.table.id else f" ({meeting.table_name})"
    runs = [Run(f"{meeting_title(meeting)}{table}", urls.page_of(meeting)), Run(": ")]
    if attendance is None:
        runs.append(Run("genoemd in de samenstelling van deze vergadering"))
    else:
        if attendance.person and attendance.person != whose:
            runs += [*holder_runs(register, None, attendance.person, None), Run(", ")]
        presence = f"vervangen door {attendance.replaced_by}" if attendance.replaced_by else attendance.presence
        runs.append(Run(", ".join(filter(None, (presence, attendance.role)))))
    shown_by = "attendance" if attendance else "composition"
    return notes.rests(tuple(runs), backing(meeting, shown_by), *marks_of(meeting))


def listed(names: Sequence[str]) -> str:
    """`een`, `een en twee`, `een, twee en drie`."""
    return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def counted(number: int, one: str, more: str) -> str:
    """`1 stoel`, `3 stoelen`."""
    return f"{number} {one if number == 1 else more}"
