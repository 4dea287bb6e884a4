"""What people and organisations asked of an authority under the law on open government, and what came of it."""

from __future__ import annotations

from typing import Annotated, Literal

from lrt_site.frozen import dataclass
from lrt_site.model.facts import Fact, Party
from lrt_site.model.fields import Identifier, OrganisationId, PastDate, Phrase, Sentence, Title, WebAddress
from lrt_site.model.misfit import MisfitError

RequesterKind = Literal[
    "een journalist",
    "een inwoner",
    "een onderzoeker",
    "een politicus",
    "een advocaat",
    "een bedrijf",
    "een belangengroep",
    "een overheid",
    "iemand anders",
    "niet vermeld",
]
"""All that is told of somebody who asks. A choice, not a text: so no name of a person can stand here."""

RequestDecision = Literal["openbaar", "deels openbaar", "geweigerd", "nog niet beslist", "niet vermeld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requester:
    """Who asked: an organisation that we describe, or only what kind of requester it was."""

    IN_DUTCH = "een aanvrager"

    organisation: OrganisationId | None = None
    """Id of the organisation, when it is one we describe."""
    kind: RequesterKind | None = None
    """What kind of requester it was, when it is no organisation that we describe."""

    def __post_init__(self) -> None:
        if (self.organisation is None) == (self.kind is None):
            message = "vul óf 'organisation' óf 'kind' in, niet allebei en niet geen van beide"
            raise MisfitError(message, "kind", "organisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDocument:
    """A document that was made public because of the request."""

    IN_DUTCH = "een openbaar gemaakt stuk"

    title: Title
    url: WebAddress | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequest(Fact):
    """A request for information about the table under the law on open government."""

    id: Identifier
    requester: Annotated[Requester, "aanvrager"]
    """Who asked; never the name of a private person."""
    asked: Annotated[Sentence, "gevraagd"]
    """What was asked, in a sentence or two."""
    asked_of: Annotated[Party, "gevraagd aan"]
    """The authority that was asked."""
    asked_on: Annotated[PastDate | None, "gevraagd op"] = None
    decided_on: PastDate | None = None
    """When the authority decided."""
    decision: Annotated[RequestDecision, "besluit"]
    """What the authority decided, as far as the source tells."""
    law: Annotated[Phrase | None, "wet"] = None
    """The law under which it was asked, as the source names it."""
    documents: tuple[ReleasedDocument, ...] = ()
    """What was made public."""

    def __post_init__(self) -> None:
        if self.asked_on and self.decided_on and self.decided_on.latest < self.asked_on.earliest:
            decided, asked = self.decided_on.in_words, self.asked_on.in_words
            message = f"het besluit ({decided}) ligt voor het verzoek ({asked}); verbeter één van beide"
            raise MisfitError(message, "decided_on", "asked_on")
        if self.decision == "nog niet beslist" and self.decided_on:
            message = "er is 'nog niet beslist', dus laat 'decided_on' weg, of verbeter 'decision'"
            raise MisfitError(message, "decided_on", "decision")
        if self.decision in ("nog niet beslist", "geweigerd") and self.documents:
            message = f"het besluit is '{self.decision}', dus laat 'documents' weg, of verbeter 'decision'"
            raise MisfitError(message, "documents", "decision")
