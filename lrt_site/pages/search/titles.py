"""All that can be found, by its title: the way to everything for who does not search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import portions
from lrt_site.model.kinds import kind_for
from lrt_site.model.meetings import Meeting
from lrt_site.model.numbers import in_dutch
from lrt_site.model.people import Organisation, Person
from lrt_site.model.register import Record, Register
from lrt_site.model.sorting import folded, sort_key
from lrt_site.pages.search.catalogue import OVERVIEWS, Catalogue, is_found
from lrt_site.pages.shared.common import Frame, PageMaker, later, trail
from lrt_site.pages.shared.portions import Portion, by_letter
from lrt_site.pages.shared.sections import NAMES
from lrt_site.wording.meeting_titles import with_table
from lrt_site.wording.names import called, full_name, told_apart
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised


@dataclass(frozen=True, slots=True)
class Titled:
    """Something that can be found."""

    link: Link
    kind: str


Entry = tuple[str, Titled]
"""Something that can be found, behind the name by which it stands in the alphabet."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What begins with one letter."""

    anchor: str
    letter: str
    titles: tuple[Titled, ...]


@dataclass(frozen=True, slots=True)
class TitlesPage:
    """What templates/search/titles.html.jinja is given."""

    template: ClassVar[str] = "search/titles.html.jinja"

    letters: tuple[Letter, ...]
    frame: Frame
    """What stands on this page."""
    sections: tuple[Link, ...]
    """To the overviews, where every letter has a page."""
    parts: tuple[Link, ...]
    """To the page of each letter, where there is too much for one page."""


def pages(register: Register, catalogue: Callable[[], Catalogue]) -> Iterator[PageMaker]:
    """The index, and where it is too long for one page a page for each letter."""
    titles = sorted(_titles(register), key=lambda entry: (folded(entry[0]), entry[1].link.address))
    for portion in by_letter(titles, urls.TITLES, _name, lambda _: date.min):
        yield later(portion.address, _page, portion, catalogue)


def _name(entry: Entry) -> str:
    return entry[0]


def _page(portion: Portion[Entry], catalogue: Callable[[], Catalogue]) -> TitlesPage:
    there = catalogue()
    frame = Frame(
        urls.TITLES,
        "Alle titels van A tot Z",
        f"Deze site heeft {in_dutch(portion.total)} titels: van vergaderingen, mensen, cijfers, bronnen en meer.",
        trail(Link("Zoeken", urls.SEARCH)),
        here="Titels",
    )
    shown = [entry for entry in portion.items if entry[1].link.address in there]
    return TitlesPage(
        letters=_letters(shown) if portion.part or not portion.parts else (),
        sections=tuple(
            Link(name, place) for name, place in sorted((NAMES[each], each) for each in NAMES if each in there)
        ),
        parts=portion.parts,
        frame=replace(portion.framed(frame), divided=None) if portion.part else frame,
    )


def _letters(entries: Iterable[Entry]) -> tuple[Letter, ...]:
    grouped = groupby(entries, key=lambda entry: portions.of_letter(entry[0]))
    return tuple(
        Letter(f"letter-{part.slug}", part.title, tuple(titled for _, titled in members)) for part, members in grouped
    )


def _titles(register: Register) -> Iterator[Entry]:
    """The title of every section and of every record that is a place of its own."""
    for address, name in NAMES.items():
        if address != urls.HOME:
            yield name, Titled(Link(name, address), OVERVIEWS)
    for record in register.records.values():
        if is_found(record):
            name = title_of(record, register)
            order = " ".join(sort_key(record)) if isinstance(record, Person) else name
            yield order, Titled(Link(name, urls.place_of(record, register)), kind_for(record).many)


def title_of(record: Record, register: Register) -> str:
    """What a record is called in a list of everything."""
    if isinstance(record, Meeting):
        return with_table(record, register, register.table.id)
    if isinstance(record, Organisation):
        return f"{full_name(record, register)} ({record.short})"
    return capitalised(told_apart(called(record), record, register))
