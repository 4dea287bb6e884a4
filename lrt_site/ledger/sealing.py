"""A draft becomes a publication: the files of one new folder in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from lrt_site.ledger import entries, stored
from lrt_site.ledger.draft import Draft
from lrt_site.ledger.naming import next_publication
from lrt_site.ledger.pending import Pending
from lrt_site.ledger.stored import hash_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Change, History, Publication


def sealed(
    history: History,
    draft: Draft,
    changes: tuple[Pending, ...],
    *,
    addresses: Iterable[str],
    withdrawals: Mapping[str, str],
    salt: Callable[[], str],
    today: date | None = None,
    signer: str | None = None,
    signers: str | None = None,
    editions: Callable[[History], Iterable[str]] | None = None,
) -> tuple[Publication, Mapping[str, bytes]]:
    """A publication and its files by path inside its folder.

    `addresses` are those of all pages that the site will have; `withdrawals` the hashes of those that no publication
    has anchored yet, by name; `salt` gives 32 random hexadecimal digits each time it is called; `today` is the day of
    sealing, else that of the publication itself; `signers` is the hash of the list of who may sign; `editions` tells of
    a history of which it is the last which pages it made say other words.
    """
    records = {waiting.id: waiting.record for waiting in changes if waiting.record is not None}
    versions = {identifier: stored.version_bytes(record, salt()) for identifier, record in records.items()}
    reason = draft.date_note if today and draft.date.earliest < today else None
    notes = stored.notes_bytes(salt(), draft.title, draft.note, draft.notes, reason)
    made = tuple(_change(waiting, versions.get(waiting.id), draft.notes.get(waiting.id)) for waiting in changes)
    publication = replace(
        _publication(history, draft, made, frozenset(addresses)),
        withdrawals=tuple(withdrawals),
        signer=signer,
        date_note=reason,
        sealed=PartialDate.of(today) if today else draft.date,
    )
    if editions:
        now = {change.hash: records[change.id] for change in made if change.hash and change.id in records}
        after = History((*history.publications, publication), {**history.stored, **now}, history.withdrawals)
        publication = replace(publication, editions=tuple(sorted(editions(after))))
    entry = entries.entry_bytes(publication, stored.hash_in(notes), withdrawals, signers if signer else None)
    stored_files = {f"records/{identifier}.json": data for identifier, data in versions.items()}
    return replace(publication, hash=hash_of(entry)), {stored.ENTRY: entry, stored.NOTES: notes, **stored_files}


def _publication(history: History, draft: Draft, changes: tuple[Change, ...], addresses: frozenset[str]) -> Publication:
    """A publication that has no hash yet."""
    before = addresses_after(history)
    return Publication(
        number=len(history.publications) + 1,
        name=next_publication(draft.date, (publication.name for publication in history.publications)),
        date=draft.date,
        title=draft.title,
        note=draft.note,
        changes=changes,
        added=tuple(sorted(addresses - before)),
        gone=tuple(sorted(before - addresses)),
        previous=history.last.hash if history.publications else None,
        root=stored.root_of(_valid(history, changes)),
        hash="",
        proves_fields=True,
    )


def unanchored(history: History, files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The hashes of the withdrawals that no publication has anchored yet, by name."""
    return {
        withdrawal.name: hash_of(files[stored.withdrawal_file(withdrawal.name)]) for withdrawal in history.unanchored
    }


def addresses_after(history: History) -> frozenset[str]:
    """The addresses of all pages that the last publication had."""
    addresses: set[str] = set()
    for publication in history.publications:
        addresses |= set(publication.added)
        addresses -= set(publication.gone)
    return frozenset(addresses)


def _change(waiting: Pending, version: bytes | None, note: str | None) -> Change:
    return Change(
        id=waiting.id,
        type=waiting.type,
        version=waiting.version,
        hash=stored.hash_in(version) if version is not None else None,
        change=waiting.change,
        fields=waiting.fields,
        renamed_from=waiting.renamed_from,
        note=note,
        proven=waiting.proven if waiting.change == "tekstueel" else (),
    )


def _valid(history: History, changes: tuple[Change, ...]) -> Mapping[str, str]:
    """The hashes of the versions that will be valid with a publication of these changes, by id."""
    known = history.known(history.last) if history.publications else {}
    valid = {identifier: version.change.hash or "" for identifier, version in known.items()}
    for change in changes:
        valid.pop(change.renamed_from or change.id, None)
        if change.hash is not None:
            valid[change.id] = change.hash
    return valid
