"""The files of the ledger: what each holds, byte by byte. A hash is always SHA-256 over the bytes of a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from types import UnionType
from typing import Any, get_args

import rfc8785

from lrt_site.export import v1
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Change, ChangeClass, Publication, Withdrawal, WithdrawnFile
from lrt_site.model.register import Record

ENTRY = "publication.json"
NOTES = "notes.json"
SIGNATURE = "publication.json.sig"
WITHDRAWALS = "withdrawals"
WITHDRAWAL = "withdrawal.json"
SIGNERS = "allowed_signers"

_ENTRY_FORMAT = "publication/v1"
_NOTES_FORMAT = "notes/v1"
_WITHDRAWAL_FORMAT = "withdrawal/v1"

_ENTRY_FORMS = {
    "number": int, "name": str, "date": str, "previous": str | None, "root": str, "notes": str, "signer": str | None,
    "withdrawals": dict, "changes": list, "added": list, "gone": list, "editions": list | None,
}  # fmt: skip
_CHANGE_FORMS = {
    "class": str, "type": str, "id": str, "version": int, "hash": str | None, "renamed_from": str | None,
    "fields": list | None, "proven": list | None,
}  # fmt: skip
_NOTES_FORMS = {"title": str, "note": str, "notes": dict}
_WITHDRAWAL_FORMS = {"name": str, "date": str, "record": str, "ground": str, "decision": str, "files": list}

Fields = Mapping[str, Any]


class UnreadableError(ValueError):
    """A file of the ledger that does not have the form it should have."""


def hash_of(data: bytes) -> str:
    """SHA-256 in hexadecimal, as `sha256sum` prints it."""
    return sha256(data).hexdigest()


def version_bytes(record: Record, salt: str) -> bytes:
    """A stored version: RFC 8785 canonical JSON of the published record and its salt.

    The salt makes that the hash, which stays after a withdrawal, cannot confirm a guess at what was withdrawn.
    """
    return rfc8785.dumps({**v1.to_v1(record), "salt": salt})


def withdrawn_bytes(record: Record, withdrawal: str) -> bytes:
    """What stands in the place of a version after a withdrawal: the record without the words, and without its salt."""
    return rfc8785.dumps({**v1.to_v1(record), "withdrawal": withdrawal})


def record_in(data: bytes, roads: Mapping[str, v1.Road] = v1.ROADS) -> Record:
    """The record of a stored version, in whatever format it was stored."""
    fields = fields_in(data)
    try:
        return v1.from_v1({key: value for key, value in fields.items() if key not in ("salt", "withdrawal")}, roads)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


def fields_in(data: bytes) -> dict[str, Any]:
    """The fields of a JSON file that holds one object."""
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error
    if not isinstance(fields, dict):
        raise UnreadableError("no object")
    return fields


def notes_bytes(salt: str, title: str, note: str, notes: Mapping[str, str]) -> bytes:
    """The words of a publication. They stand apart from its entry, so that they can be withdrawn as well."""
    return _notes({"salt": salt}, title, note, notes)


def withdrawn_notes_bytes(withdrawal: str, title: str, note: str, notes: Mapping[str, str]) -> bytes:
    """What stands in the place of the words of a publication after a withdrawal: the rest of them, without the salt."""
    return _notes({"withdrawal": withdrawal}, title, note, notes)


def entry_bytes(publication: Publication, notes: str, withdrawals: Mapping[str, str]) -> bytes:
    """The entry of a publication, one change a line. `notes` and `withdrawals` are hashes."""
    fields = {
        "format": _ENTRY_FORMAT,
        "number": publication.number,
        "name": publication.name,
        "date": publication.date.text,
        "previous": publication.previous,
        "root": publication.root,
        "notes": notes,
        **({"signer": publication.signer} if publication.signer else {}),
        "withdrawals": dict(withdrawals),
        "changes": [_change_fields(change) for change in publication.changes],
        "added": list(publication.added),
        "gone": list(publication.gone),
        **({} if publication.editions is None else {"editions": list(publication.editions)}),
    }
    return _laid_out(fields)


def publication_in(entry: bytes, notes: bytes) -> Publication:
    """The publication of an entry and its words."""
    fields, words = fields_in(entry), fields_in(notes)
    try:
        if fields["format"] != _ENTRY_FORMAT or words["format"] != _NOTES_FORMAT:
            raise ValueError("unknown format")
        _fit(fields, _ENTRY_FORMS)
        _fit(words, _NOTES_FORMS)
        return Publication(
            number=fields["number"],
            name=fields["name"],
            date=PartialDate(fields["date"]),
            title=words["title"],
            note=words["note"],
            changes=tuple(_change_in(one, words["notes"]) for one in fields["changes"]),
            added=_texts(fields["added"]),
            gone=_texts(fields["gone"]),
            editions=_texts(fields["editions"]) if "editions" in fields else None,
            withdrawals=tuple(fields["withdrawals"]),
            previous=fields["previous"],
            root=fields["root"],
            hash=hash_of(entry),
            signer=fields.get("signer"),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


def withdrawal_bytes(withdrawal: Withdrawal) -> bytes:
    """A withdrawal, one file a line."""
    return _laid_out(
        {
            "format": _WITHDRAWAL_FORMAT,
            "name": withdrawal.name,
            "date": withdrawal.date.text,
            "record": withdrawal.record,
            "ground": withdrawal.ground,
            "decision": withdrawal.decision,
            "files": [
                {"file": one.file, "hash": one.hash, "becomes": one.becomes, "extent": list(one.extent)}
                for one in withdrawal.files
            ],
        }
    )


def withdrawal_in(data: bytes) -> Withdrawal:
    """The withdrawal that a file records."""
    fields = fields_in(data)
    try:
        if fields["format"] != _WITHDRAWAL_FORMAT:
            raise ValueError("unknown format")
        _fit(fields, _WITHDRAWAL_FORMS)
        return Withdrawal(
            name=fields["name"],
            date=PartialDate(fields["date"]),
            record=fields["record"],
            ground=fields["ground"],
            decision=fields["decision"],
            files=tuple(_withdrawn_file(one) for one in fields["files"]),
        )
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


def _withdrawn_file(fields: Fields) -> WithdrawnFile:
    _fit(fields, {"file": str, "hash": str, "becomes": str, "extent": list})
    return WithdrawnFile(
        file=fields["file"], hash=fields["hash"], becomes=fields["becomes"], extent=_texts(fields["extent"])
    )


def _notes(first: Fields, title: str, note: str, notes: Mapping[str, str]) -> bytes:
    words = {"title": title, "note": note, "notes": dict(sorted(notes.items()))}
    return _laid_out({"format": _NOTES_FORMAT, **first, **words})


def _change_fields(change: Change) -> Fields:
    return {
        "class": change.change,
        "type": change.type,
        "id": change.id,
        "version": change.version,
        **({"renamed_from": change.renamed_from} if change.renamed_from else {}),
        **({"fields": list(change.fields)} if change.fields else {}),
        **({"proven": list(change.proven)} if change.proven else {}),
        "hash": change.hash,
    }


def _change_in(fields: Fields, notes: Mapping[str, str]) -> Change:
    _fit(fields, _CHANGE_FORMS)
    if fields["class"] not in get_args(ChangeClass):
        raise UnreadableError(f"class: {fields['class']}")
    return Change(
        id=fields["id"],
        type=fields["type"],
        version=fields["version"],
        hash=fields["hash"],
        change=fields["class"],
        fields=_texts(fields.get("fields") or ()),
        renamed_from=fields.get("renamed_from"),
        note=notes.get(fields["id"]),
        proven=_texts(fields.get("proven") or ()),
    )


def _fit(fields: Fields, forms: Mapping[str, type | UnionType]) -> None:
    """Refuse fields with a value of another form than the format has. Those that may be absent may be null."""
    for name, form in forms.items():
        value = fields.get(name)
        if isinstance(value, bool) or not isinstance(value, form):
            raise UnreadableError(f"{name}: {value!r}")
        if isinstance(value, dict) and not all(isinstance(one, str) for one in value.values()):
            raise UnreadableError(f"{name}: no texts")


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    texts = tuple(value for value in values if isinstance(value, str))
    if texts != tuple(values):
        raise UnreadableError("no texts")
    return texts


def _laid_out(fields: Fields) -> bytes:
    """JSON with each field, and each item of a list or a mapping, on a line of its own: people read its differences."""
    rows = (f"  {_text(key)}: {_block(value)}" for key, value in fields.items())
    return ("{\n" + ",\n".join(rows) + "\n}\n").encode()


def _block(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {_text(one)}" for one in value) + "\n  ]"
    if isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"    {_text(key)}: {_text(one)}" for key, one in value.items()) + "\n  }"
    return _text(value)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
