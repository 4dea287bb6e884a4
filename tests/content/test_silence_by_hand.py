"""The pages about accounts and about silence agree with a count by hand over the published content.

The numbers were counted from the files in content/, not from the pages. Whoever changes the content counts again.
"""

import json
import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from lrt_site import urls

HELD = {
    "2016": (4, 1),  # 6 April, 12 May, 31 October without; 8 September with
    "2018": (1, 1),  # the week of 24 September
    "2019": (1, 1),  # 15 March
    "2020": (1, 1),  # 3 March
    "2021": (2, 1),  # 15 March with, 18 November without; 30 September was only announced
    "2024": (1, 0),  # a Thursday in September
}
"""For every year of meetings of the national table how many were held, and of how many an account is known."""
WITHOUT = {"m-2016-04-06", "m-2016-05-12", "m-2016-10-31", "m-2021-11-18", "m-2024-09"}
HELD_IN_PROVINCES = {
    "pm-ov-2015-12-03": ("Overijssel", "2015"),
    "pm-dr-2019-eind": ("Drenthe", "2019"),
    "pm-fr-2021-09": ("Fryslân", "2021"),
    "pm-zh-2023-10": ("Zuid-Holland", "2023"),
    "pm-gr-2023-12": ("Groningen", "2023"),
}
"""The meetings of provincial tables that were held, each with its province and year. Of none an account is known."""
NOT_KNOWN = {
    "pm-ov-2015-12-17": ("Overijssel", "2015"),
    "pm-dr-2016-09-09": ("Drenthe", "2016"),
    "m-2021-09-30": ("Landelijke tafel", "2021"),
}
"""Planned or announced; no source says that they were held."""
GATHERINGS = {"Drenthe": 2, "Limburg": 1, "Noord-Brabant": 1}
"""What provinces/ calls a gathering, by province."""
GATHERING_YEARS = {"2016": 1, "2021": 1, "2022": 1, "2024": 1}
PROVINCES = (
    "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
    "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
)  # fmt: skip
MISSING_IN = {2020: "3", 2021: "meer dan 2", 2022: "4", 2023: "4"}
"""Sources give a rhythm for 2020 to 2023 only: four a year, and more than four in 2021."""
STRETCHES = {
    "2020-04": "2021-02",  # 11 months
    "2021-04": "2021-10",  # 7
    "2021-12": "2023-12",  # 25, up to the end of the years that have a rhythm
    "2024-09": None,  # since the last known meeting
}
"""In the years that have a rhythm. January and February 2020 lie within what it allows."""
STALE = {
    "behoefte", "bezetting", "capaciteit-verwacht", "extra-opvangplekken", "instroom", "instroom-verwacht",
    "provinciale-opgave", "taakstelling", "uitstroom", "vergunninghouders-in-opvang",
}  # fmt: skip
"""All series but capaciteit, whose newest value is of 1 July 2025."""
KINDS = {
    "jaar": 4,
    "maanden": 4,
    "afloop": 3,
    "verslag": 10,
    "bijeenkomst": 4,
    "provincie": 12,
    "cijfer": 10,
    "toezegging": 0,
    "onderdeel": 3,
    "status": 2,
}
"""T02933 has a letter, which covers none of its three elements, and two statuses without a day."""


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def page(site: Path, address: str) -> str:
    return (site / urls.file_of(address)).read_text("utf-8")


