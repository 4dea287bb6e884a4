"""Sheets by what stands on a page, and files as they are served."""

import pytest

from lrt_site.styling import served, with_sheet


def test_a_sheet_comes_right_after_that_of_all_pages() -> None:
    head = '<link rel="stylesheet" href="/static/site.css">\n<link rel="stylesheet" href="/static/own.css">'
    assert with_sheet(head, "table", str).split("\n")[1] == '<link rel="stylesheet" href="/static/table.css">'


@pytest.mark.parametrize(
    ("path", "text", "short"),
    [
        ("static/a.css", '/* why */\n.a :is(b, c) { margin: 0 0 1rem; }\np::after { content: "a  b"; }', None),
        ("static/a.js", "// why\nconst a  =  `b  c`;\n", "const a=`b  c`;"),
        ("static/a.txt", "a  b\n", "a  b\n"),
    ],
)
def test_a_file_is_served_without_what_nobody_reads(path: str, text: str, short: str | None) -> None:
    expected = short or '.a :is(b,c){margin:0 0 1rem}p:after{content:"a  b"}'
    assert served(path, text.encode()).decode() == expected


@pytest.mark.parametrize("data", [b"}{", b"a{color:\xff}"])
def test_a_sheet_that_cannot_be_read_is_served_as_it_is(data: bytes) -> None:
    assert served("static/own.css", data) == data
