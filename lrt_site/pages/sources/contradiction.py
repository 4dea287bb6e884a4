"""The page of a contradiction: what each source says, side by side, what it touches and whom we follow."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.facts import Backing
from lrt_site.model.figures import Series
from lrt_site.model.register import Register
from lrt_site.model.sources import Claim, Contradiction, Event, Source
from lrt_site.model.table import Table
from lrt_site.pages.shared.common import UNVERIFIED, Footnotes, Frame, Said, linked, record_frame
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.pages.sources.source import date_of
from lrt_site.wording.labels import in_order, label_of, labelled
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import link_to, name_of
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import capitalised


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
class ContradictionPage:
    """What templates/sources/contradiction.html.jinja is given."""

    template: ClassVar[str] = "sources/contradiction.html.jinja"

    frame: Frame
    heading: str
    """Its question, or else what it is about. More can be about one thing: the title of the page tells them apart."""
    statement: Said
    claims: tuple[ClaimView, ...]
    """What each source says, side by side; empty where the record holds only the statement."""
    claimants: tuple[Claimant, ...]
    touches: tuple[Link, ...]
    followed: tuple[Run, ...]
    """Which source is followed and why; empty where none is."""


def contradiction_page(register: Register, contradiction: Contradiction, title: str) -> ContradictionPage:
    """The page of one contradiction."""
    notes = Footnotes(register)
    said = notes.naming(contradiction.statement, *contradiction.sources, note=contradiction.note)
    return ContradictionPage(
        heading=contradiction.question or _named(contradiction, register) or title,
        statement=replace(said, marks=() if contradiction.verified else (UNVERIFIED,)),
        claims=tuple(_claim(claim, notes, register) for claim in contradiction.claims),
        claimants=tuple(_claimant(source, notes, register) for source in contradiction.sources),
        touches=_once(labelled(identifier, register) for identifier in in_order(contradiction.about, register)),
        followed=_followed(contradiction, register),
        frame=replace(
            record_frame(
                contradiction,
                notes,
                title=title,
                description=contradiction.statement,
                above=(link_to_page(urls.CONTRADICTIONS),),
            ),
            title_quotes=True,
        ),
    )


def _named(contradiction: Contradiction, register: Register) -> str:
    return f"{NAMES[urls.CONTRADICTIONS]}: {_subject(contradiction, register)}" if contradiction.about else ""


def _subject(contradiction: Contradiction, register: Register) -> str:
    """What sources disagree about, in a few words: the first thing that the contradiction touches."""
    record = register.records[register.home_of[contradiction.about[0]]]
    match record:
        case Event():
            return when_of(record)
        case Series():
            return label_of(contradiction.about[0], register)
        case Table():
            return capitalised(name_of(record.id, register))
        case _:
            return label_of(record.id, register)


def _once(links: Iterable[Link]) -> tuple[Link, ...]:
    """Of links that read the same the first."""
    return tuple({link.title: link for link in reversed(tuple(links))}.values())[::-1]


def _claim(claim: Claim, notes: Footnotes, register: Register) -> ClaimView:
    text = notes.said(f"“{claim.text}”" if claim.quoted else claim.text, claim, "text")
    source = register.all(Source)[text.backing.sources[0]]
    said_on = claim.date or source.date
    return ClaimView(
        text=text,
        quoted=claim.quoted,
        when=said_on.in_words if said_on else "zonder datum",
        machine=said_on.text if said_on else None,
        source=link_to(source.id, register),
        publisher=source.publisher,
    )


def _claimant(identifier: str, notes: Footnotes, register: Register) -> Claimant:
    source = register.all(Source)[identifier]
    link = link_to(identifier, register)
    return Claimant(notes.each(Backing((identifier,))), link, f"{source.publisher}, {date_of(source)}")


def _followed(contradiction: Contradiction, register: Register) -> tuple[Run, ...]:
    if not contradiction.followed:
        return ()
    reason = linked(
        f" Waarom: {contradiction.reason}" if contradiction.reason else " Een reden staat er niet bij.", register
    )
    if contradiction.followed in register.records:
        link = link_to(contradiction.followed, register)
        return (Run(link.title, link.address), Run("."), *reason)
    return (*linked(f"{contradiction.followed}.", register), *reason)
