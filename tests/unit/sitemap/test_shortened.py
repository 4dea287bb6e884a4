"""Whoever cuts the end off an address comes to the page about what stands below it."""

from lrt_site.pages.publications.editions import kept
from lrt_site.sitemap.shortened import Doorways, above, unanswered
from lrt_site.sitemap.states import addresses, states
from tests.builders import a_ledger, a_meeting, a_mention, a_register, a_table, history_in

HISTORY = history_in(
    a_ledger(
        a_register(a_table(), a_meeting(), a_mention()),
        a_register(a_table(), a_meeting(conclusions=("Ja.",)), a_mention()),
        addresses=addresses,
    )
)
STATES = tuple(states(HISTORY, HISTORY.publications))
EDITIONS = kept(HISTORY, [(state.publication.number, address) for state in STATES[:1] for address in state.pages])
ANSWERING = frozenset({*STATES[-1].pages, "/publicaties/", "/publicaties/2026-01-05/", "/volgen/"})


def leads_to(*files: str) -> dict[str, str]:
    """Where each address above these files leads on to."""
    doorways = Doorways(HISTORY, EDITIONS, STATES[-1], ANSWERING)
    return {sheet.address: sheet.made().target.address for sheet in doorways.pages(files)}  # type: ignore[attr-defined]


def test_one_step_up_is_the_folder_that_holds_it() -> None:
    assert [above(address) for address in ("/a/b/", "/a/b.json", "/a/", "/")] == ["/a/", "/a/", "/", "/"]


def test_only_addresses_at_which_nothing_answers_need_a_page() -> None:
    assert unanswered({"/", "/a/", "/a/b/c/d/"}, ["/e/f.json", "/.g/h.txt"]) == ("/a/b/", "/a/b/c/", "/e/")


def test_an_entry_of_a_list_leads_to_its_place_on_the_list() -> None:
    led = leads_to("/vermeldingen/ver-fictief/versies/1/", "/tafel/x/")
    assert led["/vermeldingen/ver-fictief/"] == "/vermeldingen/#ver-fictief"
    assert led["/vermeldingen/ver-fictief/versies/"] == "/vermeldingen/"


def test_a_folder_with_files_alone_leads_to_the_page_about_them() -> None:
    led = leads_to(
        "/feeds/record/m-1.xml",
        "/data/v1/meeting/m-1.json",
        "/data/v1/publicaties/2026-01-05/state.json",
        "/data/v1/tabellen/alles.xlsx",
    )
    assert led["/feeds/record/"] == led["/feeds/"] == "/volgen/"
    assert led["/data/v1/meeting/"] == "/vergaderingen/"
    assert led["/data/v1/publicaties/2026-01-05/"] == "/publicaties/2026-01-05/"
    assert led["/data/v1/tabellen/"] == led["/data/v1/"] == "/data/"


def test_a_page_of_then_leads_to_what_was_known_then() -> None:
    led = leads_to("/publicaties/2026-02-04/stand/vergaderingen/2020/deel/")
    assert led["/publicaties/2026-02-04/stand/vergaderingen/"] == EDITIONS["/vergaderingen/"][0].place
    assert led["/publicaties/2026-02-04/stand/"] == EDITIONS["/"][0].place
