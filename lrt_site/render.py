"""A page and its template become text; Markdown of editors becomes safe HTML. The only Jinja and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache, partial
from pathlib import PurePosixPath
from typing import Any

import nh3
from jinja2 import DictLoader, Environment, StrictUndefined
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.footnote import footnote_plugin

from lrt_site import urls
from lrt_site.model.register import Register
from lrt_site.problems import Fault, did_you_mean
from lrt_site.views.common import PageView

_SCHEMES = {"http", "https", "mailto"}
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "s", "section", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul", "div",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "id", "class", "title"},
    "li": {"id", "class"},
    "ol": {"class", "start"},
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
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every page of one build shares."""

    title: str
    tagline: str
    fictitious: bool
    preview: bool
    """Whether this is a preview of content that has not been published."""
    as_of: str
    """The day on which the site speaks, in words."""
    sections: tuple[tuple[str, str], ...]
    """Title and address of every section in the menu."""
    styles: str
    """Address of the style sheet."""


@dataclass(frozen=True, slots=True)
class Marked:
    """HTML made from Markdown, with what was wrong in it."""

    html: Markup
    faults: tuple[Fault, ...]


class Renderer:
    """Templates and Markdown of one site. Everything that comes out is escaped or sanitised."""

    def __init__(self, templates: Mapping[str, str], register: Register, surroundings: Surroundings) -> None:
        self._register = register
        self._environment = _environment(templates)
        self._environment.globals["site"] = surroundings

    def page(self, page: PageView) -> tuple[str, tuple[Fault, ...]]:
        """The page as HTML, and the faults in the texts on it."""
        faults: list[Fault] = []
        address = page.frame.address

        def marked(text: str) -> Markup:
            result = marked_up(text, page.frame.record or "", self._register, address)
            faults.extend(result.faults)
            return result.html

        given = {field.name: getattr(page, field.name) for field in fields(page)}  # type: ignore[arg-type]
        html = self._environment.get_template(page.template).render(
            **given, to=partial(_link, page=address), marked=marked
        )
        return html, tuple(faults)


def marked_up(text: str, record: str, register: Register, page: str) -> Marked:
    """Safe HTML of a CommonMark text with tables and footnotes, links between records resolved for this page.

    Raw HTML stays visible as text. Headings start at level 2. Faults name the line of the text, from 0.
    """
    tokens = _markdown().parse(text)
    faults: list[Fault] = []
    for token, line in _inline(tokens):
        if token.type == "link_open":
            _resolve(token, line, record, register, page, faults)
        elif token.type == "image":
            message = "Afbeeldingen kunnen niet in een verslag. Verwijs met een link naar het document."
            faults.append(Fault(record, ("body", line), "image", message))
    _shape(tokens)
    html = _markdown().renderer.render(tokens, _markdown().options, {"docId": record})
    return Marked(Markup(_cleaner().clean(_visible(html))), tuple(faults))  # noqa: S704


def _environment(templates: Mapping[str, str]) -> Environment:
    environment = Environment(
        loader=DictLoader(dict(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_visible,
        cache_size=-1,
    )
    return environment


def _visible(value: Any) -> Any:
    """Show characters that turn the direction of text as a sign, so that no text reads otherwise than it is."""
    if isinstance(value, str) and _TURNING.search(value):
        kind = type(value)
        return kind(_TURNING.sub("\ufffd", value))
    return value


def _link(address: str, page: str) -> str:
    """A link from a page to an address on the site, or to one elsewhere on the web."""
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
    if scheme:
        return address if scheme[1].lower() in _SCHEMES else "#"
    return urls.relative(address, page)


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
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


def _resolve(token: Token, line: int, record: str, register: Register, page: str, faults: list[Fault]) -> None:
    target = str(token.attrGet("href") or "")
    if re.match(r"(https?://|mailto:)", target) or target.startswith("#"):
        return
    path, _, fragment = target.partition("#")
    identifier = fragment or PurePosixPath(path).stem
    if identifier in register.home_of and ":" not in target:
        token.attrSet("href", urls.relative(urls.address_of(identifier, register), page))
        return
    token.attrSet("href", "#")
    message = (
        f"De link '{target}' leidt nergens heen.{did_you_mean(identifier, register.home_of)} "
        "Schrijf een webadres met https:// of een bestand uit de inhoud, zoals ../meetings/m-2021-03-15.md."
    )
    faults.append(Fault(record, ("body", line), "broken-link", message))


def _shape(tokens: list[Token]) -> None:
    """Push headings down below the page's own, and give table headers their scope."""
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1]) + 1, 6)}"
        elif token.type == "th_open":
            token.attrs = {"scope": "col", **_aligned(token)}
        elif token.type == "td_open":
            token.attrs = _aligned(token)


def _aligned(token: Token) -> dict[str, str | int | float]:
    style = str(token.attrGet("style") or "")
    return {"class": "number"} if "right" in style else {}
