"""When sources had given a value, and what they had given by a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from lrt_site.findings.certainty import changes, edges, perhaps_by, surely_by
from lrt_site.findings.observations import order
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.figures import Observation
from lrt_site.model.sources import Source


@dataclass(frozen=True, slots=True)
class Given:
    """A value with the moment by which a source had given it."""

    value: Observation
    moment: PartialDate | None
    how: Literal["since", "shown", "source", "about", "never"]
    """What the moment is: since when the value was known; when the source showed it; the date of the source itself;
    the day or the end of the period that the value is about; or none of these is known."""
    place: int
    """In the order of the record."""

    @property
    def known(self) -> PartialDate | None:
        """When the value was known, as far as a source tells: the time that it is about does not."""
        return None if self.how == "about" else self.moment


@dataclass(frozen=True, slots=True)
class GivenOnDay:
    """What sources had given of a series by a day."""

    newest: tuple[Given, ...]
    """Of each part and area: first the whole, then the rest in the order of the record."""
    perhaps: tuple[Given, ...]
    """Newer values that may have been given already."""
    count: int
    """All values that surely were given."""


def given_by(observation: Observation, sources: Mapping[str, Source], place: int = 0) -> Given:
    """A value with the best that is known of when it was given.

    A source that carries a date had given its values on that date. The time that a value is about says less: from
    then on the value may have been given.
    """
    source = sources.get(observation.source)
    if observation.vintage:
        return Given(observation, observation.vintage, "since", place)
    if observation.as_shown_at:
        return Given(observation, observation.as_shown_at, "shown", place)
    if source and source.date:
        return Given(observation, source.date, "source", place)
    about = observation.date or (_end_of(observation.period) if observation.period else None)
    return Given(observation, about, "about" if about else "never", place)


def given_on(values: Iterable[Given], day: date) -> GivenOnDay:
    """What sources had given by a day: the newest of each part and area, and what may have been newer."""
    possible = [given for given in values if given.moment and perhaps_by(given.moment, day)]
    sure = [given for given in possible if given.how != "about" and surely_by(given.moment, day)]
    newest = _newest(sure)
    perhaps = _newest(given for given in possible if given.how == "about" or not surely_by(given.moment, day))
    newer = (given for key, given in perhaps.items() if key not in newest or _rank(given) > _rank(newest[key]))
    return GivenOnDay(_in_order(newest.values()), _in_order(newer), len(sure))


def turning_days_of_values(values: tuple[Given, ...]) -> tuple[date, ...]:
    """The days on which it changes what sources had given of a series, in order."""
    return changes((day for given in values for day in edges(given.moment)), lambda day: given_on(values, day))


def _end_of(period: Period) -> PartialDate:
    return PartialDate.of(period.latest)


def _newest(values: Iterable[Given]) -> dict[tuple[str | None, str | None], Given]:
    """Of each part and area the value about the latest moment, and of those the one given last."""
    found: dict[tuple[str | None, str | None], Given] = {}
    for given in sorted(values, key=_rank):
        found[given.value.part, given.value.area] = given
    return found


def _rank(given: Given) -> tuple[date, date, int]:
    return order(given.value)[0], given.moment.latest if given.moment else date.min, given.place


def _in_order(values: Iterable[Given]) -> tuple[Given, ...]:
    return tuple(
        sorted(values, key=lambda given: (given.value.area is not None, given.value.part is not None, given.place))
    )
