"""Words that were taken back are missed where they may stand again: in the content, or in a draft that did not know."""

from dataclasses import replace

from lrt_site.ledger.returning import (
    Unpublished,
    content_hash,
    left_in,
    repeating,
    returning,
    searched,
    taken_from,
    unknown_to,
    unsearched,
)
from lrt_site.ledger.withdrawing import withdrawn
from lrt_site.model.publications import History, Withdrawal
from lrt_site.model.register import Record
from tests.builders import TOKEN, a_ledger, a_meeting, a_person, a_register, carried_out, history_in, on

NAMED, OPEN = a_person(name="F. Geheim"), a_person(name="F. Open")
CONTENT: dict[str, Record] = {OPEN.id: OPEN}


def history_with(content: dict[str, Record], draft: dict[str, object] | None = None) -> History:
    """A history from which a name was taken back while this was the content, and this lay in the draft."""
    files = a_ledger(a_register(NAMED, a_meeting()), a_register(OPEN, a_meeting()))
    made, added = withdrawn(
        files,
        history_in(files),
        "p-fictief",
        ["Geheim"],
        ground="g",
        decision="b",
        on=on("2026-04-01"),
        token=TOKEN,
        now=Unpublished(content, draft or {}),
    )
    return history_in(carried_out(files, made, added))


HISTORY = history_with(CONTENT)
(WITHDRAWAL,) = HISTORY.withdrawals


def test_the_fields_from_which_words_were_taken_are_known_by_the_id_of_now() -> None:
    assert {name: withdrawal.name for name, withdrawal in taken_from("p-fictief", HISTORY).items()} == {
        "name": WITHDRAWAL.name
    }
    assert taken_from("m-2020-06-15", HISTORY) == {}


def test_only_those_fields_of_the_content_count() -> None:
    elsewhere = {**CONTENT, "m-2020-06-15": a_meeting(body="Geheim.")}
    assert left_in(elsewhere, WITHDRAWAL, HISTORY) == left_in(CONTENT, WITHDRAWAL, HISTORY) == WITHDRAWAL.left
    assert left_in({NAMED.id: NAMED}, WITHDRAWAL, HISTORY) != WITHDRAWAL.left
    assert content_hash(elsewhere) != content_hash(CONTENT) == WITHDRAWAL.content


def test_what_stays_as_it_was_searched_gives_no_doubt() -> None:
    assert returning(Unpublished(CONTENT), HISTORY) == ()


def test_a_field_that_changed_since_may_hold_the_words_again() -> None:
    (doubt,) = returning(Unpublished({NAMED.id: NAMED}), HISTORY)
    assert (doubt.withdrawal.name, doubt.in_draft) == (WITHDRAWAL.name, False)


def test_a_draft_of_who_did_not_know_the_withdrawal_may_hold_the_words() -> None:
    typed: dict[str, object] = {"title": "Over Geheim"}
    (doubt,) = returning(Unpublished(CONTENT, typed), HISTORY)
    assert doubt.in_draft
    knowing = {**typed, "previous": HISTORY.last.hash, "withdrawals": [WITHDRAWAL.name]}
    assert returning(Unpublished(CONTENT, knowing), HISTORY) == ()
    assert [withdrawal.name for withdrawal in unknown_to(typed, HISTORY)] == [WITHDRAWAL.name]
    assert unknown_to(knowing, HISTORY) == ()
    known_draft = history_with(CONTENT, typed)
    assert returning(Unpublished(CONTENT, typed), known_draft) == ()


def test_a_withdrawal_that_searches_again_says_in_what() -> None:
    other: dict[str, Record] = {**CONTENT, "m-2020-06-15": a_meeting()}
    again = searched(WITHDRAWAL, Unpublished(other, {"title": "T"}), HISTORY)
    assert (again.left, again.content) == (WITHDRAWAL.left, content_hash(other))
    assert again.draft is not None
    assert WITHDRAWAL.draft is None


def test_content_that_changed_since_the_search_is_told() -> None:
    assert unsearched(CONTENT, HISTORY) == ()
    assert [withdrawal.name for withdrawal in unsearched({**CONTENT, "m-2020-06-15": a_meeting()}, HISTORY)] == [
        WITHDRAWAL.name
    ]


def test_the_command_that_searches_again_asks_for_the_words_unless_all_were_taken() -> None:
    made: Withdrawal = WITHDRAWAL
    assert repeating(made) == f"lrt-site withdraw --repeat {made.name} --words 'de woorden'"
    assert repeating(replace(made, whole=True)) == f"lrt-site withdraw --repeat {made.name}"
