"""Numbers with the word for what they count."""

from __future__ import annotations

from lrt_site.model.numbers import in_dutch


def plural(number: int, text: str, many: str) -> str:
    """A number with its word: `1 stoel`, `3 stoelen`, `1.500 stoelen`."""
    return f"{in_dutch(number)} {text if number == 1 else many}"


def in_days(number: int) -> str:
    """A number of days: `1 dag`, `3 dagen`."""
    return plural(number, "dag", "dagen")


def decimal(value: float) -> str:
    """A number of which a half may be left, as Dutch writes it."""
    whole, half = divmod(round(value * 2), 2)
    return f"{in_dutch(whole)}{',5' if half else ''}"
