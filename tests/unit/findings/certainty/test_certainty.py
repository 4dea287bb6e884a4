"""Who held a seat, case by case. All of it is made up."""

from dataclasses import replace
from datetime import date

import pytest

from lrt_site.findings.certainty import Occupancy, SeatOnDate, composition_on, histories, span_of, turning_days
from lrt_site.model.people import Composition, Holder, Seat
from lrt_site.model.register import Record
from lrt_site.model.terms import EndIs
from tests.builders import a_composition, a_holder, a_membership, a_register, a_seat, on
from tests.tools.work import calls

ANNA = a_holder(person="p-anna", organisation="org-noord")
BERT = a_holder(person="p-bert", organisation="org-noord")
CARLA = a_holder(person="p-carla", organisation="org-zuid")
NORTH = a_holder(person=None, organisation="org-noord")


def shown(when: str, *holders: Holder) -> Composition:
    """A composition at a moment; `2020~2021` is an estimate."""
    first, _, last = when.partition("~")
    if last:
        made = a_composition(as_shown_at=None, estimated_from=on(first), estimated_until=on(last))
    else:
        made = a_composition(as_shown_at=on(first))
    return replace(made, id=f"sam-{when}", holders=holders)


def asked(when: str, *records: Record, seat: Seat | None = None) -> SeatOnDate:
    (answer,) = composition_on(histories(a_register(seat or a_seat(), *records)), on(when))
    return answer


def said(answer: SeatOnDate) -> list[tuple[str | None, str]]:
    return [
        (occupancy.person or occupancy.organisation or occupancy.role, occupancy.certainty)
        for occupancy in answer.occupancies
    ]


def test_whoever_a_dated_source_shows_on_the_day_is_certain() -> None:
    answer = asked("2020-06-15", shown("2020-06-15", ANNA))
    assert answer.certainty == "vastgesteld"
    assert answer.occupancies == (Occupancy("org-noord", "p-anna", None, "vastgesteld", ("sam-2020-06-15",)),)


def test_a_source_of_a_year_makes_nothing_certain_for_one_day_of_it() -> None:
    answer = asked("2020-06-15", shown("2020", ANNA))
    assert answer.certainty == "onbekend"
    assert answer.perhaps_shown == ("sam-2020",)


def test_a_source_of_a_month_is_certain_for_that_month_and_its_year() -> None:
    assert said(asked("2020-06", shown("2020-06", ANNA))) == [("p-anna", "vastgesteld")]
    assert said(asked("2020", shown("2020-06", ANNA))) == [("p-anna", "vastgesteld")]


def test_an_estimate_makes_nothing_certain_not_even_for_its_own_year() -> None:
    assert asked("2020", shown("2020~2020", ANNA)).certainty == "onbekend"


def test_the_same_holder_before_and_after_is_likely_in_between() -> None:
    answer = asked("2020-07-01", shown("2020-01-01", ANNA), shown("2021~2022", ANNA))
    assert said(answer) == [("p-anna", "aannemelijk")]
    assert answer.occupancies[0].because == ("sam-2020-01-01", "sam-2021~2022")


@pytest.mark.parametrize("when", ["2019-12-31", "2021-01-01", "2022-12-31", "2023-01-01"])
def test_nobody_is_likely_before_the_first_showing_or_after_the_last(when: str) -> None:
    assert asked(when, shown("2020-01-01", ANNA), shown("2021~2022", ANNA)).certainty == "onbekend"


def test_another_holder_in_between_breaks_the_likelihood() -> None:
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", CARLA), shown("2021-01-01", ANNA))
    assert said(asked("2020-03-01", *records)) == []
    assert said(asked("2020-06-01", *records)) == [("p-carla", "vastgesteld")]


def test_another_of_the_same_organisation_leaves_the_organisation_likely() -> None:
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", BERT), shown("2021-01-01", ANNA))
    assert said(asked("2020-03-01", *records)) == [("org-noord", "aannemelijk")]


def test_an_organisation_without_a_name_does_not_speak_against_its_person() -> None:
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", NORTH), shown("2021-01-01", ANNA))
    assert said(asked("2020-06-01", *records)) == [("org-noord", "vastgesteld"), ("p-anna", "aannemelijk")]


