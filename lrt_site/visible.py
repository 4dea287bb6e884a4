"""What a reader reads of a page: its lines, and its words without what the day, the clock bar or a citation adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from html import unescape
from typing import NamedTuple

TODAY = "today"
"""The class of what only follows from the day on which a page speaks."""
APART = frozenset({TODAY, "clock", "cite", "archived", "sources"})
"""Classes of what stands on a page and is no part of its words. What a source is, stands with the words it carries."""
PASSING = frozenset({TODAY, "clock", "archived"})
"""Classes of what a page can say otherwise while its words stay the same."""
BESIDE = frozenset({"ref", "hidden"})
"""Classes of signs beside the text: a copied text can have them, and can lack them."""

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
CLASSES = re.compile(r"\bclass=\"([^\"]*)\"")
_SOURCE = re.compile(r"<li id=\"bron-(?P<number>\d+)\">(?P<source>.*?)</li>", re.DOTALL)
_NUMBER = re.compile(r"<sup class=\"ref\">(?:(?!</sup>).)*?#bron-(?P<number>\d+)(?:(?!</sup>).)*</sup>", re.DOTALL)
_APART = re.compile(rf"<(?P<name>[a-z][a-z0-9]*)\b[^>]*?\bclass=\"(?:[^\"]* )?(?:{'|'.join(sorted(APART))})[ \"]")
IN_LINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u",
})  # fmt: skip
_SPACE = re.compile(r"\s+")
_FOLDED = frozenset({"desc", "details", "form", "title"})
_UNREAD = frozenset({"head", "script", "style", "template", "option", "textarea"})
_SPECIAL = _UNREAD | _FOLDED
_ORDINARY = (False, False, False)


class VisibleText(NamedTuple):
    """Text between two tags."""

    text: str
    beside: bool
    """Whether it is a sign beside the text, such as the number of a source."""
    passing: bool = False
    """Whether the page can say it otherwise while its words stay the same."""
    folded: bool = False
    """Whether it is shown only to some: who unfolds it, has scripts, or cannot see a drawing."""


def words_of(html: str) -> str:
    """The words of the main part of a page: what makes two editions of it the same or not.

    A source stands with the words it carries in place of its number, which hangs on what else the page says.
    """
    sources = {found["number"]: found["source"] for found in _SOURCE.finditer(html)}
    main = _without_apart(_main(html))
    cited = _NUMBER.sub(lambda found: f" [{sources.get(found['number'], '')}]", main)
    return " ".join(unescape(TAG.sub(" ", cited)).split())


def digest_of(html: str) -> str:
    """SHA-256 of the words of a page."""
    return sha256(words_of(html).encode()).hexdigest()


def lines_of(html: str, *, without: frozenset[str] = frozenset()) -> Iterator[tuple[VisibleText, ...]]:
    """The lines of the main part of a page, as a browser breaks them at most, without elements of these classes."""
    line: list[VisibleText] = []
    for piece in _pieces(html, without):
        if piece is not None:
            line.append(piece)
        elif any(pair.text.strip() for pair in line):
            yield _folded(line)
            line = []
        else:
            line = []
    if any(pair.text.strip() for pair in line):
        yield _folded(line)


def _main(html: str) -> str:
    start, end = html.find("<main"), html.find("</main>")
    return html[max(start, 0) : end if end >= 0 else len(html)]


def _without_apart(html: str) -> str:
    """The page without what is no part of its words."""
    kept: list[str] = []
    at = 0
    while found := _APART.search(html, at):
        kept.append(html[at : found.start()])
        depth, at = 1, found.end()
        for tag in _tags_of(found["name"]).finditer(html, at):
            depth += -1 if tag[1] else 1
            if depth == 0:
                at = tag.end()
                break
        else:
            at = len(html)
    return "".join((*kept, html[at:]))


@cache
def _tags_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")


def _pieces(html: str, without: frozenset[str]) -> Iterator[VisibleText | None]:
    """The pieces of text, and nothing wherever a line breaks."""
    html, at = _main(html), 0
    around = _Around(without)
    for tag in TAG.finditer(html):
        if tag.start() > at and not around.passed_over:
            yield VisibleText(unescape(html[at : tag.start()]), *around.kind)
        at = tag.end()
        name = tag["name"].lower()
        if around.kind is not _ORDINARY or around.passed_over or name in _SPECIAL or "class=" in tag["rest"]:
            around.meet(name, bool(tag["end"]), tag["rest"])
        if name not in IN_LINE:
            yield None
    if not around.passed_over:
        yield VisibleText(unescape(html[at:]), *around.kind)


class _Around:
    """What a walk over tags is inside of."""

    def __init__(self, without: frozenset[str]) -> None:
        self.passed_over, self._beside, self._passing, self._folded, self._summary = (Inside() for _ in range(5))
        self._without = without
        self.kind = _ORDINARY
        """Of what kind a piece of text is here."""

    def meet(self, name: str, ends: bool, attributes: str) -> None:
        """Pass a tag."""
        classes = frozenset(found[1].split()) if (found := CLASSES.search(attributes)) else frozenset()
        self.passed_over.meet(name, ends, starts=name in _UNREAD or not self._without.isdisjoint(classes))
        self._beside.meet(name, ends, starts=not BESIDE.isdisjoint(classes))
        self._passing.meet(name, ends, starts=not PASSING.isdisjoint(classes))
        self._folded.meet(name, ends, starts=name in _FOLDED)
        self._summary.meet(name, ends, starts=name == "summary")
        inside = bool(self._beside), bool(self._passing), bool(self._folded)
        self.kind = (*inside[:2], inside[2] and not self._summary) if any(inside) else _ORDINARY


class Inside:
    """Whether a walk over tags is inside an element that once began it."""

    def __init__(self) -> None:
        self._name = ""
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def meet(self, name: str, ends: bool, *, starts: bool) -> None:
        """Pass a tag; `starts` says whether it begins such an element."""
        if self._depth:
            if name == self._name:
                self._depth += -1 if ends else 1
        elif starts and not ends:
            self._name, self._depth = name, 1


def _folded(line: list[VisibleText]) -> tuple[VisibleText, ...]:
    """A line with its white space folded, as a browser shows it."""
    folded: list[VisibleText] = []
    space = True
    for piece in line:
        text = _SPACE.sub(" ", piece.text)
        text = text.removeprefix(" ") if space else text
        if text:
            space = text.endswith(" ")
            folded.append(VisibleText(text, *piece[1:]))
    return tuple(folded)
