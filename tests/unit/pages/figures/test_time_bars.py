"""Bars in order of time: how final a value is can be seen, and parts make a whole only where they add up to it."""

import pytest

from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation
from lrt_site.pages.figures.time_bars import TimeBars, make_up, time_bars
from lrt_site.pages.shared.bars import HATCHED, OUTLINED, PALE, SOLID
from tests.builders import a_series, an_observation, on


def a_flow(period: str, value: int, **changes: object) -> Observation:
    return an_observation(
        **{"id": f"s-{period}-{value}", "date": None, "period": Period(period), "value": value, **changes}
    )


def drawn(*values: Observation, **changes: object) -> TimeBars:
    return time_bars(a_series(**{"kind": "stroom", "observations": values, **changes}), values)


def texts(made: TimeBars, *kinds: str) -> list[str]:
    return [text.text for text in made.chart.texts if text.kind in kinds]


def test_versions_of_one_year_stand_together_the_newest_first_each_with_its_own_filling() -> None:
    made = drawn(
        a_flow("2023", 19120, status="voorlopig", vintage=on("2024-03-14")),
        a_flow("2023", 19305, status="definitief", vintage=on("2024-10-10")),
        a_flow("2023", 19288, status="herzien", vintage=on("2025-03-13")),
    )
    assert texts(made, "label", "tick", "number") == [
        "2023",
        "herzien, sinds 13 maart 2025",
        "19.288",
        "definitief, sinds 10 oktober 2024",
        "19.305",
        "voorlopig, sinds 14 maart 2024",
        "19.120",
    ]
    assert [bar.style for bar in made.chart.bars] == [OUTLINED, SOLID, HATCHED]


def test_years_without_a_value_are_a_band_with_words() -> None:
    made = drawn(a_flow("2015", 1), a_flow("2016-H1", 2), a_flow("2018", 3), a_flow("2022", 4))
    assert texts(made, "tick") == ["2017: hier geen waarde gevonden", "2019–2021: hier geen waarde gevonden"]
    assert [bar.height for bar in made.chart.bars] == [13, 7, 13, 13]


def test_parts_that_add_up_to_their_whole_are_one_bar_and_it_is_said_that_we_added() -> None:
    whole = a_flow("2024", 1210, id="s-1")
    parts = [
        a_flow("2024", value, id="s-1", part=part) for value, part in ((742, "te voet"), (301, "fiets"), (167, "auto"))
    ]
    made = drawn(whole, *parts)
    assert [(bar.x, bar.style) for bar in made.chart.bars] == [
        (0, SOLID),
        (made.chart.bars[0].width, OUTLINED),
        (made.chart.bars[0].width + made.chart.bars[1].width, PALE),
    ]
    assert texts(made, "number") == ["1.210"]
    assert " ".join(texts(made, "tick")) == "742 te voet; 301 fiets; 167 auto"
    assert [name for _, name in made.key] == ["te voet", "fiets", "auto"]
    assert "door ons berekend" in made.remarks[0]


def test_other_parts_have_a_bar_of_their_own() -> None:
    made = drawn(a_flow("2024", 19946, id="s-1"), a_flow("2024", 412, id="s-1", part="uitgevallen"))
    assert texts(made, "tick", "number") == ["19.946", "uitgevallen", "412"]
    assert (made.key, made.remarks) == ((), ())


@pytest.mark.parametrize(
    ("whole", "qualifier", "parts", "expected"),
    [
        (45640, "circa", (32180, 11880, 1590), True),
        (45640, None, (32180, 11880, 1590), False),
        (45600, "circa", (32181, 11880, 1590), False),
        (51805, None, (44768, 7037), True),
        (51805, None, (51805,), False),
        (1255000, None, (1210000, 1300000), False),
    ],
)
def test_parts_make_a_whole_where_they_add_up_to_it_as_exactly_as_it_is_given(
    whole: int, qualifier: str | None, parts: tuple[int, ...], expected: bool
) -> None:
    assert make_up(a_flow("2024", whole, qualifier=qualifier), [a_flow("2024", part) for part in parts]) is expected


def test_an_expectation_is_open_and_what_all_have_in_common_is_said_once() -> None:
    made = drawn(a_flow("2024", 7), a_flow("2025", 8), kind="raming")
    assert {bar.style for bar in made.chart.bars} == {OUTLINED}
    assert made.remarks == ("Een open balk is een verwachting.",)
    assert drawn(a_flow("2024", 7, status="verwacht")).remarks == ("Alle waarden zijn verwachtingen.",)
