"""The pages per status and per office count every commitment where it belongs, and lead to each list."""

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.indexes import OfficesPage, StatusesPage
from lrt_site.pages.commitments.lists import CommitmentListPage
from tests.builders import a_commitment
from tests.unit.pages.commitments.making import MOVED, SETTLED, WATER, WIND, made


def offices_of(*promises: Commitment) -> OfficesPage:
    page = made(*promises)["/toezeggingen/ambt/"]
    assert isinstance(page, OfficesPage)
    return page


def statuses_of(*promises: Commitment) -> StatusesPage:
    page = made(*promises)["/toezeggingen/status/"]
    assert isinstance(page, StatusesPage)
    return page


def test_offices_are_counted_through_changes_of_cabinet() -> None:
    page = offices_of(
        a_commitment(status_events=MOVED), a_commitment(id="T99002", made_by_role=WATER, status_events=())
    )
    assert [
        (office.link.title, office.now, office.before, office.made, [link.title for link in office.after])
        for office in page.offices
    ] == [
        ("fictief minister", 0, 0, 1, []),
        (WATER, 0, 1, 1, []),
        (WIND, 1, 0, 0, [WATER]),
    ]
    assert page.frame.description == f"Volgens de nieuwste bron ligt toezegging T99001 nu bij: {WIND}."


def test_every_office_and_every_status_leads_to_its_list() -> None:
    promises = (a_commitment(status_events=MOVED), a_commitment(id="T99002", status_events=(SETTLED,)))
    pages = made(*promises)
    for office in offices_of(*promises).offices:
        found = pages[office.link.address]
        assert isinstance(found, CommitmentListPage)
        assert [len(item.rows) for item in found.lists] == [office.now, office.before, office.made]
    for status in statuses_of(*promises).statuses:
        assert status.link.address in pages


def test_the_newest_commitment_tells_its_status_first() -> None:
    page = statuses_of(a_commitment(status_events=(SETTLED,)))
    assert page.frame.description == "Toezegging T99001 van 2 juni 2020 heeft als laatst bekende status: voldaan."
    assert [status.count for status in page.statuses] == [0, 0, 1, 0, 0]


def test_without_commitments_there_is_nothing_to_lead_to() -> None:
    assert not {"/toezeggingen/ambt/", "/toezeggingen/status/"} & made().keys()


def test_where_no_source_names_an_office_the_page_says_so() -> None:
    told = offices_of(a_commitment(status_events=())).frame.description
    assert told == "Geen bron noemt bij een toezegging een ambt dat nu verantwoordelijk is."
