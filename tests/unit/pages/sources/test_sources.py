"""Every source has a page of its own, with all that rests on it; the list of all sources stays short."""

import pytest

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Record
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.sources import sources
from lrt_site.pages.sources.source import SourcePage, source_page
from lrt_site.pages.sources.sources import SourcesPage
from tests.builders import (
    SOURCE,
    a_contradiction,
    a_meeting,
    a_person,
    a_register,
    a_role,
    a_series,
    a_source,
    an_observation,
    on,
)


def the_list(*records: Record) -> SourcesPage:
    page, *_ = sources.pages(a_register(*records))
    assert isinstance(page, SourcesPage)
    return page


def the_page(source: Source, *records: Record) -> SourcePage:
    return source_page(a_register(source, *records), source)


def test_a_source_shows_all_that_rests_on_it_by_kind_in_the_order_in_which_it_is_read() -> None:
    page = the_page(
        a_source(id="s-ander"),
        a_meeting(id="m-a", date=on("2020-03-03"), source="s-ander"),
        a_meeting(id="m-b", date=on("2019-01-01"), source="s-ander"),
        a_person(id="p-a", name="Anna Zee", roles=(a_role(source="s-ander"),)),
        a_person(id="p-b", name="Bert Aak", roles=(a_role(source="s-ander"),)),
        a_series(observations=(an_observation(source="s-ander"),)),
        a_contradiction(sources=(SOURCE, "s-ander")),
    )
    assert [(group.title, [link.address for link in group.links]) for group in page.used] == [
        ("Personen", ["/deelnemers/p-b/", "/deelnemers/p-a/"]),
        ("Vergaderingen", ["/vergaderingen/m-b/", "/vergaderingen/m-a/"]),
        ("Cijferreeksen", ["/cijfers/fictieve-reeks/#w-fictief"]),
        ("Waar bronnen verschillen", ["/tegenspraak/teg-fictief/"]),
    ]
    assert page.total == 6


def test_what_rests_on_a_source_makes_no_other_words_of_its_page() -> None:
    source = a_source(id="s-ander")
    assert the_page(source) == the_page(source, a_meeting(source="s-ander"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (on("2021-11"), "Deze bron is een brief van november 2021. De uitgever is Fictief bureau."),
        (None, "Deze bron is een brief zonder datum. De uitgever is Fictief bureau."),
    ],
)
def test_the_first_sentence_is_as_exact_as_the_source(day: PartialDate | None, said: str) -> None:
    page = the_page(a_source(id="s-ander", kind="brief", date=day, publisher="Fictief bureau"))
    assert page.frame.description == said


def test_every_source_has_a_page_that_the_list_leads_to_and_a_place_in_the_list() -> None:
    register = a_register(a_source(id="s-ander"))
    page, *own = sources.pages(register)
    assert isinstance(page, SourcesPage)
    entries = [entry for group in page.groups for entry in group.entries]
    assert {entry.anchor: entry.page.address for entry in entries} == {
        one: f"/bronnen/{one}/" for one in register.all(Source)
    }
    assert {entry.page.address for entry in entries} == {one.address for one in own if isinstance(one, PageMaker)}
    assert urls.address_of("s-ander", register) == "/bronnen/s-ander/"


def test_a_source_that_was_not_found_again_or_never_opened_says_so_in_the_list_and_on_its_page() -> None:
    source = a_source(id="s-ander", found=False, url="https://fictief.example/", url_verified=False)
    (entry,) = (one for group in the_list(source).groups for one in group.entries if one.anchor == "s-ander")
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
