"""A reader sees that something was corrected, reads what and why, opens what stood there, and finds the way back."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

CORRECTED = {
    "/vergaderingen/m-2025-12-04/": ("vervangen", "De verbetering van vanochtend was onjuist."),
    "/deelnemers/p-van-nergens/": ("wethouder", "Neel van Nergens is sinds 15 december 2025 geen bestuurslid meer."),
    "/cijfers/ligplaatsen-opgave/": ("44", "45"),
}
"""A meeting, an office and a figure of the fictitious table, with words of what changed and of why."""


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with browser.new_page(java_script_enabled=request.param) as page:
        yield page


@pytest.mark.parametrize("address", CORRECTED)
def test_from_a_correction_to_what_stood_there_and_back(
    address: str, fictief_site: Path, served: Callable[[Path], str], page: Page
) -> None:
    living = served(fictief_site) + address
    what, why = CORRECTED[address]
    page.goto(living)
    clock = page.locator(".clock").first
    clock.locator("summary").click()
    expect(clock).to_contain_text("verbeterd")
    expect(clock).to_contain_text(re.compile(r"Gepubliceerd op \d+ \w+ 2026 met publicatie \d+"))
    clock.get_by_role("link", name="Wat er veranderde").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Versies van")
    expect(page.locator("main")).to_contain_text(what)
    expect(page.locator("main")).to_contain_text(why)
    page.get_by_role("link", name="Lees versie 1").click()
    banner = page.locator(".archived")
    expect(banner).to_contain_text("U leest deze pagina zoals in publicatie")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    banner.get_by_role("link").click()
    expect(page).to_have_url(living)


def test_both_clocks_are_chosen_in_one_place(
    fictief_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(served(fictief_site) + "/samenstelling/")
    page.locator("#dag").fill("2024-09-28")
    page.locator("summary", has_text="Wat wist deze site toen?").click()
    page.get_by_label("Volgens deze site op").fill("2024-12-31")
    page.get_by_role("button", name="Toon").click()
    expect(page).to_have_url(f"{served(fictief_site)}/publicaties/2024-11-15/stand/samenstelling/2024-09-27/")
    expect(page.locator(".clock")).to_contain_text("Gepubliceerd op 15 november 2024 met publicatie 1")
    page.close()


def test_a_day_before_the_first_publication_is_said_to_be_so(
    fictief_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(served(fictief_site) + "/cijfers/")
    page.locator("summary", has_text="Wat wist deze site toen?").click()
    page.get_by_label("Volgens deze site op").fill("2020-01-01")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("status")).to_contain_text(
        "nog niets gepubliceerd. De eerste publicatie was op 15 november 2024."
    )
    page.close()


def test_both_clocks_work_with_links_alone(fictief_site: Path, served: Callable[[Path], str], browser: Browser) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(served(fictief_site) + "/samenstelling/")
        page.locator(".clock summary").click()
        page.locator(".clock").get_by_role("link", name="publicatie 1 (15 november 2024)").last.click()
        expect(page.locator(".archived")).to_contain_text("U leest deze pagina zoals in publicatie 1")
        expect(page.locator(".clock")).to_contain_text("Gepubliceerd op 15 november 2024 met publicatie 1")
