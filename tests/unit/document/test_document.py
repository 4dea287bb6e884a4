"""Text becomes data without guessing, and every field is known to its line and column."""

from pathlib import PurePosixPath

import pytest

from lrt_site.document import Document, TextPosition, read_csv, read_front_matter, read_yaml, undecoded_in
from lrt_site.problems import Fault, Problem

FILE = PurePosixPath("content/history.yml")


def read(text: str) -> Document:
    document, problems = read_yaml(FILE, text)
    assert problems == ()
    assert document
    return document


def told(problems: tuple[Problem, ...]) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize(
    "value",
    ["no", "yes", "on", "10:30", "0123", "0x1F", "1e3", "1_000", "2021-12-20", "2021-02-30", "1.0", ".inf", "=", "y"],
)
def test_nothing_is_guessed(value: str) -> None:
    assert read(f"a: {value}\n").data == {"a": value}


@pytest.mark.parametrize("value", ["", "~", "null", "''", '" "', "Null"])
def test_an_empty_value_is_a_problem_of_its_own(value: str) -> None:
    document, problems = read_yaml(FILE, f"a: b\nc: {value}\n")
    assert document
    assert document.data == {"a": "b"}
    assert [(line, code) for line, _, code in told(problems)] == [(2, "empty-value")]


def test_quotes_keep_their_text() -> None:
    assert read("a: 'null'\nb: \"x: # y\"\n").data == {"a": "null", "b": "x: # y"}


def test_every_field_has_its_place() -> None:
    document = read("# opmerking\nevents:\n  - id: a\n    also_source: [x, y]\n  - id: b\n")
    assert document.marks == {
        (): TextPosition(2, 1),
        ("events",): TextPosition(2, 1),
        ("events", 0): TextPosition(3, 5),
        ("events", 0, "id"): TextPosition(3, 5),
        ("events", 0, "also_source"): TextPosition(4, 5),
        ("events", 0, "also_source", 0): TextPosition(4, 19),
        ("events", 0, "also_source", 1): TextPosition(4, 22),
        ("events", 1): TextPosition(5, 5),
        ("events", 1, "id"): TextPosition(5, 5),
    }


def test_a_fault_stands_on_its_field_or_the_nearest_above_it() -> None:
    document = read("events:\n  - id: a\n    date: x\n")
    deep = Fault("a", ("date", "day", 3), "bad-date", "Fout.")
    missing = Fault("a", ("title",), "missing-field", "Fout.")
    assert document.place(deep, ("events", 0)) == Problem(FILE, 3, 5, "bad-date", "Fout.")
    assert document.place(missing, ("events", 0)) == Problem(FILE, 2, 5, "missing-field", "Fout.")


def test_front_matter_and_text_keep_their_lines() -> None:
    text = "---\nid: a\ndate: x\n---\n\n\nEerste regel.\nTweede regel.\n\n"
    document, problems = read_front_matter(FILE, text)
    assert problems == ()
    assert document
    assert (document.data, document.body) == ({"id": "a", "date": "x"}, "Eerste regel.\nTweede regel.")
    assert document.place(Fault("a", ("date",), "bad-date", "")).line == 3
    assert document.place(Fault("a", ("body",), "left-over", "")).line == 7
    assert document.place(Fault("a", ("body", 1), "left-over", "")).line == 8


