"""Moments, terms, numbers and repetitions that an editor could get wrong: what is refused and what is left alone."""

from typing import Any

import pytest

from lrt_site.checks import dates, glossary, moments, numbers, people, references, repeats, texts
from lrt_site.model.figures import TargetParts
from lrt_site.model.people import OtherName
from lrt_site.model.provinces import Chair
from lrt_site.model.register import Record
from tests import builders as make
from tests.builders import SOURCE, a_register, on
from tests.unit.checking import Rule, codes, told

CHECKED = on("2026-01-15")
assert make.a_site().sources_checked_on == CHECKED


def a_chair(**changes: Any) -> Chair:
    return Chair(name="Cora Fictief", source=SOURCE, **changes)


def a_rhythm(**changes: Any) -> Record:
    return make.a_table(frequencies=(make.a_frequency(**changes),))


def with_role(**changes: Any) -> Record:
    return make.a_person(roles=(make.a_role(**changes),))


# numbers


@pytest.mark.parametrize(("number", "found"), [(1, 0), (366, 0), (367, 1), (0, 1), (-2, 1), (99999999999, 1)])
def test_a_table_meets_once_a_year_to_once_a_day(number: int, found: int) -> None:
    rule = numbers.numbers_are_within_reason
    assert codes(rule, a_rhythm(meetings_per_year=number)) == ["implausible-number"] * found


@pytest.mark.parametrize(("number", "found"), [(1, 0), (100, 0), (101, 1), (0, 1), (-2, 1)])
def test_a_seat_has_a_place(number: int, found: int) -> None:
    rule = numbers.numbers_are_within_reason
    assert told(rule, make.a_seat(places=number)) == [("stoel-fictief", ("places",), "implausible-number")] * found


@pytest.mark.parametrize(("part", "found"), [(None, 1), ("geslaagd", 1), ("saldo", 0), ("verschil", 0)])
def test_only_a_difference_lies_below_zero(part: str | None, found: int) -> None:
    value = make.an_observation(value=-3, part=part)
    series = make.a_series(observations=(value,), target=TargetParts(balance="saldo", reached="geslaagd"))
    assert codes(numbers.counts_are_not_below_zero, series) == ["implausible-number"] * found


# contradictions


def test_a_contradiction_is_not_about_itself() -> None:
    record = make.a_contradiction(about=("opgericht", "teg-fictief"))
    rule = references.contradictions_are_about_something_else
    assert told(rule, record) == [("teg-fictief", ("about", 1), "about-itself")]


def test_two_readings_are_not_the_same() -> None:
    claims = (make.a_claim(text="Het zijn er 12."), make.a_claim(text="Het  zijn er 12."))
    expected = [("teg-fictief", ("claims", 1, "text"), "twice")]
    assert told(repeats.readings_are_told_once, make.a_contradiction(claims=claims)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘De dijk is hoog.’", 1),
        ('"De dijk is hoog."', 1),
        ("„De dijk is hoog.”", 1),
        ("'De foto's zijn weg.'", 1),
        ("‘hoog’ en ‘droog’", 0),
        ('"hoog" en "droog"', 0),
        ("De dijk heet ‘hoog’", 0),
        ("’s Avonds vaart de boot", 0),
        ("'", 0),
    ],
)
def test_the_site_puts_the_marks_around_a_quotation(text: str, found: int) -> None:
    claims = (make.a_claim(text=text, quoted=True), make.a_claim(text=text))
    expected = [("teg-fictief", ("claims", 0, "text"), "marks-in-quotation")] * found
    assert told(texts.quotations_have_no_marks, make.a_contradiction(claims=claims)) == expected


# moments


def test_an_event_has_a_date_or_a_bound() -> None:
    rule = moments.events_are_of_some_time
    assert codes(rule, make.an_event(date=None, date_note="ooit")) == ["event-without-date"]
    for bound in ("not_before", "not_after"):
        assert codes(rule, make.an_event(date=None, **{bound: on("2019")})) == []


@pytest.mark.parametrize("make_it", [make.an_event, make.an_output, make.a_meeting])
def test_the_latest_that_something_was_is_not_to_come(make_it: Any) -> None:
    rule = dates.latest_bounds_lie_in_the_past
    assert codes(rule, make_it(date=None, not_after=on("2031"))) == ["in-the-future"]
    assert codes(rule, make_it(date=None, not_after=on("2026"))) == []
    assert codes(rule, make_it(date=None, not_after=CHECKED)) == []


