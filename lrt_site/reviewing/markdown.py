"""A review as Markdown for a merge request. What was typed shows as it was typed: it marks, links and calls nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from lrt_site.reviewing.blocks import Block, Bullets, Fold, Grid, Heading, Item, LongText, MarkedWords, Sentences, Words
from lrt_site.reviewing.inline import tagged

_MARKING = re.compile(r"[\\`*_\[\]{}|~$^]")
_FIRST = re.compile(r"^(?P<sign>[-+=]+|[0-9]{1,9}[.)])(?=\s|$)")
_CALLING = re.compile(r"([@#!%~$&:])(?=[\w/\"])|(www)(?=\.)")
"""What forges make links of, wherever it stands: names of people, numbers of other work, addresses."""
_BROKEN = "\0"
_APART = "<!-- -->"
"""Shows nothing, and keeps what stands around it from being read as one."""
_TITLE = re.compile(r" {0,3}#{1,6}\s+(?P<words>.*?)[\s#]*$")
_ITEM = re.compile(r"(?P<indent>[ ]*)(?P<sign>[-*+]|[0-9]{1,9}[.)])\s+(?P<words>.*)$")


def as_markdown(blocks: Iterable[Block]) -> str:
    """These blocks as Markdown, with HTML where Markdown has no sign of its own."""
    return "\n\n".join(filter(None, map(_block, blocks))) + "\n"


def as_typed(text: str) -> str:
    """A text in which no sign means anything to Markdown, to HTML or to a forge; on one line."""
    line = " ".join(text.replace(_BROKEN, " ").split())
    ends = (" " if text[:1].isspace() else "", " " if line and text[-1:].isspace() else "")
    safe = escape(_CALLING.sub(rf"\g<0>{_BROKEN}", line), quote=False)
    safe = _MARKING.sub(r"\\\g<0>", safe)
    safe = _FIRST.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", safe)
    return f"{ends[0]}{safe.replace(_BROKEN, _APART)}{ends[1]}"


def _block(block: Block) -> str:
    match block:
        case Heading(level=level, words=words):
            return f"{'#' * (level + 1)} {_line(words)}"
        case Sentences(words=words):
            return _line(words)
        case Bullets(items=items):
            return "\n".join(_items(items, ""))
        case Grid(heads=heads, rows=rows):
            lines = ((as_typed(head) for head in heads), ("---" for _ in heads), *(map(_line, row) for row in rows))
            return "\n".join(f"| {' | '.join(line)} |" for line in lines)
        case LongText(text=text):
            return "\n".join(f"> {line}".rstrip() for line in _typed(text))
        case Fold(name=name, blocks=blocks):
            inside = as_markdown(blocks)
            return f"<details><summary>{escape(name)}</summary>\n\n{inside}\n</details>"


def _line(words: Words) -> str:
    return "".join(map(_word, words)).strip()


def _word(word: MarkedWords) -> str:
    return tagged(word, as_typed(word.text))


def _items(items: Iterable[Item], indent: str) -> Iterator[str]:
    for item in items:
        yield f"{indent}- {_line(item.words)}"
        yield from _items(item.under, f"{indent}  ")


def _typed(text: str) -> Iterator[str]:
    """The lines of a longer text: its headings and lists stay what they are, all else is as it was typed."""
    for line in text.strip().splitlines():
        if found := _TITLE.match(line):
            yield f"<strong>{as_typed(found['words'])}</strong>"
        elif found := _ITEM.match(line):
            yield f"{found['indent']}{found['sign']} {as_typed(found['words'])}"
        else:
            yield as_typed(line)
