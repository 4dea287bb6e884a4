"""Records and pages that several tests of this folder make."""

from datetime import date

from lrt_site.findings.certainty import histories
from lrt_site.model.people import Composition
from lrt_site.model.register import Record, Register
from lrt_site.pages.composition.organisation import OrganisationPage
from lrt_site.pages.composition.participants import pages
from lrt_site.pages.composition.person import PersonPage
from lrt_site.pages.composition.seat_timeline import SeatTimeline, timeline
from lrt_site.pages.shared.common import PageView
from tests.builders import a_composition, a_holder, a_person, a_register, a_seat, an_organisation, on

AS_OF = date(2022, 7, 1)


def the_register(*records: Record) -> Register:
    return a_register(*(records or (a_composition(),)), a_seat(), a_person(), an_organisation())


HELD = a_composition(holders=(a_holder(organisation="org-fictief", role="fictief minister"),))
PEOPLE = (a_person(), an_organisation(), a_person(id="p-ander", name="A. Ander"))


def shown(when: str, **holder: str | None) -> Composition:
    return a_composition(id=f"sam-{when}", as_shown_at=on(when), holders=(a_holder(**holder),))


def drawn(*records: Record) -> SeatTimeline:
    register = a_register(*records, a_seat(), *PEOPLE)
    return timeline(register, histories(register)["stoel-fictief"], date(2019, 5, 5), AS_OF)


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
