"""Figures: the overview by theme, and one page for each series with its charts and every value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.figures import Observation, Series, SeriesKind
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.table import Table
from lrt_site.views import figure_dates
from lrt_site.views.common import (
    ESTIMATE,
    Footnotes,
    Frame,
    Link,
    Mark,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    link_to,
    name_of,
    number,
    trail,
)
from lrt_site.views.days import DayList, Days, day_list
from lrt_site.views.drawn import Drawing, drawings_of
from lrt_site.views.lives import Life, figures_of, lives
from lrt_site.views.meetings import in_order, title_of
from lrt_site.views.observed import (
    Spread,
    amount,
    in_a_sentence,
    known_since,
    moment,
    newest,
    spreads,
    total_compared,
)
from lrt_site.views.page_names import link_to_page

KINDS: Mapping[SeriesKind, str] = {
    "stand": "Hoeveel er op één moment zijn.",
    "stroom": "Hoeveel er in een periode bij komen, weggaan of veranderen.",
    "norm": "Wat er moet gebeuren: een opgave of een taakstelling.",
    "raming": "Wat iemand toen verwachtte of schatte. Het werkelijke aantal kan anders zijn.",
}
"""What each kind of figure is, explained once on the overview."""

COMPUTED = Mark("door ons berekend", "derived")


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series in the overview."""

    link: Link
    kind: SeriesKind
    newest: Said | None
    """The value about the latest moment, in words."""
    values: int


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of the overview with its series."""

    name: str
    topic: Link | None
    """What the table says of this subject."""
    rows: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What templates/pages/figures.html.jinja is given."""

    template: ClassVar[str] = "pages/figures.html.jinja"

    frame: Frame
    themes: tuple[Theme, ...]
    kinds: tuple[tuple[SeriesKind, str], ...]
    """Each kind of figure with what it is."""
    dates: DayList = field(compare=False)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """An observation as a line of the table of all values."""

    when: str
    area: str
    part: str
    value: Said
    unit: str
    status: str
    known: str
    shown: str
    due: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the table of all values needs: those in which any value says something."""

    area: bool
    part: bool
    unit: bool
    status: bool
    known: bool
    shown: bool
    due: bool


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An area with its value in each version; none where a version has none."""

    area: Link | str
    values: tuple[Said | None, ...]


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A line under the areas: the printed total, the sum of the rows, or the difference."""

    name: str
    marks: tuple[Mark, ...]
    values: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class VersionHead:
    """A version as the heading of a column."""

    link: Link
    """To its first value in the table of all values."""
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class SpreadView:
    """The values per area of one part, the versions beside each other."""

    heading: str
    unit: str
    versions: tuple[VersionHead, ...]
    rows: tuple[AreaRow, ...]
    totals: tuple[TotalRow, ...]
    compared: tuple[str, ...]
    """For each version in a sentence: the printed total beside the sum of the rows."""


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """What templates/pages/series.html.jinja is given."""

    template: ClassVar[str] = "pages/series.html.jinja"

    frame: Frame
    newest: str
    """The value about the latest moment, in words."""
    kind: SeriesKind
    kind_meaning: str
    theme: str
    topic: Link | None
    counts: str
    leaves_out: str
    units: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    spreads: tuple[SpreadView, ...]
    lives: tuple[Life, ...]
    """How values changed after a source had given them."""
    rows: tuple[ValueRow, ...]
    columns: Columns
    csv: Link
    used_in: tuple[tuple[Link, tuple[Link, ...]], ...]
    """The meetings that used a value of this series, with the values."""


def pages(register: Register, as_of: date) -> Iterator[PageView | PageMaker]:
    """The overview, the page of every series, and that of every day."""
    grouped = themes(register)
    calendar = figure_dates.calendar(register, as_of)
    series = tuple(one for _, members in grouped for one in members)
    yield later(urls.FIGURES, _overview, register, calendar.days)
    for place, one in enumerate(series):
        before = series[place - 1] if place else None
        after = series[place + 1] if place + 1 < len(series) else None
        yield later(urls.page_of(one), _series_page, register, one, before, after)
    yield from figure_dates.pages(register, grouped, calendar)


def themes(register: Register) -> tuple[tuple[str, tuple[Series, ...]], ...]:
    """The themes with their series: first the topics of the table in their own order, then the others by name."""
    by_theme: dict[str, list[Series]] = {}
    for one in register.all(Series).values():
        by_theme.setdefault(one.theme, []).append(one)
    topics = [topic.name for table in register.all(Table).values() for topic in table.topics]
    known = [name for name in dict.fromkeys(topics) if name in by_theme]
    return tuple((name, tuple(by_theme[name])) for name in (*known, *sorted(by_theme.keys() - set(known))))


def _topic(register: Register, theme: str) -> Link | None:
    topics = (topic for table in register.all(Table).values() for topic in table.topics)
    return next((link_to(topic.id, register, topic.text) for topic in topics if topic.name == theme), None)


def _overview(register: Register, days: Days) -> FiguresPage:
    notes = Footnotes(register)
    series = register.all(Series).values()
    values = sum(len(one.observations) for one in series)
    return FiguresPage(
        themes=tuple(
            Theme(name, _topic(register, name), tuple(_series_row(register, one, notes) for one in members))
            for name, members in themes(register)
        ),
        kinds=tuple(KINDS.items()),
        dates=day_list("Welke cijfers hadden bronnen op deze dag gegeven?", days, urls.figures_on),
        frame=Frame(
            urls.FIGURES,
            "Cijfers",
            f"{len(series)} reeksen met samen {number(values)} waarden, elk met hun bron."
            if series
            else "Er zijn nog geen cijfers beschreven.",
            trail(),
            references=notes.references(),
            data=data_links(*series),
        ),
    )


def _series_row(register: Register, series: Series, notes: Footnotes) -> SeriesRow:
    latest = newest(series.observations)
    return SeriesRow(
        link=link_to(series.id, register),
        kind=series.kind,
        newest=_said(notes, series, latest, in_a_sentence(latest)) if latest else None,
        values=len(series.observations),
    )


def _said(notes: Footnotes, series: Series, one: Observation, text: str, anchored: bool = False) -> Said:
    """A value with its marks; it is an anchor only where its id is to be found, once a page."""
    marks = (ESTIMATE,) if series.kind == "raming" else ()
    said = notes.said(text, one, "value", anchor=one.id, marks=marks)
    return said if anchored else replace(said, anchor=None, note=())


def _unmarked(said: Said) -> Said:
    """A value in a table whose headings carry the marks of contradictions."""
    return replace(said, contradictions=())


def _series_page(register: Register, series: Series, before: Series | None, after: Series | None) -> SeriesPage:
    notes = Footnotes(register)
    latest = newest(series.observations)
    sentence = f"De nieuwste waarde is {in_a_sentence(latest)}." if latest else "Er zijn nog geen waarden."
    return SeriesPage(
        newest=sentence,
        kind=series.kind,
        kind_meaning=KINDS[series.kind],
        theme=series.theme,
        topic=_topic(register, series.theme),
        counts=series.counts,
        leaves_out=series.leaves_out or "",
        units=tuple(dict.fromkeys(one.unit for one in series.observations)),
        drawings=tuple(drawings_of(series)),
        spreads=tuple(_spread_view(register, series, one, notes) for one in spreads(series)),
        lives=lives(register, series, notes),
        rows=tuple(_value_rows(series, notes)),
        columns=_columns(series),
        csv=Link(f"{series.id}.csv", urls.figures_of(series.id)),
        used_in=tuple(_used_in(register, series)),
        frame=Frame(
            address=urls.page_of(series),
            title=name_of(series.id, register),
            description=f"{series.name}: {sentence[:1].lower()}{sentence[1:]}",
            trail=trail(link_to_page(urls.FIGURES)),
            contradictions=notes.contradictions(series),
            references=notes.references(),
            data=data_links(series),
            previous=link_to(before.id, register) if before else None,
            next=link_to(after.id, register) if after else None,
            record=series.id,
        ),
    )


def _value_rows(series: Series, notes: Footnotes) -> Iterator[ValueRow]:
    """All observations in the order of the record. The first of those that share an id carries the anchor."""
    seen: set[str] = set()
    for one in series.observations:
        said = _said(notes, series, one, amount(one), anchored=True)
        yield ValueRow(
            when=moment(one),
            area=one.area or "geheel",
            part=one.part or "geheel",
            value=replace(said, anchor=None, contradictions=()) if one.id in seen else said,
            unit=one.unit,
            status=one.status,
            known=known_since(one) or "niet vermeld",
            shown=one.as_shown_at.in_words if one.as_shown_at else "niet vermeld",
            due=one.due.in_words if one.due else "niet vermeld",
        )
        seen.add(one.id)


def _columns(series: Series) -> Columns:
    every = series.observations
    return Columns(
        area=any(one.area for one in every),
        part=any(one.part for one in every),
        unit=len({one.unit for one in every}) > 1,
        status=any(one.status != "niet vermeld" for one in every),
        known=any(known_since(one) for one in every),
        shown=any(one.as_shown_at for one in every),
        due=any(one.due for one in every),
    )


def _spread_view(register: Register, series: Series, spread: Spread, notes: Footnotes) -> SpreadView:
    provinces = {one.province: one.id for one in register.all(ProvincialTable).values()}

    def cell(one: Observation | None) -> Said | None:
        return _unmarked(_said(notes, series, one, amount(one))) if one else None

    return SpreadView(
        heading=f"Per gebied: {spread.part}" if spread.part else "Per gebied",
        unit=spread.versions[0].unit,
        versions=tuple(
            VersionHead(Link(one.label, f"{urls.page_of(series)}#{one.id}"), contradiction_links(register, one.id))
            for one in spread.versions
        ),
        rows=tuple(
            AreaRow(
                link_to(provinces[area], register, area) if area in provinces else area,
                tuple(cell(version.values.get(area)) for version in spread.versions),
            )
            for area in spread.areas
        ),
        totals=_totals(series, spread, notes),
        compared=tuple(
            f"{version.label}. {compared}"
            for version in spread.versions
            if series.printed_total_compared and (compared := total_compared(version))
        ),
    )


def _totals(series: Series, spread: Spread, notes: Footnotes) -> tuple[TotalRow, ...]:
    """The printed totals, and where they can be compared, what the rows add up to."""
    totals = [version.total for version in spread.versions]
    if not any(totals):
        return ()
    unsaid = notes.plain("niet vermeld")
    values = tuple(_unmarked(_said(notes, series, one, amount(one))) if one else unsaid for one in totals)
    printed = TotalRow("Totaal, zoals gedrukt", (), values)
    if not series.printed_total_compared:
        return (printed,)
    added = tuple(version.sum for version in spread.versions)
    differences = tuple(
        notes.plain(number(rows - one.exactly).replace("-", "−")) if one else unsaid
        for one, rows in zip(totals, added, strict=True)
    )
    return (
        printed,
        TotalRow("Som van de rijen", (COMPUTED,), tuple(notes.plain(number(one)) for one in added)),
        TotalRow("Som min gedrukt totaal", (COMPUTED,), differences),
    )


def _used_in(register: Register, series: Series) -> Iterator[tuple[Link, tuple[Link, ...]]]:
    by_id = {one.id: one for one in reversed(series.observations)}
    for meeting in in_order(register):
        used = [one for one in dict.fromkeys(figures_of(meeting)) if one in by_id]
        if used:
            values = tuple(link_to(one, register, in_a_sentence(by_id[one])) for one in used)
            yield link_to(meeting.id, register, title_of(meeting, register)), values
