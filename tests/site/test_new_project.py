"""What `lrt-site init` makes is a site without dead links, and its automatic builds never pass without the ledger."""

import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from lrt_site import builtin
from tests.tools import editors
from tests.tools.pages import broken_links, page_in, pages_of

INIT = (
    "--name=Overlegtafel Wonen",
    "--publisher=Gemeente Voorbeeld",
    "--address=https://wonen.example/",
    "--authority=wonen.example",
    "--report-error=redactie@wonen.example",
    "--licence=CC0 1.0",
)
AUTOMATIC = (".github/workflows/site.yml", ".forgejo/workflows/site.yml", ".gitlab-ci.yml")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A new project, for which nothing was published."""
    editors.lrt_site("init", tmp_path / "tafel", *INIT)
    return tmp_path / "tafel"


def built(project: Path, *options: str) -> CompletedProcess[str]:
    """What comes of a build where no site was built before, as an automatic one is."""
    site = project / "site"
    shutil.rmtree(site, ignore_errors=True)
    return editors.run("build", *options, "--no-handbook", "--content", project / "content", "--site-dir", site)


def test_the_site_of_a_new_project_has_no_dead_link(project: Path) -> None:
    assert built(project, "--first").returncode == 0
    site = project / "site"
    assert [link for page in pages_of(site) for link in broken_links(site, page)] == []
    assert "noemen wij geen maand" not in page_in(site, "/stilte/").words


@pytest.mark.parametrize("file", AUTOMATIC)
def test_an_automatic_build_says_once_that_nothing_was_published(file: str) -> None:
    lines = (builtin.NEW_PROJECT / file).read_text("utf-8").splitlines()
    (at,) = (index for index, line in enumerate(lines) if "--first" in line and "#" not in line)
    assert lines[at].split(": ")[-1].strip(" -") == "lrt-site build --first"
    assert any("# Haal '--first' weg bij de eerste publicatie." in line for line in lines[at - 3 : at])


def test_an_automatic_build_fails_open_at_no_moment(project: Path) -> None:
    """Before the first publication it shows what is coming; after it, what was published or nothing."""
    content = project / "content"
    assert built(project, "--first").returncode == 0
    editors.lrt_site("publish", "--draft", "--content", content)
    assert built(project, "--first").returncode == 0
    editors.fill_in(content)
    editors.lrt_site("publish", "--content", content)
    forgotten = built(project, "--first")
    assert forgotten.returncode == 2
    assert "Er is al gepubliceerd. Laat '--first' weg" in forgotten.stderr
    assert "het bestand dat de site automatisch bouwt" in forgotten.stderr
    assert built(project).returncode == 0
    shutil.rmtree(content / "publications")
    lost = built(project)
    assert lost.returncode == 2
    assert "het register zoek" in lost.stderr
    assert not (project / "site").exists()
