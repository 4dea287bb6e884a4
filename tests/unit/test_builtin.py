"""Templates are found wherever the program runs; a project's own lie over them, file by file."""

from pathlib import Path, PurePosixPath

import pytest

from lrt_site import builtin, files, handbook
from lrt_site.problems import UnfitError

ROOT = Path(__file__).parents[2]


def test_a_project_without_templates_has_those_of_the_program(tmp_path: Path) -> None:
    assert builtin.template_folders(tmp_path) == (builtin.TEMPLATES,)
    templates, static = files.read_templates(*builtin.template_folders(tmp_path))
    assert "base.html.jinja" in templates
    assert "static/site.css" in static


def test_our_own_checkout_reads_its_templates_once() -> None:
    assert builtin.template_folders(ROOT) == (builtin.TEMPLATES,)


def test_a_template_of_the_project_takes_the_place_of_ours_and_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "templates/partials").mkdir(parents=True)
    (tmp_path / "templates/static").mkdir()
    (tmp_path / "templates/partials/maker.html.jinja").write_text("van ons", "utf-8")
    (tmp_path / "templates/static/site.css").write_text("b{}", "utf-8")
    ours, our_static = files.read_templates(builtin.TEMPLATES)
    templates, static = files.read_templates(*builtin.template_folders(tmp_path))
    assert templates == {**ours, "partials/maker.html.jinja": "van ons"}
    assert static == {**our_static, "static/site.css": b"b{}"}


def test_a_static_file_is_no_template_and_what_is_hidden_stays_home(tmp_path: Path) -> None:
    (tmp_path / "templates/static/.git").mkdir(parents=True)
    for name in (".env", ".git/config", "static.typ", "uitleg.jinja"):
        (tmp_path / "templates/static" / name).write_text("{{ geheim", "utf-8")
    ours, our_static = files.read_templates(builtin.TEMPLATES)
    templates, static = files.read_templates(*builtin.template_folders(tmp_path))
    assert templates == ours
    assert static.keys() - our_static.keys() == {"static/static.typ", "static/uitleg.jinja"}


@pytest.mark.parametrize(("elsewhere", "code"), [("elders", "linked-file"), (None, "unknown-file")])
def test_templates_that_are_a_link_or_a_file_are_refused(tmp_path: Path, elsewhere: str | None, code: str) -> None:
    own = tmp_path / "templates"
    (tmp_path / "elders").mkdir()
    if elsewhere:
        own.symlink_to(elsewhere)
    else:
        own.touch()
    with pytest.raises(UnfitError) as told:
        files.read_templates(*builtin.template_folders(tmp_path))
    assert [(problem.file, problem.code) for problem in told.value.problems] == [(PurePosixPath(own), code)]


def test_a_template_in_another_encoding_is_told_on_its_line(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/base.html.jinja").write_bytes(b"Eerst\ncaf\xe9")
    with pytest.raises(UnfitError, match=r"templates/base\.html\.jinja:2:4: .* \[not-utf8\]"):
        files.read_templates(*builtin.template_folders(tmp_path))


def test_the_start_of_a_project_is_no_template_of_pages() -> None:
    templates, static = files.read_templates(builtin.TEMPLATES)
    assert [name for name in (*templates, *static) if name.startswith("project/")] == []


def test_a_project_has_a_handbook_when_it_has_pages_and_a_configuration(tmp_path: Path) -> None:
    assert handbook.sources(ROOT) == (ROOT / "docs", ROOT / "mkdocs.yml")
    (tmp_path / "docs").mkdir()
    assert handbook.sources(tmp_path) == ()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    assert len(handbook.sources(tmp_path)) == 2
