"""Whether data on a site keeps to the schemas that come with the source."""

import json
from collections.abc import Mapping
from functools import cache

from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from tests.tools.sites import ROOT

_OF_OTHERS = ("versions.json", "feeds/")
"""The list for selectors, whose form is that of mike, and feeds, whose form is that of JSON Feed."""


def schema_faults(path: str, content: bytes) -> list[str]:
    """Where a data file of a site breaks its schema, line by line where it has a record a line."""
    if path.startswith(_OF_OTHERS) or not path.endswith((".json", ".ndjson")):
        return []
    lines = content.splitlines() if path.endswith(".ndjson") else [content]
    return [f"{error.json_path} {error.message}" for line in lines for error in _errors(json.loads(line))]


def _errors(parsed: dict[str, str]) -> list[ValidationError]:
    name = parsed["format"].partition("/")[0]
    if name == "record":
        # A stored version is a published record and what the ledger adds to it.
        parsed = {key: value for key, value in parsed.items() if key not in ("salt", "withdrawal")}
        name = parsed["type"]
    return list(_validators()[name].iter_errors(parsed))


@cache
def _validators() -> Mapping[str, Draft202012Validator]:
    folder = ROOT / "docs/schema/v1"
    return {
        path.name.removesuffix(".schema.json"): Draft202012Validator(
            json.loads(path.read_text("utf-8")), format_checker=FormatChecker()
        )
        for path in folder.glob("*.schema.json")
    }
