"""What every benchmark does: run a whole process, and measure it and what it made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent
SITE, CACHE = "site", ".cache"
"""What a build makes in its project, and what it keeps there for the next one."""
_LOG = "stderr.log"
_BETWEEN = 0.01
"""Seconds between two looks at a process."""


@dataclass(frozen=True, slots=True)
class Run:
    """One whole command."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of user and system time, of all its processes."""


def cold(command: Sequence[str], project: Path) -> Run:
    """Run a command in a project without a site, and with an empty cache."""
    forget(project)
    return timed(command, project)


def timed(command: Sequence[str], project: Path) -> Run:
    """Run a command in a project, as it stands."""
    started = time.perf_counter()
    process = _start(command, project)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    _refuse_failure(command, process.returncode, project)
    return Run(wall, usage.ru_utime + usage.ru_stime)


def peak(command: Sequence[str], project: Path) -> float:
    """The most MiB that a command and its children hold together in a cold run, looked at a hundred times a second.

    What processes share counts once (PSS, by /proc/*/smaps_rollup). Looking takes time: such a run is not timed.
    """
    forget(project)
    process = _start(command, project)
    most = 0
    while process.poll() is None:
        most = max(most, sum(_held(number) for number in _family(process.pid)))
        time.sleep(_BETWEEN)
    _refuse_failure(command, process.returncode, project)
    return most / 1024


def steps(command: Sequence[str], project: Path) -> list[tuple[str, float]]:
    """The steps of a cold run and their seconds: each begins when the program names it on its error line."""
    forget(project)
    names, moments = ["(start)"], [time.perf_counter()]
    with subprocess.Popen(command, **_settings(project), stderr=subprocess.PIPE, text=True) as process:
        for line in process.stderr or ():
            names.append(line.strip())
            moments.append(time.perf_counter())
    moments.append(time.perf_counter())
    if process.returncode:
        sys.exit("\n".join(names))
    return [(name, end - begin) for name, (begin, end) in zip(names, pairwise(moments), strict=True)]


def forget(project: Path) -> None:
    """Throw away the site of a project, and its cache."""
    for name in (SITE, CACHE):
        shutil.rmtree(project / name, ignore_errors=True)


def size(folder: Path) -> tuple[int, float]:
    """How many files there are in a folder, and their MB together."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes) / 1e6


def _start(command: Sequence[str], project: Path) -> subprocess.Popen[bytes]:
    with (project / _LOG).open("wb") as log:
        return subprocess.Popen(command, **_settings(project), stderr=log)


def _settings(project: Path) -> dict[str, Any]:
    place = {**os.environ, "XDG_CACHE_HOME": str(project / CACHE)}
    return {"cwd": project, "env": place, "stdout": subprocess.DEVNULL}


def _refuse_failure(command: Sequence[str], code: int, project: Path) -> None:
    if code:
        sys.exit(f"{' '.join(command)} ended with {code}:\n{(project / _LOG).read_text('utf-8', 'replace')}")


def _family(number: int) -> Iterator[int]:
    """A process, its children, theirs, and so on."""
    yield number
    try:
        threads = [*Path(f"/proc/{number}/task").iterdir()]
        children = [child for thread in threads for child in (thread / "children").read_text("utf-8").split()]
    except OSError:  # it ended
        return
    for child in children:
        yield from _family(int(child))


def _held(number: int) -> int:
    """The KiB of a process, with its part of what it shares."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:  # it ended
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
