"""What sources had given by a day: the newest value of each part and area, and since when as far as is known."""

from dataclasses import replace
from datetime import date

import pytest

from lrt_site.findings.given_values import given_by
from lrt_site.model.dates import Period
from lrt_site.model.facts import Backing
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Record
from lrt_site.pages.figures import figures
from lrt_site.pages.figures.figures import FiguresPage
from lrt_site.pages.figures.on_day import FiguresOnDayPage, GivenSeries
from lrt_site.pages.shared.common import PageView
from tests.builders import SOURCE, a_contradiction, a_register, a_series, a_source, an_observation, on

AS_OF = date(2023, 1, 15)

EARLY = an_observation(value=10, date=on("2021-01-01"), vintage=on("2021-02-01"))
LATE = an_observation(value=20, date=on("2022-01-01"), vintage=on("2022-02-01"))


def made(*records: Record) -> dict[str, PageView]:
    """Every page about figures by its address."""
    ready = (page() if callable(page) else page for page in figures.pages(a_register(*records), AS_OF))
    return {page.frame.address: page for page in ready}


def days(*records: Record) -> list[str]:
    page = made(*records)["/cijfers/"]
    assert isinstance(page, FiguresPage)
    return sorted(link.since for _, members in page.dates.years for link in members)


def page_of(day: str, *records: Record) -> FiguresOnDayPage:
    """The page that holds for a day."""
    page = made(*records)[f"/cijfers/peildatum/{max(since for since in days(*records) if since <= day)}/"]
    assert isinstance(page, FiguresOnDayPage)
    return page


def of(*values: Observation) -> Series:
    return a_series(observations=values)


def only_series(day: str, *records: Record) -> GivenSeries:
    ((_, (series,)),) = page_of(day, *records).themes
    return series


def test_there_is_a_page_for_every_day_on_which_a_value_was_given_and_every_first_of_january() -> None:
    assert days(of(EARLY, LATE)) == ["2021-01-01", "2021-02-01", "2022-01-01", "2022-02-01", "2023-01-01"]


def test_the_age_of_a_period_counts_from_its_end_as_on_the_page_of_the_series() -> None:
    whole = an_observation(value=96, date=None, period=Period("2021"), vintage=on("2022-02-09"))
    assert "Dat cijfer was toen 1 maand oud." in page_of("2022-02-09", of(whole)).frame.description
    target = of(an_observation(value=8, date=on("2023-01-01"), vintage=on("2022-02-09")))
    aim = replace(target, kind="norm")
    assert "Dat cijfer was toen minder dan een maand oud." in page_of("2022-02-09", aim).frame.description


def test_no_page_lies_after_the_day_on_which_the_site_speaks() -> None:
    assert max(days(of(EARLY, an_observation(vintage=on("2024-01-05"))))) <= AS_OF.isoformat()


def test_without_values_there_are_no_days() -> None:
    assert days() == []
    assert days(of(an_observation(date=None, note="Zonder moment."))) == []


def test_a_value_replaces_an_earlier_one_only_from_the_day_on_which_it_was_given() -> None:
    series = of(EARLY, LATE)
    assert [row.value.text for row in only_series("2022-01-31", series).rows] == ["10 plekken op 1 januari 2021"]
    later = only_series("2022-02-01", series)
    assert [row.value.text for row in later.rows] == ["20 plekken op 1 januari 2022"]
    assert later.counted == "2 waarden gegeven; hier staat de nieuwste"


def test_each_part_and_area_has_its_own_newest_value_the_whole_first() -> None:
    part = an_observation(part="deel", value=3, vintage=on("2021-02-01"))
    area = an_observation(area="Fictief-Holland", value=4, vintage=on("2021-02-01"))
    rows = only_series("2021-03-01", of(area, part, EARLY)).rows
    assert [row.name for row in rows] == ["Geheel", "Deel", "Fictief-Holland"]


def test_of_two_values_about_one_day_the_one_given_later_counts() -> None:
    again = an_observation(value=11, status="herzien", date=on("2021-01-01"), vintage=on("2021-06-01"))
    assert [row.value.text for row in only_series("2021-07-01", of(again, EARLY)).rows] == [
        "11 plekken op 1 januari 2021, herzien"
    ]