def rows_under(html: str, heading: str) -> dict[str, list[str]]:
    """The rows of all tables below the heading with this id: the cells by what stands first."""
    tables = html.split(f'<h2 id="{heading}">')[1].split("<h2")[0]
    rows = [
        [text_of(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", tables, re.DOTALL)
    ]
    return {row[0]: row[1:] for row in rows}


@pytest.fixture(scope="module")
def coverage(real_site: Path) -> str:
    return page(real_site, urls.COVERAGE)


@pytest.fixture(scope="module")
def silence(real_site: Path) -> str:
    return page(real_site, urls.GAPS)


@pytest.fixture(scope="module")
def gaps(real_site: Path) -> list[dict[str, str | None]]:
    found: list[dict[str, str | None]] = json.loads(page(real_site, urls.GAPS_DATA))["gaps"]
    return found


def test_every_meeting_is_counted_with_its_table(coverage: str) -> None:
    rows = rows_under(coverage, "per-tafel")
    assert rows.pop("Landelijke tafel") == ["10", "5", "5", "1", "0"]
    assert rows.pop("Alle tafels samen") == ["15", "5", "10", "3", "4"]
    held = Counter(province for province, _ in HELD_IN_PROVINCES.values())
    other = Counter(province for province, _ in NOT_KNOWN.values())
    assert {name: cells for name, cells in rows.items() if name != "Tafel"} == {
        text: [str(held[text]), "0", str(held[text]), str(other[text]), str(GATHERINGS.get(text, 0))]
        for text in PROVINCES
    }


def test_every_meeting_is_counted_in_its_year(coverage: str) -> None:
    provincial = Counter(year for _, year in HELD_IN_PROVINCES.values())
    others = Counter(year for _, year in NOT_KNOWN.values())
    counted = {}
    for year in map(str, range(2015, 2027)):
        national, reported = HELD.get(year, (0, 0))
        held = national + provincial[year]
        numbers = (held, reported, held - reported, others[year], GATHERING_YEARS.get(year, 0))
        counted[year] = [str(number) for number in numbers]
    rows = rows_under(coverage, "per-jaar")
    assert {year: rows[year][:5] for year in rows if year not in ("Jaar", "Alle tafels samen")} == counted


def test_the_two_delays_that_can_be_counted_are_one_and_eleven_days(coverage: str) -> None:
    """The news of 4 March 2020 is of the day after, that of 26 March 2019 of eleven days after 15 March.

    Of the other three accounts one of both days is not known.
    """
    days = [cells[2] for cells in rows_under(coverage, "vergaderingen").values() if len(cells) == 4]
    unknown = ["dag van publicatie niet bekend", "dag van de vergadering niet bekend"]
    assert Counter(days[1:]) == {
        "": 17,
        "1 dag": 1,
        "11 dagen": 1,
        unknown[0]: 2,
        unknown[1]: 1,
    }


def test_gaps_by_kind(silence: str, gaps: list[dict[str, str | None]]) -> None:
    assert Counter(gap["kind"] for gap in gaps) == {kind: count for kind, count in KINDS.items() if count}
    assert re.findall(r"<b>(\d+)</b>", silence) == [str(count) for count in KINDS.values()]
    assert f"op {sum(KINDS.values())} plaatsen vonden wij niets" in text_of(silence)


def test_what_the_gaps_are_about(gaps: list[dict[str, str | None]]) -> None:
    of = {kind: [gap for gap in gaps if gap["kind"] == kind] for kind in KINDS}
    words = {year: f"{count} vergaderingen in {year}" for year, count in MISSING_IN.items()}
    assert {int(gap["since"] or 0): gap["missing"] for gap in of["jaar"]} == words
    assert {gap["since"]: gap["until"] for gap in of["maanden"]} == STRETCHES
    assert {gap["about"] for gap in of["verslag"]} == {*WITHOUT, *HELD_IN_PROVINCES}
    assert {gap["about"] for gap in of["afloop"]} == set(NOT_KNOWN)
    assert {gap["about"] for gap in of["cijfer"]} == STALE
    assert {gap["about"] for gap in of["onderdeel"]} == {"e-vorm", "e-tafel", "e-onderwerp"}
    assert [gap["since"] for gap in of["status"]] == [None, "2024-10"]


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        (
            "vergaderingen",
            "meer dan 16 vergaderingen. Wij kennen er in die jaren 3 die zijn gehouden.",
        ),
        (
            "vergaderingen",
            "Van 48 maanden waarvoor een bron een ritme noemt, kennen wij er 3 met een gehouden",
        ),
        (
            "verslagen",
            "Van de landelijke tafel kennen wij 10 gehouden vergaderingen. Bij 5 daarvan is niets gevonden.",
        ),
        ("cijfers", "10 van de 11 cijferreeksen wachten langer dan gewoonlijk."),
        ("provincies", "1 van de 12: volgens een bron zijn verslagen openbaar"),
        ("provincies", "8 van de 12: andere stukken, geen verslagen gevonden"),
        ("provincies", "3 van de 12: niets gevonden"),
    ],
)
def test_the_sums_on_the_pages_of_silence(real_site: Path, subject: str, told: str) -> None:
    assert told in text_of(page(real_site, urls.gaps_about(subject)))


def test_every_gap_has_its_place_and_shows_on_the_page_of_what_it_is_about(
    real_site: Path, silence: str, gaps: list[dict[str, str | None]]
) -> None:
    assert len({gap["id"] for gap in gaps}) == len(gaps)
    for gap in gaps:
        assert f'id="{gap["id"]}"' in silence
        about = page(real_site, (gap["page"] or "").partition("#")[0])
        assert re.search(r'class="missing( today)?">Niet gevonden', about), gap["id"]
        assert (f'/#{gap["id"]}"' in about) or gap["kind"] in ("jaar", "maanden"), gap["id"]
