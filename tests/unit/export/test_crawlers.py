"""Search engines find every page of now, with the day since which it says the same."""

from dataclasses import replace

from lxml import etree

from lrt_site.export import crawlers
from lrt_site.model.dates import PartialDate
from tests import builders

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
PAGES = {"/b/": None, "/": PartialDate("2026-11-27"), "/c&d/": None}
SITE = builders.a_site()


def test_every_page_is_listed_in_order_with_its_day() -> None:
    root = etree.fromstring(crawlers.files(SITE, PAGES)["sitemap.xml"].encode())
    base = SITE.address
    assert root.xpath("//s:loc/text()", namespaces=NAMES) == [base, f"{base}b/", f"{base}c&d/"]
    assert root.xpath("//s:lastmod/text()", namespaces=NAMES) == ["2026-11-27"]


def test_more_pages_than_a_file_can_hold_are_divided() -> None:
    files = crawlers.files(SITE, PAGES, most=2)
    root = etree.fromstring(files["sitemap.xml"].encode())
    parts = [str(part) for part in root.xpath("//s:loc/text()", namespaces=NAMES)]
    assert parts == [f"{SITE.address}sitemap-1.xml", f"{SITE.address}sitemap-2.xml"]
    assert [files[part.removeprefix(SITE.address)].count("<loc>") for part in parts] == [2, 1]


def test_robots_are_told_only_where_the_host_is_ours() -> None:
    assert f"Sitemap: {SITE.address}sitemap.xml" in crawlers.files(SITE, PAGES)["robots.txt"]
    assert "robots.txt" not in crawlers.files(replace(SITE, address="https://fictief.example/tafel/"), PAGES)


def test_browsers_learn_where_to_search() -> None:
    root = etree.fromstring(crawlers.files(SITE, PAGES)["opensearch.xml"].encode())
    (found,) = root.findall("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert found.get("template") == f"{SITE.address}zoeken/?q={{searchTerms}}"
    assert len(root.findtext("{http://a9.com/-/spec/opensearch/1.1/}ShortName") or "") in range(1, 17)


def test_a_language_model_is_led_to_the_data_and_told_what_an_empty_cell_is() -> None:
    text = crawlers.files(SITE, PAGES)["llms.txt"]
    assert text.startswith(f"# {SITE.title}\n")
    assert f"({SITE.address}data/v1/tabellen/alles.sqlite)" in text
    assert "geen bron" in text
