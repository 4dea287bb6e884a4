"""Meetings that were not found stand by year, by month and by announcement, and nothing is claimed without a rule."""

from datetime import date

from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.pages.gaps import no_meetings
from tests.builders import a_frequency, a_meeting, a_register, a_table, on
from tests.tools.rendering import as_read


def test_a_rule_makes_years_and_months_that_were_not_found() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2018"), covers_until=on("2018"))
    register = a_register(a_table(frequencies=(rule,)), a_meeting(id="m-1", date=on("2018-06-15")))
    page = no_meetings.page(GapsOnDay(register, date(2021, 1, 1)))
    assert [row.anchor for row in page.listed["jaar"]] == ["stilte-jaar-2018"]
    assert page.listed["maanden"]
    assert {row.anchor for rows in page.listed.values() for row in rows} <= set(as_read(page, register).ids)
    assert page.frame.description.startswith("Bronnen noemen als ritme:")


def test_without_a_rule_the_page_says_plainly_what_it_does_not_know() -> None:
    words = as_read(no_meetings.page(GapsOnDay(a_register(), date(2021, 1, 1))), a_register()).words
    for told in (
        "Geen bron noemt een regel waarmee wij kunnen tellen hoeveel vergaderingen er te verwachten zijn.",
        "Zonder een regel om mee te tellen noemen wij geen maand zonder vergadering.",
        "Van elke aangekondigde vergadering waarvan de dag voorbij is, weten wij of zij is gehouden.",
    ):
        assert told in words


def test_without_a_rule_the_time_since_the_last_meeting_has_its_place_on_the_page() -> None:
    register = a_register(a_table(frequencies=()), a_meeting(id="m-1", date=on("2018-06-15")))
    read = as_read(no_meetings.page(GapsOnDay(register, date(2021, 1, 1))), register)
    assert "stilte-na-m-1" in read.ids
    assert "noemen wij geen maand" not in read.words
    short = as_read(no_meetings.page(GapsOnDay(register, date(2018, 7, 1))), register)
    assert "Zonder een regel om mee te tellen noemen wij geen maand zonder vergadering." in short.words
