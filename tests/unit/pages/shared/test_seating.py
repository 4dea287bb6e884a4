"""Who sits where is told by the name of then, with the office, the source and how sure it is."""

from datetime import date
from typing import Any

import pytest

from lrt_site.findings.certainty import span_of
from lrt_site.model.people import OtherName, OtherOrganisationName
from lrt_site.pages.shared.common import Footnotes
from lrt_site.pages.shared.seating import (
    MEETINGS_NAMED,
    NOW,
    Appearance,
    attended_said,
    by_name,
    compositions_in_order,
    holder_runs,
    in_groups,
    last_in_words,
    last_seated_in_words,
    named,
    named_in,
    named_meetings,
    names_in_words,
    newest_composition,
    office_in_words,
    origin_said,
    other_names,
    seats_in_order,
    shown_runs,
    shown_when,
    some_in_words,
    time_of,
    title_of,
    who_fields,
)
from tests.builders import (
    a_composition,
    a_holder,
    a_meeting,
    a_membership,
    a_person,
    a_register,
    a_seat,
    an_attendance,
    an_organisation,
    on,
)


def test_names_come_in_sentences_that_are_not_too_long() -> None:
    names = [f"Anna van der Naam {place}" for place in range(8)]
    groups = in_groups("Een bron noemt aan tafel", names)
    assert [name for group in groups for name in group] == names
    assert [len(group) for group in groups] == [3, 4, 1]
    assert some_in_words("Aan tafel", names).endswith("Anna van der Naam 3 en anderen.")
    assert some_in_words("Aan tafel", names[:1]) == "Aan tafel: Anna van der Naam 0."


def test_an_estimate_is_worded_as_wide_as_it_is() -> None:
    def worded(first: str, last: str) -> str:
        return shown_when(a_composition(as_shown_at=None, estimated_from=on(first), estimated_until=on(last)))

    assert worded("2020", "2020") == "2020"
    assert worded("2020", "2021") == "2020 of 2021"
    assert worded("2020", "2022") == "2020 tot en met 2022"
    assert worded("2020-03", "2021") == "maart 2020 tot en met 2021"
    assert title_of(a_composition(as_shown_at=on("2020-03")), a_register()) == "Vaste deelnemers, fictief, maart 2020"


REGISTER = a_register(a_seat(), a_person(), an_organisation())


def test_the_chair_comes_first_and_the_guests_last_each_by_name() -> None:
    seats = (
        a_seat(id="a", name="B", capacity="vast"),
        a_seat(id="b", name="a", capacity="vast"),
        a_seat(id="c", name="C", capacity="uitgenodigd"),
        a_seat(id="d", name="D", capacity="secretariaat"),
        a_seat(id="e", name="E", capacity="voorzitter"),
    )
    assert [seat.id for seat in seats_in_order(a_register(*seats))] == ["e", "d", "b", "a", "c"]


def test_compositions_stand_in_order_of_the_moment_of_which_they_speak() -> None:
    register = a_register(
        a_composition(id="sam-b", as_shown_at=on("2021-01-01")),
        a_composition(id="sam-a", as_shown_at=on("2022")),
        a_composition(id="sam-c", as_shown_at=on("2019")),
    )
    assert [composition.id for composition in compositions_in_order(register)] == ["sam-c", "sam-b", "sam-a"]
    newest = newest_composition(register)
    assert newest
    assert (newest.id, newest_composition(a_register())) == ("sam-a", None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "F. Fictief"),
        ({"organisation": "org-fictief", "role": "voorzitter"}, "F. Fictief (FO), voorzitter"),
        ({"organisation": "org-fictief", "person": None}, "Fictieve Organisatie (zonder naam)"),
        ({"person": None, "role": "minister"}, "minister"),
        ({"role": "minister", "acting": True}, "F. Fictief, minister (waarnemend)"),
        ({"role": "minister a.i.", "acting": True}, "F. Fictief, minister a.i."),
        ({"acting": True}, "F. Fictief, waarnemend"),
    ],
)
def test_a_holder_is_told_with_all_that_is_known(changes: dict[str, Any], words: str) -> None:
    runs = shown_runs(REGISTER, a_holder(**changes), NOW)
    assert "".join(run.text for run in runs) == words


