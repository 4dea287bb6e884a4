"""Charts as geometry: values in, places out, in whole numbers.

Across, places are thousandths of the chart's width; down, they are pixels. So a chart fits every screen while its
letters keep their size. What fits is worked out for the narrowest screen; on a wider one there is only more room.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from lrt_site.frozen import dataclass

Measure = int | Decimal
"""What is drawn; places are whole numbers."""

Years = tuple[int, int]
"""The first and the last year of an axis."""
Anchor = Literal["start", "middle", "end"]
LineKind = Literal["axis", "tick", "join", "span", "guide", "slip", "mark"]
TextKind = Literal["title", "label", "number", "tick"]

AXIS = 24
"""Pixels below the floor of a chart that its axis takes."""
FULL = 1000
"""The width of a chart."""
DIGIT = 9
"""Pixels that a bold digit of 13 pixels takes in a wide font."""
LETTERS_ON_A_LINE = 38
"""Number of letters of 13 pixels that fit on the narrowest screen, also in a wide font."""

_NARROWEST = 288
"""Pixels that a screen of 320 leaves between its margins."""
_WIDTHS = (_NARROWEST, 640)
"""The widths for which the places of numbers are chosen."""
_LINE = 17
_LEFT, _RIGHT = 80, 920
_PLOTS = (200, 260, 320, 400, 500)
_TOP = 26
_YEAR = 34
_Place = tuple[int, int, Anchor]
_PLACES: tuple[_Place, ...] = (
    (0, -10, "middle"),
    (0, 20, "middle"),
    (11, 5, "start"),
    (-11, 5, "end"),
    (7, -9, "start"),
    (-7, -9, "end"),
    (7, 19, "start"),
    (-7, 19, "end"),
    (0, -25, "middle"),
    (0, 35, "middle"),
)
"""Where a number can stand beside its point, the best place first: pixels across, pixels down, and its anchor."""

_Box = tuple[int, int, int, int]
_SQUARE = 24
"""Pixels: a number is one to three of them wide."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: int
    y1: int
    x2: int
    y2: int
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, by default from the left side on."""

    y: int
    width: int
    height: int
    style: int
    x: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch behind everything else, for which there is no value."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Symbol:
    """The shape that stands for a point, by its middle."""

    x: int
    y: int
    style: int


@dataclass(frozen=True, slots=True)
class ChartText:
    """A line of text: a place across, pixels from there, and the height of its base line."""

    x: int
    dx: int
    y: int
    text: str
    anchor: Anchor
    kind: TextKind


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing. What comes later in a field lies over what came before."""

    height: int
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    texts: tuple[ChartText, ...] = ()
    bands: tuple[Band, ...] = ()
    """Behind all else."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a day, or over a period without a day of its own."""

    start: date
    end: date
    value: Measure
    text: str
    """The number as it is printed beside the point."""
    style: int = 1
    line: str = ""
    """Points with the same key are joined in order of time; without a key a point stands alone."""


def points(values: Sequence[Point], label: str = "", years: Years | None = None) -> Chart:
    """Points over an axis of whole years and above zero, each with its number beside it.

    Above them stands what the height counts; behind them a band for every year in which there is no value. Charts
    that are given the same years can be compared from one to the next.
    """
    if not values:
        return Chart(0)
    ordered = sorted(values, key=lambda point: (point.start, point.end, point.value, point.style, point.text))
    return _in_lowest_plot(tuple(ordered), label, years or years_of(ordered))


def years_of(values: Iterable[Point]) -> Years:
    """The first and the last year of these points."""
    spans = [(point.start.year, point.end.year) for point in values]
    return min(first for first, _ in spans), max(last for _, last in spans)


def empty_years(values: Iterable[Point], years: Years) -> tuple[Years, ...]:
    """The stretches of whole years in which no value lies, each by its first and its last year."""
    filled = {year for point in values for year in range(point.start.year, point.end.year + 1)}
    empty = [year for year in range(years[0], years[1] + 1) if year not in filled]
    starts = [year for year in empty if year - 1 not in empty]
    ends = [year for year in empty if year + 1 not in empty]
    return tuple(zip(starts, ends, strict=True))


