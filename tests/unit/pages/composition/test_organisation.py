"""The page of an organisation gathers its names, seats and persons, and where it is a guest or helps."""

from lrt_site.model.facts import Party
from lrt_site.model.people import OtherOrganisationName
from tests.builders import (
    SOURCE,
    a_composition,
    a_holder,
    a_meeting,
    a_person,
    a_register,
    a_seat,
    an_attendance,
    an_organisation,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.composition.making import HELD, organisation


def test_everyone_who_came_for_an_organisation_is_named() -> None:
    attendance = (
        an_attendance(organisation="org-fictief"),
        an_attendance(person="p-ander", organisation="org-fictief", presence="afwezig"),
    )
    page = organisation(a_meeting(attendance=attendance), a_person(id="p-ander", name="A. Ander"))
    assert [said.text for said in page.meetings] == [
        "Vergadering van 15 juni 2020: F. Fictief, aanwezig",
        "Vergadering van 15 juni 2020: A. Ander, afwezig",
    ]


def test_an_organisation_gathers_its_seats_and_persons() -> None:
    page = organisation(HELD, a_seat(id="stoel-eigen", name="Eigen stoel", organisation="org-fictief"))
    assert [link.title for link in page.seats] == ["Eigen stoel", "Fictieve stoel"]
    assert [link.title for link in page.persons] == ["F. Fictief"]
    assert [row.what.text for row in page.shown] == ["Fictieve stoel: F. Fictief, fictief minister"]


def test_an_organisation_shown_without_a_name_is_said_so() -> None:
    nameless = a_composition(holders=(a_holder(person=None, organisation="org-fictief"),))
    assert [row.what.text for row in organisation(nameless).shown] == ["zonder naam"]


def test_an_organisation_knows_where_it_is_a_guest_and_where_it_helps() -> None:
    party = (Party(organisation="org-fictief"), Party(description="anderen"))
    page = organisation(a_composition(invited=party), a_composition(id="sam-b", agenda_prepared_with=party))
    assert [said.text for said in page.invited] == ["15 juni 2020: Vaste deelnemers, fictief"]
    assert [said.text for said in page.prepared] == ["15 juni 2020: Vaste deelnemers, fictief"]


def test_persons_stand_by_surname_each_once() -> None:
    shown = a_composition(
        holders=tuple(a_holder(person=person, organisation="org-fictief") for person in ("p-a", "p-b", "p-a"))
    )
    page = organisation(shown, a_person(id="p-a", name="Anna Zee"), a_person(id="p-b", name="Bert Aak"))
    assert [link.title for link in page.persons] == ["Bert Aak", "Anna Zee"]


def test_where_a_source_shows_it_rests_on_that_source_and_leads_to_the_seat() -> None:
    (row,) = organisation(HELD).shown
    assert (row.when.text, row.when.runs[0].address) == ("15 juni 2020", "/samenstelling/sam-fictief/")
    assert (row.what.runs[0].address, row.what.backing.sources) == ("/deelnemers/p-fictief/", (SOURCE,))


def test_of_several_seats_each_row_names_its_own() -> None:
    seats = (a_holder(organisation="org-fictief"), a_holder(seat="stoel-b", organisation="org-fictief"))
    rows = organisation(a_composition(holders=seats), a_seat(id="stoel-b", name="B")).shown
    assert [row.what.runs[0].address for row in rows] == ["/stoelen/stoel-b/", "/stoelen/stoel-fictief/"]


def test_it_begins_with_where_it_was_shown_last() -> None:
    assert organisation(HELD).frame.description == (
        "Het laatst aan tafel genoemd: FO, op 15 juni 2020, op de vaste plaats ‘Fictieve stoel’."
    )
    assert organisation(HELD).frame.title == "Fictieve Organisatie"


def test_the_page_shows_its_names_and_kind_and_says_where_there_is_no_seat() -> None:
    former = OtherOrganisationName(name="Oude Organisatie", short="OO", end_date=on("2019"), source=SOURCE)
    described = an_organisation(formerly="de Dienst", other_names=(former,))
    party = (Party(organisation="org-fictief"),)
    invited = a_composition(invited=party, agenda_prepared_with=party)
    page = as_read(organisation(described, invited), a_register(described, invited, a_seat(), a_person()))
    assert "Naam Fictieve Organisatie Korte naam: FO. Eerder: de Dienst. Soort: overig" in page.words
    assert "Stoelen geen, volgens de bronnen op deze site" in page.words
    assert "Andere namen" in page.words
    assert "Oude Organisatie (OO)" in page.words
    assert "Als genodigde genoemd 15 juni 2020: Vaste deelnemers, fictief" in page.words
    assert "Bereidt de agenda mee voor 15 juni 2020: Vaste deelnemers, fictief" in page.words
