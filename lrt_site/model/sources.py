"""Sources, where they disagree, and what is known about reporting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact

SourceKind = Literal[
    "kamerstuk",
    "handelingen",
    "register",
    "webpagina",
    "nieuwsbericht",
    "persbericht",
    "brief",
    "rapport",
    "jaarverslag",
    "dataset",
    "wet",
    "overig",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document or page that facts come from."""

    id: str
    title: str
    publisher: str
    kind: SourceKind
    date: PartialDate | None = None
    """The date the source itself carries; absent where it carries none."""
    url: str | None = None
    url_verified: bool = True
    """False where the address was built by analogy and never opened."""
    citation: str | None = None
    """How parliament cites it, such as `35 570 VI, J`."""
    found: bool = True
    """False where the source could not be found again."""
    kept_for: str | None = None
    """Why the source is listed although no fact names it."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Fact):
    """What one source says in a disagreement."""

    text: str
    """The source's own words, or a faithful rendering of them."""
    quoted: bool = False
    """True where the text is literally the source's own words."""
    date: PartialDate | None = None
    """When the source said it; absent where that is the date of the source itself, or not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Sources that disagree, or one that disagrees with itself."""

    id: str
    statement: str
    """Who says what, in one or two sentences."""
    sources: tuple[str, ...]
    claims: tuple[Claim, ...] = ()
    """What each source says, side by side; two or more, and one or more of every source."""
    about: tuple[str, ...]
    """Ids of the records, statements or observations that it touches."""
    followed: str | None = None
    """Which source we follow; absent where we follow none."""
    reason: str | None = None
    """Why that one."""
    verified: bool = True
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.sources:
            raise ValueError("noem ten minste één bron")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Fact):
    """A single mention that no second source has confirmed yet."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm(Fact):
    """A form in which meetings of the tables have been reported."""

    id: str
    form: str
    structure: tuple[str, ...] = ()
    structure_note: str | None = None
    voice: str | None = None
    """Who speaks in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationPattern(Fact):
    """How a paper is cited, and where it then stands on the web."""

    id: str
    what: str
    citation: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A dated moment in the history of the table."""

    id: str
    event: str
    date: PartialDate | None = None
    not_before: PartialDate | None = None
    not_after: PartialDate | None = None
    date_note: str | None = None
    """The moment in the source's words, where no date can say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A hand-written public page."""

    id: str
    title: str
    summary: str
    """One sentence that answers the page's question."""
    body: str
