"""`make bench`: build the same made-up meetings with this generator and with others, in turn, and print the figures.

A cold build starts without a site and with an empty cache of its own (XDG_CACHE_HOME), as on a machine that never built
one; ours fills that cache while it builds. Nothing is built with `--no-cache`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import machine, tables
from benchmarks.comparing import Comparison
from benchmarks.measuring import ROOT
from benchmarks.tables import Made

_USUAL = 1000
"""The size at which commands other than a cold build are measured."""
_LARGE = 5000
"""From this size on half of the rounds will do."""


def main() -> None:
    """Print all figures; with `--page`, put them into the handbook too."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000, 10000])
    options.add_argument("--rounds", type=int, default=5, help="how often each generator is built beside ours")
    options.add_argument("--with", dest="programs", nargs="*", default=[], help="run these too: decade, serving")
    options.add_argument("--page", action="store_true", help="put what is printed into the handbook")
    chosen = options.parse_args()
    parts = []
    for part in _parts(sorted(chosen.sizes), chosen.rounds, chosen.programs):
        print(part, end="\n\n", flush=True)
        parts.append(part)
    if chosen.page:
        tables.put_into_page("\n\n".join(parts))


def _parts(sizes: Sequence[int], rounds: int, programs: Sequence[str]) -> Iterator[str]:
    yield machine.in_words(rounds)
    usual = max((size for size in sizes if size <= _USUAL), default=sizes[0])
    made: list[Made] = []
    besides = []
    for size in sizes:
        with TemporaryDirectory() as folder:
            comparison = Comparison(Path(folder), size, rounds if size < _LARGE else max(1, rounds // 2))
            made += comparison.builds()
            if size == usual:
                besides += [tables.of_commands(comparison.commands()), tables.of_steps(comparison.steps(), size)]
    yield tables.of_builds(made)
    if growth := tables.growth(made, usual):
        yield growth
    yield from besides
    for name in programs:
        command = [sys.executable, "-m", f"benchmarks.{name}"]
        told = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
        yield f"`python -m benchmarks.{name}`:\n\n```\n{told.stdout.strip()}\n```"


if __name__ == "__main__":
    main()
