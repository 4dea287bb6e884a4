"""The entry of a publication and the file of a withdrawal read back as written, or not at all."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from lrt_site.ledger.entries import entry_bytes, publication_in, withdrawal_bytes, withdrawal_in
from lrt_site.ledger.stored import UnreadableError, laid_out
from lrt_site.model.publications import Withdrawal, WithdrawnFile
from tests.builders import a_ledger, a_meeting, a_person, a_register, history_in, on

FILES = a_ledger(a_register(a_meeting()), a_register(a_meeting(date=on("2020-06-16")), a_person()))
LAST = history_in(FILES).last
ENTRY, NOTES = (FILES[f"{LAST.name}/{file}"] for file in ("publication.json", "notes.json"))
HASH, OTHER = "a" * 64, "b" * 64
WITHDRAWAL = Withdrawal(
    name="2026-05-01-1-f1c71e",
    date=on("2026-05-01"),
    record="p-fictief",
    ground="Recht",
    decision="Besluit 7",
    sealed=on("2026-05-01"),
    after=HASH,
    left=HASH,
    content=OTHER,
    files=(WithdrawnFile(file="2026-01-05/records/p-fictief.json", hash=HASH, becomes=OTHER, extent=("name",)),),
)


def with_fields(data: bytes, **changes: object) -> bytes:
    fields: Mapping[str, object] = json.loads(data)
    return laid_out({**fields, **changes})


def test_an_entry_reads_back_with_its_words() -> None:
    assert publication_in(ENTRY, NOTES) == LAST
    assert LAST.changes[0].note == "Waarom m-2020-06-15 anders is."


def test_an_entry_has_a_line_for_every_change() -> None:
    lines = [line for line in ENTRY.decode().splitlines() if '"class"' in line]
    assert [("m-2020-06-15" in line, "p-fictief" in line) for line in lines] == [(True, False), (False, True)]


@pytest.mark.parametrize(
    "changes",
    [
        {"number": "2"},
        {"number": True},
        {"date": "vandaag"},
        {"root": "kort"},
        {"previous": "A" * 64},
        {"format": "publication/v9"},
        {"added": ["geen adres"]},
        {"added": ["/a/../b/"]},
        {"withdrawals": {"2026-05-01": 3}},
        {"changes": [{"class": "onbekend", "type": "meeting", "id": "m-1", "version": 1, "hash": HASH}]},
        {"changes": [{"class": "nieuw", "type": "onbekend", "id": "m-1", "version": 1, "hash": HASH}]},
        {"changes": [{"class": "nieuw", "type": "meeting", "id": "../m", "version": 1, "hash": HASH}]},
        {"changes": [{"class": "nieuw", "type": "meeting", "id": "m-1", "version": 0, "hash": HASH}]},
        {"changes": [{"class": "nieuw", "type": "meeting", "id": "m-1", "version": 1, "hash": "kort"}]},
        {"extra": 1},
    ],
)
def test_an_entry_that_is_not_as_it_was_written_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        publication_in(with_fields(ENTRY, **changes), NOTES)


def test_an_entry_in_another_layout_or_with_words_of_another_format_is_refused() -> None:
    with pytest.raises(UnreadableError):
        publication_in(ENTRY.replace(b"\n", b" \n", 1), NOTES)
    with pytest.raises(UnreadableError):
        publication_in(ENTRY, with_fields(NOTES, format="notes/v9"))


def test_what_a_publication_does_not_have_is_not_in_its_entry() -> None:
    plain = json.loads(entry_bytes(replace(LAST, signer=None, editions=None), HASH, {}))
    assert not {"signer", "signers", "editions"} & plain.keys()
    full = json.loads(entry_bytes(replace(LAST, signer="redactie", editions=("/a/",)), HASH, {"w": OTHER}, OTHER))
    assert (full["signer"], full["signers"], full["editions"], full["withdrawals"]) == (
        "redactie",
        OTHER,
        ["/a/"],
        {"w": OTHER},
    )


@pytest.mark.parametrize(
    "withdrawal",
    [
        WITHDRAWAL,
        replace(WITHDRAWAL, whole=True, draft=HASH, repeats=("2026-04-01",), signer="redactie"),
        replace(WITHDRAWAL, left=None, content=None, files=(replace(WITHDRAWAL.files[0], joined=(OTHER,)),)),
        replace(WITHDRAWAL, sealed=None, after=None, left=None, content=None),
    ],
)
def test_a_withdrawal_reads_back_as_it_was(withdrawal: Withdrawal) -> None:
    assert withdrawal_in(withdrawal_bytes(withdrawal)) == withdrawal


@pytest.mark.parametrize(
    "changes",
    [
        {"after": "kort"},
        {"left": None},
        {"files": "geen lijst"},
        {"files": json.loads(withdrawal_bytes(WITHDRAWAL))["files"] * 2},
        {"ground": 3},
        {"format": "withdrawal/v9"},
        {"extra": 1},
    ],
)
def test_a_withdrawal_that_is_not_as_it_was_written_is_refused(changes: dict[str, object]) -> None:
    with pytest.raises(UnreadableError):
        withdrawal_in(with_fields(withdrawal_bytes(WITHDRAWAL), **changes))
