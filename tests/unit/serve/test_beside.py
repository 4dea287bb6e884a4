"""A problem stands beside the text of its line, wherever a page has it; else it stands nowhere."""

import pytest

from lrt_site.serve.beside import beside

NOTE = '<div class="voorbeeld-melding" role="note">{}</div>'
PAGE = (
    "<body><p>De raming voor 2026 is lager.</p><main><h1>Vergadering van deze dag</h1>"
    '<ul><li>De raming voor <a href="x">2026</a> is lager.<sup class="ref"><button>1</button></sup></li></ul>'
    "<table><tr><td>Deze cel heeft tekst</td></tr></table><p>Een &amp; ander: de lange alinea gaat nog door.</p></main>"
)


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("  - text: De raming voor 2026 is lager.", "</sup>"),
        ("title: Vergadering van deze dag", "</h1>"),
        ("Deze **cel** heeft [tekst](ergens.md)", "heeft tekst"),
        ("  - Besproken: de raming voor 2026 is lager.", "</sup>"),
        ("Een & ander: de lange alinea", "gaat nog door.</p>"),
    ],
)
def test_it_stands_with_the_text_of_its_line(line: str, after: str) -> None:
    page = beside(PAGE, [(1, "X")], [line])
    assert page.count("voorbeeld-melding") == 1
    assert f"{after}{NOTE.format('X')}" in page
    assert page.replace(NOTE.format("X"), "") == PAGE


def test_a_line_that_is_not_there_is_looked_for_above_it() -> None:
    lines = ["title: Vergadering van deze dag", "a: b", "date: geen datum", "", "niets van dit alles"]
    assert f"</h1>{NOTE.format('X')}" in beside(PAGE, [(3, "X")], lines)
    assert beside(PAGE, [(5, "X")], lines) == PAGE


@pytest.mark.parametrize("line", ["", "2026", "deze woorden staan nergens", "   "])
def test_what_is_nowhere_or_anywhere_has_no_place(line: str) -> None:
    assert beside(PAGE, [(1, "X")], [line]) == PAGE
    assert beside("geen pagina", [(1, "X")], ["title: Vergadering van deze dag"]) == "geen pagina"


def test_problems_of_one_text_keep_their_order() -> None:
    page = beside(PAGE, [(1, "A"), (1, "B")], ["Vergadering van deze dag"])
    assert f"</h1>{NOTE.format('A')}{NOTE.format('B')}" in page
