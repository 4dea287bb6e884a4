"""A draft is read whatever program saved it; what misleads in it, or cannot be read, is told and never lost."""

import re
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from lrt_site import custody, publishing
from lrt_site.problems import LrtSiteError
from lrt_site.publishing import ComingPublication
from tests.builders import TOKEN, a_history, a_person, a_register, on
from tests.tools.small import SMALL

ROOT = PurePosixPath("inhoud")
TODAY = date(2026, 1, 15)
SIGNS = ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u200e", "\u202e", "\u2067", "\ufffd", "\ue000"]
"""Signs that no editor means to write, or that make a reader read something else."""


def desk(draft: bytes | None = None) -> ComingPublication:
    return publishing.coming_publication(SMALL, {} if draft is None else {"draft.yml": draft}, ROOT)


def drafted(title: str = "", note: str = "", of: str = "") -> str:
    """A draft with what was typed into it: title, note and the note of the page."""
    text = publishing.drafted(desk(), None, TODAY)
    text = text.replace("\ntitle:\n", f"\ntitle: {title}\n").replace("\nnote:\n", f"\nnote: {note}\n")
    row = "  - id: fictie\n    change: nieuw\n"
    return text.replace(row, f"{row}    note: {of}\n") if of else text


def told(draft: bytes) -> list[tuple[int, str, str]]:
    found = desk(draft).draft_problems
    assert {problem.file for problem in found} <= {ROOT / "publications/draft.yml"}
    return [(problem.line, problem.code, problem.message) for problem in found]


def line_of(text: str, beginning: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(beginning))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_draft_is_read_whatever_program_saved_it(line_end: str, encoding: str) -> None:
    text = drafted("Één café", "|\n  Eén.\n  Twee.", of="“Drie”")
    saved = text.replace("\n", line_end).encode(encoding)
    found = desk(saved)
    assert told(saved) == []
    assert found.draft
    assert (found.draft.title, found.draft.note, found.draft.notes) == ("Één café", "Eén.\nTwee.", {"fictie": "“Drie”"})
    assert publishing.drafted(found, None, TODAY) == publishing.drafted(desk(text.encode()), None, TODAY)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_draft_in_another_encoding_is_told_on_its_line_and_makes_no_new_one(encoding: str) -> None:
    text = drafted("café", "Er is iets.")
    saved = text.encode(encoding, "replace")
    line, code, _ = told(saved)[0]
    assert (line, code) in {(line_of(text, "title:"), "not-utf8"), (1, "not-utf8"), (1, "control-character")}
    assert desk(saved).document is None


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("form", ["a{}b", '"a{}b"', "|\n  a{}b", "escaped"])
def test_no_sign_that_misleads_is_in_a_note(sign: str, form: str) -> None:
    given = f'"a\\u{ord(sign):04x}b"' if form == "escaped" else form.format(sign)
    plain = drafted("a", "b", of="c")
    for field, text in (
        ("title:", drafted(given, "b")),
        ("note:", drafted("a", given)),
        ("    note:", drafted("a", "b", of=given.replace("\n", "\n    "))),
    ):
        (line, code, message), *_ = told(text.encode())
        assert code == "control-character"
        assert line - line_of(plain, field) in ((0, 1) if "\n" in given else (0,))
        assert f"(U+{ord(sign):04X})" in message


def test_letters_of_any_kind_can_be_typed() -> None:
    assert told(drafted('"Één “naam” – 東京\\tén"', "|\n  Eén.\n\n  Twee.").encode()) == []


@pytest.mark.parametrize(
    ("typed", "code"), [("title:\n  - een\n  - lijst", "not-text"), ("title: a\nremark: Niet kwijt.", "unknown-field")]
)
def test_a_draft_of_which_words_would_be_left_out_makes_no_new_one(typed: str, code: str) -> None:
    found = desk(drafted().replace("\ntitle: \n", f"\n{typed}\n").encode())
    assert code in {problem.code for problem in found.draft_problems}
    assert found.document is None


@pytest.mark.parametrize("option", ["--ground", "--decision", "--words"])
@pytest.mark.parametrize("sign", [*SIGNS, "\r", "\udcff"])
def test_no_sign_that_misleads_is_in_a_withdrawal(option: str, sign: str) -> None:
    given = {"--ground": "a", "--decision": "b", "--words": "woord", option: f"rood{sign}"}
    asked = custody.Request(
        record="fictie", words=(given["--words"],), ground=given["--ground"], decision=given["--decision"],
        on=on("2026-05-01"), token=TOKEN,
    )  # fmt: skip
    with pytest.raises(LrtSiteError) as refused:
        custody.withdrawal({}, {}, ROOT, asked)
    assert str(refused.value).startswith(f"Bij '{option}': Hier staat een ")
    assert f"(U+{ord(sign):04X})" in str(refused.value)
    assert "bestand" not in str(refused.value)


