"""What a chart of one unit shows, in a sentence that is its heading."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lrt_site.findings.observations import amount, in_a_sentence, is_expected, kind_in, moment, newest, order
from lrt_site.model.figures import Observation, Series
from lrt_site.wording.text import capitalised

LIKE = 40
"""Periods that differ by more days than these are not compared."""


def finding_of(series: Series, values: Sequence[Observation]) -> str:
    """The newest value, and how it stands among the others that the chart compares it with."""
    compared = comparable(series, values)
    told = _called(series, compared[-1], in_a_sentence(compared[-1]))
    return f"{told}{among(compared)}"


def comparable(series: Series, values: Sequence[Observation]) -> tuple[Observation, ...]:
    """The newest value, and before it in order of time those that are about as long a time as that one."""
    in_time = _newest_of_each_moment(_of_one_sort(series, values))
    return tuple(value for value in in_time if abs(_length(value) - _length(in_time[-1])) <= LIKE)


def among(compared: Sequence[Observation]) -> str:
    """How the last of these stands among the others: what follows it in a sentence."""
    last, others = compared[-1], compared[:-1]
    if not others:
        return ""
    if len(others) == 1:
        return f"; daarvoor {amount(others[0])} ({moment(others[0])})"
    high, low = max(others, key=_size), min(others, key=_size)
    if last.exactly > high.exactly:
        return f": de hoogste van {len(compared)} waarden"
    if last.exactly < low.exactly:
        return f": de laagste van {len(compared)} waarden"
    return f"; de hoogste waarde is {amount(high)} ({moment(high)})"


def _length(observation: Observation) -> int:
    """The days of a period; a day, or a moment that is not known to the day, has none."""
    return (observation.period.latest - observation.period.earliest).days if observation.period else 0


def _of_one_sort(series: Series, values: Sequence[Observation]) -> Sequence[Observation]:
    """What can be compared: wholes, or else one part; and no expectation beside what came of it."""
    last = newest(values)
    part = None if last is None or any(value.part is None for value in values) else last.part
    alike = [value for value in values if value.part == part]
    return [value for value in alike if not is_expected(series, value)] or alike


def _newest_of_each_moment(values: Sequence[Observation]) -> list[Observation]:
    """In order of time; of one moment and part only what was known last."""
    found = {(moment(value), value.part): value for value in sorted(values, key=order)}
    return sorted(found.values(), key=order)


def _size(observation: Observation) -> Decimal:
    return observation.exactly


def _called(series: Series, observation: Observation, told: str) -> str:
    if is_expected(series, observation):
        return f"Verwacht: {told}"
    return f"Doel: {told}" if kind_in(series, observation) == "norm" else capitalised(told)
