"""The page of T02933: each sentence with a fact has its source, and none judges."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

PAGE = "toezeggingen/T02933/index.html"
OURS = {
    "Deze site geeft geen oordeel. Zij zet naast elkaar wat de regering zegt, welke status bronnen noemen en wat er "
    "in de stukken staat.",
    "Bekijk elk onderdeel",
    "Die nemen wij niet over. Zij staat bij: Toezegging T02933 (registerpagina, status openstaand).",
    "Zo omschrijft het register de toezegging, voor zover onze bron dat bevat. Het is niet de passage uit de stukken.",
    "Wij hebben de toezegging verdeeld in onderdelen die elk apart na te gaan zijn. Per onderdeel staat er wat een "
    "stuk zelf zegt. Dat is geen oordeel over de toezegging.",
    "Waar dit in de tijd hoort, zegt de bron niet.",
    "Een besluit hierover is niet gevonden.",
    "Hoe de registers van toezeggingen werken",
    *("toezegging", "termijn", "stuk", "status besloten of genoemd"),
}
"""What the page says of itself, of its own work and of the shapes in its drawing."""
EXPLAINED_BELOW = "Toelichting"
"""The section in running text. It ends with the numbers of the sources on which all of it rests."""
POINTERS = "Elders op deze site"
"""The section that only leads to pages that name their own sources."""
JUDGING = (
    *(
        "nagekomen",
        "nakomen",
        "niet gehouden",
        "gebroken",
        "verbroken",
        "geschonden",
        "schending",
        "verzuimd",
        "verzaakt",
    ),
    *("onvoldoende", "voldoende", "gebrekkig", "onvolledig", "tekort", "tekortgeschoten", "slordig", "misleid"),
    *("helaas", "jammer", "slecht", "slechts", "goed", "beter", "beste", "zwak", "sterk", "keurig", "netjes"),
    *("te laat", "te vroeg", "te weinig", "te lang", "pas na", "laat op zich wachten", "eindelijk", "traag", "vlot"),
    *("ten onrechte", "onterecht", "terecht", "onjuist", "fout", "verkeerd", "klopt niet", "in strijd", "blijkbaar"),
    *(
        "kennelijk",
        "opvallend",
        "opmerkelijk",
        "verrassend",
        "merkwaardig",
        "schijnbaar",
        "uiteraard",
        "moest",
        "behoorde",
    ),
)
"""Words with which a page would take sides."""
BLOCKS = {"p", "li", "dd", "tr", "blockquote"}
"""The elements that hold one statement each."""


class _Statements(HTMLParser):
    """The innermost blocks of the page's text, each with the heading above it and whether it names a source."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, bool]] = []
        self._heading = ""
        self._open: list[tuple[str, list[str], list[bool]]] = []
        self._unseen = 0
        self._in_heading = False
        self._in_head = False
        self._reference = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_head = self._in_head or tag == "thead"
        if tag in BLOCKS and not self._in_head:
            self._open.append((tag, [], []))
        elif tag == "h2":
            self._in_heading, self._heading = True, ""
        elif tag == "sup" and given.get("class") == "ref":
            self._reference = True
            for _, _, sourced in self._open:
                sourced.append(True)

    def handle_endtag(self, tag: str) -> None:
        if tag == "thead":
            self._in_head = False
        elif tag == "h2":
            self._in_heading = False
        elif tag == "sup":
            self._reference = False
        elif self._open and tag == self._open[-1][0]:
            _, words, sourced = self._open.pop()
            text = re.sub(r"\s+", " ", "".join(words)).strip()
            if text:
                self.found.append((self._heading, text, bool(sourced)))

    def handle_data(self, data: str) -> None:
        if self._in_heading:
            self._heading += data
        elif self._open and not self._reference:
            self._open[-1][1].append(data)


@pytest.fixture(scope="module")
def text(real_site: Path) -> str:
    """The page's own text, without frame, clock bar, sources in lists and in notes, and what was not found."""
    html = (real_site / PAGE).read_text("utf-8")
    body = html.partition('<main id="inhoud"')[2].partition('<div class="afterword">')[0]
    body = re.sub(r'(?s)<span class="source-note.*?</span></span>(?!<span class="entry")', "", body)
    assert "source-note" not in body
    body = re.sub(r'(?s)<nav class="contents".*?</nav>|<p class="files.*?</p>', "", body)
    start = body.index('<p class="lead"')
    body = re.sub(r'(?s)<div class="clock changed">.*?</div>', "", body)
    body = re.sub(r'(?s)<section aria-labelledby="kamers">.*?</section>', "", body)
    return re.sub(r'(?s)<p class="missing">.*?</p>', "", body[start:])


def statements(text: str) -> Iterator[tuple[str, str, bool]]:
    yield from _Statements(text).found


def words_outside_quotations(text: str) -> str:
    plain = re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<blockquote>.*?</blockquote>", " ", text))
    return re.sub(r"\s+", " ", re.sub(r"“[^”]*”", " ", plain)).casefold()


def test_every_statement_has_the_number_of_a_source(text: str) -> None:
    without = [
        said for heading, said, sourced in statements(text) if not sourced and heading != POINTERS and said not in OURS
    ]
    explained = {said for heading, said, _ in statements(text) if heading == EXPLAINED_BELOW}
    assert [said for said in without if said not in explained] == []
    assert any(sourced for heading, _, sourced in statements(text) if heading == EXPLAINED_BELOW)
    assert len(list(statements(text))) > 60


@pytest.mark.parametrize("word", JUDGING)
def test_no_sentence_judges(text: str, word: str) -> None:
    assert not re.search(rf"\b{word}\b", words_outside_quotations(text))


def test_the_difference_in_scope_is_the_first_thing_said(text: str) -> None:
    first = [said for _, said, sourced in statements(text) if sourced and "regietafel" in said]
    assert 0 < first[0].index("provinciale regietafels") < first[0].index("landelijke regietafel")
