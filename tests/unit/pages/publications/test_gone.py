"""An address at which a page stood once goes on answering: where it went, or when and why it ended."""

from dataclasses import replace

from lrt_site.pages.publications import gone
from tests.builders import (
    a_meeting,
    a_person,
    an_organisation,
)
from tests.tools.rendering import as_read
from tests.unit.pages.publications.making import history_of

MEETING = a_meeting()


def test_the_address_of_a_renamed_record_leads_on() -> None:
    history = history_of((MEETING,), (replace(MEETING, id="m-anders"),))
    page = gone.moved_page(history, "/vergaderingen/m-2020-06-15/", "m-2020-06-15")
    assert page.target.address == "/vergaderingen/m-anders/"
    assert page.frame.address == "/vergaderingen/m-2020-06-15/"


def test_the_address_of_a_record_that_ended_tells_when_and_why() -> None:
    organisation = an_organisation()
    history = history_of((organisation,), ())
    page = gone.ended_page(history, "/deelnemers/org-fictief/", organisation.id)
    assert (page.when, page.note) == ("4 februari 2026", "Waarom org-fictief anders is.")
    assert page.publication.address == "/publicaties/2026-02-04/"
    assert page.versions.address == "/deelnemers/org-fictief/versies/"


def test_the_address_of_a_page_that_is_not_made_any_more_leads_to_what_it_was_last() -> None:
    history = history_of((MEETING,), (MEETING, a_person()))
    first, second = history.publications
    known = replace(history, publications=(first, replace(second, gone=("/vergaderingen/2020/",))))
    place = "/publicaties/2026-01-05/stand/vergaderingen/2020/"
    page = gone.expired_page(known, "/vergaderingen/2020/", place, first)
    assert page.frame.description == "Deze pagina wordt sinds 4 februari 2026 niet meer gemaakt."
    assert page.publication.title == "publicatie 2"
    assert page.last.address == place


def test_the_pages_that_answer_say_where_to_go() -> None:
    renamed = history_of((MEETING,), (replace(MEETING, id="m-anders"),))
    register = renamed.state(renamed.last)
    moved = as_read(gone.moved_page(renamed, "/vergaderingen/m-2020-06-15/", "m-2020-06-15"), register)
    assert moved.leads_on
    assert "Deze pagina heeft nu een ander adres. Ga naar Vergadering van 15 juni 2020 (Fictieve Tafel)." in moved.words
    assert "/vergaderingen/m-anders/" in moved.leads_to("main")
    ended = history_of((an_organisation(),), ())
    page = as_read(gone.ended_page(ended, "/deelnemers/org-fictief/", "org-fictief"), register)
    assert "Dit onderdeel is op 4 februari 2026 ingetrokken. Waarom org-fictief anders is." in page.words
    assert "Ingetrokken op 4 februari 2026 (publicatie 2)" in page.words
    assert "Wat er stond Versies van ‘Fictieve Organisatie’" in page.words
    assert {"/publicaties/2026-02-04/", "/deelnemers/org-fictief/versies/"} <= page.leads_to("main")


def test_an_edition_that_would_say_the_same_leads_to_the_one_before_it() -> None:
    history = history_of((MEETING,), (MEETING, a_person()))
    first, second = history.publications
    at, place = "/publicaties/2026-02-04/stand/vergaderingen/", "/publicaties/2026-01-05/stand/vergaderingen/"
    page = gone.unchanged_page(at, "/vergaderingen/", second, place, first)
    assert (page.frame.address, page.target.address) == (at, place)
    assert page.frame.title == "Publicatie 2: /vergaderingen/ bleef gelijk aan publicatie 1"
    assert page.target.title == "/vergaderingen/, zoals in publicatie 1 (5 januari 2026)"
