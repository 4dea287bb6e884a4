"""The home page: what the table is, who sits there, what was discussed last, and a door for every reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.certainty import span_of
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition, Holder
from lrt_site.model.register import Register
from lrt_site.model.sources import Contradiction, Mention
from lrt_site.views import gaps
from lrt_site.views.commitment_dates import cutoffs
from lrt_site.views.commitments import in_order as commitments_in_order
from lrt_site.views.common import (
    ESTIMATE,
    Footnotes,
    Frame,
    Link,
    PageMaker,
    Said,
    contradiction_links,
    data_links,
    in_words,
    later,
    link_to,
)
from lrt_site.views.figures import themes
from lrt_site.views.history import in_order as events_in_order
from lrt_site.views.meetings import in_order as meetings_in_order
from lrt_site.views.meetings import title_of
from lrt_site.views.observed import amount, moment, newest
from lrt_site.views.page_names import link_to_page
from lrt_site.views.seating import (
    ACTING,
    Then,
    counted,
    newest_composition,
    office_in_words,
    shown_when,
    time_of,
)
from lrt_site.views.seating import title_of as title_of_composition
from lrt_site.views.table import rule_in_words
from lrt_site.views.timeline import status_in_words, status_said

NEWEST = 3
"""So many of each kind of news."""


@dataclass(frozen=True, slots=True)
class Seated:
    """Who sat at the table, as the newest source shows it."""

    holders: tuple[Link | str, ...]
    shown: Said
    """What the source shows, and when."""


@dataclass(frozen=True, slots=True)
class MeetingNews:
    """A meeting with what was discussed there."""

    link: Link
    state: str
    """Empty for a meeting that was held."""
    subjects: tuple[Said, ...]
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class FigureNews:
    """The newest value under a theme."""

    series: Link
    theme: str
    value: Said
    when: str


@dataclass(frozen=True, slots=True)
class CommitmentNews:
    """A commitment with its newest status."""

    link: Link
    title: str
    status: Said


@dataclass(frozen=True, slots=True)
class EventNews:
    """An event with its moment."""

    when: Link
    event: Said


@dataclass(frozen=True, slots=True)
class Count:
    """How much there is of something that needs care, with the page that lists it."""

    text: str
    page: Link
    of_the_day: bool = False
    """Whether time alone changes it."""


@dataclass(frozen=True, slots=True)
class Door:
    """The way in for one kind of reader."""

    reader: str
    question: str
    links: tuple[Link, ...]
    cutoffs: tuple[tuple[Link, ...], ...] = ()
    """How the commitments stood on the fixed days of every year, the newest year first."""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What templates/pages/home.html.jinja is given."""

    template: ClassVar[str] = "pages/home.html.jinja"

    site_id: str
    about: Said
    """What the table is for."""
    seated: Seated | None
    discussed: tuple[MeetingNews, ...]
    """The newest meeting that was held, and when nobody says what about, also the newest of which we know."""
    rhythm: tuple[Said, ...]
    founded: Said | None
    """When it began; absent where that is what `about` says."""
    topics: tuple[Link, ...]
    name: str
    """The name of the table, with its abbreviation."""
    ways: tuple[Link, ...]
    """Where to read more about the table and who sits there."""
    figures: tuple[FigureNews, ...]
    commitments: tuple[CommitmentNews, ...]
    meetings: tuple[MeetingNews, ...]
    """The newest besides those."""
    events: tuple[EventNews, ...]
    counts: tuple[Count, ...]
    doors: tuple[Door, ...]
    frame: Frame


def pages(register: Register, as_of: date) -> Iterator[PageMaker]:
    """The home page."""
    yield later(urls.HOME, _home, register, as_of)


def fuller_than(newest: Composition, register: Register) -> Composition | None:
    """The newest composition that fills more seats than this one."""
    seats = len({holder.seat for holder in newest.holders})
    fuller = (one for one in register.all(Composition).values() if len({holder.seat for holder in one.holders}) > seats)
    return max(fuller, key=lambda one: (span_of(one).last, one.id), default=None)


