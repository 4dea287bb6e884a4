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


def test_three_sources_in_a_row_are_one_sign() -> None:
    numbers = Numbers()
    sign = numbers.mark(Backing(("s-a", "s-b", "s-c")))
    assert (sign.label, sign.name, sign.id) == ("1–3", "Bronnen 1 tot en met 3", "noot-1-2-3")
    assert numbers.mark(Backing(("s-a", "s-d"))).label == "1, 4"
    assert numbers.mark(Backing(("s-d",))).name == "Bron 4"


def test_a_note_stands_at_the_first_sign_that_leads_to_its_sources() -> None:
    numbers = Numbers()
    signs = [numbers.mark(Backing(sources)) for sources in (("s-a", "s-b"), ("s-a",), ("s-a", "s-b"), ("s-c", "s-a"))]
    assert [sign.is_first for sign in signs] == [True, True, False, True]
    assert [sign.told for sign in signs] == [(), (1,), (1, 2), (1,)]
    assert numbers.first_mark(1) is signs[0]
    assert numbers.first_mark(3) is signs[3]


def test_a_note_stands_once_whatever_the_order_of_its_sources() -> None:
    numbers = Numbers()
    signs = [numbers.mark(Backing(sources)) for sources in (("s-a", "s-b"), ("s-b", "s-a"))]
    assert [(sign.id, sign.is_first) for sign in signs] == [("noot-1-2", True), ("noot-1-2", False)]
