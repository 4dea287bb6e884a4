"""The list of persons and organisations, and where each of them appears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import ClassVar

from lrt_site import urls
from lrt_site.findings.certainty import SeatHistory, Span
from lrt_site.findings.meeting_order import in_order
from lrt_site.frozen import dataclass
from lrt_site.model.meetings import Meeting
from lrt_site.model.people import Composition, Holder, Organisation, Person
from lrt_site.model.register import Register
from lrt_site.model.sorting import name_key, sort_key
from lrt_site.pages.composition import organisation, person
from lrt_site.pages.shared.common import Frame, PageMaker, PageView, Said, contradiction_links, later, trail
from lrt_site.pages.shared.neighbours import in_turn, links_of
from lrt_site.pages.shared.portions import Portion, by_letter, by_year
from lrt_site.pages.shared.seating import Appearance, Attended, last_seated_in_words, origin_said
from lrt_site.pages.shared.sections import NAMES, link_to_page
from lrt_site.wording.names import full_name, link_to
from lrt_site.wording.runs import Link


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A person or an organisation in a list."""

    link: Link
    kinds: tuple[str, ...]
    """Of a person the offices; of an organisation its short name and what it is."""
    seats: tuple[Link, ...]
    last: Said | None
    """When it was last shown at the table."""
    contradictions: tuple[Link, ...]
    """To where sources disagree about it."""


@dataclass(frozen=True, slots=True)
class ParticipantsPage:
    """What templates/composition/participants.html.jinja is given."""

    template: ClassVar[str] = "composition/participants.html.jinja"

    frame: Frame
    persons: tuple[ParticipantRow, ...]
    organisations: tuple[ParticipantRow, ...]


def pages(register: Register, seats: Mapping[str, SeatHistory]) -> Iterator[PageView | PageMaker]:
    """The list of participants, and every person and organisation."""
    seated, attended = appearances(seats), attendances(register)
    persons = sorted(register.all(Person).values(), key=sort_key)
    bodies = sorted(register.all(Organisation).values(), key=name_key)
    everybody: tuple[Person | Organisation, ...] = (*persons, *bodies)
    for portion in by_letter(everybody, urls.PARTICIPANTS, _sorted_by, lambda item: _last(seated, item)):
        yield later(portion.address, _list, register, seated, portion)
    for holder, neighbours in in_turn(persons):
        links = links_of(neighbours, lambda other: link_in_full(other, register))
        shown, present = seated.get(holder.id, ()), attended.get(holder.id, ())
        for shown_here in portions_of(shown, holder):
            yield later(shown_here.address, person.page, register, holder, shown_here, present, links)
    for body, others in in_turn(bodies):
        links = links_of(others, lambda other: link_in_full(other, register))
        shown, present = seated.get(body.id, ()), attended.get(body.id, ())
        for shown_here in portions_of(shown, body):
            yield later(shown_here.address, organisation.page, register, body, shown_here, present, links)


def portions_of(shown: Sequence[Appearance], item: Person | Organisation) -> Iterator[Portion[Appearance]]:
    """Where a source shows somebody, as far as one page has room for it."""
    return by_year(shown, urls.page_of(item), lambda appearance: appearance.span.first)


def _sorted_by(item: Person | Organisation) -> str:
    return (sort_key(item) if isinstance(item, Person) else name_key(item))[0]


def _last(seated: Mapping[str, Sequence[Appearance]], item: Person | Organisation) -> date:
    return seated[item.id][-1].span.last if item.id in seated else date.min


def appearances(seats: Mapping[str, SeatHistory]) -> Mapping[str, Sequence[Appearance]]:
    """Every holding of a seat that a source shows, by id of the person and of the organisation, in order of time."""
    found: dict[str, dict[tuple[str, Holder], Span]] = {}
    for history in seats.values():
        for showing in history.showings:
            for holder in showing.holders:
                for key in filter(None, (holder.person, holder.organisation)):
                    found.setdefault(key, {}).setdefault((showing.origin, holder), showing.span)
    return {
        key: sorted(
            (Appearance(span, origin, holder) for (origin, holder), span in of_one.items()),
            key=lambda appearance: (appearance.span, appearance.origin),
        )
        for key, of_one in found.items()
    }


def attendances(register: Register) -> Mapping[str, Sequence[Attended]]:
    """The meetings, in order of time, by id of every person and organisation that a source shows there."""
    found: dict[str, list[Attended]] = {}
    for meeting in in_order(register):
        told: dict[str, list[Attended]] = {}
        for attendance in meeting.attendance:
            for key in filter(None, (attendance.person, attendance.organisation)):
                told.setdefault(key, []).append((meeting, attendance))
        for key in _shown_at(register, meeting):
            told.setdefault(key, [(meeting, None)])
        for key, attended in told.items():
            found.setdefault(key, []).extend(attended)
    return found


def _shown_at(register: Register, meeting: Meeting) -> Iterator[str]:
    if meeting.composition:
        for holder in register.all(Composition)[meeting.composition].holders:
            yield from filter(None, (holder.person, holder.organisation))


def link_in_full(item: Person | Organisation, register: Register) -> Link:
    """A link to somebody by their present name in full."""
    return Link(full_name(item, register), urls.page_of(item))


def _list(
    register: Register,
    seated: Mapping[str, Sequence[Appearance]],
    portion: Portion[Person | Organisation],
) -> ParticipantsPage:
    def row(item: Person | Organisation, *kinds: str) -> ParticipantRow:
        shown = seated.get(item.id, ())
        return ParticipantRow(
            link_in_full(item, register),
            tuple(dict.fromkeys(kinds)),
            tuple(link_to(seat, register) for seat in dict.fromkeys(each.holder.seat for each in shown)),
            origin_said(register, shown[-1].origin) if shown else None,
            contradiction_links(register, item.id),
        )

    return ParticipantsPage(
        persons=tuple(
            row(item, *(role.role for role in item.roles)) for item in portion.items if isinstance(item, Person)
        ),
        organisations=tuple(
            row(item, item.short, item.classification) for item in portion.items if isinstance(item, Organisation)
        ),
        frame=portion.framed(
            Frame(
                address=urls.PARTICIPANTS,
                title=NAMES[urls.PARTICIPANTS],
                description=f"{last_seated_in_words(register)} "
                "Niet iedereen heeft of had een stoel (vaste plaats aan tafel).",
                trail=trail(link_to_page(urls.COMPOSITION)),
            )
        ),
    )
