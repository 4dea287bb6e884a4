"""Moments and terms that say something: events of some time, terms with a day in them, notes that agree with dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from lrt_site.checks.dates import dates_in
from lrt_site.model.dates import PartialDate
from lrt_site.model.dates import at as preposed
from lrt_site.model.people import Membership, OtherName, Role
from lrt_site.model.provinces import Chair
from lrt_site.model.register import Record, Register, Steps
from lrt_site.model.sources import Event
from lrt_site.model.table import Frequency, Site, TableName
from lrt_site.model.terms import last_days
from lrt_site.problems import Fault
from lrt_site.wording.fields import in_words

_LASTING: tuple[type[Role | Membership | Chair | OtherName], ...] = (Role, Membership, Chair, OtherName)
_ENDS = ("start_date", "end_date", "used_from", "used_until")
_SAYS_WHO_ANNOUNCED = ("note", "used_until_note", "end_source")
_COUNTED = ("covers_from", "covers_until")
_YEAR_ALONE = re.compile(r"(?:in|begin|medio|half|eind) ([12][0-9]{3})\.?", re.IGNORECASE)
"""A note that names a year and says nothing else."""


def events_are_of_some_time(register: Register) -> Iterator[Fault]:
    """An event has a date or a bound, so that history can put it in its place."""
    for event in register.all(Event).values():
        if not (event.date or event.not_before or event.not_after):
            message = (
                "Deze gebeurtenis heeft geen datum en geen grens. Schrijf bij 'date' het jaar, de maand of de dag. Of "
                "schrijf bij 'not_before' of 'not_after' tussen welke momenten het was."
            )
            yield Fault(event.id, ("event",), "event-without-date", message)


def terms_have_a_day(register: Register) -> Iterator[Fault]:
    """A term does not end before it has begun, also where its end is the first day that does not count."""
    for record, at, part in _lasting(register):
        last = last_days(part)
        if part.start_date and part.end_date and last and last[1] < part.start_date.earliest:
            message = (
                f"Het begin is {part.start_date.in_words} en het einde {part.end_date.in_words}. Dat einde telt "
                "volgens 'end_is' niet meer mee: dan duurde het geen dag. Verbeter één van beide datums, of 'end_is'."
            )
            yield Fault(record.id, (*at, "end_date"), "end-before-start", message)


def terms_to_come_are_announced(register: Register) -> Iterator[Fault]:
    """A term that begins or ends after the day of checking says in a note which source announces it."""
    for site in register.all(Site).values():
        checked = site.sources_checked_on
        for record, at, part, field, given in dates_in(register):
            if field not in _ENDS or not isinstance(part, (*_LASTING, TableName)) or given.earliest <= checked.latest:
                continue
            if not any(getattr(part, name, None) for name in _SAYS_WHO_ANNOUNCED):
                message = (
                    f"{in_words(field)} is {given.in_words}. Dat moet nog komen: de bronnen zijn nagekeken "
                    f"{preposed(checked)}. Kondigt een bron het aan? Schrijf dat bij 'note'. Verbeter anders de datum."
                )
                yield Fault(record.id, (*at, field), "in-the-future", f"Veld {message}")


def rules_count_from_now_or_before(register: Register) -> Iterator[Fault]:
    """We do not count meetings over a time that is still to come."""
    for site in register.all(Site).values():
        checked = site.sources_checked_on
        for record, at, part in register.each(Frequency):
            for field in _COUNTED:
                given: PartialDate | None = getattr(part, field)
                if given and given.earliest > checked.latest:
                    message = (
                        f"{in_words(field)} is {given.in_words}, en de bronnen zijn nagekeken {preposed(checked)}. "
                        f"Over tijd die nog komt, tellen wij niet. {_counting_advice(field)}"
                    )
                    yield Fault(record.id, (*at, field), "in-the-future", f"Veld {message}")


def offices_are_shown_while_they_last(register: Register) -> Iterator[Fault]:
    """The moment at which a source shows somebody in an office lies between its start and its end."""
    for record, at, part in _lasting(register):
        shown: PartialDate | None = getattr(part, "as_shown_at", None)
        last = last_days(part)
        if not shown:
            continue
        early = part.start_date and shown.latest < part.start_date.earliest
        if early or (last and shown.earliest > last[1]):
            term = part.start_date if early else part.end_date
            assert term
            message = (
                f"Een bron noemt dit {preposed(shown)}, maar {in_words('start_date' if early else 'end_date')} is "
                f"{term.in_words}. Verbeter één van beide datums."
            )
            yield Fault(record.id, (*at, "as_shown_at"), "inconsistent", message)


def notes_name_the_year_of_their_date(register: Register) -> Iterator[Fault]:
    """A note that names a year and nothing else, names one in which the thing can have been."""
    for kind, parts in register.parts.items():
        if {"date", "date_note"} <= {field.name for field in fields(kind)}:
            for record, at, part in parts:
                named = _YEAR_ALONE.fullmatch(getattr(part, "date_note", None) or "")
                wrong = _without_year(part, int(named[1])) if named else None
                if named and wrong:
                    message = f"Hier staat {named[1]}, en de datum is {wrong.in_words}. Verbeter één van beide."
                    yield Fault(record.id, (*at, "date_note"), "inconsistent", message)


def _without_year(part: object, year: int) -> PartialDate | None:
    """The date, or the bound, that leaves no room for this year."""
    date = getattr(part, "date", None)
    first: PartialDate | None = date or getattr(part, "not_before", None)
    last: PartialDate | None = date or getattr(part, "not_after", None)
    if first and year < first.earliest.year:
        return first
    return last if last and year > last.latest.year else None


def _lasting(register: Register) -> Iterator[tuple[Record, Steps, Role | Membership | Chair | OtherName]]:
    for kind in _LASTING:
        yield from register.each(kind)


def _counting_advice(field: str) -> str:
    if field == "covers_until":
        return "Laat het weg zolang het ritme doorloopt."
    return "Verbeter de datum. Gaat het ritme later in? Laat 'meetings_per_year' en 'covers_from' dan nog weg."
