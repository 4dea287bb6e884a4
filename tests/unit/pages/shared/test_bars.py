"""Bars keep their promises: one scale, every value printed, parts that fill their whole, and nothing cut."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lrt_site.pages.shared.bars import (
    AROUND,
    HATCHED,
    OUTLINED,
    SOLID,
    BarRow,
    BarValue,
    Empty,
    RankedRow,
    bars,
    ranked,
)
from lrt_site.pages.shared.charts import Chart

SIZES = st.lists(st.integers(1, 10**6), min_size=2, max_size=4)


def rows(*values: int) -> list[BarRow]:
    return [BarRow(f"rij {number}", (BarValue(number, str(number)),)) for number in values]


def texts(chart: Chart, kind: str) -> list[str]:
    return [text.text for text in chart.texts if text.kind == kind]


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    half, whole = bars("plekken", rows(50, 100)).bars
    assert abs(whole.width - 2 * half.width) <= 1


def test_nothing_gets_no_bar_and_little_stays_visible() -> None:
    widths = [bar.width for bar in bars("plekken", rows(0, -5, 1, 10**6)).bars]
    assert widths[:2] == [0, 0]
    assert widths[2] > 0


def test_a_number_at_the_end_of_the_longest_bar_fits_on_the_narrowest_screen() -> None:
    chart = bars("plekken", [BarRow("rij", (BarValue(5, "bijna 23.000"),))])
    (number,) = [text for text in chart.texts if text.kind == "number"]
    assert number.x * 288 // 1000 + number.dx + len(number.text) * 8 <= 288


def test_a_long_label_takes_more_lines_and_loses_no_word() -> None:
    label = "1 juli 2021 tot en met 12 november 2021, gehuisveste vergunninghouders"
    lines = texts(bars("plekken", [BarRow(label, (BarValue(5, "5"),))]), "label")
    assert len(lines) > 1
    assert " ".join(lines) == label


@given(SIZES)
def test_parts_stand_after_each_other_and_fill_their_whole(sizes: list[int]) -> None:
    parts = tuple((size, SOLID) for size in sizes)
    drawn = bars("plekken", [BarRow("2024", (BarValue(sum(sizes), "samen", parts=parts),))]).bars
    (alone,) = bars("plekken", [BarRow("2024", (BarValue(sum(sizes), "samen"),))]).bars
    assert drawn[0].x == 0
    assert all(before.x + before.width == after.x for before, after in pairwise(drawn))
    assert drawn[-1].x + drawn[-1].width == alone.width


def test_a_short_time_has_half_a_bar_and_a_time_without_values_says_so() -> None:
    year, half = BarRow("2024", (BarValue(2, "2"),)), BarRow("2026", (BarValue(1, "1", HATCHED),), short=True)
    chart = bars("plekken", [year, Empty("2025: geen waarde gevonden"), half])
    assert [bar.height for bar in chart.bars] == [13, 7]
    (band,) = chart.bands
    assert chart.bars[0].y < band.y < chart.bars[1].y
    assert "2025: geen waarde gevonden" in texts(chart, "tick")


def test_what_tells_bars_of_one_row_apart_stands_above_each() -> None:
    row = BarRow("2023", (BarValue(2, "2", OUTLINED, "herzien"), BarValue(1, "1", HATCHED, "voorlopig")), below="samen")
    chart = bars("plekken", [row])
    assert texts(chart, "tick") == ["herzien", "voorlopig", "samen"]
    assert [bar.style for bar in chart.bars] == [OUTLINED, HATCHED]


def test_ranked_rows_share_a_scale_with_what_is_around_them_and_their_marks() -> None:
    chart = ranked("plekken", [RankedRow("Oost", "6 van 8", 6, 8), RankedRow("West", "? van 4", None, 4, marks=(2,))])
    assert [(bar.style, bar.width) for bar in chart.bars] == [(SOLID, 750), (AROUND, 1000), (AROUND, 500)]
    assert [line.x1 for line in chart.lines if line.kind == "mark"] == [250]
    assert texts(chart, "number") == ["6 van 8", "? van 4"]


def test_a_name_and_a_number_that_do_not_fit_on_one_line_take_two() -> None:
    chart = ranked("", [RankedRow("Een provincie met een lange naam", "een kleine 6.300 van 13.000", 6, 8)])
    assert texts(chart, "label") == ["Een provincie met een lange naam", "een kleine 6.300 van 13.000"]
