"""A reader compares any two publications, and is told what came since the last visit; both only on own demand."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import publishing, urls
from lrt_site.wording.change_classes import CLASS_WORDS
from tests.tools.checkers import Violation
from tests.tools.sites import editions_in

FICTIEF = "examples/fictief"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 320, "height": 800}) as page:
        yield page


def compare(page: Page, root: str, earlier: int, later: int) -> None:
    page.goto(root + urls.COMPARE)
    page.get_by_label("Van", exact=True).select_option(str(earlier))
    page.get_by_label("Tot en met").select_option(str(later))
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.get_by_role("status")).to_contain_text(f"Tussen publicatie {earlier} en {later}:")


@pytest.mark.parametrize(("earlier", "later"), [(2, 5), (1, 10)])
def test_two_publications_differ_as_the_command_tells(
    fictief_site: Path, served: Callable[[Path], str], page: Page, earlier: int, later: int
) -> None:
    history, _ = editions_in(fictief_site, FICTIEF)
    lines = publishing.difference(history, history.state(history.last), str(earlier), str(later))
    told = Counter(line.partition(": ")[2] for line in lines if not line.startswith(" "))
    compare(page, served(fictief_site), earlier, later)
    status = page.get_by_role("status").text_content() or ""
    assert Counter({CLASS_WORDS[name].name: count for name, count in told.items()}) == Counter(  # type: ignore[index]
        {word: int(count) for count, word in re.findall(r"(\d+) ([^,.]+)", status.partition(":")[2])}
    )


def test_what_differs_is_told_in_words_and_the_address_can_be_passed_on(
    fictief_site: Path,
    served: Callable[[Path], str],
    page: Page,
    browser: Browser,
    axe: Callable[[Page], tuple[Violation, ...]],
) -> None:
    compare(page, served(fictief_site), 1, 4)
    row = page.locator("#uitkomst li").filter(has=page.get_by_role("link", name="Toezegging T90001"))
    row.locator("summary").click()
    expect(row).to_contain_text("Versie 1 naast versie 4.")
    history, _ = editions_in(fictief_site, FICTIEF)
    lines = publishing.difference(history, history.state(history.last), "1", "4")
    start = next(place for place, line in enumerate(lines) if line.startswith("T90001: "))
    expect(row).to_contain_text(lines[start + 2].strip())
    assert axe(page) == ()
    with browser.new_page() as other:
        other.goto(page.url)
        expect(other.locator("#uitkomst")).to_contain_text("Toezegging T90001")


def test_an_address_of_a_publication_that_is_not_there_compares_no_others(
    fictief_site: Path, served: Callable[[Path], str], page: Page
) -> None:
    page.goto(f"{served(fictief_site)}{urls.COMPARE}?van=0&tot=4")
    expect(page.get_by_role("status")).to_have_text("Een publicatie uit dit adres is er niet. Kies er hierboven twee.")
    expect(page.locator("#uitkomst")).to_be_empty()


def test_without_a_script_a_list_leads_to_what_changed_since(
    fictief_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(served(fictief_site) + urls.COMPARE)
        expect(page.get_by_role("button", name="Vergelijk")).to_be_hidden()
        page.get_by_role("link", name="Wat er sinds publicatie 4 veranderde").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Wat er sinds publicatie 4 veranderde")


def test_a_reader_who_asks_for_it_is_told_what_came_since_the_last_visit(
    fictief_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    history, _ = editions_in(fictief_site, FICTIEF)
    overview = served(fictief_site) + urls.PUBLICATIONS
    context = browser.new_context()
    page = context.new_page()
    page.goto(overview)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Onthoud mijn bezoek").click()
    expect(page.get_by_role("button", name="Vergeet mijn bezoek")).to_be_focused()
    (key,) = page.evaluate("Object.keys(localStorage)")
    page.evaluate("([key, seen]) => localStorage.setItem(key, seen)", [key, str(history.last.number - 2)])
    later = context.new_page()
    for _ in ("opened", "reloaded"):
        later.goto(overview)
        expect(later.locator("#bezoek")).to_contain_text("kwamen deze publicaties erbij:")
        expect(later.locator("#bezoek li")).to_have_count(2)
    assert later.evaluate("key => localStorage.getItem(key)", key) == str(history.last.number)
    later.get_by_role("button", name="Vergeet mijn bezoek").click()
    assert later.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


def test_without_a_script_nothing_is_offered(
    fictief_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        for address in (urls.PUBLICATIONS, urls.FOLLOW):
            page.goto(served(fictief_site) + address)
            expect(page.locator("#bezoek")).to_be_hidden()


def test_a_cited_place_in_a_folded_list_is_shown(fictief_site: Path, served: Callable[[Path], str], page: Page) -> None:
    page.goto(f"{served(fictief_site)}{urls.SOURCES}#s-jaarverslag-2024")
    expect(page.locator("#s-jaarverslag-2024")).to_be_visible()
    expect(page.locator("#s-jaarverslag-2024")).to_be_in_viewport()
