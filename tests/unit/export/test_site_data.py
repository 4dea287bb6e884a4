"""All data beside the pages: a file a record, an index of all, and figures as a table."""

import csv
import io
import json
import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lrt_site.export import site_data, v1
from lrt_site.model.facts import FieldSources
from lrt_site.model.numbers import DecimalNumber
from tests.builders import SOURCE, a_meeting, a_register, a_series, an_observation
from tests.tools.sites import ROOT

HANDBOOK = ROOT / "docs/data/index.md"
FORMULA = tuple("=+-@＝＋－＠")
"""What a cell begins with that a spreadsheet runs."""
AS_OF = date(2026, 1, 15)
VALUES = (
    an_observation(verified=False, note="=SOM(A1)", also_source=("s-b", "s-c")),
    an_observation(part="deel; met teken", sources_of=(FieldSources(fields=("value", "unit"), sources=(SOURCE,)),)),
)
FILES = site_data.files(a_register(a_meeting(), a_series(observations=VALUES)), AS_OF)


def test_the_index_names_every_record_with_its_page_and_its_data() -> None:
    index = json.loads(FILES["data/v1/index.json"])
    assert {
        "type": "meeting",
        "id": "m-2020-06-15",
        "page": "/vergaderingen/m-2020-06-15/",
        "data": "/data/v1/meeting/m-2020-06-15.json",
    } in index["records"]
    assert {row["data"].removeprefix("/") for row in index["records"]} <= FILES.keys()


def test_the_data_of_a_record_are_the_record() -> None:
    parsed = json.loads(FILES["data/v1/meeting/m-2020-06-15.json"])
    assert v1.from_v1({key: value for key, value in parsed.items() if key != "$schema"}) == a_meeting()


def test_figures_are_a_table_that_no_spreadsheet_runs() -> None:
    (path,) = (path for path in FILES if path.endswith(".csv"))
    first, second = csv.DictReader(io.StringIO(FILES[path], newline=""))
    assert (first["value"], first["date"], first["verified"], first["note"]) == (
        "1200",
        "2021-05-17",
        "false",
        "'=SOM(A1)",
    )
    assert (first["also_source"], first["part"]) == ("s-b s-c", "")
    assert (second["part"], second["sources_of"]) == ("deel; met teken", f"value unit: {SOURCE}")
    assert "\r\n" in FILES[path]


@given(st.text("=+-@＝＋－＠'\t\r\n; a", max_size=8) | st.text())
def test_every_text_of_a_table_is_no_formula_and_comes_back_by_the_rule_of_the_handbook(text: str) -> None:
    ((cell,),) = csv.reader(io.StringIO(site_data.as_csv([[text]]), newline=""), strict=True)
    for separator in (None, ";", "\t", "\n", "\r"):
        assert not any(part.startswith(FORMULA) for part in (cell.split(separator) if separator else [cell]))
    (rule,) = re.findall(r'^re\.sub\(r"(.*)", "", cel\)$', HANDBOOK.read_text("utf-8"), re.MULTILINE)
    assert re.sub(rule, "", cell) == text


def test_a_number_below_zero_stays_one() -> None:
    assert site_data.as_csv([[-5, DecimalNumber("-0.50"), "-5"]]) == "-5,-0.50,'-5\r\n"


def test_what_is_missing_on_a_day_is_data_too() -> None:
    assert "stilte-verslag-m-2020-06-15" in FILES["data/v1/stilte.json"]
