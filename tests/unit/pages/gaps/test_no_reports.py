"""Accounts that were not found are counted for each kind of table, beside the forms of those that were."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.register import Record
from lrt_site.pages.gaps import no_reports
from lrt_site.pages.gaps.no_reports import NoReportsPage
from tests.builders import a_meeting, a_provincial_table, a_register, a_report, on


def the_page(*records: Record) -> NoReportsPage:
    return no_reports.page(GapsOnDay(a_register(*records), date(2021, 1, 1)))


def test_accounts_are_counted_by_their_form() -> None:
    page = the_page(
        a_meeting(report=a_report(form="nieuwsbericht")),
        a_meeting(id="m-2", report=a_report()),
        a_meeting(id="m-3"),
        a_meeting(id="m-4", state="gepland", date=on("2022-01-01")),
    )
    (national,) = page.reports
    assert (national.held, national.missing, national.forms) == (3, 1, (("hoofdlijnen", 1), ("nieuwsbericht", 1)))


def test_it_begins_with_the_newest_meeting_without_an_account_and_tells_each_kind_of_table() -> None:
    page = the_page(
        a_meeting(), a_meeting(id="m-prt", table="prt-fictief", date=on("2020-07-01")), a_provincial_table()
    )
    assert [(view.tables, view.held, view.missing) for view in page.reports] == [
        ("de landelijke tafel", 1, 1),
        ("provinciale tafels", 1, 1),
    ]
    assert page.frame.description == (
        "Niet gevonden: een verslag of bericht van de vergadering van 15 juni 2020. "
        "Van de landelijke tafel kennen wij 1 gehouden vergadering. Bij 1 daarvan is niets gevonden."
    )
    assert [row.anchor for row in page.listed["verslag"]] == ["stilte-verslag-m-2020-06-15", "stilte-verslag-m-prt"]
