"""States of the record as if they were publications, so that all that compares publications can compare them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lrt_site import output
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Change, History, Publication
from lrt_site.model.register import Record, Register, kind_of

_DAY = PartialDate("2000-01-01")
"""Of both, so that no page differs because its day does. Nobody is shown it."""


def as_published(*states: Register) -> History:
    """A history in which these states were published one after another."""
    publications: list[Publication] = []
    stored: dict[str, Record] = {}
    before = Register.of(())
    for number, register in enumerate(states, start=1):
        changes = tuple(_changes(before, register, number))
        stored |= {f"{number}/{record.id}": record for record in register.records.values()}
        publications.append(
            Publication(
                number=number,
                name=f"{_DAY}-{number}",
                date=_DAY,
                title="",
                note="",
                changes=changes,
                previous=str(number - 1) if number > 1 else None,
                root="",
                hash=str(number),
            )
        )
        before = register
    return History(tuple(publications), stored)


def pages_changed(before: Register, after: Register, templates: Mapping[str, str]) -> tuple[str, ...]:
    """The addresses of the pages that are new or say other words. Both states must be whole."""
    return tuple(sorted(output.pages_renewed(as_published(before, after), templates)))


def _changes(before: Register, after: Register, number: int) -> Iterator[Change]:
    for record in after.records.values():
        if before.records.get(record.id) != record:
            kind, stored = kind_of(record), f"{number}/{record.id}"
            yield Change(id=record.id, type=kind, version=number, hash=stored, change="nieuw")
    for record in before.records.values():
        if record.id not in after.records:
            yield Change(id=record.id, type=kind_of(record), version=number - 1, hash=None, change="ingetrokken")
