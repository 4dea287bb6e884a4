"""Where the record is weak: single mentions, in what forms meetings were reported, and how papers are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register, kind_of
from lrt_site.model.sources import CitationPattern, Mention, ReportForm, Source
from lrt_site.views.common import (
    Footnotes,
    Frame,
    Link,
    Mark,
    Run,
    Said,
    data_links,
    link_to,
    linked,
    marks_of,
    trail,
)
from lrt_site.views.labels import in_order, labelled
from lrt_site.views.meetings import in_order as meetings_in_order
from lrt_site.views.meetings import title_of
from lrt_site.views.page_names import NAMES, link_to_page
from lrt_site.words import capitalised

SINGLE = Mark("één bron, nog niet bevestigd", "unverified")


@dataclass(frozen=True, slots=True)
class MentionsPage:
    """What templates/pages/mentions.html.jinja is given."""

    template: ClassVar[str] = "pages/mentions.html.jinja"

    frame: Frame
    mentions: tuple[Said, ...]


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
    """What else rests on that source."""


@dataclass(frozen=True, slots=True)
class ReportingPage:
    """What templates/pages/reporting.html.jinja is given."""

    template: ClassVar[str] = "pages/reporting.html.jinja"

    frame: Frame
    forms: tuple[ReportFormView, ...]
    reported: tuple[tuple[str, tuple[Link, ...]], ...]
    """The meetings whose account we know, by the form of that account."""
    coverage: Link
    gaps: Link


@dataclass(frozen=True, slots=True)
class PatternView:
    """A way of citing, with the address that goes with it."""

    what: Said
    citation: tuple[Run, ...]
    url: str
    opens: bool
    """Whether the address is one that can be opened, not a pattern with a part left open."""


@dataclass(frozen=True, slots=True)
class CitationsPage:
    """What templates/pages/citations.html.jinja is given."""

    template: ClassVar[str] = "pages/citations.html.jinja"

    frame: Frame
    patterns: tuple[PatternView, ...]


def pages(register: Register) -> Iterator[MentionsPage | ReportingPage | CitationsPage]:
    """The pages about single mentions, forms of reporting and citations."""
    yield _mentions_page(register)
    yield _reporting_page(register)
    yield _citations_page(register)


def _mentions_page(register: Register) -> MentionsPage:
    notes = Footnotes(register)
    mentions = register.all(Mention)
    return MentionsPage(
        mentions=tuple(notes.said(one.text, one, "text", anchor=one.id, marks=(SINGLE,)) for one in mentions.values()),
        frame=Frame(
            urls.MENTIONS,
            NAMES[urls.MENTIONS],
            _first_mention(tuple(mentions.values())),
            trail(link_to_page(urls.MEETINGS)),
            references=notes.references(),
            data=data_links(*mentions.values()),
        ),
    )


def _first_mention(mentions: Sequence[Mention]) -> str:
    unconfirmed = "Dit komt uit één bron, en geen tweede bron bevestigt het nog. Het telt nergens mee."
    return (
        f"{mentions[0].text} {unconfirmed}" if mentions else "Er zijn nu geen beweringen die nog niet zijn bevestigd."
    )


def _reporting_page(register: Register) -> ReportingPage:
    notes = Footnotes(register)
    forms = register.all(ReportForm)
    reported: dict[str, list[Link]] = {}
    for meeting in register.all(Meeting).values():
        if meeting.report:
            reported.setdefault(meeting.report.form, []).append(
                link_to(meeting.id, register, title_of(meeting, register))
            )
    return ReportingPage(
        forms=tuple(_form(one, notes, register) for one in forms.values()),
        reported=tuple((form, tuple(links)) for form, links in sorted(reported.items())),
        coverage=link_to_page(urls.COVERAGE),
        gaps=Link("Vergaderingen zonder gevonden verslag", f"{urls.GAPS}#verslagen"),
        frame=Frame(
            urls.REPORTING,
            NAMES[urls.REPORTING],
            _newest_report(register),
            trail(link_to_page(urls.MEETINGS)),
            references=notes.references(),
            data=data_links(*forms.values()),
        ),
    )


def _newest_report(register: Register) -> str:
    """The newest meeting of which we know an account, and its form."""
    for one in reversed(meetings_in_order(register)):
        if one.report:
            title = title_of(one, register)
            return f"De nieuwste vergadering met een bekend verslag of bericht: {title} ({one.report.form})."
    return "Van geen vergadering is een verslag of bericht gevonden."


def _form(one: ReportForm, notes: Footnotes, register: Register) -> ReportFormView:
    shown = [register.all(Source)[source] for source in (one.source, *one.also_source)]
    *seen_in, last = (notes.naming(source.title, source.id) for source in shown)
    noted = replace(last, marks=marks_of(one), note=linked(one.note or "", register))
    others = [
        identifier
        for source in (one.source, *one.also_source)
        for identifier in register.resting_on[source]
        if kind_of(register.records[register.home_of[identifier]]) in ("meeting", "output", "commitment")
    ]
    return ReportFormView(
        anchor=one.id,
        form=capitalised(one.form),
        seen_in=(*seen_in, noted),
        structure=one.structure,
        structure_note=one.structure_note,
        voice=one.voice,
        same_source=tuple(labelled(identifier, register) for identifier in in_order(others, register)),
    )


def _citations_page(register: Register) -> CitationsPage:
    notes = Footnotes(register)
    patterns = register.all(CitationPattern)
    return CitationsPage(
        patterns=tuple(_pattern(one, notes, register) for one in patterns.values()),
        frame=Frame(
            urls.CITATIONS,
            NAMES[urls.CITATIONS],
            _first_pattern(tuple(patterns.values())),
            trail(link_to_page(urls.SOURCES)),
            references=notes.references(),
            data=data_links(*patterns.values()),
        ),
    )


def _first_pattern(patterns: Sequence[CitationPattern]) -> str:
    explained = "Zo staat hier van elk soort stuk hoe het heet en op welk webadres het staat."
    first = next((one for one in patterns if one.citation), None)
    return f"Een voorbeeld van {first.what}: {first.citation}. {explained}" if first else explained


def _pattern(one: CitationPattern, notes: Footnotes, register: Register) -> PatternView:
    url = one.url or ""
    return PatternView(
        what=notes.said(capitalised(one.what), one, "what", anchor=one.id),
        citation=linked(one.citation or "", register),
        url=url,
        opens=bool(re.fullmatch(r"https?://[^\s<>]+", url)),
    )
