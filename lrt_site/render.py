"""A page and its template become text; Markdown of editors becomes safe HTML. The only Markdown."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, partial
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

import nh3
from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from lrt_site import templating, urls
from lrt_site.checks.addresses import can_be_opened
from lrt_site.checks.texts import html_in
from lrt_site.glossing import NO_WORDS, Glossary, linked
from lrt_site.model.register import Register
from lrt_site.pages.publications.packs import NO_OFFER, Offer
from lrt_site.pages.shared.common import PageView
from lrt_site.pages.shared.maker import Maker
from lrt_site.pages.shared.numbers import Numbers
from lrt_site.pages.shared.references import Reference
from lrt_site.problems import Fault, quoted, suggesting
from lrt_site.sitemap.clock import Clock
from lrt_site.wording.runs import Link

_SCHEMES = {"http", "https", "mailto"}
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "s", "section", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "div",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "id", "class", "title", "rel", "aria-label"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"class"},
    "th": {"class", "scope"},
    "td": {"class"},
    "div": {"class", "tabindex", "role", "aria-label"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
}
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_HEADING = "tekst-"
"""Ids of headings in a text start so: no heading can take the id of something else on the page."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every page of one build shares."""

    title: str
    tagline: str
    fictitious: bool
    preview: bool
    """Whether this is a preview of content that has not been published."""
    pending: tuple[str, ...]
    """Of a preview: what waits for publication, a change a line."""
    as_of: str
    """The day on which the site speaks, in words."""
    known_on: str
    """The day of the publication that it shows, in words; empty in a preview."""
    publication: Link | None
    """The publication that it shows."""
    fingerprint: str
    """The hash of that publication."""
    sections: tuple[tuple[str, str], ...]
    """Title and address of every section in the menu."""
    about: tuple[tuple[str, str], ...]
    """Title and address of every hand-written page, for the foot of each page."""
    styles: str
    """Address of the style sheet."""
    maker: Maker
    """Who makes the site, and where to report an error on this page."""
    table: str = "de landelijke tafel"
    """How sentences speak of the table itself."""
    handbook: frozenset[str] = frozenset()
    """What the site has in its handbook: the addresses of pages, and of places on them. No other can be linked to."""


@dataclass(frozen=True, slots=True)
class Marked:
    """HTML made from Markdown, with what was wrong in it."""

    html: Markup
    faults: tuple[Fault, ...]


class Renderer:
    """Templates and Markdown of one site. Everything that comes out is escaped or sanitised.

    `root` is the folder in which the site lives on its host, such as `/`; `handbook` what pages can link to in
    the handbook.
    """

    def __init__(self, templates: Mapping[str, str], root: str, *, handbook: frozenset[str] = frozenset()) -> None:
        self._templates = templating.compiled(frozenset(templates.items()))
        self._root = root
        self.handbook = handbook

    def page(
        self,
        page: PageView,
        register: Register,
        site: Surroundings,
        *,
        at: str | None = None,
        clock: Clock | None = None,
        place: Callable[[str], str] = str,
        kept: Offer = NO_OFFER,
        glossary: Glossary = NO_WORDS,
    ) -> tuple[str, tuple[Fault, ...]]:
        """The page as HTML, and the faults in the texts on it.

        `at` is where it stands, when not at its own address; `place` tells where a link really leads; `kept` which
        half-year packs it offers; `glossary` which words it links at their first use.
        """
        faults: list[Fault] = []
        now = links_from(at or page.frame.address, self._root)
        numbers = Numbers()

        def to(address: str) -> str:
            return now(place(address))

        def marked(text: str) -> Markup:
            result = marked_up(text, page.frame.record or "", register, to)
            faults.extend(result.faults)
            return result.html

        given = {field.name: getattr(page, field.name) for field in fields(page)}  # type: ignore[arg-type]
        given |= {"site": site, "clock": clock, "kept": kept, "to": to, "now": now, "marked": marked}
        given |= {"numbered": numbers.of, "listed_sources": partial(_listed, numbers, page.frame.references)}
        html = self._templates.filled(page.template, given)
        lost = _lost(html, numbers)
        if lost:
            raise self._templates.broken(page.template, f"De pagina {page.frame.address} {lost}")
        return linked(_visible(html), glossary, to, page.frame.address), tuple(faults)


