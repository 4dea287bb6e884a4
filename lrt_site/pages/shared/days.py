"""Pages of days: which days have one, for how long each holds, and the list and the picker that lead to them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from lrt_site.findings.certainty import DAY
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate, at
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class Days:
    """Which days have a page of their own."""

    listed: tuple[PartialDate, ...]
    """In order of time."""
    turning: tuple[date, ...]
    """Those of them on which what the pages say changes."""
    as_of: date
    """The day on which the site speaks: no page lies after it."""


@dataclass(frozen=True, slots=True)
class DayLink:
    """A page that holds from a day on."""

    link: Link
    since: str
    """That day, as the date picker compares it."""


@dataclass(frozen=True, slots=True)
class DayList:
    """The way from an overview to its pages of days: a list of links, and a date picker where there are scripts."""

    question: str
    """What a reader asks of a day."""
    years: tuple[tuple[int, tuple[DayLink, ...]], ...]
    """The newest year first, in order of time within a year."""
    earliest: str
    """The first day that can be chosen."""
    newest: str
    """The last day that can be chosen."""


@dataclass(frozen=True, slots=True)
class Holds:
    """For which days a page holds."""

    first: str
    """The first of them, as a script compares it; empty where they are no run of days."""
    last: str
    in_words: str


def days_of(turning: Iterable[date], fixed: Iterable[date], as_of: date) -> Days:
    """The pages of all turning days, and of the fixed days beside them."""
    found = {day for day in turning if day <= as_of}
    listed = found.union(day for day in fixed if day <= as_of)
    return Days(tuple(PartialDate.of(day) for day in sorted(listed)), tuple(sorted(found)), as_of)


def day_list(question: str, days: Days, address: Callable[[str], str]) -> DayList:
    """Links to all pages of days. `address` tells where the page of a day lives."""
    links = (DayLink(Link(on.in_words, address(on.text)), on.text) for on in days.listed)
    years = [(year, tuple(members)) for year, members in groupby(links, lambda link: int(link.since[:4]))]
    earliest = days.listed[0].text if days.listed else ""
    return DayList(question, tuple(reversed(years)), earliest, days.as_of.isoformat())


def holds_on(days: Days, day: date) -> Holds:
    """For which days the page of a day holds."""
    place = bisect_right(days.turning, day)
    first = days.turning[place - 1] if place else None
    last = days.turning[place] - DAY if place < len(days.turning) else None
    until = last or days.as_of
    period = (first or date.min).isoformat(), until.isoformat()
    if first is None:
        return Holds(*period, f"Dit geldt voor elke dag tot en met {_in_words(until)}.")
    if first == last:
        return Holds(*period, "Dit geldt alleen voor deze dag.")
    site = "" if last else ", de dag waarop deze site spreekt"
    return Holds(*period, f"Dit geldt voor {_in_words(first)} tot en met {_in_words(until)}{site}.")


def holds_in_words(days: Days, day: date) -> str:
    """The same in a sentence alone."""
    return holds_on(days, day).in_words


def on_day(when: PartialDate) -> str:
    """A moment after its preposition: `op 20 december 2021`, or `in december 2021 (dag niet bekend)`."""
    return at(when) if when.is_day else f"{at(when)} (dag niet bekend)"


def _in_words(day: date) -> str:
    return PartialDate.of(day).in_words
