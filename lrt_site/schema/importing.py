"""A table that a spreadsheet saved, as a CSV file of the content: with commas, and with its cells in our form."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from io import StringIO
from pathlib import PurePosixPath
from typing import NamedTuple

from lrt_site.document import as_cell, read_csv
from lrt_site.model.dates import PartialDate
from lrt_site.problems import Problem
from lrt_site.schema.choices_meant import truth_meant
from lrt_site.schema.dates_meant import date_meant, period_meant
from lrt_site.schema.numbers_meant import number_meant
from lrt_site.schema.observed import COLUMNS, fits_in_a_row, observed_in
from lrt_site.schema.places import no_text_in
from lrt_site.wording.fields import field_meant

_DATES = ("date", "vintage", "as_shown_at", "due")
_TRUTHS = ("derived", "verified")
_SEPARATORS = ";\t|,"
_OF_EXCEL = re.compile(r'\ufeff?"?sep=(.)"?[^\n]*\n', re.IGNORECASE)


class Imported(NamedTuple):
    """A table as a CSV file of the content, and what cannot be understood in it, on the lines of what was given."""

    text: str
    problems: tuple[Problem, ...]


def imported(file: PurePosixPath, data: bytes) -> Imported:
    """What a spreadsheet saved as a file of this name. With problems the text is no good."""
    given = _decoded(data)
    no_text = no_text_in(file.with_suffix(".csv"), data[:10].decode("utf-8", "surrogateescape"))
    if no_text:
        return Imported("", tuple(replace(problem, file=file) for problem in no_text))
    rows, lines, broken = _rows(file, given)
    if broken:
        return Imported("", (broken,))
    names = [field_meant(name.rstrip(": "), COLUMNS) or name for name in rows[0]] if rows else []
    width = max((number for number, name in enumerate(names, 1) if name), default=0)
    width = max([width, *(number for row in rows[1:] for number, text in enumerate(row, 1) if text)])
    body = [_converted(dict(zip(names, row, strict=False))) for row in rows[1:]]
    extra = [row[len(names) :] for row in rows[1:]]
    made = [[name or "" for name in names][:width]]
    made += [[*(cells.get(name, "") for name in names), *more][:width] for cells, more in zip(body, extra, strict=True)]
    text = "".join(",".join(map(as_cell, [*row, *[""] * (width - len(row))])) + "\n" for row in made)
    document, unread = read_csv(file, text, COLUMNS, fits_in_a_row)
    wrong = (*unread, *(observed_in(document, text).problems if document else ()))
    return Imported(text, tuple(_moved(problem, lines) for problem in wrong))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _rows(file: PurePosixPath, text: str) -> tuple[list[list[str]], list[int], Problem | None]:
    """The cells of every line that is not empty, and the number of that line."""
    of_excel = _OF_EXCEL.match(text)
    before = 1 if of_excel else 0
    text = text[of_excel.end() :] if of_excel else text
    first = next((line for line in text.split("\n") if line.strip(f" {_SEPARATORS}")), "")
    sign = of_excel[1] if of_excel else max(_SEPARATORS, key=first.count)
    reader = csv.reader(StringIO(text), delimiter=sign, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        for row in reader:
            cells = [re.sub("[\u00a0\u202f\\s]+", " ", cell).strip() for cell in row]
            if any(cells):
                rows.append(cells)
                lines.append(reader.line_num + before)
    except csv.Error:
        message = "Een aanhalingsteken staat hier verkeerd. Verbeter de cel in Excel, en sla het bestand opnieuw op."
        return [], [], Problem(file, reader.line_num + before, 1, "csv-quote", message)
    return rows, lines, None


def _moved(problem: Problem, lines: Sequence[int]) -> Problem:
    """A problem on the line of what was given, without the signs that it stands in."""
    line = lines[problem.line - 1] if problem.line <= len(lines) else problem.line
    return replace(problem, line=line, span=None, correction=None)


def _converted(cells: Mapping[str, str]) -> dict[str, str]:
    """Cells in our form, where it is sure what they say; the others as they are."""
    made = dict(cells)
    for name in (name for name in _DATES if cells.get(name)):
        meant = date_meant(cells[name])
        if not _is_date(cells[name]) and len(meant.forms) == 1 and not (meant.in_words or meant.time or meant.doubt):
            made[name] = meant.forms[0]
    for name in (name for name in _TRUTHS if cells.get(name)):
        made[name] = truth_meant(cells[name]) or cells[name]
    periods = period_meant(cells.get("period", ""))
    if len(periods) == 1 and not _is_date(cells["period"]):
        made["period"] = periods[0]
    number = number_meant(cells.get("value", ""))
    beside = {"qualifier": number.qualifier, "unit": number.unit}
    fits = all(not said or (name in cells and cells[name] in ("", said)) for name, said in beside.items())
    # A point before three digits can stand for thousands or before decimals: then the editor says which.
    if number.digits and fits and not number.rest and not number.or_more and not _is_doubtful(cells["value"]):
        made |= {"value": number.digits, **{name: said for name, said in beside.items() if said}}
    return made


def _is_doubtful(value: str) -> bool:
    return re.fullmatch(r"\D*[1-9][0-9]{0,2}\.[0-9]{3}\D*", value) is not None


def _is_date(text: str) -> bool:
    try:
        PartialDate(text)
    except ValueError:
        return False
    return True