def written(text: str, kind: TextKind, y: int, texts: list[ChartText]) -> int:
    """Add a text in as many lines as the narrowest screen needs; the height below it."""
    for line in textwrap.wrap(text, LETTERS_ON_A_LINE):
        y += _LINE
        texts.append(ChartText(0, 0, y, line, "start", kind))
    return y


def across(day: date, years: Years) -> int:
    """Where a day stands on the axis of these years, the first and the last."""
    first = date(years[0], 1, 1)
    total = (date(years[1], 12, 31) - first).days
    return _LEFT + ((day - first).days * (_RIGHT - _LEFT) * 2 + total) // (2 * total)


def year_axis(years: Years, floor: int) -> tuple[tuple[Line, ...], tuple[ChartText, ...]]:
    """The axis of these years at this height, with the names of the years below it."""
    return (Line(0, floor, FULL, floor, "axis"), *_ticks(years, floor)), tuple(_years(years, floor))


@lru_cache(maxsize=1024)
def _in_lowest_plot(ordered: tuple[Point, ...], label: str, years: Years) -> Chart:
    """The points in the lowest plot in which no number covers another, or else in the highest there is."""
    chart, covered = _points_in(ordered, label, years, _PLOTS[0])
    for plot in _PLOTS[1:]:
        if not covered:
            break
        chart, covered = _points_in(ordered, label, years, plot)
    return chart


def _points_in(ordered: Sequence[Point], label: str, years: Years, plot: int) -> tuple[Chart, int]:
    """The points in a plot of this height, and how much their numbers cover of each other."""
    title: list[ChartText] = []
    top = written(label, "title", 0, title) + _TOP
    floor = top + plot
    highest = max(point.value for point in ordered)
    symbols = tuple(_symbol(point, years, highest, top, plot) for point in ordered)
    drawn = (*_joins(ordered, symbols), *_spans(ordered, symbols, years))
    dots = [(symbol.x, symbol.y, point.text) for symbol, point in zip(symbols, ordered, strict=True)]
    numbers, covered = _numbers(dots, drawn, floor)
    axis, names = year_axis(years, floor)
    bands = tuple(_band(empty, years, top, floor) for empty in empty_years(ordered, years))
    texts = (*title, *names, *numbers)
    return Chart(floor + AXIS, lines=(*axis, *drawn), bands=bands, symbols=symbols, texts=texts), covered


