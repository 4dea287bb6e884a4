"""The page of a commitment: numbers and order, and never a verdict."""

from datetime import date

import pytest

from lrt_site import urls
from lrt_site.model.commitments import Commitment, Coverage, Passage
from lrt_site.model.facts import Backing
from lrt_site.model.meetings import MeetingState
from lrt_site.pages.commitments import commitments, timeline
from lrt_site.pages.commitments.commitment import CommitmentPage
from lrt_site.pages.commitments.related import Whereabouts
from lrt_site.pages.shared.common import Footnotes
from tests.builders import (
    SOURCE,
    a_citation_pattern,
    a_commitment,
    a_deadline,
    a_meeting,
    a_person,
    a_register,
    a_series,
    a_source,
    a_statement,
    a_status,
    an_agenda_item,
    an_element,
    an_event,
    an_evidence,
    an_observation,
    on,
)
from tests.tools.tables import texts

AS_OF = date(2026, 1, 15)


def page_of(commitment: Commitment, *others: object) -> CommitmentPage:
    register = a_register(commitment, *others)  # type: ignore[arg-type]
    made = [one() for one in commitments.pages(register, AS_OF) if callable(one)]
    page = next(one for one in made if one.frame.record == commitment.id)
    assert isinstance(page, CommitmentPage)
    return page


@pytest.mark.parametrize(
    ("deadline", "sentence"),
    [
        ("2021-03-03", "1 dag na de termijn van 3 maart 2021"),
        ("2021-03-04", "op de dag van de termijn van 4 maart 2021"),
        ("2021-04-01", "28 dagen vóór de termijn van 1 april 2021"),
        (
            "2021-04",
            "dagen tot de termijn van april 2021: niet te tellen, want van een van beide is de dag niet bekend",
        ),
    ],
)
def test_days_between_a_deadline_and_a_document_are_counted(deadline: str, sentence: str) -> None:
    commitment = a_commitment(deadlines=(a_deadline(deadline=on(deadline)),))
    counted = timeline.counted_days(commitment, an_evidence(), Footnotes(a_register()))
    assert [one.text for one in counted] == ["275 dagen na de toezegging van 2 juni 2020", sentence]
    assert all(one.backing.sources for one in counted)


@pytest.mark.parametrize(
    ("status", "deadline", "counted"),
    [
        ("openstaand", "2026-01-05", "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen."),
        ("deels voldaan", "2026-01-14", "Van de termijn van 14 januari 2026 tot 15 januari 2026 is het 1 dag."),
        ("openstaand", "2026-01-15", ""),
        ("openstaand", "2025-12", ""),
        ("voldaan", "2020-01-05", ""),
    ],
)
def test_days_past_a_deadline_are_counted_only_while_it_asks_for_something(
    status: str, deadline: str, counted: str
) -> None:
    commitment = a_commitment(status_events=(a_status(status=status),), deadlines=(a_deadline(deadline=on(deadline)),))
    assert timeline.overdue_in_words(commitment, AS_OF) == counted


def test_moments_stand_in_order_of_time_and_undated_ones_apart() -> None:
    commitment = a_commitment(
        deadlines=(a_deadline(deadline=on("2022-04-01"), set_on=on("2021-01"), granted_by="fictieve commissie"),),
        status_events=(a_status(as_shown_at=None), a_status(status="voldaan", decided_on=on("2022-05-03"))),
        evidence=(an_evidence(),),
    )
    moments, undated = timeline.moments_of(commitment, Footnotes(a_register()))
    assert texts(moments) == [
        ("2 juni 2020", "Toezegging gedaan door: fictief minister"),
        ("januari 2021", "Termijn van 1 april 2022 bepaald door: fictieve commissie"),
        ("4 maart 2021", "Brief: fictieve brief"),
        ("1 april 2022", "Termijn, bepaald in januari 2021"),
        ("3 mei 2022", "Status voldaan, besloten"),
    ]
    assert [one.text for one in undated] == ["Een bron noemt de status openstaand. Een besluit is niet gevonden."]


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
    assert [one.text for one in page.dates] == ["Toegezegd op 2 juni 2020.", "Een termijn is niet gevonden."]


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


def test_what_touches_a_commitment_is_linked_from_it() -> None:
    used = an_agenda_item(commitments=("T99001",), figures=("cijfer-fictief",))
    meeting = a_meeting(agenda=(used, an_agenda_item(figures=("cijfer-ander",))))
    series = a_series(observations=(an_observation(id="cijfer-fictief"), an_observation(id="cijfer-ander")))
    event = an_event(event="Fictieve toezegging T99001 gedaan")
    other = an_event(id="geb-ander", event="Fictieve toezegging T99002 gedaan")
    page = page_of(a_commitment(table="fictieve-tafel"), meeting, series, event, other)
    found = {group.heading: [one.runs[0].address for one in group.links] for group in page.touching}
    assert found == {
        "Vergaderingen die haar bespraken": ["/vergaderingen/m-2020-06-15/"],
        "Cijfers die daarbij zijn gebruikt": [urls.address_of("cijfer-fictief", a_register(series))],
        "Geschiedenis": ["/geschiedenis/#geb-fictief"],
        "Tafel waarover zij gaat": ["/tafel/"],
    }


@pytest.mark.parametrize("state", ["gepland", "aangekondigd", "afgelast"])
def test_a_meeting_that_was_not_held_is_not_said_to_have_discussed_it(state: MeetingState) -> None:
    item = an_agenda_item(commitments=("T99001",), figures=("cijfer-fictief",))
    series = a_series(observations=(an_observation(id="cijfer-fictief"),))
    page = page_of(a_commitment(), a_meeting(agenda=(item,), state=state), series)
    assert [group.heading for group in page.touching] == [
        "Vergaderingen met haar op de agenda, niet gehouden of nog niet",
        "Cijfers bij die agenda",
    ]


