"""Every class of change has its words, and of other words the page says what was and was not found out."""

from collections.abc import Iterable
from typing import get_args

import pytest

from lrt_site.model.publications import Change, ChangeClass
from lrt_site.model.register import KINDS
from lrt_site.wording.change_classes import CLASS_WORDS, KINDS_IN_WORDS, counts_of, judged, meaning_in, returned
from tests.builders import a_history, a_register

NOT_JUDGED = "Woorden gewijzigd; of de betekenis veranderde is niet beoordeeld."
EARLIER = "Ingedeeld naar eerdere regels. Of de betekenis veranderde is niet beoordeeld."


def a_change(change: ChangeClass, **changes: Iterable[str]) -> Change:
    made = {"fields": (), "proven": (), **{name: tuple(value) for name, value in changes.items()}}
    return Change(id="m-1", type="meeting", version=2, hash="", change=change, renamed_from=None, note=None, **made)


def test_every_class_of_change_and_every_kind_of_record_has_words() -> None:
    assert set(CLASS_WORDS) == set(get_args(ChangeClass))
    assert set(KINDS_IN_WORDS) == set(KINDS)


def test_what_a_reader_may_have_relied_on_is_told_first() -> None:
    assert list(CLASS_WORDS)[:3] == ["correctie", "herformulering", "herziening"]
    counted = [a_change("nieuw"), a_change("correctie"), a_change("nieuw")]
    assert counts_of(counted) == ("1 verbeterd", "2 nieuw")
    assert counts_of([]) == ("Geen onderdeel is veranderd",)


@pytest.mark.parametrize(
    ("change", "proven", "fields", "unseen", "said"),
    [
        ("herformulering", (), ("text",), False, NOT_JUDGED),
        ("correctie", (), ("date",), False, ""),
        (
            "tekstueel",
            ("spaties", "leestekens"),
            ("text",),
            False,
            "Nagegaan: alleen dit is anders: spaties; de vorm van leestekens, of de punt aan het eind.",
        ),
        ("tekstueel", ("iets nieuws",), ("text",), False, "Nagegaan: alleen dit is anders: iets nieuws."),
        ("tekstueel", (), ("text",), False, EARLIER),
        ("tekstueel", (), (), False, ""),
        (
            "herformulering",
            (),
            ("text",),
            True,
            "Alleen onzichtbare tekens zijn anders. Of dat verandert wat u ziet, is niet beoordeeld.",
        ),
        (
            "tekstueel",
            ("onzichtbare tekens",),
            ("text",),
            True,
            "Nagegaan: alleen dit is anders: onzichtbare tekens.",
        ),
    ],
)
def test_of_other_words_it_is_said_what_was_found_out(
    change: ChangeClass, proven: tuple[str, ...], fields: tuple[str, ...], unseen: bool, said: str
) -> None:
    assert judged(change, proven, fields, unseen=unseen) == said


def test_where_a_publication_proved_nothing_a_class_promises_nothing() -> None:
    proven = a_change("tekstueel", fields=("text",), proven=("spaties",))
    unproven = a_change("tekstueel", fields=("text",))
    assert meaning_in("tekstueel", [proven]) == CLASS_WORDS["tekstueel"].meaning
    assert meaning_in("tekstueel", [proven, unproven]) == EARLIER
    assert meaning_in("correctie", [a_change("correctie", fields=("date",))]) == CLASS_WORDS["correctie"].meaning


def test_what_came_back_says_since_when_it_was_away_and_whether_it_is_as_it_was() -> None:
    publication = a_history(a_register()).last
    away = "Was weg sinds publicatie 1 (5 januari 2026), staat er weer."
    assert (returned(publication), returned(publication, "3")) == (away, f"{away} Het is gelijk aan versie 3.")


def test_what_happened_can_end_a_sentence() -> None:
    assert [words.deed for words in CLASS_WORDS.values()] == [
        "verbeterd",
        "anders verwoord",
        "aangevuld met een nieuw cijfer",
        "aangevuld",
        "toegevoegd",
        "teruggeplaatst",
        "anders geschreven",
        "ingetrokken",
    ]
