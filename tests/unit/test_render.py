"""Texts of editors become safe, well-formed parts of a page."""

import re
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrt_site import urls
from lrt_site.marking import Marked, links_from, marked_up
from lrt_site.model.facts import Backing
from lrt_site.pages.shared.common import Frame
from lrt_site.problems import BrokenTemplateError
from lrt_site.render import Renderer
from tests.builders import a_meeting, a_page, a_register
from tests.tools.rendering import SURROUNDINGS

REGISTER = a_register(a_meeting(id="m-2020-06-15"), a_page(id="over"))
OURS = {
    "a", "blockquote", "br", "code", "del", "div", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "s", "section", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ANYTHING = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"))


def marked(text: str, page: str = "/vergaderingen/m-2020-06-15/") -> Marked:
    return marked_up(text, "m-2020-06-15", REGISTER, links_from(page))


@dataclass(frozen=True, slots=True)
class LinkPage:
    """A page that holds one link."""

    template: ClassVar[str] = "link"

    link: str
    frame: Frame


@dataclass(frozen=True, slots=True)
class NotedPage:
    """A page of words that a source stands behind."""

    template: ClassVar[str] = "noted"

    words: Backing
    frame: Frame


def link_on(page: str, link: str) -> str:
    """A link as a template writes it, on a page of a site that lives in a folder of its host."""
    text, faults = Renderer({"link": "<main>{{ to(link) }}"}, "/map/").page(
        LinkPage(link, Frame(page, "Fictief", "Fictief.", ())), REGISTER, SURROUNDINGS
    )
    assert faults == ()
    return text.removeprefix("<main>")


@pytest.mark.parametrize(
    ("template", "lost"),
    [("{{ to('/') }}", "geen tekst"), ("<main>{{ source_mark(words).label }}", "wel noten, maar niet de bronnen")],
)
def test_a_page_without_its_text_or_without_the_sources_of_its_notes_is_not_made(template: str, lost: str) -> None:
    frame = Frame("/vloot/", "Vloot", "Vloot.", ())
    with pytest.raises(BrokenTemplateError, match=f"De pagina /vloot/ krijgt met dit sjabloon {lost}") as broken:
        Renderer({"noted": template}, "/").page(NotedPage(Backing(("s-1",)), frame), REGISTER, SURROUNDINGS)
    assert broken.value.places == (("noted", 1),)


def html_of(text: str) -> str:
    return str(marked(text).html).strip()


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("# Een\n\n## Twee", ["h2", "h3"]),
        ("## Een\n\n### Twee\n\n## Drie", ["h2", "h3", "h2"]),
        ("## Een\n\n##### Twee\n\n###### Drie", ["h2", "h3", "h4"]),
        ("#### Een\n\n## Twee", ["h2", "h2"]),
        ("###### Een", ["h2"]),
    ],
)
def test_headings_start_below_that_of_the_page_and_skip_no_level(text: str, levels: list[str]) -> None:
    assert re.findall(r"<(h\d) ", html_of(text)) == levels
    assert re.findall(r"</(h\d)>", html_of(text)) == levels


def test_headings_can_be_linked_to_as_on_a_forge() -> None:
    found = marked("## Één *zin*, twee!\n\n## Bronnen\n\n## Bronnen\n\n[terug](#één-zin-twee), [weer](#bronnen-1)")
    assert re.findall(r'id="([^"]+)"', found.html) == ["tekst-één-zin-twee", "tekst-bronnen", "tekst-bronnen-1"]
    assert re.findall(r'href="([^"]+)"', found.html) == ["#tekst-één-zin-twee", "#tekst-bronnen-1"]
    assert found.faults == ()


def test_a_table_has_a_name_and_can_be_reached_with_the_keyboard() -> None:
    table = "| | Aantal |\n|---|--:|\n| Drenthe | 7 |"
    html = html_of(f'## Wat "telt"\n\n{table}\n\n{table}')
    assert re.findall(r'<div class="table" role="region" tabindex="0" aria-label="([^"]+)">\s*<table>', html) == [
        "Tabel 1: Wat &quot;telt&quot;",
        "Tabel 2: Wat &quot;telt&quot;",
    ]
    assert html.count("</table>\n</div>") == 2


