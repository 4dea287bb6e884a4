"""Numbers with the word for what they count."""

from __future__ import annotations

from lrt_site.model.numbers import in_dutch


def plural(number: int, text: str, many: str) -> str:
    """A number with its word: `1 stoel`, `3 stoelen`, `1.500 stoelen`."""
    return f"{in_dutch(number)} {text if number == 1 else many}"


def in_days(number: int) -> str:
    """A number of days: `1 dag`, `3 dagen`."""
    return plural(number, "dag", "dagen")
