"""Pages in their places: the living ones, the editions that each publication brought, and what answers elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from lrt_site import urls
from lrt_site.caching import key_of
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import kind_of
from lrt_site.pages.publications import comparing, following, gone, publications, quotation, versions
from lrt_site.pages.publications.editions import Edition, Editions, brought_by, of_versions, places, with_publication
from lrt_site.pages.publications.packs import NO_OFFER, NO_PACKS, Offer, Packs
from lrt_site.pages.shared.common import Frame, PageMaker, PageView
from lrt_site.problems import LrtSiteError
from lrt_site.sitemap import searchable
from lrt_site.sitemap.clock import Clock, clock_of
from lrt_site.sitemap.states import PublishedState, State, made

_NO_FRAME = Frame("", "", "", ())


@dataclass(frozen=True)
class PlacedPage:
    """A page in its place."""

    address: str
    state: State
    page: PageView | PageMaker
    place: Callable[[str], str] = str
    """Where a link on it leads: on an edition of then to what was known then."""
    clock: Callable[[Frame], Clock] | None = None
    kept: Offer = NO_OFFER
    """The half-year packs that it offers: on an edition of then those that were known then."""
    key: Callable[[], str] | None = None
    """Of an edition of then: the key of all that it follows from, besides withdrawals and how pages are made."""

    def made(self) -> PageView:
        """The page itself."""
        return made(self.page)


def unpublished(state: State) -> tuple[PlacedPage, ...]:
    """The pages of a state that was not published."""
    there = tuple(PlacedPage(address, state, page) for address, page in state.pages.items())
    return (*there, *(PlacedPage(page.address, state, page) for page in searchable.pages(state)))


def living(
    history: History, editions: Editions, last: PublishedState, packs: Packs = NO_PACKS
) -> tuple[PlacedPage, ...]:
    """The pages of now, those about versions and publications, and what answers where a page is not made any more."""
    return (*of_now(history, editions, last, packs), *_former(history, editions, last))


def of_now(
    history: History, editions: Editions, last: PublishedState, packs: Packs = NO_PACKS
) -> tuple[PlacedPage, ...]:
    """The pages of now, and those about versions and publications."""
    return (*_living(history, editions, last, packs), *_about(history, editions, last))


def answering(history: History, editions: Editions, last: PublishedState) -> frozenset[str]:
    """Every address at which a page of now answers."""
    return frozenset(last.pages) | {sheet.address for sheet in _former(history, editions, last)}


def archived(
    history: History, editions: Editions, state: PublishedState, packs: Packs = NO_PACKS
) -> Iterator[PlacedPage]:
    """The editions that a publication brought, and the versions of records that have no page for themselves."""
    publication = state.publication
    known = places(history, editions, publication)
    place, kept = _placed(history, editions, publication, known), Offer(packs, publication)
    then = key_of(publication.hash, repr(known), repr(kept.known()))
    for edition in brought_by(editions, publication):
        line = editions[edition.address]
        clock = _clock(history, state, line, edition, archived=True)
        page = PageMaker(edition.address, partial(_page_of_then, state, edition))
        yield PlacedPage(edition.place, state, page, place, clock, kept, partial(_key, then, edition.place, clock))
    for change in publication.changes:
        if change.hash is None or urls.has_own_page(change.type):
            continue
        line = of_versions(history, change.id)
        edition = next(edition for edition in line if edition.publication is publication)
        clock = _clock(history, state, line, edition, archived=True)
        maker = partial(versions.record_page, state.register, state.register.records[change.id])
        key = partial(_key, then, edition.place, clock)
        yield PlacedPage(edition.place, state, PageMaker(edition.place, maker), place, clock, key=key)
    if publication.editions is None:
        yield from _unchanged(editions, state)


def _page_of_then(state: PublishedState, edition: Edition) -> PageView:
    if edition.address not in state.pages:
        raise LrtSiteError(f"De stand op {edition.place} is niet meer te maken. Een adres mag niet verdwijnen.")
    return made(state.pages[edition.address])


def _key(then: str, place: str, clock: Callable[[Frame], Clock]) -> str:
    """The key of a page of then: later publications come on it in its clock bar alone."""
    return key_of("then", then, place, repr(clock(_NO_FRAME)))


def _living(history: History, editions: Editions, last: PublishedState, packs: Packs) -> Iterator[PlacedPage]:
    kept = Offer(packs)
    for address, page in last.pages.items():
        line = editions.get(address, ())
        clock = _clock(history, last, line, line[-1], archived=False) if line else None
        yield PlacedPage(address, last, page, clock=clock, kept=kept)


def _about(history: History, editions: Editions, last: PublishedState) -> Iterator[PlacedPage]:
    about = (
        versions.pages(history),
        comparing.pages(history),
        quotation.pages(history),
        following.pages(history),
        searchable.pages(last),
    )
    for page in chain.from_iterable(about):
        yield PlacedPage(page.address, last, page)
    then = {urls.publication_of(publication.name): publication for publication in history.publications}
    for page in publications.pages(history, editions):
        publication = then.get(page.address)
        known = places(history, editions, publication) if publication else {}
        place = _placed(history, editions, publication, known) if publication else str
        yield PlacedPage(page.address, last, page, place)


def _former(history: History, editions: Editions, last: PublishedState) -> Iterator[PlacedPage]:
    """What stands at addresses that had a page once and have none now."""
    records = {
        urls.page_of(line[-1].record): identifier
        for identifier in history.identifiers
        if (line := history.versions(identifier)) and urls.has_own_page(kind_of(line[-1].record))
    }
    for address in sorted((history.addresses | editions.keys()) - last.pages.keys()):
        identifier = records.get(address, "")
        if identifier in history.moved:
            yield PlacedPage(address, last, gone.moved_page(history, address, identifier))
        elif identifier in history.ended:
            yield PlacedPage(address, last, gone.ended_page(history, address, identifier))
        elif address in editions:
            edition = editions[address][-1]
            yield PlacedPage(address, last, gone.expired_page(history, address, edition.place, edition.publication))


def _unchanged(editions: Editions, state: PublishedState) -> Iterator[PlacedPage]:
    """What leads on to an earlier edition from wherever an edition could have stood before editions were recorded."""
    publication = state.publication
    for address in state.pages.keys() - state.own.keys():
        edition = with_publication(editions, address, publication)
        if edition and edition.publication is not publication:
            at = urls.known_at(publication.name, address)
            page = gone.unchanged_page(at, address, publication, edition.place, edition.publication)
            key = partial(key_of, "unchanged", publication.hash, at, repr(page))
            yield PlacedPage(at, state, page, key=key)


def _placed(
    history: History, editions: Editions, publication: Publication, known: Mapping[str, str]
) -> Callable[[str], str]:
    """Where a link of an edition leads: to what was known then, not to what is known now.

    Rows of what is missing come and go with the day, so that an edition of another day can lack one. What got another
    id since leaves the words of a page as they were, so that its edition has the former one. The link then leads to
    the page as a whole.
    """
    now = history.state(publication)

    def lacks(path: str, anchor: str) -> bool:
        edition = with_publication(editions, path, publication)
        then = history.state(edition.publication) if edition else now
        return path.startswith(urls.GAPS) or (anchor in now.home_of and anchor not in then.home_of)

    def place(address: str) -> str:
        path, sign, anchor = address.partition("#")
        if path in known and address not in known and lacks(path, anchor):
            return known[path]
        return known.get(address) or known.get(path, path) + sign + anchor

    return place


def _clock(
    history: History, state: PublishedState, line: Sequence[Edition], edition: Edition, *, archived: bool
) -> Callable[[Frame], Clock]:
    return lambda frame: clock_of(history, state, frame, line, edition, archived=archived)