def _home(register: Register, as_of: date) -> HomePage:
    notes = Footnotes(register)
    table = register.table
    own = [one for one in reversed(meetings_in_order(register)) if one.table == table.id]
    discussed = _last_discussed(own)
    others = [one for one in own if one not in discussed]
    about = (*table.purposes, table.founded)[0]
    return HomePage(
        site_id=register.site.id,
        about=notes.said(about.text, about, "text", about=about.id),
        seated=_seated(register, notes),
        discussed=tuple(_meeting_news(register, one, notes) for one in discussed),
        rhythm=tuple(notes.said(rule_in_words(one), one, "rule", "as_of", about=one.id) for one in table.frequencies),
        founded=None
        if about is table.founded
        else notes.said(table.founded.text, table.founded, "text", about=table.founded.id),
        topics=tuple(link_to(one.id, register, one.name) for one in table.topics),
        name=f"{table.name} ({table.abbreviation})" if table.abbreviation else table.name,
        ways=tuple(_ways(register)),
        figures=tuple(_figures(register, notes)),
        commitments=tuple(_commitments(register, notes)),
        meetings=tuple(_meeting_news(register, one, notes) for one in others[:NEWEST]),
        events=tuple(_events(register, notes)),
        counts=tuple(_counts(register, as_of)),
        doors=_doors(register, as_of),
        frame=Frame(
            address=urls.HOME,
            title="De tafel in het kort",
            description=f"{table.name}. {about.text}",
            trail=(),
            references=notes.references(),
            data=(*data_links(table), Link("index.json", urls.INDEX_DATA)),
        ),
    )


def _seated(register: Register, notes: Footnotes) -> Seated | None:
    shown = newest_composition(register)
    if shown is None:
        return None
    claim = "" if shown.complete else ", mogelijk niet volledig"
    text = f"{shown_when(shown)}{claim}: {shown.description}"
    return Seated(
        tuple(dict.fromkeys(_who(holder, register, time_of(shown)) for holder in shown.holders)),
        notes.said(
            text,
            shown,
            "description",
            "as_shown_at",
            about=shown.id,
            marks=() if shown.as_shown_at else (ESTIMATE,),
        ),
    )


def _ways(register: Register) -> Iterator[Link]:
    yield Link("Meer over de tafel", urls.TABLE)
    yield Link("Wie er wanneer aan tafel zat", urls.COMPOSITION)
    shown = newest_composition(register)
    fuller = fuller_than(shown, register) if shown else None
    if fuller:
        yield link_to(fuller.id, register, f"Meer stoelen, eerder getoond: {title_of_composition(fuller, register)}")


def _who(holder: Holder, register: Register, then: Then) -> Link | str:
    """A holder by name with the organisation, or by whichever of the two is known, or else by office."""
    acting = f", {ACTING}" if holder.acting else ""
    short = link_to(holder.organisation, register, then=then.days) if holder.organisation else None
    if holder.person:
        person = link_to(holder.person, register, then=then.days)
        return Link(f"{person.title}{f' ({short.title})' if short else ''}{acting}", person.address)
    if short:
        return Link(f"{short.title}{acting}", short.address)
    assert holder.role
    return office_in_words(holder.role, acting=holder.acting) or holder.role


def _last_discussed(newest_first: Sequence[Meeting]) -> tuple[Meeting, ...]:
    held = [one for one in newest_first if one.state == "gehouden"]
    known = [one for one in held if _subjects(one)]
    return tuple(dict.fromkeys((*held[:1], *known[:1])))


def _subjects(meeting: Meeting) -> tuple[str, ...]:
    return meeting.discussed or tuple(item.title for item in meeting.agenda)


def _meeting_news(register: Register, meeting: Meeting, notes: Footnotes) -> MeetingNews:
    field = "discussed" if meeting.discussed else "agenda"
    return MeetingNews(
        link=Link(title_of(meeting, register), urls.page_of(meeting)),
        state="" if meeting.state == "gehouden" else meeting.state,
        subjects=tuple(notes.plain(one, meeting, field) for one in _subjects(meeting)),
        contradictions=contradiction_links(register, meeting.id),
    )


