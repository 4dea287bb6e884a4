"""Which records touch a subject of the table: they name it as theirs, or have its word in their text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.model.fields import described
from lrt_site.model.figures import Series
from lrt_site.model.meetings import AgendaItem
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.model.table import Table, Topic
from lrt_site.wording import compounds

_WORDS = re.compile(r"[^\W\d_]+")
_ENDINGS = ("", "s", "en", "’s")
"""What stands behind a word in the plural, or in the first half of a compound."""


def topics_of(record: Record, register: Register) -> tuple[str, ...]:
    """The ids of the subjects that a record touches, in the order of the table."""
    if isinstance(record, Table):
        return ()
    named = {part.topic for _, part in parts_of(record) if isinstance(part, AgendaItem)}
    told = tuple(filter(None, (record.theme if isinstance(record, Series) else "", *_texts(record))))
    return tuple(
        topic.id for topic in register.table.topics if topic.id in named or any(says(text, topic) for text in told)
    )


def says(text: str, topic: Topic) -> bool:
    """Whether the word for a subject stands in a text: by itself, in the plural, or as half of a compound."""
    name = topic.name.casefold()
    folded = text.casefold()
    if name not in folded:
        return False
    if not _WORDS.fullmatch(name):
        return bool(re.search(rf"\b{re.escape(name)}\b", folded))
    forms = {name + ending for ending in _ENDINGS}
    return not forms.isdisjoint((*_WORDS.findall(folded), *_WORDS.findall(compounds.dutch()(folded))))


def _texts(record: Record) -> Iterator[str]:
    """Everything in a record that people read."""
    for _, part in parts_of(record):
        for name, field in described(type(part)).items():
            if field.is_read:
                value = getattr(part, name)
                yield from value if isinstance(value, tuple) else (value or "",)
