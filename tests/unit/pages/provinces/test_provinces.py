"""The overview of provincial tables opens with a fact, and each table leads to the next."""

from lrt_site.model.provinces import (
    ShownName,
)
from lrt_site.pages.provinces import provinces
from tests.builders import (
    SOURCE,
    a_chair,
    a_provincial_table,
    a_register,
    a_statement,
    a_table,
    on,
)
from tests.unit.pages.provinces.making import AS_OF, overview


def test_the_overview_opens_with_a_fact_and_names_the_chairs_once() -> None:
    named = a_chair(start_date=on("2019"), named_as_chair=True)
    register = a_register(
        a_provincial_table(chairs=(named, a_chair(name="G. Fictief", start_date=on("2021")))),
        a_provincial_table(id="prt-twee", province="Twee", chairs=(a_chair(start_date=on("2020")),)),
    )
    page = overview(register)
    assert page.frame.description == "Er zijn provinciale tafels in Fictief-Holland en Twee."
    assert page.chairs.startswith("In Fictief-Holland noemt een bron wie de tafel voorzit of voorzat. ")
    assert overview(a_register()).frame.description == "Er zijn nog geen provinciale tafels beschreven."
    table = a_table(provincial=(a_statement(text="Elke provincie heeft een tafel (fictief)."),))
    assert overview(a_register(table)).lead.text == "Elke provincie heeft een tafel (fictief)."
    assert overview(a_register(table)).in_general == ()


def test_provinces_lead_to_each_other_by_name() -> None:
    tables = (
        a_provincial_table(id="prt-b", province="Aa", names=(ShownName(name="Tafel Aa", source=SOURCE),)),
        a_provincial_table(id="prt-a", province="Bee"),
    )
    register = a_register(*tables)
    assert [table.province for table in provinces.in_order(register)] == ["Aa", "Bee"]
    _, first, second = (page() if callable(page) else page for page in provinces.pages(register, AS_OF))
    assert first.frame.next is not None
    assert second.frame.previous is not None
    assert (first.frame.next.title, second.frame.previous.title) == ("Bee", "Aa")
