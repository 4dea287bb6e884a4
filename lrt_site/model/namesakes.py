"""What tells records apart that share a name: persons by office, then by period; others by what they are; ids last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.names import Days
from lrt_site.model.people import Composition, Organisation, Person, Role, Seat
from lrt_site.model.register import Record, Register
from lrt_site.model.sources import Event, Source
from lrt_site.model.terms import last_days, term_in_words, until_in_words
from lrt_site.model.titles import compared, own_name

_MOST_ALIKE = 100
"""Of more records of one name than this only their ids tell, for to compare all of them with all takes long."""

Teller = Callable[[Record], str]
"""What a record says of itself that another of its name may not."""


def apart(register: Register, record: Record, name: str | None = None, then: Days | None = None) -> str:
    """What stands between brackets behind a name that another record of its kind has too; else nothing.

    `then` is the time about which the page speaks: a person is told by the office of then.
    """
    shared = compared(name or own_name(record))
    alike = register.namesakes.get((type(record), shared), ())
    if len(alike) > _MOST_ALIKE:
        return record.id
    others = [register.records[identifier] for identifier in alike if identifier != record.id]
    if not others:
        return ""
    for words in _tellers(register, record, then):
        own = words(record)
        if compared(own) not in ("", shared, *(compared(words(other)) for other in others)):
            return own
    return record.id


def _tellers(register: Register, record: Record, then: Days | None) -> tuple[Teller, ...]:
    match record:
        case Person():
            newest = (_newest_office, _office_and_period)
            return (lambda item: _office(item, then), *reversed(newest)) if then else newest
        case Organisation():
            return (_text("name"), _text("classification"), _text("formerly"))
        case Seat():
            return (lambda item: _organisation(register, item), _text("capacity"))
        case Meeting():
            return (_text("table_name"), _text("state"))
        case Composition():
            return (lambda item: _meeting_of(register, item),)
        case Series():
            return (_text("kind"), _text("theme"))
        case Source():
            return (_day, _text("publisher"), lambda item: f"{_text('publisher')(item)}, {_day(item)}", _address)
        case Output() | Event():
            return (_day,)
        case _:
            return ()


def _text(field: str) -> Teller:
    return lambda record: str(getattr(record, field, None) or "")


def _address(record: Record) -> str:
    """Where it stands on the web, as people write it."""
    return str(getattr(record, "url", None) or "").partition("://")[2].rstrip("/")


def _day(record: Record) -> str:
    day = getattr(record, "date", None)
    return day.in_words if day else ""


def _meeting_of(register: Register, record: Record) -> str:
    """What tells the meeting whose attendants a composition shows from others of its day."""
    met = (meeting for meeting in register.all(Meeting).values() if meeting.composition == record.id)
    return next((meeting.label or (meeting.time.in_words if meeting.time else "") for meeting in met), "")


def _organisation(register: Register, record: Record) -> str:
    body = register.records.get(getattr(record, "organisation", None) or "")
    return body.name if isinstance(body, Organisation) else ""


def _office(record: Record, then: Days | None) -> str:
    """The one office that a source dates at that time; nothing where there are more, or none."""
    assert isinstance(record, Person)
    assert then
    held = {role.role for role in record.roles if _touches(role, then)}
    return held.pop() if len(held) == 1 else ""


def _touches(role: Role, then: Days) -> bool:
    if not (role.start_date or role.end_date or role.as_shown_at):
        return False
    start, shown, ended = role.start_date or role.as_shown_at, role.as_shown_at, last_days(role)
    first = start.earliest if start else date.min
    last = ended[1] if ended else shown.latest if shown and not role.start_date else date.max
    return first <= then[1] and then[0] <= last


def newest_role(record: Person) -> Role | None:
    """The office with the latest moment that a source gives; the first listed where none has one."""
    return max(record.roles, key=_moment, default=None)


def _moment(role: Role) -> date:
    known = role.end_date or role.start_date or role.as_shown_at
    return known.latest if known and not (role.start_date and not role.end_date) else date.max if known else date.min


def _newest_office(record: Record) -> str:
    assert isinstance(record, Person)
    role = newest_role(record)
    return role.role if role else ""


def _office_and_period(record: Record) -> str:
    assert isinstance(record, Person)
    role = newest_role(record)
    if role is None:
        return ""
    start = role.start_date or role.as_shown_at
    if start and role.end_date:
        return f"{role.role}, {term_in_words(start, role.end_date, role.end_is)}"
    when = until_in_words(role.end_date, role.end_is) if role.end_date else start.in_words if start else ""
    return f"{role.role}, {when}" if when else ""
