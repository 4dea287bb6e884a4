"""The page on which a reader searches the site and its handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.glossary import Term
from lrt_site.model.kinds import ALL
from lrt_site.model.register import Register
from lrt_site.pages.search.catalogue import HANDBOOK, OVERVIEWS, PUBLICATIONS, Catalogue
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.wording.names import the_table
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

PROGRAM = urls.SEARCH_INDEX + "pagefind.js"


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """A list from which a reader chooses one."""

    name: str
    """As addresses write it."""
    title: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What templates/search/search.html.jinja is given."""

    template: ClassVar[str] = "search/search.html.jinja"

    frame: Frame
    program: str
    """The address of what looks in the index."""
    choices: tuple[SearchFilter, ...]
    example: str
    """A number that can be asked for, where records have numbers."""
    browse: tuple[Link, ...]
    """Ways to find something without searching."""


def pages(register: Register, catalogue: Callable[[], Catalogue]) -> Iterator[PageMaker]:
    """The page, whatever there is to find."""
    yield later(urls.SEARCH, _page, register, catalogue)


def _page(register: Register, catalogue: Callable[[], Catalogue]) -> SearchPage:
    there = catalogue()
    found = there.values()
    national = capitalised(the_table(register))
    kinds = {facets.kind for facets in found} | {HANDBOOK}
    in_order = (*dict.fromkeys(kind.many for kind in ALL), OVERVIEWS, PUBLICATIONS, HANDBOOK)
    choices = (
        SearchFilter("soort", "Soort", tuple(kind for kind in in_order if kind in kinds)),
        SearchFilter("jaar", "Jaar", _values(facets.years for facets in found)[::-1]),
        SearchFilter("tafel", "Tafel", _first(national, _values(facets.tables for facets in found))),
        SearchFilter("deelnemer", "Deelnemer", _values(facets.participants for facets in found)),
        SearchFilter("onderwerp", "Onderwerp", _values(facets.themes for facets in found)),
        SearchFilter("status", "Status", _values(facets.statuses for facets in found)),
    )
    return SearchPage(
        program=PROGRAM,
        choices=tuple(choice for choice in choices if choice.options),
        example=next(iter(register.all(Commitment)), ""),
        browse=_browse(register, there),
        frame=Frame(
            urls.SEARCH,
            "Zoeken",
            "Zoek in alle pagina’s van deze site.",
            trail(),
        ),
    )


def _browse(register: Register, catalogue: Catalogue) -> tuple[Link, ...]:
    links = [Link("Alle titels van A tot Z", urls.TITLES)]
    if urls.TOPICS in catalogue:
        links.append(Link("Alles per onderwerp, op volgorde van tijd", urls.TOPICS))
    if register.all(Term):
        links.append(Link("Begrippen", urls.GLOSSARY))
    return tuple(links)


def _values(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(sorted(set(chain.from_iterable(found)), key=lambda value: (value.casefold(), value)))


def _first(value: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(values, key=lambda other: other != value))
