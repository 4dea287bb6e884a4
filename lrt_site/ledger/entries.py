"""The entries of the ledger: of a publication, with one change a line, and of a withdrawal, with one file a line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import UnionType
from typing import get_args

from lrt_site.ledger.stored import NOTES_FORMATS, Fields, UnreadableError, fields_in, hash_of, laid_out
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Change, ChangeClass, Publication, Withdrawal, WithdrawnFile
from lrt_site.model.register import KINDS

_ID = re.compile("[A-Za-z0-9][A-Za-z0-9-]{0,99}")
_HASH = re.compile("[0-9a-f]{64}")

_ENTRY_FORMATS = ("publication/v1", "publication/v2")
_WITHDRAWAL_FORMATS = ("withdrawal/v1", "withdrawal/v2")

_ENTRY_FORMS = {
    "number": int, "name": str, "date": str, "sealed": str | None, "previous": str | None, "root": str, "notes": str,
    "signer": str | None, "signers": str | None, "withdrawals": dict, "changes": list, "added": list, "gone": list,
    "editions": list | None,
}  # fmt: skip
_NOTES_FORMS = {"title": str, "note": str, "date_note": str | None, "notes": dict}
_CHANGE_FORMS = {
    "class": str, "type": str, "id": str, "version": int, "hash": str | None, "renamed_from": str | None,
    "fields": list | None, "proven": list | None,
}  # fmt: skip
_WITHDRAWAL_FORMS = {
    "name": str, "date": str, "record": str, "ground": str, "decision": str, "files": list, "sealed": str | None,
    "after": str | None, "scope": str | None, "left": str | None, "content": str | None, "draft": str | None,
    "repeats": list | None, "signer": str | None,
}  # fmt: skip
_FILE_FORMS = {"file": str, "hash": str, "becomes": str, "joined": list | None, "extent": list}


def entry_bytes(
    publication: Publication, notes: str, withdrawals: Mapping[str, str], signers: str | None = None
) -> bytes:
    """The entry of a publication, one change a line.

    `notes` and `withdrawals` are hashes, and so is `signers`: that of the list of who may sign, where it is signed.
    """
    told = publication.proves_fields
    fields = {
        "format": _ENTRY_FORMATS[told],
        "number": publication.number,
        "name": publication.name,
        "date": publication.date.text,
        **({"sealed": publication.sealed.text} if publication.sealed else {}),
        "previous": publication.previous,
        "root": publication.root,
        "notes": notes,
        **({"signer": publication.signer} if publication.signer else {}),
        **({"signers": signers} if signers else {}),
        "withdrawals": dict(withdrawals),
        "changes": [_change_fields(change) for change in publication.changes],
        "added": list(publication.added),
        "gone": list(publication.gone),
        **({} if publication.editions is None else {"editions": list(publication.editions)}),
    }
    return laid_out(fields)


def publication_in(entry: bytes, notes: bytes) -> Publication:
    """The publication of an entry and its words."""
    fields, words = fields_in(entry), fields_in(notes)
    try:
        form = _ENTRY_FORMATS.index(fields["format"])
        if words["format"] != NOTES_FORMATS[form]:
            raise UnreadableError("notes of another format")
        _fit(fields, _ENTRY_FORMS)
        _fit(words, _NOTES_FORMS)
        _hashes(fields["root"], fields["notes"], *filter(None, (fields["previous"], fields.get("signers"))))
        _hashes(*fields["withdrawals"].values())
        if bool(fields.get("sealed")) != bool(form) or (form == 0 and "signers" in fields):
            raise UnreadableError("a field of another format")
        publication = Publication(
            number=fields["number"],
            name=fields["name"],
            date=PartialDate(fields["date"]),
            sealed=PartialDate(fields["sealed"]) if fields.get("sealed") else None,
            title=words["title"],
            note=words["note"],
            date_note=words.get("date_note"),
            changes=tuple(_change_in(one, words["notes"]) for one in fields["changes"]),
            added=_addresses(fields["added"]),
            gone=_addresses(fields["gone"]),
            editions=_addresses(fields["editions"]) if "editions" in fields else None,
            withdrawals=tuple(fields["withdrawals"]),
            previous=fields["previous"],
            root=fields["root"],
            hash=hash_of(entry),
            signer=fields.get("signer"),
            proves_fields=bool(form),
        )
        if form == 0 and publication.date_note is not None:
            raise UnreadableError("a field of another format")
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(str(error)) from error
    if entry_bytes(publication, fields["notes"], fields["withdrawals"], fields.get("signers")) != entry:
        raise UnreadableError("not as it was written")
    return publication


def withdrawal_bytes(withdrawal: Withdrawal) -> bytes:
    """A withdrawal, one file a line."""
    made = withdrawal
    second = {
        "sealed": made.sealed.text if made.sealed else None,
        "after": made.after,
        "scope": "record" if made.whole else "words",
        "left": made.left,
        "content": made.content,
        "draft": made.draft,
        **({"repeats": list(made.repeats)} if made.repeats else {}),
        **({"signer": made.signer} if made.signer else {}),
    }
    return laid_out(
        {
            "format": _WITHDRAWAL_FORMATS[made.after is not None],
            "name": made.name,
            "date": made.date.text,
            "record": made.record,
            "ground": made.ground,
            "decision": made.decision,
            **(second if made.after else {}),
            "files": [
                {
                    "file": one.file,
                    "hash": one.hash,
                    **({"joined": list(one.joined)} if one.joined else {}),
                    "becomes": one.becomes,
                    "extent": list(one.extent),
                }
                for one in made.files
            ],
        }
    )


def withdrawal_in(data: bytes) -> Withdrawal:
    """The withdrawal that a file records."""
    fields = fields_in(data)
    try:
        form = _WITHDRAWAL_FORMATS.index(fields["format"])
        _fit(fields, _WITHDRAWAL_FORMS)
        withdrawal = Withdrawal(
            name=fields["name"],
            date=PartialDate(fields["date"]),
            record=fields["record"],
            ground=fields["ground"],
            decision=fields["decision"],
            sealed=PartialDate(fields["sealed"]) if form else None,
            after=fields["after"] if form else None,
            whole=fields.get("scope") == "record",
            left=fields.get("left"),
            content=fields.get("content"),
            draft=fields.get("draft"),
            repeats=_texts(fields.get("repeats") or ()),
            signer=fields.get("signer"),
            files=tuple(_withdrawn_file(one) for one in fields["files"]),
        )
        _hashes(*filter(None, (withdrawal.after, withdrawal.left, withdrawal.content, withdrawal.draft)))
        searched = withdrawal.left is not None and withdrawal.content is not None
        if form and not searched and not any(one.joined for one in withdrawal.files):
            raise UnreadableError("a withdrawal without a search")
        if len({one.file for one in withdrawal.files}) != len(withdrawal.files):
            raise UnreadableError("a file that stands there twice")
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(str(error)) from error
    if withdrawal_bytes(withdrawal) != data:
        raise UnreadableError("not as it was written")
    return withdrawal


def _withdrawn_file(fields: Fields) -> WithdrawnFile:
    _fit(fields, _FILE_FORMS)
    _hashes(fields["hash"], fields["becomes"], *(fields.get("joined") or ()))
    return WithdrawnFile(
        file=fields["file"],
        hash=fields["hash"],
        joined=_texts(fields.get("joined") or ()),
        becomes=fields["becomes"],
        extent=_texts(fields["extent"]),
    )


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
    if fields["class"] not in get_args(ChangeClass) or fields["type"] not in KINDS or fields["version"] < 1:
        raise UnreadableError(f"class: {fields['class']}")
    if not all(_ID.fullmatch(one) for one in (fields["id"], fields.get("renamed_from") or fields["id"])):
        raise UnreadableError(f"id: {fields['id']}")
    if fields["hash"] is not None:
        _hashes(fields["hash"])
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
    if not isinstance(fields, dict):
        raise UnreadableError("no object")
    for name, form in forms.items():
        value = fields.get(name)
        if isinstance(value, bool) or not isinstance(value, form):
            raise UnreadableError(f"{name}: {value!r}")
        if isinstance(value, dict) and not all(isinstance(one, str) for one in value.values()):
            raise UnreadableError(f"{name}: no texts")


def _hashes(*values: object) -> None:
    """Refuse what is no SHA-256 in hexadecimal."""
    if not all(isinstance(value, str) and _HASH.fullmatch(value) for value in values):
        raise UnreadableError("no hash")


def _addresses(values: Sequence[object]) -> tuple[str, ...]:
    addresses = _texts(values)
    if not all(one.startswith("/") and ".." not in one and one.isprintable() for one in addresses):
        raise UnreadableError("no addresses")
    return addresses


def _texts(values: Sequence[object]) -> tuple[str, ...]:
    texts = tuple(value for value in values if isinstance(value, str))
    if texts != tuple(values):
        raise UnreadableError("no texts")
    return texts
