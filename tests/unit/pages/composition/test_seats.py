"""A seat over time, drawn and told. All of it is made up."""

from lrt_site.findings.certainty import histories
from lrt_site.model.register import Record
from lrt_site.pages.composition.seats import SeatPage, SeatsPage, pages
from tests.builders import (
    a_membership,
    a_register,
    a_seat,
    a_statement,
    a_table,
    on,
)
from tests.tools.rendering import pages_of
from tests.unit.pages.composition.making import AS_OF, PEOPLE, shown


def told(*records: Record) -> SeatPage:
    founded = a_table(founded=a_statement(id="opgericht", as_shown_at=on("2019")))
    register = a_register(founded, *records, *PEOPLE)
    ready = (page() if callable(page) else page for page in pages(register, histories(register), AS_OF))
    return next(page for page in ready if isinstance(page, SeatPage))


def test_the_table_tells_what_is_drawn_in_order_of_time() -> None:
    rows = told(a_seat(), shown("2020"), shown("2021-03-04")).rows
    assert [(row.when, [mark.word for mark in row.how]) for row in rows] == [
        ("2020", ["zeker", "dag niet bekend"]),
        ("1 januari 2021 tot en met 3 maart 2021", ["waarschijnlijk"]),
        ("4 maart 2021", ["zeker"]),
    ]


def test_a_known_term_is_told_once() -> None:
    rows = told(a_seat(), a_membership(start_date=on("2020-01-01"), end_date=on("2021-01-01"))).rows
    assert [row.when for row in rows] == ["1 januari 2020 tot en met 1 januari 2021"]


def test_a_start_alone_is_told_as_a_start() -> None:
    page = told(a_seat(), a_membership())
    assert [row.when for row in page.rows] == ["begin: 3 februari 2020"]
    assert [(said.text, said.anchor) for said in page.memberships] == [
        ("F. Fictief, vanaf 3 februari 2020; einde niet bekend", "lid-fictief")
    ]


def test_what_is_likely_of_a_person_is_not_told_again_of_the_organisation() -> None:
    rows = told(
        a_seat(),
        shown("2020-01-01", organisation="org-fictief"),
        shown("2021-01-01", organisation="org-fictief"),
    ).rows
    assert [row.who.text for row in rows] == ["F. Fictief (FO)", "F. Fictief", "F. Fictief (FO)"]


def test_a_seat_says_who_was_last_shown_in_it() -> None:
    assert (
        told(a_seat()).frame.description
        == "Geen bron op deze site noemt wie er op de vaste plaats aan tafel ‘Fictieve stoel’ zit."
    )
    page = told(a_seat(), shown("2020-06-15"))
    assert (
        page.frame.description == "Het laatst genoemd op de vaste plaats aan tafel ‘Fictieve stoel’: "
        "F. Fictief, 15 juni 2020."
    )


def test_the_list_names_every_seat_and_what_it_is() -> None:
    register = a_register(a_seat(capacity="uitgenodigd"), a_seat(id="stoel-b", name="B", capacity="voorzitter"))
    first = next(pages(register, histories(register), AS_OF))
    listing = first() if callable(first) else first
    assert isinstance(listing, SeatsPage)
    assert [(row.seat.title, row.capacity, row.last) for row in listing.rows] == [
        ("B", "voorzitter", None),
        ("Fictieve stoel", "genodigde", None),
    ]


def test_a_seat_of_which_no_holder_is_known_has_a_source_and_says_who_is_missing() -> None:
    register = a_register(a_seat())
    told = pages_of(register)
    for address in ("/samenstelling/", "/stoelen/"):
        assert "geen bron noemt wie er op deze stoel zat" in told[address]
    assert "Geen bron op deze site noemt wie er op de vaste plaats" in told["/stoelen/stoel-fictief/"]
    assert not [address for address, html in told.items() if "geen bron noemt deze stoel" in html]
