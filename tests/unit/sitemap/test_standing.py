"""In a preview only what differs from what was published waits; the rest says with which publication it came."""

from collections.abc import Mapping
from dataclasses import replace

from lrt_site.model.register import Register
from lrt_site.pages.shared.common import PageView
from lrt_site.sitemap.standing import UNTOLD, PageStanding, standing_of
from lrt_site.sitemap.states import PublishedState, last_of, made, unpublished
from tests.builders import a_history, a_meeting, a_person, a_register, an_output

MEETING, PERSON, OVERVIEW, LETTERS = (
    "/vergaderingen/m-2020-06-15/",
    "/deelnemers/p-fictief/",
    "/vergaderingen/",
    "/uitingen/",
)
PUBLISHED = a_register(a_meeting(), a_person(), an_output())
HISTORY = a_history(a_register(a_meeting(), a_person()), PUBLISHED)
LAST = last_of(HISTORY)


def standings(register: Register, *renewed: str, words: Mapping[str, str] | None = None) -> dict[str, PageStanding]:
    """How each page of a register stands; a page reads as all that it is given, unless it is told otherwise."""

    def read(_: PublishedState, page: PageView) -> str:
        return (words or {}).get(page.frame.address, repr(page))

    state = unpublished(register, None, LAST, renewed)
    return {address: standing_of(state, made(page), read) for address, page in state.pages.items()}


def test_of_what_was_published_no_page_waits_and_each_says_with_which_publication_it_came() -> None:
    found = standings(PUBLISHED)
    assert {standing.waits for standing in found.values()} == {""}
    assert found[MEETING].published == "gepubliceerd met publicatie 1 (5 januari 2026)"
    assert found["/uitingen/o-2020-07-01/"].published.startswith("gepubliceerd met publicatie 2 (")
    assert found[OVERVIEW].published.startswith("gelijk aan publicatie 2 (")
    assert found["/404.html"] == UNTOLD


def test_an_overview_came_with_the_publication_that_noted_an_edition_of_it() -> None:
    first, second = HISTORY.publications
    history = replace(HISTORY, publications=(replace(first, editions=(OVERVIEW,)), replace(second, editions=())))
    state = unpublished(PUBLISHED, None, last_of(history))
    found = standing_of(state, made(state.pages[OVERVIEW]), lambda _, page: repr(page))
    assert found.published == "gepubliceerd met publicatie 1 (5 januari 2026)"


def test_what_changed_waits_with_the_lists_it_stands_in_and_nothing_else() -> None:
    changed = a_register(a_meeting(conclusions=("Ja.",)), a_person(), an_output())
    found = standings(changed, MEETING)
    assert "gewijzigd en wacht op publicatie" in found[MEETING].waits
    assert "gewijzigd en wacht op publicatie" in found[OVERVIEW].waits
    assert found[LETTERS].waits == ""
    assert found[MEETING].published == ""


def test_a_new_page_is_called_new() -> None:
    found = standings(a_register(a_meeting(), a_meeting(id="m-2021-06-15"), a_person(), an_output()))
    assert "is nieuw en wacht op publicatie" in found["/vergaderingen/m-2021-06-15/"].waits


def test_a_page_of_other_makings_and_the_same_words_waits_only_where_its_record_does() -> None:
    changed = a_register(a_meeting(conclusions=("Ja.",)), a_person(), an_output())
    same = {MEETING: "hetzelfde", OVERVIEW: "hetzelfde"}
    assert standings(changed, MEETING, words=same)[MEETING].waits
    assert not standings(changed, MEETING, words=same)[OVERVIEW].waits


def test_where_nothing_was_published_every_page_says_so_and_on_a_published_site_none() -> None:
    state = unpublished(PUBLISHED, None, None)
    page = made(state.pages[OVERVIEW])
    assert "nog niet gepubliceerd" in standing_of(state, page, lambda *_: "").waits
    assert LAST
    assert standing_of(LAST, page, lambda *_: "") == UNTOLD
