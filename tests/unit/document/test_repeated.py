"""Fields that stand below the fields of the same file are told, and everything under them is left alone."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import read_front_matter
from lrt_site.problems import Problem

FILE = PurePosixPath("meetings/m-een.md")
FIELDS = "id: m-een\ntitle: Een\n"


def told(body: str) -> tuple[tuple[Problem, ...], str]:
    """The problems of a file with these fields and this body, and what is left of the body."""
    document, problems = read_front_matter(FILE, f"---\n{FIELDS}---\n{body}")
    assert document
    return problems, document.body


@pytest.mark.parametrize(
    ("body", "line", "left"),
    [
        (f"---\n{FIELDS}---\n\nTekst.\n", 5, ""),
        (f"\nTekst.\n\n---\n{FIELDS}---\n\nTekst.\n", 8, "Tekst."),
        (f"{FIELDS}---\n\nTekst.\n", 5, ""),
        ("\nTekst.\n\n---\nid: m-een\nagenda:\n  - title: Een\n# remark\n---\nTekst.\n", 8, "Tekst."),
    ],
)
def test_fields_that_were_pasted_again_are_told_where_they_begin(body: str, line: int, left: str) -> None:
    (problem,), rest = told(body)
    assert (problem.line, problem.column, problem.code) == (line, 1, "front-matter-twice")
    assert f"Haal de regels {line} tot en met " in problem.message
    assert rest == left


def test_fields_of_another_record_belong_in_a_file_of_their_own() -> None:
    (problem,), _ = told("\nTekst.\n\n---\nid: m-twee\ntitle: Twee\n---\n\nTekst.\n")
    assert "eigen bestand 'm-twee.md'" in problem.message


@pytest.mark.parametrize(
    "body",
    [
        "\nTekst.\n\n---\n\nNog een tekst.\n\n---\n",
        "\nTekst: een.\n---\n\nNog een.\n",
        f"\n```yaml\n---\n{FIELDS}---\n```\n",
        f"\nTekst.\n\n---\n{FIELDS}",
        "\nlet op: dit is tekst.\n---\n",
    ],
)
def test_a_line_of_dashes_is_no_second_block_of_fields(body: str) -> None:
    assert told(body) == ((), body.strip("\n"))
