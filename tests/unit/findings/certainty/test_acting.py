"""Who acts is said to act, and makes nobody else less sure. All is made up."""

from dataclasses import replace

from lrt_site.checks import people
from lrt_site.findings.certainty import composition_on, histories
from lrt_site.model.register import Record, Register
from tests.builders import (
    a_composition,
    a_holder,
    a_membership,
    a_person,
    a_register,
    a_seat,
    an_organisation,
    on,
)
from tests.unit.checking import told
from tests.unit.naming import made, words

REGULAR = a_membership(start_date=on("2020-01-02"), end_date=on("2022-02-03"))
ACTING = a_membership(
    id="lid-waar", person="p-2", role="directeur", start_date=on("2021-01-02"), end_date=on("2021-05-06"), acting=True
)


def test_who_acts_takes_no_place_and_two_who_act_do_not_share_one() -> None:
    rule = people.seats_have_room_for_their_holders
    seat = a_seat(places=1)
    assert told(rule, seat, REGULAR, ACTING) == []
    assert told(rule, seat, REGULAR, replace(ACTING, acting=False)) == [
        ("lid-waar", ("start_date",), "overlapping-holders")
    ]
    other = replace(ACTING, id="lid-waar-2", person="p-3")
    assert told(rule, seat, REGULAR, ACTING, other) == [("lid-waar-2", ("start_date",), "overlapping-holders")]


def test_who_acts_makes_the_regular_holder_no_less_sure() -> None:
    def asked(*records: Record) -> list[tuple[str | None, str, bool]]:
        (answer,) = composition_on(histories(a_register(a_seat(places=1), *records)), on("2021-03-04"))
        return [(occupancy.person, occupancy.certainty, occupancy.acting) for occupancy in answer.occupancies]

    assert asked(REGULAR, ACTING) == [("p-2", "vastgesteld", True), ("p-fictief", "vastgesteld", False)]
    before, after = (a_composition(id=f"sam-{when}", as_shown_at=on(when)) for when in ("2021-01-01", "2021-07-08"))
    assert ("p-fictief", "aannemelijk", False) in asked(before, after, ACTING)
    between = a_composition(as_shown_at=on("2021-02-03"), holders=(a_holder(person="p-2", acting=True),))
    assert ("p-fictief", "aannemelijk", False) in asked(before, after, between)
    regular = a_composition(as_shown_at=on("2021-02-03"), holders=(a_holder(person="p-2"),))
    assert asked(before, after, regular) == []


def test_wherever_who_acts_holds_a_seat_the_page_says_so() -> None:
    register = a_register(
        a_person(),
        a_person(id="p-2", name="W. Waarnemer"),
        an_organisation(),
        a_seat(places=1, organisation="org-fictief"),
        REGULAR,
        ACTING,
        a_composition(as_shown_at=on("2021-03-04"), holders=(a_holder(person="p-2", acting=True),)),
    )
    pages = made(register)
    addresses = (
        "/samenstelling/sam-fictief/",
        "/samenstelling/2021-03-04/",
        "/stoelen/stoel-fictief/",
        "/deelnemers/p-2/",
        "/deelnemers/org-fictief/",
    )
    for address in addresses:
        assert "waarnemend" in words(pages[address]), address
    assert "waarnemend" not in words(pages["/deelnemers/p-fictief/"])
    alone = made(Register.of(record for record in register.records.values() if record.id != REGULAR.id))
    assert all("waarnemend" in words(alone[address]) for address in ("/samenstelling/", "/stoelen/"))
    assert "directeur (waarnemend)" in words(pages["/deelnemers/p-2/"])


def test_an_office_that_says_it_already_is_left_in_the_words_of_its_source() -> None:
    acting = replace(ACTING, role="waarnemend directeur")
    register = a_register(a_person(id="p-2", name="W. Waarnemer"), a_seat(), acting)
    assert "waarnemend directeur (waarnemend)" not in words(made(register)["/deelnemers/p-2/"])
