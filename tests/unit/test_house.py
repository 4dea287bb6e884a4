"""The house is in order: what the repository says of itself is so."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "lrt_site").rglob("*.py"))
TEMPLATES = sorted((ROOT / "templates").rglob("*.jinja"))
ROOMS = ("pages", "wording", "findings", "sitemap")
"""The rooms of which every module has a unit test of its name in the same place."""
TRIED_ELSEWHERE = {
    "findings/certainty/": "its tests ask the package, as the pages do",
    "wording/runs.py": "two types without anything to do",
}
"""Modules, and packages, without a test of their own name, with the reason."""
NO_PAGE_MODULE = {
    "composition/compositions.html.jinja": "pages/composition/composition.py has the overview and each composition",
    "composition/seat.html.jinja": "pages/composition/seats.py has the list and each seat",
    "figures/series.html.jinja": "pages/figures/figures.py has the overview and each series",
    "meetings/output.html.jinja": "pages/meetings/outputs.py has the overview and each output",
    "publications/changes.html.jinja": "a part of the pages of publications and versions",
    "publications/change.html.jinja": "a part of any page that was changed",
    "publications/ended.html.jinja": "pages/publications/gone.py has three small pages for what is gone",
    "publications/expired.html.jinja": "the same",
    "publications/moved.html.jinja": "the same",
    "publications/new.html.jinja": "pages/publications/publication.py has the page of many new records too",
    "publications/since.html.jinja": "pages/publications/comparing.py has what changed since and what compares",
    "publications/visit.html.jinja": "a part of the pages of publications and of what can be followed",
    "shared/certainty.html.jinja": "a mark that pages of seats share",
    "shared/chart.html.jinja": "pages/shared/charts.py works out what it draws",
    "shared/clock.html.jinja": "sitemap/clock.py works out what it shows",
    "shared/facts.html.jinja": "pages/shared/common.py has the facts that it writes out",
    "shared/heading.html.jinja": "the heading of any page",
    "shared/parliament.html.jinja": "pages/table/parliament.py notes it on pages",
    "table/not_found.html.jinja": "pages/table/handwritten.py has the page for addresses that lead nowhere",
}
"""Templates of which the module has another name, with the reason."""
NO_NOUNS = {"one", "some", "it"}
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-bench.lock")
DOCUMENTS = ("README.md", "CONTRIBUTING.md")

MACHINE_PATH = re.compile(r"(?<![\w.~*}])/(home|root|Users|work|mnt)/\w")
REGISTRY = re.compile(r"\b(registry\.npm\w*|py(pi|thonhosted)|(deb|snapshot)\.debian)\.(org|com)\b")


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Every text file that git knows, with its name."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listing.split("\0")):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b""
        if b"\0" not in content:
            yield name, content.decode("utf-8")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern occurs in the files that git knows."""
    return [
        f"{name}:{number}: {found.group()}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if (found := pattern.search(line))
    ]


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_document_names_only_make_targets_that_exist(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:`|^\s*\$? ?)make ([a-z]+)", text, re.MULTILINE))
    assert named, f"{document} names no make target"
    assert named <= make_targets()


def test_make_can_do_what_the_design_promises() -> None:
    assert {"site", "serve", "test", "check", "lint", "lock", "bench", "clean", "schema"} <= make_targets()


def test_no_file_names_a_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_file_names_a_registry() -> None:
    assert lines_with(REGISTRY) == []


def test_every_text_file_ends_its_lines_as_unix_does() -> None:
    assert [name for name, text in tracked_texts() if "\r" in text] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    entries = (ROOT / lock).read_text(encoding="utf-8").split("\n    # via")
    packages = [entry for entry in entries if "==" in entry]
    assert packages
    assert [entry for entry in packages if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("folder", ["tests/tools", "tests/audits", "benchmarks/eleventy"])
def test_the_lock_of_packages_for_node_names_no_address(folder: str) -> None:
    assert '"resolved"' not in (ROOT / folder / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_of_a_room_has_its_unit_test_under_the_same_name(room: str) -> None:
    modules = {path.relative_to(ROOT / "lrt_site") for path in MODULES if path.name != "__init__.py"}
    without = {
        module.as_posix()
        for module in modules
        if module.parts[0] == room and not (ROOT / "tests/unit" / module.parent / f"test_{module.name}").is_file()
    }
    assert {module for module in without if not module.startswith(tuple(TRIED_ELSEWHERE))} == set()


def test_every_template_has_the_name_and_the_place_of_the_module_that_fills_it() -> None:
    pages, templates = ROOT / "lrt_site/pages", ROOT / "templates"
    rooms = [path for path in TEMPLATES if path.parent.parent == templates and (pages / path.parent.name).is_dir()]
    named = {path.relative_to(templates).as_posix(): path for path in rooms}
    without = {
        name
        for name, path in named.items()
        if not (pages / path.parent.name / f"{path.name.removesuffix('.html.jinja')}.py").is_file()
    }
    assert without == NO_PAGE_MODULE.keys()


def test_no_template_trusts_a_text_blindly() -> None:
    blind = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
    assert TEMPLATES
    assert [path.name for path in TEMPLATES if blind.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_and_so_are_its_functions(module: Path) -> None:
    source = module.read_text(encoding="utf-8")
    functions = (
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert source.count("\n") < 400
    assert {name: length for name, length in lengths.items() if length >= 40} == {}


def test_a_class_name_means_one_thing() -> None:
    found: dict[str, list[str]] = {}
    for module in MODULES:
        for node in ast.parse(module.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(module.relative_to(ROOT).as_posix())
    assert {name: modules for name, modules in found.items() if len(modules) > 1} == {}


def test_only_the_edges_touch_the_disk() -> None:
    touching = re.compile(r"\.(read_text|read_bytes|write_text|write_bytes|is_file|is_dir|iterdir|mkdir|unlink)\(")
    found = {
        module.relative_to(ROOT / "lrt_site").parts[0]
        for module in MODULES
        if touching.search(module.read_text("utf-8"))
    }
    modules = (
        "builtin",
        "cache_folder",
        "files",
        "folders",
        "handbook",
        "rereading",
        "search_index",
        "signatures",
        "site_folder",
        "together",
    )
    edges = {"cli", *(f"{name}.py" for name in modules)}
    assert found - edges == {
        "differences",
        "export",
        "prose",
    }  # Lists of words in the package, and the fonts of a PDF in memory.


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(ROOT).as_posix())
def test_a_parameter_is_called_by_its_noun(module: Path) -> None:
    """One of two that are compared may be `one` beside `other`."""
    functions = [node for node in ast.walk(ast.parse(module.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)]
    parameters = {function.name: {argument.arg for argument in function.args.args} for function in functions}
    assert [name for name, names in parameters.items() if names & NO_NOUNS and "other" not in names] == []


def test_a_template_calls_what_it_holds_by_its_noun() -> None:
    """In loops, as parameters of macros and where it is set."""
    bound = {
        path.relative_to(ROOT / "templates").as_posix(): {
            name.name
            for name in Environment(autoescape=True).parse(path.read_text("utf-8")).find_all(nodes.Name)
            if name.ctx in {"store", "param"}
        }
        for path in TEMPLATES
    }
    assert "statement" in bound["shared/facts.html.jinja"]
    assert {name for name, names in bound.items() if names & NO_NOUNS} == set()
