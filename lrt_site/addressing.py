"""On which page stands what a line of a file says, and which record an editor changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import PurePosixPath

from lrt_site import urls
from lrt_site.model.register import Register, kind_of
from lrt_site.problems import Fault
from lrt_site.schema import Content, RecordPlace

_AT_ONCE = 5
"""More records than this nobody writes in one go: then something else happened, such as another branch of git."""


class Addresses:
    """Where readers find what files say, in which each record begins at a line."""

    def __init__(self, read: Content, register: Register) -> None:
        self._read = read
        self._register = register
        self._begun: dict[PurePosixPath, Sequence[tuple[int, str]]] = {}

    def at(self, file: PurePosixPath, line: int) -> str:
        """Where the last record stands that begins at or above a line; empty where there is none."""
        if file not in self._begun:
            places = self._read.places.items()
            begun = [(_begins(place, file), name) for name, place in places if name in self._register.records]
            self._begun[file] = sorted((begins, name) for begins, name in begun if begins is not None)
        records = self._begun[file]
        before = bisect_right(records, line, key=lambda record: record[0])
        return urls.address_of(records[before - 1][1], self._register) if before else ""


def _begins(place: RecordPlace, file: PurePosixPath) -> int | None:
    """The line of a file on which a record begins; none of a file in which it does not stand."""
    if file == place.document.file:
        return place.document.place(Fault("", (), "", ""), place.prefix).line
    return 1 if place.observations and file == place.observations.file else None


def address_of_change(before: Register, after: Register) -> str:
    """Where readers find what an editor changed: a page of its own first; empty where nothing or too much did."""
    changed = [record for name, record in after.records.items() if before.records.get(name) != record]
    if not 0 < len(changed) <= _AT_ONCE:
        return ""
    first = min(changed, key=lambda record: not urls.has_own_page(kind_of(record)))
    return urls.address_of(first.id, after)
