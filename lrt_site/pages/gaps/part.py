"""Gaps of a kind of which there are too many for one page: so many of them as a page has room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.gap_list import PAGES, Gap, GapKind, GapsOnDay
from lrt_site.frozen import dataclass
from lrt_site.model.numbers import in_dutch
from lrt_site.model.portions import ListPart
from lrt_site.pages.gaps.rows import GAPS_AS_DATA, OF_THE_DAY, SECTIONS, GapRow, row_of
from lrt_site.pages.shared.common import Divided, Footnotes, Frame, PageMaker, later, trail
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.portions import NEWEST
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


def shown(found: GapsOnDay, *kinds: GapKind) -> Mapping[GapKind, tuple[GapRow, ...]]:
    """The gaps of these kinds, by kind; of one with too many for a page the first."""
    many = divided(found)
    of_kind = {kind: [gap for gap in found.all if gap.kind == kind] for kind in kinds}
    return {
        kind: tuple(row_of(gap, found.register) for gap in gaps[: NEWEST if kind in many else None])
        for kind, gaps in of_kind.items()
    }


def framed(found: GapsOnDay, title: str, description: str, *kinds: GapKind, notes: Footnotes | None = None) -> Frame:
    """The frame of the page about some kinds of gaps, which have one subject."""
    listed = sum(map(len, shown(found, *kinds).values()))
    return Frame(
        urls.gaps_about(PAGES[kinds[0]]),
        title,
        description,
        trail(link_to_page(urls.GAPS)),
        references=notes.references() if notes else (),
        data_today=(GAPS_AS_DATA,),
        divided=way(found, listed, *kinds),
    )


def way(found: GapsOnDay, listed: int, *kinds: GapKind, here: Link | None = None) -> Divided | None:
    """The way to all parts of these kinds, from a page that lists so many gaps; none where one page has room."""
    parts = tuple(_link(part) for part in found.parts if part[1][0].kind in kinds)
    total = sum(gap.kind in kinds for gap in found.all)
    return Divided(in_dutch(listed), in_dutch(total), parts, "soort", here) if parts else None


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
            divided=way(found, len(members), members[0].kind, here=here),
        ),
    )


def _link(part: PartOfGaps) -> Link:
    told, members = part
    kind = members[0].kind
    return Link(told.title.replace(kind, SECTIONS[kind][0], 1), urls.part_of(urls.GAPS, told.slug))
