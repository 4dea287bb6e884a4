"""What we write ourselves is easy to read: sentences of at most fifteen words on average, and none over twenty-five."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST, MEAN = 25, 15
PAGES = sorted((*ROOT.glob("content/pages/*.md"), *ROOT.glob("examples/fictief/pages/*.md")))
TEMPLATES = sorted(one for one in (ROOT / "templates").rglob("*.jinja") if "rappel" not in one.parts)

_ABOVE = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SUMMARY = re.compile(r"^summary:(?: >-)?(.*\n(?:  .*\n)*)", re.MULTILINE)
_BLOCK = re.compile(r"\n\s*\n|\n(?=[-*#|]|\d+\. )")
_END = re.compile(r"(?<=[.!?])[*”’]*\s+")
_WORD = re.compile(r"[\w’'/.-]*\w[\w’'/.-]*")
_LINK = re.compile(r"\]\([^)]*\)")
_SAID = re.compile(r"{{.*?}}", re.DOTALL)
_APART = re.compile(
    r"{#.*?#}|{%.*?%}|</?(?:p|li|dt|dd|h[1-6]|td|th|summary|caption|title|desc|div|label|button)\b[^>]*>", re.S
)
_TAG = re.compile(r"<[^>]*>")


def sentences_of(blocks: list[str]) -> Iterator[str]:
    for block in blocks:
        yield from filter(_WORD.search, _END.split(" ".join(block.split())))


def in_a_page(text: str) -> list[str]:
    """The sentences of a hand-written page; a table has none."""
    told = _LINK.sub("]", _ABOVE.sub("", text))
    blocks = [block for block in _BLOCK.split(told) if not block.lstrip().startswith("|")]
    return list(sentences_of([*_SUMMARY.findall(text), *blocks]))


def in_a_template(text: str) -> list[str]:
    """The sentences of a template, as far as it writes them out; what it is given counts as one word."""
    return list(sentences_of(_APART.split(_SAID.sub("X", _without_scripts(text)))))


def _without_scripts(text: str) -> str:
    return re.sub(r"<(script|style|head|svg)\b.*?</\1>", "", text, flags=re.DOTALL)


def words_in(sentence: str) -> int:
    return len(_WORD.findall(_TAG.sub("", sentence)))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_page_that_we_wrote_has_short_sentences(file: Path) -> None:
    sentences = in_a_page(file.read_text("utf-8"))
    assert [one for one in sentences if words_in(one) > LONGEST] == []
    assert sum(map(words_in, sentences)) / len(sentences) <= MEAN


def test_templates_write_short_sentences() -> None:
    told = [(file.name, one) for file in TEMPLATES for one in in_a_template(file.read_text("utf-8"))]
    assert [(name, one) for name, one in told if words_in(one) > LONGEST] == []
    whole = [words_in(one) for _, one in told if one.endswith(".")]
    assert len(whole) > 100
    assert sum(whole) / len(whole) <= MEAN


def test_a_long_sentence_is_found() -> None:
    (sentence,) = in_a_page(f"---\nid: over\n---\nEen {'lange ' * LONGEST}zin.")
    assert words_in(sentence) == LONGEST + 2
    (sentence,) = in_a_template(f"<p>Een {{{{ name }}}} en {'lange ' * LONGEST}zin.</p>")
    assert words_in(sentence) == LONGEST + 4
