"""One page for each organisation: its seats, whom sources show for it, and where it is a guest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from typing import ClassVar, Literal

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.facts import Party
from lrt_site.model.people import Composition, Organisation, Person, Seat
from lrt_site.model.register import Register
from lrt_site.model.sorting import sort_key
from lrt_site.pages.shared.common import Footnotes, Frame, Said, linked, record_frame
from lrt_site.pages.shared.neighbours import Neighbours
from lrt_site.pages.shared.portions import Portion
from lrt_site.pages.shared.seating import (
    Appearance,
    Attended,
    DatedFact,
    attended_said,
    compositions_in_order,
    holder_runs,
    last_in_words,
    named_meetings,
    office_in_words,
    origin_of,
    origin_said,
    other_names,
    said_by,
    time_of,
    who_fields,
)
from lrt_site.pages.shared.sections import link_to_page
from lrt_site.wording.names import full_name, link_to, name_of, short_name
from lrt_site.wording.runs import Link, Run
from lrt_site.wording.text import capitalised


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """What templates/composition/organisation.html.jinja is given."""

    template: ClassVar[str] = "composition/organisation.html.jinja"

    frame: Frame
    identifier: str
    name: Said
    short: str
    formerly: str
    other_names: tuple[DatedFact, ...]
    """In order of time."""
    classification: str
    seats: tuple[Link, ...]
    """Seats that are always of this organisation, or in which a source shows it."""
    persons: tuple[Link, ...]
    """Persons whom a source shows for it, by surname."""
    shown: tuple[DatedFact, ...]
    """In order of time."""
    invited: tuple[Said, ...]
    prepared: tuple[Said, ...]
    """Compositions that name it as preparing the agenda."""
    meetings: tuple[Said, ...] = field(compare=False)
    """The newest."""
    more_meetings: int = field(compare=False)
    """How many there were before those."""


def page(
    register: Register,
    organisation: Organisation,
    shown: Portion[Appearance],
    meetings: Sequence[Attended],
    neighbours: Neighbours[Link],
) -> OrganisationPage:
    """The page of one organisation, between those before and after, with a portion of where a source shows it."""
    notes = Footnotes(register)
    seats = _seats(register, organisation, shown.items)
    persons = {each.holder.person for each in shown.items if each.holder.person}
    in_order = sorted((register.all(Person)[person] for person in persons), key=sort_key)
    return OrganisationPage(
        identifier=organisation.id,
        name=notes.said(organisation.name, organisation, "name", about=organisation.id),
        short=organisation.short,
        formerly=organisation.formerly or "",
        other_names=other_names(notes, organisation),
        classification=organisation.classification,
        seats=seats,
        persons=tuple(link_to(person.id, register) for person in in_order),
        shown=tuple(_shown(register, notes, each, alone=len(seats) == 1) for each in shown.items),
        invited=tuple(_named_as(register, notes, organisation, "invited")),
        prepared=tuple(_named_as(register, notes, organisation, "agenda_prepared_with")),
        meetings=tuple(attended_said(register, each, organisation.id) for each in named_meetings(meetings)),
        more_meetings=len(meetings) - len(named_meetings(meetings)),
        frame=shown.framed(
            record_frame(
                organisation,
                notes,
                title=capitalised(full_name(organisation, register)),
                description=last_in_words(register, short_name(organisation, register), shown.items, organisation.id),
                above=(link_to_page(urls.PARTICIPANTS),),
                neighbours=neighbours,
            )
        ),
    )


def _seats(register: Register, organisation: Organisation, shown: Iterable[Appearance]) -> tuple[Link, ...]:
    """Its own seats, and those in which a source shows it."""
    own = (seat.id for seat in register.all(Seat).values() if seat.organisation == organisation.id)
    seats = dict.fromkeys((*own, *(each.holder.seat for each in shown)))
    return tuple(link_to(seat, register) for seat in seats)


def _shown(register: Register, notes: Footnotes, appearance: Appearance, *, alone: bool) -> DatedFact:
    """A seat in which a source shows the organisation, if it has others, with the person where it is named."""
    seat = register.all(Seat)[appearance.holder.seat]
    office = office_in_words(appearance.holder.role, acting=appearance.holder.acting)
    runs = [] if alone else [Run(name_of(seat.id, register), urls.page_of(seat)), Run(": ")]
    who = holder_runs(
        register, None, appearance.holder.person, office, then=time_of(origin_of(register, appearance.origin))
    )
    runs += who or (Run("zonder naam"),)
    origin = origin_of(register, appearance.origin)
    return DatedFact(origin_said(register, appearance.origin), said_by(notes, tuple(runs), origin, *who_fields(origin)))


def _among(organisation: Organisation, parties: Iterable[Party]) -> bool:
    return any(party.organisation == organisation.id for party in parties)


def _named_as(
    register: Register, notes: Footnotes, organisation: Organisation, field: Literal["invited", "agenda_prepared_with"]
) -> Iterator[Said]:
    """The compositions that name an organisation among those invited, or those who prepared the agenda."""
    for composition in compositions_in_order(register):
        if _among(organisation, getattr(composition, field)):
            yield _naming(register, notes, composition, field)


def _naming(register: Register, notes: Footnotes, composition: Composition, field: str) -> Said:
    """A composition that names the organisation as guest or as helper."""
    when = origin_said(register, composition.id)
    runs = (*when.runs, *linked(f": {composition.description}", register))
    return said_by(notes, runs, composition, field, marks=when.marks)
