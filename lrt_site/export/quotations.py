"""The words of every version of every record, in files in which a browser looks quotations up without a server."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lrt_site import urls
from lrt_site.export import v1
from lrt_site.model.publications import History, Version
from lrt_site.model.register import kind_of
from lrt_site.views.labels import label_of
from lrt_site.views.recorded import text_of

FORMAT = "quotations/v1"
LARGEST = 400_000
"""No file has many more bytes than this: a phone fetches it in one go."""
_SLICE = 90_000
"""Characters of one text in one file: four bytes each at most."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_NOTE = re.compile(r"\[(\^[^\[\]\s]+|[0-9]{1,3})\]")
_UNSEEN = re.compile("[*_~`]")
_BETWEEN_WORDS = re.compile(r"[\W_]+")

Fields = Mapping[str, Any]


def files(history: History) -> Mapping[str, str]:
    """All files by path: an index that names the others, and in those every record with its versions."""
    records = [_record(history, identifier) for identifier in sorted(set(history.identifiers) - history.moved.keys())]
    shards = list(_shards(piece for record in records for piece in _pieces(record)))
    names = [urls.QUOTATIONS + f"{number}.json" for number in range(1, len(shards) + 1)]
    index = {
        "format": FORMAT,
        "publications": [{"number": one.number, "date": one.date.text} for one in history.publications],
        "records": len(records),
        "versions": sum(len(record["versions"]) for record in records),
        "files": names,
    }
    return {
        urls.file_of(urls.QUOTATIONS + "index.json"): v1.as_json(index),
        **{
            urls.file_of(name): v1.as_json({"format": FORMAT, "records": shard})
            for name, shard in zip(names, shards, strict=True)
        },
    }


def plain(text: str) -> str:
    """The words of a text as quotations are looked up: without capitals, accents, signs, links and numbers of notes.

    `plain` in templates/static/citaat.js does the same.
    """
    text = _NOTE.sub("", _LINK.sub(r"\1", text))
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in decomposed if not _is_mark(unicodedata.category(sign)))
    return _BETWEEN_WORDS.sub(" ", _UNSEEN.sub("", text).lower()).strip()


def _is_mark(category: str) -> bool:
    """Whether signs of this category belong to a letter, such as accents, or are not seen at all."""
    return category.startswith("M") or category == "Cf"


def _record(history: History, identifier: str) -> Fields:
    line = history.versions(identifier)
    last = line[-1]
    kind, register = kind_of(last.record), history.state(last.publication)
    ended = history.ended.get(identifier)
    lasting = urls.versions_of(kind, identifier)
    return {
        "id": identifier,
        "title": label_of(identifier, register),
        "address": lasting if ended else urls.place_of(last.record),
        **({"ended": ended[0].number} if ended else {}),
        "versions": list(_versions(history, line)),
    }


def _versions(history: History, line: tuple[Version, ...]) -> Iterator[Fields]:
    before = None
    for version in line:
        kind = kind_of(version.record)
        text = plain(text_of(history.state(version.publication), version.record))
        yield {
            "number": version.number,
            "publication": version.publication.number,
            "class": version.change.change,
            "address": urls.version_of(kind, version.record.id, version.number),
            "differences": f"{urls.versions_of(kind, version.record.id)}#versie-{version.number}",
            **({"text": text} if text != before else {}),
        }
        before = text


def _pieces(record: Fields) -> Iterator[Fields]:
    """The record, in as many pieces as it takes for each to fit in a file: texts go on from piece to piece."""
    if _size(record) <= LARGEST:
        yield record
        return
    for version in record["versions"]:
        text = version.get("text")
        if text is None:
            yield {**record, "versions": [version]}
        for start in range(0, len(text or ""), _SLICE):
            yield {**record, "versions": [{**version, "text": text[start : start + _SLICE]}]}


def _shards(pieces: Iterable[Fields]) -> Iterator[list[Fields]]:
    shard: list[Fields] = []
    filled = 0
    for piece in pieces:
        size = _size(piece)
        if shard and filled + size > LARGEST:
            yield shard
            shard, filled = [], 0
        shard.append(piece)
        filled += size
    if shard:
        yield shard


def _size(fields: Fields) -> int:
    return len(v1.as_json(fields).encode())
