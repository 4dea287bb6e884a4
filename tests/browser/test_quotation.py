"""A pasted quotation is found in every edition of every page that held it, in the browser alone."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from lrt_site import files, pipeline, urls
from lrt_site.export import quotable, quotations
from lrt_site.export.packed import LIMIT, packed
from lrt_site.sitemap import states
from tests.builders import a_ledger, a_meeting, a_mention, a_person, a_register, an_output, on
from tests.tools.checkers import Violation
from tests.tools.sites import ROOT

HOSTILE = "<img src=x onerror=document.title='geraakt'>"
FIRST = (
    "De tafel besprak de **fictieve** dijk [van zand](https://fictief.example/zand). Daarna sprak zij over het water."
)
SECOND = "De tafel besprak de fictieve dijk van klei. Daarna sprak zij over het water."
LONG = "Eerst het begin.\n\n" + "Heel veel woorden. " * 200 + "\n\n- Dan het slot\n- van alles"
OUTPUT = "Een verzonnen oproep aan de fictieve raad."
ANSWER = "#antwoord"
MEETING = "/vergaderingen/m-2020-06-15/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three publications of a few records, whose words fill several small files."""
    person, renamed = a_person(name="F. van der Fictie"), a_person(id="p-anders", name="F. van der Fictie")
    mention = a_mention(text=f"Iemand schreef {HOSTILE} over de dijk.")
    ledger = a_ledger(
        a_register(a_meeting(body=FIRST), an_output(content=OUTPUT), person),
        a_register(a_meeting(body=SECOND), an_output(content=OUTPUT), renamed),
        a_register(a_meeting(body=SECOND), a_meeting(id="m-lang", date=on("2021-03-04"), body=LONG), renamed, mention),
        addresses=states.addresses,
    )
    templates, static = files.read_templates(ROOT / "templates")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotations, "LARGEST", 1500)
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


def found_on(page: Page, address: str) -> str:
    """What the answer says of the page at an address."""
    item = page.locator(f"{ANSWER} li").filter(has=page.locator(f"a:first-child[href$='{address}']"))
    expect(item).to_have_count(1)
    return str(item.text_content())


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
    assert found_on(page, MEETING) == (
        "Deze woorden stonden op Vergadering van 15 juni 2020 met publicatie 1 (5 januari 2026). "
        "Zij staan er niet meer sinds publicatie 2 (4 februari 2026)."
    )
    assert leads_to(page, "publicatie 1 (5 januari 2026)") == f"{MEETING}versies/1/"
    assert leads_to(page, "Vergadering van 15 juni 2020") == MEETING


@pytest.mark.parametrize(
    ("quotation", "address", "said"),
    [
        (
            "Daarna sprak zij over het water",
            MEETING,
            "Deze woorden staan nu op Vergadering van 15 juni 2020. Zij staan er sinds publicatie 1 (5 januari 2026).",
        ),
        (
            "fictieve dijk van klei",
            MEETING,
            "Deze woorden staan nu op Vergadering van 15 juni 2020. Zij staan er sinds publicatie 2 (4 februari 2026).",
        ),
        (
            "f van der fictie",
            "/deelnemers/p-anders/",
            "Deze woorden staan nu op F. van der Fictie. Zij staan er sinds publicatie 1 (5 januari 2026).",
        ),
        (
            "Fictie",
            "/deelnemers/p-anders/",
            "Deze woorden staan nu op F. van der Fictie. Zij staan er sinds publicatie 1 (5 januari 2026).",
        ),
        (
            "oproep aan de fictieve raad",
            "/uitingen/o-2020-07-01/",
            "Deze woorden stonden op Fictieve brief van publicatie 1 (5 januari 2026) tot en met "
            "publicatie 2 (4 februari 2026). Zij staan er niet meer sinds publicatie 3 (6 maart 2026).",
        ),
        (
            "eerst het begin … heel veel woorden heel veel woorden … dan het slot van alles",
            "/vergaderingen/m-lang/",
            "Deze woorden staan nu op Vergadering van 4 maart 2021. Zij staan er sinds publicatie 3 (6 maart 2026).",
        ),
        (
            "eerst het begin. heel veel woorden",
            "/vergaderingen/m-lang/",
            "Deze woorden staan nu op Vergadering van 4 maart 2021. Zij staan er sinds publicatie 3 (6 maart 2026).",
        ),
    ],
)
def test_the_answer_says_what_became_of_the_words(page: Page, quotation: str, address: str, said: str) -> None:
    ask(page, quotation)
    assert found_on(page, address) == said


def test_what_only_follows_from_the_day_is_found_and_told_apart(page: Page) -> None:
    ask(page, "Naar de pagina van nu\nVergadering van 15 juni 2020")
    assert found_on(page, MEETING) == (
        "Deze woorden staan op Vergadering van 15 juni 2020 zoals bekend met publicatie 1 (5 januari 2026) "
        "en publicatie 2 (4 februari 2026). "
        "Zij volgen uit de dag, of gaan over de pagina zelf. Daarom horen zij niet bij een citaat."
    )


