"""The page of a meeting begins with what came of it, and tells who was there and what was said."""

import pytest

from lrt_site.findings.meeting_order import outcome_of
from lrt_site.model.facts import Statement
from lrt_site.model.meetings import Agreement, Meeting, MeetingDocument, MeetingState
from lrt_site.model.register import Record
from lrt_site.pages.meetings import meeting
from lrt_site.pages.meetings.meeting import MeetingPage
from lrt_site.pages.meetings.meetings import HELD_IN_WORDS
from lrt_site.wording.runs import Link
from tests.builders import (
    SOURCE,
    a_commitment,
    a_composition,
    a_contradiction,
    a_holder,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_report,
    a_seat,
    a_series,
    a_source,
    an_agenda_item,
    an_attendance,
    an_event,
    an_observation,
    an_organisation,
    an_output,
    on,
)
from tests.tools.pages import HtmlPage
from tests.tools.rendering import as_read


def the_page(*records: Record) -> MeetingPage:
    (make,) = meeting.pages(a_register(a_seat(), a_person(), an_organisation(), *records))
    page = make()
    assert isinstance(page, MeetingPage)
    return page


@pytest.mark.parametrize(
    ("made", "texts", "concluded"),
    [
        (a_meeting(conclusions=("Zo is het.",), discussed=("Boten",)), ("Zo is het.",), True),
        (a_meeting(agenda=(an_agenda_item(conclusions=("Ja.",)), an_agenda_item())), ("Ja.",), True),
        (a_meeting(discussed=("Boten",), agenda=(an_agenda_item(),)), ("Boten",), False),
        (a_meeting(agenda=(an_agenda_item(title="Boten"),)), ("Boten",), False),
        (a_meeting(), (), False),
    ],
)
def test_what_came_of_it_goes_before_what_it_was_about(made: Meeting, texts: tuple[str, ...], concluded: bool) -> None:
    assert (outcome_of(made).texts, outcome_of(made).concluded) == (texts, concluded)
    page = the_page(made)
    assert (tuple(said.text for said in page.outcome), page.concluded) == (texts, concluded)


def test_what_the_page_begins_with_is_not_said_again() -> None:
    assert the_page(a_meeting(discussed=("Boten",))).discussed == ()
    assert len(the_page(a_meeting(discussed=("Boten",), conclusions=("Ja.",))).discussed) == 1


@pytest.mark.parametrize("state", HELD_IN_WORDS)
def test_a_page_says_whether_it_was_held(state: MeetingState) -> None:
    page = the_page(a_meeting(state=state))
    assert (page.held == "ja") == (state == "gehouden") != page.planned


def test_a_contradiction_stands_where_it_is_about_and_once() -> None:
    about = a_contradiction(about=("m-2020-06-15",))
    disputed = the_page(a_meeting(disputed=("De een zegt dit, de ander dat.",)), about)
    assert (disputed.when.contradictions, len(disputed.contradictions), disputed.frame.contradictions) == ((), 1, ())
    agreed = the_page(a_meeting(), about)
    assert (agreed.when.contradictions, agreed.contradictions, len(agreed.frame.contradictions)) == ((), (), 1)


def test_who_was_there_is_named_at_once() -> None:
    shown = a_composition(id="sam", holders=(a_holder(organisation="org-fictief"),))
    page = the_page(a_meeting(composition="sam"), shown)
    assert [getattr(item, "title", item) for item in page.present] == ["F. Fictief (FO)"]
    attended = (an_attendance(), an_attendance(organisation="org-fictief", person=None, presence="afwezig"))
    page = the_page(a_meeting(composition="sam", attendance=attended), shown)
    assert [getattr(item, "title", item) for item in page.present] == ["F. Fictief"]
    assert the_page(a_meeting()).present == ()


def shown(*records: Record) -> HtmlPage:
    """The page of the first meeting, as a reader gets it."""
    register = a_register(a_seat(), a_person(), an_organisation(), *records)
    return as_read(next(iter(meeting.pages(register))), register)


def test_a_report_stands_with_its_form_its_publisher_and_the_day_on_which_it_was_adopted() -> None:
    report = a_report(date=on("2020-07-03"))
    page = shown(a_meeting(report=report, adopted_on=on("2020-09-14")))
    assert "Verslag Fictief verslag. Een hoofdlijnen van Fictieve Uitgever, 3 juli 2020." in page.words
    assert "Vastgesteld op 14 september 2020" in page.words
    assert "Vastgesteld op" not in shown(a_meeting(report=report)).words


@pytest.mark.parametrize(
    ("state", "told"),
    [
        ("gehouden", "Van deze vergadering is geen verslag gevonden."),
        ("afgelast", "Deze vergadering ging niet door."),
        ("gepland", "Geen bron zegt dat deze vergadering is gehouden. Een verslag is niet gevonden."),
        ("aangekondigd", "Geen bron zegt dat deze vergadering is gehouden. Een verslag is niet gevonden."),
    ],
)
def test_where_there_is_no_report_the_page_says_so(state: MeetingState, told: str) -> None:
    assert f"Verslag {told}" in shown(a_meeting(state=state)).words


