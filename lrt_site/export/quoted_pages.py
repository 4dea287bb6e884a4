"""Every page with its editions, as quotations are looked up: the page of now first, then what it said before."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping

from lrt_site import urls
from lrt_site.export.quotable import Gathering, QuotablePage
from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Version
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.editions import Editions, last_of, with_next
from lrt_site.sitemap.states import PublishedState


@dataclass(frozen=True, slots=True)
class PageEdition:
    """A page as it stands somewhere."""

    address: str
    lines: array[int]
    """The numbers of its lines, in the order in which they are read."""
    since: int | None = None
    """The number of the publication from which the page said this; none where no editions of it are kept."""
    until: int | None = None
    """The number of the last publication with which the page said this; none while it says it."""


@dataclass(frozen=True, slots=True)
class PageWithEditions:
    """A page with all its editions."""

    title: str
    address: str
    """Where it stands now."""
    editions: tuple[PageEdition, ...]
    """That of now first, if there is one, then the others, the newest first."""


def pages_of(
    history: History, editions: Editions, last: PublishedState, gathered: Gathering
) -> tuple[PageWithEditions, ...]:
    """All pages by address: those of now first, then those about versions and what is gone, then all others."""
    shown = {page.address: page for page in gathered.pages}
    kept = _kept(history, editions, last, shown)
    alone = tuple(_alone(history, shown))
    taken = {edition.address for known in kept.values() for edition in known}
    taken.update(edition.address for page in alone for edition in page.editions)
    archive = tuple(urls.known_at(publication.name, "/") for publication in history.publications)
    others = [page for page in gathered.pages if page.address not in taken]
    others.sort(key=lambda page: (page.address not in last.pages, page.address.startswith(archive), page.address))
    return (*(_page(page, kept.get(page.address, ()), shown) for page in others), *alone)


def _page(page: QuotablePage, kept: tuple[PageEdition, ...], shown: Mapping[str, QuotablePage]) -> PageWithEditions:
    since = kept[0].since if kept and kept[0].until is None else None
    title = shown[kept[0].address].title if kept else page.title
    return PageWithEditions(title, page.address, (PageEdition(page.address, page.lines, since), *kept))


def _kept(
    history: History, editions: Editions, last: PublishedState, shown: Mapping[str, QuotablePage]
) -> dict[str, tuple[PageEdition, ...]]:
    """The editions of every page, the newest first, by the address where it stands now."""
    moved = _moved(history)
    kept: dict[str, list[PageEdition]] = {}
    for address, line in editions.items():
        for edition, after in with_next(line):
            since = edition.publication.number
            until = last_of(history, edition, after)
            if until is None and address not in last.pages:
                until = since  # No publication says when it went: nothing is known of it since.
            kept.setdefault(moved.get(address, address), []).append(
                PageEdition(edition.place, shown[edition.place].lines, since, until)
            )
    return {
        address: tuple(sorted(known, key=lambda edition: -(edition.since or 0)))
        for address, known in sorted(kept.items())
    }


def _alone(history: History, shown: Mapping[str, QuotablePage]) -> Iterator[PageWithEditions]:
    """The versions of the records that have no page for themselves. The newest of a record stands for all."""
    for identifier in sorted(set(history.identifiers) - history.moved.keys()):
        line = history.versions(identifier)
        if urls.has_own_page(kind_of(line[-1].record)):
            continue
        known = [_version(history, version, shown) for version in reversed(line)]
        yield PageWithEditions(shown[known[0].address].title, known[0].address, tuple(known))


def _version(history: History, version: Version, shown: Mapping[str, QuotablePage]) -> PageEdition:
    address = urls.version_of(kind_of(version.record), version.record.id, version.number)
    end = history.until(version)
    return PageEdition(address, shown[address].lines, version.publication.number, end.number - 1 if end else None)


def _moved(history: History) -> Mapping[str, str]:
    """For the page of every record that had another id: where it stands now."""
    return {
        urls.page_of(version.record): urls.page_of(line[-1].record)
        for line in map(history.versions, sorted(set(history.moved.values())))
        for version in line
        if urls.has_own_page(kind_of(version.record))
    }
