"""Figures: the overview by theme, and one page for each series with its charts and every value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.meeting_order import in_order
from lrt_site.findings.observations import (
    Spread,
    amount,
    in_a_sentence,
    is_expected,
    newest_in,
    newest_in_words,
    newest_sentences,
    order,
    spreads,
    total_compared,
    unit_in,
)
from lrt_site.frozen import dataclass
from lrt_site.model.figures import Observation, Series, SeriesKind
from lrt_site.model.numbers import in_dutch
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.table import Table
from lrt_site.pages.figures import on_day
from lrt_site.pages.figures.drawings import Drawing, Drawings, drawings_of
from lrt_site.pages.figures.newest import Newest, newest_of
from lrt_site.pages.figures.sparks import Spark, spark_of
from lrt_site.pages.figures.targets import TargetTable, target_drawing, target_table, values_of_halves
from lrt_site.pages.figures.value_histories import ValueHistory, figures_of, histories_of
from lrt_site.pages.figures.value_rows import anchored_values, value_said, value_table
from lrt_site.pages.shared.common import (
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    record_frame,
    trail,
)
from lrt_site.pages.shared.days import DayList, Days, day_list
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.pages.shared.table import Column, FilledTable
from lrt_site.wording.fields import SERIES_KINDS
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import link_to, name_of
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link

KINDS: Mapping[SeriesKind, str] = {
    "stand": "Hoeveel er op een bepaalde dag zijn.",
    "stroom": "Hoeveel er in een jaar, of in een deel daarvan, bij komen, weggaan of veranderen.",
    "norm": "Wat er moet gebeuren, zoals een opgave of een taakstelling.",
    "raming": "Wat iemand toen verwachtte of schatte. Het werkelijke aantal kan anders zijn.",
}
"""What each kind of figure is, explained once on the overview."""

COMPUTED = Mark("door ons berekend", "derived")


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series in the overview."""

    link: Link
    kind: SeriesKind
    kind_name: str
    newest: tuple[Newest, ...]
    spark: Spark | None


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading of the overview with its series."""

    name: str
    topic: Link | None
    """What the table says of this subject."""
    rows: tuple[SeriesRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """What templates/figures/figures.html.jinja is given."""

    template: ClassVar[str] = "figures/figures.html.jinja"

    frame: Frame
    age: str = field(compare=False)
    """How old the figure is with which the page opens."""
    themes: tuple[Theme, ...]
    kinds: tuple[tuple[SeriesKind, str, str], ...]
    """Each kind of figure with its name and what it is."""
    dates: DayList = field(compare=False)


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """An area with its value in each version; or under them a printed total, the sum of the rows, or the difference."""

    name: Link | str
    values: tuple[Said | None, ...]
    """None where a version has none."""
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class SpreadView:
    """The values per area of one part, the versions beside each other."""

    heading: str
    unit: str
    versions: tuple[Column, ...]
    """Each with a link to its first value in the table of all values."""
    rows: tuple[SpreadRow, ...]
    totals: tuple[SpreadRow, ...]
    compared: tuple[str, ...]
    """For each version in a sentence: the printed total beside the sum of the rows."""


@dataclass(frozen=True, slots=True)
class SeriesPage:
    """What templates/figures/series.html.jinja is given."""

    template: ClassVar[str] = "figures/series.html.jinja"

    frame: Frame
    newest: tuple[str, ...]
    """The newest value in a sentence, before it one for each that counts something else and is later."""
    ages: tuple[str, ...] = field(compare=False)
    """How old each of these is on the day that the page holds for."""
    kind: SeriesKind
    kind_name: str
    kind_meaning: str
    theme: str
    topic: Link | None
    counts: str
    leaves_out: str
    units: tuple[str, ...]
    drawings: tuple[Drawing, ...]
    left_out: tuple[str, ...]
    """What none of these shows."""
    target: TargetTable | None
    """A target with its parts, per half-year."""
    spreads: tuple[SpreadView, ...]
    histories: tuple[ValueHistory, ...]
    """How values changed after a source had given them."""
    values: FilledTable | None
    """The values that do not stand in the table of the target."""
    status_told: bool
    """Whether any source says how final one of these is."""
    csv: Link
    used_in: tuple[tuple[Link, tuple[Link, ...]], ...]
    """The meetings that used a value of this series, with the values."""


def pages(register: Register, as_of: date) -> Iterator[PageView | PageMaker]:
    """The overview, the page of every series, and that of every day."""
    grouped = themes(register)
    calendar = on_day.calendar(register, as_of)
    series = tuple(series for _, members in grouped for series in members)
    yield later(urls.FIGURES, _overview, register, calendar.days, as_of)
    for member, neighbours in in_turn(series):
        yield later(urls.page_of(member), _series_page, register, member, neighbours, as_of)
    yield from on_day.pages(register, grouped, calendar)


def themes(register: Register) -> tuple[tuple[str, tuple[Series, ...]], ...]:
    """The themes with their series: first the topics of the table in their own order, then the others by name."""
    by_theme: dict[str, list[Series]] = {}
    for series in register.all(Series).values():
        by_theme.setdefault(series.theme, []).append(series)
    topics = [topic.name for table in register.all(Table).values() for topic in table.topics]
    known = [name for name in dict.fromkeys(topics) if name in by_theme]
    return tuple((name, tuple(by_theme[name])) for name in (*known, *sorted(by_theme.keys() - set(known))))


def _topic(register: Register, theme: str) -> Link | None:
    topics = (topic for table in register.all(Table).values() for topic in table.topics)
    return next((link_to(topic.id, register, topic.text) for topic in topics if topic.name == theme), None)


def _overview(register: Register, days: Days, as_of: date) -> FiguresPage:
    notes = Footnotes(register)
    series = register.all(Series).values()
    grouped = themes(register)
    opening = _opening([members for _, members in grouped])
    return FiguresPage(
        age=newest_of(register, (opening[0],), as_of, notes)[-1].age if opening else "",
        themes=tuple(
            Theme(
                name, _topic(register, name), tuple(_series_row(register, series, as_of, notes) for series in members)
            )
            for name, members in grouped
        ),
        kinds=tuple((kind, SERIES_KINDS[kind], meaning) for kind, meaning in KINDS.items()),
        dates=day_list("Welke cijfers hadden bronnen op deze dag gegeven?", days, urls.figures_on),
        frame=Frame(
            urls.FIGURES,
            NAMES[urls.FIGURES],
            f"{opening[0].name}: {in_a_sentence(opening[1])}." if opening else "Er zijn nog geen cijfers beschreven.",
            trail(),
            references=notes.references(),
            data=data_links(*series),
        ),
    )


def _opening(themes: Iterable[Sequence[Series]]) -> tuple[Series, Observation] | None:
    """The newest value of what stands first under a theme: one that was counted, before a target or an expectation."""
    found, counted = [], []
    for members in themes:
        newest = [(series, latest) for series in members if (latest := newest_in(series))]
        firm = [pair for pair in newest if pair[0].kind != "norm" and not is_expected(*pair)]
        found += newest
        counted += firm[:1]
    return max(counted or found, key=lambda pair: order(pair[1]), default=None)


def _series_row(register: Register, series: Series, as_of: date, notes: Footnotes) -> SeriesRow:
    return SeriesRow(
        link=link_to(series.id, register),
        kind=series.kind,
        kind_name=SERIES_KINDS[series.kind],
        newest=newest_of(register, (series,), as_of, notes),
        spark=spark_of(series),
    )


def _drawings(series: Series) -> Drawings:
    target = target_drawing(series)
    return Drawings((target,), ()) if target else drawings_of(series)


def _unmarked(said: Said) -> Said:
    """A value in a table whose headings carry the marks of contradictions."""
    return replace(said, contradictions=())


def _series_page(register: Register, series: Series, neighbours: Neighbours[Series], as_of: date) -> SeriesPage:
    notes = Footnotes(register)
    in_halves = values_of_halves(series)
    rest = tuple(observation for observation in series.observations if observation not in in_halves)
    units = tuple(dict.fromkeys(unit_in(series, observation) for observation in series.observations))
    newest = newest_of(register, (series,), as_of, notes)
    said = anchored_values(register, series, notes)
    drawings = _drawings(series)
    return SeriesPage(
        newest=newest_sentences(series) or (newest_in_words(series),),
        ages=tuple(item.age for item in newest) or ("",),
        kind=series.kind,
        kind_name=SERIES_KINDS[series.kind],
        kind_meaning=KINDS[series.kind],
        theme=series.theme,
        topic=_topic(register, series.theme),
        counts=series.counts,
        leaves_out=series.leaves_out or "",
        units=units,
        drawings=drawings.drawn,
        left_out=drawings.left_out,
        target=target_table(series, said),
        spreads=tuple(_spread_view(register, series, spread, notes) for spread in spreads(series)),
        histories=histories_of(register, series, notes, in_halves),
        values=value_table(_caption(register, series, rest, units), rest, series, said) if rest else None,
        status_told=any(observation.status != "niet vermeld" for observation in rest),
        csv=Link(f"{series.id}.csv", urls.figures_of(series.id)),
        used_in=tuple(_used_in(register, series)),
        frame=_series_frame(register, series, notes, neighbours),
    )


def _caption(register: Register, series: Series, values: Collection[Observation], units: Sequence[str]) -> str:
    in_unit = f", in {units[0]}" if len({observation.unit for observation in values}) == 1 else ""
    return f"{name_of(series.id, register)}: {plural(len(values), 'waarde', 'waarden')}{in_unit}"


def _series_frame(register: Register, series: Series, notes: Footnotes, neighbours: Neighbours[Series]) -> Frame:
    sentence = newest_in_words(series)
    return record_frame(
        series,
        notes,
        title=name_of(series.id, register),
        description=f"{series.name}: {sentence[:1].lower()}{sentence[1:]}",
        above=(link_to_page(urls.FIGURES),),
        neighbours=links_of(neighbours, lambda other: link_to(other.id, register)),
    )


def _spread_view(register: Register, series: Series, spread: Spread, notes: Footnotes) -> SpreadView:
    provinces = {table.province: table.id for table in register.all(ProvincialTable).values()}

    def cell(observation: Observation | None) -> Said | None:
        return _unmarked(value_said(notes, series, observation, amount(observation))) if observation else None

    return SpreadView(
        heading=f"Per gebied: {spread.part}" if spread.part else "Per gebied",
        unit=spread.versions[0].unit,
        versions=tuple(
            Column(
                Link(version.label, f"{urls.page_of(series)}#{version.id}"),
                "version",
                contradiction_links(register, version.id),
            )
            for version in spread.versions
        ),
        rows=tuple(
            SpreadRow(
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


def _totals(series: Series, spread: Spread, notes: Footnotes) -> tuple[SpreadRow, ...]:
    """The printed totals, and where they can be compared, what the rows add up to."""
    totals = [version.total for version in spread.versions]
    if not any(totals):
        return ()
    unsaid = notes.plain("niet vermeld")
    values = tuple(
        _unmarked(value_said(notes, series, observation, amount(observation))) if observation else unsaid
        for observation in totals
    )
    printed = SpreadRow("Totaal, zoals gedrukt", values)
    if not series.printed_total_compared:
        return (printed,)
    added = tuple(version.sum for version in spread.versions)
    differences = tuple(
        notes.plain(in_dutch(rows - observation.exactly)) if observation else unsaid
        for observation, rows in zip(totals, added, strict=True)
    )
    return (
        printed,
        SpreadRow("Som van de rijen", tuple(notes.plain(in_dutch(decimal)) for decimal in added), (COMPUTED,)),
        SpreadRow("Som min gedrukt totaal", differences, (COMPUTED,)),
    )


def _used_in(register: Register, series: Series) -> Iterator[tuple[Link, tuple[Link, ...]]]:
    by_id = {observation.id: observation for observation in reversed(series.observations)}
    for meeting in in_order(register):
        used = [fromkey for fromkey in dict.fromkeys(figures_of(meeting)) if fromkey in by_id]
        if used:
            values = tuple(link_to(text, register, in_a_sentence(by_id[text])) for text in used)
            yield link_to(meeting.id, register, title_of(meeting, register)), values
