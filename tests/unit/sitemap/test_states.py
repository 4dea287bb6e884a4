"""The site as each publication left it: its records, the day on which it speaks, and its pages."""

from dataclasses import replace
from datetime import date

import pytest

from lrt_site.model.publications import History
from lrt_site.pages.gaps.coverage import CoveragePage
from lrt_site.problems import LrtSiteError
from lrt_site.sitemap.states import addresses, last_of, lost, lost_with, made, states, unpublished
from tests.builders import a_history, a_meeting, a_person, a_register, a_report, a_site, on

SITE = a_site(sources_checked_on=on("2026-01-15"))
FIRST = a_register(SITE, a_meeting())
SECOND = a_register(replace(SITE, sources_checked_on=on("2026-03")), a_meeting(report=a_report()))
HISTORY = a_history(FIRST, SECOND)
MEETING = "/vergaderingen/m-2020-06-15/"


def test_each_state_speaks_on_the_day_on_which_its_sources_were_checked() -> None:
    first, second = states(HISTORY, HISTORY.publications)
    assert (first.as_of, second.as_of) == (date(2026, 1, 15), date(2026, 3, 31))
    assert [state.publication.number for state in (first, second)] == [1, 2]
    assert first.register == FIRST
    (asked,) = states(HISTORY, HISTORY.publications[:1], date(2025, 5, 5))
    assert asked.as_of == date(2025, 5, 5)


def test_a_state_has_its_pages_and_the_versions_of_their_records_by_address() -> None:
    _, second = states(HISTORY, HISTORY.publications)
    assert made(second.pages[MEETING]).frame.record == "m-2020-06-15"
    assert second.own[MEETING].number == 2
    assert "/vergaderingen/" in second.pages
    assert "/vergaderingen/" not in second.own


def test_what_is_not_published_has_pages_too_and_knows_what_was_published_before() -> None:
    preview = unpublished(SECOND, None, last_of(HISTORY))
    assert (preview.as_of, preview.register) == (date(2026, 3, 31), SECOND)
    coverage = made(preview.pages["/verslaglegging/dekking/"])
    assert isinstance(coverage, CoveragePage)
    alone = unpublished(FIRST, date(2025, 5, 5), None)
    assert alone.as_of == date(2025, 5, 5)
    assert last_of(History()) is None
    assert unpublished(FIRST, None, None).pages.keys() == addresses(FIRST)


def test_an_address_that_had_a_page_and_answers_no_more_is_lost() -> None:
    history = a_history(FIRST)
    known = replace(history, publications=(replace(history.last, added=("/weg/", MEETING)),))
    assert lost(known, frozenset({MEETING, "/nieuw/"})) == ("/weg/",)
    assert lost_with(known) == ("/weg/",)


def test_what_the_publication_before_had_a_page_for_still_answers() -> None:
    history = a_history(a_register(SITE, a_meeting(), a_person()), a_register(SITE, a_meeting()))
    first, second = history.publications
    gone = "/deelnemers/p-fictief/"
    known = replace(history, publications=(replace(first, added=(gone,)), replace(second, gone=(gone, "/nooit/"))))
    assert lost_with(known) == ()


def test_no_page_takes_the_place_of_another_without_a_word() -> None:
    with pytest.raises(LrtSiteError, match="Twee pagina's staan op /vergaderingen/2020/"):
        addresses(a_register(SITE, a_meeting(), a_meeting(id="2020", date=on("2020-07-01"))))
