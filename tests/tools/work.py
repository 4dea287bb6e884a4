"""How much work something is, counted: a clock tells of the machine as well."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail where this takes more processor time: a bound a hundred times what it needs, and far below what it took."""

    def stop(*_: object) -> None:
        raise AssertionError(f"more than {seconds} seconds of work")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
