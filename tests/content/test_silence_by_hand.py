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
    "2020": (1, 1),  # 3 March
    "2021": (1, 1),  # 15 March; 30 September was only announced
    "2024": (1, 0),  # a Thursday in September
    "jaar niet zeker": (1, 0),  # before 6 April 2017
}
"""For every year of meetings of the national table how many were held, and of how many an account is known."""
WITHOUT = {"m-2016-04-06", "m-2016-05-12", "m-2016-10-31", "m-2017-voor-april", "m-2024-09"}
GATHERINGS = {"Fryslân": 1, "Limburg": 1, "Noord-Brabant": 1, "Overijssel": 2, "Zuid-Holland": 1}
"""What provinces/ calls a gathering, by province."""
GATHERING_YEARS = {"2015": 1, "2016": 2, "2023": 1, "2024": 1, "jaar niet zeker": 1}
"""Overijssel knows of its first one only that it was before 17 December 2015."""
PROVINCES = (
    "Drenthe", "Flevoland", "Fryslân", "Gelderland", "Groningen", "Limburg", "Noord-Brabant", "Noord-Holland",
    "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland",
)  # fmt: skip
MISSING_IN = {2017: 4, 2018: 3, 2019: 4, 2020: 3, 2021: 3, 2022: 4, 2023: 4, 2024: 3, 2025: 4}
"""Four a year from 2016; 2016 is full, and 2026 is not over."""
STRETCHES = {
    "2016-11": "2018-08",  # 22 months
    "2018-10": "2020-02",  # 17
    "2020-04": "2021-02",  # 11
    "2021-04": "2024-08",  # 41
    "2024-10": None,  # 25 up to October 2026
}
"""Between the eight known months lie also two stretches of three months, which the rule allows."""
STALE = {
    "bezetting", "capaciteit", "capaciteit-verwacht", "extra-opvangplekken", "instroom", "instroom-verwacht",
    "provinciale-opgave", "taakstelling", "uitstroom", "vergunninghouders-in-opvang",
}  # fmt: skip
"""All series but behoefte, whose newest value is of 5 February 2026 and whose rhythm is 383 days."""
KINDS = {
    "jaar": 9,
    "maanden": 5,
    "afloop": 1,
    "verslag": 5,
    "bijeenkomst": 6,
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
    """The rows of the first table below the heading with this id: the cells by what stands first."""
    table = html.split(f'<h2 id="{heading}">')[1].split("</table>")[0]
    rows = [
        [text_of(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
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
    assert rows.pop("Landelijke tafel") == ["9", "4", "5", "1", "0", "te weinig (1)"]
    assert rows.pop("Alle tafels samen") == ["9", "4", "5", "1", "6", "te weinig (1)"]
    assert {name: cells for name, cells in rows.items() if name != "Tafel"} == {
        province: ["0", "0", "0", "0", str(GATHERINGS.get(province, 0)), "geen"] for province in PROVINCES
    }


def test_every_meeting_is_counted_in_its_year(coverage: str) -> None:
    counted = {}
    for year in [*map(str, range(2015, 2027)), "jaar niet zeker"]:
        held, reported = HELD.get(year, (0, 0))
        other, gatherings = int(year == "2021"), GATHERING_YEARS.get(year, 0)
        counted[year] = [str(number) for number in (held, reported, held - reported, other, gatherings)]
    rows = rows_under(coverage, "per-jaar")
    assert {year: rows[year][:5] for year in rows if year not in ("Jaar", "Alle tafels samen")} == counted


def test_the_one_delay_that_can_be_counted_is_one_day(coverage: str) -> None:
    """The news of 4 March 2020 is of the day after; of the other three accounts one of both days is not known."""
    days = [cells[2] for cells in rows_under(coverage, "vergaderingen").values() if len(cells) == 4]
    unknown = ["dag van publicatie niet bekend", "dag van de vergadering niet bekend"]
    assert Counter(days[1:]) == {"– niet van toepassing": 12, "1 dag": 1, unknown[0]: 2, unknown[1]: 1}


def test_gaps_by_kind(silence: str, gaps: list[dict[str, str | None]]) -> None:
    assert Counter(gap["kind"] for gap in gaps) == {kind: count for kind, count in KINDS.items() if count}
    counts = [cells[0] for cells in rows_of_counts(silence)]
    assert counts == [str(count) for count in KINDS.values()]
    assert f"geteld: {sum(KINDS.values())}" in text_of(silence)


def rows_of_counts(html: str) -> list[list[str]]:
    table = html.split("<table>")[1].split("</table>")[0]
    return [[text_of(cell)] for cell in re.findall(r'<td class="number">(.*?)</td>', table)]


def test_what_the_gaps_are_about(gaps: list[dict[str, str | None]]) -> None:
    of = {kind: [gap for gap in gaps if gap["kind"] == kind] for kind in KINDS}
    words = {year: f"{count} vergaderingen in {year}" for year, count in MISSING_IN.items()}
    assert {int(gap["since"] or 0): gap["missing"] for gap in of["jaar"]} == words
    assert {gap["since"]: gap["until"] for gap in of["maanden"]} == STRETCHES
    assert {gap["about"] for gap in of["verslag"]} == WITHOUT
    assert [gap["about"] for gap in of["afloop"]] == ["m-2021-09-30"]
    assert {gap["about"] for gap in of["cijfer"]} == STALE
    assert {gap["about"] for gap in of["onderdeel"]} == {"e-vorm", "e-tafel", "e-onderwerp"}
    assert [gap["since"] for gap in of["status"]] == [None, "2024-10"]


def test_the_sums_on_the_page_of_silence(silence: str) -> None:
    text = text_of(silence)
    assert "Dat komt neer op 40 vergaderingen. Wij kennen er in die jaren 8 die zijn gehouden. Van 32 vonden" in text
    assert "Van 130 maanden waarvoor een bron een ritme noemt, kennen wij er 8 met een gehouden vergadering" in text
    assert (
        "Van de landelijke tafel kennen wij 9 gehouden vergaderingen. Bij 5 daarvan is geen verslag of bericht" in text
    )
    assert "10 van de 11 cijferreeksen wachten langer op een nieuwe waarde dan gewoonlijk." in text
    assert "1 van de 12: volgens een bron zijn verslagen openbaar" in text
    assert "7 van de 12: andere stukken, geen verslagen gevonden" in text
    assert "4 van de 12: niets gevonden" in text


def test_every_gap_has_its_place_and_shows_on_the_page_of_what_it_is_about(
    real_site: Path, silence: str, gaps: list[dict[str, str | None]]
) -> None:
    assert len({gap["id"] for gap in gaps}) == len(gaps)
    for gap in gaps:
        assert f'id="{gap["id"]}"' in silence
        about = page(real_site, (gap["page"] or "").partition("#")[0])
        assert re.search(r'class="missing( today)?">Niet gevonden', about), gap["id"]
        assert (f'stilte/#{gap["id"]}"' in about) or gap["kind"] in ("jaar", "maanden"), gap["id"]
