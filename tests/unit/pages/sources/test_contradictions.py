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
    a_source,
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


def test_the_list_has_by_subject_what_differs_and_leads_to_what_each_source_says() -> None:
    contradiction = a_contradiction(sources=(SOURCE, "s-ander"))
    (group,) = the_list(contradiction, a_source(id="s-ander")).groups
    (entry,) = group.entries
    assert (group.title, entry.anchor, entry.statement.text) == ("De tafel", contradiction.id, contradiction.statement)
    assert (entry.more.title, entry.more.address) == ("Wat de 2 bronnen zeggen", f"/tegenspraak/{contradiction.id}/")


def test_no_reading_is_followed_unless_the_record_says_so() -> None:
    contradiction = a_contradiction()
    assert (the_entry(contradiction).state, the_page(contradiction).followed) == ("Wij volgen geen van de bronnen.", ())
    assert [link.address for link in the_page(contradiction).touches] == ["/tafel/#opgericht"]


def test_the_source_that_is_followed_is_named_with_the_reason() -> None:
    contradiction = a_contradiction(followed=SOURCE, reason="Dit stuk is het eerste.")
    followed = the_page(contradiction).followed
    assert the_entry(contradiction).state == "Wij volgen één bron."
    assert "".join(run.text for run in followed) == "Fictief stuk. Waarom: Dit stuk is het eerste."
    assert followed[0].address == f"/bronnen/{SOURCE}/"
