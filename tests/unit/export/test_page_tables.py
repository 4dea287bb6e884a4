"""The tables of a page stand beside it as files, with the values that it shows."""

import csv
import io
import json

from lrt_site.export import page_tables
from lrt_site.tabling import with_tables

PAGE = """<main><div class="table" role="region" tabindex="0" aria-label="Schepen">
<table>
<caption>Alle schepen</caption>
<thead><tr><th scope="col">Schip</th><th scope="col" class="number">Lengte</th><th scope="col">Haven</th></tr></thead>
<tbody>
<tr><th scope="row"><a href="s-meeuw/">Meeuw</a></th><td class="number">1.200</td><td>Oost<sup class="ref"><a href="#bron-1">1</a><button popovertarget="noot-1"></button></sup></td></tr>
<tr><th scope="row">=Stern</th><td class="number">−3,5</td><td></td></tr>
</tbody>
</table>
</div>
</main><ol><li id="bron-1">Boek. <a class="more" href="../bronnen/s-boek/">Meer</a></li></ol>"""  # noqa: E501


def made(html: str, *, publication: str | None = "2026-01-02") -> dict[str, str]:
    finished = with_tables(html, living=True)
    return dict(page_tables.files("/vloot/", "De vloot", finished, "https://t.example/lrt/", publication))


def test_a_file_has_the_values_with_what_belongs_to_them_in_columns_of_their_own() -> None:
    files = made(PAGE)
    assert list(files) == ["vloot/schepen.csv", "vloot/schepen.json"]
    data = json.loads(files["vloot/schepen.json"])
    assert data == {
        "$schema": "../data/v1/schema/page-table.json",
        "format": "page-table/v1",
        "title": "Alle schepen",
        "page": "De vloot",
        "address": "https://t.example/lrt/vloot/#tabel-schepen",
        "publication": "2026-01-02",
        "columns": ["Schip", "Schip (adres)", "Lengte", "Haven", "Haven (bronnen)", "Vaste link"],
        "rows": [
            [
                "Meeuw",
                "https://t.example/lrt/vloot/s-meeuw/",
                1200,
                "Oost",
                "s-boek",
                "https://t.example/lrt/vloot/#schepen-s-meeuw",
            ],
            ["=Stern", None, "-3.5", None, None, "https://t.example/lrt/vloot/#schepen-stern"],
        ],
    }


def test_csv_says_the_same_and_holds_no_formula_nor_takes_a_number_for_one() -> None:
    text = made(PAGE)["vloot/schepen.csv"]
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [row[:4] for row in rows] == [
        ["Schip", "Schip (adres)", "Lengte", "Haven"],
        ["Meeuw", "https://t.example/lrt/vloot/s-meeuw/", "1200", "Oost"],
        ["'=Stern", "", "-3.5", ""],
    ]
    assert text.count("\r\n") == text.count("\n") == 3


def test_a_preview_names_no_publication_and_a_page_without_tables_has_no_files() -> None:
    assert json.loads(made(PAGE, publication=None)["vloot/schepen.json"])["publication"] is None
    assert made("<main>Niets</main>") == {}


def test_columns_of_one_heading_are_told_apart() -> None:
    data = json.loads(made(PAGE.replace("Haven", "Schip"))["vloot/schepen.json"])
    assert data["columns"] == ["Schip", "Schip (adres)", "Lengte", "Schip [2]", "Schip (bronnen)", "Vaste link"]


def test_a_heading_that_looks_like_a_second_one_stays_apart_too() -> None:
    html = PAGE.replace(">Lengte<", ">Schip<").replace(">Haven<", ">Schip [2]<")
    columns = json.loads(made(html)["vloot/schepen.json"])["columns"]
    assert columns[::2] == ["Schip", "Schip [2]", "Schip [2] (bronnen)"]
    assert len(columns) == len(set(columns))
