"""What is missing, counted by kind: of each subject a page tells by which rule, since when and what would close it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings import gaps
from lrt_site.findings.gap_list import PAGES, GapKind, GapsOnDay, time_since_in_words
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register
from lrt_site.pages.gaps import (
    information_requests,
    no_meetings,
    no_papers,
    no_province_reports,
    no_reports,
    no_values,
    not_sure,
    part,
)
from lrt_site.pages.gaps.rows import COVERAGE, GAPS_AS_DATA, OF_THE_DAY, SECTIONS, GapRow
from lrt_site.pages.shared.common import ALL_DATA, Frame, PageMaker, later, trail
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.plural import plural
from lrt_site.wording.runs import Link

NEARBY = (
    COVERAGE,
    link_to_page(urls.CONTRADICTIONS),
    link_to_page(urls.MENTIONS, ": wat één bron noemt"),
    link_to_page(urls.REPORTING, ": in welke vormen over vergaderingen is bericht"),
)
_SUBJECTS = (no_meetings, no_reports, no_province_reports, no_values, no_papers)


@dataclass(frozen=True, slots=True)
class KindOfGaps:
    """One kind of gaps: how many there are, and a line for each."""

    anchor: str
    """The place under which the kind was cited while all of it stood on this page."""
    title: str
    count: int
    of_the_day: bool
    """Whether time alone brings such gaps."""
    rows: tuple[GapRow, ...]
    """All of them; of a kind with too many for one page the first."""


@dataclass(frozen=True, slots=True)
class SubjectOfGaps:
    """The kinds of gaps that one page is about."""

    page: Link
    kinds: tuple[KindOfGaps, ...]


@dataclass(frozen=True, slots=True)
class GapsPage:
    """What templates/gaps/gaps.html.jinja is given."""

    template: ClassVar[str] = "gaps/gaps.html.jinja"

    frame: Frame
    subjects: tuple[SubjectOfGaps, ...]
    unsure: Link
    """To the page with all that is not sure."""
    counted: tuple[tuple[Link, int], ...]
    """What is not sure, by kind."""
    nearby: tuple[Link, ...]
    """Other pages about what is not certain."""


def pages(found: GapsOnDay) -> Iterator[PageMaker]:
    """The page that counts what is missing, those of each subject, and the one with what was asked for."""
    yield later(urls.GAPS, page, found)
    for subject in _SUBJECTS:
        yield later(urls.gaps_about(PAGES[subject.KINDS[0]]), subject.page, found)
    yield later(not_sure.ADDRESS, not_sure.page, found.register)
    yield from part.pages(found)
    yield from information_requests.pages(found.register)


def page(found: GapsOnDay) -> GapsPage:
    """The page that counts."""
    return GapsPage(
        subjects=tuple(
            SubjectOfGaps(
                Link(subject.TITLE, urls.gaps_about(PAGES[subject.KINDS[0]])),
                tuple(_kind(kind, found) for kind in subject.KINDS),
            )
            for subject in _SUBJECTS
        ),
        unsure=Link(not_sure.TITLE, not_sure.ADDRESS),
        counted=tuple(
            (Link(group.title, f"{not_sure.ADDRESS}#{group.anchor}"), group.total)
            for group in not_sure.counted(found.register)
        ),
        nearby=(*NEARBY, *information_requests.links(found.register)),
        frame=Frame(
            address=urls.GAPS,
            title=NAMES[urls.GAPS],
            description=_answer(found.register, len(found.all)),
            trail=trail(),
            data=(ALL_DATA,),
            data_today=(GAPS_AS_DATA,),
        ),
    )


def _kind(kind: GapKind, found: GapsOnDay) -> KindOfGaps:
    title, section = SECTIONS[kind]
    return KindOfGaps(
        anchor=section if PAGES[kind] != "toezeggingen" or kind == "toezegging" else f"soort-{kind}",
        title=title,
        count=sum(gap.kind == kind for gap in found.all),
        of_the_day=kind in OF_THE_DAY,
        rows=part.shown(found, kind)[kind],
    )


def _answer(register: Register, count: int) -> str:
    """Since when nothing was found of the table itself, and on how many places more."""
    if not count:
        return "Wij kennen nu niets dat in onze gegevens ontbreekt."
    own = [meeting for meeting in register.all(Meeting).values() if meeting.table == register.table.id]
    places = plural(count, "plaats", "plaatsen")
    nothing = f"Vergaderingen, verslagen, cijfers en stukken: op {places} vonden wij niets."
    return f"{time_since_in_words(gaps.last_held(own), register)} {nothing}".lstrip()