def test_another_organisation_without_a_name_speaks_against_a_person() -> None:
    south = a_holder(person=None, organisation="org-zuid")
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", south), shown("2021-01-01", ANNA))
    assert said(asked("2020-03-01", *records)) == []


def test_a_composition_that_leaves_the_seat_out_says_nothing() -> None:
    elsewhere = a_holder(seat="stoel-elders", person="p-carla")
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", elsewhere), shown("2021-01-01", ANNA))
    answers = composition_on(histories(a_register(a_seat(), a_seat(id="stoel-elders"), *records)), on("2020-06-01"))
    by_seat = {answer.seat: answer for answer in answers}
    assert said(by_seat["stoel-fictief"]) == [("p-anna", "aannemelijk")]


def test_one_other_holder_leaves_room_on_a_seat_with_two_places() -> None:
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", CARLA), shown("2021-01-01", ANNA))
    two = a_seat(places=2)
    assert ("p-anna", "aannemelijk") in said(asked("2020-03-01", *records, seat=two))
    full = (records[0], shown("2020-06-01", CARLA, BERT), records[2])
    assert ("p-anna", "aannemelijk") not in said(asked("2020-03-01", *full, seat=two))


def test_between_a_known_start_and_end_the_holder_is_certain() -> None:
    term = a_membership(person="p-anna", start_date=on("2020-02"), end_date=on("2021-03-10"))
    assert asked("2020-02-28", term).certainty == "onbekend"
    assert said(asked("2020-02-29", term)) == [("p-anna", "vastgesteld")]
    assert said(asked("2021-03-10", term)) == [("p-anna", "vastgesteld")]
    assert asked("2021-03-11", term).certainty == "onbekend"


@pytest.mark.parametrize(
    ("end_is", "on_the_day"), [("laatste dag", "vastgesteld"), ("eerste dag erna", None), ("niet vermeld", None)]
)
def test_on_the_day_of_the_end_the_holder_is_there_only_where_that_day_counts(
    end_is: EndIs, on_the_day: str | None
) -> None:
    term = a_membership(person="p-anna", start_date=on("2020-02-03"), end_date=on("2021-03-10"), end_is=end_is)
    assert said(asked("2021-03-09", term)) == [("p-anna", "vastgesteld")]
    assert said(asked("2021-03-10", term)) == ([("p-anna", on_the_day)] if on_the_day else [])
    assert asked("2021-03-11", term).certainty == "onbekend"


def test_a_month_in_which_a_known_term_surely_ran_is_certain() -> None:
    term = a_membership(person="p-anna", start_date=on("2020"), end_date=on("2022-05"))
    assert said(asked("2020-12", term)) == [("p-anna", "vastgesteld")]
    assert asked("2020-11", term).certainty == "onbekend"


def test_an_end_keeps_the_holder_likely_up_to_it_and_no_further() -> None:
    records = (
        shown("2020-01-01", ANNA),
        a_membership(person="p-anna", organisation="org-noord", start_date=None, end_date=on("2020-06-30")),
        shown("2021-01-01", ANNA),
    )
    assert said(asked("2020-06-29", *records)) == [("p-anna", "aannemelijk")]
    assert said(asked("2020-06-30", *records)) == [("p-anna", "vastgesteld")]
    assert said(asked("2020-07-01", *records)) == [("org-noord", "aannemelijk")]


def test_a_start_says_that_an_earlier_showing_was_another_time() -> None:
    start = a_membership(person="p-anna", organisation="org-noord", start_date=on("2020-01-01"))
    assert said(asked("2019-06-01", shown("2019-01-01", ANNA), start)) == [("org-noord", "aannemelijk")]


