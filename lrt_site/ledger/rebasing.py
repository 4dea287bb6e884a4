"""Withdrawals that were made after a publication which is none any more: they are put after the first one instead.

Every later publication then counts as one that did not know them, until somebody sought their words again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lrt_site.frozen import dataclass
from lrt_site.ledger import entries, stored
from lrt_site.ledger.naming import publications_in
from lrt_site.ledger.places import taken_by, takers
from lrt_site.ledger.stored import hash_of
from lrt_site.ledger.withdrawing import sealed_hashes, withdrawals_of
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import Withdrawal, replacement_of


@dataclass(frozen=True, slots=True)
class Rebased:
    """A withdrawal as it must become."""

    withdrawal: Withdrawal
    deleted: tuple[str, ...]
    """The files of its folder that stand in the place of nothing any more, by path in the ledger."""
    is_void: bool
    """Whether all that it took was in publications that are none any more, and nothing builds on it."""

    @property
    def data(self) -> bytes:
        """Its file."""
        return entries.withdrawal_bytes(self.withdrawal)


def rebased(files: Mapping[str, bytes], today: PartialDate, signer: str | None) -> Iterator[Rebased]:
    """Every withdrawal that was made after a publication which is not there, as it must become.

    The ledger must be sound for the rest. What is signed again, is so today.
    """
    names = publications_in(files)
    hashes = [hash_of(files[f"{name}/{stored.ENTRY}"]) for name in names]
    withdrawals = withdrawals_of(files)
    again = {name for withdrawal in withdrawals for name in withdrawal.repeats}
    took = takers(sealed_hashes(files), taken_by(withdrawals))
    for withdrawal in withdrawals:
        if withdrawal.after is not None and withdrawal.after not in hashes:
            kept = tuple(file for file in withdrawal.files if (withdrawal.name, file.file) in took)
            held = {replacement_of(withdrawal.name, file.file) for file in kept}
            below = f"{stored.WITHDRAWALS}/{withdrawal.name}/files/"
            deleted = tuple(sorted(path for path in files if path.startswith(below) and path not in held))
            sealed = today if signer else withdrawal.sealed
            is_void = not (kept or withdrawal.repeats or withdrawal.name in again)
            yield Rebased(
                replace(withdrawal, after=hashes[0], sealed=sealed, files=kept, signer=signer), deleted, is_void
            )
