"""What the site says of its publications to machines: the ledger itself, its states, its changes and its versions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from lrt_site import urls
from lrt_site.export import calendars, feed, feeds, former_data, state, timemaps, v1
from lrt_site.model.publications import DRAFT, History, Publication, Version, Withdrawal, WithdrawnFile, replacement_of
from lrt_site.model.register import kind_of
from lrt_site.pages.publications.editions import NO_EDITIONS, Editions, clocks

INDEX_FORMAT = "publications/v1"
TOMBSTONE_FORMAT = "tombstone/v1"
CLOCKS_FORMAT = "clocks/v1"
INDEX = "index.json"

_TOMBSTONE = re.compile(rb'\{("\$schema": ?"[^"]*", ?)?"format": ?"%s"' % TOMBSTONE_FORMAT.encode())
_WITHOUT_SCHEMA = {
    **{f"publication/v{number}": "publication" for number in (1, 2)},
    **{f"notes/v{number}": "notes" for number in (1, 2)},
    **{f"withdrawal/v{number}": "withdrawal" for number in (1, 2)},
    "handover/v1": "handover",
    **dict.fromkeys(v1.STORED_FORMATS, "{type}"),
    feed.FORMAT: "change",
}
"""The formats of files that cannot name their schema, because a hash fixes them or because each line is an object,
with the name of that schema. That of a record is its type."""
_ENTRY_FILES = {"entry": "publication.json", "notes": "notes.json", "signature": "publication.json.sig"}


def files(
    history: History, ledger: Mapping[str, bytes], site_address: str, editions: Editions = NO_EDITIONS
) -> Iterator[Mapping[str, str | bytes]]:
    """All data files about publications by path, some at a time. `ledger` holds the files of the ledger by theirs."""
    yield {urls.file_of(urls.ledger_file(path)): data for path, data in ledger.items() if path != DRAFT}
    yield v1.as_file(urls.ledger_file(INDEX), _index(history, ledger))
    for path, tombstone in _tombstones(history).items():
        if path not in ledger:
            yield v1.as_file(urls.ledger_file(path), tombstone)
    for publication in history.publications:
        known = history.known(publication)
        yield state.state_of(publication, known)
        if not publication.proves_fields:
            sums = state.sums_of(known.values())
            yield {urls.file_of(urls.ledger_file(f"{publication.name}/{state.SUMS}")): sums}
    yield {urls.file_of(urls.CHANGES): feed.feed(history), urls.file_of(urls.EDITIONS): _editions(history)}
    yield v1.as_file(urls.CLOCKS, {"format": CLOCKS_FORMAT, **clocks(history, editions)})
    yield former_data.files(history)
    yield timemaps.files(history, site_address)
    yield feeds.files(history, site_address, editions)
    yield calendars.files(history, site_address)


def ledger_in(mirror: Mapping[str, bytes]) -> dict[str, bytes]:
    """The ledger that a site carries, by path: without what the site adds to it."""
    added = {state.SUMS, state.STATE}
    return {
        path: data
        for path, data in mirror.items()
        if path != INDEX and path.partition("/")[2] not in added and not _TOMBSTONE.match(data)
    }


def _index(history: History, ledger: Mapping[str, bytes]) -> v1.Published:
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
            **({"signature": urls.ledger_file(f"withdrawals/{one.name}/withdrawal.json.sig")} if one.signer else {}),
        }
        for one in history.withdrawals
    ]
    return {
        "format": INDEX_FORMAT,
        "schemas": {one: urls.schema_of(name) for one, name in _WITHOUT_SCHEMA.items()},
        "changes": urls.CHANGES,
        "publications": publications,
        "withdrawals": withdrawals,
        "handovers": [urls.ledger_file(path) for path in sorted(ledger) if path.startswith("handovers/")],
        **({"signers": urls.ledger_file("allowed_signers")} if "allowed_signers" in ledger else {}),
    }


def _files_of(publication: Publication, ledger: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """What each file of a publication is, with its address."""
    for what, file in _ENTRY_FILES.items():
        path = f"{publication.name}/{file}"
        if what != "signature" or path in ledger:
            yield what, urls.ledger_file(path)
    if not publication.proves_fields:
        yield "sums", urls.ledger_file(f"{publication.name}/{state.SUMS}")
    yield "state", urls.ledger_file(f"{publication.name}/{state.STATE}")


def _tombstones(history: History) -> Mapping[str, v1.Published]:
    """What answers at every place where withdrawn words stood: the withdrawals, and where what they left stands."""
    versions = {version.file: version for version in history.each_version()}
    taken: dict[str, list[tuple[Withdrawal, WithdrawnFile]]] = {}
    for withdrawal in history.withdrawals:
        for file in withdrawal.files:
            taken.setdefault(file.file, []).append((withdrawal, file))
    stones: dict[str, v1.Published] = {}
    for path, acts in taken.items():
        stone = _tombstone(path, acts, versions.get(path))
        # What an earlier withdrawal put in its place is gone too once a later one takes more words.
        places = (path, *(replacement_of(withdrawal.name, path) for withdrawal, _ in acts[:-1]))
        stones |= dict.fromkeys(places, stone)
    return stones


def _tombstone(path: str, acts: Iterable[tuple[Withdrawal, WithdrawnFile]], version: Version | None) -> v1.Published:
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
    return {
        "format": TOMBSTONE_FORMAT,
        "publication": path.partition("/")[0],
        **about,
        "hash": acts[0][1].hash,
        "data": urls.ledger_file(replacement_of(acts[-1][0].name, path)),
        "withdrawals": withdrawals,
    }


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
