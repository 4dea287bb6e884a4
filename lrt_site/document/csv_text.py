"""Rows of a CSV file as data."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import field
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from lrt_site.document.conflicts import conflicts_in
from lrt_site.document.places import Document, Marks, TextPosition, unwanted_characters
from lrt_site.frozen import dataclass
from lrt_site.problems import FieldPath, Problem, TextRange, did_you_mean, quoted

_CELL = re.compile(r'(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<plain>[^,"\r\n]*))(?P<end>,|\r?\n|\Z)')
_MOST_WRONG = 20
"""More wrong names of columns than this are no slips of the pen: the line is no header of ours."""
_OTHER_SEPARATORS = {";": "puntkomma's", "\t": "tabs"}

Row = list[tuple[str, TextRange]]
"""The cells of a line, each with the signs that it stands in."""


@dataclass(slots=True)
class _Reading:
    """What has been found so far in one CSV text."""

    file: PurePosixPath
    rows: list[Row] = field(default_factory=list)
    data: list[Any] = field(default_factory=list)
    marks: dict[FieldPath, TextPosition] = field(default_factory=lambda: {(): TextPosition(1, 1)})
    values: dict[FieldPath, TextRange] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    """Whether there is no header to read the rows by."""

    def problem(self, mark: TextPosition | TextRange, code: str, message: str) -> None:
        span = mark if isinstance(mark, TextRange) else None
        self.problems.append(Problem(self.file, mark.line, mark.column, code, message, span))


def read_csv(file: PurePosixPath, text: str, columns: Collection[str]) -> tuple[Document | None, tuple[Problem, ...]]:
    """The rows under a header as a list of mappings; empty cells are left out. RFC 4180, comma separated.

    A column that is not one of `columns` is a problem of the header, and is left out too.
    """
    unreadable = conflicts_in(file, text) or tuple(unwanted_characters(file, text))
    if unreadable:
        return None, unreadable
    reading = _read(file, text, columns)
    find_marks = partial(_marks, file, text, columns)
    document = None if reading.stopped else Document(file, reading.data, find_marks, as_cell, source=text)
    return document, tuple(reading.problems)


def as_cell(value: str) -> str:
    """A value as it stands in a cell: between quotes where a comma, a quote or the end of a line is in it."""
    return '"' + value.replace('"', '""') + '"' if re.search(r'[,"\n]', value) else value


def _marks(file: PurePosixPath, text: str, columns: Collection[str]) -> Marks:
    reading = _read(file, text, columns)
    return Marks(reading.marks, reading.values)


def _read(file: PurePosixPath, text: str, columns: Collection[str]) -> _Reading:
    reading = _Reading(file)
    _read_rows(reading, text)
    if not reading.rows or any(problem.line <= reading.rows[0][0][1].line for problem in reading.problems):
        if not reading.problems:
            message = "Dit bestand is leeg. Zet op de eerste regel de namen van de kolommen."
            reading.problem(TextPosition(1, 1), "csv-empty", message)
        reading.stopped = True
        return reading
    separator = next((sign for sign in _OTHER_SEPARATORS if sign in reading.rows[0][0][0]), None)
    if separator:
        message = (
            f"In dit bestand staan {_OTHER_SEPARATORS[separator]} tussen de kolommen. Sla het op als CSV met komma's "
            "en zet tekst waarin een komma staat tussen dubbele aanhalingstekens."
        )
        reading.problem(TextPosition(1, 1), "csv-separator", message)
        reading.stopped = True
        return reading
    names = _names(reading, columns)
    for cells in () if reading.stopped else reading.rows[1:]:
        _take(reading, cells, names)
    return reading


def _names(reading: _Reading, columns: Collection[str]) -> list[str]:
    """The names of the columns, empty for those that cannot be used."""
    names: list[str] = []
    known = f" Mogelijke kolommen: {', '.join(sorted(columns))}."
    for name, mark in reading.rows[0]:
        if name in columns and name in names:
            reading.problem(mark, "csv-header", f"De kolom {quoted(name)} staat er twee keer. Laat er één staan.")
        elif name not in columns:
            hint = did_you_mean(name, columns) or known
            reading.problem(mark, "csv-header", f"De kolom {quoted(name)} bestaat niet.{hint}")
        names.append(name if name in columns and name not in names else "")
        if len(reading.problems) > _MOST_WRONG:
            message = f"Deze regel heeft {len(reading.rows[0])} kolommen.{known} Haal de andere weg."
            reading.problems = []
            reading.problem(TextPosition(1, 1), "csv-header", message)
            reading.stopped = True
            return []
    return names


def _take(reading: _Reading, cells: Row, names: list[str]) -> None:
    if len(cells) != len(names):
        message = (
            f"Deze regel heeft {len(cells)} kolommen; de kopregel heeft er {len(names)}. Tel de komma's: bij een "
            "lege cel blijft de komma staan, en een tekst met een komma staat tussen dubbele aanhalingstekens."
        )
        reading.problem(cells[0][1], "csv-columns", message)
        return
    index = len(reading.data)
    spans: dict[FieldPath, TextRange] = {
        (index, name): span for name, (_, span) in zip(names, cells, strict=True) if name
    }
    reading.marks[index,] = TextPosition(cells[0][1].line, cells[0][1].column)
    reading.marks.update({at: TextPosition(span.line, span.column) for at, span in spans.items()})
    reading.values.update(spans)
    reading.data.append({name: value for name, (value, _) in zip(names, cells, strict=True) if name and value})


def _read_rows(reading: _Reading, text: str) -> None:
    row: Row = []
    at, line, line_start = 0, 1, 0
    while at < len(text):
        mark = TextPosition(line, at - line_start + 1)
        cell = _CELL.match(text, at)
        if cell is None:
            message = (
                "Een aanhalingsteken staat verkeerd. Zet de hele cel tussen dubbele aanhalingstekens en schrijf een "
                'aanhalingsteken daarbinnen dubbel, zoals "de ""tafel"" van toen".'
            )
            reading.problem(mark, "csv-quote", message)
            line_end = text.find("\n", at)
            at = len(text) if line_end < 0 else line_end + 1
            row, line, line_start = [], line + 1, at
            continue
        quoted_cell = cell["quoted"]
        inside = (quoted_cell or "").count("\n")
        ends = text.rfind("\n", 0, cell.start("end")) + 1 if inside else line_start
        span = TextRange(mark.line, mark.column, line + inside, cell.start("end") - ends + 1)
        row.append((cell["plain"].strip() if quoted_cell is None else quoted_cell.replace('""', '"').strip(), span))
        at = cell.end()
        breaks = cell[0].count("\n")
        if breaks:
            line, line_start = line + breaks, cell.start() + cell[0].rfind("\n") + 1
        if cell["end"] != ",":
            _keep(reading, row)
            row = []
    if row:
        column = at - line_start + 1
        _keep(reading, [*row, ("", TextRange(line, column, line, column))])


def _keep(reading: _Reading, row: Row) -> None:
    if any(value for value, _ in row):
        reading.rows.append(row)