def _lost(html: str, numbers: Numbers) -> str:
    """What a page lacks that no page can lack, in Dutch: its text, and the sources that its notes lead to."""
    if "<main" not in html:
        return "krijgt met dit sjabloon geen tekst: er is geen 'main'. Bouw het op 'base.html.jinja', zoals de andere."
    if numbers.given and f'id="bron-{len(numbers.given)}"' not in html:
        return "krijgt met dit sjabloon wel noten, maar niet de bronnen waar die naar verwijzen. Zet ze onder de tekst."
    return ""


def _listed(numbers: Numbers, references: Sequence[Reference]) -> tuple[tuple[int, Reference], ...]:
    """The sources that have a number by now, in the order of their numbers."""
    known = {reference.id: reference for reference in references}
    return tuple((number, known[source]) for source, number in numbers.given.items())


def marked_up(text: str, record: str, register: Register, to: Callable[[str], str]) -> Marked:
    """Safe HTML of a CommonMark text with tables and footnotes, links between records resolved by `to`.

    Raw HTML stays visible as text. Headings start at level 2 and skip none. Faults name the line of the text,
    from 0.
    """
    tokens = _markdown().parse(text)
    _shape(tokens)
    headings = {str(token.attrGet("id")) for token in tokens if token.type == "heading_open"}
    faults: list[Fault] = list(_html(tokens, record))
    advice = suggesting(register.home_of)
    for token, line in _inline(tokens):
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
            address = _target(target, register, headings)
            if address is None:
                faults.append(_nowhere(target, record, line, advice))
            token.attrSet("href", to(address or "#"))
            if ":" in target and address:
                token.attrSet("rel", "noopener noreferrer")
        elif token.type == "image":
            message = "Afbeeldingen kunnen niet in een verslag. Verwijs met een link naar het document."
            faults.append(Fault(record, ("body", line), "image", message))
    html = _markdown().renderer.render(tokens, _markdown().options, {"docId": record})
    return Marked(Markup(_cleaner().clean(_visible(html))), tuple(faults))  # noqa: S704


def _visible(html: str) -> str:
    """Show characters that turn the direction of text as a sign, so that no text reads otherwise than it is."""
    return _TURNING.sub("\ufffd", html)


def links_from(page: str, root: str = "/") -> Callable[[str], str]:
    """What turns an address into a link from this page."""
    return partial(_link, page=page, root=root)


def _link(address: str, page: str, root: str) -> str:
    """A link from a page to an address on the site or on the page, or to one elsewhere on the web.

    Anything else, such as `javascript:`, leads nowhere.
    """
    if address.startswith("/"):
        return urls.link(address, page, root)
    scheme = re.match(r"([a-z]+):", address, re.IGNORECASE)
    return address if address.startswith("#") or (scheme and scheme[1].lower() in _SCHEMES) else "#"


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)
    for rule in (_footnote_ref, _footnote_anchor, _footnote_open, _footnote_block_open, _table_open, _table_close):
        markdown.add_render_rule(rule.__name__.removeprefix("_"), rule)
    return markdown


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags=set(),
    )


