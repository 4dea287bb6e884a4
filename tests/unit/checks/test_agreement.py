"""What a text says again is what the field or the figure says. All is made up."""

from collections.abc import Callable, Iterator

import pytest

from lrt_site.checks import agreement, people
from lrt_site.model.meetings import Agreement, KeptWords, Meeting
from lrt_site.model.register import Record, Register
from lrt_site.problems import Fault
from tests.builders import (
    a_composition,
    a_holder,
    a_meeting,
    a_membership,
    a_register,
    a_report,
    a_seat,
    a_series,
    an_agenda_item,
    an_attendance,
    an_event,
    an_observation,
    on,
)

USED = an_agenda_item(figures=("w-fictief",))
SERIES = a_series(observations=(an_observation(value=1255000), an_observation(id="w-ander", value=1245000)))


def told(rule: Callable[[Register], Iterator[Fault]], *records: Record) -> list[Fault]:
    return list(rule(a_register(*records)))


@pytest.mark.parametrize("written", ["1.225.000", "1.525.000", "12.550.000", "125.500", "1225000"])
def test_a_number_that_is_nearly_that_of_a_figure_is_told(written: str) -> None:
    meeting = a_meeting(discussed=(f"Er waren {written} plekken.",), agenda=(USED,))
    (fault,) = told(agreement.texts_repeat_numbers_as_they_are, meeting, SERIES)
    assert (fault.at, fault.code) == (("discussed", 0, 9), "says-otherwise")
    assert f"Hier staat {written}" in fault.message
    assert "'Er waren 1.255.000 plekken.'" in fault.message


