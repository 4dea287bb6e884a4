"""The frame around every page works with keyboard and mouse, on a wide screen and at any depth."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import urls
from lrt_site.pages.shared.sections import MENU, NAMES

MEETING = "/vergaderingen/m-2024-09/"


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        yield page


def test_on_a_wide_screen_the_menu_is_unfolded(wide: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    wide.goto(served(real_site) + MEETING)
    menu = wide.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link")).to_have_text([NAMES[address] for address in MENU])
    expect(menu.get_by_text("Menu")).to_be_hidden()
    menu.get_by_role("link").first.focus()
    for address in MENU:
        expect(menu.get_by_role("link", name=NAMES[address], exact=True)).to_be_focused()
        wide.keyboard.press("Tab")


def test_the_first_tab_skips_to_the_text(wide: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    wide.goto(served(real_site) + MEETING)
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    expect(wide.locator("#inhoud")).to_be_focused()


def test_a_source_is_shown_beside_the_text_that_rests_on_it(
    wide: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    """The text stays where it is; the source comes into view in the margin."""
    wide.goto(served(real_site) + "/geschiedenis/")
    number = wide.locator(".timeline .ref a").nth(20)
    number.scroll_into_view_if_needed()
    before = wide.evaluate("scrollY")
    number.click()
    assert wide.evaluate("scrollY") == before
    expect(wide.locator("#" + str(number.get_attribute("href"))[1:])).to_be_in_viewport()


def test_a_missing_page_leads_back_from_any_depth(wide: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    answer = wide.goto(served(real_site) + "/vergaderingen/bestaat/niet/")
    assert answer
    assert answer.status == 404
    assert wide.evaluate("getComputedStyle(document.querySelector('.menu ul')).listStyleType") == "none"
    wide.get_by_role("main").get_by_role("link", name="Vergaderingen").click()
    expect(wide).to_have_url(served(real_site) + urls.MEETINGS)
