"""No page speaks in the words of a program: no names of fields, no ids, no dates as data has them."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lrt_site import urls
from lrt_site.visible import lines_of
from lrt_site.wording.fields import FIELD_WORDS
from tests.tools.pages import register_of

MEANT = frozenset({"cite", "data", "hash", "address", "kenmerk"})
"""Classes of what is there for citing and for programs."""
FOR_PROGRAMS = (urls.HANDBOOK, urls.DATA, urls.OPEN_DATA)
KEEPS_OLD_WORDS = ("/publicaties/", "/versies/")
"""Pages with words that were published and are kept as they are."""
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
A_WORD = re.compile(r"(?<![\w./#-])[\w-]+(?![\w/-]|\.\w)")
A_DATE = re.compile(r"(?<![\w/-])\d{4}-\d{2}-\d{2}(?![\w/-])")
OF_PROGRAMS = frozenset({"record", "records", "slug", "true", "false", "null", "none"})
FIELDS = frozenset(name for name in FIELD_WORDS if "_" in name)
LABELS = re.compile(r"\b(?:lezingen|getoond op|bron per veld): ")
AROUND = 25
"""How many signs around a word must have been published for it to be an old word."""


def read_of(html: str) -> Iterator[str]:
    """The lines that a reader reads, without what is there for programs."""
    for line in lines_of(CODE.sub("", html), without=MEANT):
        yield "".join(piece.text for piece in line)


def odd_words(line: str, ids: frozenset[str]) -> Iterator[re.Match[str]]:
    yield from A_DATE.finditer(line)
    yield from LABELS.finditer(line)
    for word in A_WORD.finditer(line):
        if word[0] in FIELDS or word[0] in ids or word[0].casefold() in OF_PROGRAMS:
            yield word


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield " ".join(value.split())
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)


def published_in(site: Path) -> str:
    """All that was ever published, as one text."""
    files = sorted((site / urls.LEDGER.strip("/")).rglob("*.json"))
    return "\n".join(text for file in files for text in texts_in(json.loads(file.read_text("utf-8"))))


def odd_in(site: Path) -> Iterator[str]:
    ids, published = frozenset(text for text in register_of(site).home_of if "-" in text), published_in(site)
    odd_in_line = cache(lambda line: tuple(odd_words(line, ids)))  # Most lines stand on many pages.
    for page in sorted(site.rglob("*.html")):
        address = f"/{page.relative_to(site).as_posix()}"
        if address.startswith(FOR_PROGRAMS) or "/en/" in address:
            continue
        kept = any(part in address for part in KEEPS_OLD_WORDS)
        for line in read_of(page.read_text(encoding="utf-8")):
            for word in odd_in_line(line):
                around = line[max(word.start() - AROUND, 0) : word.end() + AROUND].strip(" …")
                # What fell away stands between marks of its own, so only what goes before tells whose words it is.
                if not (kept and line[max(word.start() - 4, 0) : word.end()] in published):
                    yield f"{address}: {word[0]}: {around}"


@pytest.mark.parametrize("name", ["real_site", "fictief_site"])
def test_no_page_speaks_in_words_of_a_program(name: str, request: pytest.FixtureRequest) -> None:
    assert list(odd_in(request.getfixturevalue(name))) == []


@pytest.mark.parametrize(
    "line",
    ["zie as_shown_at", "volgens s-fictief", "Dit record is nieuw.", "lezingen: toegevoegd: iets", "op 2024-09-28"],
)
def test_such_words_are_found(line: str) -> None:
    assert list(odd_words(line, frozenset({"s-fictief"})))


@pytest.mark.parametrize("line", ["Bestand s-fictief.json", "naar /bronnen/s-fictief/", "van 2024 tot 2025-2026"])
def test_files_and_addresses_are_no_such_words(line: str) -> None:
    assert not list(odd_words(line, frozenset({"s-fictief"})))
