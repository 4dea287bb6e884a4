"""Words and links for who sits where: moments, holders, and the sources that show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from lrt_site import urls
from lrt_site.findings.certainty import Occupancy, SeatHistory, Showing, Span, span_of
from lrt_site.findings.meeting_order import days_of_meeting
from lrt_site.frozen import dataclass
from lrt_site.model.dates import at
from lrt_site.model.facts import backing
from lrt_site.model.meetings import Attendance, Meeting
from lrt_site.model.names import Days, names_in_order
from lrt_site.model.people import (
    Composition,
    Holder,
    Membership,
    Organisation,
    OtherName,
    OtherOrganisationName,
    Person,
    Seat,
)
from lrt_site.model.register import Register
from lrt_site.model.sorting import folded, sort_key
from lrt_site.model.terms import term_in_words
from lrt_site.pages.shared.common import ESTIMATE, NO_BACKING, Footnotes, Mark, Said, marks_of
from lrt_site.wording.meeting_titles import with_table
from lrt_site.wording.names import CHANGED, UNSURE, full_name, link_to, name_of, short_name, told_apart
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import capitalised, listed

CAPACITIES = ("voorzitter", "secretariaat", "vast", "uitgenodigd")
"""The order in which seats are listed."""

WORDS = 24
"""Maximum number of words in a sentence of names, not counting `en`."""
MORE = "Verder"
MEETINGS_NAMED = 40
"""Number of meetings that the page of a participant names; earlier ones stand on the pages of their years."""
ACTING = "waarnemend"
_SAYS_ACTING = re.compile(r"\b(waarnemend|wnd|ad interim|a\.i\.|interim)", re.IGNORECASE)

Attended = tuple[Meeting, Attendance | None]
"""A meeting with an attendance, or without where its composition shows who took part."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """That a composition or a membership shows somebody in a seat."""

    span: Span
    origin: str
    holder: Holder


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A fact with its moment."""

    when: Said
    what: Said


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


def title_of(composition: Composition, register: Register) -> str:
    """A composition as a heading, told apart from others of that name."""
    estimate = "" if composition.as_shown_at else " (schatting)"
    description = capitalised(composition.description)
    return told_apart(f"{description}, {shown_when(composition)}{estimate}", composition, register)


def compositions_in_order(register: Register) -> tuple[Composition, ...]:
    """All compositions, the newest last."""
    return tuple(
        sorted(register.all(Composition).values(), key=lambda composition: (span_of(composition), composition.id))
    )


def newest_composition(register: Register) -> Composition | None:
    """The composition that speaks of the latest moment."""
    return max(
        register.all(Composition).values(),
        key=lambda composition: (span_of(composition).last, span_of(composition).first, composition.id),
        default=None,
    )


def seats_in_order(register: Register) -> tuple[Seat, ...]:
    """The chair first, then the secretariat, the fixed seats and the guests, each by name."""
    return tuple(
        sorted(
            register.all(Seat).values(), key=lambda seat: (CAPACITIES.index(seat.capacity), folded(seat.name), seat.id)
        )
    )


@dataclass(frozen=True, slots=True)
class Then:
    """The time about which a page names somebody."""

    days: Days | None
    between: str = UNSURE
    """What stands between two names of that time."""


NOW = Then(None)


def time_of(origin: Composition | Membership) -> Then:
    """The time of which a composition or a membership speaks, as far as it is known."""
    if isinstance(origin, Composition):
        span = span_of(origin)
        return Then((span.first, span.last))
    known = [day for day in (origin.start_date, origin.end_date) if day]
    return Then((known[0].earliest, known[-1].latest), CHANGED if len(known) > 1 else UNSURE)


