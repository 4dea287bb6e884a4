"""A file of the ledger is read only where it has the form that its type gives, and is written as that says."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from lrt_site.ledger import entries, signing
from lrt_site.ledger.stored import UnreadableError, laid_out, notes_bytes

Fields = dict[str, Any]

HASH, OTHER = "a" * 64, "b" * 64
NOTES = notes_bytes("0" * 32, "Fictieve publicatie", "Er is iets nieuws.", {"m-1": "Het verslag is er."})
CHANGE: Fields = {
    "class": "tekstueel",
    "type": "meeting",
    "id": "m-1",
    "version": 2,
    "renamed_from": "m-0",
    "fields": ["body"],
    "proven": ["spaties"],
    "hash": HASH,
}
PUBLICATION: Fields = {
    "format": "publication/v2",
    "number": 2,
    "name": "2026-03-02-2",
    "date": "2026-03-02",
    "sealed": "2026-03-02",
    "previous": HASH,
    "root": HASH,
    "notes": HASH,
    "signer": "anna@fictief.example",
    "signers": OTHER,
    "withdrawals": {"2026-03-01-1-abcdef": HASH},
    "changes": [CHANGE],
    "added": ["/vergaderingen/"],
    "gone": [],
    "editions": ["/"],
}
WITHDRAWN: Fields = {
    "file": "2026-03-01/records/m-1.json",
    "hash": HASH,
    "joined": [OTHER],
    "becomes": OTHER,
    "extent": ["body"],
}
WITHDRAWAL: Fields = {
    "format": "withdrawal/v2",
    "name": "2026-03-02-1-abcdef",
    "date": "2026-03-02",
    "record": "m-1",
    "ground": "een fictieve grond",
    "decision": "een fictief besluit",
    "sealed": "2026-03-02",
    "after": HASH,
    "scope": "words",
    "left": None,
    "content": HASH,
    "draft": None,
    "repeats": ["2026-03-01-1-abcdef"],
    "signer": "anna@fictief.example",
    "files": [WITHDRAWN],
}
HANDOVER: Fields = {
    "format": "handover/v1",
    "name": "2026-03-02-1-abcdef",
    "date": "2026-03-02",
    "after": HASH,
    "former": HASH,
    "becomes": OTHER,
    "signer": "anna@fictief.example",
}

Read = Callable[[bytes], object]


def _publication_in(data: bytes) -> object:
    return entries.publication_in(data, NOTES)


FILES: Mapping[str, tuple[Fields, Read, set[str]]] = {
    "publication": (PUBLICATION, _publication_in, {"signer", "signers", "editions"}),
    "withdrawal": (WITHDRAWAL, entries.withdrawal_in, {"repeats", "signer"}),
    "handover": (HANDOVER, signing.handover_in, set()),
}
"""A file with all fields that it can have, what reads it, and the fields that may be absent."""

of_every_kind = pytest.mark.parametrize("kind", FILES)


@of_every_kind
def test_a_file_with_every_field_is_read(kind: str) -> None:
    fields, read, _ = FILES[kind]
    read(laid_out(fields))


def test_what_was_read_is_written_the_same() -> None:
    publication = entries.publication_in(laid_out(PUBLICATION), NOTES)
    withdrawal = entries.withdrawal_in(laid_out(WITHDRAWAL))
    written = entries.entry_bytes(publication, HASH, PUBLICATION["withdrawals"], OTHER)
    assert (written, entries.withdrawal_bytes(withdrawal)) == (laid_out(PUBLICATION), laid_out(WITHDRAWAL))


@of_every_kind
def test_a_file_that_lacks_a_field_is_unreadable(kind: str) -> None:
    fields, read, optional = FILES[kind]
    for absent in fields:
        lacking = laid_out({name: value for name, value in fields.items() if name != absent})
        if absent in optional:
            read(lacking)
        else:
            with pytest.raises(UnreadableError):
                read(lacking)


@of_every_kind
def test_a_file_with_a_field_that_its_kind_does_not_have_is_unreadable(kind: str) -> None:
    fields, read, _ = FILES[kind]
    with pytest.raises(UnreadableError):
        read(laid_out({**fields, "pepper": HASH}))


@of_every_kind
@pytest.mark.parametrize("value", [None, "", 7, True, [], {}, "x", ["x"], [7], {"x": 7}])
def test_a_value_of_another_form_is_unreadable(kind: str, value: object) -> None:
    fields, read, _ = FILES[kind]
    free = {"name", "record", "ground", "decision", "signer", "number", "scope", "repeats"}
    for name in fields.keys() - free:
        fitting = (name in ("left", "content", "draft", "previous") and value is None) or (
            (name, value) in (("added", []), ("gone", []), ("editions", []), ("changes", []), ("withdrawals", {}))
        )
        if not fitting and value != fields[name]:
            with pytest.raises(UnreadableError):
                read(laid_out({**fields, name: value}))


@pytest.mark.parametrize(
    "changed",
    [
        {"class": "onbekend"},
        {"type": "onbekend"},
        {"id": "../m-1"},
        {"version": 0},
        {"version": True},
        {"hash": HASH.upper()},
        {"hash": f"{HASH}\n"},
        {"fields": []},
        {"fields": "body"},
        {"renamed_from": None},
        {"pepper": "x"},
    ],
)
def test_a_change_of_another_form_makes_its_publication_unreadable(changed: Fields) -> None:
    with pytest.raises(UnreadableError):
        _publication_in(laid_out({**PUBLICATION, "changes": [{**CHANGE, **changed}]}))


def test_the_first_format_has_no_field_of_the_second() -> None:
    second = ("sealed", "after", "scope", "left", "content", "draft", "repeats", "signer")
    first = {name: value for name, value in WITHDRAWAL.items() if name not in second} | {"format": "withdrawal/v1"}
    assert entries.withdrawal_in(laid_out(first)).after is None
    for name in second:
        for value in (WITHDRAWAL[name], None):
            mixed = {**first, name: value}
            in_order = {field: mixed[field] for field in WITHDRAWAL if field in mixed}
            with pytest.raises(UnreadableError):
                entries.withdrawal_in(laid_out(in_order))


def test_notes_have_their_fields_in_one_order() -> None:
    told = notes_bytes("0" * 32, "Titel", "Nieuw.", {"m-2": "b", "m-1": "a"}, "Later verzegeld.")
    assert list(json.loads(told)) == ["format", "salt", "title", "note", "date_note", "notes"]
    assert list(json.loads(told)["notes"]) == ["m-1", "m-2"]
