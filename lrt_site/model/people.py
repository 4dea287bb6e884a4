"""Organisations, persons, seats and who sat in them (after Popolo)."""

from __future__ import annotations

from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Party
from lrt_site.model.fields import (
    AtMost,
    Beside,
    Identifier,
    Name,
    OrganisationId,
    PastDate,
    PersonId,
    Phrase,
    SeatId,
    Sentence,
    SourceId,
    Wording,
)
from lrt_site.model.misfit import MisfitError
from lrt_site.model.terms import EndIs, check_order, check_term

Classification = Literal["ministerie", "koepel", "rijksorgaan", "uitvoeringsorganisatie", "overleg", "overig"]
Capacity = Literal["voorzitter", "secretariaat", "vast", "uitgenodigd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName(Fact):
    """A name beside the present one: what a person or an organisation was called before, or is called as well."""

    IN_DUTCH = "een andere naam"

    name: Annotated[Name, "naam"]
    start_date: Annotated[PartialDate | None, "begindatum"] = None
    """The first day of the name; where absent, the name goes back further than we know."""
    end_date: Annotated[PartialDate | None, "einddatum"] = None
    """The end of the name."""
    end_is: Annotated[EndIs, "wat de einddatum is"] = "laatste dag"
    """What that day is."""

    def __post_init__(self) -> None:
        check_term(self, "laatste dag")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherOrganisationName(OtherName):
    """A name of an organisation beside the present one, with the abbreviation of that time."""

    IN_DUTCH = "een andere naam van een organisatie"

    short: Annotated[Name | None, "korte naam"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Fact):
    """A body that sits at, prepares or is invited to the table."""

    id: Identifier
    name: Name
    """The present name, or the last one known."""
    short: Name
    """The usual abbreviation."""
    classification: Annotated[Classification, "soort organisatie"]
    formerly: Annotated[Phrase | None, "eerdere naam"] = None
    """An earlier name, as sources of that time use it, where its period is not known."""
    other_names: Annotated[tuple[OtherOrganisationName, ...], "andere namen"] = ()
    """Names of other times, each with its period: what took place then shows the name of then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Fact):
    """An office or function of a person, in the source's words."""

    IN_DUTCH = "een ambt"

    role: Annotated[Phrase, "ambt"]
    label: Annotated[Name | None, "aanduiding"] = None
    """How the source of that time writes it, where that differs."""
    function_at_table: Annotated[Phrase | None, "functie aan de tafel"] = None
    """What the person is at the table, according to the source."""
    start_date: PartialDate | None = None
    """The first day in the role, where known."""
    end_date: PartialDate | None = None
    """The end, as the source gives it; unknown when absent, which is not the same as still running."""
    end_is: EndIs = "niet vermeld"
    """What that day is, where the source says so."""
    end_source: Annotated[SourceId | None, Beside("end_date"), "bron van het einde"] = None
    """The source of the end, where it is another one."""
    as_shown_at: PastDate | None = None
    """The moment the source speaks of. Not the start of anything."""
    as_shown_note: Annotated[Phrase | None, "omschrijving van het moment"] = None

    def __post_init__(self) -> None:
        check_term(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named in connection with the table."""

    id: Identifier
    name: Name
    """The present name, or the last one known."""
    sort_name: Annotated[Phrase | None, "naam om op te sorteren"] = None
    """What puts the person in order in lists, where our rule misses the surname: `Dam, Maria de Boer van`."""
    other_names: tuple[OtherName, ...] = ()
    """Names of other times, each with its period: what took place then shows the name of then."""
    name_note: Annotated[Wording | None, "toelichting bij de naam"] = None
    name_source: Annotated[SourceId | None, Beside("name"), "bron van de naam"] = None
    """The source of (a part of) the name, where it is not that of a role."""
    roles: Annotated[tuple[Role, ...], "ambten"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat(Fact):
    """A place at the table, apart from whoever holds it."""

    id: Identifier
    name: Name
    capacity: Annotated[Capacity, "hoedanigheid"]
    organisation: OrganisationId | None = None
    """The organisation whose seat it is, where that never changes."""
    places: Annotated[int | None, AtMost(100), "aantal plaatsen"] = None
    """How many persons can hold it at one time, where a source says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a seat in a composition: an organisation, a person, or both."""

    IN_DUTCH = "een bezetting van een stoel"

    seat: Annotated[SeatId, "stoel"]
    organisation: OrganisationId | None = None
    person: Annotated[PersonId | None, "persoon"] = None
    role: Phrase | None = None
    """The office in the source's words, of that time."""
    acting: Annotated[bool, "waarnemend"] = False
    """True for who holds the seat for the time being, beside or in the place of its regular holder."""
    civil_servant: Annotated[bool, "ambtenaar"] = False

    def __post_init__(self) -> None:
        if not (self.organisation or self.person or self.role):
            message = "noem bij deze stoel een organisatie, een persoon of een ambt"
            raise MisfitError(message, "organisation", "person", "role")


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition(Fact):
    """Who sat at the table, as one source showed it at one moment."""

    id: Identifier
    description: Sentence
    """What the source shows: fixed participants, those of one meeting, and so on."""
    as_shown_at: PastDate | None = None
    """The moment the source speaks of. Not the start of anything."""
    estimated_from: Annotated[PastDate | None, "geschat vanaf"] = None
    """Where the source has no date: our estimate of the earliest moment it can speak of."""
    estimated_until: Annotated[PartialDate | None, "geschat tot en met"] = None
    """Where the source has no date: our estimate of the latest moment it can speak of."""
    as_shown_note: Phrase | None = None
    complete: Annotated[bool, "volledig"] = False
    """True where the source claims to name everybody; most do not."""
    holders: Annotated[tuple[Holder, ...], "wie er zitten"]
    invited: Annotated[tuple[Party, ...], "genodigden"] = ()
    """Who may be invited, depending on the agenda."""
    agenda_prepared_with: Annotated[tuple[Party, ...], "agenda voorbereid met"] = ()
    """With whom the secretariat prepares the agenda."""

    def __post_init__(self) -> None:
        check_order(self.estimated_from, self.estimated_until, ("estimated_from", "estimated_until"))
        if self.as_shown_at is None and (self.estimated_from is None or self.estimated_until is None):
            message = "geef 'as_shown_at', of schat met 'estimated_from' en 'estimated_until'"
            raise MisfitError(message, "as_shown_at", "estimated_from", "estimated_until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Fact):
    """A dated holding of a seat: a start, an end, or both are known."""

    id: Identifier
    seat: SeatId
    organisation: OrganisationId | None = None
    person: PersonId | None = None
    role: Phrase | None = None
    acting: bool = False
    """True for who holds the seat for the time being, beside or in the place of its regular holder."""
    start_date: PartialDate | None = None
    """The first day in the seat; unknown when absent."""
    end_date: PartialDate | None = None
    """The end; unknown when absent."""
    end_is: EndIs = "laatste dag"
    """What that day is."""

    def __post_init__(self) -> None:
        check_term(self, "laatste dag")
        if self.start_date is None and self.end_date is None:
            message = "geef 'start_date', 'end_date' of allebei; zonder datum hoort dit in een samenstelling"
            raise MisfitError(message, "start_date", "end_date")
