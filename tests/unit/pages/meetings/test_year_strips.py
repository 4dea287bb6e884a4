"""A strip of a year tells in which months a meeting is known, and never more than that."""

from datetime import date

from lrt_site.pages.meetings.year_strips import WORDS, YearStrip, YearStrips, year_strips
from tests.builders import a_frequency, a_meeting, a_register, a_table, on

AS_OF = date(2026, 10, 20)
TABLE = a_table(frequencies=(a_frequency(meetings_per_year=4, covers_from=on("2025")),))


def strips_of(*days: str, only: int | None = None) -> YearStrips:
    meetings = (a_meeting(id=f"m-{day}", date=on(day)) for day in days)
    return year_strips(a_register(TABLE, *meetings), AS_OF, (2025,), only)


def strip_of(year: int, *days: str) -> YearStrip:
    (strip,) = strips_of(*days, only=year).years
    return strip


def test_a_month_has_a_meeting_may_have_one_or_has_none_that_was_found() -> None:
    strip = strip_of(2025, "2025-02-03", "2025-05")
    assert strip.months == ("leeg", "bekend", "leeg", "leeg", "bekend", *["leeg"] * 7)
    assert (strip.in_words, strip.told) == ("vergadering bekend in februari en mei", "2 van 4 bekend")


def test_a_year_without_a_rhythm_says_nothing_of_months_without_a_meeting() -> None:
    strip = strip_of(2024, "2024-02-03")
    assert strip.months == ("geen", "bekend", *["geen"] * 10)
    assert strip.told == "1 bekend"


def test_of_what_is_to_come_only_plans_are_shown() -> None:
    planned = a_meeting(id="m-plan", date=on("2026-12-03"), state="gepland")
    (strip,) = year_strips(a_register(TABLE, planned), AS_OF, (), 2026).years
    assert strip.months[8:] == ("leeg", "later", "later", "aangekondigd")


def test_only_a_year_with_a_page_has_a_link_and_only_signs_in_use_are_explained() -> None:
    strips = strips_of("2024-02-03")
    assert [(strip.year.title, bool(strip.year.address)) for strip in strips.years] == [
        ("2026", False),
        ("2025", True),
        ("2024", False),
    ]
    assert dict(strips.key) == {kind: WORDS[kind] for kind in ("bekend", "leeg", "geen")}


def test_without_a_rhythm_there_is_nothing_to_draw() -> None:
    assert year_strips(a_register(a_table(), a_meeting()), AS_OF, (2020,)) == YearStrips((), ())
