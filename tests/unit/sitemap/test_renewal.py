"""A page has a new edition where it says other words than before, or where its record has a new version."""

from collections.abc import Mapping

from lrt_site.model.register import Register
from lrt_site.pages.shared.common import PageView
from lrt_site.sitemap.renewal import renewed
from lrt_site.sitemap.states import PublishedState, states
from tests.builders import a_history, a_meeting, a_person, a_register, an_output

MEETING, OVERVIEW, LETTERS = "/vergaderingen/m-2020-06-15/", "/vergaderingen/", "/uitingen/"


def found_in(*registers: Register, words: Mapping[str, str] | None = None) -> dict[int, set[str]]:
    """The addresses renewed in each publication; a page reads as all that it is given, unless it is told otherwise."""

    def read(_: PublishedState, page: PageView) -> str:
        return (words or {}).get(page.frame.address, repr(page))

    history = a_history(*registers)
    found: dict[int, set[str]] = {}
    for number, address in renewed(None, states(history, history.publications), read):
        found.setdefault(number, set()).add(address)
    return found


def test_in_the_first_publication_every_page_is_new() -> None:
    history = a_history(a_register(a_meeting()))
    (state,) = states(history, history.publications)
    assert found_in(a_register(a_meeting()))[1] == set(state.pages)


def test_a_page_that_says_the_same_is_not_renewed() -> None:
    found = found_in(a_register(a_meeting()), a_register(a_meeting(conclusions=("Ja.",))))
    assert {MEETING, OVERVIEW} <= found[2]
    assert LETTERS not in found[2]


def test_a_page_that_is_given_otherwise_and_reads_the_same_is_not_renewed_unless_its_record_is() -> None:
    same = {MEETING: "hetzelfde", OVERVIEW: "hetzelfde"}
    found = found_in(a_register(a_meeting()), a_register(a_meeting(conclusions=("Ja.",))), words=same)
    assert MEETING in found[2]
    assert OVERVIEW not in found[2]


def test_a_page_that_was_away_is_new_when_it_is_back() -> None:
    found = found_in(a_register(a_person()), a_register(), a_register(a_person()))
    assert "/deelnemers/p-fictief/" in found[3]


def test_after_a_baseline_only_what_differs_from_it_is_renewed() -> None:
    history = a_history(a_register(a_meeting()), a_register(a_meeting(), an_output()))
    baseline, after = states(history, history.publications)
    found = {address for _, address in renewed(baseline, (after,), lambda _, page: repr(page))}
    assert {LETTERS, OVERVIEW, "/uitingen/o-2020-07-01/"} <= found
    assert MEETING not in found, "what else rests on its source is beside its words and none of them"
