"""JSON Schemas of the files besides the records: of the ledger, and of what the site makes from it and from them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from lrt_site.differences import PROOFS
from lrt_site.export.json_schema import DIALECT, as_text
from lrt_site.model.dates import DATE_FORM
from lrt_site.model.publications import ChangeClass
from lrt_site.model.register import KINDS
from lrt_site.views.gap_list import GapKind

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 1}
_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 of the bytes of a file."}
_SALT: Schema = {
    "type": "string",
    "pattern": "^[0-9a-f]{32}$",
    "description": "Random, so that a hash cannot confirm a guess. Gone after a withdrawal.",
}
_DATE: Schema = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_NAME: Schema = {
    "type": "string",
    "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[1-9][0-9]*)?$",
    "description": "A date, and from the second of one day on also its place on that day.",
}
_ADDRESS: Schema = {"type": "string", "pattern": "^/", "description": "From the root of the site."}
_ID: Schema = {"type": "string", "minLength": 1, "description": "The id of the record."}
_KIND: Schema = {"enum": list(KINDS)}
_CLASS: Schema = {"enum": list(get_args(ChangeClass)), "description": "The class of the change, as computed."}
_PROVEN: Schema = {
    "type": "array",
    "items": {"enum": list(PROOFS)},
    "description": "Of a change of class `tekstueel`: in what alone the versions differ. Earlier entries have none.",
}
_FIELDS: Schema = {"type": "array", "items": _TEXT}
_ADDRESSES: Schema = {"type": "array", "items": _ADDRESS}


def ledger_schemas() -> Mapping[str, str]:
    """The schema of every kind of file, as JSON text by name."""
    made = {
        "publication": _publication(),
        "notes": _notes(),
        "withdrawal": _withdrawal(),
        "publications": _publications(),
        "state": _state(),
        "change": _change(),
        "tombstone": _tombstone(),
        "quotations": _quotations(),
        "silence": _silence(),
    }
    return {name: as_text({"$schema": DIALECT, **schema}) for name, schema in made.items()}


def _object(description: str, required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list_of(item: Schema, description: str) -> Schema:
    return {"type": "array", "items": item, "description": description}


def _or_null(schema: Schema, description: str) -> Schema:
    return {**schema, "type": [schema["type"], "null"], "description": description}


def _format(name: str) -> Schema:
    return {"format": {"const": name}}


def _change_in_entry() -> Schema:
    return _object(
        "What the publication did to one record.",
        {
            "class": _CLASS,
            "type": _KIND,
            "id": _ID,
            "version": {**_NUMBER, "description": "The number of the version; where a record ended, of its last one."},
            "hash": _or_null(_HASH, "SHA-256 of the stored version; null where the record ended."),
        },
        {
            "renamed_from": {**_ID, "description": "The id of the record before."},
            "fields": {**_FIELDS, "description": "The fields that differ from the version before."},
            "proven": _PROVEN,
        },
    )


def _publication() -> Schema:
    return _object(
        "A publication. SHA-256 of the bytes of this file is the hash of the publication.",
        {
            **_format("publication/v1"),
            "number": _NUMBER,
            "name": _NAME,
            "date": _DATE,
            "previous": _or_null(_HASH, "The hash of the publication before; null in the first."),
            "root": {**_HASH, "description": "SHA-256 of SHA256SUMS: all versions that are valid with it."},
            "notes": {**_HASH, "description": "SHA-256 of notes.json as it was published."},
            "withdrawals": {
                "type": "object",
                "propertyNames": _NAME,
                "additionalProperties": _HASH,
                "description": "The withdrawals since the publication before, each with the hash of withdrawal.json.",
            },
            "changes": _list_of(_change_in_entry(), "In order of class, kind and id."),
            "added": {**_ADDRESSES, "description": "Addresses of pages that were not there before."},
            "gone": {**_ADDRESSES, "description": "Addresses of pages that are not made any more."},
        },
        {
            "signer": {**_TEXT, "description": "Who signed it, as in allowed_signers."},
            "editions": {
                **_ADDRESSES,
                "description": "Addresses of pages that say other words with it, besides those of records with a new "
                "version, and of half-year packs. Absent in publications from before editions were recorded.",
            },
        },
    )


def _notes() -> Schema:
    return {
        **_object(
            "The words of a publication.",
            {
                **_format("notes/v1"),
                "title": _TEXT,
                "note": _TEXT,
                "notes": {
                    "type": "object",
                    "additionalProperties": _TEXT,
                    "description": "What changed and why, by the id of the record.",
                },
            },
            {"salt": _SALT, "withdrawal": {**_NAME, "description": "The withdrawal that took words from it."}},
        ),
        "oneOf": [{"required": ["salt"]}, {"required": ["withdrawal"]}],
    }


def _withdrawal() -> Schema:
    file = _object(
        "A file whose words were taken.",
        {
            "file": {**_TEXT, "description": "Its path in the ledger."},
            "hash": {**_HASH, "description": "SHA-256 of the file as it was."},
            "becomes": {**_HASH, "description": "SHA-256 of the file in its place."},
            "extent": {**_FIELDS, "description": "The fields from which words were taken."},
        },
    )
    return _object(
        "Words that were taken back.",
        {
            **_format("withdrawal/v1"),
            "name": _NAME,
            "date": _DATE,
            "record": {**_ID, "description": "The id of the record that it is about."},
            "ground": _TEXT,
            "decision": _TEXT,
            "files": _list_of(file, "All files that held the words."),
        },
    )


def _publications() -> Schema:
    files = _object(
        "The address of every file of the publication.",
        {"entry": _ADDRESS, "notes": _ADDRESS, "sums": _ADDRESS, "state": _ADDRESS},
        {"signature": _ADDRESS},
    )
    publication = _object(
        "A publication.",
        {
            "number": _NUMBER,
            "name": _NAME,
            "date": _DATE,
            "title": _TEXT,
            "hash": _HASH,
            "previous": _or_null(_HASH, "The hash of the publication before; null in the first."),
            "root": _HASH,
            "page": _ADDRESS,
            "files": files,
        },
    )
    withdrawal = _object(
        "A withdrawal.",
        {"name": _NAME, "date": _DATE, "record": _ID, "ground": _TEXT, "decision": _TEXT, "data": _ADDRESS},
    )
    return _object(
        "All publications and withdrawals.",
        {
            **_format("publications/v1"),
            "changes": {**_ADDRESS, "description": "The address of the change feed."},
            "publications": _list_of(publication, "The oldest first."),
            "withdrawals": _list_of(withdrawal, "The oldest first."),
        },
    )


def _state() -> Schema:
    record = _object(
        "A version that was valid.",
        {
            "id": _ID,
            "type": _KIND,
            "version": _NUMBER,
            "hash": _HASH,
            "class": {**_CLASS, "description": "The class of the change that made this version."},
            "publication": {**_NAME, "description": "The publication that gave it."},
            "data": {**_ADDRESS, "description": "Its data; after a withdrawal, what that left of it."},
            "page": {**_ADDRESS, "description": "Its page, which stays."},
        },
        {"withdrawal": {**_NAME, "description": "The last withdrawal that took words from it."}},
    )
    return _object(
        "Everything that was valid with one publication.",
        {
            **_format("state/v1"),
            "publication": _NAME,
            "number": _NUMBER,
            "date": _DATE,
            "hash": _HASH,
            "root": _HASH,
            "records": _list_of(record, "In order of id."),
        },
    )


def _change() -> Schema:
    def line(operation: str, description: str, required: Schema, optional: Schema | None = None) -> Schema:
        head = {**_format("change/v1"), "sequence": _NUMBER, "operation": {"const": operation}}
        return _object(description, {**head, **required}, optional)

    record = {"id": _ID, "type": _KIND, "version": _NUMBER}
    published = {**record, "class": _CLASS, "publication": _NAME, "date": _DATE}
    stored = {"hash": _HASH, "data": {**_ADDRESS, "description": "The stored version; after a withdrawal a tombstone."}}
    note = {"note": {**_TEXT, "description": "What changed and why."}}
    away = {"away_since": {**_NAME, "description": "The publication that ended the record, which comes back now."}}
    told = {**note, "proven": _PROVEN}
    renamed = {"renamed_from": {**_ID, "description": "The id of the record before. There is nothing under it now."}}
    taken = {
        "publication": {**_NAME, "description": "The publication whose words were taken."},
        "date": {**_DATE, "description": "The date of the withdrawal."},
        "withdrawal": _NAME,
        "ground": _TEXT,
        "decision": _TEXT,
        "fields": {**_FIELDS, "description": "The fields from which words were taken."},
        "address": {**_ADDRESS, "description": "Where the words stood: a tombstone now."},
        "data": {**_ADDRESS, "description": "What the withdrawal left of it."},
    }
    return {
        "description": "A line of the change feed. Numbers are never used again.",
        "oneOf": [
            line("put", "A record gets this version.", {**published, **stored}, {**told, **away}),
            line(
                "rename",
                "A record gets another id, and this version.",
                {**published, **renamed, **stored},
                {**note, "proven": _PROVEN},
            ),
            line("end", "A record is there no more; `version` is its last.", published, note),
            line("withdraw", "Words are taken. No state changes by it.", taken, {**record, "hash": _HASH}),
        ],
    }


def _tombstone() -> Schema:
    withdrawal = _object(
        "A withdrawal that took words from it.",
        {"name": _NAME, "date": _DATE, "ground": _TEXT, "decision": _TEXT, "fields": _FIELDS},
    )
    return _object(
        "What answers where a file stood before words were withdrawn from it.",
        {
            **_format("tombstone/v1"),
            "publication": {**_NAME, "description": "The publication to which the file belonged."},
            "hash": {**_HASH, "description": "SHA-256 of the file as it was published."},
            "data": {**_ADDRESS, "description": "What was left of it."},
            "withdrawals": _list_of(withdrawal, "The oldest first."),
        },
        {"type": _KIND, "id": _ID, "version": _NUMBER},
    )


def _quotations() -> Schema:
    publication = _object("A publication.", {"number": _NUMBER, "date": _DATE})
    count = {"type": "integer", "minimum": 0}
    part = _object("A file, with the number of the first that it holds.", {"from": count, "file": _ADDRESS})
    index = _object(
        "The index.",
        {
            **_format("quotations/v2"),
            "publications": _list_of(publication, "The oldest first."),
            "dictionary": {**_ADDRESS, "description": "The file with all words."},
            "words": _list_of(part, "The files that say on which lines each word stands."),
            "lines": _list_of(part, "The files with all lines, each once."),
            "pages": _list_of(part, "The files with all pages."),
        },
    )
    words = {**_TEXT, "description": "All words with a space between them: the first has the number 0."}
    dictionary = _object("All words.", {**_format("quotations/v2"), "words": words})
    lines = _list_of(_TEXT, "Packed numbers: for each word the lines on which it stands; or the lines themselves.")
    return {
        "description": "The words in which quotations are looked up. docs/data/citaat.md tells how numbers are packed.",
        "oneOf": [
            index,
            dictionary,
            _object("Lines.", {**_format("quotations/v2"), "lines": lines}),
            _object("Pages.", {**_format("quotations/v2"), "pages": _list_of(_quoted_page(), "In order of number.")}),
        ],
    }


def _quoted_page() -> Schema:
    edition = _object(
        "A page as it stands somewhere.",
        {"lines": {**_TEXT, "description": "Packed steps to the numbers of its lines."}},
        {
            "address": {**_ADDRESS, "description": "Where it stands. Left out where that is the address of the page."},
            "from": {**_NUMBER, "description": "The number of the publication from which the page said this."},
            "to": {**_NUMBER, "description": "The number of the last publication with which the page said this."},
        },
    )
    return _object(
        "A page.",
        {"title": _TEXT, "address": _ADDRESS, "editions": _list_of(edition, "That of now first, then the newest.")},
    )


def _silence() -> Schema:
    partial = {**_TEXT, "pattern": f"^{DATE_FORM}$"}
    gap = _object(
        "Something of which nothing was found. That does not say that there was nothing.",
        {
            "id": {**_TEXT, "description": "Stays the same while the gap is there; its place on the page of all gaps."},
            "kind": {"enum": list(get_args(GapKind)), "description": "The rule by which it is a gap."},
            "about": {**_ID, "description": "The id of the record, or of a part of one, that it is about."},
            "missing": {**_TEXT, "description": "What was not found."},
            "since": _or_null(partial, "Since when: a year, month or day. Null where that is not known."),
            "since_at_latest": {"type": "boolean", "description": "Whether it may have been there before `since`."},
            "until": _or_null(partial, "The last month, of a stretch of months that came to an end."),
            "closing": {**_TEXT, "description": "The kind of source that would close it."},
            "address": {**_ADDRESS, "description": "Where the gap has its place."},
            "page": {**_ADDRESS, "description": "Where what it is about stands."},
        },
    )
    return _object(
        "All gaps on a day, worked out by rule from the records.",
        {**_format("silence/v1"), "as_of": _DATE, "gaps": _list_of(gap, "Kind by kind.")},
    )
