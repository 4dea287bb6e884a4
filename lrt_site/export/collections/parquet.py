"""A table as Parquet: typed columns for programs that read many rows."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import pyarrow
from pyarrow.parquet import write_table

from lrt_site.model.numbers import DecimalNumber
from lrt_site.relations.rows import Value
from lrt_site.relations.tables import ColumnHeading, DataTable

_TYPES = {
    "text": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}


def parquet_of(table: DataTable, about: Mapping[str, str]) -> bytes:
    """The table, with what its columns mean and what is said of all tables."""
    columns = list(zip(*table.rows, strict=True)) or [()] * len(table.headings)
    schema = pyarrow.schema(
        [_field(heading) for heading in table.headings], metadata={"description": table.about, **about}
    )
    arrays = [
        pyarrow.array(map(_plain, values), type=field.type) for values, field in zip(columns, schema, strict=True)
    ]
    held = io.BytesIO()
    write_table(pyarrow.Table.from_arrays(arrays, schema=schema), held, compression="zstd")
    return held.getvalue()


def _field(heading: ColumnHeading) -> pyarrow.Field:
    kind = _TYPES[heading.type]
    return pyarrow.field(heading.name, kind, not heading.required, metadata={"description": heading.about})


def _plain(value: Value) -> Any:
    return float(value.text) if isinstance(value, DecimalNumber) else value
