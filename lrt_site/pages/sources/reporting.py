"""The page about forms of reporting: what each is, and what it does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.meeting_order import day_of
from lrt_site.findings.meeting_order import in_order as meetings_in_order
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting
from lrt_site.model.portions import ROWS
from lrt_site.model.register import Register, kind_of
from lrt_site.model.sources import ReportForm, Source
from lrt_site.pages.shared.common import Footnotes, Frame, Said, data_links, linked, marks_of, trail
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.labels import in_order, labelled
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised


@dataclass(frozen=True, slots=True)
class ReportFormView:
    """A form of reporting as the page shows it."""

    anchor: str
    form: str
    seen_in: tuple[Said, ...]
    """The title of the source in which the form was seen."""
    structure: tuple[str, ...]
    structure_note: str | None
    voice: str | None
    same_source: tuple[Link, ...] = field(compare=False)
    """What else rests on that source: the first, up to the maximum."""
    more: int = field(compare=False)
    """How many there are besides, on the page of the source."""


@dataclass(frozen=True, slots=True)
class ReportingPage:
    """What templates/sources/reporting.html.jinja is given."""

    template: ClassVar[str] = "sources/reporting.html.jinja"

    frame: Frame
    forms: tuple[ReportFormView, ...]
    reported: tuple[tuple[str, tuple[Link, ...]], ...]
    """The meetings whose account we know, by the form of that account."""
    coverage: Link
    gaps: Link


def reporting_pages(register: Register) -> Iterator[ReportingPage]:
    """The page about forms of reporting, and where it knows too many accounts for one page those of the years."""
    reported = [meeting for meeting in register.all(Meeting).values() if meeting.report]
    for portion in by_year(reported, urls.REPORTING, day_of):
        yield _reporting_page(register, portion)


def _reporting_page(register: Register, portion: Portion[Meeting]) -> ReportingPage:
    notes = Footnotes(register)
    forms = register.all(ReportForm)
    reported: dict[str, list[Link]] = {}
    for meeting in portion.items:
        if meeting.report:
            reported.setdefault(meeting.report.form, []).append(
                link_to(meeting.id, register, title_of(meeting, register))
            )
    return ReportingPage(
        forms=tuple(_form(form, notes, register) for form in forms.values()),
        reported=tuple((form, tuple(links)) for form, links in sorted(reported.items())),
        coverage=link_to_page(urls.COVERAGE),
        gaps=Link("Vergaderingen zonder gevonden verslag", urls.gaps_about("verslagen")),
        frame=portion.framed(
            Frame(
                urls.REPORTING,
                NAMES[urls.REPORTING],
                _newest_report(register),
                trail(link_to_page(urls.MEETINGS)),
                references=notes.references(),
                data=data_links(*forms.values()),
            )
        ),
    )


def _newest_report(register: Register) -> str:
    """The newest meeting of which we know an account, and its form."""
    for meeting in reversed(meetings_in_order(register)):
        if meeting.report:
            title = title_of(meeting, register)
            return f"De nieuwste vergadering met een bekend verslag of bericht: {title} ({meeting.report.form})."
    return "Van geen vergadering is een verslag of bericht gevonden."


def _form(form: ReportForm, notes: Footnotes, register: Register) -> ReportFormView:
    shown = [register.all(Source)[source] for source in (form.source, *form.also_source)]
    *seen_in, last = (notes.naming(source.title, source.id) for source in shown)
    noted = replace(last, marks=marks_of(form), note=linked(form.note or "", register))
    others = [
        identifier
        for source in (form.source, *form.also_source)
        for identifier in register.resting_on[source]
        if kind_of(register.records[register.home_of[identifier]]) in ("meeting", "output", "commitment")
    ]
    return ReportFormView(
        anchor=form.id,
        form=capitalised(form.form),
        seen_in=(*seen_in, noted),
        structure=form.structure,
        structure_note=form.structure_note,
        voice=form.voice,
        same_source=tuple(labelled(identifier, register) for identifier in in_order(others, register)[:ROWS]),
        more=max(0, len(others) - ROWS),
    )
