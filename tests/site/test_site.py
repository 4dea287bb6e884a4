"""What holds for every page of every site: links lead somewhere, records can be reached, data can be read."""

import csv
import json
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from lrt_site import urls
from lrt_site.sitemap.shortened import unanswered
from tests.tools.pages import HANDBOOK, HtmlPage, addresses_of, broken_links, internal, page_in, pages_of, register_of

MOST_CLICKS = 3
MOST_BYTES = 200_000


@pytest.fixture(scope="module", params=["real_site", "fictief_site"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each site in turn."""
    folder: Path = request.getfixturevalue(request.param)
    return folder


def records_of(site: Path) -> list[dict[str, str]]:
    """The rows of the index of all records."""
    rows: list[dict[str, str]] = json.loads((site / "data/v1/index.json").read_text("utf-8"))["records"]
    return rows


def test_every_link_and_every_anchor_leads_somewhere(site: Path) -> None:
    assert [link for page in pages_of(site) for link in broken_links(site, page)] == []


def test_every_page_has_its_own_title(site: Path) -> None:
    titles = Counter(page.title for page in pages_of(site))
    assert {title: count for title, count in titles.items() if count > 1 or not title} == {}


def test_every_page_has_one_main_heading(site: Path) -> None:
    headings = {page.address: sum(tag.name == "h1" for tag in page.tags) for page in pages_of(site)}
    assert {address: count for address, count in headings.items() if count != 1} == {}


def test_every_page_says_that_it_is_dutch(site: Path) -> None:
    languages = {page.address: page.tags[0].attributes.get("lang") for page in pages_of(site)}
    assert {address: language for address, language in languages.items() if language != "nl"} == {}


def test_no_id_is_used_twice_on_a_page(site: Path) -> None:
    twice = {page.address: [key for key, count in Counter(page.ids).items() if count > 1] for page in pages_of(site)}
    assert {address: ids for address, ids in twice.items() if ids} == {}


LINKED_DATA = "application/ld+json"
"""Of a script that holds data, and runs nothing."""


def test_no_page_holds_style_or_script_of_its_own(site: Path) -> None:
    def refused(page: HtmlPage) -> list[str]:
        """What the content security policy of the page would refuse."""
        return [
            f"{page.address}: <{tag.name}> {dict(tag.attributes)}"
            for tag in page.tags
            if tag.name == "style"
            or (tag.name == "script" and "src" not in tag.attributes and tag.attributes.get("type") != LINKED_DATA)
            or any(name == "style" or name.startswith("on") for name in tag.attributes)
        ]

    assert [fault for page in pages_of(site) for fault in refused(page)] == []


def test_no_page_brings_in_files_of_others(site: Path) -> None:
    loading = {"img", "link", "script", "source", "iframe", "object", "video", "audio"}
    loaded = [
        f"{page.address}: {link}"
        for page in pages_of(site)
        for tag, link in page.links
        if tag.name in loading
        and not {"canonical", "alternate", "cite-as"} & {tag.attributes.get("rel")}
        and internal(page.address, link) is None
    ]
    assert loaded == []


def test_every_page_is_light(site: Path) -> None:
    sizes = {page.address: page.file.stat().st_size for page in pages_of(site)}
    assert {address: size for address, size in sizes.items() if size > MOST_BYTES} == {}


def test_every_record_has_its_page_and_its_data(site: Path) -> None:
    register, rows = register_of(site), records_of(site)
    assert [row["id"] for row in rows] == list(register.records)
    assert [row["page"] for row in rows if not (site / urls.file_of(row["page"])).is_file()] == []
    assert [row["data"] for row in rows if not (site / urls.file_of(row["data"])).is_file()] == []


def test_every_id_stands_on_the_page_that_its_address_names(site: Path) -> None:
    register = register_of(site)
    missing = []
    for identifier in register.home_of:
        page, _, fragment = urls.address_of(identifier, register).partition("#")
        if not (site / urls.file_of(page)).is_file() or (fragment and fragment not in page_in(site, page).ids):
            missing.append(f"{page}#{identifier}")
    assert missing == []


def test_every_record_is_three_clicks_from_home(site: Path) -> None:
    """By links in the text, in menus and at the foot of pages; a page's list of its sources is part of its text."""
    clicks, shore = {"/": 0}, ["/"]
    for distance in range(1, MOST_CLICKS + 1):
        pages = (page_in(site, address) for address in shore)
        found = {target for page in pages for target in page.leads_to("main", "nav", "footer")}
        shore = sorted(
            address
            for address in found - clicks.keys()
            if not address.startswith(HANDBOOK)
            and (site / urls.file_of(address)).suffix == ".html"
            and (site / urls.file_of(address)).is_file()
        )
        clicks |= dict.fromkeys(shore, distance)
    assert sorted({row["page"] for row in records_of(site)} - clicks.keys()) == []


def test_every_page_but_the_handbook_is_within_reach(site: Path) -> None:
    linked = {target for page in pages_of(site) for target in page.leads_to("main", "nav", "footer", "header")}
    editions = {page.address for page in pages_of(site) if page.leads_on and page.address.startswith(urls.PUBLICATIONS)}
    shortened = {page.address for page in pages_of(site) if page.leads_on and page.title.startswith("Verkort adres")}
    cited = {
        unquote(urlsplit(link).path)
        for page in pages_of(site)
        for tag, link in page.links
        if tag.name == "a" and tag.attributes.get("class") == "address"
    }
    pages = {page.address for page in pages_of(site, handbook=False)}
    assert sorted(pages - linked - cited - editions - shortened - {"/", urls.NOT_FOUND}) == []


def test_every_address_answers_however_many_steps_are_cut_off_its_end(site: Path) -> None:
    """Of the handbook the addresses of its pages: who reads it never sees where its style sheets stand."""
    pages = set(addresses_of(site))
    files = {f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*") if file.is_file()}
    public = {file for file in files if not file.startswith(HANDBOOK)}
    assert unanswered(pages, public) == ()


def test_all_data_can_be_read(site: Path) -> None:
    for file in site.rglob("*.json"):
        json.loads(file.read_text("utf-8"))
    tables = list(site.glob("data/v1/**/*.csv"))
    assert tables
    for file in tables:
        is_dutch = file.name.endswith(".excel.csv")
        with file.open(encoding="utf-8-sig" if is_dutch else "utf-8", newline="") as lines:
            header, *rows = csv.reader(lines, strict=True, delimiter=";" if is_dutch else ",")
        if not rows:
            assert file.parent.name == "tabellen", f"{file}: no rows"
            continue
        assert {len(row) for row in rows} == {len(header)}, f"{file}: rows of different lengths"