def _figures(register: Register, notes: Footnotes) -> Iterator[FigureNews]:
    """Per theme the newest value that was observed or required; an expectation only where there is nothing else."""
    for theme, members in themes(register):
        values = [(series, one) for series in members for one in series.observations]
        firm = [(series, one) for series, one in values if series.kind != "raming" and one.status != "verwacht"]
        latest = newest(one for _, one in firm or values)
        if latest:
            series = next(series for series, one in values if one is latest)
            part = f" ({latest.part})" if latest.part else ""
            marks = () if firm else (ESTIMATE,)
            said = notes.said(f"{amount(latest)} {latest.unit}{part}", latest, "value", about=latest.id, marks=marks)
            yield FigureNews(link_to(series.id, register), theme, said, moment(latest))


def _commitments(register: Register, notes: Footnotes) -> Iterator[CommitmentNews]:
    for one in commitments_in_order(register)[:NEWEST]:
        status = status_said(one, status_in_words(one.status), notes, about=one.id)
        yield CommitmentNews(link_to(one.id, register, one.id), one.title, status)


def _events(register: Register, notes: Footnotes) -> Iterator[EventNews]:
    for one in tuple(reversed(events_in_order(register)))[:NEWEST]:
        when = link_to(one.id, register, in_words(one.date, one.date_note, one.not_before, one.not_after))
        yield EventNews(when, notes.said(one.event, one, "event", about=one.id))


def _counts(register: Register, as_of: date) -> Iterator[Count]:
    meetings = [one for one in register.all(Meeting).values() if one.table == register.table.id]
    reckoning = gaps.reckon(meetings, register.table.frequencies, as_of)
    silence = link_to_page(urls.GAPS)
    if reckoning.expected:
        whole = [year.year for year in reckoning.years if year.whole]
        years = f"{whole[0]} tot en met {whole[-1]}" if len(whole) > 1 else str(whole[0])
        text = f"Over {years} zijn volgens de regel {reckoning.expected} vergaderingen te verwachten. "
        yield Count(f"{text}Wij kennen er {reckoning.held}.", silence, of_the_day=True)
    held = [one for one in meetings if one.state == "gehouden"]
    if held:
        without = len(gaps.without_report(held))
        table = register.table.abbreviation or register.table.name
        text = f"Van {without} van de {len(held)} gehouden vergaderingen van de {table} vonden wij geen verslag."
        yield Count(text, link_to_page(urls.COVERAGE))
    disputed, mentioned = len(register.all(Contradiction)), len(register.all(Mention))
    if disputed:
        points = counted(disputed, "punt", "punten")
        text = f"Op {points} spreken bronnen elkaar tegen, of spreekt een bron zichzelf tegen."
        yield Count(text, link_to_page(urls.CONTRADICTIONS))
    if mentioned:
        text = f"{counted(mentioned, 'vermelding is', 'vermeldingen zijn')} nog door geen tweede bron bevestigd."
        yield Count(text, link_to_page(urls.MENTIONS))


def _doors(register: Register, as_of: date) -> tuple[Door, ...]:
    chambers = " en ".join(sorted({one.chamber for one in commitments_in_order(register)})) or "Parlement"
    return (
        Door(
            "Burger en journalist",
            "Wie zat er op een dag aan tafel, wat is er besproken, en waar staat dat?",
            (
                Link("Vergaderingen", urls.MEETINGS),
                Link("Samenstelling op een datum", urls.COMPOSITION),
                Link("Alle bronnen", urls.SOURCES),
            ),
        ),
        Door(
            chambers,
            "Wat is er toegezegd, welke stukken liggen ernaast, en wat zegt het register?",
            (Link("Toezeggingen", urls.COMMITMENTS), Link("Hoe het register werkt", urls.REGISTERS)),
            cutoffs(register, as_of),
        ),
        Door(
            "Redactie",
            "Hoe schrijft of verbetert u een onderdeel, en wat wordt er nagekeken?",
            (Link("Handboek voor redacteuren", f"{urls.HANDBOOK}redactie/"),),
        ),
        Door(
            "Hergebruik",
            "Alle gegevens in vaste vormen, zonder account.",
            (
                Link("Over de gegevens", f"{urls.HANDBOOK}data/"),
                Link("Lijst van alle gegevens", urls.INDEX_DATA),
            ),
        ),
    )
