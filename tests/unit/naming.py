"""The pages on which persons, organisations, seats and meetings are named, for tests of names."""

from datetime import date
from typing import Any

from lrt_site.findings.certainty import histories
from lrt_site.model.register import Register
from lrt_site.pages.composition import composition, participants, seats
from lrt_site.pages.meetings import meeting
from lrt_site.pages.shared.common import PageMaker, PageView

AS_OF = date(2022, 7, 1)


def made(register: Register) -> dict[str, PageView]:
    """The pages on which persons and organisations are named, by address."""
    known = histories(register)
    pages = (
        *participants.pages(register, known),
        *seats.pages(register, known, AS_OF),
        *composition.pages(register, known, AS_OF),
        *meeting.pages(register),
    )
    ready = [page() if isinstance(page, PageMaker) else page for page in pages]
    return {page.frame.address: page for page in ready}


def given(page: PageView, field: str) -> Any:
    """What a page is given in one of its own fields."""
    return getattr(page, field)


def words(page: object) -> str:
    """All that a page is given, in one text."""
    return repr(page)
