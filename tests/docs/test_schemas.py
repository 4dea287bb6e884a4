"""The schemas in docs/schema/ are those of the model, and what we publish keeps to them."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from lrt_site import checking, files, pipeline, urls
from lrt_site.export import site_schema, v1
from lrt_site.ledger import format as ledger_format
from lrt_site.model.register import KINDS
from tests.builders import a_meeting
from tests.tools.feed_faults import STANDARDS
from tests.tools.schema_faults import schema_faults

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schema"


def test_the_committed_schemas_are_up_to_date() -> None:
    stored = {path.relative_to(SCHEMAS).as_posix(): path.read_text("utf-8") for path in SCHEMAS.rglob("*.json")}
    assert stored == pipeline.schemas(), "run make schema and review what changes for re-users"


@pytest.mark.parametrize("name", [*KINDS, *ledger_format.schemas(), *site_schema.schemas()])
def test_every_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((SCHEMAS / "v1" / f"{name}.schema.json").read_text("utf-8")))


FOR_AN_EDITOR = "textarea"
"""What the schema of Data Packages tells a form in which one is typed, and asks of no value."""


def test_every_form_that_a_schema_asks_for_is_looked_at() -> None:
    """A validator passes over a form that it does not know."""
    schemas = (path for folder in (SCHEMAS, STANDARDS) for path in folder.rglob("*.json"))
    asked = {form for path in schemas for form in re.findall('"format": ?"([a-z-]+)"', path.read_text("utf-8"))}
    assert {"date", "uri"} <= asked - {FOR_AN_EDITOR} <= FormatChecker().checkers.keys()


@pytest.mark.parametrize("name", [*ledger_format.schemas(), *site_schema.schemas()])
def test_every_field_of_a_file_says_what_it_is(name: str) -> None:
    schema = json.loads((SCHEMAS / "v1" / f"{name}.schema.json").read_text("utf-8"))
    objects = [schema, *schema.get("oneOf", ()), *schema.get("$defs", {}).values()]
    told = [(field, item) for made in objects for field, item in made.get("properties", {}).items()]
    assert told
    assert [field for field, item in told if not item.get("description")] == []


@pytest.mark.parametrize("site", ["real_site", "fictief_site"])
class TestEverySite:
    """What holds for all data of a site that was built."""

    def test_all_data_keeps_to_its_schema(self, site: str, request: pytest.FixtureRequest) -> None:
        folder: Path = request.getfixturevalue(site)
        paths = {
            path.relative_to(folder).as_posix(): path
            for pattern in ("*.json", "*.ndjson")
            for path in (folder / urls.DATA.strip("/")).rglob(pattern)
        }
        assert len(paths) > 300
        wrong = [f"{path}: {fault}" for path, file in paths.items() for fault in schema_faults(path, file.read_bytes())]
        assert wrong == []

    def test_a_file_that_names_no_schema_is_one_whose_bytes_are_fixed(
        self, site: str, request: pytest.FixtureRequest
    ) -> None:
        folder: Path = request.getfixturevalue(site)
        data = folder / urls.DATA.strip("/")
        silent = {path for path in data.rglob("*.json") if not path.read_bytes().startswith(b'{"$schema":')}
        silent.remove(folder / urls.file_of(urls.POPOLO))  # of which others made the form
        ledger = json.loads((folder / urls.file_of(urls.ledger_file("index.json"))).read_text("utf-8"))
        assert {json.loads(path.read_bytes())["format"] for path in silent} <= ledger["schemas"].keys()
        assert {path.relative_to(data).parts[0] for path in silent} == {"publicaties"}

    def test_the_schemas_stand_on_the_site(self, site: str, request: pytest.FixtureRequest) -> None:
        folder: Path = request.getfixturevalue(site)
        stored = (SCHEMAS / "v1").glob("*.schema.json")
        expected = {path.name.removesuffix(".schema.json"): json.loads(path.read_text("utf-8")) for path in stored}
        stands = (folder / urls.SCHEMAS.strip("/")).glob("*.json")
        assert {path.stem: json.loads(path.read_text("utf-8")) for path in stands} == expected


@pytest.mark.parametrize(
    ("added", "fits"),
    [
        ({}, True),
        ({"salt": "0" * 32}, True),
        ({"salt": "0" * 31}, False),
        ({"withdrawal": "2026-12-01"}, True),
        ({"format": "record/v2", "salt": "0" * 32}, True),
        (
            {
                "format": "record/v2",
                "salts": {"title": "0" * 32, "agenda": [{"title": "b" * 64}]},
                "withdrawal": "2026-12-01-2-f1c71e",
            },
            True,
        ),
        ({"format": "record/v2", "salts": {"title": "0" * 33}}, False),
        ({"format": "record/v2", "salts": "0" * 32}, False),
        ({"format": "record/v2", "salt": {"title": "0" * 32}}, False),
        ({"format": "record/v3"}, False),
        ({"pepper": "0" * 32}, False),
    ],
)
def test_a_stored_version_has_a_record_and_what_keeps_its_hash_from_being_guessed(
    added: dict[str, object], fits: bool
) -> None:
    stored = json.dumps({**v1.to_v1(a_meeting()), **added}).encode()
    assert (schema_faults("data/v1/meeting/m.json", stored) == []) is fits


def test_a_published_record_reads_back_as_itself() -> None:
    texts, _ = files.read_content(ROOT / "content")
    records = checking.read(texts).values()
    assert len(records) > 300
    for record in records:
        assert v1.from_v1(json.loads(v1.as_json(v1.to_v1(record)))) == record
