"""A long page tells below its lead of what parts it is; another page stays as it is."""

import re

from lrt_site.contents import with_contents
from lrt_site.visible import words_of

HEAD = '<head><link rel="stylesheet" href="/static/site.css"></head><body>'
AFTER = '<div class="afterword"><h2 id="bronnen">Bronnen</h2></div></main><h2 id="voet">Voet</h2>'
LEAD = '<p class="lead">Waar het over gaat.</p>\n'


def page(count: int, lead: str = LEAD) -> str:
    parts = "".join(
        f'<section aria-labelledby="d{n}"><h2 id="d{n}">Deel {n} &amp; <b></b></h2><p>Tekst.</p></section>'
        for n in range(1, count + 1)
    )
    return f'{HEAD}<main><h1>Titel</h1>{lead}<div class="sides">{parts}</div>{AFTER}'


def test_a_long_page_leads_to_each_of_its_parts() -> None:
    html = with_contents(page(5))
    (nav,) = re.findall(r"<nav .*?</nav>", html, re.DOTALL)
    assert re.findall(r'href="#([^"]+)">([^<]+)<', nav) == [(f"d{n}", f"Deel {n} &amp;") for n in range(1, 6)]
    assert html.index(LEAD) + len(LEAD) == html.index(nav)


def test_without_a_lead_it_stands_before_all_that_holds_the_first_part() -> None:
    html = with_contents(page(5, lead=""))
    assert html.index("</h1><nav ") < html.index('</nav>\n<div class="sides">')


def test_its_words_are_no_part_of_the_page() -> None:
    assert words_of(with_contents(page(7))) == words_of(page(7))


def test_its_headings_are_in_the_language_of_the_page() -> None:
    assert '<ul lang="en">' in with_contents(page(5), "en")


def test_what_is_folded_is_its_own_list() -> None:
    folded = page(7).replace("<h2", "<details><summary><h2").replace("</h2>", "</h2></summary>")
    assert with_contents(folded) == folded


def test_a_page_of_four_parts_stays_as_it_is() -> None:
    assert with_contents(page(4)) == page(4)