def test_what_else_rests_on_its_source_is_linked_but_not_the_meeting_itself() -> None:
    records = (
        a_meeting(),
        a_meeting(id="m-2021-01-01", date=on("2021-01-01")),
        a_meeting(id="m-elders", date=on("2022-01-01"), source="s-ander"),
        an_output(),
        an_event(),
        a_commitment(),
        a_source(id="s-ander"),
    )
    page = shown(*records)
    assert page.words.partition("Ook uit deze bron ")[2].startswith(
        "Vergadering van 1 januari 2021 fictieve brief Iets fictiefs. "
    )
    found = {"/vergaderingen/m-2021-01-01/", "/uitingen/o-2020-07-01/", "/geschiedenis/"}
    assert page.leads_to("section") & {"/vergaderingen/m-2020-06-15/", "/vergaderingen/m-elders/", *found} == found
    assert "Ook uit deze bron" not in shown(a_meeting()).words


def test_what_was_disputed_stands_under_its_own_heading_with_where_sources_disagree() -> None:
    page = shown(a_meeting(disputed=("De een zegt dit, de ander dat.",)), a_contradiction(about=("m-2020-06-15",)))
    assert "Betwist De een zegt dit, de ander dat." in page.words
    assert "/tegenspraak/teg-fictief/" in page.leads_to("main")
    assert "Betwist" not in shown(a_meeting()).words


def test_an_agenda_item_tells_what_was_said_concluded_agreed_disputed_and_used() -> None:
    item = an_agenda_item(
        topic="ond-fictief",
        discussed=("Er is gepraat.",),
        conclusions=("Er komen boten.",),
        agreements=(
            Agreement(who="de voorzitter", what="schrijft een brief", due=on("2020-08-01")),
            Agreement(who="de secretaris", what="zoekt boten"),
        ),
        disputed=("Hoeveel boten.",),
        figures=("w-fictief",),
        commitments=("T99001",),
    )
    page = shown(a_meeting(agenda=(item, an_agenda_item(title="Havens"))), a_series(), a_commitment())
    assert page.rows[1:] == (
        ("de voorzitter", "schrijft een brief", "1 augustus 2020", "Fictief agendapunt"),
        ("de secretaris", "zoekt boten", "geen termijn genoemd", "Fictief agendapunt"),
    )
    before, _, after = page.words.rpartition("Agendapunt 1: Fictief agendapunt ")
    assert before.count("Er komen boten.") == 1
    assert "Betwist Hoeveel boten. (bij Fictief agendapunt)" in before
    assert "Toezeggingen T99001: Fictieve toezegging" in before
    assert "Onderwerp: fictie Besproken Er is gepraat. Gebruikte cijfers Fictieve reeks: 1.200 plekken" in after
    assert "Er komen boten." not in after
    assert {"/tafel/", "/cijfers/fictieve-reeks/", "/toezeggingen/T99001/"} <= page.leads_to("main")


def test_what_an_editor_wrote_in_short_begins_the_page_and_all_conclusions_follow() -> None:
    short = (Statement(text="Er komen boten.", source=SOURCE),)
    page = the_page(a_meeting(in_short=short, conclusions=("Zo is het.", "En zo.")))
    assert [(said.text, said.backing.sources) for said in page.in_short] == [("Er komen boten.", (SOURCE,))]
    assert [conclusion.said.text for conclusion in page.conclusions] == ["Zo is het.", "En zo."]
    without = the_page(a_meeting(conclusions=("Zo is het.", "En zo.")))
    assert [conclusion.said.text for conclusion in without.conclusions] == ["En zo."]
    assert page.frame.description == "Er komen boten."


def test_what_the_account_tells_under_the_heading_of_an_agenda_item_stands_with_it_and_once() -> None:
    body = "Vooraf.\n\n## Boten\n\nVeel boten.[^1]\n\n## Rest\n\nNog wat.\n\n[^1]: Een noot."
    page = shown(a_meeting(agenda=(an_agenda_item(title="Boten"), an_agenda_item(title="Havens")), body=body))
    told = ("Vooraf.", "Agendapunt 1: Boten Veel boten.", "Agendapunt 2: Havens", "Rest Nog wat.", "Noten Een noot.")
    places = [page.words.index(words) for words in told]
    assert places == sorted(places)
    assert page.words.count("Veel boten.") == 1


def test_of_what_was_only_planned_the_subjects_were_named_beforehand() -> None:
    item = an_agenda_item(discussed=("Er wordt gepraat.",))
    words = shown(a_meeting(state="gepland", discussed=("Boten",), agenda=(item,))).words
    assert "Vooraf genoemd: Boten" in words
    assert "Vooraf genoemd Er wordt gepraat." in words
    assert "Vergaderdatum: 15 juni 2020" in words
    assert "Een lijst van wie er zouden komen, vonden wij niet." in words
    assert "Een lijst van wie er waren, vonden wij niet." in shown(a_meeting()).words


