"""Who sat in which seat on a date, and how sure that is. Nothing is interpolated without saying so.

Sources show a composition *at* a moment: a day, a month, a year or our estimate of years. Dated memberships
show their holder on a start and on an end. A source says nothing about the seats it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Composition, Holder, Membership, Seat
from lrt_site.model.register import Register

Certainty = Literal["vastgesteld", "aannemelijk", "onbekend"]

CERTAINTIES: tuple[Certainty, ...] = ("vastgesteld", "aannemelijk", "onbekend")
"""From sure to unsure."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The first and the last day that something can be about; both included."""

    first: date
    last: date

    def within(self, other: Span) -> bool:
        """Whether this span lies wholly inside the other."""
        return other.first <= self.first and self.last <= other.last

    def touches(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Occupancy:
    """One holder of a seat on a date. The person is absent where only the organisation is known."""

    organisation: str | None
    person: str | None
    role: str | None
    """The office, as the source nearest to the date words it."""
    certainty: Certainty
    because: tuple[str, ...]
    """Ids of the compositions and memberships that show this holder."""


@dataclass(frozen=True, slots=True)
class SeatOnDate:
    """A seat on a date: who held it as far as can be said, and between which sources the date lies."""

    seat: str
    certainty: Certainty
    """That of its surest holder; `onbekend` when no holder can be said."""
    occupancies: tuple[Occupancy, ...]
    last_shown: str | None
    """Id of the newest composition or membership wholly before the date that shows the seat."""
    next_shown: str | None
    """Id of the first composition or membership wholly after the date that shows the seat."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Who a source shows in one seat, and when."""

    origin: str
    """Id of the composition or membership."""
    span: Span
    holders: tuple[Holder, ...]
    dated: bool
    """False where the span is our estimate."""
    whole: bool
    """Whether it names all holders of the seat, so that it speaks against others."""


def span_of(composition: Composition) -> Span:
    """The days a composition can speak of: its date, or our estimate where the source has none."""
    if composition.as_shown_at:
        return _span(composition.as_shown_at)
    assert composition.estimated_from
    assert composition.estimated_until
    return Span(composition.estimated_from.earliest, composition.estimated_until.latest)


def showings(register: Register, seat: Seat) -> tuple[Showing, ...]:
    """All that sources show of one seat, in order of time."""
    found = [*_in_compositions(register, seat), *_in_memberships(register, seat)]
    return tuple(sorted(found, key=lambda one: (one.span, one.origin)))


def composition_on(register: Register, on: PartialDate) -> tuple[SeatOnDate, ...]:
    """Every seat on a date, or during a month or year when no day is given.

    `vastgesteld`: shown within that time by a dated source, or between a known start and end.
    `aannemelijk`: shown before and after it, with nothing that shows another holder or an end in between.
    `onbekend`: all else.
    """
    return tuple(seat_on(register, seat, on) for seat in register.all(Seat).values())


def seat_on(register: Register, seat: Seat, on: PartialDate) -> SeatOnDate:
    """One seat on a date; see `composition_on`."""
    moment = _span(on)
    shown = showings(register, seat)
    terms = [one for one in register.all(Membership).values() if one.seat == seat.id]
    occupancies = []
    for key in sorted({_key(holder) for one in shown for holder in one.holders}, key=str):
        certainty = _certainty(key, shown, terms, moment)
        if certainty != "onbekend":
            occupancies.append(_occupancy(key, certainty, shown, moment))
    held = tuple(one for one in occupancies if not _said_more_fully(one, occupancies))
    certainties = {one.certainty for one in held}
    surest: Certainty = next((one for one in CERTAINTIES if one in certainties), "onbekend")
    before = [one for one in shown if one.span.last < moment.first]
    after = [one for one in shown if one.span.first > moment.last]
    return SeatOnDate(
        seat.id,
        surest,
        held,
        max(before, key=lambda one: one.span.last).origin if before else None,
        min(after, key=lambda one: one.span.first).origin if after else None,
    )


def turning_days(register: Register, as_of: date) -> tuple[date, ...]:
    """The first day of every stretch in which the answer stays the same, up to `as_of`.

    The answer for any day is that of the newest turning day that is not after it.
    """
    spans = {span_of(one) for one in register.all(Composition).values()}
    for membership in register.all(Membership).values():
        spans |= {_span(end) for end in (membership.start_date, membership.end_date) if end}
    days = {day for span in spans for day in (span.first, span.last + timedelta(days=1))}
    return tuple(sorted(day for day in days if day <= as_of))


_Key = tuple[str | None, str | None, str | None]
"""What tells holders apart: organisation and person, or the office where neither is named."""


def _key(holder: Holder) -> _Key:
    named = holder.organisation or holder.person
    return holder.organisation, holder.person, None if named else holder.role


def _span(on: PartialDate) -> Span:
    return Span(on.earliest, on.latest)


def _in_compositions(register: Register, seat: Seat) -> Iterator[Showing]:
    for one in register.all(Composition).values():
        holders = tuple(holder for holder in one.holders if holder.seat == seat.id)
        if holders:
            yield Showing(one.id, span_of(one), holders, dated=one.as_shown_at is not None, whole=True)


def _in_memberships(register: Register, seat: Seat) -> Iterator[Showing]:
    for one in register.all(Membership).values():
        if one.seat == seat.id:
            holder = Holder(seat=seat.id, organisation=one.organisation, person=one.person, role=one.role)
            for end in (one.start_date, one.end_date):
                if end:
                    yield Showing(one.id, _span(end), (holder,), dated=True, whole=seat.places == 1)


def _certainty(key: _Key, shown: tuple[Showing, ...], terms: list[Membership], moment: Span) -> Certainty:
    own_terms = [one for one in terms if (one.organisation, one.person) == key[:2]]
    if any(_covers(one, moment) for one in own_terms):
        return "vastgesteld"
    with_it = [one for one in shown if _names(one, key)]
    if any(one.dated and one.span.within(moment) for one in with_it):
        return "vastgesteld"
    against = [one.span for one in shown if one.whole and _names_others(one, key)]
    against += [_span(one.end_date) for one in own_terms if one.end_date]
    for before in with_it:
        for after in with_it:
            if before.span.last <= moment.first and after.span.first >= moment.last:
                between = Span(before.span.first, after.span.last)
                if not any(span.touches(between) for span in against):
                    return "aannemelijk"
    return "onbekend"


def _names(one: Showing, key: _Key) -> bool:
    """Whether the showing names this holder; a person's showing counts for the organisation too."""
    organisation, person, role = key
    if person:
        return any(holder.person == person for holder in one.holders)
    if organisation:
        return any(holder.organisation == organisation for holder in one.holders)
    return any(holder.role == role for holder in one.holders)


def _names_others(one: Showing, key: _Key) -> bool:
    """Whether the showing says who holds the seat, on the level of the key, and does not name this holder."""
    _, person, _ = key
    level = [holder.person if person else holder.organisation or holder.role for holder in one.holders]
    return any(level) and not _names(one, key)


def _covers(term: Membership, moment: Span) -> bool:
    start, end = term.start_date, term.end_date
    return bool(start and end and start.latest <= moment.first and moment.last <= end.earliest)


def _occupancy(key: _Key, certainty: Certainty, shown: tuple[Showing, ...], moment: Span) -> Occupancy:
    def distance(one: Showing) -> tuple[timedelta, str]:
        apart = max(one.span.first - moment.last, moment.first - one.span.last, timedelta(0))
        return apart, one.origin

    with_it = sorted((one for one in shown if _names(one, key)), key=distance)
    roles = [holder.role for one in with_it for holder in one.holders if _key(holder) == key and holder.role]
    because = tuple(dict.fromkeys(one.origin for one in with_it))
    return Occupancy(key[0], key[1], roles[0] if roles else None, certainty, because)


def _said_more_fully(one: Occupancy, occupancies: list[Occupancy]) -> bool:
    """Whether a person of the same organisation is listed with the same certainty."""
    return one.person is None and any(
        other.person and other.organisation == one.organisation and other.certainty == one.certainty
        for other in occupancies
    )
