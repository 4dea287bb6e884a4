"""Citations of parliamentary papers, proceedings and commitments in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from lrt_site.frozen import dataclass

CitationKind = Literal["commitment", "paper", "proceedings"]

_DOSSIER = r"(?P<dossier>\d{2}[ \u00a0.]?\d{3}|(?<![CLXVI])[CLXVI]{2,})"
_PAPER = re.compile(
    rf"(?<![\d.]){_DOSSIER}(?:[ \u00a0-](?P<chapter>[IVX]+|\(R\d+\)))?,[ \u00a0]"
    r"(?:nr\.[ \u00a0](?P<number>\d+)|(?P<letter>[A-Z]{1,3})\b)"
)
_COMMITMENT = re.compile(r"\bT(?P<number>\d{5})\b")
_PROCEEDINGS = re.compile(
    r"\bHandelingen (?P<chamber>I{1,2}) (?P<year>\d{4})[-\u2013](?P<next>\d{4}), "
    r"nr\. (?P<meeting>\d+), item (?P<item>\d+)"
    r"(?:[ ]?[-\u2013,][ ]?(?:blz|p)\. ?(?P<page>\d+))?"
)
_ALMOST = (
    (
        re.compile(r"\bT\d{3,4}\b|\bT\d{6,}\b"),
        "een toezegging heeft een T met vijf cijfers, zoals T01234",
    ),
    (
        re.compile(r"\bHandelingen\b(?= [I\d])(?! I{1,2} \d{4}[-\u2013]\d{4}, nr\. \d+, item \d+)"),
        "schrijf bijvoorbeeld 'Handelingen I 2019-2020, nr. 29, item 9'",
    ),
    (
        re.compile(r"\b[Kk]amerstuk(?:ken)? \d{5}\b|\b[Kk]amerstuk(?:ken)? \d{2} \d{3}[^,\d]{0,6} ?(?:nr|no)\b"),
        "schrijf bijvoorbeeld 'Kamerstuk 19 637, nr. 2184' of 'Kamerstuk 35 570 VI, J'",
    ),
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a text, from `start` up to `end`."""

    start: int
    end: int
    kind: CitationKind
    key: str
    """The citation in its one form, to look up what it cites."""


@lru_cache(maxsize=1 << 16)
def citations_in(text: str) -> tuple[Citation, ...]:
    """All well-formed citations in a text, in order. Editions of a site say the same again and again."""
    found = [
        *(_found(match, "commitment", match[0]) for match in _COMMITMENT.finditer(text)),
        *(_found(match, "paper", normal(match[0])) for match in _PAPER.finditer(text)),
        *(_found(match, "proceedings", normal(match[0])) for match in _PROCEEDINGS.finditer(text)),
    ]
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda citation: (citation.start, -citation.end)):
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return tuple(kept)


def malformed_in(text: str) -> Iterator[tuple[str, str]]:
    """Words that look like a citation and are not well formed, each with how to write it; also impossible years."""
    for pattern, advice in _ALMOST:
        for match in pattern.finditer(text):
            yield match[0], advice
    for match in _PROCEEDINGS.finditer(text):
        if int(match["next"]) != int(match["year"]) + 1:
            yield match[0], "een vergaderjaar is twee opeenvolgende jaren, zoals 2019-2020"


def normal(citation: str) -> str:
    """A citation in its one form: plain spaces and hyphens, a space in the number of the file, without the page."""
    plain = citation.replace("\u00a0", " ").replace("\u2013", "-").removeprefix("Kamerstuk ")
    plain = re.sub(r"^([0-9]{2})\.?([0-9]{3})\b", r"\1 \2", plain)
    return re.sub(r"[ ]?[-,][ ]?(?:blz|p)\. ?\d+$", "", plain)


def _found(match: re.Match[str], kind: CitationKind, key: str) -> Citation:
    return Citation(match.start(), match.end(), kind, key)
