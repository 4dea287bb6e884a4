"""Laws are tried with the same examples everywhere; what broke one once is kept as text and tried again each time."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tools.examples import Example, Found, keep, kept, try_again
from tests.tools.sites import ROOT

RARE = 424_242
BROKEN = """
from hypothesis import given, strategies as st

@given(st.integers())
def test_all_is_small(number):
    assert number < 10**6
"""
DRAWING = """
from hypothesis import given, strategies as st
{more}
@given(st.lists(st.integers() | st.text() | st.floats()))
def test_draws(drawn):
    with open("told", "a", encoding="utf-8") as out:
        print(ascii(drawn), file=out)
"""


@given(st.integers(0, 10**9), st.floats(allow_nan=False), st.text(), st.binary(), st.booleans())
def law(number: int, real: float, text: str, data: bytes, flag: bool) -> None:
    """A law that holds but for one number."""
    del real, text, data, flag
    assert number != RARE


def pytest_in(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """A run of pytest with the laws of these tests, in a project of its own."""
    (folder / "conftest.py").write_text("from tests.tools.laws import *\n", "utf-8")
    (folder / "pytest.ini").write_text(f"[pytest]\npythonpath = {ROOT}\n", "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    # What Hypothesis reckons of all signs once, it would else reckon for each such project.
    environment = {**os.environ, "HYPOTHESIS_STORAGE_DIRECTORY": str(ROOT / ".hypothesis")}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_an_example_is_kept_as_text_and_reads_back(tmp_path: Path) -> None:
    example = Example("tests/x.py::test_x[1]", ("test_x(", ")"), (1, True, -0.5, float("inf"), "\ud800é", b"\0\xff"))
    path = keep(example, tmp_path)
    assert path.name.startswith("test_x-")
    assert kept(tmp_path) == (example,)


def test_an_example_that_broke_a_law_is_tried_again() -> None:
    broke = Example("law", (), (RARE, 0.0, "", b"", False))
    holds = Example("law", (), (RARE + 1, 0.0, "", b"", False))
    try_again(law, [holds], {})
    with pytest.raises(AssertionError):
        try_again(law, [holds, broke], {})


def test_the_smallest_example_is_found() -> None:
    found = Found()

    @settings(database=found, derandomize=False, max_examples=1000, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 10**9))
    def broken(number: int) -> None:
        assert number < 1000

    with pytest.raises(AssertionError):
        broken()
    assert found.choices == ((1000,),)


def test_what_a_search_finds_is_kept_and_turns_the_next_run_red(tmp_path: Path) -> None:
    (tmp_path / "test_law.py").write_text(BROKEN, "utf-8")
    folder = tmp_path / "kept"
    assert pytest_in(tmp_path, "--fuzz", f"--kept={folder}").returncode == 1
    (example,) = kept(folder)
    assert (example.test, example.choices) == ("test_law.py::test_all_is_small", (10**6,))
    assert "    number=1000000," in example.said
    (tmp_path / "test_law.py").write_text(BROKEN.replace("10**6", "10**6 or number > 10**6"), "utf-8")
    again = pytest_in(tmp_path, f"--kept={folder}", "--hypothesis-profile=house")
    assert again.returncode == 1
    assert "number=1000000" in again.stdout


def test_the_same_examples_are_drawn_whatever_else_was_imported(tmp_path: Path) -> None:
    drawn = []
    for name, more in (("one", ""), ("other", "import tests.builders, lrt_site.cli, calendar\nOTHER = 'zomaar'")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "test_law.py").write_text(DRAWING.format(more=more), "utf-8")
        assert pytest_in(folder).returncode == 0
        drawn.append((folder / "told").read_text("utf-8"))
    assert drawn[0].count("\n") > 10
    assert drawn[0] == drawn[1]


def test_every_kept_example_is_of_a_law_that_is_there() -> None:
    lost = []
    for example in kept():
        file, _, name = example.test.partition("::")
        path = ROOT / file
        laws = ast.walk(ast.parse(path.read_text("utf-8"))) if path.is_file() else ()
        if name.partition("[")[0] not in {t.name for t in laws if isinstance(t, ast.FunctionDef)}:
            lost.append(example.name)
    assert lost == []
