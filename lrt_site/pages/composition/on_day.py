"""Who sat at the table on a date, seat by seat, with how sure that is and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.certainty import (
    CERTAINTIES,
    DAY,
    Occupancy,
    SeatHistory,
    SeatOnDate,
    Showing,
    seat_on,
    turning_days,
)
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate, at
from lrt_site.model.facts import backed_by_each, backing
from lrt_site.model.people import Composition, Membership, Person, Seat
from lrt_site.model.register import Register
from lrt_site.model.sorting import sort_key
from lrt_site.pages.shared.common import (
    ALL_DATA,
    CERTAINTY_MARKS,
    Footnotes,
    Frame,
    Mark,
    PageMaker,
    Said,
    contradiction_links,
    later,
    trail,
)
from lrt_site.pages.shared.days import Days, Holds, days_of, holds_on
from lrt_site.pages.shared.neighbours import Neighbours, in_turn, links_of
from lrt_site.pages.shared.seating import (
    Then,
    holder_runs,
    named,
    newest_showing,
    office_in_words,
    origin_of,
    origin_said,
    said_by,
    seats_in_order,
    showing_said,
    showing_when,
    some_in_words,
    who_fields,
)
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.names import link_to
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import capitalised


@dataclass(frozen=True, slots=True)
class CompositionDays:
    """Which dates have a page."""

    days: Days
    """Every day on which an answer changes, and the first day of every year."""
    wholes: tuple[PartialDate, ...]
    """Months and years of which a source speaks as a whole, in order of time."""
    founded: PartialDate | None
    newest: Showing | None
    """The last that any source shows of any seat."""

    @property
    def offered(self) -> Days:
        """The days to choose from: none from before the table or, where a source shows somebody then, before that."""
        begun = self.days.turning[0] if self.founded and self.days.turning else date.min
        return replace(self.days, listed=tuple(day for day in self.days.listed if day.earliest >= begun))


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A holder of a seat on a date, with what that rests on."""

    who: Said
    reasons: tuple[tuple[str, Said], ...]
    """Each with the word that says what it does for the answer."""


@dataclass(frozen=True, slots=True)
class SeatView:
    """A seat on a date."""

    identifier: str
    seat: Link
    contradictions: tuple[Link, ...]
    held: tuple[HeldRow, ...]
    """Empty when it is not known who held the seat."""
    hints: tuple[tuple[str, Said], ...]
    """Of a seat not known: what sources show before, perhaps then, and after."""


@dataclass(frozen=True, slots=True)
class CompositionOnDatePage:
    """What templates/composition/on_day.html.jinja is given."""

    template: ClassVar[str] = "composition/on_day.html.jinja"

    frame: Frame
    applies: Holds = field(compare=False)
    """For which days the page holds."""
    founding: Said | None
    """When the table began, where the date lies before that or within it."""
    after_all: Said | None
    """That no source speaks of this date or later, where that is so."""
    known: tuple[SeatView, ...]
    unknown: tuple[SeatView, ...]
    unknown_mark: Mark
    elsewhere: tuple[Link, ...]
    """Where single names stand that no composition has."""


def calendar(register: Register, seats: Mapping[str, SeatHistory], as_of: date) -> CompositionDays:
    """The dates that get a page: as many as there are moments and years, and no more."""
    founded = register.table.founded.as_shown_at
    turning = {*turning_days(seats, as_of), *(_edges(founded) if founded else ())}
    turning = {day for day in turning if day <= as_of}
    first = min(turning, default=as_of).year
    years = (date(year, 1, 1) for year in range(max(first - 1, 1), as_of.year + 1))
    shown = (composition.as_shown_at for composition in register.all(Composition).values())
    wholes = {on for on in shown if on and not on.is_day and on.earliest <= as_of}
    return CompositionDays(
        days_of(turning, years, as_of),
        tuple(sorted(wholes, key=lambda on: (on.earliest, on.text))),
        founded,
        newest_showing(seats.values()),
    )


