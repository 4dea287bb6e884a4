"""Words found in texts however they stand there: in capitals, with emphasis, as entities, across lines or in a link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from unicodedata import combining, normalize
from urllib.parse import unquote

from lrt_site.frozen import dataclass
from lrt_site.problems import LrtSiteError, quoted

Span = tuple[int, int]
"""A piece of a text, from its first character up to its end."""

_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters between letters that no reader sees."""
_SPACE = r"(?P<space>(?:\s|\\\n)*\n(?:[ \t]*>)+[ \t]*|(?:\\\n|\s)+)"
_ENTITY = r"(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
_EMPHASIS = rf"[*_~`{_UNSEEN}]+|\\(?=[!-/:-@\[-`{{-~])"
_LINK_END = re.compile(r"\]\([^()\n]*\)|\]\[[^\]\n]*\]|\]")
_SIGN = r"(?P<sign>.)"
_READINGS = tuple(
    re.compile(form, re.DOTALL)
    for form in (
        rf"(?P<space>\s+)|(?P<entity>(?!))|{_SIGN}",
        rf"{_SPACE}|{_EMPHASIS}|{_ENTITY}|{_SIGN}",
        rf"{_SPACE}|{_EMPHASIS}|\[|{_LINK_END.pattern}|{_ENTITY}|{_SIGN}",
    )
)
"""The ways to read a text: as it stands, without signs of emphasis, and without links around the words."""

_WEB_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)[^\s<>\"')\]]+", re.IGNORECASE)
_MARKS = "*_~`"
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Sought:
    """Words to look for."""

    words: str
    readings: tuple[str, ...]
    """The words as each way of reading has them."""
    letters: str
    """Their letters and digits alone: a text that holds the words holds these."""


def sought(words: Iterable[str]) -> tuple[Sought, ...]:
    """Words made ready to look for. LrtSiteError when they are too short to mean anything."""
    found = []
    for given in words:
        stripped = given.strip()
        readings = tuple("".join(sign for sign, _ in _read(stripped, form)).strip() for form in _READINGS)
        letters = _letters(stripped)
        if len(letters) < _FEWEST or not all(readings):
            raise LrtSiteError(f"{quoted(given)} is te kort om te zoeken. Geef ten minste twee letters of cijfers.")
        found.append(Sought(stripped, readings, letters))
    return tuple(found)


def spans_in(text: str, wanted: Sequence[Sought]) -> tuple[Span, ...]:
    """The pieces of a text in which words stand, in order; pieces that touch are one.

    A web address that has the words in any spelling, such as `jan-jansen`, is a piece as a whole.
    """
    near = [item for item in wanted if _can_hold(text, item)]
    if not near:
        return ()
    found = {span for item in near for span in _literal(text, item.words)}
    found |= {match.span() for match in _WEB_ADDRESS.finditer(text) if spelt_in(match[0], near)}
    for index, form in enumerate(_READINGS):
        units = tuple(_read(text, form))
        folded = "".join(sign for sign, _ in units)
        places = [span for sign, span in units for _ in sign]
        for close in near:
            for start, end in _occurrences(folded, close.readings[index]):
                found.add(_with_marks(text, places[start][0], places[end - 1][1]))
    return tuple(_merged(sorted(found)))


def spelt_in(address: str, wanted: Sequence[Sought]) -> bool:
    """Whether an address spells words, whatever signs stand for the spaces in them."""
    letters = _letters(unquote(address))
    return any(item.letters in letters for item in wanted)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column of a place in a text, from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _read(text: str, form: re.Pattern[str]) -> Iterator[tuple[str, Span]]:
    """What a reader sees of a text, sign by sign as all spellings of it have in common, with the piece it stands in."""
    held, start, end, spaced = "", 0, 0, False
    for match in form.finditer(text):
        if match.lastgroup is None:
            continue
        sign = unescape(match[0]) if match.lastgroup == "entity" else match[0]
        if match.lastgroup == "space" or sign.isspace():
            if held:
                yield _folded(held), (start, end)
            if not spaced:
                yield " ", match.span()
            held, spaced = "", True
        elif held and _joins(held, sign):
            held, end = held + sign, match.end()
        else:
            if held:
                yield _folded(held), (start, end)
            held, (start, end), spaced = sign, match.span(), False
    if held:
        yield _folded(held), (start, end)


def _joins(before: str, sign: str) -> bool:
    """Whether a sign changes the one before it, as an accent on its own does."""
    if before.isascii() and sign.isascii():
        return False
    return bool(combining(sign[0])) or normalize("NFC", before + sign) != normalize("NFC", before) + normalize(
        "NFC", sign
    )


def _folded(text: str) -> str:
    return normalize("NFC", normalize("NFD", text).casefold())


def _can_hold(text: str, wanted: Sought) -> bool:
    """Whether words can stand in a text at all: a quick look that never misses them."""
    if wanted.words in text:
        return True
    bare = unescape(text)
    unlinked = _LINK_END.sub("", bare)
    return any(wanted.letters in _letters(candidate) for candidate in {text, bare, unlinked, unquote(text)})


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", _folded(text))


def _literal(text: str, words: str) -> Iterator[Span]:
    """Where words stand to the letter, with the accents that belong to their last one."""
    for start, end in _occurrences(text, words):
        whole = end
        while whole < len(text) and combining(text[whole]):
            whole += 1
        yield start, whole


def _occurrences(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _with_marks(text: str, start: int, end: int) -> Span:
    """A piece that begins or ends inside emphasis or a link, with the marks of it at its sides: none stays alone."""
    inside = text[start:end]
    if any(mark in inside for mark in f"{_MARKS}[]"):
        before = _MARKS + "[" * (inside.count("]") > inside.count("["))
        while start and text[start - 1] in before:
            start -= 1
        closing = _LINK_END.match(text, end) if inside.count("[") > inside.count("]") else None
        end = closing.end() if closing else end
        while end < len(text) and text[end] in _MARKS:
            end += 1
    return start, end


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    current: Span | None = None
    for start, end in spans:
        if current and start <= current[1]:
            current = current[0], max(current[1], end)
        else:
            if current:
                yield current
            current = start, end
    if current:
        yield current
