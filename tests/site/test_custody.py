"""`verify` and `withdraw` as commands: what they say, their exit codes, and what is on the disk after them."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from lrt_site import cache_folder, files
from lrt_site.cli import main
from lrt_site.export import open_data
from lrt_site.ledger import site_check
from tests.builders import a_ledger, a_meeting, a_person, a_register, data_of, history_in, on
from tests.tools.editors import run
from tests.tools.sites import COMMAND

NAME = "Dirk Verzinsel"
WITHDRAW = (
    "withdraw",
    "p-fictief",
    "--words",
    NAME,
    "--ground",
    "AVG",
    "--decision",
    "besluit",
    "--date",
    "2026-05-01",
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content tree in which nothing stands any more but what was published."""
    folder = tmp_path / "inhoud"
    ledger = a_ledger(
        a_register(a_person(name=NAME), a_meeting(body=f"Hier sprak *Dirk*\nVerzinsel, met {NAME}.")),
        a_register(a_person(name="Een ander"), a_meeting(date=on("2020-06-16"))),
    )
    files.write(folder / "publications", ledger)
    return folder


@pytest.fixture
def site(content: Path, tmp_path: Path) -> Path:
    """A site with the ledger of the content on it."""
    folder = tmp_path / "site"
    ledger = files.read_ledger(content)
    history = history_in(ledger)
    register = history.state(history.last)
    files.write(folder, data_of(history, ledger, register.site.address))
    files.write(folder, open_data.files_of(history))
    files.write(folder, {"index.html": "<p>fictief</p>"})
    files.write(folder, {"SHA256SUMS": site_check.sums(files.hashes(folder))})
    return folder


