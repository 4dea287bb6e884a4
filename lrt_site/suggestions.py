"""What an editor means by a word that is not known: a slip of the pen, or nothing. Never another thing that exists."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

from lrt_site.unseen import unseen_in

_LONGEST = 60
_NEAR = 0.75
"""How alike two words are before one can be meant by the other."""
_MOST_LIKELY = 100
_MOST_MEANT = 100
_REPLACED = 4
"""A part of a word with so many letters can have a wrong one; in a shorter one that is another word."""
_CHANGED = 3
"""A part with so many letters can have one more, one less, or two in the wrong order."""
_DASHES = re.compile(r"[\s._/,‐‑‒–—−-]+")
_SOUNDS = (
    ("ch", "g"), ("dt", "t"), ("ph", "f"), ("ij", "y"), ("ei", "y"), ("ck", "k"), ("qu", "kw"), ("ou", "au"),
    ("c", "k"), ("z", "s"), ("v", "f"), ("x", "ks"), ("th", "t"),
)  # fmt: skip
"""Letters that Dutch ears take for each other."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A Dutch suggestion with its leading space, or nothing where no known word is meant.

    What looks like a known word and has an unseen sign in it is told so.
    """
    unseen = unseen_in(word)
    meant = None if unseen else slip(word, known)
    return f" {unseen}" if unseen else f" Bedoelde u '{meant}'?" if meant else ""


def like(word: str, known: Iterable[str]) -> str:
    """A Dutch suggestion with its leading space, of the word that is most like it: where a wrong guess does no harm."""
    near = nearest(word, known)
    return f" Bedoelde u '{near}'?" if near else ""


def suggesting(known: Collection[str]) -> Callable[[str], str]:
    """`did_you_mean` of these known words. After a hundred wrong ones no more: they are no slips of the pen."""
    asked: set[str] = set()

    def suggest(word: str) -> str:
        if len(asked) < _MOST_MEANT:
            asked.add(word)
        return did_you_mean(word, known) if word in asked else ""

    return suggest


def slip(word: str, known: Iterable[str]) -> str | None:
    """The one known word of which this is a slip of the pen: other capitals, accents or dashes, or one letter.

    A figure is no letter: who writes another one means another thing. Of two that can be meant, none is.
    """
    if len(word) > _LONGEST:
        return None
    by_fold = _folded(tuple(known))
    folded = fold(word)
    meant = by_fold.get(folded) or [
        text for near in _within_one(folded, by_fold) if is_slip(folded, near) for text in by_fold[near]
    ]
    if not meant:
        heard = _by_sound(tuple(by_fold)).get(_sound(folded), ())
        meant = [text for near in heard if _sounds_alike(folded, near) for text in by_fold[near]]
    in_capitals = [text for text in meant if text.isupper() == word.isupper() and text.islower() == word.islower()]
    chosen = meant if len(meant) == 1 or len({fold(text) for text in meant}) > 1 else in_capitals
    return word if word in meant else chosen[0] if len(chosen) == 1 else None


def beside(word: str, known: Iterable[str], most: int = 3) -> Sequence[str]:
    """Known words that differ from this one in figures, or in one letter too many to be sure of, the nearest first."""
    if len(word) > _LONGEST:
        return ()
    by_fold = _folded(tuple(known))
    folded = fold(word)
    near = set(_within_one(folded, by_fold))
    near.update(_by_shape(tuple(by_fold)).get(_shape(folded), ()) if re.search("[0-9]", folded) else ())
    if not near:
        return ()
    from rapidfuzz.distance import OSA

    ordered = sorted(near, key=lambda text: (OSA.distance(folded, text), text))
    return [text for fold in ordered for text in by_fold[fold]][:most]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, whatever its capitals; none when none is near. Not for ids."""
    if len(word) > _LONGEST:
        return None
    by_folded = _cased(tuple(known))
    # No two words are less alike by their longest common sequence than by difflib, which takes a hundred times longer.
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    likely = process.extract(
        word.casefold(), by_folded.keys(), scorer=Indel.normalized_similarity, score_cutoff=_NEAR, limit=_MOST_LIKELY
    )
    near = get_close_matches(word.casefold(), [text for text, *_ in likely], n=1, cutoff=_NEAR)
    return by_folded[near[0]] if near else None


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word without its capitals and accents, and with one kind of dash between its parts."""
    if word.isascii():
        return _DASHES.sub("-", word.casefold()).strip("-")
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return _DASHES.sub("-", bare.casefold()).strip("-")


def is_slip(word: str, other: str) -> bool:
    """Whether two words that differ in one letter, or in the order of two, are one: the rest of the part tells."""
    start = next((i for i, pair in enumerate(zip(word, other, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(word), len(other)) if start is None else start
    end = 0
    while end < min(len(word), len(other)) - start and word[-1 - end] == other[-1 - end]:
        end += 1
    changed, instead = word[start : len(word) - end], other[start : len(other) - end]
    if {changed, instead} == {"", "-"}:
        return True
    if re.search("[0-9-]", changed + instead):
        return False
    shortest = min(_part_around(word, start, end), _part_around(other, start, end))
    return shortest >= (_REPLACED if len(changed) == len(instead) == 1 else _CHANGED)


def _part_around(word: str, start: int, end: int) -> int:
    """How long the part of a word is in which something stands, without the dashes around it."""
    before = word[:start].rpartition("-")[2]
    after = word[len(word) - end :].partition("-")[0]
    return len(before) + (len(word) - end - start) + len(after)


def _within_one(word: str, known: Mapping[str, object]) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, known.keys(), scorer=OSA.distance, score_cutoff=1, limit=_MOST_LIKELY)
    return sorted(text for text, *_ in found)


def _sounds_alike(word: str, other: str) -> bool:
    return re.sub("[^0-9]", "", word) == re.sub("[^0-9]", "", other) and abs(len(word) - len(other)) <= 2


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    return re.sub(r"([a-z])\1", r"\1", re.sub(r"d\b", "t", word))


@lru_cache(maxsize=16)
def _by_shape(known: tuple[str, ...]) -> Mapping[str, list[str]]:
    shaped: defaultdict[str, list[str]] = defaultdict(list)
    for text in known:
        shaped[_shape(text)].append(text)
    return shaped


def _shape(word: str) -> str:
    """A word with every figure the same, and without those at its end: ids of one kind have one shape."""
    return re.sub("[0-9]", "0", word)


@lru_cache(maxsize=16)
def _folded(known: tuple[str, ...]) -> Mapping[str, list[str]]:
    folded: defaultdict[str, list[str]] = defaultdict(list)
    for text in sorted(set(known)):
        folded[fold(text)].append(text)
    return dict(folded)


@lru_cache(maxsize=16)
def _by_sound(folded: tuple[str, ...]) -> Mapping[str, list[str]]:
    heard: defaultdict[str, list[str]] = defaultdict(list)
    for text in folded:
        heard[_sound(text)].append(text)
    return dict(heard)


@lru_cache(maxsize=8)
def _cased(known: tuple[str, ...]) -> Mapping[str, str]:
    return {text.casefold(): text for text in sorted(known)}
