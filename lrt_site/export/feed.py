"""The change feed: everything that any publication or withdrawal did, in order, one JSON object a line.

A line once published keeps its number and its words, but for words that were withdrawn. From the feed alone any
state can be replayed: `put` gives a record a version, `rename` does so and ends its old id, `end` ends a record.
`withdraw` changes no state: hashes stay, words go.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.model.publications import (
    Change,
    History,
    Publication,
    Version,
    Withdrawal,
    WithdrawnFile,
    file_of,
    replacement_of,
)

FORMAT = "change/v1"

Line = Mapping[str, object]


def feed(history: History) -> str:
    """The whole feed as NDJSON."""
    return "".join(map(v1.as_json, lines(history)))


def lines(history: History) -> Iterator[Line]:
    """The lines of the feed.

    Withdrawals come before the changes of the publication that anchors them; those that none has anchored yet come
    last. So they stand in one place before and after they are anchored, and later lines keep their numbers.
    """
    for number, line in enumerate(_unnumbered(history), start=1):
        yield {"format": FORMAT, "sequence": number, **line}


def _unnumbered(history: History) -> Iterator[Line]:
    versions = {version.file: version for version in history.each_version()}
    waiting = {withdrawal.name: withdrawal for withdrawal in history.withdrawals}
    for publication in history.publications:
        anchored = [waiting.pop(name) for name in list(waiting) if name in publication.withdrawals]
        yield from _withdrawn(anchored, versions)
        for change in publication.changes:
            yield _changed(publication, change, history.away_before(publication, change))
    yield from _withdrawn(waiting.values(), versions)


def _changed(publication: Publication, change: Change, ended: Publication | None) -> Line:
    operation = "end" if change.hash is None else "rename" if change.renamed_from else "put"
    stored = {"hash": change.hash, "data": urls.ledger_file(file_of(publication.name, change.id))}
    return {
        "operation": operation,
        "id": change.id,
        **({"renamed_from": change.renamed_from} if change.renamed_from else {}),
        "type": change.type,
        "version": change.version,
        "class": change.change,
        "publication": publication.name,
        "date": publication.date.text,
        **({"proven": list(change.proven)} if change.proven else {}),
        **({"away_since": ended.name} if ended else {}),
        **(stored if change.hash else {}),
        **({"note": change.note} if change.note else {}),
    }


def _withdrawn(withdrawals: Iterable[Withdrawal], versions: Mapping[str, Version]) -> Iterator[Line]:
    """A line for every file whose words a withdrawal took: a version of a record, or the notes of a publication."""
    for withdrawal in withdrawals:
        for file in withdrawal.files:
            yield {
                "operation": "withdraw",
                **_of_version(versions.get(file.file)),
                "publication": file.file.partition("/")[0],
                "date": withdrawal.date.text,
                "withdrawal": withdrawal.name,
                "ground": withdrawal.ground,
                "decision": withdrawal.decision,
                "fields": list(file.extent),
                **_places(withdrawal, file),
            }


def _of_version(version: Version | None) -> Line:
    if version is None:
        return {}
    return {
        "id": version.record.id,
        "type": version.change.type,
        "version": version.number,
        "hash": version.change.hash,
    }


def _places(withdrawal: Withdrawal, file: WithdrawnFile) -> Line:
    return {
        "address": urls.ledger_file(file.file),
        "data": urls.ledger_file(replacement_of(withdrawal.name, file.file)),
    }
