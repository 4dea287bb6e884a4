"""The page of a source says what it is, where it stands, and all that rests on it."""

from typing import get_args

import pytest

from lrt_site.model.dates import PartialDate
from lrt_site.model.register import Record
from lrt_site.model.sources import Source, SourceKind
from lrt_site.pages.sources.source import KIND_WORDS, SourcePage, date_of, marks_of, source_pages
from tests.builders import (
    SOURCE,
    a_contradiction,
    a_meeting,
    a_person,
    a_register,
    a_role,
    a_series,
    a_source,
    an_event,
    an_observation,
    on,
)
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read


def the_page(source: Source, *records: Record) -> SourcePage:
    page = next(source_pages(a_register(source, *records), source))()
    assert isinstance(page, SourcePage)
    return page


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


def shown(source: Source, *records: Record) -> HtmlPage:
    register = a_register(source, *records)
    return as_read(next(source_pages(register, source))(), register)


def test_every_kind_of_source_has_words() -> None:
    assert set(KIND_WORDS) == set(get_args(SourceKind))


def test_a_source_that_cannot_be_looked_up_is_marked() -> None:
    url = "https://fictief.example/"
    sources = (a_source(), a_source(found=False), a_source(url=url, url_verified=False), a_source(url=url))
    assert [[mark.word for mark in marks_of(source)] for source in sources] == [
        [],
        ["niet teruggevonden"],
        ["adres niet geverifieerd"],
        [],
    ]
    assert "niet teruggevonden" in shown(a_source(id="s-ander", found=False)).words


def test_a_date_is_that_of_the_source_itself() -> None:
    assert (date_of(a_source(date=on("2020-06"))), date_of(a_source())) == ("juni 2020", "zonder datum")


def test_what_rests_on_it_stands_in_order_of_time() -> None:
    events = (
        an_event(id="geb-a", date=on("2021"), source="s-ander"),
        an_event(id="geb-b", date=None, not_before=on("2019"), source="s-ander"),
        an_event(id="geb-c", date=on("2020"), source="s-ander"),
    )
    (group,) = the_page(a_source(id="s-ander"), *events).used
    assert [link.address.partition("#")[2] for link in group.links] == ["geb-b", "geb-c", "geb-a"]
    assert group.anchor == "gebruik-event"


def test_the_page_shows_all_that_is_known_of_the_source() -> None:
    source = a_source(
        id="s-ander",
        citation="19 637, nr. 2184",
        url="https://fictief.example/",
        note="Let op.",
        kept_for="Voor later.",
    )
    page = shown(source, a_meeting(source="s-ander"))
    assert "De uitgever is Fictieve Uitgever. Eén onderdeel van deze site noemt haar." in page.words
    assert "Aangehaald als 19 637, nr. 2184 Webadres https://fictief.example/ Toelichting Let op." in page.words
    assert "Waarom de bron hier staat Voor later." in page.words
    assert "/vergaderingen/m-2020-06-15/" in page.leads_to("section")


@pytest.mark.parametrize(
    ("meetings", "told"),
    [(0, "Deze site gebruikt haar nergens voor."), (2, "2 onderdelen van deze site noemen haar.")],
)
def test_it_is_said_how_much_rests_on_it(meetings: int, told: str) -> None:
    page = shown(a_source(id="s-ander"), *(a_meeting(id=f"m-{number}", source="s-ander") for number in range(meetings)))
    assert told in page.words
    assert "Wij hebben geen webadres van deze bron." in page.words
    assert ("Deze bron is nergens voor gebruikt." in page.words) == (meetings == 0)
