"""Sheets by what stands on a page, and files as they are served."""

import pytest

from lrt_site.styling import served, styled

FIRST, TABLE, MARKS = (f'<link rel="stylesheet" href="/static/{name}.css">' for name in ("site", "table", "marks"))


def test_a_page_has_the_sheets_of_its_classes_in_one_order_right_after_that_of_all_pages() -> None:
    body = '\n<link href="/own.css"><div class="table as-cards"><b class="cell mark"></b></div>'
    assert styled(FIRST + body, str) == f"{FIRST}\n{MARKS}\n{TABLE}{body}"


@pytest.mark.parametrize("body", ["<p>Niets</p>", '<p class="tables">Anders</p>', '<p data-class="table">Geen</p>'])
def test_a_page_without_such_classes_stays_as_it_is(body: str) -> None:
    assert styled(FIRST + body, str) == FIRST + body


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
