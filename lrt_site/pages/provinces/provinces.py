"""The provincial tables: their numbers in one table, and one page each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.observations import spreads
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Series
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.table import Table
from lrt_site.pages.provinces import province
from lrt_site.pages.provinces.map import ProvinceMap, ProvinceNumbers, maps_of
from lrt_site.pages.provinces.numbers import (
    AgedFact,
    Group,
    asked,
    dated,
    difference,
    found,
    newest_first,
    newest_known,
)
from lrt_site.pages.provinces.ranking import outcome, ranking, spread_in_time
from lrt_site.pages.shared.charts import Chart
from lrt_site.pages.shared.common import (
    DERIVED,
    Footnotes,
    Frame,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    trail,
)
from lrt_site.pages.shared.neighbours import in_turn
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link
from lrt_site.wording.text import listed


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A provincial table in the overview."""

    link: Link
    asked: str
    found: str
    dated: AgedFact | None
    """When both were so, with their sources and how old they are on the day of the page."""
    difference: Said | None
    """What we work out of both, where their source gives them exactly."""
    reports: str
    """Whether its reports are public."""
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class ProvincesPage:
    """What templates/provinces/provinces.html.jinja is given."""

    template: ClassVar[str] = "provinces/provinces.html.jinja"

    frame: Frame
    lead: Said
    """What a source says of all provincial tables, or else where they are: the page begins with it or `outcome`."""
    chairs: str
    """Of which provinces a source names the chair."""
    unit: str
    """What the numbers count, where that is one thing."""
    rows: tuple[ProvinceRow, ...]
    outcome: Said | None
    """Where more was found than was asked and where less, which we work out."""
    maps: tuple[ProvinceMap, ...]
    moments: str
    """Between which moments the numbers on the maps and the bars are, where that is not one."""
    ranking: Chart | None
    """What was asked and found as bars, the most asked first."""
    chairs_note: str
    in_general: tuple[Said, ...]
    """What more holds for all provincial tables."""
    target: tuple[Link, ...]
    """The series that divide a figure over the provinces."""


def pages(register: Register, as_of: date) -> Iterator[PageView | PageMaker]:
    """Every page about provincial tables, on a day."""
    tables = in_order(register)
    yield later(urls.PROVINCES, _overview, register, tables, as_of)
    for table, neighbours in in_turn(tables):
        yield later(urls.page_of(table), province.page, register, table, neighbours, as_of)


def in_order(register: Register) -> tuple[ProvincialTable, ...]:
    """The provincial tables by the name of their province."""
    return tuple(sorted(register.all(ProvincialTable).values(), key=lambda table: (table.province, table.id)))


def _overview(register: Register, tables: tuple[ProvincialTable, ...], as_of: date) -> ProvincesPage:
    notes = Footnotes(register)
    national = next(iter(register.all(Table).values()), None)
    lead = _lead(national, tables, notes)
    numbers = [newest_known(newest_first(table, register)) for table in tables]
    units = {group.figures.unit for group in numbers if group}
    unit = units.pop() if len(units) == 1 else ""
    known = [_known(register, table, group) for table, group in zip(tables, numbers, strict=True)]
    return ProvincesPage(
        outcome=replace(notes.plain(told), marks=(DERIVED,)) if (told := outcome(known, unit)) else None,
        maps=maps_of(known, unit),
        moments=spread_in_time(known),
        ranking=ranking(known, unit),
        lead=lead,
        chairs=_chairs(tables),
        unit=unit,
        rows=tuple(
            _province_row(register, table, group, notes, as_of, one_unit=bool(unit))
            for table, group in zip(tables, numbers, strict=True)
        ),
        chairs_note=(national.provincial_chairs_note or "") if national else "",
        in_general=tuple(
            notes.said(statement.text, statement, "text", about=statement.id)
            for statement in (national.provincial[1:] if national else ())
        ),
        target=tuple(_divided(register, {table.province for table in tables})),
        frame=Frame(
            urls.PROVINCES,
            "Provinciale tafels",
            told or lead.text,
            trail(),
            references=notes.references(),
            data=data_links(*tables),
        ),
    )


def _divided(register: Register, provinces: Set[str]) -> Iterator[Link]:
    for series in register.all(Series).values():
        if any(provinces & set(spread.areas) for spread in spreads(series)):
            yield link_to(series.id, register)


def _known(register: Register, table: ProvincialTable, group: Group | None) -> ProvinceNumbers:
    return ProvinceNumbers(link_to(table.id, register), group, bool(table.reports and table.reports.public))


def _lead(national: Table | None, tables: Sequence[ProvincialTable], notes: Footnotes) -> Said:
    if national and national.provincial:
        first = national.provincial[0]
        return notes.said(first.text, first, "text", about=first.id)
    if tables:
        return notes.plain(f"Er zijn provinciale tafels in {listed([table.province for table in tables])}.")
    return notes.plain("Er zijn nog geen provinciale tafels beschreven.")


def _chairs(tables: Sequence[ProvincialTable]) -> str:
    """Where a source itself names anybody as chair, now or before, in one sentence or two."""
    if not tables:
        return ""
    named = [table.province for table in tables if any(chair.named_as_chair for chair in table.chairs)]
    if not named:
        return "Geen bron die wij vonden, noemt een voorzitter van zo’n tafel bij naam."
    told = f"In {listed(named)} noemt een bron wie de tafel voorzit of voorzat."
    others = " In de andere provincies kennen wij alleen wie het ambt heeft dat daarbij hoort."
    return f"{told}{others if len(named) < len(tables) else ''}"


def _province_row(
    register: Register, table: ProvincialTable, known: Group | None, notes: Footnotes, as_of: date, *, one_unit: bool
) -> ProvinceRow:
    unit = known.figures.unit if known and not one_unit else ""
    return ProvinceRow(
        link=link_to(table.id, register),
        asked=asked(known, unit) if known else "",
        found=found(known, unit) if known else "",
        dated=dated(known, notes, as_of) if known else None,
        difference=difference(known, notes) if known else None,
        reports=province.reports_in_words(table),
        contradictions=contradiction_links(register, table.id),
    )
