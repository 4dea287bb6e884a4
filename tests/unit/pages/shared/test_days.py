"""Every page of a day holds until the next turning day, and every day leads to the page that holds for it."""

from datetime import date

import pytest

from lrt_site import urls
from lrt_site.pages.shared.days import Days, day_list, days_of, holds_in_words, on_day
from tests.builders import on

AS_OF = date(2022, 7, 1)
TURNING = (date(2020, 6, 15), date(2021, 3, 4), date(2021, 3, 5))
NEW_YEARS = (date(2021, 1, 1), date(2022, 1, 1), date(2023, 1, 1))
DAYS = days_of((*TURNING, date(2023, 5, 1)), NEW_YEARS, AS_OF)


def test_turning_days_and_fixed_days_have_a_page_and_none_lies_in_the_future() -> None:
    assert [day.text for day in DAYS.listed] == ["2020-06-15", "2021-01-01", "2021-03-04", "2021-03-05", "2022-01-01"]
    assert DAYS.turning == TURNING


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2019-01-01", "Dit geldt voor elke dag tot en met 14 juni 2020."),
        ("2020-06-15", "Dit geldt voor 15 juni 2020 tot en met 3 maart 2021."),
        ("2021-01-01", "Dit geldt voor 15 juni 2020 tot en met 3 maart 2021."),
        ("2021-03-04", "Dit geldt alleen voor deze dag."),
        ("2022-01-01", "Dit geldt voor 5 maart 2021 tot en met 1 juli 2022, de dag waarop deze site spreekt."),
    ],
)
def test_a_page_says_for_which_days_it_holds(day: str, told: str) -> None:
    assert holds_in_words(DAYS, date.fromisoformat(day)) == told


def test_without_turning_days_a_page_holds_for_all_days_so_far() -> None:
    days = days_of((), NEW_YEARS, AS_OF)
    assert holds_in_words(days, date(2022, 1, 1)) == "Dit geldt voor elke dag tot en met 1 juli 2022."


def test_days_are_listed_by_year_the_newest_first_and_in_order_of_time_within_it() -> None:
    listed = day_list("Wie zat er?", DAYS, urls.on_date)
    assert [(year, [day.since for day in days]) for year, days in listed.years] == [
        (2022, ["2022-01-01"]),
        (2021, ["2021-01-01", "2021-03-04", "2021-03-05"]),
        (2020, ["2020-06-15"]),
    ]
    first = listed.years[-1][1][0].link
    assert (first.title, first.address) == ("15 juni 2020", "/samenstelling/2020-06-15/")
    assert (listed.question, listed.earliest, listed.newest) == ("Wie zat er?", "2020-06-15", "2022-07-01")
    assert day_list("", Days((), (), AS_OF), urls.on_date).earliest == ""


def test_a_moment_without_a_day_says_so() -> None:
    assert on_day(on("2021-12-20")) == "op 20 december 2021"
    assert on_day(on("2021-12")) == "in december 2021 (dag niet bekend)"