def test_cells_of_a_table_say_what_they_are() -> None:
    html = html_of("| | Aantal |\n|---|--:|\n| Drenthe | 7 |")
    assert "<td></td>" in html
    assert '<th scope="col" class="number">Aantal</th>' in html
    assert '<td class="number">7</td>' in html


def test_notes_are_a_list_with_a_heading_and_dutch_names() -> None:
    html = html_of("Tekst[^a] en nog eens[^a].\n\n[^a]: Zie het *verslag*.")
    assert '<section class="footnotes">\n<h2>Noten</h2>\n<ol>' in html
    assert '<li id="noot-m-2020-06-15-1">' in html
    assert html.count('href="#noot-m-2020-06-15-1"') == html.count('aria-label="Noot 1">[1]</a>') == 2
    back = re.findall(r'href="#(bij-noot[^"]+)" aria-label="Terug naar de tekst bij noot 1', html)
    assert back == re.findall(r'id="(bij-noot[^"]+)"', html)
    assert len(set(back)) == 2


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../meetings/m-2020-06-15.md", "./"),
        ("m-2020-06-15", "./"),
        ("over.md", "../../over/"),
        ("../table.yml#doel", "../../tafel/#doel"),
        ("https://fictief.example/a?b=c", "https://fictief.example/a?b=c"),
        ("mailto:iemand@fictief.example", "mailto:iemand@fictief.example"),
        ("mailto:iemand@fictief.example?subject=a", "mailto:iemand@fictief.example?subject=a"),
        ("https://fryslân.example/", "https://frysl%C3%A2n.example/"),
    ],
)
def test_links_lead_to_records_and_to_the_web(link: str, address: str) -> None:
    found = marked(f"[tekst]({link})")
    assert f'href="{address}"' in found.html
    assert found.faults == ()


def test_links_of_a_page_for_missing_addresses_start_at_the_root() -> None:
    html = marked_up("[x](over.md)", "over", REGISTER, links_from(urls.NOT_FOUND, "/tafel/")).html
    assert 'href="/tafel/over/"' in html


@pytest.mark.parametrize(
    "link",
    [
        "m-2020-06-16.md",
        "#onbekend",
        "ftp://fictief.example",
        "/etc/passwd",
        "tel:112",
        "https://javascript:x@fictief.example/",
        "https://fictief.example:99999/",
        "https://-a.fictief.example/",
        "mailto:niemand",
    ],
)
def test_a_link_that_leads_nowhere_is_a_fault_on_its_line(link: str) -> None:
    found = marked(f"Eerste regel\ntweede regel\n[tekst]({link})")
    assert [(fault.code, fault.at) for fault in found.faults] == [("broken-link", ("body", 2, 0))]
    assert 'href="#"' in found.html


def test_a_link_to_an_almost_right_id_gets_a_hint() -> None:
    assert "Bedoelde u" not in marked("[x](m-2020-06-16.md)").faults[0].message
    assert "m-2020-06-15" in marked("[x](mm-2020-06-15.md)").faults[0].message.split("Schrijf")[0]


def test_an_image_is_a_fault() -> None:
    found = marked("Tekst\n\n![plaatje](https://fictief.example/spion.png)")
    assert [(fault.code, fault.at) for fault in found.faults] == [("image", ("body", 2, 0))]
    assert "<img" not in found.html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "Een <b onclick='alert(1)'>woord</b>",
        "<!-- weg --> <style>p{}</style>",
    ],
)
def test_html_of_an_editor_is_shown_as_text(text: str) -> None:
    html = html_of(text)
    assert re.findall(r"<(?!/?p\b)[a-z!]", html) == []
    assert text.split(">")[0].replace("<", "&lt;").replace('"', "&quot;") in html


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "[x]\n\n[x]: javascript:alert(1)",
        '[x](https://fictief.example "\\" onmouseover=\\"alert(1)")',
    ],
)
def test_no_link_runs_a_script(text: str) -> None:
    html = html_of(text)
    assert [link for link in re.findall(r'href="([^"]*)"', html) if not re.match(r"https://|#$", link)] == []
    assert re.findall(r"<[^>]*? on\w+=", re.sub(r'"[^"]*"', '""', html)) == []


