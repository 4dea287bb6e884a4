"""What can be said of the table now: since when nothing was found, who was seen last, and who has left since."""

from datetime import date

import pytest

from lrt_site.model.people import Role
from lrt_site.model.register import Record
from lrt_site.model.terms import EndIs
from lrt_site.pages.shared.common import Footnotes
from lrt_site.pages.table.now import Now, now_of
from tests.builders import (
    SOURCE,
    a_composition,
    a_holder,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_seat,
    a_source,
    a_statement,
    a_table,
    on,
)

AS_OF = date(2022, 7, 1)


def now(*records: Record) -> Now:
    register = a_register(*records)
    return now_of(register, Footnotes(register), AS_OF)


def left(role: Role, *records: Record) -> list[str]:
    seated = now(a_person(roles=(role,)), a_seat(), a_composition(), *records).seated
    assert seated
    return [said.text for said in seated.left]


def test_where_no_meeting_was_held_there_is_no_silence_to_tell_of() -> None:
    assert now().gap is None
    assert now(a_meeting(state="gepland")).gap is None
    assert now(a_meeting(table="prt-fictief"), a_provincial_table()).gap is None


def test_it_is_not_known_whether_the_table_still_meets() -> None:
    silence = now(a_meeting()).gap
    assert silence
    assert silence.text == (
        "Na 15 juni 2020 vonden wij geen vergadering van de tafel die is gehouden. "
        "Of de tafel nog bijeenkomt, weten wij niet."
    )


def test_what_is_planned_for_after_the_last_meeting_is_named_and_linked() -> None:
    silence = now(
        a_meeting(),
        a_meeting(id="m-a", state="gepland", date=on("2023-01-01")),
        a_meeting(id="m-b", state="aangekondigd", date=on("2023-02")),
        a_meeting(id="m-c", state="afgelast", date=on("2023-03-01")),
        a_meeting(id="m-d", state="gepland", date=on("2019-01-01")),
    ).gap
    assert silence
    assert silence.text.endswith(
        " Aangekondigd of gepland: Vergadering van 1 januari 2023; Vergadering van februari 2023."
    )
    assert [run.address for run in silence.runs if run.address] == ["/vergaderingen/m-a/", "/vergaderingen/m-b/"]


def test_who_sat_there_is_told_by_the_newest_source_with_how_complete_it_is() -> None:
    people = (a_person(), a_seat())
    seated = now(a_composition(), *people).seated
    assert seated
    assert (seated.when, [getattr(holder, "title", holder) for holder in seated.holders]) == (
        "15 juni 2020",
        ["F. Fictief"],
    )
    assert (seated.shown.text, seated.shown.backing.sources) == (
        "Vaste deelnemers, fictief, mogelijk niet volledig",
        (SOURCE,),
    )
    guess = a_composition(complete=True, as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021"))
    whole = now(guess, *people).seated
    assert whole
    assert (whole.shown.text, [mark.word for mark in whole.shown.marks]) == ("Vaste deelnemers, fictief", ["schatting"])
    assert now().seated is None


@pytest.mark.parametrize(
    ("end", "end_is", "told"),
    [
        ("2021-03-01", "laatste dag", ["F. Fictief was tot en met 1 maart 2021 fictief bestuurder."]),
        ("2021-03-01", "niet vermeld", ["F. Fictief was fictief bestuurder; einde op 1 maart 2021."]),
        ("2020-06-15", "laatste dag", []),
        ("2022-07-02", "laatste dag", []),
    ],
)
def test_who_left_between_then_and_now_is_told(end: str, end_is: EndIs, told: list[str]) -> None:
    assert left(a_role(end_date=on(end), end_is=end_is)) == told


def test_an_office_that_began_after_that_moment_is_not_one_that_was_left() -> None:
    assert left(a_role(start_date=on("2020-07-01"), end_date=on("2021-03-01"))) == []
    assert left(a_role(start_date=on("2020-06-01"), end_date=on("2021-03-01"))) != []


@pytest.mark.parametrize(
    ("day", "end_is", "told"),
    [
        (
            "2021-02",
            "laatste dag",
            "Volgens een bron van februari 2021 zou F. Fictief tot en met 1 maart 2021 fictief bestuurder zijn.",
        ),
        (
            "2021-02",
            "niet vermeld",
            "Volgens een bron van februari 2021 zou F. Fictief op 1 maart 2021 stoppen als fictief bestuurder.",
        ),
        ("2021-03", "laatste dag", "F. Fictief was tot en met 1 maart 2021 fictief bestuurder."),
        ("2021-03-01", "laatste dag", "F. Fictief was tot en met 1 maart 2021 fictief bestuurder."),
    ],
)
def test_an_end_that_was_only_announced_is_told_as_such(day: str, end_is: EndIs, told: str) -> None:
    role = a_role(end_date=on("2021-03-01"), end_is=end_is, source="s-dag")
    assert left(role, a_source(id="s-dag", date=on(day))) == [told]


def test_only_whom_the_composition_shows_can_have_left_it() -> None:
    ended = a_role(end_date=on("2021-03-01"))
    other = a_person(id="p-ander", name="A. Ander", roles=(ended,))
    shown = a_composition(holders=(a_holder(person="p-ander"), a_holder(seat="stoel-b", person="p-ander")))
    seated = now(other, a_person(roles=(ended,)), a_seat(), a_seat(id="stoel-b"), shown).seated
    assert seated
    assert [said.text for said in seated.left] == ["A. Ander was fictief bestuurder; einde op 1 maart 2021."]


def test_what_sources_say_of_the_time_after_can_be_linked_to() -> None:
    (said,) = now(a_table(now=(a_statement(id="nu", text="Er is een nieuwe voorzitter."),))).since
    assert (said.text, said.anchor, said.backing.sources) == ("Er is een nieuwe voorzitter.", "nu", (SOURCE,))
