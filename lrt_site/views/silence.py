"""The page of what is missing: meetings, reports, provinces and figures of which nothing was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Mention, Source
from lrt_site.model.table import Frequency
from lrt_site.views import gaps
from lrt_site.views.common import (
    ESTIMATE,
    Footnotes,
    Frame,
    Link,
    Said,
    in_words,
    link_to,
    trail,
)
from lrt_site.views.labels import in_order, labelled
from lrt_site.views.meetings import title_of, year_of
from lrt_site.words import capitalised

SHOWN_OF_YEAR = 12
SHOWN_IN_ALL = 100

PUBLISHING_WORDS = {
    "verslagen": "volgens een bron zijn verslagen openbaar",
    "andere stukken": "andere stukken, geen verslagen gevonden",
    "niet openbaar": "volgens een bron zijn verslagen niet openbaar",
    "niets gevonden": "niets gevonden",
}


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year of meetings expected and known."""

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
class ProvinceRow:
    """What is known to be public of one provincial table."""

    province: Link
    level: str
    reports: Said | None
    """What a source says about its reports."""
    published: tuple[Said, ...]
    meetings: int
    """How many of its meetings have a report on this site."""


@dataclass(frozen=True, slots=True)
class StaleRow:
    """A series without a recent value."""

    series: Link
    since: str
    years: str
    newest: Said | None


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted, with a link to each."""

    anchor: str
    title: str
    meaning: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RhythmView:
    """Meetings of the national table, expected against known, with the reckoning."""

    rules: tuple[Said, ...]
    """The rules we count with; none when no source gives one."""
    other_rules: tuple[Said, ...]
    sum_in_words: str
    """The reckoning in one sentence."""
    years: tuple[YearRow, ...]
    no_year: tuple[Link, ...]
    outside: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """Held meetings of all tables, with and without an account."""

    held: int
    missing: int
    without: tuple[Link, ...]
    """To each of them, or when there are many to the pages of their years."""
    forms: tuple[tuple[str, int], ...]
    """How many meetings have an account, by its form."""


@dataclass(frozen=True, slots=True)
class GapsPage:
    """What templates/pages/gaps.html.jinja is given."""

    template: ClassVar[str] = "pages/gaps.html.jinja"

    frame: Frame
    rhythm: RhythmView
    reports: ReportsView
    outcome_unknown: tuple[Link, ...]
    provinces: tuple[ProvinceRow, ...]
    levels: tuple[tuple[str, int], ...]
    """How many provincial tables publish what."""
    stale: tuple[StaleRow, ...]
    series: int
    counted: tuple[Counted, ...]
    nearby: tuple[Link, ...]
    """Other pages about what is not certain."""


def pages(register: Register, as_of: date) -> Iterator[GapsPage]:
    """The page about silence, reckoned on a day."""
    notes = Footnotes(register)
    meetings = tuple(register.all(Meeting).values())
    series = register.all(Series).values()
    rhythm = _rhythm(register, as_of, notes)
    provinces = _provinces(register, notes)
    yield GapsPage(
        rhythm=rhythm,
        reports=_reports(register),
        outcome_unknown=_meeting_links(gaps.outcome_unknown(meetings, as_of), register),
        provinces=provinces,
        levels=tuple((words, n) for words in PUBLISHING_WORDS.values() if (n := _count(provinces, words))),
        stale=tuple(_stale_row(one, notes, register) for one in gaps.staleness(series, as_of)),
        series=len(series),
        counted=_counted(register),
        nearby=(
            Link("Waar bronnen elkaar tegenspreken", urls.CONTRADICTIONS),
            Link("Losse vermeldingen, nog niet bevestigd", urls.MENTIONS),
            Link("In welke vormen over vergaderingen is bericht", urls.REPORTING),
        ),
        frame=Frame(
            address=urls.GAPS,
            title="Stilte",
            description="Wat wij niet hebben gevonden: vergaderingen, verslagen, stukken van provincies en cijfers.",
            trail=trail(),
            references=notes.references(),
            data=(Link("index.json", f"{urls.DATA}index.json"),),
        ),
    )


def _rhythm(register: Register, as_of: date, notes: Footnotes) -> RhythmView:
    table = register.table
    meetings = (one for one in register.all(Meeting).values() if one.table == table.id)
    reckoning = gaps.reckon(meetings, table.frequencies, as_of)
    used = {year.rule for year in reckoning.years}
    return RhythmView(
        rules=tuple(notes.said(_rule(one), one) for one in table.frequencies if one.id in used),
        other_rules=tuple(notes.said(_rule(one), one) for one in table.frequencies if one.id not in used),
        sum_in_words=_sum(reckoning),
        years=tuple(_year_row(year, register) for year in reckoning.years),
        no_year=_meeting_links(reckoning.no_year, register),
        outside=_meeting_links(reckoning.outside, register),
    )


def _reports(register: Register) -> ReportsView:
    held = [one for one in register.all(Meeting).values() if one.state == "gehouden"]
    without = gaps.without_report(held)
    forms = Counter(one.report.form for one in held if one.report)
    return ReportsView(
        held=len(held),
        missing=len(without),
        without=_by_year(without, register, SHOWN_IN_ALL),
        forms=tuple(sorted(forms.items())),
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


def _year_row(year: gaps.YearReckoned, register: Register) -> YearRow:
    return YearRow(
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
        link_to(one.id, register, title_of(one)) if one.table == national else labelled(one.id, register)
        for one in meetings
    )


def _by_year(meetings: Sequence[Meeting], register: Register, at_once: int) -> tuple[Link, ...]:
    """Links to meetings; beyond so many, links to the pages of their years, that have them all."""
    if len(meetings) <= at_once:
        return _meeting_links(meetings, register)
    years = Counter(year_of(one) for one in meetings)
    return tuple(Link(f"{count} in {year}", urls.in_year(year)) for year, count in years.items())


def _provinces(register: Register, notes: Footnotes) -> tuple[ProvinceRow, ...]:
    reported = Counter(one.table for one in register.all(Meeting).values() if one.report)
    return tuple(_province_row(one, reported[one.id], notes) for one in register.all(ProvincialTable).values())


def _province_row(table: ProvincialTable, reported: int, notes: Footnotes) -> ProvinceRow:
    published = [
        notes.said(f"{one.what} ({in_words(one.date, one.date_note, one.not_before, one.not_after)})", one)
        for one in table.publications
    ]
    if table.website:
        published.append(notes.said("Een eigen pagina op het web", table.website))
    reports = table.reports
    said = {True: "Openbaar, volgens de bron.", False: "Niet openbaar, volgens de bron.", None: "Niet vastgesteld."}
    return ProvinceRow(
        province=Link(table.province, urls.page_of(table)),
        level=PUBLISHING_WORDS[gaps.publishing(table, reported)],
        reports=notes.said(said[reports.public], reports) if reports else None,
        published=tuple(published),
        meetings=reported,
    )


def _count(rows: Iterable[ProvinceRow], level: str) -> int:
    return sum(row.level == level for row in rows)


def _stale_row(stale: gaps.Staleness, notes: Footnotes, register: Register) -> StaleRow:
    years = {None: "niet te zeggen", 1: "1 heel jaar"}.get(stale.years, f"{stale.years} hele jaren")
    newest = stale.newest
    return StaleRow(
        series=link_to(stale.series.id, register),
        since=stale.since.in_words if stale.since else "geen enkele waarde met een datum",
        years=years,
        newest=notes.said(newest.unit, newest, marks=(ESTIMATE,) if stale.series.kind == "raming" else ())
        if newest
        else None,
    )


def _counted(register: Register) -> tuple[Counted, ...]:
    records = tuple(register.records.values())
    sources = register.all(Source).values()
    kinds = (
        (
            "niet-geverifieerd",
            "Niet geverifieerd",
            "De bron draagt het niet of niet helemaal, of wij vonden de bron niet terug.",
            gaps.unverified(records),
        ),
        (
            "zonder-datum",
            "Zonder eigen datum",
            "De bron noemt geen datum, of alleen een grens. Bij een bron: het stuk draagt zelf geen datum.",
            gaps.undated(records),
        ),
        (
            "niet-teruggevonden",
            "Bronnen die niet zijn teruggevonden",
            "Wij konden het stuk of de pagina niet opnieuw openen.",
            (one.id for one in sources if not one.found),
        ),
        (
            "losse-vermeldingen",
            "Losse vermeldingen",
            "Eén bron noemt het, en geen tweede bevestigt het.",
            iter(register.all(Mention)),
        ),
    )
    return tuple(
        Counted(anchor, title, meaning, tuple(labelled(one, register) for one in in_order(identifiers, register)))
        for anchor, title, meaning, identifiers in kinds
    )


def _rule(rule: Frequency) -> str:
    return f"{capitalised(rule.rule)} (stand: {rule.as_of.in_words})" if rule.as_of else capitalised(rule.rule)
