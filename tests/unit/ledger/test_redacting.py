"""Words that were taken back leave a sign, and all that is no word of them stays as it was."""

import pytest

from lrt_site.ledger.redacting import SIGN, Redaction, joined, named, places_left, redacted, shows_withdrawal, top_of
from lrt_site.ledger.word_search import sought
from tests.builders import a_meeting, a_person, a_role, a_source, an_agenda_item

GONE = "https://ingetrokken.invalid/"


def without(*words: str, ids: tuple[str, ...] = ()) -> Redaction:
    return Redaction(sought(words), frozenset(ids))


def test_words_are_replaced_where_they_stand_and_all_text_where_none_are_named() -> None:
    assert without("Jan Jansen")("Toen sprak Jan Jansen hier.") == f"Toen sprak {SIGN} hier."
    assert Redaction()("Toen sprak hij.") == SIGN
    assert Redaction()("") == ""
    assert without("ingetrokken")("Het is ingetrokken.") == "Het is […]."


def test_a_record_stays_one_and_says_in_which_fields_the_words_stood() -> None:
    meeting = a_meeting(discussed=("Hier sprak Jan.", "Boten"), agenda=(an_agenda_item(title="Over Jan"),), body="Jan!")
    made, extent = redacted(meeting, without("Jan"))
    assert made == a_meeting(
        discussed=(f"Hier sprak {SIGN}.", "Boten"), agenda=(an_agenda_item(title=f"Over {SIGN}"),), body=f"{SIGN}!"
    )
    assert sorted(extent) == ["agenda[0].title", "body", "discussed[0]"]
    assert redacted(meeting, without("Piet")) == (meeting, ())


def test_without_words_a_record_keeps_only_what_is_no_text() -> None:
    person = a_person(roles=(a_role(),))
    made, extent = redacted(person, Redaction())
    assert (made.id, made.name, made.roles[0].role, made.roles[0].source) == ("p-fictief", SIGN, SIGN, "s-fictief")
    assert set(extent) == {"name", "roles[0].role"}


@pytest.mark.parametrize(
    ("markdown", "left"),
    [
        ("Zie [haar](https://a.example/jan).", f"Zie [haar]({GONE})."),
        ("Zie [Jan](p-ander.md).", f"Zie [{SIGN}](p-ander.md)."),
        ("Zie [haar](p-jan.md).", "Zie [haar](p-jan.md)."),
        ("Zie <https://a.example/jan>.", f"Zie <{GONE}>."),
        ("Zie [haar](#p-jan).", "Zie [haar](#p-jan)."),
    ],
)
def test_a_link_that_had_the_words_leads_nowhere_unless_to_a_record(markdown: str, left: str) -> None:
    assert without("jan", ids=("p-jan", "p-ander")).of_markdown(markdown) == left


@pytest.mark.parametrize(
    ("text", "other", "left"),
    [
        ("a b c", "a b c", "a b c"),
        (f"a {SIGN} c", "a b c", f"a {SIGN} c"),
        (f"{SIGN} b c", f"a b {SIGN}", f"{SIGN} b {SIGN}"),
        (f"a {SIGN}", SIGN, SIGN),
        (GONE, "https://a.example/", GONE),
    ],
)
def test_of_what_two_withdrawals_left_only_what_stands_in_both_stays(text: str, other: str, left: str) -> None:
    assert joined(text, other) == joined(other, text) == left


def test_where_words_can_have_stood_is_told_by_what_was_left() -> None:
    assert [*places_left(a_meeting(discussed=("Boten", f"Over {SIGN}.")))] == ["discussed[1]"]
    assert [*places_left(a_source(url=GONE))] == ["url"]
    assert [*places_left(a_source(url="https://fictief.example/"))] == []
    assert shows_withdrawal(f"a {SIGN}")
    assert not shows_withdrawal("a b")


def test_a_place_is_named_as_a_withdrawal_names_it() -> None:
    assert named(("roles", 0, "role")) == "roles[0].role"
    assert [top_of(name) for name in ("roles[0].role", "body", "notes.p-fictief")] == ["roles", "body", "notes"]
