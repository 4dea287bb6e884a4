"""A pasted quotation is found in every version that held it, in the browser alone."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from lrt_site import files, pipeline, urls
from lrt_site.export import quotations
from tests.builders import a_ledger, a_meeting, a_mention, a_person, a_register, an_output, on
from tests.tools.checkers import Violation
from tests.tools.sites import ROOT

HOSTILE = "<img src=x onerror=document.title='geraakt'>"
FIRST = (
    "De tafel besprak de **fictieve** dijk [van zand](https://fictief.example/zand). Daarna sprak zij over het water."
)
SECOND = "De tafel besprak de fictieve dijk van klei. Daarna sprak zij over het water."
LONG = "Eerst het begin. " + "Heel veel woorden. " * 200 + "Dan het slot van alles."
ANSWER = "#antwoord"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three publications of a few records, whose words fill several small files."""
    person, renamed = a_person(name="F. van der Fictie"), a_person(id="p-anders", name="F. van der Fictie")
    mention = a_mention(text=f"Iemand schreef {HOSTILE} over de dijk.")
    ledger = a_ledger(
        a_register(a_meeting(body=FIRST), an_output(content="Een verzonnen oproep aan de fictieve raad."), person),
        a_register(a_meeting(body=SECOND), an_output(content="Een verzonnen oproep aan de fictieve raad."), renamed),
        a_register(a_meeting(body=SECOND), a_meeting(id="m-lang", date=on("2021-03-04"), body=LONG), renamed, mention),
    )
    templates, static = files.read_templates(ROOT / "templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotations, "LARGEST", 1500)
        patch.setattr(quotations, "_SLICE", 1000)
        made = pipeline.build(pipeline.Sources({}, ledger, templates, static, PurePosixPath("fictief")))
    assert made.problems == ()
    assert sum(path.startswith(urls.QUOTATIONS.strip("/")) for path in made.files) > 4
    site = tmp_path_factory.mktemp("site")
    files.write(site, made.files)
    return site


@pytest.fixture
def page(browser: Browser, site: Path, served: Callable[[Path], str]) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 320, "height": 740}) as page:
        page.goto(served(site) + urls.QUOTE)
        yield page


def ask(page: Page, quotation: str) -> None:
    page.get_by_label("Citaat", exact=True).fill(quotation)
    page.get_by_role("button", name="Zoek op").click()


def leads_to(page: Page, title: str) -> str:
    address = page.locator(ANSWER).get_by_role("link", name=title, exact=True).evaluate("link => link.href")
    return str(address).removeprefix(page.url.partition(urls.QUOTE)[0])


@pytest.mark.parametrize(
    "quotation",
    [
        "fictieve dijk van zand",
        "“De tafel besprak de FICTIEVE dijk van zand.”",
        "De tafel … dijk van zand. Daarna [...] over het water",
        "de fictieve dijk van zand.1",
        "de fictieve dijk van zand [3]",
        "de ficti-\neve dijk\nvan zand",
    ],
)
def test_words_that_went_are_found_where_they_stood(page: Page, quotation: str) -> None:
    ask(page, quotation)
    expect(page.locator(f"{ANSWER} li")).to_have_text(
        "Deze woorden stonden in versie 1 van Vergadering van 15 juni 2020 (Fictieve Tafel), "
        "niet meer in versie 2 (sinds publicatie 2, correctie)."
    )
    assert leads_to(page, "versie 1") == "/vergaderingen/m-2020-06-15/versies/1/"
    assert leads_to(page, "niet meer in versie 2") == "/vergaderingen/m-2020-06-15/versies/#versie-2"
    assert leads_to(page, "Vergadering van 15 juni 2020 (Fictieve Tafel)") == "/vergaderingen/m-2020-06-15/"


@pytest.mark.parametrize(
    ("quotation", "said"),
    [
        (
            "Daarna sprak zij over het water",
            "Deze woorden staan nu in Vergadering van 15 juni 2020 (Fictieve Tafel), in versie 1 en 2.",
        ),
        (
            "fictieve dijk van klei",
            "Deze woorden staan nu in Vergadering van 15 juni 2020 (Fictieve Tafel), in versie 2. "
            "Zij kwamen erbij in versie 2: publicatie 2 (4 februari 2026), correctie.",
        ),
        ("f van der fictie", "Deze woorden staan nu in F. van der Fictie, in versie 1 en 2."),
        (
            "oproep aan de fictieve raad",
            "Deze woorden stonden in versie 1 van Fictieve brief. "
            "Dit record is ingetrokken met publicatie 3 (6 maart 2026).",
        ),
        (
            "eerst het begin … heel veel woorden heel veel woorden … dan het slot van alles",
            "Deze woorden staan nu in Vergadering van 4 maart 2021 (Fictieve Tafel), in versie 1.",
        ),
    ],
)
def test_the_answer_says_what_became_of_the_words(page: Page, quotation: str, said: str) -> None:
    ask(page, quotation)
    expect(page.locator(f"{ANSWER} li")).to_have_text(said)
    expect(page.locator(f"{ANSWER} p")).to_have_text("Gevonden in 1 record.")


