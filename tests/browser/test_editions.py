"""From the handbook a reader reaches every publication of the site, with a script or without."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import handbook, urls
from tests.builders import a_history, a_meeting, a_register, data_of, on
from tests.tools.checkers import Violation
from tests.tools.sites import ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two publications, of which only the handbook and what it needs was made."""
    site = tmp_path_factory.mktemp("site")
    assert handbook.build(ROOT, site / "handboek") == ()
    history = a_history(a_register(), a_register(a_meeting(date=on("2020-06-15"))))
    made = data_of(history, {}, "https://fictief.example/")
    (site / "versions.json").write_text(str(made["versions.json"]), "utf-8")
    for page in ("publicaties", *(load["version"] for load in json.loads(made["versions.json"]))):
        (site / page).mkdir(parents=True)
        (site / page / "index.html").write_text(f"<!doctype html><title>{page}</title>", "utf-8")
    return site


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 320, "height": 740}) as page:
        yield page


@pytest.mark.parametrize("chapter", ["", "redactie/vergadering/"])
def test_every_publication_can_be_reached_by_keyboard(
    site: Path, served: Callable[[Path], str], page: Page, chapter: str
) -> None:
    page.goto(served(site) + urls.HANDBOOK + chapter)
    choice = page.get_by_role("navigation", name="Publicaties")
    choice.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(choice.get_by_role("link")).to_have_text(["Publicatie 2 (4 februari 2026)", "Publicatie 1 (5 januari 2026)"])
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_title("publicaties/2026-01-05")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_is_accessible_and_fits_on_a_phone(
    site: Path,
    served: Callable[[Path], str],
    browser: Browser,
    axe: Callable[[Page], tuple[Violation, ...]],
    scheme: str,
) -> None:
    colours = "dark" if scheme == "dark" else "light"
    with browser.new_page(viewport={"width": 320, "height": 740}, color_scheme=colours) as page:  # type: ignore[arg-type]
        page.goto(served(site) + urls.HANDBOOK)
        page.get_by_role("navigation", name="Publicaties").locator("summary").click()
        assert axe(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_a_script_a_link_leads_to_all_publications(
    site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(served(site) + urls.HANDBOOK + "redactie/")
        page.get_by_role("link", name="Publicaties", exact=True).click()
        expect(page).to_have_title("publicaties")


@pytest.mark.parametrize("answer", ["[]", "geen json", None])
def test_where_there_is_no_list_the_link_stays(
    site: Path, served: Callable[[Path], str], page: Page, answer: str | None
) -> None:
    page.route("**/versions.json", lambda route: route.abort() if answer is None else route.fulfill(body=answer))
    with page.expect_request("**/versions.json"):
        page.goto(served(site) + urls.HANDBOOK)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("link", name="Publicaties", exact=True)).to_have_attribute("href", "./../publicaties/")


def test_a_title_cannot_become_markup(site: Path, served: Callable[[Path], str], page: Page) -> None:
    title = "<img src=x onerror=alert(1)>"
    body = json.dumps([{"version": "publicaties/2026-01-05", "title": title, "aliases": []}])
    page.route("**/versions.json", lambda route: route.fulfill(body=body))
    page.goto(served(site) + urls.HANDBOOK)
    page.get_by_role("navigation", name="Publicaties").locator("summary").click()
    expect(page.get_by_role("link", name=title)).to_be_visible()
