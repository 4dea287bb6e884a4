"""The gate lets all through that is right, takes any text, and tells each slip with a code of its own."""

import re
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site import checking, files
from lrt_site.checks import report
from lrt_site.checks.report.slips import apart, mended, slip
from lrt_site.problems import CODES
from tests.unit.checks.report.test_words import WORDS
from tests.unit.slips import faults

ROOT = Path(__file__).parents[4]
PIECES = [
    "woord",
    "één",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n\n",
    ".",
    "…",
    "-",
    "- ",
    "1. ",
    "1995. ",
    "•",
    "o  ",
    "#",
    "## ",
]
PIECES += [
    "|",
    "\n|---|---|\n",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "```\n",
    "[",
    "]",
    "(",
    ")",
    "[^1]",
    "[^1]: ",
    "[x](y)",
    "{++",
]
PIECES += [
    "<b>",
    "</b>",
    "<!--",
    "\n===\n",
    "\n---\n",
    "> ",
    "\\",
    "Ã©",
    "\u00ad",
    "www.a.nl",
    "[a]: b",
    "TODO",
    "€ XX",
    "\r",
]
OF_THE_HANDBOOK = {"heading-level", "html-in-text", "broken-link", "heading-form"}
"""A page of the handbook has its title as a heading, names at headings, HTML, and links to what is no record."""
PICTURE = re.compile(r"^!\[.+\]\(.+\)\{ .+ \}$", re.MULTILINE)
"""A picture with its size, which only the handbook has."""
ABOUT_SLIPS = "docs/redactie/foutcodes-"
"""So begin the pages that quote what editors do wrong."""


def handbook() -> list[str]:
    names = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "docs").rglob("*.md"))]
    return [name for name in names if not name.startswith(ABOUT_SLIPS)]


@pytest.mark.parametrize("folder", ["content", "examples/fictief"])
def test_nothing_is_told_of_a_text_that_was_published(folder: str) -> None:
    texts, unread = files.read_content(ROOT / folder)
    found = checking.check(texts, root=PurePosixPath(folder), unread=unread)
    assert [problem for problem in found if problem.code != "missing-file"] == []


@pytest.mark.parametrize("name", handbook())
def test_nothing_is_told_of_the_handbook(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL).strip("\n")
    assert {fault.code for fault in faults(PICTURE.sub("", body))} - OF_THE_HANDBOOK == set()


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join))
def test_any_text_is_taken_and_told_of_within_it(body: str) -> None:
    lines = re.sub(r"\r\n?", "\n", body).split("\n")
    for fault in faults(body):
        assert fault.code in CODES
        _, line, column = fault.at
        assert isinstance(line, int)
        assert isinstance(column, int)
        assert 0 <= column <= len(lines[line])


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_what_lets_a_text_through_unread_loses_nothing(text: str) -> None:
    assert report.slips_in(text) == apart(found for rule, _ in report._IN_ANY_TEXT for found in rule(text))[0]


@pytest.mark.parametrize(("text", "code"), [(text, code) for text, code, *_ in WORDS])
def test_a_sign_of_every_slip_is_looked_for(text: str, code: str) -> None:
    assert any(sign in text for sign in report.SUSPECT), code


def test_of_what_is_wrong_with_one_piece_the_first_is_kept() -> None:
    first, inside, around, behind = (slip(at, end, "cut-off", "a") for at, end in ((5, 9), (8, 20), (0, 6), (9, 10)))
    assert apart([first, inside, behind, around]) == ((around, first, behind), b"\1" * 10)


@pytest.mark.parametrize(
    ("text", "start", "end", "instead", "line"),
    [
        ("Een.\nDe tafel sprak (toen).\nTwee.", 14, 19, "zweeg", "'De tafel zweeg (toen).'"),
        ("De TODO , tafel.", 3, 7, "", "'De, tafel.'"),
        ("TODO.", 0, 4, "", ""),
        (f"{'woord ' * 20}hier.", 120, 124, "daar", "'…woord woord woord woord daar.'"),
    ],
)
def test_a_line_is_shown_as_it_can_be_written(text: str, start: int, end: int, instead: str, line: str) -> None:
    assert mended(text, start, end, instead) == line
