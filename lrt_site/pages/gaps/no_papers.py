"""Commitments without a paper, elements of them that no paper surely holds, and statuses without a day."""

from __future__ import annotations

from typing import ClassVar

from lrt_site.findings.gap_list import GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.pages.gaps import part
from lrt_site.pages.gaps.rows import GapRow
from lrt_site.pages.shared.common import Frame

TITLE = "Toezeggingen: stukken en dagen die wij niet vonden"
KINDS: tuple[GapKind, ...] = ("toezegging", "onderdeel", "status")


@dataclass(frozen=True, slots=True)
class NoPapersPage:
    """What templates/gaps/no_papers.html.jinja is given."""

    template: ClassVar[str] = "gaps/no_papers.html.jinja"

    frame: Frame
    rows: tuple[GapRow, ...]


def page(found: GapsOnDay) -> NoPapersPage:
    """The page itself."""
    listed = part.shown(found, *KINDS)
    rows = tuple(row for of_kind in listed.values() for row in of_kind)
    return NoPapersPage(rows=rows, frame=part.framed(found, TITLE, _answer(rows), *KINDS))


def _answer(rows: tuple[GapRow, ...]) -> str:
    if not rows:
        return "Bij elke toezegging is een stuk gevonden waarin elk onderdeel staat, en elke status heeft een dag."
    first, *others = rows
    more = f" En zo nog {len(others)}." if others else ""
    return f"Niet gevonden: {first.title[:1].lower()}{first.title[1:]}.{more}"
