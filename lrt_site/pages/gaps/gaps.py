"""The page of what is missing: meetings, accounts, provinces, figures and papers of which nothing was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.findings.gap_list import GapKind, GapsOnDay, time_since_in_words
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Series
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.portions import ROWS
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Mention, Source
from lrt_site.pages.gaps import information_requests, part
from lrt_site.pages.gaps.coverage import decimal
from lrt_site.pages.gaps.rhythm import RhythmView, rhythm_view
from lrt_site.pages.gaps.rows import COVERAGE, GAPS_AS_DATA, SECTIONS, GapRow, row_of
from lrt_site.pages.shared.common import ALL_DATA, Footnotes, Frame, PageMaker, later, trail
from lrt_site.pages.shared.days import on_day
from lrt_site.pages.shared.portions import NEWEST
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.pages.shared.table import FilledTable, filled, number
from lrt_site.wording.labels import in_order, labelled
from lrt_site.wording.names import link_to, the_table
from lrt_site.wording.plural import in_days, plural
from lrt_site.wording.runs import Link

PUBLISHING_WORDS: Mapping[gaps.Publishing, str] = {
    "verslagen": "volgens een bron zijn verslagen openbaar",
    "andere stukken": "andere stukken, geen verslagen gevonden",
    "niet openbaar": "volgens een bron zijn verslagen niet openbaar",
    "niets gevonden": "niets gevonden",
}


NEARBY = (
    COVERAGE,
    link_to_page(urls.CONTRADICTIONS),
    link_to_page(urls.MENTIONS, ": wat één bron noemt"),
    link_to_page(urls.REPORTING, ": in welke vormen over vergaderingen is bericht"),
)


@dataclass(frozen=True, slots=True)
class ProvinceGapRow:
    """A provincial table, with how many of its meetings have a report on this site."""

    province: Link
    gap: GapRow | None
    meetings: int


@dataclass(frozen=True, slots=True)
class Level:
    """The provincial tables that publish as much."""

    words: str
    rows: tuple[ProvinceGapRow, ...]


@dataclass(frozen=True, slots=True)
class SeriesGapRow:
    """How long a series has been silent, beside its rhythm."""

    series: Link
    gap: GapRow | None
    since: str
    silent: str
    rhythm: str


@dataclass(frozen=True, slots=True)
class Counted:
    """Something counted, with a link to each, or to the first where there are too many for one page."""

    anchor: str
    title: str
    meaning: str
    total: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ReportsView:
    """Held meetings of one kind of table, with and without an account."""

    tables: str
    """Which tables these are."""
    held: int
    missing: int
    forms: tuple[tuple[str, int], ...]
    """How many meetings have an account, by its form."""


@dataclass(frozen=True, slots=True)
class GapsPage:
    """What templates/gaps/gaps.html.jinja is given."""

    template: ClassVar[str] = "gaps/gaps.html.jinja"

    frame: Frame
    kinds: FilledTable
    """How many gaps there are of every kind, with the section that lists them."""
    listed: Mapping[GapKind, tuple[GapRow, ...]]
    """The gaps themselves, by kind; of a kind with too many for one page the first."""
    rhythm: RhythmView
    reports: tuple[ReportsView, ...]
    """Of the national table, and of the provincial ones where they had any."""
    provinces: int
    """How many provincial tables there are."""
    levels: tuple[Level, ...]
    series: tuple[SeriesGapRow, ...]
    enough: int
    """From so many spans between values on a series has a rhythm of its own."""
    counted: tuple[Counted, ...]
    nearby: tuple[Link, ...]
    """Other pages about what is not certain."""


def pages(found: GapsOnDay) -> Iterator[PageMaker]:
    """The page about what is missing, and the one with what was asked for."""
    yield later(urls.GAPS, page, found)
    yield from part.pages(found)
    yield from information_requests.pages(found.register)


def page(found: GapsOnDay) -> GapsPage:
    """The page itself."""
    register, as_of = found.register, found.as_of
    notes = Footnotes(register)
    rows = {gap.id: row_of(gap, register) for gap in found.all}
    of_kind = {kind: tuple(rows[gap.id] for gap in found.all if gap.kind == kind) for kind in SECTIONS}
    listed = {kind: of_kind[kind][: NEWEST if kind in part.divided(found) else None] for kind in SECTIONS}
    rhythm = rhythm_view(register, as_of, notes, rows)
    return GapsPage(
        kinds=filled(
            f"Wat wij niet vonden, geteld: {len(rows)}",
            ("Soort", number("Aantal")),
            ((Link(words, f"#{section}"), str(len(of_kind[kind]))) for kind, (words, section) in SECTIONS.items()),
        ),
        listed=listed,
        rhythm=rhythm,
        reports=tuple(_reports(register)),
        provinces=len(register.all(ProvincialTable)),
        levels=tuple(_levels(register, rows)),
        series=tuple(
            _series_row(staleness, register, rows) for staleness in gaps.staleness(register.all(Series).values(), as_of)
        ),
        enough=gaps.ENOUGH,
        counted=_counted(register),
        nearby=(*NEARBY, *information_requests.links(register)),
        frame=replace(_frame(register, notes, len(rows)), divided=part.way(found, sum(map(len, listed.values())))),
    )


def _frame(register: Register, notes: Footnotes, count: int) -> Frame:
    return Frame(
        address=urls.GAPS,
        title=NAMES[urls.GAPS],
        description=_answer(register, count),
        trail=trail(),
        references=notes.references(),
        data=(ALL_DATA,),
        data_today=(GAPS_AS_DATA,),
    )


def _answer(register: Register, count: int) -> str:
    """Since when nothing was found of the table itself, and on how many places more."""
    if not count:
        return "Wij kennen nu niets dat in onze gegevens ontbreekt."
    own = [meeting for meeting in register.all(Meeting).values() if meeting.table == register.table.id]
    places = plural(count, "plaats", "plaatsen")
    nothing = f"Vergaderingen, verslagen, cijfers en stukken: op {places} vonden wij niets."
    return f"{time_since_in_words(gaps.last_held(own), register)} {nothing}".lstrip()


def _reports(register: Register) -> Iterator[ReportsView]:
    held = [meeting for meeting in register.all(Meeting).values() if meeting.state == "gehouden"]
    national = [meeting for meeting in held if meeting.table == register.table.id]
    provincial = [meeting for meeting in held if meeting.table != register.table.id]
    for tables, meetings in ((the_table(register), national), ("provinciale tafels", provincial)):
        if meetings or tables == the_table(register):
            forms = Counter(meeting.report.form for meeting in meetings if meeting.report)
            yield ReportsView(tables, len(meetings), len(gaps.without_report(meetings)), tuple(sorted(forms.items())))


def _levels(register: Register, rows: Mapping[str, GapRow]) -> Iterator[Level]:
    """The provincial tables by what is known to be public of them."""
    reported = Counter(meeting.table for meeting in register.all(Meeting).values() if meeting.report)
    letters = Counter(output.table for output in register.all(Output).values())
    found: dict[str, list[ProvinceGapRow]] = {words: [] for words in PUBLISHING_WORDS.values()}
    for table in register.all(ProvincialTable).values():
        level = gaps.publishing(table, reported[table.id], letters[table.id])
        link = Link(table.province, urls.page_of(table))
        row = ProvinceGapRow(link, rows.get(f"stilte-provincie-{table.id}"), reported[table.id])
        found[PUBLISHING_WORDS[level]].append(row)
    return (Level(words, tuple(tables)) for words, tables in found.items() if tables)


def _series_row(staleness: gaps.Staleness, register: Register, rows: Mapping[str, GapRow]) -> SeriesGapRow:
    own = staleness.spans >= gaps.ENOUGH
    return SeriesGapRow(
        series=link_to(staleness.series.id, register),
        gap=rows.get(f"stilte-cijfer-{staleness.series.id}"),
        since=_about(staleness),
        silent=_silent(staleness.days),
        rhythm=f"{decimal(staleness.rhythm)} dagen"
        if own
        else f"een jaar; te weinig waarden ({staleness.spans} tussenpozen)",
    )


def _about(staleness: gaps.Staleness) -> str:
    """What the newest value is about; where its source tells no such moment, since when it was known or shown."""
    if staleness.newest is None or staleness.since is None:
        return "geen enkele waarde met een datum"
    if staleness.newest.period or staleness.newest.date:
        return staleness.since.in_words
    shown = staleness.newest.as_shown_at
    return (
        f"zonder datum; {f'volgens een bron {on_day(shown)}' if shown else f'bekend sinds {staleness.since.in_words}'}"
    )


def _silent(days: int | None) -> str:
    if days is None:
        return "niet te zeggen"
    return in_days(days) if days > 0 else "nog niet voorbij"


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
            (source.id for source in sources if not source.found),
        ),
        (
            "losse-vermeldingen",
            NAMES[urls.MENTIONS],
            "Eén bron noemt het, en geen tweede bevestigt het.",
            iter(register.all(Mention)),
        ),
    )
    counted = ((anchor, title, meaning, in_order(found, register)) for anchor, title, meaning, found in kinds)
    return tuple(
        Counted(anchor, title, meaning, len(found), tuple(labelled(text, register) for text in found[:ROWS]))
        for anchor, title, meaning, found in counted
    )
