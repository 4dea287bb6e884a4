"""Dates as exact as their source, and no more."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Self

from lrt_site.frozen import dataclass

DATE_FORM = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
TIME_FORM = r"([01][0-9]|2[0-3]):[0-5][0-9]"
HALF_YEAR = r"[0-9]{4}-H[12]"
PERIOD_FORM = rf"({DATE_FORM}|{HALF_YEAR}|{DATE_FORM}/{DATE_FORM})"

_REMEMBERED = 20_000
"""So many dates and periods are worked out once."""

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day, as its source gives it: `2021`, `2021-12` or `2021-12-20`."""

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(DATE_FORM, self.text):
            raise ValueError(f"'{self.text}' is geen datum; schrijf jjjj, jjjj-mm of jjjj-mm-dd")
        if self.text < "0001":
            raise ValueError("het jaar 0000 bestaat niet")
        if len(self.text) == 10:
            year, month, day = (int(part) for part in self.text.split("-"))
            if day > monthrange(year, month)[1]:
                raise ValueError(f"{MONTHS[month - 1]} {year} heeft geen dag {day}")

    def __str__(self) -> str:
        return self.text

    @property
    def is_day(self) -> bool:
        """Whether the source gives the day itself."""
        return len(self.text) == 10

    @property
    def is_year(self) -> bool:
        """Whether the source gives no more than the year."""
        return len(self.text) == 4

    @property
    def earliest(self) -> date:
        """The first day it can be."""
        return _first_day(self.text)

    @property
    def latest(self) -> date:
        """The last day it can be."""
        return _last_day(self.text)

    @property
    def in_words(self) -> str:
        """In Dutch: `20 december 2021`, `december 2021` or `2021`."""
        parts = self.text.split("-")
        words = [str(int(parts[2]))] if len(parts) == 3 else []
        if len(parts) > 1:
            words.append(MONTHS[int(parts[1]) - 1])
        return " ".join([*words, parts[0]])

    @property
    def briefly(self) -> str:
        """The same with its month in short: `20 dec. 2021`."""
        *before, year = self.in_words.split()
        short = {"maart": "mrt."}
        return " ".join(
            [
                *(word if word.isdigit() or len(word) == 3 else short.get(word, f"{word[:3]}.") for word in before),
                year,
            ]
        )

    @classmethod
    def of(cls, day: date) -> Self:
        """The day itself."""
        return cls(day.isoformat())


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """What a figure covers: a partial date, a half year (`2021-H2`) or two dates (`2021-07-01/2021-11-12`)."""

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(PERIOD_FORM, self.text):
            raise ValueError(
                f"'{self.text}' is geen periode; schrijf jjjj, jjjj-mm, jjjj-H1, jjjj-H2 of jjjj-mm-dd/jjjj-mm-dd"
            )
        if self.latest < self.earliest:
            raise ValueError(f"de periode '{self.text}' eindigt voor zij begint")

    def __str__(self) -> str:
        return self.text

    @property
    def earliest(self) -> date:
        """The first day covered."""
        return self._ends[0].earliest

    @property
    def latest(self) -> date:
        """The last day covered."""
        return self._ends[1].latest

    @property
    def is_half(self) -> bool:
        """Whether it is a half year, of which Dutch says `de`."""
        return "H" in self.text

    @property
    def in_words(self) -> str:
        """In Dutch: `tweede helft van 2021`, `1 juli 2021 tot en met 12 november 2021`."""
        if self.is_half:
            half = "eerste" if self.text.endswith("H1") else "tweede"
            return f"{half} helft van {self.text[:4]}"
        return through(*self._ends)

    @property
    def _ends(self) -> tuple[PartialDate, PartialDate]:
        return _ends_of(self.text)


@dataclass(frozen=True, slots=True, order=True)
class ClockTime:
    """A time of the day in the Netherlands: `19:30`."""

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(TIME_FORM, self.text):
            raise ValueError(f"'{self.text}' is geen tijd; schrijf uren en minuten als uu:mm, zoals 09:30")

    def __str__(self) -> str:
        return self.text

    @property
    def in_words(self) -> str:
        """In Dutch: `19.30 uur`."""
        return f"{self.text.replace(':', '.')} uur"


@lru_cache(maxsize=_REMEMBERED)
def _first_day(text: str) -> date:
    return date.fromisoformat((text + "-01-01")[:10])


@lru_cache(maxsize=_REMEMBERED)
def _last_day(text: str) -> date:
    first = _first_day(text)
    if len(text) == 10:
        return first
    month = first.month if len(text) == 7 else 12
    return date(first.year, month, monthrange(first.year, month)[1])


@lru_cache(maxsize=_REMEMBERED)
def _ends_of(period: str) -> tuple[PartialDate, PartialDate]:
    if "H" in period:
        months = ("01", "06") if period.endswith("H1") else ("07", "12")
        return PartialDate(f"{period[:4]}-{months[0]}"), PartialDate(f"{period[:4]}-{months[1]}")
    start, _, end = period.partition("/")
    return PartialDate(start), PartialDate(end or start)


def at(when: PartialDate | Period) -> str:
    """A moment after its preposition: `op 20 december 2021`, `in 2021`, `in de tweede helft van 2021`."""
    text = str(when)
    if "/" in text:
        return f"van {when.in_words}"
    half = "de " if isinstance(when, Period) and when.is_half else ""
    return f"{'op' if len(text) == 10 else 'in'} {half}{when.in_words}"


def through(first: PartialDate, last: PartialDate) -> str:
    """A stretch of time of which both ends are part: `1 juli 2021 tot en met 12 november 2021`, or `1 juli 2021`."""
    return first.in_words if first == last else f"{first.in_words} tot en met {last.in_words}"
