"""The cache on this machine: outside the project, for its owner alone, and safe to throw away at any moment.

`compiled/` has compiled templates, `handbooks/` handbooks, `sealed/LEDGER/WITHDRAWALS/MADE_WITH/` what follows from a
ledger. An entry is SHA-256 over its key and its bytes, and these bytes: one that is anything else is deleted.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from platformdirs import user_cache_path

from lrt_site.caching import NO_CACHE, Cache, digest_of, key_of
from lrt_site.folders import clear, reason_of
from lrt_site.ledger.naming import publications_in
from lrt_site.ledger.stored import ENTRY, WITHDRAWALS
from lrt_site.problems import LrtSiteError

BOUND = 1 << 30
"""The cache is made no larger than this, in bytes: what was not used for longest goes."""
_COMPILED, _HANDBOOKS, _SEALED = "compiled", "handbooks", "sealed"
_ASIDE = ".weg-"
_HEAD = 64
_TOLERANCE = 2.0
"""Seconds by which the clock of a file system can be behind ours."""


def place() -> Path:
    """Where the cache of this user is, or will be."""
    return user_cache_path("lrt-site", appauthor=False)


class CacheFolder:
    """The cache in a folder. Where that cannot be had, or others can write in it, nothing is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._started = time.time()
        self._used: list[Path] = []
        self._ledger: Path | None = None

    @property
    def compiled(self) -> Cache:
        """For templates, compiled by this program with these libraries."""
        return self._by_program(_COMPILED)

    @property
    def handbooks(self) -> Cache:
        """For handbooks, made by this program with these libraries."""
        return self._by_program(_HANDBOOKS)

    def sealed(self, ledger: Mapping[str, bytes], *parts: str) -> Cache:
        """For what follows from a ledger and these parts alone, made by this program with these libraries."""
        if not publications_in(ledger):
            return NO_CACHE
        place = _place_of(ledger)
        self._ledger = place
        self._sweep()
        for other in _folders_in(self.root / place.parent):
            if other.name != place.name:
                self._remove(other)
        return self._entries(place / key_of(_program(), *_libraries(), *parts))

    def settle(self, ledger: Mapping[str, bytes]) -> None:
        """Throw away what the build that ends here did not use, and the oldest of the rest while all is too large.

        Another build can be doing the same, and can be the first. `ledger` is that of now: where words were taken back
        while the build was at work, nothing of it stays, and LrtSiteError tells that.
        """
        if self._ledger and not (publications_in(ledger) and _place_of(ledger) == self._ledger):
            self._remove(self.root / self._ledger)
            raise LrtSiteError(
                "Terwijl er werd gebouwd, is er iets ingetrokken. De site is niet gemaakt. Bouw opnieuw."
            )
        with suppress(OSError):
            self._settle()

    def _settle(self) -> None:
        for used in self._used:
            for file in _files_in(used):
                if file.stat().st_mtime < self._started - _TOLERANCE:
                    file.unlink(missing_ok=True)
            os.utime(used)
        sizes = {made: sum(file.stat().st_size for file in _files_in(made)) for made in self._made()}
        for oldest in sorted(sizes, key=lambda made: made.stat().st_mtime):
            if sum(sizes.values()) <= BOUND:
                return
            self._remove(oldest)
            del sizes[oldest]

    def forget(self, ledger: Mapping[str, bytes]) -> None:
        """Throw away all that follows from a ledger, with whatever withdrawals."""
        self._sweep()
        if publications_in(ledger):
            self._remove(self.root / _place_of(ledger).parent)

    def clear(self) -> int:
        """Throw everything away; how many bytes that were."""
        if not _is_there(self.root):
            return 0
        size = sum(file.lstat().st_size for file in _files_in(self.root))
        for path in sorted(self.root.iterdir()):
            self._remove(path)
        with suppress(OSError):
            self.root.rmdir()
        return size

    def _remove(self, path: Path) -> None:
        """Delete what is here, out of reach at once of who is writing in it. LrtSiteError where it stays."""
        if not _is_there(self.root):
            return
        aside = self.root / f"{_ASIDE}{token_hex(8)}"
        try:
            path.rename(aside)
            clear(aside)
        except FileNotFoundError:
            return  # Somebody else deletes it too.
        except OSError as error:
            raise LrtSiteError(
                f"In '{self.root}' bewaart het programma wat het eerder maakte, en daar kan niet alles weg: "
                f"{reason_of(error)}. Er kunnen ingetrokken woorden in staan. Haal die map zelf weg."
            ) from error

    def _sweep(self) -> None:
        """Delete what was on its way out when a command was stopped."""
        for left in self.root.glob(f"{_ASIDE}*") if _is_there(self.root) else ():
            self._remove(left)

    def _by_program(self, name: str) -> Cache:
        return self._entries(Path(name, key_of(_program(), *_libraries())))

    def _entries(self, place: Path) -> Cache:
        made = self.root / place
        try:
            self.root.parent.mkdir(parents=True, exist_ok=True)
            for path in (self.root, *(self.root / part for part in reversed(place.parents) if part.name), made):
                path.mkdir(mode=0o700, exist_ok=True)
                if not _is_ours(path):
                    return NO_CACHE
                path.chmod(0o700)
        except OSError:
            return NO_CACHE
        self._used.append(made)
        return _Entries(made)

    def _made(self) -> Iterator[Path]:
        """The folders that hold entries."""
        for name in (_COMPILED, _HANDBOOKS):
            yield from _folders_in(self.root / name)
        for ledger in _folders_in(self.root / _SEALED):
            for withdrawals in _folders_in(ledger):
                yield from _folders_in(withdrawals)


