"""One page for each person: offices, seats, meetings, commitments and provincial tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import ClassVar

from lrt_site import urls
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.dates import at
from lrt_site.model.namesakes import newest_role
from lrt_site.model.people import Person, Role, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.terms import term_in_words
from lrt_site.pages.shared.common import ESTIMATE, Footnotes, Frame, Said, record_frame
from lrt_site.pages.shared.neighbours import Neighbours
from lrt_site.pages.shared.portions import Portion
from lrt_site.pages.shared.seating import (
    Appearance,
    Attended,
    DatedFact,
    attended_said,
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
from lrt_site.wording.moments import in_words
from lrt_site.wording.names import full_name, name_of
from lrt_site.wording.runs import Link, Run

BECOMES = "wordt "
"""How what somebody is to become begins, where a source tells no more."""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What templates/composition/person.html.jinja is given."""

    template: ClassVar[str] = "composition/person.html.jinja"

    frame: Frame
    identifier: str
    name: Said
    other_names: tuple[DatedFact, ...]
    """In order of time."""
    roles: tuple[DatedFact, ...]
    seats: tuple[DatedFact, ...]
    """Seats in which a source shows the person, in order of time."""
    meetings: tuple[Said, ...] = field(compare=False)
    """The newest."""
    more_meetings: int = field(compare=False)
    """How many there were before those."""
    commitments: tuple[Said, ...]
    provinces: tuple[Said, ...]
    """Provincial tables of whose chair the person holds or held the office."""


def page(
    register: Register,
    person: Person,
    shown: Portion[Appearance],
    meetings: Sequence[Attended],
    neighbours: Neighbours[Link],
) -> PersonPage:
    """The page of one person, between the persons before and after, with a portion of where a source shows it."""
    notes = Footnotes(register)
    return PersonPage(
        identifier=person.id,
        name=notes.plain(person.name, person, "name", note=person.name_note),
        other_names=other_names(notes, person),
        roles=tuple(_role(notes, role) for role in person.roles),
        seats=tuple(_seat(register, notes, each) for each in shown.items),
        meetings=tuple(attended_said(register, each, person.id) for each in named_meetings(meetings)),
        more_meetings=len(meetings) - len(named_meetings(meetings)),
        commitments=tuple(_commitments(register, notes, person)),
        provinces=tuple(_provinces(register, notes, person)),
        frame=shown.framed(
            record_frame(
                person,
                notes,
                title=full_name(person, register),
                description=_who(register, person, shown.items),
                above=(link_to_page(urls.PARTICIPANTS),),
                neighbours=neighbours,
            )
        ),
    )


def _who(register: Register, person: Person, shown: Sequence[Appearance]) -> str:
    """Who somebody was by the newest dated office, else the last one listed; then where a source shows them last."""
    name = full_name(person, register)
    newest = newest_role(person)
    seat = last_in_words(register, "" if newest and shown else name, shown)
    return f"{_was(name, newest)} {seat}" if newest else seat


def _was(name: str, role: Role) -> str:
    if role.start_date and not role.end_date:
        return f"{name} werd {at(role.start_date)} {role.role}."
    if role.end_date:
        return f"{name} was {role.role}, {term_in_words(role.start_date, role.end_date, role.end_is)}."
    if role.as_shown_at and role.role.startswith(BECOMES):
        return f"Een bron zei {at(role.as_shown_at)}: {name} {role.role}."
    if role.as_shown_at:
        return f"{name} was {role.role}. Dat was {at(role.as_shown_at)} zo, volgens een bron."
    return f"Een bron noemt {name} als {role.role}{f' ({role.as_shown_note})' if role.as_shown_note else ''}."


