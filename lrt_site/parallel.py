"""Work on many items side by side, where the machine can: the results are those of one worker, in order."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from threading import Thread
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Gatherer(Protocol):
    """What takes things in while work is done, in whichever process that is."""

    def drained(self) -> Any:
        """What it took since it was drained before, in a form that can travel."""
        ...

    def add(self, more: Any) -> None:
        """Take what another one took."""
        ...


class Write(Gatherer, Protocol):
    """What is done with files as soon as they are made."""

    def __call__(self, contents: Mapping[str, str | bytes], /) -> None:
        """Take more files, by their path on the site."""
        ...


WORTH_IT = 200
"""Fewer items are done sooner in one process than others are started."""
_SLICE = 50


def over(
    items: Sequence[T],
    work: Callable[[Sequence[T]], R],
    workers: int,
    *,
    worth_it: int = WORTH_IT,
    at_a_time: int = _SLICE,
    gatherers: Sequence[Gatherer] = (),
) -> list[R]:
    """What `work` makes of each slice of the items, in order. `each` says how."""
    return list(each(items, work, workers, worth_it=worth_it, at_a_time=at_a_time, gatherers=gatherers))


def each(
    items: Sequence[T],
    work: Callable[[Sequence[T]], R],
    workers: int,
    *,
    worth_it: int = WORTH_IT,
    at_a_time: int = _SLICE,
    gatherers: Sequence[Gatherer] = (),
) -> Iterator[R]:
    """The same, so that no result needs to be held longer than it is used.

    Workers are forks: they see all that `work` holds without copying it, and only results travel back.
    What gatherers take in workers comes home with the results. Call it with one worker from a process that has threads.
    """
    slices = [items[start : start + at_a_time] for start in range(0, len(items), at_a_time)]
    if workers < 2 or len(items) < worth_it or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, slices)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, context, initializer=_inherit, initargs=(work, slices, gatherers)) as pool:
        for made, taken in pool.map(_of_slice, range(len(slices))):
            for gatherer, more in zip(gatherers, taken, strict=True):
                gatherer.add(more)
            yield made


_inherited: tuple[Callable[[Any], Any], list[Any], Sequence[Gatherer]]


def _inherit(work: Callable[[Any], Any], slices: list[Any], gatherers: Sequence[Gatherer]) -> None:
    global _inherited  # of a forked worker, which lives for this one call
    _inherited = work, slices, gatherers
    for gatherer in gatherers:
        gatherer.drained()  # What it had before the fork is at home already.
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Who started this hears it too, and ends it.
    for number in (signal.SIGTERM, signal.SIGHUP):
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it was killed: else it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
    os._exit(1)


def _of_slice(index: int) -> tuple[Any, list[Any]]:
    work, slices, gatherers = _inherited
    return work(slices[index]), [gatherer.drained() for gatherer in gatherers]
