"""Commitments to parliament, after the fourteen fields of the Eerste Kamer's register, and what no register has."""

from __future__ import annotations

from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.fields import (
    Beside,
    ElementId,
    Identifier,
    Name,
    PastDate,
    PersonId,
    Phrase,
    Sentence,
    SourceId,
    TableId,
    Title,
    Trait,
    Wording,
)

CommitmentStatus = Literal["openstaand", "deels voldaan", "voldaan", "doorlopend", "afgevoerd"]
Extent = Literal["gedekt", "deels gedekt", "niet genoemd", "niet vast te stellen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in the proceedings or papers where the commitment stands."""

    IN_DUTCH = "een vindplaats"

    citation: Annotated[Phrase, "citeerwijze"]
    what: Phrase
    source: SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One part of the promise that can be checked by itself."""

    IN_DUTCH = "een onderdeel van de toezegging"

    id: Identifier
    text: Sentence
    aspect: Annotated[Phrase, "aspect"]
    """What it is about: which table, which form, which subject, which period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far one document covers one element, as the documents say it."""

    IN_DUTCH = "wat van een onderdeel in een stuk staat"

    element: Annotated[ElementId, "onderdeel"]
    extent: Annotated[Extent, "hoeveel erin staat"]
    place: Annotated[Phrase | None, "plaats in het stuk"] = None
    """Where in the document, such as `bladzijde 3`."""
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Fact):
    """A document offered, or found, as fulfilment."""

    IN_DUTCH = "een bewijsstuk"

    id: Identifier
    form: Phrase
    document: Annotated[Phrase, "document"]
    """The citation of the document."""
    date: PastDate
    signed_by: Annotated[PersonId | None, "ondertekend door"] = None
    """Id of the person who signed."""
    also_on_behalf_of: Annotated[Phrase | None, "mede namens"] = None
    content: Sentence
    scope: Annotated[Sentence, "reikwijdte"]
    """What the document says it is about."""
    covers: Annotated[tuple[Coverage, ...], "wat erin staat"] = ()
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEvent(Fact):
    """A status, when it was decided or as it was shown."""

    IN_DUTCH = "een status"

    status: Annotated[CommitmentStatus, "status"]
    decided_on: Annotated[PastDate | None, "besloten op"] = None
    decided_by: Annotated[Phrase | None, "besloten door"] = None
    as_shown_at: PastDate | None = None
    responsible: Annotated[Phrase | None, "verantwoordelijk"] = None
    """The office responsible at that moment."""
    former_responsible: Annotated[Phrase | None, "voorheen verantwoordelijk"] = None
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineEvent(Fact):
    """A deadline set or moved."""

    IN_DUTCH = "een termijn"

    deadline: Annotated[PartialDate, "termijn"]
    set_on: Annotated[PastDate | None, "bepaald op"] = None
    granted_by: Annotated[Phrase | None, "verleend door"] = None
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Fact):
    """A promise of a member of government to a chamber, as its register describes it."""

    id: Identifier
    """The number in the register, such as `T90001`."""
    chamber: Annotated[Phrase, "Kamer"]
    title: Title
    in_short: Annotated[tuple[Statement, ...], "in het kort"] = ()
    """What was promised about which table, and what came: two sentences of ours, with which its page begins."""
    register_text: Annotated[Sentence, "tekst van het register"]
    """The promise in the register's own words, as far as the source holds them."""
    date: PastDate
    made_by_role: Annotated[Phrase, "ambt van wie toezegde"]
    """The office, in the register's words."""
    made_by: Annotated[PersonId | None, "gedaan door"] = None
    made_by_note: Annotated[Sentence | None, "toelichting bij gedaan door"] = None
    asked_by: Annotated[PersonId | None, "gevraagd door"] = None
    asked_by_group: Annotated[Phrase | None, "fractie"] = None
    committees: Annotated[tuple[Phrase, ...], "commissies"] = ()
    activity: Annotated[Phrase, "soort activiteit"]
    debate: Annotated[Phrase, "debat"]
    bill: Annotated[Phrase | None, "Kamerstuk"] = None
    category: Annotated[Phrase, "categorie"]
    topics: Annotated[tuple[Phrase, ...], "onderwerpen"] = ()
    table: TableId | None = None
    """Id of the table that the promise concerns, where it is one table."""
    scope_in_register: Annotated[Sentence, "reikwijdte in het register"]
    passages: Annotated[tuple[Passage, ...], "plaatsen in het stuk"]
    deadlines: Annotated[tuple[DeadlineEvent, ...], Trait.IN_ORDER, "termijnen"] = ()
    status_events: Annotated[tuple[StatusEvent, ...], Trait.IN_ORDER, "statussen"] = ()
    """Absent where no source names a status."""
    elements: Annotated[tuple[Element, ...], "onderdelen"] = ()
    evidence: Annotated[tuple[Evidence, ...], "bewijsstukken"] = ()
    remark: Annotated[Sentence | None, "opmerking"] = None
    body: Sentence = ""
    note: Sentence | None = None

    @property
    def status(self) -> StatusEvent | None:
        """The newest status, in the order in which the record gives them; none where no source names one."""
        return self.status_events[-1] if self.status_events else None


REGISTER_WORDED = (
    "id", "title", "register_text", "date", "made_by_role", "asked_by", "asked_by_group", "committees", "activity",
    "debate", "bill", "category", "topics", "scope_in_register", "elements",
)  # fmt: skip
"""The fields of a commitment that say what its register says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterField:
    """A field of a register of commitments."""

    IN_DUTCH = "een veld van het register"

    name: Name
    example: Annotated[Phrase | None, "voorbeeld"] = None
    note: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRegister(Fact):
    """How a chamber's public register of commitments works."""

    id: Identifier
    chamber: Phrase
    title_pattern: Annotated[Phrase | None, "vorm van de titel"] = None
    fields: Annotated[tuple[RegisterField, ...], Trait.IN_ORDER] = ()
    statuses: Annotated[tuple[Phrase, ...], "statussen"] = ()
    """The statuses seen in sources."""
    statuses_source: Annotated[SourceId | None, Beside("statuses"), "bron van de statussen"] = None
    statuses_also_source: Annotated[tuple[SourceId, ...], Beside("statuses"), "andere bronnen van de statussen"] = ()
    statuses_note: Annotated[Wording | None, "toelichting bij de statussen"] = None
    workings: Annotated[tuple[Statement, ...], "werking"] = ()
