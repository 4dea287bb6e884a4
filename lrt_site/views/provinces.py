"""The provincial tables: all of them in one table, and one page each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.figures import Series
from lrt_site.model.provinces import LabelledValue, ProvincialFigures, ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.table import Table
from lrt_site.views import province
from lrt_site.views.common import (
    Footnotes,
    Frame,
    Link,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    link_to,
    trail,
)
from lrt_site.views.observed import spreads

ASKED = "gevraagd"
"""The label by which editors name what was asked of a province."""
FOUND = "gevonden"
"""How the labels begin of what a province found."""


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """A provincial table in the overview."""

    link: Link
    name: Said | None
    chair: Said | None
    """The last whom a source shows in the office, not who is only named for it."""
    chair_term: str
    chair_named: str
    """Whether a source names this person as chair of the table."""
    reports: str
    asked: Said | None
    found: tuple[Said, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class ProvincesPage:
    """What templates/pages/provinces.html.jinja is given."""

    template: ClassVar[str] = "pages/provinces.html.jinja"

    frame: Frame
    rows: tuple[ProvinceRow, ...]
    chairs_note: str
    in_general: tuple[Link, ...]
    """What holds for all provincial tables, on the page of the table."""
    target: tuple[Link, ...]
    """The series that divide a figure over the provinces."""


def pages(register: Register) -> Iterator[PageView | PageMaker]:
    """Every page about provincial tables."""
    tables = in_order(register)
    yield later(urls.PROVINCES, _overview, register, tables)
    for place, table in enumerate(tables):
        before = tables[place - 1] if place else None
        after = tables[place + 1] if place + 1 < len(tables) else None
        yield later(urls.page_of(table), province.page, register, table, before, after)


def in_order(register: Register) -> tuple[ProvincialTable, ...]:
    """The provincial tables by the name of their province."""
    return tuple(sorted(register.all(ProvincialTable).values(), key=lambda one: (one.province, one.id)))


def _overview(register: Register, tables: tuple[ProvincialTable, ...]) -> ProvincesPage:
    notes = Footnotes(register)
    public = sum(1 for one in tables if one.reports and one.reports.public)
    count = {0: "geen enkele", 1: "één"}.get(public, str(public))
    national = next(iter(register.all(Table).values()), None)
    provinces = {one.province for one in tables}
    return ProvincesPage(
        rows=tuple(_province_row(register, table, notes) for table in tables),
        chairs_note=(national.provincial_chairs_note or "") if national else "",
        in_general=tuple(
            link_to(one.id, register, one.text) for one in (national.provincial if national else ()) if one.id
        ),
        target=tuple(
            link_to(series.id, register)
            for series in register.all(Series).values()
            if any(provinces & set(spread.areas) for spread in spreads(series))
        ),
        frame=Frame(
            urls.PROVINCES,
            "Provinciale tafels",
            f"{len(tables)} provinciale tafels. Van {count} daarvan zegt een bron dat de verslagen openbaar zijn."
            if tables
            else "Er zijn nog geen provinciale tafels beschreven.",
            trail(),
            references=notes.references(),
            data=data_links(*tables),
        ),
    )


def _province_row(register: Register, table: ProvincialTable, notes: Footnotes) -> ProvinceRow:
    name = table.names[-1] if table.names else None
    chair = next((one for one in reversed(table.chairs) if province.in_office(one)), None)
    asked = next((one for one in reversed(table.figures) if any(v.label == ASKED for v in one.values)), None)
    values = asked.values if asked else ()
    return ProvinceRow(
        link=link_to(table.id, register),
        name=_unnoted(notes.said(name.name, name)) if name else None,
        chair=_unnoted(notes.said(chair.name, chair)) if chair else None,
        chair_term=province.term(chair) if chair else "",
        chair_named=(province.NAMED if chair.named_as_chair else province.NOT_NAMED) if chair else "",
        reports=province.reports_in_words(table),
        asked=next((_figure(notes, asked, one) for one in values if one.label == ASKED), None) if asked else None,
        found=tuple(_figure(notes, asked, one, FOUND) for one in values if one.label.startswith(FOUND))
        if asked
        else (),
        contradictions=contradiction_links(register, table.id),
    )


def _figure(notes: Footnotes, group: ProvincialFigures, value: LabelledValue, label: str = ASKED) -> Said:
    """A number with what its label and date add to the heading of its column."""
    unit = f" {group.unit}" if label == ASKED else ""
    more = [value.label.removeprefix(label).strip(), value.date.in_words if value.date else ""]
    added = f" ({', '.join(filter(None, more))})" if any(more) else ""
    return _unnoted(notes.said(f"{province.value_in_words(value)}{unit}{added}", group, value.source))


def _unnoted(said: Said) -> Said:
    return replace(said, note=())