def test_an_element_is_quoted_where_it_has_the_words_of_the_register() -> None:
    literal, told = an_element(text="een fictieve brief"), an_element(id="el-ander", text="elk jaar een brief")
    one = a_commitment(register_text="De minister stuurt een fictieve  brief.", elements=(literal, told))
    assert [row.text.text for row in page_of(one).elements] == ["“een fictieve brief”", "elk jaar een brief"]


PASSAGE = Passage(citation="Handelingen I 2019-2020, nr. 29, item 9 - blz. 3", what="fictieve vraag", source=SOURCE)


def test_a_passage_has_its_own_source_and_says_when_no_address_is_known() -> None:
    (place,) = page_of(a_commitment(passages=(PASSAGE,))).places
    assert (place.said.text, place.said.backing, place.said.note[0].text) == (
        PASSAGE.citation,
        Backing((SOURCE,)),
        "fictieve vraag",
    )
    assert place.where == Whereabouts(None, None)


def test_a_passage_leads_to_the_address_that_follows_from_how_papers_are_cited_and_says_how_sure_that_is() -> None:
    pattern = a_citation_pattern(
        citation="Handelingen I 2019-2020, nr. 29, item 9", url="https://handelingen.example/29-9", verified=False
    )
    (place,) = page_of(a_commitment(passages=(PASSAGE,)), pattern).places
    assert place.where.address
    assert (place.where.address.title, place.where.address.address) == (
        f"Lees {PASSAGE.citation}",
        "https://handelingen.example/29-9",
    )
    assert place.where.basis
    assert [mark.word for mark in place.where.basis.marks] == ["niet geverifieerd"]


def test_a_source_that_was_opened_goes_before_an_address_that_follows_from_a_pattern() -> None:
    source = a_source(
        id="s-handelingen", url="https://open.example/", citation="Handelingen I 2019-2020, nr. 29, item 9"
    )
    pattern = a_citation_pattern(citation=source.citation, url="https://patroon.example/")
    (place,) = page_of(a_commitment(passages=(PASSAGE,)), source, pattern).places
    assert place.where.address
    assert place.where.address.address == "https://open.example/"


def test_a_document_is_read_at_its_own_source_but_not_at_the_register() -> None:
    register = a_source(id="s-register", kind="register", url="https://register.example/")
    paper = a_source(id="s-brief", url="https://brief.example/")
    evidence = (an_evidence(source="s-register"), an_evidence(id="bew-ander", source="s-brief"))
    views = page_of(a_commitment(evidence=evidence), register, paper).evidence
    assert [view.where.address and view.where.address.address for view in views] == [None, "https://brief.example/"]


def test_offices_follow_each_other_with_when_they_were_shown() -> None:
    first, second, third = "Fictief Minister", "fictief staatssecretaris", "fictief kanselier"
    events = (
        a_status(responsible=first, as_shown_at=None),
        a_status(responsible=second, former_responsible="fictief minister", as_shown_at=on("2020-09")),
        a_status(responsible=second, former_responsible=first, decided_on=on("2021-02-03")),
        a_status(responsible=third, former_responsible="fictief raadsheer", as_shown_at=on("2022")),
    )
    assert [one.text for one in page_of(a_commitment(status_events=events)).responsible] == [
        "Fictief Minister (volgens een bron zonder datum)",
        "fictief staatssecretaris (volgens een bron in september 2020, nog bij het besluit van 3 februari 2021)",
        "fictief raadsheer (genoemd als voormalig, volgens een bron in 2022)",
        "fictief kanselier (volgens een bron in 2022)",
    ]


def test_a_deadline_that_passed_is_said_with_the_status_and_the_days() -> None:
    page = page_of(a_commitment(deadlines=(a_deadline(deadline=on("2026-01-05")),)))
    told = (*page.dates, *page.passed)
    assert [one.text for one in told] == [
        "Toegezegd op 2 juni 2020.",
        "Termijn: 5 januari 2026.",
        "Termijn verstreken, nog openstaand volgens de laatst bekende stand.",
        "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen.",
    ]
    assert all(one.backing.sources for one in told)


def test_days_past_a_deadline_are_counted_too_where_no_source_names_a_status() -> None:
    page = page_of(a_commitment(deadlines=(a_deadline(deadline=on("2026-01-05")),), status_events=()))
    assert [one.text for one in page.passed] == [
        "Termijn verstreken. Welke status de toezegging toen had, is niet bekend.",
        "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen.",
    ]


def test_a_page_begins_with_what_was_promised_and_what_came() -> None:
    short = (a_statement(text="Dit is beloofd.", source="s-a"), a_statement(text="Dat kwam.", source="s-b"))
    page = page_of(a_commitment(in_short=short), a_source(id="s-a"), a_source(id="s-b"))
    assert [(one.text, one.backing.sources) for one in page.in_short] == [
        ("Dit is beloofd.", ("s-a",)),
        ("Dat kwam.", ("s-b",)),
    ]
    assert page.frame.description == "Dit is beloofd. Dat kwam."


def test_without_words_of_an_editor_the_record_says_it_in_its_own() -> None:
    old = an_evidence(id="oud", scope="iets anders", date=on("2019-01-01"))
    page = page_of(a_commitment(scope_in_register="alle tafels", evidence=(an_evidence(scope="één tafel."), old)))
    assert [one.text.partition(", over")[2] or one.text for one in page.in_short] == [
        ": alle tafels.",
        f"{page.evidence[0].title}: één tafel.",
    ]
    assert page_of(a_commitment(evidence=())).in_short[1].text == "Een stuk dat erop antwoordt, is niet gevonden."
