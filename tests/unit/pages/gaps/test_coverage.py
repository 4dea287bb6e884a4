"""Every meeting stands beside its account; days are counted only where both are known."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.meetings import Meeting
from lrt_site.model.provinces import DatedItem
from lrt_site.model.register import Record
from lrt_site.pages.gaps import coverage
from lrt_site.pages.gaps.coverage import CoveragePage, CoverageRow, OnThisSite
from lrt_site.wording.runs import Link
from tests.builders import SOURCE, a_history, a_meeting, a_provincial_table, a_register, a_report, a_source, on

AS_OF = date(2021, 6, 15)


def pages(*records: Record, shown: OnThisSite | None = None) -> dict[str, CoveragePage]:
    register = a_register(*records)
    made = coverage.pages(register, GapsOnDay(register, AS_OF), shown or OnThisSite())
    return {maker.address: page for maker in made if isinstance(page := maker(), CoveragePage)}


def overview(*records: Record, shown: OnThisSite | None = None) -> CoveragePage:
    return pages(*records, shown=shown)["/verslaglegging/dekking/"]


def row(meeting: Meeting, *records: Record, shown: OnThisSite | None = None) -> CoverageRow:
    return overview(meeting, *records, shown=shown).tables[0].rows[0]


def reported(identifier: str, day: str, published: str | None) -> Meeting:
    return a_meeting(id=identifier, date=on(day), report=a_report(date=on(published) if published else None))


def test_days_are_counted_only_between_two_known_days() -> None:
    assert row(reported("m-1", "2020-06-15", "2020-06-25")).days == "10 dagen"
    assert row(reported("m-1", "2020-06-15", "2020-06-15")).days == "dezelfde dag"
    assert row(reported("m-1", "2020-06-15", "2020-06")).days == "dag van publicatie niet bekend"
    assert row(reported("m-1", "2020-06-15", None)).days == "dag van publicatie niet bekend"
    assert row(reported("m-1", "2020-06", "2020-06-25")).days == "dag van de vergadering niet bekend"


def test_an_account_is_shown_with_its_form_and_where_it_was_published() -> None:
    shown = row(reported("m-1", "2020-06-15", "2020-06-25"))
    assert (shown.form, shown.publisher, shown.published) == ("hoofdlijnen", "Fictieve Uitgever", "25 juni 2020")
    source = a_source(id="s-web", url="https://fictief.example/verslag")
    found = row(a_meeting(report=a_report(source="s-web")), source)
    assert found.publisher == Link("Fictieve Uitgever", "https://fictief.example/verslag")


def test_a_meeting_without_an_account_leads_to_its_gap() -> None:
    assert row(a_meeting(id="m-1")).none == Link("niet gevonden", "/stilte/verslagen/#stilte-verslag-m-1")
    past = row(a_meeting(id="m-1", state="aangekondigd"))
    assert past.none == Link("niet bekend of zij is gehouden", "/stilte/vergaderingen/#stilte-afloop-m-1")
    assert row(a_meeting(state="gepland", date=on("2021-12-01"))).none == "nog niet geweest"
    assert row(a_meeting(state="afgelast")).none == "afgelast"


def test_a_gathering_is_shown_as_such_and_is_no_meeting() -> None:
    table = a_provincial_table(gatherings=(DatedItem(what="Fictief beraad", date=on("2020-01-02"), source=SOURCE),))
    page = overview(table)
    ((gathering,),) = (group.rows for group in page.tables if group.rows)
    assert (gathering.state, gathering.meeting) == ("bijeenkomst", None)
    assert gathering.gathering
    assert gathering.gathering.text == "Fictief beraad (2 januari 2020)"
    assert gathering.none == Link("niet gevonden", "/stilte/verslagen/#stilte-bijeenkomst-prt-fictief-2020-01-02")
    assert (page.sum.held, page.sum.missing, page.sum.gatherings) == (0, 0, 1)


def test_totals_count_per_table_and_per_year_and_agree_with_the_sum() -> None:
    page = overview(
        reported("m-1", "2018-03-01", "2018-03-04"),
        a_meeting(id="m-2", date=on("2018-09-01")),
        a_meeting(id="m-3", table="prt-fictief", date=on("2020-02-01")),
        a_meeting(id="m-4", state="afgelast", date=on("2020-05-01")),
        a_meeting(id="m-5", date=None, not_after=on("2020-04-05")),
        a_provincial_table(),
    )
    counts = [(total.held, total.reported, total.missing, total.other) for total in (*page.by_table, page.sum)]
    assert counts == [(3, 1, 2, 1), (1, 0, 1, 0), (4, 1, 3, 1)]
    years = [(total.name, total.held, total.reported, total.missing, total.other) for total in page.by_year]
    assert years == [
        ("2018", 2, 1, 1, 0),
        ("2019", 0, 0, 0, 0),
        ("2020", 1, 0, 1, 1),
        ("2021", 0, 0, 0, 0),
        ("jaar niet zeker", 1, 0, 1, 0),
    ]
    assert page.frame.description == (
        "De nieuwste vergadering met een bekend verslag of bericht: Vergadering van 1 maart 2018. "
        "Van de landelijke tafel kennen wij 3 gehouden vergaderingen, en bij 1 een verslag of bericht. "
        "Van provinciale tafels kennen wij 1 gehouden vergadering, en daarbij geen verslag of bericht."
    )


def test_there_is_a_middle_from_three_known_numbers_on() -> None:
    meetings = [reported(f"m-{days}", "2020-01-01", f"2020-01-{days + 1:02}") for days in (2, 4, 9)]
    assert overview(*meetings).sum.middle == "4"
    assert overview(*meetings, reported("m-5", "2020-01-01", "2020-01-06")).sum.middle == "4,5"
    few = overview(*meetings[:2]).sum
    assert (few.timed, few.middle) == (2, "")


def test_the_site_counts_from_the_meeting_to_its_own_publication_only_for_newer_meetings() -> None:
    old = reported("m-oud", "2018-03-01", "2018-03-04")
    new = a_meeting(id="m-nieuw", date=on("2026-01-25"))
    told = reported("m-nieuw", "2026-01-25", "2026-02-01")
    history = a_history(a_register(old), a_register(old, new), a_register(old, told))
    first, second, third = history.publications
    assert [publication.date.text for publication in history.publications] == ["2026-01-05", "2026-02-04", "2026-03-06"]
    then = coverage.on_this_site(history, second)
    assert {key: publication.number for key, publication in then.first.items()} == {"m-oud": first.number}
    now = coverage.on_this_site(history, third)
    rows = overview(old, told, shown=now).tables[0].rows
    assert [item.here for item in rows] == [
        "publicatie 3, 6 maart 2026; 40 dagen na de vergadering",
        "publicatie 1, 5 januari 2026",
    ]
    assert row(told).here == "nog niet gepubliceerd"


def test_beyond_so_many_meetings_every_year_has_a_page() -> None:
    many = [a_meeting(id=f"m-{number:03}", date=on(f"{2018 + number % 2}-01-01")) for number in range(151)]
    made = pages(*many)
    first = made["/verslaglegging/dekking/"]
    assert [link.address for link in first.years] == ["/verslaglegging/dekking/2019/", "/verslaglegging/dekking/2018/"]
    assert (first.tables, first.sum.held) == ((), 151)
    rows = [len(page.tables[0].rows) for page in made.values() if page.tables]
    assert rows == [75, 76]
