"""What a reader reads of a page: its lines, and its words without what the day, the clock bar or a citation adds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from html import unescape
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")

TODAY = "today"
"""The class of what only follows from the day on which a page speaks."""
SOURCE_NOTE = "source-note"
"""The class of what tells of sources beside the words they carry; the list of sources tells the same."""
FILES = "files"
"""The class of the line below a table that leads to its files."""
CONTENTS = "contents"
"""The class of the list of what stands on a long page."""
APART = frozenset({TODAY, FILES, CONTENTS, "clock", "cite", "archived", "sources", SOURCE_NOTE})
"""Classes of what stands on a page and is no part of its words. What a source is, stands with the words it carries."""
PASSING = frozenset({TODAY, "clock", "archived"})
"""Classes of what a page can say otherwise while its words stay the same."""
UNQUOTED = frozenset({FILES, CONTENTS, "cite"})
"""Classes of what nobody quotes: it leads to files or to parts of the page, or says how to quote."""
BESIDE = frozenset({"ref", "hidden"})
"""Classes of signs beside the text: a copied text can have them, and can lack them."""

TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_CLASSES = re.compile(r"\bclass=\"([^\"]*)\"")
_SOURCE = re.compile(r"<li id=\"bron-(?P<number>\d+)\">(?P<source>.*?)</li>", re.DOTALL)
_MARK = re.compile(
    r"<sup class=\"ref\"[^>]*>(?:(?!</sup>).)*?popovertarget=\"noot-(?P<numbers>[\d-]+)\"(?:(?!</sup>).)*</sup>",
    re.DOTALL,
)
_APART = re.compile(rf"<(?P<name>[a-z][a-z0-9]*)\b[^>]*?\bclass=\"(?:[^\"]* )?(?:{'|'.join(sorted(APART))})[ \"]")
IN_LINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s",
    "samp", "small", "span", "strong", "sub", "sup", "time", "u", "wbr",
})  # fmt: skip
_TAG_IN_LINE = rf"</?(?i:{'|'.join(sorted(IN_LINE))})(?![a-zA-Z0-9])(?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
_ANY_TAG = re.sub(r"\?P<\w+>", "?:", TAG.pattern)
_LINE = re.compile(rf"((?:[^<]++|{_TAG_IN_LINE}|(?!{_ANY_TAG})<)*+)({_ANY_TAG})?")
"""HTML up to a tag that breaks a line, and that tag."""
_REMEMBERED = 50_000
"""So many lines are remembered at most."""
_SPACE = re.compile(r"\s+")
_FOLDED = frozenset({"desc", "details", "form", "title"})
_UNREAD = frozenset({"head", "script", "style", "template", "option", "textarea"})
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
    cited = _MARK.sub(lambda found: "".join(f" [{sources[number]}]" for number in found["numbers"].split("-")), main)
    return " ".join(unescape(TAG.sub(" ", cited)).split())


def digest_of(html: str) -> str:
    """SHA-256 of the words of a page."""
    return sha256(words_of(html).encode()).hexdigest()


def lines_of(html: str, *, without: frozenset[str] = frozenset()) -> Iterator[tuple[VisibleText, ...]]:
    """The lines of the main part of a page, as a browser breaks them at most, without elements of these classes."""
    return Lines(lambda line: line, without).of(html)


def parts_of(tag: str) -> tuple[str, bool, frozenset[str]]:
    """The name of a tag, whether it ends an element, and its classes."""
    found = TAG.fullmatch(tag)
    assert found
    named = _CLASSES.search(found["rest"])
    return found["name"].lower(), bool(found["end"]), frozenset(named[1].split()) if named else frozenset()


class Lines(Generic[T]):
    """Finds the lines of many pages, as `read` reads them: what stands on more pages is read once."""

    def __init__(self, read: Callable[[tuple[VisibleText, ...]], T], without: frozenset[str] = frozenset()) -> None:
        self._read = read
        self._without = without
        self._known: dict[str, T | None] = {}
        self._meanings: dict[str, _Meaning] = {}

    def of(self, html: str) -> Iterator[T]:
        """The lines of a page."""
        around = _Around(self._meaning_of)
        for found in _LINE.finditer(_main(html)):
            line = self._line(found[1], around)
            if line is not None:
                yield line
            if found[2]:
                around.pass_by(found[2])

    def _line(self, html: str, around: _Around) -> T | None:
        """What a reader reads of HTML without a tag that breaks a line: nothing of white space alone."""
        if "<" not in html and (around.is_unread or not html.strip()):
            return None
        outside = around.is_outside
        if outside and html in self._known:
            return self._known[html]
        pieces = list(_pieces(html, around))
        line = self._read(_folded(pieces)) if any(piece.text.strip() for piece in pieces) else None
        if outside and around.is_outside:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[html] = line
        return line

    def _meaning_of(self, tag: str) -> _Meaning:
        meaning = self._meanings.get(tag)
        if meaning is None:
            name, ends, classes = parts_of(tag)
            kinds = (
                name in _UNREAD or SOURCE_NOTE in classes or not self._without.isdisjoint(classes),
                not BESIDE.isdisjoint(classes),
                not PASSING.isdisjoint(classes),
                name in _FOLDED,
            )
            meaning = self._meanings[tag] = _Meaning(name, ends, *kinds, any(kinds))
        return meaning


class _Meaning(NamedTuple):
    """What a tag begins or ends."""

    name: str
    ends: bool
    unread: bool
    beside: bool
    passing: bool
    folds: bool
    is_special: bool
    """Whether it is any of these."""


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


def _pieces(html: str, around: _Around) -> Iterator[VisibleText]:
    """The pieces of text of HTML that no line breaks."""
    at = 0
    for tag in TAG.finditer(html):
        if tag.start() > at and not around.is_unread:
            yield VisibleText(unescape(html[at : tag.start()]), *around.kind)
        at = tag.end()
        around.pass_by(tag[0])
    if at < len(html) and not around.is_unread:
        yield VisibleText(unescape(html[at:]), *around.kind)


class _Around:
    """What a walk over tags is inside of."""

    def __init__(self, meaning_of: Callable[[str], _Meaning]) -> None:
        self._unread, self._beside, self._passing, self._folded, self._summary = (Inside() for _ in range(5))
        self._meaning_of = meaning_of
        self.kind = _ORDINARY
        """Of what kind a piece of text is here."""
        self.is_unread = False
        self.is_outside = True
        """Whether it is inside of nothing."""
        self._changed_by: tuple[str, ...] = ()
        """The names of the tags that begin or end something here, whatever else they mean."""

    def pass_by(self, tag: str) -> None:
        """Pass a tag."""
        meaning = self._meaning_of(tag)
        name, ends = meaning.name, meaning.ends
        if not (meaning.is_special or name in self._changed_by):
            return
        self._unread.meet(name, ends, starts=meaning.unread)
        self._beside.meet(name, ends, starts=meaning.beside)
        self._passing.meet(name, ends, starts=meaning.passing)
        self._folded.meet(name, ends, starts=meaning.folds)
        self._summary.meet(name, ends, starts=name == "summary")
        self.is_unread = bool(self._unread)
        inside = bool(self._beside), bool(self._passing), bool(self._folded)
        self.is_outside = not (self.is_unread or self._summary or any(inside))
        around = self._unread, self._beside, self._passing, self._folded, self._summary
        self._changed_by = () if self.is_outside else ("summary", *(element.name for element in around))
        self.kind = (*inside[:2], inside[2] and not self._summary) if any(inside) else _ORDINARY


class Inside:
    """Whether a walk over tags is inside an element that once began it."""

    def __init__(self) -> None:
        self.name = ""
        """Of the element that began it last."""
        self._depth = 0

    def __bool__(self) -> bool:
        return self._depth > 0

    def meet(self, name: str, ends: bool, *, starts: bool) -> None:
        """Pass a tag; `starts` says whether it begins such an element."""
        if self._depth:
            if name == self.name:
                self._depth += -1 if ends else 1
        elif starts and not ends:
            self.name, self._depth = name, 1


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
