"""Whoever wants to follow the site finds every feed and calendar, with addresses to copy."""

from dataclasses import replace

from lrt_site.model.publications import History
from lrt_site.pages.publications import following
from lrt_site.pages.publications.following import GENERAL, FollowingPage, feeds_of_tables, table_name
from lrt_site.wording.runs import Link
from tests.builders import a_person, a_provincial_table, a_table
from tests.tools.rendering import as_read
from tests.unit.pages.publications.making import history_of

PROVINCIAL = a_provincial_table(id="a-prt")


def the_page(history: History) -> FollowingPage:
    (maker,) = following.pages(history)
    page = maker()
    assert isinstance(page, FollowingPage)
    return page


def test_without_publications_there_is_nothing_to_follow() -> None:
    assert list(following.pages(History())) == []


def test_a_table_is_named_by_its_name_or_its_province() -> None:
    assert [table_name(record) for record in (a_table(), PROVINCIAL, a_person())] == [
        "Fictieve Tafel",
        "Provinciale tafel Fictief-Holland",
        "p-fictief",
    ]


def test_there_is_a_feed_of_every_table_the_national_one_first() -> None:
    feeds = feeds_of_tables(history_of((PROVINCIAL,)))
    assert [(feed.name, feed.title, feed.page) for feed in feeds] == [
        ("tafel/fictieve-tafel", "Fictieve Tafel", "/tafel/"),
        ("tafel/a-prt", "Provinciale tafel Fictief-Holland", "/provincies/a-prt/"),
    ]
    assert feeds[0].about == (
        "Alles over Fictieve Tafel: de tafel zelf, haar vergaderingen, brieven, besluiten en toezeggingen."
    )


def test_a_table_that_was_renamed_or_ended_can_still_be_followed() -> None:
    renamed = history_of((PROVINCIAL,), (replace(PROVINCIAL, id="b-prt"),))
    assert {feed.name: feed.page for feed in feeds_of_tables(renamed)} == {
        "tafel/fictieve-tafel": "/tafel/",
        "tafel/a-prt": "/provincies/b-prt/",
        "tafel/b-prt": "/provincies/b-prt/",
    }
    ended = history_of((PROVINCIAL,), ())
    assert {feed.name: feed.page for feed in feeds_of_tables(ended)}["tafel/a-prt"] == "/provincies/a-prt/versies/"
    assert [table.title for table in the_page(ended).tables] == ["Fictieve Tafel"]


def test_every_feed_has_an_address_in_full_as_atom_and_as_json() -> None:
    page = the_page(history_of((PROVINCIAL,)))
    assert {feed.title for feed in (*page.main, *page.others)} == {feed.title for feed in GENERAL}
    assert [feed.title for feed in page.main] == ["Alles wat verandert", "Correcties en intrekkingen"]
    assert page.main[0].forms == (
        ("Atom", Link("https://fictief.example/feeds/alles.xml", "/feeds/alles.xml")),
        ("JSON Feed", Link("https://fictief.example/feeds/alles.json", "/feeds/alles.json")),
    )
    assert all(feed.about for feed in (*page.main, *page.others))
    assert [table.about for table in page.tables] == ["", ""]


def test_both_calendars_can_be_subscribed_to() -> None:
    page = the_page(history_of(()))
    assert [(calendar.title, calendar.forms[0][1].title) for calendar in page.calendars] == [
        ("Vergaderingen", "https://fictief.example/agenda.ics"),
        ("Termijnen van toezeggingen", "https://fictief.example/termijnen.ics"),
    ]
    assert [calendar.about for calendar in page.calendars] == [
        "Gehouden, geplande en afgelaste vergaderingen.",
        "De nieuwste termijn van elke toezegging.",
    ]


def test_the_page_shows_the_addresses_and_where_all_changes_stand() -> None:
    history = history_of((PROVINCIAL,))
    page = as_read(the_page(history), history.state(history.last))
    assert "Atom: https://fictief.example/feeds/tafel/a-prt.xml" in page.words
    assert "JSON Feed: https://fictief.example/feeds/tafel/a-prt.json" in page.words
    assert "iCalendar: https://fictief.example/termijnen.ics" in page.words
    assert "Het adres is https://fictief.example/feeds/record/…, met achteraan het kenmerk" in page.words
    assert "Er is geen e-mail en geen nieuwsbrief." in page.words
    assert {"/publicaties/", "/data/v1/wijzigingen.ndjson"} <= page.leads_to("main")
