"""What catalogues and researchers read of the software is valid, and says the same everywhere."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

import lrt_site

ROOT = Path(__file__).parents[2]
STANDARDS = ROOT / "tests/standards"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def read(name: str) -> dict[str, Any]:
    given: dict[str, Any] = yaml.safe_load((ROOT / name).read_text("utf-8"))
    return given


def schema_of(standard: str) -> Any:
    return json.loads((STANDARDS / standard / "schema.json").read_text("utf-8"))


def test_the_citation_keeps_to_its_format() -> None:
    assert [
        error.message for error in Draft7Validator(schema_of("citation-file-format")).iter_errors(read("CITATION.cff"))
    ] == []


def test_the_description_for_catalogues_keeps_to_its_standard() -> None:
    assert [
        error.message for error in Draft202012Validator(schema_of("publiccode")).iter_errors(read("publiccode.yml"))
    ] == []


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("developmentStatus", "done"),
        ("maintenance", {"type": "community"}),
        ("description", {"nl": {"shortDescription": "kort"}}),
        ("url", "git.lrt.example"),
        ("licence", "EUPL-1.2"),
    ],
)
def test_a_wrong_description_for_catalogues_is_noticed(key: str, wrong: object) -> None:
    assert not Draft202012Validator(schema_of("publiccode")).is_valid({**read("publiccode.yml"), key: wrong})


def test_all_of_them_name_one_licence_and_one_repository() -> None:
    citation, catalogue = read("CITATION.cff"), read("publiccode.yml")
    assert {PROJECT["license"], citation["license"], catalogue["legal"]["license"]} == {"EUPL-1.2"}
    assert {PROJECT["urls"]["Repository"], citation["repository-code"], catalogue["url"]} == {
        PROJECT["urls"]["Repository"]
    }
    assert PROJECT["description"] == citation["abstract"]


def test_the_version_stands_in_one_place() -> None:
    assert PROJECT["dynamic"] == ["version"]
    assert lrt_site.__version__.count(".") == 2
    assert "version" not in read("CITATION.cff")
    assert "softwareVersion" not in read("publiccode.yml")
