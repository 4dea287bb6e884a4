"""What stood on a day, of things that followed each other at moments that may be known only in part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate

DAY = timedelta(days=1)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing(Generic[T]):
    """Things that followed each other, as they stood on a day. Their order counts, whatever their moments say."""

    gone: tuple[T, ...]
    """What the newest that surely was there came after."""
    sure: T | None
    """The newest that surely was there."""
    perhaps: tuple[T, ...]
    """What came after that, and may have been there."""
    later: tuple[T, ...]
    """What surely was not there yet."""


def surely_by(moment: PartialDate | None, day: date) -> bool:
    """Whether something had surely happened on a day: on it or before it, and after a month or year as a whole."""
    if moment is None:
        return False
    return moment.earliest <= day if moment.is_day else moment.latest < day


def perhaps_by(moment: PartialDate | None, day: date) -> bool:
    """Whether something may have happened on a day or before it."""
    return moment is None or moment.earliest <= day


def edges(moment: PartialDate | None) -> tuple[date, ...]:
    """The days on which it changes whether something may have happened, or surely had."""
    if moment is None:
        return ()
    return (moment.earliest,) if moment.is_day else (moment.earliest, moment.latest + DAY)


def standing(things: Sequence[T], moment_of: Callable[[T], PartialDate | None], day: date) -> Standing[T]:
    """Things in the order in which they followed each other, as they stood on a day."""
    moments = [moment_of(t) for t in things]
    known = max((index for index, moment in enumerate(moments) if surely_by(moment, day)), default=-1)
    ends = (index for index in range(known + 1, len(things)) if not perhaps_by(moments[index], day))
    end = next(ends, len(things))
    return Standing(
        tuple(things[: max(known, 0)]),
        things[known] if known >= 0 else None,
        tuple(things[known + 1 : end]),
        tuple(things[end:]),
    )


def changes(days: Iterable[date], answer: Callable[[date], object]) -> tuple[date, ...]:
    """The days on which an answer is another than on the day before, in order; only these days can be such days."""
    ordered = sorted(set(days))
    answers = [answer(day) for day in (*(day - DAY for day in ordered[:1]), *ordered)]
    return tuple(day for day, (before, then) in zip(ordered, pairwise(answers), strict=True) if before != then)
