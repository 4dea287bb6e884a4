"""Charts keep their promises: whole numbers, every value printed, nothing over the edge, nothing joined in error."""

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lrt_site.pages.shared import charts
from lrt_site.pages.shared.charts import BarRow, BarSection, BarValue, Point

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
NUMBERS = st.integers(0, 10**7)


def a_point(day: str, value: int, **changes: object) -> Point:
    when = date.fromisoformat(day)
    return Point(**{"start": when, "end": when, "value": value, "text": str(value), **changes})  # type: ignore[arg-type]


def a_section(*values: int, full: int = 100) -> BarSection:
    return BarSection("Plekken", full, tuple(BarRow(f"rij {n}", (BarValue(n, str(n)),)) for n in values))


def test_a_bar_is_as_long_as_its_share_of_the_full_value() -> None:
    half, whole = charts.bars([a_section(50, 100)]).bars
    assert abs(whole.width - 2 * half.width) <= 1


def test_nothing_gets_no_bar_and_little_stays_visible() -> None:
    widths = [bar.width for bar in charts.bars([a_section(0, -5, 1, full=10**6)]).bars]
    assert widths[:2] == [0, 0]
    assert widths[2] > 0


def test_a_number_at_the_end_of_the_longest_bar_fits_on_the_narrowest_screen() -> None:
    chart = charts.bars([BarSection("Plekken", 5, (BarRow("rij", (BarValue(5, "bijna 23.000"),)),))])
    (number,) = [text for text in chart.texts if text.kind == "number"]
    assert number.x * 288 // 1000 + number.dx + len(number.text) * 8 <= 288


def test_a_long_label_takes_more_lines_and_loses_no_word() -> None:
    label = "1 juli 2021 tot en met 12 november 2021, gehuisveste vergunninghouders"
    chart = charts.bars([BarSection("Plekken", 5, (BarRow(label, (BarValue(5, "5"),)),))])
    lines = [text.text for text in chart.texts if text.kind == "label"]
    assert len(lines) > 1
    assert " ".join(lines) == label


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


def test_a_step_runs_from_a_value_to_the_one_that_surely_followed() -> None:
    chart = charts.steps([a_point("2021-03-01", 50), a_point("2021-09-01", 100)])
    first, second = chart.symbols
    assert [(line.x1, line.y1, line.x2, line.y2) for line in chart.lines if line.kind == "join"] == [
        (first.x, first.y, second.x, first.y),
        (second.x, first.y, second.x, second.y),
    ]


def test_no_step_is_drawn_where_the_days_leave_open_which_value_came_first() -> None:
    year = Point(date(2021, 1, 1), date(2021, 12, 31), 50, "50")
    chart = charts.steps([year, a_point("2021-09-01", 100)])
    assert [line for line in chart.lines if line.kind == "join"] == []
    (span,) = [line for line in chart.lines if line.kind == "span"]
    assert span.x1 == chart.symbols[0].x
    assert charts.steps([]).height == 0
