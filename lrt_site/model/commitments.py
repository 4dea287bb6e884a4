"""Commitments to parliament, after the fourteen fields of the Eerste Kamer's register, and what no register has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, Statement

CommitmentStatus = Literal["openstaand", "deels voldaan", "voldaan", "doorlopend", "afgevoerd"]
Extent = Literal["gedekt", "deels gedekt", "niet genoemd", "niet vast te stellen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A place in the proceedings or papers where the commitment stands."""

    citation: str
    what: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One part of the promise that can be checked by itself."""

    id: str
    text: str
    aspect: str
    """What it is about: which table, which form, which subject, which period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far one document covers one element, as the documents say it."""

    element: str
    extent: Extent
    place: str | None = None
    """Where in the document, such as `bladzijde 3`."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Fact):
    """A document offered, or found, as fulfilment."""

    id: str
    form: str
    document: str
    """The citation of the document."""
    date: PartialDate
    signed_by: str | None = None
    """Id of the person who signed."""
    also_on_behalf_of: str | None = None
    content: str
    scope: str
    """What the document says it is about."""
    covers: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEvent(Fact):
    """A status, when it was decided or as it was shown."""

    status: CommitmentStatus
    decided_on: PartialDate | None = None
    decided_by: str | None = None
    as_shown_at: PartialDate | None = None
    responsible: str | None = None
    """The office responsible at that moment."""
    former_responsible: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineEvent(Fact):
    """A deadline set or moved."""

    deadline: PartialDate
    set_on: PartialDate | None = None
    granted_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Fact):
    """A promise of a member of government to a chamber, as its register describes it."""

    id: str
    """The number in the register, such as `T90001`."""
    chamber: str
    title: str
    in_short: tuple[Statement, ...] = ()
    """What was promised about which table, and what came: two sentences of ours, with which its page begins."""
    register_text: str
    """The promise in the register's own words, as far as the source holds them."""
    date: PartialDate
    made_by_role: str
    """The office, in the register's words."""
    made_by: str | None = None
    made_by_note: str | None = None
    asked_by: str | None = None
    asked_by_group: str | None = None
    committees: tuple[str, ...] = ()
    activity: str
    debate: str
    bill: str | None = None
    category: str
    topics: tuple[str, ...] = ()
    table: str | None = None
    """Id of the table that the promise concerns, where it is one table."""
    scope_in_register: str
    passages: tuple[Passage, ...]
    deadlines: tuple[DeadlineEvent, ...] = ()
    status_events: tuple[StatusEvent, ...] = ()
    """Absent where no source names a status."""
    elements: tuple[Element, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    remark: str | None = None
    body: str = ""

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

    name: str
    example: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentRegister(Fact):
    """How a chamber's public register of commitments works."""

    id: str
    chamber: str
    title_pattern: str | None = None
    fields: tuple[RegisterField, ...] = ()
    statuses: tuple[str, ...] = ()
    """The statuses seen in sources."""
    statuses_source: str | None = None
    statuses_also_source: tuple[str, ...] = ()
    statuses_note: str | None = None
    workings: tuple[Statement, ...] = ()
