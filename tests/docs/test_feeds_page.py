"""What re-users read about feeds and calendars holds: they are as shown, and the addresses exist."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from lrt_site.export.feeds import LATEST
from tests.builders import data_of, history_in
from tests.tools import dike_table

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/data/feeds.md").read_text("utf-8")
GUIDE = (ROOT / "docs/redactie/publiceren.md").read_text("utf-8")
ADDRESS = "https://fictief.example"
BLOCK = re.compile(r"^<!-- (?P<mark>[^\n]+) -->\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
MEETING = "m-fictief-2019"


def blocks(kind: str) -> Iterator[tuple[str, str]]:
    """What stands behind each mark of a kind, and the block below it."""
    for block in BLOCK.finditer(PAGE):
        word, _, rest = block["mark"].partition(": ")
        if word == kind:
            yield rest, block["text"]


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    """The files that the site of the handbook makes after the draft of the editors' guide."""
    draft = re.search(r"^<!-- concept -->\n```text\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    assert draft
    ledger = dike_table.sealed_after(dike_table.first_publication(), dike_table.AFTER, draft[1])
    files = data_of(history_in(ledger), ledger, ADDRESS)
    return {path: text if isinstance(text, str) else text.decode() for path, text in files.items()}


def test_the_entry_shown_is_in_the_feed_as_it_is_made(made: Mapping[str, str]) -> None:
    ((path, text),) = blocks("item")
    assert text.startswith(" <entry>\n")
    assert text.endswith(" </entry>\n")
    assert text in made[path]


def test_the_meeting_shown_is_in_the_calendar_as_it_is_made(made: Mapping[str, str]) -> None:
    ((mark, text),) = blocks("agenda")
    path, name = mark.split(" ")
    assert f"UID:{name}\n" in text
    assert text.startswith("BEGIN:VEVENT\n")
    assert text.endswith("END:VEVENT\n")
    assert text in made[path].replace("\r\n", "\n")


def test_every_address_named_is_one_that_is_made(made: Mapping[str, str]) -> None:
    named = re.findall(r"^\| `/((?:feeds/)?[^`]+)` \|", PAGE, re.MULTILINE)
    assert len(named) == 8
    identifiers = {"feeds/tafel/<kenmerk>.xml": "dijkentafel", "feeds/record/<kenmerk>.xml": MEETING}
    for address in named:
        path = address.replace("<kenmerk>", identifiers.get(address, ""))
        assert path in made
        assert path.endswith(".ics") or path.replace(".xml", ".json") in made


def test_the_number_of_items_named_is_the_one_that_is_kept() -> None:
    assert f"de nieuwste {LATEST} items" in PAGE
