"""Markdown of editors becomes safe HTML. The only CommonMark, and the only sanitiser."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial
from pathlib import PurePosixPath
from urllib.parse import unquote

import nh3
from markupsafe import Markup

from lrt_site import urls
from lrt_site.checks.addresses import can_be_opened
from lrt_site.checks.texts import said_of_html
from lrt_site.commonmark import HEADING, Oddity, Parsed, Spot
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.problems import Fault, Patch, quoted
from lrt_site.suggestions import beside, suggesting

_SCHEMES = {"http", "https", "mailto"}
_IN_CONTENT = re.compile(r"/([\w-]+/)*|(\.{1,2}/|[\w-]+/)*([\w.-]+\.(md|yml|csv)|[\w-]+)?")
"""How a link names a page of the site, a file of the content, or the id of a record."""
_TAGS = {
    "a", "blockquote", "br", "caption", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr",
    "li", "ol", "p", "pre", "s", "section", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    "div",
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
_INSTEAD = {
    "alert": "geen kader. Schrijf in gewone woorden wat het is.",
    "table": "geen tabel. Geef elke rij evenveel cellen, en gebruik spaties in plaats van tabs.",
    "task": "geen vakje. Schrijf in woorden of iets af is.",
}


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """Safe HTML under a heading of the highest level, or before the first of these."""

    words: str
    """Of the heading; empty before the first, and of the notes."""
    id: str
    heading: Markup
    html: Markup


@dataclass(frozen=True, slots=True)
class Marked:
    """HTML made from Markdown, with what was wrong in it."""

    parts: tuple[MarkedPart, ...]
    faults: tuple[Fault, ...]

    @property
    def html(self) -> Markup:
        """All of it."""
        return Markup().join(part.heading + part.html for part in self.parts)


def marked_up(text: str, record: str, register: Register, to: Callable[[str], str]) -> Marked:
    """Safe HTML of a CommonMark text with tables and footnotes, links between records resolved by `to`.

    Raw HTML stays visible as text. Headings start at level 2 and skip none. Faults name the line of the text
    and the column on it, from 0.
    """
    return written(Parsed(text), record, register, to)


def written(parsed: Parsed, record: str, register: Register, to: Callable[[str], str]) -> Marked:
    """The same of a text that has been parsed."""
    suggest = suggesting(register.home_of)

    def advice(identifier: str) -> str:
        return suggest(identifier) or _beside(identifier, register)

    faults: list[Fault] = []

    def link(target: str, spot: Spot) -> tuple[str, bool]:
        address = _target(target, register, parsed.links)
        if address is None:
            faults.append(_nowhere(target, record, spot, advice))
        return to(address or "#"), ":" in target and address is not None

    def notice(oddity: Oddity, words: str, spot: Spot) -> None:
        faults.append(_odd(oddity, words, record, spot))

    parts = tuple(
        MarkedPart(part.words, part.id, _safe(part.heading), _safe(part.html))
        for part in parsed.parts(record, link, notice)
    )
    return Marked(parts, tuple(faults))


def _safe(html: str) -> Markup:
    return Markup(_cleaner().clean(unturned(html)))  # noqa: S704


def unturned(html: str) -> str:
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
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags=set(),
    )


def _target(target: str, register: Register, headings: frozenset[str]) -> str | None:
    """Where a link in a text leads: to the web, a heading of the text, or the page of a record; else nowhere."""
    if re.match(r"(https?://|mailto:)", target):
        return target if can_be_opened(target) else None
    path, _, fragment = unquote(target).partition("#")
    if not path and fragment in headings:
        return f"#{HEADING}{fragment}"
    identifier = fragment or PurePosixPath(path).stem
    if identifier in register.home_of and _IN_CONTENT.fullmatch(path):
        return urls.address_of(identifier, register)
    return None


def _beside(identifier: str, register: Register) -> str:
    """What there is with almost the same id, as a Dutch sentence with its leading space."""
    near = [f"'{own}.md'" for own in beside(identifier, register.home_of)] if re.search("[0-9]", identifier) else []
    return f" Wel {'bestaat' if len(near) == 1 else 'bestaan'}: {', '.join(near)}." if near else ""


def _nowhere(target: str, record: str, spot: Spot, advice: Callable[[str], str]) -> Fault:
    path, _, fragment = unquote(target).partition("#")
    identifier = fragment or PurePosixPath(path).stem
    message = (
        f"De link {quoted(target)} leidt nergens heen.{advice(identifier)} "
        "Schrijf tussen de haakjes een webadres met https://, of de naam van een bestand uit de inhoud."
    )
    return Fault(record, ("body", *spot), "broken-link", message, unless_defined=identifier)


def _odd(oddity: Oddity, words: str, record: str, spot: Spot) -> Fault:
    at = ("body", *spot)
    if oddity == "html":
        line, column = spot
        end = (line, column + len(words))
        gone = Patch((line, column), end, "") if words.startswith("<!--") and "\n" not in words else None
        return Fault(record, at, "html-in-text", said_of_html(words), until=end if gone else (), patch=gone)
    if oddity == "image":
        label = words.removeprefix("![").partition("]")[0] or "de afbeelding"
        message = (
            "Afbeeldingen kunnen niet in een verslag. Zet het document op het web, en schrijf een link: "
            f"{quoted(f'[{label}](https://adres-van-het-document)')}."
        )
        return Fault(record, at, "image", message)
    return Fault(record, at, "forge-only", f"{quoted(words)} wordt op de site {_INSTEAD[oddity]}")
