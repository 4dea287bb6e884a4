"""All tables as one workbook: a sheet each, with filters, and a sheet that says what is where."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from lrt_site.export.reminder.characters import unturned
from lrt_site.export.reminder.xlsx import FIRST_DAY, LONGEST_TEXT
from lrt_site.model.numbers import DecimalNumber
from lrt_site.relations.rows import Value
from lrt_site.relations.tables import DataTable

CONTENTS = "Inhoud"
_LONGEST_NAME = 31
"""Of a sheet."""


def workbook_of(tables: Sequence[DataTable], about: Mapping[str, str], made: date) -> bytes:
    """The workbook, the same bytes for the same tables. What anybody wrote is text: nothing in it runs as a formula."""
    held = io.BytesIO()
    book = Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": about["title"], "created": datetime.combine(made, time(), UTC)})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    names = _sheet_names(tables)
    contents = book.add_worksheet(CONTENTS)
    for table in tables:
        _write(book.add_worksheet(names[table.name]), table, bold, day)
    _list(contents, tables, names, about, bold)
    book.close()
    return held.getvalue()


def _sheet_names(tables: Sequence[DataTable]) -> Mapping[str, str]:
    """The name of the sheet of every table: its own, cut where it is too long, with a number where two would be one."""
    names: dict[str, str] = {}
    for table in tables:
        name, often = table.name[:_LONGEST_NAME], 1
        while name in names.values():
            often += 1
            name = f"{table.name[: _LONGEST_NAME - 3]}~{often}"
        names[table.name] = name
    return names


def _list(
    sheet: Worksheet, tables: Sequence[DataTable], names: Mapping[str, str], about: Mapping[str, str], bold: Format
) -> None:
    for column, width in enumerate((34, 60, 12, 90)):
        sheet.set_column(column, column, width)
    at = 0
    for name, value in about.items():
        sheet.write_string(at, 0, name, bold)
        sheet.write_string(at, 1, value)
        at += 1
    for column, heading in enumerate(("tabel", "waarover", "rijen", "kolommen")):
        sheet.write_string(at + 1, column, heading, bold)
    for row, table in enumerate(tables, start=at + 2):
        sheet.write_url(row, 0, f"internal:'{names[table.name]}'!A1", string=table.name)
        sheet.write_string(row, 1, table.about)
        sheet.write_number(row, 2, len(table.rows))
        sheet.write_string(row, 3, "; ".join(f"{heading.name}: {heading.about}" for heading in table.headings))


def _write(sheet: Worksheet, table: DataTable, bold: Format, day: Format) -> None:
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)
    for column, heading in enumerate(table.headings):
        sheet.set_column(column, column, 40 if heading.read else 16)
        sheet.write_string(0, column, heading.name, bold)
    for at, row in enumerate(table.rows, start=1):
        for column, value in enumerate(row):
            _put(sheet, at, column, value, day)


def _put(sheet: Worksheet, row: int, column: int, value: Value, day: Format) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, date) and value.year >= FIRST_DAY:
        sheet.write_datetime(row, column, datetime.combine(value, time()), day)
    elif isinstance(value, int | DecimalNumber):
        sheet.write_number(row, column, float(str(value)))
    else:
        sheet.write_string(row, column, _cut(unturned(str(value))))


def _cut(text: str) -> str:
    # A cell holds no more. The whole text stands in the other files.
    return text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]} … (verder in de andere bestanden)"
