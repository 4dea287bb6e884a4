"""Commitments whose deadline has passed on the day of the site and that are not known to be settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.certainty import commitment_on, days_late, longest_late_first
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Register
from lrt_site.pages.commitments.rows import CommitmentRow, rows_of
from lrt_site.pages.shared.common import ALL_DATA, Footnotes, Frame, PageMaker, later, trail
from lrt_site.pages.shared.sections import link_to_page


@dataclass(frozen=True, slots=True)
class LatePage:
    """What templates/commitments/late.html.jinja is given."""

    template: ClassVar[str] = "commitments/late.html.jinja"

    frame: Frame
    rows: tuple[CommitmentRow, ...] = field(compare=False)
    """The longest ago first; those of which the deadline may have passed come last."""
    speaks_on: str = field(compare=False)
    """The day on which the site speaks, in words."""


def pages(register: Register, commitments: Sequence[Commitment], as_of: date) -> Iterator[PageMaker]:
    """The page of what is late."""
    yield later(urls.COMMITMENTS_LATE, _page, register, commitments, as_of)


def late_on(commitments: Iterable[Commitment], as_of: date) -> tuple[Commitment, ...]:
    """Those of which the deadline has passed, or may have, the longest ago first."""
    stood = [(commitment, commitment_on(commitment, as_of)) for commitment in commitments]
    late = [(commitment, then) for commitment, then in stood if then.passed != "nee"]
    return tuple(commitment for commitment, _ in sorted(late, key=lambda each: longest_late_first(each[1], as_of)))


def surely_late_on(commitments: Iterable[Commitment], as_of: date) -> int:
    """Of how many the deadline has surely passed."""
    return sum(commitment_on(commitment, as_of).passed == "ja" for commitment in commitments)


def _page(register: Register, commitments: Sequence[Commitment], as_of: date) -> LatePage:
    notes = Footnotes(register)
    late = late_on(commitments, as_of)
    return LatePage(
        rows=rows_of(register, notes, late, as_of),
        speaks_on=PartialDate.of(as_of).in_words,
        frame=Frame(
            urls.COMMITMENTS_LATE,
            "Toezeggingen waarvan de termijn is verstreken",
            _answer(late, as_of),
            trail(link_to_page(urls.COMMITMENTS)),
            references=notes.references(),
            data=(ALL_DATA,),
        ),
    )


def _answer(late: Sequence[Commitment], as_of: date) -> str:
    if not late:
        return "Van geen toezegging is de termijn verstreken zonder dat zij is afgehandeld, voor zover bekend."
    first = late[0]
    if days_late(commitment_on(first, as_of), as_of) is None:
        return f"Van toezegging {first.id} is de termijn misschien verstreken: {first.deadlines[-1].deadline.in_words}."
    return f"De termijn van toezegging {first.id} is het langst verstreken: {first.deadlines[-1].deadline.in_words}."
