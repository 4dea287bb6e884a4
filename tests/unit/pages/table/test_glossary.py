"""Words of sources stand apart from words of this site, each with what it means."""

from lrt_site.model.register import Record
from lrt_site.pages.table import glossary
from lrt_site.pages.table.glossary import GlossaryPage
from tests.builders import SOURCE, a_commitment, a_register, a_series, a_term
from tests.tools.rendering import as_read

SOURCED = (a_term(id="b-b", term="Boot"), a_term(id="b-a", term="aak"))
OWN = a_term(id="b-c", term="editie", source=None, explanation="Wat een pagina zei.")


def the_page(*records: Record) -> GlossaryPage:
    (maker,) = glossary.pages(a_register(*records))
    page = maker()
    assert isinstance(page, GlossaryPage)
    return page


def test_without_words_there_is_no_page() -> None:
    assert list(glossary.pages(a_register())) == []


def test_words_stand_by_the_alphabet_those_of_sources_first() -> None:
    assert [(group.anchor, [term.term for term in group.terms]) for group in the_page(OWN, *SOURCED).groups] == [
        ("uit-bronnen", ["Aak", "Boot"]),
        ("van-deze-site", ["Editie"]),
    ]
    assert [group.title for group in the_page(OWN).groups] == ["Woorden die deze site zelf gebruikt"]


def test_it_begins_with_a_subject_of_the_figures_or_else_a_word_of_a_source() -> None:
    assert the_page(OWN, *SOURCED).frame.description == "3 woorden met uitleg. Aak: Een verzonnen tafel."
    assert (
        the_page(OWN, *SOURCED, a_series(theme="Boot")).frame.description
        == "3 woorden met uitleg. Boot: Een verzonnen tafel."
    )
    assert the_page(OWN).frame.description == "1 woord met uitleg. Editie: Wat een pagina zei."


def test_an_explanation_has_its_source_its_note_and_its_links() -> None:
    term = a_term(explanation="Zie T99001.", note="Alleen hier.")
    ((view,),) = (group.terms for group in the_page(term, a_commitment()).groups)
    assert (view.explanation.backing.sources, view.explanation.note[0].text) == ((SOURCE,), "Alleen hier.")
    assert [run.address for run in view.explanation.runs if run.address] == ["/toezeggingen/T99001/"]


def test_other_words_for_it_are_told_once_and_not_the_word_itself() -> None:
    term = a_term(also=("Dijktafels", "dijktafel", "Tafel", "tafel"))
    ((view,),) = (group.terms for group in the_page(term).groups)
    assert view.also == "Dijktafels, Tafel"


def test_the_page_leads_to_every_word() -> None:
    term = a_term(also=("dijktafels",))
    page = as_read(the_page(term), a_register(term))
    assert "b-fictief" in page.ids
    assert "#b-fictief" in {link for _, link in page.links}
    assert "Dijktafel Een verzonnen tafel. Ook: dijktafels." in page.words
