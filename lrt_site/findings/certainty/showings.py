"""What sources show of the seats: whom, and when.

A composition shows its holders *at* a moment: a day, a month, a year or our estimate of years. A dated membership
shows its holder on a start and on an end. A source says nothing about the seats it leaves out, and attendance at a
meeting is no membership.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from lrt_site.findings.certainty.in_time import Span
from lrt_site.frozen import dataclass
from lrt_site.model.people import Composition, Holder, Membership, Seat
from lrt_site.model.terms import last_days


@dataclass(frozen=True, slots=True)
class Who:
    """A holder on one level. Whoever shows a person for an organisation shows that organisation too."""

    level: Literal["person", "organisation", "role"]
    """An office stands for its holder only where the source names neither person nor organisation."""
    id: str
    """Id of the person or the organisation, or the office in the source's words."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Whom a source shows in one seat, and when."""

    origin: str
    """Id of the composition or the membership."""
    span: Span
    holders: tuple[Holder, ...]
    named: frozenset[Who]
    """The holders on every level."""
    dated: bool
    """False where the span is our estimate."""
    edge: Literal["start", "end"] | None = None
    """Which end of a membership it is."""


def span_of(composition: Composition) -> Span:
    """The days a composition can speak of: its date, or our estimate where the source has none."""
    if composition.as_shown_at:
        return Span.of(composition.as_shown_at)
    assert composition.estimated_from
    assert composition.estimated_until
    return Span(composition.estimated_from.earliest, composition.estimated_until.latest)


def in_composition(composition: Composition, seat: Seat) -> Showing:
    """Whom a composition shows in a seat."""
    holders = tuple(_for_seat(holder, seat) for holder in composition.holders if holder.seat == seat.id)
    named = frozenset(who for holder in holders for who in levels_of(holder))
    return Showing(composition.id, span_of(composition), holders, named, dated=composition.as_shown_at is not None)


def in_membership(membership: Membership, seat: Seat) -> Iterator[Showing]:
    """Whom a membership of a seat shows on its first day, and on its last."""
    holder = holder_of(membership, seat)
    named = frozenset(levels_of(holder))
    if membership.start_date:
        yield Showing(membership.id, Span.of(membership.start_date), (holder,), named, dated=True, edge="start")
    last = last_days(membership)
    if last:
        yield Showing(membership.id, Span(*last), (holder,), named, dated=True, edge="end")


def holder_of(membership: Membership, seat: Seat) -> Holder:
    """The holder that a membership of a seat is about."""
    return _for_seat(
        Holder(
            seat=seat.id,
            organisation=membership.organisation,
            person=membership.person,
            role=membership.role,
            acting=membership.acting,
        ),
        seat,
    )


def levels_of(holder: Holder) -> tuple[Who, ...]:
    """A holder on every level on which the source names it, the most exact first."""
    named = []
    if holder.person:
        named.append(Who("person", holder.person))
    if holder.organisation:
        named.append(Who("organisation", holder.organisation))
    return tuple(named) or (Who("role", holder.role or ""),)


def identity_of(holder: Holder) -> Who:
    """A holder on the most exact level on which the source names it."""
    return levels_of(holder)[0]


def _for_seat(holder: Holder, seat: Seat) -> Holder:
    """The holder; a person on a seat that is always of one organisation sits there for it."""
    if holder.person and not holder.organisation and seat.organisation:
        return replace(holder, organisation=seat.organisation)
    return holder
