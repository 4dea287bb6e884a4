"""Which of several sources says which field: what `sources_of` ties exists, and what is quoted is tied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from lrt_site.model.commitments import REGISTER_WORDED, Commitment, Evidence, StatusEvent
from lrt_site.model.facts import Fact, backing, fields_with_sources_of_their_own, own_sources
from lrt_site.model.fields import described, naming
from lrt_site.model.register import Register
from lrt_site.model.sources import Claim, Source
from lrt_site.problems import Fault, quoted
from lrt_site.suggestions import did_you_mean
from lrt_site.wording.fields import in_words

_QUOTED: Mapping[type, tuple[str, ...]] = MappingProxyType(
    {
        Claim: ("text",),
        Commitment: REGISTER_WORDED,
        Evidence: ("content", "scope"),
        StatusEvent: ("status",),
    }
)
"""The fields that give the words of a source, and so must say of which."""

_ABOUT_THE_FACT = frozenset(described(Fact))


def tied_fields_are_there(register: Register) -> Iterator[Fault]:
    """What `sources_of` names is a field of the fact that says something, and no field is named twice."""
    for record, at, fact in register.each(Fact):
        kind: type = type(fact)
        known, seen = tied_by(kind), set[str]()
        for place, index, field in _tied(fact):
            path = (*at, "sources_of", place, "fields", index)
            if field not in known:
                advice = did_you_mean(field, known) or f" Mogelijke velden: {', '.join(sorted(known))}."
                message = f"Bij {quoted(field)} kan hier geen bron staan: zo'n veld is er niet.{advice}"
                yield Fault(record.id, path, "sources-of-unknown", message)
            elif not _says(fact, field):
                message = f"Het veld {in_words(field)} is hier leeg, dus geen bron zegt het. Vul het, of noem het niet."
                yield Fault(record.id, path, "sources-of-empty", message)
            elif field in seen:
                message = f"Het veld {in_words(field)} staat hier al. Noem elk veld één keer, met al zijn bronnen."
                yield Fault(record.id, path, "twice", message)
            seen.add(field)


def tied_sources_are_those_of_the_fact(register: Register) -> Iterator[Fault]:
    """What `sources_of` says is said by sources of the fact itself, each named once."""
    known = register.all(Source)
    for record, at, fact in register.each(Fact):
        own = set(own_sources(fact))
        for place, tie in enumerate(fact.sources_of):
            seen: set[str] = set()
            for index, source in enumerate(tie.sources):
                path = (*at, "sources_of", place, "sources", index)
                if source in known and source not in own:
                    message = f"De bron '{source}' noemt dit feit zelf niet. Zet haar ook bij 'also_source'."
                    yield Fault(record.id, path, "sources-of-elsewhere", message)
                elif source in seen:
                    message = f"Bron '{source}' staat hier al. Noem elke bron één keer."
                    yield Fault(record.id, path, "twice", message)
                seen.add(source)


def quoted_words_say_whose_they_are(register: Register) -> Iterator[Fault]:
    """Where a fact has several sources, the words that it takes over are tied to those that hold them."""
    for record, at, fact in register.each(Fact):
        quoting = () if isinstance(fact, Claim) and not fact.quoted else _QUOTED.get(type(fact), ())
        untied = [field for field in quoting if _says(fact, field) and backing(fact, field).how == "together"]
        if untied:
            named = ", ".join(map(quoted, untied))
            message = (
                f"Welke bron zegt {named}? Hier staan er {len(own_sources(fact))}. "
                "Schrijf het op bij 'sources_of': de velden bij 'fields', en bij 'sources' wie ze zegt."
            )
            yield Fault(record.id, (*at, untied[0]), "sources-of-missing", message)


@cache
def tied_by(kind: type) -> frozenset[str]:
    """The fields of a type of fact that can be tied to sources."""
    said_elsewhere = fields_with_sources_of_their_own(kind).union(naming(kind, "source"))
    return frozenset(described(kind)) - _ABOUT_THE_FACT - said_elsewhere


def _says(fact: Fact, field: str) -> bool:
    return getattr(fact, field) not in (None, "", ())


def _tied(fact: Fact) -> Iterator[tuple[int, int, str]]:
    for place, tie in enumerate(fact.sources_of):
        for index, field in enumerate(tie.fields):
            yield place, index, field
