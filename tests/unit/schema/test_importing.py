"""What Excel saves becomes a CSV file of the content, or is refused with what is wrong, on its own line."""

from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from lrt_site.cli import main
from lrt_site.schema import imported
from tests.site.test_values import ROOT

FILE = PurePosixPath("uit.csv")
HEADER = "id;period;value;qualifier;unit;status;source;note"
GOOD = "id,period,value,qualifier,unit,status,source,note\n"


@pytest.mark.parametrize(
    ("given", "row"),
    [
        (f"{HEADER}\nf-a;2025;12;;boten;voorlopig;s-a;\n", "f-a,2025,12,,boten,voorlopig,s-a,"),
        (f"sep=;\n{HEADER}\nf-a;2025;12;;boten;voorlopig;s-a;\n", "f-a,2025,12,,boten,voorlopig,s-a,"),
        (f"{HEADER};;\nf-a;2025;12;;boten;voorlopig;s-a;;;\n;;;;;;;;;\n", "f-a,2025,12,,boten,voorlopig,s-a,"),
        (f"{HEADER}\nf-a;2025;12,5;;boten;voorlopig;s-a;a, b\n", 'f-a,2025,"12,5",,boten,voorlopig,s-a,"a, b"'),
        (f"{HEADER}\nf-a;1e helft 2025;1.200.000;;boten;voorlopig;s-a;\n", "f-a,2025-H1,1200000,,boten,voorlopig,s-a,"),
        (f"{HEADER}\nf-a;2025;circa 1.200.000;;boten;voorlopig;s-a;\n", "f-a,2025,1200000,circa,boten,voorlopig,s-a,"),
        (HEADER.replace("id", "ID").replace("value", "Waarde") + "\nf-a;2025;12;;boten;voorlopig;s-a\n",
         "f-a,2025,12,,boten,voorlopig,s-a,"),
        (f"{HEADER}\nf-a;2025;12;;boten;voorlopig;s-a;\n".replace(";", "\t"), "f-a,2025,12,,boten,voorlopig,s-a,"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("coding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_table_of_excel_is_understood(given: str, row: str, coding: str) -> None:
    made = imported(FILE, given.replace("\n", "\r\n").encode(coding))
    assert made.problems == ()
    assert made.text == f"{GOOD}{row}\n"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("f-a;2025;n.b.;;boten;voorlopig;s-a;", "Haal deze regel weg"),
        ("f-a;2025;580.125;;boten;voorlopig;s-a;", "kan 580125 zijn of 580,125"),
        ("f-a;Q1;12;;boten;voorlopig;s-a;", "noemt geen jaar"),
        ('f-a;2025;12;;boten;voorlopig;s-a;"een" twee', "aanhalingsteken"),
    ],
)
def test_what_is_not_understood_is_refused_on_its_line(row: str, words: str) -> None:
    (problem,) = imported(FILE, f"sep=;\n{HEADER}\n;;;;;;;\n{row}\n".encode()).problems
    assert problem.line == 4
    assert words in problem.message


def test_a_workbook_is_refused() -> None:
    (problem,) = imported(PurePosixPath("uit.xlsx"), b"PK\x03\x04\0\0").problems
    assert "Open het in Excel" in problem.message


def test_the_command_shows_the_difference_and_writes_only_when_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    good = (ROOT / "figures/reizigers.csv").read_text("utf-8")
    target = Path("content/figures/reizigers.csv")
    target.parent.mkdir(parents=True)
    saved = good.replace(",", ";").encode()
    target.write_bytes(saved)
    shown = CliRunner().invoke(main, ["import-csv", str(target)])
    assert (shown.exit_code, target.read_bytes()) == (0, saved)
    assert "+id,part,area,period,value" in shown.stdout
    assert "--write" in shown.stderr
    assert CliRunner().invoke(main, ["import-csv", str(target), "--write"]).exit_code == 0
    assert target.read_text("utf-8") == good
    assert "is al goed" in CliRunner().invoke(main, ["import-csv", str(target)]).stdout
    Path("Nieuwe Reeks.csv").write_text(f"{HEADER}\nf-a;2025;x;;boten;voorlopig;s-a;\n")
    refused = CliRunner().invoke(main, ["import-csv", "Nieuwe Reeks.csv", "--write"])
    assert refused.exit_code == 1
    assert "Er is niets geschreven." in refused.stderr
    assert not Path("content/figures/nieuwe-reeks.csv").exists()
