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
        self._lines = visible.Lines(marked, visible.UNQUOTED)

    def lines_in(self, html: str) -> list[str]:
        """The words of each line of a page that has some."""
        return [*filter(None, self._lines.of(html))]

    def take(self, address: str, title: str, lines: Iterable[str]) -> None:
        """Add a page with these lines."""
        self.pages.append(QuotablePage(address, title, self._numbers(lines)))

    def add(self, more: Gathering) -> None:
        """Add what was gathered elsewhere."""
        numbers = self._numbers(more.lines)
        for page in more.pages:
            lines = array("I", (numbers[line] for line in page.lines))
            self.pages.append(QuotablePage(page.address, page.title, lines))

    def drained(self) -> Gathering:
        """The pages and lines that came in; it begins anew."""
        taken = Gathering()
        taken.pages, taken.lines = self.pages, self.lines
        self.pages, self.lines = [], {}
        return taken

    def _numbers(self, lines: Iterable[str]) -> array[int]:
        known = self.lines
        return array("I", (known.setdefault(line, len(known)) for line in lines))


def plain(text: str) -> str:
    """The words of a text as quotations are looked up: without capitals, accents, signs, links and numbers of notes.

    `plain` in templates/static/citaat.js does the same.
    """
    text = _NOTE.sub("", _LINK.sub(r"\1", text))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_MARKS_LEFT_OUT)
    return _BETWEEN_WORDS.sub(" ", _UNSEEN.sub("", text).lower()).strip()


def marked(line: Iterable[VisibleText]) -> str:
    """The words of a line, those beside the text and those that pass between their marks.

    No space stands between two words that nothing parts but the end of an element, such as the last word of a
    sentence and the number of its source. Whether a reader sees them as one word hangs on how the element is shown.
    """
    result, ended = "", ""
    for text, beside, passing in _runs(line):
        words = plain(text)
        if not words:
            ended = "" if text else ended
            continue
        if result:
            joined = ended and plain(f"{ended}x")[-2:-1] != " " and plain(f"x{text}")[1:2] != " "
            result += JOINT if joined else " "
        words = words.join(BESIDE) if beside else words
        result += words.join(PASSING) if passing else words
        ended = text
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


class _MarksLeftOut(dict[int, int | None]):
    """Nothing for signs that belong to a letter, such as accents, or are not seen at all; others stay as they are."""

    def __missing__(self, code: int) -> int | None:
        category = unicodedata.category(chr(code))
        self[code] = None if category.startswith("M") or category == "Cf" else code
        return self[code]


_MARKS_LEFT_OUT = _MarksLeftOut()
