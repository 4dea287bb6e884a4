"""What we write ourselves is easy to read: sentences of at most fifteen words on average, and none over twenty-five."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType

import pytest

from lrt_site import checking, files
from lrt_site.model.commitments import REGISTER_WORDED, Commitment, Element
from lrt_site.model.fields import described
from lrt_site.model.meetings import MeetingDocument, Report
from lrt_site.model.register import KINDS, Register, kind_of
from lrt_site.model.sources import Claim, Source

ROOT = Path(__file__).parents[2]
LONGEST, MEAN = 25, 15
PAGES = sorted((*ROOT.glob("content/pages/*.md"), *ROOT.glob("examples/fictief/pages/*.md")))
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.jinja") if "rappel" not in path.parts)

CONTENTS = ("content", "examples/fictief")
IN_ANOTHERS_WORDS: Mapping[type, frozenset[str]] = MappingProxyType(
    {
        Commitment: frozenset(REGISTER_WORDED),
        Element: frozenset({"text", "aspect"}),
        MeetingDocument: frozenset({"title"}),
        Report: frozenset({"title"}),
        Source: frozenset({"title"}),
    }
)
"""The fields of records that say what a source says in its own words; all other texts are ours."""

_ABOVE = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SUMMARY = re.compile(r"^summary:(?: >-)?(.*\n(?:  .*\n)*)", re.MULTILINE)
_BLOCK = re.compile(r"\n\s*\n|\n(?=[-*#|]|\d+\. )")
_END = re.compile(r"(?<!\bnr\.)(?<!\bnrs\.)(?<=[.!?])[*”’)]*\s+")
_QUOTED = re.compile(r"“[^”]*”|‘.*?’(?!\w)", re.DOTALL)
_WORD = re.compile(r"[\w’'/.-]*\w[\w’'/.-]*")
_LINK = re.compile(r"\]\([^)]*\)")
_SAID = re.compile(r"{{.*?}}", re.DOTALL)
_CAPTION = re.compile(r'\btable_(?:of|frame)\((?:[\w. ]+, )?"([^"]*)"')
_APART = re.compile(
    r"{#.*?#}|{%.*?%}|</?(?:p|li|dt|dd|h[1-6]|td|th|summary|caption|title|desc|div|label|button)\b[^>]*>", re.S
)
_TAG = re.compile(r"<[^>]*>")


def sentences_of(blocks: list[str]) -> Iterator[str]:
    """The sentences in blocks of text; what is quoted in one counts as one word."""
    for block in blocks:
        yield from filter(_WORD.search, _END.split(" ".join(_QUOTED.sub("X", block).split())))


def in_a_text(text: str) -> list[str]:
    """The sentences of a text in Markdown, or without marks; a table has none."""
    blocks = _BLOCK.split(_LINK.sub("]", text))
    return list(sentences_of([block for block in blocks if not block.lstrip().startswith("|")]))


def in_a_page(text: str) -> list[str]:
    """The sentences of a hand-written page."""
    return [*sentences_of(_SUMMARY.findall(text)), *in_a_text(_ABOVE.sub("", text))]


def in_a_template(text: str) -> list[str]:
    """The sentences of a template, as far as it writes them out; what it is given counts as one word."""
    return list(sentences_of([*_CAPTION.findall(text), *_APART.split(_SAID.sub("X", _without_scripts(text)))]))


def _without_scripts(text: str) -> str:
    return re.sub(r"<(script|style|head|svg)\b.*?</\1>", "", text, flags=re.DOTALL)


def words_in(sentence: str) -> int:
    return len(_WORD.findall(_TAG.sub("", sentence)))


def our_fields(kind: type) -> Iterator[str]:
    """The fields of a record, or of a part of one, with texts that we wrote."""
    yield from (
        name for name, field in described(kind).items() if field.is_read and name not in IN_ANOTHERS_WORDS.get(kind, ())
    )


def in_records(register: Register) -> Iterator[tuple[str, str, str]]:
    """Every sentence of ours in records, with the kind of record that holds it and where it stands there."""
    for kind, parts in register.parts.items():
        for field in our_fields(kind):
            for record, at, part in parts:
                held = getattr(part, field)
                for text in held if isinstance(held, tuple) else (held,):
                    if text and not (isinstance(part, Claim) and part.quoted and field == "text"):
                        where = ".".join(map(str, (record.id, *at, field)))
                        yield from ((kind_of(record), where, sentence) for sentence in in_a_text(text))


def read(content: str) -> Register:
    written, _ = files.read_content(ROOT / content)
    return Register(checking.read(written))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_page_that_we_wrote_has_short_sentences(file: Path) -> None:
    sentences = in_a_page(file.read_text("utf-8"))
    assert [sentence for sentence in sentences if words_in(sentence) > LONGEST] == []
    assert sum(map(words_in, sentences)) / len(sentences) <= MEAN


def test_templates_write_short_sentences() -> None:
    told = [(file.name, text) for file in TEMPLATES for text in in_a_template(file.read_text("utf-8"))]
    assert [(name, text) for name, text in told if words_in(text) > LONGEST] == []
    whole = [words_in(text) for _, text in told if text.endswith(".")]
    assert len(whole) > 100
    assert sum(whole) / len(whole) <= MEAN


@pytest.mark.parametrize("content", CONTENTS)
def test_records_hold_short_sentences(content: str) -> None:
    told = list(in_records(read(content)))
    assert [(where, text) for _, where, text in told if words_in(text) > LONGEST] == []
    for name in KINDS:
        whole = [words_in(text) for kind, _, text in told if kind == name and text.endswith((".", "?", "!"))]
        assert sum(whole) <= MEAN * len(whole), name


def test_what_a_source_says_in_its_own_words_is_a_field_that_exists() -> None:
    for kind, named in IN_ANOTHERS_WORDS.items():
        assert named <= {field.name for field in fields(kind)}


def test_texts_of_every_kind_of_record_are_read() -> None:
    assert {kind for kind, _, _ in in_records(read("examples/fictief"))} == set(KINDS)


def test_a_long_sentence_is_found() -> None:
    (sentence,) = in_a_page(f"---\nid: over\n---\nEen {'lange ' * LONGEST}zin.")
    assert words_in(sentence) == LONGEST + 2
    (sentence,) = in_a_text(f"Een {'lange ' * LONGEST}zin over ‘de zorg’s eigen woorden’ (1, nr. 2).")
    assert words_in(sentence) == LONGEST + 7
    (sentence,) = in_a_template(f"<p>Een {{{{ name }}}} en {'lange ' * LONGEST}zin.</p>")
    assert words_in(sentence) == LONGEST + 4
