"""What the pages about persons and organisations gather. All of it is made up."""

from lrt_site.pages.composition.participants import ParticipantsPage
from tests.builders import (
    a_person,
    a_role,
)
from tests.unit.pages.composition.making import HELD, made, person


def roles(**changes: object) -> tuple[str, list[str]]:
    """When a page says that a role was held, and the marks it gives it."""
    (role,) = person(a_person(roles=(a_role(**changes),))).roles
    return role.when.text, [mark.word for mark in role.what.marks]


def test_the_list_says_who_never_had_a_seat() -> None:
    page = made(HELD, a_person(id="p-ander", name="A. Ander"))["/deelnemers/"]
    assert isinstance(page, ParticipantsPage)
    assert [(row.link.title, [seat.title for seat in row.seats]) for row in page.persons] == [
        ("A. Ander", []),
        ("F. Fictief", ["Fictieve stoel"]),
    ]


def test_every_participant_leads_to_the_next() -> None:
    made_pages = made(a_person(id="p-ander", name="A. Ander"))
    following = made_pages["/deelnemers/p-ander/"].frame.next
    assert following
    assert following.address == "/deelnemers/p-fictief/"
