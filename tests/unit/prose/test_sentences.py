"""A text as sentences."""

import re

import pytest

from lrt_site.prose.sentences import seen, sentences_in, without_sections


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("Dhr. A. de Boer kwam. Daarna ging hij.", ["Dhr. A. de Boer kwam.", "Daarna ging hij."]),
        ("Er waren 1.300.000 reizigers. Dat is nr. 3.", ["Er waren 1.300.000 reizigers.", "Dat is nr. 3."]),
        ("- een\n- twee", ["een", "twee"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a | b |", "|---|---|", "c | d |"]),
        ("Een zin\nover twee regels.\n\nNog een", ["Een zin\nover twee regels.", "Nog een"]),
    ],
)
def test_sentences_end_where_readers_see_it(text: str, sentences: list[str]) -> None:
    found = list(sentences_in(text))
    assert [sentence.text for sentence in found] == sentences
    assert all(text[sentence.start :].startswith(sentence.text) for sentence in found)


def test_what_is_no_word_becomes_spaces() -> None:
    text = "De **Bond** [zegt](../a.md#b) `x`[^1]."
    assert len(seen(text)) == len(text)
    assert seen(text).split() == ["De", "Bond", "zegt", "."]


def test_sections_under_a_heading_can_be_left_out() -> None:
    text = "Een.\n\n## De bronnen\n\nTwee.\n\n### Meer\n\nDrie.\n\n## Uitkomst\n\nVier."
    shown = without_sections(text, re.compile("bron"))
    assert len(shown) == len(text)
    assert shown.split() == ["Een.", "Vier."]
