"""Fields that say something only beside another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from lrt_site.model.register import Register
from lrt_site.problems import Fault
from lrt_site.wording.fields import in_words

_NEEDS: Mapping[str, str] = {
    "also_source": "source",
    "chair_source": "named_as_chair",
    "covers_from": "meetings_per_year",
    "covers_until": "covers_from",
    "end_source": "end_date",
    "more_often": "covers_from",
    "reason": "followed",
    "reported_source": "reported_on",
    "used_until_note": "used_until",
}
"""Which field goes with which, in every type that has both."""


def fields_stand_beside_what_they_need(register: Register) -> Iterator[Fault]:
    """Another source stands beside a first one, an end beside a beginning, `more often` beside a time."""
    for kind, parts in register.parts.items():
        names = {field.name for field in fields(kind)}
        for field, needed in _NEEDS.items():
            if {field, needed} <= names:
                for record, at, part in parts:
                    if getattr(part, field) and not getattr(part, needed):
                        message = (
                            f"Hier staat {in_words(field)}, maar {in_words(needed)} ontbreekt. "
                            f"Vul dat veld ook in, of haal '{field}' weg."
                        )
                        yield Fault(record.id, (*at, field), "needs-other-field", message)
