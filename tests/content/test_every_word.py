"""In the contents of this repository no word of any text can become another, or go, and be called harmless."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lrt_site import checking, files
from lrt_site.differences import dutch
from lrt_site.differences.harmless import proof_of
from lrt_site.differences.plain import plain
from tests.property.test_differences import texts_of

LONGEST = 300
"""Longer texts would take long, and hold no other words."""
ROOT = Path(__file__).parents[2]


def texts_in(content: Path) -> Iterator[str]:
    written, _ = files.read_content(content)
    for record in checking.read(written).values():
        yield from (plain(text) for _, text in texts_of(record) if len(text) < LONGEST)


def turned(text: str) -> Iterator[str]:
    """The text with each of its words in turn left out, denied, lengthened, or another."""
    for place, word in enumerate(re.finditer(r"\w+", text)):
        others = ("", f"niet {word[0]}", "vergeten", f"on{word[0]}", f"{word[0]}en")
        yield text[: word.start()] + others[place % len(others)] + text[word.end() :]


@pytest.mark.parametrize("content", ["content", "examples/fictief"])
def test_no_word_of_the_content_changes_without_a_note(content: str) -> None:
    texts = sorted(set(texts_in(ROOT / content)))
    assert texts
    pairs = ((text, plain(other)) for text in texts for other in turned(text))
    assert [(text, other) for text, other in pairs if text != other and proof_of(text, other, dutch)] == []
