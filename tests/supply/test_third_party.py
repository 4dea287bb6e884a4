"""What of others goes out with the site or the package is on one list, with its licence, its notice and its hash."""

import re
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import pikepdf
import pytest

from supply.locks import PROGRAM, pins
from supply.third_party import listed
from tests.tools.sites import ROOT

MADE = {
    ".csv",
    ".html",
    ".ics",
    ".json",
    ".link",
    ".ndjson",
    ".pdf",
    ".png",
    ".pf_filter",
    ".pf_fragment",
    ".pf_index",
    ".pf_meta",
    ".xlsx",
    ".xml",
    "SHA256SUMS",
    "robots.txt",
    ".gebouwd",
}
"""The endings, or the names, of what a build writes itself, from records and templates."""
COLOURS = "site/handboek/assets/stylesheets/tokens.css"
"""A build takes it from our own style sheet."""
ICON = "templates/static/favicon.ico"
"""Ours, though it is no text: `scripts/favicon` draws it."""
OF_OTHERS = re.compile(rb"copyright|all rights reserved|@licen[sc]e|@preserve|SPDX-|sourceMappingURL", re.IGNORECASE)
MATERIAL = distribution("mkdocs-material")
ICONS = Path(str(MATERIAL.locate_file("material/templates/.icons")))
MATERIAL_NOTICE = "site/handboek/assets/material-LICENSE.txt"


@pytest.fixture(scope="module")
def handed_on(fictief_site: Path) -> Mapping[str, bytes]:
    """Every file of the package, and every file of a site that is not made of records; both by their place."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    places = [ROOT / name for name in build["targets"]["sdist"]["only-include"]]
    package = [path for place in places for path in ([place] if place.is_file() else place.rglob("*"))]
    package = [path for path in package if path.is_file() and "__pycache__" not in path.parts]
    site = [path for path in fictief_site.rglob("*") if path.is_file() and not {path.suffix, path.name} & MADE]
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in package}
    return files | {f"site/{path.relative_to(fictief_site).as_posix()}": path.read_bytes() for path in site}


def test_every_file_of_the_list_goes_out_as_it_is_listed_with_its_notice(handed_on: Mapping[str, bytes]) -> None:
    assert {other.file: sha256(handed_on[other.file]).hexdigest() for other in listed()} == {
        other.file: other.sha256 for other in listed()
    }
    assert all(handed_on[other.notice] for other in listed())


def test_nothing_else_of_others_goes_out(handed_on: Mapping[str, bytes]) -> None:
    """A file of the site is one of the package; one of the package is text in which nobody claims rights."""
    known = {handed_on[place] for other in listed() for place in (other.file, other.notice)}
    package = {name: data for name, data in handed_on.items() if not name.startswith("site/")}
    strange = {name for name in handed_on.keys() - package.keys() if handed_on[name] not in package.values()}
    strange |= {name for name, data in package.items() if b"\0" in data or OF_OTHERS.search(data)}
    assert len(package) > 400
    assert {name for name in strange if handed_on[name] not in known} == {COLOURS, ICON}


def test_the_notice_of_the_style_sheet_holds_the_licences_of_all_that_is_in_it(handed_on: Mapping[str, bytes]) -> None:
    (own,) = [path.locate() for path in MATERIAL.files or () if str(path).endswith("licenses/LICENSE")]
    licences = [Path(str(own)), ICONS / "material/LICENSE", ICONS / "octicons/LICENSE"]
    licences.append(ICONS / "fontawesome/LICENSE.txt")
    notice = handed_on[MATERIAL_NOTICE].decode()
    assert [str(path) for path in licences if path.read_text("utf-8").strip() not in notice] == []
    assert "Apache License\n" in notice


def test_the_style_sheet_has_icons_of_no_other_set(handed_on: Mapping[str, bytes]) -> None:
    drawn = {
        path: icon.relative_to(ICONS).parts[0]
        for icon in ICONS.rglob("*.svg")
        for path in re.findall(r' d="([^"]+)"', icon.read_text("utf-8"))
    }
    (style,) = [data.decode() for name, data in handed_on.items() if "assets/stylesheets/main." in name]
    pictures = set(re.findall(r"<svg.*?</svg>", style))
    assert len(pictures) > 20
    assert {drawn.get(path) for picture in pictures for path in re.findall(r" d='([^']+)'", picture)} == {
        "material",
        "octicons",
        "fontawesome",
    }


def test_the_version_of_the_style_sheet_is_the_locked_one() -> None:
    (locked,) = {pin.version for pin in pins(PROGRAM.read_text("utf-8")) if pin.name == "mkdocs-material"}
    assert {other.version for other in listed() if "stylesheets" in other.file} == {locked}


def test_pdfs_have_letters_of_no_other_fonts_than_the_list_names(fictief_site: Path) -> None:
    names: set[str] = set()
    for path in sorted(fictief_site.rglob("*.pdf"))[:3]:
        with pikepdf.open(path) as pdf:
            fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
            names |= {str(font.FontName).partition("+")[2].partition("-")[0] for font in fonts}
    said = (ROOT / "supply/third-party.toml").read_text("utf-8").partition("[[file]]")[0]
    assert names
    assert {name for name in names if name not in said} == set()
