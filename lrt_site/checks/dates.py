"""Dates that can be true: none filled in by a machine, none out of order, nothing done in the future."""

from __future__ import annotations

from collections.abc import Iterator

from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.dates import at as preposed
from lrt_site.model.fields import Trait, dated, described, having
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import AgendaItem, Meeting, Output
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.provinces import DatedItem
from lrt_site.model.register import Record, Register, Steps
from lrt_site.model.sources import Event
from lrt_site.model.table import Site
from lrt_site.problems import Fault
from lrt_site.wording.fields import in_words
from lrt_site.wording.text import capitalised

TURN_OF_THE_YEAR = {"-01-01": "1 januari", "-12-31": "31 december"}
"""Days that programs fill in where a day is not known."""
_NOTES = ("note", "as_shown_note", "date_note", "used_until_note", "vintage_note")

_HAPPENED = (ParliamentaryItem, Event, Output, DatedItem)
"""What happened on its date."""

_SOON, _YEAR = 90, 366
"""Numbers of days."""
_BOUNDS = (("not_before", "not_after"), ("used_from", "used_until"))


def dates_are_no_defaults(register: Register) -> Iterator[Fault]:
    """A date on 1 January or 31 December, which programs fill in by themselves, is explained in a note."""
    for record, at, part, field, given in dates_in(register):
        day = TURN_OF_THE_YEAR.get(given.text[4:])
        if day is None or field in having(type(part), Trait.REFERENCE):
            continue
        if not any(day in (getattr(part, note, None) or "") for note in _NOTES):
            message = (
                f"{given.in_words.capitalize()} wordt vaak ingevuld als de dag niet bekend is. Staat de dag niet "
                f"in de bron? Schrijf dan '{field}: {given.text[:4]}'. Staat hij er wel? Schrijf dan bij 'note' "
                f"bijvoorbeeld: de bron noemt {day}."
            )
            yield Fault(record.id, (*at, field), "suspicious-date", message, instead=given.text[:4])


def years_are_plausible(register: Register) -> Iterator[Fault]:
    """A date lies between 1800 and 2100."""
    for record, at, _, field, given in dates_in(register):
        if given.text[:4] < "1800" or given.latest.year > 2100:
            message = f"Het jaar in '{given}' kan niet kloppen: het ligt niet tussen 1800 en 2100."
            yield Fault(record.id, (*at, field), "implausible-year", message)


def bounds_are_in_order(register: Register) -> Iterator[Fault]:
    """The latest moment that something can be does not lie before the earliest, and gives way to a known date."""
    for kind, parts in register.parts.items():
        for first, last in _BOUNDS:
            if first in described(kind):
                for record, at, part in parts:
                    yield from _in_order(record, at, part, first, last)


def _in_order(record: Record, at: Steps, part: object, first: str, last: str) -> Iterator[Fault]:
    start, end = getattr(part, first), getattr(part, last)
    if start and end and end.latest < start.earliest:
        message = (
            f"{in_words(last)} is {end.in_words} en ligt daarmee voor {in_words(first)}: {start.in_words}. "
            "Verbeter één van beide."
        )
        yield Fault(record.id, (*at, last), "end-before-start", f"Veld {message}")
    if getattr(part, "date", None) and (start or end):
        message = f"Is de datum bekend? Laat dan {in_words(first)} en {in_words(last)} weg. Laat anders de datum weg."
        yield Fault(record.id, (*at, "date"), "date-and-bounds", message)


def the_past_is_past(register: Register) -> Iterator[Fault]:
    """What is told as done lies before the day on which the sources were last checked."""
    for site in register.all(Site).values():
        checked = site.sources_checked_on
        for record, at, part, field, given in dates_in(register):
            if given.earliest <= checked.latest or not _tells_of_the_past(record, part, field):
                continue
            message = (
                f"Dit gebeurde {preposed(given)}, maar de bronnen zijn nagekeken {preposed(checked)} "
                "('sources_checked_on' in site.yml). Verbeter de datum, of werk site.yml bij."
            )
            if isinstance(part, Meeting):
                message += " Moet de vergadering nog komen? Schrijf dan 'state: gepland'."
            elif isinstance(part, _HAPPENED):
                message += " Moet het nog gebeuren? Neem het dan pas op als het is gebeurd."
            yield Fault(record.id, (*at, field), "in-the-future", message)


def latest_bounds_lie_in_the_past(register: Register) -> Iterator[Fault]:
    """Of what has happened, the latest moment that it can be does not lie after the day of checking."""
    for site in register.all(Site).values():
        checked = site.sources_checked_on
        for record, at, part, field, given in dates_in(register):
            if field != "not_after" or given.earliest <= checked.latest or not _has_happened(part):
                continue
            advice = f"Laat {in_words(field)} weg, of schrijf" if getattr(part, "not_before", None) else "Schrijf"
            message = (
                f"Deze grens ligt {preposed(given)}, na de dag waarop de bronnen zijn nagekeken ({checked.in_words}). "
                f"Zij zegt dan niet meer dan: tot nu toe. {advice} '{checked}'."
            )
            if isinstance(part, Meeting):
                message += " Moet de vergadering nog komen? Schrijf dan 'state: gepland'."
            yield Fault(record.id, (*at, field), "in-the-future", message)


