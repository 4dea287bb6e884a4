"""Where a Dutch compound is two words: *waterpeil* is *water* and *peil*, so that who looks for one finds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from functools import lru_cache

from lrt_site.differences import spelling

JOINT = "^"
"""What stands between the halves: a sign that is in no word, and at which Pagefind sees two words in one."""
_HEAD, _TAIL = 4, 4
"""Minimum number of letters of a half. Shorter words end or begin too many that are no compounds."""
_SHORT_TAIL = 3
"""Of one after a linking *s*, which no other word has there: *verkeerswet*."""
_LINKS = ("", "s", "e", "en", "n")
_NO_TAILS = frozenset({
    "achtig", "baar", "baren", "deling", "ende", "enden", "ging", "gingen", "heden", "heid", "king", "lagen", "lijk",
    "lijke", "lijken", "ling", "loos", "loze", "matig", "matige", "nissen", "ring", "ringen", "schap", "schappen",
    "ster", "steren", "sters", "tallen", "telijk", "zaam", "zame",
})  # fmt: skip
"""Ends of derived words, some of which are words of their own too."""
_WORD = re.compile(r"(?<![\w-])[^\W\d_]{7,}(?![\w-])")
"""A word that can be a compound; one with a hyphen shows its parts already."""


@lru_cache(maxsize=1)
def dutch() -> Callable[[str], str]:
    """What marks the joints of Dutch compounds in a text."""
    return marker(spelling.dutch().words)


def marker(words: Set[str]) -> Callable[[str], str]:
    """What marks in a text where its compounds are two of these words."""

    @lru_cache(maxsize=50_000)
    def marked(word: str) -> str:
        at = next(joints(word.lower(), words), 0)
        return f"{word[:at]}{JOINT}{word[at:]}" if at else word

    return lambda text: _WORD.sub(lambda found: marked(found[0]), text)


def joints(word: str, words: Set[str]) -> Iterator[int]:
    """Where a word in small letters can be two of these words, that with the longest second half first.

    A longer second half is the word that a reader knows: *regen* and *waterpeil*, not *regenwater*
    and *peil*.
    """
    for at in range(_HEAD, len(word) - _SHORT_TAIL + 1):
        head, tail = word[:at], word[at:]
        if tail in words and tail not in _NO_TAILS and _is_head(head, words, short_tail=len(tail) < _TAIL):
            yield at


def _is_head(head: str, words: Set[str], *, short_tail: bool) -> bool:
    links = ("s",) if short_tail else _LINKS
    stems = (head.removesuffix(link) for link in links if head.endswith(link))
    return any(len(stem) >= _HEAD and stem in words for stem in stems)
