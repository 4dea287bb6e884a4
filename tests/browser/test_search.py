"""A reader finds what they look for: on the real site, and on a small one with words that would be markup."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from lrt_site import files, search_index, searching, urls
from lrt_site.pages.search.catalogue import SearchFacets
from tests.tools.checkers import Violation
from tests.tools.searching import ask_all, queries

ENOUGH = 0.95
OUTCOME, FOUND = "#uitkomst", "#gevonden"


@pytest.fixture
def page(browser: Browser, real_site: Path, served: Callable[[Path], str]) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 320, "height": 740}, base_url=served(real_site)) as page:
        yield page


def test_what_people_ask_is_among_the_first_three(page: Page, real_site: Path, served: Callable[[Path], str]) -> None:
    assert sum(map(len, queries().values())) >= 80
    page.goto(urls.SEARCH)
    asked = ask_all(page, served(real_site))
    missed = [(one.question, one.first) for one in asked if not one.is_found]
    assert len(missed) <= (1 - ENOUGH) * len(asked), missed


def test_an_answer_says_where_it_stands_and_leads_there(page: Page) -> None:
    page.goto(f"{urls.SEARCH}?q=noodopvang")
    expect(page.locator(OUTCOME)).to_contain_text("gevonden voor ‘noodopvang’")
    first = page.locator(f"{FOUND} li").first
    expect(first.locator("mark").first).to_contain_text("opvang")
    assert "^" not in page.locator(FOUND).inner_text()
    for link in page.locator(f"{FOUND} li a").all()[:5]:
        address = link.evaluate("link => link.href")
        path, _, anchor = address.partition("#")
        held = page.request.get(path).text()
        assert not anchor or f'id="{anchor}"' in held


def test_filters_narrow_what_is_found_and_stand_in_the_address(page: Page) -> None:
    page.goto(f"{urls.SEARCH}?q=opvang")
    expect(page.locator(OUTCOME)).to_contain_text("gevonden")
    every = page.locator(OUTCOME).inner_text()
    page.get_by_text("Kies uit wat u zoekt").click()
    page.get_by_label("Soort").select_option("Vergaderingen")
    expect(page.locator(OUTCOME)).not_to_have_text(every)
    kinds = set(page.locator(f"{FOUND} section h2").all_inner_texts())
    assert kinds == {"Past het best", "Vergaderingen"}
    assert page.url.endswith("?q=opvang&soort=Vergaderingen")
    page.go_back()
    expect(page.locator(OUTCOME)).to_have_text(every)
    expect(page.get_by_label("Soort")).to_have_value("")


@pytest.mark.parametrize("question", ["T%2002.933", "t-02%20933", "%E2%80%8BT02933%E2%80%AC"])
def test_how_a_number_is_spaced_or_copied_makes_no_difference(page: Page, question: str) -> None:
    page.goto(f"{urls.SEARCH}?q={question}")
    expect(page.locator(f"{FOUND} li a").first).to_contain_text("T02933")


@pytest.mark.parametrize("question", ["88.000", "88000", "18.420"])
def test_a_figure_is_found_with_its_point_and_without(page: Page, question: str) -> None:
    page.goto(f"{urls.SEARCH}?q={question}")
    expect(page.locator(OUTCOME)).to_contain_text(f"gevonden voor ‘{question}’")
    expect(page.locator(FOUND)).to_contain_text("18.420" if "18" in question else "88.000")


def test_a_choice_that_is_not_there_is_not_made(page: Page) -> None:
    page.goto(f"{urls.SEARCH}?q=opvang&jaar=9999")
    expect(page.locator(OUTCOME)).to_contain_text("gevonden voor ‘opvang’")
    chosen = "[...document.querySelectorAll('select')].map(({ selectedIndex }) => selectedIndex)"
    assert set(page.evaluate(chosen)) == {0}


def test_nothing_found_is_said_and_leads_on(page: Page) -> None:
    page.goto(f"{urls.SEARCH}?q=qqxyzzy")
    expect(page.locator(OUTCOME)).to_contain_text("Niets gevonden voor ‘qqxyzzy’.")
    expect(page.get_by_role("link", name="Alle titels van A tot Z")).to_be_visible()


def test_signs_alone_are_no_question(page: Page) -> None:
    page.goto(f"{urls.SEARCH}?q=%22")
    expect(page.locator(OUTCOME)).to_have_text("Typ een woord, een naam of een nummer.")


def test_more_answers_come_when_they_are_asked_for(page: Page) -> None:
    page.goto(f"{urls.SEARCH}?q=opvang")
    answers = page.locator(f"{FOUND} li")
    expect(answers).to_have_count(12)
    page.get_by_role("button", name="Toon de volgende 12").press("Enter")
    expect(answers).to_have_count(24)
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_the_page_with_answers_is_accessible_and_fits(page: Page, axe: Callable[[Page], tuple[Violation, ...]]) -> None:
    page.goto(f"{urls.SEARCH}?q=opvang&soort=Vergaderingen")
    expect(page.locator(f"{FOUND} li").first).to_be_visible()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_the_page_says_how_to_go_on(
    browser: Browser, real_site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(served(real_site) + urls.SEARCH)
        expect(page.get_by_text("Zoeken heeft een script nodig")).to_be_visible()
        page.get_by_role("link", name="Alle titels van A tot Z").click()
        page.get_by_role("link", name="D", exact=True).click()
        page.get_by_role("link", name="Rutger Groot Wassink").or_(
            page.get_by_role("link", name="Deelnemers")
        ).first.click()
        assert urls.TITLES not in page.url


def test_where_there_is_no_index_the_page_says_so(
    browser: Browser, real_site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_page() as page:
        page.route(f"**{urls.SEARCH_INDEX}*", lambda route: route.abort())
        page.goto(f"{served(real_site)}{urls.SEARCH}?q=opvang")
        expect(page.locator(OUTCOME)).to_contain_text("Zoeken lukt hier niet")


def test_words_of_editors_are_shown_as_words(
    browser: Browser, real_site: Path, tmp_path: Path, served: Callable[[Path], str]
) -> None:
    hostile = "&lt;img src=x onerror=document.title=1&gt; dijk &amp; dam"
    page_of = f"<main><h1>{hostile}</h1><p>{hostile}</p></main>"
    made = search_index.index(searching.documents({"/p/": page_of}, {"/p/": SearchFacets("Bronnen")}, ()))
    static = {f"static/{path.name}": path.read_bytes() for path in (real_site / "static").iterdir()}
    there = {"zoeken/index.html": (real_site / "zoeken/index.html").read_bytes(), **static}
    files.write(tmp_path, {**there, **{f"zoeken/index/{path}": data for path, data in made.items()}})
    with browser.new_page() as page:
        page.goto(f"{served(tmp_path)}{urls.SEARCH}?q=dijk")
        expect(page.locator(f"{FOUND} li p")).to_have_text("<img src=x onerror=document.title=1> dijk & dam")
        expect(page.locator(f"{FOUND} li a")).to_have_text("<img src=x onerror=document.title=1> dijk & dam")
        expect(page).to_have_title("Zoeken – Regietafel")
