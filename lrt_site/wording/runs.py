"""What a text on a page is made of: stretches of words, linked or not."""

from __future__ import annotations

from lrt_site.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A title and the address behind it."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text, linked or not."""

    text: str
    address: str | None = None
