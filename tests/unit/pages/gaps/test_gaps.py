"""The page of what is missing counts and names every gap, and leads to the page that tells by which rule."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.register import Record
from lrt_site.pages.gaps import gaps
from lrt_site.pages.gaps.gaps import GapsPage
from tests.builders import a_commitment, a_meeting, a_register
from tests.tools.rendering import as_read


def the_page(*records: Record, as_of: date = date(2021, 1, 1)) -> GapsPage:
    return gaps.page(GapsOnDay(a_register(*records), as_of))


def test_it_begins_with_since_when_nothing_was_found_and_on_how_many_places() -> None:
    assert the_page(a_meeting()).frame.description.startswith("Na 15 juni 2020 ")
    assert the_page(a_meeting()).frame.description.endswith(
        "Vergaderingen, verslagen, cijfers en stukken: op 1 plaats vonden wij niets."
    )
    assert the_page(a_meeting(), a_commitment()).frame.description.endswith(" plaatsen vonden wij niets.")
    assert the_page().frame.description == "Wij kennen nu niets dat in onze gegevens ontbreekt."


def test_every_gap_is_counted_under_its_kind_and_listed_there() -> None:
    page = the_page(a_meeting(), a_commitment())
    found = {kind.anchor: kind for subject in page.subjects for kind in subject.kinds if kind.count}
    assert {anchor: (kind.count, len(kind.rows)) for anchor, kind in found.items()} == {
        "verslagen": (1, 1),
        "toezeggingen": (1, 1),
    }


def test_every_place_that_was_cited_while_all_stood_on_this_page_is_still_there() -> None:
    read = as_read(the_page(a_meeting()), a_register(a_meeting()))
    sections = {"ritme", "maanden", "afloop", "verslagen", "bijeenkomsten", "provinciale-tafels", "oude-cijfers"}
    assert sections | {"toezeggingen", "onzeker", "meer", "stilte-verslag-m-2020-06-15"} <= set(read.ids)


def test_each_subject_has_a_page_of_its_own_also_where_nothing_is_missing() -> None:
    register = a_register()
    pages = {page.address: as_read(page, register).words for page in gaps.pages(GapsOnDay(register, date(2021, 1, 1)))}
    told = {
        "/stilte/": "Niet gevonden is niet hetzelfde als niet gebeurd.",
        "/stilte/vergaderingen/": "Geen bron noemt een regel waarmee wij kunnen tellen",
        "/stilte/verslagen/": "Wij kennen geen gehouden vergadering van de tafel.",
        "/stilte/provincies/": "Er zijn geen provinciale tafels beschreven.",
        "/stilte/cijfers/": "Er zijn geen cijferreeksen beschreven.",
        "/stilte/toezeggingen/": "Bij elke toezegging is een stuk gevonden",
        "/stilte/onzeker/": "Niet geverifieerd: 0.",
    }
    assert pages.keys() == told.keys()
    assert {address: text for address, text in told.items() if text not in pages[address]} == {}
    index = as_read(gaps.page(GapsOnDay(register, date(2021, 1, 1))), register)
    assert {"/verslaglegging/dekking/", "/tegenspraak/", "/vermeldingen/", "/verslaglegging/"} <= index.leads_to("ul")
