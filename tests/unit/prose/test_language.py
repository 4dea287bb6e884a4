"""Hints for plain language."""

from lrt_site.prose.language import hints_in, plainness_of
from lrt_site.prose.sentences import Sentence


def test_a_long_sentence_is_cut_near_its_middle() -> None:
    words = f"De raming {'en nog wat ' * 5}is lager, maar de tafel {'weet niet ' * 4}waarom."
    (hint,) = hints_in(Sentence(3, words))
    assert hint == (
        3,
        "long-sentence",
        "Deze zin heeft 31 woorden. Maak er twee van, en begin een nieuwe zin bij 'maar de tafel …'.",
    )


def test_an_official_word_has_a_plain_one_beside_it() -> None:
    (hint,) = hints_in(Sentence(0, "Een brief inzake de kade."))
    assert hint == (10, "official-word", "'inzake' is een moeilijk woord. Schrijf 'over'.")
    assert not list(hints_in(Sentence(0, "De conformiteit is besproken.")))


def test_plainness_counts_words_and_long_sentences() -> None:
    plain = plainness_of([Sentence(0, "Er waren 1.300.000 reizigers."), Sentence(0, "woord " * 26), Sentence(0, "—")])
    assert plain
    assert (plain.sentences, plain.words, plain.long, plain.mean, plain.share) == (2, 30, 1, 15.0, 0.5)
    assert plainness_of([]) is None
