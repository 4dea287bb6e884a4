"""`make audit`: asks pip-audit about every pinned version, and counts those about which it got no answer.

pip-audit passes over what its source does not know and then finds nothing. Here that is a failure: only an answer about
every version is good news.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from supply.locks import LOCKS, pins

Version = tuple[str, str]
"""The name of a package and a version of it."""


@dataclass(frozen=True, slots=True)
class Audit:
    """What an advisory source said about versions of packages."""

    asked: int
    vulnerable: tuple[str, ...]
    """Each with its advisory, and the versions in which it is mended."""
    unanswered: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        """Whether there was an answer about every version, and nothing is known against any."""
        return not (self.vulnerable or self.unanswered) and self.asked > 0

    @property
    def told(self) -> str:
        """The outcome for whoever asked."""
        answered = self.asked - len(self.unanswered)
        lines = [f"{answered} of {self.asked} packages checked, {len(self.vulnerable)} known vulnerabilities."]
        lines += [f"Vulnerable: {text}" for text in self.vulnerable]
        if self.unanswered:
            lines.append(f"NOT checked, so nothing is known of them: {', '.join(self.unanswered)}")
        return "\n".join(lines)


def pinned(locks: Iterable[str]) -> tuple[Version, ...]:
    """All versions that locks pin, each once."""
    return tuple(sorted({(pin.name, pin.version) for lock in locks for pin in pins(lock)}))


def rounds(versions: Iterable[Version]) -> list[list[Version]]:
    """The versions in lists that name no package twice: a lock has more of one where Pythons need different ones."""
    lists: list[list[Version]] = []
    for version in versions:
        fitting = next((chosen for chosen in lists if version[0] not in dict(chosen)), None)
        if fitting is None:
            lists.append([version])
        else:
            fitting.append(version)
    return lists


def outcome(versions: Iterable[Version], answers: Iterable[str]) -> Audit:
    """What the answers, each the JSON of pip-audit or what it printed in its place, say about these versions."""
    asked = tuple(versions)
    known = [found for answer in answers for found in _dependencies(answer)]
    answered = {(found["name"], found["version"]): found["vulns"] for found in known if "vulns" in found}
    vulnerable = (
        f"{name} {version}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version'}"
        for (name, version), faults in answered.items()
        for fault in faults
    )
    unanswered = (f"{name} {version}" for name, version in asked if (name, version) not in answered)
    return Audit(len(asked), tuple(vulnerable), tuple(unanswered))


def _dependencies(answer: str) -> list[dict[str, Any]]:
    try:
        return [*json.loads(answer)["dependencies"]]
    except (ValueError, KeyError, TypeError):
        return []


def _ask(versions: list[Version], options: list[str]) -> str:
    with TemporaryDirectory() as folder:
        asked = Path(folder) / "requirements.txt"
        asked.write_text("".join(f"{name}=={version}\n" for name, version in versions), "utf-8")
        command = [sys.executable, "-m", "pip_audit", "--requirement", str(asked), "--no-deps", "--disable-pip"]
        command += ["--format", "json", "--progress-spinner", "off", *options]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not _dependencies(done.stdout):  # What went wrong stands last; pip-audit's own verdict stays unsaid.
        sys.stderr.write("".join(done.stderr.splitlines(keepends=True)[-1:]))
    return done.stdout


def main(options: list[str]) -> int:
    """Ask about all that the locks pin, with these options for pip-audit; the exit code."""
    versions = pinned(lock.read_text("utf-8") for lock in LOCKS)
    audit = outcome(versions, [_ask(chosen, options) for chosen in rounds(versions)])
    sys.stdout.write(f"{audit.told}\n")
    return int(not audit.is_sound)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
