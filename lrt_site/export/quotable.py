"""What readers can quote of pages: the words of every line that they show, each line once."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator

from lrt_site import visible
from lrt_site.frozen import dataclass
from lrt_site.visible import VisibleText

BESIDE = "{", "}"
"""What stands before and after what a copied text can lack: signs beside the text, and what a page folds away."""
PASSING = "<", ">"
"""What stands before and after words that a page can change while its own words stay the same."""
JOINT = "|"
"""What stands between two words that are one word or two."""

_CITATION = frozenset({"cite"})
"""Classes of what is not looked up: it says how to quote, and is not quoted."""
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_NOTE = re.compile(r"\[(\^[^\[\]\s]+|[0-9]{1,3})\]")
_UNSEEN = re.compile("[*_~`]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class QuotablePage:
    """A page with the lines that it shows."""

    address: str
    """Where it stands."""
    title: str
    lines: array[int]
    """The numbers of its lines, in the order in which they are read."""


class Gathering:
    """Pages and their lines, as they come in. A line has the number of its first appearance, whoever shows it again."""

    def __init__(self) -> None:
        self.pages: list[QuotablePage] = []
        self.lines: dict[str, int] = {}
        """The words of each line, marked with what stands beside the text and what passes; with its number."""
        self._known: dict[object, str] = {}

    def take(self, address: str, title: str, html: str) -> None:
        """Add a page."""
        lines = (self._words(line) for line in visible.lines_of(html, without=_CITATION))
        self.pages.append(QuotablePage(address, title, self._numbers(filter(None, lines))))

    def add(self, more: Gathering) -> None:
        """Add what was gathered elsewhere."""
        numbers = self._numbers(more.lines)
        for page in more.pages:
            lines = array("I", (numbers[line] for line in page.lines))
            self.pages.append(QuotablePage(page.address, page.title, lines))

    def __reduce__(self) -> tuple[object, ...]:
        # What was known of lines is of no use elsewhere.
        return Gathering, (), {"pages": self.pages, "lines": self.lines}

    def _numbers(self, lines: Iterable[str]) -> array[int]:
        known = self.lines
        return array("I", (known.setdefault(line, len(known)) for line in lines))

    def _words(self, line: tuple[VisibleText, ...]) -> str:
        key = line[0].text if len(line) == 1 and _is_ordinary(line[0]) else line
        words = self._known.get(key)
        if words is None:
            words = self._known[key] = marked(line)
        return words


def plain(text: str) -> str:
    """The words of a text as quotations are looked up: without capitals, accents, signs, links and numbers of notes.

    `plain` in templates/static/citaat.js does the same.
    """
    text = _NOTE.sub("", _LINK.sub(r"\1", text))
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in decomposed if not _is_mark(unicodedata.category(sign)))
    return _BETWEEN_WORDS.sub(" ", _UNSEEN.sub("", text).lower()).strip()


def marked(line: Iterable[VisibleText]) -> str:
    """The words of a line, those beside the text and those that pass between their marks.

    No space stands between two words that nothing parts but the end of an element, such as the last word of a
    sentence and the number of its source. Whether a reader sees them as one word hangs on how the element is shown.
    """
    result, open_end = "", False
    for text, beside, passing in _runs(line):
        words = plain(text)
        if not words:
            open_end = open_end and not text
            continue
        if result:
            result += JOINT if open_end and plain(f"x{text}")[1:2] != " " else " "
        words = words.join(BESIDE) if beside else words
        result += words.join(PASSING) if passing else words
        open_end = plain(f"{text}x")[-2:-1] != " "
    return result


def _runs(line: Iterable[VisibleText]) -> Iterator[tuple[str, bool, bool]]:
    """The text of a line up to wherever it becomes of another kind, or an element may part two words."""
    run, kind = "", (False, False)
    for piece in line:
        now = piece.beside or piece.folded, piece.passing
        if run and (kind != now or (run[-1].isalnum() and piece.text[:1].isalnum())):
            yield run, *kind
            run = ""
        run, kind = run + piece.text, now
    yield run, *kind


def _is_ordinary(piece: VisibleText) -> bool:
    return not (piece.beside or piece.passing or piece.folded)


def _is_mark(category: str) -> bool:
    """Whether signs of this category belong to a letter, such as accents, or are not seen at all."""
    return category.startswith("M") or category == "Cf"
