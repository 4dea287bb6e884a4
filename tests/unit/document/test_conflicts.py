"""A merge that was not finished is told once a conflict, with both sides, and without what follows from it."""

from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest

from lrt_site import checking
from lrt_site.document import read_csv, read_front_matter, read_yaml
from lrt_site.problems import Problem
from tests.tools.small import MEETING, SMALL

FILE = PurePosixPath("content/x")
ROOT = PurePosixPath("content")
PAGE = "pages/fictie.md"
FIGURES = {
    "figures/series.yml": "series:\n  - id: vaart\n    name: Vaart\n    theme: fictie\n    kind: stand\n"
    "    counts: Verzonnen boten.\n",
    "figures/vaart.csv": "id,date,value,unit,source\nboten-2024,2024-06-01,12,boten,s-fictief\n",
    f"meetings/{MEETING}.md": SMALL[f"meetings/{MEETING}.md"].replace(
        "    discussed:", "    figures: [boten-2024]\n    discussed:"
    ),
}
SOUND = {**SMALL, **FIGURES}


def conflict(ours: str, theirs: str, base: str = "") -> str:
    """Two readings of some lines as git leaves them, with what they came from where it does that too."""
    common = f"||||||| 25a0375\n{base}" if base else ""
    return f"<<<<<<< HEAD\n{ours}{common}=======\n{theirs}>>>>>>> tak-van-bram\n"


def changed(path: str, before: str, after: str) -> Mapping[str, str]:
    assert before in SOUND[path]
    return {**SOUND, path: SOUND[path].replace(before, after, 1)}


def test_what_these_tests_break_is_sound() -> None:
    assert checking.check(SOUND, root=ROOT) == ()


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (path, line)
        for path in SOUND
        for line in {SOUND[path].splitlines(keepends=True)[place] for place in (0, 1, -1)}
        if line.strip()
    ],
)
def test_a_conflict_is_told_once_with_both_sides_and_how_to_mend_it(path: str, line: str) -> None:
    texts = changed(path, line, conflict(line, line.replace("e", "o"), line.upper()))
    (problem,) = checking.check(texts, root=ROOT)
    assert (problem.file, problem.column, problem.code) == (ROOT / path, 1, "merge-conflict")
    first = texts[path].split("\n").index("<<<<<<< HEAD") + 1
    assert problem.line == first
    assert "'HEAD' en van 'tak-van-bram'" in problem.message
    assert "Kies één van de twee, of voeg ze samen" in problem.message
    assert f"(regels {first}, {first + 2}, {first + 4} en {first + 6})" in problem.message


def test_each_conflict_of_a_file_is_told() -> None:
    twice = conflict("Eén.\n", "Twee.\n")
    found = checking.check({**SOUND, PAGE: f"{SOUND[PAGE]}\n{twice}\nDrie.\n\n{twice}"}, root=ROOT)
    assert [problem.code for problem in found] == ["merge-conflict"] * 2
    assert found[0].line + 8 == found[1].line


@pytest.mark.parametrize("size", [8, 11])
def test_a_conflict_with_more_signs_is_one_too(size: int) -> None:
    """Git writes more of them where files were renamed, and where a conflict stands in a conflict."""
    more = conflict("Eén.\n", "Twee.\n").replace("<" * 7, "<" * size).replace("=" * 7, "=" * size)
    more = more.replace(">" * 7, ">" * size)
    nested = conflict(more, "Drie.\n")
    for path in SOUND:
        for left, lines in ((more, 5), (nested, 9)):
            (problem,) = checking.check({**SOUND, path: f"{SOUND[path]}{left}"}, root=ROOT)
            assert (problem.file, problem.code) == (ROOT / path, "merge-conflict")
            assert "'HEAD' en van 'tak-van-bram' staan hier allebei" in problem.message
            assert f"en {problem.line + lines - 1})" in problem.message


def test_no_lines_of_signs_make_reading_wait() -> None:
    """A reader that looks ahead or back from each line would not be done with these in hours."""
    for line in ("<<<<<<< a", "=======", "<" * 50, "=" * 7 + " " * 50 + "x"):
        read_front_matter(FILE, f"---\na: b\n---\n\n{line}\n" + f"{line}\n" * 50_000)


@pytest.mark.parametrize(
    "left", [">>>>>>> tak-van-bram\n", "<<<<<<< HEAD\n", "=======\nx\n>>>>>>> tak\n", "<<<<<<< HEAD\nx\n>>>>>>> tak\n"]
)
def test_what_is_left_of_a_conflict_is_told(left: str) -> None:
    for path in SOUND:
        (problem,) = checking.check({**SOUND, path: SOUND[path] + left}, root=ROOT)
        assert (problem.file, problem.code) == (ROOT / path, "merge-conflict")
        assert "Kijk of hier de goede tekst staat" in problem.message


@pytest.mark.parametrize("left", ["=======\n", "||||||| 25a0375\n"])
def test_a_single_line_is_told_where_it_can_mean_nothing_else(left: str) -> None:
    for _, problems in (read_yaml(FILE, f"a: b\n{left}c: d\n"), read_csv(FILE, f"id\n{left}", ["id"])):
        assert [(problem.line, problem.code) for problem in problems] == [(2, "merge-conflict")]
    _, problems = read_front_matter(FILE, f"---\na: b\n{left}---\n\nTekst.\n")
    assert [(problem.line, problem.code) for problem in problems] == [(3, "merge-conflict")]


@pytest.mark.parametrize(
    "text",
    [
        "Een kop\n=======\n\nTekst.",
        "Een kop\n==========\n",
        "| a | b |\n|---|---|\n|||||||\n",
        "> > > > > > > diep",
        "a <<<<<<< b",
        "    <<<<<<< HEAD",
        "<<<<<<<HEAD",
        ">>>>>>>> acht",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    document, problems = read_front_matter(FILE, f"---\na: b\n---\n\n{text}\n")
    assert problems == ()
    assert document


def test_nothing_that_could_not_be_read_is_called_unknown() -> None:
    def codes(path: str, line: str) -> set[str]:
        found: tuple[Problem, ...] = checking.check(changed(path, line, conflict(line, line)), root=ROOT)
        return {problem.code for problem in found}

    assert codes("figures/vaart.csv", "boten-2024,2024-06-01,12,boten,s-fictief\n") == {"merge-conflict"}
    assert codes("sources.yml", "sources:\n") == {"merge-conflict"}
    assert codes("participants.yml", "organisations:\n") == {"merge-conflict"}
