"""A check mends only the form of what was written, shows it first, and leaves the rest of the file as it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from lrt_site.cli import main
from lrt_site.cli.fixing import fixed
from lrt_site.problems import Correction, Problem, TextRange
from tests.tools import editors
from tests.tools.small import MEETING


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return editors.write_small(tmp_path / "inhoud")


def run(content: Path, *options: str, answer: str | None = None) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["check", "--fix", *options, str(content)], input=answer)
    return done.exit_code, done.stdout


def test_what_is_only_written_wrongly_is_mended_and_all_else_stays(content: Path) -> None:
    site = content / "site.yml"
    before = site.read_bytes().replace(b"\n", b"\r\n")
    site.write_bytes(b"\xef\xbb\xbf" + before.replace(b"title: ", b"title:", 1))
    code, told = run(content, "--yes")
    assert code == 0
    assert "Opgeslagen: site.yml." in told
    assert site.read_bytes() == b"\xef\xbb\xbf" + before


def test_nothing_is_written_unless_the_editor_says_so(content: Path) -> None:
    site = content / "site.yml"
    wrong = site.read_text("utf-8").replace("title: ", "title:", 1)
    site.write_text(wrong, "utf-8")
    code, told = run(content, answer="n\n")
    assert code == 1
    assert "-title:" in told
    assert "+title: " in told
    assert site.read_text("utf-8") == wrong
    assert run(content, answer="ja\n")[0] == 0


def test_what_an_editor_has_to_decide_is_left(content: Path) -> None:
    meeting = content / f"meetings/{MEETING}.md"
    editors.edit(meeting, "person: p-a", "person: p-weg")
    wrong = meeting.read_bytes()
    code, told = run(content, "--yes")
    assert code == 1
    assert told.startswith("Niets kan vanzelf worden hersteld.\n")
    assert meeting.read_bytes() == wrong


def problem(start: int, end: int, text: str, *, safe: bool = True) -> Problem:
    span = TextRange(1, start, 1, end)
    return Problem(Path("a"), 1, start, "yaml-syntax", "x", span, Correction(span, text, safe))  # type: ignore[arg-type]


def test_corrections_do_not_move_each_other_and_of_two_that_meet_one_is_written() -> None:
    assert fixed("abc def", [problem(1, 2, "XYZ"), problem(5, 8, "")]) == "XYZbc "
    assert fixed("abc def", [problem(1, 4, "X"), problem(2, 8, "Y")]) == "aY"
    assert fixed("abc def", [problem(1, 4, "X", safe=False)]) == "abc def"


def test_a_code_is_explained_and_an_unknown_one_is_told() -> None:
    done = CliRunner().invoke(main, ["explain", "bad-date"])
    assert "Schrijf 2021-12-20" in done.stdout
    assert "redactie/foutcodes-a-c/#bad-date" in done.stdout
    assert "Bedoelde u 'bad-date'?" in CliRunner().invoke(main, ["explain", "bad-dat"]).output


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("4 dec. 2025", "2025-12-04"),
        ("2025/12/04", "2025-12-04"),
        ("20251204", "2025-12-04"),
        ("04/05/2025", "04/05/2025"),
    ],
)
def test_a_date_is_written_in_our_form_where_it_can_be_read_in_one_way(content: Path, wrong: str, right: str) -> None:
    meeting = content / f"meetings/{MEETING}.md"
    text = meeting.read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("date: "))
    meeting.write_text(text.replace(line, f"date: {wrong}", 1), "utf-8")
    run(content, "--yes")
    assert f"date: {right}\n" in meeting.read_text("utf-8")
