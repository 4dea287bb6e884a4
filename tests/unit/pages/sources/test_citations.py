"""How papers are called is shown with an example and the address that goes with it."""

from lrt_site.model.register import Record
from lrt_site.pages.sources import mentions
from lrt_site.pages.sources.citations import CitationsPage
from tests.builders import (
    SOURCE,
    a_citation_pattern,
    a_register,
    a_source,
)
from tests.tools.rendering import as_read


def test_only_a_whole_address_can_be_opened() -> None:
    register = a_register(
        a_citation_pattern(id="vin-1", url="https://fictief.example/stuk.html"),
        a_citation_pattern(id="vin-2", url="https://fictief.example/<nummer>"),
        a_citation_pattern(id="vin-3", url="javascript:alert(1)"),
    )
    page = next(page for page in mentions.pages(register) if isinstance(page, CitationsPage))
    assert [pattern.opens for pattern in page.patterns] == [True, False, False]


def the_page(*records: Record) -> CitationsPage:
    return next(page for page in mentions.pages(a_register(*records)) if isinstance(page, CitationsPage))


def test_it_begins_with_the_first_example() -> None:
    explained = "Zo staat hier van elk soort stuk hoe het heet en op welk webadres het staat."
    without, with_one = a_citation_pattern(), a_citation_pattern(id="vin-b", what="een brief", citation="35 570 VI, J")
    assert the_page(without, with_one).frame.description == f"Een brief heet ‘35 570 VI, J’. {explained}"
    assert the_page(without).frame.description == explained


def test_a_pattern_stands_with_its_example_its_address_and_its_source() -> None:
    patterns = (
        a_citation_pattern(citation="19 637, nr. 2184", url="https://fictief.example/2184", verified=False),
        a_citation_pattern(id="vin-b", what="Een ander stuk", url="https://fictief.example/<nummer>"),
        a_citation_pattern(id="vin-c", what="Nog een stuk"),
    )
    paper = a_source(id="s-kst", citation="19 637, nr. 2184")
    page = as_read(the_page(*patterns, paper), a_register(*patterns, paper))
    assert page.rows[1:] == (
        ("Een ander stuk", "geen voorbeeld", "https://fictief.example/<nummer>"),
        ("Nog een stuk", "geen voorbeeld", "geen adres"),
        ("Een fictief stuk niet geverifieerd", "19 637, nr. 2184", "https://fictief.example/2184"),
    )
    assert "/bronnen/s-kst/" in page.leads_to("table")
    assert [view.what.backing.sources for view in the_page(*patterns, paper).patterns] == [(SOURCE,)] * 3
    assert not [link for _, link in page.links if "nummer" in link]


def test_without_patterns_it_says_so() -> None:
    assert "Er is nog niet beschreven hoe stukken heten." in as_read(the_page(), a_register()).words
