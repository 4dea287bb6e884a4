"""What has to be known of a new record, as questions; it needs nothing of the rest, so that help comes at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lrt_site.frozen import dataclass

Answer = Literal[
    "text", "texts", "day", "time", "number", "choice", "person", "organisation", "seat", "seats", "source", "sources",
    "series", "commitment", "ids",
]  # fmt: skip
"""What an answer is: words, a day, a choice from a few words, or the id of a thing of a kind; some are several, with
commas between."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to know of a new record."""

    field: str
    asks: str
    """The question, in Dutch."""
    answer: Answer = "text"
    is_needed: bool = True
    """Whether it is asked; else it can only be given."""


_SOURCE = Question("source", "Welke bron zegt dit? Een kenmerk uit sources.yml, of een deel van de titel.", "source")
_TABLE = Question("table", "Het kenmerk van de tafel, als het een tafel in een provincie is.", is_needed=False)
_PERSON = Question("person", "Welke persoon? Een kenmerk, of een deel van de naam.", "person")
_ORGANISATION = Question(
    "organisation", "Welke organisatie? Een kenmerk, of een deel van de naam.", "organisation", False
)

QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "meeting": (
        Question("date", "Op welke dag was de vergadering? Is alleen de maand bekend, schrijf dan jjjj-mm.", "day"),
        _SOURCE,
        _TABLE,
    ),
    "commitment": (
        Question("number", "Welk nummer gaf het register, zoals T90001?"),
        Question("title", "Welke titel gaf het register?"),
        Question("text", "Wat is er toegezegd, in de woorden van het register?"),
        Question("date", "Op welke dag?", "day"),
        Question("role", "Welk ambt deed de toezegging, in de woorden van het register?"),
        _SOURCE,
        Question("chamber", "Aan welke Kamer; anders de Kamer van de andere toezeggingen.", is_needed=False),
        _TABLE,
    ),
    "person": (
        Question("name", "Hoe heet de persoon? De voornaam of voorletters, en de achternaam."),
        Question("role", "Welk ambt of welke functie, in de woorden van de bron?"),
        Question("date", "Op welke dag noemt de bron dat?", "day"),
        _SOURCE,
    ),
    "organisation": (
        Question("name", "Hoe heet de organisatie?"),
        Question("short", "Wat is de afkorting, of de korte naam?"),
        Question("classification", "Wat voor organisatie is het, zoals ministerie, koepel of overleg?", "choice"),
        _SOURCE,
    ),
    "membership": (
        Question("seat", "Welke stoel? Een kenmerk, of een deel van de naam.", "seat"),
        _PERSON,
        Question("role", "Welk ambt, in de woorden van de bron?"),
        Question("date", "Vanaf welke dag?", "day"),
        _SOURCE,
        _ORGANISATION,
        Question("former_end", "Tot en met welke dag zat de vorige er?", "day", is_needed=False),
    ),
    "figure": (
        Question("series", "Bij welke cijferreeks? Een kenmerk, of een deel van de naam.", "series"),
        Question("time", "Van welke dag (2026-03-01) of van welke periode (2026, 2026-H1)?", "time"),
        Question("value", "Welke waarde? Alleen cijfers, zonder punten.", "number"),
        _SOURCE,
        Question(
            "unit", "Wat er is geteld, in de woorden van de bron; anders als bij de vorige waarde.", is_needed=False
        ),
        Question("part", "Welk onderdeel, als het niet het geheel is.", is_needed=False),
        Question("area", "Welke provincie, als het niet het geheel is.", is_needed=False),
        Question("status", "Hoe zeker: voorlopig, definitief, herzien of verwacht.", "choice", is_needed=False),
    ),
    "evidence": (
        Question("commitment", "Bij welke toezegging? Het nummer, of een deel van de titel.", "commitment"),
        Question("document", "Welk document is het? De vindplaats, of de titel."),
        Question("form", "Wat voor document is het, zoals brief?"),
        Question("date", "Van welke dag is het?", "day"),
        Question("says", "Wat staat erin, in één zin?"),
        Question("scope", "Waarover gaat het volgens het document zelf?"),
        _SOURCE,
    ),
    "source": (
        Question("title", "Wat is de titel van de bron?"),
        Question("publisher", "Wie gaf de bron uit?"),
        Question("kind", "Wat voor bron is het, zoals kamerstuk, brief, rapport of webpagina?", "choice"),
        Question("date", "Welke datum staat erop?", "day", is_needed=False),
        Question("url", "Op welk webadres staat de bron?", is_needed=False),
        Question("citation", "Hoe haalt het parlement de bron aan, zoals 19 637, nr. 2184.", is_needed=False),
    ),
    "seat": (
        Question("name", "Hoe heet de stoel, zoals Voorzitter of Ministerie van Dijken?"),
        Question("capacity", "Hoe zit men er: voorzitter, secretariaat, vast of uitgenodigd?", "choice"),
        _SOURCE,
        Question("organisation", "Van welke organisatie is de stoel, als dat nooit verandert.", "organisation", False),
        Question("places", "Hoeveel mensen er tegelijk op zitten, als een bron dat zegt.", "number", False),
    ),
    "composition": (
        Question("description", "Wat toont de bron, zoals: vaste deelnemers?"),
        Question("date", "Van welke dag is dat?", "day"),
        Question("seats", "Welke stoelen waren bezet? Kenmerken of delen van namen, met komma's ertussen.", "seats"),
        _SOURCE,
    ),
    "output": (
        Question("form", "Wat is het, zoals: brief van de tafel aan alle havens?"),
        Question("says", "Wat staat erin, in één of twee zinnen?"),
        Question("date", "Van welke dag is het?", "day"),
        _SOURCE,
        _TABLE,
    ),
    "commitment-register": (Question("chamber", "Van welke Kamer is het register?"), _SOURCE),
    "provincial-table": (
        Question("province", "Welke provincie?"),
        Question("name", "Hoe noemt de bron deze tafel?"),
        Question("chair_role", "Welk ambt heeft de voorzitter?"),
        _SOURCE,
    ),
    "series": (
        Question("name", "Hoe heet de reeks?"),
        Question("theme", "Onder welk thema staat zij, zoals instroom? Gebruik liefst een thema dat er al is."),
        Question("kind", "Wat voor cijfers zijn het: stand, stroom, norm of raming?", "choice"),
        Question("counts", "Wat telt de reeks, in één zin?"),
        Question("leaves_out", "Wat telt zij niet, in één zin.", is_needed=False),
    ),
    "event": (
        Question("event", "Wat gebeurde er, in één zin?"),
        Question("date", "Op welke dag?", "day"),
        _SOURCE,
    ),
    "contradiction": (
        Question("question", "Op welke vraag geven de bronnen een ander antwoord?"),
        Question("statement", "Wie zegt wat, in één of twee zinnen?"),
        Question("sources", "Welke bronnen? Kenmerken of delen van titels, met komma's ertussen.", "sources"),
        Question("about", "Waarover gaat het? Kenmerken, met komma's ertussen.", "ids"),
    ),
    "mention": (Question("text", "Wat zegt de bron, in één zin?"), _SOURCE),
    "report-form": (
        Question("form", "Welke vorm van verslag is het, zoals: kort bericht in de krant?"),
        _SOURCE,
        Question("voice", "Wie er spreekt, zoals: de tafel als geheel.", is_needed=False),
    ),
    "citation-pattern": (
        Question("what", "Wat voor stuk is het, zoals: Kamerstuk van de Eerste Kamer?"),
        _SOURCE,
        Question("citation", "Hoe zo'n stuk wordt aangehaald, zoals 30 573, J.", is_needed=False),
        Question("url", "Op welk webadres zo'n stuk dan staat.", is_needed=False),
    ),
    "page": (
        Question("title", "Wat is de titel van de pagina?"),
        Question("summary", "Wat vindt de lezer er, in één zin?"),
    ),
    "term": (
        Question("term", "Welk begrip?"),
        Question("explanation", "Wat betekent het, in gewone woorden?"),
        Question("also", "Andere woorden ervoor en het meervoud, met komma's ertussen.", "texts", False),
        Question("source", "Welke bron legt het uit. Weg te laten bij een woord van deze site zelf.", "source", False),
    ),
    "parliamentary-item": (
        Question("chamber", "In welke Kamer?"),
        Question("form", "Wat is het: vraag, motie, debat, overleg of verslag?", "choice"),
        Question("text", "Wat is er gevraagd, gezegd of besloten, in één of twee zinnen?"),
        Question("date", "Op welke dag?", "day"),
        _SOURCE,
        Question("citation", "Hoe het parlement het aanhaalt, zoals 19 637, nr. 2184.", is_needed=False),
        Question("about", "Bij welke kenmerken het hoort, met komma's ertussen.", "ids", False),
    ),
    "information-request": (
        Question("asked", "Wat is er gevraagd, in één of twee zinnen?"),
        Question("requester", "Wie vroeg het, zoals: een journalist, een inwoner of een bedrijf?", "choice"),
        Question("asked_of", "Aan welke organisatie? Een kenmerk, of een deel van de naam.", "organisation"),
        Question("decision", "Wat werd besloten, zoals: openbaar, deels openbaar of geweigerd?", "choice"),
        _SOURCE,
        Question("asked_on", "Op welke dag het is gevraagd.", "day", False),
        Question("decided_on", "Op welke dag is besloten.", "day", False),
    ),
}
"""What is asked of a new record of each kind, in this order."""

