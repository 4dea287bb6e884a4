"""Numbers with their words."""

import pytest

from lrt_site.wording.plural import decimal, in_days, plural


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 stoelen"), (1, "1 stoel"), (2, "2 stoelen"), (1500, "1.500 stoelen")]
)
def test_only_of_one_the_singular_is_said(number: int, words: str) -> None:
    assert plural(number, "stoel", "stoelen") == words


def test_days_are_counted_in_words() -> None:
    assert [in_days(number) for number in (1, 365)] == ["1 dag", "365 dagen"]


def test_a_half_is_written_as_in_dutch() -> None:
    assert [decimal(number) for number in (4, 4.5, 1500.0)] == ["4", "4,5", "1.500"]
