"""Whether data on a site keeps to the schemas that come with the source."""

import json
from collections.abc import Mapping
from functools import cache
from posixpath import dirname, join, normpath

from jsonschema import Draft202012Validator, FormatChecker

from tests.tools.sites import ROOT

_OF_OTHERS = (
    "versions.json",
    "feeds/",
    "data/v1/schema/",
    "data/v1/popolo.json",
    "data/v1/tabellen/datapackage.json",
)
"""The list for selectors, whose form is that of mike; feeds, whose form is that of JSON Feed; schemas; and what has the
form of Popolo or of a Data Package."""


def schema_faults(path: str, content: bytes) -> list[str]:
    """Where a data file of a site breaks its schema, line by line where it has a record a line.

    A file that names its schema names the right one, from where it stands itself.
    """
    if path.startswith(_OF_OTHERS) or not path.endswith((".json", ".ndjson")):
        return []
    lines = content.splitlines() if path.endswith(".ndjson") else [content]
    return [fault for line in lines for fault in _faults(path, json.loads(line))]


def _faults(path: str, parsed: dict[str, str]) -> list[str]:
    name = parsed["format"].partition("/")[0]
    name = parsed["type"] if name == "record" else name
    faults = [f"{error.json_path} {error.message}" for error in _validators()[name].iter_errors(parsed)]
    if "$schema" in parsed and normpath(join(dirname(path), parsed["$schema"])) != f"data/v1/schema/{name}.json":
        faults.append(f"$schema {parsed['$schema']}")
    return faults


@cache
def _validators() -> Mapping[str, Draft202012Validator]:
    folder = ROOT / "docs/schema/v1"
    return {
        path.name.removesuffix(".schema.json"): Draft202012Validator(
            json.loads(path.read_text("utf-8")), format_checker=FormatChecker()
        )
        for path in folder.glob("*.schema.json")
    }
