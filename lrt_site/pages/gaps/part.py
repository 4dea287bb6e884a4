"""Gaps of a kind of which there are too many for one page: so many of them as a page has room for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.gap_list import Gap, GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.numbers import in_dutch
from lrt_site.model.portions import ListPart
from lrt_site.pages.gaps.rows import GAPS_AS_DATA, OF_THE_DAY, SECTIONS, GapRow, row_of
from lrt_site.pages.shared.common import Divided, Frame, PageMaker, later, trail
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.runs import Link

PartOfGaps = tuple[ListPart, tuple[Gap, ...]]


@dataclass(frozen=True, slots=True)
class GapPartPage:
    """What templates/gaps/part.html.jinja is given."""

    template: ClassVar[str] = "gaps/part.html.jinja"

    frame: Frame
    rows: tuple[GapRow, ...]
    of_the_day: bool
    """Whether time alone brings such gaps."""


def divided(found: GapsOnDay) -> frozenset[GapKind]:
    """The kinds of which there are too many for one page."""
    return frozenset(members[0].kind for _, members in found.parts)


def way(found: GapsOnDay, shown: int, here: Link | None = None) -> Divided | None:
    """The way to all parts, from a page that shows so many gaps; none where one page has room for all."""
    if not found.parts:
        return None
    return Divided(in_dutch(shown), in_dutch(len(found.all)), tuple(map(_link, found.parts)), "soort", here)


def pages(found: GapsOnDay) -> Iterator[PageMaker]:
    """A page for each part."""
    for part, neighbours in in_turn(found.parts):
        yield later(_link(part).address, _page, found, part, neighbours)


def _page(found: GapsOnDay, part: PartOfGaps, neighbours: Neighbours[PartOfGaps]) -> GapPartPage:
    previous, following = links_of(neighbours, _link)
    _, members = part
    here = _link(part)
    return GapPartPage(
        rows=tuple(row_of(gap, found.register) for gap in members),
        of_the_day=members[0].kind in OF_THE_DAY,
        frame=Frame(
            here.address,
            here.title,
            "Niet gevonden is niet hetzelfde als niet gebeurd.",
            trail(link_to_page(urls.GAPS)),
            data_today=(GAPS_AS_DATA,),
            previous=previous,
            next=following,
            divided=way(found, len(members), here),
        ),
    )


def _link(part: PartOfGaps) -> Link:
    told, members = part
    kind = members[0].kind
    return Link(told.title.replace(kind, SECTIONS[kind][0], 1), urls.part_of(urls.GAPS, told.slug))
