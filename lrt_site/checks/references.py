"""What one record says of another exists. The type of a field tells what it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from lrt_site.checks.finding import Finder
from lrt_site.frozen import dataclass
from lrt_site.model.commitments import Commitment
from lrt_site.model.fields import Referent, described
from lrt_site.model.people import Composition, Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register, Steps
from lrt_site.model.sources import Contradiction, Source
from lrt_site.model.table import Site, Table
from lrt_site.problems import Fault, quoted
from lrt_site.suggestions import slip


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of thing that fields refer to."""

    word: Referent
    """The end of the code of a fault."""
    sentence: str
    """What is wrong, with room for the id."""
    remedy: str
    """Where a new one is made, with room for its id."""
    prefix: str
    """How its ids begin."""
    known: Callable[[Register], Mapping[str, object]]
    """What there is, by id."""


def _tables(register: Register) -> Mapping[str, object]:
    return {**register.all(Table), **register.all(ProvincialTable)}


def _topics(register: Register) -> Mapping[str, object]:
    return {topic.id: topic for table in register.all(Table).values() for topic in table.topics}


_MOST_SOUGHT = 100
"""More wrong ids than this are no slips of the pen."""
_FEW = 8

TARGETS: Mapping[Referent, Target] = MappingProxyType(
    {
        target.word: target
        for target in (
            Target(
                "source",
                "In sources.yml staat geen bron {}.",
                "Is het een nieuwe bron? Zet haar in sources.yml onder 'sources': '- id: {}'.",
                "s-",
                lambda register: register.all(Source),
            ),
            Target(
                "person",
                "In participants.yml staat geen persoon {}.",
                "Is het een nieuwe persoon? Zet die in participants.yml onder 'persons': '- id: {}'.",
                "p-",
                lambda register: register.all(Person),
            ),
            Target(
                "organisation",
                "In participants.yml staat geen organisatie {}.",
                "Is het een nieuwe? Zet haar in participants.yml onder 'organisations': '- id: {}'.",
                "org-",
                lambda register: register.all(Organisation),
            ),
            Target(
                "seat",
                "In participants.yml staat geen stoel {}.",
                "Is het een nieuwe? Zet haar in participants.yml onder 'seats': '- id: {}'.",
                "stoel-",
                lambda register: register.all(Seat),
            ),
            Target(
                "composition",
                "In participants.yml staat geen samenstelling {}.",
                "Is het een nieuwe? Zet haar in participants.yml onder 'compositions': '- id: {}'.",
                "comp-",
                lambda register: register.all(Composition),
            ),
            Target(
                "table",
                "Er is geen tafel {}.",
                "Gebruik het kenmerk uit table.yml, of dat van een provinciale tafel in de map provinces.",
                "",
                _tables,
            ),
            Target(
                "topic",
                "In table.yml staat geen onderwerp {}.",
                "Is het een nieuw onderwerp? Zet het in table.yml onder 'topics': '- id: {}'.",
                "ond-",
                _topics,
            ),
            Target(
                "commitment",
                "Er is geen toezegging {}.",
                "Is het een nieuwe? Maak dan het bestand 'commitments/{}.md'.",
                "T",
                lambda register: register.all(Commitment),
            ),
            Target(
                "observation",
                "Er is geen cijfer {}.",
                "Is het een nieuw cijfer? Zet het in een CSV-bestand in de map figures, met '{}' in de eerste kolom.",
                "f-",
                lambda register: register.observations,
            ),
            Target(
                "id",
                "Nergens in de inhoud staat het kenmerk {}.",
                "Gebruik het kenmerk van een vergadering, een cijfer of een ander onderdeel dat bestaat.",
                "",
                lambda register: register.home_of,
            ),
        )
    }
)


def references(register: Register) -> Iterator[tuple[Record, Steps, Referent, str]]:
    """Every reference to another record: where it stands, what kind of thing it names, and the id."""
    for kind, parts in register.parts.items():
        for field, target in _references_of(kind):
            for record, at, part in parts:
                given = getattr(part, field)
                if isinstance(given, str):
                    yield record, (*at, field), target, given
                elif given:
                    for index, item in enumerate(given):
                        yield record, (*at, field, index), target, item


def _references_of(kind: type) -> Iterator[tuple[str, Referent]]:
    """The fields of a type that hold ids of other records, each with the kind of thing that it names."""
    for name, field in described(kind).items():
        if field.meaning == "verwijzing" and field.refers_to:
            yield name, field.refers_to


