"""A page loads the style sheets that have rules for what stands on it, and no others."""

import re
from pathlib import Path

import pytest

from lrt_site.urls import STATIC
from tests.tools.sites import ROOT

SHEETS = {
    path.stem: set(re.findall(r"\.([a-z][\w-]*)", re.sub(r'"[^"]*"', "", path.read_text("utf-8"))))
    for path in (ROOT / "templates/static").glob("*.css")
}
"""The classes that each sheet has rules for."""


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_a_page_has_the_sheets_of_its_classes(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    wrong = []
    for path in sorted(site.rglob("index.html")):
        html = path.read_text("utf-8")
        loaded = set(re.findall(rf'rel="stylesheet" href="[^"]*{STATIC[1:]}([a-z]+)\.css"', html))
        classes = {word for found in re.findall(r' class="([^"]*)"', html) for word in found.split()}
        known = set().union(*(SHEETS[sheet] for sheet in loaded))
        without = {word for word in classes - known if any(word in rules for rules in SHEETS.values())}
        if loaded and without:
            wrong.append(f"{sorted(without)}: {path.relative_to(site)}")
    assert not wrong, "\n".join(sorted(wrong)[:20])
