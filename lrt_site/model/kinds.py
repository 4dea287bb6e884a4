"""The kinds of records, each told once: its type, where it stands, what it is called and where its pages are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from lrt_site.model.commitments import Commitment, CommitmentRegister
from lrt_site.model.fields import dutch_names, words_of_parts
from lrt_site.model.figures import Series
from lrt_site.model.glossary import Term
from lrt_site.model.information_requests import InformationRequest
from lrt_site.model.kind import Home, Kind, whole
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.people import Composition, Membership, Organisation, Person, Seat
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.sorting import sort_key
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
    | InformationRequest
)

R = TypeVar("R", bound=Record)

_TOLD = (
    Kind(
        name="site",
        about="de site zelf: naam, adres en de dag van de laatste controle",
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
        about="de tafel: namen, doel, ritme en onderwerpen",
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
        about="een organisatie",
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
        about="een persoon, met de ambten die bronnen noemen",
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
        about="een stoel: een plaats aan tafel, los van wie er zit",
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
        about="wie er zat volgens één bron, op één moment",
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
        about="iemand op een stoel, met een bekend begin of einde",
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
        about="een vergadering",
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
        about="een brief of besluit buiten een vergadering",
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
        about="een toezegging aan een Kamer",
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
        about="hoe het register van een Kamer werkt",
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
        about="de tafel van één provincie",
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
        about="een cijferreeks met haar waarden",
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
        about="een gebeurtenis in de geschiedenis",
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
        about="bronnen die elkaar tegenspreken",
        type=Contradiction,
        home=Home("contradictions.yml", "contradictions", "tegenspraken"),
        one="een tegenspraak",
        many="Waar bronnen verschillen",
        section="/tegenspraak/",
        stands="on its own page",
        called=lambda contradiction: contradiction.question or contradiction.statement,
        prefix="Bronnen verschillen",
    ),
    Kind(
        name="mention",
        about="een losse vermelding, nog niet bevestigd",
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
        about="een vorm waarin vergaderingen zijn verslagen",
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
        about="hoe stukken worden aangehaald",
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
        about="een bron",
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
        about="een geschreven pagina",
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
        about="een begrip met zijn uitleg",
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
        about="een vraag, motie of debat van een Kamer, en geen toezegging",
        type=ParliamentaryItem,
        home=Home("parliament.yml", "items", "vragen, moties en debatten"),
        one="een vraag, motie of debat van een Kamer",
        many="Vragen, moties en debatten in de Kamers",
        section="/parlement/",
        section_name="In de Kamers",
        stands="on a list",
        called=lambda item: item.text,
    ),
    Kind(
        name="information-request",
        about="een verzoek om informatie, en wat de overheid besloot",
        type=InformationRequest,
        home=Home("information-requests.yml", "requests", "informatieverzoeken"),
        one="een informatieverzoek",
        many="Informatieverzoeken",
        section="/informatieverzoeken/",
        stands="on a list",
        called=lambda request: request.asked,
        prefix="Informatieverzoek",
    ),
)


ALL = whole(_TOLD, get_args(Record))
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
