"""The page of a person gathers offices, seats, meetings, promises and tables, each as its source has it."""

import pytest

from lrt_site.model.people import OtherName, Role
from lrt_site.model.register import Record
from lrt_site.pages.shared.seating import MEETINGS_NAMED
from tests.builders import (
    SOURCE,
    a_chair,
    a_commitment,
    a_contradiction,
    a_meeting,
    a_membership,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_seat,
    a_source,
    an_attendance,
    an_evidence,
    an_organisation,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.composition.making import HELD, person


def roles(**changes: object) -> tuple[str, list[str]]:
    """When a page says that a role was held, and the marks it gives it."""
    (role,) = person(a_person(roles=(a_role(**changes),))).roles
    return role.when.text, [mark.word for mark in role.what.marks]


def test_a_role_says_when_as_exactly_as_its_source() -> None:
    assert roles(start_date=on("2020")) == ("vanaf 2020; einde niet bekend", [])
    assert roles(as_shown_at=on("2020-03-04")) == ("volgens een bron op 4 maart 2020", [])
    assert roles(as_shown_at=on("2019"), as_shown_note="jaarverslag") == ("volgens een bron in 2019, jaarverslag", [])
    assert roles(as_shown_note="schatting 2020 of 2021") == ("schatting 2020 of 2021", ["schatting"])
    assert roles(verified=False) == ("de bron noemt geen datum", ["niet geverifieerd"])


def test_a_person_is_listed_with_seats_and_the_composition_that_shows_them() -> None:
    page = person(HELD)
    assert [(row.when.text, row.what.text) for row in page.seats] == [
        ("15 juni 2020", "Fictieve stoel (voor Fictieve Organisatie), fictief minister")
    ]
    assert (
        page.frame.description == "Een bron noemt F. Fictief als fictief bestuurder. "
        "Het laatst aan tafel genoemd: op 15 juni 2020, "
        "op de vaste plaats ‘Fictieve stoel’."
    )


def test_the_organisation_goes_without_saying_on_its_own_seat() -> None:
    page = person(HELD, a_seat(organisation="org-fictief"))
    assert [row.what.text for row in page.seats] == ["Fictieve stoel, fictief minister"]


def test_a_person_without_a_seat_is_said_to_have_none() -> None:
    assert (
        person().frame.description == "Een bron noemt F. Fictief als fictief bestuurder. "
        "Geen bron op deze site noemt een vaste plaats (stoel) aan tafel voor: F. Fictief."
    )


def test_a_membership_counts_as_a_seat_once() -> None:
    page = person(a_membership(start_date=on("2020-01-01"), end_date=on("2021-01-01")))
    assert [row.when.text for row in page.seats] == ["1 januari 2020 tot en met 1 januari 2021"]
    assert page.frame.description.endswith(
        "Het laatst aan tafel genoemd: 1 januari 2020 tot en met 1 januari 2021, op de vaste plaats ‘Fictieve stoel’."
    )


def test_attendance_is_told_with_its_presence_and_role() -> None:
    replaced = an_attendance(presence="vervangen", replaced_by="V. Verzonnen", role="fictief minister")
    page = person(a_meeting(attendance=(replaced,)))
    assert [said.text for said in page.meetings] == [
        "Vergadering van 15 juni 2020: vervangen door V. Verzonnen, fictief minister"
    ]


def test_a_composition_of_a_meeting_shows_who_was_there_unless_attendance_says_more() -> None:
    shown = a_meeting(composition="sam-fictief")
    assert [said.text for said in person(HELD, shown).meetings] == [
        "Vergadering van 15 juni 2020: genoemd in de samenstelling van deze vergadering"
    ]
    both = a_meeting(composition="sam-fictief", attendance=(an_attendance(presence="afwezig"),))
    assert [said.text for said in person(HELD, both).meetings] == ["Vergadering van 15 juni 2020: afwezig"]


def test_a_meeting_of_another_table_says_so() -> None:
    meeting = a_meeting(table="prt-fictief", table_name="Fictieve regietafel", attendance=(an_attendance(),))
    (said,) = person(meeting, a_provincial_table()).meetings
    assert said.text == "Vergadering van 15 juni 2020 (Fictieve regietafel): aanwezig"


def test_promises_made_asked_for_and_signed_are_told_apart() -> None:
    commitment = a_commitment(
        made_by="p-fictief",
        asked_by="p-fictief",
        asked_by_group="FF",
        evidence=(an_evidence(signed_by="p-fictief"),),
    )
    assert [said.text for said in person(commitment).commitments] == [
        "Toezegging T99001: gedaan op 2 juni 2020. Ambt volgens het register: fictief minister",
        "Toezegging T99001: het register noemt deze persoon (FF) als Kamerlid bij de toezegging",
        "Toezegging T99001: ondertekende de brief van 4 maart 2021, fictieve brief",
    ]


def test_a_chair_of_a_provincial_table_is_told_with_the_office() -> None:
    chair = a_chair(person="p-fictief", start_date=on("2020"), acting=True, named_as_chair=True)
    (said,) = person(a_provincial_table(chairs=(chair,))).provinces
    assert said.text == (
        "Fictief-Holland: waarnemend fictieve commissaris, vanaf 2020; einde niet bekend. "
        "Een bron noemt deze persoon zelf als voorzitter van de tafel"
    )


def test_promises_of_others_are_not_on_the_page() -> None:
    others = a_commitment(made_by="p-ander", asked_by="p-ander", evidence=(an_evidence(signed_by="p-ander"),))
    assert person(others, a_person(id="p-ander", name="A. Ander")).commitments == ()
    asked = a_commitment(asked_by="p-fictief")
    assert [said.text for said in person(asked).commitments] == [
        "Toezegging T99001: het register noemt deze persoon als Kamerlid bij de toezegging"
    ]


def test_what_a_person_did_leads_there_and_rests_on_its_source() -> None:
    commitment = a_commitment(made_by="p-fictief", evidence=(an_evidence(signed_by="p-fictief"),))
    made_it, signed = person(commitment).commitments
    assert made_it.runs[0].address == "/toezeggingen/T99001/"
    assert signed.runs[-1].address == "/toezeggingen/T99001/#bew-fictief"
    assert made_it.backing.sources == signed.backing.sources == (SOURCE,)


def test_a_role_is_told_with_the_words_of_its_source_and_the_function_at_the_table() -> None:
    (role,) = person(a_person(roles=(a_role(label="bestuurderes", function_at_table="voorzitter"),))).roles
    assert role.what.text == "fictief bestuurder; in de bron: “bestuurderes”; aan de tafel: voorzitter"
    assert (role.what.backing.sources, role.when.backing.sources) == ((SOURCE,), ())
    ended = a_role(end_date=on("2021"), end_source="s-eind")
    (role,) = person(a_person(roles=(ended,)), a_source(id="s-eind")).roles
    assert role.when.backing.sources == ("s-eind",)


def test_the_newest_office_with_a_date_goes_first_in_the_first_sentence() -> None:
    roles_given = (a_role(role="minister", start_date=on("2022")), a_role(role="burgemeester", start_date=on("2019")))
    assert person(a_person(roles=roles_given)).frame.description.startswith("F. Fictief werd in 2022 minister.")


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (
            a_role(start_date=on("2019-01-01"), end_date=on("2020-01-01"), end_is="laatste dag"),
            "F. Fictief was fictief bestuurder, 1 januari 2019 tot en met 1 januari 2020.",
        ),
        (a_role(end_date=on("2020")), "F. Fictief was fictief bestuurder, tot in 2020; begin niet bekend."),
        (
            a_role(as_shown_at=on("2020-01-01")),
            "F. Fictief was fictief bestuurder. Dat was op 1 januari 2020 zo, volgens een bron.",
        ),
        (
            a_role(role="wordt burgemeester", as_shown_at=on("2020-01")),
            "Een bron zei in januari 2020: F. Fictief wordt burgemeester.",
        ),
        (
            a_role(as_shown_note="naar schatting 2020"),
            "Een bron noemt F. Fictief als fictief bestuurder (naar schatting 2020).",
        ),
    ],
)
def test_the_first_sentence_says_no_more_of_an_office_than_its_source(role: Role, told: str) -> None:
    assert person(a_person(roles=(role,))).frame.description.startswith(told)


