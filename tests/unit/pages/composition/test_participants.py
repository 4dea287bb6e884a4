"""What the pages about persons and organisations gather. All of it is made up."""

from lrt_site.findings.certainty import histories
from lrt_site.model.facts import Party
from lrt_site.model.register import Record
from lrt_site.pages.composition.organisation import OrganisationPage
from lrt_site.pages.composition.participants import ParticipantsPage, pages
from lrt_site.pages.composition.person import PersonPage
from lrt_site.pages.shared.common import PageView
from tests.builders import (
    a_chair,
    a_commitment,
    a_composition,
    a_holder,
    a_meeting,
    a_membership,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_seat,
    an_attendance,
    an_evidence,
    an_organisation,
    on,
)

HELD = a_composition(holders=(a_holder(organisation="org-fictief", role="fictief minister"),))


def made(*records: Record) -> dict[str, PageView]:
    register = a_register(*records, a_seat(), a_person(), an_organisation())
    ready = (one() if callable(one) else one for one in pages(register, histories(register)))
    return {page.frame.address: page for page in ready}


def person(*records: Record) -> PersonPage:
    page = made(*records)["/deelnemers/p-fictief/"]
    assert isinstance(page, PersonPage)
    return page


def organisation(*records: Record) -> OrganisationPage:
    page = made(*records)["/deelnemers/org-fictief/"]
    assert isinstance(page, OrganisationPage)
    return page


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
        page.frame.description == "F. Fictief: fictief bestuurder. Wanneer: de bron noemt geen datum. "
        "Het laatst aan tafel genoemd: F. Fictief, op 15 juni 2020. "
        "Dat was op de vaste plaats ‘Fictieve stoel’."
    )


def test_the_organisation_goes_without_saying_on_its_own_seat() -> None:
    page = person(HELD, a_seat(organisation="org-fictief"))
    assert [row.what.text for row in page.seats] == ["Fictieve stoel, fictief minister"]


def test_a_person_without_a_seat_is_said_to_have_none() -> None:
    assert (
        person().frame.description == "F. Fictief: fictief bestuurder. Wanneer: de bron noemt geen datum. "
        "Geen bron op deze site noemt een vaste plaats (stoel) aan tafel voor: F. Fictief."
    )


def test_a_membership_counts_as_a_seat_once() -> None:
    page = person(a_membership(start_date=on("2020-01-01"), end_date=on("2021-01-01")))
    assert [row.when.text for row in page.seats] == ["1 januari 2020 tot en met 1 januari 2021"]
    assert page.frame.description.endswith(
        "F. Fictief, 1 januari 2020 tot en met 1 januari 2021. Dat was op de vaste plaats ‘Fictieve stoel’."
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


def test_an_organisation_gathers_its_seats_and_persons() -> None:
    page = organisation(HELD, a_seat(id="stoel-eigen", name="Eigen stoel", organisation="org-fictief"))
    assert [link.title for link in page.seats] == ["Eigen stoel", "Fictieve stoel"]
    assert [link.title for link in page.persons] == ["F. Fictief"]
    assert [row.what.text for row in page.shown] == ["Fictieve stoel: F. Fictief, fictief minister"]


def test_an_organisation_shown_without_a_name_is_said_so() -> None:
    nameless = a_composition(holders=(a_holder(person=None, organisation="org-fictief"),))
    assert [row.what.text for row in organisation(nameless).shown] == ["Fictieve stoel: zonder naam"]


def test_an_organisation_knows_where_it_is_a_guest_and_where_it_helps() -> None:
    party = (Party(organisation="org-fictief"), Party(description="anderen"))
    page = organisation(a_composition(invited=party), a_composition(id="sam-b", agenda_prepared_with=party))
    assert [said.text for said in page.invited] == ["15 juni 2020: Vaste deelnemers, fictief"]
    assert [said.text for said in page.prepared] == ["15 juni 2020: Vaste deelnemers, fictief"]


def test_the_list_says_who_never_had_a_seat() -> None:
    page = made(HELD, a_person(id="p-ander", name="A. Ander"))["/deelnemers/"]
    assert isinstance(page, ParticipantsPage)
    assert [(row.link.title, [seat.title for seat in row.seats]) for row in page.persons] == [
        ("A. Ander", []),
        ("F. Fictief", ["Fictieve stoel"]),
    ]


def test_every_participant_leads_to_the_next() -> None:
    made_pages = made(a_person(id="p-ander", name="A. Ander"))
    following = made_pages["/deelnemers/p-ander/"].frame.next
    assert following
    assert following.address == "/deelnemers/p-fictief/"
