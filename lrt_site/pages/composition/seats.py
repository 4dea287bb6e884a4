"""The seats: a list of all, and one page each with a time line of who sources show in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.certainty import InTime, SeatHistory, Showing, Span, Stretch, Who, identity_of
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate, through
from lrt_site.model.people import Membership, Organisation, Seat
from lrt_site.model.register import Register
from lrt_site.model.terms import term_in_words
from lrt_site.pages.composition.seat_timeline import SeatTimeline, acts_only, kind_of_showing, likely_alone, timeline
from lrt_site.pages.shared.common import (
    CERTAINTY_MARKS,
    ESTIMATE,
    NO_BACKING,
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    linked,
    record_frame,
    trail,
)
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.portions import Portion, by_letter, by_year
from lrt_site.pages.shared.seating import (
    ACTING,
    Then,
    by_name,
    holder_runs,
    last_seated_in_words,
    newest_showing,
    office_in_words,
    origin_of,
    origin_said,
    said_by,
    seats_in_order,
    showing_said,
    showing_when,
    shown_runs,
    time_of,
    who_fields,
)
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.names import CHANGED, full_name, link_to, name_of
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import listed

CAPACITY_WORDS: Mapping[str, str] = {
    "voorzitter": "voorzitter",
    "secretariaat": "secretariaat",
    "vast": "deelnemer",
    "uitgenodigd": "genodigde",
}


@dataclass(frozen=True, slots=True)
class SeatListRow:
    """A seat in the list of seats."""

    seat: Link
    capacity: str
    last: Said | None
    """The newest that any source shows of it."""
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class SeatsPage:
    """What templates/composition/seats.html.jinja is given."""

    template: ClassVar[str] = "composition/seats.html.jinja"

    frame: Frame
    rows: tuple[SeatListRow, ...]


@dataclass(frozen=True, slots=True)
class StretchRow:
    """What is drawn on the time line, in words."""

    when: str
    who: Said
    how: tuple[Mark, ...]
    because: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SeatPage:
    """What templates/composition/seat.html.jinja is given."""

    template: ClassVar[str] = "composition/seat.html.jinja"

    frame: Frame
    identifier: str
    about: Said
    capacity: str
    organisation: Link | None
    places: str
    last: Said | None
    line: SeatTimeline
    rows: tuple[StretchRow, ...]
    """In order of time."""
    memberships: tuple[Said, ...]


def pages(register: Register, known: Mapping[str, SeatHistory], as_of: date) -> Iterator[PageView | PageMaker]:
    """The list of seats, and every seat."""
    seats = seats_in_order(register)
    first = _first_day(register, known, as_of)
    for portion in by_letter(seats, urls.SEATS, lambda seat: seat.name, lambda seat: _last_day(known[seat.id])):
        yield later(portion.address, _list, register, known, portion)
    for seat, neighbours in in_turn(seats):
        showings = tuple(known[seat.id].showings)
        for shown in by_year(showings, urls.page_of(seat), lambda showing: showing.span.first):
            yield later(shown.address, _seat_page, register, known[seat.id], shown, Span(first, as_of), neighbours)


def _last_day(history: SeatHistory) -> date:
    return max((showing.span.last for showing in history.showings), default=date.min)


def _within(history: SeatHistory, portion: Portion[Showing]) -> tuple[SeatHistory, Span]:
    """What a portion of the showings tells of a seat, and the days that it is about."""
    span = Span(portion.items[0].span.first, max(showing.span.last for showing in portion.items))
    return replace(history, showings=InTime(portion.items), stretches=InTime(history.stretches.touching(span))), span


def _first_day(register: Register, known: Mapping[str, SeatHistory], as_of: date) -> date:
    """The day with which every time line begins: that of the table, or of the first showing."""
    founded = register.table.founded.as_shown_at
    days = [showing.span.first for history in known.values() for showing in history.showings]
    return min([*days, *((founded.earliest,) if founded else ())], default=as_of)


def _always_of(register: Register, seat: Seat) -> Link | None:
    """The organisation that a seat is always of, by its full name."""
    if not seat.organisation:
        return None
    return link_to(seat.organisation, register, full_name(register.all(Organisation)[seat.organisation], register))


def _link(register: Register, seat: Seat) -> Link:
    return Link(_title(seat, register), urls.page_of(seat))


def _title(seat: Seat, register: Register) -> str:
    return f"Stoel: {name_of(seat.id, register)}"


def _list(register: Register, known: Mapping[str, SeatHistory], portion: Portion[Seat]) -> SeatsPage:
    notes = Footnotes(register)
    rows = []
    for seat in portion.items:
        showing = newest_showing((known[seat.id],))
        last = showing_said(notes, register, showing) if showing else None
        link, disputed = link_to(seat.id, register), contradiction_links(register, seat.id)
        rows.append(SeatListRow(link, CAPACITY_WORDS[seat.capacity], last, disputed))
    return SeatsPage(
        rows=tuple(rows),
        frame=portion.framed(
            Frame(
                address=urls.SEATS,
                title=NAMES[urls.SEATS],
                description=f"{last_seated_in_words(register)} "
                "Een stoel is een vaste plaats aan tafel, los van wie er zit.",
                trail=trail(link_to_page(urls.COMPOSITION)),
                references=notes.references(),
                data=data_links(*portion.items),
            )
        ),
    )


def _seat_page(
    register: Register,
    history: SeatHistory,
    portion: Portion[Showing],
    years: Span,
    neighbours: Neighbours[Seat],
) -> SeatPage:
    notes = Footnotes(register)
    seat = history.seat
    showing = newest_showing((history,))
    history, years = _within(history, portion) if portion.parts else (history, years)
    memberships = [membership for membership in register.all(Membership).values() if membership.seat == seat.id]
    return SeatPage(
        identifier=seat.id,
        about=notes.said(seat.name, seat, "name", about=seat.id),
        capacity=CAPACITY_WORDS[seat.capacity],
        organisation=_always_of(register, seat),
        places=plural(seat.places, "plaats", "plaatsen") if seat.places else "",
        last=showing_said(notes, register, showing) if showing else None,
        line=timeline(register, history, years.first, years.last),
        rows=tuple(_rows(register, notes, history)),
        memberships=tuple(_membership_said(register, notes, membership) for membership in memberships),
        frame=portion.framed(
            replace(
                record_frame(
                    seat,
                    notes,
                    title=_title(seat, register),
                    description=_summary(register, seat, showing),
                    above=(link_to_page(urls.COMPOSITION), link_to_page(urls.SEATS)),
                    neighbours=links_of(neighbours, partial(_link, register)),
                ),
                data=data_links(seat, *memberships),
            )
        ),
    )


def _summary(register: Register, seat: Seat, showing: Showing | None) -> str:
    named = f"de vaste plaats aan tafel ‘{name_of(seat.id, register)}’"
    if showing is None:
        return f"Geen bron op deze site noemt wie er op {named} zit."
    then = Then((showing.span.first, showing.span.last))
    names = [
        "".join(
            run.text
            for run in holder_runs(
                register, holder.organisation, holder.person, office_in_words(None, acting=holder.acting), then=then
            )
        )
        or holder.role
        or ""
        for holder in by_name(register, showing.holders)
    ]
    estimate = "" if showing.dated else " (schatting)"
    when = f"{showing_when(register, showing)}{estimate}"
    who = "alleen de organisatie zelf" if _only_itself(seat, showing) else listed(names)
    return f"Het laatst genoemd op {named}: {who}, {when}."


def _only_itself(seat: Seat, showing: Showing) -> bool:
    """Whether a source shows nobody else in a seat than the organisation whose seat it is."""
    return all(
        holder.organisation == seat.organisation and not (holder.person or holder.role or holder.acting)
        for holder in showing.holders
    )


def _rows(register: Register, notes: Footnotes, history: SeatHistory) -> Iterator[StretchRow]:
    """Every showing, and every stretch that follows from them, in order of time."""
    terms = [
        stretch for stretch in history.stretches if stretch.certainty == "vastgesteld" and _most_exact(history, stretch)
    ]
    told = {origin for stretch in terms for origin in stretch.because}
    rows: list[tuple[Span, int, StretchRow]] = []
    for showing in history.showings:
        if not (showing.origin in told and kind_of_showing(showing) == "day"):
            rows += [(showing.span, 1, row) for row in _shown_rows(register, notes, showing)]
    likely = [stretch for stretch in likely_alone(history) if not _said_more_fully(history, stretch)]
    rows += [(stretch.span, 0, _stretch_row(register, stretch)) for stretch in (*terms, *likely)]
    return (row for _, _, row in sorted(rows, key=lambda entry: entry[:2]))


def _shown_rows(register: Register, notes: Footnotes, showing: Showing) -> Iterator[StretchRow]:
    origin = origin_of(register, showing.origin)
    marks = {
        "day": (CERTAINTY_MARKS["vastgesteld"],),
        "part": (CERTAINTY_MARKS["vastgesteld"], Mark("dag niet bekend", "status")),
        "estimate": (ESTIMATE,),
    }[kind_of_showing(showing)]
    for holder in by_name(register, showing.holders):
        runs = shown_runs(register, holder, Then((showing.span.first, showing.span.last)), in_full=True)
        edge = {"start": "begin: ", "end": "einde: ", None: ""}[showing.edge]
        yield StretchRow(
            f"{edge}{showing_when(register, showing)}",
            said_by(notes, runs, origin, *who_fields(origin, showing.edge)),
            marks,
            (origin_said(register, showing.origin),),
        )


def _stretch_row(register: Register, stretch: Stretch) -> StretchRow:
    when = through(PartialDate.of(stretch.span.first), PartialDate.of(stretch.span.last))
    acting = (Run(f" ({ACTING})"),) if acts_only(stretch.who, stretch.run) else ()
    then = Then((stretch.span.first, stretch.span.last), CHANGED)
    who = Said((*_who_runs(register, stretch.who, then), *acting), None, (), NO_BACKING, (), ())
    because = tuple(origin_said(register, origin) for origin in stretch.because)
    return StretchRow(when, who, (CERTAINTY_MARKS[stretch.certainty],), because)


def _who_runs(register: Register, who: Who, then: Then) -> tuple[Run, ...]:
    if who.level == "person":
        return holder_runs(register, None, who.id, None, then=then)
    if who.level == "organisation":
        return holder_runs(register, who.id, None, None, then=then)
    return linked(who.id, register)


def _most_exact(history: SeatHistory, term: Stretch) -> bool:
    """Whether a known term is told of the holder that its source names, not of the organisation behind it."""
    return any(
        identity_of(holder) == term.who
        for showing in history.showings
        if showing.origin in term.because
        for holder in showing.holders
    )


def _said_more_fully(history: SeatHistory, stretch: Stretch) -> bool:
    """Whether it is an organisation of which the same sources name one person all the time."""
    return stretch.who.level == "organisation" and any(
        other.who.level == "person" and (other.span, other.because) == (stretch.span, stretch.because)
        for other in history.stretches
    )


def _membership_said(register: Register, notes: Footnotes, membership: Membership) -> Said:
    office = office_in_words(membership.role, acting=membership.acting)
    said = notes.said(
        f", {term_in_words(membership.start_date, membership.end_date, membership.end_is)}",
        membership,
        *who_fields(membership),
        anchor=membership.id,
    )
    return replace(
        said,
        runs=(
            *holder_runs(register, membership.organisation, membership.person, office, then=time_of(membership)),
            *said.runs,
        ),
    )
