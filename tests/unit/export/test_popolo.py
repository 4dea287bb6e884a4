"""People, organisations, seats, terms and meetings as Popolo has them."""

import json
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from lrt_site.export import popolo
from lrt_site.model.people import OtherName
from lrt_site.model.register import Record
from tests.builders import (
    SOURCE,
    a_meeting,
    a_membership,
    a_person,
    a_provincial_table,
    a_register,
    a_seat,
    an_attendance,
    an_organisation,
    on,
)
from tests.tools.sites import ROOT

SCHEMAS = {path.stem: json.loads(path.read_text()) for path in (ROOT / "tests/standards/popolo").glob("*.json")}
CLASSES = {
    "persons": "person",
    "organizations": "organization",
    "posts": "post",
    "memberships": "membership",
    "events": "event",
}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema, default_specification=DRAFT3))
    for schema in SCHEMAS.values()
    for name in (schema["id"], schema["id"].rstrip("#"))
)
RECORDS: tuple[Record, ...] = (
    a_person(other_names=(OtherName(name="Oude Naam", end_date=on("2020-01-01"), source=SOURCE),)),
    an_organisation(),
    a_seat(),
    a_membership(start_date=on("2020-03"), end_date=on("2021-01-01"), end_is="eerste dag erna"),
    a_provincial_table(),
    a_meeting(date=on("2020-06"), attendance=(an_attendance(person=a_person().id, organisation=None),)),
)


def made(*records: Record) -> dict[str, list[dict[str, Any]]]:
    file: dict[str, list[dict[str, Any]]] = json.loads(popolo.written(a_register(*records)))
    return file


def errors(things: list[dict[str, Any]], name: str) -> list[str]:
    return [
        error.message
        for thing in things
        for error in Draft3Validator(SCHEMAS[name], registry=REGISTRY).iter_errors(thing)
    ]


@pytest.mark.parametrize("name", CLASSES)
def test_everything_has_the_form_of_its_class(name: str) -> None:
    things = made(*RECORDS)[name]
    assert things
    assert not errors(things, CLASSES[name])


def test_a_date_of_another_form_is_found() -> None:
    (term,) = made(*RECORDS)["memberships"]
    assert errors([{**term, "start_date": "maart 2020"}], "membership")


def test_a_term_names_person_seat_and_organisation_and_its_last_day() -> None:
    (term,) = made(*RECORDS)["memberships"]
    assert (term["post_id"], term["start_date"], term["end_date"]) == (a_seat().id, "2020-03", "2020-12-31")


def test_a_meeting_is_as_exact_as_its_source_and_names_who_was_there() -> None:
    (meeting,) = made(*RECORDS)["events"]
    assert (meeting["start_date"], meeting["status"]) == ("2020-06", "passed")
    assert [there["id"] for there in meeting["attendees"]] == [a_person().id]


def test_who_was_absent_did_not_attend() -> None:
    away = an_attendance(person=a_person().id, organisation=None, presence="afwezig")
    (meeting,) = made(a_person(), a_meeting(attendance=(away,)))["events"]
    assert "attendees" not in meeting


def test_everything_leads_to_its_sources() -> None:
    (seat,) = made(*RECORDS)["posts"]
    assert [source["note"] for source in seat["sources"]] == ["Fictief stuk"]
