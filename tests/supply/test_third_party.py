"""What of others goes out with the site or the package is on one list, with its licence, its notice and its hash."""

import re
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from lrt_site.styling import served
from supply.third_party import listed
from tests.tools.sites import ROOT

MADE = {
    ".csv",
    ".html",
    ".ics",
    ".json",
    ".jsonld",
    ".link",
    ".ndjson",
    ".parquet",
    ".pdf",
    ".png",
    ".pf_filter",
    ".pf_fragment",
    ".pf_index",
    ".pf_meta",
    ".sqlite",
    ".ttl",
    ".xlsx",
    ".xml",
    "SHA256SUMS",
    "llms.txt",
    "robots.txt",
    ".gebouwd",
}
"""The endings, or the names, of what a build writes itself, from records and templates."""
ICON = "templates/static/favicon.ico"
"""Ours, though it is no text: `scripts/favicon` draws it."""
OF_OTHERS = re.compile(rb"copyright|all rights reserved|@licen[sc]e|@preserve|SPDX-|sourceMappingURL", re.IGNORECASE)


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
    there = {form for name, data in package.items() for form in (data, served(name, data))}
    strange = {name for name in handed_on.keys() - package.keys() if handed_on[name] not in there}
    strange |= {name for name, data in package.items() if b"\0" in data or OF_OTHERS.search(data)}
    assert len(package) > 400
    assert {name for name in strange if handed_on[name] not in known} == {ICON}


def test_pdfs_have_letters_of_no_other_fonts_than_the_list_names(fictief_site: Path) -> None:
    names: set[str] = set()
    for path in sorted(fictief_site.rglob("*.pdf"))[:3]:
        with pikepdf.open(path) as pdf:
            fonts = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/FontName" in item]
            names |= {str(font.FontName).partition("+")[2].partition("-")[0] for font in fonts}
    said = (ROOT / "supply/third-party.toml").read_text("utf-8").partition("[[file]]")[0]
    assert names
    assert {name for name in names if name not in said} == set()
