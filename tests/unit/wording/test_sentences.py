"""Sentences that the site composes: they end once, and say nothing twice."""

import re
from pathlib import Path

import pytest

from lrt_site.wording.text import ended

STYLES = Path("templates/static/site.css").read_text()
OWN_TEXTS = (*Path("content/pages").glob("*.md"), *Path("templates").rglob("*.html.jinja"))
_STRAIGHT = re.compile(r"\w'(?:s|n)\b")


@pytest.mark.parametrize(("text", "sentence"), [("Een", "Een."), ("Een.", "Een."), ("Een?", "Een?")])
def test_a_sentence_ends_once(text: str, sentence: str) -> None:
    assert ended(text) == sentence


@pytest.mark.parametrize("path", OWN_TEXTS, ids=str)
def test_our_own_texts_have_curly_apostrophes(path: Path) -> None:
    assert not _STRAIGHT.findall(path.read_text())


def test_a_list_with_numbers_has_room_for_three_digits() -> None:
    room = re.search(r"(?m)^(?:.* )?ol \{ padding-left: ([\d.]+)rem", STYLES)
    assert room
    assert float(room[1]) >= 2.2