def test_a_line_of_dashes_in_the_text_is_text() -> None:
    document, problems = read_front_matter(FILE, "---\nid: a\n---\nboven\n\n---\n\nonder\n")
    assert problems == ()
    assert document
    assert document.body == "boven\n\n---\n\nonder"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1, "front-matter-missing")]),
        ("Tekst.", [(1, 1, "front-matter-missing")]),
        ("---\nid: a\n", [(2, 1, "front-matter-open")]),
        ("---\n---\n", [(2, 1, "yaml-empty")]),
        ("---\nid: a: b\n---\n", [(2, 5, "yaml-syntax")]),
        ("---\nid: a\n---\n\uf0b7 Een punt uit Word.", [(4, 1, "control-character")]),
        (
            "---\nid: a\n---\n\uf0b7\tEen\n\uf0b7\tTwee\n\n\uf0b7\tDrie\n\na\uf0b7",
            [(4, 1, "control-character"), (9, 2, "control-character")],
        ),
        ("---\nid: a: b\n---\n\x07", [(2, 5, "yaml-syntax"), (4, 1, "control-character")]),
    ],
)
def test_faulty_front_matter(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert told(read_front_matter(FILE, text)[1]) == expected


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("a: b: c", "yaml-syntax", 1, 4, "dubbele punt"),
        ("a:\n\tb: c", "yaml-syntax", 2, 1, "tab"),
        ("a:\n  b: c\n\td: e", "yaml-syntax", 3, 1, "tab"),
        ("a: b\nc: 'd\ne: f\n", "yaml-syntax", 2, 4, "aanhalingsteken"),
        ("a: [b\nc: d\n", "yaml-syntax", 1, 4, "'['"),
        ("a: @b", "yaml-syntax", 1, 4, "'@'"),
        ("a: *", "yaml-syntax", 1, 4, "'*'"),
        ('a: "\\q"', "yaml-syntax", 1, 5, "schuine streep"),
        ("a: |x\n  b", "yaml-syntax", 1, 4, "volgende regel"),
        ("a:\n    b: c\n  d: e", "yaml-syntax", 3, 3, "inspringen"),
        ("a: b\nlos\nc: d", "yaml-syntax", 2, 1, "tekst erboven"),
        ('a: "b" c', "yaml-syntax", 1, 4, "tekst"),
        ("%x\na: b", "yaml-syntax", 1, 1, "'%'"),
        ("a: b\n...\nc: d", "yaml-syntax", 3, 1, "'...'"),
        ("a: b\n---\nc: d", "yaml-documents", 2, 1, "'---'"),
        ("a: &x b", "yaml-anchor", 1, 4, "'&'"),
        ("&x a: b", "yaml-anchor", 1, 1, "'&'"),
        ("a: !!int 1", "yaml-tag", 1, 4, "'!!int'"),
        ("<<: {a: b}", "yaml-merge", 1, 1, "'<<'"),
        ("? [a]\n: b", "yaml-key", 1, 3, "woord"),
        ("a: b\na: c", "duplicate-field", 2, 1, "regel 1"),
        ("a: b #c", "yaml-remark", 1, 6, "'#c'"),
        ('a: "b\\0"', "control-character", 1, 4, "U+0000"),
        ("a: b\u0085", "control-character", 1, 5, "U+0085"),
        ("a: b\ufffd", "control-character", 1, 5, "U+FFFD"),
        ("a: b\uf0b7", "control-character", 1, 5, "U+F0B7"),
        ('a: "b\\uf0b7"', "control-character", 1, 4, "eigen gebruik"),
        ("a: b\U000f0001", "control-character", 1, 5, "U+F0001"),
        ("[" * 50, "yaml-depth", 1, 21, "20 lagen"),
        ("? " * 50, "yaml-depth", 1, 41, "20 lagen"),
        ("{a: " * 50, "yaml-depth", 1, 81, "20 lagen"),
        ("", "yaml-empty", 1, 1, "velden"),
        ("# alleen een opmerking", "yaml-empty", 1, 1, "velden"),
    ],
)
def test_what_is_wrong_is_told_where_an_editor_must_look(
    text: str, code: str, line: int, column: int, words: str
) -> None:
    problem = next(problem for problem in read_yaml(FILE, text)[1] if problem.code == code)
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message


def test_a_bomb_of_references_is_not_unpacked() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40))]
    document, problems = read_yaml(FILE, "\n".join(lines))
    assert document
    assert {problem.code for problem in problems} == {"yaml-anchor"}


def test_a_remark_on_a_line_of_its_own_or_behind_quotes_is_fine() -> None:
    assert read("# een\na: 'b' # twee\n  # drie\nc: d#e\n").data == {"a": "b", "c": "d#e"}


def test_a_file_in_another_encoding_is_told_where_it_stops_being_utf8() -> None:
    text = "id: a\nnote: café\n".encode("latin-1").decode("utf-8", errors="surrogateescape")
    assert told(undecoded_in(FILE, text)) == [(2, 10, "not-utf8")]
    assert undecoded_in(FILE, "id: é") == ()


COLUMNS = ("id", "value", "note")


def rows(text: str) -> tuple[object, list[tuple[int, int, str]]]:
    document, problems = read_csv(FILE, text, COLUMNS)
    return document.data if document else None, told(problems)


def test_rows_become_fields_and_empty_cells_are_left_out() -> None:
    assert rows('id,value,note\na, 1 ,\n\nb,,"x, ""y""\nz"\n') == (
        [{"id": "a", "value": "1"}, {"id": "b", "note": 'x, "y"\nz'}],
        [],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [(1, 1, "csv-empty")]),
        ("\n\n", [(1, 1, "csv-empty")]),
        ("id;value\na;1\n", [(1, 1, "csv-separator")]),
        ("id\tvalue\na\t1\n", [(1, 1, "csv-separator")]),
        ("id,valeu\na,1\n", [(1, 4, "csv-header")]),
        ("id,id\na,b\n", [(1, 4, "csv-header")]),
        ("id,value\na\n", [(2, 1, "csv-columns")]),
        ("id,value\na,b,c\n", [(2, 1, "csv-columns")]),
        ('id,value\na,6"\nb,1\n', [(2, 3, "csv-quote")]),
        ('"id,value\na,1\n', [(1, 1, "csv-quote")]),
        ("id,value\na,\x00\n", [(2, 3, "control-character")]),
    ],
)
def test_faulty_rows(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert rows(text)[1] == expected


def test_a_cell_of_several_lines_does_not_move_the_next_ones() -> None:
    document, problems = read_csv(FILE, 'id,note,value\na,"een\ntwee",x\nb,,y\n', COLUMNS)
    assert problems == ()
    assert document
    assert document.marks[0, "value"] == TextPosition(3, 7)
    assert document.marks[1, "id"] == TextPosition(4, 1)
