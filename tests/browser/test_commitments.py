"""Staff find the commitments they need: in three clicks without a script, and by filtering and sorting with one."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from lrt_site import urls
from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments.commitments import in_order
from tests.tools.checkers import Violation
from tests.tools.pages import register_of

OFFICE = "minister van Vaart en Wind"
CUT_OFFS = {
    "1 juli 2025": ("minister van Eilanden en Kusten", ["T90006", "T90009"]),
    "1 juli 2026": (OFFICE, ["T90007", "T90010", "T90011"]),
}
"""A cut-off date, an office, and the commitments whose deadline had passed, as the content gives them."""

ON_A_WIDE_SHEET = 986
"""The width in pixels within the margins of a sheet of A4 on its side."""


@pytest.fixture
def site(fictief_site: Path) -> Path:
    return fictief_site


@pytest.fixture
def page(browser: Browser, site: Path, served: Callable[[Path], str]) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 1280, "height": 800}) as page:
        page.goto(served(site) + urls.COMMITMENTS)
        yield page


def commitments_in(site: Path) -> list[Commitment]:
    """The newest first."""
    return list(in_order(register_of(site)))


def numbers(page: Page) -> list[str]:
    """The commitments in the table, from above."""
    return shown(page).all_text_contents()


def shown(page: Page) -> Locator:
    return page.locator("#toezeggingen tbody tr:visible th a:first-child")


def header(page: Page, title: str) -> Locator:
    return page.locator("#toezeggingen thead th").filter(has=page.get_by_role("button", name=title, exact=True))


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("day", CUT_OFFS)
def test_staff_find_the_overdue_commitments_of_a_ministry_in_three_clicks(
    browser: Browser, site: Path, served: Callable[[Path], str], day: str, scripts: bool
) -> None:
    office, overdue = CUT_OFFS[day]
    with browser.new_page(java_script_enabled=scripts) as page:
        page.goto(served(site))
        page.locator("main").get_by_role("link", name="Toezeggingen", exact=True).click()
        page.get_by_role("link", name=day, exact=True).click()
        page.get_by_role("region", name="Toezeggingen per ministerie").get_by_role("link", name=office).click()
        found = page.get_by_role("region", name=office, exact=True)
        expect(found.get_by_role("heading")).to_be_in_viewport()
        assert sorted(found.get_by_role("rowheader").get_by_role("link", name="T9").all_text_contents()) == overdue
        with page.expect_download() as download:
            found.get_by_role("link", name="XLSX").click()
        assert download.value.path().read_bytes().startswith(b"PK")


def test_without_a_script_every_commitment_is_there_and_nothing_asks_for_one(
    browser: Browser, site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(served(site) + urls.COMMITMENTS)
        assert numbers(page) == [commitment.id for commitment in commitments_in(site)]
        expect(page.locator("main select")).to_have_count(5)
        assert not any(locator.is_visible() for locator in page.locator("main select").all())
        expect(page.locator("#toezeggingen thead button")).to_have_count(0)
        page.locator(".counts").get_by_role("link", name="deels voldaan").click()
        shown = page.locator("table.promises tbody th a:first-child").all_text_contents()
        assert shown == [
            commitment.id
            for commitment in commitments_in(site)
            if commitment.status and commitment.status.status == "deels voldaan"
        ]


def test_a_filter_shows_what_fits_says_how_many_and_can_be_linked(page: Page, site: Path) -> None:
    expect(page.get_by_role("status").last).to_have_text("11 van 11 in de tabel.")
    page.get_by_label("Status").select_option("Openstaand")
    wanted = [
        commitment.id
        for commitment in commitments_in(site)
        if commitment.status and commitment.status.status == "openstaand"
    ]
    assert numbers(page) == wanted
    expect(page.get_by_role("status").last).to_have_text(f"{len(wanted)} van 11 in de tabel.")
    page.get_by_label("Jaar").select_option("2026")
    expect(page).to_have_url(re.compile(re.escape("/toezeggingen/?status=openstaand&jaar=2026") + "$"))
    expect(shown(page)).to_have_text(["T90005"])
    page.reload()
    expect(shown(page)).to_have_text(["T90005"])
    expect(page.get_by_label("Jaar")).to_have_value("2026")
    page.go_back()
    expect(shown(page)).to_have_text(wanted)
    page.get_by_role("button", name="Wis de keuze").click()
    expect(page).to_have_url(re.compile("/toezeggingen/$"))
    expect(shown(page)).to_have_count(11)


@pytest.mark.parametrize(
    ("label", "choice", "found"),
    [
        ("Ambt", "staatssecretaris van Zeil en Stroom", ["T90003", "T90007"]),
        ("Commissie", "commissie voor Eilanden en Dorpen", None),
        ("Termijn verstreken", "Ja", None),
        ("Termijn verstreken", "Nee, of afgehandeld", None),
    ],
)
def test_every_filter_finds_something_and_leaves_something_out(
    page: Page, label: str, choice: str, found: list[str] | None
) -> None:
    page.get_by_label(label, exact=True).select_option(choice)
    shown = numbers(page)
    assert 0 < len(shown) < 11
    assert found is None or shown == found


def test_a_choice_that_fits_nothing_says_so(page: Page) -> None:
    page.get_by_label("Status").select_option("Afgevoerd")
    page.get_by_label("Jaar").select_option("2026")
    expect(page.get_by_role("status").last).to_have_text("0 van 11 in de tabel.")


def test_headers_sort_by_keyboard_and_say_how(page: Page) -> None:
    deadline = header(page, "Nieuwste termijn")
    deadline.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(deadline).to_have_attribute("aria-sort", "ascending")
    upwards = numbers(page)
    expect(page).to_have_url(re.compile(r"\?volgorde=termijn$"))
    page.keyboard.press("Space")
    expect(deadline).to_have_attribute("aria-sort", "descending")
    expect(deadline.get_by_role("button")).to_be_focused()
    keys = page.locator("#toezeggingen tbody tr td:nth-child(5)").evaluate_all("cells => cells.map(c => c.dataset.key)")
    unknown = keys.count("")
    assert unknown
    assert keys == [*sorted(filter(None, keys), reverse=True), *[""] * unknown]
    assert upwards[-unknown:] == numbers(page)[-unknown:]


def test_one_column_is_sorted_at_a_time(page: Page) -> None:
    header(page, "Gedaan").get_by_role("button").click()
    header(page, "Toezegging").get_by_role("button").click()
    assert numbers(page) == sorted(numbers(page))
    expect(page.locator("[aria-sort]")).to_have_count(1)


@pytest.mark.parametrize(
    "asked", ["status=bestaat-niet", "volgorde=bestaatniet", "volgorde=-", "jaar=%3Cimg%20src=x%20onerror=alert(1)%3E"]
)
def test_an_address_that_asks_for_what_does_not_exist_shows_everything(page: Page, asked: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{page.url}?{asked}")
    assert len(numbers(page)) == 11
    assert faults == []


def test_nothing_jumps_when_the_script_shows_the_filter(page: Page) -> None:
    """The room is kept before the script runs: the table stays where it stands."""
    page.route("**/toezeggingen.js", lambda route: route.abort())
    page.reload()
    before = page.locator("#toezeggingen").bounding_box()
    page.unroute_all()
    page.reload()
    expect(page.get_by_label("Status")).to_be_visible()
    after = page.locator("#toezeggingen").bounding_box()
    assert before
    assert after
    assert (before["x"], before["y"], before["width"]) == (after["x"], after["y"], after["width"])
    page.get_by_label("Status").select_option("Voldaan")
    filtered = page.locator("#toezeggingen").bounding_box()
    assert filtered
    assert (filtered["y"], filtered["width"]) == (after["y"], after["width"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/toezeggingen/?status=openstaand&volgorde=-termijn",
        "/toezeggingen/status/voldaan/",
        "/toezeggingen/ambt/minister-van-vaart-en-wind/",
        "/toezeggingen/peildatum/2026-07-01/",
    ],
)
def test_lists_are_accessible_and_fit_a_phone(
    page: Page,
    site: Path,
    served: Callable[[Path], str],
    axe: Callable[[Page], tuple[Violation, ...]],
    address: str,
    scheme: str,
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(served(site) + address)
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_print_holds_the_whole_table_and_what_was_chosen(page: Page) -> None:
    page.get_by_label("Status").select_option("Voldaan")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": ON_A_WIDE_SHEET, "height": 700})
    expect(page.get_by_label("Status")).to_be_hidden()
    expect(page.get_by_role("status").last).to_have_text("2 van 11 in de tabel.")
    box = page.locator("#toezeggingen").bounding_box()
    assert box
    assert box["x"] + box["width"] <= ON_A_WIDE_SHEET
    overflowing = page.locator("#toezeggingen tr:visible > *").evaluate_all(
        "cells => cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).length"
    )
    assert overflowing == 0
