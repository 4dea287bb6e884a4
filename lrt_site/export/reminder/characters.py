"""Signs that a document cannot show, or that make a text read otherwise than it is: each becomes its number."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of text."""


def unturned(text: str) -> str:
    """A text in which no character turns the direction of the others."""
    return _TURNING.sub(lambda found: as_number(found.group()), text)


def as_number(character: str) -> str:
    """A character as its number: `[U+202E]`."""
    return f"[U+{ord(character):04X}]"
