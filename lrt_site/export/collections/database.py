"""All tables as one SQLite database: keys, references, views, and a search through all words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files

import apsw

from lrt_site.export.collections.text_files import plain
from lrt_site.relations.rows import Row, Value
from lrt_site.relations.tables import ColumnHeading, DataTable

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER", "date": "TEXT"}
_SEARCH = "search"


def database_of(tables: Sequence[DataTable], about: Mapping[str, str]) -> bytes:
    """The database as the bytes of its file, the same for the same tables. `about` fills the table of that name.

    Dates are text, yes and no are 1 and 0.
    """
    connection = apsw.Connection(":memory:")
    connection.execute("PRAGMA foreign_keys = ON; PRAGMA page_size = 1024")
    with connection:
        for table in tables:
            connection.execute(_creation(table))
        connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in tables:
            _insert(connection, table.name, len(table.headings), table.rows)
        connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")
        _insert(connection, "about", 2, about.items())
        _describe(connection, tables)
        _fill_search(connection, tables)
        connection.execute(files(__package__).joinpath("views.sql").read_text(encoding="utf-8"))
    connection.execute("VACUUM")
    data: bytes = connection.serialize("main")
    connection.close()
    return data


def quoted(name: str) -> str:
    """A name as SQL writes it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def _creation(table: DataTable) -> str:
    parts = [_column(heading) for heading in table.headings]
    parts.append(f"PRIMARY KEY ({', '.join(map(quoted, table.key))})")
    for heading in table.headings:
        if heading.refers_to:
            other, column = heading.refers_to
            parts.append(f"FOREIGN KEY ({quoted(heading.name)}) REFERENCES {quoted(other)} ({quoted(column)})")
    return f"CREATE TABLE {quoted(table.name)} (\n  " + ",\n  ".join(parts) + "\n) WITHOUT ROWID"


def _column(heading: ColumnHeading) -> str:
    words = ", ".join("'" + word.replace("'", "''") + "'" for word in heading.choices)
    checks = f" CHECK ({quoted(heading.name)} IN ({words}))" if words else ""
    return f"{quoted(heading.name)} {_TYPES[heading.type]}{' NOT NULL' if heading.required else ''}{checks}"


def _insert(connection: apsw.Connection, name: str, width: int, rows: Iterable[Sequence[Value]]) -> None:
    places = ", ".join("?" * width)
    connection.executemany(
        f"INSERT INTO {quoted(name)} VALUES ({places})",  # noqa: S608
        ([plain(value) for value in row] for row in rows),
    )


def _describe(connection: apsw.Connection, tables: Iterable[DataTable]) -> None:
    """What every table and column means."""
    connection.execute(
        'CREATE TABLE dictionary ("table" TEXT NOT NULL, "column" TEXT NOT NULL, about TEXT NOT NULL, '
        'PRIMARY KEY ("table", "column")) WITHOUT ROWID'
    )
    told = (
        (table.name, name, about)
        for table in tables
        for name, about in (("", table.about), *((heading.name, heading.about) for heading in table.headings))
    )
    _insert(connection, "dictionary", 3, told)


def _fill_search(connection: apsw.Connection, tables: Iterable[DataTable]) -> None:
    """All texts of all rows, to be searched by word whatever its accents."""
    connection.execute(
        f"CREATE VIRTUAL TABLE {_SEARCH} USING fts5 "
        '(record UNINDEXED, "table" UNINDEXED, row UNINDEXED, text, tokenize = "unicode61 remove_diacritics 2")'
    )
    for table in tables:
        if any(heading.read for heading in table.headings):
            _insert(connection, _SEARCH, 4, _searched(table))


def _searched(table: DataTable) -> Iterator[Row]:
    names = [heading.name for heading in table.headings]
    key, record = names.index(table.key[0]), names.index("record" if "record" in names else "id")
    read = [place for place, heading in enumerate(table.headings) if heading.read]
    for row in table.rows:
        words = "\n".join(str(row[place]) for place in read if row[place])
        if words:
            yield row[record], table.name, row[key], words