def test_a_chair_without_a_term_is_told_by_when_a_source_shows_it() -> None:
    chair = a_chair(person="p-fictief", as_shown_at=on("2021-03"))
    (said,) = person(a_provincial_table(chairs=(chair, a_chair(person="p-ander"))), a_person(id="p-ander")).provinces
    assert said.text == "Fictief-Holland: fictieve commissaris, maart 2021"
    assert (said.runs[0].address, said.backing.sources) == ("/provincies/prt-fictief/", (SOURCE,))


def test_the_page_shows_everything_and_says_where_earlier_meetings_stand() -> None:
    many = (a_meeting(id=f"m-{number:02}", attendance=(an_attendance(),)) for number in range(MEETINGS_NAMED + 1))
    records: tuple[Record, ...] = (
        a_person(other_names=(OtherName(name="F. Eerder", source=SOURCE),), name_note="Zo staat het er."),
        HELD,
        a_commitment(made_by="p-fictief"),
        a_provincial_table(chairs=(a_chair(person="p-fictief"),)),
        a_contradiction(about=("p-fictief",)),
        *many,
    )
    register = a_register(*records, a_seat(), an_organisation())
    page = as_read(person(*records), register)
    assert "Naam: F. Fictief Zo staat het er." in page.words
    for heading in (
        "Andere namen",
        "Ambten en functies",
        "Aan tafel, volgens bronnen",
        "Vergaderingen",
        "Toezeggingen",
    ):
        assert heading in page.words
    assert "Hier staan de nieuwste. Nog 1 eerdere staan bij alle vergaderingen." in page.words
    assert {"/stoelen/stoel-fictief/", "/toezeggingen/T99001/", "/provincies/prt-fictief/"} <= page.leads_to("main")
    assert "Twee fictieve stukken verschillen." in page.words
