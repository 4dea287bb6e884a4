"""What else touches a commitment is linked kind by kind, and a cited paper leads to where it can be read."""

from typing import Any

import pytest

from lrt_site import urls
from lrt_site.model.commitments import Passage
from lrt_site.model.facts import Backing
from lrt_site.model.meetings import MeetingState
from lrt_site.pages.commitments.related import Whereabouts, related_to, whereabouts
from lrt_site.pages.shared.common import Footnotes
from tests.builders import (
    SOURCE,
    a_citation_pattern,
    a_commitment,
    a_meeting,
    a_register,
    a_series,
    a_source,
    an_agenda_item,
    an_event,
    an_evidence,
    an_observation,
    an_output,
)
from tests.tools.rendering import as_read
from tests.unit.pages.commitments.making import page_of

PASSAGE = Passage(citation="Handelingen I 2019-2020, nr. 29, item 9 - blz. 3", what="fictieve vraag", source=SOURCE)


def test_what_touches_a_commitment_is_linked_from_it() -> None:
    used = an_agenda_item(commitments=("T99001",), figures=("cijfer-fictief",))
    meeting = a_meeting(agenda=(used, an_agenda_item(figures=("cijfer-ander",))))
    series = a_series(observations=(an_observation(id="cijfer-fictief"), an_observation(id="cijfer-ander")))
    event = an_event(event="Fictieve toezegging T99001 gedaan")
    other = an_event(id="geb-ander", event="Fictieve toezegging T99002 gedaan")
    page = page_of(a_commitment(table="fictieve-tafel"), meeting, series, event, other)
    found = {group.heading: [said.runs[0].address for said in group.links] for group in page.related}
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
    assert [group.heading for group in page.related] == [
        "Vergaderingen met haar op de agenda, niet gehouden of nog niet",
        "Cijfers bij die agenda",
    ]


def test_a_passage_has_its_own_source_and_says_when_no_address_is_known() -> None:
    (place,) = page_of(a_commitment(passages=(PASSAGE,))).places
    assert (place.said.text, place.said.backing, place.said.note[0].text) == (
        PASSAGE.citation,
        Backing((SOURCE,)),
        "fictieve vraag",
    )
    assert place.where == Whereabouts(None, None)
    commitment = a_commitment(passages=(PASSAGE,))
    read = as_read(page_of(commitment), a_register(commitment))
    assert f"{PASSAGE.citation}: een webadres is niet gevonden." in read.words


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


PAPER = "35 570 VI, J"


@pytest.mark.parametrize("changes", [{"found": False}, {"url_verified": False}, {"url": None}])
def test_a_source_that_cannot_be_opened_is_no_place_to_read(changes: dict[str, Any]) -> None:
    source = a_source(id="s-a", **{"url": "https://fictief.example/", "citation": PAPER, **changes})
    register = a_register(source)
    assert whereabouts(PAPER, Footnotes(register), register) == Whereabouts(None, None)


def test_a_place_to_read_rests_on_its_source() -> None:
    register = a_register(a_source(id="s-a", url="https://fictief.example/", citation=PAPER, title="Een brief"))
    where = whereabouts("Kamerstuk 35570 VI, J", Footnotes(register), register)
    assert where.address
    assert where.basis
    assert where.address.title == "Lees Kamerstuk 35570 VI, J"
    assert (where.basis.text, where.basis.backing.sources) == ("Een brief", ("s-a",))


def test_letters_that_name_it_and_papers_cited_alike_are_linked() -> None:
    promise = a_commitment(evidence=(an_evidence(document=PAPER),))
    letter = an_output(content="Over toezegging T99001.")
    noted = an_output(id="o-noot", content="Iets.", note="Zie T99001.")
    pattern = a_citation_pattern(citation=f"Kamerstuk {PAPER}")
    register = a_register(promise, letter, noted, an_output(id="o-ander"), pattern, a_citation_pattern(id="vin-b"))
    found = {group.heading: [said.runs[0].address for said in group.links] for group in related_to(promise, register)}
    assert found == {
        "Brieven en besluiten van de tafel": ["/uitingen/o-2020-07-01/", "/uitingen/o-noot/"],
        "Hoe de stukken worden aangehaald": ["/vindplaatsen/#vin-fictief"],
    }


def test_where_nothing_touches_it_nothing_is_told() -> None:
    assert related_to(a_commitment(), a_register(a_commitment(), a_meeting())) == ()
