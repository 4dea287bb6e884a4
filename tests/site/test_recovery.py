"""When something goes wrong: each way out that the handbook tells is walked here, by the commands that stand there."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lrt_site.cli import console, looking, main, publishing
from tests.tools import editors
from tests.tools.editors import edit, fill_in, lrt_site, publications, run
from tests.tools.sites import COMMAND, ROOT
from tests.tools.small import FIRST, MEETING, PAGE

GUIDE = (ROOT / "docs/redactie/als-er-iets-misgaat.md").read_text("utf-8")
PROGRAMS = (ROOT / "docs/data/publicaties.md").read_text("utf-8")
SECOND, AHEAD = "2026-02-01", date(2062, 1, 1)
FORGE = "https://forge.example/tafel.git"
EDITOR = {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Fictief"), ("EMAIL", "fictief@fictief.example"))
}


def shell(command: str, folder: Path) -> str:
    """What a command of an editor prints, in a folder; `lrt-site` is at hand."""
    environment = {**os.environ, **EDITOR, "PATH": f"{COMMAND.parent}:{os.environ['PATH']}"}
    command_line = ["bash", "-euc", command]
    done = subprocess.run(command_line, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def commands(name: str, forge: Path | None = None) -> str:
    """The commands of the handbook that stand below this mark."""
    found = re.search(rf"^<!-- opdrachten: {name} -->\n```sh\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert found
    return found[1].replace(FORGE, str(forge))


def built(work: Path) -> str:
    """What a build of the content in a clone prints; the site stands beside it."""
    return lrt_site("build", "--no-handbook", "--content", work / "content", "--site-dir", work / "site")


def refused(*arguments: str | Path) -> str:
    """What a command says that does not go well."""
    done = run(*arguments)
    assert done.returncode, done.stdout
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forge with two publications, the clone of an editor with the site that was built of it, and an anchor."""
    folder = tmp_path_factory.mktemp("begin")
    work = folder / "tafel"
    content = editors.write_small(work / "content")
    editors.publish(content, FIRST)
    (work / ".gitignore").write_text("/site/\n/anker.txt\n/publicaties/\n", "utf-8")
    shell("git init --quiet --initial-branch=main && git add . && git commit --quiet --message Een", work)
    edit(content / f"meetings/{MEETING}.md", "date: 2025-03-11", "date: 2025-03-12")
    editors.publish(content, SECOND)
    shell("git add . && git commit --quiet --message Twee", work)
    shell("git clone --quiet --bare tafel forge.git", folder)
    shell("git remote add origin ../forge.git && git fetch --quiet && git branch --quiet -u origin/main", work)
    built(work)
    (work / "anker.txt").write_text(lrt_site("anchor", "--content", content), "utf-8")
    return folder


@pytest.fixture
def folder(begun: Path, tmp_path: Path) -> Path:
    """A copy of all that of one's own."""
    return shutil.copytree(begun, tmp_path / "alles")


@pytest.fixture
def work(folder: Path) -> Path:
    return folder / "tafel"


@pytest.fixture
def robbed(folder: Path) -> Path:
    """The clone of somebody who sent an older state to the forge, by force; the anchor and the site are still there."""
    clone = folder / "ander"
    shell("git clone --quiet forge.git ander && cp -r tafel/site tafel/anker.txt ander", folder)
    shell("git reset --quiet --hard HEAD~1 && git push --quiet --force", clone)
    return clone


def test_after_a_machine_was_lost_a_clone_makes_the_same_site(folder: Path) -> None:
    elsewhere = folder / "elders"
    elsewhere.mkdir()
    told = shell(commands("computer", folder / "forge.git"), elsewhere)
    assert "2 publicaties" in told
    assert "opnieuw gebouwd" in told
    assert editors.files_of(elsewhere / "tafel/site") == editors.files_of(folder / "tafel/site")


