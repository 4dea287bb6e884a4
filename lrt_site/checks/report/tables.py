"""A table is a table, and no cell of it is lost."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from lrt_site.checks.report.reading import ReportText
from lrt_site.checks.report.slips import Slip, line_of, slip
from lrt_site.checks.spots import Mend
from lrt_site.problems import quoted

_PIPE = re.compile(r"(?<!\\)\|")
_RULER = r"[|:\s\-–—_=+]*[-–—_=]{2}[|:\s\-–—_=+]*|\|?(?:[ \t]*:?[-–—]+:?[ \t]*\|)+[ \t:\-–—]*"
_ROW = re.compile(r"\|[^\n]*\|[ \t]*")
_TABS = re.compile(r"(?<=\S)[ ]*\t[ \t]*(?=\S)")
_COLUMNS = re.compile(r"(?<=\S)(?: {3,}|[ ]*\t[ \t]*)(?=\S)")
_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")


def rows_fit_their_table(report: ReportText) -> Iterator[Slip]:
    """A row has as many cells as the table has columns: what is more is lost, what is less stays empty."""
    columns, head, rows = 0, 0, list[tuple[int, int]]()
    for what, value, start, end in report.tokens:
        if what == "Table":
            columns, rows = len(value), []
        elif what == "TableHead":
            head = start
        elif what == "TableRow":
            rows.append((start, end))
        elif what == "/Table":
            yield from _rows(report, columns, head, rows)


def _rows(report: ReportText, columns: int, head: int, rows: list[tuple[int, int]]) -> Iterator[Slip]:
    counts = [len(_cells(report.text[start:end])) for start, end in rows]
    if len(rows) > 1 and len(set(counts)) == 1 and counts[0] > columns:
        end = line_of(report.text, head)[1]
        line = report.text[head:end].strip()
        write = quoted(_with_cells(line, counts[0]))
        message = (
            f"De kopregel heeft {_count(columns)}, en elke rij heeft er {_number(counts[0])}; wat te veel is, ziet de "
            f"lezer niet. Geef ook de kopregel en de streepregel {_count(counts[0])}: {write}."
        )
        yield slip(head, rows[-1][1], "table-cells", message)
        return
    before = 0
    for (start, end), count in zip(rows, counts, strict=True):
        row = report.text[start:end].rstrip("\n")
        if count > columns:
            yield _with_too_many(row, start, columns)
        elif count < columns and count != before:  # Rows that are as short as the one above are told with it.
            yield _short(row, start, end, columns, count)
        before = count


def _short(row: str, start: int, end: int, columns: int, count: int) -> Slip:
    if not _PIPE.search(row):
        message = (
            f"{quoted(row)} wordt nu een rij van de tabel. Zet een lege regel tussen de tabel en deze regel, of "
            f"schrijf alle cellen: {quoted(_with_cells(f'| {row.strip()} |', columns))}."
        )
    else:
        message = (
            f"Deze rij heeft {_count(count)}, en de tabel heeft {_number(columns)} kolommen. Schrijf ook wat in de "
            f"lege cel hoort, op de goede plaats: {quoted(_with_cells(row, columns))}."
        )
    return slip(start, end, "table-short", message)


def _with_too_many(row: str, start: int, columns: int) -> Slip:
    pipes = [found.start() for found in _PIPE.finditer(row)]
    at = pipes[columns] if row.lstrip().startswith("|") else pipes[columns - 1]
    lost = row[at:].strip().strip("|").strip()
    filled = [cell.strip() for cell in _cells(row) if cell.strip()]
    if len(filled) == columns:
        message = (
            f"Deze rij heeft een lege cel te veel: {quoted(lost)} ziet de lezer niet. De tabel heeft "
            f"{_number(columns)} kolommen. Schrijf {quoted('| ' + ' | '.join(filled) + ' |')}."
        )
        mend = Mend(start, start + len(row), f"| {' | '.join(filled)} |")
        return slip(start + at, start + len(row), "table-cells", message, start, mend)
    kept = f"{row[:at].strip()}{' |' if row.lstrip().startswith('|') else ''}"
    message = (
        f"Deze rij heeft een cel te veel: {quoted(lost)} ziet de lezer niet. De tabel heeft {_number(columns)} "
        f"kolommen. Schrijf {quoted(kept)}, of geef ook de kopregel en de streepregel een cel erbij. Hoort '|' bij de "
        "tekst? Schrijf '\\|'."
    )
    return slip(start + at, start + len(row), "table-cells", message, start)


def _cells(row: str) -> list[str]:
    inner = row.strip()
    inner = inner[1:] if inner.startswith("|") else inner
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return _PIPE.split(inner)


def _with_cells(row: str, columns: int) -> str:
    """A row with empty cells at its end, so that it has so many."""
    cells = [cell.strip() for cell in _cells(row)]
    return f"| {' | '.join([*cells, *['…'] * (columns - len(cells))])} |"


def _count(cells: int) -> str:
    return f"{_number(cells)} {'cel' if cells == 1 else 'cellen'}"


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def rows_are_in_a_table(report: ReportText) -> Iterator[Slip]:
    """Lines that were meant as a table are one: there is a line of dashes below the head, and no empty line."""
    pending: list[tuple[int, int]] = []
    for block in report.blocks:
        if block.kind not in ("Paragraph", "Item"):
            continue
        lines = report.lines(block)
        rows = [(start, end) for start, end in lines if _is_row(report.plain[start:end])]
        if pending and rows and not report.text[pending[-1][1] : rows[0][0]].strip(" \t\n>"):
            pending += rows
            continue
        if pending:
            yield _no_table(report, pending)
        alike = len({len(_cells(report.text[start:end])) for start, end in rows}) == 1
        sure = any(_ROW.fullmatch(report.plain[start:end].strip()) for start, end in rows)
        pending = rows if sure or (len(rows) > 1 and alike) else []
        if not rows:
            yield from _by_spaces(report, lines)
    if pending:
        yield _no_table(report, pending)


def _is_row(line: str) -> bool:
    return (
        len(_PIPE.findall(line)) > 1 or bool(re.search(r"\S \| \S", line)) or bool(re.fullmatch(r"\s*\|.+\|\s*", line))
    )


def _no_table(report: ReportText, rows: list[tuple[int, int]]) -> Slip:
    """What keeps these rows from being a table."""
    texts = [report.text[start:end].strip() for start, end in rows]
    whole = (rows[0][0], rows[-1][1])
    above = bisect(report.tables, whole[0])
    is_below = above and not report.text[report.tables[above - 1] : whole[0]].strip(" \t\n>")
    rulers = [index for index, text in enumerate(texts) if re.fullmatch(_RULER, text)]
    ruler = _ruler(texts[0])
    is_head = len(texts) > 1 and not re.search(r"\d", texts[0]) and re.search(r"\d", texts[1])
    if is_below and not is_head:
        message = f"Door de lege regel hierboven hoort {quoted(texts[0])} niet bij de tabel. Haal die lege regel weg."
        end = len(report.text[: whole[0]].rstrip(" \t\n>"))
        return slip(whole[0], whole[1], "table-form", message, mend=Mend(end, whole[0], "\n"))
    if rulers and rulers[0]:
        at = rulers[0]
        apart = report.text[rows[at - 1][1] : rows[at][0]].count("\n") > 1
        message = _of_ruler(texts[at - 1], texts[at], apart=apart)
        right = Mend(rows[at - 1][1], rows[at][0], "\n") if apart else Mend(*rows[at], _ruler(texts[at - 1]))
        return slip(rows[at][0], whole[1], "table-form", message, whole[0], right)
    if rulers:
        ruled = len(_cells(texts[0]))
        message = (
            "Boven deze streepregel ontbreekt de kopregel van de tabel. Zet erboven wat in elke kolom staat: "
            f"{quoted('| ' + ' | '.join(['…'] * ruled) + ' |')}."
        )
        return slip(whole[0], whole[1], "table-form", message)
    at = rows[min(1, len(rows) - 1)][0]
    mend = Mend(at, at, f"{ruler}\n") if len(rows) > 1 else None
    message = f"Onder de kopregel van deze tabel ontbreekt de streepregel. Zet boven deze regel {quoted(ruler)}."
    if len(rows) == 1:
        message = (
            "Dit wordt geen tabel: daarvoor zijn een kopregel, een streepregel en een rij nodig. Zet onder deze regel "
            f"{quoted(ruler)} en de rijen, of schrijf een zin."
        )
    return slip(at, whole[1], "table-form", message, whole[0], mend)


def _ruler(row: str) -> str:
    """The line of dashes under a row."""
    return "|" + "---|" * max(len(_cells(row)), 1)


def _of_ruler(head: str, ruler: str, *, apart: bool) -> str:
    """What keeps a line of dashes from making a table with the line above it."""
    if apart:
        return f"Tussen {quoted(head)} en {quoted(ruler)} staat een lege regel. Haal die weg."
    columns, has = len(_cells(head)), len(_cells(ruler))
    why = (
        f"De streepregel heeft {_count(has)} en de kopregel {_number(columns)}"
        if has != columns
        else "De streepregel heeft andere tekens dan '-' en '|'"
    )
    return f"{why}; zo wordt het geen tabel. Schrijf {quoted('|' + '---|' * columns)}."


def _by_spaces(report: ReportText, lines: list[tuple[int, int]]) -> Iterator[Slip]:
    """Rows whose cells stand apart by tabs or many spaces, as a spreadsheet gives them."""
    split = [_COLUMNS.split(report.text[start:end].strip()) for start, end in lines]
    runs = {index for index, cells in enumerate(split) if len(cells) > 1}
    rows = [index for index in sorted(runs) if runs & {index - 1, index + 1}]
    if rows:
        first, last = rows[0], rows[-1]
        tabs = bool(_TABS.search(report.text, *lines[first]))
        write = f"| {' | '.join(cell.strip() for cell in split[first])} |"
        ruler = "|" + "---|" * len(split[first])
        message = (
            f"Dit zijn rijen van een tabel met {'tabs' if tabs else 'spaties'} ertussen; op de site lopen zij door "
            f"elkaar. Schrijf {quoted(write)}, daaronder {quoted(ruler)}, en dan elke rij zo."
        )
        mend = _as_table(split, first, last)
        place = lines[first][0], lines[last][1]
        yield slip(*place, "table-form", message, mend=Mend(*place, mend) if mend else None)


def _as_table(split: list[list[str]], first: int, last: int) -> str:
    """Rows of cells that stand apart by spaces, as a table; empty where they have not all as many."""
    if len({len(cells) for cells in split[first : last + 1]}) > 1:
        return ""
    rows = [f"| {' | '.join(cell.strip() for cell in cells)} |" for cells in split[first : last + 1]]
    table = "\n".join([rows[0], "|" + "---|" * len(split[first]), *rows[1:]])
    return "\n" * (first > 0) + table + "\n" * (last < len(split) - 1)
