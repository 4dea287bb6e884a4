"""Problems are told in a form that people and programs can read, however many there are and whatever they name."""

import json
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

import pytest

from lrt_site.problems import MOST, Problem, as_text, counted, first_of_file
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


def test_of_many_problems_those_of_one_file_hide_none_of_another() -> None:
    others = [Problem(PurePosixPath(f"{name}.yml"), 1, 1, "inconsistent", "Fout.") for name in "bcd"]
    *told, last = as_text([*problems(5_000), *others]).splitlines()
    assert told[-3:] == [str(problem) for problem in others]
    assert told[:-3] == [str(problem) for problem in problems(197)]
    assert last.startswith("En nog 4803 problemen.")


def test_a_file_that_was_not_looked_at_to_its_end_says_so_where_that_stopped() -> None:
    assert first_of_file(problems(MOST)) == tuple(problems(MOST))
    *kept, last = first_of_file(problems(5_000))
    assert kept == problems(MOST)
    assert (last.line, last.code, last.is_mild) == (MOST + 1, "many-problems", False)
    assert counted([*kept, last]) == "Meer dan 200 problemen gevonden."
    assert "\nEn nog minstens 10 problemen. " in as_text([*kept, last, *problems(9)])


def test_no_more_problems_are_looked_for_than_are_told() -> None:
    looked_for = iter(problems(5_000))
    first_of_file(looked_for)
    assert len([*looked_for]) == 5_000 - MOST - 1


def test_a_program_gets_all_of_them() -> None:
    assert len(json.loads(as_json(problems(5_000)))) == 5_000


def test_the_name_of_a_file_and_a_message_end_no_command() -> None:
    file = PurePosixPath("a,line=9::b%2C\r\n::error ::.yml")
    told = as_github([Problem(file, 2, 3, "inconsistent", "100%,\nof: meer")])
    assert told == (
        "::error file=a%2Cline=9%3A%3Ab%252C%0D%0A%3A%3Aerror %3A%3A.yml,line=2,col=3,title=inconsistent::"
        "100%25,%0Aof: meer\n"
    )