def test_what_was_damaged_is_named_and_put_back(work: Path) -> None:
    """Also where git was told of it already; a draft that it was not told of stays."""
    ledger = work / "content/publications"
    before = editors.files_of(ledger)
    half, gone = f"{SECOND}/records/{MEETING}.json", f"{FIRST}/records/{PAGE}.json"
    (ledger / half).write_bytes((ledger / half).read_bytes()[:40])
    (ledger / gone).unlink()
    (ledger / "draft.yml").write_text("title: Nog niet af\n", "utf-8")
    shell(f"git add content/publications/{SECOND}", work)
    told = refused("verify", "--content", work / "content")
    assert all(f"content/publications/{name}:1:1: " in told for name in (half, gone))
    shell(commands("bestand"), work)
    assert editors.files_of(ledger) == {**before, "draft.yml": b"title: Nog niet af\n"}


def test_a_publication_that_was_lost_by_force_is_missed(robbed: Path) -> None:
    content, site = ("--content", robbed / "content"), robbed / "site"
    assert "alles klopt" in lrt_site("verify", *content)
    assert "Publicatie 2 ontbreekt in dit register." in refused("verify", "--known", robbed / "anker.txt", *content)
    assert "Deze site is nieuwer dan het register" in refused("verify", site, *content)
    assert f"een site met publicatie {SECOND}" in refused("build", *content, "--site-dir", site)


def test_it_comes_back_from_a_clone_that_has_it(robbed: Path, work: Path) -> None:
    assert "forced update" in shell("git fetch", work)
    assert "Publicatie 2: zoals het anker zegt." in shell(commands("kopie"), work)
    shell("git pull --quiet", robbed)
    assert editors.files_of(robbed / "content") == editors.files_of(work / "content")


def test_it_comes_back_from_the_site(robbed: Path, work: Path) -> None:
    shutil.copytree(robbed / "site/data/v1/publicaties", robbed / "publicaties")
    told = shell(commands("site"), robbed)
    assert "Publicatie 2: zoals het anker zegt." in told
    assert "eerst 12 maart 2025, nu 11 maart 2025" in told
    assert editors.files_of(robbed / "content/publications") == editors.files_of(work / "content/publications")
    edit(robbed / f"content/meetings/{MEETING}.md", "date: 2025-03-11", "date: 2025-03-12")
    assert lrt_site("diff", "--content", robbed / "content") == "Er is geen verschil.\n"


def test_the_site_of_any_table_carries_the_whole_ledger(fictief_site: Path, tmp_path: Path) -> None:
    """Also where words were withdrawn, and publications are in the first format."""
    ledger = editors.files_of(ROOT / "examples/fictief/publications")
    shutil.copytree(fictief_site / "data/v1/publicaties", tmp_path / "publicaties")
    shell(commands("site").partition("mv ")[0], tmp_path)
    assert editors.files_of(tmp_path / "publicaties") == ledger
    assert any("withdrawals/" in name for name in ledger)


def test_of_the_ledger_alone_the_same_site_is_made(work: Path) -> None:
    before = editors.files_of(work / "site")
    (work / "content/publications").rename(work / "register")
    shutil.rmtree(work / "content")
    (work / "content").mkdir()
    (work / "register").rename(work / "content/publications")
    assert "De inhoud heeft problemen" in built(work)
    assert editors.files_of(work / "site") == before


def test_where_the_forge_moves_nothing_else_does(folder: Path, work: Path) -> None:
    shell("git init --quiet --bare --initial-branch=main nieuw.git", folder)
    before = editors.files_of(work / "content")
    shell(commands("forge", folder / "nieuw.git"), work)
    shell("git clone --quiet nieuw.git elders", folder)
    assert editors.files_of(folder / "elders/content") == before


def names_in(site: Path) -> Iterator[str]:
    """The names of all entries in feeds, and of the feeds."""
    for path in site.rglob("*.xml"):
        yield from re.findall("<id>([^<]*)</id>", path.read_text("utf-8"))


def test_where_the_site_moves_what_was_told_in_feeds_keeps_its_name(work: Path) -> None:
    before = set(names_in(work / "site"))
    edit(work / "content/site.yml", "address: https://fictief.example/", "address: https://elders.example/")
    (asked,) = re.findall(r"Schrijf '(authority: \S+)'", refused("check", "--content", work / "content"))
    edit(work / "content/site.yml", "fictitious:", f"{asked}\nfictitious:")
    editors.publish(work / "content", "2026-02-02")
    built(work)
    assert before
    assert before <= set(names_in(work / "site"))
    assert "https://elders.example/" in (work / "site/index.html").read_text("utf-8")


