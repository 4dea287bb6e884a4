"""In a real browser, without the content security policy that would stop it anyway, no script of an editor runs."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.tools.hostile import IN_A_NAME, SCRIPT, TEMPLATE, TURNING, hostile_site
from tests.tools.pages import pages_of

STRANGE = "script:not([src]), img, svg[onload], [onerror], [onmouseover], [onclick], [href^='javascript' i]"


@pytest.fixture(scope="module")
def site(shared_folder: Path) -> Path:
    return hostile_site(shared_folder)


@pytest.fixture
def heard() -> list[str]:
    """What a page did that it should not have done."""
    return []


@pytest.fixture
def page(browser: Browser, heard: list[str]) -> Iterator[Page]:
    def hear(dialog: Dialog) -> None:
        heard.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    with browser.new_context(bypass_csp=True) as context:
        page = context.new_page()
        page.on("dialog", hear)
        page.on("pageerror", lambda error: heard.append(f"error: {error}"))
        yield page


def test_no_script_runs_on_any_page(site: Path, served: Callable[[Path], str], page: Page, heard: list[str]) -> None:
    touched = []
    for each in pages_of(site):
        page.goto(served(site) + each.address)
        if page.evaluate(f"window.geraakt !== undefined || document.querySelector(`{STRANGE}`) !== null"):
            touched.append(each.address)
    assert (touched, heard) == ([], [])


def test_clicking_what_looks_like_a_link_does_nothing(
    site: Path, served: Callable[[Path], str], page: Page, heard: list[str]
) -> None:
    page.goto(f"{served(site)}/vergaderingen/m-2025-03-13/")
    page.get_by_text("lees verder").first.click()
    page.get_by_text("onmouseover").first.hover()
    assert page.evaluate("window.geraakt === undefined")
    assert heard == []


def test_the_reader_sees_what_was_written(site: Path, served: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{served(site)}/over/")
    shown = page.inner_text("main")
    assert SCRIPT in shown
    assert TEMPLATE in shown
    assert IN_A_NAME[:-1] in page.title()
    assert not set(TURNING) & set(page.content())
