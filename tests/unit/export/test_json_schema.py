"""A schema says of every field what it is and in what form it is written, in the words of the model."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lrt_site.export import json_schema, v1
from lrt_site.model.register import KINDS, kind_of
from tests.builders import a_commitment, a_meeting, a_series, an_observation
from tests.tools.rendering import content_of

PUBLISHED = json_schema.published()


def faults(kind: str, data: object) -> list[str]:
    return [fault.message for fault in Draft202012Validator(PUBLISHED[kind]).iter_errors(data)]


def test_every_kind_of_record_has_a_schema() -> None:
    assert PUBLISHED.keys() == KINDS.keys()
    for schema in PUBLISHED.values():
        Draft202012Validator.check_schema(schema)


def test_every_published_record_keeps_to_its_schema() -> None:
    records = content_of("examples/fictief").records.values()
    assert [fault for record in records for fault in faults(kind_of(record), v1.to_v1(record))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": "15 juni 2020"},
        {"state": "misschien"},
        {"onbekend": 1},
        {"type": "person"},
        {"format": "record/v9"},
        {"time": "25 uur"},
        {"discussed": "Boten"},
        {"agenda": [{}]},
        {"verified": "ja"},
    ],
)
def test_what_is_written_otherwise_is_a_fault(wrong: dict[str, object]) -> None:
    assert faults("meeting", {**v1.to_v1(a_meeting()), **wrong})


def test_a_field_without_a_usual_value_is_required() -> None:
    meeting = PUBLISHED["meeting"]
    assert meeting["required"] == ["format", "type", "source", "id", "table", "table_name"]
    assert PUBLISHED["commitment"]["$defs"]["StatusEvent"]["required"] == ["source", "status"]
    assert meeting["properties"]["verified"]["default"] is True
    assert meeting["properties"]["state"] == {
        "enum": ["gehouden", "gepland", "afgelast", "aangekondigd"],
        "default": "gehouden",
    }


def test_a_field_is_described_by_the_words_below_it_also_where_a_base_has_them() -> None:
    properties = PUBLISHED["meeting"]["properties"]
    assert properties["adopted_on"]["description"] == "When the table adopted the report."
    assert properties["source"]["description"] == "The id of the source that says it."
    assert "description" not in properties["discussed"]
    assert PUBLISHED["meeting"]["$defs"]["AgendaItem"]["description"].startswith("One subject on the agenda")


@pytest.mark.parametrize(("value", "is_right"), [(12, True), ("12.5", True), (12.5, False), ("twaalf", False)])
def test_a_published_number_is_whole_or_keeps_its_digits(value: object, is_right: bool) -> None:
    series = v1.to_v1(a_series(observations=(an_observation(),)))
    series["observations"][0]["value"] = value
    assert (faults("series", series) == []) is is_right


def test_stored_versions_may_have_a_salt_and_what_a_withdrawal_left() -> None:
    stored = {**v1.to_v1(a_commitment()), "format": "record/v2", "salt": "0" * 32}
    assert faults("commitment", stored) == []
    assert faults("commitment", {**stored, "salt": "kort"})
    assert faults("commitment", {**stored, "salts": {"title": "a" * 64}, "withdrawal": "2026-01-01"}) == []


def written(schema: str, data: object) -> bool:
    parsed: dict[str, Any] = json.loads(schema)
    return Draft202012Validator(parsed).is_valid(data)


def test_editors_write_lists_of_records_and_a_bare_year_as_a_number() -> None:
    schema = json_schema.written({"events": "event"})
    event = {"id": "geb-1", "event": "Iets.", "source": "s-1", "date": 2020}
    assert written(schema, {"events": [event]})
    assert not written(schema, {"events": [{**event, "date": 2020.5}]})
    assert not written(schema, {"events": event})
    assert not written(schema, {"onbekend": []})


def test_a_record_alone_leaves_out_what_stands_elsewhere() -> None:
    schema = json_schema.written_alone("page", without=("id", "body"))
    assert written(schema, {"title": "T", "summary": "S."})
    assert not written(schema, {"title": "T", "summary": "S.", "body": "B"})
    assert schema.endswith("}\n")