def link_to_date(on: PartialDate) -> Link:
    """A link to the page of a date."""
    return Link(f"Samenstelling {at(on)}", urls.on_date(on.text))


def pages(register: Register, seats: Mapping[str, SeatHistory], dates: CompositionDays) -> Iterator[PageMaker]:
    """One page for every date of the calendar."""
    order = sorted((*dates.days.listed, *dates.wholes), key=lambda on: (on.earliest, on.text))
    for on, neighbours in in_turn(order):
        yield later(urls.on_date(on.text), _page, register, seats, dates, on, neighbours)


def _edges(founded: PartialDate) -> tuple[date, date]:
    """The days on which it changes what can be said of the table's existence."""
    return founded.earliest, founded.latest + DAY


def _page(
    register: Register,
    seats: Mapping[str, SeatHistory],
    dates: CompositionDays,
    on: PartialDate,
    neighbours: Neighbours[PartialDate],
) -> CompositionOnDatePage:
    notes = Footnotes(register)
    previous, following = links_of(neighbours, link_to_date)
    founding = _founding(register, notes, dates, on)
    answers = [seat_on(seats[seat.id], on) for seat in seats_in_order(register)]
    if dates.founded and on.latest < dates.founded.earliest and not any(answer.occupancies for answer in answers):
        answers = []  # There were no seats yet.
    return CompositionOnDatePage(
        applies=_applies(dates, on),
        founding=founding,
        after_all=_after_all(register, notes, dates.newest, on),
        known=tuple(
            _seat_view(register, notes, seats[answer.seat], answer, on) for answer in answers if answer.occupancies
        ),
        unknown=tuple(
            _seat_view(register, notes, seats[answer.seat], answer, on) for answer in answers if not answer.occupancies
        ),
        unknown_mark=CERTAINTY_MARKS["onbekend"],
        elsewhere=(link_to_page(urls.PARTICIPANTS), link_to_page(urls.MENTIONS)),
        frame=Frame(
            address=urls.on_date(on.text),
            title=link_to_date(on).title,
            moment=f"stand van {on.in_words}",
            description=_answer(register, on, answers),
            trail=trail(link_to_page(urls.COMPOSITION)),
            references=notes.references(),
            data=(ALL_DATA,),
            previous=previous,
            next=following,
        ),
    )


def _answer(register: Register, on: PartialDate, answers: list[SeatOnDate]) -> str:
    """Who sat there for sure, or else likely; then of how many seats that is known."""
    if not answers:
        return f"{capitalised(at(on))} bestond de tafel nog niet."
    counts = {
        mark.word: sum(answer.certainty == value for answer in answers) for value, mark in CERTAINTY_MARKS.items()
    }
    alone = len(answers) == 1
    seats = "stoel (vaste plaats aan tafel)" if alone else f"{len(answers)} stoelen (vaste plaatsen aan tafel)"
    every = f"de enige {seats}" if alone else f"alle {seats}"
    (surest, known), *rest = ((word, count) for word, count in counts.items() if count)
    certainty = min((answer.certainty for answer in answers), key=CERTAINTIES.index)
    if certainty == "onbekend":
        return f"Wie er {at(on)} aan tafel zat, is niet bekend. Dat geldt voor {every}."
    sat = [occupancy for answer in answers for occupancy in answer.occupancies if occupancy.certainty == certainty]
    names = dict.fromkeys(named(occupancy, register, Then((on.earliest, on.latest))) for occupancy in sat)
    told = some_in_words(f"{capitalised(surest)} aan tafel {at(on)}", names)
    others = "".join(f", van {count} {word}" for word, count in rest)
    return f"{told} Van {f'{known} van de {seats}' if rest else every} is dat {surest}{others}."


def _applies(dates: CompositionDays, on: PartialDate) -> Holds:
    if on.is_day:
        return holds_on(dates.days, on.earliest)
    whole = f"Deze pagina gaat over {on.in_words} als geheel: wie er toen op een of meer dagen zat."
    return Holds("", "", f"{whole} De bron noemt geen dag.")


