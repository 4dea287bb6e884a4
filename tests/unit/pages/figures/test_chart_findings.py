"""A finding compares the newest value with what counts the same over as long a time, and with nothing else."""

from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation
from lrt_site.pages.figures.chart_findings import comparable, finding_of
from tests.builders import a_series, an_observation, on


def stocks(*values: int) -> tuple[Observation, ...]:
    return tuple(
        an_observation(id=f"w-{place}", date=on(f"{2015 + place}-03-01"), value=value)
        for place, value in enumerate(values)
    )


def a_flow(period: str, value: int, **changes: object) -> Observation:
    return an_observation(**{"id": f"s-{period}", "date": None, "period": Period(period), "value": value, **changes})


def finding(*values: Observation, **changes: object) -> str:
    return finding_of(a_series(**{"observations": values, **changes}), values)


def test_the_newest_value_is_told_with_its_place_among_the_others() -> None:
    assert finding(*stocks(5, 3, 9)) == "9 plekken op 1 maart 2017: de hoogste van 3 waarden"
    assert finding(*stocks(5, 3, 2)) == "2 plekken op 1 maart 2017: de laagste van 3 waarden"
    assert finding(*stocks(3, 9, 5)) == "5 plekken op 1 maart 2017; de hoogste waarde is 9 (1 maart 2016)"
    assert finding(*stocks(3, 5, 5)) == "5 plekken op 1 maart 2017; de hoogste waarde is 5 (1 maart 2016)"
    assert finding(*stocks(5, 3)) == "3 plekken op 1 maart 2016; daarvoor 5 (1 maart 2015)"
    assert finding(*stocks(5)) == "5 plekken op 1 maart 2015"


def test_half_a_year_is_never_compared_with_a_year() -> None:
    assert finding(a_flow("2023-H1", 8), a_flow("2024", 45)) == "45 plekken in 2024"
    assert finding(a_flow("2020", 40), a_flow("2023-H1", 8), a_flow("2024", 45)) == (
        "45 plekken in 2024; daarvoor 40 (2020)"
    )


def test_of_one_year_only_what_was_known_last_counts() -> None:
    values = (
        a_flow("2023", 10, vintage=on("2024-03")),
        a_flow("2023", 12, vintage=on("2024-09"), id="s-later"),
        a_flow("2024", 11),
    )
    assert [value.exactly for value in comparable(a_series(observations=values), values)] == [12, 11]


def test_a_part_is_not_set_beside_a_whole_nor_an_expectation_beside_what_came_of_it() -> None:
    values = (
        a_flow("2022", 9),
        a_flow("2023", 8),
        a_flow("2024", 7, part="deel"),
        a_flow("2025", 6, status="verwacht"),
    )
    assert finding(*values) == "8 plekken in 2023; daarvoor 9 (2022)"


def test_of_parts_alone_the_newest_is_compared_with_the_same_part() -> None:
    values = tuple(
        a_flow(year, value, part=part, id=f"s-{year}-{part}", status="verwacht")
        for year, own, extra in (("2022", 42, 2), ("2023", 41, 6), ("2024", 30, 20))
        for part, value in (("verwacht", own), ("nog nodig", extra))
    )
    assert finding(*values) == "Verwacht: 30 plekken (verwacht) in 2024: de laagste van 3 waarden"


def test_a_target_and_an_expectation_say_what_they_are() -> None:
    assert finding(a_flow("2024", 7), kind="raming") == "Verwacht: 7 plekken in 2024"
    assert finding(a_flow("2024", 7), kind="norm") == "Doel: 7 plekken in 2024"
