"""Of which meetings an account is known: every meeting of every table beside its account, and how long that took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.findings.gap_list import GapsOnDay, gathering_ids, id_of_outcome, id_of_report, is_to_come, since_of
from lrt_site.findings.meeting_order import in_order, year_of
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.meetings import Meeting, Report
from lrt_site.model.provinces import DatedItem, ProvincialTable
from lrt_site.model.publications import History, Publication
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.gaps.no_reports import newest_account
from lrt_site.pages.gaps.rows import GAPS_AS_DATA
from lrt_site.pages.shared.common import (
    ALL_DATA,
    DATES,
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    Said,
    later,
    marks_of,
    trail,
)
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import has_provincial_tables, name_of, the_table
from lrt_site.wording.plural import decimal, in_days, plural
from lrt_site.wording.runs import Link

SHOWN_AT_ONCE = 150
"""Maximum number of meetings on one page; beyond it each year has a page of its own."""
A_GATHERING = "bijeenkomst"
"""What stands in the place of the state of something that is no meeting in our records."""


@dataclass(frozen=True, slots=True)
class OnThisSite:
    """Since when this site has shown the account of each meeting, by its publications."""

    start: PartialDate | None = None
    """The day of the first publication; absent while there is none."""
    first: Mapping[str, Publication] = field(default_factory=lambda: MappingProxyType({}))
    """For every meeting with a published account the first publication that held it."""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A meeting, or a gathering that is no meeting in our records, beside its account."""

    anchor: str
    meeting: Link | None
    gathering: Said | None
    """What it was, where it is no meeting in our records."""
    marks: tuple[Mark, ...]
    state: str
    report: Said | None
    none: Link | str
    """What stands there when there is no account: the gap, or why none is to be expected."""
    form: str
    publisher: Link | str
    published: str
    days: str
    """From the meeting to the day of publication that the source gives."""
    here: str
    """Since when this site has shown it."""
    of_the_day: bool
    """Whether time alone can change what stands in the place of the account."""


@dataclass(frozen=True, slots=True)
class TableOfRows:
    """The meetings of one table, the newest first."""

    table: Link
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Meetings counted together."""

    name: Link | str
    held: int
    reported: int
    missing: int
    other: int
    """Planned, announced or cancelled."""
    gatherings: int
    timed: int
    """Of how many sources give both days."""
    middle: str
    """The median number of days to publication; empty where too few are known."""
    of_the_day: bool = False
    """Whether it counts nothing yet: a year that time alone has brought."""


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What templates/gaps/coverage.html.jinja is given: the overview, or one year of it."""

    template: ClassVar[str] = "gaps/coverage.html.jinja"

    frame: Frame
    sum: Total
    by_table: tuple[Total, ...]
    by_year: tuple[Total, ...]
    tables: tuple[TableOfRows, ...]
    years: tuple[Link, ...]
    """To the pages of the years, when there is too much for one page."""
    enough: int
    """Minimum sample for a median."""
    nearby: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """Something that gathered: a meeting, or what a source calls a gathering."""

    table: str
    dated: Meeting | DatedItem
    gap: str
    """Of a gathering the id of its gap."""
    order: date
    year: int | None
    days: int | None = None


def on_this_site(history: History, until: Publication) -> OnThisSite:
    """What the publications up to and with one of them tell of accounts."""
    first = {
        identifier: version.publication
        for identifier in history.known(until)
        for version in reversed(history.versions(identifier))
        if version.publication.number <= until.number
        and isinstance(version.record, Meeting)
        and version.record.report is not None
    }
    return OnThisSite(history.publications[0].date, first)


def pages(register: Register, missing: GapsOnDay, shown: OnThisSite) -> Iterator[PageMaker]:
    """The page about accounts of meetings, and where there are too many for one page one for each year."""
    known = tuple(_all_known(register))
    years = sorted({item.order.year for item in known if item.order != date.min}, reverse=True)
    many = len(known) > SHOWN_AT_ONCE
    links = tuple(Link(str(year), urls.coverage_in(year)) for year in years) if many else ()
    yield later(urls.COVERAGE, _overview, register, missing, shown, known, links)
    if many:
        for year in years:
            of_year = tuple(item for item in known if item.order.year == year)
            yield later(urls.coverage_in(year), _year, register, missing, shown, of_year, year)


def days_between(meeting: Meeting) -> int | None:
    """Days from a meeting to the publication of its account, where sources give both days."""
    published = meeting.report.date if meeting.report else None
    if not (meeting.date and meeting.date.is_day and published and published.is_day):
        return None
    return (published.earliest - meeting.date.earliest).days


