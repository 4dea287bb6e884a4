"""What can be found on a site as a state of it has it, and the pages that help to find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from functools import cache, partial
from itertools import chain

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.pages.search import search, titles
from lrt_site.pages.search.catalogue import Catalogue, catalogue, synonyms
from lrt_site.pages.shared.common import PageMaker
from lrt_site.sitemap.states import PublishedState, State


@dataclass(frozen=True, slots=True)
class Searchable:
    """All that can be found, and the words that mean the same in it."""

    catalogue: Catalogue = field(default_factory=dict)
    synonyms: tuple[tuple[str, ...], ...] = ()


def searchable(state: State) -> Searchable:
    """What can be found on the site as this state has it."""
    return Searchable(_catalogue(state), synonyms(state.register))


def pages(state: State) -> Iterator[PageMaker]:
    """The pages for who looks for something. No edition of them is kept: they say nothing of their own."""
    found = cache(partial(_catalogue, state))
    yield from search.pages(state.register, found)
    yield from titles.pages(state.register, found)


def _catalogue(state: State) -> Catalogue:
    told: list[str] = []
    others: list[str] = []
    if isinstance(state, PublishedState):
        publications = state.history.publications
        told = [urls.PUBLICATIONS, *(urls.publication_of(publication.name) for publication in publications)]
        others = [urls.QUOTE, urls.FOLLOW]
    return catalogue(state.register, chain(state.pages, others), told)
