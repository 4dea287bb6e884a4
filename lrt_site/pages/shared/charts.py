"""Charts as geometry: values in, places out, in whole numbers.

Across, places are thousandths of the chart's width; down, they are pixels. So a chart fits every screen while its
letters keep their size. What fits is worked out for the narrowest screen; on a wider one there is only more room.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from lrt_site.frozen import dataclass

Measure = int | Decimal
"""What is drawn; places are whole numbers."""

Anchor = Literal["start", "middle", "end"]
LineKind = Literal["axis", "tick", "join", "span", "guide", "slip"]
TextKind = Literal["title", "label", "number", "tick"]

AXIS = 24
"""Pixels below the floor of a chart that its axis takes."""
BAR_STYLES = 4
"""Number of ways to fill a bar that can be told apart without colour."""
SHAPES = 6
"""Number of shapes of points that can be told apart without colour."""

_FULL = 1000
_NARROWEST = 288
"""Pixels that a screen of 320 leaves between its margins."""
_LETTERS_ON_A_LINE = 38
"""Number of letters of 13 pixels that fit on the narrowest screen, also in a wide font."""
_DIGIT = 9
"""Pixels that a bold digit of 13 pixels takes in a wide font."""
_LINE = 17
_BAR = 13
_GAP = 9
_LEFT, _RIGHT = 80, 920
_PLOTS = (200, 260, 320, 400, 500)
_TOP = 26
_YEAR = 34
_PLACES: tuple[tuple[int, int, Anchor], ...] = (
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
    """A bar that begins at the left side."""

    y: int
    width: int
    height: int
    style: int


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


@dataclass(frozen=True, slots=True)
class BarValue:
    """A value to draw as a bar. Below zero nothing is drawn but its number."""

    value: Measure
    text: str
    """The number as it is printed at the end of the bar."""
    style: int = 1


@dataclass(frozen=True, slots=True)
class BarRow:
    """A label with the bars under it."""

    label: str
    values: tuple[BarValue, ...]


@dataclass(frozen=True, slots=True)
class BarSection:
    """Rows on one scale under a title."""

    title: str
    full: Measure
    """The value that the longest possible bar stands for."""
    rows: tuple[BarRow, ...]


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


def style_at(index: int, styles: int = BAR_STYLES) -> int:
    """The style of the group at this position; beyond the last style they start again."""
    return index % styles + 1


def bars(sections: Sequence[BarSection]) -> Chart:
    """Horizontal bars from zero, each label above its bars and each number at the end of its bar."""
    numbers = [value.text for section in sections for row in section.rows for value in row.values]
    letters = max((len(text) for text in numbers), default=0)
    longest = max(_FULL - _share(letters * _DIGIT + _GAP), _FULL // 4)
    drawn: list[Bar] = []
    texts: list[ChartText] = []
    lines: list[Line] = []
    y = 0
    for section in sections:
        y = written(section.title, "title", y, texts) + 3
        for row in section.rows:
            y = written(row.label, "label", y, texts) + 6
            top = y
            for value in row.values:
                width = _scaled(value.value, section.full, longest)
                drawn.append(Bar(y, width, _BAR, value.style))
                texts.append(ChartText(width, 6, y + _BAR - 2, value.text, "start", "number"))
                y += _BAR + 4
            lines.append(Line(0, top - 2, 0, y - 2, "axis"))
            y += _GAP
        y += _GAP
    return Chart(y, tuple(lines), tuple(drawn), (), tuple(texts))


def points(values: Sequence[Point]) -> Chart:
    """Points over an axis of whole years and above zero, each with its number beside it."""
    if not values:
        return Chart(0)
    ordered = sorted(values, key=lambda point: (point.start, point.end, point.value, point.style, point.text))
    return _in_lowest_plot(tuple(ordered), stepped=False)


def steps(values: Sequence[Point]) -> Chart:
    """Values over the days from which they were known, in the order in which one followed the other.

    A point stands on the first day of what may be more. A line runs from it to the next value, but only where that
    one surely came later.
    """
    return _in_lowest_plot(tuple(values), stepped=True) if values else Chart(0)


def written(text: str, kind: TextKind, y: int, texts: list[ChartText]) -> int:
    """Add a text in as many lines as the narrowest screen needs; the height below it."""
    for line in textwrap.wrap(text, _LETTERS_ON_A_LINE):
        y += _LINE
        texts.append(ChartText(0, 0, y, line, "start", kind))
    return y


def across(day: date, years: tuple[int, int]) -> int:
    """Where a day stands on the axis of these years, the first and the last."""
    first = date(years[0], 1, 1)
    total = (date(years[1], 12, 31) - first).days
    return _LEFT + ((day - first).days * (_RIGHT - _LEFT) * 2 + total) // (2 * total)


def year_axis(years: tuple[int, int], floor: int) -> tuple[tuple[Line, ...], tuple[ChartText, ...]]:
    """The axis of these years at this height, with the names of the years below it."""
    return (Line(0, floor, _FULL, floor, "axis"), *_ticks(years, floor)), tuple(_years(years, floor))


@lru_cache(maxsize=1024)
def _in_lowest_plot(ordered: tuple[Point, ...], *, stepped: bool) -> Chart:
    """The points in the lowest plot in which no number covers another, or else in the highest there is."""
    years = (min(point.start.year for point in ordered), max(point.end.year for point in ordered))
    chart, covered = _points_in(ordered, years, _PLOTS[0], stepped=stepped)
    for plot in _PLOTS[1:]:
        if not covered:
            break
        chart, covered = _points_in(ordered, years, plot, stepped=stepped)
    return chart


def _points_in(ordered: Sequence[Point], years: tuple[int, int], plot: int, *, stepped: bool) -> tuple[Chart, int]:
    """The points in a plot of this height, and how much their numbers cover of each other."""
    floor = _TOP + plot
    highest = max(point.value for point in ordered)
    placed = (replace(point, end=point.start) if stepped else point for point in ordered)
    symbols = tuple(_symbol(point, years, highest, plot) for point in placed)
    joined = _steps(ordered, symbols) if stepped else _joins(ordered, symbols)
    drawn = (*joined, *_spans(ordered, symbols, years))
    dots = [(symbol.x, symbol.y, point.text) for symbol, point in zip(symbols, ordered, strict=True)]
    numbers, covered = _numbers(dots, drawn, floor)
    axis, names = year_axis(years, floor)
    return Chart(floor + AXIS, (*axis, *drawn), (), symbols, (*names, *numbers)), covered


def _share(pixels: int) -> int:
    """Pixels on the narrowest screen as thousandths of the width, rounded up."""
    return -(-pixels * _FULL // _NARROWEST)


def _scaled(value: Measure, full: Measure, longest: int) -> int:
    """A value as a length, rounded; what is more than nothing stays visible."""
    if value <= 0 or full <= 0:
        return 0
    return max(int((2 * value * longest + full) // (2 * full)), 2)


def _symbol(point: Point, years: tuple[int, int], highest: Measure, plot: int) -> Symbol:
    x = (across(point.start, years) + across(point.end, years)) // 2
    return Symbol(x, _TOP + plot - _scaled(point.value, highest, plot), point.style)


def _ticks(years: tuple[int, int], floor: int) -> Iterator[Line]:
    for year in range(years[0], years[1] + 1):
        x = across(date(year, 1, 1), years)
        yield Line(x, floor, x, floor + 5, "tick")
    yield Line(_RIGHT, floor, _RIGHT, floor + 5, "tick")


def _years(years: tuple[int, int], floor: int) -> Iterator[ChartText]:
    """The names of the years, or of every second or fifth year where there is no room for all."""
    count = years[1] - years[0] + 1
    room = (_RIGHT - _LEFT) * _NARROWEST // _FULL
    step = -(-count * _YEAR // room)
    for year in range(years[0], years[1] + 1, step):
        x = across(date(year, 7, 2), years)
        yield ChartText(x, 0, floor + 20, str(year), "middle", "tick")


def _joins(ordered: Sequence[Point], symbols: Sequence[Symbol]) -> Iterator[Line]:
    for key in sorted({point.line for point in ordered if point.line}):
        joined = [symbol for point, symbol in zip(ordered, symbols, strict=True) if point.line == key]
        for before, after in pairwise(joined):
            yield Line(before.x, before.y, after.x, after.y, "join")


def _steps(ordered: Sequence[Point], symbols: Sequence[Symbol]) -> Iterator[Line]:
    """A step from every value to the one after it; none where their days leave open which came first."""
    for (point, at), (following, to) in pairwise(zip(ordered, symbols, strict=True)):
        if point.end < following.start:
            yield Line(at.x, at.y, to.x, at.y, "join")
            yield Line(to.x, at.y, to.x, to.y, "join")


def _spans(ordered: Sequence[Point], symbols: Sequence[Symbol], years: tuple[int, int]) -> Iterator[Line]:
    """A stroke over the whole period for a value that has no day of its own."""
    for point, symbol in zip(ordered, symbols, strict=True):
        if point.start < point.end:
            yield Line(across(point.start, years), symbol.y, across(point.end, years), symbol.y, "span")


def _numbers(
    dots: Sequence[tuple[int, int, str]], lines: Sequence[Line], floor: int
) -> tuple[tuple[ChartText, ...], int]:
    """A number for every dot where it covers no other on the narrowest screen; and how much it covers if it must."""
    taken = _Boxes(_box(x, y + 5, 0, 0, "o", "middle") for x, y, _ in dots)
    under = _Boxes(box for line in lines for box in _along(line))
    texts: list[ChartText] = []
    covered = 0
    for x, y, text in dots:
        choices = []
        for order, (dx, dy, anchor) in enumerate(_PLACES):
            box = _box(x, y, dx, dy, text, anchor)
            choices.append((_outside(box, floor) + taken.overlap(box), under.overlap(box), order, box))
        hidden, _, order, box = min(choices)
        dx, dy, anchor = _PLACES[order]
        texts.append(ChartText(x, dx, y + dy, text, anchor, "number"))
        taken.add(box)
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


def _along(line: Line) -> Iterator[_Box]:
    """Small boxes along a line: what a number should rather not stand on."""
    steps = 12
    for step in range(1, steps):
        x = (line.x1 * (steps - step) + line.x2 * step) * _NARROWEST // (steps * _FULL)
        y = (line.y1 * (steps - step) + line.y2 * step) // steps
        yield x - 1, y - 1, x + 2, y + 2


def _box(x: int, y: int, dx: int, dy: int, text: str, anchor: Anchor) -> _Box:
    """Left, top, right and bottom of a text on the narrowest screen, in pixels."""
    width = len(text) * _DIGIT
    left = x * _NARROWEST // _FULL + dx - {"start": 0, "middle": width // 2, "end": width}[anchor]
    return left, y + dy - 11, left + width, y + dy + 2


def _overlap(box: _Box, other: _Box) -> int:
    wide = min(box[2], other[2]) - max(box[0], other[0])
    high = min(box[3], other[3]) - max(box[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0


def _outside(box: _Box, floor: int) -> int:
    """How much of a text falls off the chart or over its axis."""
    across = max(-box[0], 0) + max(box[2] - _NARROWEST, 0)
    down = max(-box[1], 0) + max(box[3] - floor, 0)
    return (across + down) * _LINE
