"""The search page offers what there is to choose by, and ways to find something without it."""

from lrt_site.model.register import Record
from lrt_site.pages.search import search
from lrt_site.pages.search.catalogue import Catalogue, SearchFacets
from lrt_site.pages.search.search import SearchPage
from tests.builders import a_register, a_term


def the_page(catalogue: Catalogue, *records: Record) -> SearchPage:
    (make,) = search.pages(a_register(*records), lambda: catalogue)
    page = make()
    assert isinstance(page, SearchPage)
    assert page.frame.address == make.address == "/zoeken/"
    return page


def test_a_list_has_what_was_found_in_an_order_that_a_reader_expects() -> None:
    page = the_page(
        {
            "/b/": SearchFacets("Bronnen", years=("2019", "2021")),
            "/a/": SearchFacets("Vergaderingen", tables=("Aa-dijk", "De tafel"), statuses=("gehouden",)),
        }
    )
    assert {choice.name: choice.options for choice in page.choices} == {
        "soort": ("Vergaderingen", "Bronnen", "Handboek"),
        "jaar": ("2021", "2019"),
        "tafel": ("De tafel", "Aa-dijk"),
        "status": ("gehouden",),
    }


def test_who_does_not_search_is_led_to_what_is_there() -> None:
    assert [link.address for link in the_page({}).browse] == ["/zoeken/titels/"]
    page = the_page({"/onderwerpen/": SearchFacets("Overzichten")}, a_term())
    assert [link.address for link in page.browse] == ["/zoeken/titels/", "/onderwerpen/", "/begrippen/"]
