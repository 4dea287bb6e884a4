"""What every publication changed can be read, and addresses that ended go on answering."""

from collections.abc import Mapping
from dataclasses import replace

from lrt_site.model.publications import History
from lrt_site.model.register import Record
from lrt_site.pages.publications import publications
from lrt_site.pages.publications.editions import NO_EDITIONS
from lrt_site.pages.publications.publication import (
    ChangeRow,
    ChangeSection,
    PublicationPage,
)
from lrt_site.pages.publications.publications import PublicationsPage
from lrt_site.wording.values import in_text
from tests.builders import (
    a_history,
    a_meeting,
    a_person,
    a_register,
    on,
)
from tests.tools.rendering import written_out

MEETING = a_meeting()


def history_of(*states: tuple[Record, ...]) -> History:
    return a_history(*(a_register(*records) for records in states))


def made(history: History) -> Mapping[str, PublicationPage]:
    pages = [maker() for maker in publications.pages(history, NO_EDITIONS)]
    return {page.frame.address: page for page in pages if isinstance(page, PublicationPage)}


def last_of(history: History) -> PublicationPage:
    return made(history)[f"/publicaties/{history.last.name}/"]


def shown(page: PublicationPage) -> str:
    """The page as HTML."""
    return written_out(page, a_register(MEETING))[1]


def overview(history: History) -> PublicationsPage:
    (page,) = (
        page for maker in publications.pages(history, NO_EDITIONS) if isinstance(page := maker(), PublicationsPage)
    )
    return page


def rows_in(section: ChangeSection) -> list[ChangeRow]:
    return [row for _, rows in section.subjects for row in rows]


def told(row: ChangeRow) -> list[str]:
    return [in_text(line) for line in row.lines]


def test_without_publications_there_are_no_pages() -> None:
    assert list(publications.pages(History(), NO_EDITIONS)) == []


def test_all_publications_are_listed_the_newest_first() -> None:
    page = overview(history_of((MEETING,), (replace(MEETING, date=on("2020-06-16")), a_person())))
    assert [row.link.title for row in page.rows] == ["Publicatie 2 (4 februari 2026)", "Publicatie 1 (5 januari 2026)"]
    assert [row.counts for row in page.rows] == [("1 verbeterd", "1 nieuw"), ("4 nieuw",)]
    assert page.frame.description.endswith("Er zijn 2 publicaties; de laatste is van 4 februari 2026.")
