"""What answers at an address of which the end was cut off: it leads on to the page about what stands below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.editions import Editions, with_publication
from lrt_site.pages.publications.gone import led_on_page
from lrt_site.pages.publications.publication import title_of
from lrt_site.pages.publications.versions import address_now
from lrt_site.pages.shared.sections import NAMES
from lrt_site.sitemap.sheets import PlacedPage
from lrt_site.sitemap.states import PublishedState, made
from lrt_site.wording.labels import label_of
from lrt_site.wording.runs import Link

_ABOUT: Mapping[str, str] = {
    **{f"{urls.DATA}{kind.name}/": kind.section for kind in kinds.ALL},
    f"{urls.DATA}figures/": urls.FIGURES,
    urls.DATA: urls.OPEN_DATA,
    urls.LEDGER: urls.PUBLICATIONS,
    urls.TIMEMAPS: urls.PUBLICATIONS,
    urls.QUOTATIONS: urls.QUOTE,
    f"{urls.DATA}vergelijken/": urls.COMPARE,
    urls.FEEDS: urls.FOLLOW,
    urls.MEMBERSHIPS: urls.SEATS,
}
"""Of folders with files alone the page that is about them."""
_TITLES: Mapping[str, str] = {
    urls.QUOTE: "Citaat opzoeken",
    urls.FOLLOW: "Volgen",
    urls.COMPARE: "Vergelijk twee publicaties",
    urls.HANDBOOK: "Handboek",
    f"{urls.HANDBOOK}data/": "het handboek over de gegevens",
}
"""Pages that no state has."""
_STAND = "/stand"


def above(address: str) -> str:
    """The address one step up: `/a/` above `/a/b/` and `/a/b.json`."""
    return f"{address.rstrip('/').rpartition('/')[0]}/"


def unanswered(answering: Collection[str], files: Iterable[str] = ()) -> tuple[str, ...]:
    """Every address above these pages and files at which no page answers; those of hosts and programs need none."""
    seen = (file for file in files if "/." not in file and not file.startswith(urls.SEARCH_INDEX))
    found: set[str] = set()
    for address in (*answering, *seen):
        cut = above(address)
        while cut != urls.HOME and cut not in found:
            found.add(cut)
            cut = above(cut)
    return tuple(sorted(found - frozenset(answering)))


@dataclass(frozen=True)
class Doorways:
    """Where shortened addresses lead on to."""

    history: History
    editions: Editions
    last: PublishedState
    answering: frozenset[str]
    """Every address at which a page answers, those of the handbook included."""

    def pages(self, files: Iterable[str]) -> Iterator[PlacedPage]:
        """A page for every address above a page or one of these files at which none answers."""
        for address in unanswered(self.answering, files):
            yield PlacedPage(address, self.last, led_on_page(address, self._link(address)))

    def _link(self, address: str) -> Link:
        entry = self._entries.get(address)
        if entry:
            return entry
        place = self._page(address)
        publication, living = self._then(place)
        if publication and not living:
            return Link(title_of(publication), place)
        title = self._title(living or place)
        return Link(f"{title}, zoals in publicatie {publication.number}" if publication else title, place)

    def _title(self, address: str) -> str:
        page = self.last.pages.get(address)
        return NAMES.get(address) or _TITLES.get(address) or (made(page).frame.title if page else address)

    def _page(self, address: str) -> str:
        """The page about what stands below an address: the one named for it, that of then, or the nearest above it."""
        publication, living = self._then(address)
        if address in self.answering:
            return address
        if publication and living:
            edition = with_publication(self.editions, living, publication)
            return edition.place if edition else self._page(above(address))
        if _ABOUT.get(address) in self.answering:
            return _ABOUT[address]
        if above(address) == urls.LEDGER:
            return self._page(address.replace(urls.LEDGER, urls.PUBLICATIONS))
        return self._page(above(address))

    def _then(self, address: str) -> tuple[Publication | None, str]:
        """The publication below whose page an address stands, and the living address of the page that it shows."""
        name, stand, living = address.removeprefix(urls.PUBLICATIONS).partition(_STAND)
        if not address.startswith(urls.PUBLICATIONS):
            return None, ""
        return self._publications.get(name.rstrip("/")), living if stand else ""

    @cached_property
    def _publications(self) -> Mapping[str, Publication]:
        return {publication.name: publication for publication in self.history.publications}

    @cached_property
    def _entries(self) -> Mapping[str, Link]:
        """The place of every record that shares its page with others, by the address that leads to its versions."""
        found: dict[str, Link] = {}
        for identifier in self.history.identifiers:
            newest = self.history.versions(identifier)[-1]
            kind = kind_of(newest.record)
            place = address_now(self.history, identifier)
            if place and not urls.has_own_page(kind):
                label = label_of(newest.record.id, self.history.state(newest.publication))
                found[above(urls.versions_of(kind, identifier))] = Link(label, place)
        return found
