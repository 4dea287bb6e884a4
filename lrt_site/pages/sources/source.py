"""The page of a source: what it is, where it stands, and everything on the site that rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.people import Person
from lrt_site.model.register import Register, kind_of
from lrt_site.model.sorting import sort_day, sort_key
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import Footnotes, Frame, Mark, PageMaker, later, linked, record_frame
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.change_classes import KINDS_IN_WORDS
from lrt_site.wording.labels import labelled
from lrt_site.wording.names import name_of
from lrt_site.wording.runs import Link, Run

NOT_FOUND = Mark("niet teruggevonden", "unverified")
NOT_OPENED = Mark("adres niet geverifieerd", "unverified")

KIND_WORDS: Mapping[str, str] = {
    "kamerstuk": "een Kamerstuk",
    "handelingen": "een deel van de Handelingen",
    "register": "een register",
    "webpagina": "een webpagina",
    "nieuwsbericht": "een nieuwsbericht",
    "persbericht": "een persbericht",
    "brief": "een brief",
    "rapport": "een rapport",
    "jaarverslag": "een jaarverslag",
    "dataset": "een dataset",
    "wet": "een wet",
    "overig": "een stuk",
}
"""What a source is, as a sentence says it."""


@dataclass(frozen=True, slots=True)
class Uses:
    """What rests on a source, of one kind."""

    anchor: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """What templates/sources/source.html.jinja is given."""

    template: ClassVar[str] = "sources/source.html.jinja"

    frame: Frame
    what: str
    """What it is and of when, in a sentence."""
    publisher: str
    citation: str | None
    url: str | None
    marks: tuple[Mark, ...]
    note: tuple[Run, ...]
    kept_for: tuple[Run, ...]
    used: tuple[Uses, ...] = field(compare=False)
    """In the order in which the site has its parts."""
    total: int = field(compare=False)
    """How many things rest on it."""


def source_pages(register: Register, source: Source) -> Iterator[PageMaker]:
    """The page of one source, and where too much rests on it for one page those of the years."""
    used = register.resting_on.get(source.id, ())
    for portion in by_year(used, urls.page_of(source), lambda text: _place(text, register)[0]):
        yield later(portion.address, _source_page, register, source, portion)


def _source_page(register: Register, source: Source, portion: Portion[str]) -> SourcePage:
    what = _what_it_is(source)
    return SourcePage(
        what=what,
        publisher=source.publisher,
        citation=source.citation,
        url=source.url,
        marks=marks_of(source),
        note=linked(source.note or "", register),
        kept_for=linked(source.kept_for or "", register),
        used=tuple(_by_kind(portion.items, register)),
        total=portion.total,
        frame=portion.framed(
            replace(
                record_frame(
                    source,
                    Footnotes(register),
                    title=name_of(source.id, register),
                    description=f"{what} De uitgever is {source.publisher}.",
                    above=(link_to_page(urls.SOURCES),),
                ),
                title_quotes=True,
                here="Deze bron",
            )
        ),
    )


def date_of(source: Source) -> str:
    """The date that a source itself carries, as exactly as it does."""
    return source.date.in_words if source.date else "zonder datum"


def marks_of(source: Source) -> tuple[Mark, ...]:
    """What a reader must know before looking a source up."""
    lost = () if source.found else (NOT_FOUND,)
    return (*lost, NOT_OPENED) if source.url and not source.url_verified else lost


def _what_it_is(source: Source) -> str:
    """The first sentence of the page: what kind of source it is, and of when."""
    of_when = f"van {source.date.in_words}" if source.date else "zonder datum"
    return f"Deze bron is {KIND_WORDS[source.kind]} {of_when}."


def _by_kind(used: Iterable[str], register: Register) -> Iterator[Uses]:
    of_kind: dict[str, list[str]] = {}
    for identifier in used:
        of_kind.setdefault(kind_of(register.records[register.home_of[identifier]]), []).append(identifier)
    for kind, inside in of_kind.items():
        ordered = sorted(inside, key=lambda text: _place(text, register))
        yield Uses(f"gebruik-{kind}", KINDS_IN_WORDS[kind], tuple(labelled(text, register) for text in ordered))


def _place(identifier: str, register: Register) -> tuple[date, tuple[str, ...]]:
    """Things with a moment by that moment, persons by surname, all others as the register has them."""
    record = register.records[register.home_of[identifier]]
    moments = (getattr(record, name, None) for name in ("date", "not_before", "not_after"))
    return sort_day(*moments), sort_key(record) if isinstance(record, Person) else ()
