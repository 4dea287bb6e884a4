"""What a change of a field can be, from what its annotation says it is."""

from __future__ import annotations

from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact
from lrt_site.model.fields import Meaning, Trait, described, having, naming
from lrt_site.model.people import Organisation, Person

SOURCES = naming(Fact, "source")
"""The sources of a fact: one that moves from the first place to the others still says it."""

NAMES = ("name", "short", "formerly")
"""What persons and organisations are called, and can be called otherwise later."""


def meaning_of(kind: type, field: str) -> Meaning:
    """What a field of a record, or of a part of one, holds."""
    return described(kind)[field].meaning


def wording_of(kind: type) -> tuple[str, ...]:
    """The fields of a type that hold sentences."""
    return tuple(name for name, field in described(kind).items() if field.meaning in ("feit in woorden", "woorden"))


def counts_in_order(kind: type, field: str) -> bool:
    """Whether the order of a list says something."""
    return field in having(kind, Trait.IN_ORDER)


def is_revised(kind: type, field: str) -> bool:
    """Whether a later value in a list stands beside an earlier one instead of replacing it."""
    return field in having(kind, Trait.REVISED)


def moves_on(kind: type, field: str) -> bool:
    """Whether a field holds a day of which a later one adds to the earlier one, which stays true."""
    return field in having(kind, Trait.MOVES_ON)


def is_stated_anew(kind: type, field: str, before: object, after: object) -> bool:
    """Whether a day moved on, and was not mended."""
    days = isinstance(before, PartialDate) and isinstance(after, PartialDate) and before.latest < after.earliest
    return days and moves_on(kind, field)


def keeps_its_sources(old: object, new: object) -> bool:
    """Whether a fact still names every source that it named before."""
    if not (isinstance(old, Fact) and isinstance(new, Fact)):
        return False
    return {old.source, *old.also_source} <= {new.source, *new.also_source}


def keeps_its_name(old: object, new: object, field: str) -> bool:
    """Whether a name that changed is kept among the other names, with the end of its time: it was no mistake."""
    if field not in NAMES or not (isinstance(old, Organisation | Person) and isinstance(new, Organisation | Person)):
        return False
    of_old = "short" if field == "short" else "name"
    known = {getattr(name, of_old, None) for name in old.other_names if name.end_date}
    added = {getattr(name, of_old, None) for name in new.other_names if name.end_date} - known
    return getattr(old, field, None) in added
