"""When sources had given a value is told by the best that is known of it, and what is not sure stays so."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings.given_values import Given, given_by, given_on, turning_days_of_values
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.figures import Observation
from tests.builders import SOURCE, a_source, an_observation, on

SOURCES = {SOURCE: a_source(date=on("2022-05"))}
EVERYTHING = {"vintage": on("2022-01"), "as_shown_at": on("2022-02"), "source": SOURCE}


@pytest.mark.parametrize(
    ("changes", "moment", "how"),
    [
        (EVERYTHING, on("2022-01"), "since"),
        ({"as_shown_at": on("2022-02")}, on("2022-02"), "shown"),
        ({}, on("2022-05"), "source"),
        ({"source": "s-zonder"}, on("2021-05-17"), "about"),
        ({"source": "s-zonder", "date": None, "period": Period("2021-H1")}, on("2021-06-30"), "about"),
        ({"source": "s-zonder", "date": None}, None, "never"),
    ],
)
def test_the_best_that_is_known_of_when_counts(changes: dict[str, Any], moment: PartialDate | None, how: str) -> None:
    given = given_by(an_observation(**changes), {**SOURCES, "s-zonder": a_source(id="s-zonder")}, 3)
    assert (given.moment, given.how, given.place) == (moment, how, 3)
    assert given.known == (None if how == "about" else moment)


def given(*values: Observation) -> tuple[Given, ...]:
    return tuple(given_by(value, {}, place) for place, value in enumerate(values))


def test_of_each_part_and_area_the_newest_counts_the_whole_first() -> None:
    values = given(
        an_observation(id="deel", part="deel", vintage=on("2021")),
        an_observation(id="oud", vintage=on("2021")),
        an_observation(id="oost", area="Oost", vintage=on("2021")),
        an_observation(id="nieuw", date=on("2021-06-01"), vintage=on("2021-07-01")),
    )
    assert [value.value.id for value in given_on(values, date(2022, 1, 1)).newest] == ["nieuw", "deel", "oost"]
    assert given_on(values, date(2022, 1, 1)).count == 4
    assert given_on(values, date(2020, 1, 1)).newest == ()


def test_what_may_have_been_given_already_is_perhaps_only_where_it_would_be_newer() -> None:
    values = given(
        an_observation(id="zeker", vintage=on("2021-05-20")),
        an_observation(id="maand", date=on("2021-06-01"), vintage=on("2021-07")),
        an_observation(id="ouder", date=on("2020-01-01")),
    )
    on_day = given_on(values, date(2021, 7, 10))
    assert ([value.value.id for value in on_day.newest], [value.value.id for value in on_day.perhaps]) == (
        ["zeker"],
        ["maand"],
    )
    after = given_on(values, date(2021, 8, 1))
    assert ([value.value.id for value in after.newest], after.perhaps) == (["maand"], ())


def test_days_on_which_nothing_changes_are_no_turning_days() -> None:
    values = given(an_observation(vintage=on("2021-05-20")), an_observation(id="b", vintage=on("2021-06")))
    assert turning_days_of_values(values) == (date(2021, 5, 20), date(2021, 6, 1), date(2021, 7, 1))
    assert turning_days_of_values(()) == ()
