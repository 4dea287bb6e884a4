"""Who sits at the table: the overview, and one page for each composition that a source shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.certainty import SeatHistory, span_of
from lrt_site.frozen import dataclass
from lrt_site.model.facts import Party
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition, Organisation, Seat
from lrt_site.model.register import Register
from lrt_site.pages.composition import on_day
from lrt_site.pages.shared.common import (
    ESTIMATE,
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    PageView,
    Said,
    contradiction_links,
    data_links,
    later,
    marks_of,
    record_frame,
    trail,
)
from lrt_site.pages.shared.days import DayList, day_list
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.portions import Portion, by_year
from lrt_site.pages.shared.seating import (
    by_name,
    compositions_in_order,
    last_seated_in_words,
    names_in_words,
    newest_composition,
    newest_showing,
    said_by,
    seats_in_order,
    showing_said,
    shown_runs,
    shown_when,
    time_of,
    title_of,
)
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.meeting_titles import title_of as title_of_meeting
from lrt_site.wording.names import full_name, link_to
from lrt_site.wording.runs import Link, Run

ABOVE = link_to_page(urls.COMPOSITION)


INVITED = Run("Afhankelijk van de agenda kunnen volgens deze bron worden uitgenodigd:")
PREPARED = Run("Het secretariaat bereidt de agenda volgens deze bron voor met:")


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat with whom a source shows in it."""

    seat: Link
    holders: tuple[Said, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A moment of which a source shows the composition."""

    link: Link
    marks: tuple[Mark, ...]
    what: str
    seats: int
    """How many seats it names."""
    completeness: str
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class CompositionsPage:
    """What templates/composition/compositions.html.jinja is given."""

    template: ClassVar[str] = "composition/compositions.html.jinja"

    frame: Frame
    latest: Said | None
    """The newest composition that a source shows."""
    seats: tuple[SeatRow, ...]
    """Every seat with what was last shown of it."""
    moments: tuple[MomentRow, ...]
    """The newest first."""
    dates: DayList = field(compare=False)
    wholes: tuple[Link, ...] = field(compare=False)
    """Pages of months and years that a source speaks of as a whole."""


@dataclass(frozen=True, slots=True)
class CompositionPage:
    """What templates/composition/composition.html.jinja is given."""

    template: ClassVar[str] = "composition/composition.html.jinja"

    frame: Frame
    identifier: str
    shown: Said
    when: Said
    completeness: str
    seats: tuple[SeatRow, ...]
    invitation: Said
    invited: tuple[Link | str, ...]
    preparation: Said
    prepared_with: tuple[Link | str, ...]
    meetings: tuple[Link, ...]
    on_date: Link | None
    """What can be said of that moment from all sources together."""


def pages(register: Register, seats: Mapping[str, SeatHistory], as_of: date) -> Iterator[PageView | PageMaker]:
    """The overview, every composition that a source shows, and every date page."""
    compositions = compositions_in_order(register)
    calendar = on_day.calendar(register, seats, as_of)
    newest_first = compositions[::-1]
    for portion in by_year(newest_first, urls.COMPOSITION, lambda composition: span_of(composition).first):
        yield later(portion.address, _overview, register, seats, portion, calendar)
    for composition, neighbours in in_turn(compositions):
        yield later(urls.page_of(composition), _composition_page, register, composition, neighbours)
    yield from on_day.pages(register, seats, calendar)


def _overview(
    register: Register,
    seats: Mapping[str, SeatHistory],
    portion: Portion[Composition],
    calendar: on_day.CompositionDays,
) -> CompositionsPage:
    notes = Footnotes(register)
    latest = newest_composition(register)
    return CompositionsPage(
        latest=_latest_said(notes, latest) if latest else None,
        seats=tuple(_last_row(register, notes, seats[seat.id]) for seat in seats_in_order(register)),
        moments=tuple(_moment_row(register, composition) for composition in portion.items),
        dates=day_list("Wie zat er op …?", calendar.offered, urls.on_date),
        wholes=tuple(Link(on.in_words, urls.on_date(on.text)) for on in calendar.wholes),
        frame=portion.framed(
            Frame(
                address=urls.COMPOSITION,
                title=NAMES[urls.COMPOSITION],
                description=last_seated_in_words(register),
                trail=trail(),
                references=notes.references(),
                data=data_links(*reversed(portion.items)),
            )
        ),
    )


def _latest_said(notes: Footnotes, latest: Composition) -> Said:
    said = notes.said(
        f": {latest.description} ({_claim(latest)})",
        latest,
        "description",
        "as_shown_at",
        about=latest.id,
        marks=() if latest.as_shown_at else (ESTIMATE,),
    )
    return replace(said, runs=(Run(shown_when(latest), urls.page_of(latest)), *said.runs))


def _claim(composition: Composition) -> str:
    return "volledig volgens de bron" if composition.complete else "mogelijk niet volledig"


def _last_row(register: Register, notes: Footnotes, history: SeatHistory) -> SeatRow:
    showing = newest_showing((history,))
    shown = (showing_said(notes, register, showing),) if showing else ()
    return _seat_row(register, history.seat, shown)


def _seat_row(register: Register, seat: Seat, holders: tuple[Said, ...]) -> SeatRow:
    return SeatRow(link_to(seat.id, register), holders, contradiction_links(register, seat.id))


def _moment_row(register: Register, composition: Composition) -> MomentRow:
    return MomentRow(
        Link(shown_when(composition), urls.page_of(composition)),
        (() if composition.as_shown_at else (ESTIMATE,)) + marks_of(composition),
        composition.description,
        len({holder.seat for holder in composition.holders}),
        _claim(composition),
        contradiction_links(register, composition.id),
    )


def _seat_rows(register: Register, notes: Footnotes, composition: Composition) -> tuple[SeatRow, ...]:
    rows = []
    for seat in seats_in_order(register):
        holders = tuple(
            said_by(
                notes,
                (
                    *shown_runs(register, holder, time_of(composition)),
                    *((Run(" (ambtelijk)"),) if holder.civil_servant else ()),
                ),
                composition,
                "holders",
            )
            for holder in by_name(register, (holder for holder in composition.holders if holder.seat == seat.id))
        )
        if holders:
            rows.append(_seat_row(register, seat, holders))
    return tuple(rows)


def _composition_page(
    register: Register, composition: Composition, neighbours: Neighbours[Composition]
) -> CompositionPage:
    notes = Footnotes(register)
    when = notes.plain(
        shown_when(composition),
        composition,
        "as_shown_at",
        "estimated_from",
        "estimated_until",
        note=composition.as_shown_note,
    )
    estimate = () if composition.as_shown_at else (ESTIMATE,)
    meetings = (meeting for meeting in register.all(Meeting).values() if meeting.composition == composition.id)
    return CompositionPage(
        identifier=composition.id,
        shown=notes.said(composition.description, composition, "description"),
        when=replace(when, marks=estimate),
        completeness=_completeness(register, composition),
        seats=_seat_rows(register, notes, composition),
        invitation=said_by(notes, (INVITED,), composition, "invited"),
        invited=tuple(_party(register, party, composition) for party in composition.invited),
        preparation=said_by(notes, (PREPARED,), composition, "agenda_prepared_with"),
        prepared_with=tuple(_party(register, party, composition) for party in composition.agenda_prepared_with),
        meetings=tuple(Link(title_of_meeting(meeting, register), urls.page_of(meeting)) for meeting in meetings),
        on_date=on_day.link_to_date(composition.as_shown_at) if composition.as_shown_at else None,
        frame=replace(
            record_frame(
                composition,
                notes,
                title=title_of(composition, register),
                description=_summary(composition, register),
                above=(ABOVE,),
                neighbours=links_of(neighbours, lambda other: Link(title_of(other, register), urls.page_of(other))),
            ),
            moment=f"over {shown_when(composition)}",
        ),
    )


def _party(register: Register, party: Party, shown: Composition) -> Link | str:
    """A party by its full name of then, or as the source describes it."""
    if party.organisation:
        body = register.all(Organisation)[party.organisation]
        return link_to(party.organisation, register, full_name(body, register, time_of(shown).days))
    return party.description or ""


def _summary(composition: Composition, register: Register) -> str:
    when = (
        f"over {shown_when(composition)}"
        if composition.as_shown_at
        else f"zonder datum (geschat op {shown_when(composition)})"
    )
    return names_in_words(f"Een bron {when} noemt aan tafel", composition, register)


def _completeness(register: Register, composition: Composition) -> str:
    """How far the source claims to name everybody; a seat it leaves out is not empty."""
    named, known = len({holder.seat for holder in composition.holders}), len(seats_in_order(register))
    count = f"De bron noemt {named} van de {known} stoelen die deze site kent."
    if composition.complete:
        return f"De bron zegt dat dit iedereen is. {count}"
    return f"De bron zegt niet dat dit iedereen is. {count} Een stoel die ontbreekt, kan toch bezet zijn."
