"""Meetings expected stand beside meetings known, with the reckoning, and nothing is claimed beyond it."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings import gaps
from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.register import Record
from lrt_site.pages.gaps import no_meetings, rhythm
from lrt_site.pages.gaps.rhythm import SHOWN_OF_YEAR, RhythmView, rhythm_view, rule_said, sum_in_words, years_in_words
from lrt_site.pages.shared.common import Footnotes
from lrt_site.wording.runs import Link
from tests.builders import (
    a_frequency,
    a_meeting,
    a_provincial_table,
    a_register,
    a_table,
    on,
)
from tests.tools.rendering import as_read

FOUR = a_frequency(id="vier", meetings_per_year=4, covers_from=on("2016"))


def test_a_rule_we_count_with_is_told_as_one_whatever_years_it_got() -> None:
    frequencies = (
        a_frequency(id="a", meetings_per_year=4, covers_from=on("2016")),
        a_frequency(id="b", meetings_per_year=6, covers_from=on("2016")),
        a_frequency(id="c", rule="zonder periode", meetings_per_year=6),
    )
    register = a_register(a_table(frequencies=frequencies))
    view = rhythm.rhythm_view(register, date(2026, 1, 15), Footnotes(register))
    assert len(view.rules) == 2
    assert [said.runs[0].text for said in view.other_rules] == ["Zonder periode."]


TODAY = date(2018, 3, 1)


def view_of(*records: Record) -> RhythmView:
    register = a_register(*records)
    return rhythm_view(register, TODAY, Footnotes(register))


def held(*days: str) -> tuple[Record, ...]:
    return tuple(a_meeting(id=f"m-{day}", date=on(day)) for day in days)


def test_a_year_tells_what_was_expected_what_is_known_and_what_was_not_found() -> None:
    rule = a_frequency(meetings_per_year=2, covers_from=on("2016"), covers_until=on("2016"))
    planned = a_meeting(id="m-gepland", state="gepland", date=on("2016-09-01"))
    view = view_of(a_table(frequencies=(rule,)), *held("2016-05-01", "2017-05-01"), planned)
    assert [(row.year, row.expected, row.known, row.missing, row.dots) for row in view.years] == [
        ("2016", "2", 1, "1", "●○"),
        ("2017", "geen bron noemt een ritme voor dit jaar", 1, "niet te zeggen", ""),
        ("2018", "geen bron noemt een ritme voor dit jaar", 0, "niet te zeggen", ""),
    ]
    assert [(link.title, state) for link, state in view.years[0].apart] == [
        ("Vergadering van 1 september 2016", "gepland")
    ]


def test_a_year_that_is_not_over_does_not_count() -> None:
    view = view_of(a_table(frequencies=(FOUR,)))
    assert (view.years[-1].expected, view.years[-1].missing, view.years[-1].dots) == (
        "4",
        "telt niet mee: geen heel jaar",
        "",
    )


def test_the_sum_is_told_in_one_sentence_with_its_years_and_no_others() -> None:
    rule = a_frequency(rule="vier keer per jaar", meetings_per_year=4, covers_from=on("2016"), derived=True)
    view = view_of(a_table(frequencies=(rule,)), *held("2016-05-01", "2015-01-01"))
    assert view.sum_in_words == (
        "Bronnen noemen als ritme: vier keer per jaar. Wij tellen daarmee over 2016 tot en met 2017. "
        "Die jaren zijn deels onze schatting. Dat komt neer op 8 vergaderingen. "
        "Wij kennen er in die jaren 1 die is gehouden."
    )
    more = gaps.expected_meetings(
        (), (a_frequency(meetings_per_year=1, more_often=True, covers_from=on("2017")),), TODAY
    )
    assert "Dat komt neer op meer dan 1 vergadering. Wij kennen er in die jaren 0 die zijn gehouden." in (
        sum_in_words(more)
    )


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ([], ""),
        ([2016], "2016"),
        ([2016, 2017], "2016 tot en met 2017"),
        ([2016, 2018, 2020, 2021, 2022], "2016, 2018, 2020 tot en met 2022"),
    ],
)
def test_years_that_follow_each_other_are_told_as_a_stretch(years: list[int], words: str) -> None:
    assert years_in_words(years) == words


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Twee keer per jaar."),
        ({"as_of": on("2021")}, "Twee keer per jaar (stand van 2021)."),
        (
            {"meetings_per_year": 2, "covers_from": on("2016")},
            "Twee keer per jaar; daarmee tellen wij over 2016 en later.",
        ),
        (
            {"meetings_per_year": 2, "covers_from": on("2016"), "covers_until": on("2018")},
            "Twee keer per jaar; daarmee tellen wij over 2016 tot en met 2018.",
        ),
        (
            {"meetings_per_year": 2, "covers_from": on("2016"), "covers_until": on("2016")},
            "Twee keer per jaar; daarmee tellen wij over 2016.",
        ),
        ({"covers_from": on("2016")}, "Twee keer per jaar."),
    ],
)
def test_a_rule_is_told_with_its_moment_and_the_years_that_we_count_with_it(changes: dict[str, Any], said: str) -> None:
    told = rule_said(a_frequency(**changes), Footnotes(a_register()))
    assert (told.text, told.backing.sources) == (said, ("s-fictief",))


def test_meetings_carry_their_marks_and_many_are_counted_by_year() -> None:
    table = a_table(frequencies=(FOUR,))
    view = view_of(table, a_meeting(date=on("2016-05-01"), derived=True, verified=False))
    assert [link.title for link in view.years[0].held] == ["Vergadering van 1 mei 2016 (niet geverifieerd, afgeleid)"]
    many = held(*(f"2016-01-{day:02}" for day in range(1, SHOWN_OF_YEAR + 2)))
    assert view_of(table, *many).years[0].held == (Link("13 in 2016", "/vergaderingen/2016/"),)
    assert len(view_of(table, *many[:-1]).years[0].held) == SHOWN_OF_YEAR


def test_only_the_national_table_is_reckoned() -> None:
    other = a_meeting(table="prt-fictief", date=on("2016-05-01"))
    view = view_of(a_table(frequencies=(FOUR,)), other, a_provincial_table())
    assert [row.known for row in view.years] == [0, 0, 0]


def test_months_are_told_as_drawn_and_what_is_not_sure_apart() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2016"), covers_until=on("2016"))
    unsure = a_meeting(id="m-onzeker", date=None, not_before=on("2016-02"), not_after=on("2016-03"))
    view = view_of(a_table(frequencies=(rule,)), *held("2016-05-01"), unsure)
    assert view.months == (
        "Van 12 maanden waarvoor een bron een ritme noemt, kennen wij er 1 met een gehouden vergadering en 9 zonder. "
        "In 2 andere kan er een zijn geweest: de maand staat niet vast."
    )
    assert view.allowed == 3


def test_a_rule_without_a_period_is_told_apart_on_the_page() -> None:
    counted = a_frequency(id="a", rule="vier keer", meetings_per_year=4, covers_from=on("2016"))
    register = a_register(a_table(frequencies=(counted, a_frequency(id="b", rule="vaak"))))
    page = as_read(no_meetings.page(GapsOnDay(register, TODAY)), register)
    assert "Vier keer; daarmee tellen wij over 2016 en later." in page.words
    assert "Daarmee tellen wij niet, want zij noemt geen periode. Vaak." in page.words
    assert ("2016", "4", "0", "4 ○○○○", "geen") in page.rows


def test_time_alone_changes_no_year_before_the_newest_meeting_nor_a_sum_over_such_years() -> None:
    closed = a_frequency(id="dicht", meetings_per_year=4, covers_from=on("2015"), covers_until=on("2015"))
    meetings = held("2015-05-01", "2016-05-01")
    view = view_of(a_table(frequencies=(closed,)), *meetings)
    assert [(row.year, row.of_the_day) for row in view.years] == [
        ("2015", False),
        ("2016", True),
        ("2017", True),
        ("2018", True),
    ]
    assert not view.of_the_day
    assert view_of(a_table(frequencies=(FOUR,)), *meetings).of_the_day
    assert view_of(a_table(frequencies=(closed,))).of_the_day
