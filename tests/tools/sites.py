"""What many tests read: made once for a whole test run, whichever worker asks first."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import TypeVar
from urllib.parse import urljoin

from filelock import FileLock

from lrt_site import files, ledger, urls
from lrt_site.model.publications import History
from lrt_site.pages.publications import editions
from lrt_site.pages.publications.editions import own_versions

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
COMMAND = Path(sys.executable).with_name("lrt-site")
LEADS_ON = 'http-equiv="refresh"'
"""What a page holds that only sends its reader to another."""
_LEADS_TO = re.compile(f'{LEADS_ON} content="0; url=([^"#]+)')


def end_of(address: str, html: str) -> str:
    """Where a reader of the page at this address ends: there, or where it leads on to."""
    leads = _LEADS_TO.search(html)
    return urljoin(address, leads[1]) if leads else address


def build(
    content: Path, site_dir: Path, *options: str, command: Sequence[str] = (str(COMMAND),)
) -> subprocess.CompletedProcess[str]:
    """Run `lrt-site build` as an editor would, from the root of the repository."""
    return subprocess.run(
        [*command, "build", "--content", str(content), "--site-dir", str(site_dir), *options],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def built_once(content: Path, folder: Path, *options: str, command: Sequence[str] = (str(COMMAND),)) -> Path:
    """The site of this content in this folder; a build that failed fails for every test that needs it."""

    def outcome() -> str:
        run = build(content, folder, *options, command=command)
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


def editions_in(site: Path, content: str) -> tuple[History, editions.Editions]:
    """What was published of this content, and the editions of its pages that stand on the site."""
    history, problems = ledger.read(files.read_ledger(ROOT / content), PurePosixPath(content))
    assert problems == ()
    return history, editions.kept(history, set(_standing(site, history)))


def _standing(site: Path, history: History) -> Iterator[tuple[int, str]]:
    """The number of every publication, with the addresses of the pages that it brought."""
    for publication in history.publications:
        for address, version in own_versions(history, publication).items():
            if version.publication is publication:
                yield publication.number, address
        folder = (site / urls.file_of(urls.known_at(publication.name, "/"))).parent
        for file in folder.rglob("*.html"):
            if LEADS_ON not in file.read_text("utf-8"):
                yield publication.number, "/" + file.relative_to(folder).as_posix().removesuffix("index.html")
