"""Meetings of the national table: how many a rule leads us to expect, and which are known, by year and by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from lrt_site import urls
from lrt_site.findings import gap_list, gaps, months
from lrt_site.findings.meeting_order import year_of
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register
from lrt_site.model.table import Frequency
from lrt_site.pages.gaps import month_strip
from lrt_site.pages.shared.common import Footnotes, Said, marks_of
from lrt_site.wording.labels import labelled
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import link_to
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

SHOWN_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of meetings expected and known."""

    year: str
    expected: str
    """How many there were to be, or that no source gives a rhythm."""
    known: int
    held: tuple[Link, ...]
    """To each known meeting, or to the year's own page when there are many."""
    missing: str
    """How many fewer are known, or why the year does not count."""
    dots: str
    """The same in signs: filled for known, open for not found."""
    apart: tuple[tuple[Link, str], ...]
    """Announced, planned or cancelled meetings with their state."""
    of_the_day: bool
    """Whether time alone can change what it says."""


@dataclass(frozen=True, slots=True)
class RhythmView:
    """Meetings of the national table, expected against known, with the arithmetic."""

    rules: tuple[Said, ...]
    """The rules we count with; none when no source gives one."""
    other_rules: tuple[Said, ...]
    sum_in_words: str
    """The arithmetic in one sentence."""
    of_the_day: bool
    """Whether time alone can change that."""
    years: tuple[YearRow, ...]
    strip: month_strip.Strip | None
    """The months, drawn small."""
    months: str
    """The same in one sentence."""
    allowed: int
    """Number of months that the rule leaves between meetings."""
    no_year: tuple[Link, ...]


def rhythm_view(register: Register, as_of: date, notes: Footnotes) -> RhythmView:
    """The view on a day."""
    table = register.table
    meetings = [meeting for meeting in register.all(Meeting).values() if meeting.table == table.id]
    meetings_expected = gaps.expected_meetings(meetings, table.frequencies, as_of)
    strip = month_strip.strip(months.months_of(meetings, meetings_expected, as_of))
    settled = settled_before(meetings_expected)
    return RhythmView(
        rules=tuple(rule_said(frequency, notes) for frequency in table.frequencies if frequency.counts),
        other_rules=tuple(rule_said(frequency, notes) for frequency in table.frequencies if not frequency.counts),
        sum_in_words=sum_in_words(meetings_expected),
        of_the_day=sum_is_of_the_day(meetings_expected, table.frequencies),
        years=tuple(_year_row(year, register, settled) for year in meetings_expected.years),
        strip=strip,
        months=_months_in_words(strip) if strip else "",
        allowed=gap_list.allowed_gap(register),
        no_year=_meeting_links(meetings_expected.no_year, register),
    )


def sum_in_words(meetings_expected: gaps.ExpectedMeetings) -> str:
    """The arithmetic over the years for which a source gives a rhythm, with these years and no others."""
    counting = [year.year for year in meetings_expected.counting]
    if not counting:
        return "Er is geen heel jaar waarvoor een bron een ritme noemt om mee te tellen."
    more = "meer dan " if meetings_expected.more else ""
    expected = plural(meetings_expected.expected, "vergadering", "vergaderingen")
    rules = list(dict.fromkeys(year.rule for year in meetings_expected.counting if year.rule))
    ours = " Die jaren zijn deels onze schatting." if any(rule.derived for rule in rules) else ""
    return (
        f"Bronnen noemen als ritme: {'; '.join(rule.rule for rule in rules)}. Wij tellen daarmee over "
        f"{years_in_words(counting)}.{ours} Dat komt neer op {more}{expected}. Wij kennen er in "
        f"die jaren {meetings_expected.held} die {'is' if meetings_expected.held == 1 else 'zijn'} gehouden."
    )


