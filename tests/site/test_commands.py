"""The commands keep their promises: exit codes, Dutch, all or nothing."""

import errno
import re
import shutil
import subprocess
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from lrt_site.cli import console
from tests.tools import editors
from tests.tools.small import FIRST

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("lrt-site")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A content tree with one mistake in it."""
    folder = tmp_path / "inhoud"
    folder.mkdir()
    (folder / "site.yml").write_text("id: site\ntitel: Verkeerd\n", "utf-8")
    return folder


def test_check_of_the_real_content_finds_nothing() -> None:
    """By the program as it is installed; what it is told to do is the same in a fork."""
    done = subprocess.run([PROGRAM, "check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_site_with_problems_is_not_made_and_the_old_one_stays(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / ".gebouwd").write_text("", "utf-8")
    (site / "index.html").write_text("de vorige", "utf-8")
    (site / "SHA256SUMS").write_text(f"{'0' * 64}  index.html\n", "utf-8")
    done = editors.run("build", "--first", "--content", small, "--site-dir", site)
    assert done.returncode == 1
    assert "site.yml:2:1: Het veld 'titel' bestaat niet bij de site. Bedoelde u 'title'?" in done.stderr
    assert "Traceback" not in done.stderr
    assert (site / "index.html").read_text("utf-8") == "de vorige"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_is_no_site_is_never_replaced(tmp_path: Path) -> None:
    precious = tmp_path / "foto's/dierbaar.txt"
    precious.parent.mkdir()
    precious.write_text("foto's", "utf-8")
    done = editors.run("build", "--first", "--content", tmp_path / "inhoud", "--site-dir", precious.parent)
    assert done.returncode == 2
    assert "geen eerder gebouwde site" in done.stderr
    assert [path.name for path in precious.parent.iterdir()] == ["dierbaar.txt"]


def test_a_build_refuses_what_it_would_delete_before_it_reads_anything(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git").mkdir(parents=True)
    (site / ".gebouwd").touch()
    done = editors.run("build", "--content", tmp_path / "niets", "--site-dir", site)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"In de map '{site}' staat wat niet bij de site hoort: '.git'." in done.stderr
    for place, told in (("", "U staat zelf in"), ("docs/site", "het handboek"), ("templates", "de sjablonen")):
        done = editors.run("build", "--content", tmp_path / "niets", "--site-dir", ROOT / place)
        assert (done.returncode, told in done.stderr) == (2, True)


@pytest.mark.parametrize(
    "command", [("build", "--no-handbook", "--preview", "--site-dir"), ("schema", "--into"), ("init", "--example")]
)
def test_on_a_full_disk_a_command_says_which_file_and_why(tmp_path: Path, command: tuple[str]) -> None:
    """No file may get more than so many bytes: the program meets what a full disk would do to it."""
    content = editors.write_small(tmp_path / "inhoud")
    made, out, err = tmp_path / "gemaakt", tmp_path / "uit", tmp_path / "fout"
    given = ("--content", content) if command[0] == "build" else ()
    process = editors.working(*command, made, *given, out=out, err=err, room=5000)
    process.join()
    said = err.read_text("utf-8").splitlines()[-1]
    assert (process.exitcode, out.read_text("utf-8")) == (2, "")
    assert said.startswith(f"lrt-site: '{made}/")
    assert said.endswith("' kan niet worden gelezen of geschreven: het bestand wordt te groot.")
    assert ".bezig-" not in said
    assert list(tmp_path.rglob(".bezig-*")) == []
    assert made.exists() == (command[0] == "schema")


def test_schemas_do_not_come_over_what_is_none_and_no_link_is_followed(tmp_path: Path) -> None:
    into, elsewhere = tmp_path / "schema", tmp_path / "elders"
    elsewhere.mkdir()
    into.mkdir()
    (into / "content").mkdir()
    (into / "content/site.schema.json").write_text("mijn aantekeningen", "utf-8")
    (into / "v1").symlink_to(elsewhere)
    done = editors.run("schema", "--into", into)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"In '{into}' staat al iets anders met dezelfde naam: 'content/site.schema.json', 'v1/" in done.stderr
    assert {path.name for path in into.rglob("*")} == {"content", "v1", "site.schema.json"}
    assert list(elsewhere.iterdir()) == []
    (into / "v1").unlink()
    (into / "content/site.schema.json").write_text('{"$schema": "van eerder"}', "utf-8")
    editors.lrt_site("schema", "--into", into)
    assert "van eerder" not in (into / "content/site.schema.json").read_text("utf-8")


@pytest.mark.parametrize(
    "command", [("build", "--no-handbook", "--site-dir"), ("rappel", "--date", "2026-01-01", "--into")]
)
def test_without_a_publication_nothing_is_made_but_a_first_one_on_purpose(tmp_path: Path, command: tuple[str]) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    made = tmp_path / "gemaakt"
    done = editors.run(*command, made, "--content", content)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"In '{content}/publications' is geen publicatie gevonden." in done.stderr
    assert "zet die map terug uit git" in done.stderr
    assert "'--first'" in done.stderr
    assert not made.exists()
    first = editors.run(*command, made, "--first", "--content", content)
    assert ("Dit is een voorbeeld" in first.stdout) == (command[0] == "build")
    assert "geen publicatie gevonden" not in first.stderr
    editors.publish(content, FIRST)
    again = editors.run(*command, made, "--first", "--content", content)
    assert (again.returncode, again.stdout) == (2, "")
    assert "Er is al gepubliceerd. Laat '--first' weg" in again.stderr


def test_a_draft_is_no_publication_yet(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    editors.lrt_site("publish", "--draft", "--content", content, "--date", FIRST)
    command = ("build", "--no-handbook", "--content", content, "--site-dir", tmp_path / "site")
    assert editors.run(*command, "--first").returncode == 0
    assert editors.run(*command).returncode == 2


def test_where_something_was_withdrawn_something_was_published(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    (content / "publications/withdrawals/2026-02-01").mkdir(parents=True)
    (content / "publications/withdrawals/2026-02-01/withdrawal.json").write_bytes(b"{}")
    for option, said in ((), "geen publicatie gevonden"), (("--first",), "Er is al gepubliceerd."):
        done = editors.run("build", *option, "--content", content, "--site-dir", tmp_path / "site")
        assert (done.returncode, said in done.stderr) == (2, True)
    assert not (tmp_path / "site").exists()


def test_a_preview_needs_no_publication(tmp_path: Path) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    done = editors.run("build", "--preview", "--no-handbook", "--content", content, "--site-dir", tmp_path / "site")
    assert (done.returncode, "Dit is een voorbeeld" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    "command", [("check",), ("build",), ("diff",), ("publish",), ("publish", "--draft"), ("withdraw", "--resume")]
)
@pytest.mark.parametrize("place", ["publications", "publications/.draft.yml.nieuw"])
def test_a_link_in_the_ledger_stops_every_command(tmp_path: Path, command: tuple[str], place: str) -> None:
    content = editors.write_small(tmp_path / "inhoud")
    (content / place).parent.mkdir(exist_ok=True)
    (content / place).symlink_to(tmp_path / "elders")
    done = editors.run(*command, "--content", content)
    assert done.returncode == 1
    told = re.escape(f"{content / place}:1:1: ") + "Dit is een verwijzing"
    assert re.search(told, done.stdout + done.stderr)
    assert [path.name for path in tmp_path.iterdir()] == ["inhoud"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "Iets kan niet worden gelezen of geschreven: de schijf is vol.",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "a/b"),
            "'a/b' kan niet worden gelezen of geschreven: u hebt",
        ),
        (OSError(errno.EACCES, "Permission denied", b"a"), "'a' kan niet"),
        (shutil.Error([("a", "b", "c")]), "Iets kan niet worden gelezen of geschreven: "),
        (OSError(), "Iets kan niet worden gelezen of geschreven: waarom is niet bekend."),
        (BrokenProcessPool(), "Een deel van het programma is gestopt door de computer. Misschien was er te weinig"),
    ],
)
def test_what_the_disk_refuses_is_told_in_words(error: Exception, said: str) -> None:
    @console.speaking_plainly
    def refused() -> None:
        raise error

    with pytest.raises(console.Stop) as stop:
        refused()
    assert stop.value.message.startswith(said)
    assert "None" not in stop.value.message


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--content", "bestaat-niet"),
        ("publish", "--draft", "--content", "bestaat-niet"),
        ("build", "--as-of", "2026-02-30"),
        ("bouw",),
    ],
)
def test_wrong_use_is_exit_code_2_without_a_traceback(arguments: tuple[str, ...]) -> None:
    done = editors.run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("style", ["text", "github", "json"])
def test_check_speaks_to_people_forges_and_programs(small: Path, style: str) -> None:
    done = editors.run("check", "--content", small, "--format", style)
    assert done.returncode == 1
    assert "unknown-field" in done.stdout