def test_a_bound_to_come_is_left_out_only_where_another_is_left() -> None:
    rule = dates.latest_bounds_lie_in_the_past
    (alone,) = rule(a_register(make.an_event(date=None, not_after=on("2031"))))
    assert alone.message.endswith("Schrijf '2026-01-15'.")
    (both,) = rule(a_register(make.an_event(date=None, not_before=on("2020"), not_after=on("2031"))))
    assert "Laat 'not_after' (niet na) weg, of schrijf '2026-01-15'." in both.message


def test_a_meeting_to_come_may_have_a_bound_to_come() -> None:
    meeting = make.a_meeting(date=None, not_after=on("2031"), state="gepland")
    assert codes(dates.latest_bounds_lie_in_the_past, meeting) == []


def test_what_is_reported_can_have_been_before() -> None:
    rule = dates.what_follows_comes_after
    reported = {"date": None, "reported_on": on("2020-03")}
    assert codes(rule, make.an_output(not_before=on("2020-04"), **reported)) == ["too-early"]
    assert codes(rule, make.an_output(not_before=on("2020-03"), not_after=on("2020-06"), **reported)) == []


@pytest.mark.parametrize(
    ("given", "when"), [("2031-03-02", "op 2 maart 2031"), ("2031-03", "in maart 2031"), ("2031", "in 2031")]
)
def test_the_future_is_told_with_its_own_preposition(given: str, when: str) -> None:
    (fault,) = dates.the_past_is_past(a_register(make.an_event(date=on(given))))
    assert fault.message.startswith(f"Dit gebeurde {when}, maar de bronnen zijn nagekeken op 15 januari 2026")


def test_an_attendee_without_a_seat_is_told_with_its_own_preposition() -> None:
    membership = make.a_membership(start_date=on("2015"), end_date=on("2016"))
    meeting = make.a_meeting(date=on("2020-06"), attendance=(make.an_attendance(),))
    rule = people.attendees_hold_a_seat_or_are_invited
    faults = list(rule(a_register(meeting, membership, make.a_person(), make.a_seat())))
    assert faults
    assert all("in juni 2020" in fault.message.casefold() for fault in faults)


@pytest.mark.parametrize(
    ("note", "changes", "found"),
    [
        ("in 2019", {"date": on("2021-03-03")}, 1),
        ("eind 2022", {"date": on("2021")}, 1),
        ("in 2019", {"date": None, "not_before": on("2020")}, 1),
        ("in 2023", {"date": None, "not_after": on("2020")}, 1),
        ("in 2020", {"date": None, "not_before": on("2019-12"), "not_after": on("2021")}, 0),
        ("in 2019", {"date": on("2019-05")}, 0),
        ("aangekondigd in 2019", {"date": on("2021")}, 0),
        ("in 2019 en 2021", {"date": on("2021")}, 0),
    ],
)
def test_a_note_that_is_a_year_is_that_of_the_date(note: str, changes: dict[str, Any], found: int) -> None:
    event = make.an_event(date_note=note, **changes)
    assert codes(moments.notes_name_the_year_of_their_date, event) == ["inconsistent"] * found


# roles


def test_an_office_is_told_once() -> None:
    rule = repeats.offices_are_told_once
    role = make.a_role(start_date=on("2020"))
    again = make.a_role(role="Fictief  bestuurder", start_date=on("2020"), note="Nog eens.")
    expected = [("p-fictief", ("roles", 1, "role"), "twice")]
    assert told(rule, make.a_person(roles=(role, again))) == expected
    assert told(rule, make.a_person(roles=(role, make.a_role(start_date=on("2021"))))) == []
    chairs = (a_chair(start_date=on("2020")), a_chair(start_date=on("2020")))
    assert codes(rule, make.a_provincial_table(chairs=chairs)) == ["twice"]


def test_a_term_has_a_day() -> None:
    rule = moments.terms_have_a_day
    day, month = on("2020-01-31"), on("2020-01")
    assert codes(rule, with_role(start_date=day, end_date=day, end_is="eerste dag erna")) == ["end-before-start"]
    assert codes(rule, with_role(start_date=day, end_date=day, end_is="laatste dag")) == []
    assert codes(rule, with_role(start_date=day, end_date=day)) == []
    assert codes(rule, with_role(start_date=month, end_date=month, end_is="eerste dag erna")) == []


