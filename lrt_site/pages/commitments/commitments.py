"""The overview of all commitments, whatever their status, and the way to the page of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.offices import Office, offices
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.pages.commitments import by_day, late, lists, on_day, statuses
from lrt_site.pages.commitments import offices as by_office
from lrt_site.pages.commitments.commitment import commitment_page
from lrt_site.pages.commitments.rows import STATUSES, CommitmentRow, rows_of, status_of
from lrt_site.pages.commitments.statuses import StatusCount, status_counts
from lrt_site.pages.shared.common import ALL_DATA, Footnotes, Frame, PageMaker, later, trail
from lrt_site.pages.shared.days import Days
from lrt_site.pages.shared.neighbours import in_turn
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import NAMES
from lrt_site.urls import slug_of
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

LATE_SHOWN = 6
"""So many of what is late stand on the overview at most; its own page has all of it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose from, and the part of an address that stands for it."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A list to choose from, by which a script filters the table."""

    name: str
    """In the address of the page, and at the rows of the table."""
    label: str
    choices: tuple[Choice, ...]
    of_the_day: bool = False
    """Whether time alone changes it."""


@dataclass(frozen=True, slots=True)
class CommitmentsPage:
    """What templates/commitments/commitments.html.jinja is given."""

    template: ClassVar[str] = "commitments/commitments.html.jinja"

    frame: Frame
    rows: tuple[CommitmentRow, ...]
    speaks_on: str = field(compare=False)
    """The day on which the site speaks, in words."""
    filters: tuple[Filter, ...] = field(compare=False)
    statuses: tuple[StatusCount, ...]
    """All statuses, also those that no commitment has."""
    registers: Link
    late: tuple[CommitmentRow, ...] = field(compare=False)
    """Those of which the deadline has passed, or may have, the longest ago first; not all, where there are many."""
    late_in_all: int = field(compare=False)
    """How many there are."""
    cutoffs: tuple[tuple[Link, ...], ...] = field(compare=False)
    """The two fixed days of every year, the newest year first."""


def pages(register: Register, as_of: date) -> Iterator[CommitmentsPage | PageMaker]:
    """The overview, the page of every commitment, whatever its status, every list, and the page of every day."""
    newest_first = in_order(register)
    days = on_day.calendar(register, as_of)
    known = offices(newest_first)
    first, *parts = by_year(newest_first, urls.COMMITMENTS, lambda commitment: commitment.date.earliest)
    yield _overview(register, newest_first, known, days, first)
    for portion in parts:
        yield later(portion.address, lists.part_page, register, portion, days, _overview_frame(newest_first))
    for commitment, (newer, older) in in_turn(newest_first):
        yield later(urls.page_of(commitment), commitment_page, register, commitment, (older, newer), days.as_of)
    yield from lists.pages(register, newest_first, known, days)
    yield from statuses.pages(newest_first)
    yield from by_office.pages(newest_first, known)
    yield from late.pages(register, newest_first, days.as_of)
    yield from by_day.pages(register, days)
    yield from on_day.pages(register, newest_first, days)


def in_order(register: Register) -> tuple[Commitment, ...]:
    """All commitments, the newest first."""
    return tuple(
        sorted(
            register.all(Commitment).values(),
            key=lambda commitment: (commitment.date.earliest, commitment.id),
            reverse=True,
        )
    )


def _overview(
    register: Register,
    commitments: Sequence[Commitment],
    known: Iterable[Office],
    days: Days,
    portion: Portion[Commitment],
) -> CommitmentsPage:
    notes = Footnotes(register)
    overdue = late.late_on(commitments, days.as_of)
    return CommitmentsPage(
        late=rows_of(register, notes, overdue[:LATE_SHOWN], days.as_of),
        late_in_all=len(overdue),
        rows=rows_of(register, notes, portion.items, days.as_of),
        speaks_on=PartialDate.of(days.as_of).in_words,
        filters=() if portion.parts else _filters(commitments, known),
        statuses=status_counts(commitments),
        registers=Link("Hoe de registers van toezeggingen werken", urls.REGISTERS),
        cutoffs=on_day.cutoffs(register, days.as_of),
        frame=portion.framed(replace(_overview_frame(commitments), references=notes.references())),
    )


def _overview_frame(newest_first: Sequence[Commitment]) -> Frame:
    """The frame of the overview, but for its sources."""
    return Frame(urls.COMMITMENTS, NAMES[urls.COMMITMENTS], _newest_in_words(newest_first), trail(), data=(ALL_DATA,))


def _newest_in_words(newest_first: Sequence[Commitment]) -> str:
    if not newest_first:
        return "Wij kennen nog geen toezegging over de tafel."
    newest = newest_first[0]
    return (
        f"Toezegging {newest.id} is van {newest.date.in_words}: {newest.title.rstrip('.')}. Per toezegging staat hier "
        "wat het register zegt en welke stukken ernaast liggen."
    )


def _filters(commitments: Sequence[Commitment], known: Iterable[Office]) -> tuple[Filter, ...]:
    found = {status_of(commitment) for commitment in commitments}
    committees = {slug_of(text): text for commitment in commitments for text in commitment.committees}
    years = sorted({f"{commitment.date.earliest.year:04}" for commitment in commitments}, reverse=True)
    return (
        Filter(
            "status", "Status", tuple(Choice(slug_of(text), capitalised(text)) for text in STATUSES if text in found)
        ),
        Filter("ambt", "Ambt", tuple(Choice(office.slug, office.name) for office in known)),
        Filter("commissie", "Commissie", tuple(Choice(slug, committees[slug]) for slug in sorted(committees))),
        Filter("jaar", "Jaar", tuple(Choice(year, year) for year in years)),
        Filter(
            "verstreken",
            "Termijn verstreken",
            (Choice("ja", "Ja"), Choice("misschien", "Misschien"), Choice("nee", "Nee, of afgehandeld")),
            of_the_day=True,
        ),
    )
