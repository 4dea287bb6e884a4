"""The values of a series in a table, each with what it replaced or what took its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lrt_site import urls
from lrt_site.findings.given_values import given_by
from lrt_site.findings.observations import about, amount, known_since, moment, replaced_in, surely_later
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import Footnotes, Said, kind_marks
from lrt_site.wording.runs import Run


@dataclass(frozen=True, slots=True)
class ValueRow:
    """An observation as a line of the table of all values."""

    when: str
    area: str
    part: str
    value: Said
    unit: str
    status: str
    known: str
    shown: str
    due: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the table of values needs: those in which any value says something."""

    area: bool
    part: bool
    unit: bool
    status: bool
    known: bool
    shown: bool
    due: bool


def value_said(notes: Footnotes, series: Series, one: Observation, text: str, anchored: bool = False) -> Said:
    """A value with its marks; it is an anchor only where its id is to be found, once a page."""
    said = notes.said(text, one, "value", anchor=one.id, marks=kind_marks(series, one))
    return said if anchored else replace(said, anchor=None, note=())


def anchored_values(register: Register, series: Series, notes: Footnotes) -> Mapping[Observation, Said]:
    """Every value in words, with what it replaced. The first of those that share an id carries the anchor."""
    sources = register.all(Source)
    replaced = replaced_in(series)
    expected = {by: one for one, values in replaced.items() for by in values}
    found: dict[Observation, Said] = {}
    seen: set[str] = set()
    for one in series.observations:
        said = value_said(notes, series, one, amount(one), anchored=True)
        if one.id in seen:
            said = replace(said, anchor=None, contradictions=())
        seen.add(one.id)
        if one in expected:
            earlier = _linked(series, expected[one], sources, _about_other_time(expected[one], one))
            before = "Eerdere verwachting: " if _after(expected[one], one, sources) else "Verwacht was: "
            said = replace(said, note=(Run(before), earlier, Run(". "), *said.note))
        if one in replaced:
            values = [_linked(series, by, sources, _about_other_time(by, one)) for by in replaced[one]]
            sure = all(_after(one, by, sources) for by in replaced[one])
            after = "Later vastgesteld: " if sure else "Vastgesteld is: "
            told = (run for value in values for run in (Run(after), value, Run(". ")))
            said = replace(said, note=(*told, *said.note))
        found[one] = said
    return found


def value_rows(values: Sequence[Observation], series: Series, said: Mapping[Observation, Said]) -> Iterator[ValueRow]:
    """These values in the order of the record, but an expectation after the value that took its place."""
    for one in _new_before_replaced(values, series):
        yield ValueRow(
            when=moment(one),
            area=one.area or "geheel",
            part=one.part or "geheel",
            value=said[one],
            unit=one.unit,
            status=one.status,
            known=known_since(one) or "niet vermeld",
            shown=one.as_shown_at.in_words if one.as_shown_at else "niet vermeld",
            due=one.due.in_words if one.due else "niet vermeld",
        )


def columns_for(values: Sequence[Observation]) -> Columns:
    """The columns in which any of these values says something."""
    return Columns(
        area=any(one.area for one in values),
        part=any(one.part for one in values),
        unit=len({one.unit for one in values}) > 1,
        status=any(one.status != "niet vermeld" for one in values),
        known=any(known_since(one) for one in values),
        shown=any(one.as_shown_at for one in values),
        due=any(one.due for one in values),
    )


def _new_before_replaced(values: Sequence[Observation], series: Series) -> tuple[Observation, ...]:
    place = {one: index for index, one in enumerate(series.observations)}
    replaced = replaced_in(series)
    return tuple(sorted(values, key=lambda one: (place[replaced.get(one, (one,))[0]], one in replaced)))


def _after(one: Observation, other: Observation, sources: Mapping[str, Source]) -> bool:
    """Whether the second was surely known after the first."""
    return surely_later(given_by(other, sources).known, given_by(one, sources).known)


def _linked(series: Series, one: Observation, sources: Mapping[str, Source], when: str) -> Run:
    """A value with the day on which it was reported: `6.000 (bericht van 26 april 2017)`."""
    known = given_by(one, sources).known
    reported = f" (bericht van {known.in_words})" if known else ""
    return Run(f"{amount(one)}{when}{reported}", f"{urls.page_of(series)}#{one.id}")


def _about_other_time(one: Observation, other: Observation) -> str:
    """For when a value is, where the value beside it is for another time."""
    return "" if moment(one) == moment(other) else f" voor {about(one)}"