def _days_after(days: int) -> str:
    """On which day something was published, by the day of the meeting."""
    if days == 0:
        return "dezelfde dag"
    words = in_days(abs(days))
    return words if days > 0 else f"{words} ervoor"


def _all_known(register: Register) -> Iterator[_Known]:
    for meeting in in_order(register):
        order = gaps.latest_day(meeting) or date(year_of(meeting), 1, 1)
        yield _Known(meeting.table, meeting, "", order, gaps.certain_year(meeting), days_between(meeting))
    for table in register.all(ProvincialTable).values():
        for identifier, gathering in zip(gathering_ids(table), table.gatherings, strict=True):
            order = since.latest if (since := since_of(gathering)) else date.min
            yield _Known(table.id, gathering, identifier, order, gaps.certain_year(gathering))


def _overview(
    register: Register, missing: GapsOnDay, shown: OnThisSite, known: Sequence[_Known], years: tuple[Link, ...]
) -> CoveragePage:
    undated = [item for item in known if item.order == date.min]
    notes = Footnotes(register)
    return CoveragePage(
        sum=_total("Alle tafels samen", known),
        by_table=tuple(_by_table(register, known, every=True)),
        by_year=tuple(_by_year(known, missing.as_of.year)),
        tables=_tables(register, missing, shown, undated if years else known, notes, every=not years),
        years=years,
        enough=gaps.ENOUGH,
        nearby=_nearby(),
        frame=_frame(register, known, notes, link_to_page(urls.COVERAGE), link_to_page(urls.REPORTING)),
    )


def _year(
    register: Register, missing: GapsOnDay, shown: OnThisSite, known: Sequence[_Known], year: int
) -> CoveragePage:
    notes = Footnotes(register)
    here = Link(f"{NAMES[urls.COVERAGE]}, {year}", urls.coverage_in(year))
    return CoveragePage(
        sum=_total(str(year), known),
        by_table=tuple(_by_table(register, known, every=False)),
        by_year=(),
        tables=_tables(register, missing, shown, known, notes, every=False),
        years=(),
        enough=gaps.ENOUGH,
        nearby=_nearby(),
        frame=_frame(register, known, notes, here, link_to_page(urls.REPORTING), link_to_page(urls.COVERAGE)),
    )


def _frame(register: Register, known: Sequence[_Known], notes: Footnotes, here: Link, *above: Link) -> Frame:
    return Frame(
        here.address,
        here.title,
        _answer(register, known),
        trail(*above),
        references=notes.references(),
        data=(ALL_DATA,),
        data_today=(GAPS_AS_DATA,),
    )


def _nearby() -> tuple[Link, ...]:
    return (
        link_to_page(urls.GAPS),
        link_to_page(urls.REPORTING, ": in welke vormen over vergaderingen is bericht"),
        Link("Alle vergaderingen", urls.MEETINGS),
        Link("Provinciale tafels", urls.PROVINCES),
    )


def _answer(register: Register, known: Sequence[_Known]) -> str:
    """The newest account of the national table, then how many of its meetings have one, and of provincial tables."""
    national = _total("", [item for item in known if item.table == register.table.id])
    provincial = _total("", [item for item in known if item.table != register.table.id])
    others = _told(provincial, "provinciale tafels") if provincial.held else ""
    newest = newest_account(register, {item.dated.id for item in known if isinstance(item.dated, Meeting)})
    return " ".join(filter(None, (newest, _told(national, the_table(register)), others)))


def _told(total: Total, tables: str) -> str:
    if not total.held:
        return f"Wij kennen hier geen gehouden vergadering van {tables}."
    held = plural(total.held, "gehouden vergadering", "gehouden vergaderingen")
    which = "daarbij" if total.held == 1 else f"bij {total.reported or 'geen enkele'}"
    account = "geen verslag of bericht" if total.held == 1 and not total.reported else "een verslag of bericht"
    return f"Van {tables} kennen wij {held}, en {which} {account}."


def _by_table(register: Register, known: Sequence[_Known], *, every: bool) -> Iterator[Total]:
    for table in _table_links(register):
        inside = [item for item in known if item.table == table[0]]
        if inside or every:
            yield _total(table[1], inside)


def _by_year(known: Sequence[_Known], until: int) -> Iterator[Total]:
    certain = [item.year for item in known if item.year is not None]
    newest = max(certain, default=0)
    for year in range(min(certain, default=until), max(until, newest) + 1):
        yield replace(_total(str(year), [item for item in known if item.year == year]), of_the_day=year > newest)
    unsure = [item for item in known if item.year is None]
    if unsure:
        yield _total("jaar niet zeker", unsure)


