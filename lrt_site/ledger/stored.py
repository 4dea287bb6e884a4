"""The files of the ledger: what each holds, byte by byte.

The hash of an entry is SHA-256 over the bytes of its file, and so is that of a version or of notes in the first format.
Since the second format these two have a hash over the salted hashes of all that they hold, so that each can be proved
apart: see `proof`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any, TypeVar

import rfc8785

from lrt_site.export import v1
from lrt_site.export.file_types import fields_of, structured
from lrt_site.ledger import proof
from lrt_site.ledger.format import NotesFile
from lrt_site.model.register import Record

ENTRY = "publication.json"
NOTES = "notes.json"
SIGNATURE = "publication.json.sig"
WITHDRAWALS = "withdrawals"
WITHDRAWAL = "withdrawal.json"
WITHDRAWAL_SIGNATURE = "withdrawal.json.sig"
SIGNERS = "allowed_signers"

RECORD_FORMAT = "record/v2"
_PROVING = (RECORD_FORMAT, "notes/v2")
_APART = frozenset({"salt", "salts", "withdrawal"})
"""What stands beside the words of a file and is no part of them."""

_ESCAPED = re.compile(rb"\\u[dD]")
_SALT = re.compile("[0-9a-f]{32}")
_NOTES_ORDER = tuple(field.name for field in fields(NotesFile))

T = TypeVar("T")
Fields = Mapping[str, Any]


class UnreadableError(ValueError):
    """A file of the ledger that does not have the form it should have."""


def withdrawal_file(name: str) -> str:
    """The path in the ledger of what a withdrawal records."""
    return f"{WITHDRAWALS}/{name}/{WITHDRAWAL}"


def hash_of(data: bytes) -> str:
    """SHA-256 in hexadecimal, as `sha256sum` prints it."""
    return sha256(data).hexdigest()


def root_of(hashes: Mapping[str, str]) -> str:
    """The one hash over the hash of every version that is valid, by id: SHA-256 of its canonical JSON."""
    return hash_of(proof.simple_json(dict(hashes)))


def version_bytes(record: Record, salt: str) -> bytes:
    """A stored version: RFC 8785 canonical JSON of the published record and its salt.

    The salt makes that a hash, which stays after a withdrawal, cannot confirm a guess at what was withdrawn.
    """
    return rfc8785.dumps({**v1.to_v1(record), "format": RECORD_FORMAT, "salt": salt})


def withdrawn_bytes(before: bytes, record: Record, withdrawal: str) -> bytes:
    """What stands in the place of a version after a withdrawal: the record without the words, and what proves the rest.

    A version in the first format proves nothing more: it loses its salt.
    """
    fields = fields_in(before)
    if not proves_fields(fields):
        return rfc8785.dumps({**v1.to_v1(record), "withdrawal": withdrawal})
    after = {**v1.to_v1(record), "format": RECORD_FORMAT}
    return rfc8785.dumps(_withheld(fields, after, withdrawal))


def record_in(data: bytes, migrations: Mapping[str, v1.Migration] = v1.MIGRATIONS) -> Record:
    """The record of a stored version, in whatever format it was stored."""
    fields = fields_in(data)
    words: Fields = _words_of(fields)
    if proves_fields(fields):
        words = {**words, "format": v1.FORMAT}
    try:
        record = v1.from_v1(words, migrations)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
    if proves_fields(fields) and v1.to_v1(record) != words:
        raise UnreadableError("a value of another kind than its field has")
    return record


def fields_in(data: bytes) -> dict[str, Any]:
    """The fields of a JSON file that holds one object."""
    try:
        fields = json.loads(data)
        if _ESCAPED.search(data):
            json.dumps(fields, ensure_ascii=False).encode()  # half a sign is none
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
    if not isinstance(fields, dict):
        raise UnreadableError("no object")
    return fields


def file_in(kind: type[T], data: bytes) -> T:
    """The file of a type that bytes hold, in whatever layout."""
    try:
        return structured(kind, fields_in(data))
    except ValueError as error:
        raise UnreadableError(str(error)) from error


def file_bytes(file: object) -> bytes:
    """A file of one of our types, laid out for people."""
    return laid_out(fields_of(file))


def proves_fields(fields: Fields) -> bool:
    """Whether each value of a version, or of notes, can be proved apart."""
    return fields.get("format") in _PROVING


def is_whole(fields: Fields) -> bool:
    """Whether a version, or notes, are as they were sealed: with their salt, and without what a withdrawal leaves."""
    return _APART & fields.keys() == {"salt"}


def hash_in(data: bytes) -> str:
    """The hash that a version or notes were sealed with; of the first format only while nothing was withdrawn."""
    fields = fields_in(data)
    if not proves_fields(fields):
        return hash_of(data)
    try:
        if _written(fields) != data:
            raise UnreadableError("not as it was written")
        return proof.root_of(_words_of(fields), _salts_of(fields))
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


def taken_from(data: bytes) -> tuple[proof.Path, ...]:
    """The ways to all that was withdrawn from a version or from notes in the second format."""
    return tuple(proof.taken(fields_in(data).get("salts", {})))


def joined_bytes(first: bytes, second: bytes, words: Callable[[str, str], str], withdrawal: str) -> bytes:
    """What stands in the place of two files that two withdrawals left of one file: without what either took.

    `words` gives what is left of a text of which they left different things.
    """
    one, other = fields_in(first), fields_in(second)
    if not proves_fields(one):
        return _written({**_merged(_words_of(one), _words_of(other), words), "withdrawal": withdrawal})
    salts = _salts_of(one), _salts_of(other)
    after = proof.merged(_words_of(one), _words_of(other), salts, words)
    return _written({**after, "salts": proof.joined(*salts), "withdrawal": withdrawal})


def notes_bytes(salt: str, title: str, note: str, notes: Mapping[str, str], date_note: str | None = None) -> bytes:
    """The words of a publication. They stand apart from its entry, so that they can be withdrawn as well."""
    ordered = dict(sorted(notes.items()))
    return file_bytes(
        NotesFile(format="notes/v2", salt=salt, title=title, note=note, date_note=date_note or None, notes=ordered)
    )


def withdrawn_notes_bytes(before: bytes, words: Mapping[str, str], withdrawal: str) -> bytes:
    """What stands in the place of the words of a publication after a withdrawal: the rest of them.

    `words` are what is left, by the field in which they stand: `title`, `note`, `date_note`, `notes.m-1`.
    """
    fields = fields_in(before)
    notes = {at.removeprefix("notes."): text for at, text in sorted(words.items()) if at.startswith("notes.")}
    reason = {"date_note": words["date_note"]} if words.get("date_note") else {}
    after = {"title": words["title"], "note": words["note"], **reason, "notes": notes}
    if not proves_fields(fields):
        return laid_out({"format": fields["format"], "withdrawal": withdrawal, **after})
    return _written(_withheld(fields, {"format": fields["format"], **after}, withdrawal))


def _written(fields: Fields) -> bytes:
    """A version, or notes, as a file."""
    if not fields["format"].startswith("notes/"):
        return proof.simple_json(fields)
    ordered = {key: fields[key] for key in sorted(fields, key=_NOTES_ORDER.index)}
    inner = {key: dict(sorted(value.items())) for key, value in ordered.items() if isinstance(value, dict)}
    return laid_out({**ordered, **inner})


def _words_of(fields: Fields) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in _APART}


def _salts_of(fields: Fields) -> proof.Tree:
    if "salts" not in fields:
        if not _SALT.fullmatch(fields["salt"]):
            raise UnreadableError("salt")
        return proof.salts_of(_words_of(fields), fields["salt"])
    if "salt" in fields or not isinstance(fields["salts"], dict) or not proof.fit(fields["salts"]):
        raise UnreadableError("salts")
    return fields["salts"]


def _withheld(before: Fields, after: Fields, withdrawal: str) -> Fields:
    salts = proof.withheld(_words_of(before), after, _salts_of(before))
    return {**after, "salts": salts, "withdrawal": withdrawal}


def _merged(one: Any, other: Any, words: Callable[[str, str], str]) -> Any:
    if isinstance(one, dict):
        return {key: _merged(value, other[key], words) for key, value in one.items() if key in other}
    if isinstance(one, list):
        return [_merged(*both, words) for both in zip(one, other, strict=True)]
    return one if one == other else words(one, other)


def laid_out(fields: Fields) -> bytes:
    """JSON with each field, and each item of a list or a mapping, on a line of its own: people read its differences."""
    rows = (f"  {_text(key)}: {_block(value)}" for key, value in fields.items())
    return ("{\n" + ",\n".join(rows) + "\n}\n").encode()


def _block(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_text(item)}" for item in value) + "\n  ]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"    {_text(key)}: {_text(item)}" for key, item in value.items()) + "\n  }"
    return _text(value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