def test_an_organisation_is_not_named_again_in_full_on_its_own_seat() -> None:
    own = a_seat(organisation="org-fictief")
    register = a_register(own, a_person(), an_organisation())
    with_person = holder_runs(register, "org-fictief", "p-fictief", None, own)
    assert [run.text for run in with_person] == ["F. Fictief"]
    assert [run.text for run in holder_runs(register, "org-fictief", None, None, own)] == ["FO"]
    assert [run.address for run in holder_runs(register, "org-fictief", None, None)] == ["/deelnemers/org-fictief/"]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"organisation": "org-fictief"}, "F. Fictief (FO)"),
        ({"person": None, "organisation": "org-fictief", "acting": True}, "FO, waarnemend"),
        ({"person": None, "role": "minister"}, "minister"),
    ],
)
def test_in_a_list_of_names_a_holder_is_told_shortly(changes: dict[str, Any], name: str) -> None:
    given = named(a_holder(**changes), REGISTER, NOW)
    assert getattr(given, "title", given) == name or given == name


def test_everybody_whom_a_composition_shows_is_named_once() -> None:
    composition = a_composition(holders=(a_holder(), a_holder(seat="stoel-b"), a_holder(person=None, role="x")))
    assert len(named_in(composition, REGISTER)) == 2
    assert names_in_words("Aan tafel", composition, REGISTER) == "Aan tafel: F. Fictief en x."


