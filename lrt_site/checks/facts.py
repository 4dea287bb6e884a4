"""Every fact carries its sources well, and every source is there for a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lrt_site.checks.references import references
from lrt_site.model.facts import Fact
from lrt_site.model.figures import Observation
from lrt_site.model.glossary import Term
from lrt_site.model.register import Register
from lrt_site.model.sources import Contradiction, Source
from lrt_site.problems import Fault


def doubt_is_explained(register: Register) -> Iterator[Fault]:
    """Where a fact is not verified, or worked out by us, a note tells the reader why."""
    noted = {observation.id for _, _, observation in register.each(Observation) if observation.note}
    for record, at, fact in register.each(Fact):
        if (fact.verified and not fact.derived) or _has_note(fact):
            continue
        if isinstance(fact, Observation) and fact.id in noted:
            continue
        field = "derived" if fact.derived else "verified"
        message = "Hier is iets afgeleid; schrijf bij 'note' hoe." if fact.derived else _UNVERIFIED
        yield Fault(record.id, (*at, field), "note-missing", message)
    for contradiction in register.all(Contradiction).values():
        if not contradiction.verified and not contradiction.note:
            yield Fault(contradiction.id, ("verified",), "note-missing", _UNVERIFIED)


def a_source_is_named_once(register: Register) -> Iterator[Fault]:
    """A fact or contradiction names each of its sources once."""
    for record, at, fact in register.each(Fact):
        yield from _named_again(record.id, (*at, "also_source"), fact.also_source, {fact.source})
    for term in register.all(Term).values():
        yield from _named_again(term.id, ("also_source",), term.also_source, {term.source} if term.source else set())
    for contradiction in register.all(Contradiction).values():
        yield from _named_again(contradiction.id, ("sources",), contradiction.sources, set())


def sources_are_used(register: Register) -> Iterator[Fault]:
    """Every source is named by a fact, or says why it is kept."""
    used = {identifier for _, _, target, identifier in references(register) if target == "source"}
    bodies = (getattr(record, "body", "") for record in register.records.values())
    linked = {identifier for body in bodies for identifier in _LINKED.findall(body)}
    for source in register.all(Source).values():
        if source.id in used or source.kept_for or source.id in linked:
            continue
        message = (
            f"Geen enkel feit noemt bron '{source.id}'. Noem haar bij een feit, haal haar weg, "
            "of schrijf bij 'kept_for' waarom zij blijft staan."
        )
        yield Fault(source.id, ("id",), "unused-source", message, unless_named=source.id)


_LINKED = re.compile(r"#([\w-]+)\)")
"""A link in a text to something by its id."""
_UNVERIFIED = "Hier staat 'verified: false'; schrijf bij 'note' wat er niet is bevestigd."


def _has_note(fact: Fact) -> bool:
    """Whether a note stands beside the fact, of whatever name."""
    return any(getattr(fact, field, None) for field in ("note", "date_note", "as_shown_note", "vintage_note"))


def _named_again(record: str, at: tuple[str | int, ...], sources: tuple[str, ...], seen: set[str]) -> Iterator[Fault]:
    for index, source in enumerate(sources):
        if source in seen:
            message = f"Bron '{source}' staat hier al. Noem elke bron één keer."
            yield Fault(record, (*at, index), "twice", message)
        seen.add(source)
