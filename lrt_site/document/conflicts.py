"""What git leaves in a text of two branches that were merged without choosing between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from lrt_site.frozen import dataclass
from lrt_site.problems import Problem, first_of_file, quoted

_MARKER = re.compile(
    r"^(?P<signs>(?P<sign>[<|>])(?P=sign){6,})(?: (?P<label>[^\n]*))?$|^(?P<between>={7,})[ \t]*$", re.MULTILINE
)
_SIZE = 7
"""How many signs a marker has, unless git needs more: then all of one conflict have more."""

_WITHIN = re.compile(r"(?<=[ \t])<{7} (?P<label>\S+)")
"""The beginning of a conflict that somebody pasted behind other words."""
_FAR = 200
"""A marker so many lines above another is of another conflict."""


@dataclass(frozen=True, slots=True)
class _Marker:
    """A line that git put into a text."""

    line: int
    sign: str
    size: int
    label: str


def conflicts_in(file: PurePosixPath, text: str, first_line: int = 1, *, prose: bool = False) -> tuple[Problem, ...]:
    """A problem for every conflict that was left in a text, on its first line.

    In prose a line of `=` underlines a heading, and one of `|` is a row of a table, where nothing else is of a merge.
    """
    if not _MARKER.search(text):
        return ()
    found = tuple(_markers(text, first_line))
    opened = {_SIZE, *(marker.size for marker in found if marker.sign == "<")}
    found = tuple(marker for marker in found if marker.size in opened)
    if prose and not any(marker.sign in "<>" for marker in found):
        return ()
    lines = text.split("\n")
    return first_of_file(_problem(file, lines, first_line, group) for group in _grouped(found))


def _problem(file: PurePosixPath, lines: list[str], first_line: int, group: list[_Marker]) -> Problem:
    line, column = group[0].line, 1
    if group[0].sign != "<":  # Its beginning may stand behind other words.
        for number in range(line - first_line - 1, max(-1, line - first_line - _FAR), -1):
            opening = _WITHIN.search(lines[number])
            if opening:
                line, column = first_line + number, opening.start() + 1
                group = [_Marker(line, "<", _SIZE, opening["label"]), *group]
                break
    return Problem(file, line, column, "merge-conflict", _told(group))


def _markers(text: str, line: int) -> Iterator[_Marker]:
    start = 0
    for match in _MARKER.finditer(text):
        line += text.count("\n", start, match.start())
        start = match.start()
        signs = match["signs"] or match["between"]
        yield _Marker(line, signs[0], len(signs), (match["label"] or "").strip())


def _grouped(markers: Iterable[_Marker]) -> Iterator[list[_Marker]]:
    """The markers of each conflict: from the first to the one that ends it, with those of conflicts inside it."""
    group: list[_Marker] = []
    for marker in markers:
        inside = group and marker.size != group[0].size
        if group and marker.sign == "<" and not inside:
            yield group
            group = []
        group.append(marker)
        if marker.sign == ">" and not inside:
            yield group
            group = []
    if group:
        yield group


def _told(group: list[_Marker]) -> str:
    *others, last = (str(marker.line) for marker in group)
    lines = f"regels {', '.join(others)} en {last}" if others else f"regel {last}"
    sides = [
        quoted(marker.label)
        for marker in group
        if marker.sign in "<>" and marker.label and marker.size == group[0].size
    ]
    if {marker.sign for marker in group} >= set("<=>"):
        of = f" van {' en van '.join(sides)}" if sides else ""
        return (
            f"Twee takken zijn samengevoegd zonder te kiezen: de teksten{of} staan hier allebei. Kies één van de twee, "
            f"of voeg ze samen; haal de tekenregels weg ({lines})."
        )
    of = f" met {' en '.join(sides)}" if sides else ""
    return (
        f"Dit is over van een samenvoeging van twee takken{of}. Kijk of hier de goede tekst staat, en haal weg wat "
        f"git erin zette ({lines})."
    )
