"""Content with every mistake we promise to report: all are told in one run, each on its line."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from lrt_site import checking, files, pipeline
from lrt_site.cli import main
from lrt_site.problems import MILD, Problem

ROOT = Path(__file__).parents[2]
BROKEN = PurePosixPath("tests/content/broken")
PLANTED = re.compile(r"^\s*# fout: (?P<code>\S+)$")
FICTIEF = ROOT / "examples/fictief"
KINDS = 60

Golden = Callable[[str, str], None]


def planted() -> Iterator[tuple[str, int, str]]:
    """Every mistake that a remark announces: its file, the line under the remarks, and the code."""
    for path in sorted((ROOT / BROKEN).rglob("*.*")):
        if not path.is_file() or b"\0" in path.read_bytes():
            continue
        lines = path.read_text("utf-8").split("\n")
        for index, line in enumerate(lines):
            found = PLANTED.match(line)
            if found:
                below = next(number for number in range(index, len(lines)) if not PLANTED.match(lines[number]))
                yield f"{BROKEN}/{path.relative_to(ROOT / BROKEN).as_posix()}", below + 1, found["code"]


@pytest.fixture(scope="module")
def problems() -> tuple[Problem, ...]:
    texts, unread = files.read_content(ROOT / BROKEN)
    placed = (Problem(BROKEN / problem.file.relative_to(ROOT / BROKEN), *_rest(problem)) for problem in unread)
    return tuple(sorted({*placed, *checking.check(texts, root=BROKEN)}))


def _rest(problem: Problem) -> tuple[int, int, str, str]:
    return problem.line, problem.column, problem.code, problem.message


def test_the_whole_report(problems: tuple[Problem, ...], golden: Golden) -> None:
    golden("broken/report.txt", "".join(f"{problem}\n" for problem in problems))


def test_every_mistake_that_was_planted_is_told_on_its_line(problems: tuple[Problem, ...]) -> None:
    told = {(str(problem.file), problem.line, problem.code) for problem in problems}
    assert sorted(set(planted()) - told) == []


def test_no_more_is_told_than_was_planted(problems: tuple[Problem, ...]) -> None:
    announced = set(planted())
    files_with_remarks = {file for file, _, _ in announced}
    told = {
        (str(problem.file), problem.line, problem.code)
        for problem in problems
        if str(problem.file) in files_with_remarks and not _in_body(problem)
    }
    assert sorted(told - announced) == []


def _in_body(problem: Problem) -> bool:
    """Remarks announce mistakes in fields; a text has no room for them."""
    lines = (ROOT / problem.file).read_text("utf-8").split("\n")
    ends = [number for number, line in enumerate(lines, 1) if line == "---"]
    return problem.file.suffix == ".md" and problem.line > ends[1]


def test_there_are_as_many_kinds_as_we_promise(problems: tuple[Problem, ...]) -> None:
    assert len({problem.code for problem in problems}) >= KINDS


def test_the_command_tells_all_in_one_run(problems: tuple[Problem, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["check", str(BROKEN)])
    assert result.exit_code == 1
    assert result.stderr == f"{len(problems)} problemen gevonden.\n"
    heads = re.findall(r"^([^:\n]+:\d+:\d+:) (?:let op: )?(.+ \[[a-z0-9-]+\])$", result.stdout, re.MULTILINE)
    told = [str(problem) for problem in sorted(problems, key=lambda problem: problem.code in MILD)]
    shown = [f"{place} {message}" for place, message in heads]
    assert shown == [line for line in told if line in set(shown)]
    assert {line.partition(":")[0] for line in shown} == {str(problem.file) for problem in problems}
    more = f"En nog {len(problems) - len(heads)} problemen. Los eerst op wat hierboven staat."
    assert more in result.stdout


def test_messages_are_dutch_sentences(problems: tuple[Problem, ...]) -> None:
    foreign = re.compile(r"\b(the|expected|found|invalid|error|None|True|False|dict|str|list|tuple|NoneType)\b")
    for problem in problems:
        assert problem.message[0].isupper() or problem.message[0] in "'0123456789", problem
        assert problem.message[-1] in ".?", problem
        assert not foreign.search(re.sub(r"'[^']*'", "", problem.message)), problem


def test_a_build_goes_on_when_a_text_only_looks_odd() -> None:
    texts, _ = files.read_content(FICTIEF)
    texts["pages/over.md"] += (
        "\nDit is <b>vet</b> en TODO, zie www.fictief.example.\n"
        "\n• Een punt van een op\u00advang\n\n    code\n\n##Kop\n"
        "\n##### Kop\n\n##### Kop\n\n| a | b |\n|---|---|\n| c |\n\nHet einde komt **nooit en\n"
    )
    texts["meetings/m-2025-12-04.md"] += (
        "\nWij gaan. Dat is helaas 'veel te laat'. De minister zei: 1.225.000 mensen.\n"
    )
    texts["meetings/m-2025-12-04.md"] += "\nEr is 'nooit gevaren' gezegd. Helaas.\n"
    texts["participants.yml"] = texts["participants.yml"].replace("Griet Gefingeerd", "Bram Bedacht")
    texts["table.yml"] = texts["table.yml"].replace("text: ", "text: Zo is het **nu** en ", 1)
    texts["site.yml"] += "security:\n  contact: lekken@fictief.example\n  expires: 2026-11-20\n"
    texts["meetings/m-twee.md"] = texts["meetings/m-2026-11-26.md"].replace("id: m-2026-11-26", "id: m-twee")
    told = {problem.code for problem in checking.check(texts, root=PurePosixPath("examples/fictief"))}
    assert told == MILD
    templates, static = files.read_templates(ROOT / "templates")
    made = pipeline.build(pipeline.Sources(texts, {}, templates, static, PurePosixPath("examples/fictief")))
    assert made.problems == ()
    assert str(made.files[".well-known/security.txt"]).startswith("Contact: mailto:lekken@fictief.example\n")
    assert "is geldig tot en met 20 november 2026" in made.warning
    assert "&lt;b&gt;vet&lt;/b&gt;" in str(made.files["over/index.html"])
