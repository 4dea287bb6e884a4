"""The beginnings and ends of sentences."""

from __future__ import annotations


def from_its_start(text: str) -> str:
    """A quotation that shows where it begins in the middle of a sentence."""
    return f"… {text}" if text[:1].islower() else text


def ended(text: str) -> str:
    """A text as a sentence: with a stop, unless it has its own end already."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def capitalised(text: str) -> str:
    """A text with a capital at its start, the rest as it was."""
    return text[:1].upper() + text[1:]
