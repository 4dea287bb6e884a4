"""Commitments of two offices, and their pages: what the tests of this room share."""

from datetime import date

from lrt_site.model.commitments import Commitment
from lrt_site.pages.commitments import commitments
from lrt_site.pages.commitments.commitment import CommitmentPage
from lrt_site.pages.commitments.commitments import CommitmentsPage
from lrt_site.pages.shared.common import PageView
from tests.builders import a_contradiction, a_register, a_status, on

AS_OF = date(2022, 1, 15)
LATER = date(2026, 1, 15)
WATER, WIND = "fictief minister van Water", "fictief minister van Wind"
SETTLED = a_status(status="voldaan", decided_on=on("2021-05-04"), as_shown_at=None)
MOVED = (a_status(responsible=WATER), a_status(as_shown_at=on("2021-10"), responsible=WIND, former_responsible=WATER))


def made(*promises: Commitment) -> dict[str, PageView]:
    """Every page about these commitments by its address."""
    pages = commitments.pages(a_register(*promises, a_contradiction(about=("T99009",))), AS_OF)
    ready = (page() if callable(page) else page for page in pages)
    return {page.frame.address: page for page in ready}


def overview(*promises: Commitment) -> CommitmentsPage:
    page = made(*promises)["/toezeggingen/"]
    assert isinstance(page, CommitmentsPage)
    return page


def page_of(commitment: Commitment, *others: object) -> CommitmentPage:
    """The page of a commitment among other records, years after it was made."""
    register = a_register(commitment, *others)  # type: ignore[arg-type]
    made = [page() for page in commitments.pages(register, LATER) if callable(page)]
    page = next(view for view in made if view.frame.record == commitment.id)
    assert isinstance(page, CommitmentPage)
    return page
