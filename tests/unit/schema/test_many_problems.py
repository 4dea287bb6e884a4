"""Of a file in which too much is wrong no more is judged than is told, and it hides nothing of another."""

from functools import partial
from itertools import count
from pathlib import PurePosixPath
from typing import Any

import pytest

from lrt_site import checking, schema
from lrt_site.document import repairs
from lrt_site.problems import MOST, Problem
from lrt_site.schema import reading
from tests.tools.small import SMALL
from tests.tools.work import calls

ROOT = PurePosixPath("content")
HEADER = "id,period,value,unit,source\n"
NUMBERS = "figures/fictie.csv"
MANY: dict[str, tuple[str, str, str]] = {
    "records without fields": ("sources.yml", "sources:\n", "  - id: s-{n}\n"),
    "records under a wrong key": ("sources.yml", "bronnen:\n", "  - id: s-{n}\n"),
    "records with a wrong field": ("sources.yml", "sources:\n", "  - {id: s-{n}, titel: t, kind: k}\n"),
    "texts": ("sources.yml", "sources:\n", "  - a\n"),
    "wrong keys": ("sources.yml", "", "a{n}: b\n"),
    "fields of one record": ("site.yml", "", "a{n}: b\n"),
    "fields of a page": ("pages/fictie.md", "---\n", "a{n}: b\n"),
    "rows with a wrong word": (NUMBERS, HEADER, "f-{n},x,y,z,\n"),
    "rows without cells": (NUMBERS, HEADER, "f-{n}\n"),
    "conflicts": ("sources.yml", "", "<<<<<<< a\n=======\n>>>>>>> b{n}\n"),
    "unseen signs": ("sources.yml", "", "\0{n}\n"),
}
"""What can be wrong over and over: the file, how it begins, and a line."""


def broken(kind: str, times: int) -> dict[str, str]:
    """A content tree in which something is wrong so many times in one file, and something once in another."""
    path, head, line = MANY[kind]
    text = head + "".join(line.replace("{n}", str(number)) for number in range(times))
    whole = f"{text}---\n\nTekst.\n" if path.endswith(".md") else text
    return {**SMALL, "table.yml": f"{SMALL['table.yml']}onzin: x\n", path: whole}


def told_of(texts: dict[str, str], path: str) -> list[Problem]:
    return [problem for problem in checking.check(texts, root=ROOT) if problem.file == ROOT / path]


@pytest.mark.parametrize("kind", MANY)
def test_of_a_file_with_too_many_problems_the_first_are_told_and_where_it_stopped(kind: str) -> None:
    texts = broken(kind, 2_000)
    told = told_of(texts, MANY[kind][0])
    assert [problem.code for problem in told].count("many-problems") == 1
    assert MOST < len(told) <= MOST + 2
    assert not next(problem for problem in told if problem.code == "many-problems").is_mild


@pytest.mark.parametrize("kind", MANY)
def test_it_hides_no_problem_of_another_file(kind: str) -> None:
    assert [problem.code for problem in told_of(broken(kind, 2_000), "table.yml")] == ["unknown-field"]


@pytest.mark.parametrize("kind", MANY)
def test_what_is_told_of_a_few_is_all(kind: str) -> None:
    assert "many-problems" not in {problem.code for problem in told_of(broken(kind, 20), MANY[kind][0])}


@pytest.mark.parametrize("kind", MANY)
def test_judging_is_no_more_work_for_ten_times_as_many(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    judged = count()

    def counting(name: str, data: object) -> Any:
        next(judged)
        return schema.structure(name, data)

    monkeypatch.setattr(reading, "structure", counting)
    schema.read_content(broken(kind, 5_000), ROOT)
    assert next(judged) <= MOST + 30


def test_repairs_are_tried_within_bounds() -> None:
    few, many = (calls(partial(repairs.repaired, "a:\n" + "  - @b\n" * size)) for size in (20_000, 80_000))
    assert many < 2 * few
    _, found, error = repairs.repaired("a:\n" + "  - b\n" * 3_000 + "  - @b\n" * 40)
    assert (len(found), error) == (40, None)
