"""The first use of a word of the glossary leads to its explanation, and the page says what it said."""

import re

import pytest

from lrt_site import files, glossing, urls, visible
from lrt_site.checks.names import a_word_is_explained_once
from lrt_site.export.quotable import Gathering
from lrt_site.model.people import OtherOrganisationName
from lrt_site.model.publications import History
from lrt_site.output import Kept, editions_of, renderer_of, write_editions, write_sheets
from lrt_site.sitemap import sheets
from lrt_site.sitemap.states import states
from tests.builders import a_history, a_page, a_register, a_term, an_organisation
from tests.tools.sites import ROOT
from tests.unit.checking import codes, told

TEMPLATES, _ = files.read_templates(ROOT / "templates")
DYKE = a_term(id="b-dijk", term="dijk", also=("dijken", "dijkje's"))
TABLE = a_term(id="b-tafel", term="provinciale dijktafel")
SURE = a_term(id="b-zeker", term="zeker", everyday=True)
GLOSSARY = glossing.glossary_of(a_register(DYKE, TABLE, SURE))
BOND = an_organisation(
    id="org-bvd",
    name="Bond van Dijken",
    short="BVD",
    other_names=(OtherOrganisationName(name="Bond Op Dijken", short="BOD", source="s-fictief"),),
)
WATCH = an_organisation(id="org-dijkwacht", name="Dijkwacht", short="Dijkwacht")
TWO = tuple(an_organisation(id=f"org-hun-{place}", name=f"Hun {place}", short="HUN") for place in "ab")
ABBREVIATIONS = glossing.glossary_of(a_register(BOND, WATCH, *TWO))


def glossed(text: str) -> str:
    """The main part of a page, with a sign for each link that was made."""
    html = glossing.linked(f"<main>{text}</main>", GLOSSARY, str)
    signed = re.sub(rf'<a class="term" href="{urls.GLOSSARY}#[\w-]+">(.*?)</a>', r"[\1]", html, flags=re.DOTALL)
    return signed.removeprefix("<main>").removesuffix("</main>")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>De dijk is hoog. De dijk blijft.</p>", "<p>De [dijk] is hoog. De dijk blijft.</p>"),
        ("<p>Dijken zijn hoog.</p>", "<p>[Dijken] zijn hoog.</p>"),
        ("<p>Twee dijkje&#39;s en een dijk.</p>", "<p>Twee [dijkje&#39;s] en een dijk.</p>"),
        ("<p>Twee dijkje’s.</p>", "<p>Twee [dijkje’s].</p>"),
        ("<p>De provinciale dijktafel.</p>", "<p>De [provinciale dijktafel].</p>"),
        ("<p>De dijkgraaf en de zee-dijk.</p>", "<p>De dijkgraaf en de zee-dijk.</p>"),
        ("<p>voorbeeld.example/dijk</p>", "<p>voorbeeld.example/dijk</p>"),
        ("<p>Hij zei “de dijk breekt” en zag de dijk.</p>", "<p>Hij zei “de dijk breekt” en zag de [dijk].</p>"),
        ('<p title="de dijk">De <em>dijk</em></p>', '<p title="de dijk">De <em>[dijk]</em></p>'),
        ("<p>Hij zei “de <em>hoge</em> dijk”. De dijk.</p>", "<p>Hij zei “de <em>hoge</em> dijk”. De [dijk].</p>"),
        ("<p>Hij zei “de zee.</p><p>De dijk.</p>", "<p>Hij zei “de zee.</p><p>De [dijk].</p>"),
        ("<p>Een provinciale\ndijktafel.</p>", "<p>Een [provinciale\ndijktafel].</p>"),
        ("<p>Dijk’s, dijk&#39;s en R&amp;dijk. De dijk.</p>", "<p>Dijk’s, dijk&#39;s en R&amp;dijk. De [dijk].</p>"),
        ("<p>Het is zeker. De dijk.</p>", "<p>Het is zeker. De [dijk].</p>"),
        ("<p>De Provinciale dijktafel Zee. De dijk.</p>", "<p>De Provinciale dijktafel Zee. De [dijk].</p>"),
        ("<p>Friese Dijken. De Dijken.</p>", "<p>Friese Dijken. De [Dijken].</p>"),
        ("<p>Volgens Dijken en <b>Zee</b>.</p>", "<p>Volgens [Dijken] en <b>Zee</b>.</p>"),
        ("<p>In Zee. Dijken <b>Zee</b></p>", "<p>In Zee. [Dijken] <b>Zee</b></p>"),
        ("<p>Friese dijken Zee.</p>", "<p>Friese [dijken] Zee.</p>"),
        ("<h1>Dijk</h1><p>Dijk is hoog. Een dijk.</p>", "<h1>Dijk</h1><p>Dijk is hoog. Een dijk.</p>"),
        ("<h1>De dijk</h1><p>Een dijk.</p>", "<h1>De dijk</h1><p>Een [dijk].</p>"),
        ('<p>Zo is het <span class="mark">zeker</span></p>', '<p>Zo is het <span class="mark">[zeker]</span></p>'),
    ],
)
def test_the_first_use_in_running_text_is_a_link(text: str, shown: str) -> None:
    assert glossed(text) == shown


