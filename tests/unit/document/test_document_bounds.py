"""A file that nobody wrote is told of, and not read."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import read_csv, read_yaml, too_large
from lrt_site.document.bounds import MOST_VALUES, most_bytes
from lrt_site.problems import MOST

LIST, TEXT, TABLE = PurePosixPath("a.yml"), PurePosixPath("a.md"), PurePosixPath("a.csv")


@pytest.mark.parametrize(("file", "most"), [(LIST, "1000 kB"), (TEXT, "80 kB"), (TABLE, "1000 kB")])
def test_a_file_has_as_much_room_as_people_need(file: PurePosixPath, most: str) -> None:
    assert too_large(file, most_bytes(file)) == ()
    (told,) = too_large(file, most_bytes(file) + 1)
    assert (told.file, told.code) == (file, "too-large")
    assert f"groter dan {most}" in told.message


def test_a_file_of_too_many_values_is_not_read() -> None:
    _, problems = read_yaml(LIST, "a:\n" + "- x\n" * (MOST_VALUES - 2))
    assert problems == ()
    document, (told,) = read_yaml(LIST, "a:\n" + "- x # y\n" + "- x\n" * MOST_VALUES)
    assert (document, told.code) == (None, "too-large")


def test_a_table_of_too_many_cells_is_not_read() -> None:
    document, (told,) = read_csv(TABLE, "id,note\n" + "a,b\n" * 60_000, ("id", "note"))
    assert (document, told.code) == (None, "too-large")


def test_a_line_of_too_many_columns_has_no_names_of_columns() -> None:
    document, (told,) = read_csv(TABLE, f"id{',kolom' * 5000}\na\n", ("id", "note"))
    assert (document, told.code) == (None, "csv-header")
    assert "5001 kolommen" in told.message


@pytest.mark.parametrize("line", ["  a:\n", "  - &x{n} y\n", "  - x # y\n", "  - !x y\n"])
def test_of_a_file_with_too_many_problems_no_data_are_used(line: str) -> None:
    text = "a:\n" + "".join(line.replace("{n}", str(number)) for number in range(5_000))
    document, problems = read_yaml(LIST, text if "-" in line else text.replace("  a:", "- b: 1\n  a:"))
    assert document is None
    assert [problem.code == "many-problems" for problem in problems] == [False] * MOST + [True]


def test_of_a_table_with_too_many_problems_no_data_are_used() -> None:
    document, problems = read_csv(TABLE, "id,note\n" + "a\n" * 5_000, ("id", "note"))
    assert document is None
    assert [problem.code == "many-problems" for problem in problems] == [False] * MOST + [True]
