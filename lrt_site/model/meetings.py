"""Meetings, what was said and agreed there, and what the table sent out besides."""

from __future__ import annotations

from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import ClockTime, PartialDate
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.fields import (
    Beside,
    CommitmentId,
    CompositionId,
    Identifier,
    Name,
    ObservationId,
    OrganisationId,
    PastDate,
    PersonId,
    Phrase,
    ReferenceDate,
    SeatId,
    Sentence,
    SourceId,
    TableId,
    Title,
    TopicId,
    Trait,
    WebAddress,
    Wording,
)
from lrt_site.model.misfit import MisfitError

MeetingState = Literal["gehouden", "gepland", "afgelast", "aangekondigd"]
Presence = Literal["aanwezig", "afwezig", "vervangen", "genodigd"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One attendee, or absentee, of one meeting, with the role of that moment."""

    IN_DUTCH = "een aanwezige"

    person: PersonId | None = None
    organisation: OrganisationId | None = None
    seat: SeatId | None = None
    """The seat held at that meeting, where there is one."""
    role: Phrase | None = None
    presence: Annotated[Presence, "aanwezigheid"] = "aanwezig"
    replaced_by: Annotated[Phrase | None, "vervangen door"] = None
    """The name of the replacement, when the presence is `vervangen`."""

    def __post_init__(self) -> None:
        if not (self.person or self.organisation):
            message = "noem een persoon ('person: p-…') of een organisatie ('organisation: org-…')"
            raise MisfitError(message, "person", "organisation")
        if self.presence == "vervangen" and self.replaced_by is None:
            message = "wie kwam er? Schrijf de naam bij 'replaced_by', of schrijf 'presence: afwezig'"
            raise MisfitError(message, "presence", "replaced_by")
        if self.presence != "vervangen" and self.replaced_by is not None:
            message = "wie is vervangen, was er zelf niet. Schrijf 'presence: vervangen', of haal 'replaced_by' weg"
            raise MisfitError(message, "replaced_by", "presence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Something agreed: who does what, and by when."""

    IN_DUTCH = "een afspraak"

    who: Annotated[Phrase, "wie"]
    what: Annotated[Sentence, "wat"]
    due: Annotated[ReferenceDate | None, "uiterlijk"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One subject on the agenda, objectified: what was said, never who said it."""

    IN_DUTCH = "een agendapunt"

    title: Annotated[Title, "titel"]
    topic: Annotated[TopicId | None, "onderwerp"] = None
    """Id of a topic of the table."""
    discussed: Annotated[tuple[Sentence, ...], "besproken"] = ()
    conclusions: Annotated[tuple[Sentence, ...], "conclusies"] = ()
    agreements: Annotated[tuple[Agreement, ...], "afspraken"] = ()
    disputed: Annotated[tuple[Sentence, ...], "betwist"] = ()
    figures: Annotated[tuple[ObservationId, ...], "cijfers"] = ()
    """Ids of observations used, as they were known that day."""
    commitments: Annotated[tuple[CommitmentId, ...], "toezeggingen"] = ()
    """Numbers of commitments touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Fact):
    """A published account of a meeting."""

    IN_DUTCH = "een verslag"

    title: Title
    publisher: Annotated[Name, "uitgever"]
    form: Annotated[Phrase, "vorm"]
    """The form of the account, such as `nieuwsbericht` or `hoofdlijnen`."""
    date: Annotated[PastDate | None, "datum"] = None
    """The day of publication."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWords:
    """Words that stay as they are though they say who spoke, quote or judge, and why."""

    IN_DUTCH = "een zin die zo blijft"

    words: Annotated[Wording, "woorden"]
    """The sentence, or the part of it that says who spoke."""
    reason: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDocument:
    """A document that was on the table."""

    IN_DUTCH = "een vergaderstuk"

    title: Title
    url: Annotated[WebAddress | None, "webadres"] = None
    source: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """One session of a table."""

    id: Identifier
    table: Annotated[TableId, "tafel"]
    """Id of the table: the national one or a provincial one."""
    table_name: Annotated[Name, "naam van de tafel"]
    """The table's name at that time."""
    state: Annotated[MeetingState, "stand"] = "gehouden"
    date: PartialDate | None = None
    time: Annotated[ClockTime | None, "tijd"] = None
    """When it began, on that day."""
    label: Name | None = None
    """What tells it from another meeting of that day: `avondzitting`."""
    not_before: Annotated[PartialDate | None, "niet voor"] = None
    """The earliest it can have been, where the date itself is not known."""
    not_after: Annotated[PartialDate | None, "niet na"] = None
    """The latest it can have been, where the date itself is not known."""
    date_note: Annotated[Phrase | None, "toelichting bij de datum"] = None
    """The moment in the source's words, where no date can say it."""
    location: Annotated[Phrase | None, "plaats"] = None
    """Where it was held, in the words of the source."""
    composition: Annotated[CompositionId | None, "samenstelling"] = None
    """Id of the composition that shows who took part."""
    in_short: tuple[Statement, ...] = ()
    """Two or three sentences of ours on what came of it, with which its page begins."""
    attendance: Annotated[tuple[Attendance, ...], "aanwezigheid"] = ()
    discussed: tuple[Sentence, ...] = ()
    conclusions: tuple[Sentence, ...] = ()
    disputed: tuple[Sentence, ...] = ()
    agenda: Annotated[tuple[AgendaItem, ...], Trait.IN_ORDER, "agenda"] = ()
    figures: tuple[ObservationId, ...] = ()
    """Ids of observations that the sources connect with this meeting."""
    report: Annotated[Report | None, "verslag"] = None
    """The published account; absent when none was found."""
    adopted_on: Annotated[PastDate | None, "vastgesteld op"] = None
    """When the table adopted the report."""
    documents: Annotated[tuple[MeetingDocument, ...], "stukken"] = ()
    kept_words: Annotated[tuple[KeptWords, ...], "woorden die zo blijven"] = ()
    """What is not objective and stays so, with the reason, such as a source that is a press report."""
    body: Annotated[Wording, "tekst"] = ""
    """The objectified report in Markdown."""

    def __post_init__(self) -> None:
        if not (self.date or self.not_before or self.not_after):
            message = "geef 'date', of een grens met 'not_before' of 'not_after'"
            raise MisfitError(message, "date", "not_before", "not_after")
        if self.not_before and self.not_after and self.not_after.latest < self.not_before.earliest:
            message = f"'not_after' ({self.not_after.in_words}) ligt voor 'not_before' ({self.not_before.in_words})"
            raise MisfitError(f"{message}; verwissel ze, of verbeter er één", "not_after", "not_before", turned=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Output(Fact):
    """A letter, call or decision in the table's name, outside a meeting."""

    id: Identifier
    table: TableId
    form: Phrase
    """What it is, such as a letter from whom to whom."""
    content: Annotated[Sentence, "inhoud"]
    date: PastDate | None = None
    not_before: PastDate | None = None
    """The earliest it can have been, where the date itself is not known."""
    not_after: PartialDate | None = None
    """The latest it can have been, where the date itself is not known."""
    date_note: Phrase | None = None
    reported_on: Annotated[PastDate | None, "gemeld op"] = None
    """When it was reported, where its own day is not known."""
    reported_source: Annotated[SourceId | None, Beside("reported_on"), "bron van de melding"] = None
    body: Wording = ""
