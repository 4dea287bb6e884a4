"""Letters and decisions outside meetings: the newest first, by table, each with a page of its own."""

from lrt_site.model.register import Record
from lrt_site.pages.meetings import outputs
from lrt_site.pages.meetings.outputs import OutputPage, OutputsPage
from lrt_site.sitemap.states import made
from tests.builders import a_contradiction, a_provincial_table, a_register, an_output, on
from tests.tools.rendering import as_read

REPORTED = an_output(id="o-reported", date=None, reported_on=on("2019-11-08"))


def test_the_day_of_reporting_is_said_once() -> None:
    overview, page = (made(page) for page in tuple(outputs.pages(a_register(REPORTED))))
    assert isinstance(overview, OutputsPage)
    assert isinstance(page, OutputPage)
    assert [row.when for row in overview.outputs] == ["dag niet bekend; gemeld op 8 november 2019"]
    assert page.when == "dag niet bekend"
    assert page.reported
    assert page.reported.text == "Gemeld op 8 november 2019"


def the_overview(*records: Record) -> OutputsPage:
    page = made(next(iter(outputs.pages(a_register(*records)))))
    assert isinstance(page, OutputsPage)
    return page


def test_the_overview_begins_with_the_newest_of_the_national_table() -> None:
    of_a_province = an_output(id="o-prt", table="prt-fictief", date=on("2022-01-01"))
    page = the_overview(REPORTED, an_output(form="fictieve oproep"), of_a_province, a_provincial_table())
    assert (
        page.frame.description == "Het nieuwste van de landelijke tafel met een datum: fictieve oproep (1 juli 2020)."
    )
    assert [row.link.address for row in page.outputs] == ["/uitingen/o-2020-07-01/", "/uitingen/o-reported/"]
    assert the_overview().frame.description == "Wij kennen nog geen brief of besluit van de tafel."


def test_provincial_tables_follow_by_province_and_only_those_that_sent_something() -> None:
    tables = (
        a_provincial_table(id="prt-a", province="Zee"),
        a_provincial_table(id="prt-b", province="Aa"),
        a_provincial_table(id="prt-c", province="Midden"),
    )
    letters = (
        an_output(id="o-a", table="prt-a"),
        an_output(id="o-b", table="prt-b", date=on("2019")),
        an_output(id="o-b2", table="prt-b", date=on("2021")),
    )
    page = the_overview(*tables, *letters)
    assert [(link.title, [row.link.address for row in rows]) for link, rows in page.provincial] == [
        ("Aa", ["/uitingen/o-b2/", "/uitingen/o-b/"]),
        ("Zee", ["/uitingen/o-a/"]),
    ]


def test_a_row_tells_when_how_sure_what_and_where_sources_disagree() -> None:
    register = a_register(an_output(verified=False), a_contradiction(about=("o-2020-07-01",)))
    page = as_read(next(iter(outputs.pages(register))), register)
    assert "fictieve brief 1 juli 2020 niet geverifieerd. Een verzonnen oproep. bronnen verschillen" in page.words
    assert page.leads_to("dl") == {"/uitingen/o-2020-07-01/", "/tegenspraak/teg-fictief/"}


def test_a_page_tells_the_form_the_moment_the_content_and_all_the_rest() -> None:
    output = an_output(note="Alleen gehoord.", body="Geachte *lezer*,")
    register = a_register(output, a_contradiction(about=(output.id,)))
    _, maker = outputs.pages(register)
    page = made(maker)
    assert (page.frame.title, page.frame.description) == ("Fictieve brief", "Een verzonnen oproep.")
    words = as_read(page, register).words
    assert "Alleen gehoord. Vorm fictieve brief Wanneer 1 juli 2020" in words
    assert words.index("Een verzonnen oproep.") < words.index("Vorm fictieve brief") < words.index("Geachte lezer,")
    assert output.id in as_read(page, register).ids
    assert len(page.frame.contradictions) == 1
    assert [step.title for step in page.frame.trail] == ["Home", "Vergaderingen", "Brieven en besluiten"]


def test_the_way_to_what_a_provincial_table_sent_goes_by_its_province() -> None:
    _, maker = outputs.pages(a_register(an_output(table="prt-fictief"), a_provincial_table()))
    assert [step.title for step in made(maker).frame.trail] == ["Home", "Provincies", "Fictief-Holland"]