def _role(notes: Footnotes, role: Role) -> DatedFact:
    """An office, with the time that a source gives it."""
    label = f"in de bron: “{role.label}”" if role.label else None
    function = f"aan de tafel: {role.function_at_table}" if role.function_at_table else None
    guessed = role.as_shown_note and not (role.start_date or role.end_date or role.as_shown_at)
    what = notes.said(
        "; ".join(filter(None, (role.role, label, function))),
        role,
        "role",
        "label",
        "function_at_table",
        marks=(ESTIMATE,) if guessed else (),
    )
    dated = notes.others(what.backing, role, "start_date", "end_date", "as_shown_at")
    return DatedFact(replace(notes.plain(_role_when(role)), backing=dated), what)


def _role_when(role: Role) -> str:
    if role.start_date or role.end_date:
        return term_in_words(role.start_date, role.end_date, role.end_is)
    if role.as_shown_at:
        note = (role.as_shown_note or "").removeprefix(role.as_shown_at.in_words).removeprefix(", ")
        return ", ".join(filter(None, (f"volgens een bron {at(role.as_shown_at)}", note)))
    return role.as_shown_note or "de bron noemt geen datum"


def _seat(register: Register, notes: Footnotes, appearance: Appearance) -> DatedFact:
    """A seat in which a source shows the person, for whom and in which office."""
    holder, origin = appearance.holder, origin_of(register, appearance.origin)
    seat = register.all(Seat)[holder.seat]
    then, office = time_of(origin_of(register, appearance.origin)), office_in_words(holder.role, acting=holder.acting)
    runs = [Run(name_of(seat.id, register), urls.page_of(seat))]
    if holder.organisation and (holder.organisation != seat.organisation or not holder.role):
        runs += [Run(" (voor "), *holder_runs(register, holder.organisation, None, None, then=then), Run(")")]
    if office:
        runs.append(Run(f", {office}"))
    return DatedFact(origin_said(register, appearance.origin), said_by(notes, tuple(runs), origin, *who_fields(origin)))


def _commitments(register: Register, notes: Footnotes, person: Person) -> Iterator[Said]:
    """Commitments that the person made, asked for, or signed a document about."""
    for commitment in register.all(Commitment).values():
        link = Run(f"Toezegging {commitment.id}", urls.page_of(commitment))
        if commitment.made_by == person.id:
            words = f": gedaan {at(commitment.date)}. Ambt volgens het register: {commitment.made_by_role}"
            made = notes.plain(words, commitment, "date", "made_by", "made_by_role", note=commitment.made_by_note)
            yield replace(made, runs=(link, *made.runs))
        if commitment.asked_by == person.id:
            group = f" ({commitment.asked_by_group})" if commitment.asked_by_group else ""
            words = f": het register noemt deze persoon{group} als Kamerlid bij de toezegging"
            asked = notes.plain(words, commitment, "asked_by", "asked_by_group")
            yield replace(asked, runs=(link, *asked.runs))
        for evidence in commitment.evidence:
            if evidence.signed_by == person.id:
                words = f": ondertekende de {evidence.form} van {evidence.date.in_words}, "
                signed = notes.said(words, evidence, "signed_by", "form", "date", "document")
                document = Run(evidence.document, urls.address_of(evidence.id, register))
                yield replace(signed, runs=(link, *signed.runs, document))


def _provinces(register: Register, notes: Footnotes, person: Person) -> Iterator[Said]:
    """Provincial tables with the person's terms in the office of the chair."""
    for table in register.all(ProvincialTable).values():
        for chair in table.chairs:
            if chair.person == person.id:
                when = (
                    term_in_words(chair.start_date, chair.end_date, chair.end_is)
                    if chair.start_date or chair.end_date
                    else in_words(chair.as_shown_at, chair.as_shown_note)
                )
                office = f"waarnemend {table.chair_role}" if chair.acting else table.chair_role
                named = ". Een bron noemt deze persoon zelf als voorzitter van de tafel" if chair.named_as_chair else ""
                stated = ("start_date", "end_date", "as_shown_at", *(("named_as_chair",) if named else ()))
                said = notes.said(f": {office}, {when}{named}", chair, *stated)
                yield replace(said, runs=(Run(table.province, urls.page_of(table)), *said.runs))
