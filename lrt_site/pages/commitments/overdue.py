"""What is known of a deadline that had passed on a day, in words, and never a judgement."""

from __future__ import annotations

from datetime import date

from lrt_site.findings.certainty import CommitmentOnDay, days_late, deadline_is_exact
from lrt_site.findings.certainty.commitments import SETTLED
from lrt_site.model.commitments import StatusEvent
from lrt_site.wording.plural import in_days


def passed_in_words(stood: CommitmentOnDay) -> str:
    """That a deadline had passed, or may have, with the status of that day; empty where it had not."""
    if stood.passed == "nee":
        return ""
    if stood.passed == "misschien":
        unknown = "" if stood.status.sure else " Welke status de toezegging toen had, is ook niet bekend."
        return f"Misschien was de termijn verstreken: welke termijn toen gold, is niet zeker.{unknown}"
    status = stood.status
    settled = [event.status for event in status.perhaps if event.status in SETTLED]
    if status.sure is None:
        shown = _shown_without_day(status.perhaps)
        return f"Termijn verstreken. Welke status de toezegging toen had, is niet bekend{shown}."
    if status.sure.status in SETTLED:
        reopened = next(event.status for event in reversed(status.perhaps) if event.status not in SETTLED)
        known = f"{status.sure.status} volgens de laatst bekende stand"
        return f"Termijn verstreken, {known}. Misschien was de toezegging toen al weer {reopened}."
    if settled:
        return f"Termijn verstreken. Misschien was de toezegging toen al {settled[-1]}."
    return f"Termijn verstreken, {_still(status.sure)} volgens de laatst bekende stand."


def days_late_in_words(stood: CommitmentOnDay, day: date) -> str:
    """Number of days by which a deadline had surely passed; a minimum where not all of its day is known."""
    days = days_late(stood, day)
    if days is None:
        return ""
    return in_days(days) if deadline_is_exact(stood) else f"ten minste {in_days(days)}"


def _shown_without_day(events: tuple[StatusEvent, ...]) -> str:
    """What sources show that may have held already."""
    shown = " of ".join(dict.fromkeys(event.status for event in events))
    return f"; volgens een bron waarvan de dag niet bekend is: {shown}" if shown else ""


def _still(event: StatusEvent) -> str:
    return "nog openstaand" if event.status == "openstaand" else event.status
