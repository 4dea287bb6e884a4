"""A quotation can be looked up from the first publication to the last, and the page says what it cannot find."""

from dataclasses import replace

from lrt_site.model.publications import History, Withdrawal
from lrt_site.pages.publications import quotation
from lrt_site.pages.publications.quotation import QuotationPage
from lrt_site.wording.runs import Link
from tests.builders import a_history, a_meeting, a_register, on
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read

HISTORY = a_history(a_register(), a_register(a_meeting()))
WITHDRAWAL = Withdrawal(
    name="2026-02-01", date=on("2026-02-01"), record="m-2020-06-15", ground="Recht", decision="Besluit 7", files=()
)


def the_page(history: History) -> QuotationPage:
    (maker,) = quotation.pages(history)
    page = maker()
    assert isinstance(page, QuotationPage)
    return page


def shown(history: History) -> HtmlPage:
    return as_read(the_page(history), history.state(history.last))


def test_without_publications_there_is_nothing_to_look_up() -> None:
    assert list(quotation.pages(History())) == []


def test_it_looks_from_the_first_publication_to_the_last() -> None:
    page = the_page(HISTORY)
    assert (page.first, page.last) == (
        Link("publicatie 1 (5 januari 2026)", "/publicaties/2026-01-05/"),
        Link("publicatie 2 (4 februari 2026)", "/publicaties/2026-02-04/"),
    )
    assert "van publicatie 1 (5 januari 2026) tot en met publicatie 2 (4 februari 2026)" in shown(HISTORY).words


def test_the_form_knows_where_the_index_stands() -> None:
    (form,) = (tag for tag in shown(HISTORY).tags if tag.name == "form" and "main" in tag.inside)
    assert form.attributes["data-index"].endswith("data/v1/citaat/index.json")
    assert "/data/v1/citaat/index.json" in shown(HISTORY).leads_to("main")
    assert [link.address for link in the_page(HISTORY).frame.data] == ["/data/v1/citaat/index.json"]


def test_words_that_were_withdrawn_are_said_to_be_gone_only_where_some_were() -> None:
    withdrawn = replace(HISTORY, withdrawals=(WITHDRAWAL,))
    assert "Er zijn woorden ingetrokken." in shown(withdrawn).words
    assert "Er zijn woorden ingetrokken." not in shown(HISTORY).words
    assert "Ingetrokken woorden halen wij overal weg, ook uit de index." in shown(HISTORY).words
