"""JSON Schemas of the ledger, and of what the site makes from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from lrt_site.differences import PROOFS
from lrt_site.export.json_schema import DIALECT, SALTS, STORED, Schema
from lrt_site.export.schema_parts import (
    ADDRESS,
    DATE,
    ID,
    KIND,
    NAME,
    NUMBER,
    TEXT,
    format_of,
    list_of,
    named,
    object_of,
    or_null,
)
from lrt_site.model.publications import ChangeClass

_HASH: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256, in hexadecimal."}
_CLASS: Schema = {"enum": list(get_args(ChangeClass)), "description": "The class of the change, as computed."}
_PROVEN: Schema = {
    "type": "array",
    "items": {"enum": list(PROOFS)},
    "description": "Of a change of class `tekstueel`: in what alone the versions differ. Earlier entries have none.",
}
_EDITIONS = (
    "Addresses of pages that say other words with it, besides those of records with a new version, and of "
    "half-year packs. Absent in publications from before editions were recorded."
)
_SCHEMAS = (
    "The schemas of files that name none themselves, by their format. For `{type}` fill in what the file says there."
)
_FIELDS: Schema = {"type": "array", "items": TEXT}
_ADDRESSES: Schema = {"type": "array", "items": ADDRESS}


def schemas() -> Mapping[str, Schema]:
    """The schema of every kind of file, by name."""
    made = {
        "publication": _publication(),
        "notes": _notes(),
        "withdrawal": _withdrawal(),
        "handover": _handover(),
        "publications": _publications(),
        "state": _state(),
        "change": _change(),
        "tombstone": _tombstone(),
    }
    return {name: {"$schema": DIALECT, **schema} for name, schema in made.items()}


def _change_in_entry() -> Schema:
    return object_of(
        "What the publication did to one record.",
        {
            "class": _CLASS,
            "type": KIND,
            "id": ID,
            "version": {**NUMBER, "description": "The number of the version; where a record ended, of its last one."},
            "hash": or_null(
                _HASH,
                "SHA-256 of the stored version; in the second format the one hash over the salted hashes of all its "
                "values. Null where the record ended.",
            ),
        },
        {
            "renamed_from": {**ID, "description": "The id of the record before."},
            "fields": {**_FIELDS, "description": "The fields that differ from the version before."},
            "proven": _PROVEN,
        },
    )


def _publication() -> Schema:
    return object_of(
        "A publication. SHA-256 of the bytes of this file is the hash of the publication.",
        {
            **format_of("publication/v1", "publication/v2"),
            "number": NUMBER,
            "name": NAME,
            "date": DATE,
            "previous": or_null(_HASH, "The hash of the publication before; null in the first."),
            "root": {
                **_HASH,
                "description": "SHA-256 of SHA256SUMS: all versions that are valid with it. In the second "
                "format of the canonical JSON of an object with the hash of each of these by id.",
            },
            "notes": {
                **_HASH,
                "description": "SHA-256 of notes.json as it was published; in the second format the one hash "
                "over the salted hashes of all that it holds.",
            },
            "withdrawals": {
                "type": "object",
                "propertyNames": NAME,
                "additionalProperties": _HASH,
                "description": "The withdrawals since the publication before, each with the hash of withdrawal.json.",
            },
            "changes": list_of(_change_in_entry(), "In order of class, kind and id."),
            "added": {**_ADDRESSES, "description": "Addresses of pages that were not there before."},
            "gone": {**_ADDRESSES, "description": "Addresses of pages that are not made any more."},
        },
        {
            "sealed": {**DATE, "description": "The day on which it was sealed. Absent in the first format."},
            "signer": {**TEXT, "description": "Who signed it, as in allowed_signers."},
            "signers": {**_HASH, "description": "SHA-256 of the list of who might sign then."},
            "editions": {**_ADDRESSES, "description": _EDITIONS},
        },
    )


def _notes() -> Schema:
    return {
        **object_of(
            "The words of a publication.",
            {
                **format_of("notes/v1", "notes/v2"),
                "title": TEXT,
                "note": TEXT,
                "notes": {
                    "type": "object",
                    "additionalProperties": TEXT,
                    "description": "What changed and why, by the id of the record.",
                },
            },
            {"date_note": {**TEXT, "description": "Why its date is before the day of sealing."}, **STORED},
        ),
        "$defs": SALTS,
        "oneOf": [{"required": ["salt"]}, {"required": ["withdrawal"]}],
    }


def _withdrawal() -> Schema:
    return object_of(
        "Words that were taken back.",
        {
            **format_of("withdrawal/v1", "withdrawal/v2"),
            "name": NAME,
            "date": DATE,
            "record": {**ID, "description": "The id of the record that it is about."},
            "ground": TEXT,
            "decision": TEXT,
            "files": list_of(_withdrawn_file(), "All files that held the words."),
        },
        {
            "sealed": {**DATE, "description": "The day of making."},
            "after": {**_HASH, "description": "The hash of the publication that was the last then."},
            "scope": {
                "enum": ["words", "record"],
                "description": "Words wherever they stood, or all text of a record.",
            },
            "left": or_null(_HASH, "A hash of what editors had then in the fields from which words were taken."),
            "content": or_null(_HASH, "A hash of all that editors had then."),
            "draft": or_null(_HASH, "A hash of the words of the draft that lay there then."),
            "repeats": {"type": "array", "items": NAME, "description": "Withdrawals of the same words before it."},
            "signer": {**TEXT, "description": "Who signed it, as in the list of who might sign then."},
        },
    )


def _withdrawn_file() -> Schema:
    was = "The hash it was sealed with; after an earlier withdrawal, SHA-256 of what that left."
    joined = "SHA-256 of more files in whose place it stands: those of withdrawals on other branches."
    return object_of(
        "A file whose words were taken.",
        {
            "file": {**TEXT, "description": "Its path in the ledger."},
            "hash": {**_HASH, "description": was},
            "becomes": {**_HASH, "description": "SHA-256 of the file in its place."},
            "extent": {**_FIELDS, "description": "The fields from which words were taken."},
        },
        {"joined": {"type": "array", "items": _HASH, "description": joined}},
    )


def _handover() -> Schema:
    return object_of(
        "A new list of who may sign, signed under the list before it.",
        {
            **format_of("handover/v1"),
            "name": NAME,
            "date": DATE,
            "after": {**_HASH, "description": "The hash of the publication that was the last then."},
            "former": {**_HASH, "description": "SHA-256 of the list before it."},
            "becomes": {**_HASH, "description": "SHA-256 of the new list."},
            "signer": {**TEXT, "description": "Who signed it."},
        },
    )


def _publications() -> Schema:
    files = object_of(
        "The address of every file of the publication.",
        {"entry": ADDRESS, "notes": ADDRESS, "state": ADDRESS},
        {"signature": ADDRESS, "sums": ADDRESS},
    )
    publication = object_of(
        "A publication.",
        {
            "number": NUMBER,
            "name": NAME,
            "date": DATE,
            "title": TEXT,
            "hash": _HASH,
            "previous": or_null(_HASH, "The hash of the publication before; null in the first."),
            "root": _HASH,
            "page": ADDRESS,
            "files": files,
        },
    )
    withdrawal = object_of(
        "A withdrawal.",
        {"name": NAME, "date": DATE, "record": ID, "ground": TEXT, "decision": TEXT, "data": ADDRESS},
        {"signature": ADDRESS},
    )
    return object_of(
        "All publications and withdrawals.",
        {
            **named("publications/v1"),
            "schemas": {"type": "object", "additionalProperties": ADDRESS, "description": _SCHEMAS},
            "changes": {**ADDRESS, "description": "The address of the change feed."},
            "publications": list_of(publication, "The oldest first."),
            "withdrawals": list_of(withdrawal, "The oldest first."),
            "handovers": {**_ADDRESSES, "description": "The files by which lists of who may sign follow each other."},
        },
        {"signers": {**ADDRESS, "description": "The first list of who may sign."}},
    )


def _state() -> Schema:
    record = object_of(
        "A version that was valid.",
        {
            "id": ID,
            "type": KIND,
            "version": NUMBER,
            "hash": _HASH,
            "class": {**_CLASS, "description": "The class of the change that made this version."},
            "publication": {**NAME, "description": "The publication that gave it."},
            "data": {**ADDRESS, "description": "Its data; after a withdrawal, what that left of it."},
            "page": {**ADDRESS, "description": "Its page, which stays."},
        },
        {"withdrawal": {**NAME, "description": "The last withdrawal that took words from it."}},
    )
    return object_of(
        "Everything that was valid with one publication.",
        {
            **named("state/v1"),
            "publication": NAME,
            "number": NUMBER,
            "date": DATE,
            "hash": _HASH,
            "root": _HASH,
            "records": list_of(record, "In order of id."),
        },
    )


def _change() -> Schema:
    def line(operation: str, description: str, required: Schema, optional: Schema | None = None) -> Schema:
        head = {**format_of("change/v1"), "sequence": NUMBER, "operation": {"const": operation}}
        return object_of(description, {**head, **required}, optional)

    record = {"id": ID, "type": KIND, "version": NUMBER}
    published = {**record, "class": _CLASS, "publication": NAME, "date": DATE}
    stored = {"hash": _HASH, "data": {**ADDRESS, "description": "The stored version; after a withdrawal a tombstone."}}
    note = {"note": {**TEXT, "description": "What changed and why."}}
    away = {"away_since": {**NAME, "description": "The publication that ended the record, which comes back now."}}
    told = {**note, "proven": _PROVEN}
    renamed = {"renamed_from": {**ID, "description": "The id of the record before. There is nothing under it now."}}
    taken = {
        "publication": {**NAME, "description": "The publication whose words were taken."},
        "date": {**DATE, "description": "The date of the withdrawal."},
        "withdrawal": NAME,
        "ground": TEXT,
        "decision": TEXT,
        "fields": {**_FIELDS, "description": "The fields from which words were taken."},
        "address": {**ADDRESS, "description": "Where the words stood: a tombstone now."},
        "data": {**ADDRESS, "description": "What the withdrawal left of it."},
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
    withdrawal = object_of(
        "A withdrawal that took words from it.",
        {"name": NAME, "date": DATE, "ground": TEXT, "decision": TEXT, "fields": _FIELDS},
    )
    return object_of(
        "What answers where a file stood before words were withdrawn from it.",
        {
            **named("tombstone/v1"),
            "publication": {**NAME, "description": "The publication to which the file belonged."},
            "hash": {**_HASH, "description": "SHA-256 of the file as it was published."},
            "data": {**ADDRESS, "description": "What was left of it."},
            "withdrawals": list_of(withdrawal, "The oldest first."),
        },
        {"type": KIND, "id": ID, "version": NUMBER},
    )
