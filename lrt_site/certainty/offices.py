"""Which office was responsible for a commitment on a day, as far as sources say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lrt_site.certainty.commitments import moment_of_status
from lrt_site.certainty.moments import standing
from lrt_site.model.commitments import Commitment


@dataclass(frozen=True, slots=True)
class Responsible:
    """What can be said of who was responsible for a commitment on a day."""

    sure: str | None
    """The office that the newest source of that day, or from before it, names as responsible."""
    perhaps: tuple[str, ...]
    """Other offices that may have been responsible: no source says which one was."""


def responsible_on(one: Commitment, day: date) -> Responsible:
    """Who was responsible for a commitment on a day.

    Where no source names an office by that day, it may have been the one that a later source calls the former one,
    else the one that made the commitment.
    """
    named = [event for event in one.status_events if event.responsible]
    stood = standing(named, moment_of_status, day)
    sure = stood.sure.responsible if stood.sure else None
    perhaps = [event.responsible for event in stood.perhaps if event.responsible]
    if not sure and not perhaps:
        former = next((event.former_responsible for event in stood.later[:1]), None)
        perhaps = [former or one.made_by_role]
    return Responsible(sure, tuple(office for office in dict.fromkeys(perhaps) if office != sure))