def verify(content: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    done = run("verify", "--content", content, *arguments)
    assert "Traceback" not in done.stderr
    return done


def grep(folder: Path) -> list[str]:
    done = subprocess.run(["grep", "-rilE", "verzinsel", folder], capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def test_verify_counts_what_it_checked(content: Path, site: Path) -> None:
    done = verify(content)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 publicaties, 7 versies en 0 handtekeningen gecontroleerd: alles klopt.\n")
    done = verify(content, site)
    assert done.returncode == 0
    assert f"bestanden van de site in '{site}' gecontroleerd." in done.stdout


ALONE = "Deze site is met geen eigen register vergeleken."


def test_who_downloaded_a_site_needs_no_content(
    content: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reader stands where there is no content, and names none."""
    (tmp_path / "elders").mkdir()
    monkeypatch.chdir(tmp_path / "elders")
    done = CliRunner().invoke(main, ["verify", str(site)])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(verify(content, site).stdout)
    assert ALONE in done.stdout.splitlines()[-1]
    assert ALONE not in verify(content, site).stdout


def no_ledger(content: Path) -> None:
    shutil.rmtree(content / "publications")


def empty_ledger(content: Path) -> None:
    no_ledger(content)
    (content / "publications").mkdir()


def no_content(content: Path) -> None:
    shutil.rmtree(content)


def dangling_content(content: Path) -> None:
    no_content(content)
    content.symlink_to("nergens")


@pytest.mark.parametrize("lost", [no_ledger, empty_ledger, no_content])
def test_where_the_own_ledger_is_lost_no_site_takes_its_place(
    content: Path, site: Path, lost: Callable[[Path], None]
) -> None:
    lost(content)
    for known in ((), ("--known", "0" * 64)):
        done = verify(content, site, *known)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"In '{content}/publications' is geen publicatie gevonden.")


@pytest.mark.parametrize("lost", [no_ledger, empty_ledger, dangling_content])
def test_content_that_is_there_unnamed_counts_as_well(
    content: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: Callable[[Path], None]
) -> None:
    lost(content.rename(tmp_path / "content"))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["verify", str(site)])
    assert (done.exit_code, done.stdout) == (1, "")


def test_where_nothing_is_found_nothing_is_sound(tmp_path: Path) -> None:
    done = verify(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"In '{tmp_path}/publications' is geen publicatie gevonden. Is er al gepubliceerd? "
        "Dan is het register zoek: zet die map terug uit git.\n"
    )


def plain(path: Path) -> None:
    path.write_text("iets", "utf-8")


def folder(path: Path) -> None:
    (path / "map").mkdir(parents=True)


def link(path: Path) -> None:
    path.symlink_to("index.html")


@pytest.mark.parametrize("name", [".gebouwd", ".git", ".nojekyll", "map/.gebouwd", "map/.git"])
@pytest.mark.parametrize("make", [plain, folder, link])
def test_what_is_hidden_on_a_site_is_named(content: Path, site: Path, name: str, make: Callable[[Path], None]) -> None:
    (site / ".gebouwd").write_text("", "utf-8")
    (site / "map").mkdir()
    assert verify(content, site).returncode == 0
    if name == ".gebouwd":
        (site / name).unlink()
    make(site / name)
    done = verify(content, site)
    assert done.returncode == 1
    (line, _) = done.stderr.splitlines()
    assert line.startswith(f"{site}/{name}:1:1: Dit staat verborgen op de site")


@pytest.mark.parametrize("name", ["index.html", "data/v1/wijzigingen.ndjson"])
def test_a_changed_file_of_a_site_is_told_in_one_line(content: Path, site: Path, name: str) -> None:
    with (site / name).open("a", encoding="utf-8") as file:
        file.write(" ")
    done = verify(content, site)
    assert done.returncode == 1
    (line, counted) = done.stderr.splitlines()
    assert line.startswith(f"{site}/{name}:1:1: Dit bestand is veranderd")
    assert counted.startswith("1 probleem gevonden.")


def test_a_changed_byte_of_a_version_is_told_in_one_line(content: Path) -> None:
    (path,) = content.glob("publications/2026-02-04/records/m-*.json")
    path.write_bytes(path.read_bytes().replace(b"2020-06-16", b"2020-06-17"))
    done = verify(content)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith(f"{path}:1:1: Deze opgeslagen versie is veranderd")


@pytest.mark.parametrize("broken", ["publication.json", "notes.json", "records/p-fictief.json"])
def test_check_tells_all_that_verify_finds(content: Path, broken: str) -> None:
    def ledger_problems(told: str) -> list[str]:
        return [line for line in told.splitlines() if "[ledger-" in line]

    assert ledger_problems(run("check", content).stdout) == []
    path = next(path for path in sorted((content / "publications").rglob("*.json")) if str(path).endswith(broken))
    path.write_bytes(path.read_bytes() + b" ")
    (content / "publications/los.txt").write_text("los", "utf-8")
    checked = run("check", content)
    assert checked.returncode == 1
    assert ledger_problems(checked.stdout) == ledger_problems(verify(content).stderr) != []


def test_a_hash_from_a_citation_is_looked_up(content: Path) -> None:
    last = history_in(files.read_ledger(content)).last
    done = verify(content, "--known", last.hash)
    assert done.returncode == 0
    assert f"Dit is publicatie 2 van {last.date.in_words}" in done.stdout
    done = verify(content, "--known", "0" * 64)
    assert done.returncode == 1
    assert "Deze hash is niet van dit register" in done.stdout
    assert verify(content, "--known", "vandaag").returncode == 2


def test_withdrawn_words_are_nowhere_on_the_disk(content: Path) -> None:
    assert grep(content)
    done = run(*WITHDRAW, "--content", content)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Dit moet u nog doen:" in done.stdout
    assert "git archive HEAD | tar -x -C ../nieuw" in done.stdout
    assert "handboek" not in done.stdout
    assert grep(content) == []
    assert [path.name for path in content.rglob(".*")] == []
    assert "1 intrekking, waarvan 1 nog door geen publicatie vastgelegd: 2026-05-01-1-" in verify(content).stdout


def test_words_that_stand_in_the_content_stop_the_withdrawal(content: Path) -> None:
    files.write(content, {"mentions.yml": f"mentions:\n  - id: a\n    text: Van {NAME}.\n"})
    before = files.read_ledger(content)
    done = run(*WITHDRAW, "--content", content)
    assert done.returncode == 1
    assert done.stderr.splitlines()[0].startswith(f"{content}/mentions.yml:3:15: De woorden staan hier nog.")
    assert files.read_ledger(content) == before


def test_an_interrupted_withdrawal_is_told_and_finished(content: Path) -> None:
    before = files.read_ledger(content)
    run(*WITHDRAW, "--content", content)
    gone = {path: data for path, data in before.items() if path not in files.read_ledger(content)}
    files.write(content / "publications", gone)
    done = verify(content)
    assert done.returncode == 1
    assert done.stderr.count("lrt-site withdraw --resume") == len(gone) == 2
    assert run(*WITHDRAW, "--content", content).returncode == 1
    assert run("withdraw", "--resume", "--content", content).stdout == "Afgemaakt: 2 bestanden verwijderd.\n"
    assert grep(content) == []
    assert verify(content).returncode == 0


def test_no_withdrawal_is_of_a_day_that_has_begun_nowhere(content: Path) -> None:
    done = run(*WITHDRAW[:-1], "9999-12-31", "--content", content)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Kies als dag hoogstens morgen." in done.stderr


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\udcff"])
def test_no_sign_that_misleads_comes_into_the_ledger(content: Path, sign: str) -> None:
    before = files.read_ledger(content)
    arguments = [f"{text}{sign}" if last == "--ground" else text for last, text in pairwise(("", *WITHDRAW))]
    done = run(*arguments, "--content", content)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("lrt-site: Bij '--ground': Hier staat een ")
    assert files.read_ledger(content) == before


def test_lines_and_letters_of_any_kind_can_be_given(content: Path) -> None:
    arguments = [
        f"{text}\nén\teen “naam” – 東京" if last == "--ground" else text for last, text in pairwise(("", *WITHDRAW))
    ]
    assert run(*arguments, "--content", content).returncode == 0


def test_a_draft_in_which_words_cannot_be_found_stops_the_withdrawal(content: Path) -> None:
    draft = content / "publications/draft.yml"
    draft.write_bytes(f"title: {NAME}\n".encode("utf-16"))
    done = run(*WITHDRAW, "--content", content)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{draft}:1:1: Dit bestand is niet als UTF-8 opgeslagen.")


@pytest.mark.parametrize(
    "arguments",
    [
        ("p-fictief",),
        ("p-fictief", "--words", NAME, "--ground", "AVG"),
        ("--resume", "--words", NAME),
        ("p-fictie", "--ground", "AVG", "--decision", "besluit"),
        ("p-fictief", "--ground", "AVG", "--decision", "besluit", "--date", "2026-01-01"),
    ],
)
def test_wrong_use_of_withdraw_changes_nothing(content: Path, arguments: tuple[str, ...]) -> None:
    before = files.read_ledger(content)
    done = run("withdraw", *arguments, "--content", content)
    assert done.returncode == 2
    assert done.stderr.startswith("lrt-site: ")
    assert files.read_ledger(content) == before


def test_withdrawn_words_are_in_no_cache(tmp_path: Path) -> None:
    content, name = tmp_path / "inhoud", "Dirk Nergensthuis"
    files.write(content / "publications", a_ledger(a_register(a_person(name=name), a_meeting(body=f"Met {name}."))))
    built = run("build", "--no-handbook", "--content", content, "--site-dir", tmp_path / "uit")
    assert built.returncode == 0, built.stderr
    kept = cache_folder.place()
    assert holding(name, kept)
    done = run(*WITHDRAW[:3], name, *WITHDRAW[4:], "--content", content)
    assert done.returncode == 0, done.stderr
    assert holding(name, kept) == []


def holding(words: str, folder: Path) -> list[Path]:
    """The files below a folder that have these words, while others work in it."""
    found = subprocess.run(["grep", "-rlF", words, folder], capture_output=True, text=True, check=False)
    return [Path(path) for path in found.stdout.splitlines()]


def test_a_cache_can_be_thrown_away(tmp_path: Path) -> None:
    content = tmp_path / "inhoud"
    files.write(content / "publications", a_ledger(a_register(a_meeting())))
    own = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def told(*arguments: str | Path) -> str:
        done = subprocess.run([COMMAND, *arguments], env=own, cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout

    build = ("build", "--no-handbook", "--content", content, "--site-dir", tmp_path / "uit")
    told(*build, "--no-cache")
    assert "Er was niets bewaard" in told("cache", "clear")
    told(*build)
    assert re.search(r"Weggegooid: \d+,\d MB in '.*/cache/lrt-site'\.", told("cache", "clear"))
    assert not (tmp_path / "cache/lrt-site").exists()


def test_where_nothing_was_published_there_is_nothing_to_finish(tmp_path: Path) -> None:
    (tmp_path / "inhoud").mkdir()
    done = run("withdraw", "--resume", "--content", tmp_path / "inhoud")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Er was niets om af te maken.\n", "")
