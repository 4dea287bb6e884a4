"""A target with its parts: one chart and one table per half-year, with all that sources say."""

from datetime import date

import pytest

from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.figures import Observation, Series, TargetParts
from lrt_site.pages.figures import figures
from lrt_site.pages.figures.figures import SeriesPage
from lrt_site.pages.figures.targets import half_years, target_drawing
from lrt_site.pages.shared.bars import DASHED, OUTLINED
from tests.builders import a_register, a_series, an_observation, on
from tests.tools.tables import facts

AS_OF = date(2026, 1, 15)
PARTS = TargetParts(to_do="te doen", realised="gedaan", balance="saldo", reached="haalden het")


def value(identifier: str, half: str, amount: int, part: str | None = None, **changes: object) -> Observation:
    return an_observation(id=identifier, date=None, period=Period(half), value=amount, part=part, **changes)


def a_target(*observations: Observation) -> Series:
    return a_series(kind="norm", target=PARTS, observations=observations)


def page_of(series: Series) -> SeriesPage:
    made = (page() if callable(page) else page for page in figures.pages(a_register(series), AS_OF))
    return next(page for page in made if isinstance(page, SeriesPage))


def numbers(series: Series) -> list[str]:
    drawing = target_drawing(series)
    assert drawing
    return [text.text for text in drawing.chart.texts if text.kind in ("label", "number")]


FULL = a_target(
    value("f-2", "2021-H1", 30),
    value("f-2", "2021-H1", 35, "te doen"),
    value("f-2", "2021-H1", 28, "gedaan"),
    value("f-2", "2021-H1", -7, "saldo"),
    value("f-2", "2021-H1", 4, "haalden het"),
    value("f-1", "2020-H2", 20),
    value("f-3", "2021-H1", 29, "gedaan"),
    value("f-4", "2021-H1", 30),
    value("f-x", "2021-H1", 3, "iets anders"),
)


def test_half_years_stand_in_order_of_time_with_all_that_sources_say_once() -> None:
    assert numbers(FULL) == ["Tweede helft van 2020", "20", "Eerste helft van 2021", "30", "35", "28", "29", "saldo −7"]


def test_a_replaced_expectation_is_no_target_and_another_one_says_what_it_is() -> None:
    old = value("f-1", "2020-H2", 6000, status="verwacht", vintage=on("2020-01"))
    new = value("f-2", "2020-H2", 13000, replaces="f-1", vintage=on("2020-03"))
    guess = value("f-3", "2021-H1", 8000, status="verwacht")
    series = a_target(old, new, guess)
    assert numbers(series) == ["Tweede helft van 2020", "13.000", "Eerste helft van 2021", "8.000"]
    drawing = target_drawing(series)
    assert drawing
    assert drawing.key[-1].text == "doel, nog een verwachting"
    assert [bar.style for bar in drawing.chart.bars] == [OUTLINED, DASHED]


def test_every_value_stands_in_one_of_the_two_tables() -> None:
    page = page_of(FULL)
    assert page.target
    halves = [said.text for row in page.target.rows for cell in row.cells for said in cell]
    assert sorted(text.replace("-", "−") for text in halves) == sorted(["20", "30", "30", "35", "28", "29", "−7", "4"])
    assert [said.text for said in facts(page.values, "Waarde")] == ["3"]
    assert page.target.headings == ("Doel", "Te doen", "Gedaan", "Saldo", "Haalden het")


def test_the_same_value_of_two_sources_is_no_revision() -> None:
    assert page_of(FULL).histories == ()


def test_the_new_value_names_the_expectation_and_the_expectation_what_replaced_it() -> None:
    old = value("f-1", "2020-H2", 6000, status="verwacht", vintage=on("2020-01"))
    new = value("f-2", "2020-H2", 13000, replaces="f-1", vintage=on("2020-03"))
    page = page_of(a_target(old, new))
    assert page.target
    ((about, note),) = page.target.notes
    assert about == "Tweede helft van 2020, doel 13.000"
    assert "".join(run.text for run in note).startswith("Eerdere verwachting: 6.000")
    (said,) = facts(page.values, "Waarde")
    assert said.text == "6.000"
    assert "".join(run.text for run in said.note).startswith("Later vastgesteld: 13.000")
    plain = page_of(a_series(kind="norm", observations=(old, new)))
    assert [said.text for said in facts(plain.values, "Waarde")] == ["13.000", "6.000"]


@pytest.mark.parametrize("known", [None, on("2020-01-02")])
def test_without_two_moments_neither_value_is_called_later(known: PartialDate | None) -> None:
    old = value("f-1", "2020-H2", 6000, status="verwacht", vintage=known)
    new = value("f-2", "2020-H2", 13000, replaces="f-1")
    page = page_of(a_series(kind="norm", observations=(old, new)))
    notes = ["".join(run.text for run in said.note) for said in facts(page.values, "Waarde")]
    assert [note.split(":")[0] for note in notes] == ["Verwacht was", "Vastgesteld is"]


def test_a_year_that_two_half_years_replaced_names_both() -> None:
    year = value("f-1", "2021", 27000, status="verwacht")
    page = page_of(a_target(year, value("f-2", "2021-H1", 13500, replaces="f-1"),
                            value("f-3", "2021-H2", 11000, replaces="f-1")))  # fmt: skip
    (said,) = facts(page.values, "Waarde")
    note = "".join(run.text for run in said.note)
    assert "13.500 voor de eerste helft van 2021" in note
    assert "11.000 voor de tweede helft van 2021" in note


def test_a_series_without_parts_has_no_half_years() -> None:
    assert half_years(a_series(observations=(value("f-1", "2020-H2", 1),))) == ()
    assert target_drawing(a_target(value("f-1", "2020", 1))) is None


def test_of_two_expectations_for_one_half_year_none_is_dropped() -> None:
    old = value("f-1", "2018-H2", 8000, status="verwacht")
    later = value("f-2", "2018-H2", 11000, status="verwacht", replaces="f-1")
    assert numbers(a_target(old, later)) == ["Tweede helft van 2018", "8.000", "11.000"]


def test_a_target_of_which_only_counts_are_known_has_a_table_and_no_chart() -> None:
    series = a_target(value("f-1", "2021-H1", 4, "haalden het"))
    assert target_drawing(series) is None
    assert page_of(series).frame.address


def test_half_years_without_any_value_are_named_between_the_others() -> None:
    drawing = target_drawing(
        a_target(value("f-1", "2018-H1", 20), value("f-2", "2018-H2", 20), value("f-3", "2020-H1", 30))
    )
    assert drawing
    assert [text.text for text in drawing.chart.texts if text.kind == "tick"] == [
        "2 halve jaren zonder gevonden waarde"
    ]
    assert drawing.finding == "Het nieuwste doel is 30 plekken in de eerste helft van 2020"