@pytest.mark.parametrize(
    "name", ["a", "blockquote", "caption", "code", "del", "dt", "h1", "h2", "ins", "q", "summary", "td", "th"]
)
def test_links_names_and_quotations_are_left_alone(name: str) -> None:
    inside = f"<{name}>de <em>dijk</em> hier</{name}>"
    assert glossed(f"<div>{inside}<p>De dijk.</p></div>") == f"<div>{inside}<p>De [dijk].</p></div>"


@pytest.mark.parametrize("name", ["archived", "cite", "clock", "data", "figure", "name", "sources", "today"])
def test_what_is_no_part_of_the_text_is_left_alone(name: str) -> None:
    inside = f'<section class="{name}"><section><p>de dijk</p></section> dijk</section>'
    assert glossed(f"{inside}<p>De dijk.</p>") == f"{inside}<p>De [dijk].</p>"


def test_outside_the_main_part_nothing_is_linked() -> None:
    page = "<header>de dijk</header><main><p>zee</p></main><footer>de dijk</footer>"
    assert glossing.linked(page, GLOSSARY, str) == page


def test_words_and_lines_stay_as_they_are() -> None:
    """Joined as they were: no word falls apart where a link ends."""
    page = "<main><h1>Zee</h1><p>De dijken, de <b>dijk</b>; een provinciale dijktafel.</p></main>"
    made = glossing.linked(page, GLOSSARY, str)
    assert made != page
    plain, linked = Gathering(), Gathering()
    plain.take("/", "", plain.lines_in(page))
    linked.take("/", "", linked.lines_in(made))
    assert linked.lines == plain.lines
    assert [" ".join("".join(piece.text for piece in line).split()) for line in visible.lines_of(made)] == [
        "Zee",
        "De dijken, de dijk; een provinciale dijktafel.",
    ]


def test_a_word_with_signs_of_html_is_found() -> None:
    glossary = glossing.glossary_of(a_register(a_term(id="b-rd", term="R&D")))
    made = glossing.linked("<main><p>Aan R&amp;D.</p></main>", glossary, str)
    assert made == f'<main><p>Aan <a class="term" href="{urls.GLOSSARY}#b-rd">R&amp;D</a>.</p></main>'


def test_no_two_terms_explain_one_word() -> None:
    other = a_term(id="b-wal", term="wal", also=("Dijken",))
    assert told(a_word_is_explained_once, DYKE, other) == [("b-wal", ("also", 0), "twice")]
    assert codes(a_word_is_explained_once, DYKE, TABLE) == []
    assert codes(a_word_is_explained_once, a_term(term="dijk", also=("dijk",))) == ["twice"]
    assert codes(a_word_is_explained_once, a_term(term="dijk", also=("Dijk",))) == []


TEXT = a_page(body="De dijk is hoog.")
LATER = a_page(id="later", title="Later", body="De dijk is hoog.")
THEN_AND_NOW = a_history(
    a_register(TEXT), a_register(TEXT, LATER, DYKE), a_register(TEXT, LATER, DYKE, a_term(id="b-hoog", term="hoog"))
)


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    """The pages of a site that explained no word, then one, then two."""
    return _written(THEN_AND_NOW)


def _written(history: History) -> dict[str, str]:
    renderer = renderer_of(TEMPLATES, history.state(history.last).site.address)
    found = editions_of(history, renderer, 1)
    kept = Kept()
    write_editions(history, found, renderer, kept, 1)
    last = next(states(history, (history.last,)))
    write_sheets(sheets.living(history, found, last), renderer, kept, 1)
    pages = {path: content for path, content in kept.files.items() if path.endswith(".html")}
    return {path: content.decode() for path, content in pages.items() if isinstance(content, bytes)}


