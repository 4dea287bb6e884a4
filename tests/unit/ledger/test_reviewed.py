"""A draft notes what waited, so that it can be told what waits otherwise since."""

from dataclasses import replace

from lrt_site import ledger
from lrt_site.ledger.reviewed import changed_since, line_of, reviewed_typed
from tests.builders import a_history, a_meeting, a_person, a_register, on

HISTORY = a_history(a_register(a_meeting()))


def waiting(day: str, *others: str) -> tuple[ledger.Pending, ...]:
    people = (a_person(id=name) for name in others)
    return ledger.pending(HISTORY, a_register(a_meeting(date=on(day)), *people), {})


def noted(changes: tuple[ledger.Pending, ...]) -> dict[str, object]:
    names = line_of(changes).removeprefix("reviewed: {").removesuffix("}\n").split(", ")
    return {"reviewed": dict(name.split(": ") for name in names)}


def test_what_came_changed_and_went_is_named() -> None:
    before = reviewed_typed(noted(waiting("2020-06-16", "p-blijft", "p-weg")))
    assert [*changed_since(before, waiting("2020-06-16", "p-blijft", "p-weg"))] == []
    assert [*changed_since(before, waiting("2020-06-17", "p-blijft", "p-nieuw"))] == [
        "Nieuw sindsdien: 'p-nieuw'.",
        "Weer veranderd: 'm-2020-06-15'.",
        "Wacht niet meer op publicatie: 'p-weg'.",
    ]


def test_of_many_the_first_are_named() -> None:
    many = [f"p-{number}" for number in range(7)]
    (said,) = changed_since(reviewed_typed(noted(waiting("2020-06-16"))), waiting("2020-06-16", *many))
    assert said == "Nieuw sindsdien: 'p-0', 'p-1', 'p-2', 'p-3', 'p-4' en nog 2."


def test_another_id_for_the_same_record_is_a_change() -> None:
    (change,) = waiting("2020-06-16")
    assert [*changed_since(reviewed_typed(noted((change,))), (replace(change, renamed_from="m-oud"),))]


def test_a_draft_of_before_notes_nothing_and_nothing_is_said() -> None:
    assert line_of(()) == ""
    assert [*changed_since(reviewed_typed({"reviewed": "geen lijst"}), waiting("2020-06-16"))] == []
