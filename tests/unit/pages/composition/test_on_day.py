"""Who sat at the table on a day, seat by seat, with how sure that is and why."""

from lrt_site.findings.certainty import histories
from lrt_site.model.register import Record, Register
from lrt_site.pages.composition.composition import CompositionsPage, pages
from lrt_site.pages.composition.on_day import CompositionOnDatePage, calendar
from lrt_site.pages.shared.common import PageView
from tests.builders import (
    a_composition,
    a_contradiction,
    a_holder,
    a_membership,
    a_person,
    a_register,
    a_seat,
    a_statement,
    a_table,
    on,
)
from tests.tools.rendering import as_read
from tests.unit.pages.composition.making import AS_OF, the_register


def made(register: Register) -> dict[str, PageView]:
    """Every page by its address."""
    ready = (page() if callable(page) else page for page in pages(register, histories(register), AS_OF))
    return {page.frame.address: page for page in ready}


def date_page(when: str, *records: Record) -> CompositionOnDatePage:
    page = made(the_register(*records))[f"/samenstelling/{when}/"]
    assert isinstance(page, CompositionOnDatePage)
    return page


def overview(*records: Record) -> CompositionsPage:
    page = made(the_register(*records))["/samenstelling/"]
    assert isinstance(page, CompositionsPage)
    return page


def began(when: str) -> Record:
    return a_table(founded=a_statement(id="opgericht", text="De tafel begon.", as_shown_at=on(when)))


def test_there_is_a_page_for_every_turning_day_and_every_first_of_january() -> None:
    register = the_register()
    days = [day.text for day in calendar(register, histories(register), AS_OF).days.listed]
    assert days == ["2019-01-01", "2020-01-01", "2020-06-15", "2020-06-16", "2021-01-01", "2022-01-01"]


def test_a_month_or_year_that_a_source_shows_has_a_page_of_its_own() -> None:
    register = the_register(a_composition(as_shown_at=on("2020-06")))
    assert calendar(register, histories(register), AS_OF).wholes == (on("2020-06"),)


def test_the_founding_of_the_table_changes_what_pages_say() -> None:
    register = the_register(began("2020-02"))
    days = calendar(register, histories(register), AS_OF).days.listed
    assert {on("2020-02-01"), on("2020-03-01"), on("2019-01-01")} <= set(days)


def test_no_day_before_the_table_is_offered_unless_a_source_shows_somebody_then() -> None:
    register = the_register(began("2020-02"))
    offered = calendar(register, histories(register), AS_OF).offered.listed
    assert offered[0] == on("2020-02-01")
    before = date_page("2020-02-01", began("2020-02")).frame.previous
    assert before is not None
    assert before.address == "/samenstelling/2020-01-01/"  # It has an address, so something leads there.
    early = the_register(began("2020-02"), a_composition(as_shown_at=on("2019-05-06")))
    assert calendar(early, histories(early), AS_OF).offered.listed[0] == on("2019-05-06")


def test_no_page_lies_after_the_day_on_which_the_site_speaks() -> None:
    register = the_register(a_composition(as_shown_at=on("2023-05-05")))
    assert max(day.earliest for day in calendar(register, histories(register), AS_OF).days.listed) <= AS_OF


def test_pages_grow_with_the_moments_and_not_with_the_seats() -> None:
    def count(moments: int, seats: int) -> int:
        places = [a_seat(id=f"stoel-{number}") for number in range(seats)]
        holders = tuple(a_holder(seat=seat.id) for seat in places)
        shown = (
            a_composition(
                id=f"sam-{number:02}", as_shown_at=on(f"2020-{number % 12 + 1:02}-1{number // 12}"), holders=holders
            )
            for number in range(moments)
        )
        return len(made(a_register(*shown, *places, a_person())))

    assert count(40, 2) == count(40, 8)
    assert count(40, 2) - count(20, 2) <= 3 * 20


def test_a_register_without_compositions_still_has_its_pages() -> None:
    page = overview(a_seat())
    assert page.latest is None
    assert page.frame.description == "Geen bron op deze site noemt wie er aan tafel zitten."
    assert date_page("2022-01-01", a_seat()).after_all is not None


def test_a_certain_holder_comes_with_what_shows_it() -> None:
    (seat,) = date_page("2020-06-15").known
    (held,) = seat.held
    assert held.who.text == "F. Fictief"
    assert [mark.word for mark in held.who.marks] == ["zeker"]
    assert [(word, said.text) for word, said in held.reasons] == [("Volgens een bron", "15 juni 2020")]


