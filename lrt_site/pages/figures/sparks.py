"""A small drawing beside the newest value of a series: its values in time, or over areas, as strokes from zero."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lrt_site.findings.observations import amount, moment, newest_in, order, span, spreads, unit_in
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import in_dutch
from lrt_site.pages.figures.chart_findings import among, comparable
from lrt_site.pages.shared.charts import Measure, scaled

WIDTH, HEIGHT = 168, 40
"""Pixels."""
EDGE = 5


@dataclass(frozen=True, slots=True)
class Spark:
    """Strokes from the floor up. Given to the macro `spark` in templates/figures/spark.html.jinja."""

    about: str
    """What is drawn, for who cannot see it."""
    said: str
    """How the newest value stands among the others."""
    strokes: tuple[tuple[int, int], ...]
    """Of each how far it is from the left, and how high; the last is the newest."""
    first: str
    last: str
    """What stands under the ends of the drawing."""


def spark_of(series: Series) -> Spark | None:
    """The values that can be compared with the newest one, or else with each other; none where no two can."""
    newest = newest_in(series)
    if newest is None:
        return None
    groups = _groups(series, newest.part)
    own = [group for group in groups if newest in group]
    for values in own:
        return _in_time(series, values, among(values).lstrip(":; "))
    for values in groups[:1]:
        return _in_time(series, values, f"getekend: {unit_in(series, values[0])}")
    return _over_areas(series)


def _groups(series: Series, part: str | None) -> list[tuple[Observation, ...]]:
    """The values of this part in each unit, those of most values first, where two of them can be compared."""
    own = [value for value in series.observations if value.area is None and value.part == part and span(value)]
    units = dict.fromkeys(unit_in(series, value) for value in own)
    found = [comparable(series, [value for value in own if unit_in(series, value) == unit]) for unit in units]
    return sorted((values for values in found if len(values) > 1), key=len, reverse=True)


def _in_time(series: Series, values: Sequence[Observation], said: str) -> Spark:
    days = [order(value)[0] for value in values]
    years = (str(days[0].year), str(days[-1].year))
    low, high = min(values, key=_size), max(values, key=_size)
    return Spark(
        f"{series.name}: {len(values)} keer {unit_in(series, values[-1])}. De laagste waarde is {amount(low)} "
        f"({moment(low)}), de hoogste {amount(high)} ({moment(high)}).",
        said,
        tuple(zip(_places(days), _heights([value.exactly for value in values]), strict=True)),
        years[0],
        years[1] if years[1] != years[0] else "",
    )


def _over_areas(series: Series) -> Spark | None:
    """The newest values over areas, the highest first."""
    for spread in spreads(series)[:1]:
        ranked = sorted(spread.versions[-1].values.items(), key=lambda item: -item[1].exactly)
        (highest, high), (lowest, low) = ranked[0], ranked[-1]
        step = (WIDTH - 2 * EDGE) // max(len(ranked) - 1, 1)
        heights = _heights([value.exactly for _, value in ranked])
        told = f"van {in_dutch(high.value)} ({highest}) tot {in_dutch(low.value)} ({lowest})"
        return Spark(
            f"{series.name}: {len(ranked)} gebieden, {told}.",
            told,
            tuple((EDGE + place * step, height) for place, height in enumerate(heights)),
            "hoogste",
            "laagste",
        )
    return None


def _places(days: Sequence[date]) -> list[int]:
    whole = (days[-1] - days[0]).days or 1
    return [EDGE + (day - days[0]).days * (WIDTH - 2 * EDGE) // whole for day in days]


def _heights(sizes: Sequence[Measure]) -> list[int]:
    return [scaled(size, max(sizes), HEIGHT - EDGE) for size in sizes]


def _size(observation: Observation) -> Measure:
    return observation.exactly
