"""The page that leads to the list of commitments of every office, through changes of cabinet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.offices import Office, line_of
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.pages.shared.common import ALL_DATA, Frame, PageMaker, later, trail
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class OfficeCount:
    """How many commitments an office has to do with."""

    link: Link
    now: int
    before: int
    made: int
    after: tuple[Link, ...]
    """The offices whose commitments it took over."""


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """What templates/commitments/offices.html.jinja is given."""

    template: ClassVar[str] = "commitments/offices.html.jinja"

    frame: Frame
    offices: tuple[OfficeCount, ...]


def pages(newest_first: Sequence[Commitment], known: Sequence[Office]) -> Iterator[PageMaker]:
    """The page, where there are commitments."""
    if newest_first:
        yield later(urls.COMMITMENTS_BY_OFFICE, _page, newest_first, known)


def _page(newest_first: Sequence[Commitment], known: Sequence[Office]) -> OfficesPage:
    placed = next((commitment for commitment in newest_first if line_of(commitment)), None)
    told = (
        f"Volgens de nieuwste bron ligt toezegging {placed.id} bij: {line_of(placed)[-1]}."
        if placed
        else "Geen bron noemt bij een toezegging een ambt dat verantwoordelijk is."
    )
    return OfficesPage(
        offices=tuple(_office_count(office) for office in known),
        frame=Frame(
            urls.COMMITMENTS_BY_OFFICE,
            "Toezeggingen per ambt",
            told,
            trail(link_to_page(urls.COMMITMENTS)),
            data=(ALL_DATA,),
        ),
    )


def _office_count(known: Office) -> OfficeCount:
    after = tuple(Link(office, urls.commitments_of_office(office)) for office in known.after)
    return OfficeCount(known.link, len(known.now), len(known.before), len(known.made), after)
