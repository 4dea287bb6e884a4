"""Every feed and every calendar of both sites can be read by others, and tells of every change exactly once."""

import json
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from lxml import etree

from lrt_site import files, ledger, urls
from lrt_site.model.publications import History
from lrt_site.model.register import kind_of
from tests.tools.feed_faults import ATOM, feed_faults
from tests.tools.pages import internal, page_in, pages_of
from tests.tools.sites import ROOT

PATH = re.compile("tag:[^:]+:")
WITHDRAWAL = ":intrekking/"
SURROUNDINGS = "/omgeving/"
SITES = {"real_site": "content", "fictief_site": "examples/fictief"}


@pytest.fixture(scope="module", params=SITES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(name: str, request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(name)
    return folder


@pytest.fixture(scope="module")
def history(name: str) -> History:
    read, problems = ledger.read(files.read_ledger(ROOT / SITES[name]), PurePosixPath())
    assert problems == ()
    return read


def followed(site: Path) -> Iterator[Path]:
    """Every feed and every calendar."""
    yield from sorted(file for file in (site / "feeds").rglob("*") if file.suffix in (".xml", ".json"))
    yield from sorted(site.glob("*.ics"))


def entries_of(site: Path, address: str) -> list[str]:
    """The ids of the entries of a feed."""
    feed = etree.parse(site / urls.file_of(address))
    return [str(element.text) for element in feed.findall("atom:entry/atom:id", ATOM)]


def test_every_feed_and_calendar_keeps_to_its_standard(site: Path) -> None:
    found = list(followed(site))
    assert len(found) > 100
    assert [f"{file}: {fault}" for file in found for fault in feed_faults(file.name, file.read_bytes())] == []


def test_every_change_is_told_exactly_once(site: Path, history: History) -> None:
    """All records together have one entry for every change; what is more tells of words that were taken back."""
    records = sorted(set(history.identifiers) - history.moved.keys())
    told = [entry for record in records for entry in entries_of(site, urls.feed_of_record(record))]
    changes = [
        f"{publication.name}/{change.id}" for publication in history.publications for change in publication.changes
    ]
    own = (entry for entry in told if WITHDRAWAL not in entry and SURROUNDINGS not in entry)
    assert sorted(PATH.sub("", entry) for entry in own) == sorted(changes)
    assert len({entry for entry in told if WITHDRAWAL in entry}) == len(history.withdrawals)


def test_the_feed_of_everything_holds_all_of_the_last_publication(site: Path, history: History) -> None:
    told = entries_of(site, urls.feed_of("alles"))
    newest = [text for text in told if f":{history.last.name}/" in text]
    assert len(newest) == len(history.last.changes)
    assert len(told) >= min(100, sum(len(publication.changes) for publication in history.publications))


def test_both_forms_of_a_feed_tell_the_same(site: Path) -> None:
    for file in (site / "feeds").rglob("*.xml"):
        atom, parsed = etree.parse(file), json.loads(file.with_suffix(".json").read_text("utf-8"))
        forms = {"id": "id", "title": "title", "content": "content_html", "updated": "date_modified"}
        for tag, key in forms.items():
            told = [element.text for element in atom.findall(f"atom:entry/atom:{tag}", ATOM)]
            assert told == [item[key] for item in parsed["items"]], file


def test_every_address_in_a_feed_answers(site: Path, history: History) -> None:
    home = history.state(history.last).site.address.rstrip("/")
    named = set()
    for file in (site / "feeds").rglob("*.xml"):
        feed = etree.parse(file)
        named |= {str(link.get("href")) for link in feed.iter("{*}link")}
        for content in feed.iter("{*}content"):
            shown = etree.fromstring(f"<div>{content.text}</div>")
            named |= {str(link.get("href")) for link in shown.iter("a")}
    assert {address for address in named if not address.startswith(home)} == set()
    paths = {urlsplit(address.removeprefix(home)).path for address in named}
    assert sorted(path for path in paths if not (site / urls.file_of(path)).is_file()) == []


def test_the_newest_publication_can_be_proved_from_every_feed_and_calendar(site: Path, history: History) -> None:
    without = [file for file in followed(site) if history.last.hash not in file.read_text("utf-8").replace("\n ", "")]
    assert without == []


def test_pages_name_the_feed_in_which_they_can_be_followed(site: Path, history: History) -> None:
    named = {
        page.address: link
        for page in pages_of(site, handbook=False)
        for tag, link in page.links
        if tag.attributes.get("type") == "application/atom+xml"
    }
    assert {"/", urls.MEETINGS, urls.COMMITMENTS} <= named.keys()
    records = history.state(history.last).records.values()
    own = {
        urls.page_of(record): urls.feed_of_record(record.id) for record in records if urls.has_own_page(kind_of(record))
    }
    assert {address: internal(address, named.get(address, "")) for address in own} == {
        address: (feed, "") for address, feed in own.items()
    }


def test_a_page_tells_of_every_feed_about_more_than_one_record(site: Path) -> None:
    assert urls.FOLLOW in page_in(site, urls.HOME).leads_to("main")
    shown = page_in(site, urls.FOLLOW).leads_to("main")
    made = {f"/{file.relative_to(site).as_posix()}" for file in followed(site)}
    assert {address for address in made if "/record/" not in address} <= shown
