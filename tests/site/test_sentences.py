"""No sentence of our own that a reader reads is longer than 25 words, and the mean is at most 15."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import mean

import pytest

from lrt_site import urls
from lrt_site.visible import lines_of

LONGEST, MEAN = 25, 15
NOT_OURS = frozenset({"sources", "cite", "archived", "kenmerk", "hash", "data", "address", "figure", "name"})
"""Classes of what others wrote or named, and of what is there for citing and for programs."""
FOR_PROGRAMS = (urls.HANDBOOK, urls.DATA)
KEEPS_OLD_WORDS = ("/publicaties/", "/versies/")
"""Pages with words that were published and are kept as they are."""
QUOTED = re.compile(r"<(blockquote|q|cite|code|pre)\b.*?</\1>|“[^”]*”|‘[^’]{12,}’(?!\w)", re.DOTALL)
A_SIGN = re.compile(r"<(?:span|a)[^>]* class=\"(?:mark|mark [^\"]*)\"[^>]*>.*?</(?:span|a)>", re.DOTALL)
"""A sign beside a sentence, such as `afgeleid`."""
STOP = re.compile(r"(?<=[.!?])[”’)]*\s+(?=[A-Z‘“(0-9])")
WORD = re.compile(r"[\w’'/.-]*\w[\w’'/.-]*")


def sentences_on(html: str) -> Iterator[str]:
    """The sentences, and what else stands by itself, in the order of reading; a quotation counts as one word."""
    apart = A_SIGN.sub("<br>", QUOTED.sub(" Q ", html))
    for line in lines_of(apart, without=NOT_OURS):
        text = " ".join("".join(piece.text for piece in line if not piece.beside).split())
        yield from STOP.split(QUOTED.sub("Q", text))


def sentences_of(site: Path) -> Mapping[str, str]:
    """Every sentence on the pages of a site, with the first page that says it."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        address = f"/{page.relative_to(site).as_posix()}"
        if not address.startswith(FOR_PROGRAMS) and not any(part in address for part in KEEPS_OLD_WORDS):
            for sentence in sentences_on(page.read_text(encoding="utf-8")):
                found.setdefault(sentence, address)
    return found


def length_of(sentence: str) -> int:
    return len(WORD.findall(sentence))


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_no_sentence_is_too_long_to_read_in_one_breath(name: str, request: pytest.FixtureRequest) -> None:
    found = sentences_of(request.getfixturevalue(name))
    whole = [length_of(sentence) for sentence in found if sentence.endswith(".")]
    assert [f"{found[one]}: {one}" for one in found if length_of(one) > LONGEST] == []
    assert mean(whole) <= MEAN


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        ("<p>Dit is één zin. En dit nog één.</p>", ["Dit is één zin.", "En dit nog één."]),
        ('<dd>negen<br><small class="note">Volgens ons.</small></dd>', ["negen", "Volgens ons."]),
        ('<p>Zij schreef: “Dit is lang. En lang.” <span class="mark mark-derived">afgeleid</span></p>', ["Zij schreef: Q"]),
        ('<p>Het kwam.<sup class="ref"><a href="#bron-1">1</a></sup> Toen niet meer.</p>', ["Het kwam.", "Toen niet meer."]),
        ('<ol class="sources"><li>Een lange titel.</li></ol><p>Kort.</p>', ["Kort."]),
    ],
)  # fmt: skip
def test_sentences_are_told_apart(html: str, sentences: list[str]) -> None:
    assert list(sentences_on(f"<main>{html}</main>")) == sentences
