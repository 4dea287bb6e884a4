"""Months with and without a known meeting: a month is called empty only when no meeting can have been in it."""

from datetime import date

from lrt_site.findings import gaps, months
from lrt_site.model.meetings import Meeting
from lrt_site.pages.gaps import month_strip
from tests.builders import a_frequency, a_meeting, on

AS_OF = date(2017, 3, 30)


def months_of(*meetings: Meeting, covers_from: str = "2016") -> tuple[months.Month, ...]:
    rule = a_frequency(meetings_per_year=4, covers_from=on(covers_from))
    return months.months_of(meetings, gaps.expected_meetings(meetings, (rule,), AS_OF), AS_OF)


def states(*meetings: Meeting) -> dict[str, months.MonthState]:
    return {month.date.text: month.state for month in months_of(*meetings) if month.state != "leeg"}


def test_every_month_that_is_over_counts_from_the_month_in_which_the_rule_began() -> None:
    found = months_of(covers_from="2015-11")
    assert (found[0].date.text, found[-1].date.text, len(found)) == ("2015-11", "2017-02", 16)


def test_without_a_rule_no_month_is_called_empty() -> None:
    assert months.months_of((a_meeting(),), gaps.expected_meetings((), (), AS_OF), AS_OF) == ()


def test_a_month_is_known_when_a_day_or_bounds_leave_only_that_month() -> None:
    day = a_meeting(id="m-dag", date=on("2016-04-06"))
    month = a_meeting(id="m-maand", date=on("2016-05"))
    bounds = a_meeting(id="m-grens", date=None, not_before=on("2016-09-24"), not_after=on("2016-09-30"))
    assert states(day, month, bounds) == {"2016-04": "bekend", "2016-05": "bekend", "2016-09": "bekend"}


def test_no_month_is_empty_in_which_a_meeting_may_have_been() -> None:
    meeting = a_meeting(date=None, not_before=on("2016-12-01"), not_after=on("2017-01"))
    assert states(meeting) == {"2016-12": "onzeker", "2017-01": "onzeker"}


def test_a_meeting_without_both_bounds_fills_no_month() -> None:
    assert states(a_meeting(date=None, not_after=on("2016-04-05"))) == {}


def test_an_announced_meeting_is_not_known_to_have_been_held() -> None:
    announced = a_meeting(id="m-a", state="aangekondigd", date=on("2016-04-06"))
    cancelled = a_meeting(id="m-b", state="afgelast", date=on("2016-06-06"))
    assert states(announced, cancelled) == {"2016-04": "aangekondigd"}
    held = a_meeting(id="m-c", date=on("2016-04"))
    assert states(held, announced) == states(announced, held) == {"2016-04": "bekend"}


def test_a_month_for_which_there_is_no_rule_is_known_but_never_empty() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2016-05"), covers_until=on("2016-08"))
    meetings = (a_meeting(id="m-1", date=on("2015-11-01")), a_meeting(id="m-2", date=on("2016-10-01")))
    found = months.months_of(meetings, gaps.expected_meetings(meetings, (rule,), AS_OF), AS_OF)
    assert (found[0].date.text, len(found)) == ("2015-11", 16)
    assert [month.date.text for month in found if month.silent] == ["2016-05", "2016-06", "2016-07", "2016-08"]
    assert [(item.in_words, item.open) for item in months.stretches(found, 3)] == [
        ("mei 2016 tot en met augustus 2016", False)
    ]
    drawn = month_strip.strip(found)
    assert drawn
    assert (drawn.months, drawn.known, drawn.empty) == (4, 0, 4)
    assert [(year.year, len(year.cells)) for year in drawn.years] == [(2015, 1), (2016, 5), (2017, 0)]
    assert [row[:3] for row in drawn.table.rows] == [
        ("2015", "november", "telt niet mee: geen ritme bekend"),
        ("2016", "oktober", "mei tot en met augustus"),
        ("2017", "geen", "telt niet mee: geen ritme bekend"),
    ]


def test_a_stretch_is_longer_than_the_rule_leaves_and_only_the_last_can_be_open() -> None:
    found = months.stretches(
        months_of(a_meeting(id="m-1", date=on("2016-05-12")), a_meeting(id="m-2", date=on("2016-09-08"))), 3
    )
    assert [(item.in_words, item.months, item.open) for item in found] == [
        ("januari 2016 tot en met april 2016", 4, False),
        ("oktober 2016 tot en met februari 2017", 5, True),
    ]
