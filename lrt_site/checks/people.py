"""Seats and who holds them: no more holders than places, and at a meeting only who holds a seat or is invited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from heapq import heappop, heappush
from itertools import chain, islice
from operator import itemgetter

from lrt_site.checks.dates import TURN_OF_THE_YEAR
from lrt_site.findings.certainty import span_of
from lrt_site.frozen import dataclass
from lrt_site.model.dates import PartialDate, through
from lrt_site.model.dates import at as preposed
from lrt_site.model.meetings import Attendance, Meeting
from lrt_site.model.people import Composition, Holder, Membership, Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register, Steps
from lrt_site.model.table import Table
from lrt_site.model.terms import last_days
from lrt_site.problems import Fault
from lrt_site.wording.text import capitalised

_MOST_NAMED = 10
_Seated = Mapping[str | None, str]


@dataclass(frozen=True, slots=True)
class _Term:
    """Days on which somebody surely held an office."""

    record: str
    at: Steps
    holder: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class _Held:
    """Days on which somebody held a seat, or may have held it where a start or an end is not known."""

    holder: Holder | Membership
    origin: str
    first: date
    last: date

    def touches(self, moment: PartialDate) -> bool:
        return self.first <= moment.latest and moment.earliest <= self.last


def seats_have_room_for_their_holders(register: Register) -> Iterator[Fault]:
    """No more persons, and no more organisations, hold a seat at one time than it has places.

    Whoever acts takes no place from the regular holders; two who act do not share one. Whoever leaves on the day on
    which another comes, makes room for the other.
    """
    terms: defaultdict[tuple[str, str, bool], list[_Term]] = defaultdict(list)
    for membership in register.all(Membership).values():
        last = last_days(membership)
        if membership.start_date and last:
            level, holder = (
                ("person", membership.person) if membership.person else ("organisation", membership.organisation)
            )
            term = _Term(
                membership.id, ("start_date",), holder or membership.role or "", membership.start_date.latest, last[0]
            )
            terms[membership.seat, level, membership.acting].append(term)
    for (key, _, acting), held in sorted(terms.items()):
        seat = register.all(Seat).get(key)
        for term, others in _crowded(held, seat.places if seat and seat.places else len(held)):
            advice = "" if acting else " Zat een van beiden er als waarnemer? Schrijf daar dan 'acting: true'."
            message = (
                f"Op {PartialDate.of(term.first).in_words} is stoel '{key}' vol: {_listed(others)}. "
                f"Verbeter het begin of het einde, of het aantal plaatsen ('places') van de stoel.{advice}"
            )
            yield Fault(term.record, term.at, "overlapping-holders", message)


def provinces_have_one_chair_at_a_time(register: Register) -> Iterator[Fault]:
    """A province has one King's commissioner at a time, whoever acts for them apart."""
    for table in register.all(ProvincialTable).values():
        terms = [
            _Term(table.id, ("chairs", index, "start_date"), chair.name, chair.start_date.latest, last[0])
            for index, chair in enumerate(table.chairs)
            if chair.start_date and (last := last_days(chair)) and not chair.acting
        ]
        for term, others in _crowded(terms, 1):
            message = (
                f"Op {PartialDate.of(term.first).in_words} was er al een andere commissaris: {_listed(others)}. "
                "Verbeter het begin of het einde, of schrijf 'acting: true' bij een waarnemer."
            )
            yield Fault(term.record, term.at, "overlapping-holders", message)


def compositions_name_a_holder_once(register: Register) -> Iterator[Fault]:
    """A composition names each holder of a seat once."""
    for composition in register.all(Composition).values():
        seen: set[Holder] = set()
        for index, holder in enumerate(composition.holders):
            if holder in seen:
                message = f"Deze bezetting van stoel '{holder.seat}' staat er twee keer. Laat er één staan."
                yield Fault(composition.id, ("holders", index, "seat"), "twice", message)
            seen.add(holder)


