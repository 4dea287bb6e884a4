"""A newcomer who types what stands in the guide writes a meeting with all around it, and publishes it."""

import os
import re
import shlex
import shutil
import subprocess
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePosixPath

import pytest
from click.testing import CliRunner

from lrt_site import custody, files
from lrt_site.cli import main
from lrt_site.model.commitments import Commitment
from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Membership, Person
from lrt_site.model.register import Record
from lrt_site.model.sources import Source

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/redactie"
STEP = re.compile(
    r"(?:^<!-- (?P<mark>bestand|concept|toelichting|te zien)(?:: (?P<of>[^\n]+?))? -->\n)?"
    r"^```(?P<form>sh|text)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
WIDTH = 78
SHOWN = 5
ANSWERS = "Bo van Dam\nlid\n1-3-2026\nverslag-2026-03\n"
DRAFT = Path("content/publications/draft.yml")


class Newcomer:
    """Types commands and texts of the guide, and keeps what was printed."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, int, str]] = []
        self.answer = ""
        self.shown: list[tuple[tuple[int, int], str]] = []

    def follow(self, page: str) -> None:
        """Do all that a page says, from above to below."""
        guide = (GUIDE / page).read_text("utf-8")
        (answer,) = re.findall(r"Typ `(\w)` en druk op Enter", guide)
        self.answer = f"{answer}\n"
        for step in STEP.finditer(guide):
            lines = step["text"].replace("\\\n", " ").splitlines()
            if step["form"] == "sh":
                for line in lines:
                    self.type(line)
            elif step["mark"] == "te zien":
                self.shown.append((step.span("text"), self.told(step["of"])))
            elif step["mark"] == "bestand":
                Path(step["of"]).write_text(step["text"], "utf-8")
            elif step["mark"] == "concept":
                self.fill_in((rf"(?m)^({line.partition(' ')[0]})$", line.partition(" ")[2]) for line in lines)
            else:
                assert step["mark"] == "toelichting"
                notes = (line.partition(": ") for line in lines)
                self.fill_in((rf"(?m)(- id: {record}\n    change: \w+\n    note:)$", note) for record, _, note in notes)

    def fill_in(self, answers: Iterable[tuple[str, str]]) -> None:
        """Write behind each of these empty fields of the draft, which must stand there once."""
        draft = DRAFT.read_text("utf-8")
        for field, words in answers:
            draft, times = re.subn(field, rf"\1 {words}", draft)
            assert times == 1, field
        DRAFT.write_text(draft, "utf-8")

    def type(self, line: str) -> None:
        words = shlex.split(line)
        if words[0] == "cd":
            os.chdir(words[1])
        elif words[0] == "lrt-site":
            done = CliRunner().invoke(main, words[1:], input=self.answer)
            self.printed.append((line, done.exit_code, done.output))
        else:
            ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
            assert ran.returncode == 0, line + ran.stdout + ran.stderr

    def told(self, begin: str) -> str:
        """What the last command that begins so printed, as a screen of this width has it."""
        output = [output for line, _, output in self.printed if line.startswith(begin)][-1].rstrip()
        wraps = (
            line if line.startswith((" ", "-", "+")) else textwrap.fill(line, WIDTH, break_on_hyphens=False)
            for line in output.split("\n")
        )
        return "".join(f"{line}\n" for line in wraps)

    def seen(self, page: str) -> str:
        """A page with what its commands printed where it shows that."""
        guide = (GUIDE / page).read_text("utf-8")
        for (start, end), told in reversed(self.shown):
            guide = guide[:start] + told + guide[end:]
        return guide

    def codes(self, begin: str) -> list[int]:
        return [code for line, code, _ in self.printed if line.startswith(begin)]


def on_screen(output: str) -> str:
    """What was printed, as a screen of this width has it."""
    lines = output.rstrip().split("\n")
    wrapped = (
        line if line.startswith((" ", "-", "+")) else textwrap.fill(line, WIDTH, break_on_hyphens=False)
        for line in lines
    )
    return "".join(f"{line}\n" for line in wrapped)


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newcomer:
    """Somebody with nothing but a clone of the project, who has told git a name as the guide says."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "examples/fictief", project / "examples/fictief")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.chdir(project)
    somebody = Newcomer()
    for line in re.findall(r"^git config .*$", (GUIDE / "eerste-stappen.md").read_text("utf-8"), re.MULTILINE):
        somebody.type(line)
    return somebody


def test_the_exercise_goes_from_a_report_to_a_publication(
    newcomer: Newcomer, golden: Callable[[str, str], None]
) -> None:
    """One round of a check finds the mistake, the program mends it, and the second finds none; nothing is refused.

    The guide shows what is seen.
    """
    before = len(list((ROOT / "examples/fictief/publications").iterdir()))
    newcomer.follow("oefenen.md")
    assert newcomer.codes("lrt-site check") == [1, 0, 0]
    others = [told for told in newcomer.printed if not told[0].startswith("lrt-site check") and told[1]]
    assert others == []
    assert len(newcomer.codes("lrt-site new")) == 6
    assert len(list(Path("content/publications").iterdir())) == before + 1
    log = ["git", "log", "--format=%s", "origin/main", "-1"]
    assert "Publicatie" in subprocess.run(log, capture_output=True, text=True, check=True).stdout
    (told,) = (output for line, _, output in newcomer.printed if line == "lrt-site check --fix")
    assert "opslaan" in told
    status = subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True, check=True)
    assert status.stdout == ""
    assert len(newcomer.shown) == SHOWN
    golden("../../docs/redactie/oefenen.md", newcomer.seen("oefenen.md"))
    refuse_missing(published(Path("content")))


