"""The two parts of a Markdown file: its fields, between two lines `---`, and the text below them."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from lrt_site.frozen import dataclass
from lrt_site.problems import Correction, Problem, TextRange

_RULE = "---"
_ALMOST = re.compile(
    r"(?!---[ \t]*$)[ \t]*(?:[-–—‐‑−_~]{1,6}|[=*]{3,6}|(?:[-–—] ){1,3}[-–—]|[^\w\s]?---[^\w\s]?)[ \t]*"
)
"""What looks like the line between the parts: other dashes, another number of them, or a sign beside them."""
_FIELD = re.compile(r"[A-Za-z_][\w-]*[ \t]*:([ \t]|$)")
_OF_A_FIELD = re.compile(r"[ \t-]|.*:[ \t]*$")
"""A line below a field, or a field with lines below it."""
_OPENING = "De eerste regel moet '---' zijn. Daarna komen de velden, dan weer een regel '---' en dan de tekst."


@dataclass(frozen=True, slots=True)
class Parted:
    """The parts, and what is wrong with the lines between them. Lines count from 1."""

    fields: str | None
    """None where it cannot be said what the fields are."""
    first_line: int = 2
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()


def part(file: PurePosixPath, text: str) -> Parted:
    """The fields and the text of a file; also where a line between them is missing or was typed otherwise."""
    lines = text.split("\n")
    begin, opening = _opening(file, lines)
    if begin is None:
        return Parted(None, problems=opening)
    end = next((number for number in range(begin, len(lines)) if lines[number].rstrip() == _RULE), None)
    below, closing = (end + 1, ()) if end is not None else _closing(file, lines, begin)
    if closing and opening:
        return Parted(None, problems=opening)
    if end is None:
        end = below - any(map(_ALMOST.fullmatch, lines[below - 1 : below]))
    fields = "".join(f"{line}\n" for line in lines[begin:end])
    return Parted(fields, begin + 1, "\n".join(lines[below:]), below + 1, (*opening, *closing))


def _opening(file: PurePosixPath, lines: list[str]) -> tuple[int | None, tuple[Problem, ...]]:
    """On which line, counted from 0, the fields begin; none where nothing looks like a field."""
    first = lines[0]
    if first.rstrip() == _RULE:
        return 1, ()
    if _ALMOST.fullmatch(first):
        return 1, (_mistyped(file, 1, first, "front-matter-missing"),)
    said = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    inserted = Correction(TextRange(1, 1, 1, 1), f"{_RULE}\n", is_safe=True)
    begins = 0 if _FIELD.match(said) else None
    return begins, (Problem(file, 1, 1, "front-matter-missing", _OPENING, None, inserted if begins == 0 else None),)


def _closing(file: PurePosixPath, lines: list[str], begin: int) -> tuple[int, tuple[Problem, ...]]:
    """On which line, counted from 0, the text begins, where no line ends the fields, and what to write there."""
    last, is_above = begin, True
    for number in range(begin, len(lines)):
        line, is_apart = lines[number], not lines[number - 1].strip()
        if _ALMOST.fullmatch(line):
            return number + 1, (_mistyped(file, number + 1, line, "front-matter-open"),)
        if _FIELD.match(line) or _goes_on(line, lines[last], is_apart):
            last = number if is_above else last
        elif line.strip() and not line.startswith("#"):
            is_above = False
            if is_apart:
                break
    below = last + 2
    message = "Onder dit laatste veld ontbreekt een regel '---'. Daarna komt de tekst."
    is_there = below <= len(lines) + 1
    inserted = Correction(TextRange(below, 1, below, 1), f"{_RULE}\n", is_safe=True) if is_there else None
    return last + 1, (Problem(file, min(last + 1, len(lines)), 1, "front-matter-open", message, None, inserted),)


def _goes_on(line: str, last: str, is_apart: bool) -> bool:
    """Whether a line belongs to the field above it; behind an empty line a list or a heading mostly is of the text."""
    if is_apart:
        return line[:1] in tuple(" \t-") and _OF_A_FIELD.match(last) is not None
    return line[:1] in tuple(" \t-#")


def _mistyped(file: PurePosixPath, number: int, line: str, code: str) -> Problem:
    span = TextRange(number, 1, number, len(line) + 1)
    where = "boven" if number == 1 else "onder"
    message = f"Hier staat '{line.strip()}'. De regel {where} de velden bestaat uit drie gewone streepjes: ---"
    return Problem(file, number, 1, code, message, span, Correction(span, _RULE, is_safe=True))
