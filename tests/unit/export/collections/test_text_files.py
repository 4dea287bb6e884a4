"""Tables as text: programs and Dutch spreadsheets each read them without being told how."""

import csv
import io

from lrt_site.export.collections import text_files
from lrt_site.relations.tables import DataTable
from tests.unit.export.collections.a_table import TABLE

NAMES = ["id", "titel", "aantal", "waarde", "open", "dag"]


def test_programs_read_commas_points_and_days() -> None:
    assert _read(text_files.csv_of(TABLE), ",") == [
        NAMES,
        ["a", "Eén; twee", "1200", "96.40", "true", "2020-06-02"],
        ["b", "'=SOM(A1)", "", "", "false", ""],
    ]


def test_dutch_spreadsheets_read_semicolons_and_decimal_commas() -> None:
    text = text_files.dutch_csv_of(TABLE)
    assert text.startswith("\ufeff")
    assert _read(text.removeprefix("\ufeff"), ";") == [
        NAMES,
        ["a", "Eén; twee", "1200", "96,40", "ja", "2020-06-02"],
        ["b", "'=SOM(A1)", "", "", "nee", ""],
    ]


def test_an_object_has_every_column_and_null_for_what_is_not_there() -> None:
    first, second = text_files.objects_of(TABLE)
    assert first == {"id": "a", "titel": "Eén; twee", "aantal": 1200, "waarde": 96.4, "open": True, "dag": "2020-06-02"}
    assert second["dag"] is None


def test_a_table_without_rows_still_names_its_columns() -> None:
    nothing = DataTable(name="leeg", about="niets", key=("id",), headings=TABLE.headings, rows=())
    assert _read(text_files.csv_of(nothing), ",") == [NAMES]


def _read(text: str, delimiter: str) -> list[list[str]]:
    return [*csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)]
