"""The one component of all tables: what it writes of a caption, headings, rows and cells."""

from dataclasses import dataclass
from typing import ClassVar

import pytest

from lrt_site import files
from lrt_site.model.facts import Backing
from lrt_site.pages.shared.common import Frame, Said
from lrt_site.pages.shared.references import Reference
from lrt_site.pages.shared.table import Cell, Column, FilledTable, filled, number
from lrt_site.render import Renderer
from lrt_site.wording.runs import Link, Run
from tests.builders import a_register
from tests.tools.rendering import SURROUNDINGS
from tests.tools.sites import ROOT

IMPORTED = '{% from "shared/table.html.jinja" import filled_table, table_of with context %}'
SOURCES = '{% for number, _ in listed_sources() %}<b id="bron-{{ number }}"></b>{% endfor %}'
SOURCE = Reference("s-1", "Bron", "Uitgever", "2020", None, False, True, "/bronnen/s-1/")


@dataclass(frozen=True, slots=True)
class TablePage:
    """A page that holds one table."""

    template: ClassVar[str] = "table"

    table: FilledTable
    frame: Frame


def written(template: str, table: FilledTable) -> str:
    page = TablePage(table, Frame("/vloot/", "Vloot", "Vloot.", (), references=(SOURCE,)))
    templates = {**files.read_templates(ROOT / "templates")[0], "table": f"{IMPORTED}<main>{template}</main>{SOURCES}"}
    html, _ = Renderer(templates, "/").page(page, a_register(), SURROUNDINGS)
    return html.partition("<main>")[2].partition("</main>")[0]


def a_table(*cells: Cell, heading: str | Column = "Haven") -> FilledTable:
    return filled("Schepen", ("Naam", heading), (("Zeemeeuw", *cells),))


def test_a_filled_table_has_a_caption_scopes_and_a_region_that_a_keyboard_reaches() -> None:
    assert written('{{ filled_table(table, label="Alle schepen") -}}', a_table("Oost")) == (
        '<div class="table as-cards" role="region" tabindex="0" aria-label="Alle schepen">\n'
        '<table id="tabel-alle-schepen">\n'
        "<caption>Schepen</caption>\n"
        '<thead><tr><th scope="col">Naam</th><th scope="col">Haven</th></tr></thead>\n'
        "<tbody>\n"
        '<tr id="alle-schepen-zeemeeuw"><th scope="row">Zeemeeuw<a class="row-link" href="#alle-schepen-zeemeeuw"'
        ' aria-label="Vaste link naar deze rij"></a></th><td data-label="Haven">Oost</td></tr>\n'
        "</tbody>\n"
        "</table>\n"
        "</div>\n"
        '<p class="files">Deze tabel: '
        '<a href="alle-schepen.csv" aria-label="CSV van Alle schepen">CSV</a> · '
        '<a href="alle-schepen.json" aria-label="JSON van Alle schepen">JSON</a> · '
        '<a href="#tabel-alle-schepen" aria-label="link per rij van Alle schepen">link per rij</a></p>\n'
    )


@pytest.mark.parametrize(
    ("given", "opened"),
    [
        ("", 'aria-label="Schepen">\n<table id="tabel-schepen">'),
        ('named_by="vloot"', 'aria-labelledby="vloot">\n<table id="tabel-vloot">'),
        ('id="v", style="firm", table_id="t"', 'id="v" aria-label="Schepen">\n<table class="firm" id="t">'),
    ],
)
def test_a_table_is_named_by_what_it_is_given_or_else_by_its_caption(given: str, opened: str) -> None:
    template = f"{{{{ filled_table(table{', ' if given else ''}{given}) -}}}}"
    assert written(template, a_table("Oost")).startswith(
        f'<div class="table as-cards" role="region" tabindex="0" {opened}'
    )


def test_what_follows_from_the_day_is_marked_as_such() -> None:
    assert written("{{ filled_table(table, today=true) -}}", a_table("Oost")).startswith(
        '<div class="table as-cards today" '
    )


@pytest.mark.parametrize(
    ("cell", "html"),
    [
        ("<Oost>", "&lt;Oost&gt;"),
        (Link("Oost", "/vloot/oost/"), '<a href="oost/">Oost</a>'),
        ((Link("Oost", "/vloot/oost/"), "West"), '<a href="oost/">Oost</a>, West'),
        (
            Said((Run("in Oost"),), None, (), Backing(("s-1",)), (), ()),
            '<span class="said">in Oost<sup class="ref" id="bij-noot-1"><a href="#bron-1" aria-label="Bron 1">1</a>'
            '<button type="button" popovertarget="noot-1" aria-label="Bron 1" data-label="1"></button></sup>'
            '<span class="source-note" id="noot-1" popover role="note" aria-label="Bron 1">'
            '<span class="entry"><b>1</b> <cite>Bron</cite>. Uitgever, 2020.</span></span></span>',
        ),
    ],
)
def test_a_cell_holds_text_a_link_a_fact_or_several(cell: Cell, html: str) -> None:
    assert f'<td data-label="Haven">{html}</td>' in written("{{ filled_table(table) -}}", a_table(cell))


@pytest.mark.parametrize(
    ("heading", "head", "cell"),
    [
        (
            number("Lengte"),
            '<th scope="col" class="number">Lengte</th>',
            '<td class="number">12</td>',
        ),
        (
            Column("Lengte", cells="value"),
            '<th scope="col">Lengte</th>',
            '<td class="value" data-label="Lengte">12</td>',
        ),
        (
            Column(Link("Lengte", "/vloot/#l"), "version", (Link("bronnen verschillen", "/tegenspraak/t/"),)),
            '<th scope="col" class="version"><a href="./#l">Lengte</a>'
            ' <a class="mark mark-contradiction" href="../tegenspraak/t/">bronnen verschillen</a></th>',
            '<td data-label="Lengte">12</td>',
        ),
    ],
)
def test_a_column_can_be_of_numbers_of_a_kind_or_disputed(heading: Column, head: str, cell: str) -> None:
    html = written("{{ filled_table(table) -}}", a_table("12", heading=heading))
    assert (head in html, cell in html) == (True, True)


def test_rows_that_a_template_writes_itself_stand_in_body_and_foot() -> None:
    template = (
        '{% call(row) table_of(["a", "b"], "Schepen", ["Naam", ("Lengte", "number")], foot=["c"], style="firm") %}\n'
        '<tr><th scope="row">{{ row }}</th><td>1</td></tr>\n'
        "{% endcall %}\n"
    )
    html = written(template, a_table("Oost"))
    assert '<thead><tr><th scope="col">Naam</th><th scope="col" class="number">Lengte</th></tr></thead>' in html
    assert [part.count("<tr") for part in (html.split("<tbody>")[1], html.split("<tfoot>")[1])] == [3, 1]
    assert "\n\n" not in html


def test_a_row_with_a_cell_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="Schepen"):
        a_table()
