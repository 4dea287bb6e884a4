"""Records of one name, and meetings of one day, can be told apart everywhere. All is made up."""

from dataclasses import replace
from datetime import date

import pytest

from lrt_site.checks import names
from lrt_site.findings import meeting_order
from lrt_site.model.dates import ClockTime
from lrt_site.model.namesakes import apart
from lrt_site.model.register import Record
from lrt_site.pages.provinces import provinces
from lrt_site.schema.structuring import structure
from lrt_site.wording import meeting_titles
from lrt_site.wording.labels import LABEL_LENGTH, label_of, labelled
from tests.builders import (
    a_chair,
    a_composition,
    a_holder,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_seat,
    a_series,
    a_source,
    an_attendance,
    an_observation,
    an_organisation,
    an_output,
    on,
)
from tests.unit.checking import told
from tests.unit.naming import given, made, words

BURGEMEESTER = a_person(id="p-1", name="Bram Bedacht", roles=(a_role(role="burgemeester", end_date=on("2020-02-03")),))
MINISTER = a_person(id="p-2", name="Bram Bedacht", roles=(a_role(role="minister", start_date=on("2021-03-04")),))


def test_values_about_one_moment_are_told_apart_in_links_to_them() -> None:
    first = an_observation(id="w-eerst", date=on("2024-01-01"), vintage=on("2022-11"))
    later = an_observation(id="w-later", date=on("2024-01-01"), vintage=on("2023-05"), status="herzien")
    alone = an_observation(id="w-alleen", date=on("2025-01-01"), vintage=on("2023-05"))
    register = a_register(a_series(name="Fictieve plekken", observations=(first, later, alone)))
    assert [label_of(observation.id, register) for observation in (first, later, alone)] == [
        "Fictieve plekken, 1 januari 2024 (bekend sinds november 2022)",
        "Fictieve plekken, 1 januari 2024 (herzien, bekend sinds mei 2023)",
        "Fictieve plekken, 1 januari 2025",
    ]


def test_persons_of_one_name_are_told_apart_by_office_else_by_period_else_by_id() -> None:
    register = a_register(BURGEMEESTER, MINISTER)
    assert [apart(register, person) for person in (BURGEMEESTER, MINISTER)] == ["burgemeester", "minister"]
    later = replace(MINISTER, roles=(a_role(role="burgemeester", start_date=on("2021-03-04")),))
    register = a_register(BURGEMEESTER, later)
    assert [apart(register, person) for person in (BURGEMEESTER, later)] == [
        "burgemeester, einde op 3 februari 2020",
        "burgemeester, 4 maart 2021",
    ]
    same = replace(BURGEMEESTER, id="p-2")
    assert [apart(a_register(BURGEMEESTER, same), person) for person in (BURGEMEESTER, same)] == ["p-1", "p-2"]


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
    assert "'Bram Bedacht (burgemeester)'" in words(
        [make() for make in provinces.pages(register, date(2026, 1, 1)) if callable(make)]
    )


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
    assert [meeting_titles.title_of(meeting, register) for meeting in meeting_order.in_order(register)] == [
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
