"""Words of the field, and of this site, explained."""

from __future__ import annotations

from typing import Annotated

from lrt_site.frozen import dataclass
from lrt_site.model.fields import Beside, Identifier, Name, Sentence, SourceId, Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that a reader may not know."""

    id: Identifier
    term: Annotated[Name, "begrip"]
    """The word itself."""
    also: Annotated[tuple[Name, ...], "ook genoemd"] = ()
    """Other words and forms for the same: plurals, abbreviations, a word with the same meaning."""
    explanation: Annotated[Sentence, "uitleg"]
    """What it means, in plain Dutch."""
    everyday: Annotated[bool, "ook een gewoon woord"] = False
    """True where people also use the word for other things: then only signs beside a fact link to it, no sentences."""
    source: SourceId | None = None
    """The id of the source of the explanation; absent where it explains a word of this site itself."""
    also_source: Annotated[tuple[SourceId, ...], Beside("source")] = ()
    note: Wording | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The word with all that stands for it."""
        return (self.term, *self.also)
