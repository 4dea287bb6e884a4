"""What the government says, what was decided or shown, and what documents cover: side by side, never merged."""

from dataclasses import fields

import pytest

from lrt_site.model.commitments import Commitment, Coverage, StatusEvent
from lrt_site.model.register import Register
from lrt_site.pages.commitments.verdicts import Verdicts, extent_counts, scopes, verdicts
from lrt_site.pages.shared.common import Footnotes
from tests.builders import a_commitment, a_person, a_register, a_source, a_status, an_element, an_evidence, on


def verdicts_of(commitment: Commitment, register: Register | None = None) -> Verdicts:
    register = register or a_register(a_person())
    return verdicts(commitment, Footnotes(register), register)


def test_scopes_stand_side_by_side_in_their_own_words_with_their_dates() -> None:
    commitment = a_commitment(source="s-register", evidence=(an_evidence(scope="één fictieve vergadering"),))
    register = a_register(a_source(id="s-register", kind="register", date=on("2024-10")))
    assert [(each.who, each.said.text, each.date) for each in scopes(commitment, Footnotes(register), register)] == [
        ("Volgens het register", "de fictieve tafel", "oktober 2024"),
        ("Volgens fictieve brief", "één fictieve vergadering", "4 maart 2021"),
    ]


def test_a_scope_that_another_source_tells_is_not_said_to_be_of_the_register() -> None:
    register = a_register()
    (scope,) = scopes(a_commitment(), Footnotes(register), register)
    assert (scope.who, scope.date) == ("Volgens onze bron", "bron zonder datum")


def test_a_document_that_nobody_of_government_signed_is_not_what_the_government_says() -> None:
    signed = an_evidence(signed_by="p-fictief")
    found = verdicts_of(a_commitment(evidence=(signed, an_evidence(id="bew-ander", form="jaarverslag"))))
    assert [claim.title.text for claim in found.government] == ["Brief van 4 maart 2021, ondertekend door F. Fictief"]
    assert [claim.title.text for claim in found.others] == ["Jaarverslag van 4 maart 2021"]
    (claim,) = found.government
    assert (claim.scope.text, claim.content.text) == ("de fictieve tafel", "Een verzonnen overzicht.")
    assert all(getattr(claim, field.name).backing.sources for field in fields(claim))


SHOWN = on("2024-10")
DAY = on("2021-05-04")
WHO = "fictieve commissie"
REGISTER = "s-register"

Told = list[tuple[str, str, list[str]]]


def statuses_of(*events: StatusEvent) -> Told:
    """The headings about the status, each with its status and what stands below."""
    register = a_register(a_person(), a_source(id=REGISTER, kind="register"))
    found = verdicts_of(a_commitment(status_events=events), register).statuses
    assert all(
        bool(said.backing.sources) is (said.text != NOT_FOUND)
        for status in found
        for said in (status.status, *status.moments)
    ), "what a source says names it, and what no source says names none"
    return [(status.heading, status.status.text, [said.text for said in status.moments]) for status in found]


NOT_FOUND = "Een besluit hierover is niet gevonden."


@pytest.mark.parametrize(
    ("event", "heading", "moments"),
    [
        (
            a_status(as_shown_at=SHOWN, source=REGISTER),
            "Welke status het register noemt",
            ["Stand van oktober 2024.", NOT_FOUND],
        ),
        (a_status(as_shown_at=None, source=REGISTER), "Welke status het register noemt", [NOT_FOUND]),
        (a_status(as_shown_at=None), "Welke status onze bron noemt", [NOT_FOUND]),
        (
            a_status(as_shown_at=None, decided_on=DAY),
            "Wat is besloten",
            ["Besloten op 4 mei 2021. Door wie: niet gevonden."],
        ),
        (
            a_status(as_shown_at=None, decided_by="Fictieve Kamer"),
            "Wat is besloten",
            ["Besloten door: Fictieve Kamer. Wanneer: niet gevonden."],
        ),
        (
            a_status(as_shown_at=SHOWN, decided_on=DAY, decided_by=WHO),
            "Wat de commissie besloot",
            ["Besloten op 4 mei 2021 door: fictieve commissie.", "Stand van oktober 2024."],
        ),
    ],
)
def test_a_status_is_said_to_be_decided_only_where_a_source_tells_of_a_decision(
    event: StatusEvent, heading: str, moments: list[str]
) -> None:
    assert statuses_of(event) == [(heading, "openstaand", moments)]
    assert ("beslo" in heading) == bool(event.decided_on or event.decided_by)


def test_what_was_decided_and_what_was_shown_after_it_each_have_a_heading() -> None:
    decided = a_status(status="voldaan", as_shown_at=None, decided_on=DAY, decided_by=WHO)
    again = a_status(status="voldaan", as_shown_at=SHOWN, source=REGISTER)
    other = a_status(status="openstaand", as_shown_at=on("2022-01-05"), source=REGISTER)
    by_whom = ("Wat de commissie besloot", "voldaan", ["Besloten op 4 mei 2021 door: fictieve commissie."])
    shown = "Welke status het register noemt"
    assert statuses_of(decided, again) == [(shown, "voldaan", ["Stand van oktober 2024."]), by_whom]
    assert statuses_of(decided, other) == [(shown, "openstaand", ["Stand van 5 januari 2022.", NOT_FOUND]), by_whom]
    assert statuses_of(decided, other, again)[0] == (shown, "voldaan", ["Stand van oktober 2024.", NOT_FOUND])
    assert statuses_of(again, decided) == [by_whom]


def test_elements_are_counted_for_each_document_by_itself() -> None:
    elements = tuple(an_element(id=f"el-{number}") for number in range(4))
    letter = an_evidence(
        covers=(Coverage(element="el-0", extent="niet genoemd"), Coverage(element="el-1", extent="niet genoemd"))
    )
    all_of_it = an_evidence(
        id="bew-ander",
        form="rapport",
        covers=tuple(Coverage(element=element.id, extent="gedekt") for element in elements),
    )
    commitment = a_commitment(elements=elements, evidence=(letter, all_of_it))
    assert extent_counts(letter, commitment) == (("niet genoemd", 2), ("nog niet vergeleken", 2))
    found = verdicts_of(commitment)
    assert [said.text for said in found.covered] == [
        "Brief van 4 maart 2021: van de vier onderdelen twee niet genoemd, twee nog niet vergeleken.",
        "Rapport van 4 maart 2021: van de vier onderdelen vier gedekt.",
    ]
    assert all(said.backing.sources for said in found.covered)
    assert found.uncovered == ""


@pytest.mark.parametrize(
    ("commitment", "why"),
    [
        (a_commitment(), "Er is geen stuk gevonden om naast de toezegging te leggen."),
        (a_commitment(evidence=(an_evidence(),)), "Deze toezegging is nog niet in onderdelen verdeeld."),
    ],
)
def test_where_there_is_nothing_to_count_it_is_said_why(commitment: Commitment, why: str) -> None:
    found = verdicts_of(commitment)
    assert (found.covered, found.uncovered) == ((), why)


def test_without_a_status_there_is_none_to_tell() -> None:
    assert statuses_of() == []
