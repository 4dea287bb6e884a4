"""What has to be known of a new record, as questions; it needs nothing of the rest, so that help comes at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lrt_site.frozen import dataclass

Answer = Literal["text", "day", "time", "number", "person", "organisation", "seat", "source", "series", "commitment"]


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
        Question("classification", "Wat voor organisatie is het, zoals ministerie, koepel of overleg?"),
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
        Question("status", "Hoe zeker: voorlopig, definitief, herzien of verwacht.", is_needed=False),
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
        Question("kind", "Wat voor bron is het, zoals kamerstuk, brief, rapport of webpagina?"),
        Question("date", "Welke datum staat erop?", "day", is_needed=False),
        Question("url", "Op welk webadres staat de bron?", is_needed=False),
        Question("citation", "Hoe haalt het parlement de bron aan, zoals 19 637, nr. 2184.", is_needed=False),
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
}
"""What making each does, in Dutch."""
