"""What is missing, worked out from the record itself: plain arithmetic, no judgement and no guesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from statistics import median
from typing import Literal, Protocol

from lrt_site.frozen import dataclass
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
"""Minimum sample for a median."""
USUAL_RHYTHM = 365
"""The days that a series may be silent while its own history has too few values to tell its rhythm."""


class HasMoment(Protocol):
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
class ExpectedInYear:
    """One calendar year: how many meetings a rule leads us to expect, and which we know."""

    year: int
    rule: Frequency | None
    """The rule that a source gives for this year; absent where none gives one."""
    whole: bool
    """Whether there is a rule for the whole year and the site speaks for all of it; only then does the year count."""
    held: tuple[Meeting, ...]
    apart: tuple[Meeting, ...]
    """Announced, planned or cancelled in this year: not known to have been held."""

    @property
    def expected(self) -> int:
        """As many as the rule says; none where there is no rule."""
        return (self.rule.meetings_per_year or 0) if self.rule else 0

    @property
    def more(self) -> bool:
        """Whether the source says that there were more than expected, and not how many."""
        return self.rule is not None and self.rule.more_often

    @property
    def missing(self) -> int:
        """How many fewer are known than expected; never less than none, and none in a year that does not count."""
        return max(0, self.expected - len(self.held)) if self.whole else 0


@dataclass(frozen=True, slots=True)
class ExpectedMeetings:
    """Meetings expected against meetings known."""

    years: tuple[ExpectedInYear, ...]
    """From the first for which there is a rule or a known meeting; none where no source gives a rule."""
    no_year: tuple[Meeting, ...]
    """Held, but in what year is not certain: counted in no year."""

    @property
    def counting(self) -> tuple[ExpectedInYear, ...]:
        """The years that count."""
        return tuple(year for year in self.years if year.whole)

    @property
    def expected(self) -> int:
        """Expected in the years that count."""
        return sum(year.expected for year in self.counting)

    @property
    def held(self) -> int:
        """Known in the years that count."""
        return sum(len(year.held) for year in self.counting)

    @property
    def missing(self) -> int:
        """Missing in the years that count; more meetings in one year do not make up for another year."""
        return sum(year.missing for year in self.years)

    @property
    def more(self) -> bool:
        """Whether in some year that counts there were more than expected, so that the sums are lower bounds."""
        return any(year.more for year in self.counting)


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
    """The median of these spans in days, or a year where there are too few of them."""

    @property
    def stale(self) -> bool:
        """Whether it has been silent for longer than its rhythm, or tells no time at all."""
        return self.days is None or self.days > self.rhythm


def expected_meetings(meetings: Iterable[Meeting], rules: Sequence[Frequency], as_of: date) -> ExpectedMeetings:
    """Meetings of one table against the rules that can be counted with, year by year up to that of `as_of`."""
    meetings = sorted(
        meetings, key=lambda meeting: (latest_day(meeting) or date.max, str(meeting.time or ""), meeting.id)
    )
    usable = sorted((rule for rule in rules if rule.counts), key=_start)
    held = [meeting for meeting in meetings if meeting.state == "gehouden"]
    known = (certain_year(meeting) for meeting in held)
    first = min((_start(usable[0]).year, *(year for year in known if year))) if usable else as_of.year + 1
    return ExpectedMeetings(
        years=tuple(_year(year, meetings, usable, as_of) for year in range(first, as_of.year + 1)),
        no_year=tuple(meeting for meeting in held if certain_year(meeting) is None),
    )


def certain_year(moment: HasMoment) -> int | None:
    """The year of a meeting, where its date or its bounds leave only one."""
    first, last = moment.date or moment.not_before, moment.date or moment.not_after
    if first and last and first.earliest.year == last.latest.year:
        return first.earliest.year
    return None


def last_held(meetings: Iterable[Meeting]) -> Meeting | None:
    """The meeting that was held last, as far as known; of one that may have been later only the last day counts."""
    held = (meeting for meeting in meetings if meeting.state == "gehouden")
    return max(
        held, key=lambda meeting: (latest_day(meeting) or date.min, str(meeting.time or ""), meeting.id), default=None
    )


def latest_day(moment: HasMoment) -> date | None:
    """The last day that a meeting can have been on, as far as known."""
    last = moment.date or moment.not_after
    return last.latest if last else None


def without_report(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Held meetings of which no account was found, the newest first."""
    found = (meeting for meeting in meetings if meeting.state == "gehouden" and meeting.report is None)
    return tuple(sorted(found, key=lambda meeting: (latest_day(meeting) or date.min, meeting.id), reverse=True))


def outcome_unknown(meetings: Iterable[Meeting], as_of: date) -> tuple[Meeting, ...]:
    """Meetings announced or planned for a day that has passed, of which nobody says whether they were held."""
    return tuple(
        meeting
        for meeting in meetings
        if meeting.state in ("aangekondigd", "gepland") and (last := latest_day(meeting)) and last <= as_of
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

    The rhythm of a series is the median span between the moments that its own values are about.
    """
    found = (_staleness(candidate, as_of) for candidate in series)
    return tuple(sorted(found, key=lambda item: (item.since.latest if item.since else date.min, item.series.id)))


def median_of(numbers: Sequence[int]) -> float | None:
    """The median of some numbers; absent where there are too few to speak of one."""
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
                ids = (
                    observation.id
                    for observation in record.observations
                    if observation.period is None and observation.date is None
                )
                yield from dict.fromkeys(ids)
            case _:
                pass


def _start(rule: Frequency) -> date:
    assert rule.covers_from
    return rule.covers_from.earliest


def _year(year: int, meetings: Sequence[Meeting], rules: Sequence[Frequency], as_of: date) -> ExpectedInYear:
    """A year with the newest of the rules that hold in it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    covering = [
        frequency
        for frequency in rules
        if _start(frequency) <= last and (not frequency.covers_until or frequency.covers_until.latest >= first)
    ]
    inside = [meeting for meeting in meetings if certain_year(meeting) == year]
    return ExpectedInYear(
        year=year,
        rule=covering[-1] if covering else None,
        whole=as_of >= last
        and any(_start(frequency) <= first for frequency in covering)
        and any(not frequency.covers_until or frequency.covers_until.latest >= last for frequency in covering),
        held=tuple(meeting for meeting in inside if meeting.state == "gehouden"),
        apart=tuple(meeting for meeting in inside if meeting.state != "gehouden"),
    )


def _staleness(series: Series, as_of: date) -> Staleness:
    newest, since = None, None
    ends: set[date] = set()
    for observation in series.observations:
        moment = _moment(observation)
        if (
            moment
            and observation.kind in (None, series.kind)
            and (series.kind == "raming" or observation.status != "verwacht")
        ):
            ends.add(moment.latest)
            if since is None or moment.latest > since.latest:
                newest, since = observation, moment
    spans = [(later - earlier).days for earlier, later in pairwise(sorted(ends))]
    days = (as_of - since.latest).days if since else None
    return Staleness(series, newest, since, days, len(spans), median_of(spans) or USUAL_RHYTHM)


def _moment(observation: Observation) -> PartialDate | Period | None:
    return observation.period or observation.date or observation.as_shown_at or observation.vintage
