"""No sentence of our own that a reader reads is longer than 25 words, and the mean is at most 15."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

from lrt_site import urls
from lrt_site.visible import lines_of

LONGEST, MEAN = 25, 15
NOT_OURS = frozenset({"sources", "cite", "archived", "kenmerk", "hash", "data", "address", "name", "changed", "cited"})
"""Classes of what others wrote or named, notes as they were published, numbers of sources, and what is for programs."""
ELSEWHERE = (urls.HANDBOOK, urls.DATA, urls.SOURCES)
"""Pages for editors and programs, and the list of sources."""
KEEPS_OLD_WORDS = ("/publicaties/", "/versies/")
"""Pages with words that were published and are kept as they are."""
SET_APART = re.compile(r"<(blockquote|q|cite|code|pre)\b.*?</\1>", re.DOTALL)
QUOTED = re.compile(r"“[^”]*”|‘[^’]{12,}’(?!\w)")
A_SIGN = re.compile(r"<(?:span|a)[^>]* class=\"(?:mark|mark [^\"]*)\"[^>]*>.*?</(?:span|a)>", re.DOTALL)
"""A sign beside a sentence, such as `afgeleid`."""
A_LIST = re.compile(r"(?<=</a>)(?:</span>)?\s*(?:[,;]|en|\s)\s*(?:<span[^>]*>)?(?=<a )")
"""What stands between links that follow each other: each is read by itself."""
STOP = re.compile(r"(?<=[.!?])[”’)]*\s+(?=[A-Z‘“(0-9])| · ")
ENDS = re.compile(r"[\w.)]$")
AROUND = 12
WORD = re.compile(r"[\w’'/.-]*\w[\w’'/.-]*")


def sentences_on(html: str) -> Iterator[str]:
    """The sentences, and what else stands by itself, in the order of reading; a quotation counts as one word."""
    apart = A_LIST.sub("<br>", A_SIGN.sub("<br>", SET_APART.sub(" Q ", html)))
    for line in lines_of(apart, without=NOT_OURS):
        text = " ".join("".join(piece.text for piece in line if not piece.beside).split())
        yield from STOP.split(QUOTED.sub("Q", text))


def sentences_of(site: Path) -> Mapping[str, str]:
    """Every sentence on the pages of a site, with the first page that says it."""
    found: dict[str, str] = {}
    for page in sorted(site.rglob("*.html")):
        address = f"/{page.relative_to(site).as_posix()}"
        if not address.startswith(ELSEWHERE) and not any(part in address for part in KEEPS_OLD_WORDS):
            for sentence in sentences_on(page.read_text(encoding="utf-8")):
                found.setdefault(sentence, address)
    return found


def run_together(html: str) -> Iterator[str]:
    """Where one element ends in a word or a stop, and the next goes on with a word without a space."""
    for line in lines_of(html):
        for pair, other in pairwise(piece for piece in line if not piece.beside):
            if ENDS.search(pair.text) and other.text[:1].isalnum():
                yield f"{pair.text[-AROUND:]}|{other.text[:AROUND]}"


def length_of(sentence: str) -> int:
    return len(WORD.findall(sentence))


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_no_sentence_is_too_long_to_read_in_one_breath(name: str, request: pytest.FixtureRequest) -> None:
    found = sentences_of(request.getfixturevalue(name))
    whole = [length_of(sentence) for sentence in found if sentence.endswith(".")]
    assert [f"{found[text]}: {text}" for text in found if length_of(text) > LONGEST] == []
    assert mean(whole) <= MEAN


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_no_two_statements_run_together(name: str, request: pytest.FixtureRequest) -> None:
    site = request.getfixturevalue(name)
    pages = ((page, f"/{page.relative_to(site).as_posix()}") for page in sorted(site.rglob("*.html")))
    ours = [(page, address) for page, address in pages if not address.startswith(ELSEWHERE)]
    assert [(address, text) for page, address in ours for text in run_together(page.read_text("utf-8"))] == []


def test_what_runs_together_is_found() -> None:
    assert list(run_together("<main><p><span>onbekend</span><small>Ervoor</small></p></main>")) == ["onbekend|Ervoor"]
    assert not list(run_together('<main><p>zij<sup class="ref">1</sup> <b>en</b> hij</p></main>'))


@pytest.mark.parametrize(
    ("html", "sentences"),
    [
        ("<p>Dit is één zin. En dit nog één.</p>", ["Dit is één zin.", "En dit nog één."]),
        ('<dd>negen<br><small class="note">Volgens ons.</small></dd>', ["negen", "Volgens ons."]),
        ('<p>Zij zei: “Dit is lang. En lang.” <span class="mark mark-derived">afgeleid</span></p>', ["Zij zei: Q"]),
        ('<p>Zo was het.<sup class="ref"><a href="#bron-1">1</a></sup> Toen niet.</p>', ["Zo was het.", "Toen niet."]),
        ('<p>Op <a href="../1/">1 mei</a>, <a href="../2/">2 mei</a>.</p>', ["Op 1 mei", "2 mei."]),
        ('<ol class="sources"><li>Een lange titel.</li></ol><p>Kort.</p>', ["Kort."]),
    ],
)  # fmt: skip
def test_sentences_are_told_apart(html: str, sentences: list[str]) -> None:
    assert list(sentences_on(f"<main>{html}</main>")) == sentences