@pytest.mark.parametrize(
    ("state", "verb"),
    [("gehouden", "sprak"), ("gepland", "zou spreken"), ("afgelast", "zou spreken"), ("aangekondigd", "zou spreken")],
)
def test_no_table_is_said_to_have_spoken_where_no_source_says_that_it_met(state: MeetingState, verb: str) -> None:
    words = shown(a_meeting(state=state, discussed=(), conclusions=())).words
    assert f" op deze vergadering {verb}, noemen de bronnen niet." in words


def test_everybody_named_stands_with_the_office_and_whether_they_were_there() -> None:
    attendance = (
        an_attendance(role="fictief minister", organisation="org-fictief"),
        an_attendance(person=None, organisation="org-fictief", presence="vervangen", replaced_by="G. Ander"),
        an_attendance(presence="afwezig"),
    )
    assert shown(a_meeting(attendance=attendance)).rows[1:] == (
        ("F. Fictief, FO", "fictief minister", "aanwezig"),
        ("FO", "niet genoemd", "vervangen door G. Ander"),
        ("F. Fictief", "niet genoemd", "afwezig"),
    )


def test_figures_stand_with_their_status_marks_sources_and_contradictions() -> None:
    series = a_series(observations=(an_observation(verified=False, status="definitief"),))
    about = a_contradiction(about=("w-fictief",))
    (figure,) = the_page(a_meeting(figures=("w-fictief",)), series, about).figures
    assert figure.text == "Fictieve reeks: 1.200 plekken op 17 mei 2021, definitief"
    assert ([mark.word for mark in figure.marks], figure.backing.sources) == (["niet geverifieerd"], (SOURCE,))
    assert [link.address for link in figure.contradictions] == ["/tegenspraak/teg-fictief/"]


def test_a_document_leads_to_its_own_address_or_else_to_its_source() -> None:
    documents = (
        MeetingDocument(title="Brief", url="https://fictief.example/brief"),
        MeetingDocument(title="Nota", source=SOURCE),
        MeetingDocument(title="Kaart"),
    )
    page = shown(a_meeting(documents=documents))
    assert "Stukken Brief Nota Kaart" in page.words
    assert "https://fictief.example/brief" in {link for _, link in page.links}
    given = the_page(a_meeting(documents=documents)).documents
    assert given == (Link("Brief", "https://fictief.example/brief"), Link("Nota", f"/bronnen/{SOURCE}/"), "Kaart")


def test_a_meeting_stands_between_its_neighbours_in_time_at_its_own_table() -> None:
    days = ("2021-01-01", "2020-01-01", "2022-01-01")
    own = (a_meeting(id=f"m-{day}", date=on(day)) for day in days)
    other = a_meeting(id="m-ander", table="prt-fictief", table_name="Fictieve PRT", date=on("2021-06-01"))
    pages = [make() for make in meeting.pages(a_register(*own, other, a_provincial_table()))]
    frames = {page.frame.record: page.frame for page in pages}
    middle = frames["m-2021-01-01"]
    assert middle.previous
    assert middle.next
    assert (middle.previous.title, middle.next.title) == (
        "Vergadering van 1 januari 2020",
        "Vergadering van 1 januari 2022",
    )
    assert (frames["m-2020-01-01"].previous, frames["m-2022-01-01"].next) == (None, None)
    assert (frames["m-ander"].previous, frames["m-ander"].next) == (None, None)
    assert [step.title for step in middle.trail] == ["Home", "Vergaderingen", "2021"]
    assert [step.title for step in frames["m-ander"].trail] == ["Home", "Provincies", "Fictief-Holland"]


def test_a_worked_out_day_and_the_note_about_it_are_told() -> None:
    page = the_page(a_meeting(derived=True, note="De bron zegt dinsdag."))
    assert page.frame.moment == "vergaderdatum: 15 juni 2020 (afgeleid)"
    words = shown(a_meeting(derived=True, note="De bron zegt dinsdag.")).words
    assert "Toelichting De bron zegt dinsdag." in words
    assert words.count("De bron zegt dinsdag.") == 1


def test_the_account_of_an_editor_stands_on_the_page() -> None:
    assert "Er is lang gepraat." in shown(a_meeting(body="Er is *lang* gepraat.")).words


def test_one_sentence_tells_which_meeting_it_was_and_the_first_thing_that_came_of_it() -> None:
    made = a_meeting(conclusions=("Er komen boten.", "En meer."))
    assert the_page(made).frame.description == ("Vergadering van 15 juni 2020 van de Fictieve Tafel: Er komen boten.")
    assert the_page(a_meeting()).frame.description == "Vergadering van 15 juni 2020 van de Fictieve Tafel."
    off = a_meeting(state="afgelast", discussed=("Boten.",))
    assert the_page(off).frame.description == "Vergadering van 15 juni 2020 van de Fictieve Tafel (afgelast): Boten."
