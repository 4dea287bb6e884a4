"""What the schemas of files besides the records have in common."""

from __future__ import annotations

from lrt_site.export.json_schema import NAMES_ITS_SCHEMA, Schema
from lrt_site.model.register import KINDS

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "integer", "minimum": 1}
DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
NAME: Schema = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[1-9][0-9]*(-[0-9a-f]{6})?)?$",
    "description": "A date, and from the second of one day on also its place on that day; of a withdrawal since the "
    "second format always its place, and six random digits.",
}
ADDRESS: Schema = {"type": "string", "pattern": "^/", "description": "From the root of the site."}
ID: Schema = {"type": "string", "minLength": 1, "description": "The id of the record."}
KIND: Schema = {"enum": list(KINDS)}


def object_of(description: str, required: Schema, optional: Schema | None = None) -> Schema:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(item: Schema, description: str) -> Schema:
    """A list of such items."""
    return {"type": "array", "items": item, "description": description}


def or_null(schema: Schema, description: str) -> Schema:
    """The same, or null."""
    return {**schema, "type": [schema["type"], "null"], "description": description}


def format_of(*names: str) -> Schema:
    """The format of a file, which is always one of these."""
    return {"format": {"enum": list(names)} if len(names) > 1 else {"const": names[0]}}


def named(name: str) -> Schema:
    """The format of a file that names its schema."""
    return {**NAMES_ITS_SCHEMA, **format_of(name)}
