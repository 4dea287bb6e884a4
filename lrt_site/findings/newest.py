"""What may be called the newest, where moments are known as exactly as their sources tell them."""

from __future__ import annotations

from collections.abc import Collection

from lrt_site.model.names import Days


def the_newest(days: Days | None, others: Collection[Days | None], newest: str, several: str) -> str:
    """What something is called that was on one of these days, beside others: `De nieuwste bron`.

    Where the days of others are not known it is the newest `met een datum`; where it may have been before one of them,
    it is `een van de` newest: `several`.
    """
    known = [other for other in others if other]
    if days is None or any(last >= days[0] for _, last in known):
        return f"Een van de {several}"
    return newest if len(known) == len(others) else f"{newest} met een datum"
