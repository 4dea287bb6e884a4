"""Persons and organisations have the name of then, and a new name is no correction. All is made up."""

from dataclasses import replace
from datetime import date

import pytest

from lrt_site import ledger, publishing
from lrt_site.differences import class_of, differences
from lrt_site.export.v1 import from_v1, to_v1
from lrt_site.model.names import names_in, shorts_in
from lrt_site.model.people import OtherName, OtherOrganisationName, Person
from lrt_site.pages.commitments import commitments
from lrt_site.pages.composition.person import PersonPage
from lrt_site.wording.names import full_name
from tests.builders import (
    SOURCE,
    a_commitment,
    a_composition,
    a_history,
    a_holder,
    a_meeting,
    a_membership,
    a_person,
    a_register,
    a_seat,
    an_attendance,
    an_evidence,
    an_organisation,
    on,
)
from tests.unit.naming import AS_OF, given, made, words

OLD = OtherName(name="Oud", end_date=on("2020-05-01"), source=SOURCE)
MARRIED = a_person(name="Nieuw", other_names=(OLD,))


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2019-01-01", "2019-01-01", ("Oud",)),
        ("2020-05-01", "2020-05-01", ("Oud",)),
        ("2020-05-02", "2020-05-02", ("Nieuw",)),
        ("2020-01-01", "2020-12-31", ("Oud", "Nieuw")),
        ("2021-01-01", "2021-12-31", ("Nieuw",)),
    ],
)
def test_a_moment_has_the_name_of_then(first: str, last: str, shown: tuple[str, ...]) -> None:
    assert names_in(MARRIED, (date.fromisoformat(first), date.fromisoformat(last))) == shown
    assert names_in(MARRIED, None) == ("Nieuw",)


def test_a_year_within_which_a_name_changed_gives_no_false_certainty() -> None:
    year = replace(MARRIED, other_names=(replace(OLD, end_date=on("2020")),))
    day = date(2020, 6, 15)
    assert names_in(year, (day, day)) == ("Oud", "Nieuw")
    assert full_name(year, a_register(year), (day, day)) == "Oud of Nieuw"


def test_between_two_names_with_a_gap_either_may_have_been_used() -> None:
    second = OtherName(name="Tweede", start_date=on("2022-01-02"), end_date=on("2023-02-03"), source=SOURCE)
    day = date(2021, 1, 1)
    assert names_in(replace(MARRIED, other_names=(second, OLD)), (day, day)) == ("Oud", "Tweede")


def test_a_name_without_a_period_is_listed_and_never_shown_as_that_of_then() -> None:
    alias = replace(MARRIED, other_names=(OtherName(name="Bijnaam", source=SOURCE),))
    assert names_in(alias, (date(2019, 1, 1), date(2019, 1, 1))) == ("Nieuw",)
    page = made(a_register(alias, a_seat()))["/deelnemers/p-fictief/"]
    assert "wanneer, is niet bekend" in words(page)


def test_every_page_of_a_moment_shows_the_name_of_then_and_the_own_page_all_names_with_their_sources() -> None:
    register = a_register(
        MARRIED,
        a_seat(),
        a_composition(id="sam-toen", as_shown_at=on("2019-03-04")),
        a_composition(id="sam-nu", as_shown_at=on("2021-03-04")),
        a_meeting(id="m-toen", date=on("2019-03-04"), attendance=(an_attendance(),)),
        a_meeting(id="m-nu", date=on("2021-03-04"), attendance=(an_attendance(),)),
    )
    pages = made(register)
    for address in ("/samenstelling/sam-toen/", "/samenstelling/2019-03-04/", "/vergaderingen/m-toen/"):
        assert "Oud" in words(pages[address])
        assert "Nieuw" not in words(pages[address])
    for address in ("/samenstelling/sam-nu/", "/samenstelling/2021-03-04/", "/vergaderingen/m-nu/", "/samenstelling/"):
        assert "Oud" not in words(pages[address])
        assert "Nieuw" in words(pages[address])
    seat = words(pages["/stoelen/stoel-fictief/"])
    assert "Oud, later Nieuw" in seat
    own = pages["/deelnemers/p-fictief/"]
    assert isinstance(own, PersonPage)
    (other,) = own.other_names
    assert (other.when.text, other.what.text, other.what.backing.sources) == (
        "tot en met 1 mei 2020; begin niet bekend",
        "Oud",
        ("s-fictief",),
    )
    assert [row.link.title for row in given(pages["/deelnemers/"], "persons")] == ["Nieuw"]


