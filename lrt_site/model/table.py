"""The consultation table itself, and the site about it."""

from __future__ import annotations

from typing import Annotated

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.fields import (
    AtMost,
    Beside,
    ContactAddress,
    Identifier,
    Name,
    PastDate,
    Phrase,
    ReferenceDate,
    Sentence,
    Trait,
    WebAddress,
    Wording,
)
from lrt_site.model.terms import check_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who makes the site and answers for it."""

    IN_DUTCH = "een uitgever"

    name: Name
    url: WebAddress | None = None
    """Where the publisher tells who they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """What others may do with the data."""

    IN_DUTCH = "een licentie"

    name: Name
    url: WebAddress | None = None
    """Where the licence can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """Where a weakness of the site is reported (RFC 9116)."""

    IN_DUTCH = "een meldpunt voor lekken"

    contact: Annotated[ContactAddress, "lekken melden bij"]
    """An e-mail address, or a web address."""
    expires: Annotated[ReferenceDate, Trait.MOVES_ON, "geldig tot en met"]
    """Until when it holds, at most a year ahead: after it a finder must not count on it any more."""
    policy: Annotated[WebAddress | None, "afspraken over lekken"] = None
    """Where it says what finders may do and what they can count on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the site calls itself, and where it lives."""

    id: Identifier
    """Always `site`."""
    title: Name
    """The name in the header of every page."""
    short_title: Annotated[Name | None, "korte naam"] = None
    """What the header on a phone, and the title of a window, call the site; absent where its name is short."""
    tagline: Annotated[Wording, "ondertitel"]
    """One line under the name: what this site is and is not."""
    address: Annotated[WebAddress, "adres"]
    """The address of the home page on the web, ending in `/`."""
    authority: Annotated[Phrase | None, "domein van vaste namen"] = None
    """The name of a domain with which the names of entries in feeds and of events in calendars begin, wherever the
    site stands. Chosen once; absent where it is the host of the address at which the site was first published."""
    fictitious: Annotated[bool, "fictief"] = False
    """True for made-up content: every page then says so."""
    sources_checked_on: Annotated[ReferenceDate, Trait.MOVES_ON, "bronnen gecontroleerd op"]
    """The day on which the facts were last compared with their sources."""
    publisher: Publisher | None = None
    """Absent while it is not decided."""
    report_error: Annotated[ContactAddress | None, "fouten melden bij"] = None
    """Where a reader reports an error: an e-mail address, or a web address that may have room for that of the page,
    written as `<pagina>`. Absent while there is none."""
    security: Annotated[Security | None, "meldpunt voor lekken"] = None
    """Where a weakness of the site is reported. Absent while there is no such place."""
    government: Annotated[bool | None, "van de overheid"] = None
    """Whether the site is one of the government; absent where it should say neither."""
    licence: Annotated[Licence | None, "licentie"] = None
    """The licence of the data. Absent while it is not decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableName(Fact):
    """A name the table has or had."""

    IN_DUTCH = "een naam van de tafel"

    id: Identifier
    name: Name
    abbreviation: Name | None = None
    used_from: Annotated[PartialDate | None, "gebruikt vanaf"] = None
    used_until: Annotated[PartialDate | None, "einde van het gebruik"] = None
    used_until_note: Annotated[Phrase | None, Beside("used_until"), "toelichting bij einde van het gebruik"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency(Fact):
    """How often the table meets, according to a source."""

    IN_DUTCH = "een vergaderritme"

    id: Identifier
    rule: Annotated[Sentence, "regel"]
    """The rule in the source's terms."""
    as_of: Annotated[PastDate | None, "stand op"] = None
    """The moment for which the source says it."""
    meetings_per_year: Annotated[int | None, AtMost(366), "vergaderingen per jaar"] = None
    """The number a year that the rule amounts to, for counting what is missing."""
    more_often: Annotated[bool, Beside("covers_from"), "vaker dan dat aantal"] = False
    """True where the source says that it met more often than that number a year, and not how often."""
    covers_from: Annotated[PartialDate | None, Beside("meetings_per_year"), "telt vanaf"] = None
    """From when we count with this rule; the note says on what ground."""
    covers_until: Annotated[PartialDate | None, Beside("covers_from"), "telt tot en met"] = None
    """Until when we count with this rule; absent where it holds on."""

    @property
    def counts(self) -> bool:
        """Whether there is a number, and a time for which to count with it."""
        return bool(self.meetings_per_year and self.covers_from)

    def __post_init__(self) -> None:
        check_order(self.covers_from, self.covers_until, ("covers_from", "covers_until"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Fact):
    """A subject the table speaks about."""

    IN_DUTCH = "een onderwerp"

    id: Identifier
    name: Name
    """One word, such as `instroom`."""
    text: Sentence
    """What is meant by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The national table: what it is called, what it is for and how it works."""

    id: Identifier
    name: Name
    """The present name."""
    abbreviation: Name | None = None
    definition: Annotated[Statement | None, "wat de tafel is"] = None
    """What it is, in a few sentences; with these the site begins."""
    now: Annotated[tuple[Statement, ...], "stand van nu"] = ()
    """What is known of after its last known meeting, such as who holds an office since."""
    founded: Statement
    """When it began; `as_shown_at` is the date."""
    names: tuple[TableName, ...]
    purposes: Annotated[tuple[Statement, ...], Trait.IN_ORDER, "doelen"]
    """What it is for."""
    frequencies: Annotated[tuple[Frequency, ...], "vergaderritme"]
    topics: tuple[Topic, ...]
    working: Annotated[tuple[Statement, ...], "werkwijze"] = ()
    """How it works: secretariat, preparation of the agenda, who is invited."""
    provincial: Annotated[tuple[Statement, ...], "provinciale tafels"] = ()
    """What holds for all provincial tables."""
    provincial_chairs_note: Annotated[Wording | None, "toelichting bij de voorzitters"] = None
    """How the dates of the chairs of provincial tables are to be read."""
