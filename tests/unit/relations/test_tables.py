"""All tables together, of the real content and of the made-up table: nothing lost, and every reference leads there."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

import pytest

from lrt_site import files, schema
from lrt_site.export import v1
from lrt_site.model.register import Register
from lrt_site.relations.derived import all_tables
from lrt_site.relations.tables import PROOF, DataTable
from tests.tools.sites import ROOT

WAYS = {"format", "type", "sources_of"}
"""What a record says of itself, and what is told in the table of proofs."""


@pytest.fixture(scope="module", params=["content", "examples/fictief"])
def register(request: pytest.FixtureRequest) -> Register:
    texts, unread = files.read_content(ROOT / request.param)
    assert not unread
    return Register.of(schema.read_content(texts, PurePosixPath(request.param)).records)


@pytest.fixture(scope="module")
def tables(register: Register) -> Mapping[str, DataTable]:
    return all_tables(register)


def test_every_value_of_every_record_stands_in_a_table(register: Register, tables: Mapping[str, DataTable]) -> None:
    cells = {str(value) for table in tables.values() for row in table.rows for value in row if value is not None}
    for record in register.records.values():
        lost = {str(value) for value in _values(v1.to_v1(record)) if str(value) not in cells}
        assert not lost, record.id


def _values(data: object) -> Iterator[object]:
    if isinstance(data, Mapping):
        for name, value in data.items():
            if name not in WAYS:
                yield from _values(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _values(value)
    else:
        yield data


def test_rows_are_told_apart_by_their_keys(tables: Mapping[str, DataTable]) -> None:
    for table in tables.values():
        keys = [tuple(row[name] for name in table.key) for row in _named(table)]
        assert len(set(keys)) == len(keys), table.name


def test_every_reference_leads_to_a_row(tables: Mapping[str, DataTable]) -> None:
    for table in tables.values():
        for heading in table.headings:
            if heading.refers_to:
                other, column = heading.refers_to
                there = {row[column] for row in _named(tables[other])}
                assert {row[heading.name] for row in _named(table)} - {None} <= there, (table.name, heading.name)


def test_a_column_holds_what_it_says(tables: Mapping[str, DataTable]) -> None:
    types = {"text": str, "integer": int, "boolean": bool, "date": date}
    for table in tables.values():
        for heading in table.headings:
            held = [row[heading.name] for row in _named(table)]
            assert not (heading.required and None in held), (table.name, heading.name)
            given = [value for value in held if value is not None]
            if heading.type in types:
                assert all(type(value) is types[heading.type] for value in given), (table.name, heading.name)
            if heading.choices:
                assert set(given) <= {*heading.choices}, (table.name, heading.name)


def test_a_proof_is_of_a_row_and_a_column_that_are_there(tables: Mapping[str, DataTable]) -> None:
    keys = {name: {row[table.key[0]] for row in _named(table)} for name, table in tables.items()}
    columns = {name: {heading.name for heading in table.headings} for name, table in tables.items()}
    for proof in _named(tables[PROOF]):
        relation = str(proof["relation"])
        assert proof["row"] in keys[relation]
        assert proof["field"] in columns[relation]


def test_every_table_and_every_column_says_what_it_is(tables: Mapping[str, DataTable]) -> None:
    for table in tables.values():
        assert table.about
        assert len({heading.name for heading in table.headings}) == len(table.headings)
        assert all(heading.about for heading in table.headings)


def _named(table: DataTable) -> list[dict[str, object]]:
    names = [heading.name for heading in table.headings]
    return [dict(zip(names, row, strict=True)) for row in table.rows]
