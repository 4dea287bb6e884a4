"""The months with and without a known meeting as a small drawing, with the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from lrt_site.findings.months import Month, MonthState
from lrt_site.frozen import dataclass
from lrt_site.model.dates import MONTHS
from lrt_site.pages.shared.table import FilledTable, filled

STYLES: Mapping[MonthState, int] = {"leeg": 0, "bekend": 1, "aangekondigd": 2, "onzeker": 4}
"""The shape of each state in the drawing."""


WORDS: Mapping[MonthState, str] = {
    "bekend": "vergadering bekend",
    "leeg": "geen bekende vergadering",
    "aangekondigd": "alleen aangekondigd of gepland",
    "onzeker": "kan er een zijn geweest: de maand staat niet vast",
}


_LEFT, _STEP = 150, 75


_TOP, _ROW = 26, 19


@dataclass(frozen=True, slots=True)
class MonthCell:
    """A month in the drawing: thousandths of the width across, and its shape."""

    x: int
    style: int


@dataclass(frozen=True, slots=True)
class YearOfMonths:
    """A year in the drawing."""

    year: int
    y: int
    cells: tuple[MonthCell, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """All months, a row a year."""

    height: int
    heads: tuple[tuple[int, str], ...]
    """Where the letter of each month stands."""
    years: tuple[YearOfMonths, ...]
    table: FilledTable
    """The same in words."""
    key: tuple[tuple[int, str], ...]
    """What each shape in the drawing means."""
    months: int
    """Those for which there is a rule."""
    known: int
    """Of these, with a meeting known to have been held."""
    empty: int


def strip(months: Sequence[Month]) -> Strip | None:
    """The months as a small drawing with its table; none where there are no months."""
    if not months:
        return None
    years = [(year, tuple(group)) for year, group in groupby(months, key=lambda month: month.year)]
    return Strip(
        height=_TOP + _ROW * len(years),
        heads=tuple((_x(index + 1), name[0].upper()) for index, name in enumerate(MONTHS)),
        years=tuple(
            YearOfMonths(year, _TOP + _ROW * index, tuple(map(_cell, _drawn(group))))
            for index, (year, group) in enumerate(years)
        ),
        table=filled(
            "Dezelfde maanden, per jaar",
            ("Jaar", "Vergadering bekend", "Geen bekende vergadering", "Niet zeker"),
            ((str(year), *(words or "geen" for words in _told(group))) for year, group in years),
        ),
        key=tuple(
            (STYLES[state], words)
            for state, words in WORDS.items()
            if any(state == month.state for month in _drawn(months))
        ),
        months=sum(month.ruled for month in months),
        known=sum(month.ruled and month.state == "bekend" for month in months),
        empty=sum(month.silent for month in months),
    )


def _cell(month: Month) -> MonthCell:
    return MonthCell(_x(month.month), STYLES[month.state])


def _told(months: Sequence[Month]) -> tuple[str, str, str]:
    """The months with a known meeting, those without, and those in which one may have been or was only announced."""
    announced = _in_words(months, "aangekondigd")
    unsure = _in_words(months, "onzeker")
    other = (f"alleen aangekondigd: {announced}" if announced else "", f"maand niet zeker: {unsure}" if unsure else "")
    empty = _in_words(months, "leeg") if any(month.ruled for month in months) else "telt niet mee: geen ritme bekend"
    return _in_words(months, "bekend"), empty, "; ".join(filter(None, other))


def _drawn(months: Iterable[Month]) -> Iterator[Month]:
    """The months of which there is something to say."""
    return (month for month in months if month.ruled or month.state != "leeg")


def _in_words(months: Sequence[Month], state: MonthState) -> str:
    """The months in this state: `januari tot en met maart, juni`."""
    runs, drawn = [], frozenset(_drawn(months))
    for same, group in groupby(months, key=lambda month: month in drawn and month.state == state):
        inside = list(group)
        first, last = MONTHS[inside[0].month - 1], MONTHS[inside[-1].month - 1]
        if same:
            joined = " tot en met " if len(inside) > 2 else ", "
            runs.append(first if len(inside) == 1 else f"{first}{joined}{last}")
    return ", ".join(runs)


def _x(month: int) -> int:
    return _LEFT + (month - 1) * _STEP
