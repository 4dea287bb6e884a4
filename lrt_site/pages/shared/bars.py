"""Horizontal bars from zero: in order of time with what is not known between them, or the highest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from lrt_site.frozen import dataclass
from lrt_site.pages.shared.charts import (
    DIGIT,
    FULL,
    LETTERS_ON_A_LINE,
    Band,
    Bar,
    Chart,
    ChartText,
    Line,
    Measure,
    TextKind,
    scaled,
    share,
    written,
)

SOLID, OUTLINED, HATCHED, DASHED, AROUND, PALE = 1, 2, 3, 4, 5, 6
"""The ways to fill a bar; they can be told apart without colour."""
PART_STYLES = (SOLID, OUTLINED, PALE, DASHED)
"""Those of the parts of a bar, in their order."""

_BAR = 13
_HALF = 7
_GAP = 9
_EMPTY = 24


@dataclass(frozen=True, slots=True)
class BarValue:
    """A value to draw as a bar. Below zero nothing is drawn but its number."""

    value: Measure
    text: str
    """The number as it is printed at the end of the bar."""
    style: int = SOLID
    note: str = ""
    """What tells it from the others of its row, above the bar."""
    parts: tuple[tuple[Measure, int], ...] = ()
    """The parts that make up the value, each with its filling: they stand after each other in its place."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """A label with the bars under it."""

    label: str
    values: tuple[BarValue, ...]
    short: bool = False
    """Whether it is about no more than half a year: then its bars are half as thick."""
    below: str = ""
    """What is said under its bars."""


@dataclass(frozen=True, slots=True)
class Empty:
    """Where time passes without a value, in words."""

    text: str


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One of several that are compared: its name and number on one line, and one bar with all that is known."""

    label: str
    text: str
    value: Measure | None
    """As a solid bar."""
    whole: Measure | None = None
    """As an outline around it."""
    marks: tuple[Measure, ...] = ()
    """Each as a stroke across it."""


def bars(label: str, rows: Sequence[BarRow | Empty]) -> Chart:
    """Rows below each other on one scale, each label above its bars and each number at the end of its bar.

    Above them stands what the length counts.
    """
    drawn = [row for row in rows if isinstance(row, BarRow)]
    letters = max((len(value.text) for row in drawn for value in row.values), default=0)
    longest = max(FULL - share(letters * DIGIT + _GAP), FULL // 4)
    full = max((value.value for row in drawn for value in row.values), default=0)
    placed = _Placed()
    placed.write(label, "title", 3)
    for row in rows:
        if isinstance(row, Empty):
            placed.leave_empty(row.text)
        else:
            placed.add(row, full, longest)
    return placed.chart()


def ranked(label: str, rows: Sequence[RankedRow]) -> Chart:
    """Rows below each other on one scale, in the order given."""
    full = max((size for row in rows for size in _sizes(row)), default=0)
    placed = _Placed()
    placed.write(label, "title", 6)
    for row in rows:
        placed.rank(row, full)
    return placed.chart()


def _sizes(row: RankedRow) -> tuple[Measure, ...]:
    return tuple(size for size in (row.value, row.whole, *row.marks) if size is not None)


class _Placed:
    """What was placed so far, and the height below it."""

    def __init__(self) -> None:
        self._y = 0
        self._bars: list[Bar] = []
        self._bands: list[Band] = []
        self._lines: list[Line] = []
        self._texts: list[ChartText] = []

    def write(self, text: str, kind: TextKind, room: int) -> None:
        """A text in as many lines as it needs, with room below it."""
        if text:
            self._y = written(text, kind, self._y, self._texts) + room

    def add(self, row: BarRow, full: Measure, longest: int) -> None:
        """A row in order of time."""
        self.write(row.label, "label", 6)
        height = _HALF if row.short else _BAR
        for value in row.values:
            self.write(value.note, "tick", 5 if height == _BAR else 8)
            width = scaled(value.value, full, longest)
            self._bars += _filled(value, width, self._y, height)
            self._texts.append(ChartText(width, 6, self._y + height // 2 + 5, value.text, "start", "number"))
            self._lines.append(Line(0, self._y - 2, 0, self._y + height + 2, "axis"))
            self._y += height + (4 if height == _BAR else 7)
        self.write(row.below, "tick", 0)
        self._y += _GAP

    def leave_empty(self, text: str) -> None:
        """A band with words where nothing is known."""
        self._bands.append(Band(0, self._y, FULL, _EMPTY))
        self._texts.append(ChartText(0, 6, self._y + _EMPTY // 2 + 4, text, "start", "tick"))
        self._y += _EMPTY + _GAP

    def rank(self, row: RankedRow, full: Measure) -> None:
        """A row of which the order says something."""
        if len(row.label) + len(row.text) > LETTERS_ON_A_LINE - 6:
            self.write(row.label, "label", 0)
            self.write(row.text, "label", 6)
        else:
            self.write(row.label, "label", 6)
            self._texts.append(ChartText(FULL, 0, self._y - 6, row.text, "end", "number"))
        if row.value is not None:
            self._bars.append(Bar(self._y, scaled(row.value, full, FULL), _BAR, SOLID))
        if row.whole is not None:
            self._bars.append(Bar(self._y - 2, scaled(row.whole, full, FULL), _BAR + 4, AROUND))
        for size in row.marks:
            x = scaled(size, full, FULL)
            self._lines.append(Line(x, self._y - 4, x, self._y + _BAR + 4, "mark"))
        self._y += _BAR + _GAP

    def chart(self) -> Chart:
        """All of it."""
        return Chart(self._y, tuple(self._lines), tuple(self._bars), texts=tuple(self._texts), bands=tuple(self._bands))


def _filled(value: BarValue, width: int, y: int, height: int) -> list[Bar]:
    """A bar, or its parts after each other: rounding leaves no hole between them."""
    if not value.parts:
        return [Bar(y, width, height, value.style)]
    total = sum(size for size, _ in value.parts)
    ends = [scaled(end, total, width) for end in accumulate(size for size, _ in value.parts)]
    starts = [0, *ends[:-1]]
    return [
        Bar(y, end - start, height, style, start)
        for start, end, (_, style) in zip(starts, ends, value.parts, strict=True)
    ]
