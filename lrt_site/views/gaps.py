"""What is missing, reckoned from the record itself: plain arithmetic, no judgement and no guesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Literal, Protocol

from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.people import Composition
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, owned_parts
from lrt_site.model.sources import Event, Source
from lrt_site.model.table import Frequency

Publishing = Literal["verslagen", "andere stukken", "niet openbaar", "niets gevonden"]

ENOUGH = 3
"""From so many numbers on they have a middle one."""
USUAL_RHYTHM = 365
"""The days that a series may be silent while its own history has too few values to tell its rhythm."""


class Dated(Protocol):
    """Something of which a source gives the moment, or bounds of it."""

    @property
    def date(self) -> PartialDate | None:
        """The moment, as exactly as its source gives it."""

    @property
    def not_before(self) -> PartialDate | None:
        """The earliest it can have been, where the date itself is not known."""

    @property
    def not_after(self) -> PartialDate | None:
        """The latest it can have been, where the date itself is not known."""


@dataclass(frozen=True, slots=True)
class YearReckoned:
    """One calendar year: how many meetings a rule leads us to expect, and which we know."""

    year: int
    rule: str
    """Id of the rule that holds for this year."""
    whole: bool
    """Whether the rule holds and the site speaks for the whole year; only then does the year count."""
    expected: int
    held: tuple[Meeting, ...]
    apart: tuple[Meeting, ...]
    """Announced, planned or cancelled in this year: not known to have been held."""

    @property
    def missing(self) -> int:
        """How many fewer are known than expected; never less than none, and none in a year that does not count."""
        return max(0, self.expected - len(self.held)) if self.whole else 0


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Meetings expected against meetings known."""

    since: date | None
    """From when there is a rule to count with."""
    years: tuple[YearReckoned, ...]
    no_year: tuple[Meeting, ...]
    """Held, but in what year is not certain: counted in no year."""
    outside: tuple[Meeting, ...]
    """Held in a year for which there is no rule to count with."""

    @property
    def expected(self) -> int:
        """Expected in the years that count."""
        return sum(year.expected for year in self.years if year.whole)

    @property
    def held(self) -> int:
        """Known in the years that count."""
        return sum(len(year.held) for year in self.years if year.whole)

    @property
    def missing(self) -> int:
        """Missing in the years that count; more meetings in one year do not make up for another year."""
        return sum(year.missing for year in self.years)


@dataclass(frozen=True, slots=True)
class Staleness:
    """A series, what its newest value is about, and whether it has been silent for longer than its rhythm."""

    series: Series
    newest: Observation | None
    since: PartialDate | Period | None
    """What moment or period the newest value is about; absent where no value says so."""
    days: int | None
    """Days passed since the end of that; negative while it is still to come."""
    spans: int
    """How many spans of time its values leave between them."""
    rhythm: float
    """The middle one of these spans in days, or a year where there are too few of them."""

    @property
    def stale(self) -> bool:
        """Whether it has been silent for longer than its rhythm, or tells no time at all."""
        return self.days is None or self.days > self.rhythm


def reckon(meetings: Iterable[Meeting], rules: Sequence[Frequency], as_of: date) -> Reckoning:
    """Meetings of one table against the rules that can be counted with, year by year up to that of `as_of`."""
    meetings = sorted(meetings, key=lambda one: (latest_day(one) or date.max, str(one.time or ""), one.id))
    usable = sorted(
        (rule for rule in rules if rule.meetings_per_year and rule.covers_from),
        key=lambda rule: _start(rule),
    )
    since = _start(usable[0]) if usable else None
    first = since.year if since else as_of.year + 1
    years = tuple(_year(year, meetings, usable, as_of) for year in range(first, as_of.year + 1))
    held = [one for one in meetings if one.state == "gehouden"]
    return Reckoning(
        since=since,
        years=years,
        no_year=tuple(one for one in held if certain_year(one) is None),
        outside=tuple(one for one in held if certain_year(one) not in (None, *(year.year for year in years))),
    )


