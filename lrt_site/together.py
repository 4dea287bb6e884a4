"""Files of editors that change together: all of them or none, and by one command at a time."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lrt_site.files import remove, replace_bytes
from lrt_site.system_calls import undisturbed


@contextmanager
def one_at_a_time(folder: Path) -> Iterator[None]:
    """A folder in which no other command writes meanwhile: whoever comes later waits."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def replace_all(folder: Path, contents: Mapping[str, bytes], gone: Iterable[str]) -> None:
    """Write files and delete others, all or none: where the disk refuses one, what was done is undone.

    Each is written wholly beside its place first. Whoever asks to stop waits until all have their names.
    """
    old = {path: (folder / path).read_bytes() for path in (*contents, *gone) if (folder / path).exists()}
    with undisturbed():
        try:
            for path, data in contents.items():
                (folder / path).parent.mkdir(exist_ok=True)
                replace_bytes(folder / path, data)
            remove(folder, gone)
        except OSError:
            for path in (path for path in contents if path not in old):
                (folder / path).unlink(missing_ok=True)
            for path, data in old.items():
                if not (folder / path).exists() or (folder / path).read_bytes() != data:
                    replace_bytes(folder / path, data)
            raise
