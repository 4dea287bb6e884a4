"""The provincial tables: names, chairs over time, what they publish and what is asked of them."""

from __future__ import annotations

from typing import Annotated

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.fields import (
    Beside,
    Identifier,
    Name,
    PastDate,
    PersonId,
    Phrase,
    ReferenceDate,
    Sentence,
    SourceId,
    WebAddress,
    Wording,
)
from lrt_site.model.numbers import Number
from lrt_site.model.terms import EndIs, check_term


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownName(Fact):
    """A name of a provincial table, as a source gives it."""

    IN_DUTCH = "een naam van de tafel"

    name: Name
    abbreviation: Annotated[Name | None, "afkorting"] = None
    as_shown_at: PastDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair(Fact):
    """A King's commissioner, with the dates of that office (not of chairing the table)."""

    IN_DUTCH = "een voorzitter"

    name: Name
    person: PersonId | None = None
    """Id of the person, when participants.yml describes them."""
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    """The end, as the source gives it."""
    end_is: EndIs = "niet vermeld"
    """What that day is, where the source says so."""
    as_shown_at: PastDate | None = None
    as_shown_note: Phrase | None = None
    acting: bool = False
    named_as_chair: Annotated[bool, "als voorzitter genoemd"] = False
    """True only where a source itself names this person as chair or leader of the table."""
    chair_source: Annotated[SourceId | None, Beside("named_as_chair"), "bron van het voorzitterschap"] = None
    """The source that names this person as chair, where it is another one."""

    def __post_init__(self) -> None:
        check_term(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNames(Fact):
    """A list of names that a source gives: members, or regional tables."""

    IN_DUTCH = "een lijst van namen"

    names: Annotated[tuple[Phrase, ...], "namen"] = ()
    as_shown_at: PastDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Website(Fact):
    """An address where the table publishes."""

    IN_DUTCH = "een website"

    url: WebAddress


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedItem(Fact):
    """Something published, or a gathering, with its date as far as known."""

    IN_DUTCH = "een publicatie of bijeenkomst"

    what: Sentence
    date: PastDate | None = None
    not_before: PastDate | None = None
    not_after: PartialDate | None = None
    date_note: Phrase | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPractice(Fact):
    """What a source says about whether reports are public."""

    IN_DUTCH = "de openbaarheid van verslagen"

    public: Annotated[bool | None, "openbaar"] = None
    """Absent where no source settles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledValue:
    """One number with what it is."""

    IN_DUTCH = "een getal"

    label: Name
    value: Number
    qualifier: Phrase | None = None
    date: ReferenceDate | None = None
    """The date that the number is about, or by which it must be met."""
    source: SourceId | None = None
    """The source of this number, where it is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialFigures(Fact):
    """Numbers that one source gives about one province together."""

    IN_DUTCH = "een groep provinciale cijfers"

    title: Name
    unit: Phrase
    date: ReferenceDate | None = None
    date_note: Phrase | None = None
    values: Annotated[tuple[LabelledValue, ...], "waarden"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvincialTable:
    """The table of one province."""

    id: Identifier
    province: Annotated[Phrase, "provincie"]
    names: tuple[ShownName, ...] = ()
    name_note: Statement | None = None
    """What there is to say where no source names the table, or names it otherwise."""
    founded: Annotated[Statement | None, "opgericht"] = None
    chair_role: Annotated[Phrase, "ambt van de voorzitter"]
    chair_note: Annotated[Wording | None, "toelichting bij de voorzitter"] = None
    chairs: Annotated[tuple[Chair, ...], "voorzitters"] = ()
    members: Annotated[ShownNames | None, "leden"] = None
    regional_tables: Annotated[ShownNames | None, "regionale tafels"] = None
    frequency: Annotated[Statement | None, "vergaderritme"] = None
    website: Annotated[Website | None, "website"] = None
    reports: Annotated[ReportPractice | None, "verslagen"] = None
    publications: Annotated[tuple[DatedItem, ...], "publicaties"] = ()
    gatherings: Annotated[tuple[DatedItem, ...], "bijeenkomsten"] = ()
    figures: tuple[ProvincialFigures, ...] = ()
    remarks: Annotated[tuple[Statement, ...], "opmerkingen"] = ()
    body: Wording = ""
