"""Words are taken back: what a withdrawal puts in the place of stored files, and where words still stand.

Hashes and chain stay as they are. The files of a withdrawal are added first, all at once; what they replace is
deleted after that, so that a withdrawal which was interrupted can be finished.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lrt_site.frozen import dataclass
from lrt_site.ledger import entries, returning, stored
from lrt_site.ledger.naming import next_with_token, publications_in, withdrawals_in
from lrt_site.ledger.places import Place, Taken, places_of, taken_by
from lrt_site.ledger.redacting import Redaction, redacted
from lrt_site.ledger.stored import hash_of
from lrt_site.ledger.word_search import Sought, line_and_column, sought, spans_in
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication, Withdrawal, WithdrawnFile, file_of
from lrt_site.model.register import parts_of
from lrt_site.problems import LrtSiteError, quoted
from lrt_site.suggestions import did_you_mean

_HASH = re.compile("[0-9a-f]{32}|[0-9a-f]{64}")
"""A hash or a salt: what letters stand in it means nothing."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A file that a withdrawal replaces."""

    file: WithdrawnFile
    data: bytes


@dataclass(frozen=True)
class _Work:
    """What is to be taken back, and from where."""

    files: Mapping[str, bytes]
    history: History
    name: str
    """The name that the withdrawal gets."""
    redaction: Redaction
    only: frozenset[str] | None
    """The ids of the one record that is taken back as a whole; none where words are, wherever they stand."""

    @cached_property
    def taken(self) -> Taken:
        """What was taken before."""
        return taken_by(self.history.withdrawals)

    def standing(self, path: str, sealed: str) -> Place:
        """Where the words of a file stand now. There is one place in a sound ledger."""
        _, (place,) = places_of(path, sealed, self.taken)
        return place


def withdrawn(
    files: Mapping[str, bytes],
    history: History,
    record: str,
    words: Sequence[str],
    *,
    ground: str,
    decision: str,
    on: PartialDate,
    token: str,
    sealed: PartialDate | None = None,
    repeated: Withdrawal | None = None,
    now: returning.Unpublished = returning.NOTHING,
    sure: bool = False,
    signer: str | None = None,
) -> tuple[Withdrawal, Mapping[str, bytes]]:
    """The withdrawal of words, or without words of all text of one record, with the files of its folder by path.

    `sealed` is the day of making, else `on`; `sure` says that words to repeat are well spelt. LrtSiteError otherwise.
    """
    redaction = Redaction(sought(words), ids_in(history))
    _refuse_wrong(history, record, redaction.wanted, (ground, decision), on, sealed or on)
    only = None if words else _line_of(history, record)
    name = next_with_token(on, (withdrawal.name for withdrawal in history.withdrawals), token)
    made = _replacements(_Work(files, history, name, redaction, only), record, repeated, sure=sure)
    withdrawal = Withdrawal(
        name=name,
        date=on,
        record=record,
        ground=ground.strip(),
        decision=decision.strip(),
        sealed=sealed or on,
        after=history.last.hash,
        whole=not words,
        repeats=(*repeated.repeats, repeated.name) if repeated else (),
        signer=signer,
        files=tuple(replacement.file for replacement in made),
    )
    return with_files(returning.searched(withdrawal, now, history), made)


def with_files(withdrawal: Withdrawal, made: Sequence[Replacement]) -> tuple[Withdrawal, Mapping[str, bytes]]:
    """A withdrawal with the files of its folder by path."""
    return withdrawal, {
        stored.WITHDRAWAL: entries.withdrawal_bytes(withdrawal),
        **{f"files/{replacement.file.file}": replacement.data for replacement in made},
    }


