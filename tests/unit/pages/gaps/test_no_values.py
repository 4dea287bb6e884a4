"""A series that waits longer than it usually does says since when, and about which moment its newest value is."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.register import Record
from lrt_site.pages.gaps import no_values
from lrt_site.pages.gaps.no_values import NoValuesPage
from lrt_site.visible import words_of
from tests.builders import a_register, a_series, an_observation, on
from tests.tools.rendering import written_out

RARELY = ("2005-01-01", "2010-01-01", "2015-01-01", "2020-01-01")


def the_page(*records: Record, as_of: date = date(2021, 1, 1)) -> NoValuesPage:
    return no_values.page(GapsOnDay(a_register(*records), as_of))


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ({"date": on("2020-02-05")}, "5 februari 2020"),
        ({"vintage": on("2020-02-05")}, "zonder datum; bekend sinds 5 februari 2020"),
        ({"as_shown_at": on("2020-02-05")}, "zonder datum; volgens een bron op 5 februari 2020"),
    ],
)
def test_a_value_is_about_no_moment_that_its_source_does_not_tell(moment: dict[str, Any], said: str) -> None:
    value = an_observation(**{"date": None, **moment})
    page = the_page(a_series(observations=(value,)))
    assert [row.since for row in page.series] == [said]


@pytest.mark.parametrize(
    ("as_of", "silent"),
    [(date(2021, 5, 17), "nog niet voorbij"), (date(2021, 5, 18), "1 dag"), (date(2024, 5, 17), "1.096 dagen")],
)
def test_a_series_says_how_long_it_waits_beside_its_rhythm(as_of: date, silent: str) -> None:
    (row,) = the_page(a_series(), as_of=as_of).series
    assert (row.series.title, row.since, row.silent) == ("Fictieve reeks", "17 mei 2021", silent)
    assert row.rhythm == "een jaar; te weinig waarden (0 tussenpozen)"
    assert (row.gap is not None) == (silent == "1.096 dagen")


def test_a_series_with_values_enough_has_a_rhythm_of_its_own() -> None:
    values = tuple(an_observation(id=f"w-{month}", date=on(f"2020-{month:02}-01")) for month in (1, 2, 3, 4))
    (row,) = the_page(a_series(observations=values)).series
    assert row.rhythm == "31 dagen"


def test_a_series_without_a_value_with_a_date_says_so() -> None:
    (row,) = the_page(a_series(observations=(an_observation(date=None),))).series
    assert (row.since, row.silent) == ("geen enkele waarde met een datum", "niet te zeggen")


def test_it_begins_with_what_waits_longest() -> None:
    assert the_page(a_series(), as_of=date(2024, 5, 17)).frame.description == (
        "Het langst zonder nieuwe waarde: Fictieve reeks (moment van de laatste: 17 mei 2021). "
        "1 van de 1 cijferreeksen wacht langer dan gewoonlijk."
    )
    none = the_page(a_series(), as_of=date(2021, 5, 18)).frame.description
    assert none.endswith("17 mei 2021). Geen enkele cijferreeks wacht langer op een nieuwe waarde dan gewoonlijk.")
    assert the_page().frame.description == "Er zijn geen cijferreeksen beschreven."


def test_what_waits_longest_is_that_of_all_series_and_not_of_those_alone_that_wait_too_long() -> None:
    rare = a_series(id="zelden", name="Zelden", observations=tuple(an_observation(date=on(day)) for day in RARELY))
    page = the_page(rare, a_series(), as_of=date(2022, 7, 1))
    assert [bool(row.gap) for row in page.series] == [False, True]
    assert page.longest.startswith("Het langst zonder nieuwe waarde: Zelden ")


def test_a_newer_value_changes_the_words_of_the_page_and_time_alone_does_not() -> None:
    def words(day: str, as_of: date) -> str:
        register = a_register(a_series(observations=(an_observation(date=on(day)),)))
        return words_of(written_out(no_values.page(GapsOnDay(register, as_of)), register)[1])

    assert words("2021-05-17", date(2021, 6, 1)) == words("2021-05-17", date(2024, 6, 1))
    assert words("2021-05-17", date(2024, 6, 1)) != words("2021-05-18", date(2024, 6, 1))
