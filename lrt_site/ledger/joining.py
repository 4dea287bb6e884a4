"""Withdrawals of two branches become one, so that what any of them took stays away."""

from __future__ import annotations

from collections.abc import Mapping

from lrt_site.ledger import redacting, stored
from lrt_site.ledger.naming import next_with_token, publications_in
from lrt_site.ledger.places import Place, places_of, taken_by
from lrt_site.ledger.stored import hash_of
from lrt_site.ledger.withdrawing import Replacement, sealed_hashes, with_files, withdrawals_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Withdrawal, WithdrawnFile


def joined(
    files: Mapping[str, bytes], today: PartialDate, token: str, signer: str | None = None
) -> tuple[Withdrawal, Mapping[str, bytes]] | None:
    """The withdrawal that joins those of two branches; none where all withdrawals follow each other.

    Where they left different things of one file, it puts in their place what stands in both.
    """
    withdrawals = withdrawals_of(files)
    if not publications_in(files):
        return None
    entry = files[f"{publications_in(files)[-1]}/{stored.ENTRY}"]
    last = stored.fields_in(entry)
    sealed = max(today, PartialDate(last.get("sealed") or last["date"]))
    on = max((sealed, *(withdrawal.date for withdrawal in withdrawals)))
    name = next_with_token(on, (withdrawal.name for withdrawal in withdrawals), token)
    taken = taken_by(withdrawals)
    apart = {
        path: now for path, hashed in sealed_hashes(files).items() if len(now := places_of(path, hashed, taken)[1]) > 1
    }
    if not apart:
        return None
    made = [_joined_file(files, path, now, withdrawals, name) for path, now in apart.items()]
    parts = tuple({part.name: part for now in apart.values() for place in now if (part := place.withdrawal)}.values())
    withdrawal = Withdrawal(
        name=name,
        date=on,
        record=parts[0].record,
        ground="; ".join(dict.fromkeys(withdrawal.ground for withdrawal in parts)),
        decision="; ".join(dict.fromkeys(withdrawal.decision for withdrawal in parts)),
        sealed=sealed,
        after=hash_of(entry),
        signer=signer,
        files=tuple(replacement.file for replacement in made),
    )
    return with_files(withdrawal, made)


def _joined_file(
    files: Mapping[str, bytes], path: str, now: tuple[Place, ...], withdrawals: tuple[Withdrawal, ...], name: str
) -> Replacement:
    data = files[now[0].path]
    for other in now[1:]:
        data = stored.joined_bytes(data, files[other.path], redacting.joined, name)
    extent = {
        at: None for withdrawal in withdrawals for file in withdrawal.files if file.file == path for at in file.extent
    }
    first, *others = (place.hash for place in now)
    file = WithdrawnFile(file=path, hash=first, joined=tuple(others), becomes=hash_of(data), extent=tuple(extent))
    return Replacement(file, data)