def superseded(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files in whose place a withdrawal has put others, and that are still there."""
    taken = taken_by(withdrawals_of(files))
    places = (places_of(path, sealed, taken)[0] for path, sealed in sealed_hashes(files).items())
    return tuple(sorted({place.path for former in places for place in former} & files.keys()))


def withdrawals_of(files: Mapping[str, bytes]) -> tuple[Withdrawal, ...]:
    """All withdrawals in a ledger, in order."""
    return tuple(entries.withdrawal_in(files[stored.withdrawal_file(name)]) for name in withdrawals_in(files))


def sealed_hashes(files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The hash that every version and all words were sealed with, by path."""
    hashes: dict[str, str] = {}
    for name in publications_in(files):
        entry = stored.fields_in(files[f"{name}/{stored.ENTRY}"])
        hashes[f"{name}/{stored.NOTES}"] = entry["notes"]
        hashes |= {file_of(name, change["id"]): change["hash"] for change in entry["changes"] if change["hash"]}
    return hashes


def occurrences(
    texts: Mapping[str, str], words: Sequence[str], ids: frozenset[str] = frozenset()
) -> tuple[tuple[str, int, int], ...]:
    """Where words stand in files: path, line and column. A path that has them itself is named at its first line.

    Words that are a part of one of these ids do not count.
    """
    wanted = sought(words)
    found = {(path, 1, 1) for path in texts for span in spans_in(path, wanted) if _token(path, span) not in ids}
    for path, text in texts.items():
        spans = (span for span in spans_in(text, wanted) if _token(text, span) not in ids)
        found |= {(path, *line_and_column(text, start)) for start, _ in spans}
    return tuple(sorted(found))


def still_standing(files: Mapping[str, bytes], words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Where words stay in a ledger after they were taken back: the file, and the id, date or other value in it."""
    wanted = sought(words)
    return tuple(
        sorted({(path, value) for path, data in files.items() for value in _values(data) if spans_in(value, wanted)})
    )


def ids_in(history: History) -> frozenset[str]:
    """All ids of records and of parts of them, in all versions."""
    return frozenset(
        identifier
        for record in history.stored.values()
        for _, part in parts_of(record)
        if isinstance(identifier := getattr(part, "id", None), str)
    )


def _token(text: str, span: tuple[int, int]) -> str:
    """The whole word, in the form of an id, that a piece of a text is in."""
    start, end = span
    before, after = re.search(r"[\w-]*\Z", text[:start]), re.match(r"[\w-]*", text[end:])
    return (before[0] if before else "") + text[start:end] + (after[0] if after else "")


def _refuse_wrong(
    history: History,
    record: str,
    wanted: tuple[Sought, ...],
    reasons: tuple[str, str],
    on: PartialDate,
    sealed: PartialDate,
) -> None:
    known = {change.id for publication in history.publications for change in publication.changes}
    if record not in known:
        raise LrtSiteError(f"Er is nooit een record '{record}' gepubliceerd.{did_you_mean(record, known)}")
    if not all(reason.strip() for reason in reasons):
        raise LrtSiteError("Geef de grond en het besluit in woorden: de lezer krijgt ze te zien.")
    if wanted and any(spans_in(reason, wanted) for reason in reasons):
        raise LrtSiteError("De woorden staan ook in de grond of in het besluit. Schrijf die zonder de woorden.")
    latest = max((history.last.date, *(withdrawal.date for withdrawal in history.withdrawals)))
    if not on.is_day or on < latest:
        raise LrtSiteError(f"Kies als dag {latest} of later: zo oud is de laatste publicatie of intrekking.")
    if history.last.sealed and sealed < history.last.sealed:
        raise LrtSiteError(
            f"De laatste publicatie is vastgelegd op {history.last.sealed.in_words}, en volgens deze computer is het "
            f"nu {sealed.in_words}. Zet de klok goed."
        )


def _refuse_misspelt(work: _Work, repeated: Withdrawal) -> None:
    """Words that stand nowhere may be gone, or spelt otherwise than they were then: the program did not keep them."""
    gone = [item.words for item in work.redaction.wanted if not _stands_in_text(work.history, item)]
    if gone:
        raise LrtSiteError(
            f"{' en '.join(map(quoted, gone))} staat nergens meer. Is het precies zo geschreven als toen? Het "
            "programma heeft het niet bewaard, dus kijk dat na. Klopt het? Voer dan uit: "
            f"lrt-site withdraw --repeat {repeated.name} --words 'de woorden' --gone"
        )


def _replacements(work: _Work, record: str, repeated: Withdrawal | None, *, sure: bool) -> list[Replacement]:
    """All files that the withdrawal replaces."""
    made = [
        replacement for publication in work.history.publications for replacement in _of_publication(work, publication)
    ]
    if repeated is None:
        _refuse_missing(work, record, made)
    elif not sure:
        _refuse_misspelt(work, repeated)
    return made


def _refuse_missing(work: _Work, record: str, made: Sequence[Replacement]) -> None:
    for wanted in work.redaction.wanted:
        if not _stands_in_text(work.history, wanted):
            _refuse_unfound(work.files, wanted)
    if not made:
        raise LrtSiteError(f"In '{record}' staat geen tekst meer: alles was al ingetrokken.")


def _refuse_unfound(files: Mapping[str, bytes], wanted: Sought) -> None:
    values = [value for _, value in still_standing(files, [wanted.words])]
    if values:
        message = (
            f"{quoted(wanted.words)} staat alleen in kenmerken, data, getallen of vaste woorden, zoals "
            f"{quoted(values[0])}. Die kunnen niet worden ingetrokken: de geschiedenis verwijst ernaar."
        )
        raise LrtSiteError(message)
    raise LrtSiteError(f"{quoted(wanted.words)} staat in geen enkele versie. Let op de spelling.")


def _stands_in_text(history: History, wanted: Sought) -> bool:
    redaction = Redaction((wanted,), ids_in(history))
    return any(redacted(record, redaction)[1] for record in history.stored.values()) or any(
        spans_in(text, (wanted,)) for publication in history.publications for _, text in _words_of(publication)
    )


def _of_publication(work: _Work, publication: Publication) -> Iterator[Replacement]:
    notes = _notes(work, publication)
    if notes:
        yield notes
    for change in publication.changes:
        if change.hash is not None and (work.only is None or change.id in work.only):
            record, extent = redacted(work.history.stored[change.hash], work.redaction)
            if extent:
                path = file_of(publication.name, change.id)
                place = work.standing(path, change.hash)
                data = stored.withdrawn_bytes(work.files[place.path], record, work.name)
                yield _replacement(path, place, data, extent)


def _notes(work: _Work, publication: Publication) -> Replacement | None:
    words = dict(_words_of(publication))
    kept = None if work.only is None else {f"notes.{text}" for text in work.only}
    redacted_words = {at: work.redaction(text) if kept is None or at in kept else text for at, text in words.items()}
    extent = tuple(at for at, text in words.items() if redacted_words[at] != text)
    if not extent:
        return None
    path = f"{publication.name}/{stored.NOTES}"
    place = work.standing(path, stored.fields_in(work.files[f"{publication.name}/{stored.ENTRY}"])["notes"])
    data = stored.withdrawn_notes_bytes(work.files[place.path], redacted_words, work.name)
    return _replacement(path, place, data, extent)


def _words_of(publication: Publication) -> Iterator[tuple[str, str]]:
    """The words of a publication, each with the field of its notes."""
    yield "title", publication.title
    yield "note", publication.note
    if publication.date_note is not None:
        yield "date_note", publication.date_note
    for change in publication.changes:
        if change.note is not None:
            yield f"notes.{change.id}", change.note


def _replacement(path: str, place: Place, data: bytes, extent: tuple[str, ...]) -> Replacement:
    return Replacement(WithdrawnFile(file=path, hash=place.hash, becomes=hash_of(data), extent=extent), data)


def _line_of(history: History, record: str) -> frozenset[str]:
    """All ids that one record has had."""
    now = history.moved.get(record, record)
    return frozenset({now, *(version.record.id for version in history.versions(now))})


def _values(data: bytes) -> Iterator[str]:
    """Every value in a file of the ledger as text; a file that is no JSON is one value."""
    try:
        yield from _values_in(json.loads(data))
    except (ValueError, RecursionError):
        yield data.decode("utf-8", "replace")


def _values_in(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _values_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values_in(inner)
    elif value is not None and not isinstance(value, bool) and not _HASH.fullmatch(str(value)):
        yield str(value)
