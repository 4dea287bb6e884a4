"""What an editor writes stays text: nothing in a record becomes an element, an attribute or a script of its page."""

import html
import re
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest

from lrt_site import files, pipeline
from lrt_site.model.register import KINDS, kind_of
from tests.tools.hostile import ATTRIBUTE, CLOSED, FICTIEF, IN_A_NAME, LINK, SCRIPT, TEMPLATE, TURNING, hostile_site
from tests.tools.pages import HtmlPage, page_in, pages_of, register_of

NUMBER = re.compile("<b>[0-9]+</b>")


@pytest.fixture(scope="module")
def site(shared_folder: Path) -> Path:
    return hostile_site(shared_folder)


def test_the_attack_is_in_every_kind_of_record(site: Path) -> None:
    attacked = {kind_of(record) for record in register_of(site).records.values() if "window.geraakt" in repr(record)}
    assert attacked == set(KINDS)


def test_no_element_or_attribute_comes_from_a_text(site: Path) -> None:
    live = [
        f"{page.address}: <{tag.name}> {dict(tag.attributes)}"
        for page in pages_of(site)
        for tag in page.tags
        if tag.name == "img"
        or (tag.name == "script" and "src" not in tag.attributes)
        or any(name.startswith("on") for name in tag.attributes)
    ]
    assert live == []
    # Of its own a page sets only numbers in bold, such as those of its sources.
    bold = [page for page in pages_of(site) if any(tag.name == "b" for tag in page.tags)]
    assert [page.address for page in bold if len(bold_in(page)) != sum(tag.name == "b" for tag in page.tags)] == []


def bold_in(page: HtmlPage) -> list[str]:
    """The numbers that a page sets in bold."""
    return NUMBER.findall(page.file.read_text("utf-8"))


def test_no_link_runs_a_script(site: Path) -> None:
    schemes = {urlsplit(link.strip()).scheme.lower() for page in pages_of(site) for _, link in page.links}
    assert schemes <= {"", "http", "https", "mailto"}


def test_no_character_turns_the_direction_of_text(site: Path) -> None:
    assert [
        page.address for page in pages_of(site) if set(TURNING) & set(html.unescape(page.file.read_text("utf-8")))
    ] == []


@pytest.mark.parametrize("address", ["/vergaderingen/m-2025-03-13/", "/deelnemers/p-bedacht/", "/over/"])
def test_the_text_is_shown_as_it_was_written(site: Path, address: str) -> None:
    words = page_in(site, address).words
    assert [attack for attack in (SCRIPT, CLOSED, TEMPLATE, ATTRIBUTE) if attack not in words] == []


def test_a_name_stays_in_the_title_of_its_page(site: Path) -> None:
    assert IN_A_NAME[:-1] in page_in(site, "/over/").title


def test_an_address_that_is_a_script_is_refused() -> None:
    texts, _ = files.read_content(FICTIEF)
    texts["sources.yml"] = texts["sources.yml"].replace("https://fictief.example/over-de-tafel", LINK)
    made = pipeline.build(pipeline.Sources(texts, {}, {}, {}, PurePosixPath("fictief")))
    assert ({problem.code for problem in made.problems}, made.files) == ({"bad-url"}, {})
