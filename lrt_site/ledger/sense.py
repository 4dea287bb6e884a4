"""Whether publications and withdrawals are such as could be made: what sealing asks, asked again when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lrt_site.document import misleading_in
from lrt_site.ledger import stored
from lrt_site.ledger.places import taken_by, takers
from lrt_site.model.publications import History, Publication, Withdrawal


def problems(history: History, sealed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What cannot be: the file in the ledger, and a Dutch sentence. `sealed` has the hash of every sealed file."""
    for before, after in pairwise((None, *history.publications)):
        if after and (wrong := _wrong_day(before, after)):
            yield f"{after.name}/{stored.ENTRY}", wrong
    yield from _wrong_versions(history)
    yield from _wrong_withdrawals(history, sealed)


def _wrong_day(before: Publication | None, after: Publication) -> str | None:
    """Why a publication cannot have its day, or its day of sealing."""
    if before and after.date < before.date:
        return f"Deze publicatie is ouder ({after.date}) dan de vorige ({before.date})."
    if after.sealed is None:
        return None
    if not after.sealed.is_day or (before and after.sealed < (before.sealed or before.date)):
        return f"Deze publicatie is vastgelegd op {after.sealed}: dat is geen dag na de vorige."
    if after.date > after.sealed or (after.date < after.sealed) != bool(after.date_note):
        return (
            f"Deze publicatie van {after.date} is vastgelegd op {after.sealed}. Dat kan alleen later zijn, en dan zegt "
            "zij waarom."
        )
    return None


def _wrong_versions(history: History) -> Iterator[tuple[str, str]]:
    """Where the versions of a record do not have the numbers 1, 2, 3 and so on."""
    last: dict[str, int] = {}
    for publication in history.publications:
        for change in publication.changes:
            number = last.get(change.renamed_from or change.id, 0) + (change.hash is not None)
            last[change.id] = number
            if change.version != number:
                message = f"Van '{change.id}' hoort hier versie {number}, niet {change.version}."
                yield f"{publication.name}/{stored.ENTRY}", message


def _wrong_withdrawals(history: History, sealed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    took = takers(sealed, taken_by(history.withdrawals))
    made = {publication.hash: publication for publication in history.publications}
    ids = {change.id for publication in history.publications for change in publication.changes}
    again = {name for withdrawal in history.withdrawals for name in withdrawal.repeats}
    earlier: set[str] = set()
    for withdrawal in history.withdrawals:
        told = all(
            text.strip() and not misleading_in(text, in_file=False) for text in (withdrawal.ground, withdrawal.decision)
        )
        lost = [file for file in withdrawal.files if (withdrawal.name, file.file) not in took]
        takes = bool(withdrawal.files or withdrawal.repeats or withdrawal.name in again) and not lost
        dated = withdrawal.date.is_day and (withdrawal.after is None or _is_dated(withdrawal, made[withdrawal.after]))
        if not (told and takes and dated and withdrawal.record in ids and earlier.issuperset(withdrawal.repeats)):
            message = "Zo kan een intrekking niet zijn gemaakt. Zet haar terug uit git."
            if not earlier.issuperset(withdrawal.repeats) or any(file.file in sealed for file in lost):
                message = (
                    "Deze intrekking volgt op een andere, die hier ontbreekt. Voeg de tak samen waarop die staat, of "
                    "zet haar terug uit git."
                )
            yield stored.withdrawal_file(withdrawal.name), message
        earlier.add(withdrawal.name)


def _is_dated(withdrawal: Withdrawal, after: Publication) -> bool:
    """Whether a withdrawal has days that it can have. The next day has begun elsewhere: it may name that."""
    sealed = withdrawal.sealed
    return (
        sealed is not None
        and sealed.is_day
        and sealed >= (after.sealed or after.date)
        and after.date <= withdrawal.date
        and withdrawal.date.earliest.toordinal() <= sealed.earliest.toordinal() + 1
    )