def _founding(register: Register, notes: Footnotes, dates: CompositionDays, on: PartialDate) -> Said | None:
    """When the table began, for a date that is not wholly after that."""
    fact = register.table.founded
    if dates.founded is None or on.earliest > dates.founded.latest:
        return None
    return notes.said(fact.text, fact, "text", about=fact.id)


def _after_all(register: Register, notes: Footnotes, newest: Showing | None, on: PartialDate) -> Said | None:
    if newest is None:
        return notes.plain("Geen bron op deze site noemt wie er aan tafel zit.")
    if on.earliest <= newest.span.last:
        return None
    runs = (
        Run("De laatste bron over wie er aan tafel zit, gaat over "),
        Run(showing_when(register, newest), urls.address_of(newest.origin, register)),
        Run(". Wie er daarna zit, is niet bekend."),
    )
    origin = origin_of(register, newest.origin)
    return said_by(notes, runs, origin, *_moment_fields(origin))


def _moment_fields(origin: Composition | Membership) -> tuple[str, ...]:
    return ("as_shown_at",) if isinstance(origin, Composition) else ("start_date", "end_date")


def _seat_view(
    register: Register, notes: Footnotes, history: SeatHistory, answer: SeatOnDate, on: PartialDate
) -> SeatView:
    return SeatView(
        answer.seat,
        link_to(answer.seat, register),
        contradiction_links(register, answer.seat),
        tuple(
            _held_row(register, notes, history.seat, occupancy, on)
            for occupancy in in_order(register, answer.occupancies)
        ),
        () if answer.occupancies else tuple(_hints(register, notes, history, answer)),
    )


def in_order(register: Register, found: Iterable[Occupancy]) -> list[Occupancy]:
    """The surest first; persons by surname, and before organisations and offices without a person."""

    def place(occupancy: Occupancy) -> tuple[int, bool, bool, tuple[str, ...]]:
        name = (
            sort_key(register.all(Person)[occupancy.person])
            if occupancy.person
            else (occupancy.organisation or occupancy.role or "",)
        )
        return CERTAINTIES.index(occupancy.certainty), occupancy.person is None, occupancy.acting, name

    return sorted(found, key=place)


def _held_row(register: Register, notes: Footnotes, seat: Seat, occupancy: Occupancy, on: PartialDate) -> HeldRow:
    origins = [origin_of(register, origin) for origin in occupancy.because]
    who = notes.rests(
        holder_runs(
            register,
            occupancy.organisation,
            occupancy.person,
            office_in_words(occupancy.role, acting=occupancy.acting),
            seat,
            Then((on.earliest, on.latest)),
        ),
        backed_by_each(*(backing(origin, *who_fields(origin)) for origin in origins)),
        CERTAINTY_MARKS[occupancy.certainty],
    )
    words = (
        ("Volgens een bron", "ook") if occupancy.certainty == "vastgesteld" else ("Volgens een bron ervoor", "en erna")
    )
    reasons = ((words[min(index, 1)], origin_said(register, origin)) for index, origin in enumerate(occupancy.because))
    return HeldRow(who, tuple(reasons))


def _hints(
    register: Register, notes: Footnotes, history: SeatHistory, answer: SeatOnDate
) -> Iterator[tuple[str, Said]]:
    """Between which sources the date of an unknown seat lies."""

    def shown(origin: str) -> Said:
        return showing_said(notes, register, _showing(history, origin))

    if answer.last_shown:
        yield "Laatst ervoor genoemd", shown(answer.last_shown)
    else:
        yield "Ervoor", notes.plain("geen bevestigde vermelding noemt deze stoel eerder")
    for origin in answer.perhaps_shown:
        yield "Misschien toen genoemd", shown(origin)
    if answer.next_shown:
        yield "Eerst erna genoemd", shown(answer.next_shown)
    else:
        yield "Erna", notes.plain("geen bevestigde vermelding noemt deze stoel later")


def _showing(history: SeatHistory, origin: str) -> Showing:
    return next(showing for showing in history.showings if showing.origin == origin)
