"""A check of some files tells only what is wrong in those, beside all that is there."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from lrt_site.cli import main
from tests.tools import editors
from tests.tools.small import FIRST, MEETING


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small tree with a mistake in two files."""
    content = editors.write_small(tmp_path / "inhoud")
    editors.edit(content / f"meetings/{MEETING}.md", "person: p-a", "person: p-weg")
    editors.edit(content / "site.yml", "title:", "titel:")
    return content


def typed(content: Path, name: str, text: str | bytes, *options: str) -> tuple[int, str]:
    """What a check says of a file that is typed and not saved, with its exit code."""
    arguments = ["check", "-", "--file", str(content / name), "--content", str(content), *options]
    result = CliRunner().invoke(main, arguments, input=text)
    return result.exit_code, result.stdout


def files_in(told: str) -> list[str]:
    """The file of each problem that is told."""
    return re.findall(r"^(.+?):\d+:\d+: .+ \[", told, re.MULTILINE)


def test_only_the_problems_of_the_files_that_are_named_are_told(content: Path) -> None:
    meeting, sources = content / f"meetings/{MEETING}.md", content / "sources.yml"
    done = editors.run("check", "--content", content, meeting)
    assert done.returncode == 1
    assert files_in(done.stdout) == [str(meeting)]
    assert "1 probleem gevonden.\nIn andere bestanden: 1. U ziet die met: lrt-site check\n" in done.stderr
    done = editors.run("check", "--content", content, sources)
    assert (done.returncode, done.stdout) == (0, "")
    done = editors.run("check", "--content", content, sources, meeting, content / "site.yml")
    assert (done.returncode, len(files_in(done.stdout))) == (1, 2)


def test_a_file_is_known_however_its_path_is_written(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content / "meetings")
    for path in (f"{MEETING}.md", f"../meetings/{MEETING}.md", str(content / f"meetings/{MEETING}.md")):
        result = CliRunner().invoke(main, ["check", "--content", "..", "--format", "json", path])
        assert [row["file"] for row in json.loads(result.stdout)] == [f"../meetings/{MEETING}.md"]


def test_what_is_typed_takes_the_place_of_the_file(content: Path) -> None:
    name = f"meetings/{MEETING}.md"
    saved = (content / name).read_text("utf-8")
    assert typed(content, name, saved)[0] == 1
    assert typed(content, name, saved.replace("p-weg", "p-a")) == (0, "")
    code, said = typed(content, name, saved.replace("p-weg", "p-a").encode("utf-8") + b"\xe9")
    assert (code, "[not-utf8]" in said) == (1, True)
    assert (content / name).read_text("utf-8") == saved


def test_what_is_typed_can_be_a_new_file_and_the_draft(content: Path) -> None:
    text = (content / f"meetings/{MEETING}.md").read_text("utf-8")
    code, said = typed(content, "meetings/m-2025-04-01.md", text.replace(MEETING, "m-2025-04-01"))
    assert (code, "[same-day]" in said) == (1, True)
    assert not (content / "meetings/m-2025-04-01.md").exists()
    editors.edit(content / f"meetings/{MEETING}.md", "person: p-weg", "person: p-a")
    editors.edit(content / "site.yml", "titel:", "title:")
    editors.publish(content, FIRST)
    code, said = typed(content, "publications/draft.yml", "tietel: x\n")
    assert (code, "draft.yml:1:1" in said) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-",), "Geef '-' en '--file' samen"),
        (("site.yml", "--file", "site.yml"), "Geef '-' en '--file' samen"),
        (("-", "site.yml", "--file", "site.yml"), "Geef '-' en '--file' samen"),
        (("er-is-niets.yml",), "'er-is-niets.yml' bestaat niet."),
        (("meetings", "site.yml"), "Noem één map, of alleen bestanden. 'meetings' is een map."),
        ((__file__,), f"'{__file__}' staat niet in de map '.'. Noem met '--content' de map waar het bij hoort."),
    ],
)
def test_what_cannot_be_asked_is_told(
    content: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(content)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    result = CliRunner().invoke(main, ["check", "--content", ".", *arguments])
    assert (result.exit_code, said in result.stderr) == (2, True)
