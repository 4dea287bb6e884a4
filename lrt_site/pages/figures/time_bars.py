"""Values of one unit as bars in order of time: all that was known of one year together, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from lrt_site.findings.observations import NO_DATE, amount, is_expected, known_since, moment, order, span, unit_in
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, ObservationStatus, Series
from lrt_site.pages.shared.bars import HATCHED, OUTLINED, PART_STYLES, SOLID, BarRow, BarValue, Empty, bars
from lrt_site.pages.shared.charts import Chart
from lrt_site.wording.text import capitalised

STYLES: Mapping[ObservationStatus, int] = {"voorlopig": HATCHED, "herzien": OUTLINED}
"""The filling of a bar by how final its value is; all others are solid."""
SHORT = 200
"""So many days are no more than half a year."""
ADDED = "Dat de delen samen het geheel zijn, volgt uit de optelling (door ons berekend)."


@dataclass(frozen=True, slots=True)
class TimeBars:
    """The bars with what is said about them."""

    chart: Chart
    key: tuple[tuple[int, str], ...]
    """Fillings with what they stand for."""
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What a bar has to tell besides its number, and the fillings of parts."""

    status: bool
    known: bool
    parts: Mapping[str, int]
    expected: frozenset[Observation]


def time_bars(series: Series, values: Sequence[Observation]) -> TimeBars:
    """A row for every day or period, and between them the years without any value."""
    ordered = sorted(values, key=_in_time)
    moments = [tuple(group) for _, group in groupby(ordered, key=moment)]
    names = dict.fromkeys(part.part or "" for found in moments for part in _all_parts(found))
    statuses = {observation.status for observation in values}
    told = _Told(
        len(statuses) > 1,
        len({known_since(observation) for observation in values}) > 1,
        dict(zip(names, PART_STYLES, strict=False)) if len(names) <= len(PART_STYLES) else {},
        frozenset(value for value in values if is_expected(series, value)),
    )
    rows: list[BarRow | Empty] = [_row(moments[0], told)]
    for before, found in pairwise(moments):
        rows += [*_empty(before, found), _row(found, told)]
    remarks = [ADDED] if told.parts else []
    if statuses != {"niet vermeld"} and not told.status:
        status = statuses.pop()
        remarks.append(f"Alle waarden zijn {'verwachtingen' if status == 'verwacht' else status}.")
    elif "niet vermeld" in statuses and told.expected:
        remarks.append("Een open balk is een verwachting.")
    key = tuple((style, name) for name, style in told.parts.items())
    return TimeBars(bars(f"{capitalised(unit_in(series, values[0]))}, vanaf 0", rows), key, tuple(remarks))


def make_up(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Whether parts that stand with a value add up to it, as far as it is exact.

    A whole that is given as about so much may differ by what rounding can do: half a unit for each number.
    """
    if len(parts) < 2:
        return False
    numbers = [whole.exactly, *(part.exactly for part in parts)]
    missing = abs(whole.exactly - sum(part.exactly for part in parts))
    return not missing or (whole.qualifier is not None and missing * 2 <= _unit(numbers) * len(numbers))


def _unit(numbers: Sequence[Decimal]) -> int:
    """The power of ten to which all of these are rounded."""
    unit = 1
    while all(number % (unit * 10) == 0 for number in numbers):
        unit *= 10
    return unit


def _in_time(observation: Observation) -> tuple[object, ...]:
    """By the day or the period; of one, the whole first, and of that what was known last."""
    days, known = order(observation)
    return (moment(observation) == NO_DATE, days, moment(observation), observation.part is not None, -known.toordinal())


def _parts(whole: Observation, found: Sequence[Observation]) -> tuple[Observation, ...]:
    """The parts that make up this whole; none where they do not add up to it."""
    beside = tuple(value for value in found if value.id == whole.id and value.part)
    return beside if whole.part is None and make_up(whole, beside) else ()


def _all_parts(found: Sequence[Observation]) -> Iterator[Observation]:
    for value in found:
        yield from _parts(value, found)


def _row(found: Sequence[Observation], told: _Told) -> BarRow:
    stacked = tuple(_all_parts(found)) if told.parts else ()
    days = span(found[0])
    return BarRow(
        moment(found[0]),
        tuple(_bar(value, found, told) for value in found if value not in stacked),
        short=found[0].period is not None and days is not None and (days[1] - days[0]).days < SHORT,
        below="; ".join(f"{amount(part)} {part.part}" for part in stacked),
    )


def _bar(value: Observation, found: Sequence[Observation], told: _Told) -> BarValue:
    parts = _parts(value, found) if told.parts else ()
    return BarValue(
        value.exactly,
        amount(value),
        OUTLINED if value in told.expected else STYLES.get(value.status, SOLID),
        note=_note(value, told),
        parts=tuple((part.exactly, told.parts[part.part or ""]) for part in parts),
    )


def _note(observation: Observation, told: _Told) -> str:
    """What sets a value apart from the others: its part, how final it is, and since when it was known."""
    steps = [observation.part]
    if told.status and observation.status != "niet vermeld":
        steps.append(observation.status)
    if told.known and observation.vintage:
        steps.append(f"sinds {observation.vintage.in_words}")
    elif told.known:
        steps.append(observation.vintage_note)
    return ", ".join(step for step in steps if step)


def _empty(before: Sequence[Observation], after: Sequence[Observation]) -> Iterator[Empty]:
    """The whole years between two moments, where there are any."""
    ended, began = span(before[0]), span(after[0])
    if not ended or not began:
        return
    first, last = ended[1].year + 1, began[0].year - 1
    if first <= last:
        years = str(first) if first == last else f"{first}–{last}"
        yield Empty(f"{years}: hier geen waarde gevonden")
