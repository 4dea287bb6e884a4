"""What an editor can write in a file so that what is wrong there is right: signs of it, and others in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lrt_site.problems import Correction, TextRange

_HARMLESS = re.compile(r"[^\n\t:#\"'\\\[\]{}&*!|>%@`]*")
"""Words that can stand in the midst of a value, whatever signs are around it."""
_BULLETED = re.compile(r"(?P<indent> *)(?:[-–—•·*‐‑−])[ \t]*(?P<words>\w.*)")
_ITEM = re.compile(r"[ ]*- ")
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Values of YAML that say nothing."""
_PLAIN = re.compile(r"[\w(€][^\n\t:#,\[\]{}\"]*(?:(?::(?! )|,(?= ))[^\n\t:#,\[\]{}\"]+)*(?<![ :])")
"""Text that needs no quotes, in a list between brackets neither."""


class Edit(NamedTuple):
    """Signs of a file, and what comes in their place."""

    span: TextRange
    text: str


def joined(source: str, edits: Iterable[Edit], *, is_safe: bool = False) -> Correction:
    """One correction that makes all these edits, none of which meets another."""
    ordered = sorted(edits)
    first, last = ordered[0].span, ordered[-1].span
    text = ordered[0].text
    for before, edit in pairwise(ordered):
        start = offset_of(source, before.span.end_line, before.span.end_column)
        text += source[start : offset_of(source, edit.span.line, edit.span.column)] + edit.text
    span = TextRange(first.line, first.column, last.end_line, last.end_column)
    return Correction(span, text, is_safe)


def offset_of(source: str, line: int, column: int) -> int:
    """The place in a text of a line and a column, from 0."""
    start = 0
    for _ in range(line - 1):
        start = source.find("\n", start) + 1
    return start + column - 1


def is_harmless(text: str) -> bool:
    """Whether words can be written in the midst of any value as they are."""
    return _HARMLESS.fullmatch(text) is not None


def put_above(text: str, line: int, column: int, remark: str) -> Correction:
    """A remark behind a value that ends at a column of a line, on a line of its own above it."""
    margin = text[: len(text) - len(text.lstrip())]
    span = TextRange(line, 1, line, len(text.rstrip()) + 1)
    return Correction(span, f"{margin}{remark}\n{text[: column - 1]}")


def without_field(lines: Sequence[str], line: int, column: int, value: TextRange) -> Correction | None:
    """A field taken away whose name stands at a line and a column, with its line; the dash before it stays."""
    own = lines[line - 1]
    if value.line != line or value.end_line != line or own[value.end_column - 1 :].strip():
        return None
    if not own[: column - 1].strip():
        return Correction(TextRange(line, 1, line + 1, 1), "") if line < len(lines) else None
    below = lines[line] if line < len(lines) else ""
    is_beside = own[: column - 1].strip("- ") == "" and len(below) - len(below.lstrip(" ")) == column - 1
    return Correction(TextRange(line, column, line + 1, column), "") if is_beside and below.strip() else None


def reshaped(lines: Sequence[str], line: int, column: int, code: str, *, named: bool) -> Correction | None:
    """The lines of a field whose value has the wrong shape, in the shape that it needs: a list, or one text.

    The name of the field stands at a line and a column, or, if it is not `named`, an item of a list.
    """
    if not named:
        return _whole(lines, line, column) if code == "not-text" else None
    last = _end_of(lines, line, column)
    own = lines[line - 1]
    behind = re.compile(r"[\w-]+:[ \t]*").match(own, column - 1)
    if not behind:
        return None
    value = own[behind.end() :].rstrip()
    if code == "not-text":
        return _as_text(lines, line, last, behind.end(), value)
    margin = " " * (column + 1)
    if value and last == line and not value.startswith(("[", "{", "|", ">", "#")):
        span = TextRange(line, len(own[: behind.end()].rstrip()) + 1, line, len(own) + 1)
        return Correction(span, f"\n{margin}- {value}")
    if not value and (listed := _bulleted(lines, line, last)):
        return listed
    first = next((number for number in range(line, last) if lines[number].strip()), None)
    indent = len(lines[first]) - len(lines[first].lstrip(" ")) if first is not None else 0
    if value or first is None or indent < column + 1 or _ITEM.match(lines[first]):
        return None
    return Correction(TextRange(first + 1, indent - 1, first + 1, indent + 1), "- ")


def _bulleted(lines: Sequence[str], line: int, last: int) -> Correction | None:
    """Lines below a field that all begin with a dash without a space, or with another bullet, as items."""
    below = lines[line:last]
    found = [_BULLETED.fullmatch(text) for text in below]
    if not below or not all(found):
        return None
    text = "\n".join(f"{item['indent']}- {item['words']}" for item in found if item)
    return Correction(TextRange(line + 1, 1, last, len(below[-1]) + 1), text)


def _whole(lines: Sequence[str], line: int, column: int) -> Correction | None:
    """The whole of a line behind a dash as one text: a colon in it made a field of it."""
    text = lines[line - 1][column - 1 :].rstrip()
    if re.search(r"[\"\\]|^[\[{'|>]| #", text) or _end_of(lines, line, column) != line:
        return None
    return Correction(TextRange(line, column, line, column + len(text)), f'"{text}"')


def _as_text(lines: Sequence[str], line: int, last: int, start: int, value: str) -> Correction | None:
    """The one text of a list of one, between brackets or behind a dash."""
    own = lines[line - 1]
    if last == line and (found := re.fullmatch(r"\[[ ]*([^,\[\]]+?)[ ]*,?[ ]*\]", value)):
        return Correction(TextRange(line, start + 1, line, len(own.rstrip()) + 1), found[1])
    below = lines[line].strip() if line < len(lines) else ""
    if not value and last == line + 1 and below.startswith("- "):
        text = f" {below[2:].strip()}"
        return Correction(TextRange(line, len(own.rstrip()) + 1, last, len(lines[line]) + 1), text)
    return None


def _end_of(lines: Sequence[str], line: int, column: int) -> int:
    """The last line of the field whose name stands there: those below it that lie deeper, or are items of it."""
    last = line
    for number in range(line, len(lines)):
        text = lines[number]
        indent = len(text) - len(text.lstrip(" "))
        if text.strip() and not (indent >= column or (indent == column - 1 and text.lstrip().startswith("- "))):
            break
        if text.strip() in ("---", "..."):
            break
        last = number + 1 if text.strip() else last
    return last


def as_scalar(value: str) -> str:
    """A value as an editor writes it: between double quotes only where YAML would read something else."""
    if _PLAIN.fullmatch(value) and value not in NOTHING:
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
