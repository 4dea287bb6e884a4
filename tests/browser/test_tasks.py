"""What readers come for is found from the home page, by at most three clicks or one search."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import urls

MAIN = "main"


@pytest.fixture
def page(browser: Browser, real_site: Path, served: Callable[[Path], str]) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 1280, "height": 800}, base_url=served(real_site)) as page:
        page.goto(urls.HOME)
        yield page


def follow(page: Page, *titles: str) -> None:
    """From the home page, by a link with each of these words."""
    assert len(titles) <= 3
    for title in titles:
        page.get_by_role("link", name=title, exact=True).locator("visible=true").first.click()


@pytest.mark.parametrize(
    ("titles", "answer"),
    [
        ((), "is een overleg van het Rijk, de provincies, de gemeenten en het COA"),
        (("Cijfers",), "Opvangcapaciteit van het COA"),
        (("Gelderland",), "opvangplekken gevraagd"),
        (("wat er nieuw en verbeterd is",), "Wat deze woorden betekenen"),
        (("Toezeggingen", "T02933", "Bekijk elk onderdeel"), "niet vast te stellen"),
        (("termijn verstreken",), "Toezeggingen waarvan de termijn is verstreken"),
    ],
)
def test_an_answer_is_a_few_clicks_away(page: Page, titles: tuple[str, ...], answer: str) -> None:
    follow(page, *titles)
    expect(page.locator(MAIN)).to_contain_text(answer)


def test_what_came_of_the_last_meeting_is_told_at_once_and_on_its_page(page: Page) -> None:
    last = page.locator("section").filter(has=page.get_by_role("heading", name="Laatste vergadering"))
    outcome = last.locator(".said").first.inner_text().partition(" (")[0]
    last.get_by_role("link").first.click()
    expect(page.locator(MAIN)).to_contain_text(outcome)


def test_who_sat_at_the_table_on_a_day_is_asked_with_that_day(page: Page) -> None:
    follow(page, "Wie zit er")
    page.locator("input[type=date]").first.fill("2022-03-01")
    page.get_by_role("button", name="Toon").first.click()
    expect(page.locator(MAIN)).to_contain_text("1 maart 2022")
    expect(page.locator("summary", has_text="Voorzitter:")).to_contain_text("onbekend")


def test_where_a_word_came_up_is_one_search(page: Page) -> None:
    page.locator("header input[type=search]").fill("taakstelling")
    page.locator("header").get_by_role("button", name="Zoek").click()
    expect(page.locator("#gevonden")).to_contain_text("Onderwerp: taakstelling")


def test_two_publications_are_compared_in_two_clicks_and_a_choice(page: Page) -> None:
    follow(page, "Publicaties", "Vergelijk twee publicaties")
    page.get_by_label("Van").select_option("2")
    page.get_by_label("Tot en met").select_option("6")
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.get_by_role("status")).to_contain_text("Tussen publicatie 2 en 6:")


def test_a_page_is_cited_by_an_address_that_says_the_same(page: Page) -> None:
    first = page.locator(".lead").first.inner_text()
    place = page.locator("#citaat a").get_attribute("href") or ""
    page.goto(place.removeprefix("https://lrt.example"))
    assert page.locator(".lead").first.inner_text() == first


def test_all_meetings_are_one_click_and_a_download_away(page: Page) -> None:
    follow(page, "Vergaderingen")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").first.click()
    assert Path(download.value.path()).read_text("utf-8-sig").startswith("Vergadering,")
