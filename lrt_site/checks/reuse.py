"""An id belongs to one record for good: what was published under it stays what it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lrt_site.model.publications import History
from lrt_site.model.register import Record, Register, kind_of
from lrt_site.problems import Fault
from lrt_site.wording.fields import KIND_WORDS
from lrt_site.wording.text import capitalised

_NEVER_AGAIN = "Een kenmerk wordt nooit opnieuw gebruikt; kies een ander."


def ids_are_never_used_again(register: Register, history: History, former: Mapping[str, str]) -> Iterator[Fault]:
    """No record has an id under which another one was ever published; `former` gives the id before a rename."""
    for record in register.records.values():
        earlier = history.versions(record.id)
        if not earlier:
            continue
        owner = history.moved.get(record.id, record.id)
        if owner != former.get(record.id, record.id):
            yield _of_another(record, owner, register)
        elif kind_of(earlier[-1].record) != kind_of(record):
            was, now = (KIND_WORDS[type(item).__name__] for item in (earlier[-1].record, record))
            message = f"Het kenmerk '{record.id}' is gepubliceerd voor {was}, en dit is {now}. {_NEVER_AGAIN}"
            yield Fault(record.id, ("id",), "reused-id", message)


def ids_differ_from_published_ones(register: Register, history: History) -> Iterator[Fault]:
    """No new id differs only in capitals from one that was ever published."""
    published = {identifier.lower(): identifier for identifier in history.identifiers}
    for identifier in register.records:
        other = published.get(identifier.lower(), identifier)
        if other not in register.records and not history.versions(identifier):
            same = "" if other in history.moved else f"Is het hetzelfde record? Schrijf dan '{other}'. Anders: "
            message = (
                f"Het kenmerk '{identifier}' verschilt alleen in hoofdletters van '{other}', dat al is gepubliceerd. "
                f"Op veel computers is dat hetzelfde adres. {capitalised(f'{same}kies een ander kenmerk.')}"
            )
            yield Fault(identifier, ("id",), "duplicate-address", message, unless_defined=other)


def _of_another(record: Record, owner: str, register: Register) -> Fault:
    if owner == record.id:
        message = f"Het kenmerk '{owner}' is al gepubliceerd voor een ander record. {_NEVER_AGAIN}"
        return Fault(record.id, ("id",), "reused-id", message)
    if owner in register.records:
        message = (
            f"Het kenmerk '{record.id}' is al gebruikt: zo heette '{owner}' eerder, en oude links leiden daarheen. "
            f"{_NEVER_AGAIN}"
        )
        return Fault(record.id, ("id",), "reused-id", message)
    message = (
        f"Het kenmerk '{record.id}' is al gebruikt: zo heette '{owner}' eerder. Is dit hetzelfde record? Schrijf dan "
        f"'{owner}'. Is het een ander? Kies dan een kenmerk dat nog nooit is gebruikt."
    )
    return Fault(record.id, ("id",), "reused-id", message, unless_defined=owner)
