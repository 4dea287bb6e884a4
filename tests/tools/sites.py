"""What many tests read: made once for a whole test run, whichever worker asks first."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("lrt-site")


def build(content: Path, site_dir: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `lrt-site build` as an editor would, from the root of the repository."""
    return subprocess.run(
        [str(COMMAND), "build", "--content", str(content), "--site-dir", str(site_dir), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def built_once(content: Path, folder: Path, *options: str) -> Path:
    """The site of this content in this folder; a build that failed fails for every test that needs it."""

    def outcome() -> str:
        run = build(content, folder, *options)
        return "" if run.returncode == 0 else f"{run.stdout}{run.stderr}"

    if (fault := found_once(folder.with_suffix(".outcome"), outcome)) or not (folder / "index.html").is_file():
        raise RuntimeError(f"lrt-site build --content {content} failed:\n{fault}")
    return folder


def found_once(file: Path, find: Callable[[], T]) -> T:
    """What was found, as JSON can hold it: kept in this file for who asks again."""
    with FileLock(file.with_name(f"{file.name}.lock")):
        if not file.exists():
            file.write_text(json.dumps(find()), encoding="utf-8")
    found: T = json.loads(file.read_text(encoding="utf-8"))
    return found