def test_the_site_says_whom_a_source_shows_last() -> None:
    register = a_register(a_composition(), a_seat(), a_person())
    assert last_seated_in_words(register) == "Het laatst aan tafel genoemd, op 15 juni 2020: F. Fictief."
    guess = a_composition(as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021"))
    assert last_seated_in_words(a_register(guess, a_seat(), a_person())) == (
        "Het laatst aan tafel genoemd, zonder datum, geschat op 2020 of 2021: F. Fictief."
    )
    assert last_seated_in_words(a_register()) == "Geen bron op deze site noemt wie er aan tafel zitten."


def test_of_somebody_the_last_seats_are_named() -> None:
    composition, term = a_composition(), a_membership(start_date=on("2021"), end_date=on("2022"))
    other = a_seat(id="stoel-b", name="B")
    register = a_register(composition, term, a_seat(), other, a_person())
    first = Appearance(span_of(composition), composition.id, a_holder())
    both = (first, Appearance(span_of(composition), composition.id, a_holder(seat="stoel-b")))
    assert last_in_words(register, "Zij", ()) == (
        "Geen bron op deze site noemt een vaste plaats (stoel) aan tafel voor: Zij."
    )
    assert last_in_words(register, "Zij", both) == (
        "Het laatst aan tafel genoemd: Zij, op 15 juni 2020, op de vaste plaatsen ‘Fictieve stoel’ en ‘B’."
    )
    later = Appearance(span_of(composition), term.id, a_holder())
    assert last_in_words(register, "Zij", (*both, later)) == (
        "Het laatst aan tafel genoemd: Zij, 2021 tot in 2022, op de vaste plaats ‘Fictieve stoel’."
    )
    assert last_in_words(register, "", (later,)).startswith("Het laatst aan tafel genoemd: 2021 tot in 2022, op")
    own = a_register(composition, a_seat(organisation="org-fictief"), an_organisation())
    assert last_in_words(own, "Zij", (first,), "org-fictief").endswith("op 15 juni 2020, op de eigen vaste plaats.")


def test_what_shows_a_holder_is_named_by_its_moment_with_how_exact_that_is() -> None:
    guess = a_composition(id="sam-b", as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021"))
    register = a_register(a_composition(verified=False), guess, a_membership(), a_seat(), a_person())
    said = [origin_said(register, origin) for origin in ("sam-fictief", "sam-b", "lid-fictief")]
    assert [(origin.text, [mark.word for mark in origin.marks]) for origin in said] == [
        ("15 juni 2020", ["niet geverifieerd"]),
        ("2020 of 2021", ["schatting"]),
        ("vanaf 3 februari 2020; einde niet bekend", []),
    ]
    assert [origin.runs[0].address for origin in said] == [
        "/samenstelling/sam-fictief/",
        "/samenstelling/sam-b/",
        "/stoelen/stoel-fictief/#lid-fictief",
    ]


def test_the_fields_that_say_who_sat_there_are_those_of_what_shows_it() -> None:
    assert who_fields(a_composition()) == ("holders",)
    assert who_fields(a_membership(), "end") == ("organisation", "person", "role", "end_date")
    assert who_fields(a_membership()) == ("organisation", "person", "role", "start_date", "end_date")


def test_a_term_is_of_all_the_time_between_its_days() -> None:
    then = time_of(a_membership(start_date=on("2020-02"), end_date=on("2021-03-04")))
    assert then.days == (date(2020, 2, 1), date(2021, 3, 4))
    assert then.between != time_of(a_membership()).between
    assert time_of(a_composition()).days == (date(2020, 6, 15), date(2020, 6, 15))


def test_a_meeting_is_told_with_what_is_said_of_the_presence_there() -> None:
    meeting = a_meeting(verified=False)
    register = a_register(meeting, a_person(), an_organisation())
    replaced = an_attendance(presence="vervangen", replaced_by="G. Ander", role="minister")
    for_organisation = an_attendance(organisation="org-fictief")
    told = [
        attended_said(register, (meeting, None), "p-fictief").text,
        attended_said(register, (meeting, replaced), "p-fictief").text,
        attended_said(register, (meeting, for_organisation), "org-fictief").text,
    ]
    assert told == [
        "Vergadering van 15 juni 2020: genoemd in de samenstelling van deze vergadering",
        "Vergadering van 15 juni 2020: vervangen door G. Ander, minister",
        "Vergadering van 15 juni 2020: F. Fictief, aanwezig",
    ]
    said = attended_said(register, (meeting, None), "p-fictief")
    assert ([mark.word for mark in said.marks], said.backing.sources) == (["niet geverifieerd"], ())


def test_of_many_meetings_the_newest_are_named() -> None:
    meetings = [(a_meeting(id=f"m-{number:02}"), None) for number in range(MEETINGS_NAMED + 2)]
    assert named_meetings(meetings) == meetings[2:]


def test_other_names_stand_in_order_of_time_with_their_period_and_source() -> None:
    names = (
        OtherOrganisationName(name="Later", short="L", start_date=on("2019"), source="s-fictief"),
        OtherOrganisationName(name="Eerst", start_date=on("2010"), end_date=on("2012"), source="s-fictief"),
    )
    rows = other_names(Footnotes(REGISTER), an_organisation(other_names=names))
    assert [(row.when.text, row.what.text) for row in rows] == [
        ("2010 tot in 2012", "Eerst"),
        ("vanaf 2019; einde niet bekend", "Later (L)"),
    ]
    assert all(row.what.backing.sources for row in rows)
    (undated,) = other_names(Footnotes(REGISTER), a_person(other_names=(OtherName(name="Ooit", source="s-fictief"),)))
    assert undated.when.text == "wanneer, is niet bekend"


def test_an_office_says_that_somebody_only_acts_in_it_unless_its_words_do() -> None:
    assert office_in_words("minister", acting=False) == "minister"
    assert office_in_words("waarnemend burgemeester", acting=True) == "waarnemend burgemeester"
    assert office_in_words(None, acting=True) == "waarnemend"
    assert office_in_words(None, acting=False) is None


def test_holders_of_one_seat_stand_by_surname_and_those_without_a_person_last() -> None:
    register = a_register(a_person(id="p-a", name="Anna Zee"), a_person(id="p-b", name="Bert Aak"), an_organisation())
    holders = (
        a_holder(person=None, organisation="org-fictief"),
        a_holder(person="p-a"),
        a_holder(person=None, role="minister"),
        a_holder(person="p-b"),
    )
    assert [holder.person or holder.organisation or holder.role for holder in by_name(register, holders)] == [
        "p-b",
        "p-a",
        "org-fictief",
        "minister",
    ]
