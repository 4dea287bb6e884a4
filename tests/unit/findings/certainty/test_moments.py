"""What stood on a day, of things that followed each other: in their own order, and as sure as their moments are."""

from datetime import date

import pytest

from lrt_site.findings.certainty import Standing, changes, edges, standing, surely_by
from lrt_site.model.dates import PartialDate
from tests.builders import on


def stood(day: date, *moments: str | None) -> Standing[str | None]:
    return standing(moments, lambda moment: on(moment) if moment else None, day)


@pytest.mark.parametrize(
    ("moment", "day", "sure"),
    [
        ("2021-12-20", date(2021, 12, 19), False),
        ("2021-12-20", date(2021, 12, 20), True),
        ("2021-12", date(2021, 12, 31), False),
        ("2021-12", date(2022, 1, 1), True),
        ("2021", date(2021, 12, 31), False),
        ("2021", date(2022, 1, 1), True),
    ],
)
def test_a_month_or_year_is_sure_when_it_is_over(moment: str, day: date, sure: bool) -> None:
    assert surely_by(on(moment), day) is sure


def test_what_has_no_moment_may_have_been_there_until_what_follows_it_surely_was() -> None:
    assert stood(date(2021, 1, 1), None, "2022-05-01") == Standing((), None, (None,), ("2022-05-01",))
    assert stood(date(2022, 5, 1), None, "2022-05-01") == Standing((None,), "2022-05-01", (), ())


def test_what_follows_something_later_is_later_too() -> None:
    assert stood(date(2021, 6, 1), "2020", "2022", None) == Standing((), "2020", (), ("2022", None))


def test_a_moment_known_in_part_may_have_been() -> None:
    assert stood(date(2021, 12, 5), "2020", "2021-12") == Standing((), "2020", ("2021-12",), ())


def test_answers_change_only_on_days_on_which_they_differ() -> None:
    days = (date(2021, 1, 1), date(2020, 1, 1), date(2022, 1, 1))
    assert changes(days, lambda day: day.year > 2020) == (date(2021, 1, 1),)
    assert changes((), lambda day: day) == ()


def test_a_day_has_one_edge_and_a_month_two() -> None:
    assert edges(PartialDate("2021-12-20")) == (date(2021, 12, 20),)
    assert edges(PartialDate("2021-12")) == (date(2021, 12, 1), date(2022, 1, 1))
    assert edges(None) == ()
