"""What stands before and after each of several things in a row, such as pages that lead to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from lrt_site.wording.runs import Link

T = TypeVar("T")

Neighbours = tuple[T | None, T | None]
"""The one before something and the one after it; none at either end of the row."""


def in_turn(items: Sequence[T]) -> Iterator[tuple[T, Neighbours[T]]]:
    """Every item with its neighbours."""
    for index, item in enumerate(items):
        yield item, (items[index - 1] if index else None, items[index + 1] if index + 1 < len(items) else None)


def links_of(neighbours: Neighbours[T], link: Callable[[T], Link]) -> Neighbours[Link]:
    """Links to the pages of neighbours."""
    before, after = neighbours
    return None if before is None else link(before), None if after is None else link(after)
