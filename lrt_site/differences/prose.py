"""Two versions of a text beside each other: paragraphs first, then the words inside those that changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from lrt_site.differences.aligning import aligned, likeness
from lrt_site.frozen import dataclass

PieceKind = Literal["same", "inserted", "deleted"]

_ALIKE = 0.4
"""Paragraphs less alike than this are shown as one that went and one that came."""
_MOST_PAIRS = 400
"""Maximum number of pairs of changed paragraphs of which the likest are sought; beyond it order decides."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^a-z\s])|\n")
_WRAP = re.compile(r"(?<![^\S\n])[^\S\n]*\n(?!\s*(?:[-*+|>#]|[0-9]+[.)]))[^\S\n]*")
"""The end of a line within a sentence: no new item of a list or row of a table begins behind it."""


@dataclass(frozen=True, slots=True)
class ProsePiece:
    """A stretch of text that stayed, came or went."""

    text: str
    kind: PieceKind


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in which something changed."""

    pieces: tuple[ProsePiece, ...]
    passed: int = 0
    """How many paragraphs before it stayed as they were; they are left out."""

    @property
    def before(self) -> str:
        """The paragraph as it was, spaces and line ends apart."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "inserted")

    @property
    def after(self) -> str:
        """The paragraph as it is, spaces and line ends apart."""
        return "".join(piece.text for piece in self.pieces if piece.kind != "deleted")


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
        before = [sentence for paragraph in self.paragraphs for sentence in _sentences(paragraph.before)]
        after = [sentence for paragraph in self.paragraphs for sentence in _sentences(paragraph.after)]
        there, here = set(before), set(after)
        return tuple(text for text in before if text not in here), tuple(text for text in after if text not in there)


def compared(before: str, after: str) -> Prose:
    """What changed between two versions of a text; of one that is empty all came or went."""
    old, new = _paragraphs(before), _paragraphs(after)
    found: list[Paragraph] = []
    passed = 0
    for tag, *(i1, i2, j1, j2) in aligned(old, new):
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
    return [_WRAP.sub(" ", item.strip()) for item in re.split(r"\n\s*\n", text) if item.strip()]


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The changed paragraphs side by side, in order; empty text beside what only came or only went."""
    place = 0
    for text in old:
        reach = range(place, len(new)) if len(old) * len(new) <= _MOST_PAIRS else range(place, min(place + 1, len(new)))
        best = max(reach, key=lambda index: _likeness(text, new[index]), default=None)
        if best is None or _likeness(text, new[best]) < _ALIKE:
            yield text, ""
            continue
        yield from (("", came) for came in new[place:best])
        yield text, new[best]
        place = best + 1
    yield from (("", came) for came in new[place:])


def _likeness(text: str, other: str) -> float:
    return likeness(text.split(), other.split())


def _pieces(before: str, after: str) -> Iterator[tuple[ProsePiece, ...]]:
    old, new = _tokens(before), _tokens(after)
    runs: list[ProsePiece] = []
    for tag, i1, i2, j1, j2 in aligned([text.strip() for text in old], [text.strip() for text in new]):
        if tag == "equal":
            runs.append(ProsePiece("".join(new[j1:j2]), "same"))
            continue
        runs += _apart("".join(old[i1:i2]), "deleted")
        runs += _apart("".join(new[j1:j2]), "inserted")
    if runs:
        yield tuple(_merged(runs))


def _tokens(paragraph: str) -> list[str]:
    """The words of a paragraph, each with the space behind it."""
    return re.findall(r"\S+\s+", f"{paragraph} ")


def _apart(text: str, kind: PieceKind) -> Iterator[ProsePiece]:
    """A stretch that came or went, the space behind it outside: a line under a space says nothing."""
    words = text.rstrip()
    if words:
        yield ProsePiece(words, kind)
        yield ProsePiece(text[len(words) :] or " ", "same")


def _merged(pieces: Sequence[ProsePiece]) -> Iterator[ProsePiece]:
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        yield ProsePiece("".join(piece.text for piece in group), kind)


def _words(pieces: Sequence[ProsePiece], kind: PieceKind) -> int:
    return sum(len(piece.text.split()) for piece in pieces if piece.kind == kind)


def _sentences(paragraph: str) -> tuple[str, ...]:
    return tuple(" ".join(item.split()) for item in _SENTENCE_END.split(paragraph) if item.strip())
