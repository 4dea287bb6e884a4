"""What a review is made of, whatever it is written as."""

from __future__ import annotations

from typing import Literal, TypeAlias

from lrt_site.frozen import dataclass

Mark = Literal["", "strong", "inserted", "deleted", "code"]


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """A stretch of text, as it was typed."""

    text: str
    mark: Mark = ""
    address: str | None = None


Words: TypeAlias = tuple[MarkedWords, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the review itself has level 1."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Sentences:
    """A paragraph."""

    words: Words


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with those under it."""

    words: Words
    under: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its headings, and its rows of as many cells."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class LongText:
    """A longer text of an editor."""

    text: str
    """Its Markdown, as it was typed."""
    html: str
    """What readers get of it, made safe."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Something long, folded away under its name."""

    name: str
    blocks: tuple[Block, ...]


Block: TypeAlias = Heading | Sentences | Bullets | Grid | LongText | Fold


def plain(text: str) -> Words:
    """A text without marks."""
    return (MarkedWords(text),)
