"""A whole site in a folder: what `build` makes, what `serve` shows, and what `verify` compares a site with."""

from __future__ import annotations

import gc
import os
import re
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

import click

from lrt_site import builtin, files, handbook, pipeline, site_folder, sites
from lrt_site.cli.console import Problems, expect_published, read_all, read_templates
from lrt_site.export.state import SUMS
from lrt_site.ledger import site_check
from lrt_site.model.publications import LEDGER
from lrt_site.output import Write
from lrt_site.problems import LrtSiteError, Problem

HANDBOOK = "handboek"
_PROJECT = Path()
_PLACE = re.compile(r' id="([^"]+)"')


def build_into(
    folder: Path, content: Path, as_of: date | None, *, with_handbook: bool, preview: bool = False, first: bool = False
) -> pipeline.Build:
    """Build a site in an empty folder. Problems where that cannot be: then the folder is not to be used."""
    gc.set_threshold(50_000, 100, 10_000)  # Only templates leave cycles behind, and those are found young.
    write, workers = partial(files.write, folder), os.cpu_count() or 1
    own = Handbook(folder / HANDBOOK)
    wrong = own.rebuilt() if with_handbook else ()
    if wrong:
        raise Problems(wrong)
    in_handbook = own.addresses()
    made, found = built(content, as_of, in_handbook, preview=preview, first=first, write=write, workers=workers)
    if found:
        raise Problems(found)
    files.write(folder, {SUMS: site_check.sums(files.hashes(folder))})
    return made


def site_in(folder: Path) -> sites.BuiltSite:
    """A built or downloaded site."""
    listed = folder / SUMS
    return sites.BuiltSite(
        root=PurePosixPath(folder.as_posix()),
        listed=listed.read_text("utf-8", errors="replace") if listed.is_file() else None,
        hashes=files.hashes(folder),
        mirror=_mirror_in(folder),
        hidden=site_folder.hidden_in(folder),
    )


def sources_by_name(content: Path) -> dict[Path, str]:
    """The files and folders that a site is made from, each with what it is called."""
    templates = dict.fromkeys(builtin.template_folders(), "de sjablonen")
    return {content: "de inhoud", **templates, **dict.fromkeys(handbook.sources(_PROJECT), "het handboek")}


def refuse_older(site: Path, content: Path) -> None:
    """LrtSiteError where a site would make way for one of an older ledger, or of another."""
    if not (site / sites.MIRROR).is_dir():
        return
    newer = sites.unknown_in(_mirror_in(site), files.read_ledger(content))
    if newer:
        raise LrtSiteError(
            f"In '{site}' staat een site met publicatie {', '.join(newer)}, en die kent uw register in "
            f"'{content / LEDGER}' niet. Haal eerst op wat anderen publiceerden. Hoort die site niet bij dit register? "
            "Verwijder de map dan, of kies een andere met --site-dir."
        )


def _mirror_in(site: Path) -> dict[str, bytes]:
    """The copy of a ledger that a site carries, by path."""
    return {path.lstrip("/"): data for path, data in files.read_tree(site / sites.MIRROR, "").items()}


class Handbook:
    """The handbook of the project in the current folder, where it has one."""

    def __init__(self, into: Path) -> None:
        self.into = into
        self.watched = handbook.sources(_PROJECT)
        self._made = False

    def rebuilt(self, changed: frozenset[Path] | None = None) -> tuple[Problem, ...]:
        """Build the handbook, unless there is none or none of what changed belongs to it."""
        frame = (folder / part for folder in builtin.template_folders() for part in ("handbook", "static"))
        sources = [path.resolve() for path in (*self.watched, *frame)]
        touched = any(path.resolve().is_relative_to(source) for path in changed or () for source in sources)
        if not self.watched or (self._made and not touched):
            return ()
        click.echo("Handboek maken", err=True)
        problems = handbook.build(_PROJECT.absolute(), self.into)
        self._made = not problems
        return problems

    def files(self) -> dict[str, bytes]:
        """The files of the handbook by their path on the site."""
        return files.read_tree(self.into, below=HANDBOOK)

    def addresses(self) -> frozenset[str]:
        """What pages of the site can link to: every page of the handbook as it was made, and every place on it."""
        found: set[str] = set()
        for path, data in self.files().items():
            if path.endswith("/index.html"):
                page = f"/{path.removesuffix('index.html')}"
                found |= {page, *(f"{page}#{place}" for place in _PLACE.findall(data.decode("utf-8", "replace")))}
        return frozenset(found)


def built(
    content: Path,
    as_of: date | None,
    in_handbook: frozenset[str],
    *,
    preview: bool,
    first: bool = False,
    write: Write | None = None,
    workers: int = 1,
) -> tuple[pipeline.Build, tuple[Problem, ...]]:
    """What a build makes of a content tree, and all that keeps it from being made.

    `in_handbook` are the addresses in the handbook that pages can link to.
    """
    texts, published, unread = read_all(content)
    root = PurePosixPath(content.as_posix())
    if unread:
        return pipeline.Build({}, (), 0, 0), pipeline.check(texts, root=root, unread=unread)
    if not preview:
        expect_published(content, published, first=first)
    templates, static = read_templates(content)
    sources = pipeline.Sources(texts, published, templates, static, root, in_handbook)
    made = pipeline.build(
        sources,
        preview=preview,
        as_of=as_of,
        write=write,
        workers=workers,
        progress=lambda step: click.echo(step, err=True),
    )
    return made, made.problems
