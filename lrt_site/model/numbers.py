"""Numbers as their source prints them."""

from __future__ import annotations

import re
from decimal import Decimal

from lrt_site.frozen import dataclass

DECIMAL_FORM = r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,9}"
WRITTEN_DECIMALS = r"-?(0|[1-9][0-9]{0,14})[.,][0-9]{1,9}"
"""Editors may write the comma of their sources."""


@dataclass(frozen=True, slots=True)
class DecimalNumber:
    """A number with decimals, in exactly the digits of its source: `96.40` is as much as `96.4`, but more exact.

    Published as a string: a number in JSON is a binary fraction and loses zeros at its end (RFC 8785, 3.2.2.3).
    """

    text: str

    def __post_init__(self) -> None:
        if not re.fullmatch(DECIMAL_FORM, self.text):
            raise ValueError(f"'{self.text}' is geen getal met decimalen")

    def __str__(self) -> str:
        return self.text


Number = int | DecimalNumber
"""Whole, or with decimals."""


def exact(number: Number) -> Decimal:
    """The number to count with."""
    return Decimal(str(number))


def in_dutch(number: Number | Decimal) -> str:
    """A number as Dutch writes it, with all its digits: `42.301`, `96,40`, `−1.234,5`."""
    digits = exact(number) if isinstance(number, int | DecimalNumber) else number
    return f"{digits:,f}".translate(_SIGNS)


_SIGNS = str.maketrans(",.-", ".,−")
"""A minus and no hyphen: a hyphen is left out when it is read aloud."""
