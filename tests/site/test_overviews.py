"""The long lists stay short to read: an entry each, at an address that stays, with all else one step away."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from lrt_site import urls
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.sources import Contradiction, Source
from tests.tools.pages import register_of


@pytest.fixture(scope="module", params=["real_site", "fictief_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each site in turn."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def main_of(site: Path, address: str) -> HtmlElement:
    (main,) = html.fromstring((site / urls.file_of(address)).read_bytes()).iter("main")
    return main


def in_sight(main: HtmlElement) -> Iterator[HtmlElement]:
    """What a reader sees without unfolding anything."""
    return (element for element in main.iter() if next(element.iterancestors("details"), None) is None)


@pytest.mark.parametrize(("address", "kind"), [(urls.SOURCES, Source), (urls.CONTRADICTIONS, Contradiction)])
def test_every_entry_stands_at_the_address_that_was_cited(
    site: Path, address: str, kind: type[Source | Contradiction]
) -> None:
    anchors = {element.get("id"): element for element in main_of(site, address).iter()}
    for identifier in register_of(site).all(kind):
        assert f"{identifier}/" in [link.get("href") for link in anchors[identifier].iter("a")]


def test_all_that_is_missing_stands_in_sight_and_tells_what_would_close_it(site: Path) -> None:
    index = {element.get("id") for element in main_of(site, urls.GAPS).iter()}
    for gap in json.loads((site / urls.file_of(urls.GAPS_DATA)).read_text("utf-8"))["gaps"]:
        page, _, anchor = gap["address"].partition("#")
        main = main_of(site, page)
        (entry,) = (element for element in in_sight(main) if element.get("id") == anchor)
        assert gap["closing"].lower() in " ".join(main.text_content().lower().split())
        assert f"#{gap['id']}" in [link.get("href") for link in entry.iter("a")]
        assert gap["id"] in index, "where it was cited"


def test_what_a_provincial_table_publishes_stands_on_the_page_of_its_province(site: Path) -> None:
    for table in register_of(site).all(ProvincialTable).values():
        words = " ".join(main_of(site, urls.page_of(table)).text_content().split())
        assert [item.what for item in table.publications if item.what not in words] == []
        assert table.website is None or table.website.url in words
        assert table.reports is None or "Verslagen openbaar" in words