@pytest.mark.parametrize(
    "target", ["//fictief.example/over.md", "\\\\\\\\fictief.example/over", "over.exe", "/etc/over.md", "?x#over"]
)
def test_a_link_that_leads_elsewhere_on_a_forge_leads_to_no_record(target: str) -> None:
    assert [fault.code for fault in marked(f"[x]({target})").faults] == ["broken-link"]


@pytest.mark.parametrize("target", ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "ftp://fictief.example/"])
def test_an_editor_is_told_of_a_link_that_no_reader_can_follow(target: str) -> None:
    assert [fault.code for fault in marked(f"[x]({target})").faults] == ["broken-link"]


@pytest.mark.parametrize("turning", ["\u202e", "\u202a", "\u2066", "\u2069", "\u200f", "\u061c"])
def test_characters_that_turn_the_direction_of_text_are_shown(turning: str) -> None:
    assert html_of(f"a{turning}b") == "<p>a\ufffdb</p>"


@pytest.mark.parametrize(
    ("page", "link", "written"),
    [
        ("/", "/", "./"),
        ("/", "/tafel/#doel", "tafel/#doel"),
        ("/tafel/", "/", "../"),
        ("/toezeggingen/T99001/", "/data/v1/index.json", "../../data/v1/index.json"),
        (urls.NOT_FOUND, "/", "/map/"),
        (urls.NOT_FOUND, "/tafel/#doel", "/map/tafel/#doel"),
        ("/tafel/", "#doel", "#doel"),
        ("/tafel/", "https://fictief.example/?a=1&b=2", "https://fictief.example/?a=1&amp;b=2"),
        ("/", "javascript:alert(1)", "#"),
        ("/", " javascript:alert(1)", "#"),
        ("/", "java\nscript:alert(1)", "#"),
        ("/", "data:text/html,x", "#"),
        ("/", "elders", "#"),
    ],
)
def test_links_in_templates_fit_the_page_and_never_run_a_script(page: str, link: str, written: str) -> None:
    assert link_on(page, link) == written


@given(ANYTHING)
def test_no_text_makes_an_element_that_is_not_ours(text: str) -> None:
    assert set(re.findall(r"<([a-z0-9]+)", html_of(text))) <= OURS


@given(st.text(st.characters(categories=["L", "N"], codec="utf-8"), min_size=1))
def test_words_survive(words: str) -> None:
    assert words in html_of(f"woord {words} woord")


@given(ANYTHING)
def test_a_heading_has_one_id_that_is_its_own(text: str) -> None:
    ids = re.findall(r'<h\d id="([^"]*)"', html_of("## Een\n\n" * 2 + text))
    assert len(ids) == len(set(ids))
    assert all(identifier.startswith("tekst-") for identifier in ids)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Een <b>vet</b> woord.", [0]),
        ("Een zin.\n\n<!-- navragen bij mevrouw Fictief -->\n\nTekst.", [2]),
        ("Een zin.\n<!-- navragen\nbij haar -->", [1]),
        ("Een zin. <!-- nooit gesloten", [0]),
        ("<!-- een\n\ntwee -->", [0]),
        ("- punt\n- <!-- punt -->", [1]),
        ("> <!-- citaat -->", [0]),
        ("| a | b |\n|---|---|\n| c | <!-- d --> |", [2]),
        ("Tekst.[^1]\n\n[^1]: Noot <!-- navragen -->", [2]),
        ("## Kop <!-- navragen -->", [0]),
        ("Een ` hier.\n\n<!-- navragen -->\n\nEn een ` daar.", [2]),
        ("`<b>` en `` <!-- ` --> ``", []),
        ("```html\n<!-- zo -->\n<b>\n```", []),
        ("~~~\n<!-- zo -->\n~~~", []),
        ("Tekst:\n\n    <!-- zo -->", []),
        ("\\<!-- zo --> en &lt;b&gt;", []),
        ("a < b --> c", []),
    ],
)
def test_html_is_told_where_a_reader_would_see_it_outside_code(text: str, lines: list[int]) -> None:
    assert [(fault.at[1], fault.code) for fault in marked(text).faults] == [(line, "html-in-text") for line in lines]
    assert ("&lt;" in html_of(text)) or "<" not in text