def test_a_date_begins_with_who_sat_there() -> None:
    seats = "Van de enige stoel (vaste plaats aan tafel) is dat"
    later = a_composition(id="sam-later", as_shown_at=None, estimated_from=on("2021"), estimated_until=on("2022"))
    assert [date_page(day, a_composition(), later).frame.description for day in ("2020-06-15", "2020-06-16")] == [
        f"Zeker aan tafel op 15 juni 2020: F. Fictief. {seats} zeker.",
        f"Waarschijnlijk aan tafel op 16 juni 2020: F. Fictief. {seats} waarschijnlijk.",
    ]
    assert date_page("2022-01-01").frame.description.startswith(
        "Wie er op 1 januari 2022 aan tafel zat, is niet bekend."
    )


def test_a_likely_holder_comes_with_what_shows_it_before_and_after() -> None:
    later = a_composition(id="sam-later", as_shown_at=None, estimated_from=on("2021"), estimated_until=on("2022"))
    (seat,) = date_page("2020-06-16", a_composition(), later).known
    (held,) = seat.held
    assert [mark.word for mark in held.who.marks] == ["waarschijnlijk"]
    assert [(word, said.text) for word, said in held.reasons] == [
        ("Volgens een bron ervoor", "15 juni 2020"),
        ("en erna", "2021 of 2022"),
    ]


def test_an_unknown_seat_comes_with_the_sources_around_the_date() -> None:
    guess = a_composition(id="sam-gok", as_shown_at=None, estimated_from=on("2021"), estimated_until=on("2022"))
    (seat,) = date_page("2021-01-01", a_composition(), guess).unknown
    assert [(word, said.text) for word, said in seat.hints] == [
        ("Laatst ervoor genoemd", "F. Fictief (15 juni 2020)"),
        ("Misschien toen genoemd", "F. Fictief (2021 of 2022)"),
        ("Erna", "geen bevestigde vermelding noemt deze stoel later"),
    ]


def test_before_the_founding_there_are_no_seats_to_tell_of() -> None:
    page = date_page("2015-01-01", began("2016-03"), a_composition())
    assert (page.known, page.unknown) == ((), ())
    assert page.founding is not None
    assert page.frame.description == "Op 1 januari 2015 bestond de tafel nog niet."
    assert page.applies.in_words == "Dit geldt voor elke dag tot en met 29 februari 2016."


def test_in_the_month_of_the_founding_the_page_says_both() -> None:
    page = date_page("2016-03-01", began("2016-03"), a_composition())
    assert page.founding is not None
    assert len(page.unknown) == 1
    assert date_page("2016-04-01", began("2016-03"), a_composition()).founding is None


def test_the_last_page_says_since_when_nothing_is_known() -> None:
    page = date_page("2022-01-01")
    assert page.after_all is not None
    assert page.after_all.text.startswith("De laatste bron over wie er aan tafel zit, gaat over 15 juni 2020.")
    assert page.applies.in_words.startswith("Dit geldt voor 16 juni 2020 tot en met 1 juli 2022, de dag waarop")
    assert date_page("2020-01-01").after_all is None


def test_a_known_term_is_named_as_what_an_answer_rests_on() -> None:
    term = a_membership(start_date=on("2020-02-03"), end_date=on("2021-02-03"))
    (seat,) = date_page("2021-01-01", term).known
    assert [said.text for _, said in seat.held[0].reasons] == ["3 februari 2020 tot en met 3 februari 2021"]


def test_a_page_is_marked_where_sources_disagree_about_a_seat() -> None:
    (seat,) = date_page("2020-06-15", a_composition(), a_contradiction(about=("stoel-fictief",))).known
    assert [link.title for link in seat.contradictions] == ["bronnen verschillen"]


def test_the_page_shows_every_seat_with_what_it_rests_on() -> None:
    empty = a_seat(id="stoel-leeg", name="Lege stoel")
    register = the_register(a_composition(), empty)
    page = as_read(date_page("2020-06-15", a_composition(), empty), register)
    assert "Fictieve stoel" in page.words
    assert "F. Fictief" in page.words
    assert "Lege stoel" in page.words
    assert {"/stoelen/stoel-fictief/", "/stoelen/stoel-leeg/", "/samenstelling/sam-fictief/"} <= page.leads_to("main")
