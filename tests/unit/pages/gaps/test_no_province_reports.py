"""Provincial tables stand by what they publish, and those without an account by since when."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.provinces import ReportPractice
from lrt_site.model.register import Record
from lrt_site.pages.gaps import no_province_reports
from lrt_site.pages.gaps.no_province_reports import NoProvinceReportsPage
from tests.builders import SOURCE, a_meeting, a_provincial_table, a_register, a_report, an_output


def the_page(*records: Record) -> NoProvinceReportsPage:
    return no_province_reports.page(GapsOnDay(a_register(*records), date(2021, 1, 1)))


def test_provincial_tables_stand_by_what_they_publish() -> None:
    public, closed = (ReportPractice(public=public, source=SOURCE) for public in (True, False))
    page = the_page(
        a_provincial_table(id="prt-a", province="A", reports=public),
        a_provincial_table(id="prt-b", province="B", reports=closed),
        a_provincial_table(id="prt-c", province="C"),
        a_provincial_table(id="prt-d", province="D"),
        an_output(table="prt-d"),
        a_meeting(table="prt-a", report=a_report()),
    )
    assert [(level.words, [(row.province.title, row.meetings) for row in level.rows]) for level in page.levels] == [
        ("volgens een bron zijn verslagen openbaar", [("A", 1)]),
        ("andere stukken, geen verslagen gevonden", [("D", 0)]),
        ("volgens een bron zijn verslagen niet openbaar", [("B", 0)]),
        ("niets gevonden", [("C", 0)]),
    ]
    assert page.provinces == 4
    assert [row.anchor for row in page.rows] == [f"stilte-provincie-prt-{letter}" for letter in "bcd"]
    assert page.frame.description == (
        "Op deze site staat geen verslag van een vergadering van de provinciale tafel in B, C en D. "
        "Openbaar zijn zulke verslagen volgens een bron niet in B."
    )


def test_it_begins_with_where_accounts_are_public_when_none_of_any_table_is_here() -> None:
    table = a_provincial_table(id="prt-a", province="A", reports=ReportPractice(public=True, source=SOURCE))
    other = a_provincial_table(id="prt-b", province="B")
    assert the_page(table, other).frame.description == (
        "Van geen van de 2 provinciale tafels staat op deze site een verslag van een vergadering. "
        "Openbaar zijn zulke verslagen volgens een bron wel in A."
    )
    reported = a_meeting(table="prt-a", report=a_report())
    assert the_page(table, reported).frame.description.startswith("Van elke provinciale tafel staat")
    assert the_page().frame.description == "Er zijn geen provinciale tafels beschreven."
