"""A commitment in a row: what its sources say of it, and by what the table is sorted and filtered."""

import pytest

from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.facts import Backing
from lrt_site.pages.commitments.rows import STATUSES, UNKNOWN, CommitmentRow, status_of
from tests.builders import (
    SOURCE,
    a_commitment,
    a_deadline,
    a_register,
    a_status,
    an_evidence,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.commitments.making import MOVED, SETTLED, WATER, WIND, overview


def row_of(promise: Commitment) -> CommitmentRow:
    (row,) = overview(promise).rows
    return row


OPEN = a_status(decided_on=on("2020-06-02"), as_shown_at=None)


SHOWN_SETTLED = a_status(status="voldaan", as_shown_at=None)


def test_a_row_says_what_sources_say_and_by_which() -> None:
    row = row_of(
        a_commitment(
            id="T99009",
            status_events=MOVED,
            committees=("fictieve commissie voor Water",),
            deadlines=(a_deadline(), a_deadline(deadline=on("2021-03"))),
            evidence=(an_evidence(),),
        )
    )
    assert (row.made.text, row.made_by.text, row.responsible.text) == ("2 juni 2020", "fictief minister", WIND)
    assert [said.text for said in row.formerly] == [WATER]
    assert row.responsible.runs[0].address == "/toezeggingen/ambt/fictief-minister-van-wind/"
    assert (row.deadline.text, row.earlier_deadlines, row.documents, row.contradictions) == ("maart 2021", 1, 1, 1)
    said = (row.made, row.made_by, row.responsible, *row.formerly, row.status_when, row.deadline)
    assert {item.backing for item in said} == {Backing((SOURCE,))}


def test_what_no_source_says_is_said() -> None:
    row = row_of(a_commitment(status_events=()))
    assert (row.status, row.responsible.text, row.deadline.text) == ("niet bekend", "niet vermeld", "niet vermeld")
    assert row.overdue == "geen termijn vermeld"
    assert row.responsible.backing == row.deadline.backing == Backing()


@pytest.mark.parametrize(
    ("statuses", "deadlines", "overdue", "note"),
    [
        ((OPEN,), (a_deadline(deadline=on("2022-01-15")),), "nee", ""),
        ((OPEN,), (a_deadline(deadline=on("2022-01-14")),), "ja", "1 dag na de termijn"),
        ((OPEN,), (a_deadline(deadline=on("2021-12-31")),), "ja", "15 dagen na de termijn"),
        ((OPEN, SETTLED), (a_deadline(),), "afgehandeld", ""),
        (
            (OPEN,),
            (a_deadline(deadline=on("2021-12")),),
            "ja",
            "Termijn verstreken, nog openstaand volgens de laatst bekende stand.",
        ),
        (
            (OPEN, SHOWN_SETTLED),
            (a_deadline(),),
            "ja",
            "Termijn verstreken. Misschien was de toezegging toen al voldaan.",
        ),
        (
            (OPEN,),
            (a_deadline(set_on=on("2020-06-02")), a_deadline(deadline=on("2023-01-01"))),
            "misschien",
            "Misschien was de termijn verstreken: welke termijn toen gold, is niet zeker.",
        ),
    ],
)
def test_days_are_counted_only_where_sources_leave_no_doubt(
    statuses: tuple[StatusEvent, ...], deadlines: tuple[DeadlineEvent, ...], overdue: str, note: str
) -> None:
    row = row_of(a_commitment(status_events=statuses, deadlines=deadlines))
    assert (row.overdue, row.overdue_note) == (overdue, note)
    assert row.facets.overdue == ("nee" if overdue == "afgehandeld" else overdue)


def test_the_newest_status_is_told_and_that_there_is_none() -> None:
    assert status_of(a_commitment(status_events=(OPEN, SETTLED))) == "voldaan"
    assert status_of(a_commitment(status_events=())) == UNKNOWN == STATUSES[-1]


def test_a_row_can_be_filtered_and_sorted_by_what_it_says() -> None:
    row = row_of(a_commitment(status_events=MOVED, deadlines=(a_deadline(),), committees=("Water & Wind",)))
    assert row.facets.status == "openstaand"
    assert row.facets.offices == "fictief-minister fictief-minister-van-water fictief-minister-van-wind"
    assert (row.facets.committees, row.facets.year) == ("water-wind", "2020")
    assert (row.keys.made, row.keys.status, row.keys.deadline) == ("2020-06-02", 0, "2020-12-20")


def test_what_passed_comes_first_and_what_has_no_deadline_last() -> None:
    rows = [
        row_of(a_commitment(status_events=(OPEN,), deadlines=deadlines))
        for deadlines in (
            (a_deadline(),),
            (a_deadline(set_on=on("2020-06-02")), a_deadline(deadline=on("2023-01-01"))),
            (a_deadline(deadline=on("2023-01-01")),),
            (),
        )
    ]
    assert [row.keys.overdue for row in rows] == [0, 1, 2, 3]


def test_the_table_shows_every_cell_in_its_column() -> None:
    promise = a_commitment(
        id="T99009",
        status_events=MOVED,
        committees=("commissie A", "commissie B"),
        deadlines=(a_deadline(), a_deadline(deadline=on("2021-03-01"))),
        evidence=(an_evidence(),),
    )
    page = as_read(overview(promise), a_register(promise))
    row = next(row for row in page.rows if row[0].startswith("T99009"))
    assert row == (
        "T99009 Fictieve toezegging Fictieve Kamer, commissie A, commissie B bronnen verschillen bij T99009",
        "2 juni 2020, fictief minister",
        f"{WIND} eerder: {WATER}",
        "openstaand stand van oktober 2021",
        "1 maart 2021 1 eerdere termijn",
        "ja Termijn verstreken, nog openstaand volgens de laatst bekende stand.",
        "1",
    )


def test_offices_before_the_one_of_now_stand_with_the_newest_first() -> None:
    third = a_status(as_shown_at=on("2021-12"), responsible="fictief minister van Vuur", former_responsible=WIND)
    row = row_of(a_commitment(status_events=(*MOVED, third)))
    assert (row.responsible.text, [said.text for said in row.formerly]) == ("fictief minister van Vuur", [WIND, WATER])
