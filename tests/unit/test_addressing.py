"""A line of a file belongs to the record that begins above it, and that has a page."""

from pathlib import PurePosixPath

import pytest

from lrt_site.addressing import Addresses, address_of_change
from lrt_site.model.register import Register
from lrt_site.schema import read_content
from tests.builders import a_meeting, a_person, a_register, a_source
from tests.tools.small import MEETING, SMALL

ROOT = PurePosixPath("inhoud")
READ = read_content(SMALL, ROOT)
ADDRESSES = Addresses(READ, Register.of(READ.records))


@pytest.mark.parametrize(
    ("file", "line", "address"),
    [
        (f"meetings/{MEETING}.md", 9, f"/vergaderingen/{MEETING}/"),
        ("participants.yml", 3, "/deelnemers/org-b/"),
        ("participants.yml", 5, "/deelnemers/p-a/"),
        ("participants.yml", 99, "/deelnemers/p-b/"),
        ("participants.yml", 1, ""),
        ("nergens.yml", 1, ""),
    ],
)
def test_a_line_leads_to_the_record_that_begins_above_it(file: str, line: int, address: str) -> None:
    assert ADDRESSES.at(ROOT / file, line) == address


def test_what_changed_is_found_a_page_of_its_own_first() -> None:
    before = a_register(a_meeting(), a_person())
    after = a_register(a_meeting(conclusions=("Ja.",)), a_person(), a_source(id="s-nieuw"))
    assert address_of_change(before, after) == "/vergaderingen/m-2020-06-15/"
    assert address_of_change(before, before) == ""
    assert address_of_change(before, a_register(a_meeting())) == ""


def test_of_very_many_changes_at_once_none_is_what_an_editor_wrote() -> None:
    many = [a_person(id=f"p-{number}") for number in range(6)]
    assert address_of_change(a_register(), a_register(*many[:5]))
    assert address_of_change(a_register(*many[:0]), a_register(*many)) == ""
