"""The page that leads to the list of commitments of every status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.rows import STATUSES, UNKNOWN, status_of
from lrt_site.pages.shared.common import ALL_DATA, Frame, PageMaker, later, trail
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many commitments have a status as their newest."""

    link: Link
    count: int


@dataclass(frozen=True, slots=True)
class StatusesPage:
    """What templates/commitments/statuses.html.jinja is given."""

    template: ClassVar[str] = "commitments/statuses.html.jinja"

    frame: Frame
    statuses: tuple[StatusCount, ...]
    """All statuses, also those that no commitment has."""


def pages(newest_first: Sequence[Commitment]) -> Iterator[PageMaker]:
    """The page, where there are commitments."""
    if newest_first:
        yield later(urls.COMMITMENTS_BY_STATUS, _page, newest_first)


def status_counts(commitments: Iterable[Commitment]) -> tuple[StatusCount, ...]:
    """Every status with its list; that none is known only where it is so."""
    counts = Counter(map(status_of, commitments))
    return tuple(
        StatusCount(Link(status, urls.commitments_with_status(status)), counts[status])
        for status in STATUSES
        if status != UNKNOWN or counts[status]
    )


def _page(newest_first: Sequence[Commitment]) -> StatusesPage:
    newest = newest_first[0]
    told = f"Toezegging {newest.id} van {newest.date.in_words} heeft als laatst bekende status: {status_of(newest)}."
    return StatusesPage(
        statuses=status_counts(newest_first),
        frame=Frame(
            urls.COMMITMENTS_BY_STATUS,
            "Toezeggingen per status",
            told,
            trail(link_to_page(urls.COMMITMENTS)),
            data=(ALL_DATA,),
        ),
    )
