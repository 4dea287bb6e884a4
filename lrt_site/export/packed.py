"""Whole numbers as short text: each in one to five signs that need no escape in JSON and no space between them."""

from __future__ import annotations

from collections.abc import Iterable

SIGNS = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
"""A number below 46 is one of the first 46 signs. The others begin a number of more signs: 40 of two, 5 of three, and
the last of five."""

_BASE = len(SIGNS)
_ONE, _TWO, _THREE = 46, 40, 5
_TO_TWO = _ONE + _TWO * _BASE
_TO_THREE = _TO_TWO + _THREE * _BASE**2
LIMIT = _TO_THREE + _BASE**4
"""No number is as large as this."""


def packed(numbers: Iterable[int]) -> str:
    """Numbers from 0 on as text. `unpacked` in templates/static/citaat-index.js reads it."""
    return "".join(map(_sign, numbers))


def folded(number: int) -> int:
    """A number that can be below 0 as one that cannot: 0, -1, 1, -2 as 0, 1, 2, 3."""
    return 2 * number if number >= 0 else -2 * number - 1


def _sign(number: int) -> str:
    if number < _ONE:
        return SIGNS[number]
    if number < _TO_TWO:
        lead, rest = divmod(number - _ONE, _BASE)
        return SIGNS[_ONE + lead] + SIGNS[rest]
    if number < _TO_THREE:
        lead, rest = divmod(number - _TO_TWO, _BASE**2)
        return SIGNS[_ONE + _TWO + lead] + _digits(rest, 2)
    if number >= LIMIT:
        raise ValueError(f"{number} is too large to pack")
    return SIGNS[-1] + _digits(number - _TO_THREE, 4)


def _digits(number: int, count: int) -> str:
    signs = ""
    for _ in range(count):
        number, digit = divmod(number, _BASE)
        signs = SIGNS[digit] + signs
    return signs
