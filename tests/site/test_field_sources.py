"""Behind words stand the sources that their record ties to them, and no others; numbers rise as a reader meets them."""

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from lrt_site.export import v1
from tests.tools.backings import Shown, listed_on, numbers_on, parsed, shown_on, ties_in
from tests.tools.pages import HANDBOOK
from tests.tools.pdfs import opened, text_of
from tests.tools.rendering import content_of, pages_of

QUOTED = {
    *("title", "register_text", "scope_in_register", "content", "scope", "debate", "activity", "category", "topics"),
    *("committees", "text", "citation", "conclusions", "discussed", "disputed", "event", "rule"),
}
"""The fields that give the words of a source or of a register."""
CITED = re.compile(r"\[(?:bronnen samen: )?(\d+(?:, \d+)*)\]")
"""Numbers of sources on paper."""


@dataclass(frozen=True)
class Read:
    """The sources of a page: each number in the order of reading, those in its list, and the words that they back."""

    numbers: tuple[int, ...]
    listed: tuple[int, ...]
    shown: tuple[Shown, ...]


def read_of(text: str) -> Read:
    page = parsed(text)
    return Read(tuple(numbers_on(page)), tuple(listed_on(page)), tuple(shown_on(page)))


@dataclass(frozen=True)
class Site:
    """A site as its readers and its re-users get it."""

    pages: Mapping[str, str]
    """HTML by address, without the handbook."""
    records: tuple[Mapping[str, Any], ...]
    """Every version of every record, as published data."""

    @cached_property
    def read(self) -> Mapping[str, Read]:
        """What each page says of sources, by its address."""
        return {address: read_of(text) for address, text in self.pages.items()}


def built(folder: Path) -> Site:
    pages = {"/" + path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}
    records = (path for path in folder.glob("data/v1/*/*.json") if path.parent.name not in ("schema", "tabellen"))
    data = (*records, *folder.glob("data/v1/publicaties/*/records/*.json"))
    return Site(
        {at: path.read_text("utf-8") for at, path in pages.items() if not at.startswith(HANDBOOK)},
        tuple(json.loads(path.read_text("utf-8")) for path in data),
    )


def coming(content: str) -> Site:
    """The site of what editors wrote, before it is published."""
    return Site(pages_of(content_of(content)), tuple(map(v1.to_v1, content_of(content).records.values())))


@pytest.fixture(scope="module", params=["real_site", "fictief_site", "content", "examples/fictief"])
def site(request: pytest.FixtureRequest) -> Site:
    """Both sites as they are published, with their old versions, and as they will be."""
    return built(request.getfixturevalue(request.param)) if "site" in request.param else coming(request.param)


def ties_of(site: Site) -> Mapping[str, set[tuple[frozenset[str], str]]]:
    """What any version of any record ties to texts that it quotes; a text can stand in more records than one."""
    found: dict[str, set[tuple[frozenset[str], str]]] = defaultdict(set)
    quoted: set[str] = set()
    for record in site.records:
        if record.get("type") == "source":  # its title names itself
            found[" ".join(record["title"].split())].add((frozenset({record["id"]}), "each"))
        for field, text, sources, how in ties_in(record):
            words = " ".join(text.split())
            found[words].add((sources, how))
            quoted |= {words} if sources and field in QUOTED else set()
    return {words: ties for words, ties in found.items() if words in quoted}


def test_quoted_words_are_backed_by_the_sources_that_content_ties_to_them(site: Site) -> None:
    ties = ties_of(site)
    wrong, seen = [], set()
    for address, page in site.read.items():
        for shown in page.shown:
            words = shown.text.strip("“”")
            if words in ties and shown.numbers:
                seen.add(words)
                if (shown.sources, shown.how) not in ties[words]:
                    wrong.append((address, shown, ties[words]))
    assert wrong == []
    assert len(seen) > 100


def test_numbers_of_sources_rise_in_the_order_of_reading_on_every_page(site: Site) -> None:
    sourced = 0
    for address, page in site.read.items():
        met = list(dict.fromkeys(page.numbers))
        assert met == list(range(1, len(met) + 1)), address
        assert list(page.listed) == met, address
        assert [shown for shown in page.shown if list(shown.numbers) != sorted(shown.numbers)] == [], address
        sourced += bool(met)
    assert sourced > 90


@pytest.mark.parametrize("content", ["real_site", "fictief_site"])
def test_numbers_of_sources_rise_in_every_pack_and_are_all_in_its_list(
    content: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(content)
    packs = sorted(folder.glob("**/peildatum/*/*.pdf"))
    for path in packs:
        text = text_of(opened(path.read_bytes()))
        before, _, listed = text.rpartition("Bronnen[")
        met = [number for group in CITED.findall(before) for number in group.split(", ")]
        numbers = list(dict.fromkeys(map(int, met)))
        assert numbers == list(range(1, len(numbers) + 1)), path
        assert [int(number) for number in re.findall(r"(?:^|\[)(\d+)\]", listed)] == numbers, path
    assert packs
