"""The real content says what the facts file says, all of it, and no figure or source besides."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path, PurePosixPath

import pytest
import yaml

from lrt_site import files, schema
from lrt_site.model.commitments import Commitment
from lrt_site.model.facts import Fact
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.people import Composition, Organisation, Person
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.model.sources import CitationPattern, Contradiction, Event, Mention, Page, ReportForm, Source

ROOT = Path(__file__).parents[2]
FACTS: Mapping[str, object] = yaml.load(
    Path(__file__).with_name("facts").joinpath("lrt-facts.yml").read_text(encoding="utf-8"), yaml.CSafeLoader
)
COUNTS: tuple[tuple[type[Record], int], ...] = (
    (Organisation, 13),
    (Person, 21),
    (Composition, 6),
    (Meeting, 10),
    (Output, 6),
    (Commitment, 1),
    (Event, 27),
    (ProvincialTable, 12),
    (ReportForm, 6),
    (CitationPattern, 10),
    (Contradiction, 18),
    (Mention, 5),
    (Source, 169),
)
WORDS_FOR_UNSUPPORTED = {
    "Provinciale regietafels": "provincial_tables",
    "Vergaderingen": "meetings",
    "Vindplaatsen en adressen": "citation_and_url_patterns",
    "Geschiedenis": "history",
    "Cijfers": "figures",
    "Personen": "persons",
    "Tegenspraken": "conflicts",
    "Namen van de tafel": "names",
    "Uitingen buiten vergaderingen": "table_outputs",
    "Toezeggingenregisters": "commitment_register",
}


def entries(value: object) -> Iterator[Mapping[str, object]]:
    """Every group of fields with an id inside a part of the facts file."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for inner in value.values():
            yield from entries(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from entries(inner)


def leaves(value: object) -> Iterator[tuple[str, object]]:
    """Every single value inside a part of the facts file, with the name of its field."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ((name, inner),) if not isinstance(inner, dict | list) else leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from (("", inner),) if not isinstance(inner, dict | list) else leaves(inner)


def numbers_in(value: object) -> set[int]:
    """The numbers that sources give; the sums that the facts file worked out itself are none."""
    return {
        leaf
        for name, leaf in leaves(value)
        if isinstance(leaf, int) and not isinstance(leaf, bool) and not name.endswith("sum_of_rows")
    }


def texts_in(part: object) -> Iterator[str]:
    """Every text inside a record or a part of one."""
    for _, inner in parts_of(part):
        for field in fields(inner):  # type: ignore[arg-type]
            value = getattr(inner, field.name)
            yield from (text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str))


KNOWN_SOURCES = {str(key) for key in FACTS["sources"]}  # type: ignore[attr-defined]
FACT_OF = {
    str(entry["id"]): entry
    for section, value in FACTS.items()
    if section not in {"sources", "unsupported"}
    for entry in entries(value)
}
FIGURES = {str(entry["id"]): entry for entry in entries(FACTS["figures"])}
TABLES = {str(entry["id"]): entry for entry in entries(FACTS["provincial_tables"]) if "province" in entry}


@pytest.fixture(scope="module")
def register() -> Register:
    texts, unreadable = files.read_content(ROOT / "content")
    read = schema.read_content(texts, PurePosixPath("content"))
    assert (*unreadable, *read.problems) == ()
    return Register.of(read.records)


@pytest.fixture(scope="module")
def held(register: Register) -> Mapping[str, tuple[object, ...]]:
    """For every id, the records or parts of records that carry it."""
    by_id: dict[str, tuple[object, ...]] = {}
    for record in register.records.values():
        for _, part in parts_of(record):
            key = getattr(part, "id", None)
            if isinstance(key, str):
                by_id[key] = (*by_id.get(key, ()), part)
    return by_id


def test_every_id_of_the_facts_has_a_home(register: Register) -> None:
    assert {*FACT_OF, *KNOWN_SOURCES} - set(register.home_of) == set()


@pytest.mark.parametrize(("kind", "count"), COUNTS, ids=lambda value: getattr(value, "__name__", value))
def test_as_many_records_as_facts(register: Register, kind: type[Record], count: int) -> None:
    assert len(register.all(kind)) == count


@pytest.mark.parametrize("key", FIGURES)
def test_a_figure_has_exactly_the_numbers_of_its_fact(register: Register, key: str) -> None:
    _, observations = register.observations[key]
    assert {observation.value for observation in observations} == numbers_in(FIGURES[key])


def test_no_figure_without_a_fact(register: Register) -> None:
    assert set(register.observations) == set(FIGURES)


@pytest.mark.parametrize("key", TABLES)
def test_a_province_has_exactly_the_numbers_of_its_fact(register: Register, key: str) -> None:
    groups = register.all(ProvincialTable)[key].figures
    assert {value.value for group in groups for value in group.values} == numbers_in(TABLES[key])


@pytest.mark.parametrize("key", FACT_OF)
def test_a_record_has_exactly_the_sources_of_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    named = {text for part in held[key] for text in texts_in(part)} & KNOWN_SOURCES
    assert named == {str(leaf) for _, leaf in leaves(FACT_OF[key])} & KNOWN_SOURCES


@pytest.mark.parametrize("key", FACT_OF)
def test_a_record_is_as_unsure_as_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    unsure = FACT_OF[key].get("verified") is False
    for part in held[key]:
        if isinstance(part, Fact | Contradiction):
            assert part.verified is not unsure


@pytest.mark.parametrize(
    "key", [key for key, fact in FACT_OF.items() if fact.get("derived") or fact.get("date_derived")]
)
def test_a_record_is_marked_derived_as_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    assert any(isinstance(part, Fact) and part.derived for part in held[key])


@pytest.mark.parametrize("key", [key for key, fact in FACT_OF.items() if "note" in fact])
def test_a_record_keeps_the_note_of_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    note = str(FACT_OF[key]["note"])
    assert any(note in text for part in held[key] for text in texts_in(part))


@pytest.mark.parametrize("key", sorted(KNOWN_SOURCES))
def test_a_source_is_described_as_in_its_fact(register: Register, key: str) -> None:
    source = register.all(Source)[key]
    fact = FACTS["sources"][key]  # type: ignore[index]
    described = {
        "title": source.title,
        "publisher": source.publisher,
        "kind": source.kind,
        "date": str(source.date) if source.date else None,
        "url": source.url,
        "checked": source.found,
        "note": source.note,
    }
    assert described == {"note": None, **fact}


def test_the_method_page_counts_what_no_source_supports(register: Register) -> None:
    body = register.all(Page)["methode"].body
    sections, reasons = (
        {label: int(count) for label, count in re.findall(r"^\| (.+?) \| (\d+) \|$", table, re.MULTILINE)}
        for table in body.split("| Onderdeel | Aantal |")[1].split("| Reden | Aantal |")
    )
    unsupported = [str(leaf) for name, leaf in leaves(FACTS["unsupported"]) if name == "section"]
    total = sections.pop("Samen")
    assert total == reasons.pop("Samen") == sum(reasons.values()) == len(unsupported)
    assert {WORDS_FOR_UNSUPPORTED[label]: count for label, count in sections.items()} == Counter(unsupported)