def settled_before(meetings_expected: gaps.ExpectedMeetings) -> int:
    """The year of the newest known meeting: time alone changes nothing of the years before it."""
    return max((year.year for year in meetings_expected.years if year.held), default=0)


def sum_is_of_the_day(meetings_expected: gaps.ExpectedMeetings, rules: Iterable[Frequency]) -> bool:
    """Whether time alone can bring another year that counts."""
    settled = settled_before(meetings_expected)
    return any(not rule.covers_until or rule.covers_until.latest.year >= settled for rule in rules if rule.counts)


def years_in_words(years: Sequence[int]) -> str:
    """Years that may follow each other: `2016, 2020 tot en met 2023`."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} tot en met {run[-1]}" for run in runs)


def rule_said(rule: Frequency, notes: Footnotes) -> Said:
    """A rule with the moment for which its source says it, and the years that we count with it."""
    moment = f" (stand van {rule.as_of.in_words})" if rule.as_of else ""
    return notes.said(f"{capitalised(rule.rule)}{moment}{_years_of(rule)}.", rule, "rule", "as_of")


def _years_of(rule: Frequency) -> str:
    if not rule.covers_from or not rule.counts:
        return ""
    if rule.covers_until and rule.covers_until != rule.covers_from:
        return f"; daarmee tellen wij over {rule.covers_from.in_words} tot en met {rule.covers_until.in_words}"
    return f"; daarmee tellen wij over {rule.covers_from.in_words}{'' if rule.covers_until else ' en later'}"


def _months_in_words(strip: month_strip.Strip) -> str:
    unsure = strip.months - strip.known - strip.empty
    also = f" In {unsure} andere kan er een zijn geweest: de maand staat niet vast." if unsure else ""
    return (
        f"Van {strip.months} maanden waarvoor een bron een ritme noemt, kennen wij er {strip.known} met een "
        f"gehouden vergadering en {strip.empty} zonder.{also}"
    )


def _year_row(year: gaps.ExpectedInYear, register: Register, settled: int) -> YearRow:
    return YearRow(
        year=str(year.year),
        expected=_expected(year),
        known=len(year.held),
        held=_by_year(year.held, register, SHOWN_OF_YEAR),
        missing=_missing(year),
        dots="●" * len(year.held) + "○" * year.missing if year.whole else "",
        apart=tuple((link, meeting.state) for meeting in year.apart for link in _meeting_links((meeting,), register)),
        of_the_day=year.year >= settled,
    )


def _expected(year: gaps.ExpectedInYear) -> str:
    if year.rule is None:
        return "geen bron noemt een ritme voor dit jaar"
    return f"{'meer dan ' if year.more else ''}{year.expected}"


def _missing(year: gaps.ExpectedInYear) -> str:
    if year.rule is None:
        return "niet te zeggen"
    if not year.whole:
        return "telt niet mee: geen heel jaar"
    return f"{'meer dan ' if year.more else ''}{year.missing}"


def _meeting_links(meetings: Iterable[Meeting], register: Register) -> tuple[Link, ...]:
    """Links to meetings, with how sure their moment is; those of another table than the national one name it."""
    return tuple(_meeting_link(meeting, register) for meeting in meetings)


def _meeting_link(meeting: Meeting, register: Register) -> Link:
    national = meeting.table == register.table.id
    link = link_to(meeting.id, register, title_of(meeting, register)) if national else labelled(meeting.id, register)
    marks = ", ".join(mark.word for mark in marks_of(meeting))
    return Link(f"{link.title} ({marks})", link.address) if marks else link


def _by_year(meetings: Sequence[Meeting], register: Register, at_once: int) -> tuple[Link, ...]:
    """Links to meetings; beyond so many, links to the pages of their years, that have them all."""
    if len(meetings) <= at_once:
        return _meeting_links(meetings, register)
    years = Counter(year_of(meeting) for meeting in meetings)
    return tuple(Link(f"{count} in {year}", urls.in_year(year)) for year, count in years.items())
