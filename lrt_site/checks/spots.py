"""Where in a text something stands, as the last steps of the way to it, and what is written there instead."""

from __future__ import annotations

from typing import NamedTuple

from lrt_site.model.register import Steps
from lrt_site.problems import Fault, Patch


class Mend(NamedTuple):
    """What to write between two places of a text, from 0."""

    start: int
    end: int
    text: str

    def of(self, text: str) -> str:
        """The whole text with it."""
        return text[: self.start] + self.text + text[self.end :]


def spot(at: Steps, text: str, offset: int) -> Steps:
    """A place in a text: in a report a line and a column, elsewhere a number of characters, all from 0."""
    return (*at, *_steps(at, text, offset))


def fault_in(
    record: str, at: Steps, text: str, place: tuple[int, int], code: str, message: str, mend: Mend | None = None
) -> Fault:
    """That what stands between two places of a text is wrong, and what to write where that is certain."""
    start, end = place
    if mend and not mend.of(text).strip():
        mend = None
    patch = Patch(_steps(at, text, mend.start), _steps(at, text, mend.end), mend.text) if mend else None
    instead = mend.of(text).strip() if mend and at != ("body",) else None
    return Fault(
        record, spot(at, text, start), code, message, instead=instead or None, until=_steps(at, text, end), patch=patch
    )


def _steps(at: Steps, text: str, offset: int) -> Steps:
    if at != ("body",):
        return (offset,)
    return (text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1)
