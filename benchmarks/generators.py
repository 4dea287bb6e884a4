"""What the benchmark knows of a generator: how a project of it is written, and the one command that builds it.

A project is a folder of its own, in which the command runs. The site comes into `site/`, and all that a generator keeps
for its next build into `.cache/`: without these two, a build is cold.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from benchmarks import corpus
from benchmarks.measuring import PROGRAMS


@dataclass(frozen=True, slots=True)
class Generator:
    """One row of the table."""

    name: str
    version: Callable[[], str]
    """Its own name, with a version."""
    write: Callable[[Path, int], None]
    """Writes a project with that many meetings into a folder."""
    command: Callable[[], list[str]]
    largest: int = sys.maxsize
    """More meetings than this would take it too long."""


def _write(folder: Path, count: int) -> None:
    corpus.write(folder / "content", count)


def _command() -> list[str]:
    """The whole site, without a handbook: the project has none."""
    return [str(PROGRAMS / "lrt-site"), "build", "--first", "--no-handbook"]


OURS = Generator("lrt-site", lambda: f"lrt-site {metadata.version('lrt-site')}", _write, _command)
