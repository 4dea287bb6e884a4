"""Which part of its list a thing stands in, where the list is too long for one page: a year, a letter or a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from lrt_site.frozen import dataclass
from lrt_site.model.glossary import Term
from lrt_site.model.information_requests import InformationRequest
from lrt_site.model.kinds import Record
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.sorting import folded, sort_day
from lrt_site.model.sources import Event, Mention, Source

T = TypeVar("T")
R = TypeVar("R", bound=Record)

ROWS = 400
"""Maximum number of rows of a list on one page; beyond it the list is divided."""


@dataclass(frozen=True, slots=True)
class ListPart:
    """A part of a list."""

    place: tuple[int, str]
    """Its place among the parts."""
    slug: str
    """What its address ends in."""
    title: str


def of_year(day: date) -> ListPart:
    """The part with the things of a year, the newest year first; `date.min` is of no year."""
    if day.year == date.min.year:
        return ListPart((0, ""), "zonder-jaar", "zonder jaar")
    return ListPart((-day.year, ""), str(day.year), str(day.year))


def of_letter(name: str) -> ListPart:
    """The part with the names that begin with a letter, by the alphabet; what begins with another sign comes last."""
    letter = folded(name)[:1]
    if letter.isascii() and letter.isalpha():
        return ListPart((0, letter), letter, letter.upper())
    return ListPart((1, ""), "overig", "overig")


def parts(
    items: Sequence[T], part: Callable[[T], ListPart], *, newest_last: bool = False, rows: int = ROWS
) -> Iterator[tuple[ListPart, tuple[T, ...]]]:
    """The parts of a list in their order, none of more rows than one page has; of a year the newest first."""
    keyed = sorted(((part(item), item) for item in items), key=lambda pair: pair[0].place)
    for found, group in groupby(keyed, key=lambda pair: pair[0]):
        inside = tuple(item for _, item in group)
        pages = [inside[start : start + rows] for start in range(0, len(inside), rows)]
        for number, members in enumerate(reversed(pages) if newest_last else pages, 1):
            slug = f"{found.slug}-{number}" if number > 1 else found.slug
            title = f"{found.title}, deel {number}" if len(pages) > 1 else found.title
            yield ListPart(found.place, slug, title), members


def event_day(event: Event) -> date:
    """The day by which an event is put in order."""
    known = event.date or event.not_after or event.not_before
    return known.latest if known else date.min


def listed(kind: type[R], records: Mapping[str, R]) -> tuple[R, ...]:
    """The records of a kind whose list is their only page, in the order of that list."""
    return tuple(sorted(records.values(), key=_ORDERS[kind]))


def listed_parts(
    kind: type[R], records: Mapping[str, R], sources: Mapping[str, Source]
) -> Iterator[tuple[ListPart, tuple[R, ...]]]:
    """The parts of the list of such records."""
    ordered = listed(kind, records)
    return parts(ordered, lambda record: part_of(record, sources), newest_last=kind in NEWEST_LAST)


def part_of(record: Record, sources: Mapping[str, Source]) -> ListPart:
    """The part of its list in which such a record stands."""
    if isinstance(record, Term):
        return of_letter(record.term)
    if isinstance(record, Event):
        return of_year(event_day(record))
    if isinstance(record, Mention):
        return of_year(sort_day(sources[record.source].date))
    if isinstance(record, ParliamentaryItem):
        return of_year(sort_day(record.date))
    assert isinstance(record, InformationRequest)
    return of_year(sort_day(record.asked_on))


_ORDERS: Mapping[type, Callable[[Any], tuple[Any, ...]]] = {
    Event: lambda event: (event_day(event), event.id),
    InformationRequest: lambda request: (-sort_day(request.asked_on).toordinal(), request.id),
    Mention: lambda mention: (mention.id,),
    ParliamentaryItem: lambda item: (-sort_day(item.date).toordinal(), item.id),
    Term: lambda term: (term.term.casefold(), term.id),
}
NEWEST_LAST: frozenset[type] = frozenset({Event})
"""The kinds whose list begins with the oldest."""
DIVIDED: tuple[type[Record], ...] = (Event, InformationRequest, Mention, ParliamentaryItem, Term)
"""The kinds of records that stand on a list alone and can come to be too many for one page."""


def is_by_letter(kind: type) -> bool:
    """Whether the list of a kind goes by the alphabet."""
    return kind is Term
