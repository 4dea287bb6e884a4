"""The page of a commitment: numbers and order, and never a verdict."""

from lrt_site.model.commitments import Coverage
from lrt_site.model.facts import Backing
from tests.builders import (
    SOURCE,
    a_commitment,
    a_deadline,
    a_person,
    a_source,
    a_statement,
    an_element,
    an_evidence,
    on,
)
from tests.unit.pages.commitments.making import page_of


def test_the_fields_of_the_register_stand_in_its_order() -> None:
    names = [field.name for field in page_of(a_commitment()).fields]
    assert names == [
        "Nummer",
        "Status",
        "Datum toezegging",
        "Termijn",
        "Voormalige Verantwoordelijke(n)",
        "Huidige Verantwoordelijke(n)",
        "Kamerleden",
        "Commissie",
        "Soort activiteit",
        "Debat",
        "Categorie",
        "Onderwerpen",
        "Kamerstukken",
    ]


def test_what_the_register_does_not_say_is_said_to_be_unknown() -> None:
    page = page_of(a_commitment())
    said = {field.name: [value.text for value in field.values] for field in page.fields}
    for name in ("Termijn", "Kamerleden", "Commissie", "Onderwerpen", "Kamerstukken"):
        assert said[name] == ["niet vermeld"]
    assert page.places == ()
    assert [said.text for said in page.dates] == ["Toegezegd op 2 juni 2020.", "Een termijn is niet gevonden."]


def test_who_asked_and_who_promised_lead_to_their_pages() -> None:
    page = page_of(a_commitment(asked_by="p-fictief", asked_by_group="Fictie", made_by="p-fictief"), a_person())
    assert (page.asked_by.text, page.asked_by.runs[0].address) == ("F. Fictief (Fictie)", "/deelnemers/p-fictief/")
    assert page.made_by.text == "F. Fictief (fictief minister)"


def test_each_element_stands_beside_each_document() -> None:
    part = Coverage(element="el-fictief", extent="deels gedekt", place="bladzijde 3", note="Een deel.")
    covered = an_evidence(covers=(part,))
    other = an_evidence(id="bew-ander", document="ander stuk")
    (row,) = page_of(a_commitment(elements=(an_element(),), evidence=(covered, other))).elements
    assert [(cell.extent, cell.document.title) for cell in row.cells] == [
        ("deels gedekt", "fictieve brief"),
        ("nog niet vergeleken", "ander stuk"),
    ]
    assert [cell.place for cell in row.cells] == ["bladzijde 3", ""]
    assert row.cells[0].said.backing == Backing((SOURCE,))
    assert row.cells[1].said.backing == Backing()


def test_an_element_is_quoted_where_it_has_the_words_of_the_register() -> None:
    literal, told = an_element(text="een fictieve brief"), an_element(id="el-ander", text="elk jaar een brief")
    commitment = a_commitment(register_text="De minister stuurt een fictieve  brief.", elements=(literal, told))
    assert [row.text.text for row in page_of(commitment).elements] == ["“een fictieve brief”", "elk jaar een brief"]


def test_a_deadline_that_passed_is_said_with_the_status_and_the_days() -> None:
    page = page_of(a_commitment(deadlines=(a_deadline(deadline=on("2026-01-05")),)))
    told = (*page.dates, *page.passed)
    assert [said.text for said in told] == [
        "Toegezegd op 2 juni 2020.",
        "Termijn: 5 januari 2026.",
        "Termijn verstreken, nog openstaand volgens de laatst bekende stand.",
        "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen.",
    ]
    assert all(said.backing.sources for said in told)


def test_days_past_a_deadline_are_counted_too_where_no_source_names_a_status() -> None:
    page = page_of(a_commitment(deadlines=(a_deadline(deadline=on("2026-01-05")),), status_events=()))
    assert [said.text for said in page.passed] == [
        "Termijn verstreken. Welke status de toezegging toen had, is niet bekend.",
        "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen.",
    ]


def test_a_page_begins_with_what_was_promised_and_what_came() -> None:
    short = (a_statement(text="Dit is beloofd.", source="s-a"), a_statement(text="Dat kwam.", source="s-b"))
    page = page_of(a_commitment(in_short=short), a_source(id="s-a"), a_source(id="s-b"))
    assert [(said.text, said.backing.sources) for said in page.in_short] == [
        ("Dit is beloofd.", ("s-a",)),
        ("Dat kwam.", ("s-b",)),
    ]
    assert page.frame.description == "Dit is beloofd. Dat kwam."


def test_without_words_of_an_editor_the_record_says_it_in_its_own() -> None:
    old = an_evidence(id="oud", scope="iets anders", date=on("2019-01-01"))
    page = page_of(a_commitment(scope_in_register="alle tafels", evidence=(an_evidence(scope="één tafel."), old)))
    assert [said.text for said in page.in_short] == [
        "Toegezegd op 2 juni 2020 door: fictief minister.",
        "Het gaat over alle tafels.",
        f"{page.evidence[0].title}: één tafel.",
    ]
    assert page_of(a_commitment(evidence=())).in_short[-1].text == "Een stuk dat erop antwoordt, is niet gevonden."


def test_after_that_come_the_newest_status_and_what_is_in_the_newest_document() -> None:
    covers = (Coverage(element="deel", extent="gedekt"),)
    elements = (an_element(id="deel"),)
    page = page_of(a_commitment(elements=elements, evidence=(an_evidence(covers=covers),)))
    assert [said.text for said in page.stands] == [
        "Laatst bekende status: openstaand, stand van 1 juli 2020.",
        "Brief van 4 maart 2021: van het ene onderdeel één gedekt.",
    ]
    assert len(page_of(a_commitment(evidence=())).stands) == 1
