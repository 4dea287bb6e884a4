"""Sites that many tests read: built once for a whole test run, whichever worker asks first."""

import subprocess
import sys
from pathlib import Path

from filelock import FileLock

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
    outcome = folder.with_suffix(".outcome")
    with FileLock(folder.with_suffix(".lock")):
        if not outcome.exists():
            run = build(content, folder, *options)
            outcome.write_text("" if run.returncode == 0 else f"{run.stdout}{run.stderr}", encoding="utf-8")
    if (fault := outcome.read_text(encoding="utf-8")) or not (folder / "index.html").is_file():
        raise RuntimeError(f"lrt-site build --content {content} failed:\n{fault}")
    return folder
