"""The reckoning of what is missing is plain arithmetic on what the records say."""

from datetime import date

import pytest

from lrt_site.findings import gaps
from lrt_site.model.dates import Period
from lrt_site.model.provinces import DatedItem, ReportPractice, Website
from tests.builders import (
    a_commitment,
    a_composition,
    a_frequency,
    a_meeting,
    a_provincial_table,
    a_report,
    a_series,
    a_source,
    a_status,
    an_event,
    an_observation,
    on,
)

FOUR = a_frequency(id="vier", meetings_per_year=4, covers_from=on("2016"))
AS_OF = date(2018, 11, 21)


def test_every_whole_year_is_reckoned_by_itself() -> None:
    meetings = [a_meeting(id=f"m-{day}", date=on(day)) for day in ("2016-01-05", "2016-02-05", "2017-03")]
    reckoning = gaps.expected_meetings(meetings, (FOUR,), AS_OF)
    assert [(year.year, year.whole, len(year.held), year.missing) for year in reckoning.years] == [
        (2016, True, 2, 2),
        (2017, True, 1, 3),
        (2018, False, 0, 0),
    ]
    assert (reckoning.expected, reckoning.held, reckoning.missing) == (8, 3, 5)


def test_more_in_one_year_does_not_make_up_for_another() -> None:
    meetings = [a_meeting(id=f"m-{month}", date=on(f"2016-{month:02}-01")) for month in range(1, 8)]
    assert gaps.expected_meetings(meetings, (FOUR,), date(2017, 12, 31)).missing == 4


def test_a_year_in_which_the_rule_began_does_not_count() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2015-11"))
    years = gaps.expected_meetings((), (rule,), date(2016, 12, 31)).years
    assert [(year.year, year.whole) for year in years] == [(2015, False), (2016, True)]


def test_the_newest_rule_that_has_begun_holds() -> None:
    later = a_frequency(id="twaalf", meetings_per_year=12, covers_from=on("2017"))
    years = gaps.expected_meetings((), (later, FOUR), date(2017, 12, 31)).years
    assert [(year.rule and year.rule.id, year.expected) for year in years] == [("vier", 4), ("twaalf", 12)]


def test_without_a_rule_to_count_with_nothing_is_expected() -> None:
    reckoning = gaps.expected_meetings((a_meeting(),), (a_frequency(),), AS_OF)
    assert (reckoning.years, reckoning.missing) == ((), 0)


def test_only_years_for_which_a_source_gives_a_rule_count() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2016"), covers_until=on("2016"))
    meetings = (a_meeting(id="m-1", date=on("2014-05")), a_meeting(id="m-2", date=on("2016-05")))
    reckoning = gaps.expected_meetings(meetings, (rule,), date(2017, 12, 31))
    assert [(year.year, year.whole, year.expected, len(year.held), year.missing) for year in reckoning.years] == [
        (2014, False, 0, 1, 0),
        (2015, False, 0, 0, 0),
        (2016, True, 4, 1, 3),
        (2017, False, 0, 0, 0),
    ]
    assert (reckoning.expected, reckoning.held, reckoning.missing) == (4, 1, 3)


def test_a_rule_that_ends_within_a_year_does_not_make_it_count() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2015"), covers_until=on("2016-06"))
    years = gaps.expected_meetings((), (rule,), date(2017, 12, 31)).years
    assert [(year.year, year.whole) for year in years] == [(2015, True), (2016, False), (2017, False)]


def test_more_often_than_a_number_makes_the_sums_lower_bounds() -> None:
    more = a_frequency(id="meer", meetings_per_year=4, more_often=True, covers_from=on("2017"), covers_until=on("2017"))
    reckoning = gaps.expected_meetings((), (FOUR, more), date(2018, 12, 31))
    assert [(year.rule and year.rule.id, year.more) for year in reckoning.years] == [
        ("vier", False),
        ("meer", True),
        ("vier", False),
    ]
    assert (reckoning.more, reckoning.missing) == (True, 12)
    assert not gaps.expected_meetings((), (FOUR,), date(2018, 12, 31)).more


@pytest.mark.parametrize("state", ["aangekondigd", "gepland", "afgelast"])
def test_a_meeting_not_known_to_be_held_stands_apart(state: str) -> None:
    year = gaps.expected_meetings((a_meeting(date=on("2016-05-01"), state=state),), (FOUR,), AS_OF).years[0]
    assert (year.held, len(year.apart), year.missing) == ((), 1, 4)


def test_a_meeting_whose_year_is_not_certain_counts_in_no_year() -> None:
    meeting = a_meeting(date=None, not_after=on("2017-04-05"))
    reckoning = gaps.expected_meetings((meeting,), (FOUR,), AS_OF)
    assert (reckoning.no_year, reckoning.held) == ((meeting,), 0)


