"""The overview of commitments, their lists by status and by office, and the registers they stand in."""

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.lists import CommitmentListPage
from tests.builders import (
    a_commitment,
    a_deadline,
    a_status,
    on,
)
from tests.unit.pages.commitments.making import MOVED, SETTLED, made, overview


def list_at(address: str, *promises: Commitment) -> CommitmentListPage:
    page = made(*promises)[address]
    assert isinstance(page, CommitmentListPage)
    return page


def test_a_promise_that_is_settled_stays_in_the_overview() -> None:
    page = overview(
        a_commitment(status_events=(SETTLED,)),
        a_commitment(id="T99002", status_events=(a_status(status="afgevoerd"),), date=on("2021-01-01")),
    )
    assert [(row.link.title, row.status, row.status_when.text) for row in page.rows] == [
        ("T99002", "afgevoerd", "stand van 1 juli 2020"),
        ("T99001", "voldaan", "besloten op 4 mei 2021"),
    ]
    assert [(count.link.title, count.count) for count in page.statuses] == [
        ("openstaand", 0),
        ("deels voldaan", 0),
        ("voldaan", 1),
        ("doorlopend", 0),
        ("afgevoerd", 1),
    ]


OPEN = a_status(decided_on=on("2020-06-02"), as_shown_at=None)


def test_every_choice_of_a_filter_finds_a_row_and_every_row_can_be_chosen() -> None:
    page = overview(
        a_commitment(status_events=MOVED, committees=("commissie A & B", "commissie C")),
        a_commitment(id="T99002", date=on("2021"), status_events=()),
        a_commitment(id="T99003", status_events=(OPEN,), deadlines=(a_deadline(),)),
    )
    choices = {menu.name: {choice.value for choice in menu.choices} for menu in page.filters}
    facets = [row.facets for row in page.rows]
    assert choices == {
        "status": {facet.status for facet in facets},
        "ambt": {slug for facet in facets for slug in facet.offices.split()},
        "commissie": {slug for facet in facets for slug in facet.committees.split()},
        "jaar": {"2020", "2021"},
        "verstreken": {"ja", "misschien", "nee"},
    }
    assert [(choice.value, choice.text) for choice in page.filters[2].choices] == [
        ("commissie-a-b", "commissie A & B"),
        ("commissie-c", "commissie C"),
    ]


def test_every_count_leads_to_its_list() -> None:
    promises = (
        a_commitment(status_events=MOVED),
        a_commitment(id="T99002", status_events=(SETTLED,)),
        a_commitment(id="T99003", status_events=()),
    )
    page = overview(*promises)
    for status in page.statuses:
        (found,) = list_at(status.link.address, *promises).lists
        assert len(found.rows) == status.count
    assert [count.link.title for count in page.statuses][-1] == "niet bekend"


def test_without_commitments_there_is_an_overview_and_no_list_of_an_office() -> None:
    page = overview()
    assert (page.rows, page.late, page.cutoffs) == ((), (), ())
    assert page.frame.description.startswith("Wij kennen nog geen toezegging")
