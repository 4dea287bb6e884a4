"""The commands on the guide's page about git do what it says of them."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

from lrt_site.cli.program import main

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/redactie/git.md").read_text("utf-8")
SOURCES = Path("content/sources.yml")
BRANCH = "verslag-oktober"


def shell(command: str, *, fails: bool = False) -> str:
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode != 0) == fails, command + done.stdout + done.stderr
    return done.stdout + done.stderr


def as_told(begin: str, *, fails: bool = False) -> str:
    """What the one command of the page that begins so does."""
    commands = re.findall(r"`(git [^`\n]+)`|^(git .+)$", PAGE, re.MULTILINE)
    (command,) = {inline or line for inline, line in commands if (inline or line).startswith(begin)}
    return shell(command, fails=fails)


@pytest.fixture(autouse=True)
def branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone with a bare origin, in which an editor begins as the page says."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / ".gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_EDITOR", "false")
    monkeypatch.chdir(tmp_path)
    shell("git config --global user.name Fictief && git config --global user.email fictief@fictief.example")
    shell("git init -q --bare -b main forge.git && git init -q -b main werk")
    monkeypatch.chdir(tmp_path / "werk")
    SOURCES.parent.mkdir()
    SOURCES.write_text("begin\n", "utf-8")
    shell("git add -A && git commit -qm Begin && git remote add origin ../forge.git && git push -qu origin main")
    as_told("git switch main")
    as_told("git switch -c")


def commit(text: str) -> None:
    SOURCES.write_text(text, "utf-8")
    as_told("git add -A")
    as_told('git commit -m "Verslag')


def test_a_branch_is_sent_for_the_first_time_and_again() -> None:
    commit("een\n")
    assert BRANCH in as_told("git push -u")
    commit("twee\n")
    shell("git push")
    assert shell(f"git rev-parse {BRANCH}") == shell(f"git rev-parse origin/{BRANCH}")


def test_a_conflict_is_solved_or_put_off() -> None:
    shell(f"git switch -q main && echo collega > {SOURCES} && git commit -qam Collega && git push -q")
    shell(f"git switch -q {BRANCH}")
    commit("eigen\n")
    assert "CONFLICT" in as_told("git pull --no-rebase", fails=True)
    assert SOURCES.read_text("utf-8").startswith("<<<<<<< HEAD\neigen\n=======\ncollega\n>>>>>>> ")
    as_told("git merge --abort")
    assert SOURCES.read_text("utf-8") == "eigen\n"
    as_told("git pull --no-rebase", fails=True)
    SOURCES.write_text("eigen en collega\n", "utf-8")
    as_told("git add -A")
    as_told('git commit -m "Samen')
    assert as_told("git status").endswith("working tree clean\n")


def test_each_way_back_gives_back_what_the_page_says() -> None:
    SOURCES.write_text("fout\n", "utf-8")
    as_told("git add -A")
    as_told("git restore --staged")
    assert SOURCES.read_text("utf-8") == "fout\n"
    as_told("git restore content")
    assert SOURCES.read_text("utf-8") == "begin\n"
    commit("fout\n")
    as_told("git reset --soft")
    assert (SOURCES.read_text("utf-8"), shell("git log -1 --format=%s")) == ("fout\n", "Begin\n")
    commit("fout\n")
    as_told("git push -u")
    as_told("git revert")
    assert SOURCES.read_text("utf-8") == "begin\n"


def test_the_hook_that_checks_before_git_records_is_the_one_told() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (told,) = re.findall(r"^```text\n(repos:.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert yaml.safe_load(told)["repos"][0]["hooks"] == [{"id": hook["id"]}]
    program, command = hook["entry"].split()
    assert program in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert command in main.commands
    assert hook["pass_filenames"] is False, "of one file alone is not known what it makes wrong in others"
    touched = ("content/sources.yml", "content/publications/draft.yml", "docs/content/x.yml", "site/index.html")
    assert [bool(re.search(hook["files"], path)) for path in touched] == [True, True, False, False]
