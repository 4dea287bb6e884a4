"""Letters and decisions stand in lists by what is known of their day."""

from lrt_site.pages.shared import output_rows
from tests.builders import a_contradiction, a_register, an_output, on

DATED = an_output(id="o-dated", date=on("2020-07-01"))
BOUNDED = an_output(id="o-bounded", date=None, not_before=on("2018"), not_after=on("2018"), date_note="medio 2018")
REPORTED = an_output(id="o-reported", date=None, reported_on=on("2019-11-08"))
UNKNOWN = an_output(id="o-unknown", date=None)
REGISTER = a_register(UNKNOWN, BOUNDED, REPORTED, DATED)


def test_outputs_stand_by_their_day_or_by_the_bounds_that_are_known() -> None:
    assert output_rows.in_order(REGISTER) == (DATED, REPORTED, BOUNDED, UNKNOWN)


def test_a_moment_is_told_as_exactly_as_it_is_known() -> None:
    assert [output_rows.listed_when(output) for output in (DATED, BOUNDED, REPORTED, UNKNOWN)] == [
        "1 juli 2020",
        "medio 2018",
        "dag niet bekend; gemeld op 8 november 2019",
        "datum onbekend",
    ]


def test_a_row_has_what_is_said_the_marks_and_the_contradictions() -> None:
    output = an_output(derived=True)
    row = output_rows.row_of(a_register(output, a_contradiction(about=(output.id,))), output)
    assert (row.link.title, row.link.address) == ("fictieve brief", "/uitingen/o-2020-07-01/")
    assert (row.when, row.content, [mark.word for mark in row.marks]) == (
        "1 juli 2020",
        "Een verzonnen oproep.",
        ["afgeleid"],
    )
    assert [link.address for link in row.contradictions] == ["/tegenspraak/teg-fictief/"]
