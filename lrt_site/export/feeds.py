"""What readers follow, as Atom (RFC 4287) and as JSON Feed 1.1: every entry is one change, dated by its publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from xml.etree import ElementTree

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.export.entries import CORRECTING, FeedEntry, entries_in, readable
from lrt_site.export.followed import RecordHistories, RecordHistory, histories_in, moment
from lrt_site.export.identity import tag
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.editions import NO_EDITIONS, Editions
from lrt_site.pages.publications.following import COMMITMENTS, CORRECTIONS, EVERYTHING, MEETINGS, Feed, feeds_of_tables
from lrt_site.wording.labels import label_of

LATEST = 100
"""Minimum number of entries in a feed about more than one record; all of the newest publication are always in it."""

_ATOM = "http://www.w3.org/2005/Atom"
_JSON_FEED = "https://jsonfeed.org/version/1.1"
_TYPES = {"xml": "application/atom+xml", "json": "application/feed+json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filled:
    """A feed with all that stands in it."""

    id: str
    title: str
    subtitle: str
    """What stands in it, up to which publication, and the hash of that one: every reader becomes a witness of it."""
    site_title: str
    site: str
    """The address of the site, without a slash at its end."""
    feed: Feed
    updated: date
    entries: tuple[FeedEntry, ...]


def files(history: History, site_address: str, editions: Editions = NO_EDITIONS) -> Mapping[str, str | bytes]:
    """All feeds by path, each as Atom and as JSON Feed. Under an id that a record had before stands its feed too."""
    site = site_address.rstrip("/")
    lives = histories_in(history)
    entries = entries_in(history, lives, site, editions)
    general = tuple(entry for entry in entries if not entry.own_feed_only)
    made: dict[str, str | bytes] = {}
    for name, filled in chain(_general(history, lives, site, general), _records(history, lives, site, entries)):
        made[urls.file_of(urls.feed_of(name))] = _atom(filled)
        made[urls.file_of(urls.feed_of(name, "json"))] = _json(filled)
    return made


def _general(
    history: History, lives: RecordHistories, site: str, entries: tuple[FeedEntry, ...]
) -> Iterator[tuple[str, _Filled]]:
    """The feeds about more than one record, by name."""
    general: Mapping[Feed, Iterable[FeedEntry]] = {
        EVERYTHING: entries,
        MEETINGS: (entry for entry in entries if "meeting" in entry.kinds),
        COMMITMENTS: (entry for entry in entries if "commitment" in entry.kinds),
        CORRECTIONS: (entry for entry in entries if entry.category in CORRECTING),
    }
    for feed, own in general.items():
        yield feed.name, _filled(history, site, feed, feed.name, _latest(own, history.last))
    for feed in feeds_of_tables(history):
        identifier = feed.name.removeprefix("tafel/")
        now = history.moved.get(identifier, identifier)
        own = (entry for entry in entries if now in entry.tables)
        kept = Feed(f"tafel/{now}", feed.title, feed.about, feed.page)
        name = f"tafel/{lives.by_id[now].name}"
        yield feed.name, _filled(history, site, kept, name, _latest(own, history.last))


def _records(
    history: History, lives: RecordHistories, site: str, entries: tuple[FeedEntry, ...]
) -> Iterator[tuple[str, _Filled]]:
    """The feed of every record, whole, under every id that it has or had."""
    own: dict[str, list[FeedEntry]] = {}
    for entry in entries:
        for name in entry.records:
            own.setdefault(name, []).append(entry)
    filled = {
        life.name: _filled(history, site, _feed_of(history, life), f"record/{life.name}", tuple(own[life.name]))
        for life in lives.all
    }
    for identifier in sorted(lives.by_id):
        yield f"record/{identifier}", filled[lives.by_id[identifier].name]


def _feed_of(history: History, life: RecordHistory) -> Feed:
    step = life.newest
    record, identifier = step.version.record, step.change.id
    label = label_of(record.id, history.state(step.version.publication))
    now = history.state(history.last)
    page = urls.versions_of(kind_of(record), identifier) if step.ends else urls.place_of(record, now)
    return Feed(f"record/{identifier}", label, f"Elke wijziging van ‘{label}’.", page)


def _latest(entries: Iterable[FeedEntry], newest: Publication) -> tuple[FeedEntry, ...]:
    """The newest entries. Whoever looks after every publication misses nothing: the newest one is there as a whole."""
    day = newest.date.earliest
    return tuple(entry for place, entry in enumerate(entries) if place < LATEST or entry.published >= day)


def _filled(history: History, site: str, feed: Feed, name: str, entries: tuple[FeedEntry, ...]) -> _Filled:
    """A feed. `name` is what it is called for good, also when the address of what it follows changes."""
    first, last = history.publications[0], history.last
    known = f"Bijgewerkt tot en met publicatie {last.number} ({last.date.in_words}), SHA-256 {last.hash}."
    title = history.state(last).site.title
    return _Filled(
        id=tag(history, first.date.earliest, "feeds", *name.split("/")),
        title=readable(feed.title if feed.title == title else f"{feed.title} – {title}"),
        subtitle=readable(f"{feed.about} {known} Alle wijzigingen ooit: {site}{urls.CHANGES}"),
        site_title=readable(title),
        site=site,
        feed=feed,
        updated=max((entry.updated for entry in entries), default=last.date.earliest),
        entries=entries,
    )


def _atom(filled: _Filled) -> bytes:
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": "nl"})
    _add(root, "id", filled.id)
    _add(root, "title", filled.title)
    _add(root, "subtitle", filled.subtitle)
    _add(root, "updated", _written(filled.updated))
    author = _add(root, "author")
    _add(author, "name", filled.site_title)
    _add(author, "uri", filled.site + urls.HOME)
    for relation, kind, address in _links(filled):
        _add(root, "link", rel=relation, type=kind, href=filled.site + address)
    for entry in filled.entries:
        _add_entry(root, entry)
    ElementTree.indent(root, " ")
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _links(filled: _Filled) -> Iterator[tuple[str, str, str]]:
    yield "self", _TYPES["xml"], filled.feed.address()
    yield "alternate", "text/html", filled.feed.page
    yield "alternate", _TYPES["json"], filled.feed.address("json")
    yield "related", "application/x-ndjson", urls.CHANGES


def _add_entry(root: ElementTree.Element, entry: FeedEntry) -> None:
    element = _add(root, "entry")
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "published", _written(entry.published))
    _add(element, "updated", _written(entry.updated))
    _add(element, "category", term=entry.category, label=entry.label)
    _add(element, "link", rel="alternate", type="text/html", href=entry.address)
    if entry.versions != entry.address:
        _add(element, "link", rel="version-history", type="text/html", href=entry.versions)
    _add(element, "content", entry.html, type="html")


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text or None
    return element


def _json(filled: _Filled) -> str:
    return v1.as_json(
        {
            "version": _JSON_FEED,
            "title": filled.title,
            "home_page_url": filled.site + filled.feed.page,
            "feed_url": filled.site + filled.feed.address("json"),
            "description": filled.subtitle,
            "language": "nl",
            "authors": [{"name": filled.site_title, "url": filled.site + urls.HOME}],
            "items": [
                {
                    "id": entry.id,
                    "url": entry.address,
                    "title": entry.title,
                    "content_html": entry.html,
                    "date_published": _written(entry.published),
                    "date_modified": _written(entry.updated),
                    "tags": [entry.category],
                }
                for entry in filled.entries
            ],
        }
    )


def _written(day: date) -> str:
    return moment(day).strftime("%Y-%m-%dT%H:%M:%SZ")
