"""Offices are counted through changes of cabinet, and each leads to its list."""

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.lists import CommitmentListPage
from lrt_site.pages.commitments.offices import OfficesPage
from tests.builders import a_commitment
from tests.unit.pages.commitments.making import MOVED, SETTLED, WATER, WIND, made


def offices_of(*promises: Commitment) -> OfficesPage:
    page = made(*promises)["/toezeggingen/ambt/"]
    assert isinstance(page, OfficesPage)
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
    assert page.frame.description == f"Volgens de nieuwste bron ligt toezegging T99001 bij: {WIND}."


def test_every_office_leads_to_its_list() -> None:
    promises = (a_commitment(status_events=MOVED), a_commitment(id="T99002", status_events=(SETTLED,)))
    pages = made(*promises)
    for office in offices_of(*promises).offices:
        found = pages[office.link.address]
        assert isinstance(found, CommitmentListPage)
        assert [len(item.rows) for item in found.lists] == [office.now, office.before, office.made]


def test_without_commitments_there_is_no_page_of_offices() -> None:
    assert "/toezeggingen/ambt/" not in made()


def test_where_no_source_names_an_office_the_page_says_so() -> None:
    told = offices_of(a_commitment(status_events=())).frame.description
    assert told == "Geen bron noemt bij een toezegging een ambt dat verantwoordelijk is."
