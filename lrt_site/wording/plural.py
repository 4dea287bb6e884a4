"""A number with the word for what is counted."""

from __future__ import annotations


def plural(number: int, one: str, many: str) -> str:
    """A number with its word, in the singular or the plural: `1 dag`, `3 dagen`, `geen` never."""
    return f"{number} {one if number == 1 else many}"
