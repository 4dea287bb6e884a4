"""Every source has a page of its own, with all that rests on it; the list of all sources stays short."""

from lrt_site import urls
from lrt_site.model.register import Record
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.sources import sources
from lrt_site.pages.sources.source import SourcePage, source_pages
from lrt_site.pages.sources.sources import SourcesPage
from tests.builders import (
    SOURCE,
    a_register,
    a_source,
    on,
)


def the_list(*records: Record) -> SourcesPage:
    maker, *_ = sources.pages(a_register(*records))
    assert isinstance(maker, PageMaker)
    page = maker()
    assert isinstance(page, SourcesPage)
    return page


def the_page(source: Source, *records: Record) -> SourcePage:
    page = next(source_pages(a_register(source, *records), source))()
    assert isinstance(page, SourcePage)
    return page


def test_every_source_has_a_page_that_the_list_leads_to_and_a_place_in_the_list() -> None:
    register = a_register(a_source(id="s-ander"))
    _, *own = sources.pages(register)
    page = the_list(a_source(id="s-ander"))
    entries = [entry for group in page.groups for entry in group.entries]
    assert {entry.anchor: entry.page.address for entry in entries} == {
        source: f"/bronnen/{source}/" for source in register.all(Source)
    }
    assert {entry.page.address for entry in entries} == {item.address for item in own if isinstance(item, PageMaker)}
    assert urls.address_of("s-ander", register) == "/bronnen/s-ander/"


def test_a_source_that_was_not_found_again_or_never_opened_says_so_in_the_list_and_on_its_page() -> None:
    source = a_source(id="s-ander", found=False, url="https://fictief.example/", url_verified=False)
    (entry,) = (entry for group in the_list(source).groups for entry in group.entries if entry.anchor == "s-ander")
    assert [mark.word for mark in entry.marks] == ["niet teruggevonden", "adres niet geverifieerd"]
    assert the_page(source).marks == entry.marks


def test_sources_stand_by_kind_and_publisher_the_newest_first() -> None:
    page = the_list(
        a_source(id="s-a", publisher="A", kind="brief", date=on("2020")),
        a_source(id="s-b", publisher="A", kind="brief", date=on("2021")),
        a_source(id="s-c", kind="kamerstuk", found=False),
    )
    assert [(group.title, [entry.anchor for entry in group.entries]) for group in page.groups] == [
        ("Kamerstukken", ["s-c"]),
        ("Brieven", ["s-b", "s-a"]),
        ("Overige bronnen", [SOURCE]),
    ]
    assert (page.lost, page.undated) == (1, 2)
