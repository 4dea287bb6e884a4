"""The handbook within a site: the frame of the site, soon at the text, and light."""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from lrt_site import handbook, urls

PAGES = ("", "redactie/eerste-stappen/", "redactie/foutcodes-u-z/", "data/velden/", "ontwikkeling/architecture/")
LISTS = {"data/publicaties", "data/veranderingen", "ontwikkeling/architecture"}
"""Pages that hold a whole list, which readers search in."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page() as page:
        yield page


def test_a_page_has_the_header_the_footer_and_the_style_sheets_of_the_site(real_site: Path) -> None:
    frames = []
    for place in ("handboek/redactie", "vergaderingen"):
        html = (real_site / place / "index.html").read_text("utf-8")
        around = re.findall(r"<header.*</header>|<footer.*</footer>", html, re.DOTALL)
        frames.append([re.sub(r' (href|action|aria-current)="[^"]*"', "", part) for part in around])
    assert len(frames[0]) == 2
    assert frames[0] == frames[1]
    assert not (real_site / "handboek" / handbook.STYLES).exists()
    assert list((real_site / "handboek").rglob("*.css")) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_the_text_comes_first_for_eyes_and_keyboard(
    width: int, page: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    for address in PAGES:
        page.goto(served(real_site) + urls.HANDBOOK + address)
        assert page.locator("main p").first.evaluate("text => text.getBoundingClientRect().top") <= 240, address
        stops = 0
        while not page.evaluate("document.activeElement.closest('main') !== null"):
            page.keyboard.press("Tab")
            stops += 1
        assert 3 < stops <= 13, address  # the last of them is in the text


def test_the_contents_follow_on_a_wide_screen_and_open_on_a_phone(
    page: Page, real_site: Path, served: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{served(real_site)}{urls.HANDBOOK}redactie/foutcodes/")
    link = page.get_by_role("navigation", name="Op deze pagina").locator("a").first
    page.evaluate("window.scrollTo(0, 3000)")
    assert 0 < link.evaluate("link => link.getBoundingClientRect().top") < 100
    page.set_viewport_size({"width": 320, "height": 740})
    assert not link.is_visible()
    page.locator(".toc summary").press("Enter")
    assert link.is_visible()


def test_a_page_is_light_and_runs_no_script(real_site: Path) -> None:
    sheets = sum(compressed(real_site / f"static/{name}.css") for name in ("site", "table", "handbook", "remarks"))
    pages = {path.parent.relative_to(real_site / "handboek").as_posix(): path for path in
             (real_site / "handboek").rglob("index.html")}  # fmt: skip
    assert len(pages) > 30
    assert {name for name, path in pages.items() if compressed(path) + sheets > 20_000} <= LISTS
    assert [name for name, path in pages.items() if b"<script" in path.read_bytes()] == []


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9))