def references_are_named_once(register: Register) -> Iterator[Fault]:
    """A list of references names each thing once."""
    seen: set[tuple[str, Steps, str]] = set()
    for record, at, target, identifier in references(register):
        key = (record.id, at[:-1], identifier)
        if isinstance(at[-1], int) and key in seen and target != "source":
            message = f"{quoted(identifier)} staat al in deze lijst. Laat het er één keer staan."
            yield Fault(record.id, at, "twice", message)
        seen.add(key)


def coverage_names_elements_of_its_commitment(register: Register) -> Iterator[Fault]:
    """Evidence covers elements of the commitment that it belongs to, each once."""
    for commitment in register.all(Commitment).values():
        own, asked = {element.id: element for element in commitment.elements}, 0
        called = Finder(own)
        there = f"Er zijn: {', '.join(map(quoted, [*own][:_FEW]))}" if own else "Voeg het toe onder 'elements'"
        for index, evidence in enumerate(commitment.evidence):
            seen: set[str] = set()
            for place, covers in enumerate(evidence.covers):
                at = ("evidence", index, "covers", place, "element")
                if covers.element not in own:
                    asked += 1
                    sought = asked <= _MOST_SOUGHT
                    meant = (called.meant_by(covers.element) or slip(covers.element, own)) if sought else None
                    hint = f"Schrijf 'element: {meant}'." if meant else f"{there}."
                    message = f"Deze toezegging heeft geen onderdeel {quoted(covers.element)}. {hint}"
                    yield Fault(commitment.id, at, "unknown-element", message, instead=meant)
                elif covers.element in seen:
                    message = f"Dit bewijsstuk noemt onderdeel '{covers.element}' twee keer. Laat er één staan."
                    yield Fault(commitment.id, at, "twice", message)
                seen.add(covers.element)


def there_is_one_site_and_one_table(register: Register) -> Iterator[Fault]:
    """The content describes the site and the table."""
    for kind, file, what in ((Site, "site.yml", "de site"), (Table, "table.yml", "de tafel")):
        if not register.all(kind):
            message = f"Dit bestand ontbreekt. Het beschrijft {what}; zonder kan de site niet worden gemaakt."
            yield Fault(file, (), "missing-file", message, unless_defined=file)


def contradictions_weigh_their_own_sources(register: Register) -> Iterator[Fault]:
    """The source that is followed is one of those that disagree, and says why it is."""
    for contradiction in register.all(Contradiction).values():
        followed = contradiction.followed
        if followed and followed not in contradiction.sources:
            message = f"De gevolgde bron '{followed}' staat niet onder 'sources'. Zet haar daar ook."
            yield Fault(contradiction.id, ("followed",), "followed-elsewhere", message)
        if followed and not contradiction.reason:
            message = "Waarom wordt deze bron gevolgd? Schrijf het op bij 'reason'."
            yield Fault(contradiction.id, ("followed",), "reason-missing", message)


def contradictions_show_every_reading(register: Register) -> Iterator[Fault]:
    """The readings of a contradiction are two or more, of its own sources, and every source has one."""
    for contradiction in register.all(Contradiction).values():
        claims, own = contradiction.claims, set(contradiction.sources)
        if len(claims) == 1:
            message = "Eén lezing is geen tegenspraak. Schrijf ook op wat de andere bron zegt."
            yield Fault(contradiction.id, ("claims",), "claim-alone", message)
        for index, claim in enumerate(claims):
            for source in (claim.source, *claim.also_source):
                if source not in own:
                    field = "source" if source == claim.source else "also_source"
                    message = f"De bron '{source}' van deze lezing staat niet onder 'sources'. Zet haar daar ook."
                    yield Fault(contradiction.id, ("claims", index, field), "claim-elsewhere", message)
        heard = {source for claim in claims for source in (claim.source, *claim.also_source)}
        for index, source in enumerate(contradiction.sources):
            if claims and source not in heard:
                message = f"Van bron '{source}' staat er geen lezing onder 'claims'. Schrijf op wat zij zegt."
                yield Fault(contradiction.id, ("sources", index), "claim-missing", message)


def contradictions_are_about_something_else(register: Register) -> Iterator[Fault]:
    """A contradiction is about other records than itself."""
    for contradiction in register.all(Contradiction).values():
        for index, about in enumerate(contradiction.about):
            if about == contradiction.id:
                message = "Dit is de tegenspraak zelf. Noem hier waarover de bronnen verschillen, of haal de regel weg."
                yield Fault(contradiction.id, ("about", index), "about-itself", message)
