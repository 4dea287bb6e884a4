"""A list that is too long for one page: the newest on its page, and all of it on pages of parts, by year or letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import nlargest
from itertools import groupby
from typing import Generic, TypeVar

from lrt_site import urls
from lrt_site.model.numbers import in_dutch
from lrt_site.model.sorting import folded
from lrt_site.pages.shared.common import Divided, Frame
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.wording.runs import Link

T = TypeVar("T")

ROWS = 400
"""Maximum number of rows of a list on one page; beyond it the list is divided."""
NEWEST = 100
"""So many of a divided list stand on its own page."""


@dataclass(frozen=True, slots=True)
class Portion(Generic[T]):
    """What one page shows of a list: all of it, the newest, or one part."""

    address: str
    items: tuple[T, ...]
    """In the order of the list."""
    total: int
    """How many the list has."""
    parts: tuple[Link, ...] = ()
    """To all parts of the list; none where it is on one page as a whole."""
    by: str = ""
    """What the list is divided by, such as `jaar`."""
    part: Link | None = None
    """The part that this is; absent on the page of the list itself."""
    neighbours: Neighbours[Link] = field(default=(None, None))

    def framed(self, frame: Frame) -> Frame:
        """The frame of the page of the list, as this portion of it has it."""
        if not self.parts:
            return frame
        divided = Divided(in_dutch(len(self.items)), in_dutch(self.total), self.parts, self.by, self.part)
        if self.part is None:
            return replace(frame, divided=divided)
        previous, following = self.neighbours
        return replace(
            frame,
            address=self.address,
            title=f"{frame.title}, {self.part.title}",
            description=f"Een deel van ‘{frame.title}’: {self.part.title}.",
            trail=(*frame.trail, Link(frame.here or frame.title, frame.address)),
            here=self.part.title,
            previous=previous,
            next=following,
            record=None,
            contradictions=(),
            divided=divided,
        )


@dataclass(frozen=True, slots=True)
class _Key:
    """A part of a list before it is known whether one page holds it."""

    place: tuple[int, str]
    """Its place among the parts."""
    slug: str
    title: str


def by_year(items: Sequence[T], address: str, day: Callable[[T], date]) -> Iterator[Portion[T]]:
    """A list of things with a day: the newest, and a part for each year. Those without one have `date.min`."""

    def key(item: T) -> _Key:
        year = day(item).year
        undated = year == date.min.year
        return _Key((-year, ""), "zonder-jaar" if undated else str(year), "zonder jaar" if undated else str(year))

    return _portions(items, address, key, day, "jaar")


def by_subject(items: Sequence[T], address: str, subject: Callable[[T], str]) -> Iterator[Portion[T]]:
    """A list of things without a day: the first, and a part for each subject."""
    places = {name: place for place, name in enumerate(dict.fromkeys(map(subject, items)))}

    def key(item: T) -> _Key:
        name = subject(item)
        return _Key((places[name], ""), urls.slug_of(name), name)

    return _portions(items, address, key, _never, "onderwerp")


def by_letter(
    items: Sequence[T], address: str, name: Callable[[T], str], newest: Callable[[T], date] | None = None
) -> Iterator[Portion[T]]:
    """A list by the alphabet: those with the newest day, else the first, and a part for each first letter."""

    def key(item: T) -> _Key:
        letter = folded(name(item))[:1]
        if letter.isascii() and letter.isalpha():
            return _Key((0, letter), letter, letter.upper())
        return _Key((1, ""), "overig", "overig")

    return _portions(items, address, key, newest or _never, "letter")


def _never(_: object) -> date:
    return date.min


def _portions(
    items: Sequence[T], address: str, key: Callable[[T], _Key], newest: Callable[[T], date], by: str
) -> Iterator[Portion[T]]:
    if len(items) <= ROWS:
        yield Portion(address, tuple(items), len(items))
        return
    ascending = newest(items[0]) < newest(items[-1])
    divided = tuple(_divided(items, address, key, newest_last=by == "jaar" and ascending))
    links = tuple(link for link, _ in divided)
    chosen = sorted(nlargest(NEWEST, range(len(items)), key=lambda place: newest(items[place])))
    yield Portion(address, tuple(items[place] for place in chosen), len(items), links, by)
    in_time = divided[::-1] if by == "jaar" else divided
    for (link, members), (before, after) in in_turn(in_time):
        beside = links_of((before, after), lambda other: other[0])
        yield Portion(link.address, members, len(items), links, by, link, beside)


def _divided(
    items: Sequence[T], address: str, key: Callable[[T], _Key], *, newest_last: bool
) -> Iterator[tuple[Link, tuple[T, ...]]]:
    """The parts in their order, each of no more than one page; of a year the newest first."""
    keyed = sorted(((key(item), item) for item in items), key=lambda pair: pair[0].place)
    for found, group in groupby(keyed, key=lambda pair: pair[0]):
        pages = _pages(tuple(item for _, item in group))[:: -1 if newest_last else 1]
        for number, members in enumerate(pages, 1):
            slug = f"{found.slug}-{number}" if number > 1 else found.slug
            title = f"{found.title}, deel {number}" if len(pages) > 1 else found.title
            yield Link(title, urls.part_of(address, slug)), members


def _pages(items: Sequence[T]) -> Sequence[tuple[T, ...]]:
    return [tuple(items[start : start + ROWS]) for start in range(0, len(items), ROWS)]
