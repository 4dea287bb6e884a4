"""Whoever reads a fact on which sources disagree sees that they do, wherever the fact stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from lrt_site import urls
from lrt_site.findings.observations import amount
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register, kind_of, parts_of
from lrt_site.model.sources import Contradiction
from tests.tools.pages import HtmlPage, Tag, internal, page_of
from tests.tools.rendering import content_of, pages_of

LISTED_ON = {
    "commitment": r"/toezeggingen/((ambt|peildatum|status)/.*)?",
    "composition": r"/samenstelling/",
    "meeting": r"/vergaderingen/([0-9]{4}/)?",
    "organisation": r"/deelnemers/",
    "output": r"/uitingen/",
    "person": r"/deelnemers/",
    "provincial-table": r"/provincies/",
    "seat": r"/(samenstelling|stoelen)/",
}
"""The pages that list the records of a kind, besides the home page."""
HEADING = {"th", "dt"}
APART = (urls.CONTRADICTIONS, urls.SOURCES)
"""Where the contradictions themselves stand, and where links lead to all that rests on a source."""
Targets = tuple[tuple[Tag, tuple[str, str]], ...]
MARKED_THERE = "tegenspraak"
"""The place on the page of a record where its contradictions stand."""


@dataclass(frozen=True)
class Site:
    """The records of content as it stands, published or not, and its pages."""

    register: Register
    pages: tuple[HtmlPage, ...]


@pytest.fixture(scope="module", params=["content", "examples/fictief"])
def site(request: pytest.FixtureRequest) -> Site:
    pages = (page_of(address, html.encode()) for address, html in pages_of(content_of(request.param)).items())
    return Site(content_of(request.param), tuple(pages))


def words_of(register: Register, identifier: str) -> Iterator[str]:
    """The words by which a fact is known wherever it stands."""
    record = register.records[register.home_of[identifier]]
    for _, part in parts_of(record):
        if getattr(part, "id", None) == identifier:
            yield from (text for name in ("text", "event") if isinstance(text := getattr(part, name, None), str))


def is_shown(register: Register, identifier: str, page: HtmlPage, targets: Targets) -> bool:
    """Whether a page says the fact, or lists the record: a link in running text to another page does neither."""
    if identifier in page.ids or any(words in page.words for words in words_of(register, identifier)):
        return True
    address, _, anchor = urls.address_of(identifier, register).partition("#")
    leading = [tag for tag, target in targets if target == (address, anchor)]
    if identifier in register.observations:
        _, values = register.observations[identifier]
        return bool(leading) and any(
            re.search(rf"(?<![\d.]){amount(observation)}(?![\d.]*\d)", page.words) for observation in values
        )
    kind = kind_of(register.records[register.home_of[identifier]])
    lists = page.address == urls.HOME or re.fullmatch(LISTED_ON.get(kind, "-"), page.address)
    return bool(lists) and any(HEADING & set(tag.inside) for tag in leading)


def touches(register: Register, contradiction: Contradiction, page: HtmlPage) -> bool:
    """Whether a page can be concerned: what sources say of one province does not touch the page of another."""
    tables = {urls.page_of(table): table.id for table in register.all(ProvincialTable).values()}
    provinces = {text for text in contradiction.about if text in tables.values()}
    return page.address not in tables or not provinces or tables[page.address] in provinces


def targets_of(page: HtmlPage) -> Targets:
    """Where on the same site every link of a page leads."""
    return tuple((tag, target) for tag, link in page.links if (target := internal(page.address, link)))


def test_every_fact_on_which_sources_disagree_is_marked_wherever_it_stands(site: Site) -> None:
    register = site.register
    missing = []
    shown = set()
    for page in site.pages:
        targets = targets_of(page)
        marks = {target for _, target in targets}
        for identifier, contradictions in register.contradictions_about.items():
            if page.address.startswith(APART) or not is_shown(register, identifier, page, targets):
                continue
            shown.add(identifier)
            there = (urls.page_of(register.records[register.home_of[identifier]]), MARKED_THERE)
            missing += [
                (page.address, identifier, contradiction.id)
                for contradiction in contradictions
                if touches(register, contradiction, page) and not marks & {(urls.page_of(contradiction), ""), there}
            ]
    assert missing == []
    assert shown == set(register.contradictions_about)


def test_every_reading_stands_with_the_title_of_its_source(site: Site) -> None:
    texts = {page.address: page.words for page in site.pages}
    for contradiction in site.register.all(Contradiction).values():
        for claim in contradiction.claims:
            said = texts[urls.page_of(contradiction)]
            assert claim.text in said
            assert site.register.records[claim.source].title in said  # type: ignore[union-attr]


def test_the_list_has_every_contradiction_at_its_place_and_leads_to_its_page(site: Site) -> None:
    (page,) = (page for page in site.pages if page.address == urls.CONTRADICTIONS)
    leads = {target for _, target in targets_of(page)}
    for contradiction in site.register.all(Contradiction).values():
        assert (contradiction.question or contradiction.statement) in page.texts[contradiction.id]
        assert (urls.page_of(contradiction), "") in leads