@pytest.mark.parametrize("field", ["start_date", "end_date"])
def test_a_term_to_come_is_announced(field: str) -> None:
    rule = moments.terms_to_come_are_announced
    assert told(rule, with_role(**{field: on("2031")})) == [("p-fictief", ("roles", 0, field), "in-the-future")]
    assert codes(rule, with_role(**{field: on("2031")}, note="Een brief kondigt het aan.")) == []
    assert codes(rule, with_role(**{field: on("2026")})) == []
    changes: dict[str, Any] = {field: on("2031")}
    name = OtherName(name="Ada Anders", source=SOURCE, **changes)
    assert codes(rule, make.a_person(other_names=(name,))) == ["in-the-future"]
    assert codes(rule, make.a_provincial_table(chairs=(a_chair(**{field: on("2031")}),))) == ["in-the-future"]


@pytest.mark.parametrize(
    ("shown", "found"), [("2019", 1), ("2020", 0), ("2022-06-30", 0), ("2022-07-01", 1), ("2023", 1)]
)
def test_an_office_is_shown_while_it_lasts(shown: str, found: int) -> None:
    role = {"start_date": on("2020-03"), "end_date": on("2022-07-01"), "end_is": "eerste dag erna"}
    rule = moments.offices_are_shown_while_they_last
    assert codes(rule, with_role(as_shown_at=on(shown), **role)) == ["inconsistent"] * found


# frequencies


@pytest.mark.parametrize("field", ["covers_from", "covers_until"])
def test_we_count_over_no_time_to_come(field: str) -> None:
    rule = moments.rules_count_from_now_or_before
    expected = [("fictieve-tafel", ("frequencies", 0, field), "in-the-future")]
    assert told(rule, a_rhythm(meetings_per_year=4, **{field: on("2031")})) == expected
    assert told(rule, a_rhythm(meetings_per_year=4, **{field: on("2026")})) == []


# repetitions


def test_a_record_is_told_once() -> None:
    rule = repeats.records_are_told_once
    for made, text in ((make.an_event, "event"), (make.an_output, "content"), (make.a_mention, "text")):
        first, second = made(id="een"), made(id="twee")
        assert told(rule, first, second) == [("twee", (text,), "twice")]
        assert told(rule, first, made(id="twee", **{text: "Iets anders, fictief."})) == []
    assert told(rule, make.an_event(id="een"), make.an_event(id="twee", date=on("2018"))) == []


# glossary


@pytest.mark.parametrize("name", ["Ada Fictief", "ft", "Fictieve Organisatie", "Fictieland"])
def test_a_name_is_no_term(name: str) -> None:
    records = (
        make.a_person(name="Ada Fictief"),
        make.an_organisation(name="Fictieve organisatie", short="FT", classification="koepel"),
        make.a_provincial_table(province="Fictieland"),
    )
    rule = glossary.words_to_explain_are_no_names
    assert told(rule, *records, make.a_term(also=(name,))) == [("b-fictief", ("also", 0), "term-is-name")]


def test_a_kind_of_consultation_may_be_explained() -> None:
    body = make.an_organisation(name="Dijkberaad", short="Dijkberaad", classification="overleg")
    assert codes(glossary.words_to_explain_are_no_names, body, make.a_term(term="dijkberaad")) == []


@pytest.mark.parametrize("number", ["2024", "1.000"])
def test_a_number_is_no_word(number: str) -> None:
    assert codes(glossary.words_to_explain_are_uncommon, make.a_term(term=number)) == ["common-word"]


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"term": "dijktafel."}, ("term",)),
        ({"also": ("dijk  tafel",)}, ("also", 0)),
        ({"also": (" dijk",)}, ("also", 0)),
        ({"explanation": "een verzonnen tafel."}, ("explanation",)),
        ({"explanation": "Een verzonnen tafel"}, ("explanation",)),
        ({"explanation": "Een tafel (verzonnen)"}, ("explanation",)),
    ],
)
def test_a_term_is_written_with_care(changes: dict[str, Any], at: tuple[str | int, ...]) -> None:
    rule: Rule = glossary.explanations_are_written_with_care
    assert told(rule, make.a_term(**changes)) == [("b-fictief", at, "term-form")]


@pytest.mark.parametrize("text", ["Een tafel. (fictief)", "Een ‘tafel’.", "3 tafels (verzonnen)."])
def test_a_sentence_may_end_in_its_own_way(text: str) -> None:
    assert codes(glossary.explanations_are_written_with_care, make.a_term(explanation=text, also=("m.d.t.",))) == []
