"""A seat drawn over time: a lane for every holder, a bar for what a source shows, and a year where it falls."""

from datetime import date

from lrt_site.findings.certainty import Who, histories
from lrt_site.pages.composition.seat_timeline import acts_only, likely_alone, timeline
from tests.builders import (
    a_composition,
    a_holder,
    a_membership,
    a_register,
    a_seat,
    on,
)
from tests.unit.pages.composition.making import AS_OF, PEOPLE, drawn, shown


def test_a_day_stands_where_it_falls_in_whole_years() -> None:
    (lane,) = drawn(shown("2021-01-01")).lanes
    (bar,) = lane.bars
    assert (bar.kind, bar.x) == ("day", 500)
    assert lane.label == "F. Fictief"


def test_a_year_spans_its_days_and_a_likely_time_lies_between_showings() -> None:
    (lane,) = drawn(shown("2020"), shown("2022-01-01")).lanes
    assert [(bar.kind, bar.x, bar.x + bar.width) for bar in lane.bars[:2]] == [("likely", 500, 750), ("part", 250, 500)]


def test_an_estimate_looks_other_than_a_dated_source() -> None:
    guess = a_composition(as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021"))
    assert drawn(guess).kinds == ("estimate",)


def test_a_known_term_is_one_bar() -> None:
    line = drawn(a_membership(start_date=on("2020"), end_date=on("2021-12-31")))
    assert "term" in line.kinds
    assert "likely" not in line.kinds


def test_every_bar_stays_within_the_drawing() -> None:
    line = drawn(shown("2018-01-01"), shown("2019-01-01"), shown("2022-12-31"), shown("2023"))
    assert all(bar.x >= 0 and bar.x + bar.width <= 1000 for lane in line.lanes for bar in lane.bars)


def test_an_organisation_comes_before_its_persons() -> None:
    line = drawn(
        shown("2020-01-01", person="p-fictief", organisation="org-fictief"),
        shown("2021-01-01", person="p-ander", organisation="org-fictief"),
    )
    assert [lane.label for lane in line.lanes] == ["Fictieve Organisatie", "F. Fictief", "A. Ander"]


def test_an_organisation_always_shown_by_one_person_needs_no_lane() -> None:
    line = drawn(shown("2020-01-01", organisation="org-fictief"), shown("2021-01-01", organisation="org-fictief"))
    assert [lane.label for lane in line.lanes] == ["F. Fictief"]


def test_a_long_office_is_cut_at_a_word() -> None:
    (lane,) = drawn(
        shown("2020-01-01", person=None, role="fictief bestuurder van een heel lang verzonnen lichaam")
    ).lanes
    assert lane.label == "fictief bestuurder van een …"


def test_the_years_leave_each_other_room() -> None:
    register = a_register(a_seat(), *PEOPLE)
    line = timeline(register, histories(register)["stoel-fictief"], date(1998, 1, 1), AS_OF)
    named = [year.label for year in line.years if year.label]
    assert named == ["1998", "2003", "2008", "2013", "2018"]


def test_an_organisation_that_is_once_shown_without_a_name_has_a_lane_of_its_own() -> None:
    line = drawn(
        shown("2020-01-01", organisation="org-fictief"),
        shown("2021-01-01", person=None, organisation="org-fictief"),
    )
    assert [lane.label for lane in line.lanes] == ["Fictieve Organisatie", "F. Fictief"]


def test_who_only_acts_in_the_seat_is_labelled_so() -> None:
    acting = a_composition(id="sam-a", as_shown_at=on("2020-01-01"), holders=(a_holder(acting=True),))
    regular = a_composition(id="sam-b", as_shown_at=on("2021-01-01"), holders=(a_holder(),))
    assert [lane.label for lane in drawn(acting).lanes] == ["F. Fictief (waarnemend)"]
    assert [lane.label for lane in drawn(acting, regular).lanes] == ["F. Fictief"]


def test_a_likely_time_within_a_known_term_is_not_drawn_again() -> None:
    register = a_register(
        a_seat(), *PEOPLE, shown("2020-03"), shown("2020-09"), a_membership(start_date=on("2020"), end_date=on("2021"))
    )
    assert likely_alone(histories(register)["stoel-fictief"]) == ()
    without_term = a_register(a_seat(), *PEOPLE, shown("2020-03"), shown("2020-09"))
    assert len(likely_alone(histories(without_term)["stoel-fictief"])) == 1


def test_lanes_stand_under_each_other_above_the_axis_and_likely_bars_are_thin() -> None:
    line = drawn(shown("2020-01-01"), shown("2021-01-01"), shown("2022-01-01", person="p-ander"))
    first, second = line.lanes
    assert first.y < second.y < line.axis < line.height
    heights = {bar.kind: bar.height for bar in first.bars}
    assert heights["likely"] < heights["day"]


def test_a_day_stays_wide_enough_to_be_seen() -> None:
    (lane,) = drawn(shown("2022-12-31")).lanes
    (bar,) = lane.bars
    assert bar.width == 14
    assert bar.x + bar.width == 1000


def test_nobody_acts_where_nobody_is_shown() -> None:
    history = histories(a_register(a_seat(), *PEOPLE))["stoel-fictief"]
    assert drawn().lanes == ()
    assert not acts_only(Who("person", "p-fictief"), history.showings)
