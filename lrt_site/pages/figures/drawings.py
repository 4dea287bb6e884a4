"""Which charts a series gets, and what stands around each: finding, key, and what is not drawn.

Every unit has a chart and a scale of its own. Stocks become points in time, flows, norms and estimates become bars,
and values per area become one bar each, the highest first.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

from lrt_site.findings.observations import (
    Spread,
    amount,
    in_a_sentence,
    span,
    spreads,
    unit_in,
)
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import in_dutch
from lrt_site.pages.figures.chart_findings import finding_of
from lrt_site.pages.figures.time_bars import time_bars
from lrt_site.pages.shared import charts
from lrt_site.pages.shared.bars import SOLID, RankedRow, ranked
from lrt_site.pages.shared.charts import Chart, Point, Years
from lrt_site.wording.text import capitalised, listed

LONG = 60
"""So many days are long enough to be seen as a stroke."""
POINTS_WORTH_A_CHART = 3
BARS_WORTH_A_CHART = 2
"""Fewer values of one kind are read better in the table."""
NAMED = 4
"""So many values that are not drawn are named; of more it is said how many there are."""

MARK = 0
"""The style of a stroke across a bar, in a key."""
POINT_STYLES: Mapping[str, int] = {"voorlopig": 8, "herzien": 7, "verwacht": 7}
"""The shape of a point by its status: half filled, or hollow. All others are filled."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a filling of a bar, or a stroke across it, stands for."""

    style: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its words. Given to the macro `drawing` in templates/shared/chart.html.jinja."""

    finding: str
    """What the chart shows, in one sentence: its heading."""
    about: str
    """Of what it is a chart."""
    description: str
    """How it is drawn, for who cannot see it."""
    chart: Chart
    key: tuple[KeyEntry, ...] = ()
    remarks: tuple[str, ...] = ()
    folded: bool = False
    """Whether it is of a part, and waits until a reader asks for it."""


@dataclass(frozen=True, slots=True)
class Drawings:
    """All charts of a series, in the order of the page, and in words what none of them shows."""

    drawn: tuple[Drawing, ...]
    left_out: tuple[str, ...]


def drawings_of(series: Series) -> Drawings:
    """All charts of a series."""
    divided = spreads(series)
    in_spreads = {version.id for spread in divided for version in spread.versions}
    rest = [observation for observation in series.observations if observation.id not in in_spreads]
    if series.kind == "stand":
        groups = _grouped(rest, lambda value: (value.area, value.part, unit_in(series, value)))
        fit = [values for values in groups if len(_dated(values)) >= POINTS_WORTH_A_CHART]
        drawn = list(_points_drawings(series, [_dated(values) for values in fit]))
        shown = [observation for values in fit for observation in _dated(values)]
    else:
        groups = _grouped(rest, lambda value: (value.area, unit_in(series, value)))
        fit = [values for values in groups if len(values) >= BARS_WORTH_A_CHART]
        drawn = [_bars_drawing(series, values) for values in fit]
        shown = [observation for values in fit for observation in values]
    over_areas = (_spread_drawing(series, spread) for spread in divided)
    return Drawings((*over_areas, *drawn), _left_out([value for value in rest if value not in shown]))


def _grouped(values: Iterable[Observation], key: Callable[[Observation], Hashable]) -> list[list[Observation]]:
    """The values that count the same: those with most values first, or else as the record has them."""
    groups: dict[Hashable, list[Observation]] = {}
    for observation in values:
        groups.setdefault(key(observation), []).append(observation)
    return sorted(groups.values(), key=lambda group: (group[0].part is not None, -len(group)))


def _dated(values: Iterable[Observation]) -> list[Observation]:
    return [observation for observation in values if span(observation)]


def _left_out(values: Sequence[Observation]) -> tuple[str, ...]:
    """What stands in the table alone: of one kind there is too little to compare, or it has no date."""
    if len(values) > NAMED:
        return (f"{len(values)} waarden in de tabel: van elke soort te weinig voor een grafiek",)
    return tuple(in_a_sentence(observation) for observation in values)


def _about(series: Series, values: Sequence[Observation]) -> str:
    first = values[0]
    area = f" in {first.area}" if first.area else ""
    parts = {observation.part for observation in values}
    return f"{series.name}{area}: {first.part}" if len(parts) == 1 and first.part else f"{series.name}{area}"


def _points_drawings(series: Series, groups: Sequence[Sequence[Observation]]) -> Iterator[Drawing]:
    """A chart for each of these; all have the same years, so that they can be compared from one to the next."""
    points = [[_point(observation) for observation in values] for values in groups]
    years = charts.years_of(point for group in points for point in group) if points else (0, 0)
    for values, drawn in zip(groups, points, strict=True):
        unit = unit_in(series, values[0])
        yield Drawing(
            finding=finding_of(series, values),
            about=_about(series, values),
            description="Punten op een tijdas, vanaf nul. Alle waarden staan in de tabel op deze pagina.",
            chart=charts.points(drawn, f"{capitalised(unit)}, vanaf 0", years),
            remarks=tuple(_remarks(drawn, years)),
        )


def _point(observation: Observation) -> Point:
    """A value in time. Only what one source counts in one way, by the day or by the period, is joined by a line."""
    days = span(observation)
    assert days
    same = f"{observation.source}|{observation.unit}|{'periode' if observation.period else 'dag'}"
    style = POINT_STYLES.get(observation.status, 1)
    text = f"{amount(observation)} {observation.status}" if style > 1 else amount(observation)
    return Point(days[0], days[1], observation.exactly, text, style, same)


def _remarks(points: Sequence[Point], years: Years) -> Iterator[str]:
    empty = [str(first) if first == last else f"{first}–{last}" for first, last in charts.empty_years(points, years)]
    if empty:
        yield f"Grijs is tijd waarvoor wij hier geen waarde vonden: {listed(empty)}."
    if any((point.end - point.start).days > LONG for point in points):
        yield "Een streep door een punt staat voor de hele periode: de bron noemt geen dag."
    if len({point.line for point in points}) < len(points):
        yield "Een lijn verbindt alleen waarden die één bron op één manier telt."


def _bars_drawing(series: Series, values: Sequence[Observation]) -> Drawing:
    bars = time_bars(series, values)
    return Drawing(
        finding=finding_of(series, values),
        about=_about(series, values),
        description="Liggende balken vanaf nul, op volgorde van tijd. Van één jaar staat boven wat het laatst bekend "
        "werd. Alle waarden staan in de tabel op deze pagina.",
        chart=bars.chart,
        key=tuple(KeyEntry(*entry) for entry in bars.key),
        remarks=bars.remarks,
    )


def _spread_drawing(series: Series, spread: Spread) -> Drawing:
    newest, earlier = spread.versions[-1], spread.versions[:-1]
    areas = [area for area in spread.areas if area in newest.values]
    rows = [
        RankedRow(
            area,
            amount(newest.values[area]),
            newest.values[area].exactly,
            marks=tuple(version.values[area].exactly for version in earlier if area in version.values),
        )
        for area in sorted(areas, key=lambda area: -newest.values[area].exactly)
    ]
    labels = [version.label[:1].lower() + version.label[1:] for version in earlier]
    strokes = (KeyEntry(MARK, capitalised(listed(labels))),) if earlier else ()
    return Drawing(
        finding=_spread_finding(spread),
        about=f"{series.name}: {spread.part}" if spread.part else series.name,
        description="Liggende balken vanaf nul: voor elk gebied de nieuwste waarde, de hoogste bovenaan. "
        "Alle waarden staan in de tabel op deze pagina.",
        chart=ranked(f"{capitalised(newest.unit)}, vanaf 0", rows),
        key=(KeyEntry(SOLID, newest.label), *strokes) if earlier else (),
        remarks=(),
        folded=spread.part is not None,
    )


def _spread_finding(spread: Spread) -> str:
    values = sorted(spread.versions[-1].values.items(), key=lambda item: item[1].exactly)
    (lowest, low), (highest, high) = values[0], values[-1]
    return f"{highest} heeft de hoogste waarde ({in_dutch(high.value)}), {lowest} de laagste ({in_dutch(low.value)})"
