"""All pages of a site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lrt_site.findings.certainty import histories
from lrt_site.findings.gap_list import GapsOnDay
from lrt_site.model.register import Register
from lrt_site.pages import home
from lrt_site.pages.commitments import commitments, registers
from lrt_site.pages.composition import composition, participants, seats
from lrt_site.pages.data import data
from lrt_site.pages.figures import figures
from lrt_site.pages.gaps import coverage, gaps, rows
from lrt_site.pages.gaps.coverage import OnThisSite
from lrt_site.pages.meetings import meeting, meetings, outputs
from lrt_site.pages.provinces import provinces
from lrt_site.pages.shared.common import PageMaker, PageView
from lrt_site.pages.sources import contradictions, mentions, sources
from lrt_site.pages.table import glossary, handwritten, history, parliament, table, topics


def page_makers(register: Register, as_of: date, shown: OnThisSite | None = None) -> Iterator[PageView | PageMaker]:
    """Every page of the site, ready or to be made.

    `as_of` is the day on which the site speaks; `shown` is what its publications tell of accounts of meetings.
    """
    missing = GapsOnDay(register, as_of)
    pages = parliament.noted(_pages(register, as_of, shown or OnThisSite(), missing), register)
    yield from rows.noted(pages, missing)


def _pages(register: Register, as_of: date, shown: OnThisSite, missing: GapsOnDay) -> Iterator[PageView | PageMaker]:
    seated = histories(register)
    yield from registers.pages(register)
    yield from commitments.pages(register, as_of)
    yield from composition.pages(register, seated, as_of)
    yield from contradictions.pages(register)
    yield from coverage.pages(register, missing, shown)
    yield from data.pages(register)
    yield from figures.pages(register, as_of)
    yield from glossary.pages(register)
    yield from handwritten.pages(register)
    yield from history.pages(register, as_of)
    yield from home.pages(register, as_of)
    yield from mentions.pages(register)
    yield from meeting.pages(register)
    yield from meetings.pages(register, as_of)
    yield from outputs.pages(register)
    yield from parliament.pages(register)
    yield from participants.pages(register, seated)
    yield from provinces.pages(register, as_of)
    yield from seats.pages(register, seated, as_of)
    yield from gaps.pages(missing)
    yield from sources.pages(register)
    yield from table.pages(register, as_of)
    yield from topics.pages(register, missing)
