"""The pages that lead to every list of commitments: by newest status, and by office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.offices import Office, line_of
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
class OfficeCount:
    """How many commitments an office has to do with."""

    link: Link
    now: int
    before: int
    made: int
    after: tuple[Link, ...]
    """The offices whose commitments it took over."""


@dataclass(frozen=True, slots=True)
class StatusesPage:
    """What templates/commitments/statuses.html.jinja is given."""

    template: ClassVar[str] = "commitments/statuses.html.jinja"

    frame: Frame
    statuses: tuple[StatusCount, ...]
    """All statuses, also those that no commitment has."""


@dataclass(frozen=True, slots=True)
class OfficesPage:
    """What templates/commitments/offices.html.jinja is given."""

    template: ClassVar[str] = "commitments/offices.html.jinja"

    frame: Frame
    offices: tuple[OfficeCount, ...]


def pages(newest_first: Sequence[Commitment], known: Sequence[Office]) -> Iterator[PageMaker]:
    """Both pages, where there are commitments."""
    if newest_first:
        yield later(urls.COMMITMENTS_BY_STATUS, _statuses_page, newest_first)
        yield later(urls.COMMITMENTS_BY_OFFICE, _offices_page, newest_first, known)


def status_counts(commitments: Iterable[Commitment]) -> tuple[StatusCount, ...]:
    """Every status with its list; that none is known only where it is so."""
    counts = Counter(map(status_of, commitments))
    return tuple(
        StatusCount(Link(status, urls.commitments_with_status(status)), counts[status])
        for status in STATUSES
        if status != UNKNOWN or counts[status]
    )


def _statuses_page(newest_first: Sequence[Commitment]) -> StatusesPage:
    newest = newest_first[0]
    told = f"Toezegging {newest.id} van {newest.date.in_words} heeft als laatst bekende status: {status_of(newest)}."
    return StatusesPage(
        statuses=status_counts(newest_first),
        frame=_frame(urls.COMMITMENTS_BY_STATUS, "Toezeggingen per status", told),
    )


def _offices_page(newest_first: Sequence[Commitment], known: Sequence[Office]) -> OfficesPage:
    placed = next((commitment for commitment in newest_first if line_of(commitment)), None)
    told = (
        f"Volgens de nieuwste bron ligt toezegging {placed.id} nu bij: {line_of(placed)[-1]}."
        if placed
        else "Geen bron noemt bij een toezegging een ambt dat nu verantwoordelijk is."
    )
    return OfficesPage(
        offices=tuple(_office_count(office) for office in known),
        frame=_frame(urls.COMMITMENTS_BY_OFFICE, "Toezeggingen per ambt", told),
    )


def _office_count(known: Office) -> OfficeCount:
    after = tuple(Link(office, urls.commitments_of_office(office)) for office in known.after)
    return OfficeCount(known.link, len(known.now), len(known.before), len(known.made), after)


def _frame(address: str, title: str, description: str) -> Frame:
    return Frame(address, title, description, trail(link_to_page(urls.COMMITMENTS)), data=(ALL_DATA,))
