"""Everything that can be found is in the catalogue, with what a reader can choose it by."""

from lrt_site.pages.search.catalogue import OVERVIEWS, PUBLICATIONS, catalogue, facets_of, synonyms
from tests.builders import (
    a_commitment,
    a_meeting,
    a_mention,
    a_person,
    a_provincial_table,
    a_register,
    a_status,
    a_table,
    a_term,
    an_attendance,
    an_organisation,
    on,
)


def test_pages_are_overviews_unless_a_record_stands_there() -> None:
    register = a_register(a_meeting(), a_mention())
    found = catalogue(
        register, ["/", "/vergaderingen/", "/vergaderingen/m-2020-06-15/", "/404.html"], ["/publicaties/"]
    )
    assert found["/vergaderingen/"].kind == OVERVIEWS
    assert found["/vergaderingen/"].known_as == ("Vergaderingen",)
    assert found["/vergaderingen/m-2020-06-15/"].kind == "Vergaderingen"
    assert found["/vermeldingen/#ver-fictief"].title == "Nog niet bevestigd: Een fictieve vermelding."
    assert found["/publicaties/"].kind == PUBLICATIONS
    assert "/404.html" not in found


def test_pages_that_say_again_how_it_was_on_a_day_are_left_out() -> None:
    days = ["/cijfers/peildatum/2020-01-01/", "/samenstelling/2020-01-01/"]
    assert not {*days} & {*catalogue(a_register(), days)}


def test_a_meeting_is_chosen_by_year_table_who_and_state() -> None:
    person, table = a_person(), a_provincial_table()
    meeting = a_meeting(date=on("2021-03-04"), table=table.id, attendance=(an_attendance(person=person.id),))
    facets = facets_of(meeting, a_register(person, table, meeting))
    assert facets.years == ("2021",)
    assert facets.tables == (table.province,)
    assert facets.participants == (person.name,)
    assert facets.statuses == ("gehouden",)


def test_a_commitment_is_known_by_its_number_however_short() -> None:
    facets = facets_of(a_commitment(id="T00123", status_events=(a_status(status="voldaan"),)), a_register())
    assert facets.known_as == ("T00123", "00123", "123")
    assert facets.statuses == ("voldaan",)


def test_words_that_mean_the_same_stand_together() -> None:
    table = a_table(name="De Grote Tafel", abbreviation="DGT")
    found = synonyms(a_register(table, a_term(term="dam", also=("dijk",)), an_organisation(name="De Raad", short="DR")))
    assert found == (("De Grote Tafel", "DGT"), ("De Raad", "DR"), ("dam", "dijk"))
