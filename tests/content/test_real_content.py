"""The real content says what the facts file says, all of it, and no figure or source besides."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path, PurePosixPath

import pytest
import yaml

from lrt_site import files, schema
from lrt_site.model.dates import PartialDate
from lrt_site.model.facts import Fact, own_sources
from lrt_site.model.meetings import Meeting, Output
from lrt_site.model.numbers import exact
from lrt_site.model.people import Holder, Person
from lrt_site.model.provinces import ProvincialTable
from lrt_site.model.register import Record, Register, parts_of
from lrt_site.model.sources import Contradiction, Event, Mention, Page, Source
from lrt_site.model.terms import Lasting

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


def read(path: Path) -> dict[str, object]:
    facts: dict[str, object] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return facts


FACTS, *NEW_FACTS = (read(HERE / "facts" / name) for name in ("lrt-facts.yml", "lrt-facts-2.yml", "lrt-facts-3.yml"))
LEFT_OUT = read(HERE / "left_out.yml")
IDS_LEFT_OUT: Mapping[str, str] = LEFT_OUT["ids"]  # type: ignore[assignment]
OURS: Mapping[str, str] = LEFT_OUT["ours"]  # type: ignore[assignment]
MENDED: Mapping[str, str] = LEFT_OUT["mended"]  # type: ignore[assignment]
NUMBERS_LEFT_OUT = {(str(item["source"]), item["value"]): str(item["why"]) for item in LEFT_OUT["numbers"]}  # type: ignore[attr-defined]
WORDS_FOR_UNSUPPORTED = {
    "Provinciale regietafels": "provincial_tables",
    "Vergaderingen": "meetings",
    "Vindplaatsen en adressen": "citation_and_url_patterns",
    "Geschiedenis": "history",
    "Cijfers": "figures",
    "Personen": "persons",
    "Plaatsen waar bronnen van elkaar verschillen": "conflicts",
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


def sources_of(entry: Mapping[str, object]) -> tuple[str, ...]:
    """The sources an entry of the facts names."""
    also = entry.get("also_source") or entry.get("also_sources") or ()
    return (str(entry["source"]), *((str(also),) if isinstance(also, str) else map(str, also)))  # type: ignore[call-overload]


def with_sources(value: object) -> Iterator[Mapping[str, object]]:
    """Every group of fields with a source of its own inside a part of a facts file."""
    if isinstance(value, dict):
        if isinstance(value.get("source"), str):
            yield value
        for inner in value.values():
            yield from with_sources(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from with_sources(inner)


def numbers_told(value: object) -> set[int]:
    """The numbers in a part of the facts or of the content, in figures and inside texts."""
    told: set[int] = set()
    for _, leaf in leaves(value):
        if isinstance(leaf, int) and not isinstance(leaf, bool):
            told.add(abs(leaf))
        elif isinstance(leaf, str):
            leaf = leaf.replace("vijfduizend", "5.000")
            told |= {int(number.replace(".", "")) for number in re.findall(r"\d{1,3}(?:\.\d{3})+|\d+", leaf)}
    return told


def said_by_source() -> Mapping[str, set[int]]:
    """For every source, the numbers in the facts that name it."""
    said: dict[str, set[int]] = {}
    for facts in (FACTS, *NEW_FACTS):
        for entry in with_sources(facts):
            for source in {text for _, leaf in leaves(entry) if (text := str(leaf)) in KNOWN_SOURCES}:
                said.setdefault(source, set()).update(numbers_told(entry))
    return said


def described_in_facts(key: str) -> Mapping[str, object]:
    """How the facts describe a source; the first file that does so counts."""
    return next(facts["sources"][key] for facts in (FACTS, *NEW_FACTS) if key in facts["sources"])  # type: ignore[index,operator]


def told_in(part: object) -> list[object]:
    """The values and texts inside a part of a record."""
    told: list[object] = []
    for _, inner in parts_of(part):
        for field in fields(inner):  # type: ignore[arg-type]
            value = getattr(inner, field.name)
            told.extend(value if isinstance(value, tuple) else (value,))
    return told


KNOWN_SOURCES = {str(key) for facts in (FACTS, *NEW_FACTS) for key in facts["sources"]}  # type: ignore[attr-defined]
FIRST_SOURCES = {str(key) for key in FACTS["sources"]}  # type: ignore[attr-defined]
FACT_OF = {
    str(entry["id"]): entry
    for section, value in FACTS.items()
    if section not in {"sources", "unsupported"}
    for entry in entries(value)
}
FIGURES = {str(entry["id"]): entry for entry in entries(FACTS["figures"])}
KEPT = sorted(set(FACT_OF) - set(IDS_LEFT_OUT) - set(MENDED))
"""The facts of the first file that no later one mends."""
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


NEW_IDS = {
    str(entry["id"])
    for facts in NEW_FACTS
    for section, value in facts.items()
    if section != "sources"
    for entry in entries(value)
}
SAID_BY: Mapping[str, set[int]] = said_by_source()
COUNTED = [
    (entry, field)
    for facts in NEW_FACTS
    for section in ("figures", "provincial_facts")
    for entry in with_sources(facts[section])
    for field in ("value", "with_backlog", "realised", "balance", "original", "of")
    if field in entry
]


@pytest.fixture(scope="module")
def told(register: Register) -> Mapping[str, set[int]]:
    """For every source, the numbers in the parts of records that name it."""
    said: dict[str, set[int]] = {}
    for record in register.records.values():
        for _, part in parts_of(record):
            for source in own_sources(part):
                said.setdefault(source, set()).update(numbers_told(told_in(part)))
    return said


def test_every_id_of_the_facts_has_a_home_or_a_reason(register: Register) -> None:
    homeless = {*FACT_OF, *NEW_IDS, *KNOWN_SOURCES} - set(register.home_of)
    assert homeless == set(IDS_LEFT_OUT)
    assert all(len(reason.split()) > 3 for reason in IDS_LEFT_OUT.values())


@pytest.mark.parametrize("kind", [Meeting, Output, Event, Mention, Contradiction, ProvincialTable])
def test_nothing_is_told_that_no_fact_tells(register: Register, kind: type[Record]) -> None:
    assert set(register.all(kind)) <= {*FACT_OF, *NEW_IDS, *OURS}


def test_every_source_in_the_content_is_one_of_the_facts(register: Register) -> None:
    assert set(register.all(Source)) <= KNOWN_SOURCES


@pytest.mark.parametrize(("entry", "field"), COUNTED, ids=lambda text: text if isinstance(text, str) else None)
def test_every_number_of_the_new_facts_arrives(
    told: Mapping[str, set[int]], entry: Mapping[str, object], field: str
) -> None:
    value = entry[field]
    sources = sources_of(entry)
    arrived = any(abs(value) in told.get(source, ()) for source in sources)  # type: ignore[arg-type]
    assert arrived is not ((str(entry["source"]), value) in NUMBERS_LEFT_OUT), (entry, field)


def test_no_number_without_a_fact_of_its_source(register: Register) -> None:
    counted = [
        (observation.id, own_sources(observation), observation.value)
        for _, values in register.observations.values()
        for observation in values
    ] + [
        (table.id, (value.source,) if value.source else own_sources(group), value.value)
        for table in register.all(ProvincialTable).values()
        for group in table.figures
        for value in group.values
    ]
    besides = [
        (key, sources, value)
        for key, sources, value in counted
        if not any(abs(exact(value)) in SAID_BY.get(source, ()) for source in sources)
    ]
    assert besides == []


@pytest.mark.parametrize("key", sorted(set(FIGURES) - set(MENDED)))
def test_a_figure_has_at_least_the_numbers_of_its_fact(register: Register, key: str) -> None:
    _, observations = register.observations[key]
    assert {observation.value for observation in observations} >= numbers_in(FIGURES[key])


@pytest.mark.parametrize("key", TABLES)
def test_a_province_has_at_least_the_numbers_of_its_fact(register: Register, key: str) -> None:
    groups = register.all(ProvincialTable)[key].figures
    assert {value.value for group in groups for value in group.values} >= numbers_in(TABLES[key])


@pytest.mark.parametrize("key", KEPT)
def test_a_record_has_the_sources_of_its_fact_and_besides_only_new_ones(
    held: Mapping[str, tuple[object, ...]], key: str
) -> None:
    named = {text for part in held[key] for text in texts_in(part)} & KNOWN_SOURCES
    known = {str(leaf) for _, leaf in leaves(FACT_OF[key])} & KNOWN_SOURCES
    assert known <= named
    assert named - known <= set(SAID_BY)


@pytest.mark.parametrize("key", KEPT)
def test_a_record_is_as_unsure_as_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    unsure = FACT_OF[key].get("verified") is False
    for part in held[key]:
        if isinstance(part, Fact | Contradiction):
            assert part.verified is not unsure


@pytest.mark.parametrize(
    "key", [key for key in KEPT if FACT_OF[key].get("derived") or FACT_OF[key].get("date_derived")]
)
def test_a_record_is_marked_derived_as_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    assert any(isinstance(part, Fact) and part.derived for part in held[key])


@pytest.mark.parametrize("key", [key for key in KEPT if "note" in FACT_OF[key]])
def test_a_record_keeps_the_note_of_its_fact(held: Mapping[str, tuple[object, ...]], key: str) -> None:
    note = str(FACT_OF[key]["note"])
    assert any(note in text for part in held[key] for text in texts_in(part))


@pytest.mark.parametrize("key", sorted(KNOWN_SOURCES - set(IDS_LEFT_OUT) - set(MENDED)))
def test_a_source_is_described_as_in_its_fact(register: Register, key: str) -> None:
    source = register.all(Source)[key]
    fact = described_in_facts(key)
    described: dict[str, object] = {
        "title": source.title,
        "publisher": source.publisher,
        "date": str(source.date) if source.date else None,
        "url": source.url,
        "note": source.note,
    }
    if "kind" in fact:
        described |= {"kind": source.kind, "checked": source.found}
    assert described == {"note": None, "date": None, **fact}


def test_the_method_page_counts_what_no_source_supports(register: Register) -> None:
    body = register.all(Page)["methode"].body
    sections, reasons = (
        {label: int(count) for label, count in re.findall(r"^\| (.+?) \| (\d+) \|$", table, re.MULTILINE)}
        for table in body.split("| Onderdeel | Aantal |")[1].split("| Reden | Aantal |")
    )
    unsupported = [
        str(item["section"])
        for item in FACTS["unsupported"]  # type: ignore[attr-defined]
        if item["entry"] not in LEFT_OUT["supported_now"]  # type: ignore[operator]
    ]
    total = sections.pop("Samen")
    assert total == reasons.pop("Samen") == sum(reasons.values()) == len(unsupported)
    assert {WORDS_FOR_UNSUPPORTED[label]: count for label, count in sections.items()} == Counter(unsupported)


def entries_in(facts: object) -> Iterator[Mapping[str, object]]:
    """Every entry of the facts, at any depth."""
    if isinstance(facts, dict):
        yield facts
        for inner in facts.values():
            yield from entries_in(inner)
    elif isinstance(facts, list):
        for inner in facts:
            yield from entries_in(inner)


def test_who_stops_as_of_a_day_is_not_shown_as_still_there_on_it(register: Register) -> None:
    stops = set()
    for mapping in entries_in([FACTS, *NEW_FACTS]):
        until = str(mapping.get("until") or "")
        words = f"{mapping.get('quote', '')} {mapping.get('note', '')}"
        if len(until) == 10 and f"per {PartialDate(until).in_words}" in words:
            stops.add(until)
    roles = [role for person in register.all(Person).values() for role in person.roles]
    chairs = [chair for table in register.all(ProvincialTable).values() for chair in table.chairs]
    terms: tuple[Lasting, ...] = (*roles, *chairs)
    ends = [
        (lasting.end_date.text, lasting.end_is)
        for lasting in terms
        if lasting.end_date and lasting.end_date.text in stops
    ]
    assert stops >= {"2026-01-01", "2019-02-01", "2025-07-01"}
    assert {day for day, _ in ends} == stops
    assert {how for _, how in ends} == {"eerste dag erna"}


def test_who_has_a_function_at_the_table_is_shown_there_by_a_source(register: Register) -> None:
    seated = {holder.person for _, _, holder in register.each(Holder)}
    at_the_table = {
        person.id for person in register.all(Person).values() if any(role.function_at_table for role in person.roles)
    }
    assert at_the_table - seated == set()
