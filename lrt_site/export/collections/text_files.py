"""Tables as text: CSV, CSV as Dutch spreadsheets read it, and objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lrt_site.export.site_data import as_csv, as_dutch_csv
from lrt_site.model.numbers import DecimalNumber
from lrt_site.relations.rows import Value
from lrt_site.relations.tables import DataTable


def csv_of(table: DataTable) -> str:
    """The table with commas, as programs read it."""
    return as_csv([[heading.name for heading in table.headings], *table.rows])


def dutch_csv_of(table: DataTable) -> str:
    """The table with semicolons, decimal commas and a mark of its encoding."""
    return as_dutch_csv([[heading.name for heading in table.headings], *table.rows])


def objects_of(table: DataTable) -> Iterator[Mapping[str, str | int | float | None]]:
    """The rows as objects; what a row lacks is null."""
    names = [heading.name for heading in table.headings]
    for row in table.rows:
        yield {name: plain(value) for name, value in zip(names, row, strict=True)}


def plain(value: Value) -> str | int | float | None:
    """A value as formats without dates and exact decimals have it."""
    if isinstance(value, date):
        return value.isoformat()
    return float(value.text) if isinstance(value, DecimalNumber) else value
