"""Which charts a series gets, and what stands around each: heading, finding, key, and what is not drawn.

Stocks become points in time, flows, norms and estimates become bars, and values per area become bars for every
version. Values of different units keep their own shape or their own part of the chart, and no line joins them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from lrt_site.findings.given_values import Given
from lrt_site.findings.observations import (
    NO_DATE,
    Spread,
    amount,
    in_a_sentence,
    known_since,
    moment,
    newest_in_words,
    newest_of_each,
    order,
    span,
    spreads,
    unit_in,
)
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series
from lrt_site.model.numbers import in_dutch
from lrt_site.pages.shared import charts
from lrt_site.pages.shared.charts import BarRow, BarSection, BarValue, Chart, Point
from lrt_site.wording.text import capitalised

OWN_SCALE = 20
"""A unit whose values are so many times smaller than the largest gets a scale of its own, and says so."""

LONG = 60
"""So many days are long enough to be seen as a stroke."""
WORTH_A_CHART = 3
"""A part with fewer values is read better in the table."""


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """What a shape or filling stands for."""

    style: int
    text: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart with its words. Given to the macro `drawing` in templates/shared/chart.html.jinja."""

    heading: str
    finding: str
    """What the chart shows, in one sentence."""
    description: str
    """How it is drawn, for who cannot see it."""
    chart: Chart
    key: tuple[KeyEntry, ...]
    in_shapes: bool
    """Whether the key shows shapes of points; otherwise it shows fillings of bars."""
    remarks: tuple[str, ...]


def drawings_of(series: Series) -> Iterator[Drawing]:
    """All charts of a series, in the order of the page."""
    divided = spreads(series)
    for spread in divided:
        yield _spread_drawing(series, spread)
    in_spreads = {version.id for spread in divided for version in spread.versions}
    rest = [observation for observation in series.observations if observation.id not in in_spreads]
    if series.kind != "stand":
        if rest:
            yield _bars_drawing(series, rest)
        return
    for area in dict.fromkeys(observation.area for observation in rest):
        heading = f"{series.name} in {area}" if area else series.name
        yield from _points_drawings(series, heading, [observation for observation in rest if observation.area == area])


def _points_drawings(series: Series, heading: str, values: Sequence[Observation]) -> Iterator[Drawing]:
    """One chart of the whole, and one for every part with values enough; the first names what is not drawn."""
    whole = [observation for observation in values if observation.part is None and span(observation)]
    parts = dict.fromkeys(observation.part for observation in values if observation.part)
    drawn = {
        part: [observation for observation in values if observation.part == part and span(observation)]
        for part in parts
    }
    left_out = [
        f"Niet op de tijdas: {in_a_sentence(observation)}."
        for observation in values
        if observation.part is None and not span(observation)
    ]
    single = [part for part, found in drawn.items() if len(found) < WORTH_A_CHART]
    if single:
        left_out.append("Losse onderdelen staan alleen in de tabel.")
    if len(whole) > 1:
        yield _points_drawing(series, heading, whole, left_out)
    for part, found in drawn.items():
        if len(found) >= WORTH_A_CHART:
            yield _points_drawing(series, f"{heading}: {part}", found, ())


def _points_drawing(series: Series, heading: str, values: Sequence[Observation], left_out: Iterable[str]) -> Drawing:
    units = tuple(dict.fromkeys(unit_in(series, observation) for observation in values))
    styles = {unit: charts.style_at(place, charts.SHAPES) for place, unit in enumerate(units)}
    points = [_point(observation, styles[unit_in(series, observation)]) for observation in values]
    remarks = [
        "De bronnen tellen niet hetzelfde. Verschillende vormen zijn niet zonder meer te vergelijken."
        if len(units) > 1
        else "",
        "Een streep door een punt staat voor de hele periode: de bron noemt geen dag."
        if any((point.end - point.start).days > LONG for point in points)
        else "",
        "Een lijn verbindt alleen waarden die één bron op één manier telt."
        if len({point.line for point in points}) < len(points)
        else "",
        *left_out,
    ]
    return Drawing(
        heading=heading,
        finding=_finding(series, values),
        description="Punten op een tijdas, vanaf nul. Een lijn verbindt alleen waarden die één bron op één manier "
        "telt. Alle waarden staan in de tabel op deze pagina.",
        chart=charts.points(points),
        key=tuple(KeyEntry(styles[unit], unit) for unit in units),
        in_shapes=True,
        remarks=tuple(filter(None, remarks)),
    )


def _point(observation: Observation, style: int) -> Point:
    """A value in time. Only what one source counts in one way, by the day or by the period, is joined by a line."""
    days = span(observation)
    assert days
    same = f"{observation.source}|{observation.unit}|{'periode' if observation.period else 'dag'}"
    return Point(days[0], days[1], observation.exactly, amount(observation), style, same)


def life_drawing(heading: str, values: Sequence[Given]) -> Drawing | None:
    """The values of one period against the day from which each was known; none where fewer than two have a day."""
    dated = [(given.value, given.known) for given in values if given.known]
    if len(dated) < 2:
        return None
    points = [
        Point(known.earliest, known.latest, observation.exactly, amount(observation)) for observation, known in dated
    ]
    left_out = [amount(given.value) for given in values if not given.known]
    remarks = [
        "Een streep begint bij een punt en loopt over alle dagen waarop de waarde bekend kan zijn geworden."
        if any(point.start < point.end for point in points)
        else "",
        f"Niet op de tijdas: {', '.join(left_out)}." if left_out else "",
    ]
    told = [f"{amount(observation)} ({known.in_words})" for observation, known in dated]
    return Drawing(
        heading=heading,
        finding=f"Bekend werden: {', '.join(told[:-1])} en {told[-1]}.",
        description="De hoogte is de waarde, vanaf nul. Van links naar rechts staat de dag waarop een waarde bekend "
        "werd. Een lijn loopt door tot de dag waarop er zeker een volgende bekend was. Alle waarden staan in de tabel "
        "onder de grafiek.",
        chart=charts.steps(points),
        key=(),
        in_shapes=True,
        remarks=tuple(filter(None, remarks)),
    )


