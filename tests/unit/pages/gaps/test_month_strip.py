"""The months are drawn and told: what the drawing shows stands in the table beside it."""

from datetime import date

from lrt_site.findings import gaps, months
from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.findings.months import Month, MonthState
from lrt_site.model.meetings import Meeting
from lrt_site.pages.gaps import month_strip, no_meetings
from lrt_site.pages.gaps.month_strip import STYLES, strip
from tests.builders import a_frequency, a_meeting, a_register, a_table, on
from tests.tools.rendering import as_read

AS_OF = date(2017, 3, 30)


def months_of(*meetings: Meeting, covers_from: str = "2016") -> tuple[months.Month, ...]:
    rule = a_frequency(meetings_per_year=4, covers_from=on(covers_from))
    return months.months_of(meetings, gaps.expected_meetings(meetings, (rule,), AS_OF), AS_OF)


def test_the_table_says_the_same_as_the_drawing() -> None:
    drawn = month_strip.strip(
        months_of(
            a_meeting(id="m-1", date=on("2016-04-06")),
            a_meeting(id="m-2", date=on("2016-05-12")),
            a_meeting(id="m-3", state="aangekondigd", date=on("2016-12-01")),
            a_meeting(id="m-4", date=None, not_before=on("2017-01"), not_after=on("2017-02")),
        )
    )
    assert drawn
    first, second = drawn.table.rows
    assert first[1:3] == ("april, mei", "januari tot en met maart, juni tot en met november")
    assert (first[3], second[3]) == ("alleen aangekondigd: december", "maand niet zeker: januari, februari")
    assert [cell.style for cell in drawn.years[0].cells] == [0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 2]
    assert (drawn.months, drawn.known, drawn.empty) == (14, 2, 10)
    assert [words for _, words in drawn.key] == list(month_strip.WORDS.values())


def a_year(*states: MonthState, ruled: bool = True, year: int = 2020) -> tuple[Month, ...]:
    return tuple(Month(year, place, state, ruled) for place, state in enumerate(states, 1))


def test_without_months_there_is_no_drawing() -> None:
    assert strip(()) is None


def test_months_after_each_other_are_told_as_a_stretch_and_two_as_two() -> None:
    drawn = strip(a_year("bekend", "bekend", "bekend", "leeg", "bekend", "bekend", "leeg", "bekend"))
    assert drawn
    assert drawn.table.rows == (("2020", "januari tot en met maart, mei, juni, augustus", "april, juli", "geen"),)


def test_a_year_without_a_rule_counts_for_nothing_and_only_shows_what_is_known() -> None:
    drawn = strip((*a_year("bekend", "leeg", ruled=False), *a_year("bekend", "leeg", year=2021)))
    assert drawn
    assert [row[1:3] for row in drawn.table.rows] == [
        ("januari", "telt niet mee: geen ritme bekend"),
        ("januari", "februari"),
    ]
    assert [len(year.cells) for year in drawn.years] == [1, 2]
    assert (drawn.months, drawn.known, drawn.empty) == (2, 1, 1)


def test_what_is_only_announced_or_not_sure_is_told_apart() -> None:
    drawn = strip(a_year("aangekondigd", "onzeker", "leeg"))
    assert drawn
    assert drawn.table.rows[0][3] == "alleen aangekondigd: januari; maand niet zeker: februari"
    assert [style for style, _ in drawn.key] == [STYLES["leeg"], STYLES["aangekondigd"], STYLES["onzeker"]]


def test_every_year_has_a_row_and_every_month_its_letter() -> None:
    drawn = strip((*a_year("leeg"), *a_year("leeg", year=2021)))
    assert drawn
    assert "".join(letter for _, letter in drawn.heads) == "JFMAMJJASOND"
    assert [year.year for year in drawn.years] == [2020, 2021]
    assert drawn.years[0].y < drawn.years[1].y < drawn.height
    assert drawn.years[0].cells[0].x == drawn.heads[0][0]


def test_the_table_beside_the_drawing_has_every_year_with_its_months() -> None:
    rule = a_frequency(meetings_per_year=4, covers_from=on("2020"), covers_until=on("2020"))
    unsure = a_meeting(id="m-onzeker", date=None, not_before=on("2020-02"), not_after=on("2020-03"))
    register = a_register(a_table(frequencies=(rule,)), a_meeting(date=on("2020-01-15")), unsure)
    page = as_read(no_meetings.page(GapsOnDay(register, date(2021, 1, 1))), register)
    assert ("2020", "januari", "april tot en met december", "maand niet zeker: februari, maart") in page.rows
    assert "vergadering bekend geen bekende vergadering kan er een zijn geweest: de maand staat niet vast" in page.words
