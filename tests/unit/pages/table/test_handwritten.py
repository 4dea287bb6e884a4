"""Pages that editors write stand as they wrote them, and an address that leads nowhere helps on."""

from lrt_site.pages.table import handwritten
from lrt_site.pages.table.handwritten import HandwrittenPage, NotFoundPage
from tests.builders import a_page, a_register
from tests.tools.rendering import as_read


def test_a_page_has_the_title_the_summary_and_the_text_of_its_editor() -> None:
    register = a_register(a_page(body="Verzonnen *tekst*."))
    first, _ = handwritten.pages(register)
    page = first()
    assert isinstance(page, HandwrittenPage)
    assert (page.frame.title, page.frame.description, page.frame.record) == (
        "Fictieve pagina",
        "Dit is verzonnen.",
        "fictieve-pagina",
    )
    assert "Dit is verzonnen. Verzonnen tekst." in as_read(page, register).words


def test_only_the_page_about_the_site_says_who_makes_it() -> None:
    register = a_register(a_page(), a_page(id="over"))
    told = {maker.address: as_read(maker, register).words for maker in handwritten.pages(register)}
    makers = [address for address, words in told.items() if "Wie deze site maakt, en een fout melden" in words]
    assert makers == ["/over/"]


def test_a_page_in_another_language_says_so_where_its_words_are() -> None:
    register = a_register(a_page(id="en", language="Engels", body="Made *up*."))
    page = as_read(next(iter(handwritten.pages(register))), register)
    spoken = {tag.name: tag.attributes["lang"] for tag in page.tags if "lang" in tag.attributes}
    assert spoken == {"html": "nl", "h1": "en", "p": "en", "div": "en", "li": "en"}


def test_an_address_that_leads_nowhere_says_where_to_look_instead() -> None:
    (maker,) = handwritten.pages(a_register())
    page = maker()
    assert isinstance(page, NotFoundPage)
    assert (page.frame.address, page.frame.title) == ("/404.html", "Deze pagina is er niet")
    shown = as_read(page, a_register())
    assert {"/", "/vergaderingen/", "/samenstelling/", "/toezeggingen/", "/bronnen/"} <= shown.leads_to("main")
    assert "Op dit adres staat niets." in shown.words
