"""Things that have a span of days, in order of time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate
from typing import Generic, Protocol, Self, TypeVar

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The first and the last day that something can be about; both included."""

    first: date
    last: date

    @classmethod
    def of(cls, on: PartialDate) -> Self:
        """The days that a date can be."""
        return cls(on.earliest, on.latest)

    def within(self, other: Span) -> bool:
        """Whether this span lies wholly inside the other."""
        return other.first <= self.first and self.last <= other.last

    def touches(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


class _Spanning(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Spanning)


class InTime(Generic[T]):
    """Things in the order of their first days. What is near a moment is found without looking at them all."""

    def __init__(self, things: Iterable[T]) -> None:
        self._things = tuple(sorted(things, key=lambda t: t.span))
        self._firsts = [thing.span.first for thing in self._things]
        self._reach = list(accumulate((thing.span.last for thing in self._things), max))
        """The last day of all things up to each."""

    def __iter__(self) -> Iterator[T]:
        return iter(self._things)

    def __len__(self) -> int:
        return len(self._things)

    def touching(self, span: Span) -> tuple[T, ...]:
        """All that share a day with a span, in order of time."""
        end = bisect_right(self._firsts, span.last)
        start = bisect_left(self._reach, span.first)
        return tuple(thing for thing in self._things[start:end] if thing.span.last >= span.first)

    def newest_before(self, day: date) -> T | None:
        """What is surely the least long ago: the latest first day of all that lie wholly before."""
        before = self._things[: bisect_left(self._firsts, day)]
        return next((item for item in reversed(before) if item.span.last < day), None)

    def oldest_after(self, day: date) -> T | None:
        """What surely comes first: the earliest last day of all that lie wholly after."""
        oldest: T | None = None
        for thing in self._things[bisect_right(self._firsts, day) :]:
            if oldest and thing.span.first > oldest.span.last:
                break
            if oldest is None or thing.span.last < oldest.span.last:
                oldest = thing
        return oldest