def _inline(tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    line = 0
    for token in tokens:
        if token.map:
            line = token.map[0]
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            yield child, line


def _html(tokens: list[Token], record: str) -> Iterator[Fault]:
    """HTML in what is no code: a reader sees it as it is written."""
    line = 0
    for token in tokens:
        line = token.map[0] if token.map else line
        found = html_in(token.content, markdown=True) if token.type == "inline" else None
        if found:
            place, message = found
            yield Fault(record, ("body", line + token.content.count("\n", 0, place)), "html-in-text", message)


def _target(target: str, register: Register, headings: set[str]) -> str | None:
    """Where a link in a text leads: to the web, a heading of the text, or the page of a record; else nowhere."""
    if re.match(r"(https?://|mailto:)", target):
        return target if can_be_opened(target) else None
    path, _, fragment = unquote(target).partition("#")
    if not path and f"{_HEADING}{fragment}" in headings:
        return f"#{_HEADING}{fragment}"
    identifier = fragment or PurePosixPath(path).stem
    if identifier in register.home_of and ":" not in target:
        return urls.address_of(identifier, register)
    return None


def _nowhere(target: str, record: str, line: int, advice: Callable[[str], str]) -> Fault:
    path, _, fragment = unquote(target).partition("#")
    identifier = fragment or PurePosixPath(path).stem
    message = (
        f"De link {quoted(target)} leidt nergens heen.{advice(identifier)} "
        "Schrijf een webadres met https:// of een bestand uit de inhoud, zoals ../meetings/m-2021-03-15.md."
    )
    return Fault(record, ("body", line), "broken-link", message, unless_defined=identifier)


def _shape(tokens: list[Token]) -> None:
    """Fit the text in its page: headings below the page's own, tables with a name and a scope for their headers."""
    shift = 2 - min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=2)
    level, heading = 1, ""
    seen: Counter[str] = Counter()
    tables = 0
    for index, token in enumerate(tokens):
        match token.type:
            case "heading_open":
                level = min(int(token.tag[1]) + shift, level + 1, 6)
                heading = _words(tokens[index + 1])
                token.tag = f"h{level}"
                token.attrSet("id", _HEADING + _slug(heading, seen))
            case "heading_close":
                token.tag = f"h{level}"
            case "table_open":
                tables += 1
                token.meta["label"] = f"Tabel {tables}" + (f": {heading}" if heading else "")
            case "th_open":
                empty = not tokens[index + 1].content
                token.tag = tokens[index + 2].tag = "td" if empty else "th"
                token.attrs = _aligned(token) if empty else {"scope": "col", **_aligned(token)}
            case "td_open":
                token.attrs = _aligned(token)


def _words(inline: Token) -> str:
    """The text of a heading or a paragraph, without its markup."""
    return "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))


def _slug(heading: str, seen: Counter[str]) -> str:
    """The id of a heading as forges make it, so that a link within a text works there and here."""
    slug = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
    seen[slug] += 1
    return slug if seen[slug] == 1 else f"{slug}-{seen[slug] - 1}"


def _aligned(token: Token) -> dict[str, str | int | float]:
    style = str(token.attrGet("style") or "")
    return {"class": "number"} if "right" in style else {}


def _footnote(token: Token, env: Mapping[str, Any]) -> tuple[str, str, str]:
    """The number of a footnote, its id, and the id of the place in the text that refers to it."""
    number, again = str(token.meta["id"] + 1), token.meta.get("subId", -1)
    name = f"{env['docId']}-{number}"
    return number, f"noot-{name}", f"bij-noot-{name}" + (f"-{again}" if again > 0 else "")


def _footnote_ref(_: object, tokens: Sequence[Token], index: int, __: object, env: Mapping[str, Any]) -> str:
    number, note, place = _footnote(tokens[index], env)
    return f'<sup class="ref"><a href="#{note}" id="{place}" aria-label="Noot {number}">[{number}]</a></sup>'


def _footnote_anchor(_: object, tokens: Sequence[Token], index: int, __: object, env: Mapping[str, Any]) -> str:
    number, _note, place = _footnote(tokens[index], env)
    return f' <a class="back" href="#{place}" aria-label="Terug naar de tekst bij noot {number}">↩</a>'


def _footnote_open(_: object, tokens: Sequence[Token], index: int, __: object, env: Mapping[str, Any]) -> str:
    return f'<li id="{_footnote(tokens[index], env)[1]}">'


def _footnote_block_open(*_: object) -> str:
    return '<section class="footnotes">\n<h2>Noten</h2>\n<ol>\n'


def _table_open(_: object, tokens: Sequence[Token], index: int, *__: object) -> str:
    label = escapeHtml(tokens[index].meta["label"])
    return f'<div class="table" role="region" tabindex="0" aria-label="{label}">\n<table>\n'


def _table_close(*_: object) -> str:
    return "</table>\n</div>\n"