def holder_runs(
    register: Register,
    organisation: str | None,
    person: str | None,
    role: str | None,
    seat: Seat | None = None,
    then: Then = NOW,
) -> tuple[Run, ...]:
    """Who holds a seat: the person with the organisation, or whichever is known, and the office, by the names of then.

    On a page that says so already, an organisation is not named again in full on its own seat.
    """
    runs: list[Run] = []
    own = seat is not None and organisation == seat.organisation
    if person:
        known = register.all(Person)[person]
        runs.append(Run(full_name(known, register, then.days, then.between, said=role), urls.page_of(known)))
    if organisation and not (person and own):
        body = register.all(Organisation)[organisation]
        called = short_name if person or own else full_name
        link = Run(called(body, register, then.days, then.between), urls.page_of(body))
        runs += [Run(" ("), link, Run(")")] if person else [link]
    if role:
        runs.append(Run(f", {role}" if runs else role))
    return tuple(runs)


def by_name(register: Register, holders: Iterable[Holder]) -> list[Holder]:
    """Holders of one seat by surname; organisations and offices without a person last, as the source has them."""
    persons = register.all(Person)
    return sorted(
        holders, key=lambda holder: (holder.person is None, sort_key(persons[holder.person]) if holder.person else ())
    )


def shown_runs(register: Register, holder: Holder, then: Then, *, in_full: bool = False) -> tuple[Run, ...]:
    """A holder as one source shows it in a seat."""
    own = None if in_full or not holder.role else register.all(Seat)[holder.seat]
    office = office_in_words(holder.role, acting=holder.acting)
    runs = holder_runs(register, holder.organisation, holder.person, office, own, then)
    return runs if holder.person or office else (*runs, Run(" (zonder naam)"))


def named(holder: Holder | Occupancy, register: Register, then: Then) -> Link | str:
    """A holder by name with the organisation, or by whichever of the two is known, or else by office."""
    acting = f", {ACTING}" if holder.acting else ""
    short = link_to(holder.organisation, register, then=then.days) if holder.organisation else None
    if holder.person:
        person = link_to(holder.person, register, then=then.days)
        return Link(f"{person.title}{f' ({short.title})' if short else ''}{acting}", person.address)
    if short:
        return Link(f"{short.title}{acting}", short.address)
    assert holder.role
    return office_in_words(holder.role, acting=holder.acting) or holder.role


def named_in(composition: Composition, register: Register) -> tuple[Link | str, ...]:
    """Everybody whom a composition shows, each once."""
    then = time_of(composition)
    return tuple(dict.fromkeys(named(holder, register, then) for holder in composition.holders))


def names_in_words(opening: str, composition: Composition, register: Register) -> str:
    """The same as running text after an opening, in as many sentences as keep each of them short."""
    groups = in_groups(opening, named_in(composition, register))
    openings = (opening, *(MORE for _ in groups[1:]))
    return " ".join(f"{begun}: {listed(names)}." for begun, names in zip(openings, groups, strict=True))


def some_in_words(opening: str, names: Iterable[Link | str]) -> str:
    """As many of these names after an opening as keep the sentence short."""
    first, *more = in_groups(opening, names)
    return f"{opening}: {listed([*first, *(['anderen'] if more else [])])}."


def in_groups(opening: str, names: Iterable[Link | str]) -> list[list[str]]:
    """Names in groups that each fit in a short sentence, the first of them after this opening."""
    groups: list[list[str]] = [[]]
    room = WORDS - _words(opening)
    for named in names:
        name = named.title if isinstance(named, Link) else named
        if groups[-1] and _words(name) > room:
            groups.append([])
            room = WORDS - _words(MORE)
        groups[-1].append(name)
        room -= _words(name)
    return groups


def _words(text: str) -> int:
    return len(text.split())


def last_seated_in_words(register: Register) -> str:
    """Whom a source shows last at the table, in a sentence."""
    latest = newest_composition(register)
    if latest is None:
        return "Geen bron op deze site noemt wie er aan tafel zitten."
    when = at(latest.as_shown_at) if latest.as_shown_at else f"zonder datum, geschat op {shown_when(latest)}"
    return names_in_words(f"Het laatst aan tafel genoemd, {when}", latest, register)


