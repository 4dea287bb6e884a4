"""A built or downloaded site, as `verify` reads it, and as `build` looks at it before another takes its place."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from lrt_site import builtin, files, handbook, site_folder, sites
from lrt_site.export.state import SUMS
from lrt_site.model.publications import LEDGER
from lrt_site.problems import LrtSiteError


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
    return {content: "de inhoud", **templates, **dict.fromkeys(handbook.sources(Path()), "het handboek")}


def refuse_older(site: Path, content: Path) -> None:
    """LrtSiteError where a site would make way for one of an older ledger, or of another."""
    if not (site / sites.MIRROR).is_dir():
        return
    newer = sites.unknown_in(_mirror_in(site), files.read_ledger(content))
    if newer:
        raise LrtSiteError(
            f"In '{site}' staat een site met publicatie {', '.join(newer)}, en die kent uw register in "
            f"'{content / LEDGER}' niet. Haal eerst op wat anderen publiceerden. Maakte u die publicatie weer een "
            "concept, of hoort die site niet bij dit register? Verwijder de map dan, of kies een andere met --site-dir."
        )


def _mirror_in(site: Path) -> dict[str, bytes]:
    """The copy of a ledger that a site carries, by path."""
    return {path.lstrip("/"): data for path, data in files.read_tree(site / sites.MIRROR, "").items()}
