"""The page of a commitment: numbers and order, and never a verdict."""

from datetime import date

import pytest

from lrt_site.model.commitments import Commitment, Coverage, Passage
from lrt_site.views import commitments, timeline
from lrt_site.views.commitment import CommitmentPage
from lrt_site.views.common import Footnotes
from tests.builders import (
    SOURCE,
    a_commitment,
    a_deadline,
    a_meeting,
    a_person,
    a_register,
    a_status,
    an_agenda_item,
    an_element,
    an_event,
    an_evidence,
    on,
)

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
    assert timeline.counted_days(commitment, an_evidence()) == (
        "275 dagen na de toezegging van 2 juni 2020",
        sentence,
    )


@pytest.mark.parametrize(
    ("status", "deadline", "counted"),
    [
        ("openstaand", "2026-01-05", "Van de termijn van 5 januari 2026 tot 15 januari 2026 zijn het 10 dagen."),
        ("deels voldaan", "2026-01-14", "Van de termijn van 14 januari 2026 tot 15 januari 2026 zijn het 1 dag."),
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
    assert [(one.when, one.said.text) for one in moments] == [
        ("2 juni 2020", "Toezegging gedaan door: fictief minister"),
        ("januari 2021", "Termijn van 1 april 2022 bepaald door: fictieve commissie"),
        ("4 maart 2021", "Brief: fictieve brief"),
        ("1 april 2022", "Termijn, bepaald in januari 2021"),
        ("3 mei 2022", "Status voldaan, besloten"),
    ]
    assert [one.text for one in undated] == ["Status openstaand, zo getoond. Wanneer dit is besloten, is niet bekend."]


def test_the_fields_of_the_register_stand_in_its_order() -> None:
    names = [field.name for field in page_of(a_commitment()).fields]
    assert names == [
        "Nummer",
        "Status",
        "Datum toezegging",
        "Deadline",
        "Voormalige Verantwoordelijke(n)",
        "Huidige Verantwoordelijke(n)",
        "Kamerleden",
        "Commissie",
        "Soort activiteit",
        "Categorie",
        "Onderwerpen",
        "Kamerstukken",
        "Uit de stukken: vindplaats",
    ]


def test_what_the_register_does_not_say_is_said_to_be_unknown() -> None:
    said = {field.name: [value.text for value in field.values] for field in page_of(a_commitment()).fields}
    for name in ("Deadline", "Kamerleden", "Commissie", "Onderwerpen", "Kamerstukken", "Uit de stukken: vindplaats"):
        assert said[name] == ["niet vermeld"]


def test_who_asked_and_who_promised_lead_to_their_pages() -> None:
    page = page_of(a_commitment(asked_by="p-fictief", asked_by_group="Fictie", made_by="p-fictief"), a_person())
    assert (page.asked_by.text, page.asked_by.runs[0].address) == ("F. Fictief (Fictie)", "/deelnemers/p-fictief/")
    assert page.made_by.text == "F. Fictief (fictief minister)"


def test_each_element_stands_beside_each_document() -> None:
    covered = an_evidence(covers=(Coverage(element="el-fictief", extent="deels gedekt", note="Een deel."),))
    other = an_evidence(id="bew-ander", document="ander stuk")
    (row,) = page_of(a_commitment(elements=(an_element(),), evidence=(covered, other))).elements
    assert [(cell.extent, cell.document.title) for cell in row.cells] == [
        ("deels gedekt", "fictieve brief"),
        ("nog niet vergeleken", "ander stuk"),
    ]
    assert row.cells[0].said.references == (1,)
    assert row.cells[1].said.references == ()


def test_scopes_stand_side_by_side_in_their_own_words() -> None:
    page = page_of(a_commitment(evidence=(an_evidence(scope="één fictieve vergadering"),)))
    assert [(who, said.text) for who, said in page.scopes] == [
        ("Het register", "de fictieve tafel"),
        ("fictieve brief", "één fictieve vergadering"),
    ]


def test_what_touches_a_commitment_is_linked_from_it() -> None:
    meeting = a_meeting(agenda=(an_agenda_item(commitments=("T99001",)),))
    event = an_event(event="Fictieve toezegging T99001 gedaan")
    page = page_of(a_commitment(table="fictieve-tafel"), meeting, event)
    assert [link.address for link in page.related] == [
        "/tafel/",
        "/vergaderingen/m-2020-06-15/",
        "/geschiedenis/#geb-fictief",
    ]


def test_passages_carry_their_own_source() -> None:
    passage = Passage(citation="Handelingen I 2019-2020, nr. 29, item 9", what="fictieve vraag", source=SOURCE)
    field = page_of(a_commitment(passages=(passage,))).fields[-1]
    assert [(value.text, value.references) for value in field.values] == [(passage.citation, (1,))]
