"""The handbook builds by itself and within the site, the same every time, and asks nothing of others."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from lrt_site import handbook
from lrt_site.styling import served
from tests.tools.checkers import Violation

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
ON_ANOTHER_DAY = {"SOURCE_DATE_EPOCH": "86400", "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}


class Links(HTMLParser):
    """What a page fetches, what it links to, and the ids it offers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.linked: list[str] = []
        self.ids: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.add(values.get("id", ""))
        if tag == "a" and "href" in values:
            self.linked.append(values["href"])
        elif tag == "link" and values.get("rel") != "canonical":
            self.fetched.append(values["href"])
        self.fetched += [values[name] for name in ("src", "srcset", "data", "poster") if name in values]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def pages_of(folder: Path) -> dict[Path, Links]:
    return {path: Links(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}


def run(command: Iterable[str], **environment: str) -> None:
    subprocess.run(list(command), cwd=ROOT, env={**os.environ, **environment}, check=True, capture_output=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook as `lrt-site build` makes it."""
    folder = tmp_path_factory.mktemp("site") / "handboek"
    assert handbook.build(ROOT, folder) == ()
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a handbook of one page, for tests to spoil."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "lrt_site").mkdir()
    shutil.copy(ROOT / "lrt_site/handbook.py", tmp_path / "lrt_site")
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[0]
    (tmp_path / "mkdocs.yml").write_text(f"{configuration}\nnav:\n  - index.md\n", "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Begin\n", "utf-8")
    return tmp_path


def test_every_page_of_docs_is_in_the_handbook(built: Path) -> None:
    sources = [path.relative_to(DOCS) for path in DOCS.rglob("*.md")]
    folders = [path.parent if path.stem == "index" else path.with_suffix("") for path in sources]
    assert sorted(folder for folder in folders if not (built / folder / "index.html").is_file()) == []


def test_every_page_is_in_the_menu() -> None:
    configuration = (ROOT / "mkdocs.yml").read_text("utf-8")
    listed = re.findall(r"^ +- .*?(\S+\.md)$", configuration, re.MULTILINE)
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert sorted(listed) == sorted(pages)


def test_every_page_says_in_a_sentence_of_its_own_what_it_is_about(built: Path) -> None:
    """Also where what stands above its text has a sign that YAML reads otherwise."""
    told = [
        re.findall(r'name="description" content="(.+?)"', page.read_text("utf-8")) for page in built.rglob("*.html")
    ]
    assert len({text for (text,) in told}) == len(told)


def test_every_page_begins_with_a_sentence(built: Path) -> None:
    texts = {path: path.read_text("utf-8").partition("<article")[2] for path in built.rglob("*.html")}
    assert [path for path, text in texts.items() if "<p>" not in text.partition("<nav")[0]] == []


def test_every_link_and_anchor_leads_somewhere(built: Path) -> None:
    pages = pages_of(built)
    astray = []
    for path, links in pages.items():
        for link in links.linked + links.fetched:
            scheme, host, target, _, anchor = urlsplit(link)
            aim = (path.parent / unquote(target)).resolve() if target else path
            if scheme or host or aim in (built.parent, built.parent / "zoeken"):
                continue
            aim = aim / "index.html" if aim.is_dir() else aim
            if not aim.is_file() or (anchor and unquote(anchor) not in pages[aim].ids):
                astray.append(f"{path.relative_to(built)}: {link}")
    assert astray == []


def test_every_page_leads_back_to_the_site(built: Path) -> None:
    for path, links in pages_of(built).items():
        assert built.parent in {(path.parent / link).resolve() for link in links.linked}


def test_nothing_is_fetched_from_others(built: Path) -> None:
    fetched = {link for links in pages_of(built).values() for link in links.fetched}
    outside = {link for link in fetched if urlsplit(link).netloc}
    styles = "".join(path.read_text("utf-8") for path in built.rglob("*.css"))
    scripts = "".join(path.read_text("utf-8") for path in built.rglob("*.js"))
    assert fetched
    assert outside == set()
    assert re.findall(r"url\(\s*[\"']?(?:https?:)?//|@import", styles) == []
    assert re.findall(r"https?://", scripts) == []


def test_no_page_holds_a_script_or_a_style_of_its_own(built: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in built.rglob("*.html"))
    assert re.findall(r"<script(?! src=)|<style|\sstyle=|\son[a-z]+=\"", text) == []


def test_alone_it_has_the_style_sheets_of_the_site_and_a_picture(built: Path) -> None:
    sheets = {path.name: path.read_bytes() for path in built.rglob("*.css")}
    assert sheets.keys() == {"site.css", "table.css", "handbook.css", "remarks.css"}
    assert {name: served(name, (ROOT / "templates/static" / name).read_bytes()) for name in sheets} == sheets
    fetched = {Path(link).name for links in pages_of(built).values() for link in links.fetched}
    assert fetched == {*sheets, "tekstprogramma.png"}


def test_the_name_of_a_heading_is_its_words_alone(built: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in built.rglob("*.html"))
    named = re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", text, re.DOTALL)
    assert len(named) > 300
    assert [name for name in named if "headerlink" in name or "¶" in name] == []
    links = re.findall(
        r'<h[23] id="([^"]+)">.*?</h[23]><a class="headerlink" href="#([^"]+)" aria-labelledby="(.*?)"', text
    )
    assert len(links) > 300
    assert [link for link in links if len({*link}) > 1] == []


def test_another_day_zone_and_seed_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    code = "import sys, pathlib, lrt_site.handbook as h; sys.exit(bool(h.build(*map(pathlib.Path, sys.argv[1:]))))"
    run([sys.executable, "-c", code, str(ROOT), str(tmp_path / "elsewhere")], **ON_ANOTHER_DAY)
    assert contents(tmp_path / "elsewhere") == contents(built)


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_mkdocs_and_its_fork_make_the_same_handbook_alone(program: str, built: Path, tmp_path: Path) -> None:
    command = Path(sys.executable).with_name(program)
    run([str(command), "build", "--quiet", "-f", "mkdocs.yml", "-d", str(tmp_path / "alone")])
    assert contents(tmp_path / "alone") == contents(built)


def test_a_broken_handbook_is_reported_whole_and_in_place(project: Path) -> None:
    text = "# Begin\n\n[een](nergens.md)\n[twee](#kop)\n[drie](/data/)\n[vier](map)\n[vijf](index.md#weg)\n"
    (project / "docs/index.md").write_text(text, "utf-8")
    (project / "docs/los.md").write_text("# Los\n", "utf-8")
    problems = handbook.build(project, project / "site")
    assert [str(problem) for problem in problems] == [
        "docs/index.md:3:7: Er is geen pagina 'nergens.md' in het handboek. [handbook-link]",
        "docs/index.md:4:8: Er is geen kop waar '#kop' naar wijst. [handbook-anchor]",
        "docs/index.md:5:8: Schrijf '/data/' als pad naar een .md-bestand, gerekend vanaf deze pagina. [handbook-link]",
        "docs/index.md:6:8: Schrijf 'map' als pad naar een .md-bestand, gerekend vanaf deze pagina. [handbook-link]",
        "docs/index.md:7:8: Er is geen kop waar 'index.md#weg' naar wijst. [handbook-anchor]",
        "docs/los.md:1:1: Deze pagina staat niet in het menu. Zet haar onder 'nav' in mkdocs.yml. [handbook-nav]",
    ]


@pytest.mark.parametrize(
    ("spoiled", "code", "said"),
    [
        ("nav:\n  - weg.md\n", "handbook-nav", "Het menu noemt 'weg.md'"),
        ("theme: bestaat-niet\n", "handbook-build", "Config value 'theme'"),
        ("nav: [\n", "handbook-build", "error parsing the configuration file"),
    ],
)
def test_a_broken_configuration_is_a_problem(spoiled: str, code: str, said: str, project: Path) -> None:
    configuration = f"site_name: Proef\nhooks: [lrt_site/handbook.py]\n{spoiled}"
    (project / "mkdocs.yml").write_text(configuration, "utf-8")
    problems = handbook.build(project, project / "site")
    assert code in {problem.code for problem in problems if said in problem.message}


def test_no_link_is_followed_out_of_the_handbook(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elders")
    (elsewhere / "geheim.txt").write_text("geheim", "utf-8")
    (project / "docs/bestand.txt").symlink_to(elsewhere / "geheim.txt")
    (project / "docs/map").symlink_to(elsewhere)
    problems = handbook.build(project, project / "site")
    assert [(str(problem.file), problem.code) for problem in problems] == [
        ("docs/bestand.txt", "linked-file"),
        ("docs/map", "linked-file"),
    ]
    shutil.rmtree(project / "docs")
    (project / "docs").symlink_to(elsewhere)
    (problem,) = handbook.build(project, project / "site")
    assert (str(problem.file), problem.code) == ("docs", "linked-file")
    assert not (project / "site").exists()


PROGRAM = "!!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path [{}]]"


@pytest.mark.parametrize("inherited", [False, True])
def test_a_configuration_runs_no_program(inherited: bool, project: Path) -> None:
    made = project / "gemaakt"
    value = f"site_author: {PROGRAM.format(made)}\n"
    if inherited:
        (project / "onder.yml").write_text(value, "utf-8")
        value = "INHERIT: onder.yml\n"
    (project / "mkdocs.yml").write_text(f"site_name: Proef\n{value}", "utf-8")
    problems = handbook.build(project, project / "site")
    expected = ("onder.yml", 1) if inherited else ("mkdocs.yml", 2)
    assert {(str(problem.file), problem.line, problem.code) for problem in problems} == {(*expected, "handbook-build")}
    assert not made.exists()


def test_a_configuration_may_name_a_function_and_what_surrounds_it(project: Path) -> None:
    extension = "markdown_extensions:\n  - toc:\n      slugify: !!python/name:markdown.extensions.toc.slugify\n"
    configuration = f"site_name: Proef\nsite_author: !ENV [NIET_GEZET, niemand]\n{extension}"
    (project / "mkdocs.yml").write_text(configuration, "utf-8")
    assert handbook.build(project, project / "site") == ()


def test_what_a_hook_or_a_template_raises_is_told_at_its_line(project: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: Proef\nhooks: [haak.py]\n", "utf-8")
    (project / "haak.py").write_text("def on_env(env, **_):\n    raise RuntimeError('kapot')\n", "utf-8")
    (problem,) = handbook.build(project, project / "site")
    assert str(problem) == (
        'haak.py:2:1: Hiermee kan het handboek niet worden gemaakt. In het Engels: "RuntimeError: kapot". '
        "[handbook-build]"
    )
    (project / "mkdocs.yml").write_text("site_name: Proef\n", "utf-8")
    (project / "templates/handbook/main.html").write_text("<p>\n{% if %}\n", "utf-8")
    (problem,) = handbook.build(project, project / "site")
    assert (str(problem.file), problem.line, problem.code) == ("templates/handbook/main.html", 2, "handbook-build")


def test_a_style_sheet_without_colours_leaves_the_handbook_those_of_ours(project: Path) -> None:
    (project / "templates/static/site.css").write_text("body { margin: 0 }\n", "utf-8")
    assert handbook.build(project, project / "site") == ()
    made = (project / "site" / handbook.STYLES / "site.css").read_text("utf-8")
    assert made.startswith(":root{")
    assert "--ink:" in made
    assert ".masthead" not in made
    assert made.endswith("}body{margin:0}")


def test_a_missing_configuration_is_a_problem(tmp_path: Path) -> None:
    (problem,) = handbook.build(tmp_path, tmp_path / "site")
    assert problem.code == "handbook-build"


def test_a_page_in_another_encoding_is_a_problem(project: Path) -> None:
    (project / "docs/index.md").write_bytes(b"# Caf\xe9\n")
    problems = handbook.build(project, project / "site")
    assert problems
    assert "index.md" in problems[0].message


def test_building_says_nothing(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "docs/index.md").write_text("# Begin\n\n[een](nergens.md)\n", "utf-8")
    assert handbook.build(project, project / "site")
    assert capfd.readouterr() == ("", "")


def test_building_leaves_no_file_but_the_handbook(project: Path) -> None:
    before = contents(project)
    assert handbook.build(project, project / "site") == ()
    after = {path: text for path, text in contents(project).items() if not path.startswith("site/")}
    bytecode = {path for path in after if path.endswith(".pyc")}
    assert {path: text for path, text in after.items() if path not in bytecode} == before


def test_markup_in_a_name_stays_a_name(project: Path) -> None:
    (project / "docs/index.md").write_text("# Begin\n", "utf-8")
    (project / "docs/naam.md").write_text("---\ntitle: '</title><script>alert(1)</script>'\n---\nTekst\n", "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("  - naam.md\n")
    assert handbook.build(project, project / "site") == ()
    assert "<script>" not in "".join(path.read_text("utf-8") for path in (project / "site").rglob("*.html"))


def test_mkdocs_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, lrt_site.handbook; sys.exit(any(name.split('.')[0] == 'mkdocs' for name in sys.modules))"
    run([sys.executable, "-c", code])


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
@pytest.mark.parametrize("page", ["", "redactie/vergadering/", "ontwikkeling/architecture/"])
def test_a_page_is_accessible_and_fits(
    page: str,
    width: int,
    scheme: str,
    built: Path,
    browser: Browser,
    served: Callable[[Path], str],
    axe: Callable[[Page], tuple[Violation, ...]],
) -> None:
    tab = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    tab.goto(f"{served(built.parent)}/handboek/{page}")
    assert axe(tab) == ()
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    tab.close()


def test_a_question_goes_to_the_search_page_of_the_site(
    built: Path, browser: Browser, served: Callable[[Path], str]
) -> None:
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(f"{served(built.parent)}/handboek/redactie/vergadering/")
    tab.get_by_role("searchbox").fill("tegenspraak")
    tab.get_by_role("button", name="Zoek").click()
    tab.wait_for_url("**/zoeken/?q=tegenspraak")
    assert "/handboek/" not in tab.url
    tab.close()


def test_the_chapters_are_reached_by_keyboard_without_a_script(
    built: Path, browser: Browser, served: Callable[[Path], str]
) -> None:
    tab = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    tab.goto(f"{served(built.parent)}/handboek/redactie/")
    tab.get_by_role("link", name="Hoofdstukken").press("Enter")
    chapters = tab.get_by_role("navigation", name="Hoofdstukken")
    expect(chapters).to_be_in_viewport()
    chapters.get_by_role("link", name="Eerste stappen").press("Enter")
    expect(tab).to_have_title("Eerste stappen – Handboek")
    tab.close()


def test_the_handbook_serves_any_table(built: Path) -> None:
    text = "".join(path.read_text("utf-8") for path in built.rglob("*.html"))
    # The program has a name of its own, and a signature names the program.
    assert re.findall(r"lrt(?!-site\b)|landelijke regietafel", text, re.IGNORECASE) == []


def test_the_configuration_asks_for_all_that_mkdocs_can_check() -> None:
    configuration = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    levels = {level for group in configuration["validation"].values() for level in group.values()}
    assert configuration["strict"] is True
    assert levels == {"warn"}
    assert configuration["theme"]["font"] is False


def test_a_project_of_another_has_our_frame_without_naming_it(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Begin\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Ons boek\ntheme:\n  name: material\n  font: false\n", "utf-8")
    (tmp_path / "templates/handbook/partials").mkdir(parents=True)
    (tmp_path / "templates/handbook/partials/footer.html").write_text("<p>Van ons</p>", "utf-8")
    assert handbook.build(tmp_path, tmp_path / "site") == ()
    page = (tmp_path / "site/index.html").read_text("utf-8")
    assert 'class="handbook"' in page
    assert "<p>Van ons</p>" in page
    assert (tmp_path / "site" / handbook.STYLES / "site.css").is_file()
    assert not (tmp_path / "site/sitemap.xml").exists()


@pytest.mark.parametrize(
    ("configuration", "surely"),
    [
        ("theme:\n  name: material\n", True),
        ("theme:\n  name: material\n  custom_dir: templates/handbook\nplugins:\n  - search:\n      lang: nl\n", True),
        ("theme:\n  name: material\n  custom_dir: elders\n", False),
        ("theme:\n  name: mkdocs\n", False),
        ("theme:\n  name: material\nINHERIT: ../ander.yml\n", False),
        ("theme:\n  name: material\ndocs_dir: elders\n", False),
        ("theme:\n  name: material\nhooks:\n  - eigen.py\n", False),
        ("theme:\n  name: material\nplugins:\n  - macros\n", False),
        ("theme:\n  name: material\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: ..\n", False),
        ("theme:\n  name: material\nsite_name: !ENV NAAM\n", False),
        ("theme:\n  name: material\nmarkdown_extensions:\n  pymdownx.snippets:\n    base_path: .\n", False),
        ("theme:\n  name: material\nplugins:\n  macros: {}\n", False),
        ("theme:\n  name: material\nextra: &e\n  plugins: [macros]\n<<: *e\n", False),
        ("theme:\n  name: material\nhooks:\n  - lrt_site/handbook.py\n", False),
        ("theme: [", False),
        ("- een lijst\n", False),
        ("", False),
    ],
)
def test_a_handbook_is_kept_only_where_all_it_is_made_from_is_known(
    tmp_path: Path, configuration: str, surely: bool
) -> None:
    (tmp_path / "mkdocs.yml").write_text(configuration, "utf-8")
    assert handbook.follows_from_sources(tmp_path) == surely


def test_our_own_handbook_is_kept() -> None:
    assert handbook.follows_from_sources(ROOT)