def test_on_the_day_of_a_succession_both_are_there() -> None:
    records = (
        shown("2019-01-01", ANNA),
        a_membership(id="lid-1", person="p-anna", organisation="org-noord", start_date=None, end_date=on("2020-06-30")),
        a_membership(id="lid-2", person="p-carla", organisation="org-zuid", start_date=on("2020-06-30")),
        shown("2021-01-01", CARLA),
    )
    assert said(asked("2020-06-29", *records)) == [("p-anna", "aannemelijk")]
    assert said(asked("2020-06-30", *records)) == [("p-anna", "vastgesteld"), ("p-carla", "vastgesteld")]
    assert said(asked("2020-07-01", *records)) == [("p-carla", "aannemelijk")]


def test_a_known_term_of_another_speaks_against_a_likelihood_inside_it() -> None:
    records = (
        shown("2020-01-01", ANNA),
        shown("2021-01-01", ANNA),
        a_membership(person="p-carla", start_date=on("2019-01-01"), end_date=on("2022-01-01")),
    )
    assert said(asked("2020-06-01", *records)) == [("p-carla", "vastgesteld")]


def test_a_person_on_the_seat_of_one_organisation_sits_there_for_it() -> None:
    answer = asked("2020-06-15", shown("2020-06-15", a_holder(person="p-anna")), seat=a_seat(organisation="org-noord"))
    assert answer.occupancies[0].organisation == "org-noord"


def test_an_office_without_a_name_stands_for_itself_alone() -> None:
    vacancy = a_holder(person=None, role="niet bezet")
    records = (shown("2020-01-01", ANNA), shown("2020-06-01", vacancy), shown("2021-01-01", ANNA))
    seat = a_seat(organisation="org-noord")
    assert said(asked("2020-06-01", *records, seat=seat)) == [("niet bezet", "vastgesteld")]


def test_the_office_is_worded_as_the_source_of_that_day_words_it() -> None:
    early = a_holder(person="p-anna", role="wethouder")
    late = a_holder(person="p-anna", role="burgemeester")
    records = (shown("2020-01-01", early), shown("2021-01-01", late))
    assert asked("2020-01-01", *records).occupancies[0].role == "wethouder"
    assert asked("2021-01-01", *records).occupancies[0].role == "burgemeester"


def test_sources_on_either_side_of_an_unknown_day_are_named() -> None:
    answer = asked("2020-06-01", shown("2020-01-01", ANNA), shown("2021-01-01", CARLA))
    assert (answer.certainty, answer.last_shown, answer.next_shown) == (
        "onbekend",
        "sam-2020-01-01",
        "sam-2021-01-01",
    )


def test_a_day_is_likely_by_the_surest_neighbours() -> None:
    records = (shown("2018~2019", ANNA), shown("2019-12-01", ANNA), shown("2021-01-01", ANNA), shown("2021~2022", ANNA))
    assert asked("2020-06-01", *records).occupancies[0].because == ("sam-2019-12-01", "sam-2021-01-01")


def test_answers_turn_on_the_first_day_of_a_showing_and_after_its_last() -> None:
    seats = histories(a_register(a_seat(), shown("2020-06", ANNA)))
    assert turning_days(seats, date(2026, 1, 1)) == (date(2020, 6, 1), date(2020, 7, 1))
    assert turning_days(seats, date(2020, 6, 30)) == (date(2020, 6, 1),)


def test_an_estimate_spans_from_its_first_day_to_its_last() -> None:
    span = span_of(shown("2020~2021-03", ANNA))
    assert (span.first, span.last) == (date(2020, 1, 1), date(2021, 3, 31))


def test_a_hundred_compositions_of_fifty_seats_answer_fifty_dates_at_once() -> None:
    seats = [a_seat(id=f"stoel-{number:02}") for number in range(50)]
    compositions = [
        shown(
            f"{2000 + number // 5}-0{number % 5 + 1}-01",
            *(
                a_holder(seat=seat.id, person=f"p-{index}-{number // 7}", organisation=f"org-{index}")
                for index, seat in enumerate(seats)
            ),
        )
        for number in range(100)
    ]
    register = a_register(*seats, *compositions)

    def answers() -> list[tuple[SeatOnDate, ...]]:
        known = histories(register)
        return [composition_on(known, on(f"{1995 + number // 2}-03-0{number % 2 + 1}")) for number in range(50)]

    assert sum(len(answer) for answer in answers()) == 50 * 50
    assert calls(answers) < 5_000_000
