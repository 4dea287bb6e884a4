"""A table as Parquet: read back it is the table, with its types and what they mean."""

import io

from pyarrow import parquet as reader

from lrt_site.export.collections.parquet import parquet_of
from lrt_site.relations.tables import DataTable
from tests.unit.export.collections.a_table import TABLE

MARK = {"publication": "2026-11-28"}


def test_it_is_read_back_as_it_was() -> None:
    read = reader.read_table(io.BytesIO(parquet_of(TABLE, MARK)))
    assert [str(field.type) for field in read.schema] == ["string", "string", "int64", "double", "bool", "date32[day]"]
    assert read.to_pylist() == [
        dict(zip(read.schema.names, ("a", "Eén; twee", 1200, 96.4, True, TABLE.rows[0][5]), strict=True)),
        dict(zip(read.schema.names, ("b", "=SOM(A1)", None, None, False, None), strict=True)),
    ]


def test_it_says_what_it_is_and_what_its_columns_mean() -> None:
    schema = reader.read_table(io.BytesIO(parquet_of(TABLE, MARK))).schema
    assert schema.metadata[b"publication"] == b"2026-11-28"
    assert schema.field("dag").metadata[b"description"] == b"dag"
    assert not schema.field("id").nullable


def test_a_table_without_rows_keeps_its_columns() -> None:
    nothing = DataTable(name="leeg", about="niets", key=("id",), headings=TABLE.headings, rows=())
    assert reader.read_table(io.BytesIO(parquet_of(nothing, MARK))).num_columns == len(TABLE.headings)


def test_the_same_table_is_the_same_bytes() -> None:
    assert parquet_of(TABLE, MARK) == parquet_of(TABLE, MARK)
