"""Compounds show where they are two words, and other words stay whole."""

import pytest

from lrt_site.wording.compounds import JOINT, dutch, joints, marker


@pytest.mark.parametrize(
    ("word", "halves"),
    [
        ("asielopvang", ["asiel", "opvang"]),
        ("huisvestingstaakstelling", ["huisvestings", "taakstelling"]),
        ("spreidingswet", ["spreidings", "wet"]),
        ("crisisnoodopvang", ["crisis", "noodopvang"]),
        ("Afwegingskader", ["Afwegings", "kader"]),
        ("asielzoekerscentra", ["asielzoekers", "centra"]),
    ],
)
def test_a_compound_shows_its_halves(word: str, halves: list[str]) -> None:
    assert dutch()(word).split(JOINT) == halves


@pytest.mark.parametrize("word", ["gemeenten", "toegankelijkheid", "toezeggingen", "provinciale", "azc-locaties"])
def test_another_word_stays_whole(word: str) -> None:
    assert dutch()(word) == word


def test_what_stands_around_words_stays_as_it_is() -> None:
    words = marker(frozenset({"dijk", "bewaker", "hoog", "water"}))
    assert words("De dijkbewaker, “Hoogwater” en water&amp;dijk.") == "De dijk^bewaker, “Hoog^water” en water&amp;dijk."


def test_the_longest_second_half_comes_first() -> None:
    words = frozenset({"huis", "huisdeur", "deur", "deurknop", "knop"})
    assert list(joints("huisdeurknop", words)) == [4, 8]
