"""The provincial tables: names, chairs over time, what they publish and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.numbers import Number
from lrt_site.model.terms import EndIs, check_term


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownName(Fact):
    """A name of a provincial table, as a source gives it."""

    name: str
    abbreviation: str | None = None
    as_shown_at: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair(Fact):
    """A King's commissioner, with the dates of that office (not of chairing the table)."""

    name: str
    person: str | None = None
    """Id of the person, when participants.yml describes them."""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    """The end, as the source gives it."""
    end_is: EndIs = "niet vermeld"
    """What that day is, where the source says so."""
    as_shown_at: PartialDate | None = None
    as_shown_note: str | None = None
    acting: bool = False
    named_as_chair: bool = False
    """True only where a source itself names this person as chair or leader of the table."""
    chair_source: str | None = None
    """The source that names this person as chair, where it is another one."""

    def __post_init__(self) -> None:
        check_term(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNames(Fact):
    """A list of names that a source gives: members, or regional tables."""

    names: tuple[str, ...] = ()
    as_shown_at: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Website(Fact):
    """An address where the table publishes."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedItem(Fact):
    """Something published, or a gathering, with its date as far as known."""

    what: str
    date: PartialDate | None = None
    not_before: PartialDate | None = None
    not_after: PartialDate | None = None
    date_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPractice(Fact):
    """What a source says about whether reports are public."""

    public: bool | None = None
    """Absent where no source settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledValue:
    """One number with what it is."""

    label: str
    value: Number
    qualifier: str | None = None
    date: PartialDate | None = None
    """The date that the number is about, or by which it must be met."""
    source: str | None = None
    """The source of this number, where it is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialFigures(Fact):
    """Numbers that one source gives about one province together."""

    title: str
    unit: str
    date: PartialDate | None = None
    date_note: str | None = None
    values: tuple[LabelledValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialTable:
    """The table of one province."""

    id: str
    province: str
    names: tuple[ShownName, ...] = ()
    name_note: Statement | None = None
    """What there is to say where no source names the table, or names it otherwise."""
    founded: Statement | None = None
    chair_role: str
    chair_note: str | None = None
    chairs: tuple[Chair, ...] = ()
    members: ShownNames | None = None
    regional_tables: ShownNames | None = None
    frequency: Statement | None = None
    website: Website | None = None
    reports: ReportPractice | None = None
    publications: tuple[DatedItem, ...] = ()
    gatherings: tuple[DatedItem, ...] = ()
    figures: tuple[ProvincialFigures, ...] = ()
    remarks: tuple[Statement, ...] = ()
    body: str = ""
