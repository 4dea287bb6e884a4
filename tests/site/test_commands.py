"""The commands keep their promises: exit codes, Dutch, all or nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools import editors

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("lrt-site")


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PROGRAM, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content tree with one mistake in it."""
    folder = tmp_path / "inhoud"
    folder.mkdir()
    (folder / "site.yml").write_text("id: site\ntitel: Verkeerd\n", "utf-8")
    return folder


def test_check_of_the_real_content_finds_nothing() -> None:
    done = run("check")
    assert (done.returncode, done.stdout) == (0, "")


def test_a_site_with_problems_is_not_made_and_the_old_one_stays(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".gebouwd").write_text("", "utf-8")
    (site / "index.html").write_text("de vorige", "utf-8")
    done = run("build", "--content", small, "--site-dir", site)
    assert done.returncode == 1
    assert "site.yml:2:1: Het veld 'titel' bestaat niet bij de site. Bedoelde u 'title'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert (site / "index.html").read_text("utf-8") == "de vorige"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "dierbaar.txt").write_text("foto's", "utf-8")
    content = editors.write_small(tmp_path / "inhoud")
    done = run("build", "--no-handbook", "--content", content, "--site-dir", tmp_path)
    assert done.returncode == 2
    assert "geen eerder gebouwde site" in done.stderr
    assert (tmp_path / "dierbaar.txt").exists()


@pytest.mark.parametrize(
    "arguments",
    [("check", "--content", "bestaat-niet"), ("build", "--as-of", "2026-02-30"), ("bouw",)],
)
def test_wrong_use_is_exit_code_2_without_a_traceback(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("style", ["text", "github", "json"])
def test_check_speaks_to_people_forges_and_programs(small: Path, style: str) -> None:
    done = run("check", "--content", small, "--format", style)
    assert done.returncode == 1
    assert "unknown-field" in done.stdout