def certain_year(one: Dated) -> int | None:
    """The year of a meeting, where its date or its bounds leave only one."""
    first, last = one.date or one.not_before, one.date or one.not_after
    if first and last and first.earliest.year == last.latest.year:
        return first.earliest.year
    return None


def latest_day(one: Dated) -> date | None:
    """The last day that a meeting can have been on, as far as known."""
    last = one.date or one.not_after
    return last.latest if last else None


def without_report(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Held meetings of which no account was found, the newest first."""
    found = (one for one in meetings if one.state == "gehouden" and one.report is None)
    return tuple(sorted(found, key=lambda one: (latest_day(one) or date.min, one.id), reverse=True))


def outcome_unknown(meetings: Iterable[Meeting], as_of: date) -> tuple[Meeting, ...]:
    """Meetings announced or planned for a day that has passed, of which nobody says whether they were held."""
    return tuple(
        one
        for one in meetings
        if one.state in ("aangekondigd", "gepland") and (last := latest_day(one)) and last <= as_of
    )


def publishing(table: ProvincialTable, reported: int, letters: int) -> Publishing:
    """What is known to be public of a provincial table.

    `reported` is how many of its meetings have a report here, `letters` how many letters of it are here.
    """
    if reported or (table.reports and table.reports.public):
        return "verslagen"
    if letters or table.publications or table.website:
        return "andere stukken"
    return "niet openbaar" if table.reports and table.reports.public is False else "niets gevonden"


def staleness(series: Iterable[Series], as_of: date) -> tuple[Staleness, ...]:
    """How long every series has been silent, the longest first.

    The rhythm of a series is the middle one of the spans between the moments that its own values are about.
    """
    found = (_staleness(one, as_of) for one in series)
    return tuple(sorted(found, key=lambda one: (one.since.latest if one.since else date.min, one.series.id)))


def middle(numbers: Sequence[int]) -> float | None:
    """The middle one of some numbers; absent where there are too few to speak of a middle."""
    return float(median(numbers)) if len(numbers) >= ENOUGH else None


def unverified(records: Iterable[Record]) -> Iterator[str]:
    """The ids of what is not verified: the part with an id, else its record. An id for each fact that is not."""
    for record in records:
        for owner, part in owned_parts(record):
            if getattr(part, "verified", True) is False:
                yield owner


def undated(records: Iterable[Record]) -> Iterator[str]:
    """The ids of records that should have a date and have none of their own, or only bounds or an estimate."""
    for record in records:
        match record:
            case Meeting(date=None) | Event(date=None) | Output(date=None) | Composition(as_shown_at=None):
                yield record.id
            case Source(date=None):
                yield record.id
            case Series():
                ids = (one.id for one in record.observations if one.period is None and one.date is None)
                yield from dict.fromkeys(ids)
            case _:
                pass


def _start(rule: Frequency) -> date:
    assert rule.covers_from
    return rule.covers_from.earliest


def _year(year: int, meetings: Sequence[Meeting], rules: Sequence[Frequency], as_of: date) -> YearReckoned:
    rule = [one for one in rules if _start(one).year <= year][-1]
    inside = [one for one in meetings if certain_year(one) == year]
    return YearReckoned(
        year=year,
        rule=rule.id,
        whole=_start(rules[0]) <= date(year, 1, 1) and as_of >= date(year, 12, 31),
        expected=rule.meetings_per_year or 0,
        held=tuple(one for one in inside if one.state == "gehouden"),
        apart=tuple(one for one in inside if one.state != "gehouden"),
    )


def _staleness(series: Series, as_of: date) -> Staleness:
    newest, since = None, None
    ends: set[date] = set()
    for one in series.observations:
        moment = _moment(one)
        if moment and (series.kind == "raming" or one.status != "verwacht"):
            ends.add(moment.latest)
            if since is None or moment.latest > since.latest:
                newest, since = one, moment
    spans = [(later - earlier).days for earlier, later in pairwise(sorted(ends))]
    days = (as_of - since.latest).days if since else None
    return Staleness(series, newest, since, days, len(spans), middle(spans) or USUAL_RHYTHM)


def _moment(one: Observation) -> PartialDate | Period | None:
    return one.period or one.date or one.as_shown_at or one.vintage
