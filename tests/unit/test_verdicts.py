"""Three answers by three parties stand side by side, each with its date and source, and are never merged."""

from dataclasses import fields

import pytest

from lrt_site.model.commitments import Commitment, Coverage, StatusEvent
from lrt_site.model.register import Register
from lrt_site.views.common import Footnotes
from lrt_site.views.verdicts import Verdicts, extent_counts, scopes, verdicts
from tests.builders import a_commitment, a_person, a_register, a_source, a_status, an_element, an_evidence, on


def verdicts_of(commitment: Commitment, register: Register | None = None) -> Verdicts:
    register = register or a_register(a_person())
    return verdicts(commitment, Footnotes(register), register)


def test_scopes_stand_side_by_side_in_their_own_words_with_their_dates() -> None:
    one = a_commitment(source="s-register", evidence=(an_evidence(scope="één fictieve vergadering"),))
    register = a_register(a_source(id="s-register", kind="register", date=on("2024-10")))
    assert [(each.who, each.said.text, each.date) for each in scopes(one, Footnotes(register), register)] == [
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


@pytest.mark.parametrize(
    ("event", "moments"),
    [
        (
            a_status(as_shown_at=SHOWN),
            ["Zo getoond in oktober 2024.", "Wanneer en door wie besloten: niet gevonden."],
        ),
        (a_status(as_shown_at=None), ["Wanneer en door wie besloten: niet gevonden."]),
        (a_status(as_shown_at=None, decided_on=DAY), ["Besloten op 4 mei 2021. Door wie: niet gevonden."]),
        (a_status(as_shown_at=None, decided_by=WHO), ["Besloten door: fictieve commissie. Wanneer: niet gevonden."]),
        (
            a_status(as_shown_at=None, decided_on=DAY, decided_by=WHO),
            ["Besloten op 4 mei 2021 door: fictieve commissie."],
        ),
    ],
)
def test_a_status_tells_when_and_by_whom_it_was_decided_or_that_this_was_not_found(
    event: StatusEvent, moments: list[str]
) -> None:
    committee = verdicts_of(a_commitment(status_events=(event,))).committee
    assert committee
    assert [one.text for one in committee.moments] == moments
    assert all(one.backing.sources for one in (committee.status, *committee.moments))


def test_a_status_that_was_shown_again_was_decided_when_it_was_decided() -> None:
    decided = a_status(status="voldaan", as_shown_at=None, decided_on=DAY, decided_by=WHO)
    again = a_status(status="voldaan", as_shown_at=SHOWN)
    other = a_status(status="openstaand", as_shown_at=on("2022-01-05"))

    def told(*events: StatusEvent) -> list[str]:
        committee = verdicts_of(a_commitment(status_events=events)).committee
        return [one.text for one in committee.moments] if committee else []

    assert told(decided, again) == ["Zo getoond in oktober 2024.", "Besloten op 4 mei 2021 door: fictieve commissie."]
    assert told(decided, other, again)[-1] == "Wanneer en door wie besloten: niet gevonden."


def test_elements_are_counted_for_each_document_by_itself() -> None:
    elements = tuple(an_element(id=f"el-{number}") for number in range(4))
    some = an_evidence(
        covers=(Coverage(element="el-0", extent="niet genoemd"), Coverage(element="el-1", extent="niet genoemd"))
    )
    all_of_it = an_evidence(
        id="bew-ander", form="rapport", covers=tuple(Coverage(element=one.id, extent="gedekt") for one in elements)
    )
    one = a_commitment(elements=elements, evidence=(some, all_of_it))
    assert extent_counts(some, one) == (("niet genoemd", 2), ("nog niet vergeleken", 2))
    found = verdicts_of(one)
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


def test_without_a_status_there_is_no_decision() -> None:
    assert verdicts_of(a_commitment(status_events=())).committee is None
