"""The overview of meetings begins with the last that was held, and every year has a page of its own."""

from datetime import date

import pytest

from lrt_site.model.register import Record
from lrt_site.pages.meetings import meetings
from lrt_site.pages.meetings.meetings import NEWEST, SHOWN_AT_ONCE, MeetingsPage
from tests.builders import (
    a_contradiction,
    a_frequency,
    a_meeting,
    a_provincial_table,
    a_register,
    a_report,
    a_source,
    a_table,
    an_output,
    on,
)
from tests.tools.rendering import as_read

AS_OF = date(2026, 1, 15)


def the_pages(*records: Record) -> dict[str, MeetingsPage]:
    return {page.frame.address: page for page in meetings.pages(a_register(*records), AS_OF)}


def the_overview(*records: Record) -> MeetingsPage:
    return the_pages(*records)["/vergaderingen/"]


def test_the_overview_begins_with_the_last_that_was_held_and_what_came_of_it() -> None:
    page = the_overview(
        a_meeting(id="m-1", date=on("2020-06-15"), conclusions=("Er komen boten.", "En meer.")),
        a_meeting(id="m-2", date=on("2021-06-15"), state="gepland"),
        a_source(),
    )
    assert page.frame.description == "De laatste die wij kennen: vergadering van 15 juni 2020. Er komen boten."
    assert [(row.held, row.outcome, row.more) for row in page.rows] == [
        ("niet bekend, alleen gepland", "niet bekend", 0),
        ("ja", "Er komen boten.", 1),
    ]
    assert the_overview().frame.description == "Wij kennen nog geen vergadering."


def test_where_none_was_held_it_begins_with_the_newest() -> None:
    planned = a_meeting(state="gepland")
    assert the_overview(planned).frame.description == (
        "Vergadering van 15 juni 2020. Waarover, zeggen de bronnen niet."
    )


def test_a_row_tells_what_a_reader_must_know_before_opening_it() -> None:
    renamed = a_meeting(table_name="Oude Tafel", conclusions=("Ja.", "Nee.", "Wie weet."), verified=False)
    register = a_register(
        renamed, a_meeting(id="m-2", date=on("2019-01-01"), report=a_report()), a_contradiction(about=(renamed.id,))
    )
    page = as_read(next(iter(meetings.pages(register, AS_OF))), register)
    assert page.rows[1:] == (
        (
            "15 juni 2020 niet geverifieerd Oude Tafel",
            "Ja. en nog 2 punten bronnen verschillen",
            "niet gevonden",
        ),
        ("1 januari 2019", "niet bekend", "ja: hoofdlijnen"),
    )
    assert {"/vergaderingen/m-2/", "/tegenspraak/teg-fictief/"} <= page.leads_to("table")


def test_provincial_tables_have_a_list_of_their_own_that_names_them() -> None:
    provincial = a_meeting(id="m-prt", table="prt-fictief", table_name="Fictieve PRT")
    page = the_overview(
        a_meeting(),
        provincial,
        a_meeting(id="m-prt-2", date=on("2021-01-01"), table="prt-fictief"),
        a_provincial_table(),
    )
    assert [row.link.address for row in page.rows] == ["/vergaderingen/m-2020-06-15/"]
    assert [(row.link.title, row.table) for row in page.provincial] == [
        ("1 januari 2021 (Fictief-Holland)", ""),
        ("15 juni 2020 (Fictieve PRT)", "Fictieve PRT"),
    ]


def test_every_year_has_a_page_between_the_years_around_it() -> None:
    pages = the_pages(*(a_meeting(id=f"m-{year}", date=on(f"{year}-03-04")) for year in (2018, 2021, 2020)))
    assert [link.title for link in pages["/vergaderingen/"].years] == ["2021", "2020", "2018"]
    frame = pages["/vergaderingen/2020/"].frame
    assert (frame.title, frame.description) == (
        "Vergaderingen in 2020",
        "De laatste die wij kennen: vergadering van 4 maart 2020. Waarover, zeggen de bronnen niet.",
    )
    assert frame.previous
    assert frame.next
    assert (frame.previous.title, frame.next.title) == ("2018", "2021")
    assert (pages["/vergaderingen/2018/"].frame.previous, pages["/vergaderingen/2021/"].frame.next) == (None, None)
    assert [row.link.address for row in pages["/vergaderingen/2020/"].rows] == ["/vergaderingen/m-2020/"]


@pytest.mark.parametrize(("count", "listed"), [(SHOWN_AT_ONCE, SHOWN_AT_ONCE), (SHOWN_AT_ONCE + 1, NEWEST)])
def test_beyond_so_many_meetings_the_overview_has_the_newest_and_every_year_all_of_its_own(
    count: int, listed: int
) -> None:
    pages = the_pages(*(a_meeting(id=f"m-{number:03}") for number in range(count)))
    rows = pages["/vergaderingen/"].rows
    assert (len(rows), rows[0].link.address) == (listed, f"/vergaderingen/m-{count - 1:03}/")
    assert len(pages["/vergaderingen/2020/"].rows) == count


def test_what_the_table_sent_out_is_on_the_overview_and_on_no_year() -> None:
    of_a_province = an_output(id="o-prt", table="prt-fictief")
    pages = the_pages(a_table(), a_meeting(), an_output(), of_a_province, a_provincial_table())
    assert [link.address for link in pages["/vergaderingen/"].outputs] == ["/uitingen/o-2020-07-01/"]
    assert pages["/vergaderingen/2020/"].outputs == ()


def test_the_overview_leads_to_all_that_is_about_meetings() -> None:
    register = a_register(a_meeting(), an_output())
    page = as_read(next(iter(meetings.pages(register, AS_OF))), register)
    assert {
        "/vergaderingen/2020/",
        "/uitingen/",
        "/uitingen/o-2020-07-01/",
        "/verslaglegging/dekking/",
        "/verslaglegging/",
        "/vermeldingen/",
    } <= page.leads_to("main")


def test_where_a_source_gives_a_rhythm_the_years_are_drawn_and_years_without_a_strip_follow() -> None:
    table = a_table(frequencies=(a_frequency(meetings_per_year=4, covers_from=on("2024")),))
    register = a_register(table, a_meeting(id="m-1", date=on("2025-06-15")), a_meeting(id="m-2", date=on("2027-01-01")))
    overview = next(iter(meetings.pages(register, AS_OF)))
    assert [strip.year.title for strip in overview.strips.years] == ["2026", "2025", "2024"]
    assert [link.title for link in overview.years] == ["2027"]
    words = as_read(overview, register).words
    assert "2025 vergadering bekend in juni; 1 van 4 bekend" in words
    assert "Andere jaren 2027" in words