@pytest.mark.parametrize(
    "text",
    [
        "Er waren 1.255.000 plekken.",  # the figure
        "Er waren 1.245.000 plekken.",  # another figure of the site
        "Er waren 1.900.000 plekken.",  # nothing like it
        "Er waren 1.225.000 plekken, en nog eens 1.225.000.",  # said twice
        "Kamerstuk 19 637, nr. 1225; zie https://voorbeeld.nl/1225000.",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    meeting = a_meeting(discussed=(text,), agenda=(USED,))
    assert told(agreement.texts_repeat_numbers_as_they_are, meeting, SERIES) == []


def test_a_number_or_date_that_is_kept_with_a_reason_is_not() -> None:
    text = "De vergadering van 16 juni 2020 sprak over 1.225.000 plekken."
    kept = (KeptWords(words=text, reason="zo staat het in de bron"),)
    meeting = a_meeting(discussed=(text,), agenda=(USED,), kept_words=kept)
    assert told(agreement.texts_repeat_numbers_as_they_are, meeting, SERIES) == []
    assert told(agreement.texts_repeat_dates_as_they_are, meeting, SERIES) == []


def test_a_year_is_no_number() -> None:
    series = a_series(observations=(an_observation(value=2015),))
    meeting = a_meeting(discussed=("Dat was in 2025.",), agenda=(USED,))
    assert told(agreement.texts_repeat_numbers_as_they_are, meeting, series) == []


@pytest.mark.parametrize(
    ("meeting", "right"),
    [
        (a_meeting(body="De vergadering van 16 juni 2020 was lang."), "15 juni 2020"),
        (a_meeting(report=a_report(title="Verslag van het overleg van 15 juli 2020")), "15 juni 2020"),
        (a_meeting(discussed=("De tafel kwam op 15 juni 2021 bijeen.",)), "15 juni 2020"),
    ],
)
def test_a_date_that_is_nearly_that_of_the_meeting_is_told(meeting: Meeting, right: str) -> None:
    (fault,) = told(agreement.texts_repeat_dates_as_they_are, meeting)
    assert fault.code == "says-otherwise"
    assert f"de vergadering was op {right}" in fault.message


def test_a_date_that_is_nearly_a_term_is_told() -> None:
    item = an_agenda_item(agreements=(Agreement(who="wij", what="iets", due=on("2021-03-01")),))
    (fault,) = told(
        agreement.texts_repeat_dates_as_they_are, a_meeting(agenda=(item,), body="Het komt voor 1 maart 2022.")
    )
    assert (fault.at, fault.code) == (("body", 0, 14), "says-otherwise")
    assert "'Het komt voor 1 maart 2021.'" in fault.message


@pytest.mark.parametrize(
    "body", ["De vergadering van 15 juni 2020.", "De brief van 16 juni 2020.", "De vergadering van 2 maart 2019."]
)
def test_other_dates_are_not(body: str) -> None:
    assert told(agreement.texts_repeat_dates_as_they_are, a_meeting(body=body)) == []


def test_a_date_of_something_else_is_not() -> None:
    other = a_meeting(id="m-2020-06-16", date=on("2020-06-16"))
    assert (
        told(agreement.texts_repeat_dates_as_they_are, a_meeting(body="De vergadering van 16 juni 2020."), other) == []
    )


def test_a_weekday_is_that_of_its_date() -> None:
    (fault,) = told(agreement.dates_have_their_weekday, an_event(event="Op dinsdag 15 juni 2020 kwam de brief."))
    assert (fault.at, fault.code) == (("event", 3), "says-otherwise")
    assert "'maandag 15 juni 2020'" in fault.message
    right = an_event(event="Op maandag 15 juni 2020 kwam de brief, op 31 juni 2020 niets.")
    assert told(agreement.dates_have_their_weekday, right) == []


@pytest.mark.parametrize(
    ("note", "wrong"),
    [
        ("een donderdag in september 2024; de bronnen noemen de dag niet", True),
        ("de dag is onbekend", True),
        ("medio juni", True),
        ("de dag na de brief", False),
        ("volgens de agenda", False),
    ],
)
def test_a_note_does_not_say_that_a_known_day_is_unknown(note: str, wrong: bool) -> None:
    rule = agreement.notes_leave_open_what_their_date_does
    assert [fault.code for fault in told(rule, a_meeting(date_note=note))] == ["inconsistent"] * wrong
    assert told(rule, a_meeting(date=on("2020-06"), date_note=note)) == []


def test_a_person_attends_once() -> None:
    seats = a_composition(holders=(a_holder(), a_holder(person="p-ander")))
    first = an_attendance(seat="stoel-fictief")
    meeting = a_meeting(attendance=(first, an_attendance(person=None, organisation="org-fictief"), first))
    (fault,) = told(people.attendances_name_a_person_once, meeting, seats)
    assert (fault.at, fault.code) == (("attendance", 2, "person"), "twice")
    assert fault.message.endswith("Bedoelde u 'person: p-ander'? Die had toen ook deze stoel.")


def test_who_takes_the_only_place_follows_somebody_whose_end_is_known() -> None:
    seat, former = a_seat(places=1), a_membership()
    new = a_membership(id="lid-nieuw", person="p-ander", start_date=on("2021-02-01"))
    rule = people.seats_are_left_before_they_are_taken
    (fault,) = told(rule, seat, former, new)
    assert (fault.record, fault.code) == ("lid-nieuw", "former-without-end")
    assert "Schrijf bij 'lid-fictief' wanneer dat stopte" in fault.message
    assert told(rule, seat, a_membership(end_date=on("2021")), new) == []
    assert told(rule, a_seat(places=2), former, new) == []
    assert told(rule, seat, former, a_membership(id="lid-nieuw", person="p-ander", acting=True)) == []


def test_who_held_it_by_a_composition_needs_an_end_too() -> None:
    new = a_membership(id="lid-nieuw", person="p-ander", start_date=on("2021-02-01"))
    rule = people.seats_are_left_before_they_are_taken
    (fault,) = told(rule, a_seat(places=1), a_composition(), new)
    assert "'person: p-fictief'" in fault.message
    assert told(rule, a_seat(places=1), a_composition(as_shown_at=on("2021-06-15")), new) == []
    assert told(rule, a_seat(places=1), a_composition(holders=(a_holder(person="p-ander"),)), new) == []