@pytest.mark.usefixtures("newcomer")
def test_the_page_about_new_things_shows_how_the_questions_go(golden: Callable[[str, str], None]) -> None:
    done = CliRunner().invoke(main, ["new", "person", "--content", "examples/fictief"], input=ANSWERS)
    assert done.exit_code == 0, done.output
    told = on_screen(done.stdout.replace("examples/fictief", "content"))
    page = (GUIDE / "nieuw.md").read_text("utf-8")
    begin, end = "<!-- te zien: lrt-site new person -->\n```text\n", "```\n"
    before, _, rest = page.partition(begin)
    golden("../../docs/redactie/nieuw.md", f"{before}{begin}{told}{end}{rest.partition(end)[2]}")


def published(content: Path) -> Mapping[str, Record]:
    """What the last publication says."""
    history, wrong = custody.read(files.read_ledger(content), PurePosixPath("publications"))
    assert wrong == ()
    return {name: version.record for name, version in history.known(history.last).items()}


def refuse_missing(records: Mapping[str, Record]) -> None:
    """A meeting, with a new person, source, holder of a seat, figure and piece of evidence around it, is published."""
    source = "s-verslag-2026-10"
    meeting, person, former = records["m-2026-10-15"], records["p-nieuweling"], records["lid-bpr-inbeelding"]
    holder, commitment, series = records["lid-bpr-nieuweling"], records["T90003"], records["ponten"]
    assert isinstance(records[source], Source)
    assert isinstance(meeting, Meeting)
    assert meeting.source == source
    assert [attendee.person for attendee in meeting.attendance] == ["p-bedacht", "p-nieuweling"]
    assert isinstance(person, Person)
    assert isinstance(holder, Membership)
    assert isinstance(former, Membership)
    assert (str(holder.start_date), str(former.end_date)) == ("2026-10-01", "2026-09-30")
    assert isinstance(series, Series)
    assert ("f-ponten-2026-10-15", source) in {(value.id, value.source) for value in series.observations}
    assert isinstance(commitment, Commitment)
    assert ("T90003-brief", source) in {(evidence.id, evidence.source) for evidence in commitment.evidence}
