"""A chart says what it shows, what is not drawn, and joins or compares nothing that its sources do not."""

from lrt_site.findings.given_values import given_by
from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation
from lrt_site.pages.figures.drawings import OWN_SCALE, WORTH_A_CHART, Drawing, drawings_of, life_drawing
from tests.builders import (
    a_series,
    an_observation,
    on,
)
from tests.unit.pages.figures.making import in_provinces


def numbers(drawing: Drawing) -> list[str]:
    return [text.text for text in drawing.chart.texts if text.kind == "number"]


def test_stocks_are_points_and_their_undated_values_are_named_beside_the_chart() -> None:
    dated = tuple(an_observation(id=f"w-{year}", date=on(f"{year}-03-01")) for year in (2019, 2020))
    (drawing,) = drawings_of(a_series(observations=(*dated, an_observation(date=None, value=77))))
    assert len(drawing.chart.symbols) == 2
    assert any("77 plekken (zonder datum)" in remark for remark in drawing.remarks)


def test_units_keep_their_own_shape_and_no_line_joins_them() -> None:
    values = tuple(
        an_observation(id=f"w-{year}", date=on(f"{year}-03-01"), unit=unit, value=year)
        for year, unit in ((2019, "plekken"), (2020, "bedden"), (2021, "plekken"), (2022, "bedden"))
    )
    (drawing,) = drawings_of(a_series(observations=values))
    assert [symbol.style for symbol in drawing.chart.symbols] == [1, 2, 1, 2]
    assert [entry.text for entry in drawing.key] == ["plekken", "bedden"]
    places = {(symbol.x, symbol.y): symbol.style for symbol in drawing.chart.symbols}
    joins = [line for line in drawing.chart.lines if line.kind == "join"]
    assert [places[line.x1, line.y1] == places[line.x2, line.y2] for line in joins] == [True, True]


def test_values_of_different_sources_are_not_joined() -> None:
    values = tuple(an_observation(date=on(f"{year}-03-01"), source=f"s-{year}") for year in (2019, 2020))
    (drawing,) = drawings_of(a_series(observations=values))
    assert not [line for line in drawing.chart.lines if line.kind == "join"]


def test_flows_are_bars_with_every_part_and_unit_in_its_own_section() -> None:
    values = (
        an_observation(date=None, period=Period("2021"), value=10),
        an_observation(date=None, period=Period("2021"), value=4, part="deel"),
        an_observation(date=None, period=Period("2020"), value=3000, unit="bedden"),
    )
    (drawing,) = drawings_of(a_series(kind="stroom", observations=values))
    titles = [text.text for text in drawing.chart.texts if text.kind == "title"]
    assert titles == ["Bedden", "Plekken (eigen schaal)"]
    assert numbers(drawing) == ["3.000", "10", "4"]
    assert [bar.style for bar in drawing.chart.bars] == [1, 1, 2]


def test_versions_per_area_are_drawn_side_by_side() -> None:
    series = a_series(
        kind="norm",
        observations=(*in_provinces("v-2023", 100, Oost=60, West=30), *in_provinces("v-2024", 90, Oost=50, West=40)),
    )
    (drawing,) = drawings_of(series)
    assert numbers(drawing) == ["60", "50", "30", "40"]
    assert [entry.text for entry in drawing.key] == [
        "Versie van 2023, voor 17 mei 2021",
        "Versie van 2024, voor 17 mei 2021",
    ]


def stocks(*values: int, **changes: object) -> tuple[Observation, ...]:
    return tuple(
        an_observation(id=f"w-{place}", date=on(f"{2015 + place}-03-01"), value=value, **changes)
        for place, value in enumerate(values)
    )


def test_what_a_chart_shows_is_said_in_a_sentence_with_the_lowest_and_the_highest() -> None:
    (drawing,) = drawings_of(a_series(observations=stocks(5, 3, 9)))
    assert drawing.finding == (
        "De nieuwste waarde is 9 plekken op 1 maart 2017. "
        "In deze tekening is 3 (1 maart 2016) de laagste en 9 (1 maart 2017) de hoogste waarde."
    )
    (two,) = drawings_of(a_series(observations=stocks(5, 3)))
    assert two.finding == "De nieuwste waarde is 3 plekken op 1 maart 2016."


