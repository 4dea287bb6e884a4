"""How much work something is, counted: a clock tells of the machine as well."""

import sys
from collections.abc import Callable
from itertools import count


def calls(deed: Callable[[], object]) -> int:
    """How many functions are called while this is done."""
    number = count()

    def heed(_frame: object, event: str, _given: object) -> None:
        if event in ("call", "c_call"):
            next(number)

    before = sys.getprofile()
    sys.setprofile(heed)
    try:
        deed()
    finally:
        sys.setprofile(before)
    return next(number)
