"""Sources, where they disagree, and what is known about reporting."""

from __future__ import annotations

from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact
from lrt_site.model.fields import (
    AnyId,
    Beside,
    Heading,
    Identifier,
    Name,
    PastDate,
    Phrase,
    Sentence,
    SourceId,
    Title,
    Trait,
    WebAddress,
    Wording,
)
from lrt_site.model.misfit import MisfitError

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

    id: Identifier
    title: Title
    publisher: Name
    kind: SourceKind
    date: PastDate | None = None
    """The date the source itself carries; absent where it carries none."""
    url: WebAddress | None = None
    url_verified: Annotated[bool, "webadres gecontroleerd"] = True
    """False where the address was built by analogy and never opened."""
    citation: Phrase | None = None
    """How parliament cites it, such as `35 570 VI, J`."""
    found: Annotated[bool, "teruggevonden"] = True
    """False where the source could not be found again."""
    kept_for: Annotated[Wording | None, "bewaard omdat"] = None
    """Why the source is listed although no fact names it."""
    note: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Fact):
    """What one source says in a disagreement."""

    IN_DUTCH = "wat een bron zegt"

    text: Sentence
    """The source's own words, or a faithful rendering of them."""
    quoted: Annotated[bool, "letterlijk aangehaald"] = False
    """True where the text is literally the source's own words."""
    date: PastDate | None = None
    """When the source said it; absent where that is the date of the source itself, or not known."""
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Sources that disagree, or one that disagrees with itself."""

    id: Identifier
    question: Annotated[Heading | None, "vraag"] = None
    """The question to which sources give different answers, as the heading of its page; absent where none is asked."""
    statement: Annotated[Sentence, "waarin bronnen verschillen"]
    """Who says what, in one or two sentences."""
    sources: tuple[SourceId, ...]
    claims: Annotated[tuple[Claim, ...], "wat bronnen zeggen"] = ()
    """What each source says, side by side; two or more, and one or more of every source."""
    about: Annotated[tuple[AnyId, ...], "waarover het gaat"]
    """Ids of the records, statements or observations that it touches."""
    followed: Annotated[SourceId | None, "gevolgde bron"] = None
    """Which source we follow; absent where we follow none."""
    reason: Annotated[Sentence | None, Beside("followed"), "reden"] = None
    """Why that one."""
    verified: bool = True
    note: Sentence | None = None

    def __post_init__(self) -> None:
        if not self.sources:
            raise MisfitError("noem ten minste één bron", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Fact):
    """A single mention that no second source has confirmed yet."""

    id: Identifier
    text: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm(Fact):
    """A form in which meetings of the tables have been reported."""

    id: Identifier
    form: Phrase
    structure: Annotated[tuple[Phrase, ...], Trait.IN_ORDER, "opbouw"] = ()
    structure_note: Annotated[Wording | None, "toelichting bij de opbouw"] = None
    voice: Annotated[Phrase | None, "wie er spreekt"] = None
    """Who speaks in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationPattern(Fact):
    """How a paper is cited, and where it then stands on the web."""

    id: Identifier
    what: Phrase
    citation: Phrase | None = None
    url: WebAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A dated moment in the history of the table."""

    id: Identifier
    event: Annotated[Sentence, "gebeurtenis"]
    date: PastDate | None = None
    not_before: PastDate | None = None
    not_after: PartialDate | None = None
    date_note: Phrase | None = None
    """The moment in the source's words, where no date can say it."""
    note: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A hand-written public page."""

    id: Identifier
    language: Annotated[Literal["Engels"] | None, "taal"] = None
    """The language of title, summary and words; absent where that is Dutch. Such a page is a summary of the site."""
    title: Heading
    summary: Annotated[Wording, "samenvatting"]
    """One sentence that answers the page's question."""
    body: Wording