@pytest.mark.parametrize(
    ("quotation", "longest", "differing"),
    [
        ("De tafel besprak de fictieve dijk van goud.", "de tafel besprak de fictieve dijk van", ["goud."]),
        ("Daarna sprak zij 3 keer over het water.", "daarna sprak zij", ["3", "keer"]),
        ("Zij sprak over de zee", "", []),
        ("over het water … fictieve dijk", "over het water", ["fictieve", "dijk"]),
        ("dijk van kl", "", []),
        ("qqqq", "", []),
    ],
)
def test_what_stood_nowhere_is_not_found_and_nobody_is_blamed(
    page: Page, quotation: str, longest: str, differing: list[str]
) -> None:
    ask(page, quotation)
    expect(page.locator(f"{ANSWER} p").first).to_have_text(
        "Wij vinden deze woorden niet in wat deze site laat zien, van publicatie 1 (5 januari 2026) tot en met "
        "publicatie 3 (6 maart 2026). Hoe dat kan leest u hieronder."
    )
    if longest:
        expect(page.locator(ANSWER)).to_contain_text(f"Het langste stuk dat wij wel vinden: ‘{longest}’.")
        expect(page.locator(f"{ANSWER} blockquote")).to_have_text(quotation)
    assert page.locator(f"{ANSWER} mark").all_text_contents() == differing
    page.get_by_role("link", name="Hoe dat kan").click()
    expect(page.get_by_role("heading", name="Als wij woorden niet vinden")).to_be_in_viewport()


BESIDE = """([codes, quotation]) => {
    const line = wordsOf(codes, ["het", "eerste", "tweede", "derde", "water"]);
    return placesIn(line, quotation.split(" ")).length > 0;
}"""
LINE = (5, 0, 6, 7, 1, 0, 8, 1, 9)
"""The line `het (eerste tweede) (derde) water`, with two pieces beside the text."""


@pytest.mark.parametrize(
    ("quotation", "stands"),
    [
        ("het eerste tweede derde water", True),
        ("het water", True),
        ("het eerste tweede water", True),
        ("het derde water", True),
        ("tweede derde water", True),
        ("het eerste water", False),
        ("het tweede water", False),
        ("het eerste derde water", False),
        ("het tweede derde water", False),
        ("eerste water", False),
    ],
)
def test_what_stands_beside_the_text_is_left_out_whole_or_not(page: Page, quotation: str, stands: bool) -> None:
    assert page.evaluate(BESIDE, [LINE, quotation]) is stands


@pytest.mark.parametrize(
    ("quotation", "can"), [("het water", True), ("het derde water", True), ("het zand", False), ("zand derde", True)]
)
def test_a_line_that_begins_beside_the_text_can_go_on_with_a_quotation(page: Page, quotation: str, can: bool) -> None:
    fits = "([codes, quotation]) => fits(wordsOf(codes, ['het', '', '', 'derde', 'water']), quotation.split(' '))"
    assert page.evaluate(fits, [(0, 8, 1, 9), quotation]) is can


@pytest.mark.parametrize("quotation", ["de", "…", "?! [...] *"])
def test_what_says_too_little_is_not_looked_up(page: Page, quotation: str) -> None:
    page.route("**/data/**", lambda route: route.abort())
    ask(page, quotation)
    expect(page.locator(ANSWER)).to_have_text("Plak ten minste één woord van drie letters of cijfers.")


def test_many_pages_are_shown_some_at_a_time(page: Page) -> None:
    ask(page, "publicatie")
    expect(page.locator(f"{ANSWER} li")).to_have_count(20)
    shown = page.locator(f"{ANSWER} p").text_content()
    assert shown
    total = int(shown.partition("Gevonden op ")[2].partition(" ")[0])
    while page.get_by_role("button", name="Toon meer").is_visible():
        before = page.locator(f"{ANSWER} li").count()
        page.get_by_role("button", name="Toon meer").click()
        expect(page.locator(f"{ANSWER} li a:focus")).to_have_count(1)
        assert page.locator(f"{ANSWER} li").count() > before
    assert page.locator(f"{ANSWER} li").count() == total


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
    assert len(asked) == len(set(asked)) < 40


def test_without_a_network_the_page_says_so_and_tries_again(page: Page) -> None:
    page.route("**/data/**", lambda route: route.abort())
    ask(page, "fictieve dijk van zand")
    expect(page.locator(ANSWER)).to_contain_text("Kijk of u verbinding hebt")
    page.unroute_all()
    page.get_by_role("button", name="Zoek op").click()
    expect(page.locator(ANSWER)).to_contain_text("stonden")


def test_hostile_text_stays_text(page: Page) -> None:
    ask(page, f"Iemand schreef {HOSTILE} over de dijk")
    assert found_on(page, "/vermeldingen/").startswith("Deze woorden staan nu op")
    ask(page, f"Iemand schreef {HOSTILE} over de zee")
    expect(page.locator(f"{ANSWER} mark")).to_have_text("zee")
    assert page.locator("main img").count() == 0
    assert page.title() != "geraakt"


def test_it_works_by_keyboard_and_is_announced(page: Page) -> None:
    page.get_by_label("Citaat", exact=True).focus()
    page.keyboard.type("fictieve dijk van zand")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Gevonden op")
    first = page.locator(f"{ANSWER} a").first.evaluate("link => link.href")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(str(first))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answer_is_accessible_and_fits(
    page: Page, axe: Callable[[Page], tuple[Violation, ...]], scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for quotation, said in (("fictieve dijk van zand", "stonden"), ("De fictieve dijk van goud", "gemarkeerd")):
        ask(page, quotation)
        expect(page.locator(ANSWER)).to_contain_text(said)
        assert axe(page) == ()
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_without_a_script_the_page_says_what_to_do_instead(
    browser: Browser, site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_page(java_script_enabled=False) as page:
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
        assert page.evaluate("texts => texts.map(plain)", texts) == [quotable.plain(text) for text in texts]

    same()
    numbers = [0, 45, 46, 3725, 3726, 46045, 46046, 123_456, LIMIT - 1]
    assert page.evaluate("unpacked", packed(numbers)) == numbers
    every = [chr(code) for code in range(0x20000) if unicodedata.category(chr(code)) not in ("Cs", "Cn", "Co")]
    in_browser = page.evaluate("texts => texts.map(plain)", every)
    assert [text for text, words in zip(every, in_browser, strict=True) if quotable.plain(text) != words] == []
