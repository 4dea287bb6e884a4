"""Where and with what was measured."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from benchmarks.comparing import OTHERS
from benchmarks.generators import OURS


def in_words(rounds: int) -> str:
    """The day, the machine and how busy it was, the versions, and how often was measured."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text("utf-8"))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    today = date.today()  # noqa: DTZ011 - the day on which somebody sits at this machine
    generators = ", ".join(dict.fromkeys(generator.version() for generator in (OURS, *OTHERS)))
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True).stdout.strip().lstrip("v")
    return (
        f"Measured on {today.day} {today:%B %Y}. "
        f"Machine: {os.cpu_count()} processors{f' ({model[1]})' if model else ''}, {memory:.0f} GiB of memory, "
        f"{platform.system()}; load when it began {os.getloadavg()[0]:.1f}. "
        f"Versions: {generators}; Python {sys.version.split()[0]}, Node.js {node}. "
        f"Pairs with each generator: {rounds}; from 5,000 meetings on half of that."
    )
