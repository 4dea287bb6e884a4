"""A small site that takes the place of another, in a process that meets something on the way."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from lrt_site import files, parallel, site_folder
from lrt_site.cli.console import speaking_plainly
from lrt_site.ledger import site_check
from tests.tools.editors import PROCESSES, before_step

OLD = {"index.html": b"oud", "bron/index.html": b"gelijk", "weg/diep/index.html": b"weg", "soort": b"bestand"}
NEW = {"index.html": b"nieuw", "bron/index.html": b"gelijk", "erbij/index.html": b"erbij", "soort/index.html": b"map"}
"""Two sites: a page changed, one stayed, one went, one came, and a file became a folder."""
WAYS = ("one step", "no such step", "mounted")
"""How a site can be put in its place; all but the first are what other systems would make of it."""


def build(site: Path, pages: Mapping[str, bytes], way: str = "one step") -> None:
    """Put a site in its place, as `lrt-site build` does."""
    if way != "one step":
        vars(site_folder)["exchanged"] = lambda *_: False
    if way == "mounted":
        vars(site_folder)["_is_mounted"] = lambda _: True
    with site_folder.replacing(site, {}) as fresh:
        files.write(fresh, pages)
        files.write(fresh, {"SHA256SUMS": site_check.sums(files.hashes(fresh))})


def built_until(site: Path, way: str, step: int, number: int = signal.SIGKILL) -> int | None:
    """Put the new site in its place, in a process that gets a signal just before this step; its exit code."""
    process = PROCESSES.Process(target=_signalled, args=(site, way, step, number))
    process.start()
    process.join()
    return process.exitcode


@contextmanager
def halted(site: Path, way: str, step: int) -> Iterator[bool]:
    """Another process that puts the new site in its place, and waits before this step while the block lasts.

    False where it was done before that.
    """
    here, there = PROCESSES.Pipe()
    process = PROCESSES.Process(target=_waiting, args=(site, way, step, there))
    process.start()
    there.close()
    with here:
        try:
            here.recv()
        except EOFError:
            yield False
        else:
            yield True
            here.send(None)
    process.join()


def wait_in_workers(told: Connection) -> None:
    """Let two workers tell that they are there, and then never be done."""

    def work(_: object) -> None:
        told.send("hier")
        signal.pause()

    parallel.over(range(2), work, 2, worth_it=1, at_a_time=1)


def pages_of(site: Path) -> dict[str, bytes]:
    """What a reader can find on a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and not path.relative_to(site).parts[0].startswith(".") and path.name != "SHA256SUMS"
    }


def litter_of(site: Path) -> list[str]:
    """What builds left in a site and beside it."""
    return sorted(path.name for folder in (site, site.parent) for path in folder.glob(".bezig-*"))


def _signalled(site: Path, way: str, step: int, number: int) -> None:
    if number != signal.SIGKILL:  # A run of tests in the background may ignore it, and so would this process.
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    sys.addaudithook(before_step(step, lambda: os.kill(os.getpid(), number), within=""))
    _plainly(lambda: build(site, NEW, way))


def _waiting(site: Path, way: str, step: int, other: Connection) -> None:
    def wait() -> None:
        other.send(None)
        other.recv()

    sys.addaudithook(before_step(step, wait, within=""))
    build(site, NEW, way)


def _plainly(work: Callable[[], None]) -> None:
    """Let this process end as a command does."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    speaking_plainly(work)()
