"""Meetings of the national table: how many a rule leads us to expect, and which are known, by year and by month."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lrt_site import urls
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register
from lrt_site.model.table import Frequency
from lrt_site.views import gap_list, gaps, months
from lrt_site.views.common import Footnotes, Link, Said, link_to
from lrt_site.views.gap_rows import GapRow
from lrt_site.views.labels import labelled
from lrt_site.views.meetings import title_of, year_of
from lrt_site.words import capitalised

SHOWN_OF_YEAR = 12


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of meetings expected and known."""

    gap: GapRow | None
    year: str
    expected: int
    known: int
    held: tuple[Link, ...]
    """To each known meeting, or to the year's own page when there are many."""
    missing: int | None
    """Absent for a year that does not count because it is not over, or because the rule began in it."""
    dots: str
    """The same in signs: filled for known, open for not found."""
    apart: tuple[tuple[Link, str], ...]
    """Announced, planned or cancelled meetings with their state."""


@dataclass(frozen=True, slots=True)
class RhythmView:
    """Meetings of the national table, expected against known, with the reckoning."""

    rules: tuple[Said, ...]
    """The rules we count with; none when no source gives one."""
    other_rules: tuple[Said, ...]
    sum_in_words: str
    """The reckoning in one sentence."""
    years: tuple[YearRow, ...]
    strip: months.Strip | None
    """The months, drawn small."""
    months: str
    """The same in one sentence."""
    allowed: int
    """So many months the rule leaves between meetings."""
    no_year: tuple[Link, ...]
    outside: tuple[Link, ...]


def rhythm_view(register: Register, as_of: date, notes: Footnotes, rows: Mapping[str, GapRow]) -> RhythmView:
    """The view on a day. `rows` are the gaps, by their ids."""
    table = register.table
    meetings = [one for one in register.all(Meeting).values() if one.table == table.id]
    reckoning = gaps.reckon(meetings, table.frequencies, as_of)
    strip = months.strip(months.months_of(meetings, reckoning, as_of))
    used = {year.rule for year in reckoning.years}
    return RhythmView(
        rules=tuple(notes.said(_rule(one), one) for one in table.frequencies if one.id in used),
        other_rules=tuple(notes.said(_rule(one), one) for one in table.frequencies if one.id not in used),
        sum_in_words=_sum(reckoning),
        years=tuple(_year_row(year, register, rows) for year in reckoning.years),
        strip=strip,
        months=_months_in_words(strip) if strip else "",
        allowed=gap_list.allowed_silence(register),
        no_year=_meeting_links(reckoning.no_year, register),
        outside=_meeting_links(reckoning.outside, register),
    )


def _sum(reckoning: gaps.Reckoning) -> str:
    counting = [year.year for year in reckoning.years if year.whole]
    if not counting:
        return "Er is geen heel jaar waarover wij met een regel kunnen tellen."
    period = f"{counting[0]} tot en met {counting[-1]}" if len(counting) > 1 else str(counting[0])
    return (
        f"Over {period} zijn er met deze regel {reckoning.expected} vergaderingen te verwachten. Wij kennen er in die "
        f"jaren {reckoning.held} die zijn gehouden. Van {reckoning.missing} hebben wij niets gevonden."
    )


def _months_in_words(strip: months.Strip) -> str:
    unsure = strip.months - strip.known - strip.empty
    also = f" In {unsure} andere kan er een zijn geweest: de maand staat niet vast." if unsure else ""
    return (
        f"Van {strip.months} maanden die voorbij zijn, kennen wij er {strip.known} met een gehouden vergadering en "
        f"{strip.empty} zonder.{also}"
    )


def _year_row(year: gaps.YearReckoned, register: Register, rows: Mapping[str, GapRow]) -> YearRow:
    return YearRow(
        gap=rows.get(f"stilte-jaar-{year.year}"),
        year=str(year.year),
        expected=year.expected,
        known=len(year.held),
        held=_by_year(year.held, register, SHOWN_OF_YEAR),
        missing=year.missing if year.whole else None,
        dots="●" * len(year.held) + "○" * year.missing,
        apart=tuple((link, one.state) for one in year.apart for link in _meeting_links((one,), register)),
    )


def _meeting_links(meetings: Iterable[Meeting], register: Register) -> tuple[Link, ...]:
    """Links to meetings; those of another table than the national one name their table."""
    national = register.table.id
    return tuple(
        link_to(one.id, register, title_of(one, register)) if one.table == national else labelled(one.id, register)
        for one in meetings
    )


def _by_year(meetings: Sequence[Meeting], register: Register, at_once: int) -> tuple[Link, ...]:
    """Links to meetings; beyond so many, links to the pages of their years, that have them all."""
    if len(meetings) <= at_once:
        return _meeting_links(meetings, register)
    years = Counter(year_of(one) for one in meetings)
    return tuple(Link(f"{count} in {year}", urls.in_year(year)) for year, count in years.items())


def _rule(rule: Frequency) -> str:
    return f"{capitalised(rule.rule)} (stand: {rule.as_of.in_words})" if rule.as_of else capitalised(rule.rule)
