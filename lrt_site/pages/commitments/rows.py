"""A commitment as a row of a table: what its sources say of it, and by what the table can be sorted and filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import date
from typing import get_args

from lrt_site import urls
from lrt_site.findings.certainty import CommitmentOnDay, HowSure, commitment_on
from lrt_site.findings.offices import line_of, named_by
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, CommitmentStatus
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Backing, backing
from lrt_site.model.register import Register
from lrt_site.pages.commitments.commitment import NOT_SAID
from lrt_site.pages.commitments.overdue import passed_in_words
from lrt_site.pages.commitments.timeline import days_apart, status_said, status_when
from lrt_site.pages.shared.common import Footnotes, Said
from lrt_site.urls import slug_of
from lrt_site.wording.plural import in_days
from lrt_site.wording.runs import Link, Run

UNKNOWN = "niet bekend"
"""The status of a commitment of which no source names one."""
STATUSES: tuple[str, ...] = (*get_args(CommitmentStatus), UNKNOWN)
"""In the order in which lists give them."""


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """A commitment in a list."""

    link: Link
    title: str
    chamber: str
    contradictions: int
    made: Said
    made_by: Said
    responsible: Said
    """The office that the newest source names."""
    formerly: tuple[Said, ...]
    """The offices before it, the newest first."""
    committees: tuple[str, ...]
    status: str
    status_when: Said
    deadline: Said
    """The newest one."""
    earlier_deadlines: int
    overdue: str = field(compare=False)
    """Whether the deadline had passed on the day on which the site speaks; of what was settled, only that it was."""
    overdue_note: str = field(compare=False)
    """By how many days, where sources leave no doubt; else what is not sure. Empty where it had not passed."""
    documents: int
    facets: Facets
    keys: Keys


@dataclass(frozen=True, slots=True)
class Facets:
    """By what a row can be filtered. A text holds parts of addresses, with spaces between them."""

    status: str
    offices: str
    committees: str
    year: str
    overdue: HowSure = field(compare=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """By what rows are sorted, where that is not the text of the cell. Empty is unknown, and comes last."""

    made: str
    """A month or a year comes before the days in it."""
    status: int
    deadline: str
    overdue: int = field(compare=False)


def rows_of(
    register: Register, notes: Footnotes, commitments: Iterable[Commitment], as_of: date
) -> tuple[CommitmentRow, ...]:
    """A row for every one of these commitments, in the order given."""
    return tuple(
        _row(register, notes, commitment, commitment_on(commitment, as_of), as_of) for commitment in commitments
    )


def status_of(commitment: Commitment) -> str:
    """The newest status, or that there is none."""
    return commitment.status.status if commitment.status else UNKNOWN


def _row(
    register: Register, notes: Footnotes, commitment: Commitment, stood: CommitmentOnDay, as_of: date
) -> CommitmentRow:
    line = line_of(commitment)
    newest = commitment.deadlines[-1] if commitment.deadlines else None
    return CommitmentRow(
        link=Link(commitment.id, urls.page_of(commitment)),
        title=commitment.title,
        chamber=commitment.chamber,
        contradictions=len(register.contradictions_about.get(commitment.id, ())),
        made=notes.plain(commitment.date.in_words, commitment, "date"),
        made_by=_office(notes, commitment.made_by_role, backing(commitment, "made_by_role")),
        responsible=_office(notes, line[-1], named_by(commitment, line[-1])) if line else notes.plain(NOT_SAID),
        formerly=tuple(_office(notes, office, named_by(commitment, office)) for office in reversed(line[:-1])),
        committees=commitment.committees,
        status=status_of(commitment),
        status_when=status_said(commitment, status_when(commitment.status) if commitment.status else "", notes),
        deadline=notes.said(newest.deadline.in_words, newest, "deadline") if newest else notes.plain(NOT_SAID),
        earlier_deadlines=len(commitment.deadlines[:-1]),
        overdue=_overdue(commitment, stood),
        overdue_note=_overdue_note(stood, as_of),
        documents=len(commitment.evidence),
        facets=_facets(commitment, stood),
        keys=_keys(commitment, stood),
    )


def _office(notes: Footnotes, office: str, found: Backing) -> Said:
    return notes.rests((Run(office, urls.commitments_of_office(office)),), found)


def _overdue(commitment: Commitment, stood: CommitmentOnDay) -> str:
    if not commitment.deadlines:
        return "geen termijn vermeld"
    return "afgehandeld" if stood.settled == "ja" else stood.passed


def _overdue_note(stood: CommitmentOnDay, as_of: date) -> str:
    in_force = [*filter(None, (stood.deadline.sure,)), *stood.deadline.perhaps]
    no_doubt = stood.passed == "ja" and stood.status.sure and not stood.status.perhaps and len(in_force) == 1
    days = days_apart(in_force[0].deadline, PartialDate.of(as_of)) if no_doubt else None
    if days is None:
        return passed_in_words(stood)
    return f"{in_days(days)} na de termijn"


def _facets(commitment: Commitment, stood: CommitmentOnDay) -> Facets:
    return Facets(
        status=slug_of(status_of(commitment)),
        offices=_together(map(slug_of, (*line_of(commitment), commitment.made_by_role))),
        committees=_together(map(slug_of, commitment.committees)),
        year=f"{commitment.date.earliest.year:04}",
        overdue=stood.passed,
    )


def _keys(commitment: Commitment, stood: CommitmentOnDay) -> Keys:
    order: tuple[HowSure, ...] = ("ja", "misschien", "nee")
    return Keys(
        made=commitment.date.text,
        status=STATUSES.index(status_of(commitment)),
        deadline=commitment.deadlines[-1].deadline.text if commitment.deadlines else "",
        overdue=order.index(stood.passed) if commitment.deadlines else len(order),
    )


def _together(slugs: Iterable[str]) -> str:
    return " ".join(sorted(set(slugs)))
