"""A draft is what was reviewed: it keeps what editors typed, and says all that keeps it from being sealed."""

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from lrt_site import ledger
from lrt_site.ledger.draft import (
    DatedEarlier,
    Draft,
    Known,
    date_faults,
    draft_text,
    faults_of,
    kept_lines,
    known_typed,
    lines_typed,
    notes_typed,
    renames_typed,
    says,
    unneeded,
    words_hash,
)
from lrt_site.model import publications
from lrt_site.model.publications import History
from tests.builders import a_draft, a_history, a_meeting, a_person, a_register, on

HISTORY = a_history(a_register(a_meeting()))
WAITING = ledger.pending(HISTORY, a_register(a_meeting(date=on("2020-06-16")), a_person()), {})
DRAFT = a_draft(1, *WAITING)
TODAY = date(2026, 2, 4)


def codes(draft: Draft, today: date = TODAY, history: History = HISTORY) -> list[tuple[str, object]]:
    return [(fault.code, fault.at[-1]) for fault in faults_of(draft, WAITING, history, today)]


def test_a_complete_draft_of_what_waits_can_be_sealed() -> None:
    assert codes(DRAFT) == []


def test_a_draft_of_other_content_is_outdated() -> None:
    assert codes(replace(DRAFT, content="anders")) == [("draft-outdated", "content")]
    assert codes(replace(DRAFT, changes=DRAFT.changes[:1])) == [("draft-outdated", "content")]


def test_a_class_is_computed_and_a_note_is_needed_where_a_reader_must_be_told() -> None:
    meeting, person = DRAFT.changes
    assert (meeting.id, person.id) == ("m-2020-06-15", "p-fictief")
    assert codes(replace(DRAFT, changes=(replace(meeting, change="tekstueel"), person))) == [("draft-class", "change")]
    unnoted = replace(DRAFT, changes=(replace(meeting, note=None), person))
    assert codes(unnoted) == [("draft-note-missing", "note")]
    nothing = [("missing-field", "title"), ("missing-field", "note"), ("draft-note-missing", "note")]
    assert codes(replace(unnoted, title="", note="")) == nothing
    assert codes(replace(DRAFT, changes=(meeting, replace(person, note=None)))) == []


def test_a_rename_must_be_of_a_record_that_is_gone() -> None:
    meeting, person = DRAFT.changes
    (fault,) = faults_of(
        replace(DRAFT, changes=(meeting, replace(person, renamed_from="m-2020-0615"))), WAITING, HISTORY, TODAY
    )
    assert (fault.code, fault.at) == ("draft-rename", ("changes", 1, "renamed_from"))
    assert fault.message.endswith("Bedoelde u 'm-2020-06-15'?")


@pytest.mark.parametrize(
    ("day", "today", "told"),
    [
        ("2026-02-04", TODAY, ""),
        ("2026-02", TODAY, "Een publicatie heeft een dag. Schrijf 2026-02-01, of een andere."),
        ("2026-02-05", TODAY, "5 februari 2026 is nog niet geweest: vandaag is het 2026-02-04."),
        ("2026-01-04", TODAY, "4 januari 2026 ligt voor de vorige publicatie (5 januari 2026)."),
        ("2026-01-05", date(2026, 1, 6), ""),
        ("2026-01-04", date(2026, 1, 4), "De vorige publicatie is vastgelegd op 5 januari 2026"),
    ],
)
def test_a_publication_has_a_day_that_was_and_that_follows(day: str, today: date, told: str) -> None:
    found = [fault.message for fault in date_faults(on(day), HISTORY, today)]
    assert [message.startswith(told) for message in found] == ([True] if told else [])


def test_a_date_of_before_today_needs_a_reason() -> None:
    later = date(2026, 2, 5)
    assert codes(DRAFT, later) == [("draft-date-note", "date")]
    assert codes(replace(DRAFT, dated=DatedEarlier(note=None)), later) == [("draft-date-note", "note")]
    assert codes(replace(DRAFT, dated=DatedEarlier(note="Toen is het nagelezen.")), later) == []


