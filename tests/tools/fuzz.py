"""`make fuzz`: try every law at random for so many minutes, and keep what breaks one."""

import argparse
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from random import randrange

from tests.tools.examples import KEPT, kept

ROOT = Path(__file__).parents[2]
PYTEST = (
    sys.executable,
    "-m",
    "pytest",
    "--fuzz",
    "-m",
    "hypothesis",
    "-n",
    "2",
    "-q",
    "--tb=no",
    "--no-header",
    "-p",
    "no:unraisableexception",
)
STOPPED = 2
"""What pytest answers when it is interrupted."""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--kept", type=Path, default=KEPT, help="where to keep what is found")
    asked.add_argument("laws", nargs="*", default=["tests"], help="the tests to try, as for pytest")
    given = asked.parse_args()
    before = set(kept(given.kept))
    began = time.monotonic()
    end = began + given.minutes * 60
    rounds = 0
    with suppress(KeyboardInterrupt):
        while (left := end - time.monotonic()) > 0:
            rounds += 1
            outcome = _round([*PYTEST, f"--kept={given.kept}", f"--order={randrange(10**9)}", *given.laws], left)
            if outcome not in (0, 1, STOPPED):
                return outcome
    new = [example for example in kept(given.kept) if example not in before]
    print(
        f"{rounds} rounds in {(time.monotonic() - began) / 60:.1f} minutes: {len(new)} new examples that break a law."
    )
    for example in new:
        print("", given.kept / example.name, *(f"    {line}" for line in example.said), sep="\n")
        print(f"  Try it again: .venv/bin/pytest -n 0 '{example.test}'")
    return int(bool(new))


def _round(command: list[str], seconds: float) -> int:
    """One run of all laws, stopped where its time is over; what it found by then is kept."""
    run = subprocess.Popen(command, cwd=ROOT)
    try:
        return run.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        run.send_signal(signal.SIGINT)
        return run.wait() and STOPPED
    except KeyboardInterrupt:
        run.wait()
        raise


if __name__ == "__main__":
    sys.exit(main())
