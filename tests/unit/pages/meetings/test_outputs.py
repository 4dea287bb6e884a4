"""Letters and decisions outside meetings stand by what is known of their day."""

from lrt_site.pages.meetings import outputs
from lrt_site.pages.meetings.outputs import OutputPage, OutputsPage
from lrt_site.pages.shared import output_rows
from lrt_site.sitemap.states import made
from tests.builders import a_register, an_output, on

DATED = an_output(id="o-dated", date=on("2020-07-01"))
BOUNDED = an_output(id="o-bounded", date=None, not_before=on("2018"), not_after=on("2018"), date_note="medio 2018")
REPORTED = an_output(id="o-reported", date=None, reported_on=on("2019-11-08"))
UNKNOWN = an_output(id="o-unknown", date=None)
REGISTER = a_register(UNKNOWN, BOUNDED, REPORTED, DATED)


def test_outputs_stand_by_their_day_or_by_the_bounds_that_are_known() -> None:
    assert output_rows.in_order(REGISTER) == (DATED, REPORTED, BOUNDED, UNKNOWN)


def test_the_day_of_reporting_is_said_once() -> None:
    overview, page = (made(one) for one in tuple(outputs.pages(a_register(REPORTED))))
    assert isinstance(overview, OutputsPage)
    assert isinstance(page, OutputPage)
    assert [row.when for row in overview.outputs] == ["dag niet bekend; gemeld op 8 november 2019"]
    assert page.when == "dag niet bekend"
    assert page.reported
    assert page.reported.text == "Gemeld op 8 november 2019"
