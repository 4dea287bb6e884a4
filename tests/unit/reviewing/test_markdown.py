"""What editors typed shows in a review as they typed it: it marks nothing, calls nobody, and is no HTML."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from lrt_site.reviewing.blocks import Bullets, Fold, Grid, Heading, Item, LongText, MarkedWords, Sentences, plain
from lrt_site.reviewing.markdown import as_markdown, as_typed

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
CALL = re.compile(r"[@#!~%$&][\w/\"]|:[\w/]|www\.")


def read(markdown: str) -> html.HtmlElement:
    """What a forge makes of Markdown."""
    return html.fromstring(f"<div>{READER.render(markdown)}</div>")


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126) | st.sampled_from("\n\té"), min_size=1))
@example("1. een")
@example("---")
@example("    code")
@example("<!-- weg --> <b>vet</b> &copy; &amp;")
@example("[x]: https://kwaad.example")
@example("| a | b |\n|---|---|")
def test_a_text_is_read_as_it_was_typed(text: str) -> None:
    shown = read(as_markdown((Sentences(plain(text)),)))
    assert " ".join(shown.text_content().split()) == " ".join(text.split())
    assert {element.tag for element in shown.iterdescendants() if isinstance(element.tag, str)} <= {"p"}
    assert not any(CALL.search(str(piece)) for piece in shown.xpath("//text()"))


def test_a_text_without_signs_stays_readable_for_who_reads_the_source() -> None:
    said = "Op 3 mei 2026 waren er 80.000 plekken (circa); dat is +1,3 %."
    assert as_typed(said) == said


@pytest.mark.parametrize(
    "sign", ["@jan", "#12", "!3", "~etiket", "https://x.example", "www.x.example", "$4", "&5", ":hart:"]
)
def test_nobody_is_called_and_nothing_is_linked(sign: str) -> None:
    assert not CALL.search(as_typed(f"Zie {sign} eens").replace("&amp;", ""))


def test_every_block_becomes_what_it_is() -> None:
    made = read(
        as_markdown(
            (
                Heading(1, plain("Kop")),
                Sentences(
                    (
                        MarkedWords("was", "deleted"),
                        MarkedWords(" "),
                        MarkedWords("is", "inserted"),
                        MarkedWords("hier", "code", "https://a.example/"),
                    )
                ),
                Grid(("Wat", "Was"), ((plain("a|b"), plain("c\nd")), (plain("e"), ()))),
                Bullets((Item(plain("een"), (Item(plain("onder")),)), Item(plain("twee")))),
                Fold("Lang <b>", (Sentences(plain("inhoud")),)),
            )
        )
    )
    assert [cell.text_content() for cell in made.iter("td")] == ["a|b", "c d", "e", ""]
    assert [item.text_content().split() for item in made.xpath("./ul/li")] == [["een", "onder"], ["twee"]]
    assert made.findtext(".//summary") == "Lang <b>"
    assert made.findtext(".//h2") == "Kop"
    assert (made.findtext(".//del"), made.findtext(".//ins")) == ("was", "is")
    assert made.xpath("string(.//a/@href)") == "https://a.example/"
    assert made.xpath(".//details/p")


def test_of_a_longer_text_headings_and_lists_stay_and_nothing_else() -> None:
    text = "## Kop *1*\n\nEen **vet** <i>woord</i>.\n\n- punt\n  1. onder\n\n> gezegd\n\n```\n@jan\n```\n"
    made = read(as_markdown((LongText(text, ""),)))
    (quote,) = made
    assert quote.tag == "blockquote"
    assert [strong.text_content() for strong in quote.iter("strong")] == ["Kop *1*"]
    assert [item.text_content().split()[0] for item in quote.iter("li")] == ["punt", "onder"]
    assert {element.tag for element in quote.iterdescendants() if isinstance(element.tag, str)} == {
        *("p", "strong", "ul", "li", "ol"),
    }
    assert "Een **vet** <i>woord</i>." in quote.text_content()
