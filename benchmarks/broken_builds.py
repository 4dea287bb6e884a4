"""Builds that are killed at random, and builds on a disk that is too small. There must be a whole site after each.

Run as root from the top of the repository, for disks of their own: `.venv/bin/python -m benchmarks.broken_builds`.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from signal import SIGKILL, Signals

from tests.tools import editors

FIRST = "2026-01-15"
WORDS = ("Dit is verzonnen.", "Dit is geheel verzonnen.")
PAGE = "pages/fictie.md"


def command(content: Path, site: Path) -> tuple[str | Path, ...]:
    """How a site is built of a tree."""
    return ("build", "--preview", "--no-handbook", "--content", content, "--site-dir", site)


def prepared(folder: Path) -> tuple[Path, Path]:
    """Two content trees that give other sites."""
    trees = (editors.write_small(folder / "oud"), editors.write_small(folder / "nieuw"))
    editors.edit(trees[1] / PAGE, *WORDS)
    return trees


def listed(site: Path) -> str:
    """What the list of a site says, where it and all that it names are as they were made; else what is wrong."""
    sums = site / "SHA256SUMS"
    if not sums.is_file():
        return "no site"
    rows = dict(line.split("  ", 1)[::-1] for line in sums.read_text("utf-8").splitlines())
    there = {
        str(path.relative_to(site)): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(site).parts)
    }
    there.pop("SHA256SUMS")
    return sha256(sums.read_bytes()).hexdigest() if there == rows else "broken"


def litter(site: Path) -> int:
    """How many unfinished sites stand in a site or beside it."""
    return len([*site.glob(".bezig-*"), *site.parent.glob(f".bezig-{site.name}-*")])


@contextmanager
def disk(size: str, inodes: int) -> Iterator[Path]:
    """A disk of this size."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size},nr_inodes={inodes}", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def killed(trees: tuple[Path, Path], site: Path, times: int, signal: Signals, seed: int) -> Counter[str]:
    """What there is after builds that got a signal at a random moment, the old site or the new one in turn."""
    chance = random.Random(seed)
    known = []
    began = time.monotonic()
    for tree in trees:
        began = time.monotonic()
        editors.lrt_site(*command(tree, site))
        known.append(listed(site))
    took = time.monotonic() - began
    assert len(set(known)) == len(known)
    counts: Counter[str] = Counter()
    for number in range(times):
        before, tree = known[1 - number % 2], trees[number % 2]
        if listed(site) != before:
            editors.lrt_site(*command(trees[1 - number % 2], site))
            assert listed(site) == before
        process = editors.working(*command(tree, site), out=site.with_name("uit"), err=site.with_name("fout"))
        process.join(chance.uniform(0.1 * took, 1.1 * took))
        if process.exitcode is None:
            process.kill() if signal == SIGKILL else os.kill(process.pid or 0, signal)
            counts["hit"] += 1
        process.join()
        after = listed(site)
        counts["old" if after == before else "new" if after == known[number % 2] else after] += 1
        counts["litter at once"] += bool(litter(site))
        if process.exitcode and process.exitcode > 0 and process.exitcode != 128 + signal:
            counts[f"exit code {process.exitcode}"] += 1
    editors.lrt_site(*command(trees[0], site))
    counts["litter after the next build"] = litter(site)
    return counts


def full(trees: tuple[Path, Path], sizes: list[tuple[str, int]], *, at_top: bool) -> Counter[str]:
    """What there is after builds on disks of these sizes, which held the old site already."""
    counts: Counter[str] = Counter()
    for size, inodes in sizes:
        with disk(size, inodes) as folder:
            site = folder if at_top else folder / "site"
            first = editors.run(*command(trees[0], site))
            if first.returncode:
                counts["no room for the old"] += 1
                assert first.stderr.strip().splitlines()[-1].endswith("de schijf is vol."), first.stderr
                assert [path.name for path in folder.iterdir()] == [], list(folder.iterdir())
                continue
            before = listed(site)
            done = editors.run(*command(trees[1], site))
            after = listed(site)
            counts["old" if after == before else after if len(after) < 20 else "new"] += 1
            counts["litter"] += litter(site)
            if done.returncode:
                said = done.stderr.strip().splitlines()[-1]
                counts["said in one sentence, with a name"] += said.startswith(f"lrt-site: '{site}")
                counts["failed"] += 1
                print(said)
    return counts


def main() -> None:
    """Print, of each kind of trouble, how many builds left what."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--sizes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        trees = prepared(folder / "inhoud")
        for signal, times in ((SIGKILL, given.kills), (Signals.SIGTERM, given.kills // 10)):
            place = folder / signal.name
            place.mkdir()
            print(signal.name, dict(killed(trees, place / "site", times, signal, given.seed)), flush=True)
            shutil.rmtree(place)
        with disk("100m", 100_000) as place:
            print("mounted", dict(killed(trees, place, given.kills // 10, SIGKILL, given.seed)), flush=True)
        site = folder / "gemeten"
        editors.lrt_site(*command(trees[0], site))
        blocks = sum(path.stat().st_blocks * 512 for path in site.rglob("*")) // 1024
        entries = sum(1 for _ in site.rglob("*")) + 10
        sizes = [(f"{blocks * (8 + step) // 10}k", 100_000) for step in range(given.sizes)]
        inodes = [("100m", entries * (8 + 2 * step) // 10) for step in range(given.sizes // 2)]
        for at_top in (False, True):
            print("full", "at the top" if at_top else "", dict(full(trees, sizes, at_top=at_top)), flush=True)
            print("inodes", "at the top" if at_top else "", dict(full(trees, inodes, at_top=at_top)), flush=True)


if __name__ == "__main__":
    main()
