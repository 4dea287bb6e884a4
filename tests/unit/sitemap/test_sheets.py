"""Every page has its place: the living ones, the editions of then, and what answers where a page is gone."""

from dataclasses import replace

import pytest

from lrt_site.model.publications import History
from lrt_site.model.register import Record
from lrt_site.pages.publications.editions import Editions, kept
from lrt_site.pages.publications.gone import EndedPage, ExpiredPage, MovedPage
from lrt_site.problems import LrtSiteError
from lrt_site.sitemap.sheets import PlacedPage, answering, archived, living, unpublished
from lrt_site.sitemap.states import PublishedState, addresses, states
from lrt_site.sitemap.states import unpublished as state_of
from tests.builders import (
    a_ledger,
    a_meeting,
    a_membership,
    a_mention,
    a_person,
    a_register,
    a_seat,
    a_table,
    a_topic,
    an_agenda_item,
    history_in,
)

MEETING = "/vergaderingen/m-2020-06-15/"
PERSON = "/deelnemers/p-fictief/"


def published(*states_of: tuple[Record, ...], **changes: dict[str, str]) -> History:
    registers = (a_register(*records) for records in states_of)
    return history_in(a_ledger(*registers, addresses=addresses, **changes))  # type: ignore[arg-type]


def every_state(history: History) -> list[PublishedState]:
    return list(states(history, history.publications))


def editions_of(history: History) -> Editions:
    return kept(
        history, [(state.publication.number, address) for state in every_state(history) for address in state.pages]
    )


def living_of(history: History) -> dict[str, PlacedPage]:
    return {sheet.address: sheet for sheet in living(history, editions_of(history), every_state(history)[-1])}


def test_what_is_not_published_has_its_pages_and_nothing_around_them() -> None:
    state = state_of(a_register(a_meeting()), None, None)
    sheets = {sheet.address: sheet for sheet in unpublished(state)}
    assert sheets.keys() == state.pages.keys() | {"/zoeken/", "/zoeken/titels/"}
    assert sheets[MEETING].clock is None
    assert sheets[MEETING].place(PERSON) == PERSON


def test_pages_of_now_have_a_clock_and_stand_beside_those_about_publications() -> None:
    history = published((a_meeting(),), (a_meeting(), a_person()))
    sheets = living_of(history)
    clock = sheets[MEETING].clock
    assert clock
    assert not clock(sheets[MEETING].made().frame).archived
    for address in ("/publicaties/", "/publicaties/2026-02-04/", f"{MEETING}versies/", "/volgen/", "/citaat/"):
        assert address in sheets


def test_links_of_a_publication_lead_to_what_was_known_with_it() -> None:
    history = published((a_meeting(),), (a_meeting(conclusions=("Ja.",)),))
    assert living_of(history)["/publicaties/2026-01-05/"].place(MEETING) == f"{MEETING}versies/1/"
    assert living_of(history)["/publicaties/"].place(MEETING) == MEETING


def test_a_link_to_what_got_another_id_leads_to_the_page_of_which_the_words_stayed() -> None:
    before, after = (
        (a_table(topics=(a_topic(id=topic),)), a_meeting(agenda=(an_agenda_item(topic=topic),)))
        for topic in ("ond-oud", "ond-nieuw")
    )
    history = published(before, after)
    first, second = every_state(history)
    editions = kept(history, [*((1, address) for address in first.pages), (2, MEETING)])
    (sheet,) = (sheet for sheet in archived(history, editions, second) if sheet.address == f"{MEETING}versies/2/")
    table = "/publicaties/2026-01-05/stand/tafel/"
    assert sheet.place("/tafel/#ond-nieuw") == table
    assert sheet.place("/tafel/#onderwerpen") == f"{table}#onderwerpen"
    (former,) = (sheet for sheet in archived(history, editions, first) if sheet.address == f"{MEETING}versies/1/")
    assert former.place("/tafel/#ond-oud") == f"{table}#ond-oud"


def test_an_edition_of_then_links_to_pages_of_then_and_keeps_the_place_on_them() -> None:
    history = published((a_meeting(),), (a_meeting(conclusions=("Ja.",)),))
    editions = editions_of(history)
    sheets = {sheet.address: sheet for sheet in archived(history, editions, every_state(history)[0])}
    then = sheets[f"{MEETING}versies/1/"]
    overview = "/publicaties/2026-01-05/stand/vergaderingen/"
    assert then.place("/vergaderingen/#jaren") == f"{overview}#jaren"
    assert then.place("/onbekend/#hier") == "/onbekend/#hier"
    assert (
        then.place("/stilte/verslagen/#stilte-verslag-m-2020-06-15")
        == "/publicaties/2026-01-05/stand/stilte/verslagen/"
    )
    assert then.clock
    assert then.clock(then.made().frame).archived


def test_records_without_a_page_have_their_versions_kept_as_their_fields() -> None:
    history = published((a_mention(),), (a_mention(text="Anders."),))
    first, second = every_state(history)
    for state, number in ((first, 1), (second, 2)):
        found = {sheet.address for sheet in archived(history, editions_of(history), state)}
        assert f"/vermeldingen/ver-fictief/versies/{number}/" in found
    seated = published((a_seat(), a_person(), a_membership()))
    assert any("lid-fictief" in sheet.address for sheet in archived(seated, {}, every_state(seated)[0]))


def test_an_edition_that_cannot_be_made_any_more_stops_the_build() -> None:
    history = published((a_meeting(),))
    with pytest.raises(LrtSiteError, match="Een adres mag niet verdwijnen"):
        [sheet.made() for sheet in archived(history, kept(history, [(1, "/weg/")]), every_state(history)[0])]


def test_before_editions_were_recorded_what_did_not_change_leads_to_what_it_said() -> None:
    history = published((a_meeting(),), (a_meeting(), a_person()))
    editions = kept(history, [(1, "/vergaderingen/")])
    found = {sheet.address: sheet.made() for sheet in archived(history, editions, every_state(history)[1])}
    page = found["/publicaties/2026-02-04/stand/vergaderingen/"]
    assert isinstance(page, MovedPage)
    assert page.target.address == "/publicaties/2026-01-05/stand/vergaderingen/"


def test_an_address_whose_page_is_gone_goes_on_answering() -> None:
    ended = published((a_person(),), ())
    assert isinstance(living_of(ended)[PERSON].made(), EndedPage)
    moved = published((a_meeting(),), (a_meeting(id="m-anders"),))
    assert isinstance(living_of(moved)[MEETING].made(), MovedPage)
    expired = published((a_meeting(), a_meeting(id="m-oud", date=None, not_before=a_meeting().date)), (a_meeting(),))
    last = every_state(expired)[-1]
    editions = {**editions_of(expired), **kept(expired, [(1, "/vergaderingen/1999/")])}
    sheets = {sheet.address: sheet for sheet in living(expired, editions, last)}
    assert isinstance(sheets["/vergaderingen/1999/"].made(), ExpiredPage)
    assert answering(expired, editions, last) == frozenset(last.pages) | {
        "/vergaderingen/1999/",
        "/vergaderingen/m-oud/",
    }


def test_a_rename_leads_every_former_address_on() -> None:
    history = published((a_meeting(),), (replace(a_meeting(), id="m-anders"),), (replace(a_meeting(), id="m-derde"),))
    for address in (MEETING, "/vergaderingen/m-anders/"):
        page = living_of(history)[address].made()
        assert isinstance(page, MovedPage)
        assert page.target.address == "/vergaderingen/m-derde/"
