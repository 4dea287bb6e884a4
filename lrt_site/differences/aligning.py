"""What of two sequences is the same, in work that stays within bounds however long and however alike they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from rapidfuzz.distance import LCSseq

Run = tuple[str, int, int, int, int]
"""`equal`, `delete`, `insert` or `replace`, with where it begins and ends in the one and in the other."""

_MOST_BY_BLOCK = 4_000_000
_MOST_ALIKE = 100_000
"""More pairs than this, of all items or of equal ones, would take difflib minutes: it looks again for each block."""
_MOST_BY_ITEM = 400_000_000
"""More pairs than this are not compared at all: their table would not fit in memory."""


def aligned(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[Run]:
    """The runs of two sequences in order: by their longest blocks, or in longer ones by as many items as can be.

    Of the longest all between their beginnings and their ends counts as other.
    """
    pairs = len(old) * len(new)
    if pairs <= _MOST_BY_BLOCK and _alike(old, new) <= _MOST_ALIKE:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if pairs <= _MOST_BY_ITEM:
        return tuple(by_item(old, new))
    return tuple(of_ends(old, new))


def likeness(old: Sequence[Hashable], new: Sequence[Hashable]) -> float:
    """How alike two sequences are, from 0 to 1: twice what they have in common, beside all that they have."""
    same = sum(end - start for tag, start, end, _, _ in aligned(old, new) if tag == "equal")
    return 2 * same / (len(old) + len(new)) if old or new else 1.0


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """The number of pairs of equal items."""
    times = Counter(new)
    return sum(number * times[item] for item, number in Counter(old).items())


def by_item(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Run]:
    """The runs with as many equal items as can be; all that differs between two of them is one."""
    for is_equal, group in groupby(LCSseq.opcodes(old, new), key=lambda run: run.tag == "equal"):
        first, *_ = together = tuple(group)
        place = first.src_start, together[-1].src_end, first.dest_start, together[-1].dest_end
        yield "equal" if is_equal else _tag(*place), *place


def of_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Run]:
    """The runs that are equal at the beginning and at the end, with all between them as one."""
    least = min(len(old), len(new))
    begun = next((place for place in range(least) if old[place] != new[place]), least)
    ended = next((place for place in range(least - begun) if old[-1 - place] != new[-1 - place]), least - begun)
    i2, j2 = len(old) - ended, len(new) - ended
    runs = (
        ("equal", 0, begun, 0, begun),
        (_tag(begun, i2, begun, j2), begun, i2, begun, j2),
        ("equal", i2, len(old), j2, len(new)),
    )
    yield from (run for run in runs if run[1] < run[2] or run[3] < run[4])


def _tag(i1: int, i2: int, j1: int, j2: int) -> str:
    return "insert" if i1 == i2 else "delete" if j1 == j2 else "replace"
