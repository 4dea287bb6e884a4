"""What persons and organisations were called at a moment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from lrt_site.model.people import Organisation, OtherName, Person
from lrt_site.model.terms import last_days

_DAY = timedelta(days=1)

Days = tuple[date, date]
"""The first and the last day that something can be about, both included."""


def names_in(holder: Person | Organisation, then: Days | None) -> tuple[str, ...]:
    """The names that somebody had on these days, in order of time; more than one where it is not known which.

    Without days: the present name. A name that no known day separates from the next may be either.
    """
    return tuple(dict.fromkeys(name for name, _ in _held_in(holder, then)))


def shorts_in(body: Organisation, then: Days | None) -> tuple[str, ...]:
    """The abbreviations that an organisation had on these days; that of now where none of then is known."""
    return tuple(dict.fromkeys(short or body.short for _, short in _held_in(body, then)))


def names_in_order(names: tuple[OtherName, ...]) -> list[OtherName]:
    """Names in order of time; those without a period last."""
    return sorted(names, key=lambda name: (not (name.start_date or name.end_date), *_place(name)))


def _held_in(holder: Person | Organisation, then: Days | None) -> list[tuple[str, str | None]]:
    """The names held then, each with the abbreviation that goes with it."""
    line = [name for name in names_in_order(holder.other_names) if name.start_date or name.end_date]
    named = [*map(_named, line), (holder.name, None)]
    if not then or not line:
        return named[-1:]
    first, last = then
    turning = {edge for name in line for edge in _edges(name) if first < edge <= last}
    held = {place for day in (first, *turning) for place in _held_on(line, day)}
    return [named[place] for place in sorted(held)]


def _held_on(line: list[OtherName], day: date) -> list[int]:
    """The places in the line of the names that may have been held on a day; the place after the last is the present."""
    sure = [place for place, name in enumerate(line) if _surely_from(name) <= day <= _surely_until(name)]
    if sure:
        return sure
    perhaps = [place for place, name in enumerate(line) if _perhaps_from(name) <= day <= _perhaps_until(name)]
    if day > max(map(_surely_until, line)):
        return [*perhaps, len(line)]
    before = [place for place, name in enumerate(line) if _surely_until(name) < day][-1:]
    after = [place for place, name in enumerate(line) if day < _surely_from(name)][:1]
    return [*before, *perhaps, *after]


def _edges(name: OtherName) -> Iterator[date]:
    """The days on which it changes whether a name may have been held, or surely was."""
    yield from (_perhaps_from(name), _surely_from(name))
    yield from (until + _DAY for until in (_surely_until(name), _perhaps_until(name)) if until < date.max)


def _named(name: OtherName) -> tuple[str, str | None]:
    return name.name, getattr(name, "short", None)


def _place(name: OtherName) -> tuple[date, date, str]:
    return _perhaps_from(name), _surely_until(name), name.name


def _perhaps_from(name: OtherName) -> date:
    return name.start_date.earliest if name.start_date else date.min


def _surely_from(name: OtherName) -> date:
    return name.start_date.latest if name.start_date else date.min


def _surely_until(name: OtherName) -> date:
    """The last day on which it surely was the name; of a name without an end only its first day is."""
    last = last_days(name)
    if last:
        return last[0]
    return name.start_date.latest if name.start_date else date.min


def _perhaps_until(name: OtherName) -> date:
    last = last_days(name)
    return last[1] if last else date.max
