"""The newest value of a series or a theme, with its age: what an overview shows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date

from lrt_site.findings.given_values import given_by
from lrt_site.findings.observations import about, counted, is_expected, kind_in, moment, newest_of_each, span
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.wording.ages import age_of_days
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest value of a series. Given to the macro `newest_value` in templates/figures/newest.html.jinja."""

    series: Link
    value: Said
    """With its qualifier and unit: `bijna 80.000 reizigers`."""
    when: str
    """Of when it is: `laatst bekend: augustus 2021`, or of an expectation when it was made and for when."""
    age: str = field(compare=False)
    """How old it is on the day that the page holds for: `5 jaar oud`."""


def newest_of(register: Register, members: Iterable[Series], as_of: date, notes: Footnotes) -> tuple[Newest, ...]:
    """The newest values of the first of these series that tells more than expectations.

    One, and before it those that count something else and are about a later moment.
    """
    found = [(series, values) for series in members if (values := newest_of_each(series))]
    firm = [(series, values) for series, values in found if not is_expected(series, values[-1])]
    series_values = next(iter(firm or found), None)
    if series_values is None:
        return ()
    shown, values = series_values
    return tuple(_newest(register, shown, value, as_of, notes) for value in values)


def _newest(register: Register, series: Series, observation: Observation, as_of: date, notes: Footnotes) -> Newest:
    said = notes.said(counted(observation), observation, "value", about=observation.id)
    return Newest(
        series=link_to(series.id, register),
        value=replace(said, note=()),
        when=_when(series, observation, given_by(observation, register.all(Source)).known),
        age=age_of(register, series, observation, as_of),
    )


def age_of(register: Register, series: Series, observation: Observation, as_of: date) -> str:
    """How old a value is: what was expected or set since it was known, what is about a period since its end."""
    known = given_by(observation, register.all(Source)).known
    days = span(observation)
    if known and (_is_ahead(series, observation) or days is None):
        days = known.earliest, known.latest
    elif observation.period:
        days = observation.period.latest, observation.period.latest
    return age_of_days(*days, as_of) if days else ""


def _is_ahead(series: Series, observation: Observation) -> bool:
    """Whether a value says what was to come: an expectation or an aim."""
    return is_expected(series, observation) or kind_in(series, observation) == "norm"


def _when(series: Series, observation: Observation, known: PartialDate | None) -> str:
    expected, dated = is_expected(series, observation), span(observation) is not None
    if kind_in(series, observation) == "norm" and dated and known:
        return f"voor {about(observation)}, bekend sinds {known.in_words}"
    if expected:
        made = f" van {known.in_words}" if known else ""
        return f"verwachting{made}{f' voor {about(observation)}' if dated else ''}"
    return f"laatst bekend: {moment(observation) if dated or not known else known.in_words}"
