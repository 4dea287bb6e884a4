"""What follows from the showings of one seat for days of which no source speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from lrt_site.findings.certainty.in_time import InTime, Span
from lrt_site.findings.certainty.moments import DAY
from lrt_site.findings.certainty.showings import Showing, Who, holder_of, identity_of, levels_of
from lrt_site.frozen import dataclass
from lrt_site.model.people import Holder, Membership, Seat
from lrt_site.model.terms import last_days


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which one holder is known, although no source need speak of these very days."""

    who: Who
    span: Span
    certainty: Literal["vastgesteld", "aannemelijk"]
    """`vastgesteld` between a known start and end, `aannemelijk` between two showings."""
    run: InTime[Showing]
    """The showings of the holder that it rests on."""

    @property
    def because(self) -> tuple[str, ...]:
        """The origins of what it rests on, in order of time."""
        return tuple(dict.fromkeys(showing.origin for showing in self.run))


def stretches(seat: Seat, showings: Iterable[Showing], terms: Sequence[Membership]) -> tuple[Stretch, ...]:
    """What follows from all showings of a seat, given in order of time, and all its memberships."""
    naming: dict[Who, list[Showing]] = {}
    for showing in showings:
        for who in showing.named:
            naming.setdefault(who, []).append(showing)
    others = _Others(seat, tuple(showing for showing in showings if showing.edge is None), terms)
    found: list[Stretch] = []
    for who, own in naming.items():
        found += _known_terms(who, own)
        found += _likely(who, own, tuple(_barriers(who, own, others)))
    return tuple(
        sorted(
            found,
            key=lambda stretch: (stretch.span, stretch.certainty, stretch.who.level, stretch.who.id, stretch.because),
        )
    )


def _known_terms(who: Who, own: Iterable[Showing]) -> Iterator[Stretch]:
    """The days on which the holder surely sat: from the latest possible start to the earliest possible end."""
    ends = {showing.origin: showing for showing in own if showing.edge == "end"}
    for start in own:
        end = ends.get(start.origin) if start.edge == "start" else None
        if end and start.span.last <= end.span.first:
            yield Stretch(who, Span(start.span.last, end.span.first), "vastgesteld", InTime((start, end)))


def _likely(who: Who, own: Iterable[Showing], barriers: tuple[_Barrier, ...]) -> Iterator[Stretch]:
    """The days between two showings of a holder with no barrier from the first to the last."""
    runs: dict[int, list[Showing]] = {}
    for showing in own:
        first, last = _half_days(showing.span)
        if not any(
            barrier.first <= last and first <= barrier.last for barrier in barriers if barrier.origin != showing.origin
        ):
            # A start lies behind its own barrier, an end before it.
            at = last if showing.edge == "start" else first
            runs.setdefault(sum(barrier.last < at for barrier in barriers), []).append(showing)
    for run in runs.values():
        span = Span(min(showing.span.last for showing in run) + DAY, max(showing.span.first for showing in run) - DAY)
        if span.first <= span.last:
            yield Stretch(who, span, "aannemelijk", InTime(run))


@dataclass(frozen=True, slots=True)
class _Barrier:
    """When something may have happened across which no likelihood reaches, in half days.

    Day n is 2n. What happens between day n and the next, such as an end at the close of day n, is 2n + 1.
    """

    origin: str
    first: int
    last: int


def _half_days(span: Span) -> tuple[int, int]:
    return 2 * span.first.toordinal(), 2 * span.last.toordinal()


@dataclass(frozen=True, slots=True)
class _Others:
    """What can speak against a holder of a seat."""

    seat: Seat
    shown: tuple[Showing, ...]
    """What compositions show."""
    terms: Sequence[Membership]


def _barriers(who: Who, own: Iterable[Showing], others: _Others) -> Iterator[_Barrier]:
    """All that speaks against a holder having stayed: others in the seat, and its own starts and ends."""
    kin = _kin(who, own)

    def may_be_it(holder: Holder) -> bool:
        elsewhere = who.level == "organisation" and holder.organisation not in (None, who.id)
        return not elsewhere and identity_of(holder) in kin

    def leave_no_place(holders: tuple[Holder, ...]) -> bool:
        """Whether these holders are others, and as many as the seat has places; one who acts takes no place."""
        regular = [holder for holder in holders if not holder.acting]
        return len(regular) >= (others.seat.places or 1) and not any(may_be_it(holder) for holder in regular)

    for showing in others.shown:
        if who not in showing.named and leave_no_place(showing.holders):
            yield _Barrier(showing.origin, *_half_days(showing.span))
    for term in others.terms:
        holder = holder_of(term, others.seat)
        identity = identity_of(holder)
        if identity == who or (identity in kin and identity.level != "person"):
            yield from _own_ends(term)
        elif who not in levels_of(holder) and leave_no_place((holder,)):
            yield _other_term(term)


def _kin(who: Who, own: Iterable[Showing]) -> frozenset[Who]:
    """The holder, and the persons, organisations and offices that it is shown together with as one."""
    holders = (holder for showing in own for holder in showing.holders if who in levels_of(holder))
    return frozenset({who}.union(*((*levels_of(holder), Who("role", holder.role or "")) for holder in holders)))


def _own_ends(term: Membership) -> Iterator[_Barrier]:
    """The moment just before a start, and the moment just after an end."""
    if term.start_date:
        first, last = _half_days(Span.of(term.start_date))
        yield _Barrier(term.id, first - 1, last - 1)
    ended = last_days(term)
    if ended:
        first, last = _half_days(Span(*ended))
        yield _Barrier(term.id, first + 1, last + 1)


def _other_term(term: Membership) -> _Barrier:
    """The time of another's membership. On the day of a succession both may still be there."""
    ended = last_days(term)
    edges = (Span.of(term.start_date) if term.start_date else None, Span(*ended) if ended else None)
    known = [_half_days(edge) for edge in edges if edge]
    first = known[0][0] + (1 if term.start_date else -1)
    last = known[-1][1] + (-1 if ended else 1)
    return _Barrier(term.id, min(first, last), max(first, last))
