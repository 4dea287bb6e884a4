"""The tables of a page of now as files beside it: what a reader sees, as values. Read from the page, so equal to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal
from urllib.parse import urljoin

from lrt_site import urls
from lrt_site.export.cells import NOTHING, CellData, Value, iso, read, source_ids, value_of
from lrt_site.export.file_types import Address, Name, file_at
from lrt_site.export.site_data import as_csv
from lrt_site.frozen import dataclass
from lrt_site.model.numbers import DECIMAL_FORM, DecimalNumber
from lrt_site.tabling import WrittenTable, tables_of

_PARTS: Mapping[str, Callable[[CellData], Sequence[str]]] = {
    "genoemde datum": lambda cell: cell.dates,
    "adres": lambda cell: cell.links,
    "bronnen": lambda cell: cell.sources,
    "aanduiding": lambda cell: cell.marks,
    "bronnen verschillen": lambda cell: cell.disputes,
    "toelichting": lambda cell: cell.notes,
}
"""What stands beside the words of a cell, by what its column is called."""
_DECIMAL = re.compile(DECIMAL_FORM)
ROW_ADDRESS = "Vaste link"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTableFile:
    """A table of a page of now. Its columns follow what the page shows; the records themselves have a fixed form."""

    format: Literal["page-table/v1"]
    """The format of this file."""
    title: str
    """Its caption on the page."""
    page: str
    """The title of the page."""
    address: str
    """Where the table stands on the web."""
    publication: Name | None
    """The publication that the page shows; null in a preview."""
    columns: tuple[str, ...]
    """The heading of each column. What belongs to a column comes behind it, named between brackets."""
    rows: tuple[tuple[Value, ...], ...]
    """The values of each row, in the order of the columns. More than one of a kind have a semicolon between them."""


def files(page: Address, title: str, html: str, site: str, publication: str | None) -> Mapping[str, str]:
    """The tables on a page as CSV and as JSON, by path; `site` is the address of the site on the web."""
    here = urls.on_the_web(site, page)
    on_the_web = partial(urljoin, here)
    tables = tuple(tables_of(html))
    sources = source_ids(html, on_the_web, urls.on_the_web(site, urls.SOURCES)) if tables else {}
    made: dict[str, str] = {}
    for table in tables:
        columns, rows = _values(table, lambda cell: read(cell, sources, on_the_web), here)
        file = PageTableFile(
            format="page-table/v1",
            title=table.caption,
            page=title,
            address=f"{here}#{table.id}",
            publication=publication,
            columns=columns,
            rows=rows,
        )
        made[urls.file_of(f"{page}{table.name}.csv")] = as_csv([columns, *map(_numbers_apart, rows)])
        made |= file_at(f"{page}{table.name}.json", file)
    return made


def _values(
    table: WrittenTable, reading: Callable[[str], CellData], here: str
) -> tuple[tuple[str, ...], tuple[tuple[Value, ...], ...]]:
    """The columns and the rows of a table: behind each column what belongs to it, as far as a row has that."""
    read_rows = [[reading(cell) for cell in row.cells] for row in table.rows]
    columns: list[tuple[str, list[Value]]] = []
    for place, heading in enumerate(table.headings):
        cells = [row[place] if place < len(row) else NOTHING for row in read_rows]
        years = any(len(iso(cell.words)) > len("2016") for cell in cells)
        columns.append((heading, [value_of(cell.words, years=years) for cell in cells]))
        columns += (
            (f"{heading} ({name})", ["; ".join(part(cell)) or None for cell in cells])
            for name, part in _PARTS.items()
            if any(map(part, cells))
        )
    columns.append((ROW_ADDRESS, [f"{here}#{row.id}" for row in table.rows]))
    rows = tuple(zip(*(values for _, values in columns), strict=True))
    return tuple(_told_apart(heading for heading, _ in columns)), rows


def _numbers_apart(row: Sequence[Value]) -> list[object]:
    """A row in which no number is taken for words, which a minus would make a formula."""
    return [DecimalNumber(value) if isinstance(value, str) and _DECIMAL.fullmatch(value) else value for value in row]


def _told_apart(headings: Iterable[str]) -> Iterator[str]:
    """The same headings; the second of a name has a number, and so on."""
    often: Counter[str] = Counter()
    taken: set[str] = set()
    for heading in headings:
        told = heading
        while told in taken:
            often[heading] += 1
            told = f"{heading} [{often[heading] + 1}]"
        taken.add(told)
        yield told
