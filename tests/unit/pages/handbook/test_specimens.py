"""A piece of a page is shown as it is there, leads nowhere, and has no name that another piece has."""

import re

import pytest

from lrt_site.pages.handbook.specimens import cut, filled

ASKED = '<div class="specimen" data-page="/a/" data-part="p.said">Alleen op een site.</div>'
HANDBOOK = f'<link rel="stylesheet" href="../static/site.css">\n<main>{ASKED}{ASKED}</main>'
PAGE = (
    '<link rel="stylesheet" href="site.css">\n<link rel="stylesheet" href="chart.css">\n'
    '<p class="long said" id="feit">Feit <a href="../b/">b</a> <a href="https://fictief.example/">c</a>'
    '<button popovertarget="noot">1</button><span id="noot" popover>Bron</span></p><p>Rest</p>'
)


def test_a_piece_is_whole_and_no_more() -> None:
    assert cut('<div><div class="a b"><div>x</div></div>y</div>', "div", "b") == '<div class="a b"><div>x</div></div>'
    assert cut('<p class="ab">x</p><p class="b">y</p>', "p", "b") == '<p class="b">y</p>'
    with pytest.raises(LookupError):
        cut('<p class="ab">x</p>', "p", "b")


def test_pieces_stand_in_their_places_with_their_style_sheets() -> None:
    html = filled(HANDBOOK, {"/a/": PAGE}.__getitem__)
    assert re.findall(r'href="\.\./static/(\w+)\.css"', html) == ["site", "chart"]
    assert html.count("Feit <a>b</a>") == 2
    assert html.count('<a href="https://fictief.example/">c</a>') == 2
    assert "Rest" not in html
    assert re.findall(r'(?:id|popovertarget)="([^"]+)"', html) == [
        "deel-1-feit", "deel-1-noot", "deel-1-noot", "deel-2-feit", "deel-2-noot", "deel-2-noot",
    ]  # fmt: skip


def test_a_page_that_asks_for_no_piece_stays_as_it_is() -> None:
    pages: dict[str, str] = {}
    assert filled("<main>Tekst</main>", pages.__getitem__) == "<main>Tekst</main>"
