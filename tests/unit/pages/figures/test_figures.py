"""Figures say what their sources say: nothing replaced, nothing compared that cannot be, every value in its place."""

from datetime import date

from lrt_site.model.dates import Period
from lrt_site.model.register import Register
from lrt_site.pages.figures import figures
from lrt_site.pages.figures.drawings import drawings_of
from lrt_site.pages.figures.figures import FiguresPage, SeriesPage
from lrt_site.pages.shared.common import PageMaker, PageView
from tests.builders import (
    a_contradiction,
    a_meeting,
    a_provincial_table,
    a_register,
    a_series,
    a_table,
    a_topic,
    an_agenda_item,
    an_observation,
    on,
)
from tests.tools.tables import column, facts, headings
from tests.unit.pages.figures.making import in_provinces

AS_OF = date(2026, 1, 15)


def made(page: PageView | PageMaker) -> PageView:
    return page() if callable(page) else page


def overview(register: Register) -> FiguresPage:
    page = made(next(iter(figures.pages(register, AS_OF))))
    assert isinstance(page, FiguresPage)
    return page


def page_of(register: Register, series: str = "fictieve-reeks") -> SeriesPage:
    pages = (made(page) for page in figures.pages(register, AS_OF))
    return next(page for page in pages if isinstance(page, SeriesPage) and page.frame.record == series)


def test_printed_totals_stand_beside_the_sum_of_the_rows() -> None:
    page = page_of(
        a_register(
            a_series(
                kind="norm",
                printed_total_compared=True,
                observations=(
                    *in_provinces("v-2023", 100, Oost=60, West=30),
                    *in_provinces("v-2024", 90, Oost=50, West=40),
                ),
            ),
            a_provincial_table(province="Oost"),
        )
    )
    (spread,) = page.spreads
    assert [[value and value.text for value in total.values] for total in spread.totals] == [
        ["100", "90"],
        ["90", "90"],
        ["−10", "0"],
    ]
    assert (
        "Gedrukt totaal 100; de rijen tellen op tot 90. Dat is 10 minder dan het gedrukte totaal." in spread.compared[0]
    )
    assert "Dat is gelijk." in spread.compared[1]
    assert [row.name if isinstance(row.name, str) else row.name.address for row in spread.rows] == [
        "/provincies/prt-fictief/",
        "West",
    ]


def test_totals_are_not_compared_where_the_record_does_not_say_so() -> None:
    series = a_series(observations=in_provinces("v-2023", 100, Oost=60, West=30))
    (spread,) = page_of(a_register(series)).spreads
    assert [total.name for total in spread.totals] == ["Totaal, zoals gedrukt"]
    assert spread.compared == ()


def test_every_observation_stands_in_the_table_and_an_id_is_an_anchor_once() -> None:
    values = (an_observation(), an_observation(part="deel", value=3), an_observation(id="w-ander", value=4))
    page = page_of(a_register(a_series(observations=values)))
    assert [(said.text, said.anchor) for said in facts(page.values, "Waarde")] == [
        ("1.200", "w-fictief"),
        ("3", None),
        ("4", "w-ander"),
    ]


def test_a_contradicted_value_is_marked() -> None:
    register = a_register(a_series(), a_contradiction(about=("w-fictief",)))
    page = page_of(register)
    assert facts(page.values, "Waarde")[0].contradictions
    assert page.frame.contradictions


def test_columns_in_which_no_value_says_anything_are_left_out() -> None:
    plain = page_of(a_register(a_series()))
    due = page_of(a_register(a_series(observations=(an_observation(due=on("2025-07-01")),))))
    assert headings(plain.values) == ["Datum of periode", "Waarde"]
    assert headings(due.values) == ["Datum of periode", "Waarde", "Uiterlijk"]


def test_meetings_that_used_a_value_are_named_with_the_value() -> None:
    meeting = a_meeting(agenda=(an_agenda_item(figures=("w-fictief",)),))
    ((link, values),) = page_of(a_register(a_series(), meeting)).used_in
    assert link.address == "/vergaderingen/m-2020-06-15/"
    assert [value.address for value in values] == ["/cijfers/fictieve-reeks/#w-fictief"]


def test_the_overview_follows_the_topics_of_the_table() -> None:
    register = a_register(
        a_table(topics=(a_topic(id="t-z", name="zee"), a_topic(id="t-b", name="berg"))),
        a_series(id="een", theme="berg"),
        a_series(id="twee", theme="zee"),
        a_series(id="drie", theme="anders"),
    )
    themes = overview(register).themes
    assert [theme.name for theme in themes] == ["zee", "berg", "anders"]
    assert [theme.topic is None for theme in themes] == [False, False, True]


def test_a_register_without_figures_says_so() -> None:
    page = overview(a_register())
    assert (page.themes, page.frame.description) == ((), "Er zijn nog geen cijfers beschreven.")


def test_words_for_one_unit_stand_together_and_each_value_keeps_its_own() -> None:
    values = (
        an_observation(id="f-1", date=None, period=Period("2020"), unit="vergunninghouders"),
        an_observation(id="f-2", date=None, period=Period("2021"), unit="statushouders"),
        an_observation(id="f-3", date=None, period=Period("2021"), unit="gemeenten"),
    )
    series = a_series(kind="norm", observations=values, same_unit=("vergunninghouders", "statushouders"))
    (drawing,) = drawings_of(series).drawn
    titles = [text.text for text in drawing.chart.texts if text.kind == "title"]
    assert " ".join(titles) == "Vergunninghouders of statushouders, vanaf 0"
    page = page_of(a_register(series))
    assert page.units == ("vergunninghouders of statushouders", "gemeenten")
    assert column(page.values, "Eenheid") == ["vergunninghouders", "statushouders", "gemeenten"]


def test_the_overview_opens_with_the_newest_value_that_was_counted() -> None:
    old = a_series(id="a-oud", name="Oud", theme="uitstroom", observations=(an_observation(id="f-1", date=on("2019")),))
    new = a_series(id="b-nieuw", name="Nieuw", observations=(an_observation(id="f-2", date=on("2025-03-01")),))
    target = a_series(id="c-doel", kind="norm", observations=(an_observation(id="f-3", date=on("2026")),))
    part = a_series(id="d-deel", name="Een deel", observations=(an_observation(id="f-4", date=on("2025-06")),))
    description = overview(a_register(old, new, target, part)).frame.description
    assert description == "Nieuw: 1.200 plekken op 1 maart 2025."


def test_every_figure_of_the_overview_says_how_old_it_is_and_what_kind_it_is() -> None:
    page = overview(a_register(a_series(kind="stroom", observations=(an_observation(date=on("2021-08")),))))
    ((row,),) = [theme.rows for theme in page.themes]
    (newest,) = row.newest
    assert (newest.when, newest.age, row.kind_name) == (
        "laatst bekend: augustus 2021",
        "4 jaar en 4 of 5 maanden oud",
        "per jaar",
    )
