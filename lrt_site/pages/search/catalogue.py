"""What can be found on the site, by address, with what a reader can choose by: kind, year, table, who, theme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from lrt_site import urls
from lrt_site.findings.topics import topics_of
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.fields import dated, naming
from lrt_site.model.figures import Series
from lrt_site.model.glossary import Term
from lrt_site.model.kinds import kind_for
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.model.sources import Page
from lrt_site.model.table import Site, Table, TableName
from lrt_site.pages.shared.sections import NAMES
from lrt_site.wording.names import the_table
from lrt_site.wording.text import capitalised

OVERVIEWS: Final = "Overzichten"
PUBLICATIONS: Final = "Publicaties"
HANDBOOK: Final = "Handboek"
_DAY_BY_DAY = re.compile(r"/peildatum/|^/samenstelling/\d{4}-")
"""Pages that say again of a day what the page above them says of now: one would find each of them in its place."""


@dataclass(frozen=True, slots=True)
class SearchFacets:
    """What a reader can choose a place on the site by."""

    kind: str
    years: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    title: str = ""
    """What is found there is called, where it is a part of a page."""
    names: tuple[str, ...] = ()
    """The names of what it is all about: who types one of these looks for this place before any that speaks of it."""
    known_as: tuple[str, ...] = ()
    """What it is known by more than anything else: an abbreviation, a number, the name of a section."""
    words: tuple[str, ...] = ()
    """Words by which it is found as well, beside those that stand there."""


Catalogue = Mapping[str, SearchFacets]


def catalogue(register: Register, addresses: Iterable[str], publications: Iterable[str] = ()) -> Catalogue:
    """Every place that can be found: pages, and records that share a page with others.

    `addresses` are those of all pages, `publications` those that tell of publications.
    """
    about = {urls.place_of(record, register): record for record in register.records.values() if is_found(record)}
    found = {
        address: SearchFacets(OVERVIEWS, known_as=tuple(filter(None, (NAMES.get(address),))))
        for address in addresses
        if not _DAY_BY_DAY.search(address)
    }
    found |= {address: SearchFacets(PUBLICATIONS) for address in publications}
    found |= {address: facets_of(record, register) for address, record in about.items()}
    found.pop(urls.NOT_FOUND, None)
    return dict(sorted(found.items()))


def facets_of(record: Record, register: Register) -> SearchFacets:
    """What a reader can choose a record by."""
    kind = kind_for(record)
    topics = {topic.id: topic.name for topic in register.table.topics}
    themes = [topics[identifier] for identifier in topics_of(record, register)]
    return SearchFacets(
        kind=kind.many,
        years=tuple(sorted({str(year) for year in _years(record)})),
        tables=tuple(sorted({_table(identifier, register) for identifier in _tables(record)})),
        participants=tuple(sorted({_participant(identifier, register) for identifier in _named(record)})),
        themes=tuple(sorted(themes)),
        statuses=tuple(sorted(set(_statuses(record)))),
        title=_title(record) if kind.stands == "on a list" else "",
        known_as=tuple(dict.fromkeys(filter(None, _known_as(record)))),
        names=tuple(dict.fromkeys(filter(None, _names(record)))),
        words=() if isinstance(record, Page) else (kind.one.partition(" ")[2],),
    )


def is_found(record: Record) -> bool:
    """Whether a record is a place of its own: the home page is found as a page."""
    return not isinstance(record, Site) and kind_for(record).stands != "with another"


def synonyms(register: Register) -> tuple[tuple[str, ...], ...]:
    """Words that mean the same: those of the glossary, and names with their abbreviations."""
    terms = (term.forms for term in register.all(Term).values())
    bodies = (
        tuple(chain((body.name, body.short), *((name.name, name.short or "") for name in body.other_names)))
        for body in register.all(Organisation).values()
    )
    names: tuple[Table | TableName, ...] = (*register.table.names, register.table)
    tables = ((named.name, named.abbreviation or "") for named in names)
    groups = (tuple(dict.fromkeys(filter(None, forms))) for forms in chain(terms, bodies, tables))
    return tuple(sorted(group for group in groups if len(group) > 1))


def _title(record: Record) -> str:
    kind = kind_for(record)
    called = capitalised(kind.called(record))
    return f"{kind.prefix}: {called}" if kind.prefix else called


def _years(record: Record) -> Iterator[int]:
    """The years that the dates in a record lie in."""
    for _, part in parts_of(record):
        for name in dated(type(part)):
            moment: PartialDate | Period | None = getattr(part, name)
            if moment:
                yield from range(moment.earliest.year, moment.latest.year + 1)


def _tables(record: Record) -> Iterator[str]:
    if isinstance(record, Table | ProvincialTable):
        yield record.id
    yield from _referred(record, "table")


def _table(identifier: str, register: Register) -> str:
    record = register.records[identifier]
    return record.province if isinstance(record, ProvincialTable) else capitalised(the_table(register))


def _named(record: Record) -> Iterator[str]:
    if isinstance(record, Organisation | Person):
        yield record.id
    yield from _referred(record, "person")
    yield from _referred(record, "organisation")


def _participant(identifier: str, register: Register) -> str:
    record = register.records[identifier]
    return record.short if isinstance(record, Organisation) else kind_for(record).called(record)


def _referred(record: Record, referent: str) -> Iterator[str]:
    """The ids of such things that a record names."""
    for _, part in parts_of(record):
        for name in naming(type(part), referent):  # type: ignore[arg-type]
            value = getattr(part, name)
            yield from value if isinstance(value, tuple) else filter(None, (value,))


def _statuses(record: Record) -> Iterator[str]:
    if isinstance(record, Commitment) and record.status:
        yield record.status.status
    if isinstance(record, Meeting):
        yield record.state


def _known_as(record: Record) -> Iterator[str]:
    match record:
        case Commitment():
            digits = "".join(filter(str.isdigit, record.id))
            yield from (record.id, digits, digits.lstrip("0"))
        case Organisation():
            yield from (record.short, *(name.short or "" for name in record.other_names))
        case Table():
            yield from (record.abbreviation or "", *(name.abbreviation or "" for name in record.names))
        case Term():
            yield record.term
        case ProvincialTable():
            yield record.province
        case _:
            return


def _names(record: Record) -> Iterator[str]:
    """What a record is called, of those that people know by name."""
    match record:
        case Person() | Organisation():
            yield record.name
            yield from (name.name for name in record.other_names)
        case Term():
            yield from record.forms
        case Series():
            yield from (record.name, record.theme)
        case Table():
            yield from (record.name, *(name.name for name in record.names))
        case ProvincialTable() | Page() | Seat():
            yield kind_for(record).called(record)
        case _:
            return