def test_a_new_draft_says_what_waits_otherwise_than_in_the_one_before() -> None:
    before = drafted("T: één", "N").replace("fictie: ", "fictie: 0")
    first, _ = publishing.told_of_draft(desk(before.encode()))
    assert first == ("Anders dan in het vorige concept. Weer veranderd: 'fictie'. Lees na of wat u schreef nog klopt.")
    assert '\ntitle: "T: één"\n' in publishing.drafted(desk(before.encode()), None, TODAY)


def test_a_note_of_what_waits_no_more_is_told_and_stays_in_the_draft() -> None:
    text = drafted().replace("changes:\n", "changes:\n  - id: weg\n    note: |\n      Eén.\n      Twee.\n")
    told_of = [*publishing.told_of_draft(desk(text.encode()))]
    assert [text for text in told_of if "'weg'" in text and text.endswith("Eén.\nTwee.")] == told_of[1:]
    for _ in range(2):
        text = publishing.drafted(desk(text.encode()), None, TODAY)
        assert "id: weg" not in text
        assert re.findall(r"^# .*: weg: (.*)$", text, re.MULTILINE) == ["Eén.", "Twee."]
        assert len([*publishing.told_of_draft(desk(text.encode()))]) == 1


def test_all_notes_of_a_change_that_is_listed_twice_stay() -> None:
    text = drafted(of="Eén.") + "  - id: fictie\n    note: Twee.\n"
    assert "    note: |\n      Eén.\n      Twee.\n" in publishing.drafted(desk(text.encode()), None, TODAY)


@pytest.mark.parametrize(
    ("title", "note", "said"),
    [
        ("", "", "Vul nog in: titel en toelichting."),
        ("T", "", "Vul nog in: toelichting."),
        ("T", "N", "Alles is ingevuld. Lees"),
    ],
)
def test_a_new_draft_says_what_is_still_to_be_filled_in(title: str, note: str, said: str) -> None:
    (line,) = publishing.told_of_draft(desk(drafted(title, note).encode()))
    assert line.startswith(said)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "bij 1 wijziging een note (fictie-1)"),
        (6, "bij 6 wijzigingen een note (fictie-1, fictie-2, fictie-3, fictie-4, fictie-5, …)"),
    ],
)
def test_the_notes_that_are_still_to_be_written_are_counted_and_named(count: int, said: str) -> None:
    ready = desk()
    change = replace(ready.changes[0], change="correctie")
    waiting = tuple(replace(change, id=f"fictie-{number}") for number in range(count + 1))
    typed = {"changes": [{"id": "fictie-0", "note": "Al geschreven."}]}
    (line,) = publishing.told_of_draft(replace(ready, changes=waiting, typed=typed))
    assert line == f"Vul nog in: titel en toelichting, en {said}."


@pytest.mark.parametrize("empty", ["", "\n \n", "# Alleen dit.\n", "\ufeff"])
def test_an_empty_draft_is_told_as_such_and_a_new_one_takes_its_place(empty: str) -> None:
    ((line, _, message),) = told(empty.encode())
    assert (line, "Het concept is leeg." in message, "lrt-site publish --draft" in message) == (1, True, True)
    assert not desk(empty.encode()).draft_loses
    assert publishing.drafted(desk(empty.encode()), None, TODAY) == publishing.drafted(desk(), None, TODAY)


@pytest.mark.parametrize(
    ("today", "ahead"),
    [
        (date(2026, 2, 4), []),
        (date(2026, 2, 3), []),  # Where the sun rises first, the next day has begun.
        (date(2026, 2, 2), ["2026-02-04"]),
        (date(2025, 12, 31), ["2026-01-05", "2026-02-04"]),
    ],
)
def test_a_publication_of_a_day_that_has_begun_nowhere_is_named(today: date, ahead: list[str]) -> None:
    history = a_history(a_register(a_person()), a_register(a_person(name="Een ander")))
    found = publishing.ahead_of_clock(history, ROOT, today)
    assert [problem.file for problem in found] == [ROOT / name / "publication.json" for name in ahead]
    assert [problem.message.rpartition(" ")[2] for problem in found] == ahead
