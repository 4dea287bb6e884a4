"""A slip is a piece of a text in which something went wrong, and what an editor can write there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lrt_site.checks.spots import Mend
from lrt_site.frozen import dataclass
from lrt_site.problems import quoted

_BEFORE = 30
"""So many characters of a line are shown before the place that is mended."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at one place in a text, and which part of the text is wrong with it."""

    at: int
    """Where an editor has to look, from 0."""
    code: str
    message: str
    start: int
    end: int
    mend: Mend | None = None
    """What to write, where that is certain."""


def slip(at: int, end: int, code: str, message: str, start: int | None = None, mend: Mend | None = None) -> Slip:
    """A slip from one place to another; what begins before the place, begins at `start`."""
    return Slip(at, code, message, at if start is None else start, max(end, at + 1), mend)


def apart(slips: Iterable[Slip]) -> tuple[tuple[Slip, ...], bytes]:
    """The slips in the order of the text, but for those inside a piece that is wrong by one that was given earlier.

    With them for each character whether it is in such a piece, to the last that is.
    """
    kept: list[Slip] = []
    covered = bytearray()
    for found in slips:
        if not covered[found.at : found.at + 1] or not covered[found.at]:
            kept.append(found)
            covered.extend(bytes(max(0, found.end - len(covered))))
            covered[found.start : found.end] = b"\1" * (found.end - found.start)
    return tuple(sorted(kept, key=lambda found: found.at)), bytes(covered)


def bytes_within(spans: Iterable[tuple[int, int]], length: int) -> bytes:
    """For each character of a text, and the end of it, whether it stands inside a span and not at its start."""
    within = bytearray(length + 1)
    for start, end in spans:
        within[start + 1 : end] = b"\1" * (end - start - 1)
    return bytes(within)


def line_of(text: str, at: int) -> tuple[int, int]:
    """Where the line with this place begins and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def mended(text: str, start: int, end: int, instead: str = "") -> str:
    """The editor's own line as it can be written: other words between two places; empty when nothing is left of it."""
    first, last = line_of(text, start)[0], line_of(text, end)[1]
    before = text[max(first, start - _BEFORE - 1) : start]
    if len(before) > _BEFORE:
        before = "…" + before[-_BEFORE:].partition(" ")[2]
    line = before + instead + text[end : min(last, end + 200)]
    line = re.sub(r" +(?=[.,;:!?)])", "", re.sub(r"[ \t]{2,}", " ", line)).strip()
    return quoted(line) if re.search(r"\w", line) else ""


def without(text: str, start: int, end: int) -> str:
    """A Dutch sentence with the editor's own line without what stands between two places."""
    line = mended(text, start, end)
    return f"Schrijf {line}." if line else "Haal de regel weg."


def taken(text: str, start: int, end: int) -> Mend:
    """How what stands between two places is taken out, with a space that would be too many, or with its whole line."""
    first, last = line_of(text, start)[0], line_of(text, end)[1]
    if not re.search(r"\w", text[first:start] + text[end:last]):
        last += text.startswith("\n", last)
        apart = text[:first].endswith("\n\n") or not first
        return Mend(first, last + (apart and text.startswith("\n", last)), "")
    if not text[first:start].strip(" \t>") or text[start - 1 : start].isspace():
        end += len(text[end:last]) - len(text[end:last].lstrip(" \t"))
    if text[end : end + 1] in tuple(".,;:!?)") or end == last:
        start -= len(text[first:start]) - len(text[first:start].rstrip(" \t"))
    return Mend(start, end, "")


def written(text: str, start: int, end: int, instead: str) -> Mend:
    """How other words are written between two places; none are taken out."""
    return Mend(start, end, instead) if instead else taken(text, start, end)
