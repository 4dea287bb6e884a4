"""What a table says on a page of now, its CSV and its JSON say too: every word, link and source, and no other."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html as lxml_html

from lrt_site import urls
from lrt_site.model.dates import DATE_FORM, PartialDate
from lrt_site.tabling import FORMS

UNSAID = (
    ".//a[contains(@class, '-link')] | .//sup[@class='ref'] | .//*[@aria-hidden='true'] | .//*[@popover] | .//summary"
)
"""What a row holds that is no words of its own."""
LINKS = ".//a[not(ancestor::*[@popover])]/@href"
DISPUTE = ".//*[contains(@class, 'mark-contradiction')]"
OF_OWN = ("adres", "bronnen", "aanduiding", "bronnen verschillen", "toelichting", "genoemde datum")
A_WORD = re.compile(r"[\w.,’'&/-]*\w")


@pytest.fixture(params=["real_site", "fictief_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def pages_with_files(site: Path) -> Iterator[tuple[str, Any]]:
    """The address and the tree of every page of now that has files of tables."""
    for folder in sorted({file.parent for file in site.rglob("*.json") if file.with_suffix(".csv").is_file()}):
        if (page := folder / "index.html").is_file() and "handboek" not in folder.parts:
            address = f"/{folder.relative_to(site).as_posix()}/".replace("/./", "/")
            yield address, lxml_html.fromstring(page.read_bytes().decode("utf-8"))


def words(text: str) -> list[str]:
    """The words of a text, with numbers as a program writes them."""
    text = re.sub(r"(?<=\d),(?=\d)", ".", re.sub(r"(?<=\d)\.(?=\d{3}\b)", "", text)).replace("−", "-")
    return sorted(A_WORD.findall(text.casefold()))


def in_words(value: str) -> str:
    """A value as a page writes it: a date in words."""
    return PartialDate(value).in_words if re.fullmatch(DATE_FORM, value) and len(value) > len("2016") else value


def numbers_in(sign: str) -> list[str]:
    """The numbers of sources in a sign such as `1–3, 7`."""
    spans = [part.split("–") for part in sign.split(", ")]
    return [str(number) for span in spans for number in range(int(span[0]), int(span[-1]) + 1)]


def told(cell: Any) -> tuple[list[str], set[str]]:
    """The words and the sources that a reader finds in a cell."""
    signs = cell.xpath(".//sup[@class='ref']/a")
    sources = {number for sign in signs for number in numbers_in(sign.text)}
    aside = cell.xpath(f"{UNSAID} | .//*[contains(@class, 'cited')]")
    disputes = cell.xpath(DISPUTE)
    alone = not "".join(cell.itertext()).replace("".join("".join(part.itertext()) for part in disputes), "").strip()
    for part in [*aside, *([part for found in disputes for part in found.xpath(".//*")] if alone else disputes)]:
        part.drop_tree()
    for part in cell.xpath(".//*[self::br or self::div or self::li or self::p or self::small]"):
        part.tail = f" {part.tail or ''}"
        part.text = f" {part.text or ''}"
    return words(cell.text_content()), sources


def test_every_cell_is_told_in_the_files_of_its_table(site: Path) -> None:
    seen = 0
    for address, page in pages_with_files(site):
        known = {
            item.get("id").removeprefix("bron-"): {
                part for link in item.xpath(".//@href") for part in re.split("[/#]", link)
            }
            for item in page.xpath("//li[starts-with(@id, 'bron-')]")
        }
        for table in page.xpath("//main//div[contains(@class, 'table')]/table"):
            name = table.get("id").removeprefix("tabel-")
            data = json.loads((site / urls.file_of(f"{address}{name}.json")).read_text("utf-8"))
            assert data["title"] == " ".join(table.find("caption").text_content().split())
            for row, values in zip(table.xpath("tbody/tr | tfoot/tr"), data["rows"], strict=True):
                filed = dict(zip(data["columns"], values, strict=True))
                assert filed["Vaste link"].endswith(f"#{row.xpath('(. | .//*)[@id][1]')[0].get('id')}")
                headings = [heading for heading in filed if not heading.endswith(tuple(f"({part})" for part in OF_OWN))]
                for cell, heading in zip(row.xpath("th | td"), headings[:-1], strict=True):
                    part = {of: str(filed.get(f"{heading} ({of})") or "") for of in OF_OWN}
                    links = [
                        urljoin(f"https://x{address}", link) for link in cell.xpath(".//a/@href") if link[0] != "#"
                    ]
                    said, numbers = told(cell)
                    value = in_words(str(filed[heading] if filed[heading] is not None else ""))
                    assert words(f"{value} {part['aanduiding']} {part['toelichting']}") == said, (address, name, values)
                    filed_sources = set(filter(None, part["bronnen"].split("; ")))
                    assert len(filed_sources) == len(numbers), (address, name, values)
                    assert all(any(source in known[number] for source in filed_sources) for number in numbers)
                    filed_links = f"{part['adres']} {part['bronnen verschillen']}"
                    assert all(
                        link.removeprefix("https://x") in filed_links for link in links if link.startswith("https://x")
                    )
                    seen += 1
    assert seen > 1000


def test_csv_holds_what_json_holds(site: Path) -> None:
    for address, page in pages_with_files(site):
        for table in page.xpath("//main//div[contains(@class, 'table')]/table"):
            place = f"{address}{table.get('id').removeprefix('tabel-')}"
            data = json.loads((site / urls.file_of(f"{place}.json")).read_text("utf-8"))
            with (site / urls.file_of(f"{place}.csv")).open(encoding="utf-8", newline="") as lines:
                columns, *rows = csv.reader(lines, strict=True)
            assert columns == data["columns"]
            as_text = [["" if value is None else str(value) for value in row] for row in data["rows"]]
            assert [[re.sub(r"\A'(?=['\"]*[=+\-@])", "", value) for value in row] for row in rows] == as_text


def test_every_page_of_now_with_a_table_has_its_files_and_no_other_page_has(site: Path) -> None:
    for file in site.rglob("index.html"):
        text = file.read_text("utf-8")
        if '<div class="table ' in text and "handboek" not in file.parts:
            named = set(re.findall(r'<a href="([^"/]+\.(?:csv|json))"', text))
            tables = re.findall(r'<table[^>]* id="([^"]+)"', text)
            wanted = {f"{table.removeprefix('tabel-')}.{form}" for table in tables for form in FORMS}
            assert named in (wanted, set()), file
            assert bool(named) == ('<aside class="archived"' not in text), file
            assert all((file.parent / name).is_file() for name in named), file


def test_all_meetings_are_two_clicks_from_the_section(site: Path) -> None:
    page = lxml_html.fromstring((site / "vergaderingen/index.html").read_bytes().decode("utf-8"))
    assert "vergaderingen.csv" in page.xpath("//main//p[@class='files']/a/@href")
    rows = (site / "vergaderingen/vergaderingen.csv").read_text("utf-8").splitlines()
    assert rows[0].startswith("Vergadering,Vergadering (genoemde datum),Vergadering (adres)")