NOTHING_KNOWN = Known()
TYPED: dict[str, object] = {
    "title": "Titel",
    "note": "Eén.\nTwee.",
    "changes": [
        {"id": "m-2020-06-15", "note": "Waarom."},
        {"id": "weg", "note": "Blijft staan.", "renamed_from": "oud"},
        "geen wijziging",
    ],
}


def text(typed: dict[str, object] | None = None, known: Known = NOTHING_KNOWN, on_day: str = "2026-02-04") -> str:
    return draft_text(2, on_day, WAITING, lambda change: (f"Over {change.id}.",), typed or {}, TODAY, known)


def test_a_new_draft_lists_what_waits_and_leaves_room_for_words() -> None:
    made = text()
    assert "title:\nnote:\ncontent: " in made
    assert made.endswith(
        "changes:\n"
        "  # Over m-2020-06-15.\n  - id: m-2020-06-15\n    change: correctie\n    note:\n"
        "  # Over p-fictief.\n  - id: p-fictief\n    change: nieuw\n"
    )
    assert "dated:" not in made


def test_what_was_typed_stays_and_what_waits_no_more_is_kept_beside_it() -> None:
    made = text(TYPED)
    assert 'title: "Titel"\nnote: |\n  Eén.\n  Twee.\n' in made
    assert '    change: correctie\n    note: "Waarom."\n' in made
    (kept,) = kept_lines(made)
    assert kept.endswith("weg: Blijft staan.")
    assert "id: weg" not in made
    assert unneeded(TYPED, WAITING) == {"weg": "Blijft staan."}


def test_a_draft_for_an_earlier_day_asks_why_and_one_after_a_withdrawal_says_what_was_known() -> None:
    assert "dated:\n    note:\n" in text(on_day="2026-02-03")
    known = text(known=Known("a" * 64, frozenset({"2026-01-20-1-x", "2026-01-10-1-x"})))
    assert f"previous: {'a' * 64}\n" in known
    assert "withdrawals:\n  - 2026-01-10-1-x\n  - 2026-01-20-1-x\n" in known
    assert known.count("Zonder de woorden van intrekking 2026-01-10-1-x, 2026-01-20-1-x.") == 2


def test_what_a_draft_says_is_found_whatever_else_stands_in_it() -> None:
    assert notes_typed({"changes": [{"id": "a", "note": "Eén."}, {"id": "a", "note": "Twee."}]}) == {"a": "Eén.\nTwee."}
    assert renames_typed(TYPED) == {"oud": "weg"}
    assert known_typed({"previous": "h", "withdrawals": ["w"]}) == Known("h", frozenset({"w"}))
    assert known_typed({"previous": 3, "withdrawals": "w"}) == Known()
    assert notes_typed({"changes": "geen lijst"}) == {}


def test_words_are_the_same_whatever_space_is_around_them() -> None:
    assert words_hash({"title": "T", "note": " N "}) == words_hash({"note": "N", "title": "T"})
    assert words_hash({"title": "T"}) != words_hash({"title": "U"})
    assert words_hash({"title": " ", "changes": []}) is None


def test_a_draft_that_was_sealed_says_what_its_publication_says() -> None:
    publication = HISTORY.last
    words = {
        "title": publication.title,
        "note": publication.note,
        "changes": [{"id": change.id, "note": change.note} for change in publication.changes],
    }
    assert says(words, publication)
    assert not says({**words, "title": "Anders"}, publication)


def test_only_lines_that_somebody_typed_count_and_stand_where_they_stood() -> None:
    made = "# Van het programma.\ntitle: T # van wie typt\n"
    assert lines_typed(made) == f"{' ' * 20}\ntitle: T # van wie typt\n"
    (kept,) = kept_lines(text(TYPED))
    assert lines_typed(kept) == kept


@pytest.mark.parametrize("text", ["~", '""', "-", "|", "!", "\n~", "# een opmerking\n"])
def test_a_draft_that_says_nothing_is_told_and_is_no_absent_one(text: str) -> None:
    typed = ledger.read_draft({publications.DRAFT: text.encode()}, PurePosixPath("publications"))
    assert [problem.code for problem in typed.problems] == ["yaml-empty"]
    assert ledger.is_empty(typed.problems)
    assert "Het concept is leeg." in typed.problems[0].message
