"""What is known of a deadline that had passed on a day, in words, and never a judgement."""

from __future__ import annotations

from lrt_site.certainty import CommitmentOnDay
from lrt_site.certainty.commitments import SETTLED
from lrt_site.model.commitments import StatusEvent


def passed_in_words(stood: CommitmentOnDay) -> str:
    """That a deadline had passed, or may have, with the status of that day; empty where it had not."""
    if stood.passed == "nee":
        return ""
    if stood.passed == "misschien":
        return "Misschien was de termijn verstreken: welke termijn toen gold, is niet zeker."
    status = stood.status
    settled = [event.status for event in status.perhaps if event.status in SETTLED]
    if settled:
        return f"Termijn verstreken. Misschien was de toezegging toen al {settled[-1]}."
    if status.sure:
        return f"Termijn verstreken, {_still(status.sure)} volgens de laatst bekende stand."
    if status.perhaps:
        return f"Termijn verstreken, {_still(status.perhaps[-1])} volgens een bron waarvan de dag niet bekend is."
    return "Termijn verstreken. Welke status de toezegging toen had, is niet bekend."


def _still(event: StatusEvent) -> str:
    return "nog openstaand" if event.status == "openstaand" else event.status
