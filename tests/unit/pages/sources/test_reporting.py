"""Forms of reporting are shown with what each holds, where it was seen, and the meetings reported in it."""

from lrt_site.model.register import Record
from lrt_site.pages.sources import mentions
from lrt_site.pages.sources.reporting import ReportingPage
from tests.builders import (
    SOURCE,
    a_commitment,
    a_meeting,
    a_register,
    a_report,
    a_report_form,
    a_source,
    an_event,
    an_output,
    on,
)
from tests.tools.rendering import as_read


def test_a_form_of_reporting_names_the_meetings_known_from_its_source() -> None:
    register = a_register(a_report_form(source="s-ander"), a_source(id="s-ander"), a_meeting(source="s-ander"))
    page = next(page for page in mentions.pages(register) if isinstance(page, ReportingPage))
    assert [link.address for link in page.forms[0].same_source] == ["/vergaderingen/m-2020-06-15/"]


def test_meetings_stand_by_the_form_of_their_account() -> None:
    register = a_register(a_meeting(report=a_report()), a_meeting(id="m-zonder", date=on("2020-06-16")))
    page = next(page for page in mentions.pages(register) if isinstance(page, ReportingPage))
    assert [(form, [link.title for link in links]) for form, links in page.reported] == [
        ("hoofdlijnen", ["Vergadering van 15 juni 2020"])
    ]


def the_page(*records: Record) -> ReportingPage:
    return next(page for page in mentions.pages(a_register(*records)) if isinstance(page, ReportingPage))


def test_it_begins_with_the_newest_meeting_with_an_account() -> None:
    meetings = (
        a_meeting(report=a_report(form="nieuwsbericht")),
        a_meeting(id="m-oud", date=on("2018-01-01"), report=a_report()),
        a_meeting(id="m-nieuw", date=on("2022-01-01")),
    )
    assert the_page(*meetings).frame.description == (
        "De nieuwste vergadering met een bekend verslag of bericht: Vergadering van 15 juni 2020 (nieuwsbericht)."
    )
    assert the_page().frame.description == "Van geen vergadering is een verslag of bericht gevonden."
    assert [form for form, _ in the_page(*meetings).reported] == ["hoofdlijnen", "nieuwsbericht"]


def test_a_form_names_each_source_in_which_it_was_seen_with_its_marks_and_note() -> None:
    form = a_report_form(also_source=("s-b",), verified=False, note="Eén keer gezien.")
    (view,) = the_page(form, a_source(id="s-b", title="Ander stuk")).forms
    first, last = view.seen_in
    assert (first.text, first.marks, first.backing.sources) == ("Fictief stuk", (), (SOURCE,))
    assert (last.text, [mark.word for mark in last.marks], last.note[0].text) == (
        "Ander stuk",
        ["niet geverifieerd"],
        "Eén keer gezien.",
    )
    assert last.backing.sources == ("s-b",)


def test_what_else_rests_on_its_source_is_only_what_the_table_said_or_was_promised() -> None:
    (view,) = the_page(a_report_form(), a_meeting(), an_output(), a_commitment(), an_event()).forms
    assert [link.title for link in view.same_source] == [
        "Vergadering van 15 juni 2020 (Fictieve Tafel)",
        "Fictieve brief",
        "Toezegging T99001",
    ]


def test_the_page_shows_what_each_form_holds_and_what_it_does_not_tell() -> None:
    forms = (
        a_report_form(structure=("kop", "lijst"), structure_note="Soms zonder lijst.", voice="de voorzitter"),
        a_report_form(id="vorm-b", form="bericht", source="s-b"),
    )
    records = (*forms, a_source(id="s-b"), a_meeting(report=a_report()))
    page = as_read(the_page(*records), a_register(*records))
    assert "Opbouw kop lijst Soms zonder lijst. Wie spreekt de voorzitter" in page.words
    assert "Opbouw niet bekend Wie spreekt niet bekend" in page.words
    assert "geen vergadering, brief, besluit of toezegging op deze site" in page.words
    assert "hoofdlijnen Vergadering van 15 juni 2020" in page.words
    assert {"/vergaderingen/m-2020-06-15/", "/verslaglegging/dekking/", "/stilte/verslagen/"} <= page.leads_to("main")
    assert "Er is nog geen vorm beschreven." in as_read(the_page(), a_register()).words
