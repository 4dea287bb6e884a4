"""Every status leads to its list, and the newest commitment tells its own."""

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.statuses import StatusesPage
from tests.builders import a_commitment
from tests.unit.pages.commitments.making import SETTLED, made


def statuses_of(*promises: Commitment) -> StatusesPage:
    page = made(*promises)["/toezeggingen/status/"]
    assert isinstance(page, StatusesPage)
    return page


def test_the_newest_commitment_tells_its_status_first() -> None:
    page = statuses_of(a_commitment(status_events=(SETTLED,)))
    assert page.frame.description == "Toezegging T99001 van 2 juni 2020 heeft als laatst bekende status: voldaan."
    assert [status.count for status in page.statuses] == [0, 0, 1, 0, 0]


def test_every_status_leads_to_its_list() -> None:
    pages = made(a_commitment(status_events=(SETTLED,)))
    addresses = {status.link.address for status in statuses_of(a_commitment(status_events=(SETTLED,))).statuses}
    assert addresses <= pages.keys()


def test_without_commitments_there_is_no_page_of_statuses() -> None:
    assert "/toezeggingen/status/" not in made()
