"""The page of the handbook about the tables: each of its questions can be asked, and has an answer."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.tools.sites import ROOT

PAGE = (ROOT / "docs/data/tabellen.md").read_text()
QUESTIONS = dict(re.findall(r"^([^\n]+\?)\n\n```sql\n(.+?)```", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def database(fictief_site: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{fictief_site}/data/v1/tabellen/alles.sqlite?mode=ro", uri=True)) as opened:
        yield opened


def test_it_asks_twelve_questions_at_least() -> None:
    assert len(QUESTIONS) >= 12


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_an_answer(database: sqlite3.Connection, question: str) -> None:
    assert database.execute(QUESTIONS[question]).fetchall()


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_can_be_asked_of_the_real_records(real_site: Path, question: str) -> None:
    with closing(sqlite3.connect(f"file:{real_site}/data/v1/tabellen/alles.sqlite?mode=ro", uri=True)) as opened:
        opened.execute(QUESTIONS[question]).fetchall()


def test_every_form_that_it_names_is_there(fictief_site: Path) -> None:
    folder = fictief_site / "data/v1/tabellen"
    rows = re.findall(r"^\| `([a-z<>./]+)` \|", PAGE, re.MULTILINE)
    rows = [name for name in rows if "." in name]
    assert len(rows) == 8
    for name in rows:
        assert [*folder.glob(re.sub("<[a-z]+>", "*", name))], name