def test_the_living_page_links_the_words_of_now(written: dict[str, str]) -> None:
    page = written["fictieve-pagina/index.html"]
    assert 'De <a class="term" href="../begrippen/#b-dijk">dijk</a> is' in page
    assert 'href="../begrippen/#b-hoog">hoog</a>' in page


def test_a_kept_page_links_only_words_that_were_explained_then(written: dict[str, str]) -> None:
    assert 'class="term"' not in written["fictieve-pagina/versies/1/index.html"]
    page = written["later/versies/1/index.html"]
    explained = f"publicaties/{THEN_AND_NOW.publications[1].name}/stand/begrippen/"
    assert f'De <a class="term" href="../../../{explained}#b-dijk">dijk</a> is hoog.' in page
    assert 'id="b-dijk"' in written[f"{explained}index.html"]


def test_a_new_word_makes_no_new_edition_of_another_page() -> None:
    found = editions_of(THEN_AND_NOW, renderer_of(TEMPLATES, "https://fictief.example/"), 1)
    assert [edition.publication.number for edition in found["/fictieve-pagina/"]] == [1]
    assert [edition.publication.number for edition in found[urls.GLOSSARY]] == [2, 3]


def test_the_glossary_itself_links_no_words(written: dict[str, str]) -> None:
    page = written["begrippen/index.html"]
    assert '<div id="b-dijk"><dt>Dijk</dt>' in page
    assert "Ook: dijken, dijkje&#39;s." in page
    assert 'class="term"' not in page


def test_the_foot_leads_to_the_glossary_once_there_is_one(written: dict[str, str]) -> None:
    assert '<a href="begrippen/">Begrippen</a>' in written["index.html"]
    assert "begrippen/index.html" not in _written(a_history(a_register(TEXT)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>De BVD sprak. De BVD zweeg.</p>", "<p>De [org-bvd] sprak. De BVD zweeg.</p>"),
        ("<p>De BVDE, de ex-BVD en de BVD-lijst.</p>", "<p>De BVDE, de ex-BVD en de [org-bvd]-lijst.</p>"),
        ("<p>Zij zei “de BVD” en zag de BVD.</p>", "<p>Zij zei “de BVD” en zag de [org-bvd].</p>"),
        ("<p>Vroeger heette zij BOD.</p>", "<p>Vroeger heette zij [org-bvd].</p>"),
        ("<p>Dijkwacht is een naam.</p>", "<p>Dijkwacht is een naam.</p>"),
        ("<td>BVD</td><td>BVD</td>", "<td>(Bond van Dijken)</td><td>BVD</td>"),
        ("<h2>BVD</h2><p>De BVD.</p>", "<h2>(Bond van Dijken)</h2><p>De [org-bvd].</p>"),
        ('<td><a href="/">BVD</a></td><h1>De BVD</h1>', '<td><a href="/">BVD</a></td><h1>De BVD</h1>'),
        ("<p>De HUN of de hun.</p>", "<p>De HUN of de hun.</p>"),
    ],
)
def test_an_abbreviation_leads_to_its_organisation_or_says_what_it_stands_for(text: str, shown: str) -> None:
    html = glossing.linked(f"<main>{text}</main>", ABBREVIATIONS, str)
    told = re.sub(r'<a class="term" href="/deelnemers/([\w-]+)/">\w+</a>', r"[\1]", html)
    assert re.sub(r'<abbr title="([^"]+)">\w+</abbr>', r"(\1)", told) == f"<main>{shown}</main>"


def test_a_page_explains_no_name_of_its_own() -> None:
    guard = a_term(id="b-dijkwacht", term="dijkwacht", also=("Dijkwacht", "Dijkwachten"))
    glossary = glossing.glossary_of(a_register(guard, BOND, WATCH))
    text = "<main><p>Bronnen noemen Dijkwacht. De Dijkwachten van de BVD.</p></main>"
    assert glossing.linked(text, glossary, str, "/deelnemers/org-dijkwacht/").count('class="term"') == 2
    assert "noemen Dijkwacht. De <a" in glossing.linked(text, glossary, str, "/deelnemers/org-dijkwacht/")
    assert glossing.linked("<main><p>De BVD.</p></main>", glossary, str, "/deelnemers/org-bvd/").count("<a") == 0
