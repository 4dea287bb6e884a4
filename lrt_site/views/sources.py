"""All sources, and for each of them everything on the site that rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, get_args

from lrt_site import urls
from lrt_site.model.register import Register
from lrt_site.model.sorting import folded
from lrt_site.model.sources import Source, SourceKind
from lrt_site.views.common import Frame, Link, Run, linked, sort_day, trail
from lrt_site.views.labels import labelled

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
    """A source in the list, with what rests on it."""

    anchor: str
    title: str
    url: str | None
    url_verified: bool
    found: bool
    publisher: str
    date: str
    """In words, or `zonder datum`."""
    citation: str | None
    note: tuple[Run, ...]
    kept_for: tuple[Run, ...]
    used: tuple[Link, ...] = field(compare=False)
    data: Link


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """The sources of one kind."""

    anchor: str
    title: str
    entries: tuple[SourceEntry, ...]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    """What templates/pages/sources.html.jinja is given."""

    template: ClassVar[str] = "pages/sources.html.jinja"

    frame: Frame
    groups: tuple[SourceGroup, ...]
    lost: int
    """How many sources could not be found again."""
    undated: int
    """How many sources carry no date of their own."""


def pages(register: Register) -> Iterator[SourcesPage]:
    """The page of all sources. One page: a source keeps its address, however many there come to be."""
    used = register.resting_on
    sources = register.all(Source).values()
    groups = []
    for kind in get_args(SourceKind):
        of_kind = sorted((one for one in sources if one.kind == kind), key=_place)
        if of_kind:
            entries = tuple(_entry(one, used.get(one.id, ()), register) for one in of_kind)
            groups.append(SourceGroup(f"soort-{kind}", KIND_HEADINGS[kind], entries))
    yield SourcesPage(
        groups=tuple(groups),
        lost=sum(not one.found for one in sources),
        undated=sum(one.date is None for one in sources),
        frame=Frame(
            urls.SOURCES,
            "Bronnen",
            _newest(sources),
            trail(),
            data=(Link("Alle gegevens (JSON)", urls.INDEX_DATA),),
        ),
    )


def _newest(sources: Iterable[Source]) -> str:
    """The page's first sentence: the newest source that carries a date."""
    newest = max((one for one in sources if one.date), key=lambda one: (sort_day(one.date), one.id), default=None)
    if newest is None or newest.date is None:
        return "Bij elke bron staat waarvoor zij is gebruikt."
    return (
        f"De nieuwste bron is van {newest.date.in_words}: ‘{newest.title}’ van {newest.publisher}. "
        "Bij elke bron staat waarvoor zij is gebruikt."
    )


def _place(source: Source) -> tuple[str, int, str]:
    """By publisher, and of one publisher the newest first."""
    return folded(source.publisher), -sort_day(source.date).toordinal(), source.id


def _entry(source: Source, used: tuple[str, ...], register: Register) -> SourceEntry:
    return SourceEntry(
        anchor=source.id,
        title=source.title,
        url=source.url,
        url_verified=source.url_verified,
        found=source.found,
        publisher=source.publisher,
        date=source.date.in_words if source.date else "zonder datum",
        citation=source.citation,
        note=linked(source.note or "", register),
        kept_for=linked(source.kept_for or "", register),
        used=tuple(labelled(identifier, register) for identifier in used),
        data=Link(f"{source.id}.json", urls.data_of(source)),
    )
