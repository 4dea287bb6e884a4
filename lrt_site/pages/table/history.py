"""History: the events in order of time, year by year, with the years of which no event is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.newest import the_newest
from lrt_site.frozen import dataclass
from lrt_site.model import portions
from lrt_site.model.commitments import Commitment
from lrt_site.model.facts import Backing
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.portions import event_day
from lrt_site.model.register import Register
from lrt_site.model.sources import Event
from lrt_site.pages.shared.common import ALL_DATA, DATES, Footnotes, Frame, PageMaker, Said, later, trail
from lrt_site.pages.shared.portions import Portion, listed
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.labels import labelled
from lrt_site.wording.meeting_titles import title_of
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import days_of, link_to
from lrt_site.wording.runs import Link
from lrt_site.wording.text import ended

RELATED = 50
"""Maximum number of things that an event names beside it."""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event on the time line."""

    when: str
    """The moment in words, as exactly as it is known."""
    dated: Backing
    """The sources of the moment, where they are others than those of the event."""
    machine: str | None
    """The same for machines, where it is a date."""
    event: Said
    related: tuple[Link, ...]
    """Meetings, outputs and commitments that rest on the same source: the first, up to the maximum."""
    more: int
    """How many there are besides."""
    sources: tuple[Link, ...]
    """To the pages of its sources, which name all."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year with its events, or a stretch of years of which no event is known."""

    title: str
    anchor: str
    events: tuple[EventView, ...]
    dots: str
    """A sign for each event."""
    of_the_day: bool = False
    """Whether it stands there only because time has passed since the last event."""


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """What templates/table/history.html.jinja is given."""

    template: ClassVar[str] = "table/history.html.jinja"

    frame: Frame
    years: tuple[Year, ...]
    apart: tuple[Link, ...]
    """The sections that have moments of the table of their own, which are not in the list."""


def pages(register: Register, as_of: date) -> Iterator[PageMaker]:
    """The page with all events, or with the newest where those of the years have pages of their own."""
    events = in_order(register)
    for portion in listed(register, Event, urls.HISTORY):
        yield later(portion.address, _history, register, events, portion, as_of)


def in_order(register: Register) -> tuple[Event, ...]:
    """All events, the newest last. One without a day stands after the days of its month or year."""
    return portions.listed(Event, register.all(Event))


def _history(register: Register, events: tuple[Event, ...], portion: Portion[Event], as_of: date) -> HistoryPage:
    notes = Footnotes(register)
    until = event_day(portion.items[-1]).year if portion.part else as_of.year
    views = ((event_day(event).year, _event(register, notes, event)) for event in portion.items)
    years = tuple(_years(views, until))
    return HistoryPage(
        years=years,
        apart=(link_to_page(urls.MEETINGS), link_to_page(urls.OUTPUTS)),
        frame=portion.framed(
            Frame(
                address=urls.HISTORY,
                title=NAMES[urls.HISTORY],
                description=_summary(events),
                trail=trail(),
                references=notes.references(),
                data=(ALL_DATA,),
            )
        ),
    )


def _summary(events: tuple[Event, ...]) -> str:
    if not events:
        return "Er zijn nog geen gebeurtenissen beschreven."
    *others, newest = events
    days = [days_of(event.date) for event in others]
    called = the_newest(days_of(newest.date), days, "De nieuwste gebeurtenis", "nieuwste gebeurtenissen")
    when = when_of(newest)
    return f"{called}: {when}. {ended(newest.event)} Hieronder staat alles van oud naar nieuw."


def _event(register: Register, notes: Footnotes, entry: Event) -> EventView:
    event = notes.said(entry.event, entry, "event", anchor=entry.id)
    beside = tuple(_beside(register, entry))
    return EventView(
        when=when_of(entry),
        dated=notes.others(event.backing, entry, *DATES),
        machine=entry.date.text if entry.date else None,
        event=event,
        related=tuple(_link(identifier, register) for identifier in beside[:RELATED]),
        more=max(0, len(beside) - RELATED),
        sources=tuple(link_to(source, register) for source in (entry.source, *entry.also_source)),
    )


def _beside(register: Register, event: Event) -> Iterable[str]:
    """The meetings, outputs and commitments that rest on a source of the event."""
    resting = (owner for source in (event.source, *event.also_source) for owner in register.resting_on[source])
    homes = dict.fromkeys(register.home_of[owner] for owner in resting)
    return (home for home in homes if isinstance(register.records[home], Meeting | Output | Commitment))


def _link(identifier: str, register: Register) -> Link:
    """A link that says what it leads to; a meeting of the table itself need not name the table."""
    meeting = register.all(Meeting).get(identifier)
    if meeting and meeting.table == register.table.id:
        return link_to(identifier, register, title_of(meeting, register))
    return labelled(identifier, register)


def _years(events: Iterable[tuple[int, EventView]], until: int) -> Iterator[Year]:
    """Each year with events, and between them, and up to the last year, the years without."""
    last = None
    for year, group in groupby(events, key=lambda event: event[0]):
        if last is not None:
            yield from _gap(last + 1, year - 1)
        views = tuple(view for _, view in group)
        yield Year(str(year), f"jaar-{year}", views, "●" * len(views))
        last = year
    if last is not None:
        yield from _gap(last + 1, until, of_the_day=True)


def _gap(first: int, last: int, *, of_the_day: bool = False) -> Iterator[Year]:
    if first <= last:
        title = str(first) if first == last else f"{first} tot en met {last}"
        yield Year(title, f"jaar-{first}", (), "", of_the_day)
