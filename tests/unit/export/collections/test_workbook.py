"""All tables as one workbook: a sheet each, with the types that a spreadsheet can count and sort with."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from lrt_site.export.collections.workbook import CONTENTS, workbook_of
from tests.unit.export.collections.a_table import PARTS, TABLE

MADE = date(2026, 11, 28)
ABOUT = {"title": "Verzonnen site", "publication": "2026-11-28"}
LONG = replace(PARTS, name="onderdelen_met_een_heel_erg_lange_naam")


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(workbook_of([TABLE, LONG, replace(LONG, name=f"{LONG.name}_2")], ABOUT, MADE)))


def test_the_first_sheet_says_of_what_it_is_and_where_everything_is(book: Workbook) -> None:
    assert book.sheetnames[0] == CONTENTS
    rows = [[cell.value for cell in row] for row in book[CONTENTS].iter_rows()]
    assert rows[1][:2] == ["publication", "2026-11-28"]
    assert [row[0] for row in rows[4:]] == [TABLE.name, LONG.name, f"{LONG.name}_2"]
    assert rows[4][1:3] == [TABLE.about, 2]
    assert "dag: dag" in str(rows[4][3])


def test_every_table_has_a_sheet_whose_name_a_spreadsheet_takes(book: Workbook) -> None:
    assert len({name.casefold() for name in book.sheetnames}) == 4
    assert all(len(name) <= 31 for name in book.sheetnames)


def test_days_and_numbers_are_days_and_numbers(book: Workbook) -> None:
    sheet = book[TABLE.name]
    assert [cell.value for cell in sheet[2]] == ["a", "Eén; twee", 1200, 96.4, True, datetime(2020, 6, 2)]  # noqa: DTZ001
    assert [cell.value for cell in sheet[3]] == ["b", "=SOM(A1)", None, None, False, None]


def test_no_text_runs_as_a_formula(book: Workbook) -> None:
    assert book[TABLE.name]["B3"].data_type == "s"


def test_the_same_tables_are_the_same_bytes() -> None:
    assert workbook_of([TABLE], ABOUT, MADE) == workbook_of([TABLE], ABOUT, MADE)