def test_bounds_within_one_year_make_the_year_certain() -> None:
    assert gaps.certain_year(a_meeting(date=None, not_before=on("2018-09-24"), not_after=on("2018-09"))) == 2018
    assert gaps.certain_year(a_meeting(date=None, not_before=on("2018"), not_after=on("2019"))) is None


def test_only_held_meetings_can_lack_a_report() -> None:
    bare, reported = a_meeting(id="m-kaal"), a_meeting(id="m-verslagen", report=a_report())
    planned = a_meeting(id="m-gepland", state="gepland")
    assert gaps.without_report((bare, reported, planned)) == (bare,)


def test_only_a_day_that_has_passed_leaves_an_outcome_unknown() -> None:
    past = a_meeting(id="m-toen", state="aangekondigd", date=on("2018-09"))
    coming = a_meeting(id="m-straks", state="gepland", date=on("2018-11"))
    assert gaps.outcome_unknown((past, coming, a_meeting()), AS_OF) == (past,)


def test_what_a_provincial_table_publishes() -> None:
    source = a_source().id
    silent = a_provincial_table()
    refused = a_provincial_table(reports=ReportPractice(public=False, source=source))
    letter = a_provincial_table(publications=(DatedItem(what="brief", source=source),))
    site = a_provincial_table(website=Website(url="https://fictief.example/", source=source))
    public = a_provincial_table(reports=ReportPractice(public=True, source=source))
    assert [gaps.publishing(table, 0, 0) for table in (silent, refused, letter, site, public)] == [
        "niets gevonden",
        "niet openbaar",
        "andere stukken",
        "andere stukken",
        "verslagen",
    ]
    assert gaps.publishing(silent, 1, 0) == "verslagen"
    assert gaps.publishing(silent, 0, 1) == "andere stukken"


def test_a_series_is_stale_when_it_is_silent_for_longer_than_its_own_rhythm() -> None:
    days = ("2018-01-01", "2018-02-10", "2018-03-12", "2018-08-01")
    values = tuple(an_observation(date=on(day)) for day in days)
    (just,) = gaps.staleness((a_series(observations=values),), date(2018, 9, 10))
    (longer,) = gaps.staleness((a_series(observations=values),), date(2018, 9, 11))
    assert (just.spans, just.rhythm) == (3, 40)
    assert [(staleness.days, staleness.stale) for staleness in (just, longer)] == [(40, False), (41, True)]


def test_a_series_with_too_few_values_to_have_a_rhythm_is_given_a_year() -> None:
    old = a_series(id="oud", observations=(an_observation(date=on("2017-11-20")), an_observation(date=on("2015"))))
    fresh = a_series(id="vers", observations=(an_observation(date=on("2017-11-21")),))
    found = gaps.staleness((fresh, old), AS_OF)
    assert [
        (staleness.series.id, staleness.since, staleness.days, staleness.rhythm, staleness.stale) for staleness in found
    ] == [
        ("oud", on("2017-11-20"), 366, 365, True),
        ("vers", on("2017-11-21"), 365, 365, False),
    ]


def test_values_about_one_moment_leave_no_span_between_them() -> None:
    values = (an_observation(date=on("2018-01-01")), an_observation(id="w-later", date=on("2018-01-01")))
    (found,) = gaps.staleness((a_series(observations=values),), AS_OF)
    assert found.spans == 0


def test_an_expectation_is_no_recent_value_except_of_an_estimate() -> None:
    values = (
        an_observation(date=None, period=Period("2015-H2")),
        an_observation(date=on("2018-12-31"), status="verwacht"),
    )
    (found,) = gaps.staleness((a_series(observations=values),), AS_OF)
    assert (found.since, found.stale) == (Period("2015-H2"), True)
    (estimate,) = gaps.staleness((a_series(kind="raming", observations=values),), AS_OF)
    assert (estimate.days, estimate.stale) == (-40, False)


def test_a_series_without_any_time_is_stale_too() -> None:
    (found,) = gaps.staleness((a_series(observations=()),), AS_OF)
    assert (found.newest, found.days, found.stale) == (None, None, True)


def test_there_is_no_middle_of_fewer_than_three() -> None:
    assert [gaps.median_of(numbers) for numbers in ((1, 2), (9, 1, 2), (1, 2, 3, 4))] == [None, 2, 2.5]


def test_what_is_not_verified_is_found_in_any_part() -> None:
    commitment = a_commitment(status_events=(a_status(verified=False),))
    assert list(gaps.unverified((commitment, an_event(verified=False), a_meeting()))) == ["T99001", "geb-fictief"]


def test_what_has_no_date_of_its_own() -> None:
    records = (
        a_meeting(date=None, not_after=on("2018")),
        an_event(date=None),
        a_composition(as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021")),
        a_source(),
        a_source(id="s-gedateerd", date=on("2020")),
        a_series(observations=(an_observation(date=None), an_observation(id="w-gedateerd"))),
    )
    assert list(gaps.undated(records)) == ["m-2020-06-15", "geb-fictief", "sam-fictief", "s-fictief", "w-fictief"]
