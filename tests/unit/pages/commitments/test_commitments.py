"""The overview of commitments, their lists by status and by office, and the registers they stand in."""

from datetime import date

import pytest

from lrt_site.model.commitments import Commitment, DeadlineEvent, StatusEvent
from lrt_site.model.facts import Backing
from lrt_site.pages.commitments import commitments, registers
from lrt_site.pages.commitments.commitments import CommitmentsPage
from lrt_site.pages.commitments.lists import CommitmentListPage
from lrt_site.pages.commitments.rows import CommitmentRow
from lrt_site.pages.shared.common import PageView
from tests.builders import (
    SOURCE,
    a_commitment,
    a_commitment_register,
    a_contradiction,
    a_deadline,
    a_register,
    a_status,
    an_evidence,
    on,
)

AS_OF = date(2022, 1, 15)
WATER, WIND = "fictief minister van Water", "fictief minister van Wind"
SETTLED = a_status(status="voldaan", decided_on=on("2021-05-04"), as_shown_at=None)
MOVED = (a_status(responsible=WATER), a_status(as_shown_at=on("2021-10"), responsible=WIND, former_responsible=WATER))


def made(*promises: Commitment) -> dict[str, PageView]:
    """Every page about these commitments by its address."""
    pages = commitments.pages(a_register(*promises, a_contradiction(about=("T99009",))), AS_OF)
    ready = (one() if callable(one) else one for one in pages)
    return {page.frame.address: page for page in ready}


def overview(*promises: Commitment) -> CommitmentsPage:
    page = made(*promises)["/toezeggingen/"]
    assert isinstance(page, CommitmentsPage)
    return page


def list_at(address: str, *promises: Commitment) -> CommitmentListPage:
    page = made(*promises)[address]
    assert isinstance(page, CommitmentListPage)
    return page


def row_of(promise: Commitment) -> CommitmentRow:
    (row,) = overview(promise).rows
    return row


def test_a_promise_that_is_settled_stays_in_the_overview() -> None:
    page = overview(
        a_commitment(status_events=(SETTLED,)),
        a_commitment(id="T99002", status_events=(a_status(status="afgevoerd"),), date=on("2021-01-01")),
    )
    assert [(row.link.title, row.status, row.status_when.text) for row in page.rows] == [
        ("T99002", "afgevoerd", "stand van 1 juli 2020"),
        ("T99001", "voldaan", "besloten op 4 mei 2021"),
    ]
    assert [(one.link.title, one.count) for one in page.statuses] == [
        ("openstaand", 0),
        ("deels voldaan", 0),
        ("voldaan", 1),
        ("doorlopend", 0),
        ("afgevoerd", 1),
    ]


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
    assert [one.text for one in row.formerly] == [WATER]
    assert row.responsible.runs[0].address == "/toezeggingen/ambt/fictief-minister-van-wind/"
    assert (row.deadline.text, row.earlier_deadlines, row.documents, row.contradictions) == ("maart 2021", 1, 1, 1)
    said = (row.made, row.made_by, row.responsible, *row.formerly, row.status_when, row.deadline)
    assert {one.backing for one in said} == {Backing((SOURCE,))}


def test_what_no_source_says_is_said() -> None:
    row = row_of(a_commitment(status_events=()))
    assert (row.status, row.responsible.text, row.deadline.text) == ("niet bekend", "niet vermeld", "niet vermeld")
    assert row.overdue == "geen termijn vermeld"
    assert row.responsible.backing == row.deadline.backing == Backing()


OPEN = a_status(decided_on=on("2020-06-02"), as_shown_at=None)
SHOWN_SETTLED = a_status(status="voldaan", as_shown_at=None)


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


def test_every_choice_of_a_filter_finds_a_row_and_every_row_can_be_chosen() -> None:
    page = overview(
        a_commitment(status_events=MOVED, committees=("commissie A & B", "commissie C")),
        a_commitment(id="T99002", date=on("2021"), status_events=()),
        a_commitment(id="T99003", status_events=(OPEN,), deadlines=(a_deadline(),)),
    )
    choices = {one.name: {choice.value for choice in one.choices} for one in page.filters}
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


def test_offices_are_counted_through_changes_of_cabinet() -> None:
    page = overview(a_commitment(status_events=MOVED), a_commitment(id="T99002", made_by_role=WATER, status_events=()))
    assert [
        (one.link.title, one.now, one.before, one.made, [link.title for link in one.after]) for one in page.offices
    ] == [
        ("fictief minister", 0, 0, 1, []),
        (WATER, 0, 1, 1, []),
        (WIND, 1, 0, 0, [WATER]),
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
    for office in page.offices:
        lists = list_at(office.link.address, *promises).lists
        assert [len(one.rows) for one in lists] == [office.now, office.before, office.made]
    assert [one.link.title for one in page.statuses][-1] == "niet bekend"


def test_a_list_answers_in_one_sentence() -> None:
    promise = a_commitment(status_events=MOVED)
    open_ones = list_at("/toezeggingen/status/openstaand/", promise)
    assert (
        open_ones.frame.description
        == "Toezegging T99001 van 2 juni 2020 (Fictieve toezegging) heeft als laatst bekende status openstaand."
    )
    none = list_at("/toezeggingen/status/deels-voldaan/", promise)
    assert none.frame.description == (
        "Geen bron noemt bij een toezegging op deze site als laatste de status deels voldaan."
    )
    assert none.lists[0].none == "Van geen enkele toezegging is deels voldaan de laatst bekende status."
    wind = list_at("/toezeggingen/ambt/fictief-minister-van-wind/", promise)
    assert wind.frame.description == (
        "Volgens de nieuwste bron is dit ambt verantwoordelijk voor toezegging T99001 van 2 juni 2020 "
        "(Fictieve toezegging). Nu is het verantwoordelijk voor 1 toezegging. Zelf deed het er geen."
    )


def test_a_list_of_an_office_counts_what_has_no_known_status() -> None:
    promises = (a_commitment(status_events=()), a_commitment(id="T99002", status_events=(SETTLED,)))
    page = list_at("/toezeggingen/ambt/fictief-minister/", *promises)
    assert page.frame.description.endswith("Zelf deed het er 2. Van 1 hiervan is de status niet bekend.")


def test_a_list_of_an_office_leads_to_the_days_on_which_it_was_responsible() -> None:
    wind = list_at("/toezeggingen/ambt/fictief-minister-van-wind/", a_commitment(status_events=MOVED))
    assert [(link.title, link.address) for link in wind.cutoffs] == [
        ("1 januari 2022", "/toezeggingen/peildatum/2022-01-01/#ambt_fictief-minister-van-wind")
    ]


def test_without_commitments_there_is_an_overview_and_no_list_of_an_office() -> None:
    page = overview()
    assert (page.rows, page.offices, page.cutoffs) == ((), (), ())
    assert page.frame.description.startswith("Wij kennen nog geen toezegging")


def test_a_register_lists_the_commitments_that_stand_in_it() -> None:
    register = a_register(a_commitment_register(), a_commitment(), a_commitment(id="T99002", chamber="Andere Kamer"))
    (page,) = registers.pages(register)
    assert [link.title for link in page.registers[0].commitments] == ["T99001"]
