"""A report as the site reads it: its blocks and the words in them, by their place in what the editor wrote."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from re import finditer
from typing import Any

from lrt_site.checks.report.slips import bytes_within
from lrt_site.commonmark import Parsed, Spot
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register

Token = tuple[str, Any, int, int]
"""What begins here, or with a '/' ends, what the parser says of it, and from which character to which it stands."""
_CODE = {"CodeBlock", "HtmlBlock", "MetadataBlock"}
_INLINE = {"Text", "Code", "InlineHtml", "Emphasis", "Strong", "Strikethrough", "Link", "Image", "FootnoteReference"}
_ENDING = {"Item", "List", "Paragraph", "BlockQuote", "CodeBlock", "Heading", "Table", "HtmlBlock"}


@dataclass(frozen=True, slots=True)
class Block:
    """Words that belong together: a paragraph, a heading, or what stands in an item of a list."""

    kind: str
    """As the parser calls it."""
    start: int
    end: int
    inside: tuple[str, ...]
    """What it stands in, the outermost first."""


class ReportText:
    """A text in Markdown, read for what is wrong in it."""

    def __init__(self, parsed: Parsed, register: Register) -> None:
        self.parsed, self.register = parsed, register
        self.text = parsed.source.decode()
        self._more = [found.start() for found in finditer(rb"[\x80-\xbf]", parsed.source)]
        """Where a byte stands that begins no character."""
        self.tokens: tuple[Token, ...] = tuple(
            (what, value, self._character(place["start"]), self._character(place["end"]))
            for what, value, place in parsed.everything
        )
        self.plain = self._plain()
        """The text with spaces for all that is no plain word: code, addresses, and signs that do their work."""
        self.uncoded = self._uncoded()
        """The text with spaces for code and for what stands behind a backslash."""
        self.blocks = tuple(self._blocks())

    def _character(self, byte: int) -> int:
        return byte - bisect(self._more, byte - 1)

    def _plain(self) -> str:
        signs = [sign if sign in "\n\t" else " " for sign in self.text]
        coded = 0
        for what, value, start, end in self.tokens:
            if what.lstrip("/") in _CODE:
                coded += -1 if what[0] == "/" else 1
            elif what == "Text" and not coded and value == self.text[start:end]:
                first = start + self.text.startswith("\\", start - 1) if start else start
                signs[first:end] = self.text[first:end]
        return "".join(signs)

    def _uncoded(self) -> str:
        signs = list(self.text)
        for what, _, start, end in self.tokens:
            if what in ("Code", "CodeBlock") or (what == "InlineHtml" and self.text.startswith("<!", start)):
                signs[start:end] = [sign if sign == "\n" else " " for sign in signs[start:end]]
        return "".join(signs)

    def _blocks(self) -> Iterator[Block]:
        around: list[str] = []
        loose: tuple[int, int] | None = None
        """The words that stand in an item of a list by themselves."""
        for what, _, start, end in self.tokens:
            kind = what.lstrip("/")
            if loose and kind in _ENDING:
                yield Block("Item", *loose, tuple(around))
                loose = None
            if what[0] == "/":
                if around and around[-1] == kind:
                    around.pop()
            elif kind in _INLINE and around and around[-1] == "Item":
                loose = (loose[0] if loose else start, max(end, loose[1] if loose else end))
            elif kind in ("Paragraph", "Heading", "CodeBlock"):
                yield Block(kind, start, end, tuple(around))
                around.append(kind)
            elif kind in _ENDING or kind in ("TableHead", "TableRow", "TableCell", "FootnoteDefinition"):
                around.append(kind)

    def lines(self, block: Block) -> list[tuple[int, int]]:
        """Where each line of a block begins and ends, without what stands before it of a list or quotation."""
        start = block.start
        found = []
        while start < block.end:
            end = self.text.find("\n", start, block.end)
            end = block.end if end < 0 else end
            margin = len(self.text[start:end]) - len(self.text[start:end].lstrip(" >" if block.inside else " "))
            found.append((start + margin, end))
            start = end + 1
        return [(first, last) for first, last in found if first < last]

    def spot(self, at: int) -> Spot:
        """The line and column of a place in the text as the editor wrote it, both from 0."""
        line = bisect(self._lines, at) - 1
        return line, at - self._lines[line]

    def place(self, spot: Sequence[str | int]) -> int:
        """The place of a line and column."""
        line, column = (int(step) for step in spot)
        return self._lines[line] + column

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins that the editor wrote."""
        added = {self.text.rfind("\n", 0, self._character(byte)) + 1 for byte in self.parsed.added}
        starts = [0, *(found.end() for found in finditer("\n", self.text))]
        return [start for start in starts if start not in added]

    @cached_property
    def headings(self) -> list[tuple[int, int]]:
        """Where each heading begins, and its level."""
        return [(start, int(value["level"][1])) for what, value, start, _ in self.tokens if what == "Heading"]

    @cached_property
    def tables(self) -> list[int]:
        """Where each table ends."""
        return [end for what, _, _, end in self.tokens if what == "/Table"]

    @cached_property
    def links(self) -> bytes:
        """For each character whether it stands inside a link."""
        return bytes_within(((start, end) for what, _, start, end in self.tokens if what == "Link"), len(self.text))

    def level(self, at: int) -> str:
        """The signs of a heading of the level that fits under the last one above a place."""
        above = bisect_left(self.headings, (at, 0))
        return "#" * max(2, self.headings[above - 1][1] if above else 2)
