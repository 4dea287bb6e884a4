"""What every publication changed can be read, and addresses that ended go on answering."""

from dataclasses import replace

from lrt_site.model.publications import History
from lrt_site.pages.publications import publications
from lrt_site.pages.publications.editions import NO_EDITIONS
from tests.builders import (
    a_meeting,
    a_person,
    on,
)
from tests.unit.pages.publications.making import history_of, overview

MEETING = a_meeting()


def test_without_publications_there_are_no_pages() -> None:
    assert list(publications.pages(History(), NO_EDITIONS)) == []


def test_all_publications_are_listed_the_newest_first() -> None:
    page = overview(history_of((MEETING,), (replace(MEETING, date=on("2020-06-16")), a_person())))
    assert [row.link.title for row in page.rows] == ["Publicatie 2 (4 februari 2026)", "Publicatie 1 (5 januari 2026)"]
    assert [row.counts for row in page.rows] == [("1 verbeterd", "1 nieuw"), ("4 nieuw",)]
    assert page.frame.description.endswith(
        "De nieuwste publicatie, nummer 2, is van 4 februari 2026: Fictieve publicatie 2."
    )
