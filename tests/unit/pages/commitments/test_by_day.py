"""The page of days leads to every day and to the fixed days, and takes a day from a reader."""

from lrt_site.pages.commitments.by_day import CommitmentDaysPage
from tests.builders import a_commitment, a_register
from tests.tools.rendering import as_read
from tests.unit.pages.commitments.making import made


def test_every_day_and_every_fixed_day_is_a_link_and_a_day_can_be_chosen() -> None:
    view = made(a_commitment())["/toezeggingen/peildatum/"]
    assert isinstance(view, CommitmentDaysPage)
    page = as_read(view, a_register(a_commitment()))
    days = {f"/toezeggingen/peildatum/{link.since}/" for _, links in view.dates.years for link in links}
    fixed = {link.address for links in view.cutoffs for link in links}
    assert days
    assert fixed
    assert days | fixed <= page.leads_to("main")
    assert view.dates.question in page.words
