"""The schemas in docs/schema/ are those of the model, and what we publish keeps to them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lrt_site import files, pipeline, urls
from lrt_site.export import v1
from lrt_site.export.ledger_schema import ledger_schemas
from lrt_site.model.register import KINDS
from tests.tools.schema_faults import schema_faults

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "schema"


def test_the_committed_schemas_are_up_to_date() -> None:
    stored = {path.relative_to(SCHEMAS).as_posix(): path.read_text("utf-8") for path in SCHEMAS.rglob("*.json")}
    assert stored == pipeline.schemas(), "run make schema and review what changes for re-users"


@pytest.mark.parametrize("kind", [*KINDS, *ledger_schemas()])
def test_every_schema_is_one(kind: str) -> None:
    Draft202012Validator.check_schema(json.loads((SCHEMAS / "v1" / f"{kind}.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("site", ["real_site", "fictief_site"])
def test_everything_besides_the_records_keeps_to_its_schema(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    paths = [
        *(folder / urls.LEDGER.strip("/")).rglob("*.json"),
        *(folder / urls.QUOTATIONS.strip("/")).rglob("*.json"),
        *(folder / urls.DATA.strip("/")).glob("*.ndjson"),
        folder / urls.file_of(urls.GAPS_DATA),
    ]
    assert paths
    wrong = [f"{path}: {fault}" for path in paths for fault in schema_faults(path.name, path.read_bytes())]
    assert wrong == []


@pytest.mark.parametrize("site", ["real_site", "fictief_site"])
def test_published_records_keep_to_their_schema(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    index = json.loads((folder / "data/v1/index.json").read_text("utf-8"))
    assert len(index["records"]) > 50
    validators = {
        kind: Draft202012Validator(json.loads((SCHEMAS / "v1" / f"{kind}.schema.json").read_text("utf-8")))
        for kind in KINDS
    }
    for entry in index["records"]:
        record = json.loads((folder / entry["data"].removeprefix("/")).read_text("utf-8"))
        validators[entry["type"]].validate(record)


def test_a_published_record_reads_back_as_itself() -> None:
    texts, _ = files.read_content(ROOT / "content")
    records = pipeline.read(texts).values()
    assert len(records) > 300
    for record in records:
        assert v1.from_v1(json.loads(v1.as_json(v1.to_v1(record)))) == record
