"""Commitments of which something was not found each stand on the page, which begins with the first."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.pages.gaps import no_papers
from tests.builders import a_commitment, a_register
from tests.tools.rendering import as_read


def test_it_begins_with_what_was_not_found_and_leads_to_the_commitment() -> None:
    register = a_register(a_commitment(id="T01111"), a_commitment(id="T02222"))
    page = no_papers.page(GapsOnDay(register, date(2021, 1, 1)))
    assert page.frame.description == "Niet gevonden: een stuk bij toezegging T01111. En zo nog 1."
    read = as_read(page, register)
    assert {"/toezeggingen/T01111/", "/toezeggingen/T02222/"} <= read.leads_to("dl")
    assert "Dit vult elk ervan: een stuk dat als antwoord op de toezegging is gegeven" in read.words
