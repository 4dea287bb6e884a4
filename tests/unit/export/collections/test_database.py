"""All tables as one database: what is in it, what holds in it, and what can be asked of it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import apsw
import pytest

from lrt_site.export.collections.collection_files import CollectionFiles
from lrt_site.export.collections.database import database_of, quoted
from tests.builders import a_commitment, a_deadline, a_meeting, a_register, a_status, on
from tests.unit.export.collections.a_table import PARTS, TABLE

REGISTER = a_register(
    a_meeting(),
    a_commitment(
        date=on("2020-06-02"),
        deadlines=(a_deadline(deadline=on("2020-07-01"), set_on=on("2020-06-02")),),
        status_events=(a_status(status="openstaand", decided_on=on("2020-06-02"), as_shown_at=None),),
    ),
)


@pytest.fixture(scope="module")
def database() -> Iterator[sqlite3.Connection]:
    """The database of a few records, as any program opens it."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(CollectionFiles(REGISTER, None).database())
        yield opened


def test_it_is_whole_and_every_reference_leads_to_a_row(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_table_has_its_rows(database: sqlite3.Connection) -> None:
    for name, table in CollectionFiles(REGISTER, None).tables.items():
        assert database.execute(f"SELECT count(*) FROM {quoted(name)}").fetchone() == (len(table.rows),)


def test_words_are_found_whatever_their_accents() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        made.deserialize(_of_parts())
        found = made.execute("SELECT record, row FROM search WHERE search MATCH 'cafe'").fetchall()
    assert found == [("a", "a/1")]


def test_a_view_says_since_when_a_commitment_is_overdue(database: sqlite3.Connection) -> None:
    ((status, overdue, days, as_of),) = database.execute(
        "SELECT status, overdue, days_overdue, value FROM commitment_now, about WHERE name = 'as_of'"
    ).fetchall()
    assert (status, overdue) == ("openstaand", "ja")
    assert days == (REGISTER.site.sources_checked_on.latest - on("2020-07-01").latest).days
    assert as_of == str(REGISTER.site.sources_checked_on)


@pytest.mark.parametrize("view", ["commitment_now", "figure", "held_meeting", "seat_now", "source_use"])
def test_every_view_can_be_asked(database: sqlite3.Connection, view: str) -> None:
    database.execute(f"SELECT * FROM {view}").fetchall()


def test_the_meaning_of_every_column_is_in_it(database: sqlite3.Connection) -> None:
    told = database.execute("SELECT about FROM dictionary WHERE \"table\" = 'meeting' AND \"column\" = 'location'")
    assert told.fetchone() == ("plaats",)


def test_the_same_records_are_the_same_bytes() -> None:
    assert _of_parts() == _of_parts()


def test_a_row_that_refers_to_nothing_is_refused() -> None:
    with pytest.raises(apsw.ConstraintError):
        database_of([PARTS, replace(TABLE, rows=())], {"as_of": "2020-01-01"})


def _of_parts() -> bytes:
    return database_of([*CollectionFiles(REGISTER, None).tables.values(), TABLE, PARTS], {"as_of": "2020-01-01"})
