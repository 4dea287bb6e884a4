"""The consultation table itself, and the site about it."""

from __future__ import annotations

from dataclasses import dataclass

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Statement
from lrt_site.model.terms import check_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who makes the site and answers for it."""

    name: str
    url: str | None = None
    """Where the publisher tells who they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """What others may do with the data."""

    name: str
    url: str | None = None
    """Where the licence can be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the site calls itself, and where it lives."""

    id: str
    """Always `site`."""
    title: str
    """The name in the header of every page."""
    tagline: str
    """One line under the name: what this site is and is not."""
    address: str
    """The address of the home page on the web, ending in `/`."""
    authority: str | None = None
    """The name of a domain with which the names of entries in feeds and of events in calendars begin, wherever the
    site stands. Chosen once; absent where it is the host of the address at which the site was first published."""
    fictitious: bool = False
    """True for made-up content: every page then says so."""
    sources_checked_on: PartialDate
    """The day on which the facts were last compared with their sources."""
    publisher: Publisher | None = None
    """Absent while it is not decided."""
    report_error: str | None = None
    """Where a reader reports an error: an e-mail address, or a web address that may have room for that of the page,
    written as `<pagina>`. Absent while there is none."""
    government: bool | None = None
    """Whether the site is one of the government; absent where it should say neither."""
    licence: Licence | None = None
    """The licence of the data. Absent while it is not decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableName(Fact):
    """A name the table has or had."""

    id: str
    name: str
    abbreviation: str | None = None
    used_from: PartialDate | None = None
    used_until: PartialDate | None = None
    used_until_note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency(Fact):
    """How often the table meets, according to a source."""

    id: str
    rule: str
    """The rule in the source's terms."""
    as_of: PartialDate | None = None
    """The moment for which the source says it."""
    meetings_per_year: int | None = None
    """The number a year that the rule amounts to, for counting what is missing."""
    more_often: bool = False
    """True where the source says that it met more often than that number a year, and not how often."""
    covers_from: PartialDate | None = None
    """From when we count with this rule; the note says on what ground."""
    covers_until: PartialDate | None = None
    """Until when we count with this rule; absent where it holds on."""

    @property
    def counts(self) -> bool:
        """Whether there is a number, and a time for which to count with it."""
        return bool(self.meetings_per_year and self.covers_from)

    def __post_init__(self) -> None:
        check_order(self.covers_from, self.covers_until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Fact):
    """A subject the table speaks about."""

    id: str
    name: str
    """One word, such as `instroom`."""
    text: str
    """What is meant by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The national table: what it is called, what it is for and how it works."""

    id: str
    name: str
    """The present name."""
    abbreviation: str | None = None
    definition: Statement | None = None
    """What it is, in a few sentences; with these the site begins."""
    now: tuple[Statement, ...] = ()
    """What is known of after its last known meeting, such as who holds an office since."""
    founded: Statement
    """When it began; `as_shown_at` is the date."""
    names: tuple[TableName, ...]
    purposes: tuple[Statement, ...]
    """What it is for."""
    frequencies: tuple[Frequency, ...]
    topics: tuple[Topic, ...]
    working: tuple[Statement, ...] = ()
    """How it works: secretariat, preparation of the agenda, who is invited."""
    provincial: tuple[Statement, ...] = ()
    """What holds for all provincial tables."""
    provincial_chairs_note: str | None = None
    """How the dates of the chairs of provincial tables are to be read."""