def office_in_words(role: str | None, *, acting: bool) -> str | None:
    """An office in the words of its source, and that somebody only acts in it, where these words do not say so."""
    if not acting or (role and _SAYS_ACTING.search(role)):
        return role
    return f"{role} ({ACTING})" if role else ACTING


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
    words = term_in_words(record.start_date, record.end_date, record.end_is)
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
    for holder in by_name(register, showing.holders):
        runs += [Run("; ")] if runs else []
        runs += shown_runs(register, holder, time_of(origin_of(register, showing.origin)))
    runs += [Run(" ("), *when.runs, Run(")")]
    origin = origin_of(register, showing.origin)
    return said_by(notes, tuple(runs), origin, *who_fields(origin, showing.edge), marks=when.marks)


def newest_showing(histories: Iterable[SeatHistory]) -> Showing | None:
    """The newest that any source shows of these seats."""
    return max(
        (showing for history in histories for showing in history.showings),
        key=lambda showing: (showing.span.last, showing.span.first, showing.origin),
        default=None,
    )


def last_in_words(register: Register, name: str, shown: Sequence[Appearance], own: str = "") -> str:
    """When a source last shows somebody at the table, and in which seats.

    `name` is empty where words before a last time name them; `own` is the id of an organisation that can have seats.
    """
    if not shown:
        return f"Geen bron op deze site noemt een vaste plaats (stoel) aan tafel voor: {name}."
    newest = shown[-1].origin
    seats = tuple(dict.fromkeys(appearance.holder.seat for appearance in shown if appearance.origin == newest))
    when = _newest_when(origin_of(register, newest))
    return f"Het laatst aan tafel genoemd: {', '.join(filter(None, (name, when)))}, {_where(register, seats, own)}."


def _newest_when(record: Composition | Membership) -> str:
    if not isinstance(record, Composition):
        return term_in_words(record.start_date, record.end_date, record.end_is)
    return at(record.as_shown_at) if record.as_shown_at else f"naar schatting in {shown_when(record)}"


def _where(register: Register, seats: Sequence[str], own: str) -> str:
    many = len(seats) > 1
    if all(register.all(Seat)[seat].organisation == own for seat in seats):
        return "op eigen vaste plaatsen" if many else "op de eigen vaste plaats"
    names = listed([f"‘{name_of(seat, register)}’" for seat in seats])
    return f"op de vaste {'plaatsen' if many else 'plaats'} {names}"


def named_meetings(meetings: Sequence[Attended]) -> Sequence[Attended]:
    """The meetings that the page of a participant names: the newest, up to the maximum."""
    return meetings[-MEETINGS_NAMED:]


def attended_said(register: Register, attended: Attended, whose: str) -> Said:
    """A meeting, with what is said of the presence there of the person or organisation with this id.

    It points to the page of the meeting, which names the sources.
    """
    meeting, attendance = attended
    title = with_table(meeting, register, register.table.id, meeting.table_name)
    runs = [Run(title, urls.page_of(meeting)), Run(": ")]
    if attendance is None:
        runs.append(Run("genoemd in de samenstelling van deze vergadering"))
    else:
        if attendance.person and attendance.person != whose:
            runs += [
                *holder_runs(register, None, attendance.person, None, then=Then(days_of_meeting(meeting))),
                Run(", "),
            ]
        presence = f"vervangen door {attendance.replaced_by}" if attendance.replaced_by else attendance.presence
        runs.append(Run(", ".join(filter(None, (presence, attendance.role)))))
    return Said(tuple(runs), None, marks_of(meeting), NO_BACKING, (), ())


def other_names(notes: Footnotes, holder: Person | Organisation) -> tuple[DatedFact, ...]:
    """The names beside the present one, each with its period and its sources, in order of time."""
    return tuple(
        DatedFact(notes.plain(_period_of(name)), notes.said(_in_full(name), name, *_name_fields(name)))
        for name in names_in_order(holder.other_names)
    )


def _in_full(name: OtherName) -> str:
    short = name.short if isinstance(name, OtherOrganisationName) else None
    return f"{name.name} ({short})" if short else name.name


def _name_fields(name: OtherName) -> tuple[str, ...]:
    return ("name", "short") if isinstance(name, OtherOrganisationName) and name.short else ("name",)


def _period_of(name: OtherName) -> str:
    known = name.start_date or name.end_date
    return term_in_words(name.start_date, name.end_date, name.end_is) if known else "wanneer, is niet bekend"
