"""A new record of every kind comes at its place, in the fictitious content and in the real one, and fits there."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from lrt_site import checking, files
from lrt_site.model import kinds
from lrt_site.model.register import Register
from lrt_site.problems import LrtSiteError
from lrt_site.writing.answers import UnfitAnswerError, taken
from lrt_site.writing.fitting import Fitting
from lrt_site.writing.making import made
from lrt_site.writing.questions import QUESTIONS, TOLD, Question

ROOT = Path(__file__).parents[3]
SOURCE = {"source": "s-verslag-2026-03"}
NEW: dict[str, dict[str, str]] = {
    "person": {"name": "Zoë d’Écume: „Bo” #1", "role": "lid", "date": "1-3-2026"} | SOURCE,
    "organisation": {"name": "Nieuwe Dienst", "short": "ND", "classification": "Overig"} | SOURCE,
    "seat": {"name": "Nieuwe Dienst", "capacity": "vast", "places": "2"} | SOURCE,
    "membership": {"seat": "stoel-bpr", "person": "p-verdicht", "role": "lid", "date": "2026-03-01"}
    | {"former_end": "2026-02-28"}
    | SOURCE,
    "composition": {"description": "vaste deelnemers", "date": "2026-05-01", "seats": "Voorzitter, stoel-bpr"} | SOURCE,
    "meeting": {"date": "2026-05-04"} | SOURCE,
    "output": {"form": "brief aan de havens", "says": "Zij vraagt iets.", "date": "2026-05"} | SOURCE,
    "commitment": {"number": "t99990", "title": "Iets: nieuws", "text": "iets sturen", "date": "2026-02-03"}
    | {"role": "minister van Eilanden en Kusten"}
    | SOURCE,
    "commitment-register": {"chamber": "Eilandkamer"} | SOURCE,
    "provincial-table": {"province": "Verzinsland", "name": "Tafel Verzinsland", "chair_role": "voogd"} | SOURCE,
    "series": {"name": "Boten", "theme": "reizigers", "kind": "stand", "counts": "Hoeveel boten er zijn."},
    "figure": {"series": "reizigers", "time": "2025-H2", "value": "612.000"} | SOURCE,
    "evidence": {"commitment": "T90001", "document": "99 101, nr. 9", "form": "brief", "date": "2026-03-01"}
    | {"says": "De brief noemt alles.", "scope": "de landelijke tafel"}
    | SOURCE,
    "event": {"event": "De tafel kreeg een nieuwe naam", "date": "2026-05-01"} | SOURCE,
    "contradiction": {"question": "Acht of negen boten?", "statement": "De ene zegt acht, de andere negen."}
    | {"sources": "s-verslag-2026-03, s-brief-2024-09", "about": "f-opgave-2025"},
    "mention": {"text": "De tafel zou op een pont zijn geweest."} | SOURCE,
    "report-form": {"form": "bericht op een prikbord", "voice": "de tafel"} | SOURCE,
    "citation-pattern": {"what": "brief van een haven", "citation": "- 12"} | SOURCE,
    "source": {"title": "Nieuw stuk", "publisher": "Dienst", "kind": "rapport", "date": "2026-03-01"},
    "page": {"title": "Hoe de veren varen", "summary": "Zo varen de veren."},
    "term": {"term": "bootje", "explanation": "Een klein schip.", "also": "bootjes, scheepje"},
    "parliamentary-item": {"chamber": "Waddenkamer", "form": "vraag", "text": "Er is gevraagd naar boten."}
    | {"date": "2026-05-01", "about": "f-opgave-2025"}
    | SOURCE,
    "information-request": {"asked": "De vraag ging over boten.", "requester": "een Journalist"}
    | {"asked_of": "org-mek", "decision": "openbaar", "asked_on": "2026-01-02"}
    | SOURCE,
}
REAL = {
    "s-verslag-2026-03": "s-kst-19637-2184",
    "s-brief-2024-09": "s-platform31",
    "stoel-bpr": "stoel-bzk",
    "p-verdicht": "p-mulder",
    "Voorzitter": "stoel-aedes",
    "reizigers": "instroom",
    "T90001": "T02933",
    "f-opgave-2025": "f-in-2016",
    "org-mek": "org-bzk",
}
"""What stands in the real content for things of the fictitious one."""


def test_all_that_there_can_be_more_of_can_be_made() -> None:
    single = {kind.name for kind in kinds.ALL if kind.stands == "alone"}
    assert set(QUESTIONS) == {kind.name for kind in kinds.ALL} - single | {"figure", "evidence"}
    assert set(NEW) == set(QUESTIONS) == set(TOLD)


@pytest.mark.parametrize(("content", "instead"), [("examples/fictief", {}), ("content", REAL)])
def test_one_of_each_comes_at_its_place_and_fits(content: str, instead: Mapping[str, str]) -> None:
    """All else in the files stays, line by line; a check asks only for what could not be known."""
    texts, _ = files.read_content(ROOT / content)
    register = Register.of(checking.read(texts).values())
    before = {(problem.code, problem.file) for problem in checking.check(texts, root=PurePosixPath())}
    for kind, given in NEW.items():
        answers = {}
        for question in QUESTIONS[kind]:
            if question.field in given:
                answer = ", ".join(instead.get(part, part) for part in given[question.field].split(", "))
                answers[question.field] = taken(kind, question, answer, register)
        new = made(kind, answers, Fitting(texts, register, register.home_of))
        ((path, text),) = new.texts.items()
        lines = iter(text.split("\n"))
        assert all(line in lines for line in texts.get(path, "").rstrip("\n").split("\n") if path in texts), kind
        texts = {**texts, path: text}
    there = checking.read(texts)
    assert len(there) == len(register.records) + len(NEW) - len({"figure", "evidence"})
    found = {(problem.code, problem.file) for problem in checking.check(texts, root=PurePosixPath())} - before
    assert {code for code, _ in found} == {"left-over", "unused-source"}


def test_a_file_without_an_end_of_its_last_line_and_a_list_that_was_not_there() -> None:
    texts = {"history.yml": "events:\n  - id: h-een\n    event: Begin\n    source: s"}
    answers = {"event": "De tafel begon opnieuw", "date": "2026-05-01", "source": "s"}
    new = made("event", answers, Fitting(texts, Register.of(()), ()))
    assert new.texts == {
        "history.yml": f"{texts['history.yml']}\n  - id: h-2026-05-tafel-begon-opnieuw\n"
        "    event: De tafel begon opnieuw\n    date: 2026-05-01\n    source: s"
    }
    new = made("event", answers, Fitting({}, Register.of(()), ()))
    assert new.texts["history.yml"].startswith("events:\n  - id: h-2026-05-tafel-begon-opnieuw\n    event: De tafel")


def test_an_id_that_is_taken_gets_a_number_and_one_that_is_wanted_is_refused() -> None:
    answers = {"text": "Iets", "source": "s"}
    assert made("mention", answers, Fitting({}, Register.of(()), {"verm-iets"})).id == "verm-iets-2"
    with pytest.raises(LrtSiteError, match="al gebruikt"):
        made("mention", answers, Fitting({}, Register.of(()), {"verm-iets"}, "Verm-Iets"))


@pytest.mark.parametrize(
    ("field", "answer", "kind", "said"),
    [
        ("choice", "paars", "source", "Kies uit 'kamerstuk', "),
        ("ids", "h-weg", "contradiction", "Er is geen kenmerk 'h-weg'"),
        ("seats", "stoel-weg", "composition", "Er is geen stoel 'stoel-weg'. Maak eerst: lrt-site new seat."),
        ("text", " \t ", "mention", "Hier is een antwoord nodig."),
        ("text", "Ja\u200bn", "mention", r"niet te zien is \(U\+200B\)"),
        ("ids", ",", "contradiction", "Hier is een antwoord nodig."),
    ],
)
def test_an_answer_that_cannot_be_is_told(field: str, answer: str, kind: str, said: str) -> None:
    question = next(question for question in QUESTIONS[kind] if question.answer == field)
    with pytest.raises(UnfitAnswerError, match=said):
        taken(kind, question, answer, Register.of(()))


def test_a_word_for_a_choice_is_enough() -> None:
    question = Question("kind", "", "choice")
    assert [taken("source", question, word, Register.of(())) for word in ("Brief", "kamerstukken")] == [
        *("brief", "kamerstuk"),
    ]
