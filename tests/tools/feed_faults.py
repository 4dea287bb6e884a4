"""Whether feeds and calendars keep to their standards, as others read them."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache

import icalendar
from ical.calendar_stream import IcsCalendarStream
from jsonschema import Draft4Validator, FormatChecker
from lxml import etree
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from tests.tools.sites import ROOT

STANDARDS = ROOT / "tests/standards"
ATOM = {"atom": "http://www.w3.org/2005/Atom"}
LONGEST_LINE = 75


def feed_faults(path: str, content: bytes) -> list[str]:
    """What is wrong with a feed or a calendar, by the end of its name."""
    if path.endswith(".xml"):
        return list(_atom_faults(content))
    return list(_calendar_faults(content) if path.endswith(".ics") else _json_feed_faults(content))


def _atom_faults(content: bytes) -> Iterator[str]:
    grammar = _atom_grammar()
    feed = etree.fromstring(content)
    if not grammar.validate(feed):
        yield from (f"line {error.line}: {error.message}" for error in grammar.error_log)
    # What the RFC asks and its grammar cannot see.
    for needed in ("atom:author/atom:name", "atom:link[@rel='self']", "atom:link[@rel='alternate']"):
        if not feed.findall(needed, ATOM):
            yield f"the feed has no {needed}"
    entries = feed.findall("atom:entry", ATOM)
    yield from _repeated(entry.findtext("atom:id", namespaces=ATOM) or "" for entry in entries)
    for entry in entries:
        written = entry.findtext("atom:published", namespaces=ATOM), entry.findtext("atom:updated", namespaces=ATOM)
        if not all(written) or str(written[1]) < str(written[0]):
            yield f"an entry was updated before it was published: {written}"
        if len(entry.findall("atom:link[@rel='alternate']", ATOM)) != 1:
            yield "an entry has no page, or more than one"
    relative = [link for link in feed.iter("{*}link") if not str(link.get("href")).startswith("https://")]
    yield from (f"{link.get('href')} is not an address in full" for link in relative)


def _json_feed_faults(content: bytes) -> Iterator[str]:
    feed = json.loads(content)
    yield from (f"{error.json_path} {error.message}" for error in _json_feed_schema().iter_errors(feed))
    if feed["version"] != "https://jsonfeed.org/version/1.1":
        yield f"another version: {feed['version']}"
    yield from _repeated(item["id"] for item in feed["items"])


def _calendar_faults(content: bytes) -> Iterator[str]:
    text = content.decode()
    lines = content.split(b"\r\n")
    if lines[-1] or any(b"\n" in line or b"\r" in line for line in lines):
        yield "a line does not end as lines of calendars do"
    yield from (f"a line of {len(line)} octets" for line in lines if len(line) > LONGEST_LINE)
    read = icalendar.Calendar.from_ical(text)
    yield from (str(error) for component in read.walk() for error in component.errors)
    if not read.subcomponents:
        yield "a calendar that holds nothing"
    yield from _repeated(str(event["UID"]) for event in read.events)
    again = IcsCalendarStream.calendar_from_ics(text)
    if [event.uid for event in again.events] != [str(event["UID"]) for event in read.events]:
        yield "two programs read other events"


def _repeated(names: Iterator[str]) -> Iterator[str]:
    yield from (f"{name} stands there {times} times" for name, times in Counter(names).items() if times > 1)


@cache
def _atom_grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(STANDARDS / "atom/atom.rng"))


@cache
def _json_feed_schema() -> Draft4Validator:
    feed, feed_1 = (
        json.loads((STANDARDS / f"json-feed/{name}.json").read_text("utf-8")) for name in ("feed", "feed-1")
    )
    resources = [(item["id"], Resource.from_contents(item, DRAFT4)) for item in (feed, feed_1)]
    return Draft4Validator(feed, registry=Registry().with_resources(resources), format_checker=FormatChecker())
