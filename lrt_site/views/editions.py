"""The site as every publication left it: which pages there are, where each stands, and where its links lead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import Register, kind_of
from lrt_site.views import following, gone, publications, quotation, versions
from lrt_site.views.clock import Clock, Seen, Standing, clock_of_overview, clock_of_version
from lrt_site.views.common import PageMaker, PageView
from lrt_site.views.coverage import OnThisSite, on_this_site
from lrt_site.views.site import page_makers

_OF_A_DAY = re.compile(r"/(samenstelling|(toezeggingen|cijfers)(/peildatum)?)/([0-9]{4}-[0-9]{2}-[0-9]{2}/)?")
Pages = Mapping[str, PageView | PageMaker]
"""Pages by their living addresses."""


@dataclass(frozen=True)
class Edition:
    """The site as one publication left it, or as it would be with what was not published yet."""

    register: Register
    as_of: date
    """The day on which it speaks."""
    pages: Pages
    publication: Publication | None = None
    places: Mapping[str, str] = field(default_factory=dict)
    """Where its pages and data stand for good, by their living addresses."""

    def place(self, address: str) -> str:
        """Where a link within this edition leads: to what was known then, not to what is known now."""
        path, sign, anchor = address.partition("#")
        return self.places.get(address) or self.places.get(path, path) + sign + anchor


@dataclass(frozen=True)
class Sheet:
    """A page in its place."""

    address: str
    edition: Edition
    page: PageView | PageMaker
    stays: bool = False
    """Whether its links stay within its edition."""
    clock: Callable[[PageView], Clock] | None = None

    def made(self) -> PageView:
        """The page itself."""
        return made(self.page)


def preview(register: Register, as_of: date | None, history: History | None = None) -> tuple[Sheet, ...]:
    """The pages of a register that was not published; `history` is what was published before it."""
    day = as_of or register.site.sources_checked_on.latest
    shown = on_this_site(history, history.last) if history and history.publications else None
    edition = Edition(register, day, _pages(register, day, shown))
    return tuple(Sheet(address, edition, page) for address, page in edition.pages.items())


def published(history: History, as_of: date | None) -> tuple[Sheet, ...]:
    """All pages of the site.

    They are the living ones, those of every publication and of every version, and what stands at addresses whose
    page is not made any more. `as_of` is the day on which the living pages speak.
    """
    editions = tuple(_editions(history))
    standings = _standings(editions)
    last = editions[-1]
    shown = on_this_site(history, history.last)
    living = replace(last, as_of=as_of, pages=_pages(last.register, as_of, shown)) if as_of else last
    return (
        *_living(history, living, standings),
        *(sheet for edition in editions for sheet in _archived(history, edition, standings)),
        *_versions(history, editions),
        *_about_publications(history, editions),
        *_former(history, living, standings),
    )


def lost(history: History, sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """Addresses that had a page once and now would lead nowhere. There must be none."""
    return tuple(sorted(history.addresses - {sheet.address for sheet in sheets}))


def lost_with(history: History) -> tuple[str, ...]:
    """The same, found without making a page: what is gone answers if the publication before had a page there."""
    there = addresses(history.state(history.last))
    for before, publication in pairwise(history.publications):
        gone = frozenset(publication.gone) - there
        if gone:
            there |= gone & addresses(history.state(before))
    return tuple(sorted(history.addresses - there))


def clocks(history: History, sheets: tuple[Sheet, ...]) -> Mapping[str, object]:
    """Where the pages of days stand: for every address the number of each publication that put it elsewhere.

    A place of null says that the page is not made any more from that publication on.
    """
    editions = {one.edition.publication.number: one.edition for one in sheets if one.edition.publication}
    pages: dict[str, list[tuple[int, str | None]]] = {}
    for number, edition in sorted(editions.items()):
        dated = {address: place for address, place in edition.places.items() if _OF_A_DAY.fullmatch(address)}
        for address in sorted(dated.keys() | pages.keys()):
            place = dated.get(address)
            stood = pages.setdefault(address, [])
            if (stood[-1][1] if stood else None) != place:
                stood.append((number, place))
    return {
        "publications": [{"number": one.number, "date": one.date.text} for one in history.publications],
        "pages": pages,
    }


def addresses(register: Register) -> frozenset[str]:
    """The addresses of all living pages of a register."""
    return frozenset(_pages(register, register.site.sources_checked_on.latest))


def _pages(register: Register, as_of: date, shown: OnThisSite | None = None) -> Pages:
    pages = page_makers(register, as_of, shown)
    return {page.address if isinstance(page, PageMaker) else page.frame.address: page for page in pages}


def _editions(history: History) -> Iterator[Edition]:
    before: dict[str, PageView] = {}
    places: dict[str, str] = {}
    for publication in history.publications:
        register = history.state(publication)
        day = register.site.sources_checked_on.latest
        pages = _pages(register, day, on_this_site(history, publication))
        overviews = {address: made(pages[address]) for address in pages.keys() - _own_pages(register).keys()}
        # A page that is equal to the one before it is that one, and stands where that one stands.
        equal = {address: before[address] for address, page in overviews.items() if before.get(address) == page}
        places = {
            address: places[address] if address in equal else urls.known_at(publication.name, address)
            for address in overviews
            if address != urls.NOT_FOUND
        }
        before = {**overviews, **equal}
        records = _places_of_records(history.known(publication))
        yield Edition(register, day, {**pages, **before}, publication, {**places, **records})


def made(page: PageView | PageMaker) -> PageView:
    """A page, made if it was not yet."""
    return page() if isinstance(page, PageMaker) else page


def _own_pages(register: Register) -> Mapping[str, str]:
    """The id of the record of every page that one record has for itself."""
    return {urls.page_of(one): one.id for one in register.records.values() if urls.has_own_page(kind_of(one))}


def _places_of_records(known: Mapping[str, Version]) -> Mapping[str, str]:
    places: dict[str, str] = {}
    for identifier, version in known.items():
        kind = kind_of(version.record)
        places[urls.data_of(version.record)] = urls.ledger_file(version.file)
        place = urls.version_of(kind, identifier, version.number)
        if urls.has_own_page(kind):
            places[urls.page_of(version.record)] = place
        elif kind == "membership":  # It stands on the page of its seat, of which the version may be an older one.
            places[f"{urls.page_of(version.record)}#{identifier}"] = place
    return places


def _standings(editions: tuple[Edition, ...]) -> Mapping[str, tuple[Standing, ...]]:
    """For every living address the places at which its page has stood, in order of time."""
    found: dict[str, list[Standing]] = {}
    for edition in editions:
        assert edition.publication
        for address in edition.places.keys() & edition.pages.keys():
            place = edition.places[address]
            standings = found.setdefault(address, [])
            if not standings or standings[-1].address != place:
                standings.append(Standing(place, edition.publication))
    return {address: tuple(standings) for address, standings in found.items()}


def _living(history: History, last: Edition, standings: Mapping[str, tuple[Standing, ...]]) -> Iterator[Sheet]:
    known = history.known(history.last)
    own = _own_pages(last.register)
    for address, page in last.pages.items():
        if address in own:
            yield Sheet(address, last, page, clock=_version_clock(history, last, known[own[address]], archived=False))
        elif address in standings:
            clock = _overview_clock(history, last, address, standings[address], standings[address][-1], archived=False)
            yield Sheet(address, last, page, clock=clock)
        else:
            yield Sheet(address, last, page)


def _archived(history: History, edition: Edition, standings: Mapping[str, tuple[Standing, ...]]) -> Iterator[Sheet]:
    for address, stood in standings.items():
        for here in stood:
            if here.publication is edition.publication and here.address == urls.known_at(
                here.publication.name, address
            ):
                clock = _overview_clock(history, edition, address, stood, here, archived=True)
                yield Sheet(here.address, edition, edition.pages[address], stays=True, clock=clock)


def _versions(history: History, editions: tuple[Edition, ...]) -> Iterator[Sheet]:
    for version in history.each_version():
        edition = editions[version.publication.number - 1]
        kind = kind_of(version.record)
        own = edition.pages.get(urls.page_of(version.record)) if urls.has_own_page(kind) else None
        yield Sheet(
            urls.version_of(kind, version.record.id, version.number),
            edition,
            own or versions.record_page(edition.register, version.record),
            stays=True,
            clock=_version_clock(history, edition, version, archived=True),
        )


def _about_publications(history: History, editions: tuple[Edition, ...]) -> Iterator[Sheet]:
    then = {urls.publication_of(one.name): edition for one, edition in zip(history.publications, editions, strict=True)}
    about = (*versions.pages(history), *publications.pages(history), *quotation.pages(history))
    for page in (*about, *following.pages(history)):
        yield Sheet(page.address, then.get(page.address, editions[-1]), page, stays=page.address in then)


def _former(history: History, last: Edition, standings: Mapping[str, tuple[Standing, ...]]) -> Iterator[Sheet]:
    """What stands at addresses that had a page once and have none now."""
    records = {
        urls.page_of(line[-1].record): identifier
        for identifier in history.identifiers
        if (line := history.versions(identifier)) and urls.has_own_page(kind_of(line[-1].record))
    }
    for address in sorted((history.addresses | standings.keys()) - last.pages.keys()):
        identifier = records.get(address, "")
        if identifier in history.moved:
            yield Sheet(address, last, gone.moved_page(history, address, identifier))
        elif identifier in history.ended:
            yield Sheet(address, last, gone.ended_page(history, address, identifier))
        elif address in standings:
            stood = standings[address][-1]
            yield Sheet(address, last, gone.expired_page(history, address, stood.address, stood.publication))


def _version_clock(
    history: History, edition: Edition, version: Version, *, archived: bool
) -> Callable[[PageView], Clock]:
    address = urls.page_of(version.record)
    return lambda page: clock_of_version(history, _seen(edition, page, address, archived), version)


def _overview_clock(
    history: History, edition: Edition, address: str, stood: tuple[Standing, ...], here: Standing, *, archived: bool
) -> Callable[[PageView], Clock]:
    return lambda page: clock_of_overview(history, _seen(edition, page, address, archived), stood, here)


def _seen(edition: Edition, page: PageView, address: str, archived: bool) -> Seen:
    assert edition.publication
    return Seen(page.frame.title, address, PartialDate.of(edition.as_of).in_words, edition.publication, archived)
