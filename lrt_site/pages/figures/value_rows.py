"""The values of a series in a table, each with what it replaced or what took its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lrt_site import urls
from lrt_site.findings.given_values import given_by
from lrt_site.findings.observations import about, amount, known_since, moment, replaced_in, surely_later
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import Footnotes, Said, kind_marks
from lrt_site.pages.shared.table import Cell, Column, FilledTable
from lrt_site.wording.runs import Run

NOT_SAID = "niet vermeld"


def value_said(notes: Footnotes, series: Series, observation: Observation, text: str, anchored: bool = False) -> Said:
    """A value with its marks; it is an anchor only where its id is to be found, once a page."""
    said = notes.said(text, observation, "value", anchor=observation.id, marks=kind_marks(series, observation))
    return said if anchored else replace(said, anchor=None, note=())


def anchored_values(register: Register, series: Series, notes: Footnotes) -> Mapping[Observation, Said]:
    """Every value in words, with what it replaced. The first of those that share an id carries the anchor."""
    sources = register.all(Source)
    replaced = replaced_in(series)
    expected = {by: observation for observation, values in replaced.items() for by in values}
    found: dict[Observation, Said] = {}
    seen: set[str] = set()
    for observation in series.observations:
        said = value_said(notes, series, observation, amount(observation), anchored=True)
        if observation.id in seen:
            said = replace(said, anchor=None, contradictions=())
        seen.add(observation.id)
        if observation in expected:
            earlier = _linked(
                series, expected[observation], sources, _about_other_time(expected[observation], observation)
            )
            before = (
                "Eerdere verwachting: " if _after(expected[observation], observation, sources) else "Verwacht was: "
            )
            said = replace(said, note=(Run(before), earlier, Run(". "), *said.note))
        if observation in replaced:
            values = [_linked(series, by, sources, _about_other_time(by, observation)) for by in replaced[observation]]
            sure = all(_after(observation, by, sources) for by in replaced[observation])
            after = "Later vastgesteld: " if sure else "Vastgesteld is: "
            told = (run for value in values for run in (Run(after), value, Run(". ")))
            said = replace(said, note=(*told, *said.note))
        found[observation] = said
    return found


def value_table(
    caption: str, values: Sequence[Observation], series: Series, said: Mapping[Observation, Said]
) -> FilledTable:
    """These values in the order of the record, but an expectation after the value that took its place.

    Only columns in which any value says something are there.
    """
    several_units = len({value.unit for value in values}) > 1
    columns: tuple[tuple[Column, Callable[[Observation], Cell | None], str], ...] = (
        (Column("Datum of periode"), moment, ""),
        (Column("Gebied"), lambda value: value.area, "geheel"),
        (Column("Waarde", cells="value"), said.__getitem__, ""),
        (Column("Deel"), lambda value: value.part, "geheel"),
        (Column("Eenheid"), lambda value: value.unit if several_units else "", ""),
        (Column("Status"), lambda value: "" if value.status == NOT_SAID else value.status, NOT_SAID),
        (Column("Bekend sinds", cells="known"), known_since, NOT_SAID),
        (Column("Stand van"), lambda value: value.as_shown_at.in_words if value.as_shown_at else None, NOT_SAID),
        (Column("Uiterlijk"), lambda value: value.due.in_words if value.due else None, NOT_SAID),
    )
    shown = [column for column in columns if any(column[1](value) for value in values)]
    return FilledTable(
        caption,
        tuple(column for column, _, _ in shown),
        tuple(
            tuple(told(value) or otherwise for _, told, otherwise in shown)
            for value in _new_before_replaced(values, series)
        ),
    )


def _new_before_replaced(values: Sequence[Observation], series: Series) -> tuple[Observation, ...]:
    place = {observation: index for index, observation in enumerate(series.observations)}
    replaced = replaced_in(series)
    return tuple(
        sorted(
            values,
            key=lambda observation: (place[replaced.get(observation, (observation,))[0]], observation in replaced),
        )
    )


def _after(observation: Observation, other: Observation, sources: Mapping[str, Source]) -> bool:
    """Whether the second was surely known after the first."""
    return surely_later(given_by(other, sources).known, given_by(observation, sources).known)


def _linked(series: Series, observation: Observation, sources: Mapping[str, Source], when: str) -> Run:
    """A value with the day on which it was reported: `6.000 (bericht van 26 april 2017)`."""
    known = given_by(observation, sources).known
    reported = f" (bericht van {known.in_words})" if known else ""
    return Run(f"{amount(observation)}{when}{reported}", f"{urls.page_of(series)}#{observation.id}")


def _about_other_time(observation: Observation, other: Observation) -> str:
    """For when a value is, where the value beside it is for another time."""
    return "" if moment(observation) == moment(other) else f" voor {about(observation)}"
