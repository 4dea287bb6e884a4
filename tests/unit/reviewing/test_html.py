"""A review as a page stands by itself, and nothing that was typed is HTML in it."""

from lxml import html

from lrt_site.reviewing.blocks import Bullets, Fold, Grid, Heading, Item, LongText, MarkedWords, Sentences, plain
from lrt_site.reviewing.html import as_html

BAD = "<script>alert('x')</script> & \"zo\""


def test_what_was_typed_is_never_html() -> None:
    blocks = (
        Heading(1, plain(BAD)),
        Sentences((MarkedWords(BAD, "strong", 'https://a.example/?a="&b=<'),)),
        Grid((BAD,), ((plain(BAD),),)),
        Bullets((Item(plain(BAD), (Item(plain(BAD)),)),)),
        Fold(BAD, (LongText(BAD, "<p>veilig gemaakt</p>\n"),)),
    )
    page = as_html(blocks)
    made = html.document_fromstring(page)
    assert page.startswith('<!doctype html>\n<html lang="nl">')
    assert not made.xpath("//script | //style | //@style | //@onclick")
    for place in ("title", "h1", "p/a/strong", "table//th", "table//td", "main/ul/li/ul/li", "details/summary"):
        assert made.xpath(f"string(//{place})") == BAD
    assert made.xpath("string(//blockquote/p)") == "veilig gemaakt"
    assert made.xpath("string(//a/@href)") == 'https://a.example/?a="&b=<'
