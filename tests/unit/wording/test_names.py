"""Records are called by the name of then, cut where it is long, and never two by one name."""

import pytest

from lrt_site.model.people import OtherName
from lrt_site.model.register import Record
from lrt_site.wording.names import CHANGED, NAME_LENGTH, called, days_of, full_name, link_to, name_of, short_name
from tests.builders import (
    a_citation_pattern,
    a_commitment_register,
    a_composition,
    a_contradiction,
    a_mention,
    a_person,
    a_provincial_table,
    a_register,
    a_role,
    a_source,
    a_term,
    an_event,
    an_organisation,
    an_output,
    on,
)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (an_organisation(), "FO"),
        (a_person(), "F. Fictief"),
        (a_source(id="s-ander", title="Ander stuk"), "Ander stuk"),
        (a_term(), "dijktafel"),
        (a_provincial_table(), "Fictief-Holland"),
        (an_event(), "Iets fictiefs."),
        (a_contradiction(), "Twee fictieve stukken verschillen."),
        (a_mention(), "Een fictieve vermelding."),
        (an_output(), "fictieve brief"),
        (a_citation_pattern(), "Een fictief stuk"),
        (a_commitment_register(), "Fictieve Kamer"),
        (a_composition(), "sam-fictief"),
    ],
)
def test_a_record_is_called_by_what_it_has_for_a_name(record: Record, name: str) -> None:
    assert name_of(record.id, a_register(record)) == name


def test_a_part_is_called_by_its_record() -> None:
    assert name_of("opgericht", a_register()) == "Fictieve Tafel"


def test_a_name_is_that_of_then() -> None:
    former = OtherName(name="F. Eerder", end_date=on("2020-01-01"), end_is="laatste dag", source="s-fictief")
    person = a_person(other_names=(former,))
    register = a_register(person)
    then = days_of(on("2019"))
    assert (full_name(person, register), full_name(person, register, then)) == ("F. Fictief", "F. Eerder")
    assert full_name(person, register, days_of(on("2020"))) == "F. Eerder of F. Fictief"
    assert full_name(person, register, days_of(on("2020")), CHANGED) == "F. Eerder, later F. Fictief"
    assert link_to(person.id, register, then=then).title == "F. Eerder"
    assert days_of(None) is None


def test_namesakes_are_told_apart_unless_the_page_says_it_already() -> None:
    minister, mayor = (
        a_person(roles=(a_role(role="minister"),)),
        a_person(id="p-b", roles=(a_role(role="burgemeester"),)),
    )
    register = a_register(minister, mayor)
    assert (full_name(minister, register), full_name(mayor, register)) == (
        "F. Fictief (minister)",
        "F. Fictief (burgemeester)",
    )
    assert full_name(minister, register, said="minister") == "F. Fictief"


def test_organisations_with_one_abbreviation_are_told_apart() -> None:
    one, other = an_organisation(), an_organisation(id="org-b", name="Andere Organisatie")
    register = a_register(one, other)
    assert short_name(one, register) != short_name(other, register)
    assert short_name(one, a_register(one)) == "FO"


def test_a_long_name_is_cut_at_a_word_and_a_composition_has_its_moment() -> None:
    long = called(a_source(title="woord " * 40))
    assert len(long) <= NAME_LENGTH
    assert long.endswith("woord …")
    assert called(a_composition()) == "Vaste deelnemers, fictief, 15 juni 2020"
    guess = a_composition(as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021"))
    assert called(guess) == "Vaste deelnemers, fictief, 2020"


def test_a_link_has_the_name_or_what_it_is_told_to_say() -> None:
    register = a_register(a_person())
    assert (link_to("p-fictief", register).title, link_to("p-fictief", register, "zij").title) == ("F. Fictief", "zij")
    assert link_to("p-fictief", register).address == "/deelnemers/p-fictief/"
