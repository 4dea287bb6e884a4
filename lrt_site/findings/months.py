"""The months in which the table is known to have met, and the stretches of months of which nothing was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import dropwhile, groupby
from typing import Literal

from lrt_site.findings.gaps import ExpectedInYear, ExpectedMeetings, HasMoment
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.meetings import Meeting

MonthState = Literal["bekend", "onzeker", "aangekondigd", "leeg"]


_STRENGTH: tuple[MonthState, ...] = ("leeg", "aangekondigd", "onzeker", "bekend")
"""Of two states of one month the last one here is shown."""
_MONTHS_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class Month:
    """A calendar month that is over, and what is known of meetings in it."""

    year: int
    month: int
    state: MonthState
    ruled: bool
    """Whether a source gives a rule for this month; only then can it be called empty."""

    @property
    def silent(self) -> bool:
        """Whether a rule leads us to expect meetings around it and none is known to have been held in it."""
        return self.ruled and self.state in ("leeg", "aangekondigd")

    @property
    def date(self) -> PartialDate:
        """The month itself."""
        return PartialDate(f"{self.year:04}-{self.month:02}")


@dataclass(frozen=True, slots=True)
class SilentMonths:
    """Months that follow each other, in none of which a meeting is known to have been held."""

    first: PartialDate
    last: PartialDate
    months: int
    open: bool
    """Whether it lasts until the last month that is over."""

    @property
    def in_words(self) -> str:
        """In Dutch: `november 2016 tot en met augustus 2018`."""
        if self.first == self.last:
            return self.first.in_words
        return f"{self.first.in_words} tot en met {self.last.in_words}"


def months_of(meetings: Iterable[Meeting], expected: ExpectedMeetings, as_of: date) -> tuple[Month, ...]:
    """Every month that is over, from the first for which there is a rule or a known meeting.

    A month is empty only when no meeting can have been in it, but for those of which not both bounds are known.
    """
    told = [each for meeting in meetings for each in _told(meeting)]
    told.sort(key=lambda each: _STRENGTH.index(each[1]))
    states = dict(told)
    every = ((year, month) for year in expected.years for month in range(1, _MONTHS_OF_YEAR + 1))
    found = (
        Month(year.year, month, states.get((year.year, month), "leeg"), _is_ruled(year, month))
        for year, month in every
        if _is_over(year.year, month, as_of)
    )
    return tuple(dropwhile(lambda month: not month.ruled and month.state == "leeg", found))


def stretches(months: Sequence[Month], longer_than: int) -> tuple[SilentMonths, ...]:
    """The stretches of more than this number of months without a known meeting, in order of time."""
    found = []
    for silent, group in groupby(months, key=lambda month: month.silent):
        inside = list(group)
        if silent and len(inside) > longer_than:
            ends = inside[-1] == months[-1]
            found.append(SilentMonths(inside[0].date, inside[-1].date, len(inside), ends))
    return tuple(found)


def _told(meeting: Meeting) -> Iterator[tuple[tuple[int, int], MonthState]]:
    """The months that a meeting may have been in, where they have a beginning and an end."""
    inside = _months_between(meeting)
    if meeting.state == "gehouden":
        for month in inside:
            yield month, "bekend" if len(inside) == 1 else "onzeker"
    elif meeting.state in ("aangekondigd", "gepland") and len(inside) == 1:
        yield inside[0], "aangekondigd"


def _months_between(moment: HasMoment) -> list[tuple[int, int]]:
    first, last = moment.date or moment.not_before, moment.date or moment.not_after
    if not first or not last:
        return []
    start, end = first.earliest, last.latest
    count = (end.year - start.year) * _MONTHS_OF_YEAR + end.month - start.month
    steps = (start.month - 1 + step for step in range(count + 1))
    return [(start.year + step // _MONTHS_OF_YEAR, step % _MONTHS_OF_YEAR + 1) for step in steps]


def _is_ruled(year: ExpectedInYear, month: int) -> bool:
    rule = year.rule
    if rule is None or rule.covers_from is None:
        return False
    whole = PartialDate(f"{year.year:04}-{month:02}")
    begun = rule.covers_from.earliest <= whole.latest
    return begun and (rule.covers_until is None or rule.covers_until.latest >= whole.earliest)


def _is_over(year: int, month: int, as_of: date) -> bool:
    return PartialDate(f"{year:04}-{month:02}").latest <= as_of
