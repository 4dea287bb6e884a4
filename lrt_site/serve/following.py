"""What is written is noticed: by the system where it tells, else by looking again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, suppress
from pathlib import Path

from watchfiles import awatch

_TOGETHER = 100
"""Milliseconds within which saves count as one."""
_QUIET = 20
"""Milliseconds without another save after which one is told."""
_LOOK_AGAIN = 0.5
"""Seconds after which is looked whether what is watched is still the same folder."""

_Standing = tuple[tuple[Path, int, int], ...]


async def saves(
    watched: Callable[[], Sequence[Path]], stopping: asyncio.Event
) -> AsyncGenerator[frozenset[Path], None]:
    """The paths that changed, as they change, until it is to stop.

    No path at all where something may have changed unseen: after watching began, when a folder was put away, back or
    made, and again and again where the system cannot tell of changes. Whoever asks has to look then.
    """
    while not stopping.is_set():
        there = _standing(watched())
        with suppress(Exception):  # a system can refuse to watch in many ways, and then is looked again
            async with aclosing(_told(there, stopping)) as told:
                looked = False
                async for changed in told:
                    if changed or not looked:
                        yield changed
                    looked = True
                    if _standing(watched()) != there:
                        break
        if not stopping.is_set():
            if _standing(watched()) == there:
                with suppress(TimeoutError):
                    await asyncio.wait_for(stopping.wait(), _LOOK_AGAIN)
            yield frozenset()


async def _told(there: _Standing, stopping: asyncio.Event) -> AsyncGenerator[frozenset[Path], None]:
    """What the system tells of these; no path at all each time that it told nothing for a while."""
    async for changes in awatch(
        *(path for path, _, _ in there),
        watch_filter=None,
        debounce=_TOGETHER,
        step=_QUIET,
        stop_event=stopping,
        rust_timeout=int(_LOOK_AGAIN * 1000),
        yield_on_timeout=True,
    ):
        yield frozenset(Path(path) for _, path in changes)


def _standing(paths: Sequence[Path]) -> _Standing:
    """What of these is there, each with what tells it from another that gets its name."""
    found = []
    for path in paths:
        with suppress(OSError):
            state = path.stat()
            found.append((path, state.st_dev, state.st_ino))
    return tuple(found)
