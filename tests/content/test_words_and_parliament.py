"""The glossary explains what was asked for, and every item of parliament in the facts is on the site."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from lrt_site.model.commitments import Commitment
from lrt_site.model.glossary import Term
from lrt_site.model.parliament import ParliamentaryItem
from lrt_site.model.sources import Source
from tests.tools.rendering import content_of

FACTS = Path(__file__).parent / "facts"
REGISTER = content_of("content")
ITEMS = tuple(REGISTER.all(ParliamentaryItem).values())


def facts() -> list[tuple[str, tuple[str, ...]]]:
    """The sources of every item in the facts: the first, and the others."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for name in ("lrt-facts-2.yml", "lrt-facts-3.yml"):
        told: dict[str, Any] = yaml.safe_load((FACTS / name).read_text(encoding="utf-8"))
        added = [fact for commitment in told["commitments"] for fact in commitment["adds"]]
        for fact in (*told["related_parliament"], *added):
            assert fact["seen"]
            found.append((fact["source"], tuple(fact.get("also_source", ()))))
    return found


def test_every_item_of_the_facts_is_there_and_no_other() -> None:
    assert sorted((item.source, item.also_source) for item in ITEMS) == sorted(facts())


def test_what_touches_the_commitment_stands_on_its_page() -> None:
    (commitment,) = REGISTER.all(Commitment)
    about = {item.source for item in ITEMS if commitment in item.about}
    assert about == {"s-ek-debat-2020-06-02", "s-ek-nieuws-2020-06", "s-ek-t02933-open"}


@pytest.mark.parametrize(
    "word",
    [
        "taakstelling", "statushouder", "vergunninghouder", "Rijksheer", "provinciale regietafel", "spreidingswet",
        "capaciteitsraming", "Veiligheidsberaad", "amv", "nareis", "ex-amv", "bewindspersoon", "stoel", "vastgesteld",
        "zeker", "waarschijnlijk", "onbekend", "tegenspraak", "losse vermelding", "afgeleid", "publicatie", "versie",
        "stand van",
    ],
)  # fmt: skip
def test_a_word_that_citizens_cannot_know_is_explained(word: str) -> None:
    assert [term.id for term in REGISTER.all(Term).values() if word in term.forms]


def test_what_explains_a_word_of_the_field_was_found() -> None:
    sources = REGISTER.all(Source)
    assert all(sources[term.source].found for term in REGISTER.all(Term).values() if term.source)
