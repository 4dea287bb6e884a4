"""A problem beside the text of the page it is about, found by the words of its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import NamedTuple

from lrt_site.serve.assets import BESIDE
from lrt_site.visible import TAG

_HOLDING = frozenset({"li", "td", "th", "dd", "dt"})
"""Elements in which a problem stands below their text."""
_BEFORE = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "summary", "pre"})
"""Elements behind which it stands."""
_LINES_ABOVE = 3
"""So far above its own line a text is looked for: a line that is wrong need not be on the page."""
_FEWEST = 12
"""Fewer letters stand in many places."""
_FIELD = re.compile(r"^[\s-]*[a-z_]+:\s+")
_ADDRESS = re.compile(r"\]\([^)]*\)|\[\^[^\]]*\]")
_WORDS = re.compile(r"\w+")
_MAIN = re.compile(r"<main\b[^>]*>.*?</main>", re.DOTALL)


class _Block(NamedTuple):
    words: str
    end: int
    """Where in the HTML a problem goes."""


def beside(page: str, told: Sequence[tuple[int, str]], lines: Sequence[str]) -> str:
    """A page with each of these problems beside its text, if that is found: the line of its file, and its HTML."""
    main = _MAIN.search(page)
    blocks = [*_blocks(page, main.start(), main.end())] if main and told else []
    placed = ((_place(blocks, lines, line), number, html) for number, (line, html) in enumerate(told))
    for place, _, html in sorted((found for found in placed if found[0]), reverse=True):
        page = f'{page[:place]}<div class="{BESIDE}" role="note">{html}</div>{page[place:]}'
    return page


def _place(blocks: Sequence[_Block], lines: Sequence[str], line: int) -> int:
    """Where the text of a line ends on the page, or that of the nearest above it; 0 where neither is there."""
    for number in range(line, max(0, line - 1 - _LINES_ABOVE), -1):
        text = _ADDRESS.sub("]", _FIELD.sub("", lines[number - 1])) if number <= len(lines) else ""
        wanted = _normal(text)
        if len(wanted) < _FEWEST:
            continue
        holding = [block for block in blocks if wanted in block.words]
        within = [block for block in blocks if block.words in wanted and len(block.words) >= _FEWEST]
        if holding:
            return min(holding, key=lambda block: len(block.words)).end
        if within:
            return max(within, key=lambda block: len(block.words)).end
    return 0


def _blocks(page: str, start: int, end: int) -> Iterator[_Block]:
    """The texts between `start` and `end`, the inner ones before those around them; signs of sources are none."""
    opened: list[tuple[str, int]] = []
    texts: list[str] = []
    raised, behind = 0, start
    for tag in TAG.finditer(page, start, end):
        if not raised:
            texts.append(page[behind : tag.start()])
        behind, name = tag.end(), tag["name"].lower()
        if name == "sup":
            raised += -1 if tag["end"] else 1
        elif name in _HOLDING | _BEFORE and not tag["end"]:
            opened.append((name, len(texts)))
        elif name in _HOLDING | _BEFORE and opened:
            while opened:
                inner, first = opened.pop()
                if inner == name:
                    yield _Block(
                        _normal(unescape("".join(texts[first:]))), tag.start() if name in _HOLDING else tag.end()
                    )
                    break


def _normal(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
