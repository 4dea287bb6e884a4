"""What the pages about the composition say. All of it is made up."""

from lrt_site.findings.certainty import histories
from lrt_site.model.register import Record, Register
from lrt_site.pages.composition.composition import CompositionPage, CompositionsPage, pages
from lrt_site.pages.shared.common import PageView
from tests.builders import (
    a_composition,
    a_seat,
    on,
)
from tests.unit.pages.composition.making import AS_OF, the_register


def made(register: Register) -> dict[str, PageView]:
    """Every page by its address."""
    ready = (page() if callable(page) else page for page in pages(register, histories(register), AS_OF))
    return {page.frame.address: page for page in ready}


def composition_page(*records: Record) -> CompositionPage:
    page = made(the_register(*records))["/samenstelling/sam-fictief/"]
    assert isinstance(page, CompositionPage)
    return page


def overview(*records: Record) -> CompositionsPage:
    page = made(the_register(*records))["/samenstelling/"]
    assert isinstance(page, CompositionsPage)
    return page


def test_a_composition_says_how_complete_it_is() -> None:
    assert composition_page(a_composition()).completeness.startswith("De bron zegt niet dat dit iedereen is.")
    whole = composition_page(a_composition(complete=True))
    assert (
        whole.completeness == "De bron zegt dat dit iedereen is. De bron noemt 1 van de 1 stoelen die deze site kent."
    )


def test_a_composition_without_a_date_is_marked_as_an_estimate() -> None:
    guess = a_composition(
        as_shown_at=None, estimated_from=on("2020"), estimated_until=on("2021"), as_shown_note="Pagina zonder datum."
    )
    page = composition_page(guess)
    assert page.frame.title == "Vaste deelnemers, fictief, 2020 of 2021 (schatting)"
    assert [mark.word for mark in page.when.marks] == ["schatting"]
    assert page.on_date is None


def test_the_overview_tells_of_every_seat_what_was_last_shown_the_chair_first() -> None:
    empty = a_seat(id="stoel-leeg", name="Lege stoel", capacity="voorzitter")
    rows = overview(a_composition(), empty).seats
    assert [(row.seat.title, [said.text for said in row.holders]) for row in rows] == [
        ("Lege stoel", []),
        ("Fictieve stoel", ["F. Fictief (15 juni 2020)"]),
    ]
