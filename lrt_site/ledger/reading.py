"""The ledger's files become the history they record, every hash compared; or problems, one line each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import PurePosixPath

from lrt_site.export import v1
from lrt_site.export.state import sums_of
from lrt_site.ledger import stored
from lrt_site.ledger.stored import UnreadableError, hash_of
from lrt_site.model.publications import DRAFT, History, Publication, Withdrawal, file_of, replacement_of
from lrt_site.model.register import Record
from lrt_site.problems import Problem

NAME_FORM = re.compile(r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-(?P<place>[2-9]|[1-9][0-9]+))?")
"""The name of a publication or a withdrawal: its date, and its place on that day from the second on."""

_LOOSE = {stored.SIGNERS, DRAFT}


@dataclass(slots=True)
class _Reading:
    """What has been read so far. Paths are relative to the folder of the ledger."""

    files: Mapping[str, bytes]
    root: PurePosixPath
    roads: Mapping[str, v1.Road]
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    records: dict[str, Record] = field(default_factory=dict)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    publications: list[Publication] = field(default_factory=list)

    def tell(self, path: str, code: str, message: str) -> None:
        """Keep a problem with a file."""
        self.problems.append(Problem(self.root / path, 1, 1, code, message))

    def take(self, path: str) -> bytes | None:
        """The bytes of a file that must be there."""
        self.used.add(path)
        if path not in self.files:
            self.tell(path, "ledger-missing", "Dit bestand van een publicatie ontbreekt. Zet het terug uit git.")
        return self.files.get(path)


def read(
    files: Mapping[str, bytes], root: PurePosixPath, roads: Mapping[str, v1.Road] = v1.ROADS
) -> tuple[History, tuple[Problem, ...]]:
    """The history that a ledger records, and all that keeps it from being what was published.

    With a problem in the chain itself the history is empty. `roads` lead from older formats of records to ours.
    """
    reading = _Reading(files, root, roads)
    _read_withdrawals(reading)
    _read_chain(reading)
    for publication in reading.publications:
        _read_versions(reading, publication)
    _check_withdrawals(reading)
    _check_extra(reading)
    if reading.problems:
        return History(), tuple(sorted(set(reading.problems)))
    history = History(tuple(reading.publications), reading.records, tuple(reading.withdrawals))
    _check_roots(reading, history)
    return history, tuple(sorted(reading.problems))


def names_in(files: Mapping[str, bytes], below: str = "") -> list[str]:
    """The names of the publications, or of what stands below a folder, in order of date and place."""
    tops = {path.removeprefix(below).partition("/")[0] for path in files if path.startswith(below)}
    return sorted((name for name in tops if NAME_FORM.fullmatch(name)), key=order_of)


def order_of(name: str) -> tuple[str, int]:
    """The date in a name, and its place on that day from 1."""
    date, place = name[:10], name[11:]
    return date, int(place or 1)


def places_of(path: str, hashed: str, withdrawals: Sequence[Withdrawal]) -> tuple[tuple[str, str], ...]:
    """Where the words of a file with this hash have stood, each with its hash; in the last they stand now."""
    places = [(path, hashed)]
    for withdrawal in withdrawals:
        for one in withdrawal.files:
            if (one.file, one.hash) == (path, places[-1][1]):
                places.append((replacement_of(withdrawal.name, path), one.becomes))
    return tuple(places)


def _read_withdrawals(reading: _Reading) -> None:
    for name in names_in(reading.files, f"{stored.WITHDRAWALS}/"):
        path = f"{stored.WITHDRAWALS}/{name}/{stored.WITHDRAWAL}"
        data = reading.take(path)
        if data is None:
            continue
        try:
            withdrawal = stored.withdrawal_in(data)
        except UnreadableError:
            reading.tell(path, "ledger-unreadable", "Deze intrekking is niet te lezen. Zet haar terug uit git.")
            continue
        if withdrawal.name != name:
            reading.tell(path, "ledger-order", f"In de map '{name}' staat intrekking '{withdrawal.name}'.")
        reading.withdrawals.append(withdrawal)


def _read_chain(reading: _Reading) -> None:
    previous: Publication | None = None
    for name in names_in(reading.files):
        publication = _publication(reading, name)
        if publication is None:
            return
        if not _follows(reading, publication, previous, name):
            reading.publications = []
            return
        reading.publications.append(publication)
        previous = publication


def _publication(reading: _Reading, name: str) -> Publication | None:
    path = f"{name}/{stored.ENTRY}"
    entry = reading.take(path)
    if entry is None:
        return None
    try:
        expected = stored.fields_in(entry)["notes"]
        notes = _content(reading, f"{name}/{stored.NOTES}", expected)
        return stored.publication_in(entry, notes) if notes is not None else None
    except (UnreadableError, KeyError, TypeError):
        reading.tell(path, "ledger-unreadable", "Deze publicatie is niet te lezen. Zet haar terug uit git.")
        return None


def _follows(reading: _Reading, publication: Publication, previous: Publication | None, name: str) -> bool:
    """Whether a publication is in its place in the chain."""
    path = f"{name}/{stored.ENTRY}"
    number = previous.number + 1 if previous else 1
    before = previous.hash if previous else None
    if publication.name != name or order_of(name)[0] != publication.date.text:
        message = f"In de map '{name}' staat publicatie '{publication.name}': publicaties zijn verwisseld of hernoemd."
        reading.tell(path, "ledger-order", message)
    elif publication.number > number:
        gone = f"Publicatie {number}" if publication.number == number + 1 else f"Publicaties vanaf {number}"
        message = f"{gone} ontbreekt: '{name}' is publicatie {publication.number}. Zet wat ontbreekt terug uit git."
        reading.tell(path, "ledger-gap", message)
    elif publication.number < number:
        message = f"Publicatie {publication.number} staat niet op haar plaats: hier hoort publicatie {number}."
        reading.tell(path, "ledger-order", message)
    elif publication.previous != before:
        message = (
            f"Publicatie {publication.number} volgt niet op publicatie {number - 1} zoals die er nu staat: "
            f"één van beide is veranderd nadat zij was gepubliceerd."
        )
        reading.tell(path, "ledger-chain", message)
    else:
        return True
    return False


def _content(reading: _Reading, path: str, expected: str) -> bytes | None:
    """The bytes of a file with this hash; after a withdrawal, of the file in its place."""
    *former, (place, expected) = places_of(path, expected, reading.withdrawals)
    for left, _ in former:
        if left in reading.files:
            reading.used.add(left)
            message = "Dit bestand is ingetrokken, maar het staat er nog. Voer uit: lrt-site withdraw --resume"
            reading.tell(left, "ledger-withdrawal-unfinished", message)
    data = reading.take(place)
    if data is not None and hash_of(data) != expected:
        what = "Deze toelichting" if path.endswith(stored.NOTES) else "Deze opgeslagen versie"
        message = f"{what} is veranderd nadat zij was gepubliceerd: de hash klopt niet meer. Zet haar terug uit git."
        reading.tell(place, "ledger-changed", message)
        return None
    return data


def _read_versions(reading: _Reading, publication: Publication) -> None:
    for change in publication.changes:
        if change.hash is None:
            continue
        path = file_of(publication.name, change.id)
        data = _content(reading, path, change.hash)
        if data is None:
            continue
        try:
            record = stored.record_in(data, reading.roads)
        except UnreadableError:
            message = "Deze opgeslagen versie heeft een vorm die dit programma niet kent. Gebruik een nieuwere uitgave."
            reading.tell(path, "ledger-unreadable", message)
            continue
        if record.id != change.id:
            reading.tell(path, "ledger-changed", f"Hier hoort een versie van '{change.id}', niet van '{record.id}'.")
        reading.records[change.hash] = record


def _check_withdrawals(reading: _Reading) -> None:
    known = {one.name: one for one in reading.withdrawals}
    anchored: dict[str, str] = {}
    for publication in reading.publications:
        entry = stored.fields_in(reading.files[f"{publication.name}/{stored.ENTRY}"])
        anchored.update(entry["withdrawals"])
    for name, expected in anchored.items():
        path = f"{stored.WITHDRAWALS}/{name}/{stored.WITHDRAWAL}"
        if name not in known:
            reading.tell(path, "ledger-missing", "Deze intrekking ontbreekt. Zet haar terug uit git.")
        elif hash_of(reading.files[path]) != expected:
            reading.tell(path, "ledger-changed", "Deze intrekking is veranderd nadat een publicatie haar vastlegde.")
    last = reading.publications[-1].date if reading.publications else None
    for name, withdrawal in known.items():
        if last and name not in anchored and withdrawal.date < last:
            path = f"{stored.WITHDRAWALS}/{name}/{stored.WITHDRAWAL}"
            message = "Deze intrekking is ouder dan de laatste publicatie, maar geen publicatie legde haar vast."
            reading.tell(path, "ledger-order", message)


def _check_extra(reading: _Reading) -> None:
    signatures = {f"{one.name}/{stored.SIGNATURE}" for one in reading.publications if one.signer}
    if reading.problems:
        return  # What was not read counts for nothing here.
    for path in reading.files:
        if path not in reading.used and path not in _LOOSE and path not in signatures:
            message = "Dit bestand hoort bij geen enkele publicatie. Haal het weg, of zet het terug waar het hoorde."
            reading.tell(path, "ledger-extra", message)


def _check_roots(reading: _Reading, history: History) -> None:
    for publication in history.publications:
        sums = sums_of(history.known(publication).values())
        if hash_of(sums.encode()) != publication.root:
            message = "De lijst van alle geldige versies past niet bij de hash die deze publicatie ervan vastlegde."
            reading.tell(f"{publication.name}/{stored.ENTRY}", "ledger-chain", message)
    for before, after in pairwise(history.publications):
        if after.date < before.date:
            message = f"Deze publicatie is ouder ({after.date}) dan de vorige ({before.date})."
            reading.tell(f"{after.name}/{stored.ENTRY}", "ledger-order", message)
