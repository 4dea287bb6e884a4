"""Whether a word is Dutch, and whether another one is surely what a misspelled one was meant to be.

Never sure is what could be a word that no list has: a compound, an inflection or a derivation of words that are.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import cache, cached_property
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from lrt_site.frozen import dataclass

MOST_EDITS = 2
"""Number of letters that may be wrong: one added, left out or another, or two neighbours exchanged, counts as one."""

_LIST = "dutch_words.txt.xz"
_ENDINGS = (
    "'s", "s", "en", "n", "e", "er", "r", "st", "ste", "t", "te", "ten", "de", "den", "d", "tje", "tjes", "je", "jes",
)  # fmt: skip
_BEGINNINGS = (
    "on", "niet", "ont", "her", "in", "uit", "op", "af", "aan", "over", "onder", "tegen", "anti", "non", "oud", "ex",
    "mis", "wan", "mede", "door", "toe", "mee", "voor", "na", "bij", "om", "weg", "a", "de", "des", "dis", "il", "im",
    "ir",
)  # fmt: skip
_LINKS = ("", "s", "-", "en", "e")
"""What stands between the halves of a compound."""
_HALF = 3
"""Minimum number of letters of a half of a compound: *kamerlid*, *dwangwet*."""
_STEM = 4
"""Minimum number of letters of the stem of an inflected word."""
_UNSPELLABLE = re.compile(r"(?<![aeiouy])([aiou][^aeiouy]|e[^aeiouylmnr])$|(aa|oo|uu|ee)[^aeiouy]$")
"""The end of a stem before which Dutch spelling doubles a consonant, or writes one vowel less, when *e* follows."""
_VOICELESS = {"v": "f", "z": "s"}
_SOUNDS = (
    ("ij", "ei"), ("y", "i"), ("ou", "au"), ("ie", "i"), ("ch", "g"), ("ck", "k"), ("ph", "f"), ("th", "t"),
    ("x", "ks"), ("c", "k"), ("z", "s"), ("v", "f"),
)  # fmt: skip
_VOICED_END = re.compile(r"d(?=[ts]?$)")
_DOUBLED = re.compile(r"([^aeiou])\1+")


@dataclass(frozen=True)
class Spelling:
    """The words of a language, in small letters."""

    words: frozenset[str]

    def mends(self, old: str, new: str) -> bool:
        """Whether `new` is the one word that `old`, which is none, can have been meant to be.

        It is nearer than every other word, or of the nearest ones the only one that sounds like `old`, or else the
        only one with the same letters but for double ones.
        """
        if old in self.words or new not in self.words or old.startswith(new) or new.startswith(old):
            return False
        distance = DamerauLevenshtein.distance(old, new, score_cutoff=MOST_EDITS)
        if distance > MOST_EDITS or self._may_be_a_word(old):
            return False
        nearest = self._nearest(old, distance)
        alike = {word for word in nearest if _sound(word) == _sound(old)} or {
            word for word in nearest if _single(word) == _single(old)
        }
        return nearest == {new} or alike == {new}

    def _nearest(self, old: str, distance: int) -> Set[str]:
        """The words at this distance; nearer ones in their place, where there are any."""
        found = {
            word: edits
            for length in range(len(old) - distance, len(old) + distance + 1)
            for word, edits, _ in process.extract(
                old,
                self._by_length.get(length, ()),
                scorer=DamerauLevenshtein.distance,
                score_cutoff=distance,
                limit=None,
            )
        }
        return {word for word, edits in found.items() if edits == min(found.values())}

    @cached_property
    def _by_length(self) -> Mapping[int, Sequence[str]]:
        lengths: dict[int, list[str]] = {}
        for word in self.words:
            lengths.setdefault(len(word), []).append(word)
        return lengths

    def _may_be_a_word(self, text: str) -> bool:
        """Whether words of the list can be put together to this one."""
        if self._is_inflected(text):
            return True
        if any(text.startswith(candidate) and self._is_form(text[len(candidate) :]) for candidate in _BEGINNINGS):
            return True
        halves = ((text[:at], text[at:]) for at in range(_HALF, len(text) - _HALF + 1))
        return any(self._is_first_half(first) and self._is_form(second) for first, second in halves)

    def _is_first_half(self, text: str) -> bool:
        stems = (text.removesuffix(link) for link in _LINKS if text.endswith(link))
        return any(len(stem) >= _HALF and stem in self.words for stem in stems)

    def _is_form(self, text: str) -> bool:
        return len(text) >= _HALF and (text in self.words or self._is_inflected(text))

    def _is_inflected(self, text: str) -> bool:
        return any(stem in self.words for stem in _stems(text))


NO_WORDS = Spelling(frozenset())
"""By this nothing is a word, and so nothing is proven that needs a list."""

Speller = Callable[[], Spelling]
"""Gives the words when they are needed, which is seldom."""


def no_words() -> Spelling:
    """No list at all: for whoever only wants to know what differs."""
    return NO_WORDS


@cache
def dutch() -> Spelling:
    """The Dutch words that this package carries. Reading them takes some tenths of a second, once."""
    packed = files(__package__).joinpath(_LIST).read_bytes()
    return Spelling(frozenset(lzma.decompress(packed).decode("utf-8").split()))


def _stems(text: str) -> Iterator[str]:
    """What a word can be a form of, by the rules of Dutch spelling."""
    for ending in _ENDINGS:
        stem = text.removesuffix(ending)
        if stem == text or len(stem) < _STEM or (ending[0] in "td" and stem[-1] in "td"):
            continue
        if ending[0] != "e":
            if ending not in ("n", "r") or stem[-1] in "aeiouë":
                yield stem
            continue
        if not _UNSPELLABLE.search(stem):
            yield from (stem, stem[:-1] + _VOICELESS.get(stem[-1], stem[-1]))
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        if stem[-2] in "aeou" and stem[-1] not in "aeiou":
            yield stem[:-1] + stem[-2] + _VOICELESS.get(stem[-1], stem[-1])


def _sound(word: str) -> str:
    """A word as it sounds, roughly: *woort* and *woord* are one."""
    folded = "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalpha())
    for written, heard in _SOUNDS:
        folded = folded.replace(written, heard)
    return _DOUBLED.sub(r"\1", _VOICED_END.sub("t", folded))


def _single(word: str) -> str:
    """A word in which no letter is double."""
    return re.sub(r"(.)\1+", r"\1", word)
