"""What the site says of its publications to machines: the ledger itself, its states, its changes and its versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lrt_site import urls
from lrt_site.export import calendars, feed, feeds, state, timemaps, v1
from lrt_site.model.publications import (
    DRAFT,
    History,
    Publication,
    Version,
    Withdrawal,
    WithdrawnFile,
    replacement_of,
)
from lrt_site.model.register import kind_of
from lrt_site.views.editions import NO_EDITIONS, Editions

INDEX_FORMAT = "publications/v1"
TOMBSTONE_FORMAT = "tombstone/v1"
INDEX = "index.json"

_TOMBSTONE = b'{"format": "%s"' % TOMBSTONE_FORMAT.encode()
_ENTRY_FILES = {"entry": "publication.json", "notes": "notes.json", "signature": "publication.json.sig"}


def files(
    history: History, ledger: Mapping[str, bytes], site_address: str, editions: Editions = NO_EDITIONS
) -> Iterator[Mapping[str, str | bytes]]:
    """All data files about publications by path, some at a time. `ledger` holds the files of the ledger by theirs."""
    mirror: dict[str, str | bytes] = {path: data for path, data in ledger.items() if path != DRAFT}
    mirror[INDEX] = _index(history, ledger)
    mirror |= {path: text for path, text in _tombstones(history).items() if path not in ledger}
    yield {urls.file_of(urls.ledger_file(path)): data for path, data in mirror.items()}
    for publication in history.publications:
        known = history.known(publication)
        yield {urls.file_of(urls.ledger_file(f"{publication.name}/{state.STATE}")): state.state_of(publication, known)}
        if not publication.proves_fields:
            sums = state.sums_of(known.values())
            yield {urls.file_of(urls.ledger_file(f"{publication.name}/{state.SUMS}")): sums}
    yield {urls.file_of(urls.CHANGES): feed.feed(history), urls.file_of(urls.EDITIONS): _editions(history)}
    yield timemaps.files(history, site_address)
    yield feeds.files(history, site_address, editions)
    yield calendars.files(history, site_address)


def ledger_in(mirror: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ledger that a site carries, by path: without what the site adds to it."""
    added = {state.SUMS, state.STATE}
    return {
        path: data
        for path, data in mirror.items()
        if path != INDEX and path.partition("/")[2] not in added and not data.startswith(_TOMBSTONE)
    }


def _index(history: History, ledger: Mapping[str, bytes]) -> str:
    publications = [
        {
            "number": one.number,
            "name": one.name,
            "date": one.date.text,
            "title": one.title,
            "hash": one.hash,
            "previous": one.previous,
            "root": one.root,
            "page": urls.publication_of(one.name),
            "files": dict(_files_of(one, ledger)),
        }
        for one in history.publications
    ]
    withdrawals = [
        {
            "name": one.name,
            "date": one.date.text,
            "record": one.record,
            "ground": one.ground,
            "decision": one.decision,
            "data": urls.ledger_file(f"withdrawals/{one.name}/withdrawal.json"),
        }
        for one in history.withdrawals
    ]
    return v1.as_json(
        {
            "format": INDEX_FORMAT,
            "changes": urls.CHANGES,
            "publications": publications,
            "withdrawals": withdrawals,
        }
    )


def _files_of(publication: Publication, ledger: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """What each file of a publication is, with its address."""
    for what, file in _ENTRY_FILES.items():
        path = f"{publication.name}/{file}"
        if what != "signature" or path in ledger:
            yield what, urls.ledger_file(path)
    if not publication.proves_fields:
        yield "sums", urls.ledger_file(f"{publication.name}/{state.SUMS}")
    yield "state", urls.ledger_file(f"{publication.name}/{state.STATE}")


def _tombstones(history: History) -> Mapping[str, str]:
    """What answers at every place where withdrawn words stood: the withdrawals, and where what they left stands."""
    versions = {version.file: version for version in history.each_version()}
    taken: dict[str, list[tuple[Withdrawal, WithdrawnFile]]] = {}
    for withdrawal in history.withdrawals:
        for file in withdrawal.files:
            taken.setdefault(file.file, []).append((withdrawal, file))
    stones: dict[str, str] = {}
    for path, acts in taken.items():
        text = _tombstone(path, acts, versions.get(path))
        # What an earlier withdrawal put in its place is gone too once a later one takes more words.
        places = (path, *(replacement_of(withdrawal.name, path) for withdrawal, _ in acts[:-1]))
        stones |= dict.fromkeys(places, text)
    return stones


def _tombstone(path: str, acts: Iterable[tuple[Withdrawal, WithdrawnFile]], version: Version | None) -> str:
    acts = tuple(acts)
    about = {"type": kind_of(version.record), "id": version.record.id, "version": version.number} if version else {}
    withdrawals = [
        {
            "name": withdrawal.name,
            "date": withdrawal.date.text,
            "ground": withdrawal.ground,
            "decision": withdrawal.decision,
            "fields": list(file.extent),
        }
        for withdrawal, file in acts
    ]
    return v1.as_json(
        {
            "format": TOMBSTONE_FORMAT,
            "publication": path.partition("/")[0],
            **about,
            "hash": acts[0][1].hash,
            "data": urls.ledger_file(replacement_of(acts[-1][0].name, path)),
            "withdrawals": withdrawals,
        }
    )


def _editions(history: History) -> str:
    """The publications as the selectors of mike and Material list versions, the newest first."""
    rows = [
        {
            "version": urls.publication_of(one.name).strip("/"),
            "title": f"Publicatie {one.number} ({one.date.in_words})",
            "aliases": [],
        }
        for one in reversed(history.publications)
    ]
    return v1.as_json(rows)
