"""Behind words stand the sources that their record ties to them, and no others; numbers rise as a reader meets them."""

import json
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.tools.backings import listed_on, numbers_on, parsed, shown_on, ties_in
from tests.tools.pages import HANDBOOK

SITES = ["real_site", "fictief_site"]
QUOTED = {
    *("title", "register_text", "scope_in_register", "content", "scope", "debate", "activity", "category", "topics"),
    *("committees", "text", "citation", "conclusions", "discussed", "disputed", "event", "rule"),
}
"""The fields that give the words of a source or of a register."""


def written(site: Path) -> dict[str, str]:
    """The pages of a built site but those of the handbook, by address."""
    files = {"/" + path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {address: path.read_text("utf-8") for address, path in files.items() if not address.startswith(HANDBOOK)}


def ties_of(site: Path) -> Mapping[str, set[tuple[frozenset[str], str]]]:
    """What any version of any record ties to texts that it quotes; a text can stand in more records than one."""
    found: dict[str, set[tuple[frozenset[str], str]]] = defaultdict(set)
    quoted: set[str] = set()
    for path in (*site.glob("data/v1/*/*.json"), *site.glob("data/v1/publicaties/*/records/*.json")):
        read = json.loads(path.read_text("utf-8"))
        record = read.get("record", read)
        if record.get("type") == "source":  # its title names itself
            found[" ".join(record["title"].split())].add((frozenset({record["id"]}), "each"))
        for field, text, sources, how in ties_in(record):
            words = " ".join(text.split())
            found[words].add((sources, how))
            quoted |= {words} if sources and field in QUOTED else set()
    return {words: ties for words, ties in found.items() if words in quoted}


@pytest.mark.parametrize("content", SITES)
def test_quoted_words_are_backed_by_the_sources_that_content_ties_to_them(
    content: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(content)
    ties = ties_of(site)
    wrong, seen = [], set()
    for address, text in written(site).items():
        for shown in shown_on(parsed(text)):
            words = shown.text.strip("“”")
            if words in ties and shown.numbers:
                seen.add(words)
                if (shown.sources, shown.how) not in ties[words]:
                    wrong.append((address, shown, ties[words]))
    assert wrong == []
    assert len(seen) > 100


@pytest.mark.parametrize("content", SITES)
def test_numbers_of_sources_rise_in_the_order_of_reading_on_every_page(
    content: str, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(content)
    sourced = 0
    for address, text in written(site).items():
        page = parsed(text)
        met = list(dict.fromkeys(numbers_on(page)))
        assert met == list(range(1, len(met) + 1)), address
        assert list(listed_on(page)) == met, address
        assert [one for one in shown_on(page) if list(one.numbers) != sorted(one.numbers)] == [], address
        sourced += bool(met)
    assert sourced > 100