def _table_links(register: Register) -> tuple[tuple[str, Link], ...]:
    """Every table with a link that names it, the national one first."""
    provincial = sorted(register.all(ProvincialTable).values(), key=lambda table: (table.province, table.id))
    return (
        (register.table.id, Link("Landelijke tafel" if has_provincial_tables(register) else "De tafel", urls.TABLE)),
        *((table.id, Link(name_of(table.id, register), urls.page_of(table))) for table in provincial),
    )


def _total(name: Link | str, known: Iterable[_Known]) -> Total:
    known = tuple(known)
    meetings = [item.dated for item in known if isinstance(item.dated, Meeting)]
    held = [meeting for meeting in meetings if meeting.state == "gehouden"]
    missing = len(gaps.without_report(held))
    days = [item.days for item in known if item.days is not None]
    middle = gaps.median_of(days)
    return Total(
        name=name,
        held=len(held),
        reported=len(held) - missing,
        missing=missing,
        other=len(meetings) - len(held),
        gatherings=len(known) - len(meetings),
        timed=len(days),
        middle=decimal(middle) if middle is not None else "",
    )


def _tables(
    register: Register, missing: GapsOnDay, shown: OnThisSite, known: Sequence[_Known], notes: Footnotes, *, every: bool
) -> tuple[TableOfRows, ...]:
    found = []
    for table, link in _table_links(register):
        inside = sorted((item for item in known if item.table == table), key=lambda known: known.order, reverse=True)
        if inside or every:
            rows = (_row(register, known, shown, missing, notes) for known in inside)
            found.append(TableOfRows(link, tuple(rows)))
    return tuple(found)


def _row(register: Register, known: _Known, shown: OnThisSite, missing: GapsOnDay, notes: Footnotes) -> CoverageRow:
    meeting = known.dated
    if isinstance(meeting, DatedItem):
        return _gathering_row(known.gap, meeting, missing, notes)
    report = meeting.report
    return CoverageRow(
        anchor=f"dekking-{meeting.id}",
        meeting=Link(title_of(meeting, register), urls.page_of(meeting)),
        gathering=None,
        marks=marks_of(meeting),
        state=meeting.state,
        report=notes.said(report.title, report, "title") if report else None,
        none=_no_report(meeting, missing),
        form=report.form if report else "",
        publisher=_publisher(register, report) if report else "",
        published=report.date.in_words if report and report.date else "dag niet bekend",
        days=_days_after(known.days) if known.days is not None else _unknown_day(meeting),
        here=_here(meeting, shown) if report else "",
        of_the_day=meeting.state in ("aangekondigd", "gepland"),
    )


def _no_report(meeting: Meeting, missing: GapsOnDay) -> Link | str:
    if meeting.state == "gehouden":
        return Link("niet gevonden", missing.address_of(id_of_report(meeting)))
    if gaps.outcome_unknown((meeting,), missing.as_of):
        return Link("niet bekend of zij is gehouden", missing.address_of(id_of_outcome(meeting)))
    return "afgelast" if meeting.state == "afgelast" else "nog niet geweest"


def _unknown_day(meeting: Meeting) -> str:
    if not (meeting.date and meeting.date.is_day):
        return "dag van de vergadering niet bekend"
    return "dag van publicatie niet bekend"


def _publisher(register: Register, report: Report) -> Link | str:
    source = register.all(Source).get(report.source)
    return Link(report.publisher, source.url) if source and source.url and source.found else report.publisher


def _here(meeting: Meeting, shown: OnThisSite) -> str:
    """Since which publication; the days only of a meeting that is no older than the first one."""
    first = shown.first.get(meeting.id)
    if first is None or shown.start is None:
        return "nog niet gepubliceerd"
    since = f"publicatie {first.number}, {first.date.in_words}"
    when = meeting.date
    if when is None or when.earliest < shown.start.earliest:
        return since
    if not when.is_day:
        return f"{since}; dag van de vergadering niet bekend"
    days = (first.date.earliest - when.earliest).days
    return f"{since}; {'op de dag zelf' if days == 0 else in_days(days) + ' na de vergadering'}"


def _gathering_row(identifier: str, item: DatedItem, missing: GapsOnDay, notes: Footnotes) -> CoverageRow:
    when = when_of(item)
    return CoverageRow(
        anchor=identifier.replace("stilte", "dekking", 1),
        meeting=None,
        gathering=notes.said(f"{item.what} ({when})", item, "what", *DATES),
        marks=(),
        state=A_GATHERING,
        report=None,
        none="nog niet geweest"
        if is_to_come(item, missing.as_of)
        else Link("niet gevonden", missing.address_of(identifier)),
        form="",
        publisher="",
        published="",
        days="",
        here="",
        of_the_day=True,
    )
