"""All sources: the list of them, and the page of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import ClassVar, get_args

from lrt_site import urls
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model.register import Register
from lrt_site.model.sorting import folded, sort_day
from lrt_site.model.sources import Source, SourceKind
from lrt_site.pages.shared.common import ALL_DATA, Frame, Mark, PageMaker, PageView, later, trail
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import NAMES
from lrt_site.pages.sources.source import date_of, marks_of, source_pages
from lrt_site.wording.names import days_of
from lrt_site.wording.runs import Link

KIND_HEADINGS: Mapping[str, str] = {
    "kamerstuk": "Kamerstukken",
    "handelingen": "Handelingen",
    "register": "Registers",
    "webpagina": "Webpagina’s",
    "nieuwsbericht": "Nieuwsberichten",
    "persbericht": "Persberichten",
    "brief": "Brieven",
    "rapport": "Rapporten",
    "jaarverslag": "Jaarverslagen",
    "dataset": "Datasets",
    "wet": "Wetten",
    "overig": "Overige bronnen",
}


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source in the list."""

    anchor: str
    page: Link
    publisher: str
    date: str
    """In words, or `zonder datum`."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one kind."""

    anchor: str
    title: str
    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """What templates/sources/sources.html.jinja is given."""

    template: ClassVar[str] = "sources/sources.html.jinja"

    frame: Frame
    groups: tuple[SourceGroup, ...]
    lost: int
    """How many sources could not be found again."""
    undated: int
    """How many sources carry no date of their own."""


def pages(register: Register) -> Iterator[PageView | PageMaker]:
    """The list of all sources, and their own pages."""
    sources = tuple(register.all(Source).values())
    for portion in by_year(sources, urls.SOURCES, lambda source: sort_day(source.date)):
        yield later(portion.address, _list, sources, portion)
    for source in sources:
        yield from source_pages(register, source)


def _list(sources: Collection[Source], portion: Portion[Source]) -> SourcesPage:
    return SourcesPage(
        groups=tuple(_groups(portion.items)),
        lost=sum(not source.found for source in portion.items),
        undated=sum(source.date is None for source in portion.items),
        frame=portion.framed(
            Frame(
                urls.SOURCES,
                NAMES[urls.SOURCES],
                _newest(sources),
                trail(),
                data=(ALL_DATA,),
            )
        ),
    )


def _newest(sources: Collection[Source]) -> str:
    """The page's first sentence: the newest source that carries a date."""
    newest = max(
        (source for source in sources if source.date),
        key=lambda source: (sort_day(source.date), source.id),
        default=None,
    )
    if newest is None or newest.date is None:
        return "Elke bron heeft een eigen pagina, met alles wat erop rust."
    others = [days_of(source.date) for source in sources if source is not newest]
    called = the_newest(days_of(newest.date), others, "De nieuwste bron", "nieuwste bronnen")
    return (
        f"{called} is van {newest.date.in_words}: ‘{newest.title}’ van {newest.publisher}. "
        "Elke bron heeft een eigen pagina, met alles wat erop rust."
    )


def _groups(sources: Iterable[Source]) -> Iterator[SourceGroup]:
    for kind in get_args(SourceKind):
        of_kind = sorted((source for source in sources if source.kind == kind), key=_place)
        if of_kind:
            yield SourceGroup(f"soort-{kind}", KIND_HEADINGS[kind], tuple(map(_entry, of_kind)))


def _place(source: Source) -> tuple[str, int, str]:
    """By publisher, and of one publisher the newest first."""
    return folded(source.publisher), -sort_day(source.date).toordinal(), source.id


def _entry(source: Source) -> SourceEntry:
    return SourceEntry(
        anchor=source.id,
        page=Link(source.title, urls.page_of(source)),
        publisher=source.publisher,
        date=date_of(source),
        marks=marks_of(source),
    )
