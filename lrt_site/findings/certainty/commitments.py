"""How a commitment stood on a day: its status, its deadline, and whether that deadline had passed."""

from __future__ import annotations

from datetime import date
from itertools import takewhile
from typing import Literal

from lrt_site.findings.certainty.moments import DAY, Standing, changes, edges, perhaps_by, standing, surely_by
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.dates import PartialDate

SETTLED = ("voldaan", "afgevoerd")
"""Statuses after which a deadline asks for nothing."""

HowSure = Literal["ja", "misschien", "nee"]


@dataclass(frozen=True, slots=True)
class Responsible:
    """What can be said of who was responsible for a commitment on a day."""

    sure: str | None
    """The office that the newest source of that day, or from before it, names as responsible."""
    perhaps: tuple[str, ...]
    """Other offices that may have been responsible: no source says which one was."""


@dataclass(frozen=True, slots=True)
class CommitmentOnDay:
    """What can be said of a commitment on a day."""

    made: HowSure
    status: Standing[StatusEvent]
    deadline: Standing[DeadlineEvent]
    settled: HowSure
    """Whether the status of that day asked for nothing more; perhaps, where no source leaves only one answer."""
    passed: HowSure
    """Whether a deadline had passed; not, where the commitment was surely settled."""
    responsible: Responsible

    @property
    def in_force(self) -> PartialDate | None:
        """The deadline that held; the only one there is, where no source says when it was set."""
        alone = self.deadline.perhaps[0] if len(self.deadline.perhaps) == 1 else None
        held = self.deadline.sure or alone
        return held.deadline if held else None


def commitment_on(commitment: Commitment, day: date) -> CommitmentOnDay:
    """A commitment as it stood on a day."""
    status = standing(commitment.status_events, moment_of_status, day)
    deadline = standing(commitment.deadlines, lambda event: event.set_on, day)
    settled = _settled(status)
    passed = "nee" if settled == "ja" else _passed(commitment.date, deadline, day)
    return CommitmentOnDay(
        _how_sure(commitment.date, day), status, deadline, settled, passed, responsible_on(commitment, day)
    )


def days_late(stood: CommitmentOnDay, day: date) -> int | None:
    """Days from the last day that the deadline in force can be, so at least these; none where it had not surely passed.

    Where more than one may have been in force, it is the one that ran longest.
    """
    if stood.passed != "ja":
        return None
    return (day - max(event.deadline.latest for event in _may_hold(stood.deadline))).days


def longest_late_first(stood: CommitmentOnDay, day: date) -> tuple[int, int]:
    """A key by which commitments sort: deadlines that passed before those that may have, and the longest ago first."""
    return ("ja", "misschien", "nee").index(stood.passed), -(days_late(stood, day) or 0)


def deadline_is_exact(stood: CommitmentOnDay) -> bool:
    """Whether the deadline in force is one day, of which no source leaves a doubt."""
    held = _may_hold(stood.deadline)
    return len(held) == 1 and held[0].deadline.is_day


def responsible_on(commitment: Commitment, day: date) -> Responsible:
    """Who was responsible for a commitment on a day.

    Where no source names an office by that day, it may have been the one that a later source calls the former one,
    else the one that made the commitment.
    """
    named = [event for event in commitment.status_events if event.responsible]
    stood = standing(named, moment_of_status, day)
    sure = stood.sure.responsible if stood.sure else None
    perhaps = [event.responsible for event in stood.perhaps if event.responsible]
    if not sure and not perhaps:
        former = next((event.former_responsible for event in stood.later[:1]), None)
        perhaps = [former or commitment.made_by_role]
    return Responsible(sure, tuple(office for office in dict.fromkeys(perhaps) if office != sure))


def moment_of_status(event: StatusEvent) -> PartialDate | None:
    """When a status was decided, else when it was shown."""
    return event.decided_on or event.as_shown_at


def was_decided(commitment: Commitment, event: StatusEvent) -> bool:
    """Whether a source tells of a decision for this status: with it, or before it with no other status between."""
    until = commitment.status_events[: commitment.status_events.index(event) + 1]
    same = takewhile(lambda earlier: earlier.status == event.status, reversed(until))
    return any(earlier.decided_on or earlier.decided_by for earlier in same)


def turning_days_of(commitment: Commitment) -> tuple[date, ...]:
    """The days on which what can be said of a commitment changes, in order."""
    moments = (
        commitment.date,
        *(moment_of_status(event) for event in commitment.status_events),
        *(event.set_on for event in commitment.deadlines),
    )
    ends = (event.deadline.latest + DAY for event in commitment.deadlines)
    days = (*(day for moment in moments for day in edges(moment)), *ends)
    return changes(days, lambda day: _if_made(commitment_on(commitment, day)))


def _if_made(stood: CommitmentOnDay) -> CommitmentOnDay | None:
    """Of a commitment that is not yet made there is nothing to say."""
    return None if stood.made == "nee" else stood


def _how_sure(moment: PartialDate, day: date) -> HowSure:
    if surely_by(moment, day):
        return "ja"
    return "misschien" if perhaps_by(moment, day) else "nee"


def _settled(status: Standing[StatusEvent]) -> HowSure:
    if status.sure is None:
        return "misschien"
    answers = {event.status in SETTLED for event in (status.sure, *status.perhaps)}
    if len(answers) > 1:
        return "misschien"
    return "ja" if answers == {True} else "nee"


def _passed(made: PartialDate, deadline: Standing[DeadlineEvent], day: date) -> HowSure:
    """Whether the deadline in force had passed; perhaps, where it is not known which one that was."""
    if not perhaps_by(made, day):
        return "nee"
    passed = [event.deadline.latest < day for event in _may_hold(deadline)]
    if not any(passed):
        return "nee"
    return "ja" if all(passed) else "misschien"


def _may_hold(deadline: Standing[DeadlineEvent]) -> tuple[DeadlineEvent, ...]:
    return (*((deadline.sure,) if deadline.sure else ()), *deadline.perhaps)
