"""How much a value differs from the one a reader compares it with, and what looks like a slip of the pen."""

from dataclasses import replace

import pytest

from lrt_site.differences import differences
from lrt_site.model.dates import Period
from lrt_site.model.figures import Observation
from lrt_site.model.numbers import DecimalNumber, Number
from lrt_site.reviewing.figures import FigureChange, doubt_about, figure_changes
from tests.builders import a_meeting, a_series, an_observation, on


def changes(old: tuple[Observation, ...], new: tuple[Observation, ...]) -> tuple[FigureChange, ...]:
    before, after = a_series(observations=old), a_series(observations=new)
    return tuple(figure_changes(before, after, differences(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "doubt"),
    [
        (72500, 75200, "Alleen de cijfers 2 en 5 staan omgekeerd. Is dat zo bedoeld?"),
        (1210000, 1120000, "Alleen de cijfers 2 en 1 staan omgekeerd. Is dat zo bedoeld?"),
        (72500, 72600, ""),
        (72500, 57200, ""),
        (1234, 2143, ""),
        (
            80000,
            800000,
            "De waarde is minstens tien keer zo groot. Staat er een cijfer of een nul te veel of te weinig?",
        ),
        (80000, 7999, "De waarde is hoogstens een tiende. Staat er een cijfer of een nul te veel of te weinig?"),
        (80000, 799999, ""),
        (0, 5000, ""),
        (DecimalNumber("1.25"), DecimalNumber("12.5"), "De waarde is minstens tien keer zo groot. Staat er een"),
        (DecimalNumber("1.25"), DecimalNumber("1.52"), "Alleen de cijfers 2 en 5 staan omgekeerd."),
    ],
)
def test_what_looks_like_a_slip_of_the_pen_is_told(before: Number, after: Number, doubt: str) -> None:
    assert doubt_about(before, after).startswith(doubt)
    assert bool(doubt_about(before, after)) == bool(doubt)


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [
        (80000, 81000, "+1,3 %"),
        (81000, 80000, "−1,2 %"),
        (100, 100, "0,0 %"),
        (0, 5, ""),
        (3, 6, "+100,0 %"),
        (-10, -5, "+50,0 %"),
    ],
)
def test_a_difference_is_told_as_a_share(before: Number, after: Number, share: str) -> None:
    assert FigureChange((), an_observation(value=after), before, "").share == share


def test_a_value_that_was_otherwise_is_beside_what_it_was() -> None:
    (found,) = changes((an_observation(value=1200),), (an_observation(value=2100),))
    assert (found.before, found.beside, found.observation.value) == (1200, "", 2100)
    assert "1 en 2" in found.doubt


def test_a_later_value_of_the_same_is_beside_the_one_known_before() -> None:
    first = an_observation(value=1200, vintage=on("2021-06"))
    (found,) = changes((first,), (first, replace(first, value=1300, vintage=on("2021-09"))))
    assert (found.before, found.beside, found.share) == (1200, "eerder bekend", "+8,3 %")


def test_a_value_of_a_new_time_is_beside_the_last_one_of_the_same_in_the_same_unit() -> None:
    year = replace(an_observation(date=None, value=100), period=Period("2020"))
    half = replace(year, period=Period("2020-H2"), value=40)
    part, other = replace(year, part="deel", value=1), replace(year, unit="bedden", value=2)
    old = (year, replace(year, period=Period("2019"), value=90), half, part, other)
    (found,) = changes(old, (*old, replace(year, period=Period("2021"), value=110)))
    assert (found.before, found.beside) == (100, "2020")
    assert changes((year,), (year, replace(part, period=Period("2021")))) == ()
    assert changes((replace(year, period=Period("2022")),), (replace(year, period=Period("2022")), year)) == ()


def test_only_series_have_values() -> None:
    old, new = a_meeting(), a_meeting(date=on("2020-06-16"))
    assert tuple(figure_changes(old, new, differences(old, new))) == ()
    assert tuple(figure_changes(None, a_series(), ())) == ()
