"""What sources had given by a day: of every series the newest value of each part and area, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.given_values import Given, GivenOnDay, given_by, given_on, turning_days_of_values
from lrt_site.findings.observations import amount, at, in_a_sentence, is_expected, known_since, order
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series
from lrt_site.model.register import Register
from lrt_site.model.sources import Source
from lrt_site.pages.figures.newest import age_of
from lrt_site.pages.shared.common import (
    Footnotes,
    Frame,
    PageMaker,
    Said,
    contradiction_links,
    data_links,
    kind_marks,
    later,
    marks_of,
    trail,
)
from lrt_site.pages.shared.days import Days, days_of, holds_in_words
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.names import link_to
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import capitalised

Themes = tuple[tuple[str, tuple[Series, ...]], ...]
"""The themes with their series, in the order of the overview."""


@dataclass(frozen=True, slots=True)
class GivenRow:
    """A part or an area of a series, with its newest value."""

    name: str
    value: Said
    how: str
    """Since when it was known, or that this is not known."""


@dataclass(frozen=True, slots=True)
class GivenSeries:
    """A series with what sources had given of it."""

    link: Link
    counted: str
    """How many values there were, where some are older than these."""
    rows: tuple[GivenRow, ...]
    perhaps: tuple[GivenRow, ...]


@dataclass(frozen=True, slots=True)
class FiguresOnDayPage:
    """What templates/figures/on_day.html.jinja is given."""

    template: ClassVar[str] = "figures/on_day.html.jinja"

    frame: Frame
    holds: str = field(compare=False)
    """For which days the page holds."""
    themes: tuple[tuple[str, tuple[GivenSeries, ...]], ...]
    none_yet: tuple[Link, ...]
    """Series of which no source had surely given a value."""
    never_dated: tuple[Link, ...]
    """Series with values of which it is not known at all when they were given."""


@dataclass(frozen=True, slots=True)
class FigureDays:
    """Which days have a page, and what each page chooses from."""

    days: Days
    """Every day on which a value was given, and the first day of every year."""
    given: Mapping[str, tuple[Given, ...]]
    """The values of every series, by its id."""


def calendar(register: Register, as_of: date) -> FigureDays:
    """The days that get a page."""
    sources = register.all(Source)
    given = {
        series.id: tuple(given_by(observation, sources, place) for place, observation in enumerate(series.observations))
        for series in register.all(Series).values()
    }
    turning = {day for values in given.values() for day in turning_days_of_values(values)}
    first = min(turning, default=date.max).year
    years = (date(year, 1, 1) for year in range(first, as_of.year + 1))
    return FigureDays(days_of(turning, years, as_of), given)


def pages(register: Register, themes: Themes, dates: FigureDays) -> Iterator[PageMaker]:
    """One page for every day of the calendar."""
    for on, neighbours in in_turn(dates.days.listed):
        yield later(urls.figures_on(on.text), _page, register, themes, dates, on, neighbours)


def _page(
    register: Register,
    themes: Themes,
    dates: FigureDays,
    on: PartialDate,
    neighbours: Neighbours[PartialDate],
) -> FiguresOnDayPage:
    notes = Footnotes(register)
    previous, following = links_of(neighbours, _link)
    every = [series for _, members in themes for series in members]
    then = {series.id: given_on(dates.given[series.id], on.earliest) for series in every}
    known = [series for series in every if then[series.id].count]
    telling = [series for series in every if _says_something(then[series.id])]
    shown = [
        (name, tuple(_series(register, notes, series, then[series.id]) for series in members if series in telling))
        for name, members in themes
    ]
    undated = (series for series in every if any(given.how == "never" for given in dates.given[series.id]))
    return FiguresOnDayPage(
        holds=holds_in_words(dates.days, on.earliest),
        themes=tuple((name, members) for name, members in shown if members),
        none_yet=tuple(link_to(series.id, register) for series in every if series not in telling),
        never_dated=tuple(link_to(series.id, register) for series in undated),
        frame=Frame(
            address=urls.figures_on(on.text),
            title=_link(on).title,
            moment=f"stand van {on.in_words}",
            description=_answer(register, on, themes, then, len(known)),
            trail=trail(link_to_page(urls.FIGURES)),
            references=notes.references(),
            data=data_links(*known),
            previous=previous,
            next=following,
        ),
    )


def _link(on: PartialDate) -> Link:
    return Link(f"Cijfers op {on.in_words}", urls.figures_on(on.text))


def _answer(register: Register, on: PartialDate, themes: Themes, then: Mapping[str, GivenOnDay], known: int) -> str:
    """The newest value then of what stands first under a theme, and of how many others there were values."""
    told = _first_told(themes, then)
    if told is None:
        return f"Op {on.in_words} had, voor zover bekend, nog geen bron een waarde gegeven."
    series, value = told
    age = age_of(register, series, value, on.earliest)
    old = f" Dat cijfer was toen {age}." if age else ""
    more = known - 1
    others = f" Bronnen gaven toen ook van nog {plural(more, 'reeks', 'reeksen')} een waarde." if more else ""
    worth = in_a_sentence(value)
    named = capitalised(worth) if series.name.casefold() in worth.casefold() else f"{capitalised(series.name)}: {worth}"
    return f"{named}, zoals bekend op {on.in_words}.{old}{others}"


def _first_told(themes: Themes, then: Mapping[str, GivenOnDay]) -> tuple[Series, Observation] | None:
    """As on the overview: one that was counted, before a target or an expectation."""
    found, counted = [], []
    for _, members in themes:
        newest = [(series, then[series.id].newest[0].value) for series in members if then[series.id].newest]
        firm = [pair for pair in newest if pair[0].kind != "norm" and not is_expected(*pair)]
        found += newest
        counted += firm[:1]
    return max(counted or found, key=lambda pair: order(pair[1]), default=None)


def _says_something(then: GivenOnDay) -> bool:
    return bool(then.newest or then.perhaps)


def _series(register: Register, notes: Footnotes, series: Series, then: GivenOnDay) -> GivenSeries:
    divided = any(given.value.area or given.value.part for given in (*then.newest, *then.perhaps))
    whole = "geheel" if divided else "waarde"
    earlier = then.count > len(then.newest)
    return GivenSeries(
        link_to(series.id, register),
        f"{plural(then.count, 'waarde', 'waarden')} gegeven; hier staat de nieuwste" if earlier else "",
        tuple(_row(register, notes, series, given, whole) for given in then.newest),
        tuple(_row(register, notes, series, given, whole) for given in then.perhaps),
    )


def _row(register: Register, notes: Footnotes, series: Series, given: Given, whole: str) -> GivenRow:
    observation = given.value
    text = f"{amount(observation)} {observation.unit} {at(observation)}"
    status = "" if observation.status == "niet vermeld" else f", {observation.status}"
    said = Said(
        (Run(text, f"{urls.page_of(series)}#{observation.id}"), *((Run(status),) if status else ())),
        None,
        (*kind_marks(series, observation), *marks_of(observation)),
        notes.backing(observation, "value"),
        (),
        contradiction_links(register, observation.id),
    )
    return GivenRow(
        capitalised(", ".join(filter(None, (observation.area, observation.part))) or whole), said, _since(given)
    )


def _since(given: Given) -> str:
    """By when a value was given, in words that say what that rests on."""
    when = given.moment
    version = f" ({given.value.vintage_note})" if given.value.vintage_note else ""
    match given.how:
        case "since":
            exact = "" if when and when.is_day else "; dag niet bekend"
            return f"bekend sinds {known_since(given.value)}{exact}"
        case "shown" if when:
            return f"stand van {when.in_words}{version}"
        case "source" if when:
            source = when.in_words if when.is_day else f"{when.in_words} (dag niet bekend)"
            return f"uit een bron van {source}{version}"
        case _:
            return "dag van de bron niet bekend"