class _Entries:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._works = True

    def get(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
            with open(descriptor, "rb") as file:  # noqa: PTH123 - a descriptor has no path
                entry = file.read()
            made = entry[_HEAD:]
            if entry[:_HEAD] == _head(key, made):
                os.utime(path)
                return made
            path.unlink()
        except OSError:
            pass
        return None

    def put(self, key: str, made: bytes) -> None:
        if not self._works:
            return
        path = self._path(key)
        fresh = path.with_name(f".{token_hex(8)}")
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
            try:
                with open(descriptor, "wb") as file:  # noqa: PTH123
                    file.write(_head(key, made) + made)
                fresh.rename(path)
            finally:
                fresh.unlink(missing_ok=True)
        except OSError:
            self._works = False  # Such as a full disk: what the build itself needs goes before.

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key


def _head(key: str, made: bytes) -> bytes:
    return sha256(key.encode() + sha256(made).digest()).hexdigest().encode()


def _place_of(ledger: Mapping[str, bytes]) -> Path:
    """The folder of a ledger, known by its first publication, as these withdrawals left it."""
    first = publications_in(ledger)[0]
    withdrawn = {path: data for path, data in ledger.items() if path.startswith(f"{WITHDRAWALS}/")}
    return Path(_SEALED, sha256(ledger[f"{first}/{ENTRY}"]).hexdigest(), digest_of(withdrawn))


@cache
def _program() -> str:
    return program_in(Path(__file__).parent)


def program_in(package: Path) -> str:
    """SHA-256 over all files of a program, but what Python made of them."""
    files = (path for path in _files_in(package) if path.suffix != ".pyc")
    return digest_of({path.relative_to(package).as_posix(): path.read_bytes() for path in files})


@cache
def _libraries() -> tuple[str, ...]:
    """The version of Python, and every library that it can find with its version."""
    installed = {path.name for place in map(Path, sys.path) if place.is_dir() for path in place.glob("*.dist-info")}
    return (sys.version, sys.platform, *sorted(installed))


def _is_ours(folder: Path) -> bool:
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()


def _folders_in(folder: Path) -> Iterator[Path]:
    if folder.is_dir() and not folder.is_symlink():
        yield from (path for path in sorted(folder.iterdir()) if path.is_dir() and not path.is_symlink())


def _files_in(folder: Path) -> Iterator[Path]:
    for below, _, names in os.walk(folder):
        yield from (Path(below, name) for name in names)


def _is_there(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()
