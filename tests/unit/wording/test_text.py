"""Sentences that the site composes: they end once, and say nothing twice."""

import re
from pathlib import Path

import pytest

from lrt_site.wording.text import capitalised, ended, from_its_start, listed, opening, shortened

STYLES = Path("templates/static/site.css").read_text()
OWN_TEXTS = (*Path("content/pages").glob("*.md"), *Path("templates").rglob("*.html.jinja"))
_STRAIGHT = re.compile(r"\w'(?:s|n)\b")


@pytest.mark.parametrize(("text", "sentence"), [("Een", "Een."), ("Een.", "Een."), ("Een?", "Een?")])
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert ended(text) == sentence


def test_a_text_is_cut_between_its_sentences_alone() -> None:
    text = "Op 1.5.2020 begon het. Was dat alles? Ja. Nog iets."
    assert opening(text, 2) == "Op 1.5.2020 begon het. Was dat alles?"
    assert opening(text, 9) == text


@pytest.mark.parametrize("path", OWN_TEXTS, ids=str)
def test_our_own_texts_have_curly_apostrophes(path: Path) -> None:
    assert not _STRAIGHT.findall(path.read_text())


def test_a_list_with_numbers_has_room_for_three_digits() -> None:
    room = re.search(r"(?m)^(?:.* )?ol \{ padding-left: ([\d.]+)rem", STYLES)
    assert room
    assert float(room[1]) >= 2.2


def test_a_quotation_from_within_a_sentence_shows_that_it_is() -> None:
    assert [from_its_start(text) for text in ("de rest", "Het begin", "", "12 boten")] == [
        "… de rest",
        "Het begin",
        "",
        "12 boten",
    ]


def test_a_capital_changes_nothing_else() -> None:
    assert [capitalised(text) for text in ("een Brief van B", "Al", "")] == ["Een Brief van B", "Al", ""]


def test_names_are_listed_as_in_a_sentence() -> None:
    assert [listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A en B", "A, B en C"]


def test_what_does_not_fit_gives_way_a_whole_word_at_a_time() -> None:
    assert [shortened(text, 12) for text in ("De tafel", "De landelijke tafel", "De kaart (oud) nu")] == [
        "De tafel",
        "De…",
        "De kaart…",
    ]
