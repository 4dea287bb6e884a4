"""The entries of the ledger: of a publication, with one change a line, and of a withdrawal, with one file a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lrt_site.ledger.format import ChangeEntry, NotesFile, PublicationFile, WithdrawalFile, WithdrawnFileEntry
from lrt_site.ledger.stored import UnreadableError, file_bytes, file_in, hash_of
from lrt_site.model.publications import Change, Publication, Withdrawal, WithdrawnFile


def entry_bytes(
    publication: Publication, notes: str, withdrawals: Mapping[str, str], signers: str | None = None
) -> bytes:
    """The entry of a publication, one change a line.

    `notes` and `withdrawals` are hashes, and so is `signers`: that of the list of who may sign, where it is signed.
    """
    return file_bytes(
        PublicationFile(
            format="publication/v2" if publication.proves_fields else "publication/v1",
            number=publication.number,
            name=publication.name,
            date=publication.date,
            sealed=publication.sealed,
            previous=publication.previous,
            root=publication.root,
            notes=notes,
            signer=publication.signer or None,
            signers=signers,
            withdrawals=withdrawals,
            changes=tuple(_entry_of(change) for change in publication.changes),
            added=publication.added,
            gone=publication.gone,
            editions=publication.editions,
        )
    )


def publication_in(entry: bytes, notes: bytes) -> Publication:
    """The publication of an entry and its words."""
    file, words = file_in(PublicationFile, entry), file_in(NotesFile, notes)
    second = file.format == "publication/v2"
    if words.format != ("notes/v2" if second else "notes/v1"):
        raise UnreadableError("notes of another format")
    if bool(file.sealed) != second or (not second and (file.signers or words.date_note is not None)):
        raise UnreadableError("a field of another format")
    publication = Publication(
        number=file.number,
        name=file.name,
        date=file.date,
        sealed=file.sealed,
        title=words.title,
        note=words.note,
        date_note=words.date_note,
        changes=tuple(_change_of(change, words.notes) for change in file.changes),
        added=file.added,
        gone=file.gone,
        editions=file.editions,
        withdrawals=tuple(file.withdrawals),
        previous=file.previous,
        root=file.root,
        hash=hash_of(entry),
        signer=file.signer,
        proves_fields=second,
    )
    if entry_bytes(publication, file.notes, file.withdrawals, file.signers) != entry:
        raise UnreadableError("not as it was written")
    return publication


def withdrawal_bytes(withdrawal: Withdrawal) -> bytes:
    """A withdrawal, one file a line."""
    first = WithdrawalFile(
        format="withdrawal/v1",
        name=withdrawal.name,
        date=withdrawal.date,
        record=withdrawal.record,
        ground=withdrawal.ground,
        decision=withdrawal.decision,
        files=tuple(
            WithdrawnFileEntry(
                file=file.file, hash=file.hash, joined=file.joined, becomes=file.becomes, extent=file.extent
            )
            for file in withdrawal.files
        ),
    )
    if withdrawal.after is None:
        return file_bytes(first)
    second = replace(
        first,
        format="withdrawal/v2",
        sealed=withdrawal.sealed,
        after=withdrawal.after,
        scope="record" if withdrawal.whole else "words",
        left=withdrawal.left,
        content=withdrawal.content,
        draft=withdrawal.draft,
        repeats=withdrawal.repeats,
        signer=withdrawal.signer or None,
    )
    return file_bytes(second)


def withdrawal_in(data: bytes) -> Withdrawal:
    """The withdrawal that a file records."""
    file = file_in(WithdrawalFile, data)
    withdrawal = Withdrawal(
        name=file.name,
        date=file.date,
        record=file.record,
        ground=file.ground,
        decision=file.decision,
        sealed=file.sealed,
        after=file.after,
        whole=file.scope == "record",
        left=file.left or None,
        content=file.content or None,
        draft=file.draft or None,
        repeats=file.repeats,
        signer=file.signer,
        files=tuple(
            WithdrawnFile(
                file=taken.file, hash=taken.hash, joined=taken.joined, becomes=taken.becomes, extent=taken.extent
            )
            for taken in file.files
        ),
    )
    if (file.sealed is None) is not (file.after is None):
        raise UnreadableError("a field of another format")
    searched = withdrawal.left is not None and withdrawal.content is not None
    if withdrawal.after is not None and not searched and not any(taken.joined for taken in file.files):
        raise UnreadableError("a withdrawal without a search")
    if len({taken.file for taken in file.files}) != len(file.files):
        raise UnreadableError("a file that stands there twice")
    if withdrawal_bytes(withdrawal) != data:
        raise UnreadableError("not as it was written")
    return withdrawal


def _entry_of(change: Change) -> ChangeEntry:
    return ChangeEntry(
        class_=change.change,
        type=change.type,
        id=change.id,
        version=change.version,
        renamed_from=change.renamed_from or None,
        fields=change.fields,
        proven=change.proven,
        hash=change.hash,
    )


def _change_of(entry: ChangeEntry, notes: Mapping[str, str]) -> Change:
    return Change(
        id=entry.id,
        type=entry.type,
        version=entry.version,
        hash=entry.hash,
        change=entry.class_,
        fields=entry.fields,
        renamed_from=entry.renamed_from,
        note=notes.get(entry.id),
        proven=entry.proven,
    )
