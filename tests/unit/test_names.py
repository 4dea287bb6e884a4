"""Names: of then where they changed, told apart where they are shared, and who acts is said to act. All is made up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lrt_site.certainty import composition_on, histories
from lrt_site.checks import names, people
from lrt_site.differences import class_of, differences
from lrt_site.export.v1 import from_v1, to_v1
from lrt_site.model.dates import ClockTime
from lrt_site.model.names import names_in, shorts_in
from lrt_site.model.namesakes import apart
from lrt_site.model.people import OtherName, OtherOrganisationName, Person
from lrt_site.model.register import Record, Register
from lrt_site.schema.structuring import structure
from lrt_site.views import commitments, composition, meetings, participants, provinces, seats
from lrt_site.views.common import PageMaker, PageView
from lrt_site.views.labels import LABEL_LENGTH, label_of, labelled
from lrt_site.views.naming import full_name
from lrt_site.views.person import PersonPage
from tests.builders import (
    SOURCE,
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
    a_series,
    a_source,
    an_attendance,
    an_evidence,
    an_organisation,
    an_output,
    on,
)
from tests.unit.checking import told

OLD = OtherName(name="Oud", end_date=on("2020-05-01"), source=SOURCE)
MARRIED = a_person(name="Nieuw", other_names=(OLD,))
AS_OF = date(2022, 7, 1)


def made(register: Register) -> dict[str, PageView]:
    """The pages on which persons and organisations are named, by address."""
    known = histories(register)
    pages = (
        *participants.pages(register, known),
        *seats.pages(register, known, AS_OF),
        *composition.pages(register, known, AS_OF),
        *meetings.pages(register),
    )
    ready = [one() if isinstance(one, PageMaker) else one for one in pages]
    return {page.frame.address: page for page in ready}


def given(page: PageView, field: str) -> Any:
    """What a page is given in one of its own fields."""
    return getattr(page, field)


def words(page: object) -> str:
    """All that a page is given, in one text."""
    return repr(page)


# the name of then


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2019-01-01", "2019-01-01", ("Oud",)),
        ("2020-05-01", "2020-05-01", ("Oud",)),
        ("2020-05-02", "2020-05-02", ("Nieuw",)),
        ("2020-01-01", "2020-12-31", ("Oud", "Nieuw")),
        ("2021-01-01", "2021-12-31", ("Nieuw",)),
    ],
)
def test_a_moment_has_the_name_of_then(first: str, last: str, shown: tuple[str, ...]) -> None:
    assert names_in(MARRIED, (date.fromisoformat(first), date.fromisoformat(last))) == shown
    assert names_in(MARRIED, None) == ("Nieuw",)


def test_a_year_within_which_a_name_changed_gives_no_false_certainty() -> None:
    year = replace(MARRIED, other_names=(replace(OLD, end_date=on("2020")),))
    day = date(2020, 6, 15)
    assert names_in(year, (day, day)) == ("Oud", "Nieuw")
    assert full_name(year, a_register(year), (day, day)) == "Oud of Nieuw"


def test_between_two_names_with_a_gap_either_may_have_been_used() -> None:
    second = OtherName(name="Tweede", start_date=on("2022-01-02"), end_date=on("2023-02-03"), source=SOURCE)
    day = date(2021, 1, 1)
    assert names_in(replace(MARRIED, other_names=(second, OLD)), (day, day)) == ("Oud", "Tweede")


def test_a_name_without_a_period_is_listed_and_never_shown_as_that_of_then() -> None:
    alias = replace(MARRIED, other_names=(OtherName(name="Bijnaam", source=SOURCE),))
    assert names_in(alias, (date(2019, 1, 1), date(2019, 1, 1))) == ("Nieuw",)
    page = made(a_register(alias, a_seat()))["/deelnemers/p-fictief/"]
    assert "wanneer, is niet bekend" in words(page)


def test_every_page_of_a_moment_shows_the_name_of_then_and_the_own_page_all_names_with_their_sources() -> None:
    register = a_register(
        MARRIED,
        a_seat(),
        a_composition(id="sam-toen", as_shown_at=on("2019-03-04")),
        a_composition(id="sam-nu", as_shown_at=on("2021-03-04")),
        a_meeting(id="m-toen", date=on("2019-03-04"), attendance=(an_attendance(),)),
        a_meeting(id="m-nu", date=on("2021-03-04"), attendance=(an_attendance(),)),
    )
    pages = made(register)
    for address in ("/samenstelling/sam-toen/", "/samenstelling/2019-03-04/", "/vergaderingen/m-toen/"):
        assert "Oud" in words(pages[address])
        assert "Nieuw" not in words(pages[address])
    for address in ("/samenstelling/sam-nu/", "/samenstelling/2021-03-04/", "/vergaderingen/m-nu/", "/samenstelling/"):
        assert "Oud" not in words(pages[address])
        assert "Nieuw" in words(pages[address])
    seat = words(pages["/stoelen/stoel-fictief/"])
    assert "Oud, later Nieuw" in seat
    own = pages["/deelnemers/p-fictief/"]
    assert isinstance(own, PersonPage)
    (other,) = own.other_names
    assert (other.when.text, other.what.text, other.what.references) == (
        "tot en met 1 mei 2020; begin niet bekend",
        "Oud",
        (1,),
    )
    assert [row.link.title for row in given(pages["/deelnemers/"], "persons")] == ["Nieuw"]


def test_a_membership_over_a_change_of_name_has_both_names() -> None:
    term = a_membership(start_date=on("2019-01-02"), end_date=on("2021-02-03"))
    page = made(a_register(MARRIED, a_seat(), term))["/stoelen/stoel-fictief/"]
    assert "Oud, later Nieuw" in words(page)


def test_who_signed_or_promised_is_named_by_the_name_of_then() -> None:
    one = a_commitment(
        date=on("2019-03-04"),
        made_by="p-fictief",
        evidence=(an_evidence(id="b-nu", date=on("2021-03-04"), signed_by="p-fictief"),),
    )
    register = a_register(MARRIED, one)
    ready = [make() for make in commitments.pages(register, AS_OF) if callable(make)]
    (page,) = [page for page in ready if page.frame.record == one.id]
    assert "Oud" in words(given(page, "made_by"))
    assert "Nieuw" in words(given(page, "evidence"))


def test_an_organisation_has_the_name_and_the_abbreviation_of_then() -> None:
    former = OtherOrganisationName(name="Oude Organisatie", short="OO", end_date=on("2020-05-01"), source=SOURCE)
    body = an_organisation(other_names=(former,))
    day = date(2019, 1, 1)
    assert (names_in(body, (day, day)), shorts_in(body, (day, day))) == (("Oude Organisatie",), ("OO",))
    shown = a_composition(as_shown_at=on("2019"), holders=(a_holder(organisation="org-fictief"),))
    register = a_register(body, a_person(), a_seat(), shown)
    assert "'OO'" in words(made(register)["/samenstelling/sam-fictief/"])
    assert "Oude Organisatie (OO)" in words(made(register)["/deelnemers/org-fictief/"])


def test_a_record_with_names_is_what_was_published_and_one_without_keeps_its_bytes() -> None:
    assert from_v1(to_v1(MARRIED)) == MARRIED
    assert not {"other_names", "sort_name"} & set(to_v1(a_person()))
    assert not {"time", "label"} & set(to_v1(a_meeting()))
    assert "acting" not in to_v1(a_membership())


# a new name is no correction


def test_a_new_name_with_the_old_one_kept_in_its_period_is_an_addition() -> None:
    old = a_person(name="Oud")
    assert class_of(differences(old, MARRIED)) == "aanvulling"
    body = an_organisation()
    former = OtherOrganisationName(name=body.name, short=body.short, end_date=on("2020"), source=SOURCE)
    renamed = replace(body, name="Nieuwe Organisatie", short="NO", other_names=(former,))
    assert class_of(differences(body, renamed)) == "aanvulling"


@pytest.mark.parametrize(
    "new",
    [
        a_person(name="Nieuw"),
        replace(MARRIED, other_names=(replace(OLD, end_date=None),)),
        replace(MARRIED, other_names=(replace(OLD, name="Een ander"),)),
    ],
)
def test_a_name_that_is_replaced_or_not_kept_as_it_was_is_a_correction(new: Person) -> None:
    assert class_of(differences(a_person(name="Oud"), new)) == "correctie"


def test_a_name_that_was_among_the_earlier_ones_already_gives_no_cover_for_another_change() -> None:
    old = replace(MARRIED, name="Oud")
    assert class_of(differences(old, replace(old, name="Weer anders"))) == "correctie"


# namesakes


BURGEMEESTER = a_person(id="p-1", name="Bram Bedacht", roles=(a_role(role="burgemeester", end_date=on("2020-02-03")),))
MINISTER = a_person(id="p-2", name="Bram Bedacht", roles=(a_role(role="minister", start_date=on("2021-03-04")),))


def test_persons_of_one_name_are_told_apart_by_office_else_by_period_else_by_id() -> None:
    register = a_register(BURGEMEESTER, MINISTER)
    assert [apart(register, one) for one in (BURGEMEESTER, MINISTER)] == ["burgemeester", "minister"]
    later = replace(MINISTER, roles=(a_role(role="burgemeester", start_date=on("2021-03-04")),))
    register = a_register(BURGEMEESTER, later)
    assert [apart(register, one) for one in (BURGEMEESTER, later)] == [
        "burgemeester, tot en met 3 februari 2020",
        "burgemeester, 4 maart 2021",
    ]
    same = replace(BURGEMEESTER, id="p-2")
    assert [apart(a_register(BURGEMEESTER, same), one) for one in (BURGEMEESTER, same)] == ["p-1", "p-2"]


def test_at_a_moment_a_person_is_told_by_the_office_of_then() -> None:
    risen = replace(BURGEMEESTER, roles=(*BURGEMEESTER.roles, a_role(role="gedeputeerde", start_date=on("2020-02-04"))))
    register = a_register(risen, MINISTER)
    then = (date(2019, 1, 1), date(2019, 1, 1))
    assert apart(register, risen) == "gedeputeerde"
    assert apart(register, risen, then=then) == "burgemeester"
    assert apart(register, MINISTER, then=then) == "minister, 4 maart 2021"


def test_what_tells_records_apart_is_more_than_capitals() -> None:
    one, other = an_organisation(), an_organisation(id="org-2", name="FICTIEVE ORGANISATIE")
    assert apart(a_register(one, other), one) == "org-fictief"


def test_a_name_of_one_has_nothing_behind_it() -> None:
    register = a_register(BURGEMEESTER, a_person())
    assert apart(register, BURGEMEESTER) == ""
    assert label_of("p-1", register) == "Bram Bedacht"


ALIKE: tuple[tuple[Record, Record], ...] = (
    (BURGEMEESTER, MINISTER),
    (an_organisation(), an_organisation(id="org-2", name="Fictieve  organisatie", classification="koepel")),
    (an_organisation(), an_organisation(id="org-2", name="FICTIEVE ORGANISATIE")),
    (an_organisation(), an_organisation(id="org-2", name="Een andere", short="FO")),
    (a_seat(), a_seat(id="stoel-2", capacity="uitgenodigd")),
    (a_series(), a_series(id="reeks-2", kind="norm", observations=())),
    (a_source(id="s-1"), a_source(id="s-2", date=on("2020"))),
    (a_source(id="s-1"), a_source(id="s-2")),
    (a_meeting(), a_meeting(id="m-2")),
    (a_meeting(), a_meeting(id="m-2", table="prt-fictief", table_name="Tafel van Verzonnenland")),
    (a_composition(holders=()), a_composition(id="sam-2", holders=())),
    (an_output(), an_output(id="o-2")),
    (a_provincial_table(), a_provincial_table(id="prt-2")),
)


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_no_two_records_of_a_kind_have_one_label(one: Record, other: Record) -> None:
    register = a_register(one, other, a_provincial_table())
    titles = [labelled(record.id, register).title for record in (one, other)]
    assert len(set(titles)) == 2
    assert max(map(len, titles)) <= LABEL_LENGTH


def test_titles_lists_and_neighbours_tell_namesakes_apart() -> None:
    register = a_register(
        BURGEMEESTER,
        MINISTER,
        a_seat(places=2),
        a_seat(id="stoel-2", capacity="uitgenodigd"),
        a_composition(holders=(a_holder(person="p-1"), a_holder(person="p-2"))),
        a_meeting(attendance=(an_attendance(person="p-1"), an_attendance(person="p-2"))),
        a_meeting(id="m-2"),
    )
    pages = made(register)
    titles = [page.frame.title for page in pages.values()]
    assert len(set(titles)) == len(titles)
    own = pages["/deelnemers/p-1/"].frame
    assert own.next
    assert (own.title, own.next.title) == ("Bram Bedacht (burgemeester)", "Bram Bedacht (minister)")
    for address in ("/deelnemers/", "/samenstelling/sam-fictief/", "/vergaderingen/m-2020-06-15/"):
        assert "Bram Bedacht (burgemeester" in words(pages[address])
        assert "Bram Bedacht (minister" in words(pages[address])


def test_an_office_that_stands_beside_the_name_is_not_said_twice() -> None:
    shown = a_composition(as_shown_at=on("2019"), holders=(a_holder(person="p-1", role="burgemeester"),))
    register = a_register(BURGEMEESTER, MINISTER, a_seat(), shown)
    assert "(burgemeester)" not in words(given(made(register)["/samenstelling/sam-fictief/"], "seats"))


def test_a_chair_of_a_shared_name_is_told_apart() -> None:
    chairs = (a_chair(name="Bram Bedacht", person="p-1", start_date=on("2019-01-02"), end_date=on("2019-05-06")),)
    register = a_register(BURGEMEESTER, MINISTER, a_provincial_table(chairs=chairs))
    assert "'Bram Bedacht (burgemeester)'" in words([make() for make in provinces.pages(register) if callable(make)])


def test_a_shared_name_is_asked_about_until_a_note_says_that_there_are_two() -> None:
    rule = names.namesakes_are_known_to_be_two
    assert told(rule, BURGEMEESTER, MINISTER) == [("p-2", ("name",), "same-name")]
    assert told(rule, BURGEMEESTER, replace(MINISTER, name_note="Niet de burgemeester.")) == []
    assert told(rule, an_organisation(), an_organisation(id="org-later", name="Een andere")) == [
        ("org-later", ("short",), "same-name")
    ]
    assert told(rule, a_seat(), a_seat(id="stoel-twee")) == [("stoel-twee", ("name",), "same-name")]
    assert told(rule, BURGEMEESTER, an_organisation(name="Bram Bedacht")) == []


# meetings of one day


def test_meetings_of_one_day_are_told_apart_by_time_or_label_and_stand_in_order_of_time() -> None:
    evening = replace(a_meeting(id="m-a"), time=ClockTime("19:30"))
    morning = replace(a_meeting(id="m-b"), time=ClockTime("09:00"), label="ochtendzitting")
    register = a_register(evening, morning)
    assert [meetings.title_of(one, register) for one in meetings.in_order(register)] == [
        "Vergadering van 15 juni 2020, 09.00 uur (ochtendzitting)",
        "Vergadering van 15 juni 2020, 19.30 uur",
    ]
    page = made(register)["/vergaderingen/m-a/"]
    assert given(page, "when").text == "15 juni 2020, 19.30 uur"
    assert page.frame.previous
    assert page.frame.previous.title.endswith("(ochtendzitting)")


@pytest.mark.parametrize("text", ["9:30", "24:00", "19.30", "19:60", "avond", "1930"])
def test_a_time_is_hours_and_minutes(text: str) -> None:
    data = {"id": "m-a", "table": "a", "table_name": "a", "date": "2020-06-15", "time": text, "source": "s"}
    _, (fault,) = structure("meeting", data)
    assert (fault.at, fault.code) == (("time",), "bad-time")


def test_two_meetings_of_a_table_on_a_day_need_a_time_or_a_label() -> None:
    rule = names.meetings_of_one_day_are_told_apart
    one, other = a_meeting(), a_meeting(id="m-2")
    assert told(rule, one, other) == [("m-2020-06-15", ("date",), "same-day")]
    assert told(rule, one, replace(other, label="avondzitting")) == []
    assert told(rule, replace(one, label="avondzitting"), replace(other, label="avondzitting")) != []
    assert told(rule, one, replace(other, table="prt-fictief")) == []
    assert told(rule, one, replace(other, date=on("2020-06-16"))) == []


def test_a_time_without_a_day_is_told() -> None:
    meeting = a_meeting(date=on("2020-06"), time=ClockTime("19:30"))
    assert told(names.a_time_is_of_a_day, meeting) == [(meeting.id, ("time",), "time-without-day")]
    assert told(names.a_time_is_of_a_day, a_meeting(time=ClockTime("19:30"))) == []


# who acts


REGULAR = a_membership(start_date=on("2020-01-02"), end_date=on("2022-02-03"))
ACTING = a_membership(
    id="lid-waar", person="p-2", role="directeur", start_date=on("2021-01-02"), end_date=on("2021-05-06"), acting=True
)


def test_who_acts_takes_no_place_and_two_who_act_do_not_share_one() -> None:
    rule = people.seats_have_room_for_their_holders
    seat = a_seat(places=1)
    assert told(rule, seat, REGULAR, ACTING) == []
    assert told(rule, seat, REGULAR, replace(ACTING, acting=False)) == [
        ("lid-waar", ("start_date",), "overlapping-holders")
    ]
    other = replace(ACTING, id="lid-waar-2", person="p-3")
    assert told(rule, seat, REGULAR, ACTING, other) == [("lid-waar-2", ("start_date",), "overlapping-holders")]


def test_who_acts_makes_the_regular_holder_no_less_sure() -> None:
    def asked(*records: Record) -> list[tuple[str | None, str, bool]]:
        (answer,) = composition_on(histories(a_register(a_seat(places=1), *records)), on("2021-03-04"))
        return [(one.person, one.certainty, one.acting) for one in answer.occupancies]

    assert asked(REGULAR, ACTING) == [("p-2", "vastgesteld", True), ("p-fictief", "vastgesteld", False)]
    before, after = (a_composition(id=f"sam-{when}", as_shown_at=on(when)) for when in ("2021-01-01", "2021-07-08"))
    assert ("p-fictief", "aannemelijk", False) in asked(before, after, ACTING)
    between = a_composition(as_shown_at=on("2021-02-03"), holders=(a_holder(person="p-2", acting=True),))
    assert ("p-fictief", "aannemelijk", False) in asked(before, after, between)
    regular = a_composition(as_shown_at=on("2021-02-03"), holders=(a_holder(person="p-2"),))
    assert asked(before, after, regular) == []


def test_wherever_who_acts_holds_a_seat_the_page_says_so() -> None:
    register = a_register(
        a_person(),
        a_person(id="p-2", name="W. Waarnemer"),
        an_organisation(),
        a_seat(places=1, organisation="org-fictief"),
        REGULAR,
        ACTING,
        a_composition(as_shown_at=on("2021-03-04"), holders=(a_holder(person="p-2", acting=True),)),
    )
    pages = made(register)
    addresses = (
        "/samenstelling/sam-fictief/",
        "/samenstelling/2021-03-04/",
        "/stoelen/stoel-fictief/",
        "/deelnemers/p-2/",
        "/deelnemers/org-fictief/",
    )
    for address in addresses:
        assert "waarnemend" in words(pages[address]), address
    assert "waarnemend" not in words(pages["/deelnemers/p-fictief/"])
    alone = made(Register.of(one for one in register.records.values() if one.id != REGULAR.id))
    assert all("waarnemend" in words(alone[address]) for address in ("/samenstelling/", "/stoelen/"))
    assert "directeur (waarnemend)" in words(pages["/deelnemers/p-2/"])


def test_an_office_that_says_it_already_is_left_in_the_words_of_its_source() -> None:
    acting = replace(ACTING, role="waarnemend directeur")
    register = a_register(a_person(id="p-2", name="W. Waarnemer"), a_seat(), acting)
    assert "waarnemend directeur (waarnemend)" not in words(made(register)["/deelnemers/p-2/"])
