"""Observations in words: how much, of what, when, known since when; the newest one, and the versions per area."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from lrt_site.frozen import dataclass
from lrt_site.model import dates
from lrt_site.model.dates import PartialDate
from lrt_site.model.figures import Observation, Series, SeriesKind
from lrt_site.model.numbers import in_dutch

NO_DATE = "zonder datum"

_PLURAL = re.compile(r"(en|s|procent)\b")
"""A word that can stand behind a number: a plural, or a share."""


@dataclass(frozen=True, slots=True)
class SeriesVersion:
    """What one source, or several together, gave for every area at one time."""

    id: str
    label: str
    unit: str
    total: Observation | None
    """The printed value for the whole."""
    values: Mapping[str, Observation]
    """By area, the whole left out."""

    @property
    def sum(self) -> Decimal:
        """What the rows add up to, with the decimals of the most exact one."""
        return sum((observation.exactly for observation in self.values.values()), Decimal())


@dataclass(frozen=True, slots=True)
class Spread:
    """One part of a series, divided over areas, in the versions that followed each other."""

    part: str | None
    areas: tuple[str, ...]
    versions: tuple[SeriesVersion, ...]


def amount(observation: Observation) -> str:
    """The value with the source's own word for how exact it is: `ruim 31.000`."""
    return f"{observation.qualifier or ''} {in_dutch(observation.value)}".strip()


def counted(observation: Observation) -> str:
    """How much of what: `ruim 31.000 plekken`, or of what has no plural `een instroom van 70.000`."""
    unit = observation.unit
    part = f" ({observation.part})" if observation.part else ""
    if observation.exactly == 1 and _PLURAL.search(unit) and not unit.startswith("procent"):
        return f"{amount(observation)} ({', '.join(filter(None, (unit, observation.part)))})"
    if _PLURAL.search(unit):
        return f"{amount(observation)} {unit}{part}"
    return f"een {unit} van {amount(observation)}{part}"


def moment(observation: Observation) -> str:
    """The day or period that the value is about."""
    if observation.period:
        return observation.period.in_words
    return observation.date.in_words if observation.date else NO_DATE


def about(observation: Observation) -> str:
    """The same after `voor`: `de tweede helft van 2021`, `1 januari 2026`."""
    return f"de {moment(observation)}" if observation.period and observation.period.is_half else moment(observation)


def at(observation: Observation) -> str:
    """The same inside a sentence: `op 27 juni 2022`, `in de tweede helft van 2021`, `in 2024`."""
    when = observation.period or observation.date
    if when:
        return dates.at(when)
    return f"({NO_DATE}; bekend sinds {observation.vintage.in_words})" if observation.vintage else f"({NO_DATE})"


def in_a_sentence(observation: Observation) -> str:
    """How much of what, and when: `42.301 reizigers op 27 juni 2022`."""
    area = f" in {observation.area}" if observation.area else ""
    return f"{counted(observation)}{area} {at(observation)}"


def known_since(observation: Observation) -> str | None:
    """When the value was known, with the source's own name for the version."""
    vintage = observation.vintage.in_words if observation.vintage else None
    if vintage and observation.vintage_note:
        return f"{vintage} ({observation.vintage_note})"
    return vintage or observation.vintage_note


def span(observation: Observation) -> tuple[date, date] | None:
    """The first and last day that the value can be about."""
    when = observation.period or observation.date
    return (when.earliest, when.latest) if when else None


def order(observation: Observation) -> tuple[date, date]:
    """By what the values are about, and what was known earlier first. Without a day they go by when they were known."""
    days = span(observation)
    known = _day(observation.vintage)
    return (days[1] if days else max(known, _day(observation.as_shown_at)), known)


