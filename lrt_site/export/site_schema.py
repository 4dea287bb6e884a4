"""JSON Schemas of the files that the site makes from its records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from lrt_site.export.json_schema import DIALECT, Schema
from lrt_site.export.schema_parts import ADDRESS, DATE, ID, KIND, NAME, NUMBER, TEXT, list_of, named, object_of, or_null
from lrt_site.findings.gap_list import GapKind
from lrt_site.model.dates import DATE_FORM


def schemas() -> Mapping[str, Schema]:
    """The schema of every kind of file, by name."""
    made = {
        "records": _records(),
        "moved": _moved(),
        "gone": _gone(),
        "clocks": _clocks(),
        "quotations": _quotations(),
        "silence": _silence(),
    }
    return {name: {"$schema": DIALECT, **schema} for name, schema in made.items()}


def _records() -> Schema:
    record = object_of("A record.", {"type": KIND, "id": ID, "page": ADDRESS, "data": ADDRESS})
    return object_of("All records of now.", {**named("records/v1"), "records": list_of(record, "In order of id.")})


def _clocks() -> Schema:
    publication = object_of("A publication.", {"number": NUMBER, "date": DATE})
    stood = {"type": "array", "prefixItems": [NUMBER, {**ADDRESS, "type": ["string", "null"]}], "items": False}
    pages = {
        "type": "object",
        "propertyNames": ADDRESS,
        "additionalProperties": list_of(stood, "From which publication on it stood where; null where it ended."),
        "description": "By the address of the page.",
    }
    publications = list_of(publication, "The oldest first.")
    return object_of(
        "Where the pages of days stand, by the two clocks.",
        {**named("clocks/v1"), "publications": publications, "pages": pages},
    )


def _moved() -> Schema:
    return object_of(
        "What answers where the data of a record stood that has another id now.",
        {
            **named("moved/v1"),
            "type": KIND,
            "id": {**ID, "description": "The id that it has now."},
            "data": {**ADDRESS, "description": "Where its data stands now."},
            "page": {**ADDRESS, "description": "The page on which it stands."},
        },
    )


def _gone() -> Schema:
    return object_of(
        "What answers where the data of a record stood that is not there any more.",
        {
            **named("gone/v1"),
            "type": KIND,
            "id": {**ID, "description": "The last id that it had."},
            "publication": {**NAME, "description": "The publication that ended it."},
            "date": DATE,
            "data": {
                **ADDRESS,
                "description": "Its last version; after a withdrawal, what that left of it.",
            },
            "page": {**ADDRESS, "description": "The page with all its versions."},
        },
    )


def _quotations() -> Schema:
    publication = object_of("A publication.", {"number": NUMBER, "date": DATE})
    count = {"type": "integer", "minimum": 0}
    part = object_of("A file, with the number of the first that it holds.", {"from": count, "file": ADDRESS})
    index = object_of(
        "The index.",
        {
            **named("quotations/v2"),
            "publications": list_of(publication, "The oldest first."),
            "dictionary": {**ADDRESS, "description": "The file with all words."},
            "words": list_of(part, "The files that say on which lines each word stands."),
            "lines": list_of(part, "The files with all lines, each once."),
            "pages": list_of(part, "The files with all pages."),
        },
    )
    words = {**TEXT, "description": "All words with a space between them: the first has the number 0."}
    dictionary = object_of("All words.", {**named("quotations/v2"), "words": words})
    lines = list_of(TEXT, "Packed numbers: for each word the lines on which it stands; or the lines themselves.")
    return {
        "description": "The words in which quotations are looked up. docs/data/citaat.md tells how numbers are packed.",
        "oneOf": [
            index,
            dictionary,
            object_of("Lines.", {**named("quotations/v2"), "lines": lines}),
            object_of("Pages.", {**named("quotations/v2"), "pages": list_of(_quoted_page(), "In order of number.")}),
        ],
    }


def _quoted_page() -> Schema:
    edition = object_of(
        "A page as it stands somewhere.",
        {"lines": {**TEXT, "description": "Packed steps to the numbers of its lines."}},
        {
            "address": {**ADDRESS, "description": "Where it stands. Left out where that is the address of the page."},
            "from": {**NUMBER, "description": "The number of the publication from which the page said this."},
            "to": {**NUMBER, "description": "The number of the last publication with which the page said this."},
        },
    )
    return object_of(
        "A page.",
        {"title": TEXT, "address": ADDRESS, "editions": list_of(edition, "That of now first, then the newest.")},
    )


def _silence() -> Schema:
    partial = {**TEXT, "pattern": f"^{DATE_FORM}$"}
    gap = object_of(
        "Something of which nothing was found. That does not say that there was nothing.",
        {
            "id": {**TEXT, "description": "Stays the same while the gap is there; its place on the page of all gaps."},
            "kind": {"enum": list(get_args(GapKind)), "description": "The rule by which it is a gap."},
            "about": {**ID, "description": "The id of the record, or of a part of one, that it is about."},
            "missing": {**TEXT, "description": "What was not found."},
            "since": or_null(partial, "Since when: a year, month or day. Null where that is not known."),
            "since_at_latest": {"type": "boolean", "description": "Whether it may have been there before `since`."},
            "until": or_null(partial, "The last month, of a stretch of months that came to an end."),
            "closing": {**TEXT, "description": "The kind of source that would close it."},
            "address": {**ADDRESS, "description": "Where the gap has its place."},
            "page": {**ADDRESS, "description": "Where what it is about stands."},
        },
    )
    return object_of(
        "All gaps on a day, worked out by rule from the records.",
        {**named("silence/v1"), "as_of": DATE, "gaps": list_of(gap, "Kind by kind.")},
    )
