"""Numbers of sources, given while a page or a document is written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from lrt_site.frozen import dataclass
from lrt_site.model.facts import Backing


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The sign after words that leads to the sources that say them."""

    numbers: tuple[int, ...]
    """In rising order."""
    is_first: bool
    """Whether no sign before it on the page leads to exactly these sources: their note then stands here."""
    told: tuple[int, ...]
    """Those of them that the page has told of before."""

    @property
    def id(self) -> str:
        """The id of the note: `noot-1-3`."""
        return "-".join(["noot", *map(str, self.numbers)])

    @property
    def label(self) -> str:
        """`1`, `1, 2` or `1–3, 7`."""
        return ", ".join(_spans(self.numbers))

    @property
    def name(self) -> str:
        """The sign as it is read aloud: `Bron 1` or `Bronnen 1, 2`."""
        return f"{'Bron' if len(self.numbers) == 1 else 'Bronnen'} {self.label.replace('–', ' tot en met ')}"


class Numbers:
    """Numbers the sources of one page or document: the first that a reader meets is 1."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}
        self._of: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._marks: dict[tuple[int, ...], SourceMark] = {}
        self._noted: dict[int, SourceMark] = {}

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

    def mark(self, backing: Backing) -> SourceMark:
        """The sign that leads to the sources behind words."""
        numbers = self.of(backing)
        found = self._marks.get(numbers)
        if found is None:
            told = tuple(number for number in numbers if number in self._noted)
            found = SourceMark(numbers, is_first=True, told=told)
            for number in numbers:
                self._noted.setdefault(number, found)
            self._marks[numbers] = SourceMark(numbers, is_first=False, told=numbers)
        return found

    def first_mark(self, number: int) -> SourceMark:
        """The first sign that leads to the source with this number. KeyError where no sign does."""
        return self._noted[number]


def _spans(numbers: Sequence[int]) -> list[str]:
    """Numbers as text, three or more in a row as one."""
    spans: list[str] = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        row = [number for _, number in group]
        spans += [f"{row[0]}–{row[-1]}"] if len(row) > 2 else map(str, row)
    return spans
