"""What the sites say of their accessibility is what the tests do, in the sections of the Dutch model statement."""

import json
import re
from pathlib import Path

import pytest

from tests.accessibility.test_axe import LOOKS
from tests.tools.checkers import AXE_TAGS

ROOT = Path(__file__).parents[2]
TESTED = ("content", "examples/fictief")
STATEMENTS = {folder: ROOT / folder / "pages/toegankelijkheid.md" for folder in (*TESTED, "templates/project/content")}
SECTIONS = [
    "Waarover dit gaat",
    "Nalevingsstatus",
    "Wat computers hebben getest",
    "Wat niet is getest",
    "Wat niet toegankelijk is, of kan zijn",
    "Een probleem melden",
    "Datum",
]
NAMES = {"axe-core": "axe-core", "vnu-jar": "Nu HTML Checker"}
"""What the packages of the checkers are called on the page. One that is new is to be told of there."""
OF_NO_PAGE = re.compile(r"@expo-google-fonts/|yaml-language-server$")
"""Packages that check no page of the site: fonts, and the program by which editors use our schemas."""
SCHEMES = {"light": "licht", "dark": "donker"}


def tools() -> set[tuple[str, str]]:
    """The checkers of pages that others made, with their versions."""
    packages = json.loads((ROOT / "tests/tools/package.json").read_text("utf-8"))["devDependencies"]
    return {(NAMES[name], version) for name, version in packages.items() if not OF_NO_PAGE.match(name)}


def words(folder: str) -> str:
    return " ".join(STATEMENTS[folder].read_text("utf-8").split())


@pytest.mark.parametrize("folder", STATEMENTS)
def test_it_has_the_sections_of_the_model(folder: str) -> None:
    assert re.findall(r"^## (.*)$", STATEMENTS[folder].read_text("utf-8"), re.MULTILINE) == SECTIONS


@pytest.mark.parametrize("folder", TESTED)
def test_it_names_each_checker_in_the_version_that_checks(folder: str) -> None:
    assert set(re.findall(r"\*\*([\w -]+?) ([\d.]+)\*\*", words(folder))) == tools()


@pytest.mark.parametrize("folder", TESTED)
def test_it_tells_how_pages_are_looked_at(folder: str) -> None:
    for width, scheme in LOOKS:
        assert f"{width} pixels breed in {SCHEMES[scheme]}" in words(folder)
    assert "WCAG 2.0, 2.1 en 2.2 op de niveaus A en AA" in words(folder)
    assert {"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"} <= set(AXE_TAGS)


@pytest.mark.parametrize("folder", STATEMENTS)
def test_it_claims_no_status_and_names_what_nobody_tried(folder: str) -> None:
    assert "Er is geen status." in words(folder)
    for untried in ("schermlezer", "mensen met een beperking", "Firefox en Safari"):
        assert untried in words(folder).partition("## Wat niet is getest")[2].partition("## ")[0]
