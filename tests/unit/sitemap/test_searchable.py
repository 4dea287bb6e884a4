"""What can be found on a site follows from its state; the pages to find it with are no pages of a publication."""

from lrt_site.sitemap import searchable
from lrt_site.sitemap.states import addresses, states, unpublished
from tests.builders import a_ledger, a_meeting, a_register, history_in

REGISTER = a_register(a_meeting())


def test_a_preview_has_its_pages_and_nothing_of_publications() -> None:
    state = unpublished(REGISTER, None, None)
    found = searchable.searchable(state).catalogue
    assert "/vergaderingen/m-2020-06-15/" in found
    assert not [address for address in found if address.startswith(("/publicaties/", "/citaat/"))]


def test_a_publication_is_found_too() -> None:
    history = history_in(a_ledger(REGISTER, addresses=addresses))
    (state,) = states(history, history.publications)
    found = searchable.searchable(state).catalogue
    assert {"/publicaties/", f"/publicaties/{history.last.name}/", "/citaat/", "/volgen/"} <= found.keys()


def test_its_pages_are_made_when_they_are_asked_for_and_have_no_edition() -> None:
    state = unpublished(REGISTER, None, None)
    made = [page.address for page in searchable.pages(state)]
    assert made == ["/zoeken/", "/zoeken/titels/"]
    assert not {*made} & state.pages.keys()
