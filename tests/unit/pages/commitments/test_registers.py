"""How the registers of the Chambers work is told by their own papers, with the commitments that stand in them."""

from lrt_site.model.commitments import RegisterField
from lrt_site.model.register import Record
from lrt_site.pages.commitments import registers
from lrt_site.pages.commitments.registers import RegistersPage
from tests.builders import (
    SOURCE,
    a_commitment,
    a_commitment_register,
    a_register,
    a_source,
    a_statement,
    on,
)
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read


def test_a_register_lists_the_commitments_that_stand_in_it() -> None:
    register = a_register(a_commitment_register(), a_commitment(), a_commitment(id="T99002", chamber="Andere Kamer"))
    (page,) = registers.pages(register)
    assert [link.title for link in page.registers[0].commitments] == ["T99001"]


def test_it_begins_with_how_many_commitments_stand_in_each() -> None:
    other = a_commitment_register(id="reg-ander", chamber="Andere Kamer")
    told = the_page(a_commitment_register(), other, a_commitment()).frame.description
    assert told.startswith("Toezeggingen op deze site: Andere Kamer geen, Fictieve Kamer 1. Hoe de Kamers")
    assert the_page().frame.description.startswith("Hoe de Kamers")


def the_page(*records: Record) -> RegistersPage:
    (page,) = registers.pages(a_register(*records))
    return page


def shown(*records: Record) -> HtmlPage:
    return as_read(the_page(*records), a_register(*records))


def test_statuses_and_workings_stand_with_their_sources_and_moments() -> None:
    register = a_commitment_register(
        statuses=("openstaand", "voldaan"),
        statuses_source="s-ander",
        statuses_note="Meer zijn er niet.",
        workings=(
            a_statement(id="werk-a", text="Zo werkt het.", as_shown_at=on("2021")),
            a_statement(id="werk-b", text="En zo."),
        ),
    )
    (view,) = the_page(register, a_source(id="s-ander")).registers
    assert view.statuses
    assert (view.statuses.text, view.statuses.note[0].text) == ("openstaand, voldaan", "Meer zijn er niet.")
    assert view.statuses.backing.sources == ("s-ander",)
    assert [(said.text, said.anchor, said.backing.sources) for said in view.workings] == [
        ("Zo werkt het. (stand: 2021)", "werk-a", (SOURCE,)),
        ("En zo.", "werk-b", (SOURCE,)),
    ]


def test_the_page_shows_each_register_with_its_fields_and_the_way_to_its_commitments() -> None:
    fields = (RegisterField(name="Nummer", example="T01", note="Uniek."), RegisterField(name="Status"))
    page = shown(a_commitment_register(fields=fields, title_pattern="Toezegging <x>"), a_commitment())
    assert page.rows[1:] == (("Nummer", "T01", "Uniek."), ("Status", "", ""))
    assert "Vorm van de titel: Toezegging <x>" in page.words
    assert "reg-fictief" in page.ids
    assert "/toezeggingen/T99001/" in page.leads_to("main")
    assert {f"/bronnen/{SOURCE}/"} <= page.leads_to("main")


def test_what_is_not_described_is_said() -> None:
    assert "Uit dit register staat nog geen toezegging op deze site." in shown(a_commitment_register()).words
    assert "Er is nog geen register beschreven." in shown().words
    assert the_page(a_commitment_register()).registers[0].statuses is None
