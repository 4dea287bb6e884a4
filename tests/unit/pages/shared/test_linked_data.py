"""What pages say in the words of schema.org: only its words, each where it may stand, and no more than is known."""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from lrt_site.model.register import Record
from lrt_site.pages.shared.linked_data import corrections_as_linked_data, linked_data
from tests.builders import (
    a_commitment,
    a_meeting,
    a_membership,
    a_person,
    a_provincial_table,
    a_register,
    a_report,
    a_seat,
    a_series,
    a_table,
    a_term,
    an_observation,
    an_organisation,
    on,
)
from tests.tools.sites import ROOT

SCHEMA = "https://schema.org/"
LITERALS = {"Text", "URL", "Date", "DateTime", "Number", "Boolean"}
TOLD: tuple[Record, ...] = (
    a_meeting(date=on("2020-06"), location="Utrecht", report=a_report(date=on("2020-07-01"))),
    a_series(observations=(an_observation(),)),
    a_table(),
    a_provincial_table(),
    an_organisation(),
    a_person(),
    a_commitment(),
)
BESIDE: tuple[Record, ...] = (a_seat(), a_membership(start_date=on("2020-03"), end_date=on("2021-01-01")))


@cache
def vocabulary() -> dict[str, dict[str, Any]]:
    """The terms of schema.org, by name."""
    packed = (ROOT / "tests/standards/schema-org/schemaorg-current-https.jsonld.gz").read_bytes()
    return {term["@id"].removeprefix("schema:"): term for term in json.loads(gzip.decompress(packed))["@graph"]}


def names(term: str, relation: str) -> set[str]:
    held = vocabulary()[term].get(relation, [])
    return {each["@id"].removeprefix("schema:") for each in (held if isinstance(held, list) else [held])}


def classes(name: str) -> set[str]:
    """A class and all that it is a kind of."""
    return {name}.union(*(classes(above) for above in names(name, "rdfs:subClassOf") if above in vocabulary()))


def faults(thing: dict[str, Any], above: str = "") -> Iterator[str]:
    """What is wrong with a thing; a role has again the property that it stands for (https://schema.org/Role)."""
    kind = thing["@type"]
    if kind not in vocabulary():
        yield f"no class {kind}"
        return
    for name, held in thing.items():
        if name.startswith("@") or (name == above and "Role" in classes(kind)):
            continue
        if name not in vocabulary():
            yield f"no property {name}"
        elif not names(name, "schema:domainIncludes") & classes(kind):
            yield f"{kind} has no {name}"
        else:
            for value in held if isinstance(held, list) else [held]:
                yield from _of_value(name, value)


def _of_value(name: str, value: Any) -> Iterator[str]:
    fitting = names(name, "schema:rangeIncludes")
    if not isinstance(value, dict):
        enumerated = isinstance(value, str) and value.removeprefix(SCHEMA) in vocabulary()
        if not (fitting & LITERALS or enumerated):
            yield f"{name} is no text"
        return
    if not (fitting & classes(value["@type"]) or "Role" in classes(value["@type"])):
        yield f"{name} is no {value['@type']}"
    yield from faults(value, name)


@pytest.mark.parametrize("record", TOLD, ids=lambda record: type(record).__name__)
def test_every_word_is_of_schema_org_and_stands_where_it_may(record: Record) -> None:
    assert not [*faults(told(record))]


@pytest.mark.parametrize(
    "fault",
    [{"location": {"@type": "Event"}}, {"places": "Utrecht"}, {"@type": "Meeting"}, {"organizer": {"@type": "Place"}}],
)
def test_a_word_that_is_wrong_is_found(fault: dict[str, Any]) -> None:
    assert [*faults({**told(TOLD[0]), **fault})]


def test_a_meeting_is_as_exact_as_its_source() -> None:
    meeting = told(TOLD[0])
    assert (meeting["@type"], meeting["startDate"], meeting["location"]["name"]) == ("Event", "2020-06", "Utrecht")
    assert meeting["subjectOf"]["datePublished"] == "2020-07-01"


def test_no_place_is_made_up() -> None:
    assert "location" not in told(a_meeting(location=None))


def test_a_person_has_a_dated_role() -> None:
    (role,) = told(a_person())["memberOf"]
    assert (role["@type"], role["startDate"], role["endDate"]) == ("OrganizationRole", "2020-03", "2021-01-01")


def test_a_commitment_is_a_term_and_no_deed() -> None:
    assert told(a_commitment())["about"]["@type"] == "DefinedTerm"


def test_of_other_records_nothing_is_told() -> None:
    assert linked_data(a_term(), a_register(a_term())) is None


def test_a_correction_says_what_was_and_what_is() -> None:
    made = corrections_as_linked_data(
        "https://fictief.example/x/", [("Instroom 2020", "44", "45"), ("Bezetting", "9", "")]
    )
    assert not [*faults(dict(made))]
    assert [comment["text"] for comment in made["correction"]] == ["Instroom 2020: 44 werd 45", "Bezetting: 9 vervalt"]


def told(record: Record) -> dict[str, Any]:
    beside = [other for other in (*TOLD, *BESIDE) if type(other) is not type(record)]
    made = linked_data(record, a_register(record, *beside))
    assert made is not None
    return dict(made)
