"""Tables as tests read them."""

from lrt_site.pages.shared.common import Said
from lrt_site.pages.shared.table import Cell, FilledTable
from lrt_site.wording.runs import Link


def headings(table: FilledTable | None) -> list[str]:
    """The headings of its columns."""
    return [_text(column.heading) for column in table.columns] if table else []


def column(table: FilledTable | None, heading: str) -> list[Cell]:
    """The cells under a heading."""
    return [row[headings(table).index(heading)] for row in table.rows] if table else []


def facts(table: FilledTable | None, heading: str) -> list[Said]:
    """The facts under a heading."""
    return [cell for cell in column(table, heading) if isinstance(cell, Said)]


def texts(table: FilledTable | None) -> list[tuple[str, ...]]:
    """Its rows as a reader sees them, without links, marks and numbers."""
    return [tuple(map(_text, row)) for row in table.rows] if table else []


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return cell
        case Said():
            return cell.text
        case Link():
            return cell.title
    return ", ".join(map(_text, cell))
