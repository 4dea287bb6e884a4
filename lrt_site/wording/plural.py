"""Numbers with the word for what they count."""

from __future__ import annotations


def plural(number: int, text: str, many: str) -> str:
    """A number with its word: `1 stoel`, `3 stoelen`."""
    return f"{number} {text if number == 1 else many}"


def in_days(number: int) -> str:
    """A number of days: `1 dag`, `3 dagen`."""
    return plural(number, "dag", "dagen")
