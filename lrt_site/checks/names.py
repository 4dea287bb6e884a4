"""Records that share a name, and meetings that share a day, can be told apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lrt_site.model.figures import Series
from lrt_site.model.glossary import Term
from lrt_site.model.meetings import Meeting
from lrt_site.model.namesakes import apart
from lrt_site.model.people import Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register
from lrt_site.model.titles import compared, own_name
from lrt_site.problems import Fault, quoted
from lrt_site.wording.fields import in_words

_ONE_OF_A_NAME = {
    Organisation: "organisatie",
    Person: "persoon",
    ProvincialTable: "tafel",
    Seat: "stoel",
    Series: "reeks",
}
"""The kinds of which two of one name may be one thing described twice."""
_NAMING = ("name", "short", "province")
_NOTES = {Organisation: "note", Person: "name_note", Seat: "note"}


def namesakes_are_known_to_be_two(register: Register) -> Iterator[Fault]:
    """Of persons, organisations, seats, tables and series that share a name, a note says that they are not one."""
    for (kind, _), identifiers in sorted(register.namesakes.items(), key=lambda item: item[1]):
        if kind in _ONE_OF_A_NAME:
            alike = [register.records[identifier] for identifier in identifiers]
            unsaid = [item for item in alike if not getattr(item, _NOTES.get(kind, ""), None)]
            for record in unsaid[1:]:
                yield _namesake(register, record, next(item for item in alike if item is not record))


def meetings_of_one_day_are_told_apart(register: Register) -> Iterator[Fault]:
    """Meetings of one table on one day each have a time or a label of their own."""
    met: defaultdict[tuple[object, ...], list[Meeting]] = defaultdict(list)
    for meeting in register.all(Meeting).values():
        if meeting.date:
            met[meeting.table, meeting.date, meeting.time, meeting.label].append(meeting)
    for first, *others in met.values():
        for meeting in others:
            assert meeting.date
            message = (
                f"Ook '{first.id}' is een vergadering van deze tafel met datum {meeting.date.in_words}. Is het "
                "dezelfde? Voeg de twee dan samen. Zijn het er twee? Schrijf bij elk een tijd ('time: 19:30') of een "
                "aanduiding ('label: avondzitting')."
            )
            yield Fault(meeting.id, ("date",), "same-day", message)


def a_time_is_of_a_day(register: Register) -> Iterator[Fault]:
    """A meeting with a time has a day."""
    for meeting in register.all(Meeting).values():
        if meeting.time and not (meeting.date and meeting.date.is_day):
            message = "Bij een tijd hoort een dag. Schrijf de dag bij 'date', of laat 'time' weg."
            yield Fault(meeting.id, ("time",), "time-without-day", message)


def a_word_is_explained_once(register: Register) -> Iterator[Fault]:
    """No two terms of the glossary have a word in common, and none has a word twice."""
    explained: dict[str, Term] = {}
    for term in register.all(Term).values():
        seen: set[str] = set()
        for index, form in enumerate(term.forms):
            other = explained.setdefault(compared(form), term)
            if other is not term or form in seen:
                where = "al bij dit begrip" if other is term else f"ook bij het begrip '{other.id}'"
                message = f"Het woord {quoted(form)} staat {where}. Laat het op één plaats staan."
                yield Fault(term.id, ("also", index - 1) if index else ("term",), "twice", message)
            seen.add(form)


def _namesake(register: Register, record: Record, other: Record) -> Fault:
    field = next((text for text in _NAMING if _same(record, other, text)), "other_names")
    name = getattr(record, field) if field != "other_names" else own_name(record)
    word = _ONE_OF_A_NAME[type(record)]
    note = _NOTES.get(type(record))
    advice = f"Schrijf dat dan bij {in_words(note)}." if note else "Geef er één een andere naam."
    message = (
        f"Ook {word} '{other.id}' heet {quoted(name)}. Is dit dezelfde {word}? Voeg de twee dan "
        f"samen. Zijn het er twee? {advice} De site zet er dan achter: {quoted(apart(register, record) or record.id)}."
    )
    return Fault(record.id, (field,), "same-name", message)


def _same(record: Record, other: Record, field: str) -> bool:
    own, name = getattr(record, field, None), getattr(other, field, None)
    return isinstance(own, str) and isinstance(name, str) and compared(own) == compared(name)
