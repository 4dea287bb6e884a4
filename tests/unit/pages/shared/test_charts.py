"""Charts keep their promises: whole numbers, every value printed, nothing over the edge, nothing joined in error."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lrt_site.pages.shared import charts
from lrt_site.pages.shared.charts import Point

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
NUMBERS = st.integers(0, 10**7)


def a_point(day: str, value: int, **changes: object) -> Point:
    when = date.fromisoformat(day)
    return Point(**{"start": when, "end": when, "value": value, "text": str(value), **changes})  # type: ignore[arg-type]


def test_points_stand_in_order_of_time_above_zero() -> None:
    chart = charts.points([a_point("2021-06-01", 0), a_point("2020-01-01", 50), a_point("2022-12-31", 100)])
    assert [symbol.x for symbol in chart.symbols] == sorted(symbol.x for symbol in chart.symbols)
    floor = next(line.y1 for line in chart.lines if line.kind == "axis")
    middle, zero, top = (floor - symbol.y for symbol in chart.symbols)
    assert zero == 0
    assert middle * 2 == top


def test_only_points_with_the_same_key_are_joined() -> None:
    chart = charts.points(
        [
            a_point("2020-01-01", 1, line="a"),
            a_point("2020-06-01", 2, line="b"),
            a_point("2021-01-01", 3, line="a"),
            a_point("2021-06-01", 4),
            a_point("2022-01-01", 5),
        ]
    )
    first, _, third, _, _ = chart.symbols
    joins = [(line.x1, line.y1, line.x2, line.y2) for line in chart.lines if line.kind == "join"]
    assert joins == [(first.x, first.y, third.x, third.y)]


def test_a_value_without_a_day_is_drawn_over_its_whole_period() -> None:
    chart = charts.points([a_point("2020-01-01", 5, end=date(2020, 12, 31)), a_point("2021-07-01", 5)])
    (span,) = [line for line in chart.lines if line.kind == "span"]
    assert span.x1 < chart.symbols[0].x < span.x2


def test_every_year_is_named_where_there_is_room_and_every_so_many_where_there_is_not() -> None:
    few = charts.points([a_point("2020-01-01", 1), a_point("2022-01-01", 1)])
    many = charts.points([a_point("1990-01-01", 1), a_point("2022-01-01", 1)])
    assert [text.text for text in few.texts if text.kind == "tick"] == ["2020", "2021", "2022"]
    assert 2 < sum(text.kind == "tick" for text in many.texts) < 10


def test_crowded_numbers_make_the_chart_taller_until_none_covers_another() -> None:
    roomy = charts.points([a_point("2015-01-01", 10_000), a_point("2023-01-01", 50_000)])
    crowd = [a_point(f"2022-{month:02}-01", 40_000 + 700 * month) for month in range(1, 11)]
    crowded = charts.points([a_point("2015-01-01", 10_000), *crowd])
    assert crowded.height > roomy.height
    for one, other in combinations([text for text in crowded.texts if text.kind == "number"], 2):
        assert (one.x, one.dx, one.y) != (other.x, other.dx, other.y)


def test_without_points_there_is_nothing_to_draw() -> None:
    assert charts.points([]) == charts.Chart(0)


@given(st.lists(st.tuples(DAYS, NUMBERS), min_size=1, max_size=25))
def test_every_point_and_its_number_is_drawn_inside_the_chart(values: list[tuple[date, int]]) -> None:
    chart = charts.points([Point(day, day, value, f"{value}") for day, value in values])
    numbers = [text.text for text in chart.texts if text.kind == "number"]
    assert sorted(numbers) == sorted(str(value) for _, value in values)
    assert len(chart.symbols) == len(values)
    assert all(0 <= symbol.x <= 1000 and 0 <= symbol.y <= chart.height for symbol in chart.symbols)


@given(st.permutations([a_point(f"20{n:02}-03-04", n * 100, line="a") for n in range(10, 20)]))
def test_the_order_in_which_points_are_given_does_not_matter(points: list[Point]) -> None:
    assert charts.points(points) == charts.points(sorted(points, key=lambda point: point.start))


def test_years_without_a_value_have_a_band_behind_them() -> None:
    values = [a_point("2016-03-01", 5), a_point("2019-05-01", 6, end=date(2020, 4, 30)), a_point("2022-01-01", 7)]
    assert charts.empty_years(values, (2015, 2022)) == ((2015, 2015), (2017, 2018), (2021, 2021))
    chart = charts.points(values, "plekken, vanaf 0", (2015, 2022))
    assert [(band.x, band.width > 0) for band in chart.bands] == [
        (charts.across(date(year, 1, 1), (2015, 2022)), True) for year in (2015, 2017, 2021)
    ]
    assert next(text.text for text in chart.texts if text.kind == "title") == "plekken, vanaf 0"


def test_the_name_of_a_year_stands_between_two_long_ticks() -> None:
    chart = charts.points([a_point("2020-01-01", 1), a_point("2021-12-31", 1)])
    ticks = [line for line in chart.lines if line.kind == "tick"]
    names = [text.x for text in chart.texts if text.kind == "tick"]
    assert [before.x1 < name < after.x1 for before, name, after in zip(ticks, names, ticks[1:], strict=False)] == [
        True,
        True,
    ]
    assert len({line.y2 - line.y1 for line in ticks}) == 1


def test_charts_of_the_same_years_have_them_in_the_same_places() -> None:
    years = (2015, 2025)
    (alone,) = charts.points([a_point("2020-01-01", 1)], years=years).symbols
    first, *_ = charts.points([a_point("2020-01-01", 1), a_point("2024-01-01", 9)], years=years).symbols
    assert alone.x == first.x
