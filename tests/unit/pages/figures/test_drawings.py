"""A chart says what it shows, compares only what counts the same, and what is not drawn is said."""

from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation
from lrt_site.pages.figures.drawings import NAMED, POINTS_WORTH_A_CHART, Drawing, drawings_of
from tests.builders import (
    a_series,
    an_observation,
    on,
)
from tests.unit.pages.figures.making import in_provinces


def numbers(drawing: Drawing) -> list[str]:
    return [text.text for text in drawing.chart.texts if text.kind == "number"]


def title(drawing: Drawing) -> str:
    return next(text.text for text in drawing.chart.texts if text.kind == "title")


def stocks(*values: int, **changes: object) -> tuple[Observation, ...]:
    return tuple(
        an_observation(**{"id": f"w-{place}", "date": on(f"{2015 + place}-03-01"), "value": value, **changes})
        for place, value in enumerate(values)
    )


def a_flow(year: str, value: int, **changes: object) -> Observation:
    return an_observation(
        **{"id": f"s-{year}-{value}", "date": None, "period": Period(year), "value": value, **changes}
    )


def test_stocks_are_points_and_what_is_not_drawn_is_named() -> None:
    drawings = drawings_of(a_series(observations=(*stocks(5, 6, 7), an_observation(id="w-x", date=None, value=77))))
    (drawing,) = drawings.drawn
    assert len(drawing.chart.symbols) == 3
    assert title(drawing) == "Plekken, vanaf 0"
    assert drawings.left_out == ("77 plekken (zonder datum)",)


def test_each_unit_has_a_chart_and_a_scale_of_its_own_over_the_same_years() -> None:
    values = (*stocks(5000, 6000, 7000, 8000), *stocks(1, 2, 3, unit="bedden"))
    first, second = drawings_of(a_series(observations=values)).drawn
    assert [title(first), title(second)] == ["Plekken, vanaf 0", "Bedden, vanaf 0"]
    assert [symbol.x for symbol in first.chart.symbols[:3]] == [symbol.x for symbol in second.chart.symbols]
    assert min(symbol.y for symbol in first.chart.symbols) == min(symbol.y for symbol in second.chart.symbols)
    assert second.remarks[0] == "Grijs is tijd waarvoor wij hier geen waarde vonden: 2018."


def test_values_of_different_sources_are_not_joined() -> None:
    values = tuple(an_observation(date=on(f"{year}-03-01"), source=f"s-{year}") for year in (2019, 2020, 2021))
    (drawing,) = drawings_of(a_series(observations=values)).drawn
    assert not [line for line in drawing.chart.lines if line.kind == "join"]


def test_a_value_that_does_not_stand_for_good_has_another_shape_and_says_what_it_is() -> None:
    values = (*stocks(5, 6, status="definitief"), an_observation(date=on("2019"), value=9, status="verwacht"))
    (drawing,) = drawings_of(a_series(observations=values)).drawn
    assert [symbol.style for symbol in drawing.chart.symbols] == [1, 1, 7]
    assert numbers(drawing) == ["5", "6", "9 verwacht"]


def test_too_few_values_of_one_kind_are_read_in_the_table() -> None:
    few = stocks(*range(1, POINTS_WORTH_A_CHART), part="deel")
    drawings = drawings_of(a_series(observations=(*stocks(5, 3, 4), *few)))
    assert [drawing.about for drawing in drawings.drawn] == ["Fictieve reeks"]
    assert len(drawings.left_out) == len(few)
    many = tuple(a_flow("2020", place, unit=f"soort {place}") for place in range(NAMED + 1))
    (told,) = drawings_of(a_series(kind="stroom", observations=many)).left_out
    assert told.startswith(f"{NAMED + 1} waarden")


def test_each_area_and_each_part_has_a_chart_of_its_own() -> None:
    values = (*stocks(5, 3, 4), *stocks(1, 2, 3, area="Oost"), *stocks(1, 2, 3, part="deel"))
    drawings = drawings_of(a_series(observations=values)).drawn
    assert [drawing.about for drawing in drawings] == [
        "Fictieve reeks",
        "Fictieve reeks in Oost",
        "Fictieve reeks: deel",
    ]


def test_what_a_stroke_and_a_line_stand_for_is_said_beside_the_chart() -> None:
    (drawing,) = drawings_of(a_series(observations=(*stocks(5, 3), an_observation(id="w-b", date=on("2017"))))).drawn
    assert drawing.remarks == (
        "Een streep door een punt staat voor de hele periode: de bron noemt geen dag.",
        "Een lijn verbindt alleen waarden die één bron op één manier telt.",
    )


def test_flows_are_bars_with_a_chart_for_every_unit() -> None:
    values = (a_flow("2020", 3000, unit="bedden"), a_flow("2021", 10), a_flow("2022", 12), a_flow("2022", 4, part="x"))
    drawings = drawings_of(a_series(kind="stroom", observations=values))
    (drawing,) = drawings.drawn
    assert title(drawing) == "Plekken, vanaf 0"
    assert numbers(drawing) == ["10", "12", "4"]
    assert drawings.left_out == ("3.000 bedden in 2020",)


def test_of_areas_the_highest_stands_first_with_a_stroke_for_what_it_was() -> None:
    versions = (
        *in_provinces("v-2023", 100, Oost=60, West=30),
        *in_provinces("v-2024", 90, Oost=20, West=70),
        *in_provinces("v-2025", 95, Oost=25, West=75),
    )
    (drawing,) = drawings_of(a_series(kind="norm", observations=versions)).drawn
    assert numbers(drawing) == ["75", "25"]
    assert [text.text for text in drawing.chart.texts if text.kind == "label"] == ["West", "Oost"]
    assert [line.x1 for line in drawing.chart.lines if line.kind == "mark"] == [400, 933, 800, 267]
    assert drawing.finding == "West heeft de hoogste waarde (75), Oost de laagste (25)"
    assert [entry.text for entry in drawing.key] == [
        "Versie van 2025, voor 17 mei 2021",
        "Versie van 2023, voor 17 mei 2021 en versie van 2024, voor 17 mei 2021",
    ]


def test_a_part_over_areas_waits_until_a_reader_asks_for_it() -> None:
    part = tuple(
        an_observation(id="v-1", area=area, part="jongeren", value=value) for area, value in (("Oost", 2), ("West", 3))
    )
    drawings = drawings_of(a_series(kind="norm", observations=(*in_provinces("v-2023", 9, Oost=4, West=5), *part)))
    assert [(drawing.about, drawing.folded) for drawing in drawings.drawn] == [
        ("Fictieve reeks", False),
        ("Fictieve reeks: jongeren", True),
    ]
