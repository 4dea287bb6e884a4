"""Who sat at the table: the real site answers it for a date, says how sure it is, and says what it does not know."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from lrt_site.model.dates import PartialDate
from tests.tools.pages import HtmlPage, page_in

SEATS = 14
CERTAIN, LIKELY, UNKNOWN = "zeker", "waarschijnlijk", "onbekend"


def on(site: Path, date: str) -> HtmlPage:
    return page_in(site, f"/samenstelling/{date}/")


def seats_of(page: HtmlPage) -> dict[str, str]:
    """The text of every seat on a date page."""
    return {identifier: text for identifier, text in page.texts.items() if identifier.startswith("stoel-")}


def certain_in(page: HtmlPage) -> set[str]:
    """The seats of which a date page says that something is certain."""
    return {seat for seat, text in seats_of(page).items() if CERTAIN in text}


# For each date: the seats with something certain, and words that one seat must say.
SHOWN = {
    "2021-12-20": (
        {
            "stoel-voorzitter": "ministerie van Binnenlandse Zaken en Koninkrijksrelaties, minister",
            "stoel-bzk": "BZK, minister",
            "stoel-szw": "voor Integratie verantwoordelijk bewindspersoon",
            "stoel-jenv": "voor Migratie verantwoordelijk bewindspersoon",
            "stoel-vng": "VNG, bestuurders",
            "stoel-ipo": "IPO, bestuurders",
            "stoel-rijksheren": "Rijksheren, bestuurders",
            "stoel-coa": "COA",
            "stoel-aedes": "voorzitter van de vereniging voor woningcorporaties",
        }
    ),
    "2016-09-08": (
        {
            "stoel-bzk": "Stef Blok, plaatsvervangend minister van BZK",
            "stoel-jenv": "Klaas Dijkhoff, staatssecretaris VenJ",
            "stoel-rijksheren": "Rijksheren",
            "stoel-ipo": "IPO",
            "stoel-vng": "Hubert Bruls, burgemeester van Nijmegen",
        }
    ),
    "2019": (
        {
            "stoel-voorzitter": "ministerie van Binnenlandse Zaken en Koninkrijksrelaties, minister",
            "stoel-ipo": "IPO",
            "stoel-vng": "Theo Weterings, lid bestuur VNG",
            "stoel-coa": "Milo Schoenmaker, bestuursvoorzitter",
            "stoel-jenv": "Mark Harbers, staatssecretaris van Justitie en Veiligheid",
            "stoel-bzk": "BZK",
            "stoel-szw": "SZW",
            "stoel-rijksheren": "Jetta Klijnsma, Rijksheer namens alle commissarissen van de Koning",
        }
    ),
    "2024-09": (
        {
            "stoel-aenm": "Marjolein Faber, minister",
            "stoel-rijksheren": "Jetta Klijnsma, commissaris van de Koning in Drenthe",
            "stoel-vng": "Mark Boumans",
            "stoel-coa": "COA",
        }
    ),
}


@pytest.mark.parametrize(("date", "shown"), SHOWN.items())
def test_what_a_dated_source_shows_is_certain_and_nothing_else_is(
    real_site: Path, date: str, shown: dict[str, str]
) -> None:
    page = on(real_site, date)
    seats = seats_of(page)
    assert len(seats) == SEATS
    assert certain_in(page) == set(shown)
    assert {seat: words for seat, words in shown.items() if words not in seats[seat]} == {}
    assert {seat for seat, text in seats.items() if UNKNOWN in text} == set(seats) - set(shown)
    assert f"Van {len(shown)} van de {SEATS} stoelen (vaste plaatsen aan tafel) is dat zeker" in page.words


def test_a_person_shown_before_and_after_but_not_named_that_day_is_likely(real_site: Path) -> None:
    seats = seats_of(on(real_site, "2021-12-20"))
    for seat, person in (("stoel-coa", "Milo Schoenmaker"), ("stoel-rijksheren", "Jetta Klijnsma")):
        named, _, certainty = seats[seat].partition(person)
        assert CERTAIN in named
        assert LIKELY in certainty
        assert "Volgens een bron ervoor: 2019" in certainty
        assert "en erna: 2022 of 2023 schatting" in certainty
    assert LIKELY not in seats["stoel-voorzitter"]


def test_an_answer_names_the_compositions_it_rests_on_and_their_sources(real_site: Path) -> None:
    page = on(real_site, "2021-12-20")
    assert "/samenstelling/comp-2021-12/" in page.leads_to("main")
    assert "Kamerstuk 35 570 VI, J" in page.words
    assert "bronnen verschillen" in seats_of(page)["stoel-aedes"]


def test_an_unknown_seat_says_between_which_sources_the_date_lies(real_site: Path) -> None:
    secretariat = seats_of(on(real_site, "2021-12-20"))["stoel-secretariaat"]
    assert "Ervoor: geen bevestigde vermelding noemt deze stoel eerder" in secretariat
    assert "Misschien toen genoemd: ministerie van Binnenlandse Zaken en Koninkrijksrelaties" in secretariat
    assert "(2020 of 2021) schatting" in secretariat
    assert "Eerst erna genoemd: ministerie van Justitie en Veiligheid" in secretariat


def test_a_page_says_for_which_days_it_holds(real_site: Path) -> None:
    assert "Dit geldt alleen voor deze dag." in on(real_site, "2021-12-20").words
    assert "Dit geldt voor 21 december 2021 tot en met 31 december 2021." in on(real_site, "2021-12-21").words
    assert "Dit geldt voor 1 januari 2022 tot en met 31 december 2023." in on(real_site, "2023-01-01").words
    assert "Deze pagina gaat over 2019 als geheel" in on(real_site, "2019").words


def test_before_its_founding_there_was_no_table_and_a_source_says_when_that_was(real_site: Path) -> None:
    page = on(real_site, "2014-01-01")
    assert "Op 1 januari 2014 bestond de tafel nog niet." in page.words
    assert "in november 2015 sloten" in page.words
    assert "Dit geldt voor elke dag tot en met 31 oktober 2015." in page.words
    assert "Kamerstuk 35 570 VI, J" in page.words
    assert seats_of(page) == {}
    assert len(seats_of(on(real_site, "2015-12-01"))) == SEATS


def test_after_the_last_source_nothing_is_known_and_it_is_said_since_when(real_site: Path) -> None:
    page = on(real_site, "2026-01-01")
    assert (
        "Wie er op 1 januari 2026 aan tafel zat, is niet bekend. "
        f"Dat geldt voor alle {SEATS} stoelen (vaste plaatsen aan tafel)." in page.words
    )
    assert "De laatste bron over wie er aan tafel zit, gaat over september 2024." in page.words
    assert "Dit geldt voor 1 oktober 2024 tot en met 26 november 2026" in page.words
    assert "Laatst ervoor genoemd: Eric van der Burg" in seats_of(page)["stoel-voorzitter"]
    assert certain_in(page) == set()


def ended_in(site: Path) -> Iterator[str]:
    """The days whose page is made no longer, and that say so."""
    for page in (site / "samenstelling").glob("[0-9]*/index.html"):
        if "niet meer gemaakt" in page.read_text("utf-8"):
            yield page.parent.name


def test_every_date_page_leads_to_the_next(real_site: Path) -> None:
    walked: list[str] = []
    following = ["2014-01-01"]
    while following:
        walked += following
        links = on(real_site, walked[-1]).links
        following = [
            link.split("/")[-2] for tag, link in links if tag.attributes.get("rel") == "next" and tag.name == "a"
        ]
    ended = set(ended_in(real_site))
    assert set(walked) == {folder.name for folder in (real_site / "samenstelling").glob("[0-9]*")} - ended
    assert walked == sorted(walked, key=lambda date: (f"{date}-01-01"[:10], date))


def test_the_overview_leads_to_every_date_and_every_source(real_site: Path) -> None:
    page = page_in(real_site, "/samenstelling/")
    folders = {folder.name for folder in (real_site / "samenstelling").iterdir() if folder.is_dir()}
    folders -= set(ended_in(real_site))
    before = {"2014-01-01", "2015-01-01"}
    assert before <= folders
    assert {f"/samenstelling/{name}/" for name in folders - before} <= page.leads_to("main")
    assert not {f"/samenstelling/{name}/" for name in before} & page.leads_to("main")
    assert "Laatst genoemd: september 2024" in page.words
    rows = [row for row in page.rows if row and row[-1] == "mogelijk niet volledig"]
    moments = [row[0].removesuffix(" bronnen verschillen") for row in rows]
    assert moments == [
        "september 2024",
        "2022 of 2023 schatting",
        "20 december 2021",
        "2020 of 2021 schatting",
        "15 maart 2019 afgeleid",
        "2019",
        "8 september 2016",
    ]


def test_a_composition_says_that_it_may_not_be_complete(real_site: Path) -> None:
    page = page_in(real_site, "/samenstelling/comp-2022-2023/")
    assert "De bron zegt niet dat dit iedereen is. De bron noemt 9 van de 14 stoelen" in page.words
    assert "Liesbeth Spies (VNG)" in page.words
    assert "onderzoekspartijen" in page.words
    assert "/deelnemers/org-veiligheidsberaad/" in page.leads_to("main")


def test_a_person_page_gathers_offices_seats_meetings_and_commitments(real_site: Path) -> None:
    page = page_in(real_site, "/deelnemers/p-broekers-knol/")
    assert "Voorzitter van de Eerste Kamer" in page.words
    assert "Toezegging T02933: gedaan op 2 juni 2020" in page.words
    assert {"/stoelen/stoel-jenv/", "/toezeggingen/T02933/", "/samenstelling/comp-2020-2021/"} <= page.leads_to("main")
    drenthe = page_in(real_site, "/deelnemers/p-klijnsma/")
    assert {"/provincies/prt-drenthe/", "/vergaderingen/m-2024-09/"} <= drenthe.leads_to("main")
    assert (
        "Geen bron op deze site noemt een vaste plaats (stoel) aan tafel voor: Jantine Kriens."
        in page_in(real_site, "/deelnemers/p-kriens/").words
    )


def test_a_seat_is_drawn_over_time_and_told_in_a_table(real_site: Path) -> None:
    page = page_in(real_site, "/stoelen/stoel-voorzitter/")
    assert [tag.attributes["role"] for tag in page.tags if tag.name == "svg" and "role" in tag.attributes] == ["img"]
    told = [(when, how) for when, _, how, _ in (row for row in page.rows if len(row) == 4)][1:]
    assert told == [
        ("2019", "zeker dag niet bekend"),
        ("1 januari 2020 tot en met 19 december 2021", "waarschijnlijk"),
        ("2020 of 2021", "schatting"),
        ("20 december 2021", "zeker"),
        ("2022 of 2023", "schatting"),
    ]


@pytest.mark.parametrize(
    ("day", "page"),
    [
        ("2021-12-25", "2021-12-21"),
        ("2021-12-20", "2021-12-20"),
        ("2015-11-02", "2015-11-01"),
        ("2026-11-21", "2026-01-01"),
    ],
)
def test_the_date_picker_leads_to_the_page_that_holds_for_a_day(
    real_site: Path, served: Callable[[Path], str], browser: Browser, day: str, page: str
) -> None:
    window = browser.new_page()
    window.goto(f"{served(real_site)}/samenstelling/")
    window.locator("#dag").fill(day)
    window.get_by_role("button", name="Toon").click()
    window.wait_for_url(f"**/samenstelling/{page}/?dag={day}")
    assert window.locator("#gekozen").text_content() == f"U koos {PartialDate(day).in_words}. "
    window.close()


def test_without_a_script_the_dates_are_listed_and_no_picker_shows(
    real_site: Path, served: Callable[[Path], str], browser: Browser
) -> None:
    window = browser.new_page(java_script_enabled=False)
    window.goto(f"{served(real_site)}/samenstelling/")
    assert window.get_by_role("button", name="Toon").count() == 0
    assert window.get_by_role("link", name="21 december 2021", exact=True).count() == 1
    window.close()


def test_the_script_of_the_picker_is_small(real_site: Path) -> None:
    assert (real_site / "static/datum.js").stat().st_size <= 2048
