"""Names of feeds, of their entries and of events in calendars stay what they are wherever the site stands."""

import re

import pytest

from lrt_site.checks.addresses import the_site_has_an_address
from lrt_site.export import calendars, feeds
from lrt_site.export.identity import authority_of, the_authority_stays
from lrt_site.model.publications import History
from lrt_site.model.table import Site
from tests.builders import a_commitment, a_deadline, a_history, a_meeting, a_register, a_site, on
from tests.unit.checking import codes

FIRST = a_site()
CHOSEN = a_site(authority="namen.example")
ELSEWHERE = "https://elders.example/"


def history_of(*sites: Site) -> History:
    """A publication for each of these, with a meeting that moves and a deadline."""
    promised = a_commitment(deadlines=(a_deadline(),))
    return a_history(
        *(a_register(site, a_meeting(date=on(f"2020-06-{day}")), promised) for day, site in enumerate(sites, start=15))
    )


def names_in(history: History) -> dict[str, list[str]]:
    """All names that the site gives out, by the path of the file."""
    address = history.state(history.last).site.address
    made = {**feeds.files(history, address), **calendars.files(history, address)}
    texts = {path: text if isinstance(text, str) else text.decode() for path, text in made.items()}
    return {path: re.findall(r'^UID:.*$|<id>.*?</id>|"id": ?".*?"', text, re.MULTILINE) for path, text in texts.items()}


@pytest.mark.parametrize("first", [FIRST, CHOSEN])
@pytest.mark.parametrize("address", [ELSEWHERE, "https://fictief.example/elders/"])
def test_no_name_changes_when_the_site_moves(first: Site, address: str) -> None:
    authority = authority_of(history_of(first))
    here, there = (a_site(title="Anders", address=at, authority=authority) for at in (first.address, address))
    stayed, moved = names_in(history_of(first, here)), names_in(history_of(first, there))
    assert stayed == moved
    assert all(all(authority in name for name in names) for names in moved.values())
    assert sum(len(names) for names in moved.values()) > 20


def test_to_write_down_the_authority_in_force_changes_no_name() -> None:
    unwritten, written = (a_site(title="Anders", authority=authority) for authority in (None, "fictief.example"))
    assert names_in(history_of(FIRST, written)) == names_in(history_of(FIRST, unwritten))


@pytest.mark.parametrize(
    ("first", "now", "field", "word"),
    [
        (FIRST, a_site(), None, ""),
        (FIRST, a_site(authority="fictief.example"), None, ""),
        (FIRST, a_site(address="https://fictief.example/map/"), None, ""),
        (FIRST, a_site(address=ELSEWHERE, authority="fictief.example"), None, ""),
        (FIRST, a_site(address=ELSEWHERE), "address", "Schrijf 'authority: fictief.example'."),
        (FIRST, a_site(authority="elders.example"), "authority", "Schrijf 'authority: fictief.example'."),
        (FIRST, a_site(address=ELSEWHERE, authority="elders.example"), "authority", "'authority: fictief.example'"),
        (CHOSEN, a_site(), "address", "'authority: namen.example'"),
        (CHOSEN, a_site(authority="namen.example", address=ELSEWHERE), None, ""),
    ],
)
def test_the_authority_of_the_first_publication_stays(first: Site, now: Site, field: str | None, word: str) -> None:
    faults = list(the_authority_stays(history_of(first), a_register(now)))
    assert [(fault.at, fault.code) for fault in faults] == ([((field,), "other-authority")] if field else [])
    assert all(word in fault.message for fault in faults)


def test_before_the_first_publication_an_editor_can_choose() -> None:
    assert list(the_authority_stays(History(), a_register(CHOSEN))) == []


@pytest.mark.parametrize(
    ("authority", "is_one"),
    [
        ("voorbeeld.nl", True),
        ("namen.voorbeeld.nl", True),
        ("Voorbeeld.nl", False),
        ("https://voorbeeld.nl/", False),
        ("voorbeeld.nl,2026", False),
        ("voorbeeld", False),
        ("voor beeld.nl", False),
        ("voorbeeld.nl:8000", False),
    ],
)
def test_an_authority_is_the_name_of_a_domain(authority: str, is_one: bool) -> None:
    assert codes(the_site_has_an_address, a_site(authority=authority)) == ["bad-address"] * (not is_one)
