"""Pages become what is searched: the text of each place, in a form that Pagefind reads.

A place is a page, or a record that stands on a page with others. Compounds are marked at their joints, so that each
half finds them; numbers of papers are one word; synonyms stand beside the text, where no excerpt shows them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape, unescape

from lrt_site import urls, visible
from lrt_site.frozen import dataclass
from lrt_site.model.kinds import BY_NAME
from lrt_site.pages.search.catalogue import HANDBOOK, OVERVIEWS, PUBLICATIONS, Catalogue, SearchFacets
from lrt_site.wording import compounds

_LEFT_OUT = frozenset({"nav", "script", "style", "svg", "form", "template", "button", "h1"})
_LEFT_OUT_CLASSES = visible.APART - {visible.TODAY} | visible.BESIDE | {
    "cited", "margin", "data", "headerlink", "neighbours", "parts", "specimen",
}  # fmt: skip
"""Classes of what says nothing of the place itself: signs beside the text, sources, citation, links to the data."""
TEXT = "tekst"
"""The id of where the text begins, after the title."""
NOTHING = "·"
"""What stands in a field without words: Pagefind knows fields by their place, so that every document has them all."""
LONGEST_LIST = 1000
"""So many words of an overview are searched at most."""
_LISTS = frozenset({OVERVIEWS, PUBLICATIONS})
_TAGS = re.compile(r"(<[^>]*>)")
_NAMED_BY_TITLE = frozenset({OVERVIEWS})
_VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_AROUND = frozenset({"article", "main"})
"""Elements that begin where the page does."""
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_APART = frozenset({"td", "dd", "li", "figcaption"})
"""Elements that begin something else without a word between."""
_ID = re.compile(r"\sid=\"([^\"]+)\"")
_TITLE = re.compile(r"<h1\b[^>]*>(.*?)(?:<a class=\"headerlink\".*?)?</h1>", re.DOTALL)
_SECTION = re.compile(r"<h2\b[^>]*>(.*?)</h2>")
_ELSEWHERE = re.compile(r"https?://\S+")
_DOSSIER = re.compile(r"(?<![\d.,])(\d{2})[ \u00a0](\d{3})(?![\d.,]\d|\d)")
_SPACE = re.compile(r"\s+")
_ENDED = (".", "?", "!", ":", ";", "·", ",", ">")


@dataclass(frozen=True, slots=True)
class SearchedPlace:
    """What is found at one address."""

    address: str
    title: str
    """As text."""
    html: str
    """Its text, with headings and ids to which a link can lead."""


def documents(pages: Mapping[str, str], catalogue: Catalogue, synonyms: Sequence[Sequence[str]]) -> Iterator[str]:
    """A page of HTML for each place, from the pages of the site and of its handbook by their address."""
    beside = _besides(synonyms)
    marked = compounds.dutch()
    parts: dict[str, set[str]] = {}
    for address in catalogue:
        page, sign, anchor = address.partition("#")
        if sign:
            parts.setdefault(page, set()).add(anchor)
    for page, html in pages.items():
        of_handbook = page.startswith(urls.HANDBOOK)
        for place in places(page, html, parts.get(page, set()), by_section=of_handbook):
            facets = SearchFacets(HANDBOOK) if of_handbook else catalogue.get(place.address)
            if facets:
                yield _document(place, facets, beside, marked)


def places(address: str, html: str, anchors: set[str], *, by_section: bool = False) -> Iterator[SearchedPlace]:
    """The page itself, and the parts of it that begin at these ids and are found by themselves.

    With `by_section` each section is found by itself: it begins at a heading of the second level.
    """
    title = _TITLE.search(html)
    around = "article" if by_section else "main"
    start, end = max(0, html.find(f"<{around}")), html.find(f"</{around}>")
    walk = _Walk(anchors, by_section=by_section)
    at = start
    end = end if end >= 0 else len(html)
    for tag in visible.TAG.finditer(html, start, end):
        walk.text(html[at : tag.start()])
        walk.tag(tag[0])
        at = tag.end()
    walk.text(html[at:end])
    named = _plain(title[1]) if title else address
    for anchor, pieces in walk.pieces.items():
        text = _SPACE.sub(" ", "".join(pieces)).strip()
        section = _SECTION.match(text) if by_section and anchor else None
        called = f"{named}: {_plain(section[1])}" if section else named
        yield SearchedPlace(
            f"{address}#{anchor}" if anchor else address, called, text[section.end() :] if section else text
        )


class _Walk:
    """A walk over the tags of a page, that keeps the text of the page and that of each part of it."""

    def __init__(self, anchors: set[str], *, by_section: bool) -> None:
        self.pieces: dict[str, list[str]] = {"": []}
        self._anchors, self._by_section = anchors, by_section
        self._open: list[tuple[str, str, bool]] = []
        """The elements around this place: name, part, and whether it is left out."""
        self._part, self._out = "", False

    def text(self, text: str) -> None:
        """Take text between two tags."""
        if not self._out and text:
            self.pieces[self._part].append(text)

    def tag(self, tag: str) -> None:
        """Pass a tag."""
        name, ends, apart, anchor = _meaning_of(tag)
        if name in _VOID:
            self.text(" ")
        elif ends:
            self._end(name)
        else:
            self._start(name, anchor, apart=apart)

    def _start(self, name: str, anchor: str, *, apart: bool) -> None:
        if self._by_section and name == "h2" and anchor and not self._out:
            self._part = anchor
            self.pieces[anchor] = []
        self._open.append((name, self._part, self._out))
        if anchor in self._anchors:
            self._part = anchor
            self.pieces.setdefault(anchor, [])
        self._out = self._out or apart
        if name in _APART and self._goes_on():
            self.text(" ·")
        if name in _HEADINGS:
            self.text(f' <{name} id="{anchor}">' if anchor else f" <{name}>")
        elif anchor and anchor != self._part:
            self.text(f' <a id="{anchor}"></a>')
        elif name not in visible.IN_LINE:
            self.text(" ")

    def _goes_on(self) -> bool:
        """Whether the text so far stops in the middle of a sentence."""
        last = next((piece for piece in reversed(self.pieces[self._part]) if piece.strip()), "")
        return bool(last) and not last.rstrip().endswith(_ENDED)

    def _end(self, name: str) -> None:
        if not any(open_name == name for open_name, _, _ in self._open):
            return
        if name in _HEADINGS:
            self.text(f"</{name}> ")
        elif name not in visible.IN_LINE:
            self.text(" ")
        while self._open:
            open_name, self._part, self._out = self._open.pop()
            if open_name == name:
                return


@lru_cache(maxsize=50_000)
def _meaning_of(tag: str) -> tuple[str, bool, bool, str]:
    """The name of a tag, whether it ends an element, whether what is in that is left out, and its id."""
    name, ends, classes = visible.parts_of(tag)
    identified = _ID.search(tag)
    apart = name in _LEFT_OUT or not classes.isdisjoint(_LEFT_OUT_CLASSES)
    return name, ends, apart, identified[1] if identified and name not in _AROUND else ""


def _document(
    place: SearchedPlace, facets: SearchFacets, beside: Callable[[str], list[str]], marked: Callable[[str], str]
) -> str:
    title = facets.title or place.title
    plain = _plain(place.html)
    also = dict.fromkeys((*facets.words, *beside(f"{title} {plain}"), *_inner(plain, marked)))
    names = facets.names or ((title,) if facets.kind in _NAMED_BY_TITLE else ())
    sentence = bool(facets.title) and not facets.names
    fields = {
        "kop": title,
        "adres": place.address,
        "titel": "" if sentence else _loose(title),
        "zin": _loose(title) if sentence else "",
        "naam": _loose(" ".join((*names, *beside(" ".join(names))))),
        "bekend": _loose(" ".join(facets.known_as)),
        "ook": " ".join(also),
    }
    head = "".join(_meta("filter", name, value) for name, values in _filters(facets) for value in values)
    head += "".join(_meta("meta", name, value or NOTHING) for name, value in fields.items())
    text = f'<h1>{escape(title)}</h1> <a id="{TEXT}"></a> {_begun(place.html) if facets.kind in _LISTS else place.html}'
    pieces = (piece if piece.startswith("<") else _in_one(piece, marked) for piece in _TAGS.split(text))
    weight = ' data-pagefind-weight="3"' if facets.kind == BY_NAME["term"].many else ""
    body = f"<body data-pagefind-body{weight}>{''.join(pieces)}</body>"
    return f'<!doctype html><html lang="nl"><head>{head}</head>{body}</html>\n'


def _meta(what: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{what}="{name}[content]" content="{escape(value)}">'


def _filters(facets: SearchFacets) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        ("soort", (facets.kind,)),
        ("jaar", facets.years),
        ("tafel", facets.tables),
        ("deelnemer", facets.participants),
        ("onderwerp", facets.themes),
        ("status", facets.statuses),
    )


def _begun(html: str) -> str:
    """The beginning of a list: what stands on its rows has places of its own."""
    room = LONGEST_LIST
    kept: list[str] = []
    for piece in _TAGS.split(html):
        words = piece.split(" ")
        kept.append(piece if piece.startswith("<") else " ".join(words[:room]))
        room -= 0 if piece.startswith("<") else len(words)
        if room <= 0:
            break
    return "".join(kept)


def _loose(title: str) -> str:
    """A title as it is looked for: the halves of words with a hyphen by themselves, and the number of a file as one."""
    return _DOSSIER.sub(r"\1\2", title).replace("-", " ")


def _in_one(text: str, marked: Callable[[str], str]) -> str:
    """A text in which the number of a file is one word, and compounds show where they are two."""
    return marked(_DOSSIER.sub(rf"\1{compounds.JOINT}\2", _ELSEWHERE.sub("", text.replace(compounds.JOINT, " "))))


def _inner(text: str, marked: Callable[[str], str]) -> list[str]:
    """The second halves of second halves, such as the *water* of *bergregenwater*."""
    halves = {marked(tail) for tail in re.findall(rf"(?<={re.escape(compounds.JOINT)})[^\W\d_]+", marked(text.lower()))}
    return sorted(half.rpartition(compounds.JOINT)[2] for half in halves if compounds.JOINT in half)


def _besides(synonyms: Sequence[Sequence[str]]) -> Callable[[str], list[str]]:
    """What gives, for a text, the words that mean the same as words in it and do not stand there."""
    groups: dict[str, list[str]] = {}
    for group in synonyms:
        for form in group:
            groups.setdefault(form.casefold(), []).extend(group)
    if not groups:
        return lambda _: []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(groups, key=len, reverse=True)))})(?!\w)")

    def beside(text: str) -> list[str]:
        said = set(pattern.findall(text.casefold()))
        return [form for known in sorted(said) for form in groups[known] if form.casefold() not in said]

    return beside


def _plain(html: str) -> str:
    return unescape(" ".join(visible.TAG.sub(" ", html).split()))
