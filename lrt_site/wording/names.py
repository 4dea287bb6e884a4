"""What records are called on a page: by the name of then, and told apart from others of that name."""

from __future__ import annotations

from textwrap import shorten

from lrt_site import urls
from lrt_site.model.dates import PartialDate
from lrt_site.model.kinds import kind_for
from lrt_site.model.names import Days, names_in, shorts_in
from lrt_site.model.namesakes import apart
from lrt_site.model.people import Composition, Organisation, Person
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register
from lrt_site.model.table import Table
from lrt_site.model.titles import own_name
from lrt_site.wording.runs import Link

UNSURE, CHANGED = " of ", ", later "
"""Between two names: of a moment within which the name may have changed, and of a time in which it did."""
NAME_LENGTH = 80
"""Longer names of records are cut at a word."""


def the_table(register: Register) -> str:
    """How a sentence speaks of the table itself: told apart from provincial tables, where there are any."""
    return "de landelijke tafel" if has_provincial_tables(register) else "de tafel"


def has_provincial_tables(register: Register) -> bool:
    """Whether there are provincial tables besides the table itself, described each or all together."""
    return bool(register.all(ProvincialTable) or any(table.provincial for table in register.all(Table).values()))


def days_of(moment: PartialDate | None) -> Days | None:
    """The days that a moment can be."""
    return (moment.earliest, moment.latest) if moment else None


def told_apart(text: str, record: Record, register: Register, name: str | None = None, then: Days | None = None) -> str:
    """A text that names a record, with what tells it from others of that name."""
    words = apart(register, record, name, then)
    return f"{text} ({words})" if words else text


def full_name(
    record: Person | Organisation,
    register: Register,
    then: Days | None = None,
    between: str = UNSURE,
    said: str | None = None,
) -> str:
    """The name that somebody had then. What the page has `said` already beside it is not said again."""
    return _joined(names_in(record, then), record, register, then, between, said)


def short_name(record: Organisation, register: Register, then: Days | None = None, between: str = UNSURE) -> str:
    """The abbreviation that an organisation had then."""
    return _joined(shorts_in(record, then), record, register, then, between, None)


def _joined(
    names: tuple[str, ...],
    record: Person | Organisation,
    register: Register,
    then: Days | None,
    between: str,
    said: str | None,
) -> str:
    words = dict.fromkeys(apart(register, record, name, then) for name in names)
    told = ", ".join(word for word in words if word and word != said)
    return f"{between.join(names)} ({told})" if told else between.join(names)


def called(record: Record) -> str:
    """The name of a record, cut at a word where it is long; of a composition also its moment."""
    if isinstance(record, Composition):
        moment = record.as_shown_at or record.estimated_from
        return f"{record.description}, {moment.in_words}" if moment else record.description
    return shorten(own_name(record), NAME_LENGTH, placeholder=" …")


def link_to(identifier: str, register: Register, title: str | None = None, then: Days | None = None) -> Link:
    """A link to a record or a part of one, titled with its name (of then) unless told otherwise."""
    return Link(title or name_of(identifier, register, then), urls.address_of(identifier, register))


def name_of(identifier: str, register: Register, then: Days | None = None) -> str:
    """What a record is called in running text: its short name, name, title or text, told apart from its namesakes."""
    record = register.records[register.home_of[identifier]]
    if isinstance(record, Organisation):
        return short_name(record, register, then)
    if isinstance(record, Person):
        return full_name(record, register, then)
    return told_apart(kind_for(record).called(record), record, register)
