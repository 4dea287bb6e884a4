"""What a page says becomes what is searched, each place by itself, and nothing of what stands around it."""

import re

from lrt_site.pages.search.catalogue import SearchFacets
from lrt_site.searching import LONGEST_LIST, documents, places

PAGE = """<html><body><nav>Menu</nav><main id="inhoud"><h1>Titel &amp; meer</h1>
<div class="clock">Stand van gisteren</div>
<p id="feit">Het dossier 35 570 VI<sup class="ref">1</sup> gaat over asielopvang</p>
<ul><li>eerst</li><li>dan</li></ul>
<dl><div id="een"><dt>Een</dt><dd>De <a href="x">noodopvang</a>.</dd></div><div id="twee">Twee</div></dl>
<h2 id="kop">Een kop</h2><p>Slot van https://elders.example/pad.</p>
<div class="margin"><section class="sources">Bron</section></div></main></body></html>"""


def fields_of(document: str) -> dict[str, str]:
    return dict(re.findall(r'data-pagefind-meta="(\w+)\[content\]" content="([^"]*)"', document))


def body_of(document: str) -> str:
    return document.partition("<body")[2].partition(">")[2].partition("</body>")[0]


def test_a_page_and_its_parts_are_places_with_their_own_text() -> None:
    found = {place.address: place for place in places("/p/", PAGE, {"een", "twee"})}
    assert {*found} == {"/p/", "/p/#een", "/p/#twee"}
    assert found["/p/"].title == "Titel & meer"
    assert found["/p/"].html == (
        '<a id="feit"></a>Het dossier 35 570 VI gaat over asielopvang · eerst · dan '
        '<h2 id="kop">Een kop</h2> Slot van https://elders.example/pad.'
    )
    assert found["/p/#een"].html == "Een · De noodopvang."
    assert found["/p/#twee"].html == "Twee"


def test_a_handbook_is_found_by_its_sections() -> None:
    text = '<h1>Boek</h1><p>Voor.</p><h2 id="a">Aa</h2><p>Na.</p><h3 id="b">Be</h3>'
    page = f"<main><p>Pad</p><article>{text}</article><p>Vorige</p></main>"
    found = [(place.address, place.title, place.html) for place in places("/handboek/", page, set(), by_section=True)]
    assert found == [
        ("/handboek/", "Boek", "Voor."),
        ("/handboek/#a", "Boek: Aa", ' Na. <h3 id="b">Be</h3>'),
    ]


def test_a_document_marks_compounds_and_numbers_and_has_what_means_the_same_beside_it() -> None:
    facets = SearchFacets("Bronnen", years=("2021",), names=("De Bron",), known_as=("DB",))
    (document,) = documents({"/p/": PAGE}, {"/p/": facets}, (("asielopvang", "azc"),))
    assert "35^570 VI gaat over asiel^opvang" in body_of(document)
    assert "elders.example" not in document
    assert fields_of(document) == {
        "kop": "Titel &amp; meer",
        "adres": "/p/",
        "titel": "Titel &amp; meer",
        "zin": "·",
        "naam": "De Bron",
        "bekend": "DB",
        "ook": "azc",
    }
    assert '<meta data-pagefind-filter="jaar[content]" content="2021">' in document


def test_the_half_of_a_half_is_found_too() -> None:
    (document,) = documents({"/p/": "<main><h1>T</h1>crisisnoodopvang</main>"}, {"/p/": SearchFacets("Bronnen")}, ())
    assert fields_of(document)["ook"] == "opvang"


def test_a_page_that_nobody_looks_for_is_left_out_and_of_a_list_the_rest() -> None:
    page = f"<main><h1>Lijst</h1><p>{'woord ' * 2 * LONGEST_LIST}</p></main>"
    (document,) = documents({"/l/": page, "/m/": page}, {"/l/": SearchFacets("Overzichten")}, ())
    assert body_of(document).count("woord") <= LONGEST_LIST


def test_words_of_editors_stay_text() -> None:
    page = "<main><h1>&lt;b&gt; &amp; &quot;x&quot;</h1><p>&lt;script&gt;</p></main>"
    (document,) = documents({"/p/": page}, {"/p/": SearchFacets('Bronnen"><script>')}, ())
    assert "<script" not in document
