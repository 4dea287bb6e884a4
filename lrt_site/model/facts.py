"""What every fact carries: where it comes from and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from lrt_site.model.dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something a source says. A fact without a source does not exist here."""

    source: str
    """The id of the source that says it."""
    also_source: tuple[str, ...] = ()
    """Other sources that say it too, or that carry a part of it."""
    verified: bool = True
    """False where the source does not, or not wholly, carry the statement; the note says why."""
    derived: bool = False
    """True where we worked something out, such as a day from "Tuesday"; the note says how."""
    note: str | None = None
    """What a reader must know about the source's wording or its limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """One sentence that a source supports."""

    id: str | None = None
    """Stable id, where other records or links point at the statement."""
    text: str
    """The statement in plain Dutch."""
    as_shown_at: PartialDate | None = None
    """The moment the source speaks of. Not the start of anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part without a name of a person: an organisation, or a description."""

    organisation: str | None = None
    """Id of the organisation, when it is one we describe."""
    description: str | None = None
    """The source's description, when it names no organisation."""

    def __post_init__(self) -> None:
        if (self.organisation is None) == (self.description is None):
            raise ValueError("vul óf 'organisation' óf 'description' in, niet allebei en niet geen van beide")
