"""Where the record is weak: sources that disagree, single mentions, and in what forms meetings were reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.model.facts import Backing
from lrt_site.model.meetings import Meeting
from lrt_site.model.register import Register, kind_of
from lrt_site.model.sources import CitationPattern, Claim, Contradiction, Mention, ReportForm, Source
from lrt_site.views.common import (
    UNVERIFIED,
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

THEMES: Mapping[str, str] = {
    "table": "De tafel",
    "organisation": "Deelnemers en samenstelling",
    "person": "Deelnemers en samenstelling",
    "seat": "Deelnemers en samenstelling",
    "composition": "Deelnemers en samenstelling",
    "membership": "Deelnemers en samenstelling",
    "meeting": "Vergaderingen",
    "output": "Vergaderingen",
    "commitment": "Toezeggingen",
    "commitment-register": "Toezeggingen",
    "provincial-table": "Provincies",
    "series": "Cijfers",
    "event": "Geschiedenis",
}
"""Under which heading a contradiction stands, by the kind of the first record it touches; in this order."""
OTHER = "Overig"


@dataclass(frozen=True, slots=True)
class ClaimView:
    """What one source says, with its day."""

    text: Said
    quoted: bool
    """Whether these are the source's own words."""
    when: str
    machine: str | None
    """The same for machines, where it is a date."""
    source: Link
    publisher: str


@dataclass(frozen=True, slots=True)
class Claimant:
    """A source in a contradiction."""

    backing: Backing
    link: Link
    published: str


@dataclass(frozen=True, slots=True)
class ContradictionEntry:
    """A contradiction with its sources, what it touches and what we follow."""

    anchor: str
    statement: Said
    claims: tuple[ClaimView, ...]
    """What each source says, side by side; empty where the record holds only the statement."""
    claimants: tuple[Claimant, ...]
    touches: tuple[Link, ...]
    followed: tuple[Run, ...]
    """Which source is followed and why; empty where none is."""
    data: Link


@dataclass(frozen=True, slots=True)
class ContradictionGroup:
    """Contradictions about one kind of thing."""

    anchor: str
    title: str
    entries: tuple[ContradictionEntry, ...]


@dataclass(frozen=True, slots=True)
class ContradictionsPage:
    """What templates/pages/contradictions.html.jinja is given."""

    template: ClassVar[str] = "pages/contradictions.html.jinja"

    frame: Frame
    groups: tuple[ContradictionGroup, ...]


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


def pages(register: Register) -> Iterator[ContradictionsPage | MentionsPage | ReportingPage | CitationsPage]:
    """The pages about disagreement, single mentions, forms of reporting and citations."""
    yield _contradictions_page(register)
    yield _mentions_page(register)
    yield _reporting_page(register)
    yield _citations_page(register)


def _contradictions_page(register: Register) -> ContradictionsPage:
    notes = Footnotes(register)
    by_theme: dict[str, list[Contradiction]] = {theme: [] for theme in (*THEMES.values(), OTHER)}
    for one in register.all(Contradiction).values():
        by_theme[_theme(one, register)].append(one)
    groups = tuple(
        ContradictionGroup(f"groep-{index}", theme, tuple(_entry(one, notes, register) for one in inside))
        for index, (theme, inside) in enumerate(by_theme.items(), 1)
        if inside
    )
    return ContradictionsPage(
        groups=groups,
        frame=Frame(
            urls.CONTRADICTIONS,
            NAMES[urls.CONTRADICTIONS],
            _first_difference(by_theme),
            trail(),
            references=notes.references(),
            data=(Link("Alle gegevens (JSON)", urls.INDEX_DATA),),
        ),
    )


def _first_difference(by_theme: Mapping[str, Sequence[Contradiction]]) -> str:
    """The page's first sentence: the first disagreement on it, and how many more there are."""
    listed = [one for inside in by_theme.values() for one in inside]
    if not listed:
        return "Er zijn geen punten bekend waarop bronnen verschillen."
    more = len(listed) - 1
    return listed[0].statement + (f" Zo verschillen bronnen op nog {more} punten." if more > 1 else "")


def _entry(one: Contradiction, notes: Footnotes, register: Register) -> ContradictionEntry:
    said = notes.naming(one.statement, *one.sources, note=one.note)
    return ContradictionEntry(
        anchor=one.id,
        statement=replace(said, marks=() if one.verified else (UNVERIFIED,)),
        claims=tuple(_claim(claim, notes, register) for claim in one.claims),
        claimants=tuple(_claimant(source, notes, register) for source in one.sources),
        touches=_once(labelled(identifier, register) for identifier in in_order(one.about, register)),
        followed=_followed(one, register),
        data=data_links(one)[0],
    )


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Of links that read the same the first."""
    return tuple({link.title: link for link in reversed(tuple(links))}.values())[::-1]


def _claim(one: Claim, notes: Footnotes, register: Register) -> ClaimView:
    text = notes.said(f"“{one.text}”" if one.quoted else one.text, one, "text")
    source = register.all(Source)[text.backing.sources[0]]
    said_on = one.date or source.date
    return ClaimView(
        text=text,
        quoted=one.quoted,
        when=said_on.in_words if said_on else "zonder datum",
        machine=said_on.text if said_on else None,
        source=link_to(source.id, register),
        publisher=source.publisher,
    )


def _claimant(identifier: str, notes: Footnotes, register: Register) -> Claimant:
    source = register.all(Source)[identifier]
    published = f"{source.publisher}, {source.date.in_words if source.date else 'zonder datum'}"
    return Claimant(notes.each(Backing((identifier,))), link_to(identifier, register), published)


def _followed(one: Contradiction, register: Register) -> tuple[Run, ...]:
    if not one.followed:
        return ()
    reason = linked(f" Waarom: {one.reason}" if one.reason else " Een reden staat er niet bij.", register)
    if one.followed in register.records:
        link = link_to(one.followed, register)
        return (Run(link.title, link.address), Run("."), *reason)
    return (*linked(f"{one.followed}.", register), *reason)


def _theme(one: Contradiction, register: Register) -> str:
    """The heading of the first record it touches."""
    if not one.about:
        return OTHER
    return THEMES.get(kind_of(register.records[register.home_of[one.about[0]]]), OTHER)


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
