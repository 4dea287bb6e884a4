"""Two versions of a text beside each other: paragraphs first, then the words inside those that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

PieceKind = Literal["same", "inserted", "deleted"]

_ALIKE = 0.4
"""Paragraphs less alike than this are shown as one that went and one that came."""
_MOST_PAIRS = 400
"""Beyond so many pairs of changed paragraphs they are taken in order, without looking for the most alike."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^a-z\s])|\n")
_WRAP = re.compile(r"[^\S\n]*\n(?!\s*(?:[-*+|>#]|[0-9]+[.)]))[^\S\n]*")
"""The end of a line within a sentence: no new item of a list or row of a table begins behind it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, came or went."""

    text: str
    kind: PieceKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in which something changed."""

    pieces: tuple[Piece, ...]
    passed: int = 0
    """How many paragraphs before it stayed as they were; they are left out."""

    @property
    def before(self) -> str:
        """The paragraph as it was, spaces and line ends apart."""
        return "".join(one.text for one in self.pieces if one.kind != "inserted")

    @property
    def after(self) -> str:
        """The paragraph as it is, spaces and line ends apart."""
        return "".join(one.text for one in self.pieces if one.kind != "deleted")


@dataclass(frozen=True, slots=True)
class Prose:
    """What changed in a text."""

    paragraphs: tuple[Paragraph, ...]
    passed: int
    """How many paragraphs behind the last changed one stayed as they were."""
    inserted: int
    """How many words came."""
    deleted: int
    """How many words went."""

    @property
    def sentences(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The sentences that were there before only, and those that are there now only."""
        before = [one for paragraph in self.paragraphs for one in _sentences(paragraph.before)]
        after = [one for paragraph in self.paragraphs for one in _sentences(paragraph.after)]
        return tuple(one for one in before if one not in after), tuple(one for one in after if one not in before)


def compared(before: str, after: str) -> Prose:
    """What changed between two versions of a text; of one that is empty all came or went."""
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[Paragraph] = []
    passed = 0
    for tag, *(i1, i2, j1, j2) in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            passed += i2 - i1
            continue
        for pair in _paired(old[i1:i2], new[j1:j2]):
            for pieces in _pieces(*pair):
                found.append(Paragraph(pieces, passed))
                passed = 0
    all_pieces = [piece for paragraph in found for piece in paragraph.pieces]
    return Prose(tuple(found), passed, _words(all_pieces, "inserted"), _words(all_pieces, "deleted"))


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each line as long as its sentence goes on."""
    return [_WRAP.sub(" ", one.strip()) for one in re.split(r"\n\s*\n", text) if one.strip()]


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The changed paragraphs side by side, in order; empty text beside what only came or only went."""
    place = 0
    for one in old:
        reach = range(place, len(new)) if len(old) * len(new) <= _MOST_PAIRS else range(place, min(place + 1, len(new)))
        best = max(reach, key=lambda index: _likeness(one, new[index]), default=None)
        if best is None or _likeness(one, new[best]) < _ALIKE:
            yield one, ""
            continue
        yield from (("", came) for came in new[place:best])
        yield one, new[best]
        place = best + 1
    yield from (("", came) for came in new[place:])


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _pieces(before: str, after: str) -> Iterator[tuple[Piece, ...]]:
    old, new = _tokens(before), _tokens(after)
    matcher = SequenceMatcher(None, [one.strip() for one in old], [one.strip() for one in new], autojunk=False)
    runs: list[Piece] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            runs.append(Piece("".join(new[j1:j2]), "same"))
            continue
        runs += _apart("".join(old[i1:i2]), "deleted")
        runs += _apart("".join(new[j1:j2]), "inserted")
    if runs:
        yield tuple(_merged(runs))


def _tokens(paragraph: str) -> list[str]:
    """The words of a paragraph, each with the space behind it."""
    return re.findall(r"\S+\s+", f"{paragraph} ")


def _apart(text: str, kind: PieceKind) -> Iterator[Piece]:
    """A stretch that came or went, the space behind it outside: a line under a space says nothing."""
    words = text.rstrip()
    if words:
        yield Piece(words, kind)
        yield Piece(text[len(words) :] or " ", "same")


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for kind, group in groupby(pieces, key=lambda one: one.kind):
        yield Piece("".join(one.text for one in group), kind)


def _words(pieces: Sequence[Piece], kind: PieceKind) -> int:
    return sum(len(one.text.split()) for one in pieces if one.kind == kind)


def _sentences(paragraph: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in _SENTENCE_END.split(paragraph) if one.strip())
