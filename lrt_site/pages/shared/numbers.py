"""Numbers of sources, given while a page or a document is written out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lrt_site.model.facts import Backing


class Numbers:
    """Numbers the sources of one page or document: the first that a reader meets is 1."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self._of: dict[tuple[str, ...], tuple[int, ...]] = {}

    @property
    def given(self) -> Mapping[str, int]:
        """The number of every source met so far, in rising order."""
        return MappingProxyType(self._given)

    def of(self, backing: Backing) -> tuple[int, ...]:
        """The numbers of the sources behind words, in rising order."""
        found = self._of.get(backing.sources)
        if found is None:
            given = self._given
            found = tuple(sorted([given.setdefault(source, len(given) + 1) for source in backing.sources]))
            self._of[backing.sources] = found
        return found
