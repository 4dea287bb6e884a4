"""Ids by any part of what they stand for: a name, a title, an abbreviation, a web address."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from lrt_site.frozen import dataclass
from lrt_site.model import kinds
from lrt_site.model.figures import Observation
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.wording.labels import label_of

_TOLD = ("name", "title", "short", "abbreviation", "formerly", "label", "url", "citation", "document", "text", "note")
"""The fields by which somebody remembers a thing."""


@dataclass(frozen=True, slots=True)
class NamedId:
    """An id, with what it stands for."""

    id: str
    name: str


def found(register: Register, word: str = "") -> Mapping[str, tuple[NamedId, ...]]:
    """The ids that have to do with a word, or all, by what their kind is called. Accents and capitals do not matter."""
    wanted = folded(word).split()
    listed: dict[str, dict[str, NamedId]] = {}
    for heading, identifier, texts in _ids(register):
        name = _name(register, identifier)
        about = folded(" ".join((identifier, name, *texts)))
        if all(part in about for part in wanted):
            listed.setdefault(heading, {}).setdefault(identifier, NamedId(identifier, name))
    return {heading: tuple(ids.values()) for heading, ids in listed.items()}


def folded(text: str) -> str:
    """A text without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def _ids(register: Register) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every id: under which heading it stands, and by what it is remembered."""
    for kind in kinds.ALL:
        for record in register.all(kind.type).values():
            yield kind.many, record.id, tuple(_told(record))
    for kind in kinds.ALL:
        for record in register.all(kind.type).values():
            yield from _parts(record, kind.many)


def _parts(record: Record, many: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for at, part in parts_of(record):
        identifier = getattr(part, "id", None)
        if at and isinstance(identifier, str):
            heading = "Waarden in cijferreeksen" if isinstance(part, Observation) else f"Onderdelen van {many.lower()}"
            yield heading, identifier, (*_told(part), record.id)


def _told(part: object) -> Iterator[str]:
    for field in _TOLD:
        value = getattr(part, field, None)
        if isinstance(value, str):
            yield value
    for other in getattr(part, "other_names", ()):
        yield other.name


def _name(register: Register, identifier: str) -> str:
    try:
        return label_of(identifier, register)
    except KeyError:
        return ""
