"""The benchmark writes what generators can read, and tells what it measured."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import corpus, material, measuring, tables
from benchmarks.measuring import Run
from benchmarks.tables import Made

SLOW, QUICK, IDLE = Run(4.0, 6.0), Run(2.0, 3.0), Run(1.0, 6.0)


def test_the_same_number_of_meetings_is_the_same_text_with_links_that_lead_somewhere() -> None:
    assert [*corpus.meetings(4)] == [*corpus.meetings(4)]
    assert "(m-00003.md)" in [*corpus.meetings(4)][2].body


def test_mkdocs_finds_nothing_wrong_with_what_is_written_for_it(tmp_path: Path) -> None:
    material.write(tmp_path, 90)
    (tmp_path / "mkdocs.yml").write_text((tmp_path / "mkdocs.yml").read_text("utf-8") + "validation: {anchors: warn}\n")
    years = sorted(path.name for path in (tmp_path / "docs/vergaderingen").iterdir() if path.is_dir())
    assert len(years) == 2
    for meeting in sorted(tmp_path.rglob("m-*.md"))[4:-4]:
        meeting.write_text("# Kort\n", "utf-8")
    made = subprocess.run(
        [*material.MATERIAL.command(), "--strict"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    page = (tmp_path / f"site/vergaderingen/{years[0]}/m-00000/index.html").read_text("utf-8")
    assert "<td>stoel-9</td>" in page
    assert page.count('<h3 id="') == 5


def test_a_command_is_measured_with_all_its_processes_and_leaves_what_it_made(tmp_path: Path) -> None:
    child = f"{sys.executable} -c 'import time; held = b\"1\" * 60_000_000; time.sleep(0.2)'"
    script = f"{child} & {child} & mkdir site; wait; echo Klaar >site/a"
    assert measuring.peak(["bash", "-c", script], tmp_path) > 110
    assert measuring.size(tmp_path / "site") == (1, 6e-6)


def test_a_cold_run_finds_nothing_and_a_later_one_finds_what_it_left(tmp_path: Path) -> None:
    command = ["bash", "-c", 'mkdir -p site; ls "$XDG_CACHE_HOME" >>site/found; mkdir -p "$XDG_CACHE_HOME/kept"']
    measuring.timed(command, tmp_path)
    measuring.cold(command, tmp_path)
    assert (tmp_path / "site/found").read_text("utf-8") == ""
    measuring.timed(command, tmp_path)
    assert (tmp_path / "site/found").read_text("utf-8") == "kept\n"


def test_a_command_that_fails_ends_the_benchmark_with_its_words(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="ended with 3:\nHelaas"):
        measuring.cold(["bash", "-c", "echo Helaas >&2; exit 3"], tmp_path)


def test_steps_are_what_a_program_names_on_its_error_line(tmp_path: Path) -> None:
    script = "sleep 0.1; echo Lezen >&2; sleep 0.1; echo Schrijven >&2"
    steps = measuring.steps(["bash", "-c", script], tmp_path)
    assert [name for name, _ in steps] == ["(start)", "Lezen", "Schrijven"]


def test_a_ratio_is_told_pair_by_pair_with_its_range() -> None:
    assert tables.ratios([(SLOW, QUICK), (SLOW, IDLE), (QUICK, QUICK)]) == "2.00 (1.00–4.00), CPU 1.00 (1.00–2.00)"


def test_a_table_has_a_row_for_each_generator_at_each_size() -> None:
    told = tables.of_builds(
        [Made(1000, "ours", [QUICK, SLOW, QUICK], 70.4, 2400, 37.36), Made(1000, "b", [IDLE], 1, 2, 3, [(QUICK, IDLE)])]
    )
    assert [[cell.strip() for cell in line.split("|")[1:-1]] for line in told.splitlines()[2:]] == [
        ["1,000: ours", "2.00 s, CPU 3.00", "70 MiB", "2,400 files, 37.4 MB", ""],
        ["1,000: b", "1.00 s, CPU 6.00", "1 MiB", "2 files, 3.0 MB", "2.00 (2.00–2.00), CPU 0.50 (0.50–0.50)"],
    ]


def test_growth_is_that_of_a_record() -> None:
    made = [
        Made(100, "a", [QUICK], 1, 1, 1),
        Made(100, "b", [QUICK], 1, 1, 1),
        Made(400, "a", [SLOW, QUICK, SLOW], 1, 1, 1),
    ]
    assert tables.growth(made, 100) == "CPU per meeting at 400, of that at 100: a 0.50."
    assert tables.growth(made[:2], 100) == ""


def test_figures_take_the_place_of_figures_and_of_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "speed.md"
    page.write_text(tables.PAGE.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(tables, "PAGE", page)
    tables.put_into_page("eerst")
    once = page.read_text("utf-8")
    tables.put_into_page("daarna")
    assert page.read_text("utf-8") == once.replace("eerst", "daarna")
    assert once.startswith("---\nlang: en\n")
    assert once.endswith(tables.PAGE.read_text("utf-8").partition(tables.END)[2])
