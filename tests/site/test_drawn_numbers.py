"""What is drawn says the same as the table beside it and as the file that can be downloaded, and nothing else."""

import csv
import re
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from lxml import etree, html
from lxml.html import HtmlElement

from lrt_site import urls
from lrt_site.model.figures import Series
from lrt_site.model.numbers import in_dutch
from lrt_site.pages.provinces.outlines import OUTLINES
from tests.tools.pages import register_of

NUMBER = re.compile(r"−?\d+(?:\.\d{3})*(?:,\d+)?")
NUMBERS_DRAWN = ".//figure//*[local-name()='text'][contains(@class, 'text-number')]"


def main_of(site: Path, address: str) -> HtmlElement:
    """A page without the numbers of its sources."""
    (main,) = html.fromstring((site / urls.file_of(address)).read_bytes()).iter("main")
    etree.strip_elements(main, "sup", with_tail=False)
    return main


def numbers_in(*texts: str | None) -> list[str]:
    return [number for text in texts for number in NUMBER.findall(text or "")]


def plain(numbers: list[str]) -> list[str]:
    """Without the points between thousands, as a file has them."""
    return [number.replace(".", "") for number in numbers]


def in_the_file(site: Path, series: str) -> set[str]:
    rows = csv.DictReader(StringIO((site / urls.file_of(urls.figures_of(series))).read_text("utf-8-sig")))
    values = (Decimal(row["value"].replace(",", ".")) for row in rows)
    return {in_dutch(abs(value)) for value in values}


def drawn_by_province(main: HtmlElement, name: str) -> Mapping[str, list[str]]:
    """The numbers that a map shows on each province, and that it says of it in words."""
    (figure,) = main.xpath(f".//figure[contains(@class, 'map-{name}')]")
    links = figure.xpath(".//a[@aria-label]")
    labels = figure.xpath(".//*[local-name()='text']")
    shown = {
        link.get("aria-label").split(":")[0]: numbers_in(label.text) for link, label in zip(links, labels, strict=True)
    }
    said = {link.get("aria-label").split(":")[0]: numbers_in(link.get("aria-label").split(":")[1]) for link in links}
    assert {province: [number.strip("−") for number in found] for province, found in shown.items()} == said
    return shown


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_every_number_of_a_chart_stands_in_the_table_and_in_the_file(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    charts = 0
    for series in register_of(site).all(Series):
        main = main_of(site, f"{urls.FIGURES}{series}/")
        drawn = {number.strip("−") for text in main.xpath(NUMBERS_DRAWN) for number in numbers_in(text.text)}
        charts += bool(drawn)
        cells = {number.strip("−") for cell in main.iter("td", "th") for number in numbers_in(*cell.itertext())}
        assert drawn - cells == set(), series
        assert drawn - in_the_file(site, series) == set(), series
    assert charts > 4


def test_maps_bars_and_table_give_each_province_the_same_numbers(real_site: Path) -> None:
    main = main_of(real_site, urls.PROVINCES)
    maps = {name: drawn_by_province(main, name) for name in ("verschil", "gevraagd", "gevonden")}
    labels = main.xpath(".//figure[@aria-labelledby='balken']//*[local-name()='text'][@class='text-label']")
    bars = dict(zip((text.text for text in labels), main.xpath(NUMBERS_DRAWN), strict=True))
    rows = {row.find("th/a").text: row.findall("td") for row in main.xpath(".//tbody/tr")}
    (file,) = main.xpath(".//a[text()='CSV']/@href")
    page = (real_site / urls.file_of(urls.PROVINCES)).parent
    downloaded = {row["Provincie"]: row for row in csv.DictReader(StringIO((page / file).read_text("utf-8-sig")))}
    assert rows.keys() == downloaded.keys() == OUTLINES.keys()
    for province, (asked, found, difference, _) in rows.items():
        asked_of_it = numbers_in(asked.text)[:1]
        planned = found.text.startswith("voorzien")
        found_by_it = numbers_in(found.text) if re.fullmatch(r"[\d.]+", found.text.strip()) and not planned else []
        differs = numbers_in(difference.text_content())
        assert maps["gevraagd"][province] == asked_of_it
        assert maps["gevonden"][province] == found_by_it
        assert [number.strip("−") for number in maps["verschil"][province]] == differs
        assert [number.startswith("−") for number in maps["verschil"][province]] == [
            "minder" in difference.text_content() for _ in differs
        ]
        assert numbers_in(bars[province].text) == [*found_by_it, *asked_of_it]
        told = downloaded[province]
        assert plain(asked_of_it) == plain(numbers_in(told["Gevraagd"]))[:1]
        assert not found_by_it or plain(found_by_it) == plain(numbers_in(told["Gevonden"]))
        assert differs == numbers_in(told["Verschil"])