def surely_later(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the first moment surely lies after the second, however exact both are."""
    return one is not None and other is not None and other.latest < one.earliest


def newest(observations: Iterable[Observation]) -> Observation | None:
    """The value about the latest moment: of the whole area where there is one, and of the whole rather than a part."""
    every = tuple(observations)
    national = tuple(observation for observation in every if observation.area is None) or every
    return max(
        national,
        key=lambda observation: (order(observation)[0], observation.part is None, order(observation)[1]),
        default=None,
    )


def unit_in(series: Series, observation: Observation) -> str:
    """The unit of a value; where sources use several words for it, all of these."""
    if observation.unit not in series.same_unit:
        return observation.unit
    used = {other.unit for other in series.observations}
    return " of ".join(word for word in series.same_unit if word in used)


def replaced_in(series: Series) -> Mapping[Observation, tuple[Observation, ...]]:
    """The values that took the place of an expectation, by that expectation."""
    later: dict[tuple[str | None, ...], list[Observation]] = {}
    for observation in series.observations:
        if observation.replaces:
            later.setdefault((observation.replaces, observation.part, observation.area), []).append(observation)
    found = (
        (observation, later.get((observation.id, observation.part, observation.area)))
        for observation in series.observations
    )
    return {observation: tuple(by) for observation, by in found if by}


def newest_in(series: Series) -> Observation | None:
    """The newest value that stands: no expectation where there is more, and no part where there is a whole."""
    firm = _firm(series)
    return newest([observation for observation in firm if observation.part is None] or firm)


def newest_of_each(series: Series) -> tuple[Observation, ...]:
    """The newest value, before it the newest of every part that is about a later moment: they count something else."""
    whole = newest_in(series)
    if whole is None:
        return ()
    parts: dict[str | None, list[Observation]] = {}
    for observation in _firm(series):
        if observation.area is None and observation.part != whole.part and order(observation)[0] > order(whole)[0]:
            parts.setdefault(observation.part, []).append(observation)
    later = [max(values, key=order) for values in parts.values()]
    return (*sorted(later, key=order, reverse=True), whole)


def kind_in(series: Series, observation: Observation) -> SeriesKind:
    """What a value of a series is."""
    return observation.kind or series.kind


def is_expected(series: Series, observation: Observation) -> bool:
    """Whether a value says what somebody expected."""
    return kind_in(series, observation) == "raming" or observation.status == "verwacht"


def newest_in_words(series: Series) -> str:
    """The newest values in sentences, which call each a target or an expectation where it is one."""
    return " ".join(newest_sentences(series)) or "Er zijn nog geen waarden."


def newest_sentences(series: Series) -> tuple[str, ...]:
    """A sentence for the newest value of each part that is later than the whole, and for the whole.

    They count different things, which the last one says: else it reads as the total of the others.
    """
    values = newest_of_each(series)
    other = " van een andere telling" if len(values) > 1 else ""
    return tuple(
        f"{_called(series, observation)}{other if observation is values[-1] else ''} is {in_a_sentence(observation)}."
        for observation in values
    )


def _called(series: Series, observation: Observation) -> str:
    if is_expected(series, observation):
        return "De nieuwste verwachting"
    return "Het nieuwste doel" if kind_in(series, observation) == "norm" else "De nieuwste waarde"


def _firm(series: Series) -> list[Observation]:
    """The values that stand and are what the series is about: none that was replaced, was expected or was an aim."""
    replaced = replaced_in(series)
    standing = [observation for observation in series.observations if observation not in replaced]
    own = [observation for observation in standing if kind_in(series, observation) == series.kind] or standing
    return [observation for observation in own if observation.status != "verwacht"] or own


def spreads(series: Series) -> tuple[Spread, ...]:
    """The values per area, for every part that has them."""
    groups: dict[tuple[str | None, str], dict[tuple[str, str], list[Observation]]] = {}
    for observation in series.observations:
        together = groups.setdefault((observation.part, unit_in(series, observation)), {})
        together.setdefault((observation.id, moment(observation)), []).append(observation)
    found = []
    for (part, unit), by_version in groups.items():
        versions = tuple(
            version
            for (identifier, _), values in by_version.items()
            if len((version := _version(identifier, unit, values)).values) > 1
        )
        areas = tuple(dict.fromkeys(area for version in versions for area in version.values))
        if versions:
            found.append(Spread(part, areas, versions))
    return tuple(found)


def total_compared(version: SeriesVersion) -> str | None:
    """The printed total beside the sum of the rows."""
    if version.total is None:
        return None
    printed, added = version.total.exactly, version.sum
    difference = f"{in_dutch(abs(printed - added))} {'minder' if added < printed else 'meer'}"
    outcome = "Dat is gelijk." if printed == added else f"Dat is {difference} dan het gedrukte totaal."
    return f"Gedrukt totaal {in_dutch(printed)}; de rijen tellen op tot {in_dutch(added)}. {outcome}"


def _version(identifier: str, unit: str, values: list[Observation]) -> SeriesVersion:
    first = values[0]
    since = f"Versie van {first.vintage.in_words}" if first.vintage else ""
    when = f"voor {about(first)}" if span(first) else NO_DATE
    same = first.vintage is not None and first.vintage == first.date
    return SeriesVersion(
        identifier,
        since if same else ", ".join(filter(None, (since, when))),
        unit,
        next((observation for observation in values if observation.area is None), None),
        MappingProxyType({observation.area: observation for observation in values if observation.area}),
    )


def _day(when: PartialDate | None) -> date:
    return when.latest if when else date.min
