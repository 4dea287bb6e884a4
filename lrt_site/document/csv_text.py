"""Rows of a CSV file as data."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import field
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from lrt_site.document.bounds import too_many_cells
from lrt_site.document.conflicts import conflicts_in
from lrt_site.document.csv_header import Row, header_of
from lrt_site.document.csv_rows import Advice, Fits, as_cell, repaired
from lrt_site.document.places import Document, Marks, TextPosition, unwanted_characters
from lrt_site.frozen import dataclass
from lrt_site.problems import MOST, Correction, FieldPath, Problem, TextRange, first_of_file

_CELL = re.compile(r'(?:"(?P<quoted>[^"]*(?:""[^"]*)*)"|(?P<plain>[^,"\r\n]*))(?P<end>,|\r?\n|\Z)')

_PLAIN_ROW = re.compile(r'(?P<cells>[^"\r\n]*)\n')
"""A line without quotes: so most of them are, and it is quick to read."""


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
    """Whether there is no header to read the rows by, or too much is wrong with them."""

    @property
    def has_enough(self) -> bool:
        """Whether so much is wrong that nothing of the file is read any more."""
        return len(self.problems) > MOST

    def problem(
        self, mark: TextPosition | TextRange, code: str, message: str, correction: Correction | None = None
    ) -> None:
        span = mark if isinstance(mark, TextRange) else None
        self.problems.append(Problem(self.file, mark.line, mark.column, code, message, span, correction))


def read_csv(
    file: PurePosixPath, text: str, columns: Collection[str], fits: Fits = lambda _: False
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The rows under a header as a list of mappings; empty cells are left out. RFC 4180, comma separated.

    A column that is not one of `columns` is a problem of the header, and is read as the one that is meant, or left out.
    What is wrong with a row that has too many cells, or too few, is told by what would fit.
    """
    unreadable = (
        too_many_cells(file, text) or conflicts_in(file, text) or first_of_file(unwanted_characters(file, text))
    )
    if unreadable:
        return None, unreadable
    reading = _read(file, text, columns, fits)
    find_marks = partial(_marks, file, text, columns)
    document = None if reading.stopped else Document(file, reading.data, find_marks, as_cell, source=text)
    return document, first_of_file(reading.problems)


def _marks(file: PurePosixPath, text: str, columns: Collection[str]) -> Marks:
    reading = _read(file, text, columns, lambda _: False)
    return Marks(reading.marks, reading.values)


def _read(file: PurePosixPath, text: str, columns: Collection[str], fits: Fits) -> _Reading:
    reading = _Reading(file)
    _read_rows(reading, text)
    if not reading.rows or any(problem.line <= reading.rows[0][0][1].line for problem in reading.problems):
        if not reading.problems:
            message = "Dit bestand is leeg. Zet op de eerste regel de namen van de kolommen."
            reading.problem(TextPosition(1, 1), "csv-empty", message)
        reading.stopped = True
        return reading
    header = header_of(file, reading.rows, columns)
    reading.problems += header.problems
    reading.stopped = not header.names
    for cells in () if reading.stopped else reading.rows[1:]:
        _take(reading, cells, header.names, fits)
        if reading.has_enough:
            break
    reading.stopped |= reading.has_enough
    return reading


def _take(reading: _Reading, cells: Row, names: Sequence[str], fits: Fits) -> None:
    if len(cells) != len(names):
        advice = repaired(cells, names, fits)
        message = (
            f"Deze regel heeft {len(cells)} kolommen; de kopregel heeft er {len(names)}. Tel de komma's: bij een "
            "lege cel blijft de komma staan, en een tekst met een komma staat tussen dubbele aanhalingstekens."
        )
        whole = Advice(TextRange(cells[0][1].line, cells[0][1].column, *_end_of(cells)), message)
        told = advice or whole
        reading.problem(told.span, "csv-columns", told.message, told.correction)
        return
    index = len(reading.data)
    spans: dict[FieldPath, TextRange] = {
        (index, name): span for name, (_, span) in zip(names, cells, strict=True) if name
    }
    reading.marks[index,] = TextPosition(cells[0][1].line, cells[0][1].column)
    reading.marks.update({at: TextPosition(span.line, span.column) for at, span in spans.items()})
    reading.values.update(spans)
    reading.data.append({name: value for name, (value, _) in zip(names, cells, strict=True) if name and value})


def _end_of(cells: Row) -> tuple[int, int]:
    return cells[-1][1].end_line, cells[-1][1].end_column


def _read_rows(reading: _Reading, text: str) -> None:
    row: Row = []
    at, line, line_start = 0, 1, 0
    while at < len(text) and not reading.has_enough:
        if not row and (plain := _PLAIN_ROW.match(text, at)):
            _keep(reading, _plain_row(plain["cells"], line))
            at, line = plain.end(), line + 1
            line_start = at
            continue
        mark = TextPosition(line, at - line_start + 1)
        cell = _CELL.match(text, at)
        if cell is None:
            line_end = text.find("\n", at)
            line_end = len(text) if line_end < 0 else line_end
            width = len(reading.rows[0]) if reading.rows else len(row) + 1
            _refuse_quote(reading, mark, text[at:line_end], width - len(row) - 1)
            at = line_end + 1
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


def _plain_row(cells: str, line: int) -> Row:
    row: Row = []
    column = 1
    for cell in cells.split(",") if cells else ():
        row.append((cell.strip(), TextRange(line, column, line, column + len(cell))))
        column += len(cell) + 1
    return row


def _refuse_quote(reading: _Reading, mark: TextPosition, rest: str, behind: int) -> None:
    """A cell in which a quote stands wrong; behind it there are so many cells."""
    raw, right = _misquoted(rest, behind)
    span = TextRange(mark.line, mark.column, mark.line, mark.column + len(raw))
    advice = "Zet de hele cel tussen dubbele aanhalingstekens en schrijf een aanhalingsteken daarbinnen dubbel"
    if raw.count('"') == 1:
        advice = "Het wordt niet gesloten. Schrijf de cel zo"
    reading.problem(
        span, "csv-quote", f"Een aanhalingsteken staat verkeerd. {advice}: {right}.", Correction(span, right)
    )


def _misquoted(rest: str, behind: int) -> tuple[str, str]:
    """A cell in which a quote stands wrong, and how it is written; behind it there are so many cells."""
    parts = rest.split(",")
    raw = ",".join(parts[: max(1, len(parts) - behind)])
    cell = raw.strip()
    if cell.startswith('"') and cell.count('"') == 1:
        return raw, as_cell(cell[1:])
    bare = cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
    return raw, as_cell(bare)


def _keep(reading: _Reading, row: Row) -> None:
    if any(value for value, _ in row):
        reading.rows.append(row)
