"""A meeting is called by its moment, and by what tells it from others of that moment."""

from typing import Any

import pytest

from lrt_site.model.dates import ClockTime
from lrt_site.wording.meeting_titles import in_list, of_that_day, title_of, with_table
from tests.builders import a_meeting, a_provincial_table, a_register, on


@pytest.mark.parametrize(
    ("moment", "title"),
    [
        ({"date": on("2020-06-15")}, "Vergadering van 15 juni 2020"),
        ({"date": on("2020-06"), "date_note": "in juni"}, "Vergadering van juni 2020"),
        ({"date": None, "not_after": on("2020"), "date_note": "vóór de zomer"}, "Vergadering vóór de zomer"),
        ({"date": None, "not_after": on("2020"), "date_note": "in het voorjaar"}, "Vergadering in het voorjaar"),
        ({"date": None, "not_after": on("2020")}, "Vergadering niet na 2020"),
        (
            {"time": ClockTime("19:30"), "label": "avondzitting"},
            "Vergadering van 15 juni 2020, 19.30 uur (avondzitting)",
        ),
    ],
)
def test_a_title_reads_as_a_heading(moment: dict[str, Any], title: str) -> None:
    meeting = a_meeting(**moment)
    assert title_of(meeting, a_register(meeting)) == title


@pytest.mark.parametrize(
    ("moment", "title"),
    [
        ({"date": on("2020-06")}, "Juni 2020"),
        ({"date": None, "not_after": on("2020"), "date_note": "in het voorjaar"}, "In het voorjaar"),
        ({"label": "avondzitting"}, "15 juni 2020 (avondzitting)"),
    ],
)
def test_among_meetings_a_title_says_only_when(moment: dict[str, Any], title: str) -> None:
    meeting = a_meeting(**moment)
    assert in_list(meeting, a_register(meeting)) == title


def test_what_tells_meetings_of_one_day_apart_is_the_hour_and_the_label() -> None:
    assert of_that_day(a_meeting()) == ""
    assert of_that_day(a_meeting(time=ClockTime("09:00"))) == ", 09.00 uur"
    assert of_that_day(a_meeting(label="ochtend")) == " (ochtend)"


def test_meetings_of_one_moment_are_told_apart_by_their_tables() -> None:
    national = a_meeting()
    provincial = a_meeting(id="m-prt", table="prt-fictief", table_name="Fictieve PRT")
    register = a_register(national, provincial, a_provincial_table())
    assert title_of(provincial, register) == "Vergadering van 15 juni 2020 (Fictieve PRT)"
    assert with_table(provincial, register) == "Vergadering van 15 juni 2020 (Fictieve PRT)"


def test_the_table_is_named_where_it_is_not_known_already() -> None:
    meeting = a_meeting(table="prt-fictief")
    register = a_register(meeting, a_provincial_table())
    assert with_table(meeting, register) == "Vergadering van 15 juni 2020 (Fictief-Holland)"
    assert with_table(meeting, register, "prt-fictief") == "Vergadering van 15 juni 2020"
    assert with_table(meeting, register, "fictieve-tafel", "Oude naam") == "Vergadering van 15 juni 2020 (Oude naam)"
