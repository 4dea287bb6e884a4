"""A list that is too long for one page: the newest on its page, and all of it on pages of parts, by year or letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from heapq import nlargest
from typing import Generic, Literal, TypeVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model import portions
from lrt_site.model.kinds import Record
from lrt_site.model.numbers import in_dutch
from lrt_site.model.portions import ROWS, ListPart
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.shared.common import Divided, Frame
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.wording.runs import Link

T = TypeVar("T")
R = TypeVar("R", bound=Record)
By = Literal["jaar", "letter", "onderwerp"]

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
    by: By = "jaar"
    part: Link | None = None
    """The part that this is; absent on the page of the list itself."""
    neighbours: Neighbours[Link] = (None, None)

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
            description=f"{self.part.title}: {divided.shown} van de {divided.total} in ‘{frame.title}’.",
            trail=(*frame.trail, Link(frame.here or frame.title, frame.address)),
            here=self.part.title,
            previous=previous,
            next=following,
            record=None,
            contradictions=(),
            divided=divided,
        )


def by_year(
    items: Sequence[T], address: str, day: Callable[[T], date], rows: int | None = None
) -> Iterator[Portion[T]]:
    """A list of things with a day: the newest, and a part for each year. Those without one have `date.min`.

    `rows` is the maximum on one page where that is less than elsewhere, as each tells much.
    """
    newest_last = len(items) > 1 and day(items[0]) < day(items[-1])
    return _portions(
        items, address, lambda item: portions.of_year(day(item)), day, "jaar", newest_last=newest_last, rows=rows
    )


def by_subject(items: Sequence[T], address: str, subject: Callable[[T], str]) -> Iterator[Portion[T]]:
    """A list of things without a day: the first, and a part for each subject."""
    places = {name: place for place, name in enumerate(dict.fromkeys(map(subject, items)))}

    def part(item: T) -> ListPart:
        name = subject(item)
        return ListPart((places[name], ""), urls.slug_of(name), name)

    return _portions(items, address, part, _never, "onderwerp")


def by_letter(
    items: Sequence[T], address: str, name: Callable[[T], str], newest: Callable[[T], date]
) -> Iterator[Portion[T]]:
    """A list by the alphabet: those with the newest day, and a part for each first letter."""
    return _portions(items, address, lambda item: portions.of_letter(name(item)), newest, "letter")


def listed(register: Register, kind: type[R], address: str) -> Iterator[Portion[R]]:
    """The list of records that have no page beside it: each stands where links to it lead."""
    records = portions.listed(kind, register.all(kind))
    sources = register.all(Source)
    by: By = "letter" if portions.is_by_letter(kind) else "jaar"

    def part(record: R) -> ListPart:
        return portions.part_of(record, sources)

    def day(record: R) -> date:
        return date.min if by == "letter" else date(max(1, -part(record).place[0]), 1, 1)

    return _portions(records, address, part, day, by, newest_last=kind in portions.NEWEST_LAST)


def _never(_: object) -> date:
    return date.min


def _portions(
    items: Sequence[T],
    address: str,
    part: Callable[[T], ListPart],
    newest: Callable[[T], date],
    by: By,
    *,
    newest_last: bool = False,
    rows: int | None = None,
) -> Iterator[Portion[T]]:
    rows = ROWS if rows is None else rows
    if len(items) <= rows:
        yield Portion(address, tuple(items), len(items))
        return
    divided = tuple(
        (Link(found.title, urls.part_of(address, found.slug)), members)
        for found, members in portions.parts(items, part, newest_last=newest_last, rows=rows)
    )
    links = tuple(link for link, _ in divided)
    rank = -1 if newest_last else 1
    chosen = sorted(nlargest(NEWEST, range(len(items)), key=lambda place: (newest(items[place]), -rank * place)))
    yield Portion(address, tuple(items[place] for place in chosen), len(items), links, by)
    in_time = divided[::-1] if by == "jaar" else divided
    for (link, members), (before, after) in in_turn(in_time):
        beside = links_of((before, after), lambda other: other[0])
        yield Portion(link.address, members, len(items), links, by, link, beside)
