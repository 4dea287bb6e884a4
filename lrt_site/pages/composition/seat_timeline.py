"""A seat drawn over time: what sources show of each holder, and what follows from it.

Across, places are thousandths of the width, so that the drawing fits every screen while its letters keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from textwrap import shorten
from typing import Literal

from lrt_site.findings.certainty import SeatHistory, Showing, Span, Stretch, Who, levels_of
from lrt_site.frozen import dataclass
from lrt_site.model.people import Organisation, Person
from lrt_site.model.register import Register
from lrt_site.wording.names import full_name, short_name

BarKind = Literal["term", "day", "part", "estimate", "likely"]
"""Between a known start and end; shown on a day; shown in a month or year; shown by our estimate; likely."""

KINDS: tuple[BarKind, ...] = ("term", "day", "part", "estimate", "likely")

_DRAWN = ("estimate", "part", "day")
_NARROWEST_BAR = 14
"""A single day stays visible on the narrowest screen."""
_LANE, _LABEL, _BAR, _THIN, _TOP, _AXIS = 44, 14, 13, 3, 4, 26
_LETTERS = 32
"""Number of bold letters of 13 pixels that fit on the narrowest screen, also in a wide font."""
_MOST_YEARS = 6
"""Number of years that can be named side by side on the narrowest screen."""
_FULL = 1000
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimeBar:
    """A stretch of time in the drawing."""

    kind: BarKind
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Lane:
    """One holder, with its name above its bars."""

    label: str
    y: int
    """Of the base line of the name."""
    bars: tuple[TimeBar, ...]


@dataclass(frozen=True, slots=True)
class YearMark:
    """The first day of a year."""

    x: int
    label: str
    """Empty where there is no room for the year's name."""


@dataclass(frozen=True, slots=True)
class SeatTimeline:
    """A drawing of one seat. Given to templates/composition/seat_timeline.html.jinja."""

    lanes: tuple[Lane, ...]
    years: tuple[YearMark, ...]
    axis: int
    """The height at which the years stand."""
    height: int
    kinds: tuple[BarKind, ...]
    """The kinds of bars that occur, for the key."""


def timeline(register: Register, history: SeatHistory, first: date, last: date) -> SeatTimeline:
    """A lane for every holder that a source names, in order of first showing, over whole years."""
    years = Span(date(first.year, 1, 1), date(last.year, 12, 31))
    lanes = tuple(
        Lane(_label(register, history, who), _TOP + index * _LANE + _LABEL, tuple(_bars(history, who, index, years)))
        for index, who in enumerate(_lanes(history))
    )
    axis = _TOP + len(lanes) * _LANE
    drawn = {bar.kind for lane in lanes for bar in lane.bars}
    return SeatTimeline(lanes, tuple(_years(years)), axis, axis + _AXIS, tuple(kind for kind in KINDS if kind in drawn))


def kind_of_showing(showing: Showing) -> BarKind:
    """How exact a showing is."""
    if not showing.dated:
        return "estimate"
    return "day" if showing.span.first == showing.span.last else "part"


def likely_alone(history: SeatHistory) -> tuple[Stretch, ...]:
    """The likely stretches that are not wholly within a known term of the same holder."""
    terms = [stretch for stretch in history.stretches if stretch.certainty == "vastgesteld"]
    return tuple(
        stretch
        for stretch in history.stretches
        if stretch.certainty == "aannemelijk"
        and not any(term.who == stretch.who and stretch.span.within(term.span) for term in terms)
    )


def _lanes(history: SeatHistory) -> tuple[Who, ...]:
    """Every organisation followed by its persons, in order of first showing.

    An organisation that is always shown by one and the same person needs no lane of its own.
    """
    groups: dict[str | None, dict[Who, None]] = {}
    for showing in history.showings:
        for holder in showing.holders:
            group = groups.setdefault(holder.organisation, {})
            for who in reversed(levels_of(holder)):
                group.setdefault(who)
    lanes: dict[Who, None] = {}
    for organisation, group in groups.items():
        persons = [who for who in group if who.level == "person"]
        always_named = all(
            holder.person
            for showing in history.showings
            for holder in showing.holders
            if holder.organisation == organisation
        )
        left_out = {Who("organisation", organisation or "")} if len(persons) == 1 and always_named else set()
        lanes.update(dict.fromkeys(who for who in group if who not in left_out))
    return tuple(lanes)


def acts_only(who: Who, showings: Iterable[Showing]) -> bool:
    """Whether every one of these that names a holder says that it holds the seat for the time being."""
    acting = [holder.acting for showing in showings for holder in showing.holders if who in levels_of(holder)]
    return bool(acting) and all(acting)


def _label(register: Register, history: SeatHistory, who: Who) -> str:
    acting = " (waarnemend)" if acts_only(who, history.showings) else ""
    name = who.id
    if who.level == "person":
        name = full_name(register.all(Person)[who.id], register)
    elif who.level == "organisation":
        body = register.all(Organisation)[who.id]
        name = full_name(body, register)
        name = name if len(name + acting) <= _LETTERS else short_name(body, register)
    return f"{shorten(name, _LETTERS - len(acting), placeholder=' …')}{acting}"


def _bars(history: SeatHistory, who: Who, lane: int, years: Span) -> Iterator[TimeBar]:
    """The bars of a lane; what comes later lies over what came before."""
    spans: list[tuple[BarKind, Span]] = [
        ("likely", stretch.span) for stretch in likely_alone(history) if stretch.who == who
    ]
    showings = sorted(history.showings, key=lambda showing: _DRAWN.index(kind_of_showing(showing)))
    spans += [
        ("term", stretch.span)
        for stretch in history.stretches
        if stretch.who == who and stretch.certainty == "vastgesteld"
    ]
    spans += [(kind_of_showing(showing), showing.span) for showing in showings if who in showing.named]
    top = _TOP + lane * _LANE + _LABEL + 6
    for kind, span in spans:
        if span.touches(years):
            x, end = _across(span.first, years), _across(span.last + _DAY, years)
            width = max(end - x, _NARROWEST_BAR)
            height = _THIN if kind == "likely" else _BAR
            yield TimeBar(kind, min(x, _FULL - width), top + (_BAR - height) // 2, width, height)


def _across(day: date, years: Span) -> int:
    """Where the start of a day stands, rounded; what falls outside stands at the edge."""
    total = (years.last - years.first).days + 1
    place = (2 * _FULL * (day - years.first).days + total) // (2 * total)
    return max(0, min(place, _FULL))


def _years(years: Span) -> Iterator[YearMark]:
    count = years.last.year - years.first.year + 1
    step = -(-count // _MOST_YEARS)
    for index in range(count):
        year = years.first.year + index
        yield YearMark(_across(date(year, 1, 1), years), str(year) if index % step == 0 else "")
