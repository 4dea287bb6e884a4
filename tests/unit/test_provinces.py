"""Provincial tables: dates are those of the office, and what no source says is said to be unknown."""

from lrt_site.model.provinces import (
    DatedItem,
    LabelledValue,
    ProvincialFigures,
    ProvincialTable,
    ReportPractice,
    ShownName,
)
from lrt_site.model.register import Register
from lrt_site.views import province, provinces
from lrt_site.views.province import ProvincePage
from lrt_site.views.provinces import ProvincesPage
from tests.builders import (
    SOURCE,
    a_chair,
    a_meeting,
    a_person,
    a_provincial_table,
    a_register,
    a_series,
    an_observation,
    on,
)


def overview(register: Register) -> ProvincesPage:
    page = next(iter(provinces.pages(register)))
    made = page() if callable(page) else page
    assert isinstance(made, ProvincesPage)
    return made


def page_of(table: ProvincialTable, register: Register | None = None) -> ProvincePage:
    return province.page(register or a_register(table), table, None, None)


def figures(*values: LabelledValue, title: str = "Fictieve opgave") -> ProvincialFigures:
    return ProvincialFigures(title=title, unit="plekken", values=values, source=SOURCE)


def test_of_a_table_without_sources_everything_is_said_to_be_unknown() -> None:
    page = page_of(a_provincial_table())
    assert page.lead == (
        "Geen bron gevonden die deze tafel bij naam noemt. Geen bron gevonden die zegt of de verslagen openbaar zijn."
    )
    assert page.reports == "niet bekend"


def test_whether_reports_are_public_is_only_said_where_a_source_settles_it() -> None:
    def reports(public: bool | None) -> str:
        return page_of(a_provincial_table(reports=ReportPractice(public=public, source=SOURCE))).reports

    assert [reports(True), reports(False), reports(None)] == ["ja", "nee", "niet vastgesteld"]


def test_a_chair_is_named_as_such_only_by_a_source() -> None:
    table = a_provincial_table(
        chairs=(
            a_chair(start_date=on("2019-02"), named_as_chair=True),
            a_chair(name="G. Fictief", start_date=on("2021"), acting=True, person="p-fictief"),
        )
    )
    named, other = page_of(table, a_register(table, a_person())).chairs
    assert (named.at_table.text, named.at_table.references) == (province.NAMED, (1,))
    assert (other.at_table.text, other.at_table.references) == (province.NOT_NAMED, ())
    assert other.term.text == "vanaf 2021; einde niet bekend; waarnemend"
    assert not isinstance(other.name, str)


def test_a_chair_without_dates_is_shown_at_the_moment_of_the_source() -> None:
    assert province.term(a_chair(as_shown_at=on("2015-12"))) == "genoemd in december 2015"
    assert province.term(a_chair(as_shown_at=on("2015-12-07"))) == "genoemd op 7 december 2015"
    assert province.term(a_chair()) == "data niet bekend"


def test_the_overview_shows_the_last_target_with_what_was_found() -> None:
    asked, found = LabelledValue(label="gevraagd", value=2000), LabelledValue(label="gevonden", value=1500)
    later = LabelledValue(label="gevonden volgens een brief", value=1600, date=on("2025-07-01"))
    old = figures(LabelledValue(label="gevraagd", value=900))
    other = figures(LabelledValue(label="bijdrage", value=5))
    register = a_register(a_provincial_table(figures=(old, figures(asked, found, later), other)))
    (row,) = overview(register).rows
    assert row.asked is not None
    assert row.asked.text == "2.000 plekken"
    assert [one.text for one in row.found] == ["1.500", "1.600 (volgens een brief, 1 juli 2025)"]


def test_the_overview_counts_the_tables_with_public_reports() -> None:
    public = ReportPractice(public=True, source=SOURCE)
    register = a_register(a_provincial_table(), a_provincial_table(id="prt-twee", reports=public))
    assert overview(register).frame.description.endswith(
        "Van één daarvan zegt een bron dat de verslagen openbaar zijn."
    )
    assert overview(a_register()).frame.description == "Er zijn nog geen provinciale tafels beschreven."


def test_a_province_shows_its_row_in_every_version_of_a_divided_figure() -> None:
    values = tuple(
        an_observation(id=f"v-{year}", area=area, value=value, vintage=on(year))
        for year in ("2023", "2024")
        for area, value in (("Fictief-Holland", 30), ("West", 60))
    )
    table = a_provincial_table()
    register = a_register(table, a_series(observations=values))
    targets = page_of(table, register).targets
    assert [row.version.address for row in targets] == [
        "/cijfers/fictieve-reeks/#v-2023",
        "/cijfers/fictieve-reeks/#v-2024",
    ]
    assert overview(register).target[0].address == "/cijfers/fictieve-reeks/"


def test_what_happened_at_the_table_is_linked_from_its_page() -> None:
    table = a_provincial_table()
    meeting = a_meeting(table=table.id)
    assert [link.address for link in page_of(table, a_register(table, meeting)).related] == [
        "/vergaderingen/m-2020-06-15/"
    ]


def test_a_publication_without_a_date_says_that_the_source_gives_none() -> None:
    item = DatedItem(what="Fictief plan", source=SOURCE)
    (shown,) = page_of(a_provincial_table(publications=(item,))).publications
    assert shown.when == "de bron noemt geen datum"


def test_provinces_lead_to_each_other_by_name() -> None:
    tables = (
        a_provincial_table(id="prt-b", province="Aa", names=(ShownName(name="Tafel Aa", source=SOURCE),)),
        a_provincial_table(id="prt-a", province="Bee"),
    )
    register = a_register(*tables)
    assert [one.province for one in provinces.in_order(register)] == ["Aa", "Bee"]
    _, first, second = (page() if callable(page) else page for page in provinces.pages(register))
    assert first.frame.next is not None
    assert second.frame.previous is not None
    assert (first.frame.next.title, second.frame.previous.title) == ("Bee", "Aa")


def test_who_is_only_named_for_the_office_is_not_shown_in_it() -> None:
    holder = a_chair(name="A. Fictief", end_date=on("2025-12-01"))
    named = a_chair(name="B. Fictief", note="Aanbevolen als opvolger (fictief).")
    (row,) = overview(a_register(a_provincial_table(chairs=(holder, named)))).rows
    assert row.chair is not None
    assert row.chair.text == "A. Fictief"
    assert row.chair_term == "tot en met 1 december 2025; begin niet bekend"