TOLD: Mapping[str, str] = {
    "meeting": "Maak een bestand voor een vergadering, met wie er aan tafel zat en welke afspraken er liggen.",
    "commitment": "Maak een bestand voor een toezegging uit het register.",
    "person": "Schrijf een persoon in participants.yml.",
    "organisation": "Schrijf een organisatie in participants.yml.",
    "membership": "Schrijf in participants.yml wie vanaf een dag op een stoel zit, en tot wanneer de vorige er zat.",
    "figure": "Schrijf een waarde bij een cijferreeks.",
    "evidence": "Schrijf een bewijsstuk bij een toezegging.",
    "source": "Schrijf een bron in sources.yml.",
    "seat": "Schrijf een stoel in participants.yml.",
    "composition": "Schrijf in participants.yml wie er volgens een bron op een dag zaten.",
    "output": "Maak een bestand voor een brief of besluit van de tafel, buiten een vergadering.",
    "commitment-register": "Schrijf in registers.yml hoe het register van een Kamer werkt.",
    "provincial-table": "Maak een bestand voor de tafel van een provincie.",
    "series": "Schrijf een cijferreeks in figures/series.yml.",
    "event": "Schrijf een gebeurtenis in history.yml.",
    "contradiction": "Schrijf in contradictions.yml dat bronnen elkaar tegenspreken.",
    "mention": "Schrijf een losse vermelding in mentions.yml, die nog niet is bevestigd.",
    "report-form": "Schrijf een vorm van verslag in reporting.yml.",
    "citation-pattern": "Schrijf in citations.yml hoe een soort stukken heet en waar zij staan.",
    "page": "Maak een bestand voor een geschreven pagina.",
    "term": "Schrijf een begrip in glossary.yml.",
    "parliamentary-item": "Schrijf een vraag, motie of debat van een Kamer in parliament.yml.",
    "information-request": "Schrijf een verzoek om informatie in information-requests.yml.",
}
"""What making each does, in Dutch."""

IN_DUTCH: Mapping[str, str] = {
    "vergadering": "meeting",
    "toezegging": "commitment",
    "persoon": "person",
    "organisatie": "organisation",
    "lidmaatschap": "membership",
    "cijfer": "figure",
    "bewijsstuk": "evidence",
    "bron": "source",
    "stoel": "seat",
    "samenstelling": "composition",
    "brief": "output",
    "besluit": "output",
    "register": "commitment-register",
    "provincie": "provincial-table",
    "cijferreeks": "series",
    "reeks": "series",
    "gebeurtenis": "event",
    "tegenspraak": "contradiction",
    "vermelding": "mention",
    "verslag": "meeting",
    "vindplaats": "citation-pattern",
    "pagina": "page",
    "begrip": "term",
    "vraag": "parliamentary-item",
    "motie": "parliamentary-item",
    "debat": "parliamentary-item",
    "informatieverzoek": "information-request",
}
"""What somebody means who gives the Dutch word for what is new."""