@pytest.mark.parametrize("quotation", ["de dijk van goud", "over het water … fictieve dijk", "dijk van kl"])
def test_what_stood_nowhere_is_not_found(page: Page, quotation: str) -> None:
    ask(page, quotation)
    expect(page.locator(ANSWER)).to_have_text(
        "Wij vinden deze woorden in geen enkele versie, tot en met publicatie 3 (6 maart 2026). "
        "Plak een korter stuk, met hele woorden. Laat weg wat u zelf hebt toegevoegd."
    )


@pytest.mark.parametrize("quotation", ["fictieve dijk", "…", "?! [...] *"])
def test_too_few_words_are_not_looked_up(page: Page, quotation: str) -> None:
    page.route("**/data/**", lambda route: route.abort())
    ask(page, quotation)
    expect(page.locator(ANSWER)).to_have_text("Plak ten minste drie woorden.")


def test_a_question_can_be_linked_and_stays_in_the_history_of_the_browser(page: Page) -> None:
    ask(page, "fictieve dijk van zand")
    expect(page.locator(ANSWER)).to_contain_text("stonden")
    expect(page).to_have_url(re.compile(r"/citaat/\?tekst=fictieve\+dijk\+van\+zand$"))
    ask(page, "fictieve dijk van klei")
    expect(page.locator(ANSWER)).to_contain_text("staan nu")
    page.go_back()
    expect(page.locator(ANSWER)).to_contain_text("stonden")
    page.reload()
    expect(page.get_by_label("Citaat", exact=True)).to_have_value("fictieve dijk van zand")
    expect(page.locator(ANSWER)).to_contain_text("stonden")


def test_what_is_looked_up_reaches_no_server(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, "fictieve dijk van zand")
    expect(page.locator(ANSWER)).to_contain_text("stonden")
    assert asked
    assert [url for url in asked if urls.QUOTATIONS not in url or "zand" in url] == []


def test_without_a_network_the_page_says_so_and_tries_again(page: Page) -> None:
    page.route("**/data/**", lambda route: route.abort())
    ask(page, "fictieve dijk van zand")
    expect(page.locator(ANSWER)).to_contain_text("Kijk of u verbinding hebt")
    page.unroute_all()
    page.get_by_role("button", name="Zoek op").click()
    expect(page.locator(ANSWER)).to_contain_text("stonden")


def test_hostile_text_stays_text(page: Page) -> None:
    ask(page, f"Iemand schreef {HOSTILE} over de dijk")
    expect(page.locator(f"{ANSWER} li")).to_contain_text("Deze woorden staan nu in")
    assert page.locator("main img").count() == 0
    assert page.title() != "geraakt"


def test_it_works_by_keyboard_and_is_announced(page: Page) -> None:
    page.get_by_label("Citaat", exact=True).focus()
    page.keyboard.type("fictieve dijk van zand")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Gevonden in 1 record.")
    site = page.url.partition(urls.QUOTE)[0]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site}/vergaderingen/m-2020-06-15/versies/1/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answer_is_accessible_and_fits(
    page: Page, axe: Callable[[Page], tuple[Violation, ...]], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    ask(page, "fictieve dijk van zand")
    expect(page.locator(ANSWER)).to_contain_text("stonden")
    assert axe(page) == ()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_a_script_the_page_says_what_to_do_instead(
    browser: Browser, site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served(site) + urls.QUOTE)
        expect(page.get_by_role("button", name="Zoek op")).to_be_hidden()
        expect(page.get_by_text("Opzoeken werkt met een script.")).to_be_visible()
        page.get_by_role("link", name="alle publicaties").click()
        expect(page).to_have_url(served(site) + urls.PUBLICATIONS)


def test_browser_and_build_make_the_same_words_of_a_text(page: Page) -> None:
    known = st.characters(exclude_categories=("Cs", "Cn", "Co"))
    marked = st.sampled_from(
        ["[a](b)", "[3]", "[^noot]", "**b**", "c’s", "d—e", "Ĳ", "ﬁ", "½", "É", "Σ", "ς", "İ", "ß"]
    )

    @settings(max_examples=50)
    @given(st.lists(st.lists(st.one_of(known, marked), max_size=30).map("".join), max_size=200))
    def same(texts: list[str]) -> None:
        assert page.evaluate("texts => texts.map(plain)", texts) == [quotations.plain(text) for text in texts]

    same()
    every = [chr(code) for code in range(0x20000) if unicodedata.category(chr(code)) not in ("Cs", "Cn", "Co")]
    in_browser = page.evaluate("texts => texts.map(plain)", every)
    assert [one for one, words in zip(every, in_browser, strict=True) if quotations.plain(one) != words] == []