def _band(empty: Years, years: Years, top: int, floor: int) -> Band:
    left, right = across(date(empty[0], 1, 1), years), across(date(empty[1], 12, 31), years)
    return Band(left, top - _TOP // 2, right - left, floor - top + _TOP // 2)


def share(pixels: int) -> int:
    """Pixels on the narrowest screen as thousandths of the width, rounded up."""
    return -(-pixels * FULL // _NARROWEST)


def scaled(value: Measure, full: Measure, longest: int) -> int:
    """A value as a length, rounded; what is more than nothing stays visible."""
    if value <= 0 or full <= 0:
        return 0
    return max(int((2 * value * longest + full) // (2 * full)), 2)


def _symbol(point: Point, years: Years, highest: Measure, top: int, plot: int) -> Symbol:
    x = (across(point.start, years) + across(point.end, years)) // 2
    return Symbol(x, top + plot - scaled(point.value, highest, plot), point.style)


def _ticks(years: Years, floor: int) -> Iterator[Line]:
    """A tick where a year begins or ends; a long one beside the name of a year, which stands between two of them."""
    named = set(_named(years))
    for year in range(years[0], years[1] + 2):
        x = across(date(year, 1, 1), years) if year <= years[1] else _RIGHT
        yield Line(x, floor, x, floor + (12 if {year, year - 1} & named else 5), "tick")


def _years(years: Years, floor: int) -> Iterator[ChartText]:
    for year in _named(years):
        x = across(date(year, 7, 2), years)
        yield ChartText(x, 0, floor + 22, str(year), "middle", "tick")


def _named(years: Years) -> range:
    """The years that are named: all, or every second or fifth where there is no room for all."""
    count = years[1] - years[0] + 1
    room = (_RIGHT - _LEFT) * _NARROWEST // FULL
    return range(years[0], years[1] + 1, -(-count * _YEAR // room))


def _joins(ordered: Sequence[Point], symbols: Sequence[Symbol]) -> Iterator[Line]:
    for key in sorted({point.line for point in ordered if point.line}):
        joined = [symbol for point, symbol in zip(ordered, symbols, strict=True) if point.line == key]
        for before, after in pairwise(joined):
            yield Line(before.x, before.y, after.x, after.y, "join")


def _spans(ordered: Sequence[Point], symbols: Sequence[Symbol], years: Years) -> Iterator[Line]:
    """A stroke over the whole period for a value that has no day of its own."""
    for point, symbol in zip(ordered, symbols, strict=True):
        if point.start < point.end:
            yield Line(across(point.start, years), symbol.y, across(point.end, years), symbol.y, "span")


def _numbers(
    dots: Sequence[tuple[int, int, str]], lines: Sequence[Line], floor: int
) -> tuple[tuple[ChartText, ...], int]:
    """A number for every dot where it covers no other, narrow or wide; and how much it covers if it must."""
    taken = {width: _Boxes(_box(x, y + 5, "o", (0, 0, "middle"), width) for x, y, _ in dots) for width in _WIDTHS}
    under = {width: _Boxes(box for line in lines for box in _along(line, width)) for width in _WIDTHS}
    texts: list[ChartText] = []
    covered = 0
    for x, y, text in dots:
        choices = []
        for order, place in enumerate(_PLACES):
            boxes = {width: _box(x, y, text, place, width) for width in _WIDTHS}
            hidden = sum(_outside(box, floor, width) + taken[width].overlap(box) for width, box in boxes.items())
            choices.append((hidden, sum(under[width].overlap(box) for width, box in boxes.items()), order, boxes))
        hidden, _, order, boxes = min(choices, key=lambda choice: choice[:3])
        dx, dy, anchor = _PLACES[order]
        texts.append(ChartText(x, dx, y + dy, text, anchor, "number"))
        for width, box in boxes.items():
            taken[width].add(box)
        covered += hidden
    return tuple(texts), covered


class _Boxes:
    """Boxes by the squares of a grid that they touch, so that a box is held against those near it alone."""

    def __init__(self, boxes: Iterable[_Box]) -> None:
        self._count = 0
        self._near: defaultdict[tuple[int, int], list[tuple[int, _Box]]] = defaultdict(list)
        for box in boxes:
            self.add(box)

    def add(self, box: _Box) -> None:
        """Take another one."""
        for square in _squares(box):
            self._near[square].append((self._count, box))
        self._count += 1

    def overlap(self, box: _Box) -> int:
        """How much a box covers of all of them."""
        near = {pair for square in _squares(box) for pair in self._near.get(square, ())}
        return sum(_overlap(box, other) for _, other in near)


def _squares(box: _Box) -> Iterator[tuple[int, int]]:
    for column in range(box[0] // _SQUARE, box[2] // _SQUARE + 1):
        for row in range(box[1] // _SQUARE, box[3] // _SQUARE + 1):
            yield column, row


def _along(line: Line, width: int) -> Iterator[_Box]:
    """Small boxes along a line: what a number should rather not stand on."""
    steps = 12
    for step in range(1, steps):
        x = (line.x1 * (steps - step) + line.x2 * step) * width // (steps * FULL)
        y = (line.y1 * (steps - step) + line.y2 * step) // steps
        yield x - 1, y - 1, x + 2, y + 2


def _box(x: int, y: int, text: str, place: _Place, width: int) -> _Box:
    """Left, top, right and bottom of a text on a screen of this width, in pixels."""
    dx, dy, anchor = place
    letters = len(text) * DIGIT
    left = x * width // FULL + dx - {"start": 0, "middle": letters // 2, "end": letters}[anchor]
    return left, y + dy - 11, left + letters, y + dy + 2


def _overlap(box: _Box, other: _Box) -> int:
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0


def _outside(box: _Box, floor: int, width: int) -> int:
    """How much of a text falls off the chart or over its axis."""
    across = max(-box[0], 0) + max(box[2] - width, 0)
    down = max(-box[1], 0) + max(box[3] - floor, 0)
    return (across + down) * _LINE
