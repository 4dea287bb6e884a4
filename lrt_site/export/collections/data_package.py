"""The description of the tables for programs: a Data Package, version 2.0.

https://datapackage.org/standard/data-package/
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from lrt_site.relations.tables import ColumnHeading, DataTable

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean", "date": "date"}


def data_package_of(
    tables: Sequence[DataTable], csv_files: Mapping[str, bytes], about: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The description of all tables and of the file of each as CSV, which stands beside it.

    `about` holds what is said of the package as a whole.
    """
    return {
        "$schema": PROFILE,
        **about,
        "resources": [_resource(table, csv_files[table.name]) for table in tables],
    }


def _resource(table: DataTable, data: bytes) -> Mapping[str, Any]:
    foreign = [
        {"fields": [heading.name], "reference": {"resource": heading.refers_to[0], "fields": [heading.refers_to[1]]}}
        for heading in table.headings
        if heading.refers_to
    ]
    return {
        "name": table.name,
        "title": table.about,
        "type": "table",
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(heading) for heading in table.headings],
            "primaryKey": list(table.key),
            **({"foreignKeys": foreign} if foreign else {}),
        },
    }


def _field(heading: ColumnHeading) -> Mapping[str, Any]:
    constraints: dict[str, Any] = {}
    if heading.required:
        constraints["required"] = True
    if heading.choices:
        constraints["enum"] = list(heading.choices)
    return {
        "name": heading.name,
        "type": _TYPES[heading.type],
        "description": heading.about,
        **({"constraints": constraints} if constraints else {}),
    }
