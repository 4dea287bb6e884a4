"""`python -m benchmarks.decade`: ten years of monthly publications, simulated: how large they are, how long they take.

1,500 records come in over 120 publications and have 1.3 versions on average. Measured are the ledger, the site that is
built from it, and the same as one snapshot of the whole site for every publication, as mike keeps them.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import years
from benchmarks.measuring import PROGRAMS, ROOT, SITE, Run, cold, peak, size, timed
from lrt_site import files, ledger, output, urls
from lrt_site.export import site_data
from lrt_site.ledger.draft import Draft, DraftChange
from lrt_site.ledger.pending import Pending, content_hash
from lrt_site.model.dates import PartialDate
from lrt_site.model.publications import LEDGER, History
from lrt_site.sitemap import sheets, states

SNAPSHOTS = 12
"""So many publications are built as snapshots; what all of them would take follows from these."""


def main() -> None:
    """Print the figures of ten years."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", type=Path, help="put ledger and site in this folder, and leave them there")
    chosen = options.parse_args()
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}")
    with TemporaryDirectory() as temporary:
        folder = chosen.keep or Path(temporary)
        content = folder / "inhoud"
        years.write(content)
        history = publish(content)
        known, versions = history.known(history.last), sum(1 for _ in history.each_version())
        print(f"{len(history.publications)} publications, {len(known)} records, {versions} versions")
        _print_ledger(content)
        _print_builds(folder, content.name)
        _print_site(folder / SITE)
        _print_snapshots(history)


def publish(content: Path) -> History:
    """Seal the publication of every month into the ledger of a content tree, each as a commit."""
    history, folder = History(), content / LEDGER
    _git(content, "init", "--quiet")
    for day, register in years.states(content):
        waiting = ledger.pending(history, register, {})
        salts = (sha256(f"{day} {number}".encode()).hexdigest()[:32] for number in range(len(waiting) + 1))
        publication, made = ledger.sealed(
            history,
            _draft(day, waiting),
            waiting,
            addresses=states.addresses(register),
            withdrawals={},
            salt=lambda salts=salts: next(salts),  # type: ignore[misc]
            editions=lambda _: (),
        )
        files.write(folder / publication.name, made)
        _git(content, "add", folder / publication.name)
        _git(content, "commit", "--quiet", "--message", publication.name)
        records = {one.id: one.record for one in waiting if one.record}
        now = {change.hash: records[change.id] for change in publication.changes if change.hash}
        history = History((*history.publications, publication), {**history.stored, **now})
    return history


def _draft(day: date, waiting: Sequence[Pending]) -> Draft:
    note = "Dit is een proef."
    changes = tuple(DraftChange(id=pending.id, change=pending.change, note=note) for pending in waiting)
    hashed = content_hash(tuple(waiting))
    return Draft(date=PartialDate.of(day), title="Een proef", note=note, content=hashed, changes=changes)


def _git(folder: Path, *arguments: str | Path) -> None:
    settings = ("-c", "user.name=Proef", "-c", "user.email=proef@proef.example", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True)


def _print_ledger(content: Path) -> None:
    _print("ledger", content / LEDGER)
    _git(content, "gc", "--quiet", "--aggressive", "--prune=now")
    print(f"{'its git history':34}{size(content / '.git')[1]:8.1f} MB")


def _print_builds(project: Path, content: str) -> None:
    """The whole site with an empty cache, and again with what that left there; the memory in a build of its own."""
    command = [str(PROGRAMS / "lrt-site"), "build", "--no-handbook", "--content", content]
    memory = peak(command, project)
    _print_build("build with an empty cache", cold(command, project))
    _print_build("build with a warm cache", timed(command, project))
    print(f"{'memory, with an empty cache':34}{memory:8.0f} MiB")


def _print_build(what: str, run: Run) -> None:
    print(f"{what:34}{run.wall:8.1f} s, {run.cpu:.1f} s of processor")


def _print_site(site: Path) -> None:
    _print("site", site)
    _print("  pages as known at a publication", site / urls.PUBLICATIONS.strip("/"))
    versions = [*site.rglob("versies/*/index.html")]
    print(f"{'  pages of one version':34}{_size(versions):8.1f} MB{len(versions):8} files")
    _print("  data", site / "data")


def _print_snapshots(history: History) -> None:
    """The same as mike would keep it: the living site as it was at each publication."""
    whole, number = 0, 0
    every = len(history.publications) // SNAPSHOTS
    templates, static = files.read_templates(ROOT / "templates")
    for publication in history.publications[every - 1 :: every]:
        register = history.state(publication)
        pages, state = output.Kept(), states.unpublished(register, None, None)
        renderer = output.renderer_of(templates, register.site.address)
        output.write_sheets(sheets.unpublished(state), (), renderer, pages, 1)
        made = {**pages.files, **site_data.files(register, state.as_of), **static}
        whole += sum(len(one.encode() if isinstance(one, str) else one) for one in made.values())
        number += len(made)
    print(f"{'as snapshots, like mike':34}{whole * every / 1e6:8.1f} MB{number * every:8} files", end="")
    print(f" ({every} times {SNAPSHOTS} of the {len(history.publications)})")


def _print(what: str, folder: Path) -> None:
    found = [path for path in folder.rglob("*") if path.is_file()]
    print(f"{what:34}{_size(found):8.1f} MB{len(found):8} files")


def _size(paths: Sequence[Path]) -> float:
    return sum(path.stat().st_size for path in paths) / 1e6


if __name__ == "__main__":
    main()
