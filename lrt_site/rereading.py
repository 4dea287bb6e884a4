"""Files are read again only when they changed: an edge as `files` is, for who reads the same folders again."""

from __future__ import annotations

import time
from pathlib import Path

from lrt_site.folders import read_plain

_SETTLED = 1_000_000_000
"""Nanoseconds after which another change cannot leave the same times behind."""

_Mark = tuple[int, int, int, int]


class Rereading:
    """Gives the bytes of files as they are now: those of `before` where a file was not touched since.

    It keeps what it gave and no more, so that what is gone is let go of with the one before.
    """

    def __init__(self, before: Rereading | None = None) -> None:
        self._before = before._kept if before else {}
        self._kept: dict[Path, tuple[_Mark, bytes]] = {}

    def __call__(self, path: Path) -> bytes:
        """The bytes of a file. OSError as `folders.opened`."""
        found = path.lstat()
        mark = (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        known = self._before.get(path)
        data = known[1] if known and known[0] == mark else read_plain(path)
        if time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) > _SETTLED or (known and known[0] == mark):
            self._kept[path] = mark, data
        return data
