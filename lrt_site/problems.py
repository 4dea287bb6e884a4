"""Faults and problems: what is wrong, as values, and where an editor finds it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath

_LONGEST_SHOWN = 60

FieldPath = tuple[str | int, ...]
"""The way to a field inside one record: keys and positions, such as ("roles", 2, "source")."""


MILD = frozenset({"html-in-text", "left-over"})
"""Codes of problems that make a page look odd, and no statement wrong: a check tells them, a build goes on."""


class LrtSiteError(Exception):
    """What a caller of lrt_site can act on; the message is for people, the type for programs."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in one record, placed by field."""

    record: str
    """The id of the record, or the path of the file where there is no record yet."""
    at: FieldPath
    code: str
    message: str
    unless_defined: str | None = None
    """The id whose absence is the fault: no fault when a text that could not be read defines it."""
    unless_named: str | None = None
    """The word whose absence is the fault: no fault when a text that could not be read holds it."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A fault placed in a file, so that an editor can jump to it. Lines and columns count from 1."""

    file: PurePosixPath
    line: int
    column: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message} [{self.code}]"


def quoted(text: str) -> str:
    """A piece of somebody's text as a message shows it: between quotes, on one line and not too long."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in text[: _LONGEST_SHOWN * 4]).split())
    return f"'{line[:_LONGEST_SHOWN]}…'" if len(line) > _LONGEST_SHOWN else f"'{line}'"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A Dutch suggestion with its leading space, or nothing when no known word is near."""
    near = nearest(word, known)
    return f" Bedoelde u '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, whatever its capitals; none when none is near."""
    if len(word) > _LONGEST_SHOWN:
        return None
    by_folded = {one.casefold(): one for one in sorted(known, reverse=True)}
    near = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


def counted(problems: Sequence[Problem]) -> str:
    """How many problems there are, in a Dutch sentence."""
    if not problems:
        return "Geen problemen gevonden."
    return "1 probleem gevonden." if len(problems) == 1 else f"{len(problems)} problemen gevonden."


def as_text(problems: Sequence[Problem]) -> str:
    """One problem a line, as compilers print them, so that editors' programs can jump to it."""
    return "".join(f"{problem}\n" for problem in problems)


def as_github(problems: Sequence[Problem]) -> str:
    """Workflow commands that a forge shows beside the line in a review."""
    return "".join(
        f"::error file={problem.file},line={problem.line},col={problem.column},title={problem.code}::"
        f"{_escaped(problem.message)}\n"
        for problem in problems
    )


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON array of objects with file, line, column, code and message."""
    rows = [{**asdict(problem), "file": str(problem.file)} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _escaped(message: str) -> str:
    return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


STYLES: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
}
