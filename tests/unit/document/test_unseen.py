"""Where two words look the same and only one is right, a message names the sign that nobody sees, and its place."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from lrt_site import checking
from lrt_site.document import read_csv
from lrt_site.problems import Problem, did_you_mean, quoted
from lrt_site.unseen import unseen_in
from tests.tools.small import MEETING, SMALL

ROOT = PurePosixPath("content")
FILE = f"meetings/{MEETING}.md"
SIGNS = {
    "\u00a0": "U+00A0 (vaste spatie)",
    "\u00ad": "U+00AD (zacht afbreekteken)",
    "\u200b": "U+200B (spatie zonder breedte)",
    "\u200d": "U+200D (verbindingsteken zonder breedte)",
    "\u200e": "U+200E (richtingsteken van links naar rechts)",
    "\u202e": "U+202E (richtingsteken)",
    "\u202f": "U+202F (smalle vaste spatie)",
    "\u2060": "U+2060 (woordverbinder zonder breedte)",
    "\u3000": "U+3000 (bijzondere spatie)",
    "\ufeff": "U+FEFF (bytevolgordeteken)",
}
PLACES: Mapping[str, tuple[str, str, str]] = {
    "id": (FILE, f"id: {MEETING}", f"id: m%{MEETING[1:]}"),
    "date": (FILE, "date: 2025-03-11", "date: 2025%-03-11"),
    "choice": (FILE, "date: 2025", "state: ge%houden\ndate: 2025"),
    "truth": ("site.yml", "fictitious: true", "fictitious: tr%ue"),
    "address": ("site.yml", "https://fictief", "https://fictief%"),
    "reference": (FILE, "person: p-a", "person: p-%a"),
    "topic": (FILE, "topic: ond-fictie", "topic: ond%-fictie"),
    "name of a field": (FILE, "date: 2025", "da%te: 2025"),
    "behind the name of a field": (FILE, "date: 2025", "date%: 2025"),
    "behind a colon": (FILE, "date: 2025", "date:%2025"),
    "behind a colon in a list": (FILE, "- person: p-a", "- person:%p-a"),
    "before a field": (FILE, "date: 2025", "%date: 2025"),
    "before an item": (FILE, "  - person: p-a", "% - person: p-a"),
    "behind a dash": (FILE, "  - person: p-a", "  -%person: p-a"),
    "behind a dash, before text": (FILE, "- De tafel", "-%De tafel"),
    "link": (FILE, "verzonnen zaken", f"[zaken](../meetings/{MEETING[:4]}%{MEETING[4:]}.md)"),
    "web address": ("sources.yml", "kind: overig", "kind: overig, url: 'https://fictief%.example/'"),
}


def told(path: str, before: str, after: str) -> tuple[Problem, ...]:
    assert before in SMALL[path]
    return checking.check({**SMALL, path: SMALL[path].replace(before, after, 1)}, root=ROOT)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: f"{ord(sign):04X}")
def test_a_sign_for_which_something_is_refused_is_named(place: str, sign: str) -> None:
    path, before, after = PLACES[place]
    found = told(path, before, after.replace("%", sign))
    assert found
    for problem in found:
        assert problem.file == ROOT / path
        assert f"onzichtbaar teken {SIGNS[sign]}" in problem.message
        assert "Bedoelde u" not in problem.message
        assert "dubbele punt" not in problem.message


def test_a_sign_between_fields_is_told_where_it_stands() -> None:
    for place, column in (("behind a colon", 6), ("name of a field", 3), ("before a field", 1)):
        path, before, after = PLACES[place]
        (problem,) = told(path, before, after.replace("%", "\u00a0"))
        assert (problem.line, problem.column) == (5, column)


@pytest.mark.parametrize(
    ("word", "where"),
    [
        ("s-\u200bfictief", "achter 's-'"),
        ("s-fictief\u200b", "aan het eind"),
        ("\u200bs-fictief", "vooraan"),
        ("s-een-heel-lang-fictief-\u200bwoord", "achter '…n-heel-lang-fictief-'"),
    ],
)
def test_the_place_of_a_sign_in_a_word_is_told(word: str, where: str) -> None:
    assert unseen_in(word).startswith("Hierin staat een onzichtbaar teken U+200B (spatie zonder breedte), ")
    assert f", {where}. Haal het weg." in unseen_in(word)


def test_a_space_that_may_be_meant_can_become_a_common_one() -> None:
    assert unseen_in("in\u00a0kamer").endswith("Haal het weg, of typ een gewone spatie.")
    assert unseen_in("kamer\u00a0").endswith("Haal het weg.")


@pytest.mark.parametrize("word", ["", "s-fictief", "Özlem café", "met spatie"])
def test_what_is_seen_is_not_called_unseen(word: str) -> None:
    assert unseen_in(word) == ""
    assert did_you_mean("s-fictif", ["s-fictief"]) == " Bedoelde u 's-fictief'?"


def test_a_word_is_quoted_as_it_is_seen() -> None:
    assert quoted("s-\u200bfic\u00a0tief") == "'s-fic tief'"


@pytest.mark.parametrize(
    "text",
    ["- Besluit: de\u00a0tafel sprak", "- 'de\u00a0tafel", "- |\u00a0De tafel"],
)
def test_a_sign_in_a_sentence_is_not_blamed_for_what_is_wrong_beside_it(text: str) -> None:
    (problem,) = told(FILE, "- De tafel sprak", text)
    assert "onzichtbaar" not in problem.message


def test_a_sign_in_the_name_of_a_column_is_named() -> None:
    _, (problem,) = read_csv(PurePosixPath("x.csv"), "id,val\u200bue\na,1\n", ["id", "value"])
    assert "onzichtbaar teken U+200B" in problem.message


def test_a_hard_space_in_running_text_is_no_problem() -> None:
    assert told(FILE, "De tafel sprak", "De\u00a0tafel sprak") == ()
