"""A list that is too long for one page has parts, none of more than one page, and each thing stands in one of them."""

from datetime import date

from lrt_site import urls
from lrt_site.model.portions import ROWS, of_letter, of_year, parts
from tests.builders import SOURCE, a_register, a_source, a_term, an_event, an_information_request, on


def test_a_part_is_a_year_and_what_has_no_day_comes_last() -> None:
    days = [date(2020, 5, 1), date(2021, 1, 1), date.min, date(2020, 3, 1)]
    found = [(part.slug, part.title, len(members)) for part, members in parts(days, of_year)]
    assert found == [("2021", "2021", 1), ("2020", "2020", 2), ("zonder-jaar", "zonder jaar", 1)]


def test_a_part_is_a_letter_without_its_accent_and_other_signs_come_last() -> None:
    found = [(part.slug, part.title) for part, _ in parts(["9e", "Zee", "Éen", "eend"], of_letter)]
    assert found == [("e", "E"), ("z", "Z"), ("overig", "overig")]


def test_a_year_that_is_too_long_for_one_page_has_several_the_newest_first() -> None:
    days = [date(2020, 1, 1 + place % 28) for place in range(ROWS + 1)]
    found = [(part.slug, part.title, len(members)) for part, members in parts(days, of_year)]
    assert found == [("2020", "2020, deel 1", ROWS), ("2020-2", "2020, deel 2", 1)]
    reversed_parts = [len(members) for _, members in parts(days, of_year, newest_last=True)]
    assert reversed_parts == [1, ROWS]


def test_a_link_leads_to_the_part_where_a_record_stands_once_its_list_is_divided() -> None:
    events = [an_event(id=f"geb-{place}", date=on(f"{2000 + place % 20}-03")) for place in range(ROWS)]
    assert urls.address_of("geb-3", a_register(*events)) == "/geschiedenis/#geb-3"
    more = a_register(*events, an_event(id="geb-los", date=None))
    assert urls.address_of("geb-3", more) == "/geschiedenis/deel/2003/#geb-3"
    assert urls.address_of("geb-los", more) == "/geschiedenis/deel/zonder-jaar/#geb-los"


def test_a_word_stands_under_its_letter_and_a_request_under_its_year() -> None:
    words = [a_term(id=f"b-{place}", term=f"woord {place}") for place in range(ROWS + 1)]
    requests = [an_information_request(id=f"iv-{place}", asked_on=on("2021-03")) for place in range(ROWS + 1)]
    register = a_register(*words, *requests, a_source(id=SOURCE))
    assert urls.address_of("b-7", register).startswith("/begrippen/deel/w")
    assert urls.address_of("iv-7", register).startswith("/informatieverzoeken/deel/2021")
