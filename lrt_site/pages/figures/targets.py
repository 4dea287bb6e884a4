"""A target with its parts, per half-year: one chart and one table; where sources differ, all that they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import groupby, pairwise

from lrt_site.findings.observations import amount, known_since, replaced_in, unit_in
from lrt_site.frozen import dataclass
from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation, Series, TargetParts
from lrt_site.model.numbers import in_dutch
from lrt_site.pages.figures.drawings import Drawing, KeyEntry
from lrt_site.pages.shared.bars import DASHED, OUTLINED, PALE, SOLID, BarRow, BarValue, Empty, bars
from lrt_site.pages.shared.common import Said
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import capitalised, listed

SET = "doel"
DRAWN = {"to_do": PALE, "realised": SOLID}
"""The parts that get a bar, after the target itself, with their fillings."""
TOLD = "saldo"
HALF_YEAR = 182
"""Days."""


@dataclass(frozen=True, slots=True)
class HalfYear:
    """What sources give for one half-year: the target itself by None, and its parts by their words."""

    period: Period
    values: Mapping[str | None, tuple[Observation, ...]]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A half-year as a line of the table, with for each column all that sources give."""

    when: str
    cells: tuple[tuple[Said, ...], ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about values of this half-year: about which of them, is said there."""


@dataclass(frozen=True, slots=True)
class TargetTable:
    """A target with its parts, per half-year."""

    unit: str
    headings: tuple[str, ...]
    rows: tuple[TargetRow, ...]
    notes: tuple[tuple[str, tuple[Run, ...]], ...]
    """What to know about values, each with the half-year, the part and the value that it is about."""


def half_years(series: Series) -> tuple[HalfYear, ...]:
    """The half-years of a target in order of time, without the expectations that more than another one replaced."""
    if series.target is None:
        return ()
    parts = (None, *columns_of(series.target))
    replaced = [
        observation for observation, by in replaced_in(series).items() if any(new.status != "verwacht" for new in by)
    ]
    found = [
        observation
        for observation in series.observations
        if observation.period
        and observation.period.is_half
        and observation.area is None
        and observation.part in parts
        and observation not in replaced
    ]
    by_time = groupby(
        sorted(found, key=lambda observation: str(observation.period)), key=lambda observation: observation.period
    )
    return tuple(
        HalfYear(
            period, {part: tuple(observation for observation in values if observation.part == part) for part in parts}
        )
        for period, group in by_time
        if period and (values := tuple(group))
    )


def values_of_halves(series: Series) -> frozenset[Observation]:
    """All values that stand in the table of the half-years."""
    return frozenset(observation for half in half_years(series) for observation in _all(half))


def target_table(series: Series, said: Mapping[Observation, Said]) -> TargetTable | None:
    """The table of all half-years: the columns in which any source gives a value."""
    halves = half_years(series)
    if series.target is None or not halves:
        return None
    columns = [part for part in (None, *columns_of(series.target)) if any(half.values[part] for half in halves)]
    return TargetTable(
        unit=unit_in(series, next(iter(_all(halves[-1])))),
        headings=tuple(capitalised(part or SET) for part in columns),
        rows=tuple(
            TargetRow(
                half.period.in_words,
                tuple(
                    tuple(_cell(said[observation], observation) for observation in half.values[part])
                    for part in columns
                ),
                tuple(dict.fromkeys(link for observation in _all(half) for link in said[observation].contradictions)),
            )
            for half in halves
        ),
        notes=tuple(
            (f"{capitalised(half.period.in_words)}, {part or SET} {amount(observation)}", said[observation].note)
            for half in halves
            for part in columns
            for observation in half.values[part]
            if said[observation].note
        ),
    )


def _cell(said: Said, observation: Observation) -> Said:
    """A value in the table, with what its own columns would say."""
    more = (
        "" if observation.status == "niet vermeld" else observation.status,
        f"bekend sinds {known}" if (known := known_since(observation)) else "",
        f"stand van {observation.as_shown_at.in_words}" if observation.as_shown_at else "",
        f"uiterlijk {observation.due.in_words}" if observation.due else "",
    )
    words = "".join(f", {step}" for step in more if step)
    return replace(said, runs=(*said.runs, Run(words)) if words else said.runs, contradictions=())


def columns_of(target: TargetParts) -> tuple[str, ...]:
    """The words for the parts, in the order in which they are shown."""
    words = (getattr(target, field.name) for field in fields(target))
    return tuple(word for word in words if word)


def target_drawing(series: Series) -> Drawing | None:
    """One chart of all half-years; none where the series is no target with parts, or has no bar."""
    target, halves = series.target, half_years(series)
    if target is None or not halves:
        return None
    styles = {None: OUTLINED, **{getattr(target, part): style for part, style in DRAWN.items()}}
    drawn = [(half, row) for half in halves if (row := _row(half, target, styles)).values]
    if not drawn:
        return None
    rows: list[BarRow | Empty] = [drawn[0][1]]
    for (before, _), (half, row) in pairwise(drawn):
        rows += [*_missing(before.period, half.period), row]
    unit = unit_in(series, next(observation for half in halves for observation in half.values[None] or _all(half)))
    expected = any(observation.status == "verwacht" for half in halves for observation in half.values[None])
    told = [part or SET for part in styles]
    return Drawing(
        finding=_finding(halves, target),
        about=f"{series.name} per half jaar",
        description="Liggende balken vanaf nul, op volgorde van tijd. Per half jaar staan er balken voor "
        f"{listed(told)}. Het saldo is een getal zonder balk. Alle waarden staan in de tabel onder de grafiek.",
        chart=bars(f"{capitalised(unit)}, vanaf 0", rows),
        key=(
            *(KeyEntry(style, part or SET) for part, style in styles.items()),
            *((KeyEntry(DASHED, "doel, nog een verwachting"),) if expected else ()),
        ),
        remarks=tuple(_remarks(halves, target)),
    )


def _row(half: HalfYear, target: TargetParts, styles: Mapping[str | None, int]) -> BarRow:
    return BarRow(capitalised(half.period.in_words), tuple(_bars(half, target, styles)))


def _missing(before: Period, after: Period) -> Iterator[Empty]:
    """The half-years between two others of which no source gives anything."""
    count = round((after.earliest - before.latest).days / HALF_YEAR)
    if count:
        halves = "een half jaar" if count == 1 else f"{count} halve jaren"
        yield Empty(f"{halves} zonder gevonden waarde")


def _bars(half: HalfYear, target: TargetParts, styles: Mapping[str | None, int]) -> Iterator[BarValue]:
    for part, style in styles.items():
        for observation in _told_apart(half.values.get(part, ())):
            yield BarValue(observation.exactly, amount(observation), DASHED if _is_guess(observation, part) else style)
    for observation in _told_apart(half.values.get(target.balance, ()) if target.balance else ()):
        yield BarValue(0, f"{TOLD} {signed(observation)}")


def signed(observation: Observation) -> str:
    """A balance with its sign: `circa −10.900`, `+1.793`."""
    sign = "−" if observation.exactly < 0 else "+" if observation.exactly > 0 else ""
    return f"{observation.qualifier or ''} {sign}{in_dutch(abs(observation.exactly))}".strip()


def _told_apart(values: Iterable[Observation]) -> tuple[Observation, ...]:
    """Each amount once, however many sources give it; whatever differs stays."""
    return tuple(
        {(amount(observation), observation.status == "verwacht"): observation for observation in values}.values()
    )


def _is_guess(observation: Observation, part: str | None) -> bool:
    return part is None and observation.status == "verwacht"


def _finding(halves: Sequence[HalfYear], target: TargetParts) -> str:
    """The newest half-year of which it is known what was done, and the newest target."""
    said = []
    done = [(half, observation) for half in halves for observation in half.values.get(target.realised, ())]
    if done:
        half, newest = done[-1]
        said.append(f"{amount(newest)} {newest.part} in de {half.period.in_words}")
    firm = [
        (half, observation) for half in halves for observation in half.values[None] if observation.status != "verwacht"
    ]
    if firm:
        half, newest = firm[-1]
        said.append(f"het nieuwste doel is {amount(newest)} {newest.unit} in de {half.period.in_words}")
    return capitalised("; ".join(said))


def _remarks(halves: Sequence[HalfYear], target: TargetParts) -> Iterator[str]:
    several = [half for half in halves if any(len(_told_apart(half.values[part])) > 1 for part in half.values)]
    if several:
        yield "Geven bronnen voor één half jaar een ander getal, dan staan zij allemaal in de grafiek."
    if target.balance and any(half.values[target.balance] for half in halves):
        yield "Een saldo onder nul is een achterstand."


def _all(half: HalfYear) -> tuple[Observation, ...]:
    return tuple(observation for values in half.values.values() for observation in values)