def test_a_membership_over_a_change_of_name_has_both_names() -> None:
    term = a_membership(start_date=on("2019-01-02"), end_date=on("2021-02-03"))
    page = made(a_register(MARRIED, a_seat(), term))["/stoelen/stoel-fictief/"]
    assert "Oud, later Nieuw" in words(page)


def test_who_signed_or_promised_is_named_by_the_name_of_then() -> None:
    commitment = a_commitment(
        date=on("2019-03-04"),
        made_by="p-fictief",
        evidence=(an_evidence(id="b-nu", date=on("2021-03-04"), signed_by="p-fictief"),),
    )
    register = a_register(MARRIED, commitment)
    ready = [make() for make in commitments.pages(register, AS_OF) if callable(make)]
    (page,) = [page for page in ready if page.frame.record == commitment.id]
    assert "Oud" in words(given(page, "made_by"))
    assert "Nieuw" in words(given(page, "evidence"))


def test_an_organisation_has_the_name_and_the_abbreviation_of_then() -> None:
    former = OtherOrganisationName(name="Oude Organisatie", short="OO", end_date=on("2020-05-01"), source=SOURCE)
    body = an_organisation(other_names=(former,))
    day = date(2019, 1, 1)
    assert (names_in(body, (day, day)), shorts_in(body, (day, day))) == (("Oude Organisatie",), ("OO",))
    shown = a_composition(as_shown_at=on("2019"), holders=(a_holder(organisation="org-fictief"),))
    register = a_register(body, a_person(), a_seat(), shown)
    assert "'OO'" in words(made(register)["/samenstelling/sam-fictief/"])
    assert "Oude Organisatie (OO)" in words(made(register)["/deelnemers/org-fictief/"])


def test_a_record_with_names_is_what_was_published_and_one_without_keeps_its_bytes() -> None:
    assert from_v1(to_v1(MARRIED)) == MARRIED
    assert not {"other_names", "sort_name"} & set(to_v1(a_person()))
    assert not {"time", "label"} & set(to_v1(a_meeting()))
    assert "acting" not in to_v1(a_membership())


# a new name is no correction


def test_a_new_name_with_the_old_one_kept_in_its_period_is_an_addition() -> None:
    old = a_person(name="Oud")
    assert class_of(differences(old, MARRIED)) == "aanvulling"
    body = an_organisation()
    former = OtherOrganisationName(name=body.name, short=body.short, end_date=on("2020"), source=SOURCE)
    renamed = replace(body, name="Nieuwe Organisatie", short="NO", other_names=(former,))
    assert class_of(differences(body, renamed)) == "aanvulling"


@pytest.mark.parametrize(
    "new",
    [
        a_person(name="Nieuw"),
        replace(MARRIED, other_names=(replace(OLD, end_date=None),)),
        replace(MARRIED, other_names=(replace(OLD, name="Een ander"),)),
    ],
)
def test_a_name_that_is_replaced_or_not_kept_as_it_was_is_a_correction(new: Person) -> None:
    assert class_of(differences(a_person(name="Oud"), new)) == "correctie"


def test_a_name_that_was_among_the_earlier_ones_already_gives_no_cover_for_another_change() -> None:
    old = replace(MARRIED, name="Oud")
    assert class_of(differences(old, replace(old, name="Weer anders"))) == "correctie"


def drafted(new: Person) -> str:
    history = a_history(a_register(a_person(name="Oud")))
    register = a_register(new)
    changes = ledger.pending(history, register, {})
    desk = publishing.ComingPublication(history, register, changes, None, {}, None, (), (), settled=False)
    return publishing.drafted(desk, None, register.site.sources_checked_on.latest)


def test_a_draft_says_how_a_new_name_becomes_no_correction() -> None:
    hint = "Zet haar bij 'other_names', met 'end_date'."
    assert hint in drafted(a_person(name="Nieuw"))
    assert hint not in drafted(MARRIED)
    assert hint not in drafted(a_person(name="Oud", name_note="Iets anders."))
