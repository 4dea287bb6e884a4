"""A text as sentences, each at its place, with only the words that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.frozen import dataclass

_HIDDEN = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`|\]\([^)\n]{0,999}\)|\]\[[^\]\n]*\]|\[\^[^\]\n]*\]:?|https?://[^\s)>]*|[*\[\]]|(?<!\w)_|_(?!\w)|\\",
    re.DOTALL,
)
"""What stands in Markdown and is no word."""
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*)$", re.MULTILINE)
_BLOCK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-+•]|\d{1,3}[.)])[ \t])|\n(?=[ \t]*\|)|\n(?=#)")
_SHORT = (
    r"(?:\b(?:dhr|mevr|mw|mr|drs|dr|ir|ing|prof|nr|nrs|art|blz|bijv|bv|ca|circa|incl|excl|resp|evt|tel|geb|jl|st|jr|sr|vgl|"
    r"d\.w\.z|m\.i|o\.a|n\.v\.t|t\.a\.v|z\.s\.m|m\.b\.t|i\.v\.m|t\.o\.v|p\.m)|(?<![\w.])[A-Z]|(?<=[A-Z]\.)[A-Z])$"
)
_ENDS_SHORT = re.compile(_SHORT, re.IGNORECASE)
_INITIAL = re.compile(r"(?:(?<![\w.])|(?<=[A-Z]\.))[A-Z]$")
_END = re.compile(r"[.!?]+[\"'”’)]*(?=\s|$)|\Z")
_MARK = re.compile(r"(?:[-+•*>|#]|\d{1,3}[.)])+\s+|\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, as long as it was written: what is no word is spaces."""

    start: int
    text: str


def seen(text: str) -> str:
    """A text in Markdown with spaces for what is no word of it, of the same length."""
    return _HIDDEN.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def sentences_in(text: str) -> Iterator[Sentence]:
    """The sentences of a text of which the words are seen; of a table each row is one."""
    start = 0
    for block in (*(found.start() for found in _BLOCK.finditer(text)), len(text)):
        yield from _in_block(text, start, block)
        start = block


def _in_block(text: str, start: int, end: int) -> Iterator[Sentence]:
    at = start
    while at < end:
        while (mark := _MARK.match(text, at, end)) and mark.end() > at:
            at = mark.end()
        found = next(
            (
                found
                for found in _END.finditer(text, at, end)
                if found[0][:1] != "." or not _is_short(text[max(at, found.start() - 8) : found.start()])
            ),
            None,
        )
        last = found.end() if found else end
        if text[at:last].strip():
            yield Sentence(at, text[at:last].rstrip())
        at = max(last, at + 1)


def _is_short(before: str) -> bool:
    """Whether a full stop behind these words belongs to a shortened word or an initial."""
    return bool(_INITIAL.search(before)) or (not before[-1:].isupper() and bool(_ENDS_SHORT.search(before)))


def without_sections(text: str, named: re.Pattern[str]) -> str:
    """A text in Markdown with spaces for what stands under headings with a name, and for all headings."""
    headings = list(_HEADING.finditer(text))
    signs = list(text)
    hidden = 0
    for index, heading in enumerate(headings):
        end = headings[index + 1].start() if index + 1 < len(headings) else len(text)
        level = len(heading[1])
        if hidden and level <= hidden:
            hidden = 0
        if not hidden and named.search(heading[2]):
            hidden = level
        for at in range(heading.start(), end if hidden else heading.end()):
            signs[at] = "\n" if signs[at] == "\n" else " "
    return "".join(signs)
