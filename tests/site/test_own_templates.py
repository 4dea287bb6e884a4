"""A project with templates of its own: what is wrong with them is told in place, and nothing is half done."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lrt_site import builtin
from lrt_site.cli import main
from tests.tools import editors
from tests.tools.small import FIRST

TOPIC = "templates/table/topic.html.jinja"
UNREADABLE = f"{TOPIC}:2:1: Dit sjabloon is niet te lezen."
UNFILLED = f"{TOPIC}:2:1: Dit sjabloon gebruikt iets dat er niet is."


def run(*arguments: str) -> Result:
    """Run `lrt-site` in the current folder; what is no message breaks the test."""
    done = CliRunner().invoke(main, arguments)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return done


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a publication, in which the test stands."""
    content = editors.write_small(tmp_path / "content")
    editors.publish(content, FIRST)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(project: Path, text: str, name: str = TOPIC) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(("text", "told"), [("een\n{% if %}\n", UNREADABLE), ("<main>\n{{ nergens }}\n", UNFILLED)])
def test_a_broken_template_stops_a_build_in_its_place_and_leaves_nothing(project: Path, text: str, told: str) -> None:
    write(project, text)
    done = run("build")
    assert (done.exit_code, done.stdout) == (1, "")
    assert told in done.stderr
    assert not (project / "site").exists()
    checked = run("check")
    assert (checked.exit_code == 1) == (told == UNREADABLE) == (told in checked.stdout)


def test_a_broken_template_stops_a_publication_and_nothing_is_half_written(project: Path) -> None:
    editors.edit(project / "content/table.yml", "Wat verzonnen is.", "Wat bedacht is.")
    assert run("publish", "--draft").exit_code == 0
    editors.fill_in(project / "content")
    write(project, "<main>\n{{ nergens }}\n")
    before = editors.files_of(project)
    done = run("publish")
    assert (done.exit_code, UNFILLED in done.stderr) == (1, True)
    assert editors.files_of(project) == before


def test_verify_tells_of_a_broken_template(project: Path) -> None:
    assert run("build").exit_code == 0
    for text, told in (("een\n{% if %}", UNREADABLE), ("<main>\n{{ nergens }}", UNFILLED)):
        write(project, text)
        verified = run("verify", "site", "--rebuild")
        assert (verified.exit_code, told in verified.stderr) == (1, True)


def test_a_page_that_would_lose_its_text_is_not_made(project: Path) -> None:
    write(project, "")
    assert f"{TOPIC}:1:1: De pagina /onderwerpen/ond-fictie/ krijgt met dit sjabloon geen tekst" in run("build").stderr
    (project / TOPIC).unlink()
    frame = (builtin.TEMPLATES / "base.html.jinja").read_text("utf-8")
    write(project, re.sub(r"\{\{ source_list\(.*\) \}\}", "", frame), "templates/base.html.jinja")
    told = run("build").stderr
    assert "templates/base.html.jinja:1:1: De pagina " in told
    assert "wel noten, maar niet de bronnen" in told


def test_what_stands_beside_the_content_and_is_passed_over_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project, "<main>EIGEN", TOPIC)
    write(project, "site_name: x\n", "mkdocs.yml")
    (project / "sub").mkdir()
    assert "Let op" not in run("build", "--no-handbook").stderr
    monkeypatch.chdir(project / "sub")
    told = "Let op: naast '../content' staan 'templates' en 'mkdocs.yml', en dat doet nu niet mee."
    for command in (("check",), ("build", "--no-handbook")):
        done = run(*command, "--content", "../content")
        assert (done.exit_code, told in done.stderr) == (0, True)
