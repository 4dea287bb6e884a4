"""All tables of a state of the records: what each is about, which columns it has, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.register import KINDS, Register
from lrt_site.relations.rows import Row, rows_of
from lrt_site.relations.shape import ColumnType, FieldColumn, Relation, relations
from lrt_site.wording.fields import FIELD_WORDS

RECORD = "record"
PROOF = "proof"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnHeading:
    """What a column is called, and what stands in it."""

    name: str
    type: ColumnType
    about: str
    """In Dutch."""
    required: bool = False
    refers_to: tuple[str, str] | None = None
    """The table, and the column of it, whose values these are."""
    choices: tuple[str, ...] = ()
    """The words that it can be, where it is one of a few."""
    read: bool = False
    """Whether it holds words that people read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table: its columns and its rows, in the order of records and of what stands in them."""

    name: str
    about: str
    """In Dutch."""
    key: tuple[str, ...]
    """The columns that tell its rows apart."""
    headings: tuple[ColumnHeading, ...]
    rows: Sequence[Row]


def tables_of(register: Register) -> tuple[DataTable, ...]:
    """The list of all records, a table of every relation, and the table of which source says what."""
    found = rows_of(register)
    return (
        DataTable(name=RECORD, about="alle onderdelen", key=("id",), headings=_RECORD_HEADINGS, rows=found.records),
        *(_table(relation, found.of_relation[name]) for name, relation in relations().items()),
        DataTable(
            name=PROOF,
            about="welke bron wat zegt: van elke rij en elke kolom",
            key=("relation", "row", "field", "source"),
            headings=_PROOF_HEADINGS,
            rows=found.proofs,
        ),
    )


def _table(relation: Relation, rows: Sequence[Row]) -> DataTable:
    return DataTable(
        name=relation.name,
        about=_about(relation),
        key=("id",) if relation.is_of_records else ("row",),
        headings=tuple(_headings(relation)),
        rows=rows,
    )


def _about(relation: Relation) -> str:
    kind = kinds.BY_NAME[relation.kind]
    return kind.about if relation.is_of_records else f"van {kind.one}: {': '.join(words_of(relation))}"


def words_of(relation: Relation) -> tuple[str, ...]:
    """The way from a record to a list in it, in Dutch."""
    if relation.within is None:
        return ()
    return (*words_of(relations()[relation.within]), " ".join(FIELD_WORDS[name] for name in relation.path))


def _headings(relation: Relation) -> Iterator[ColumnHeading]:
    if relation.within is not None:
        owner = relations()[relation.within]
        yield ColumnHeading(name="row", type="text", about="kenmerk van de rij", required=True)
        yield ColumnHeading(
            name="record",
            type="text",
            about="kenmerk van het record",
            required=True,
            refers_to=(RECORD, "id"),
        )
        yield ColumnHeading(
            name="within",
            type="text",
            about="kenmerk van de rij waar dit in staat",
            required=True,
            refers_to=(owner.name, "id" if owner.is_of_records else "row"),
        )
        yield ColumnHeading(name="position", type="integer", about="plaats in de lijst, vanaf 1", required=True)
    yield from map(_heading, relation.columns)
    if relation.is_of_records:
        yield from _ADDRESSES


def _heading(column: FieldColumn) -> ColumnHeading:
    words = ": ".join(FIELD_WORDS[name] for name in column.path or (column.field.name,))
    reading = _PROOFS_LISTED if column.reading == "joined" and _is_of_sources(column) else _READINGS[column.reading]
    return ColumnHeading(
        name=column.name,
        type=column.type,
        about=words + reading,
        required=column.required,
        refers_to=_referred(column),
        choices=column.field.choices if column.reading == "as it is" else (),
        read=column.reading == "as it is" and column.field.is_read,
    )


def _is_of_sources(column: FieldColumn) -> bool:
    return column.field.refers_to == "source" and column.field.beside is not None


_PROOFS_LISTED = f" (alles bij elkaar; welke bron wat zegt, staat in de tabel {PROOF})"
_READINGS = {
    "as it is": "",
    "joined": " (alles bij elkaar; ook als eigen tabel)",
    "earliest": ", op zijn vroegst",
    "latest": ", op zijn laatst",
    "as written": ", zoals de bron het schrijft",
}


def _referred(column: FieldColumn) -> tuple[str, str] | None:
    """The table in which what an id is of stands, where that is always one and the same."""
    named = column.field.refers_to
    if column.reading != "as it is" or named is None or named not in KINDS:
        return None
    # The id of a table can be that of the national one or of a provincial one: both are records.
    return (RECORD if named == "table" else named), "id"


def texts(*told: tuple[str, str], required: bool = True) -> tuple[ColumnHeading, ...]:
    """Columns of text, by their names and what they are about."""
    return tuple(ColumnHeading(name=name, type="text", about=about, required=required) for name, about in told)


_ADDRESSES = texts(("web_page", "adres van de pagina"), ("web_data", "adres van de gegevens"))
_RECORD_HEADINGS = (
    *texts(("id", "kenmerk"), ("kind", "soort"), ("called", "naam of titel")),
    *_ADDRESSES,
)
_PROOF_HEADINGS = (
    *texts(("relation", "tabel"), ("row", "kenmerk van de rij"), ("field", "kolom")),
    ColumnHeading(name="source", type="text", about="bron", required=True, refers_to=("source", "id")),
    ColumnHeading(
        name="says_all",
        type="boolean",
        about="of elke genoemde bron dit helemaal zegt; zo niet, dan zeggen zij het samen",
        required=True,
    ),
)
