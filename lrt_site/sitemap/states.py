"""The site as every publication left it: its records, the day on which it speaks, and its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, partial
from itertools import pairwise

from lrt_site.frozen import dataclass
from lrt_site.model.publications import History, Publication, Version
from lrt_site.model.register import Register
from lrt_site.pages.gaps.coverage import on_this_site
from lrt_site.pages.publications.editions import own_versions
from lrt_site.pages.shared.common import PageMaker, PageView
from lrt_site.problems import LrtSiteError
from lrt_site.sitemap.site import page_makers

Pages = Mapping[str, PageView | PageMaker]
"""Pages by their living addresses."""


@dataclass(frozen=True)
class State:
    """The site as its records make it: as one publication left them, or as they are before they are published."""

    register: Register
    as_of: date
    """The day on which it speaks."""
    makers: Callable[[], Iterable[PageView | PageMaker]]

    @cached_property
    def pages(self) -> Pages:
        """Its pages, found when they are first asked for."""
        return _by_address(self.makers())


@dataclass(frozen=True)
class PublishedState(State):
    """The site as one publication left it."""

    history: History
    publication: Publication

    @cached_property
    def own(self) -> Mapping[str, Version]:
        """The version of the record of every page that one record has for itself, by the address of the page."""
        return own_versions(self.history, self.publication)


@dataclass(frozen=True)
class UnpublishedState(State):
    """The site as its records are before they are published."""

    last: PublishedState | None
    """As the last publication left it; absent where there is none."""
    renewed: frozenset[str]
    """The addresses of the pages of records that have changed since."""


def made(page: PageView | PageMaker) -> PageView:
    """A page, made if it was not yet."""
    return page() if isinstance(page, PageMaker) else page


def unpublished(
    register: Register, as_of: date | None, last: PublishedState | None, renewed: Iterable[str] = ()
) -> UnpublishedState:
    """The state of a register that was not published; `last` is what was published before it.

    `renewed` are the addresses of the pages of records that have changed since.
    """
    day = as_of or register.site.sources_checked_on.latest
    shown = on_this_site(last.history, last.publication) if last else None
    return UnpublishedState(register, day, partial(page_makers, register, day, shown), last, frozenset(renewed))


def last_of(history: History, as_of: date | None = None) -> PublishedState | None:
    """The state as the last publication left it, if there is any."""
    return next(states(history, history.publications[-1:], as_of), None)


def states(
    history: History, publications: Sequence[Publication], as_of: date | None = None
) -> Iterator[PublishedState]:
    """The state at each of these publications, in turn, so that none needs to be held longer than it is used.

    Each speaks on `as_of`, or on the day on which its sources were last checked.
    """
    for publication in publications:
        register = replace(history.state(publication))  # what it works out goes with it
        day = as_of or register.site.sources_checked_on.latest
        yield PublishedState(register, day, partial(_makers, register, day, history, publication), history, publication)


def addresses(register: Register) -> frozenset[str]:
    """The addresses of all living pages of a register."""
    return frozenset(_by_address(page_makers(register, register.site.sources_checked_on.latest)))


def lost(history: History, answering: frozenset[str]) -> tuple[str, ...]:
    """Addresses that had a page once and now would lead nowhere. There must be none."""
    return tuple(sorted(history.addresses - answering))


def lost_with(history: History) -> tuple[str, ...]:
    """The same, found without making a page: what is gone answers if the publication before had a page there."""
    there = addresses(history.state(history.last))
    for before, publication in pairwise(history.publications):
        gone = frozenset(publication.gone) - there
        if gone:
            there |= gone & addresses(history.state(before))
    return lost(history, there)


def _makers(
    register: Register, day: date, history: History, publication: Publication
) -> Iterable[PageView | PageMaker]:
    return page_makers(register, day, on_this_site(history, publication))


def _by_address(pages: Iterable[PageView | PageMaker]) -> Pages:
    found: dict[str, PageView | PageMaker] = {}
    for page in pages:
        address = page.address if isinstance(page, PageMaker) else page.frame.address
        if address in found:
            raise LrtSiteError(f"Twee pagina's staan op {address}. Geef een van beide een ander kenmerk.")
        found[address] = page
    return found
