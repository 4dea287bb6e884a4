"""What every benchmark does: run a whole process, and measure it and what it made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent


@dataclass(frozen=True, slots=True)
class Run:
    """One whole process."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of user and system time, of children too."""
    memory: float
    """The largest resident set of the process, in MiB."""


def timed(command: Sequence[str], out: Path) -> Run:
    """Run a command from the root of the repository, which makes this folder anew."""
    shutil.rmtree(out, ignore_errors=True)
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        message = process.stderr.read().decode() if process.stderr else ""
        sys.exit(f"{' '.join(command)}\n{message}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def megabytes(folder: Path) -> float:
    """How large all files in a folder are together."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
