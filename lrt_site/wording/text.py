"""The beginnings and ends of sentences, and lists in them."""

from __future__ import annotations

import re
from collections.abc import Sequence


def from_its_start(text: str) -> str:
    """A quotation that shows where it begins in the middle of a sentence."""
    return f"… {text}" if text[:1].islower() else text


def ended(text: str) -> str:
    """A text as a sentence: with a stop, unless it has its own end already."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def shortened(text: str, room: int) -> str:
    """A text of at most so many signs: what does not fit gives way, a whole word at a time, to an ellipsis."""
    if len(text) <= room:
        return text
    kept = text[:room].rsplit(" ", 1)[0].rstrip(" ,;:–-(")
    return f"{kept}…"


def opening(text: str, sentences: int) -> str:
    """The first sentences of a text: so many, or all of it."""
    return " ".join(re.split(r"(?<=[.?!]) (?=[A-Z])", text)[:sentences])


def capitalised(text: str) -> str:
    """A text with a capital at its start, the rest as it was."""
    return text[:1].upper() + text[1:]


def listed(names: Sequence[str]) -> str:
    """`een`, `een en twee`, `een, twee en drie`."""
    return " en ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
