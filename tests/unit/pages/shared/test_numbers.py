"""The first source that a reader meets is number 1, and every source keeps its number."""

from lrt_site.model.facts import Backing
from lrt_site.pages.shared.numbers import Numbers


def test_sources_are_numbered_as_a_reader_meets_them() -> None:
    numbers = Numbers()
    assert [numbers.of(Backing(sources)) for sources in (("s-b",), ("s-a", "s-b"), ("s-c",), ("s-a",))] == [
        (1,),
        (1, 2),
        (3,),
        (2,),
    ]
    assert list(numbers.given.items()) == [("s-b", 1), ("s-a", 2), ("s-c", 3)]


def test_numbers_behind_words_rise_whatever_the_order_of_their_sources() -> None:
    numbers = Numbers()
    numbers.of(Backing(("s-a",)))
    assert numbers.of(Backing(("s-b", "s-a"))) == (1, 2)
    assert numbers.of(Backing()) == ()