def test_a_value_of_which_only_the_month_is_known_may_have_been_given_within_it() -> None:
    month = an_observation(value=20, date=on("2022-01-01"), vintage=on("2022-02"))
    within = only_series("2022-02-10", of(EARLY, month))
    assert [row.value.text for row in within.rows] == ["10 plekken op 1 januari 2021"]
    assert [(row.value.text, row.how) for row in within.perhaps] == [
        ("20 plekken op 1 januari 2022", "bekend sinds februari 2022; dag niet bekend")
    ]
    after = only_series("2022-03-01", of(EARLY, month))
    assert ([row.value.text for row in after.rows], after.perhaps) == (["20 plekken op 1 januari 2022"], ())


@pytest.mark.parametrize(
    ("value", "sourced", "day", "how"),
    [
        (
            an_observation(vintage=on("2021-06-01"), vintage_note="eerste telling"),
            None,
            "2021-06-01",
            "bekend sinds 1 juni 2021 (eerste telling)",
        ),
        (
            an_observation(as_shown_at=on("2021-06-27")),
            None,
            "2021-06-27",
            "stand van 27 juni 2021",
        ),
        (
            an_observation(),
            "2021-08",
            "2021-09-01",
            "uit een bron van augustus 2021 (dag niet bekend)",
        ),
    ],
)
def test_it_is_said_what_the_moment_of_a_value_rests_on(
    value: Observation, sourced: str | None, day: str, how: str
) -> None:
    records = (of(value), a_source(date=on(sourced) if sourced else None))
    assert [row.how for row in only_series(day, *records).rows] == [how]


def test_an_expected_value_was_given_when_its_source_showed_it_and_not_when_it_comes_true() -> None:
    expected = an_observation(status="verwacht", date=on("2022-07-01"), as_shown_at=on("2021-06-27"))
    assert "2021-06-27" in days(of(expected))


def test_a_value_known_only_by_what_it_is_about_is_never_more_than_perhaps() -> None:
    year = an_observation(date=None, period=Period("2021"))
    series = only_series("2022-06-01", of(year))
    assert (series.rows, series.counted) == ((), "")
    assert [row.how for row in series.perhaps] == ["dag van de bron niet bekend"]


def test_a_value_without_any_moment_is_named_at_its_series_alone() -> None:
    lost = an_observation(id="w-kwijt", date=None)
    assert given_by(lost, {}).how == "never"
    page = page_of("2022-06-01", of(EARLY, lost))
    assert [link.address for link in page.never_dated] == ["/cijfers/fictieve-reeks/"]
    assert [len(series.rows) for _, members in page.themes for series in members] == [1]


def test_a_series_without_a_value_by_that_day_is_named() -> None:
    page = page_of("2021-06-01", of(EARLY), a_series(id="later", name="Latere reeks", observations=(LATE,)))
    assert [link.title for link in page.none_yet] == ["Latere reeks"]
    assert page.frame.description == (
        "Fictieve reeks: 10 plekken op 1 januari 2021, zoals bekend op 1 februari 2021. "
        "Dat cijfer was toen 1 maand oud."
    )


def test_a_day_opens_with_the_newest_value_and_not_with_the_first_series() -> None:
    newer = a_series(id="z-later", name="Latere reeks", theme="z", observations=(LATE,))
    page = page_of("2022-06-01", of(EARLY), newer)
    assert page.frame.description.startswith("Latere reeks: ")


def test_the_days_for_which_a_page_holds_are_named() -> None:
    page = page_of("2021-06-01", of(EARLY), a_series(id="later", name="Latere reeks", observations=(LATE,)))
    assert page.holds == "Dit geldt voor 1 februari 2021 tot en met 31 januari 2022."
    first = page_of("2021-01-01", of(EARLY))
    assert first.frame.description == "Op 1 januari 2021 had, voor zover bekend, nog geen bron een waarde gegeven."


def test_a_value_leads_to_its_place_in_the_series_and_carries_its_marks() -> None:
    value = an_observation(derived=True, vintage=on("2021-06-01"))
    records = (a_series(kind="raming", observations=(value,)), a_contradiction(about=("w-fictief",)))
    (row,) = only_series("2021-06-01", *records).rows
    assert row.value.runs[0].address == "/cijfers/fictieve-reeks/#w-fictief"
    assert [mark.word for mark in row.value.marks] == ["verwachting", "afgeleid"]
    assert row.value.backing == Backing((SOURCE,))
    assert len(row.value.contradictions) == 1
