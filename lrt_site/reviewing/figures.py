"""Values that became others, how much they differ, and what about that looks like a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from lrt_site.differences import Difference
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import Number, exact, in_dutch
from lrt_site.model.register import Record, Steps

_TENFOLD = 10


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A value beside the one that a reader will compare it with."""

    at: Steps
    """The way to the value, or to the observation that came."""
    observation: Observation
    before: Number
    beside: str
    """What the value before is, where it still stands: an earlier one of the same, or that of another time."""

    @property
    def share(self) -> str:
        """How much it differs, in per cent with a sign; empty where there is nothing to take a share of."""
        was, now = exact(self.before), self.observation.exactly
        if not was:
            return ""
        share = ((now - was) * 100 / abs(was)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{'+' if share > 0 else '−' if share < 0 else ''}{in_dutch(abs(share))} %"

    @property
    def doubt(self) -> str:
        """What looks like a slip of the pen, as a Dutch sentence; empty where nothing does."""
        return doubt_about(self.before, self.observation.value)


def doubt_about(before: Number, after: Number) -> str:
    """What looks like a slip of the pen where one value follows another; empty where nothing does."""
    was, now = abs(exact(before)), abs(exact(after))
    if was and now and max(was, now) / min(was, now) >= _TENFOLD:
        times = "minstens tien keer zo groot" if now > was else "hoogstens een tiende"
        return f"De waarde is {times}. Staat er een cijfer of een nul te veel of te weinig?"
    swapped = _swapped(str(was), str(now))
    return f"Alleen de cijfers {swapped[0]} en {swapped[1]} staan omgekeerd. Is dat zo bedoeld?" if swapped else ""


def figure_changes(before: Record | None, after: Record | None, found: Iterable[Difference]) -> Iterator[FigureChange]:
    """The values among these differences that took the place of others, or that stand beside an earlier one."""
    if not (isinstance(before, Series) and isinstance(after, Series)):
        return
    for difference in found:
        if difference.owner is Observation and difference.field == "value":
            index = difference.at[1]
            assert isinstance(index, int)
            yield FigureChange(difference.at, after.observations[index], difference.before, "")  # type: ignore[arg-type]
        elif isinstance(difference.after, Observation) and difference.before is None:
            earlier = _earlier(before, difference.after)
            if earlier is not None:
                when = earlier.period or earlier.date
                is_other = when is not None and _time(earlier) != _time(difference.after)
                beside = when.in_words if when is not None and is_other else "eerder bekend"
                yield FigureChange(difference.at, difference.after, earlier.value, beside)


def _earlier(series: Series, came: Observation) -> Observation | None:
    """The value that stood there before and is nearest in time to one that came, of the same in the same unit."""
    alike = [
        observation
        for observation in series.observations
        if (observation.part, observation.area, observation.unit) == (came.part, came.area, came.unit)
        and _length(observation) == _length(came)
        and _time(observation) <= _time(came)
    ]
    return max(alike, key=lambda observation: (_time(observation), str(observation.vintage or "")), default=None)


def _time(observation: Observation) -> str:
    return str(observation.period or observation.date or "")


def _length(observation: Observation) -> int:
    """How its time is written: values of years, half-years and days do not follow one another."""
    return len(_time(observation))


def _swapped(was: str, now: str) -> str:
    """The two neighbouring digits that changed places, where that alone differs."""
    if len(was) != len(now):
        return ""
    places = [place for place, (old, new) in enumerate(zip(was, now, strict=True)) if old != new]
    if len(places) != 2 or places[1] - places[0] != 1:
        return ""
    first, second = places
    pair = was[first : second + 1]
    return pair if now[first : second + 1] == pair[::-1] and pair.isdecimal() else ""
