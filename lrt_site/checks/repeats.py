"""Nothing is told twice: no role, reading, event or output stands there under another id or in other capitals."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from lrt_site.model.meetings import Output
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.people import Membership, Person, Role
from lrt_site.model.provinces import Chair, ProvincialTable
from lrt_site.model.register import Register
from lrt_site.model.sources import Contradiction, Event, Mention
from lrt_site.model.titles import compared
from lrt_site.problems import Fault

_MOMENT = ("date", "not_before", "not_after", "date_note")
_TERM = ("start_date", "end_date", "end_is")
_SAME_RECORD: dict[type, tuple[str, ...]] = {
    Event: ("event", *_MOMENT),
    Mention: ("text",),
    Membership: ("seat", "person", "organisation", "role", "acting", *_TERM),
    Output: ("content", "table", "form", *_MOMENT, "reported_on"),
    ParliamentaryItem: ("text", "chamber", "form", *_MOMENT),
}
"""What two records of a kind have in common when they tell one thing; the text comes first."""
_SHOWN = ("as_shown_at", "as_shown_note")
_ROLE = ("role", "label", "function_at_table", *_TERM, *_SHOWN)
_CHAIR = ("name", "acting", "named_as_chair", *_TERM, *_SHOWN)


def records_are_told_once(register: Register) -> Iterator[Fault]:
    """No two events, outputs or mentions tell the same thing of the same moment."""
    for kind, names in _SAME_RECORD.items():
        seen: dict[tuple[object, ...], str] = {}
        for record in (record for record in register.records.values() if type(record) is kind):
            first = seen.setdefault(_told(record, names), record.id)
            if first != record.id:
                message = (
                    f"Dit staat al bij '{first}', met dezelfde tekst en dezelfde tijd. Laat er één staan. Zegt een "
                    "andere bron het ook? Noem die dan daar bij 'also_source'."
                )
                yield Fault(record.id, (names[0],), "twice", message)


def offices_are_told_once(register: Register) -> Iterator[Fault]:
    """No role of a person, and no chair of a province, stands there twice with the same dates."""
    offices: tuple[tuple[type[Person | ProvincialTable], str, tuple[str, ...]], ...] = (
        (Person, "roles", _ROLE),
        (ProvincialTable, "chairs", _CHAIR),
    )
    for kind, field, names in offices:
        for record in register.all(kind).values():
            parts: tuple[Role | Chair, ...] = getattr(record, field)
            for index in _repeated([_told(part, names) for part in parts]):
                message = (
                    "Dit staat hierboven al, met dezelfde tijd. Laat er één staan. Zegt een andere bron het ook? Noem "
                    "die dan bij 'also_source'."
                )
                yield Fault(record.id, (field, index, names[0]), "twice", message)


def readings_are_told_once(register: Register) -> Iterator[Fault]:
    """No two readings of a contradiction are the same text."""
    for contradiction in register.all(Contradiction).values():
        for index in _repeated([compared(claim.text) for claim in contradiction.claims]):
            message = (
                "Deze lezing staat hierboven al. Zeggen twee bronnen hetzelfde? Noem de tweede dan bij 'also_source' "
                "van die lezing. Schrijf hier anders wat deze bron anders zegt."
            )
            yield Fault(contradiction.id, ("claims", index, "text"), "twice", message)


def _repeated(told: Sequence[Hashable]) -> Iterator[int]:
    first: dict[Hashable, int] = {}
    return (index for index, item in enumerate(told) if first.setdefault(item, index) != index)


def _told(part: object, names: tuple[str, ...]) -> tuple[Hashable, ...]:
    given = (getattr(part, name, None) for name in names)
    return tuple(compared(item) if isinstance(item, str) else item for item in given)