def attendances_name_a_person_once(register: Register) -> Iterator[Fault]:
    """A meeting names each person once among who attended."""
    for meeting in register.all(Meeting).values():
        seen: dict[str, int] = {}
        named = {attendance.person for attendance in meeting.attendance}
        for index, attendance in enumerate(meeting.attendance):
            person = attendance.person
            if person in seen:
                others = _others_in_seat(register, meeting, attendance.seat, named)
                meant = f" Bedoelde u 'person: {others[0]}'? Die had toen ook deze stoel." if len(others) == 1 else ""
                message = (
                    f"'{person}' staat al bij de aanwezigen, als nummer {seen[person] + 1} van de lijst. "
                    f"Haal één van beide weg, of noem hier wie u bedoelt.{meant}"
                )
                right = others[0] if len(others) == 1 else None
                yield Fault(meeting.id, ("attendance", index, "person"), "twice", message, instead=right)
            elif person:
                seen[person] = index


def seats_are_left_before_they_are_taken(register: Register) -> Iterator[Fault]:
    """Who takes the only place of a seat follows somebody of whom is known until when they held it."""
    ordered = sorted(register.all(Membership).values(), key=lambda held: (held.seat, held.id))
    for new in ordered:
        seat, start = register.all(Seat).get(new.seat), new.start_date
        if not (seat and seat.places == 1 and start and new.person) or new.acting:
            continue
        own = [held for held in ordered if held.seat == new.seat and held.person and not held.acting]
        former = [held for held in own if held.person != new.person and not held.end_date and _before(held, start)]
        shown = _last_shown(register, new.seat, start)
        if former:
            yield _without_end(new, str(former[-1].person), f"Schrijf bij '{former[-1].id}' wanneer dat stopte", start)
        elif shown and shown not in {held.person for held in own}:
            advice = f"Neem een lidmaatschap op met 'seat: {new.seat}', 'person: {shown}' en wanneer dat stopte"
            yield _without_end(new, shown, advice, start)


def attendees_hold_a_seat_or_are_invited(register: Register) -> Iterator[Fault]:
    """Whoever takes part in a meeting of the table holds a seat then, as far as is known, or is invited."""
    held = _held(register)
    seated: dict[PartialDate, _Seated] = {}
    for record, at, attendance in register.each(Attendance):
        meeting = record
        moment = getattr(meeting, "date", None)
        if (
            attendance.presence == "genodigd"
            or not moment
            or moment.text[4:] in TURN_OF_THE_YEAR
            or getattr(meeting, "table", "") not in register.all(Table)
            or not _is_known(attendance, register)
        ):
            continue
        near = (item for name in (attendance.person, attendance.organisation) for item in held.get(name or "", ()))
        own = [held for held in near if _is(attendance, held.holder)]
        if any(held.touches(moment) for held in own):
            continue
        if moment not in seated:
            seated[moment] = _seated(item for several in held.values() for item in several if item.touches(moment))
        reason = _outside(attendance, moment, own, seated[moment])
        if reason:
            field = "person" if attendance.person else "organisation"
            message = (
                f"{reason} Was dit een genodigde? Schrijf dan 'presence: genodigd'. "
                "Leg anders in participants.yml vast wanneer de stoel werd bezet."
            )
            yield Fault(record.id, (*at, field), "attendance-outside-membership", message)


def _others_in_seat(register: Register, meeting: Meeting, seat: str | None, named: set[str | None]) -> list[str]:
    """Who else held a seat at a meeting, of those that it does not name."""
    held = _held(register) if seat and meeting.date else {}
    own = (item for items in held.values() for item in items if item.holder.seat == seat)
    return sorted(
        {str(item.holder.person) for item in own if meeting.date and item.touches(meeting.date)} - {*named, "None"}
    )


def _before(held: Membership, start: PartialDate) -> bool:
    return held.start_date is not None and held.start_date.earliest < start.earliest


def _last_shown(register: Register, seat: str, start: PartialDate) -> str | None:
    """Who held a seat by the last composition before a moment that names somebody."""
    shown = [
        (span_of(composition).first, holder.person)
        for composition in register.all(Composition).values()
        for holder in composition.holders
        if holder.seat == seat and holder.person and span_of(composition).first < start.earliest
    ]
    return max(shown)[1] if shown else None


