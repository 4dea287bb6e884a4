"""A problem is told with its line, its wrong signs and the right line; nothing that editors typed becomes HTML."""

from pathlib import PurePosixPath

import pytest

from lrt_site.problems import Correction, Problem, TextRange
from lrt_site.serve.telling import told, told_beside

FILE = PurePosixPath("content/<a>.md")
LINES = ["---", "date: <4> december", "---"]
SPAN = TextRange(2, 7, 2, 19)
PROBLEM = Problem(FILE, 2, 1, "bad-date", "Dit is <b>fout</b>.", SPAN, Correction(SPAN, "2025-12-04 & later"))


def explained(code: str) -> str:
    return f"/handboek/?a&b#{code}"


def test_a_problem_has_its_place_its_line_what_is_right_and_where_it_is_explained() -> None:
    assert told(PROBLEM, LINES, explained) == (
        "<p><b>content/&lt;a&gt;.md, regel 2:</b> Dit is &lt;b&gt;fout&lt;/b&gt;. "
        '<a href="/handboek/?a&amp;b#bad-date">Uitleg bij bad-date</a></p>'
        "<pre>2 | date: <mark>&lt;4&gt; december</mark></pre>"
        "<p>Schrijf:</p><pre>date: 2025-12-04 &amp; later</pre>"
    )
    assert told_beside(PROBLEM, LINES, explained).startswith("<p><b>Regel 2:</b> Dit is")


def test_without_a_handbook_the_code_stands_there_and_without_the_file_no_line() -> None:
    assert told(PROBLEM, (), lambda _: "").endswith("Dit is &lt;b&gt;fout&lt;/b&gt;. [bad-date]</p>")


@pytest.mark.parametrize("before", [0, 79, 81, 100_000])
def test_of_a_long_line_what_stands_around_the_wrong_signs_is_shown(before: int) -> None:
    line = f"{'a' * before}FOUT{'b' * 100_000}"
    span = TextRange(1, before + 1, 1, before + 5)
    shown = told(Problem(FILE, 1, 1, "x", "m", span, Correction(span, "goed")), [line], explained)
    assert "<mark>FOUT</mark>" in shown
    assert "goed" in shown
    assert len(shown) < 1000


def test_wrong_signs_over_more_lines_are_marked_on_the_first() -> None:
    problem = Problem(FILE, 1, 2, "x", "m", TextRange(1, 2, 3, 1))
    assert "<pre>1 | a<mark>bc</mark></pre>" in told(problem, ["abc", "d", "e"], explained)
