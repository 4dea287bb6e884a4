"""Words of the field, and of this site, explained."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that a reader may not know."""

    id: str
    term: str
    """The word itself."""
    also: tuple[str, ...] = ()
    """Other words and forms for the same: plurals, abbreviations, a word with the same meaning."""
    explanation: str
    """What it means, in plain Dutch."""
    everyday: bool = False
    """True where people also use the word for other things: then only signs beside a fact link to it, no sentences."""
    source: str | None = None
    """The id of the source of the explanation; absent where it explains a word of this site itself."""
    also_source: tuple[str, ...] = ()
    note: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """The word with all that stands for it."""
        return (self.term, *self.also)
