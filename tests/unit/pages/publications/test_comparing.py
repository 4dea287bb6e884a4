"""What changed from any publication to the last one stands on a page, and another page compares any two."""

from dataclasses import replace

from lrt_site.model.publications import History
from lrt_site.pages.publications import comparing
from lrt_site.pages.publications.comparing import ComparingPage, SincePage
from tests.builders import a_meeting, a_person, a_register, on
from tests.tools.rendering import as_read
from tests.unit.pages.publications.making import history_of

MEETING = a_meeting()
LATER = replace(MEETING, date=on("2020-06-16"))
LAST = replace(MEETING, date=on("2020-06-17"))


def made(history: History) -> dict[str, ComparingPage | SincePage]:
    pages = (maker() for maker in comparing.pages(history))
    return {page.frame.address: page for page in pages if isinstance(page, ComparingPage | SincePage)}


def since(history: History, name: str = "2026-01-05") -> SincePage:
    page = made(history)[f"/publicaties/{name}/sindsdien/"]
    assert isinstance(page, SincePage)
    return page


def test_one_publication_is_compared_with_nothing() -> None:
    assert made(history_of((MEETING,))) == {}


def test_every_publication_but_the_last_has_a_page_with_what_changed_since() -> None:
    pages = made(history_of((MEETING,), (LATER,), (LAST, a_person())))
    assert pages.keys() == {
        "/publicaties/vergelijken/",
        "/publicaties/2026-01-05/sindsdien/",
        "/publicaties/2026-02-04/sindsdien/",
    }
    compare = pages["/publicaties/vergelijken/"]
    assert isinstance(compare, ComparingPage)
    assert [publication.number for publication in compare.publications] == [3, 2, 1]
    assert [bool(publication.since) for publication in compare.publications] == [False, True, True]
    assert compare.frame.description.endswith("zijn 2 onderdelen nieuw, veranderd of ingetrokken.")


def test_the_outcome_is_told_and_not_the_steps() -> None:
    page = since(history_of((MEETING,), (LATER,), (LAST, a_person())))
    rows = {row.record.title: row for section in page.sections for row in section.rows}
    row = rows["Vergadering van 17 juni 2020 (Fictieve Tafel)"]
    assert ["".join(run.text for run in line) for line in row.lines] == ["Datum: eerst 15 juni 2020, nu 17 juni 2020"]
    assert (row.change, row.said) == ("verbeterd", "Versie 1 naast versie 3.")
    assert row.versions
    assert (row.versions.title, row.versions.address) == ("Alle versies", "/vergaderingen/m-2020-06-15/versies/")
    assert page.frame.description.endswith("1 verbeterd, 1 nieuw.")


def test_one_step_leads_to_its_differences_and_an_end_to_the_versions() -> None:
    (section,) = since(history_of((MEETING,), (LATER,))).sections
    assert section.rows[0].versions
    assert section.rows[0].versions.address == "/vergaderingen/m-2020-06-15/versies/#versie-2"
    (ended,) = since(history_of((MEETING,), ())).sections
    assert (ended.rows[0].change, ended.rows[0].record.address) == (
        "ingetrokken",
        "/vergaderingen/m-2020-06-15/versies/",
    )


def test_where_nothing_differs_the_page_says_so() -> None:
    page = since(history_of((MEETING,), (LATER,), (MEETING,)))
    assert page.frame.description.endswith("niets veranderd.")


def test_the_page_offers_every_publication_and_leads_on_without_a_script() -> None:
    history = history_of((MEETING,), (LATER,))
    read = as_read(made(history)["/publicaties/vergelijken/"], a_register(MEETING))
    assert "/publicaties/2026-01-05/sindsdien/" in read.leads_to("main")
    assert read.words.count("Publicatie 1 (5 januari 2026)") == 2
