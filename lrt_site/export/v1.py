"""Published records, format v1: one JSON object a record. Only data, never how a page looks.

The published form is the model's own form until the two have to part; the committed JSON Schemas and
their test make sure that they never part by accident. A field that has its default is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec
from cattrs import Converter
from cattrs.errors import CattrsError
from cattrs.gen import make_dict_unstructure_fn

from lrt_site import urls
from lrt_site.model.dates import ClockTime, PartialDate, Period
from lrt_site.model.numbers import DecimalNumber, Number
from lrt_site.model.register import KINDS, Record, kind_of

FORMAT = "record/v1"
STORED_FORMATS = (FORMAT, "record/v2")
"""The formats in which versions are stored."""

Published = Mapping[str, Any]
"""A record, or what another data file holds: JSON data with `format`, and of a record `type`, before its fields."""


def to_v1(record: Record) -> Published:
    """The published form of a record."""
    return {"format": FORMAT, "type": kind_of(record), **_converter().unstructure(record)}


Migration = Callable[[Published], Published]
"""From a record in an older format to the same record in a newer one."""

MIGRATIONS: Mapping[str, Migration] = MappingProxyType({})
"""The migration from every older format, by its name. There is none yet: this is the first."""


def from_v1(published: Published, migrations: Mapping[str, Migration] = MIGRATIONS) -> Record:
    """The record that was published. `from_v1(to_v1(record)) == record` for every record.

    A record in an older format is migrated first, step by step until it is in this one. ValueError where there
    is no migration from its format, or where the record does not have that form.
    """
    try:
        while published["format"] != FORMAT:
            published = migrations[published["format"]](published)
        data = {key: value for key, value in published.items() if key not in ("format", "type")}
        record: Record = _converter().structure(data, KINDS[published["type"]])
    except (AttributeError, KeyError, TypeError, CattrsError) as error:
        raise ValueError(f"no record in a known format: {error!r}") from error
    return record


def as_json(published: object) -> str:
    """JSON text without spaces and with a newline at the end; keys in their declared order."""
    return msgspec.json.encode(published).decode() + "\n"


def as_file(address: str, published: Published) -> Mapping[str, str]:
    """A data file of the site by its path. Before its format it names its schema, as seen from the file itself."""
    name = published["format"].partition("/")[0]
    schema = urls.schema_of(published["type"] if name == "record" else name)
    return {urls.file_of(address): as_json({"$schema": urls.link(schema, address), **published})}


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False, omit_if_default=True)
    converter.register_unstructure_hook_factory(
        is_dataclass,
        lambda kind: make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True),
    )
    for kind in (PartialDate, Period, ClockTime):
        converter.register_unstructure_hook(kind, str)
        converter.register_structure_hook(kind, lambda text, kind: kind(text))
    converter.register_unstructure_hook(DecimalNumber, str)
    converter.register_structure_hook(Number, _number)
    return converter


def _number(value: object, _: object) -> Number:
    """A whole number as JSON has it; one with decimals in its own digits."""
    if isinstance(value, str):
        return DecimalNumber(value)
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    return value
