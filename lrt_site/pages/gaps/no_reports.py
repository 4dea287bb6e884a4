"""Meetings that were held, and gatherings of provincial tables, of which no account was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import ClassVar

from lrt_site.findings import gaps
from lrt_site.findings.gap_list import GapKind, GapsOnDay
from lrt_site.findings.meeting_order import days_of_meeting, of_table
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register
from lrt_site.pages.gaps import part
from lrt_site.pages.gaps.rows import GapRow
from lrt_site.pages.shared.common import Frame
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import the_table
from lrt_site.wording.plural import plural

TITLE = "Verslagen die wij niet vonden"
KINDS: tuple[GapKind, ...] = ("verslag", "bijeenkomst")


@dataclass(frozen=True, slots=True)
class ReportsView:
    """Held meetings of one kind of table, with and without an account."""

    tables: str
    """Which tables these are."""
    held: int
    missing: int
    forms: tuple[tuple[str, int], ...]
    """How many meetings have an account, by its form."""


@dataclass(frozen=True, slots=True)
class NoReportsPage:
    """What templates/gaps/no_reports.html.jinja is given."""

    template: ClassVar[str] = "gaps/no_reports.html.jinja"

    frame: Frame
    listed: Mapping[GapKind, tuple[GapRow, ...]]
    reports: tuple[ReportsView, ...]
    """Of the national table, and of the provincial ones where they had any."""


def page(found: GapsOnDay) -> NoReportsPage:
    """The page itself."""
    reports = tuple(_reports(found.register))
    return NoReportsPage(
        listed=part.shown(found, *KINDS),
        reports=reports,
        frame=part.framed(found, TITLE, _answer(found.register, reports[0]), *KINDS),
    )


def _answer(register: Register, view: ReportsView) -> str:
    """The newest meeting of which no account was found, and of how many of all that is so."""
    if not view.held:
        return f"Wij kennen geen gehouden vergadering van {view.tables}."
    if not view.missing:
        return f"Van elke gehouden vergadering van {view.tables} is een verslag of bericht gevonden: {view.held}."
    newest, *_ = gaps.without_report(of_table(register, register.table.id))
    title = title_of(newest, register)
    held = plural(view.held, "gehouden vergadering", "gehouden vergaderingen")
    return (
        f"Niet gevonden: een verslag of bericht van de {title[:1].lower()}{title[1:]}. "
        f"Van {view.tables} kennen wij {held}. Bij {view.missing} daarvan is niets gevonden."
    )


def newest_account(register: Register, among: Container[str]) -> str:
    """The newest of these meetings of the table with a known account, in a sentence; empty where none has one."""
    known = [meeting for meeting in of_table(register, register.table.id) if meeting.report and meeting.id in among]
    if not known:
        return ""
    *others, newest = known
    days = [days_of_meeting(meeting) for meeting in others]
    called = the_newest(days_of_meeting(newest), days, "De nieuwste vergadering", "nieuwste vergaderingen")
    return f"{called} met een bekend verslag of bericht: {title_of(newest, register)}."


def _reports(register: Register) -> Iterator[ReportsView]:
    held = [meeting for meeting in register.all(Meeting).values() if meeting.state == "gehouden"]
    national = [meeting for meeting in held if meeting.table == register.table.id]
    provincial = [meeting for meeting in held if meeting.table != register.table.id]
    for tables, meetings in ((the_table(register), national), ("provinciale tafels", provincial)):
        if meetings or tables == the_table(register):
            forms = Counter(meeting.report.form for meeting in meetings if meeting.report)
            yield ReportsView(tables, len(meetings), len(gaps.without_report(meetings)), tuple(sorted(forms.items())))
