"""Tables of a page get what readers need of each: labels for cards on a phone, a link to every row, the way to files.

All tables go this way: those of templates, and those that editors write in Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape, unescape
from itertools import count, zip_longest

from lrt_site.frozen import dataclass
from lrt_site.visible import FILES, TAG

ROW_LINK = "row-link"
"""The class of the link of a row to itself."""
FACT_LINK = "fact-link"
"""The class of the link of a fact to itself."""
_TABLE = re.compile(
    r'<div class="table(?P<classes>[^"]*)"(?P<region>[^>]*)>\s*'
    r"<table(?P<own>[^>]*)>(?P<above>(?:(?!</table>).)*?</thead>)(?P<rows>.*?)</table>\s*</div>\n?",
    re.DOTALL,
)
_BARE = re.compile(r"<table>(?P<head>.*?</thead>)(?P<rows>.*?)</table>", re.DOTALL)
"""A table as Markdown makes it."""
_HEADING = re.compile(r"<h[1-6][^>]*>(.*?)</h[1-6]>", re.DOTALL)
_CAPTION = re.compile(r"<caption[^>]*>(.*?)</caption>", re.DOTALL)
_ROW = re.compile(r"<tr(?P<own>[^>]*)>(?P<cells>.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<(?P<tag>t[hd])\b(?P<own>[^>]*)>(?P<inside>.*?)</(?P=tag)>", re.DOTALL)
_LINK = re.compile(r'<a href="([^"]+)"')
_SOURCES = re.compile(
    r'<sup class="ref".*?</sup>|<span class="source-note.*?</span></span>(?!</span>|<span class="entry")', re.DOTALL
)
_SIGNS = re.compile(
    r'<(a|div|small|span) class="(?:age|cited|fact-link|headerlink|mark|note|today)\b[^>]*>.*?</\1>'
    r"|<summary.*?</summary>",
    re.DOTALL,
)
_NUMBER = re.compile(r'class="[^"]*\bnumber\b')
_ID = re.compile(r'\bid="([^"]+)"')
_FACT = re.compile(r'class="said[^"]*" id="([^"]+)"')
_OF_TABLE = "tabel-"
"""How the id of a table begins, unless it was given one."""
_KINDS = (" as-matrix", " as-cards")
"""What the classes of a finished table begin with."""
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row of the body or the foot of a table: the id that leads to it or to its fact, and its cells as HTML."""

    id: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table as it stands on a page."""

    id: str
    name: str
    """What its files are called."""
    caption: str
    headings: tuple[str, ...]
    rows: tuple[WrittenRow, ...]


def with_tables(html: str, *, living: bool, of_facts: bool = True) -> str:
    """The page with its tables finished; one that lives leads to the files of each.

    A table whose columns are words becomes one of cards where there is no room; one of numbers keeps its columns.
    What a table and a row are called follows from what they are about, and not from where they stand. A table that
    was finished before stays as it is. Rows that hold facts have an address, so that each can be cited.
    """
    if "<table" not in html:
        return html
    taken = dict.fromkeys(_ID.findall(html), 1)
    return _TABLE.sub(partial(_finished, taken=taken, living=living, of_facts=of_facts), html)


def framed(html: str) -> str:
    """A page of the handbook with its tables as those of the site, each named after the heading above it."""
    numbers = count(1)
    return with_tables(_BARE.sub(lambda found: _framed(found, next(numbers)), html), living=False, of_facts=False)


def tables_of(html: str) -> Iterator[WrittenTable]:
    """The finished tables of a page."""
    for found in _TABLE.finditer(html):
        rows = (
            WrittenRow(_id_of_row(row), tuple(cell["inside"] for cell in _CELL.finditer(row["cells"])))
            for row in _ROW.finditer(found["rows"])
        )
        identifier = _id_of(found["own"])
        name = identifier.removeprefix(_OF_TABLE)
        yield WrittenTable(identifier, name, _caption(found["above"]), _headings(found["above"]), tuple(rows))


def words_in(html: str) -> str:
    """The words of a piece of HTML, without the signs beside them."""
    return " ".join(unescape(TAG.sub("", _without_signs(html))).replace("\xad", "").split())


def _without_signs(html: str) -> str:
    return _SIGNS.sub("", _SOURCES.sub("", html))


def _framed(found: re.Match[str], number: int) -> str:
    above = _HEADING.findall(found.string, 0, found.start())
    label = escape(f"Tabel {number}" + (f": {words_in(above[-1])}" if above else ""))
    head = re.sub(r"<th[^>]*></th>", "<td></td>", found["head"])
    head = re.sub(r"<th(?=[ >])", '<th scope="col"', head)
    rows = re.sub(r"(<tr>\s*)<td(.*?)</td>", r'\1<th scope="row"\2</th>', found["rows"], flags=re.DOTALL)
    return (
        f'<div class="table" role="region" tabindex="0" aria-label="{label}">\n<table class="framed">\n'
        f"<caption>{label}</caption>{head}{rows}</table>\n</div>\n"
    )


def _finished(found: re.Match[str], taken: dict[str, int], *, living: bool, of_facts: bool) -> str:
    if found["classes"].startswith(_KINDS):
        return found[0]
    given = _id_of(found["own"])
    told = re.search(r'aria-label="([^"]*)"', found["region"])
    label = unescape(told[1]) if told else _caption(found["above"])
    by = re.search(r'aria-labelledby="([^"]*)"', found["region"])
    identifier = given or _free(f"{_OF_TABLE}{by[1] if by else _slug(label)}", taken)
    name = identifier.removeprefix(_OF_TABLE)
    names = iter(_row_names(name, found["rows"]) if of_facts else ())
    matrix = _is_matrix(found["rows"])
    labels = () if matrix else _headings(found["above"])
    rows = _ROW.sub(lambda row: _row(row, next(names, ""), labels, taken), found["rows"])
    own = found["own"] if given else f'{found["own"]} id="{identifier}"'
    kind = "as-matrix" if matrix else "as-cards"
    ways = _ways(name, identifier, label, living=living) if of_facts else ""
    return (
        f'<div class="table {kind}{found["classes"]}"{found["region"]}>\n<table{own}>{found["above"]}{rows}</table>\n'
        f"</div>\n{ways}"
    )


def _ways(name: str, identifier: str, label: str, *, living: bool) -> str:
    """The line below a table: to its files where the page lives, and to what shows a link to each row."""
    ways = [*((form.upper(), f"{name}.{form}") for form in FORMS if living), ("link per rij", f"#{identifier}")]
    links = (f'<a href="{place}" aria-label="{way} van {escape(label)}">{way}</a>' for way, place in ways)
    return f'<p class="{FILES}">Deze tabel: {" · ".join(links)}</p>\n'


FORMS = ("csv", "json")
"""The forms in which a table can be taken away."""


def _row(found: re.Match[str], name: str, labels: Sequence[str], taken: dict[str, int]) -> str:
    """A row with its labels; with an address, and a link to it, where it is given a name."""
    cells = list(_CELL.finditer(found["cells"]))
    if not cells:
        return found[0]
    written = [_labelled(cell, label or "") for cell, label in zip_longest(cells, labels[: len(cells)])]
    if not name:
        return f"<tr{found['own']}>{''.join(written)}</tr>"
    given = _id_of_row(found)
    identifier = given or _free(name, taken)
    own = found["own"] if given else f'{found["own"]} id="{identifier}"'
    if cells[0]["tag"] == "th":
        link = f'<a class="{ROW_LINK}" href="#{identifier}" aria-label="Vaste link naar deze rij"></a>'
        written[0] = f"{written[0].removesuffix('</th>')}{link}</th>"
    return f"<tr{own}>{''.join(written)}</tr>"


def _row_names(table: str, rows: str) -> list[str]:
    """What the rows of a table are called; where more would have one name, each tells what stands in its next cell."""
    cells = [[cell["inside"] for cell in _CELL.finditer(row["cells"])] for row in _ROW.finditer(rows)]
    names = [f"{table}-{_record_in(row[0])}" if row else table for row in cells]
    for place in range(1, max(map(len, cells), default=0)):
        often = Counter(names)
        if len(often) == len(names):
            break
        names = [
            f"{name}-{_slug(words_in(row[place]))}".rstrip("-") if often[name] > 1 and place < len(row) else name
            for name, row in zip(names, cells, strict=True)
        ]
    return names


def _labelled(cell: re.Match[str], label: str) -> str:
    """A cell that can say the name of its column itself, where it has one."""
    if cell["tag"] == "th" or not label or "data-label=" in cell["own"]:
        return cell[0]
    return f'<td{cell["own"]} data-label="{escape(label)}">{cell["inside"]}</td>'


def _record_in(heading: str) -> str:
    """What a row is called: the record that its heading leads to, else the words of that."""
    leads = _LINK.search(_without_signs(heading))
    path, _, fragment = leads[1].partition("#") if leads else ("", "", "")
    return _slug(fragment) or _slug(path.rstrip("/").rpartition("/")[2]) or _slug(words_in(heading)) or "rij"


def _free(name: str, taken: dict[str, int]) -> str:
    """A name that nothing on the page has yet: with a number where something has it."""
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name}-{taken[name]}"
    taken[free] = 1
    return free


def _is_matrix(rows: str) -> bool:
    """Whether a table holds nothing but numbers, by its first row."""
    first = _ROW.search(rows)
    cells = list(_CELL.finditer(first["cells"]))[1:] if first else []
    return bool(cells) and all(_NUMBER.search(cell["own"]) for cell in cells)


def _headings(above: str) -> tuple[str, ...]:
    return tuple(words_in(cell["inside"]) for cell in _CELL.finditer(above))


def _caption(above: str) -> str:
    found = _CAPTION.search(above)
    return words_in(found[1]) if found else ""


def _id_of(html: str) -> str:
    found = _ID.search(html)
    return found[1] if found else ""


def _id_of_row(row: re.Match[str]) -> str:
    """The id of a row, or that of the fact in it."""
    fact = _FACT.search(row["cells"])
    return _id_of(row["own"]) or (fact[1] if fact else "")


def _slug(words: str) -> str:
    """Words as a part of an address."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME].strip("-")
