"""A deadline that passed is told with the status of that day, and never with a judgement."""

from datetime import date

import pytest

from lrt_site.findings.certainty import commitment_on
from lrt_site.model.commitments import DeadlineEvent, StatusEvent
from lrt_site.pages.commitments.overdue import days_late_in_words, passed_in_words
from tests.builders import a_commitment, a_deadline, a_status, on
from tests.unit.pages.commitments.making import SETTLED

DAY = date(2022, 1, 15)
OPEN = a_status(decided_on=on("2020-06-02"), as_shown_at=None)
UNDATED = a_status(status="voldaan", as_shown_at=None)
REOPENED = a_status(status="deels voldaan", as_shown_at=None)
PASSED = a_deadline()
TO_COME = a_deadline(deadline=on("2023-01-01"))


@pytest.mark.parametrize(
    ("statuses", "deadlines", "told"),
    [
        ((OPEN,), (TO_COME,), ""),
        ((OPEN, SETTLED), (PASSED,), ""),
        ((OPEN,), (PASSED,), "Termijn verstreken, nog openstaand volgens de laatst bekende stand."),
        (
            (a_status(status="deels voldaan", decided_on=on("2021"), as_shown_at=None),),
            (PASSED,),
            "Termijn verstreken, deels voldaan volgens de laatst bekende stand.",
        ),
        ((OPEN, UNDATED), (PASSED,), "Termijn verstreken. Misschien was de toezegging toen al voldaan."),
        (
            (OPEN, UNDATED, a_status(status="afgevoerd", as_shown_at=None)),
            (PASSED,),
            "Termijn verstreken. Misschien was de toezegging toen al afgevoerd.",
        ),
        (
            (OPEN, SETTLED, REOPENED),
            (PASSED,),
            "Termijn verstreken, voldaan volgens de laatst bekende stand. "
            "Misschien was de toezegging toen al weer deels voldaan.",
        ),
        ((), (PASSED,), "Termijn verstreken. Welke status de toezegging toen had, is niet bekend."),
        (
            (UNDATED, REOPENED),
            (PASSED,),
            "Termijn verstreken. Welke status de toezegging toen had, is niet bekend; "
            "volgens een bron waarvan de dag niet bekend is: voldaan of deels voldaan.",
        ),
        (
            (OPEN,),
            (PASSED, TO_COME),
            "Misschien was de termijn verstreken: welke termijn toen gold, is niet zeker.",
        ),
        (
            (),
            (PASSED, TO_COME),
            "Misschien was de termijn verstreken: welke termijn toen gold, is niet zeker. "
            "Welke status de toezegging toen had, is ook niet bekend.",
        ),
    ],
)
def test_it_is_told_what_is_known_of_a_deadline_that_had_passed(
    statuses: tuple[StatusEvent, ...], deadlines: tuple[DeadlineEvent, ...], told: str
) -> None:
    promise = a_commitment(status_events=statuses, deadlines=deadlines)
    assert passed_in_words(commitment_on(promise, DAY)) == told


@pytest.mark.parametrize(
    ("deadline", "told"),
    [
        ("2022-01-14", "1 dag"),
        ("2021-12-31", "15 dagen"),
        ("2021-12", "ten minste 15 dagen"),
        ("2022-01-15", ""),
    ],
)
def test_days_are_counted_from_the_last_day_that_a_deadline_can_be(deadline: str, told: str) -> None:
    promise = a_commitment(status_events=(OPEN,), deadlines=(a_deadline(deadline=on(deadline)),))
    assert days_late_in_words(commitment_on(promise, DAY), DAY) == told
