"""The kinds of records, each told once: its type, where it stands, what it is called and where its pages are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar, get_args

from lrt_site.model.commitments import Commitment, CommitmentRegister
from lrt_site.model.fields import dutch_names, words_of_parts
from lrt_site.model.figures import Series
from lrt_site.model.glossary import Term
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.people import Composition, Membership, Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.sorting import SortKey, sort_key
from lrt_site.model.sources import CitationPattern, Contradiction, Event, Mention, Page, ReportForm, Source
from lrt_site.model.table import Site, Table

Record = (
    Site
    | Table
    | Organisation
    | Person
    | Seat
    | Composition
    | Membership
    | Meeting
    | Output
    | Commitment
    | CommitmentRegister
    | ProvincialTable
    | Series
    | Event
    | Contradiction
    | Mention
    | ReportForm
    | CitationPattern
    | Source
    | Page
    | Term
    | ParliamentaryItem
)

R = TypeVar("R", bound=Record)

Stands = Literal["on its own page", "on a list", "alone", "with another"]
"""Where a reader finds a record: on a page for itself, on the page of all of its kind, on the one page that is about
nothing else, or on the page of another record."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where editors write the records of a kind."""

    path: str
    """A folder with one Markdown file a record, or a YAML file."""
    key: str | None = None
    """The list in that file; absent where the file holds one record."""
    words: str | None = None
    """What messages call that list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[R]):
    """One kind of record. What a record of it holds, its type says."""

    name: str
    """As published data and addresses write it."""
    type: type[R]
    home: Home
    one: str
    """What one of them is called, with its article."""
    many: str
    """What a list of them is headed."""
    section: str
    """The address under which its pages stand, or of the page on which its records do."""
    section_name: str | None = None
    """What that section is called, where that is not what a list of them is headed."""
    stands: Stands
    versions: str | None = None
    """The address under which its versions stand, where that is not its section."""
    called: Callable[[R], str] = lambda record: record.id
    """What a record is called in running text."""
    prefix: str | None = None
    """What a link to a record says before that."""
    order: Callable[[R], SortKey] = lambda record: (record.id,)
    """The place of a record among those of its kind."""
    subject: str | None = None
    """Under which heading a contradiction about it stands, if not among the others."""


_TOLD = (
    Kind(
        name="site",
        type=Site,
        home=Home("site.yml"),
        one="de site",
        many="De site",
        section="/",
        stands="alone",
        versions="/site/",
        called=lambda site: site.title,
    ),
    Kind(
        name="table",
        type=Table,
        home=Home("table.yml"),
        one="de tafel",
        many="De tafel",
        section="/tafel/",
        stands="alone",
        called=lambda table: table.name,
        subject="De tafel",
    ),
    Kind(
        name="organisation",
        type=Organisation,
        home=Home("participants.yml", "organisations", "organisaties"),
        one="een organisatie",
        many="Organisaties",
        section="/deelnemers/",
        section_name="Deelnemers",
        stands="on its own page",
        called=lambda organisation: organisation.name,
        subject="Deelnemers en samenstelling",
    ),
    Kind(
        name="person",
        type=Person,
        home=Home("participants.yml", "persons", "personen"),
        one="een persoon",
        many="Personen",
        section="/deelnemers/",
        stands="on its own page",
        called=lambda person: person.name,
        order=sort_key,
        subject="Deelnemers en samenstelling",
    ),
    Kind(
        name="seat",
        type=Seat,
        home=Home("participants.yml", "seats", "stoelen"),
        one="een stoel",
        many="Stoelen",
        section="/stoelen/",
        stands="on its own page",
        called=lambda seat: seat.name,
        prefix="Stoel",
        subject="Deelnemers en samenstelling",
    ),
    Kind(
        name="composition",
        type=Composition,
        home=Home("participants.yml", "compositions", "samenstellingen"),
        one="een samenstelling",
        many="Samenstellingen",
        section="/samenstelling/",
        section_name="Samenstelling",
        stands="on its own page",
        subject="Deelnemers en samenstelling",
    ),
    Kind(
        name="membership",
        type=Membership,
        home=Home("participants.yml", "memberships", "lidmaatschappen"),
        one="een lidmaatschap",
        many="Wie er op stoelen zitten",
        section="/stoelen/",
        stands="with another",
        versions="/lidmaatschappen/",
        subject="Deelnemers en samenstelling",
    ),
    Kind(
        name="meeting",
        type=Meeting,
        home=Home("meetings"),
        one="een vergadering",
        many="Vergaderingen",
        section="/vergaderingen/",
        stands="on its own page",
        subject="Vergaderingen",
    ),
    Kind(
        name="output",
        type=Output,
        home=Home("outputs"),
        one="een uiting",
        many="Brieven en besluiten",
        section="/uitingen/",
        stands="on its own page",
        called=lambda output: output.form,
        subject="Vergaderingen",
    ),
    Kind(
        name="commitment",
        type=Commitment,
        home=Home("commitments"),
        one="een toezegging",
        many="Toezeggingen",
        section="/toezeggingen/",
        stands="on its own page",
        called=lambda commitment: commitment.title,
        subject="Toezeggingen",
    ),
    Kind(
        name="commitment-register",
        type=CommitmentRegister,
        home=Home("registers.yml", "registers", "registers"),
        one="een toezeggingenregister",
        many="Toezeggingenregisters",
        section="/toezeggingen/register/",
        section_name="Registers",
        stands="on a list",
        called=lambda register: register.chamber,
        prefix="Toezeggingenregister",
        subject="Toezeggingen",
    ),
    Kind(
        name="provincial-table",
        type=ProvincialTable,
        home=Home("provinces"),
        one="een provinciale tafel",
        many="Provinciale tafels",
        section="/provincies/",
        section_name="Provincies",
        stands="on its own page",
        called=lambda table: table.province,
        prefix="Provinciale tafel",
        subject="Provincies",
    ),
    Kind(
        name="series",
        type=Series,
        home=Home("figures/series.yml", "series", "cijferreeks"),
        one="een cijferreeks",
        many="Cijferreeksen",
        section="/cijfers/",
        section_name="Cijfers",
        stands="on its own page",
        called=lambda series: series.name,
        subject="Cijfers",
    ),
    Kind(
        name="event",
        type=Event,
        home=Home("history.yml", "events", "gebeurtenissen"),
        one="een gebeurtenis",
        many="Gebeurtenissen",
        section="/geschiedenis/",
        section_name="Geschiedenis",
        stands="on a list",
        called=lambda event: event.event,
        subject="Geschiedenis",
    ),
    Kind(
        name="contradiction",
        type=Contradiction,
        home=Home("contradictions.yml", "contradictions", "tegenspraken"),
        one="een tegenspraak",
        many="Waar bronnen verschillen",
        section="/tegenspraak/",
        stands="on its own page",
        called=lambda contradiction: contradiction.statement,
        prefix="Bronnen verschillen",
    ),
    Kind(
        name="mention",
        type=Mention,
        home=Home("mentions.yml", "mentions", "vermeldingen"),
        one="een vermelding",
        many="Nog niet bevestigd",
        section="/vermeldingen/",
        stands="on a list",
        called=lambda mention: mention.text,
        prefix="Nog niet bevestigd",
    ),
    Kind(
        name="report-form",
        type=ReportForm,
        home=Home("reporting.yml", "report_forms", "vormen van verslag"),
        one="een vorm van verslag",
        many="Soorten verslagen",
        section="/verslaglegging/",
        stands="on a list",
        called=lambda form: form.form,
        prefix="Soort verslag",
    ),
    Kind(
        name="citation-pattern",
        type=CitationPattern,
        home=Home("citations.yml", "citations", "hoe stukken heten"),
        one="een vindplaats",
        many="Hoe stukken heten",
        section="/vindplaatsen/",
        stands="on a list",
        called=lambda pattern: pattern.what,
        prefix="Hoe stukken heten",
    ),
    Kind(
        name="source",
        type=Source,
        home=Home("sources.yml", "sources", "bronnen"),
        one="een bron",
        many="Bronnen",
        section="/bronnen/",
        stands="on its own page",
        called=lambda source: source.title,
    ),
    Kind(
        name="page",
        type=Page,
        home=Home("pages"),
        one="een pagina",
        many="Pagina’s",
        section="/",
        stands="on its own page",
        called=lambda page: page.title,
    ),
    Kind(
        name="term",
        type=Term,
        home=Home("glossary.yml", "terms", "begrippen"),
        one="een begrip",
        many="Begrippen",
        section="/begrippen/",
        stands="on a list",
        called=lambda term: term.term,
        prefix="Begrip",
    ),
    Kind(
        name="parliamentary-item",
        type=ParliamentaryItem,
        home=Home("parliament.yml", "items", "vragen, moties en debatten"),
        one="een vraag, motie of debat van een Kamer",
        many="Vragen, moties en debatten in de Kamers",
        section="/parlement/",
        section_name="In de Kamers",
        stands="on a list",
        called=lambda item: item.text,
    ),
)


def whole(kinds: tuple[Kind[Any], ...]) -> tuple[Kind[Any], ...]:
    """These kinds, where nothing is missing: else a TypeError that says what, so that no program starts without it."""
    types = [kind.type for kind in kinds]
    for kind in types:
        if kind not in get_args(Record):
            raise TypeError(f"{kind.__name__} is a kind of record, but Record does not name it (lrt_site.model.kinds)")
    for kind in get_args(Record):
        if types.count(kind) != 1:
            raise TypeError(f"{kind.__name__} is in Record, so one Kind must tell of it (lrt_site.model.kinds)")
    for first, second in combinations(kinds, 2):
        if first.name == second.name or first.home == second.home:
            raise TypeError(f"{first.type.__name__} and {second.type.__name__} have the same name or home as kinds")
    return kinds


ALL = whole(_TOLD)
"""Every kind, in the order in which lists of several kinds have them."""
BY_NAME: Mapping[str, Kind[Any]] = MappingProxyType({kind.name: kind for kind in ALL})
FIELD_WORDS = dutch_names(kind.type for kind in ALL)
"""What every field is called in Dutch."""
PART_WORDS = words_of_parts(kind.type for kind in ALL)
"""What every part of a record is called in Dutch."""

_BY_TYPE: Mapping[type, Kind[Any]] = {kind.type: kind for kind in ALL}


def kind_for(record: R) -> Kind[R]:
    """The kind of a record."""
    return _BY_TYPE[type(record)]
