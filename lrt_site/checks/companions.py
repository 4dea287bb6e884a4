"""Fields that say something only beside another one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from lrt_site.model.fields import described
from lrt_site.model.register import Register
from lrt_site.problems import Fault
from lrt_site.wording.fields import in_words


def fields_stand_beside_what_they_need(register: Register) -> Iterator[Fault]:
    """Another source stands beside a first one, an end beside a beginning, `more often` beside a time."""
    for kind, parts in register.parts.items():
        needs = {name: field.beside for name, field in described(kind).items() if field.beside}
        for (field, needed), (record, at, part) in product(needs.items(), parts):
            if getattr(part, field) and not getattr(part, needed):
                message = (
                    f"Hier staat {in_words(field)}, maar {in_words(needed)} ontbreekt. "
                    f"Vul dat veld ook in, of haal '{field}' weg."
                )
                yield Fault(record.id, (*at, field), "needs-other-field", message)
