"""What the system can do with folders and signals that Python has no word for: the only module that knows ctypes."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""The signals by which a person or a machine asks a program to stop."""

_SYSTEM = ctypes.CDLL(None, use_errno=True)
_HERE = -100
"""AT_FDCWD of Linux: a path counts from the current folder."""
_TRADE = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS."""
_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV, errno.EBUSY}
"""How a system, a file system or a mount point says that two folders cannot trade places there."""


def exchanged(folder: Path, other: Path) -> bool:
    """Let two folders trade places in one step; False, and nothing done, where the system has no such step here."""
    paths = os.fsencode(folder), os.fsencode(other)
    sys.audit("os.rename", folder, other, -1, -1)
    if hasattr(_SYSTEM, "renameat2"):
        failed = _SYSTEM.renameat2(_HERE, paths[0], _HERE, paths[1], _TRADE)
    elif hasattr(_SYSTEM, "renamex_np"):
        failed = _SYSTEM.renamex_np(*paths, _TRADE)
    else:
        return False
    refused = ctypes.get_errno() if failed else 0
    if refused and refused not in _CANNOT:
        raise OSError(refused, os.strerror(refused), str(other))
    return not refused


def bring_to_disk(folder: Path) -> None:
    """Wait until all in a folder is on the disk; OSError where it did not get there.

    Linux does this for a whole file system at once, in a tenth of a second for a site, and tells since 5.8 of whatever
    it could not write. Elsewhere each file and each folder is waited for by itself: safe too, and eight times slower.
    """
    if not hasattr(_SYSTEM, "syncfs"):
        with ThreadPoolExecutor() as pool:
            list(pool.map(wait_for, (folder, *folder.rglob("*"))))
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if _SYSTEM.syncfs(descriptor):
            refused = ctypes.get_errno()
            raise OSError(refused, os.strerror(refused), str(folder))
    finally:
        os.close(descriptor)


def wait_for(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let whoever asks the program to stop wait for the end of the block."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