def plans_of_the_past_say_what_became_of_them(register: Register) -> Iterator[Fault]:
    """A meeting that was planned or announced, and whose day has passed, says what is known of it."""
    for site in register.all(Site).values():
        for meeting in register.all(Meeting).values():
            moment = meeting.date or meeting.not_after
            if meeting.state not in ("gepland", "aangekondigd") or not moment or meeting.note:
                continue
            if moment.latest < site.sources_checked_on.earliest:
                message = (
                    f"Deze vergadering was {meeting.state} voor {moment.in_words}. Is zij gehouden of afgelast? "
                    "Pas 'state' aan, of schrijf bij 'note' dat het niet bekend is."
                )
                yield Fault(meeting.id, ("state",), "plan-in-the-past", message)


def only_meetings_that_were_held_have_results(register: Register) -> Iterator[Fault]:
    """A meeting that was not held has no conclusions, no report adopted and nobody present."""
    for meeting in register.all(Meeting).values():
        if _is_held(meeting):
            continue
        for field in ("conclusions", "attendance", "disputed", "adopted_on"):
            if getattr(meeting, field):
                message = (
                    f"Deze vergadering is {meeting.state} en heeft toch {in_words(field)}. Is zij gehouden? Schrijf "
                    "dan 'state: gehouden'."
                )
                yield Fault(meeting.id, (field,), "not-held", message)


def what_follows_comes_after(register: Register) -> Iterator[Fault]:
    """A report, its adoption and what was agreed come after the meeting; a message after what it reports."""
    for meeting in register.all(Meeting).values():
        if meeting.report:
            yield from _after(meeting.id, ("report", "date"), meeting.report.date, meeting, "de vergadering")
        yield from _after(meeting.id, ("adopted_on",), meeting.adopted_on, meeting, "de vergadering")
    for record, at, item in register.each(AgendaItem):
        for index, agreement in enumerate(item.agreements):
            yield from _after(record.id, (*at, "agreements", index, "due"), agreement.due, record, "de vergadering")
    for output in register.all(Output).values():
        yield from _after(output.id, ("reported_on",), output.reported_on, output, "de uiting zelf")


def _after(record: str, at: Steps, later: PartialDate | None, first: object, what: str) -> Iterator[Fault]:
    """A fault where something lies before what it follows, or before the earliest moment that this can be."""
    earlier = getattr(first, "date", None) or getattr(first, "not_before", None)
    if later and earlier and later.latest < earlier.earliest:
        message = f"{later.in_words} ligt voor {what} ({earlier.in_words}). Verbeter één van beide datums."
        meant = _in_another_year(later, earlier)
        hint = f" Is het jaar verkeerd? Schrijf '{at[-1]}: {meant}'." if meant else ""
        yield Fault(record, at, "too-early", capitalised(message) + hint, instead=meant)


def _in_another_year(later: PartialDate, earlier: PartialDate) -> str | None:
    """The same day in the next year, where that comes soon after; none where a day or a month can be wrong as well."""
    away = (earlier.earliest - later.latest).days
    if not (later.is_day and _SOON < away < _YEAR) or later.text[4:] == "-02-29":
        return None
    return f"{later.earliest.year + 1}{later.text[4:]}"


def _has_happened(part: object) -> bool:
    return isinstance(part, _HAPPENED) or _is_held(part)


def _is_held(part: object) -> bool:
    return isinstance(part, Meeting) and part.state == "gehouden"


def _tells_of_the_past(record: Record, part: object, field: str) -> bool:
    """Whether a date is of what was: always of some fields, of others where what they tell of has happened."""
    done = _is_held(part) or _is_counted(record, part)
    return field in having(type(part), Trait.PAST) or (done and field in ("date", "not_before", "period"))


def _is_counted(record: Record, part: object) -> bool:
    """Whether it is a number that there was, not one that was asked or expected."""
    if not isinstance(part, Observation) or not isinstance(record, Series):
        return False
    return (part.kind or record.kind) in ("stand", "stroom") and part.status != "verwacht"


def dates_in(register: Register) -> Iterator[tuple[Record, Steps, object, str, PartialDate | Period]]:
    """Every date and period, with its field."""
    for kind, parts in register.parts.items():
        for field in dated(kind):
            for record, at, part in parts:
                given = getattr(part, field)
                if given is not None:
                    yield record, at, part, field, given
