"""What an editor is shown: the newest state that can be, and in words whatever keeps a newer one from it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lrt_site import checking, previewing
from lrt_site.cli.desk import Desk
from lrt_site.problems import as_text
from lrt_site.serve.shown import LastSaved
from tests.tools import editors
from tests.tools.small import FIRST, MEETING, SMALL

PAGE = f"vergaderingen/{MEETING}/index.html"
REPORT = f"meetings/{MEETING}.md"
TOPIC = "onderwerpen/ond-fictie/index.html"
TEMPLATE = "templates/table/topic.html.jinja"


class Editor:
    """An editor with a desk, who saves and looks."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.desk = Desk(Path("content"))
        self.look()

    def look(self) -> None:
        self.desk.renew(frozenset())
        for _ in self.desk.checking():
            pass

    def save(self, path: str, text: str | bytes) -> None:
        file = self.project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        self.look()

    def add(self, words: str) -> None:
        self.save(f"content/{REPORT}", f"{SMALL[REPORT]}\n{words}\n")

    def page(self, path: str = PAGE) -> str:
        made = self.desk.made(path)
        assert made is not None
        return made if isinstance(made, str) else made.decode()

    @property
    def told(self) -> str:
        return as_text(self.desk.problems)


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    editors.write_small(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return Editor(tmp_path)


def test_a_save_is_shown_and_nothing_else_is_another_version(editor: Editor) -> None:
    version = editor.desk.version
    editor.look()
    assert (editor.desk.version, editor.told, editor.desk.behind(PAGE)) == (version, "", "")
    editor.add("Een nieuwe zin.")
    assert "Een nieuwe zin." in editor.page()
    assert editor.desk.version == version + 1
    assert editor.desk.made("nergens/index.html") is None
    assert not editor.desk.failed("nergens/index.html")


def test_what_has_a_problem_and_can_be_shown_is_shown(editor: Editor) -> None:
    editor.add("Zie [dit](m-nergens.md) en een nieuwe zin.")
    assert "een nieuwe zin." in editor.page()
    assert editor.told.startswith(f"content/{REPORT}:21:5: De link 'm-nergens.md' leidt nergens heen.")
    assert editor.desk.behind(PAGE) == ""


BREAKING: dict[str, tuple[Callable[[Path], object], str]] = {
    "signs too few": (
        lambda project: (project / f"content/{REPORT}").write_text(
            SMALL[REPORT].replace("person: p-a", "person: {p: ["), "utf-8"
        ),
        f"content/{REPORT}:",
    ),
    "no text": (lambda project: (project / "content/meetings/m-x.md").write_bytes(bytes(range(256))), "[not-utf8]"),
    "a link": (lambda project: (project / "content/meetings/m-x.md").symlink_to("/etc/hostname"), "[linked-file]"),
    "no site": (lambda project: (project / "content/site.yml").unlink(), "content/site.yml:1:1:"),
    "a ledger that goes too deep": (
        lambda project: editors.write_small(project / "content/publications/2026-01-15"),
        "content/publications/",
    ),
}


@pytest.mark.parametrize("name", BREAKING)
def test_what_cannot_be_shown_leaves_the_last_that_can(editor: Editor, name: str) -> None:
    editor.add("Een goede zin.")
    version = editor.desk.version
    deed, told = BREAKING[name]
    deed(editor.project)
    editor.look()
    assert told in editor.told
    assert "Traceback" not in editor.told
    assert "In het Engels" not in editor.told
    assert "u ziet haar van vóór de fout" in editor.desk.behind(PAGE)
    assert "Een goede zin." in editor.page()
    assert editor.desk.version == version


def test_a_page_that_cannot_be_made_of_what_is_written_stays_as_it_was(editor: Editor) -> None:
    editor.add("Een goede zin.")
    editor.save(f"content/{REPORT}", SMALL[REPORT].replace("person: p-a", "person: p-weg"))
    assert "Een goede zin." in editor.page()
    assert editor.told.startswith(f"content/{REPORT}:7:5: In participants.yml staat geen persoon 'p-weg'.")
    assert editor.told.count("\n") == 1
    assert editor.desk.behind(PAGE)
    assert not editor.desk.behind("fictie/index.html")
    assert "Over deze fictie" in editor.page("fictie/index.html")


def test_a_folder_that_was_away_is_as_it_was_when_it_is_back(editor: Editor) -> None:
    (editor.project / "content").rename(editor.project / "weg")
    editor.look()
    assert editor.told == "content:1:1: De map 'content' met de inhoud bestaat niet. [not-shown]\n"
    assert editor.page()
    (editor.project / "weg").rename(editor.project / "content")
    editor.look()
    assert (editor.told, editor.desk.behind(PAGE)) == ("", "")


def test_a_broken_template_leaves_the_page_as_it_was_and_is_told_before_anybody_asks(editor: Editor) -> None:
    before = editor.page(TOPIC)
    editor.save(TEMPLATE, "een\n{% if %}\n")
    assert f"{TEMPLATE}:2:1: Dit sjabloon is niet te lezen." in editor.told
    assert editor.page(TOPIC) == before
    editor.save(TEMPLATE, "<main>\n{{ nergens }}\n")
    assert f"{TEMPLATE}:2:1: Dit sjabloon gebruikt iets dat er niet is." in editor.told
    assert editor.page(TOPIC) == before
    assert editor.desk.failed(TOPIC)
    editor.save(TEMPLATE, "<main>EIGEN")
    assert (editor.page(TOPIC), editor.told, editor.desk.behind(TOPIC)) == ("<main>EIGEN", "", "")


def test_whatever_the_program_stumbles_over_is_told_and_the_next_save_followed(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(previewing.Preview, "__init__", lambda *_: 1 / 0)
        file = editor.project / f"content/{REPORT}"
        file.write_text(SMALL[REPORT] + "\nDit ging mis.\n", "utf-8")
        editor.desk.renew(frozenset({file}))
        assert editor.told == ""
        for _ in editor.desk.checking():
            pass
        assert editor.told.startswith(f"content/{REPORT}:1:1: Hiermee kan de site niet worden getoond.")
        assert "ZeroDivisionError: division by zero" in editor.told
        assert "Dit ging mis." not in editor.page()
    editor.add("Dit ging goed.")
    assert ("Dit ging goed." in editor.page(), editor.told) == (True, "")


@pytest.mark.parametrize("what", ["faults_by_rule", "faults_in_text"])
def test_a_check_that_stumbles_is_told_and_the_page_shown(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    def refused(*_: object) -> None:
        raise RecursionError("maximum recursion depth exceeded")

    monkeypatch.setattr(checking, what, refused)
    editor.add("Een zin.")
    assert "RecursionError" in editor.told
    assert "Een zin." in editor.page()


def test_at_first_there_is_nothing_to_show_but_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editors.write_small(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content/site.yml").write_text("title: [", "utf-8")
    editor = Editor(tmp_path)
    assert editor.desk.made("index.html") is None
    assert "content/site.yml:" in editor.told
    editor.save("content/site.yml", SMALL["site.yml"])
    assert (editor.told, "Fictieve tafel" in editor.page("index.html")) == ("", True)


def test_at_first_there_is_what_was_published_where_what_is_written_cannot_be_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editors.write_small(tmp_path / "content")
    editors.publish(tmp_path / "content", FIRST)
    monkeypatch.chdir(tmp_path)
    broken = SMALL[REPORT].replace("date: 2025-03-11", "date: [")
    (tmp_path / f"content/{REPORT}").write_text(broken, "utf-8")
    editor = Editor(tmp_path)
    assert "gepubliceerd met publicatie 1" in editor.page()
    assert editor.desk.behind(PAGE).startswith("U ziet wat het laatst is gepubliceerd, niet wat u schreef.")
    editor.add("Een goede zin.")
    assert ("wacht op publicatie" in editor.page(), editor.desk.behind(PAGE)) == (True, "")


def test_the_page_of_what_was_written_last_is_followed_also_of_what_cannot_be_shown(editor: Editor) -> None:
    assert editor.desk.saved == LastSaved()
    editor.add("Een nieuwe zin.")
    meeting = LastSaved(1, f"/vergaderingen/{MEETING}/", "Vergadering van 11 maart 2025")
    assert editor.desk.saved == meeting
    editor.look()
    assert editor.desk.saved == meeting
    people = SMALL["participants.yml"]
    editor.save("content/participants.yml", people.replace("name: B. Fictief", "name: B. Verzonnen"))
    assert editor.desk.saved == LastSaved(2, "/deelnemers/p-b/", "B. Verzonnen")
    editor.save(f"content/{REPORT}", SMALL[REPORT].replace("date: 2025-03-11", "date: 11 maart"))
    assert editor.desk.saved == replace(meeting, number=3)
    assert editor.desk.behind(PAGE)
    (problem,) = editor.desk.problems
    assert editor.desk.place_of(problem) == PAGE
    assert editor.desk.lines(problem.file)[problem.line - 1] == "date: 11 maart"


def test_another_branch_of_git_or_a_file_that_is_no_content_leads_nowhere(editor: Editor) -> None:
    people = SMALL["participants.yml"]
    many = "".join(
        f"  - {{id: p-{number}, name: X. {number}, roles: [{{role: lid, as_shown_at: 2025, source: s-fictief}}]}}\n"
        for number in range(9)
    )
    editor.save("content/participants.yml", people + many)
    editor.save(TEMPLATE, "een\n{% if %}\n")
    assert editor.desk.saved == LastSaved()
    (problem,) = editor.desk.problems
    assert editor.desk.place_of(problem) == ""


def test_the_handbook_is_built_when_what_it_is_made_from_changed_and_only_then(editor: Editor) -> None:
    assert not editor.desk.beside()
    for path, text in (("docs/index.md", "# Handleiding\n"), ("mkdocs.yml", "site_name: x\ntheme: {name: material}\n")):
        editor.save(path, text)
    version = editor.desk.version
    assert editor.desk.beside()
    editor.look()
    assert "Handleiding" in editor.page("handboek/index.html")
    assert 'href="../../handboek/"' in editor.page()
    assert '<nav class="menu"' in editor.page("handboek/index.html")
    assert editor.desk.version == version + 1
    assert not editor.desk.beside()
    (editor.project / "docs/index.md").touch()
    assert not editor.desk.beside()
    editor.save("docs/index.md", "# Handleiding\n\n[x](nergens.md)\n")
    assert editor.desk.beside()
    assert "docs/index.md:3:" in editor.told
    assert "Handleiding" in editor.page("handboek/index.html")
    editor.save("mkdocs.yml", "site_name: x\ntheme: {name: material}\nhooks: [stop.py]\n")
    editor.save("stop.py", "import sys\ndef on_config(config):\n    sys.exit(3)\n")
    assert editor.desk.beside()
    assert "mkdocs.yml:1:1:" in editor.told


def test_the_list_of_hashes_is_that_of_a_build_but_for_the_index_of_the_search_page(editor: Editor) -> None:
    site = editor.project / "site"
    done = editors.run(
        "build", "--preview", "--content", editor.project / "content", "--site-dir", site, "--no-handbook"
    )
    assert done.returncode == 0, done.stderr
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines(keepends=True)
    shown = [line for line in lines if "  zoeken/index/" not in line]
    assert len(shown) < len(lines)
    assert editor.page("SHA256SUMS") == "".join(shown)
    for line in shown:
        _, path = line.strip().split("  ")
        assert editor.desk.made(path) in (
            (site / path).read_bytes(),
            (site / path).read_bytes().decode("utf-8", "replace"),
        )
