"""The ledger's files become the history they record, every hash compared; or problems, one line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import field
from pathlib import PurePosixPath

from lrt_site.export import v1
from lrt_site.export.state import sums_of
from lrt_site.frozen import dataclass
from lrt_site.ledger import branches, entries, redacting, sense, signing, stored
from lrt_site.ledger.naming import order_of, publications_in, withdrawals_in
from lrt_site.ledger.places import Place, Taken, places_of, taken_by
from lrt_site.ledger.returning import repeating
from lrt_site.ledger.stored import UnreadableError, hash_of
from lrt_site.model.publications import DRAFT, History, Publication, Withdrawal, file_of, replacement_of
from lrt_site.model.register import Record, kind_of
from lrt_site.problems import Problem

WITHDRAWN_BACK = "ledger-withdrawn-back"
"""The code of a publication that was sealed without knowing a withdrawal."""

_LOOSE = {DRAFT}


@dataclass(slots=True)
class _Reading:
    """What has been read so far. Paths are relative to the folder of the ledger."""

    files: Mapping[str, bytes]
    root: PurePosixPath
    migrations: Mapping[str, v1.Migration]
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    sealed: dict[str, str] = field(default_factory=dict)
    """The hash that each version and all words were sealed with, by path."""
    records: dict[str, Record] = field(default_factory=dict)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    publications: list[Publication] = field(default_factory=list)
    taken: Taken = field(default_factory=dict)

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
    files: Mapping[str, bytes], root: PurePosixPath, migrations: Mapping[str, v1.Migration] = v1.MIGRATIONS
) -> tuple[History, tuple[Problem, ...]]:
    """The history that a ledger records, and all that keeps it from being what was published.

    With any of these the history is empty, unless all that is wrong is that withdrawn words may have been published
    again. `migrations` lead from older formats of records to ours.
    """
    reading = _Reading(files, root, migrations)
    _read_withdrawals(reading)
    _read_chain(reading)
    for publication in reading.publications:
        _read_versions(reading, publication)
    _check_withdrawals(reading)
    _check_extra(reading)
    if any(problem.code != WITHDRAWN_BACK for problem in reading.problems):
        return History(), tuple(sorted(set(reading.problems)))
    history = History(tuple(reading.publications), reading.records, tuple(reading.withdrawals))
    _check_roots(reading, history)
    for path, message in sense.problems(history, reading.sealed):
        reading.tell(path, "ledger-order", message)
    return history, tuple(sorted(set(reading.problems)))


def _read_withdrawals(reading: _Reading) -> None:
    for name in withdrawals_in(reading.files):
        path = stored.withdrawal_file(name)
        data = reading.take(path)
        if data is None:
            continue
        try:
            withdrawal = entries.withdrawal_in(data)
        except UnreadableError:
            reading.tell(path, "ledger-unreadable", "Deze intrekking is niet te lezen. Zet haar terug uit git.")
            continue
        if withdrawal.name != name or order_of(name)[0] != withdrawal.date.text:
            reading.tell(path, "ledger-order", f"In de map '{name}' staat intrekking '{withdrawal.name}'.")
        reading.withdrawals.append(withdrawal)
    reading.taken = taken_by(reading.withdrawals)


def _read_chain(reading: _Reading) -> None:
    if told := branches.problems(reading.files, reading.root):
        reading.problems += told
        return
    previous: Publication | None = None
    for name in publications_in(reading.files):
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
        found = _content(reading, f"{name}/{stored.NOTES}", expected)
        if found is None:
            return None
        notes, place = found
        _check_left(reading, place, _notes_left(stored.fields_in(notes)))
        return entries.publication_in(entry, notes)
    except (UnreadableError, KeyError, TypeError, AttributeError):
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
    elif previous and previous.proves_fields and not publication.proves_fields:
        message = (
            f"Publicatie {publication.number} heeft een vorm die na publicatie {number - 1} niet meer werd gemaakt."
        )
        reading.tell(path, "ledger-order", message)
    elif publication.previous != before:
        message = (
            f"Publicatie {publication.number} volgt niet op publicatie {number - 1} zoals die er nu staat. Is één van "
            "beide veranderd nadat zij was gepubliceerd? Zet haar terug uit git. Zijn zij van twee takken, en staat "
            f"{name} nog niet op de site? Voer dan uit: lrt-site publish --redo {name}"
        )
        reading.tell(path, "ledger-chain", message)
    else:
        return True
    return False


def _notes_left(fields: stored.Fields) -> Iterator[str]:
    """The places in the words of a publication where a withdrawal can have left what stands there."""
    texts = {**fields, **{f"notes.{item}": text for item, text in fields["notes"].items()}}
    yield from (at for at, text in texts.items() if isinstance(text, str) and redacting.shows_withdrawal(text))


def _check_left(reading: _Reading, place: Place, left: Iterable[str]) -> None:
    """Whether what stands in the place of what was withdrawn shows that it is not all."""
    if place.extent and not place.extent <= set(left):
        reading.tell(place.path, "ledger-withdrawn-more", _OTHER_THAN_WITHDRAWN)


def _content(reading: _Reading, path: str, expected: str) -> tuple[bytes, Place] | None:
    """The bytes of a file that was sealed with this hash, and where; after a withdrawal, of the file in its place."""
    reading.sealed[path] = expected
    former, now = places_of(path, expected, reading.taken)
    for left in former:
        if left.path in reading.files:
            reading.used.add(left.path)
            message = "Dit bestand is ingetrokken, maar het staat er nog. Voer uit: lrt-site withdraw --resume"
            reading.tell(left.path, "ledger-withdrawal-unfinished", message)
    if len(now) > 1:
        _tell_apart(reading, now)
        return None
    (place,) = now
    data = reading.take(place.path)
    if data is None:
        return None
    try:
        wrong = _proved(data, place, expected)
    except UnreadableError:
        wrong = "ledger-changed"
    if wrong:
        what = "Deze toelichting" if path.endswith(stored.NOTES) else "Deze opgeslagen versie"
        message = f"{what} is veranderd nadat zij was gepubliceerd: de hash klopt niet meer. Zet haar terug uit git."
        reading.tell(place.path, wrong, _OTHER_THAN_WITHDRAWN if wrong == "ledger-withdrawn-more" else message)
        return None
    return data, place


_OTHER_THAN_WITHDRAWN = (
    "In dit bestand is meer veranderd dan de intrekking noemt, of iets anders. Zet de intrekking terug uit git."
)


def _tell_apart(reading: _Reading, now: Sequence[Place]) -> None:
    for place in now:
        reading.used.add(place.path)
    names = " en ".join(sorted({place.withdrawal.name for place in now if place.withdrawal}))
    message = (
        f"De intrekkingen {names} zijn op twee takken gemaakt, en wat de ene wegnam staat nog bij de andere. "
        "Voer uit: lrt-site withdraw --resume"
    )
    reading.tell(now[-1].path, "ledger-withdrawals-apart", message)


def _proved(data: bytes, place: Place, sealed: str) -> str | None:
    """The code of what is wrong with the bytes in a place; none where they are what was sealed, or is left of it."""
    fields = stored.fields_in(data)
    if place.withdrawal is None:
        return None if stored.is_whole(fields) and stored.hash_in(data) == sealed else "ledger-changed"
    if hash_of(data) != place.hash or fields.get("withdrawal") != place.withdrawal.name:
        return "ledger-changed"
    if not stored.proves_fields(fields):
        return None  # What can be proved of it, other versions prove: see `witnesses`.
    if stored.hash_in(data) != sealed:
        return "ledger-withdrawn-more"
    covered = {_field_of(redacting.named(at), place.extent) for at in stored.taken_from(data)}
    return None if covered == place.extent else "ledger-withdrawn-more"


def _field_of(at: str, named: Set[str]) -> str:
    """The field that a withdrawal names for a value that was taken: itself, or the text of which it is a paragraph."""
    return at if at in named else at.rpartition("[")[0]


def _read_versions(reading: _Reading, publication: Publication) -> None:
    for change in publication.changes:
        if change.hash is None:
            continue
        path = file_of(publication.name, change.id)
        found = _content(reading, path, change.hash)
        if found is None:
            continue
        data, place = found
        try:
            record = stored.record_in(data, reading.migrations)
        except UnreadableError:
            message = "Deze opgeslagen versie heeft een vorm die dit programma niet kent. Gebruik een nieuwere uitgave."
            reading.tell(path, "ledger-unreadable", message)
            continue
        if stored.proves_fields(stored.fields_in(data)) != publication.proves_fields:
            reading.tell(path, "ledger-changed", "Deze opgeslagen versie heeft een andere vorm dan haar publicatie.")
        if record.id != change.id or kind_of(record) != change.type:
            reading.tell(path, "ledger-changed", f"Hier hoort een versie van '{change.id}', niet van '{record.id}'.")
        _check_left(reading, place, redacting.places_left(record))
        reading.records[change.hash] = record


def _check_withdrawals(reading: _Reading) -> None:
    known = {withdrawal.name: withdrawal for withdrawal in reading.withdrawals}
    anchors: dict[str, int] = {}
    for place, publication in enumerate(reading.publications):
        entry = stored.fields_in(reading.files[f"{publication.name}/{stored.ENTRY}"])
        for name, expected in entry["withdrawals"].items():
            anchors.setdefault(name, place)
            path = stored.withdrawal_file(name)
            if name not in known:
                reading.tell(path, "ledger-missing", "Deze intrekking ontbreekt. Zet haar terug uit git.")
            elif hash_of(reading.files[path]) != expected:
                message = "Deze intrekking is veranderd nadat een publicatie haar vastlegde."
                reading.tell(path, "ledger-changed", message)
    for withdrawal in known.values():
        until = anchors.get(withdrawal.name, len(reading.publications))
        if withdrawal.after is None:
            _check_former(reading, withdrawal, until)
        else:
            _check_known(reading, withdrawal, until)


def _check_former(reading: _Reading, withdrawal: Withdrawal, until: int) -> None:
    """A withdrawal in the first format: it does not say when it was made, and can only be older than the second."""
    before = reading.publications[:until]
    if before and before[-1].proves_fields:
        message = "Deze intrekking heeft een vorm die toen niet meer werd gemaakt. Zet haar terug zoals zij was."
        reading.tell(stored.withdrawal_file(withdrawal.name), "ledger-order", message)
    elif until == len(reading.publications) and before and withdrawal.date < before[-1].date:
        message = "Deze intrekking is ouder dan de laatste publicatie, maar geen publicatie legde haar vast."
        reading.tell(stored.withdrawal_file(withdrawal.name), "ledger-order", message)


def _check_known(reading: _Reading, withdrawal: Withdrawal, until: int) -> None:
    """Whether every publication since a withdrawal knew of it: in one that did not, words can stand that it took."""
    hashes = [publication.hash for publication in reading.publications]
    unread = set(publications_in(reading.files)) - {publication.name for publication in reading.publications}
    if not reading.publications:
        return  # The chain has its own problem.
    if any(hash_of(reading.files.get(f"{name}/{stored.ENTRY}", b"")) == withdrawal.after for name in unread):
        return  # What follows it cannot be read, and has its own problem.
    if withdrawal.after not in hashes:
        message = (
            "Deze intrekking is gemaakt na een publicatie die hier niet staat. Is die weer een concept geworden? Voer "
            "dan uit: lrt-site withdraw --resume. Hoort zij hier te staan? Zet haar dan eerst terug uit git."
        )
        reading.tell(stored.withdrawal_file(withdrawal.name), "ledger-stranded", message)
        return
    made = hashes.index(withdrawal.after)
    again = [
        hashes.index(candidate.after)
        for candidate in reading.withdrawals
        if withdrawal.name in candidate.repeats and candidate.after in hashes
    ]
    for publication in reading.publications[max([made, *again]) + 1 : until]:
        message = (
            f"Publicatie {publication.number} kende de intrekking van {withdrawal.date.in_words} niet: wat toen is "
            "ingetrokken, kan er in staan. Trek het opnieuw in: "
            f"{repeating(withdrawal)}"
        )
        reading.tell(f"{publication.name}/{stored.ENTRY}", WITHDRAWN_BACK, message)


def _check_extra(reading: _Reading) -> None:
    signatures = {
        f"{publication.name}/{stored.SIGNATURE}" for publication in reading.publications if publication.signer
    }
    signatures |= {
        f"{stored.withdrawal_file(withdrawal.name)}.sig" for withdrawal in reading.withdrawals if withdrawal.signer
    }
    if reading.problems:
        return  # What was not read counts for nothing here.
    loose = _LOOSE | signatures | signing.files_of(reading.files)
    loose |= {
        replacement_of(withdrawal.name, file.file) for withdrawal in reading.withdrawals for file in withdrawal.files
    }
    for path in reading.files:
        if path not in reading.used and path not in loose:
            message = (
                "Dit bestand hoort bij geen enkele publicatie. Haal het weg, of zet het terug waar het hoorde. Koos u "
                "bij het samenvoegen in git zelf een kant? Dan kan het van de andere zijn: voeg dan opnieuw samen, "
                "verander niets in 'publications', en doe wat lrt-site check zegt."
            )
            reading.tell(path, "ledger-extra", message)


def _check_roots(reading: _Reading, history: History) -> None:
    for publication in history.publications:
        if _root_of(history, publication) != publication.root:
            message = "De lijst van alle geldige versies past niet bij de hash die deze publicatie ervan vastlegde."
            reading.tell(f"{publication.name}/{stored.ENTRY}", "ledger-chain", message)


def _root_of(history: History, publication: Publication) -> str:
    known = history.known(publication)
    if not publication.proves_fields:
        return hash_of(sums_of(known.values()).encode())
    return stored.root_of({identifier: version.change.hash or "" for identifier, version in known.items()})
