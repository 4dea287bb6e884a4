"""Figures: series, and what sources say was observed, expected or required."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from lrt_site.model.dates import PartialDate, Period
from lrt_site.model.facts import Fact
from lrt_site.model.numbers import Number, exact

SeriesKind = Literal["stand", "stroom", "norm", "raming"]
ObservationStatus = Literal["voorlopig", "definitief", "herzien", "verwacht", "niet vermeld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Fact):
    """One value, as one source gives it. A later value does not replace it: it is a new vintage."""

    id: str
    """Id shared by the values that a source gives together; `part` tells them apart."""
    part: str | None = None
    """What part of the whole the value counts, when it is not the whole."""
    area: str | None = None
    """The province or other part of the whole area that the value is about; absent for the whole."""
    period: Period | None = None
    """The period a flow or norm covers."""
    date: PartialDate | None = None
    """The reference date of a stock."""
    value: Number
    qualifier: str | None = None
    """The source's own word for how exact it is: circa, ruim, bijna."""
    unit: str
    """What is counted, in the source's words."""
    status: ObservationStatus = "niet vermeld"
    vintage: PartialDate | None = None
    """When this value was known."""
    vintage_note: str | None = None
    as_shown_at: PartialDate | None = None
    due: PartialDate | None = None
    """By when a norm must be met."""
    kind: SeriesKind | None = None
    """What the value is, where that is something else than the other values of its series."""
    replaces: str | None = None
    """Id of the expected value that this value took the place of. Both stay."""

    @property
    def exactly(self) -> Decimal:
        """The value to count with."""
        return exact(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetParts:
    """The words with which `part` tells the parts of a target per half-year. The target itself has no part."""

    backlog: str | None = None
    """What earlier half-years left to do."""
    to_do: str | None = None
    """The target with the backlog."""
    realised: str | None = None
    """What was done of it."""
    balance: str | None = None
    """What was done, less what was to do; below zero it is a backlog."""
    reached: str | None = None
    """How many reached their target."""
    not_reached: str | None = None
    """How many did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values that belong together because they are about the same thing."""

    id: str
    name: str
    theme: str
    """Under which heading it stands, such as `instroom`."""
    kind: SeriesKind
    counts: str
    """What the values count, in a sentence."""
    leaves_out: str | None = None
    """What the values leave out, or cannot say."""
    same_unit: tuple[str, ...] = ()
    """Words of sources that mean one unit, so that their values belong together; each value keeps its own word."""
    target: TargetParts | None = None
    """For a target per half-year: the words for its parts, so that they stand beside each other."""
    printed_total_compared: bool = False
    """True where the rows per area can be added up and set beside the printed total."""
    observations: tuple[Observation, ...] = ()
