"""Any record can be shown as its fields in Dutch, with its sources, and its words can be looked up."""

from lrt_site.model.facts import Backing
from lrt_site.model.register import Record
from lrt_site.pages.publications import versions
from lrt_site.pages.publications.record import RecordPage
from tests.builders import (
    SOURCE,
    a_contradiction,
    a_meeting,
    a_membership,
    a_person,
    a_register,
    a_role,
    a_seat,
    a_source,
    an_agenda_item,
    an_event,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.publications.making import said


def nested(record: Record) -> RecordPage:
    return versions.record_page(a_register(record), record)


def test_any_record_can_be_shown_as_its_fields() -> None:
    source = a_source(date=on("2021-05"), url="https://fictief.example/", found=False)
    page = versions.record_page(a_register(source), source)
    assert said(page.rows) == {
        "titel": ["Fictief stuk"],
        "uitgever": ["Fictieve Uitgever"],
        "soort": ["overig"],
        "datum": ["mei 2021"],
        "webadres": ["https://fictief.example/"],
        "teruggevonden": ["nee"],
    }
    assert page.frame.address == f"/bronnen/{SOURCE}/"
    assert page.frame.record == SOURCE


def test_parts_are_shown_with_their_own_fields_and_sources_are_marked() -> None:
    record = a_membership(note="Een fictieve opmerking.")
    page = versions.record_page(a_register(record, a_seat(), a_person()), record)
    rows = {row.label: row.said for row in page.rows}
    assert [item.backing for item in rows["bron"]] == [Backing((SOURCE,))]
    assert [reference.id for reference in page.frame.references] == [SOURCE]
    assert [(run.text, run.address) for run in rows["stoel"][0].runs] == [("Fictieve stoel", "/stoelen/stoel-fictief/")]
    person = a_person()
    (roles,) = (row for row in nested(person).rows if row.parts)
    assert [said(part)["ambt"] for part in roles.parts] == [["fictief bestuurder"]]


def test_the_words_of_a_record_stand_in_the_order_of_its_fields() -> None:
    meeting = a_meeting(
        discussed=("Iets fictiefs.",),
        agenda=(an_agenda_item(conclusions=("Akkoord.",)),),
        body="Het *verslag*.",
    )
    text = versions.text_of(a_register(meeting), meeting)
    assert text.split("\n")[-4:] == ["Iets fictiefs.", "Fictief agendapunt", "Akkoord.", "Het *verslag*."]
    assert "Fictief stuk" not in text


def test_the_page_shows_each_field_with_its_name_and_parts_inside_it() -> None:
    person = a_person(roles=(a_role(), a_role(role="minister", note="Let op.")))
    register = a_register(person)
    page = as_read(versions.record_page(register, person), register)
    assert "Een persoon, zoals vastgelegd." in page.words
    assert "naam F. Fictief ambten ambt fictief bestuurder" in page.words
    assert "bron Fictief stuk toelichting Let op." in page.words
    assert "/bronnen/s-fictief/" in page.leads_to("dl")


def test_what_stands_on_a_list_has_the_way_to_it_and_its_id_beside_its_name() -> None:
    event = an_event()
    page = versions.record_page(a_register(event), event)
    assert (page.heading, page.frame.title) == ("mei 2019: Iets fictiefs.", "mei 2019: Iets fictiefs. (geb-fictief)")
    assert [step.title for step in page.frame.trail] == ["Home", "Geschiedenis"]
    register = a_register(event)
    assert "Kenmerk: geb-fictief" in as_read(page, register).words
    meeting = a_meeting()
    assert (
        versions.record_page(a_register(meeting), meeting).frame.title
        == "Vergadering van 15 juni 2020 (Fictieve Tafel)"
    )


def test_web_addresses_can_be_opened_and_unfinished_ones_are_text() -> None:
    whole, part = a_source(id="s-a", url="https://fictief.example/"), a_source(id="s-b", url="https://a.example/<nr>")
    for source, address in ((whole, whole.url), (part, None)):
        rows = {row.label: row.said for row in versions.record_page(a_register(source), source).rows}
        assert rows["webadres"][0].runs[0].address == address


def test_the_text_of_a_record_has_its_body_and_the_page_too() -> None:
    meeting = a_meeting(body="Het *verslag*.")
    register = a_register(meeting, a_contradiction(about=(meeting.id,)))
    page = versions.record_page(register, meeting)
    assert "tekst" not in {row.label for row in page.rows}
    assert as_read(page, register).words.count("Het verslag.") == 1
    assert len(page.frame.contradictions) == 1
