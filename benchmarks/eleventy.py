"""The same records as a site by Eleventy: every part of our meeting page, a list a year and a list of years."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks import corpus
from benchmarks.generators import Generator

_TEMPLATES = Path(__file__).parent / "eleventy"
_PACKAGES = "node_modules"


def write(folder: Path, count: int) -> None:
    """A project of Eleventy with that many meetings."""
    shutil.copytree(_TEMPLATES, folder, ignore=shutil.ignore_patterns(_PACKAGES), dirs_exist_ok=True)
    (folder / _PACKAGES).symlink_to(_TEMPLATES / _PACKAGES)
    for record in corpus.meetings(count):
        corpus.put(folder / "content/meetings" / f"{record.id}.md", record.text)


def _command() -> list[str]:
    return ["node", f"{_PACKAGES}/@11ty/eleventy/cmd.cjs", "--quiet"]


def _version() -> str:
    package = json.loads((_TEMPLATES / "package.json").read_text("utf-8"))
    return f"Eleventy {package['devDependencies']['@11ty/eleventy']}"


ELEVENTY = Generator("Eleventy", _version, write, _command, largest=5000)
