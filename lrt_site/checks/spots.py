"""Where in a text something stands, as the last steps of the way to it."""

from __future__ import annotations

from lrt_site.model.register import Steps


def spot(at: Steps, text: str, offset: int) -> Steps:
    """A place in a text: in a report a line and a column, elsewhere a number of characters, all from 0."""
    if at != ("body",):
        return (*at, offset)
    return (*at, text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset) - 1)
