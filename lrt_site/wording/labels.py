"""What a link to any record, or to a part of one, is called: its kind and enough of its name to tell it apart."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from textwrap import shorten

from lrt_site.model import kinds
from lrt_site.model.commitments import Commitment, CommitmentRegister, Element, Evidence
from lrt_site.model.facts import Statement
from lrt_site.model.figures import Observation, Series
from lrt_site.model.meetings import Meeting
from lrt_site.model.namesakes import apart
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.people import Composition, Membership, Organisation
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.model.sources import Event
from lrt_site.model.table import Frequency, Table, TableName, Topic
from lrt_site.wording.meeting_titles import with_table
from lrt_site.wording.moments import when_of
from lrt_site.wording.names import full_name, link_to, name_of, told_apart
from lrt_site.wording.runs import Link
from lrt_site.wording.text import capitalised

LABEL_LENGTH = 100
"""Longer names are cut at a word, with a sign that they are."""

_ORDER = {kind.name: index for index, kind in enumerate(kinds.ALL)}


def label_of(identifier: str, register: Register) -> str:
    """What a link to this record or part of one says."""
    record = register.records[register.home_of[identifier]]
    if record.id == identifier:
        return _brief(_of_record(record, register), apart(register, record))
    if identifier in register.observations:
        series, values = register.observations[identifier]
        return _brief(_of_observation(series, values[0]))
    part = next(part for _, part in parts_of(record) if getattr(part, "id", None) == identifier)
    return _brief(_of_part(part, record))


def labelled(identifier: str, register: Register) -> Link:
    """A link to this record or part of one, that says what it leads to."""
    return link_to(identifier, register, label_of(identifier, register))


def in_order(identifiers: Iterable[str], register: Register) -> tuple[str, ...]:
    """Each id once, the kinds in the order of the register, persons by surname, the ids of other kinds by name."""

    def place(identifier: str) -> tuple[int, tuple[str, ...], str]:
        record = register.records[register.home_of[identifier]]
        kind = kinds.kind_for(record)
        return _ORDER[kind.name], kind.order(record), identifier

    return tuple(sorted(set(identifiers), key=place))


def _of_record(record: Record, register: Register) -> str:
    match record:
        case Commitment():
            return f"Toezegging {record.id}"
        case Meeting():
            return with_table(record, register)
        case Composition():
            when = f", {record.as_shown_at.in_words}" if record.as_shown_at else ""
            return told_apart(f"Samenstelling: {record.description}{when}", record, register)
        case Organisation():
            return full_name(record, register)
        case Membership():
            return f"Wie zitten op de stoel {name_of(record.seat, register)}"
        case Event():
            return f"{when_of(record)}: {record.event}"
        case ParliamentaryItem():
            return f"{record.chamber}, {record.form}: {record.text}"
    name = name_of(record.id, register)
    prefix = kinds.kind_for(record).prefix
    return f"{prefix}: {name}" if prefix else capitalised(name)


def _of_observation(series: Series, observation: Observation) -> str:
    """A value by its series and what it is about; where another is about the same, also by what sets it apart."""
    name = _about(series, observation)
    if all(candidate.id == observation.id or _about(series, candidate) != name for candidate in series.observations):
        return name
    known = f"bekend sinds {observation.vintage.in_words}" if observation.vintage else observation.vintage_note
    status = observation.status if observation.status != "niet vermeld" else None
    apart = ", ".join(filter(None, (observation.area, status, known)))
    return f"{name} ({apart})" if apart else name


def _about(series: Series, observation: Observation) -> str:
    moment = observation.period or observation.date
    return f"{series.name}, {moment.in_words}" if moment else series.name


def _of_part(part: object, record: Record) -> str:
    match part:
        case Element():
            return f"Toezegging {record.id}, onderdeel: {part.aspect}"
        case Evidence():
            return f"Toezegging {record.id}, stuk: {part.document}"
        case TableName():
            return f"Naam van de tafel: {part.name}"
        case Frequency():
            return f"Hoe vaak de tafel bijeenkomt: {part.rule}"
        case Topic():
            return f"Onderwerp van de tafel: {part.name}"
        case Statement() if isinstance(record, Table):
            return f"Over de tafel: {part.text}"
        case Statement() if isinstance(record, CommitmentRegister):
            return f"Toezeggingenregister {record.chamber}: {part.text}"
        case Statement():
            return part.text
        case _:
            return record.id


@lru_cache(maxsize=1 << 16)
def _brief(text: str, apart: str = "") -> str:
    """A label, cut at a word where it is long, but never what tells it from others of its name."""
    tail = f" ({apart})"
    if not apart or len(text) <= LABEL_LENGTH or not text.endswith(tail):
        return shorten(text, LABEL_LENGTH, placeholder=" …")
    return shorten(text.removesuffix(tail), max(LABEL_LENGTH - len(tail), LABEL_LENGTH // 2), placeholder=" …") + tail
