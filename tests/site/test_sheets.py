"""A page loads the style sheets that have rules for what stands on it, and no others."""

import re
from pathlib import Path

import pytest

from lrt_site import urls
from lrt_site.urls import STATIC
from tests.audits import weight
from tests.tools.sites import ROOT

SHEETS = {
    path.stem: set(re.findall(r"\.([a-z][\w-]*)", re.sub(r'"[^"]*"', "", path.read_text("utf-8"))))
    for path in (ROOT / "templates/static").glob("*.css")
}
"""The classes that each sheet has rules for."""
WITHIN = {"said", "text-label"}
"""Classes that sheets speak of only within something else that stands on few pages."""


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_a_page_has_the_sheets_of_its_classes(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    wrong = []
    for path in sorted(site.rglob("index.html")):
        html = path.read_text("utf-8")
        loaded = set(re.findall(rf'rel="stylesheet" href="[^"]*{STATIC[1:]}([a-z]+)\.css"', html))
        classes = {word for found in re.findall(r' class="([^"]*)"', html) for word in found.split()}
        known = set().union(*(SHEETS[sheet] for sheet in loaded))
        without = {word for word in classes - known - WITHIN if any(word in rules for rules in SHEETS.values())}
        if loaded and without:
            wrong.append(f"{sorted(without)}: {path.relative_to(site)}")
    assert not wrong, "\n".join(sorted(wrong)[:20])


@pytest.mark.parametrize(("name", "most"), [("real_site", 0.31), ("fictief_site", 0.61)])
def test_few_pages_load_more_style_than_they_should(name: str, most: float, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    raw = {
        address: sum(file.stat().st_size for file in weight.loaded(site, address) if file.suffix == ".css")
        for address in weight.living(site)
    }
    heavy = [address for address, size in raw.items() if size > weight.STYLE]
    assert len(heavy) <= most * len(raw)
    assert max(size for address, size in raw.items() if not address.startswith(urls.HANDBOOK)) <= 21_000
    assert max(file.stat().st_size for file in (site / STATIC[1:]).glob("*.css")) <= 6_300
