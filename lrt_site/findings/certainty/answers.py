"""Who held each seat on a date: what sources show then, and what follows from what they show before and after."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Literal

from lrt_site.findings.certainty.in_time import InTime, Span
from lrt_site.findings.certainty.moments import DAY, changes
from lrt_site.findings.certainty.showings import Showing, Who, identity_of, in_composition, in_membership
from lrt_site.findings.certainty.stretches import Stretch, stretches
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Composition, Membership, Seat
from lrt_site.model.register import Register

Certainty = Literal["vastgesteld", "aannemelijk", "onbekend"]

CERTAINTIES: tuple[Certainty, ...] = ("vastgesteld", "aannemelijk", "onbekend")
"""From sure to unsure."""


@dataclass(frozen=True, slots=True)
class SeatHistory:
    """All that sources show of one seat, in order of time, and what follows from it."""

    seat: Seat
    showings: InTime[Showing]
    stretches: InTime[Stretch]


@dataclass(frozen=True, slots=True)
class Occupancy:
    """One holder of a seat on a date. The person is absent where only the organisation is known."""

    organisation: str | None
    """Beside a person only where it is as sure as the person."""
    person: str | None
    role: str | None
    """The office, in the words of the first source it rests on that names one."""
    certainty: Certainty
    because: tuple[str, ...]
    """Origins of what it rests on: what shows it then; or the last before and the first after."""
    acting: bool = False
    """Whether a source that it rests on says that it held the seat for the time being."""


@dataclass(frozen=True, slots=True)
class SeatOnDate:
    """A seat on a date: who held it as far as can be said, and between which sources the date lies."""

    seat: str
    certainty: Certainty
    """That of its surest holder; `onbekend` when no holder can be said."""
    occupancies: tuple[Occupancy, ...]
    """Surest first. An organisation is left out where a person is as sure for it."""
    last_shown: str | None
    """Origin of the newest showing wholly before the date."""
    perhaps_shown: tuple[str, ...]
    """Origins of showings that may be of this date: it is a part of their time, or of our estimate of it."""
    next_shown: str | None
    """Origin of the first showing wholly after the date."""


def histories(register: Register) -> Mapping[str, SeatHistory]:
    """The history of every seat, by its id."""
    seats = register.all(Seat)
    showings: dict[str, list[Showing]] = {seat: [] for seat in seats}
    terms: dict[str, list[Membership]] = {seat: [] for seat in seats}
    for composition in register.all(Composition).values():
        for shown in sorted({holder.seat for holder in composition.holders} & seats.keys()):
            showings[shown].append(in_composition(composition, seats[shown]))
    for membership in register.all(Membership).values():
        if membership.seat in seats:
            terms[membership.seat].append(membership)
            showings[membership.seat].extend(in_membership(membership, seats[membership.seat]))
    return {key: _history(seat, showings[key], terms[key]) for key, seat in seats.items()}


def composition_on(seats: Mapping[str, SeatHistory], on: PartialDate) -> tuple[SeatOnDate, ...]:
    """Every seat on a date, or during a month or year when no day is given.

    `vastgesteld`: shown within that time by a dated source, or between a known start and end.
    `aannemelijk`: shown before and after, and nothing shows another holder, a start or an end in between.
    `onbekend`: all else. Of a month or year it is enough that it holds for one of its days.
    """
    return tuple(seat_on(history, on) for history in seats.values())


def seat_on(history: SeatHistory, on: PartialDate) -> SeatOnDate:
    """One seat on a date; see `composition_on`."""
    moment = Span.of(on)
    sure = _sure(history, moment)
    likely = {
        stretch.who: _around(stretch, moment)
        for stretch in reversed(history.stretches.touching(moment))
        if stretch.certainty == "aannemelijk" and stretch.who not in sure
    }
    found = [
        *(_occupancy(who, "vastgesteld", showings, sure) for who, showings in sure.items()),
        *(_occupancy(who, "aannemelijk", showings, {**sure, **likely}) for who, showings in likely.items()),
    ]
    held = tuple(sorted((occupancy for occupancy in found if not _said_more_fully(occupancy, found)), key=_rank))
    perhaps = (showing for showing in history.showings.touching(moment) if not _speaks_of(showing, moment))
    before = history.showings.newest_before(moment.first)
    after = history.showings.oldest_after(moment.last)
    return SeatOnDate(
        history.seat.id,
        held[0].certainty if held else "onbekend",
        held,
        before.origin if before else None,
        tuple(dict.fromkeys(showing.origin for showing in perhaps)),
        after.origin if after else None,
    )


def turning_days(seats: Mapping[str, SeatHistory], as_of: date) -> tuple[date, ...]:
    """The first day of every stretch of days in which the answer stays the same, up to `as_of`.

    The answer for any day is that of the newest turning day that is not after it.
    """
    turning = {day for history in seats.values() for day in _turning_days(history)}
    return tuple(sorted(day for day in turning if day <= as_of))


def _history(seat: Seat, showings: list[Showing], terms: list[Membership]) -> SeatHistory:
    ordered = InTime(sorted(showings, key=lambda showing: (showing.origin, showing.edge or "")))
    return SeatHistory(seat, ordered, InTime(stretches(seat, ordered, terms)))


def _turning_days(history: SeatHistory) -> tuple[date, ...]:
    spans = {showing.span for showing in (*history.showings, *history.stretches)}
    days = (day for span in spans for day in (span.first, span.last + DAY))
    return changes(days, lambda day: seat_on(history, PartialDate.of(day)))


def _speaks_of(showing: Showing, moment: Span) -> bool:
    """Whether a source surely speaks of this moment, as far as the question is exact."""
    return showing.dated and showing.span.within(moment)


def _sure(history: SeatHistory, moment: Span) -> dict[Who, tuple[Showing, ...]]:
    """Whoever is shown within the moment by a dated source, or sat then between a known start and end, and why."""
    because: dict[Who, list[Showing]] = {}
    for showing in history.showings.touching(moment):
        if _speaks_of(showing, moment):
            for who in showing.named:
                because.setdefault(who, []).append(showing)
    for stretch in history.stretches.touching(moment):
        if stretch.certainty == "vastgesteld":
            because.setdefault(stretch.who, []).extend(stretch.run)
    return {who: tuple(showings) for who, showings in because.items()}


def _around(stretch: Stretch, moment: Span) -> tuple[Showing, ...]:
    """The last showing before, and the first after, the first day that a stretch and a moment share."""
    day = max(moment.first, stretch.span.first)
    return tuple(filter(None, (stretch.run.newest_before(day), stretch.run.oldest_after(day))))


def _occupancy(who: Who, certainty: Certainty, showings: tuple[Showing, ...], as_sure: Container[Who]) -> Occupancy:
    origins = tuple(dict.fromkeys(showing.origin for showing in showings))
    holders = [holder for showing in showings for holder in showing.holders if identity_of(holder) == who]
    role = next((holder.role for holder in holders if holder.role), None)
    acting = any(holder.acting for holder in holders)
    if who.level == "role":
        return Occupancy(None, None, who.id, certainty, origins, acting)
    if who.level == "organisation":
        return Occupancy(who.id, None, role, certainty, origins, acting)
    served = (holder.organisation for holder in holders if holder.organisation)
    organisation = next((text for text in served if Who("organisation", text) in as_sure), None)
    return Occupancy(organisation, who.id, role, certainty, origins, acting)


def _said_more_fully(occupancy: Occupancy, others: list[Occupancy]) -> bool:
    """Whether it is an organisation for which a person is as sure."""
    return bool(occupancy.organisation and not occupancy.person) and any(
        other.person and other.organisation == occupancy.organisation and other.certainty == occupancy.certainty
        for other in others
    )


def _rank(occupancy: Occupancy) -> tuple[int, bool, str, str]:
    return (
        CERTAINTIES.index(occupancy.certainty),
        occupancy.person is None,
        occupancy.person or "",
        occupancy.organisation or occupancy.role or "",
    )
