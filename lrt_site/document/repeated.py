"""Fields that were pasted below the fields of the same file: everything under them would be no text."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import PurePosixPath

from lrt_site.problems import Correction, Problem, TextRange, quoted

_FIELD = re.compile(r"(?P<name>[a-z_]+):(?: (?P<value>[^\n]*))?")
_INSIDE = re.compile(r"[a-z_]+:.*|[ \t#-].*|")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")


def fields_again(
    file: PurePosixPath, body: str, first_line: int, names: Collection[str], identifier: str
) -> tuple[int, Problem] | None:
    """Where a second block of fields begins in a body, as a number of characters, with the problem that it is.

    It has a line `---` above, or the start of the body, one of the names of the fields in it, and a line `---` below.
    """
    if "\n---" not in f"\n{body}":
        return None
    lines = body.split("\n")
    fenced = False
    for index, line in enumerate(lines):
        fenced ^= bool(_FENCE.match(line))
        ruled = line.rstrip() == "---"
        if fenced or not (ruled or index == 0):
            continue
        found = _block(lines, index + ruled, names, ruled=ruled)
        if found:
            end, given = found
            message = _told(first_line + index, first_line + end, given, identifier)
            start = sum(len(above) + 1 for above in lines[:index])
            signs = TextRange(first_line + index, 1, first_line + end + 1, 1)
            is_own = given.get("id", identifier) == identifier
            gone = Correction(signs, "") if is_own and end + 1 < len(lines) else None
            return start, Problem(file, first_line + index, 1, "front-matter-twice", message, signs, gone)
    return None


def _block(lines: list[str], start: int, names: Collection[str], *, ruled: bool) -> tuple[int, dict[str, str]] | None:
    """The line that closes a block of fields, and what it says in each."""
    given: dict[str, str] = {}
    for index in range(start, len(lines)):
        if lines[index].rstrip() in ("---", "..."):
            known = sum(name in names for name in given)
            return (index, given) if known > (0 if ruled else 1) else None
        field = _FIELD.fullmatch(lines[index])
        if field:
            given.setdefault(field["name"], (field["value"] or "").strip())
        if not _INSIDE.fullmatch(lines[index]) or not (given or not lines[index].strip() or lines[index][0] == "#"):
            return None
    return None


def _told(first: int, last: int, given: dict[str, str], identifier: str) -> str:
    name, value = next(iter(given.items()))
    other = given.get("id", identifier)
    what = f"Hier staat een tweede blok velden, dat begint met {quoted(f'{name}: {value}'.strip())}; "
    if other and other != identifier:
        file = quoted(f"{other}.md")
        return f"{what}het is van een ander stuk. Zet het, met de tekst eronder, in een eigen bestand {file}."
    return f"{what}velden staan alleen bovenaan het bestand. Haal de regels {first} tot en met {last} weg."