def test_a_publication_by_mistake_is_done_again_before_it_is_on_the_site(work: Path) -> None:
    content, site = work / "content", work / "site"
    lrt_site("publish", "--redo", SECOND, "--content", content)
    fill_in(content)
    lrt_site("publish", "--content", content)
    assert publications(content) == [FIRST, f"{console.today()}"]
    told = refused("build", "--content", content, "--site-dir", site)
    assert "Maakte u die publicatie weer een concept" in told
    assert "Verwijder de map dan" in told


def at(day: date, content: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """What a command does on a computer whose clock says this day."""
    with monkeypatch.context() as clock:
        clock.setattr(console, "today", lambda: day)
        clock.setattr(publishing, "today", lambda: day)
        clock.setattr(looking, "today", lambda: day)
        return CliRunner().invoke(main, [*arguments, "--content", str(content)])


@pytest.fixture
def ahead(work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Content of which the last publication was sealed while the clock ran ahead."""
    content = work / "content"
    edit(content / f"pages/{PAGE}.md", "Alles op deze site", "Alles hier")
    assert at(AHEAD, content, monkeypatch, "publish", "--draft").exit_code == 0
    fill_in(content)
    assert at(AHEAD, content, monkeypatch, "publish").exit_code == 0
    assert publications(content) == [FIRST, SECOND, f"{AHEAD}"]
    return content


def test_a_publication_of_a_clock_that_ran_ahead_is_named_and_done_again(ahead: Path) -> None:
    redo = f"lrt-site publish --redo {AHEAD}"
    checked = run("check", "--content", ahead)
    assert checked.returncode == 1
    line, *_ = checked.stdout.splitlines()
    assert line.startswith(f"{ahead}/publications/{AHEAD}/publication.json:1:1: Deze publicatie is van 1 januari 2062")
    assert line.endswith(f"{redo} [ledger-ahead]")
    edit(ahead / f"pages/{PAGE}.md", "Alles hier", "Alles nu")
    assert refused("publish", "--draft", "--content", ahead).strip().endswith(redo)
    lrt_site(*redo.split()[1:], "--content", ahead)
    fill_in(ahead)
    lrt_site("publish", "--content", ahead)
    lrt_site("check", "--content", ahead)
    assert len(publications(ahead)) == 3


def test_a_draft_of_a_clock_that_ran_ahead_is_made_again_with_another_day(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = work / "content"
    edit(content / f"pages/{PAGE}.md", "Alles op deze site", "Alles hier")
    at(AHEAD, content, monkeypatch, "publish", "--draft")
    fill_in(content)
    assert "[draft-date]" in run("publish", "--content", content).stderr
    lrt_site("publish", "--draft", "--date", f"{console.today()}", "--content", content)
    lrt_site("publish", "--content", content)
    assert publications(content)[-1] == f"{console.today()}"


def test_a_clock_that_is_behind_publishes_nothing(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = work / "content"
    edit(content / f"pages/{PAGE}.md", "Alles op deze site", "Alles hier")
    told = at(date(2026, 1, 20), content, monkeypatch, "publish", "--draft", "--date", "2026-01-20")
    assert told.exit_code == 2
    assert "volgens deze computer is het nu 20 januari 2026. Zet de klok goed." in told.stderr


def test_after_ten_years_all_is_read_and_proved_without_the_program(fictief_site: Path, tmp_path: Path) -> None:
    """By Python itself, without any package, and by sha256sum, as the pages of the site tell."""
    shell("sha256sum --check --quiet SHA256SUMS", fictief_site)
    copy = shutil.copytree(fictief_site / "data/v1/publicaties", tmp_path / "publicaties")
    assert all(json.loads(path.read_bytes()) for path in copy.rglob("*.json"))
    program = re.search(r"<!-- programma: bewijs.py -->\n```python\n(.*?)^```$", PROGRAMS, re.MULTILINE | re.DOTALL)
    assert program
    proving = [sys.executable, "-I", "-S", "-c", program[1]]
    done = subprocess.run(proving, cwd=copy, capture_output=True, text=True, check=True)
    assert "waarden bewezen. De laatste publicatie heeft de hash" in done.stdout
