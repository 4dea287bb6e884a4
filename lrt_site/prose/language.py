"""How plain a text is: the length of its sentences, and official words for which there is a plain one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from lrt_site.frozen import dataclass
from lrt_site.prose.parties import words_of
from lrt_site.prose.sentences import Sentence

LONGEST = 25
"""So many words a sentence can have and still be plain."""

_WORD = re.compile(r"[\w’'.,-]*\w")
_JOINT = re.compile(r"(?:,|;) (?=(?:en|maar|want|waarbij|waarin|terwijl|omdat|zodat|waardoor|die|dat|als)\b)|; ")


@dataclass(frozen=True, slots=True)
class Plainness:
    """How long the sentences of a text are."""

    sentences: int
    words: int
    long: int
    """How many have more words than a plain one."""

    @property
    def mean(self) -> float:
        """The words of a sentence, on average."""
        return self.words / self.sentences

    @property
    def share(self) -> float:
        """The part of the sentences that is long, from 0 to 1."""
        return self.long / self.sentences


def plainness_of(sentences: Iterable[Sentence]) -> Plainness | None:
    """How long sentences are, those in tables passed over; nothing where there are none."""
    lengths = [
        count for sentence in sentences if "|" not in sentence.text and (count := len(_WORD.findall(sentence.text)))
    ]
    return Plainness(len(lengths), sum(lengths), sum(count > LONGEST for count in lengths)) if lengths else None


def hints_in(sentence: Sentence) -> Iterator[tuple[int, str, str]]:
    """Where a sentence could be plainer, with a code and what to do."""
    count = len(_WORD.findall(sentence.text))
    if count > LONGEST and "|" not in sentence.text:
        yield sentence.start, "long-sentence", f"Deze zin heeft {count} woorden. {_cut(sentence.text)}"
    pattern, instead = _official()
    for found in pattern.finditer(sentence.text):
        plain = instead[(found.lastindex or 1) - 1]
        message = f"'{found[0]}' is een moeilijk woord. Schrijf '{plain}'."
        yield sentence.start + found.start(), "official-word", message


@cache
def _official() -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern of official words with a group for each, and what to write instead."""
    words: Mapping[str, str] = words_of("plain")["instead"]
    found = "|".join(f"({word})" for word in words)
    return re.compile(rf"(?<![\w-])(?i:{found})(?![\w-])"), tuple(words.values())


def _cut(words: str) -> str:
    """Where a long sentence can be cut in two: at the joint nearest to its middle."""
    joints = [found.end() for found in _JOINT.finditer(words)]
    if not joints:
        return "Maak er twee van."
    best = min(joints, key=lambda end: abs(end - len(words) // 2))
    behind = " ".join(words[best:].split()[:3])
    return f"Maak er twee van, en begin een nieuwe zin bij '{behind} …'."
