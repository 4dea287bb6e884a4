"""Citations lead to the words they were taken from, and old pages to what was known then."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from lrt_site import urls
from lrt_site.model.dates import MONTHS
from lrt_site.sitemap import renewal, states
from tests.tools.sites import editions_in

SITES = ("real_site", "fictief_site")
CONTENT = {"real_site": "content", "fictief_site": "examples/fictief"}
APART = frozenset({"clock", "cite", "archived", "today", "sources", "source-note", "files", "contents"})
CITED = re.compile(r"(?P<moment>[^.]*), gepubliceerd op (?P<date>[^(]+) \(publicatie (?P<number>\d+)")
A_DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")
QUOTED = re.compile(r".*/(bronnen|tegenspraak)/.*")
"""The pages of which the heading can hold a day that a source names."""
ARCHIVED = re.compile(r"/(publicaties/[^/]+/stand|.*/versies/\d+)/")


@dataclass(frozen=True)
class Cited:
    """What a page says of its citation, and its visible text without it, with each source where its number stood."""

    address: str
    moment: str
    date: str
    number: str
    hashes: tuple[str, ...]
    text: str
    citation: str
    clock: str
    heading: str


@dataclass(frozen=True)
class Read:
    """What the main part of a page has that is followed."""

    address: str
    cited: Cited | None
    written: tuple[str, ...]
    """Its links as they are written."""

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Where its links lead."""
        return tuple(urljoin(f"https://site{self.address}", link) for link in self.written)


def cited(site: Path, address: str) -> Cited | None:
    """What the page at an address says of its citation; nothing where it says none."""
    return read_page(site, address).cited


@cache
def read_page(site: Path, address: str) -> Read:
    tree = html.fromstring((site / urls.file_of(address)).read_bytes())
    (main,) = tree.iter("main")
    written = tuple(main.xpath(".//@href"))
    found = tree.xpath("//section[@class='cite']")
    return Read(address, _cited(address, tree, main, found[0]) if found else None, written)


def _cited(address: str, tree: html.HtmlElement, main: html.HtmlElement, cite: html.HtmlElement) -> Cited:
    text = " ".join(cite.text_content().split())
    named = CITED.search(text)
    assert named, address
    (link,) = cite.xpath(".//a[@class='address']/@href")
    hashes = tuple(code.text_content() for code in cite.iter("code"))
    (clock,) = tree.xpath("//details[@class='clock']/p[1]")
    clock_text, heading = clock.text_content(), tree.xpath("//h1")[0].text_content()
    named_elements = {element.get("id"): element for element in main.xpath(".//*[@id]")}
    for sign in main.xpath(".//sup[@class='ref']"):
        (shown,) = sign.xpath("./a[starts-with(@href, '#')]")
        ids = [shown.get("href")[1:]]
        for note in sign.xpath("./button/@popovertarget"):  # one sign for all sources of the words; a footnote has none
            ids = [f"bron-{number}" for number in note.removeprefix("noot-").split("-")]
        told = (named_elements[name] for name in ids)
        shown.text = "".join(f" [{' '.join(source.text_content().split())}]" for source in told)
    for element in main.xpath(".//*[@class]"):
        if not APART.isdisjoint(element.get("class").split()):
            element.drop_tree()
    return Cited(
        urlsplit(link).path,
        named["moment"],
        named["date"],
        named["number"],
        hashes,
        " ".join(main.text_content().split()),
        text,
        clock_text,
        heading,
    )


def addresses(site: Path) -> Iterator[str]:
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        if not path.startswith("handboek/"):
            yield f"/{path.removesuffix('index.html')}"


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    return folder


def test_every_citation_of_a_living_page_leads_to_its_number_date_hashes_and_words(site: Path) -> None:
    followed = 0
    for address in addresses(site):
        here = None if ARCHIVED.fullmatch(address) else cited(site, address)
        if here:
            there = cited(site, here.address)
            assert there, f"{address} cites {here.address}, which has no citation"
            assert (here.moment, here.number, here.date) == (there.moment, there.number, there.date), address
            assert here.hashes == there.hashes, address
            assert here.text == there.text, f"{address} cites {here.address}, which says other words"
            followed += 1
    assert followed > 200


def test_an_archived_page_cites_itself(site: Path) -> None:
    for address in filter(ARCHIVED.fullmatch, addresses(site)):
        here = cited(site, address)
        assert here is None or here.address == address


def test_the_day_in_a_heading_stands_in_the_clock_bar_and_in_the_citation(site: Path) -> None:
    found = 0
    for address in addresses(site):
        here = cited(site, address)
        if not here or QUOTED.fullmatch(address):
            continue
        for day in A_DAY.findall(here.heading):
            assert day in here.clock, f"{address}: {here.clock}"
            assert day in here.citation, f"{address}: {here.citation}"
            found += 1
    assert found > 90


def test_a_day_in_the_title_of_a_source_is_no_moment_that_its_page_is_about(site: Path) -> None:
    named = {
        address: here for address in addresses(site) if QUOTED.fullmatch(address) and (here := cited(site, address))
    }
    assert sum(bool(A_DAY.search(here.heading)) for here in named.values()) > 2
    assert [address for address, here in named.items() if not here.clock.startswith("Stand van ")] == []


def test_pages_of_a_day_are_valid_on_that_day(site: Path) -> None:
    for address in addresses(site):
        day = re.search(r"/(?:samenstelling|peildatum)/(\d{4})-(\d{2})-(\d{2})/$", address)
        here = cited(site, address)
        if day and here:
            words = f"Stand van {int(day[3])} {MONTHS[int(day[2]) - 1]} {day[1]}"
            assert here.clock.startswith(words)
            assert words in here.citation


def test_old_pages_lead_to_data_of_then(site: Path) -> None:
    """To files of the ledger, which never change; never to a file that follows the living site."""
    for address in filter(ARCHIVED.fullmatch, addresses(site)):
        for link in read_page(site, address).links:
            target = urlsplit(link)
            of_now = target.netloc == "site" and re.search(r"\.(json|csv|pdf|xlsx|ics|ndjson)$", target.path)
            assert not of_now or target.path.startswith(urls.LEDGER), f"{address} leads to {target.path}"


@pytest.mark.parametrize("name", SITES)
def test_no_edition_repeats_the_one_before_it(name: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(name)
    history, found = editions_in(folder, CONTENT[name])
    known = {state.publication: state for state in states.states(history, history.publications)}
    for line in found.values():
        for before, after in pairwise(line):
            recorded = after.address in (after.publication.editions or ())
            if not recorded and not renewal.is_new_version(known[after.publication], after.address):
                older, newer = cited(folder, before.place), cited(folder, after.place)
                assert older
                assert newer
                assert older.text != newer.text, f"{before.place} and {after.place}"