def _bars_drawing(series: Series, values: Sequence[Observation]) -> Drawing:
    styles, key = _part_styles(values)
    groups: dict[tuple[str, str | None], list[Observation]] = {}
    for observation in sorted(values, key=_in_time):
        groups.setdefault((unit_in(series, observation), observation.area), []).append(observation)
    highest = max(observation.exactly for observation in values)
    sections = [_section(title, found, highest, values, styles) for title, found in groups.items()]
    remarks = ["Andere eenheden staan apart. Zij zijn niet zonder meer te vergelijken."] if len(groups) > 1 else []
    return Drawing(
        heading=series.name,
        finding=_finding(series, values),
        description="Liggende balken vanaf nul, op volgorde van tijd, per eenheid bij elkaar. "
        "Alle waarden staan in de tabel op deze pagina.",
        chart=charts.bars(sections),
        key=key,
        in_shapes=False,
        remarks=tuple(remarks),
    )


def _part_styles(values: Sequence[Observation]) -> tuple[dict[str | None, int], tuple[KeyEntry, ...]]:
    """A filling for every part; with more parts than fillings one for the whole and one for all parts."""
    parts = sorted(dict.fromkeys(observation.part for observation in values), key=lambda part: part is not None)
    if len(parts) > charts.BAR_STYLES:
        return {part: 1 if part is None else 2 for part in parts}, (KeyEntry(1, "geheel"), KeyEntry(2, "deel"))
    styles = {part: charts.style_at(place) for place, part in enumerate(parts)}
    key = tuple(KeyEntry(style, part or "geheel") for part, style in styles.items())
    return styles, key if len(key) > 1 else ()


def _section(
    title: tuple[str, str | None],
    found: Sequence[Observation],
    highest: Decimal,
    every: Sequence[Observation],
    styles: dict[str | None, int],
) -> BarSection:
    unit, area = title
    tallest = max(observation.exactly for observation in found)
    own = tallest * OWN_SCALE < highest
    words = capitalised(unit)
    words = f"{words}, {area}" if area else words
    rows = tuple(
        BarRow(
            _row_label(observation, every),
            (BarValue(observation.exactly, amount(observation), styles[observation.part]),),
        )
        for observation in found
    )
    return BarSection(f"{words} (eigen schaal)" if own else words, tallest if own else highest, rows)


def _row_label(observation: Observation, every: Sequence[Observation]) -> str:
    """What tells this value from the others: its moment, part, version and status."""
    steps = [moment(observation), observation.part]
    if len({known_since(other) for other in every}) > 1:
        steps.append(
            observation.vintage_note
            or (f"bekend sinds {observation.vintage.in_words}" if observation.vintage else None)
        )
    if len({other.status for other in every}) > 1 and observation.status != "niet vermeld":
        steps.append(observation.status)
    return ", ".join(step for step in steps if step)


def _spread_drawing(series: Series, spread: Spread) -> Drawing:
    highest = max(observation.exactly for version in spread.versions for observation in version.values.values())
    rows = tuple(
        BarRow(
            area,
            tuple(
                BarValue(observation.exactly, amount(observation), charts.style_at(place))
                for place, version in enumerate(spread.versions)
                if (observation := version.values.get(area))
            ),
        )
        for area in spread.areas
    )
    unit = spread.versions[0].unit
    return Drawing(
        heading=f"{series.name}: {spread.part}" if spread.part else series.name,
        finding=_spread_finding(spread),
        description="Liggende balken vanaf nul: per gebied een balk voor elke versie. "
        "Alle waarden staan in de tabel op deze pagina.",
        chart=charts.bars([BarSection(capitalised(unit), highest, rows)]),
        key=tuple(KeyEntry(charts.style_at(place), version.label) for place, version in enumerate(spread.versions)),
        in_shapes=False,
        remarks=(),
    )


def _spread_finding(spread: Spread) -> str:
    values = sorted(spread.versions[-1].values.items(), key=lambda item: item[1].exactly)
    (lowest, low), (highest, high) = values[0], values[-1]
    return (
        f"In de nieuwste versie is de hoogste waarde {in_dutch(high.value)} ({highest}) "
        f"en de laagste {in_dutch(low.value)} ({lowest})."
    )


def _finding(series: Series, values: Sequence[Observation]) -> str:
    said = newest_in_words(replace(series, observations=tuple(values)))
    if not set(newest_of_each(series)[:1]) <= set(values):
        said = f"In deze tekening geldt: {said[:1].lower()}{said[1:]}"
    same = {(unit_in(series, observation), observation.part, observation.area) for observation in values}
    if len(same) > 1 or len(values) < 3:
        return said
    low, high = (
        min(values, key=lambda observation: observation.exactly),
        max(values, key=lambda observation: observation.exactly),
    )
    return (
        f"{said} In deze tekening is {amount(low)} ({moment(low)}) de laagste en {amount(high)} ({moment(high)}) de "
        "hoogste waarde."
    )


def _in_time(observation: Observation) -> tuple[bool, object]:
    return (moment(observation) == NO_DATE, order(observation))
