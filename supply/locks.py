"""The locks that `make lock` writes: which packages are pinned, with which hashes, and what needs each."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAM = ROOT / "requirements.lock"
"""What the program and its making need."""
LOCKS = (PROGRAM, ROOT / "requirements-dev.lock", ROOT / "requirements-bench.lock")

_ENTRY = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; [^\\]+?)? \\\n"
    r"(?P<hashes>(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
    r"(?P<origin>(?: +#.*\n)+)",
    re.MULTILINE,
)
_NEEDING = re.compile(r"#\s+(?:via )?(\w[\w.-]*)")


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """One version of a package, as a lock has it."""

    name: str
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of every file that may be installed for it."""
    needed_by: tuple[str, ...]
    """The names of the packages that need it, ours among them."""


def pins(lock: str) -> tuple[Pin, ...]:
    """Every version that a lock pins; a line that is neither that nor a comment is an error."""
    found = tuple(_pin(match) for match in _ENTRY.finditer(lock))
    left = [line for line in _ENTRY.sub("", lock).splitlines() if line and not line.startswith("#")]
    if left or not found:
        raise ValueError(f"This is no lock that `make lock` wrote: {left[:1]}")
    return found


def _pin(match: re.Match[str]) -> Pin:
    needing = dict.fromkeys(found for found in _NEEDING.findall(match["origin"]) if found != "via")
    return Pin(
        match["name"], match["version"], tuple(re.findall(r"[0-9a-f]{64}", match["hashes"])), tuple(sorted(needing))
    )
