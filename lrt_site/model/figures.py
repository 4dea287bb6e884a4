"""Figures: series, and what sources say was observed, expected or required."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import Period
from lrt_site.model.facts import Fact
from lrt_site.model.fields import Identifier, Name, ObservationId, PastDate, Phrase, ReferenceDate, Sentence, Trait
from lrt_site.model.numbers import Number, exact

SeriesKind = Literal["stand", "stroom", "norm", "raming"]
ObservationStatus = Literal["voorlopig", "definitief", "herzien", "verwacht", "niet vermeld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Fact):
    """One value, as one source gives it. A later value does not replace it: it is a new vintage."""

    IN_DUTCH = "een waarneming"

    id: Identifier
    """Id shared by the values that a source gives together; `part` tells them apart."""
    part: Annotated[Phrase | None, "onderdeel"] = None
    """What part of the whole the value counts, when it is not the whole."""
    area: Annotated[Phrase | None, "gebied"] = None
    """The province or other part of the whole area that the value is about; absent for the whole."""
    period: Annotated[Period | None, "periode"] = None
    """The period a flow or norm covers."""
    date: ReferenceDate | None = None
    """The reference date of a stock."""
    value: Annotated[Number, "waarde"]
    qualifier: Annotated[Phrase | None, "nauwkeurigheid"] = None
    """The source's own word for how exact it is: circa, ruim, bijna."""
    unit: Annotated[Phrase, "eenheid"]
    """What is counted, in the source's words."""
    status: ObservationStatus = "niet vermeld"
    vintage: Annotated[PastDate | None, "bekend sinds"] = None
    """When this value was known."""
    vintage_note: Annotated[Phrase | None, "toelichting bij bekend sinds"] = None
    as_shown_at: PastDate | None = None
    due: ReferenceDate | None = None
    """By when a norm must be met."""
    kind: Annotated[SeriesKind | None, "soort"] = None
    """What the value is, where that is something else than the other values of its series."""
    replaces: Annotated[ObservationId | None, "vervangt de verwachting"] = None
    """Id of the expected value that this value took the place of. Both stay."""

    @property
    def exactly(self) -> Decimal:
        """The value to count with."""
        return exact(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetParts:
    """The words with which `part` tells the parts of a target per half-year. The target itself has no part."""

    IN_DUTCH = "de delen van een doel"

    backlog: Annotated[Phrase | None, "achterstand"] = None
    """What earlier half-years left to do."""
    to_do: Annotated[Phrase | None, "te doen"] = None
    """The target with the backlog."""
    realised: Annotated[Phrase | None, "gehaald"] = None
    """What was done of it."""
    balance: Annotated[Phrase | None, "saldo"] = None
    """What was done, less what was to do; below zero it is a backlog."""
    reached: Annotated[Phrase | None, "hoeveel het doel haalden"] = None
    """How many reached their target."""
    not_reached: Annotated[Phrase | None, "hoeveel het doel niet haalden"] = None
    """How many did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values that belong together because they are about the same thing."""

    id: Identifier
    name: Name
    theme: Annotated[Phrase, "thema"]
    """Under which heading it stands, such as `instroom`."""
    kind: SeriesKind
    counts: Annotated[Sentence, "wat het telt"]
    """What the values count, in a sentence."""
    leaves_out: Annotated[Sentence | None, "wat het niet telt"] = None
    """What the values leave out, or cannot say."""
    same_unit: Annotated[tuple[Phrase, ...], "woorden voor één eenheid"] = ()
    """Words of sources that mean one unit, so that their values belong together; each value keeps its own word."""
    target: Annotated[TargetParts | None, "delen van het doel"] = None
    """For a target per half-year: the words for its parts, so that they stand beside each other."""
    printed_total_compared: Annotated[bool, "gedrukt totaal vergelijken"] = False
    """True where the rows per area can be added up and set beside the printed total."""
    observations: Annotated[tuple[Observation, ...], Trait.REVISED, "waarnemingen"] = ()