def test_a_chart_without_the_newest_value_says_that_its_finding_is_of_the_chart() -> None:
    part = stocks(1, 2, 4, part="deel")
    drawings = tuple(drawings_of(a_series(observations=(*stocks(5, 3, 9, 8, 7), *part))))
    assert [drawing.heading for drawing in drawings] == ["Fictieve reeks", "Fictieve reeks: deel"]
    assert drawings[1].finding.startswith("In deze tekening geldt: de nieuwste waarde is 4 plekken (deel)")


def test_a_part_with_few_values_is_read_in_the_table() -> None:
    few = stocks(*range(1, WORTH_A_CHART), part="deel")
    (drawing,) = drawings_of(a_series(observations=(*stocks(5, 3), *few)))
    assert "Losse onderdelen staan alleen in de tabel." in drawing.remarks


def test_each_area_has_a_chart_of_its_own() -> None:
    drawings = drawings_of(a_series(observations=(*stocks(5, 3), *stocks(1, 2, area="Oost"))))
    assert [drawing.heading for drawing in drawings] == ["Fictieve reeks", "Fictieve reeks in Oost"]


def test_what_cannot_be_compared_is_said_beside_the_chart() -> None:
    mixed = (*stocks(5, 3), an_observation(id="w-a", unit="bedden"), an_observation(id="w-b", date=on("2018")))
    (drawing,) = drawings_of(a_series(observations=mixed))
    assert drawing.remarks == (
        "De bronnen tellen niet hetzelfde. Verschillende vormen zijn niet zonder meer te vergelijken.",
        "Een streep door een punt staat voor de hele periode: de bron noemt geen dag.",
        "Een lijn verbindt alleen waarden die één bron op één manier telt.",
    )


def a_flow(year: str, value: int, **changes: object) -> Observation:
    return an_observation(
        **{"id": f"s-{year}-{value}", "date": None, "period": Period(year), "value": value, **changes}
    )


def test_bars_stand_in_order_of_time_and_tell_what_sets_each_apart() -> None:
    values = (
        a_flow("2021", 10, status="definitief"),
        a_flow("2020", 30, vintage=on("2022")),
        a_flow("2020", 4, part="deel"),
    )
    (drawing,) = drawings_of(a_series(kind="stroom", observations=values))
    labels = [text.text for text in drawing.chart.texts if text.kind == "label"]
    assert labels == ["2020, deel", "2020, bekend sinds 2022", "2021, definitief"]
    assert [(entry.style, entry.text) for entry in drawing.key] == [(1, "geheel"), (2, "deel")]


def test_a_unit_with_much_smaller_values_has_a_scale_of_its_own_and_says_so() -> None:
    def titles(small: int) -> list[str]:
        values = (a_flow("2020", 1000), a_flow("2021", small, unit="bedden", area="Oost"))
        (drawing,) = drawings_of(a_series(kind="stroom", observations=values))
        assert drawing.remarks == ("Andere eenheden staan apart. Zij zijn niet zonder meer te vergelijken.",)
        return [text.text for text in drawing.chart.texts if text.kind == "title"]

    assert titles(1000 // OWN_SCALE - 1) == ["Plekken", "Bedden, Oost (eigen schaal)"]
    assert titles(1000 // OWN_SCALE) == ["Plekken", "Bedden, Oost"]


def test_of_areas_the_highest_and_the_lowest_of_the_newest_version_are_named() -> None:
    versions = (*in_provinces("v-2023", 100, Oost=60, West=30), *in_provinces("v-2024", 90, Oost=20, West=70))
    (drawing,) = drawings_of(a_series(kind="norm", observations=versions))
    assert drawing.finding == "In de nieuwste versie is de hoogste waarde 70 (West) en de laagste 20 (Oost)."


def test_the_life_of_a_value_is_drawn_from_two_known_days_on() -> None:
    values = [an_observation(value=4, vintage=on("2021-06-01")), an_observation(value=5, vintage=on("2021-09"))]
    undated = an_observation(value=6)
    given = [given_by(value, {}) for value in (*values, undated)]
    drawing = life_drawing("Plekken", given)
    assert drawing
    assert drawing.finding == "Bekend werden: 4 (1 juni 2021) en 5 (september 2021)."
    assert drawing.remarks == (
        "Een streep begint bij een punt en loopt over alle dagen waarop de waarde bekend kan zijn geworden.",
        "Niet op de tijdas: 6.",
    )
    assert life_drawing("Plekken", given[1:]) is None
