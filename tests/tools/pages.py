"""A built site as a reader and a browser get it: its pages, their ids, links, tables and words."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.model.register import Register
from lrt_site.visible import SOURCE_NOTE

HANDBOOK = urls.HANDBOOK
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_LINKING = {"href", "src"}
_UNSEEN = {"head", "script", "style", "template"}
_NO_WORDS = {*_UNSEEN, "sup"}
_CELLS = {"td", "th"}
_TURNING = {*_NO_WORDS, *_CELLS, "title", "svg"}
"""Elements of which text goes elsewhere than around them."""
_INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "del",
    "em",
    "i",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "wbr",
}


class Tag(NamedTuple):
    """A start tag, with the elements around it."""

    name: str
    attributes: Mapping[str, str]
    inside: tuple[str, ...]


@dataclass(frozen=True)
class HtmlPage:
    """One page of a built site."""

    address: str
    file: Path
    tags: tuple[Tag, ...]
    title: str
    words: str
    """The text a reader sees, with single spaces and without the numbers of sources and notes."""
    rows: tuple[tuple[str, ...], ...]
    """The cells of every row of every table."""
    texts: Mapping[str, str]
    """The text inside every element with an id."""

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(tag.attributes["id"] for tag in self.tags if "id" in tag.attributes)

    @cached_property
    def links(self) -> tuple[tuple[Tag, str], ...]:
        """Every address that the page names, with the tag that names it."""
        return tuple((tag, tag.attributes[name]) for tag in self.tags for name in _LINKING & set(tag.attributes))

    @property
    def leads_on(self) -> bool:
        """Whether the page only sends its reader to another."""
        return any(tag.name == "meta" and tag.attributes.get("http-equiv") == "refresh" for tag in self.tags)

    def leads_to(self, *within: str) -> frozenset[str]:
        """The pages behind the links in these elements, such as `main` and `nav`."""
        return frozenset(
            target[0]
            for tag, link in self.links
            if tag.name == "a"
            and not link.startswith("#")
            and set(within) & set(tag.inside)
            and (target := internal(self.address, link))
        )


@cache
def internal(page: str, link: str) -> tuple[str, str] | None:
    """The address and the fragment on the same site to which a link leads; nothing for a link elsewhere."""
    parts = urlsplit(urljoin(f"https://site.example{page}", link))
    if (parts.scheme, parts.netloc) != ("https", "site.example"):
        return None
    return unquote(parts.path), unquote(parts.fragment)


class _Place(NamedTuple):
    """Where a reader is in a page: the elements around it in order and as a set, and the texts that words go to."""

    inside: tuple[str, ...]
    around: frozenset[str]
    texts: tuple[list[str], ...]
    """Those of elements with an id."""
    cell: tuple[list[str], ...]
    """That of the innermost cell, if any."""
    told: tuple[list[str], ...]
    """All that text here is added to."""


@cache
def _deeper(inside: tuple[str, ...], tag: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The elements around what stands in an element, in order and as a set: one for all pages."""
    return (*inside, tag), frozenset((*inside, tag))


class _Reader:
    """Collects what the tests ask for, in one pass."""

    def __init__(self) -> None:
        self.tags: list[Tag] = []
        self.title: list[str] = []
        self.words: list[str] = []
        self.rows: list[list[list[str]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[_Place] = [_Place((), frozenset(), (), (), (self.words,))]

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        place = self._open[-1]
        self.tags.append(Tag(tag, attributes, place.inside))
        if tag not in _INLINE:
            self.data(" ")
        if tag == "tr":
            self.rows.append([])
        elif tag in _CELLS:
            self.rows[-1].append([])
        if tag not in VOID:
            inside, around = _deeper(place.inside, tag)
            if SOURCE_NOTE in attributes.get("class", "").split():
                self._open.append(_Place(inside, around, (), (), ()))
            elif tag in _TURNING or "id" in attributes:
                self._open.append(self._turned(place, tag, inside, around, attributes.get("id")))
            else:
                self._open.append(_Place(inside, around, place.texts, place.cell, place.told))

    def end(self, tag: str) -> None:
        if tag not in _INLINE:
            self.data(" ")
        while tag in self._open[-1].around and self._open.pop().inside[-1] != tag:
            pass

    def close(self) -> None:
        """All was read."""

    def data(self, data: str) -> None:
        """Text; blocks are kept apart by a space, as a reader sees them."""
        for text in self._open[-1].told:
            text.append(data)

    def _turned(
        self, place: _Place, tag: str, inside: tuple[str, ...], around: frozenset[str], identifier: str | None
    ) -> _Place:
        """The place in an element of which text goes elsewhere than around it."""
        texts = place.texts if identifier is None else (*place.texts, self.texts.setdefault(identifier, []))
        cell = (self.rows[-1][-1],) if tag in _CELLS else place.cell
        title = (self.title,) if "title" in around and "svg" not in around else ()
        words = (self.words, *texts, *cell) if around.isdisjoint(_NO_WORDS) else ()
        return _Place(inside, around, texts, cell, (*title, *words))


@cache
def page_in(site: Path, address: str) -> HtmlPage:
    """The page at an address of a built site."""
    return page_of(address, (site / urls.file_of(address)).read_bytes(), site)


def page_of(address: str, html: bytes, site: Path = Path()) -> HtmlPage:
    """The page that this HTML is."""
    reader = _Reader()
    target: Any = reader
    etree.fromstring(html, etree.HTMLParser(target=target, encoding="utf-8"))
    return HtmlPage(
        address=address,
        file=site / urls.file_of(address),
        tags=tuple(reader.tags),
        title=_tidy(reader.title),
        words=_tidy(reader.words),
        rows=tuple(tuple(_tidy(cell) for cell in row) for row in reader.rows),
        texts={identifier: _tidy(text) for identifier, text in reader.texts.items()},
    )


def pages_of(site: Path, *, handbook: bool = True) -> Iterator[HtmlPage]:
    """Every page of a built site, in order of address."""
    for address in addresses_of(site):
        if handbook or not address.startswith(HANDBOOK):
            yield page_in(site, address)


@cache
def addresses_of(site: Path) -> tuple[str, ...]:
    """The addresses of all pages of a built site, in order."""
    files = sorted(site.rglob("*.html"))
    return tuple("/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in files)


@cache
def leads_somewhere(site: Path, address: str, fragment: str) -> bool:
    """Whether there is a file at an address, and on its page an element of that name."""
    file = site / urls.file_of(address)
    return file.is_file() and (file.suffix != ".html" or not fragment or fragment in page_in(site, address).ids)


def broken_links(site: Path, page: HtmlPage) -> list[str]:
    """The links of a page that lead to no file, or to no element of the page they lead to."""
    return [
        f"{page.address}: {link}"
        for _, link in page.links
        if (target := internal(page.address, link)) and not leads_somewhere(site, *target)
    ]


@cache
def register_of(site: Path) -> Register:
    """The register that a built site publishes as data."""
    index = json.loads((site / urls.file_of(urls.DATA + "index.json")).read_text("utf-8"))
    records = (json.loads((site / record["data"].removeprefix("/")).read_text("utf-8")) for record in index["records"])
    return Register.of(v1.from_v1({key: record[key] for key in record if key != "$schema"}) for record in records)


def _tidy(parts: list[str]) -> str:
    return " ".join("".join(parts).split())
