"""Problems are told in a form that people and programs can read, however many there are and whatever they name."""

import json
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

import pytest

from lrt_site.problems import Problem, as_text
from lrt_site.reporting import as_github, as_json


def problems(number: int) -> list[Problem]:
    return [Problem(PurePosixPath("a.yml"), line, 1, "inconsistent", "Fout.") for line in range(1, number + 1)]


@pytest.mark.parametrize("form", [as_text, as_github])
def test_of_many_problems_the_first_are_told_and_how_many_more_there_are(
    form: Callable[[Sequence[Problem]], str],
) -> None:
    *told, last = form(problems(5_000)).splitlines()
    assert len(told) == 200
    assert last == "En nog 4800 problemen. Los eerst op wat hierboven staat."
    assert form(problems(201)).endswith("En nog 1 probleem. Los eerst op wat hierboven staat.\n")
    assert form(problems(200)).count("\n") == 200


def test_a_program_gets_all_of_them() -> None:
    assert len(json.loads(as_json(problems(5_000)))) == 5_000


def test_the_name_of_a_file_and_a_message_end_no_command() -> None:
    file = PurePosixPath("a,line=9::b%2C\r\n::error ::.yml")
    told = as_github([Problem(file, 2, 3, "inconsistent", "100%,\nof: meer")])
    assert told == (
        "::error file=a%2Cline=9%3A%3Ab%252C%0D%0A%3A%3Aerror %3A%3A.yml,line=2,col=3,title=inconsistent::"
        "100%25,%0Aof: meer\n"
    )
