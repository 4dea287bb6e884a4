"""A proposal on a forge, played with real git: two editors, a conflict, a review, a preview, approval and publication.

What the workflows of a new project say is run as it stands there; only the forge itself answers from a file.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema  # type: ignore[import-untyped]
from click.testing import CliRunner

from lrt_site import builtin
from tests.site.test_new_project import INIT
from tests.tools import editors

SITE = "content/site.yml"
TITLE = 'title: "Overlegtafel Wonen"'
DRAFT = "content/publications/draft.yml"
SCHEMAS = {".github/workflows/site.yml": "github-workflows", ".forgejo/workflows/site.yml": "github-workflows"}
PROGRAM = 'from lrt_site.cli import main; main(prog_name="lrt-site")'
GH = """#!/bin/sh
case "$*" in
  *approvals*) cat "$FORGE/approvals" ;;
  *commits*) cat "$FORGE/writer" ;;
  "pr comment"*) cp "$5" "$FORGE/comment" ;;
esac
"""


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


class Editor:
    """Somebody with a clone of the project."""

    def __init__(self, folder: Path, origin: Path, name: str) -> None:
        self.folder = folder
        git(folder.parent, "clone", "--quiet", str(origin), str(folder))
        git(folder, "config", "user.name", name)
        git(folder, "config", "user.email", f"{name}@voorbeeld.example")

    def propose(self, branch: str, old: str, new: str) -> str:
        """Change a line of the site on a branch, and bring it to the forge."""
        git(self.folder, "switch", "--quiet", "--create", branch)
        editors.edit(self.folder / SITE, old, new)
        return self.send(branch, f"Verander {new}")

    def send(self, branch: str, message: str) -> str:
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--message", message)
        return git(self.folder, "push", "--quiet", "--set-upstream", "origin", branch)


class Forge:
    """The steps of the workflows, in a clean checkout each time."""

    def __init__(self, folder: Path, origin: Path) -> None:
        self.folder, self.origin = folder, origin
        self.answers = folder / "forge"
        self.answers.mkdir(parents=True)
        programs = folder / "bin"
        programs.mkdir()
        (programs / "gh").write_text(GH)
        (programs / "pip").write_text("#!/bin/sh\n")
        (programs / "lrt-site").write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{PROGRAM}' \"$@\"\n")
        for program in programs.iterdir():
            program.chmod(0o755)
        self.path = f"{programs}:{os.environ['PATH']}"

    def answer(self, **answers: str) -> None:
        for name, text in answers.items():
            (self.answers / name).write_text(text)

    def checked_out(self, branch: str) -> Path:
        work = self.folder / f"work-{len(list(self.folder.iterdir()))}"
        git(self.folder, "clone", "--quiet", "--branch", branch, str(self.origin), str(work))
        return work

    def run(self, work: Path, script: str, given: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": self.path, "FORGE": str(self.answers), **given}
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=work,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def github(self, job: str, branch: str, **given: str) -> tuple[Path, dict[str, subprocess.CompletedProcess[str]]]:
        """Run the steps of a job up to the first that fails; then only those that run always."""
        work = self.checked_out(branch)
        steps = yaml.safe_load((work / ".github/workflows/site.yml").read_text("utf-8"))["jobs"][job]["steps"]
        done: dict[str, subprocess.CompletedProcess[str]] = {}
        for step in steps:
            failed = any(step_done.returncode for step_done in done.values())
            if "run" in step and (not failed or step.get("if") == "always()"):
                output = {"GITHUB_OUTPUT": str(work / "output"), "GITHUB_REPOSITORY": "a/b", "GITHUB_RUN_ID": "1"}
                done[step.get("name", step["run"])] = self.run(work, step["run"], {**output, **given})
        return work, done

    def gitlab(self, job: str, branch: str, **given: str) -> tuple[Path, list[subprocess.CompletedProcess[str]]]:
        work = self.checked_out(branch)
        script = yaml.safe_load((work / ".gitlab-ci.yml").read_text("utf-8"))[job]["script"]
        done: list[subprocess.CompletedProcess[str]] = []
        for line in script:
            done.append(self.run(work, line, given))
            if done[-1].returncode:
                break
        return work, done


@pytest.fixture
def origin(tmp_path: Path) -> Path:
    """A new project on a forge, whose first publication is to come."""
    project, origin = tmp_path / "project", tmp_path / "origin.git"
    editors.lrt_site("init", project, *INIT)
    for name in (".github/workflows/site.yml", ".gitlab-ci.yml"):
        editors.edit(project / name, "lrt-site build --first", "lrt-site build")
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(origin))
    git(project, "init", "--quiet", "--initial-branch=main")
    git(project, "config", "user.name", "start")
    git(project, "config", "user.email", "start@voorbeeld.example")
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", "Begin")
    git(project, "push", "--quiet", str(origin), "main")
    return origin


def draft_on_main(tmp_path: Path, origin: Path) -> Editor:
    """An editor who brought a completed draft to the main branch."""
    editor = Editor(tmp_path / "schrijver", origin, "schrijver")
    editors.lrt_site("publish", "--draft", "--content", editor.folder / "content")
    editors.fill_in(editor.folder / "content")
    assert editor.send("main", "Concept") == ""
    return editor


def test_what_two_editors_propose_is_reviewed_and_published_by_another(tmp_path: Path, origin: Path) -> None:
    forge = Forge(tmp_path / "runs", origin)
    anna, bram = (Editor(tmp_path / name, origin, name) for name in ("anna", "bram"))
    anna.propose("titel", TITLE, 'title: "Overlegtafel Wonen en Bouwen"')
    bram.propose("naam", TITLE, "title: De woontafel")
    work, done = forge.github("voorstel", "titel", BASE="origin/main", NUMBER="1")
    assert [step.returncode for step in done.values()] == [0] * len(done), done
    comment = (forge.answers / "comment").read_text("utf-8")
    assert "| Titel | Overlegtafel Wonen | Overlegtafel Wonen en Bouwen |" in comment
    assert "Overlegtafel Wonen en Bouwen" in (work / "voorbeeld/index.html").read_text("utf-8")

    git(anna.folder, "switch", "--quiet", "main")
    git(anna.folder, "merge", "--quiet", "titel")
    git(anna.folder, "push", "--quiet", "origin", "main")
    git(bram.folder, "fetch", "--quiet")
    assert "CONFLICT" in git(bram.folder, "merge", "origin/main")
    bram.send("naam", "Voeg samen, met de tekens van git er nog in")
    _, done = forge.github("voorstel", "naam", BASE="origin/main", NUMBER="2")
    told = done["Zeg wat er niet klopt"]
    assert told.returncode == 1
    assert re.search(r"^::error file=content/site\.yml,line=\d+.*title=merge-conflict", told.stdout, re.MULTILINE)
    assert "Twee takken zijn samengevoegd zonder te kiezen" in (forge.answers / "comment").read_text("utf-8")
    assert "Maak een voorbeeld" not in done

    text = (bram.folder / SITE).read_text("utf-8")
    (bram.folder / SITE).write_text(re.sub(r"<{7}.*\n(.*\n)={7}\n.*\n>{7}.*\n", r"\1", text), "utf-8")
    bram.send("naam", "Kies de titel")
    work, done = forge.github("voorstel", "naam", BASE="origin/main", NUMBER="2")
    assert [step.returncode for step in done.values()] == [0] * len(done), done
    assert "Voorbeeld: nog niet gepubliceerd." in (work / "voorbeeld/index.html").read_text("utf-8")
    git(bram.folder, "switch", "--quiet", "main")
    git(bram.folder, "merge", "--quiet", "origin/main", "naam")
    assert git(bram.folder, "push", "--quiet", "origin", "main") == ""
    assert (forge.github("concept", "main")[0] / "output").read_text() == "waits=false\n"
    draft_on_main(tmp_path, origin)
    publish_what_another_approved(forge, origin)


def publish_what_another_approved(forge: Forge, origin: Path) -> None:
    """The draft on the main branch is refused until somebody else than its writer approves, and then published."""
    work, _ = forge.github("concept", "main")
    assert (work / "output").read_text() == "waits=true\n"
    asked = "Kijk of een ander dan de schrijver het goedkeurt"
    for writer, approvals in (("schrijver\n", "schrijver\n"), ("schrijver\n", ""), ("\n", "lezer\n")):
        forge.answer(writer=writer, approvals=approvals)
        _, done = forge.github("publicatie", "main")
        assert done[asked].returncode == 1, (writer, approvals)
        assert "Publiceer" not in done
    assert forge.github("site", "main")[1]["Bouw de site"].returncode == 2, "nothing was published yet"
    forge.answer(writer="schrijver\n", approvals="schrijver\nlezer\n")
    _, done = forge.github("publicatie", "main")
    assert [step.returncode for step in done.values()] == [0] * len(done), done
    assert git(origin, "log", "-1", "--format=%s", "main") == "Publiceer wat is goedgekeurd\n"
    assert DRAFT not in git(origin, "ls-tree", "-r", "--name-only", "main")
    work, done = forge.github("site", "main")
    assert done["Bouw de site"].returncode == 0, done
    assert (work / "site/publicaties/index.html").is_file()
    _, done = forge.github("nacht", "main")
    assert done["Kijk of alles is zoals het is gepubliceerd"].returncode == 0
    again = forge.checked_out("main")
    forge.run(again, "lrt-site build --preview --site-dir voorbeeld", {})
    assert "gepubliceerd met publicatie 1 (" in (again / "voorbeeld/index.html").read_text("utf-8")
    spoilt = forge.checked_out("main")
    (publication,) = (spoilt / "content/publications").glob("*/publication.json")
    publication.write_bytes(publication.read_bytes().replace(b"2026", b"2025", 1))
    assert forge.run(spoilt, "lrt-site verify", {}).returncode == 1


def test_the_other_forge_does_the_same(tmp_path: Path, origin: Path) -> None:
    forge = Forge(tmp_path / "runs", origin)
    editor = Editor(tmp_path / "anna", origin, "anna")
    editor.propose("titel", TITLE, "title: De woontafel")
    given = {"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "FORGE_TOKEN": ""}
    work, done = forge.gitlab("voorstel", "titel", **given)
    assert [step.returncode for step in done] == [0] * len(done), done
    assert (work / "problemen.json").read_text() == "[]\n"
    assert "De woontafel" in (work / "wijziging.md").read_text("utf-8")
    assert (work / "voorbeeld/index.html").is_file()

    draft_on_main(tmp_path, origin)
    local = {"CI_DEFAULT_BRANCH": "main", "GITLAB_USER_NAME": "lezer", "FORGE_TOKEN": "x"}
    for mail in ("schrijver@voorbeeld.example", ""):
        _, done = forge.gitlab("publicatie", "main", **local, GITLAB_USER_EMAIL=mail)
        assert done[-1].returncode == 1
    server = {"CI_SERVER_HOST": "forge.example", "CI_PROJECT_PATH": "a/b"}
    moved = {f"GIT_CONFIG_{key}": value for key, value in (("COUNT", "1"), ("KEY_0", f"url.{origin}.insteadOf"))}
    moved["GIT_CONFIG_VALUE_0"] = "https://oauth2:x@forge.example/a/b.git"
    _, done = forge.gitlab(
        "publicatie", "main", **local, **server, **moved, GITLAB_USER_EMAIL="lezer@voorbeeld.example"
    )
    assert [step.returncode for step in done] == [0] * len(done), done
    assert git(origin, "log", "-1", "--format=%an: %s", "main") == "lezer: Publiceer wat is goedgekeurd\n"
    work, done = forge.gitlab("pages", "main")
    assert [step.returncode for step in done] == [0] * len(done), done
    assert (work / "public/index.html").is_file()


@pytest.mark.parametrize("file", [*SCHEMAS, ".gitlab-ci.yml"])
def test_a_forge_can_read_the_workflow(file: str) -> None:
    """By the schemas that the forges' own editors use."""
    schema = f"vendor.{SCHEMAS.get(file, 'gitlab-ci')}"
    done = CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, str(builtin.NEW_PROJECT / file)])
    assert done.exit_code == 0, done.output
    told: Any = yaml.safe_load((builtin.NEW_PROJECT / file).read_text("utf-8"))
    assert told
