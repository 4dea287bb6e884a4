"""The overview of all commitments, whatever their status, and the way to the page of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.commitments import Commitment
from lrt_site.model.register import Register
from lrt_site.views import commitment_dates
from lrt_site.views.commitment import NOT_SAID, commitment_page
from lrt_site.views.common import Frame, Link, PageMaker, later, trail
from lrt_site.views.days import DayList, Days, day_list
from lrt_site.views.timeline import status_when

UNKNOWN = "niet bekend"


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in the overview."""

    link: Link
    title: str
    chamber: str
    made: str
    deadline: str
    status: str
    status_when: str
    documents: int
    contradictions: int


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """What templates/pages/commitments.html.jinja is given."""

    template: ClassVar[str] = "pages/commitments.html.jinja"

    frame: Frame
    rows: tuple[CommitmentRow, ...]
    statuses: tuple[tuple[str, int], ...]
    """How many commitments have which newest status."""
    registers: Link
    dates: DayList


def pages(register: Register, as_of: date) -> Iterator[CommitmentsPage | PageMaker]:
    """The overview, the page of every commitment, whatever its status, and that of every day."""
    newest_first = in_order(register)
    days = commitment_dates.calendar(register, as_of)
    yield _overview(register, newest_first, days)
    for index, one in enumerate(newest_first):
        before = newest_first[index + 1] if index + 1 < len(newest_first) else None
        after = newest_first[index - 1] if index else None
        yield later(urls.page_of(one), commitment_page, register, one, before, after, as_of)
    yield from commitment_dates.pages(register, newest_first, days)


def in_order(register: Register) -> tuple[Commitment, ...]:
    """All commitments, the newest first."""
    return tuple(sorted(register.all(Commitment).values(), key=lambda one: (one.date.earliest, one.id), reverse=True))


def _overview(register: Register, commitments: tuple[Commitment, ...], days: Days) -> CommitmentsPage:
    count = len(commitments)
    counted = "Er staat één toezegging" if count == 1 else f"Er staan {count} toezeggingen"
    return CommitmentsPage(
        rows=tuple(_row(one, register) for one in commitments),
        statuses=tuple(sorted(Counter(one.status.status if one.status else UNKNOWN for one in commitments).items())),
        registers=Link("Hoe de registers van toezeggingen werken", urls.REGISTERS),
        dates=day_list("Hoe stonden de toezeggingen er op deze dag voor?", days, urls.commitments_on),
        frame=Frame(
            urls.COMMITMENTS,
            "Toezeggingen",
            f"{counted} op deze site, met wat het register zegt en welke stukken ernaast liggen.",
            trail(),
            data=(Link("index.json", f"{urls.DATA}index.json"),),
        ),
    )


def _row(one: Commitment, register: Register) -> CommitmentRow:
    return CommitmentRow(
        link=Link(one.id, urls.page_of(one)),
        title=one.title,
        chamber=one.chamber,
        made=one.date.in_words,
        deadline=one.deadlines[-1].deadline.in_words if one.deadlines else NOT_SAID,
        status=one.status.status if one.status else UNKNOWN,
        status_when=status_when(one.status) if one.status else "",
        documents=len(one.evidence),
        contradictions=len(register.contradictions_about.get(one.id, ())),
    )
