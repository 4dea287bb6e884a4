"""Every table of a page is finished in one way, whoever wrote it."""

import re

import pytest

from lrt_site.tabling import framed, tables_of, with_tables, words_in

NOTE = (
    '<sup class="ref" id="bij-noot-1-2"><a href="#bron-1">1, 2</a><button popovertarget="noot-1-2"></button></sup>'
    '<span class="source-note" id="noot-1-2"><span class="entry"><b>1</b> Boek. <span class="mark">vast</span></span>'
    '<span class="entry"><b>2</b> Brief. <span class="mark">vast</span></span></span>'
)


def table(*rows: str, columns: tuple[str, ...] = ("Naam", "Haven"), region: str = 'aria-label="Schepen"') -> str:
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return (
        f'<div class="table" role="region" tabindex="0" {region}>\n<table>\n<caption>Alle</caption>\n'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n</div>\n"
    )


def row(heading: str, *cells: str) -> str:
    return f'<th scope="row">{heading}</th>' + "".join(f"<td>{cell}</td>" for cell in cells)


def finished(html: str, *, living: bool = True) -> str:
    return with_tables(html, living=living)


def ids(html: str) -> list[str]:
    return re.findall(r'<tr[^>]* id="([^"]+)"', html)


def test_a_page_without_tables_stays_as_it_is() -> None:
    assert finished("<main>Niets</main>") == "<main>Niets</main>"


def test_each_cell_tells_the_name_of_its_column() -> None:
    html = finished(table(row("Meeuw", "Oost", "4"), columns=("Naam", "Haven & kade", "Masten")))
    assert re.findall(r'data-label="([^"]*)"', html) == ["Haven &amp; kade", "Masten"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ('<td class="number">1</td><td class="number">2</td>', "as-matrix"),
        ('<td>x</td><td class="number">2</td>', "as-cards"),
    ],
)
def test_only_a_table_of_numbers_keeps_its_columns(cells: str, kind: str) -> None:
    assert f'class="table {kind}"' in finished(table(f'<th scope="row">Meeuw</th>{cells}', columns=("Naam", "1", "2")))


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ('<a href="../vloot/s-meeuw/">De Meeuw</a>', "s-meeuw"),
        ('<a href="../vloot/#s-meeuw">De Meeuw</a>', "s-meeuw"),
        ('De Zeeën <sup class="ref"><a href="#bron-1">1</a></sup> <span class="mark">vast</span>', "de-zeeen"),
        (f"De Zeeën{NOTE}", "de-zeeen"),
        (f'<span class="said">De Zeeën <span class="cited">(samen: {NOTE})</span></span>', "de-zeeen"),
        ("…", "rij"),
    ],
)
def test_a_row_is_called_after_its_record_or_else_its_words(heading: str, name: str) -> None:
    assert ids(finished(table(row(heading, "Oost")))) == [f"schepen-{name}"]


def test_rows_of_one_name_are_all_told_apart_by_their_next_cell_and_only_equal_rows_by_a_number() -> None:
    rows = (row("2016", "Oost"), row("2016", "West"), row("2017", "Oost"), row("2016", "West"))
    assert ids(finished(table(*rows))) == [
        "schepen-2016-oost",
        "schepen-2016-west",
        "schepen-2017",
        "schepen-2016-west-2",
    ]


def test_a_row_that_holds_a_fact_with_an_id_is_found_by_that() -> None:
    html = finished(table(row("2016", '<span class="said" id="f-1">Oost</span>')))
    assert (ids(html), 'class="row-link" href="#f-1"' in html) == ([], True)
    assert [found.id for found in next(tables_of(html)).rows] == ["f-1"]


def test_no_two_things_on_a_page_get_one_id() -> None:
    html = finished(f'<h2 id="schepen-meeuw">Schepen</h2>{table(row("Meeuw", "Oost")) * 2}')
    found = re.findall(r'\bid="([^"]+)"', html)
    assert sorted(found) == sorted(set(found))
    assert [one.name for one in tables_of(html)] == ["schepen", "schepen-2"]


def test_only_a_page_that_lives_leads_to_files() -> None:
    now, then = (finished(table(row("Meeuw", "Oost")), living=living) for living in (True, False))
    assert re.findall(r'<a href="(schepen\.\w+)"', now) == ["schepen.csv", "schepen.json"]
    assert ("schepen.csv" in then, 'href="#tabel-schepen"' in then) == (False, True)


def test_a_table_is_read_as_it_was_written() -> None:
    (found,) = tables_of(finished(table(row("Meeuw", "Oost"), row("Stern", "West"), region='aria-labelledby="vloot"')))
    assert (found.name, found.caption, found.headings) == ("vloot", "Alle", ("Naam", "Haven"))
    assert [words_in(one.cells[1]) for one in found.rows] == ["Oost", "West"]


def test_a_table_of_the_handbook_gets_a_caption_scopes_and_headings_of_rows() -> None:
    plain = (
        '<h2 id="kop">Schepen<a class="headerlink" href="#kop">¶</a></h2>\n<table>\n<thead>\n<tr>\n<th>Naam</th>\n'
        '<th style="text-align: right">Haven</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Meeuw</td>\n<td>Oost</td>\n'
        "</tr>\n</tbody>\n</table>"
    )
    html = framed(plain * 2)
    assert re.findall(r"<caption>(.*?)</caption>", html) == ["Tabel 1: Schepen", "Tabel 2: Schepen"]
    assert re.findall(r'<th scope="(\w+)"', html) == ["col", "col", "row"] * 2
    assert [found.rows[0].cells[1] for found in tables_of(html)] == ["Oost", "Oost"]
    assert "<thead>\n<tr>\n<td></td>" in framed(plain.replace("<th>Naam</th>", "<th></th>"))
    assert framed("<p>Geen tabel</p>") == "<p>Geen tabel</p>"
