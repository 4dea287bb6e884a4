"""What was made once and need not be made again, by what it follows from.

Nothing depends on what is kept: what is not there, is made. A key says all that the bytes follow from, so that what
has a key can never change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Protocol

Files = Mapping[str, str | bytes]
"""Files by their path."""


class Cache(Hashable, Protocol):
    """Bytes by their key. Whoever asks gets exactly what was put there, or nothing."""

    def get(self, key: str) -> bytes | None:
        """What is kept under a key."""
        ...

    def put(self, key: str, made: bytes) -> None:
        """Keep bytes, where that can be done: nobody is told when it cannot."""
        ...


class Caches(Protocol):
    """Where a build keeps what it made."""

    @property
    def compiled(self) -> Cache:
        """For templates, compiled."""
        ...

    @property
    def handbooks(self) -> Cache:
        """For handbooks."""
        ...

    def sealed(self, ledger: Mapping[str, bytes], *parts: str) -> Cache:
        """For what follows from a ledger and these parts alone, made by this program with these libraries.

        What follows from a ledger with other withdrawals is thrown away: words may have been taken back since.
        """
        ...

    def settle(self, ledger: Mapping[str, bytes]) -> None:
        """Tidy up after a build: what that used is kept, as long as this is still the ledger with its withdrawals."""
        ...


class _Nowhere:
    def get(self, key: str) -> bytes | None:  # noqa: ARG002 - as a cache has it
        return None

    def put(self, key: str, made: bytes) -> None:
        pass


NO_CACHE: Cache = _Nowhere()


class _Nothing:
    compiled = handbooks = NO_CACHE

    def sealed(self, ledger: Mapping[str, bytes], *parts: str) -> Cache:  # noqa: ARG002 - as caches have it
        return NO_CACHE

    def settle(self, ledger: Mapping[str, bytes]) -> None:
        pass


NO_CACHES: Caches = _Nothing()


def key_of(*parts: str) -> str:
    """A key that no other parts have: SHA-256 over them with their lengths."""
    digest = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def digest_of(files: Mapping[str, bytes]) -> str:
    """SHA-256 over files and their paths."""
    return key_of(*(part for path in sorted(files) for part in (path, sha256(files[path]).hexdigest())))


def once(cache: Cache, key: str, make: Callable[[], Iterable[Files]]) -> Iterator[Mapping[str, bytes]]:
    """Files in the portions in which they are made, or were made before."""
    known = cache.get(key)
    count = int(known) if known else 0
    for number in range(count):
        portion = cache.get(key_of(key, str(number)))
        if portion is None:
            break
        yield _unpacked(portion)
    else:
        if known:
            return
    number = 0
    for number, files in enumerate(make(), start=1):
        made = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        cache.put(key_of(key, str(number - 1)), _packed(made))
        yield made
    cache.put(key, str(number).encode())


def _packed(files: Mapping[str, bytes]) -> bytes:
    sizes = json.dumps([[path, len(data)] for path, data in files.items()])
    return b"\n".join((sizes.encode(), b"".join(files.values())))


def _unpacked(portion: bytes) -> Mapping[str, bytes]:
    sizes, _, data = portion.partition(b"\n")
    files: dict[str, bytes] = {}
    at = 0
    for path, size in json.loads(sizes):
        files[path] = data[at : at + size]
        at += size
    return files
