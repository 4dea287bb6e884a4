"""What the pages about persons and organisations gather. All of it is made up."""

from lrt_site.findings.certainty import histories
from lrt_site.model.register import Record
from lrt_site.pages.composition.organisation import OrganisationPage
from lrt_site.pages.composition.participants import ParticipantsPage, pages
from lrt_site.pages.composition.person import PersonPage
from lrt_site.pages.shared.common import PageView
from tests.builders import (
    a_composition,
    a_holder,
    a_person,
    a_register,
    a_role,
    a_seat,
    an_organisation,
)

HELD = a_composition(holders=(a_holder(organisation="org-fictief", role="fictief minister"),))


def made(*records: Record) -> dict[str, PageView]:
    register = a_register(*records, a_seat(), a_person(), an_organisation())
    ready = (page() if callable(page) else page for page in pages(register, histories(register)))
    return {page.frame.address: page for page in ready}


def person(*records: Record) -> PersonPage:
    page = made(*records)["/deelnemers/p-fictief/"]
    assert isinstance(page, PersonPage)
    return page


def organisation(*records: Record) -> OrganisationPage:
    page = made(*records)["/deelnemers/org-fictief/"]
    assert isinstance(page, OrganisationPage)
    return page


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
