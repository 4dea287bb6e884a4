"""Meetings stand in order of time, and what came of one goes before what it was about."""

from datetime import date

import pytest

from lrt_site.findings.meeting_order import Outcome, days_of_meeting, in_order, of_table, outcome_of, year_of
from lrt_site.model.dates import ClockTime
from lrt_site.model.meetings import Meeting
from tests.builders import a_meeting, a_provincial_table, a_register, an_agenda_item, on


def test_meetings_stand_by_day_by_the_hour_within_it_and_then_by_id() -> None:
    meetings = (
        a_meeting(id="m-avond", time=ClockTime("19:30")),
        a_meeting(id="m-b"),
        a_meeting(id="m-zeer-laat", date=on("2021-01-01")),
        a_meeting(id="m-zochtend", time=ClockTime("09:00")),
        a_meeting(id="m-a"),
        a_meeting(id="m-vroeg", date=None, not_before=on("2019"), not_after=on("2019")),
    )
    assert [meeting.id for meeting in in_order(a_register(*meetings))] == [
        "m-vroeg",
        "m-a",
        "m-b",
        "m-zochtend",
        "m-avond",
        "m-zeer-laat",
    ]


def test_the_meetings_of_a_table_are_its_own() -> None:
    register = a_register(a_meeting(), a_meeting(id="m-prt", table="prt-fictief"), a_provincial_table())
    assert [meeting.id for meeting in of_table(register, "prt-fictief")] == ["m-prt"]


ITEMS = (an_agenda_item(title="Boten", conclusions=("Ja.",)), an_agenda_item(title="Bruggen", conclusions=("Nee.",)))


@pytest.mark.parametrize(
    ("meeting", "outcome"),
    [
        (a_meeting(conclusions=("Zo.",), agenda=ITEMS), Outcome("conclusions", ("Zo.",), concluded=True)),
        (a_meeting(discussed=("Vis",), agenda=ITEMS), Outcome("agenda", ("Ja.", "Nee."), concluded=True)),
        (a_meeting(discussed=("Vis",), agenda=(an_agenda_item(),)), Outcome("discussed", ("Vis",), concluded=False)),
        (a_meeting(agenda=(an_agenda_item(),)), Outcome("agenda", ("Fictief agendapunt",), concluded=False)),
        (a_meeting(), Outcome("agenda", (), concluded=False)),
    ],
)
def test_what_came_of_it_is_taken_from_the_best_that_the_record_has(meeting: Meeting, outcome: Outcome) -> None:
    assert outcome_of(meeting) == outcome


def test_the_days_on_which_it_can_have_been_need_a_beginning_and_an_end() -> None:
    assert days_of_meeting(a_meeting(date=on("2020-06"))) == (date(2020, 6, 1), date(2020, 6, 30))
    bounds = a_meeting(date=None, not_before=on("2020-06-05"), not_after=on("2020-07"))
    assert days_of_meeting(bounds) == (date(2020, 6, 5), date(2020, 7, 31))
    assert days_of_meeting(a_meeting(date=None, not_before=on("2020"))) is None


def test_a_meeting_is_listed_under_the_year_in_which_it_stands() -> None:
    assert year_of(a_meeting()) == 2020
    assert year_of(a_meeting(date=None, not_before=on("2019-12"), not_after=on("2019-12"))) == 2019
