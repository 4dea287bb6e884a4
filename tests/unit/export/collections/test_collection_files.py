"""The files of the tables: each table in each form, said to be of its publication, and those of before kept."""

import io
import json
import sqlite3
from contextlib import closing

from pyarrow import parquet

from lrt_site.export.collections.collection_files import TABLE_NAMES, CollectionFiles, database_then
from tests.builders import a_meeting, a_register
from tests.unit.export.making import history_of

HISTORY = history_of((a_meeting(location="Utrecht"),), (a_meeting(location="Zwolle"),))
FOLDER = "data/v1/tabellen/"
FORMS = ("csv", "excel.csv", "json", "parquet")


def test_every_table_is_there_in_every_form() -> None:
    files = CollectionFiles(a_register(a_meeting()), None)
    alone = {"alles.sqlite", "alles.xlsx", "datapackage.json"}
    assert {*files.tables} == {*TABLE_NAMES}
    assert {*files.makers()} == {
        FOLDER + name for name in (*alone, *(f"{table}.{form}" for table in TABLE_NAMES for form in FORMS))
    }


def test_each_says_of_which_publication_it_is() -> None:
    last = HISTORY.last
    files = CollectionFiles(HISTORY.state(last), last)
    assert json.loads(files.makers()[f"{FOLDER}meeting.json"]())["publication"] == last.name
    assert json.loads(files.makers()[f"{FOLDER}datapackage.json"]())["version"] == last.name
    held = files.makers()[f"{FOLDER}meeting.parquet"]()
    assert isinstance(held, bytes)
    assert parquet.read_schema(io.BytesIO(held)).metadata[b"publication_sha256"] == last.hash.encode()


def test_the_database_of_an_earlier_publication_says_what_that_said() -> None:
    first = HISTORY.publications[0]
    ((path, data),) = database_then(HISTORY, first).items()
    assert path == f"{FOLDER}publicaties/{first.name}.sqlite"
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(data)
        assert opened.execute("SELECT location FROM meeting").fetchall() == [("Utrecht",)]
        assert opened.execute("SELECT value FROM about WHERE name = 'publication'").fetchall() == [(first.name,)]


def test_a_preview_says_that_it_is_not_published() -> None:
    files = CollectionFiles(a_register(a_meeting()), None)
    assert json.loads(files.makers()[f"{FOLDER}meeting.json"]())["publication"] is None
    assert files.about["publication"] == "nog niet gepubliceerd"
