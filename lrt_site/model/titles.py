"""What records are called by their own titles, and which of them share one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from lrt_site.model.kinds import Record, kind_for
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition, Organisation, Person

Called = tuple[type, str]
"""A kind with a name, as it is compared."""


def own_name(record: Record) -> str:
    """The name of a record as its own title says it, or what stands for one."""
    if isinstance(record, Meeting):
        moment = (record.date, record.date_note, record.not_before, record.not_after, record.time, record.label)
        return " ".join(str(item) for item in moment)
    if isinstance(record, Composition):
        return f"{record.description} {record.as_shown_at} {record.estimated_from} {record.estimated_until}"
    return kind_for(record).called(record)


def grouped(records: Mapping[str, Record]) -> Mapping[Called, tuple[str, ...]]:
    """The ids of the records of one kind that share a name, a short name or an earlier name, in order."""
    found: dict[Called, dict[str, None]] = defaultdict(dict)
    for record in records.values():
        for name in _names(record):
            found[type(record), compared(name)].setdefault(record.id)
    return {called: tuple(identifiers) for called, identifiers in found.items() if len(identifiers) > 1}


def _names(record: Record) -> Iterator[str]:
    yield own_name(record)
    if isinstance(record, Organisation):
        yield record.short
    if isinstance(record, Organisation | Person):
        yield from (name.name for name in record.other_names)


def compared(name: str) -> str:
    """A name as it is compared with others: whatever its capitals and spaces."""
    return " ".join(name.casefold().split())
