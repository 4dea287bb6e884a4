"""Hints for plain language are told when asked for, and keep nothing from being published. All is made up."""

from pathlib import Path

from click.testing import CliRunner

from lrt_site.checks.language import plainer_reports, plainness_by_report
from lrt_site.cli import main
from lrt_site.problems import CODES
from tests.builders import a_meeting, a_register


def test_hints_stand_at_their_words() -> None:
    meeting = a_meeting(
        discussed=("Een brief inzake de dijk.",), body=f"## Kop\n\nKort. {'woord ' * 26}\n\n|{'a ' * 30}|"
    )
    hints = list(plainer_reports(a_register(meeting)))
    assert [(hint.at, hint.code) for hint in hints] == [
        (("discussed", 0, 10), "official-word"),
        (("body", 2, 6), "long-sentence"),
    ]
    assert {hint.code for hint in hints} < set(CODES)


def test_a_report_has_a_figure_where_it_has_sentences() -> None:
    found = plainness_by_report(a_register(a_meeting(discussed=("Een dijk.",)), a_meeting(id="m-leeg")))
    assert {identifier: plain.words for identifier, plain in found.items()} == {"m-2020-06-15": 2}


def test_they_are_told_only_when_asked_for_and_make_no_check_fail(tmp_path: Path) -> None:
    for name in ("site.yml", "table.yml", "sources.yml"):
        (tmp_path / name).write_text(Path("examples/fictief", name).read_text("utf-8"), "utf-8")
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings/m-2024-06-20.md").write_text(
        Path("examples/fictief/meetings/m-2024-06-20.md").read_text("utf-8") + "\nEen brief inzake de dijk.\n", "utf-8"
    )
    plain = CliRunner().invoke(main, ["check", str(tmp_path)])
    asked = CliRunner().invoke(main, ["check", str(tmp_path), "--language"])
    assert plain.exit_code == asked.exit_code
    assert "official-word" not in plain.output
    assert "Schrijf 'over'. [official-word]" in asked.output
    assert "m-2024-06-20: 2 zinnen, gemiddeld" in asked.output
