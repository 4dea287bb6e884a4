"""Words are taken back: what a withdrawal puts in the place of stored files, and where words still stand.

Hashes and chain stay as they are. The files of a withdrawal are added first, all at once; what they replace is
deleted after that, so that a withdrawal which was interrupted can be finished.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lrt_site.ledger import stored
from lrt_site.ledger.reading import names_in, places_of
from lrt_site.ledger.redacting import Redaction, redacted
from lrt_site.ledger.sealing import next_name
from lrt_site.ledger.stored import hash_of
from lrt_site.ledger.word_search import Sought, line_and_column, sought, spans_in
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import History, Publication, Withdrawal, WithdrawnFile, file_of
from lrt_site.model.register import parts_of
from lrt_site.problems import LrtSiteError, did_you_mean, quoted

_HASH = re.compile("[0-9a-f]{32}|[0-9a-f]{64}")
"""A hash or a salt: what letters stand in it means nothing."""


@dataclass(frozen=True, slots=True)
class _Replacement:
    """A file that a withdrawal replaces."""

    file: WithdrawnFile
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What is to be taken back, and from where."""

    files: Mapping[str, bytes]
    history: History
    name: str
    """The name that the withdrawal gets."""
    redaction: Redaction
    only: frozenset[str] | None
    """The ids of the one record that is taken back as a whole; none where words are, wherever they stand."""


def withdrawn(
    files: Mapping[str, bytes],
    history: History,
    record: str,
    words: Sequence[str],
    *,
    ground: str,
    decision: str,
    on: PartialDate,
) -> tuple[Withdrawal, Mapping[str, bytes]]:
    """The withdrawal of words, or without words of all text of one record, with the files of its folder by path.

    Words go from every version of every record and from the notes of every publication. Ids, dates, numbers and
    words from a list stay. LrtSiteError, for people, where there is nothing to take back or where it may not be.
    """
    wanted = sought(words)
    _refuse_wrong(files, history, record, wanted, (ground, decision), on)
    work = _Work(
        files=files,
        history=history,
        name=next_name(on, (one.name for one in history.withdrawals)),
        redaction=Redaction(wanted, ids_in(history)),
        only=None if words else _line_of(history, record),
    )
    made = [one for publication in history.publications for one in _of_publication(work, publication)]
    if not made:
        raise LrtSiteError(f"In '{record}' staat geen tekst meer: alles was al ingetrokken.")
    withdrawal = Withdrawal(
        name=work.name,
        date=on,
        record=record,
        ground=ground.strip(),
        decision=decision.strip(),
        files=tuple(one.file for one in made),
    )
    return withdrawal, {
        stored.WITHDRAWAL: stored.withdrawal_bytes(withdrawal),
        **{f"files/{one.file.file}": one.data for one in made},
    }


def superseded(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The files in whose place a withdrawal has put others, and that are still there."""
    left: set[str] = set()
    now: dict[str, str] = {}
    for name in names_in(files, f"{stored.WITHDRAWALS}/"):
        folder = f"{stored.WITHDRAWALS}/{name}"
        for one in stored.withdrawal_in(files[f"{folder}/{stored.WITHDRAWAL}"]).files:
            left.add(now.get(one.file, one.file))
            now[one.file] = f"{folder}/files/{one.file}"
    return tuple(sorted(left & files.keys()))


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
    files: Mapping[str, bytes],
    history: History,
    record: str,
    wanted: tuple[Sought, ...],
    reasons: tuple[str, str],
    on: PartialDate,
) -> None:
    known = {change.id for publication in history.publications for change in publication.changes}
    if record not in known:
        raise LrtSiteError(f"Er is nooit een record '{record}' gepubliceerd.{did_you_mean(record, known)}")
    if not all(reason.strip() for reason in reasons):
        raise LrtSiteError("Geef de grond en het besluit in woorden: de lezer krijgt ze te zien.")
    if wanted and any(spans_in(reason, wanted) for reason in reasons):
        raise LrtSiteError("De woorden staan ook in de grond of in het besluit. Schrijf die zonder de woorden.")
    latest = max((history.last.date, *(one.date for one in history.withdrawals)))
    if not on.is_day or on < latest:
        raise LrtSiteError(f"Kies als dag {latest} of later: zo oud is de laatste publicatie of intrekking.")
    for one in wanted:
        if not _stands_in_text(history, one):
            _refuse_unfound(files, one)


def _refuse_unfound(files: Mapping[str, bytes], one: Sought) -> None:
    values = [value for _, value in still_standing(files, [one.words])]
    if values:
        message = (
            f"{quoted(one.words)} staat alleen in kenmerken, data, getallen of vaste woorden, zoals "
            f"{quoted(values[0])}. Die kunnen niet worden ingetrokken: de geschiedenis verwijst ernaar."
        )
        raise LrtSiteError(message)
    raise LrtSiteError(f"{quoted(one.words)} staat in geen enkele versie. Let op de spelling.")


def _stands_in_text(history: History, one: Sought) -> bool:
    redaction = Redaction((one,), ids_in(history))
    return any(redacted(record, redaction)[1] for record in history.stored.values()) or any(
        spans_in(text, (one,)) for publication in history.publications for _, text in _words_of(publication)
    )


def _of_publication(work: _Work, publication: Publication) -> Iterator[_Replacement]:
    notes = _notes(work, publication)
    if notes:
        yield notes
    for change in publication.changes:
        if change.hash is not None and (work.only is None or change.id in work.only):
            record, extent = redacted(work.history.stored[change.hash], work.redaction)
            if extent:
                path = file_of(publication.name, change.id)
                yield _replacement(work, path, change.hash, stored.withdrawn_bytes(record, work.name), extent)


def _notes(work: _Work, publication: Publication) -> _Replacement | None:
    words = dict(_words_of(publication))
    kept = None if work.only is None else {f"notes.{one}" for one in work.only}
    redacted_words = {at: work.redaction(text) if kept is None or at in kept else text for at, text in words.items()}
    extent = tuple(at for at, text in words.items() if redacted_words[at] != text)
    if not extent:
        return None
    notes = {at.removeprefix("notes."): text for at, text in redacted_words.items() if at.startswith("notes.")}
    data = stored.withdrawn_notes_bytes(work.name, redacted_words["title"], redacted_words["note"], notes)
    entry = stored.fields_in(work.files[f"{publication.name}/{stored.ENTRY}"])
    return _replacement(work, f"{publication.name}/{stored.NOTES}", entry["notes"], data, extent)


def _words_of(publication: Publication) -> Iterator[tuple[str, str]]:
    """The words of a publication, each with the field of its notes."""
    yield "title", publication.title
    yield "note", publication.note
    for change in publication.changes:
        if change.note is not None:
            yield f"notes.{change.id}", change.note


def _replacement(work: _Work, path: str, hashed: str, data: bytes, extent: tuple[str, ...]) -> _Replacement:
    _, now = places_of(path, hashed, work.history.withdrawals)[-1]
    return _Replacement(WithdrawnFile(file=path, hash=now, becomes=hash_of(data), extent=extent), data)


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
