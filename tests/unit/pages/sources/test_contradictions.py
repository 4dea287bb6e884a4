"""What sources say stands side by side on a page of its own, and nothing is decided for the reader."""

from lrt_site.model.register import Record
from lrt_site.pages.shared.common import PageMaker
from lrt_site.pages.sources import contradictions
from lrt_site.pages.sources.contradiction import ContradictionPage
from lrt_site.pages.sources.contradictions import ContradictionEntry, ContradictionsPage
from tests.builders import (
    SOURCE,
    a_contradiction,
    a_register,
)
from tests.unit.pages.sources.making import own_pages


def the_list(*records: Record) -> ContradictionsPage:
    maker, *_ = contradictions.pages(a_register(*records))
    assert isinstance(maker, PageMaker)
    page = maker()
    assert isinstance(page, ContradictionsPage)
    return page


def the_entry(*records: Record) -> ContradictionEntry:
    (group,) = the_list(*records).groups
    (entry,) = group.entries
    return entry


def the_page(*records: Record) -> ContradictionPage:
    (page,) = own_pages(*records)
    return page


def test_the_list_asks_by_subject_each_question_and_leads_to_what_each_source_says() -> None:
    contradiction = a_contradiction(question="Zijn het er twaalf of elf?")
    (group,) = the_list(contradiction).groups
    (entry,) = group.entries
    assert (group.title, entry.anchor, entry.page.title) == ("De tafel", contradiction.id, "Zijn het er twaalf of elf?")
    assert entry.page.address == f"/tegenspraak/{contradiction.id}/"
    assert the_page(contradiction).heading == the_page(contradiction).frame.title == "Zijn het er twaalf of elf?"


def test_without_a_question_the_list_tells_who_says_what() -> None:
    assert the_entry(a_contradiction()).page.title == a_contradiction().statement


def test_no_reading_is_followed_unless_the_record_says_so() -> None:
    contradiction = a_contradiction()
    assert (the_entry(contradiction).followed, the_page(contradiction).followed) == (False, ())
    assert [link.address for link in the_page(contradiction).touches] == ["/tafel/#opgericht"]


def test_the_source_that_is_followed_is_named_with_the_reason() -> None:
    contradiction = a_contradiction(followed=SOURCE, reason="Dit stuk is het eerste.")
    followed = the_page(contradiction).followed
    assert the_entry(contradiction).followed
    assert "".join(run.text for run in followed) == "Fictief stuk. Waarom: Dit stuk is het eerste."
    assert followed[0].address == f"/bronnen/{SOURCE}/"
