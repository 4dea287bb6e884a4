"""The frame around every page works with keyboard and mouse, on a wide screen and at any depth."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import urls
from lrt_site.pages.shared.sections import MENU, MENU_MORE, NAMES

MEETING = "/vergaderingen/m-2024-09/"


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        yield page


def test_on_a_wide_screen_the_menu_is_unfolded(wide: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    wide.goto(served(real_site) + MEETING)
    menu = wide.get_by_role("navigation", name="Hoofdmenu")
    expect(menu.get_by_role("link")).to_have_text([NAMES[address] for address in MENU])
    menu.get_by_role("link").first.focus()
    for address in MENU:
        expect(menu.get_by_role("link", name=NAMES[address], exact=True)).to_be_focused()
        wide.keyboard.press("Tab")
    more = menu.get_by_role("button", name="Meer")
    expect(more).to_be_focused()
    wide.keyboard.press("Enter")
    expect(menu.get_by_role("link")).to_have_text([NAMES[address] for address in (*MENU, *MENU_MORE)])


@pytest.mark.parametrize(("width", "name"), [(320, "Menu"), (320, "Zoeken"), (1280, "Meer")])
def test_escape_closes_what_the_header_opened_and_gives_the_focus_back(
    width: int, name: str, browser: Browser, real_site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_page(viewport={"width": width, "height": 640}, java_script_enabled=False) as page:
        page.goto(served(real_site) + MEETING)
        button = page.get_by_role("banner").get_by_role("button", name=name)
        opened = page.locator(f"#{button.get_attribute('popovertarget')}")
        button.press("Enter")
        expect(opened).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(button).to_be_focused()
        expect(opened).to_be_hidden()


def test_the_first_tab_skips_to_the_text(wide: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    wide.goto(served(real_site) + MEETING)
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    expect(wide.locator("#inhoud")).to_be_focused()


def test_a_source_is_shown_in_place_without_a_script(
    browser: Browser, real_site: Path, served: Callable[[Path], str]
) -> None:
    """The text stays where it is, the note is in view, Escape closes it."""
    with browser.new_page(viewport={"width": 320, "height": 640}, java_script_enabled=False) as page:
        page.goto(served(real_site) + "/geschiedenis/")
        button = page.locator(".timeline .ref button").nth(20)
        button.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        button.click()
        note = page.locator(f"#{button.get_attribute('popovertarget')}")
        expect(note).to_be_in_viewport()
        expect(note).to_contain_text(re.compile(r"\d{4}"))
        assert page.evaluate("scrollY") == before
        page.keyboard.press("Escape")
        expect(note).to_be_hidden()


def test_on_a_wide_screen_a_source_stands_beside_its_words(
    wide: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    wide.goto(served(real_site) + MEETING)
    words, note = (wide.locator(found).first.bounding_box() for found in ("main .ref", "main .source-note"))
    assert words
    assert note
    assert note["x"] > words["x"]
    assert abs(note["y"] - words["y"]) < 60


def test_every_sign_of_a_source_leads_to_a_note_and_to_the_list(real_site: Path, fictief_site: Path) -> None:
    for path in (path for site in (real_site, fictief_site) for path in site.rglob("index.html")):
        html = path.read_text("utf-8")
        ids = set(re.findall(r' id="([^"]+)"', html))
        led_to = re.findall(r'(?:popovertarget="|href="#)((?:noot|bron|bij-noot)-[^"]+)"', html)
        assert set(led_to) <= ids, path


def test_a_missing_page_leads_back_from_any_depth(wide: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    answer = wide.goto(served(real_site) + "/vergaderingen/bestaat/niet/")
    assert answer
    assert answer.status == 404
    assert wide.evaluate("getComputedStyle(document.querySelector('.menu ul')).listStyleType") == "none"
    wide.get_by_role("main").get_by_role("link", name="Vergaderingen").click()
    expect(wide).to_have_url(served(real_site) + urls.MEETINGS)


def test_the_contents_of_a_long_page_are_folded_and_stay_beside_it_where_there_is_room(
    wide: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    wide.set_viewport_size({"width": 320, "height": 640})
    wide.goto(f"{served(real_site)}/methode/")
    contents = wide.get_by_role("navigation", name="Op deze pagina")
    last = contents.get_by_role("link").last
    expect(last).to_be_hidden()
    contents.get_by_text("Op deze pagina").click()
    last.click()
    expect(wide.locator(":target")).to_be_in_viewport()
    wide.set_viewport_size({"width": 1920, "height": 1000})
    wide.goto(f"{served(real_site)}/methode/")
    wide.mouse.wheel(0, 1500)
    expect(last).to_be_in_viewport()
    beside, text = contents.bounding_box(), wide.locator(".page").bounding_box()
    assert beside
    assert text
    assert beside["x"] + beside["width"] <= text["x"]


@pytest.mark.parametrize("address", ["/stoelen/stoel-bpr/", "/uitingen/o-2025-04-noorderbank/"])
def test_the_link_of_a_fact_that_ends_at_the_edge_stays_on_the_page(
    address: str, browser: Browser, fictief_site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_page(viewport={"width": 320, "height": 640}) as page:
        page.goto(served(fictief_site) + address)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
