"""The facts that a machine can see in running text, so that a change of one is never called wording.

A change in which none is seen need not be harmless: that takes proof, which `harmless` gives.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import chain

from lrt_site.differences.guard_words import BEFORE_NUMBERS, DATES, GUARD, OPENERS, UNMENDED, WordGroup
from lrt_site.frozen import dataclass

__all__ = ["GUARD", "WordGroup", "same_facts"]

_SEEN = re.compile(
    r"""
      (?P<link> \]\((?:[^)\]\n]|\](?!\())*\) | \]\[[^\]\n]*\] | ^\[[^\]\n]+\]:[ ]*\S+
        | (?:https?://|www\.)[^\s<>)\]]*[^\s<>)\].,;:!?] | [\w.+-]{1,64}@[\w.-]+\w )
    | (?P<quote> "[^"\n]+" | [“”„][^“”„\n]+[“”] | ‘[^‘’\n]+’ | «[^«»\n]+» )
    | (?P<word> [^\W_]+ (?: [-.,:/'’] [^\W_]+ )* )
    """,
    re.VERBOSE | re.MULTILINE,
)
_SENTENCE_ENDS = frozenset('\n.!?…:;|(–—"“„‘«')
_SIGN = re.compile(r"[-−–+]$|[±<>≤≥≈~=€$£]\s?$")
_PERCENT = re.compile(r"\s?[%‰°]")
_YEAR = re.compile(r"(1[0-9]|20|21)[0-9]{2}")
_LOWER_WORD = re.compile(r"[\s*_]+([^\W\d_]+)")
_PIECE = (
    "één|eerste|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|twintig|dertig|veertig|vijftig|"
    "zestig|zeventig|tachtig|negentig|honderd|duizend|miljoen|miljard|biljoen|derde|half|kwart"
)
_NUMBER_WORD = re.compile(rf"(?=.*(?:{_PIECE}))(?:{_PIECE}|een|en|ën)+(?:ste|de|tal|tallen|maal|keer|voud|voudige?)?")
_LONGEST_NUMBER_WORD = 60
_PARTS = re.compile(r"[-.,:/'’]")
_ON_WORD = re.compile(r"on(?!der|line|ze$|t)\w{3,}")
"""A word that says that something is not so: onvolledig, oneens. Not onder, onze, ontvangen and their like."""

_GUARDED = frozenset(chain.from_iterable(group.words for group in GUARD))
_BEGINNINGS = tuple(chain.from_iterable(group.beginnings for group in GUARD))
_NEVER_MENDED = frozenset(chain.from_iterable(group.words for group in UNMENDED))
_NEVER_MENDED_BEGINNINGS = tuple(chain.from_iterable(group.beginnings for group in UNMENDED))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word in a text, with what stands right before it."""

    text: str
    folded: str
    before: str
    """The word before it in the same sentence, in small letters."""
    sign: str
    opens: bool
    """Whether it can be the first word of a sentence."""
    rest: str
    """A little of what follows."""


@lru_cache(maxsize=4096)
def same_facts(before: str, after: str) -> bool:
    """Whether two texts hold the same facts in the same order, as far as a machine can see."""
    before, after = _plainest(before), _plainest(after)
    ordinary = {word for text in (before, after) for word in re.findall(r"[^\W\d_]+", text) if word.islower()}
    return list(_facts(before, ordinary)) == list(_facts(after, ordinary))


def is_kept_from_mending(folded: str) -> bool:
    """Whether a word says when, how many, or whether at all: then a misspelling of it is a change of fact."""
    return is_number_word(folded) or folded in _NEVER_MENDED or any(map(folded.startswith, _NEVER_MENDED_BEGINNINGS))


def _plainest(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00ad", "")


def _facts(text: str, ordinary: Set[str]) -> Iterator[str]:
    """The facts in a text, in order. A capital is none where the word is ordinary and opens a sentence."""
    end, last = 0, ""
    for match in _SEEN.finditer(text):
        gap = text[end : match.start()]
        opens = end == 0 or any(sign in _SENTENCE_ENDS for sign in gap)
        end = match.end()
        if match["word"] is None:
            last = ""
            yield match["link"] or match["quote"][1:-1]
            continue
        folded = match["word"].casefold()
        sign = _SIGN.search(gap)
        yield from _fact(
            _Word(match["word"], folded, "" if opens else last, sign[0] if sign else "", opens, text[end : end + 40]),
            ordinary,
        )
        last = folded


def _fact(word: _Word, ordinary: Set[str]) -> Iterator[str]:
    lead = f"{word.before} " if word.before in BEFORE_NUMBERS else ""
    if any(sign.isnumeric() for sign in word.text):
        yield f"{lead}{word.sign.strip()}{word.text}{_counted(word)}"
    elif is_number_word(word.folded) or word.folded in DATES:
        yield f"{lead}{word.folded}"
    elif _is_guarded(word.folded):
        yield word.folded
    elif _is_name(word, ordinary):
        yield word.text


def _counted(word: _Word) -> str:
    """What a number counts: the word behind it, or a sign. A year counts nothing."""
    percent = _PERCENT.match(word.rest)
    if percent:
        return percent[0].strip()
    following = None if _YEAR.fullmatch(word.text) else _LOWER_WORD.match(word.rest)
    return f" {following[1].casefold()}" if following else ""


def is_number_word(folded: str) -> bool:
    """Whether a word is a number, an order or a part: *drie*, *eerste*, *tientallen*, *half*."""
    return any(
        len(part) <= _LONGEST_NUMBER_WORD and _NUMBER_WORD.fullmatch(part) is not None for part in _PARTS.split(folded)
    )


def _is_guarded(folded: str) -> bool:
    return any(
        part in _GUARDED or part.startswith(_BEGINNINGS) or _ON_WORD.fullmatch(part) is not None
        for part in _PARTS.split(folded)
    )


def _is_name(word: _Word, ordinary: Set[str]) -> bool:
    """Whether a word is written as a name or an abbreviation is."""
    if not any(sign.isupper() or sign.istitle() for sign in word.text):
        return False
    if not word.opens:
        return True
    return word.folded not in OPENERS and (word.folded not in ordinary or not word.text[1:].islower())