def _without_end(new: Membership, former: str, advice: str, start: PartialDate) -> Fault:
    message = (
        f"In stoel '{new.seat}' zat '{former}', en nergens staat tot wanneer. {advice}. "
        f"Volgde '{new.person}' meteen op? Dan is dat 'end_date: {start.text}' met 'end_is: eerste dag erna'."
    )
    return Fault(new.id, ("id",), "former-without-end", message, unless_named=new.seat)


def _is_known(attendance: Attendance, register: Register) -> bool:
    """Whether who took part, and the seat, exist: else that is what is wrong."""
    return all(
        own is None or not known or own in known
        for own, known in (
            (attendance.person, register.all(Person)),
            (attendance.organisation, register.all(Organisation)),
            (attendance.seat, register.all(Seat)),
        )
    )


def _crowded(terms: list[_Term], places: int) -> Iterator[tuple[_Term, list[_Term]]]:
    """Every term that begins when all places are taken, with the terms that take them; of very many some."""
    ordered = sorted(terms, key=lambda term: (term.first, term.last, term.record, str(term.at)))
    running: dict[str, dict[int, _Term]] = {}
    ends: list[tuple[date, int]] = []
    for number, term in enumerate(ordered):
        while ends and ends[0][0] <= term.first:
            ended = heappop(ends)[1]
            held = running[ordered[ended].holder]
            del held[ended]
            if not held:
                del running[ordered[ended].holder]
        if len(running) - (term.holder in running) >= places:
            others = chain.from_iterable(held.items() for holder, held in running.items() if holder != term.holder)
            yield term, [candidate for _, candidate in sorted(islice(others, _MOST_NAMED), key=itemgetter(0))]
        running.setdefault(term.holder, {})[number] = term
        heappush(ends, (term.last, number))


def _listed(terms: list[_Term]) -> str:
    return ", ".join(
        f"'{term.holder}' van {through(PartialDate.of(term.first), PartialDate.of(term.last))}" for term in terms
    )


def _held(register: Register) -> Mapping[str, list[_Held]]:
    """By person and by organisation: what is known of the days on which they held a seat."""
    held: defaultdict[str, list[_Held]] = defaultdict(list)
    for composition in register.all(Composition).values():
        span = span_of(composition)
        for holder in composition.holders:
            for name in {holder.person, holder.organisation} - {None}:
                held[str(name)].append(_Held(holder, composition.id, span.first, span.last))
    for membership in register.all(Membership).values():
        first = membership.start_date.earliest if membership.start_date else date.min
        ended = last_days(membership)
        last = ended[1] if ended else date.max
        for name in {membership.person, membership.organisation} - {None}:
            held[str(name)].append(_Held(membership, membership.id, first, last))
    return held


def _is(attendance: Attendance, holder: Holder | Membership) -> bool:
    """Whether the attendee can be this holder: the same person, or one for the same organisation."""
    if attendance.seat and attendance.seat != holder.seat:
        return False
    if attendance.person and holder.person:
        return attendance.person == holder.person
    return attendance.organisation is not None and attendance.organisation == holder.organisation


def _seated(held: Iterable[_Held]) -> _Seated:
    """The first person in each seat, by what is known of a moment; and under no seat whether anybody is known."""
    found: dict[str | None, str] = {}
    for item in held:
        found[None] = ""
        if item.holder.person:
            found[item.holder.seat] = min(item.holder.person, found.get(item.holder.seat, item.holder.person))
    return found


def _outside(attendance: Attendance, moment: PartialDate, own: list[_Held], then: _Seated) -> str | None:
    """Why the attendee cannot have held a seat then, as a Dutch sentence; nothing where that is not known."""
    who = attendance.person or attendance.organisation
    terms = [held for held in own if isinstance(held.holder, Membership)]
    if terms:
        return f"Volgens '{terms[0].origin}' had '{who}' {preposed(moment)} deze stoel niet."
    if own:
        return None
    if attendance.seat:
        other = then.get(attendance.seat)
        return f"{capitalised(preposed(moment))} zat '{other}' in deze stoel, niet '{who}'." if other else None
    if None not in then:
        return None
    return f"{capitalised(preposed(moment))} had '{who}' voor zover bekend geen stoel aan de tafel."
