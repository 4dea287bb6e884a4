"""A built or downloaded site: whether it is as it was made, and whether it says what its publications say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from lrt_site import custody, urls
from lrt_site.export import open_data, published, security_txt
from lrt_site.export.state import SUMS
from lrt_site.frozen import dataclass
from lrt_site.ledger import site_check, stored
from lrt_site.ledger.naming import publications_in
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import History
from lrt_site.problems import Problem

MIRROR = urls.LEDGER.strip("/")
"""Where a site has its copy of the ledger."""
_BEYOND = tuple(text.lstrip("/") for text in (urls.CLOCKS, urls.GAPS_DATA, urls.FEEDS))
"""Data that also follow from templates, or from the day on which the site speaks: they begin so."""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built or downloaded site, as far as it is checked."""

    root: PurePosixPath
    listed: str | None
    """Its list of files, where it has one."""
    hashes: Mapping[str, str]
    """The hash of each of its files."""
    mirror: Mapping[str, bytes]
    """Its copy of the ledger, by path."""
    hidden: tuple[str, ...] = ()
    """What stands hidden on it, by path."""


def of_site(site: BuiltSite, own: History, ledger: Mapping[str, bytes]) -> tuple[History, str, tuple[Problem, ...]]:
    """The history that a site shows, what of the site is proved, and all that is wrong with it.

    It is also compared with our own history and its files, if we have one.
    """
    root = site.root / MIRROR
    shown = ledger_of(site)
    history, unread = custody.read(shown, root)
    expected = {} if unread else _proved(history, shown)
    mirrored = [f"{MIRROR}/{path}" for path in site.mirror if not published.is_doorway(path)] if expected else []
    problems = {
        *unread,
        *_file_problems(site),
        *site_check.hidden_files(site.hidden, site.root),
        *site_check.unexpected_files(mirrored, expected, site.root),
    }
    problems |= {
        problem
        for problem in site_check.compare_proved(expected, site.hashes, site.root)
        if problem.file not in {other.file for other in problems}
    }
    if own.publications and not unread:
        differing = site_check.compare_publications(history, own, root)
        problems |= {*(differing or site_check.compare_mirror(shown, ledger, root))}
    said = (
        f"{len(site.hashes)} bestanden van de site in '{site.root}' gecontroleerd. Van {len(expected)} is bewezen dat "
        "zij zeggen wat de publicaties zeggen. De andere, zoals de pagina's, zijn alleen gelijk aan de lijst van de "
        f"site zelf. Bewijs ook die met: lrt-site verify {site.root} --rebuild"
    )
    return history, said, tuple(sorted(problems))


def ledger_of(site: BuiltSite) -> Mapping[str, bytes]:
    """The ledger that a site carries, by path."""
    return published.ledger_in(site.mirror)


def unknown_in(mirror: Mapping[str, bytes], own: Mapping[str, bytes]) -> tuple[str, ...]:
    """The names of the publications that a site shows and that a ledger does not have."""
    shown = published.ledger_in(mirror)
    return tuple(
        name
        for name in publications_in(shown)
        if shown.get(f"{name}/{stored.ENTRY}") != own.get(f"{name}/{stored.ENTRY}")
    )


def _proved(history: History, ledger_files: Mapping[str, bytes]) -> Mapping[str, str]:
    """The hash of every file of a site that follows from its publications alone, by path."""
    if not history.publications:
        return {}
    register = history.state(history.last)
    made: dict[str, str | bytes] = {}
    for part in published.files(history, ledger_files, register.site.address):
        made |= part
    made |= {
        **open_data.files_of(history),
        **security_txt.files(register.site),
    }
    return {
        path: hash_of(data.encode() if isinstance(data, str) else data)
        for path, data in made.items()
        if not path.startswith(_BEYOND)
    }


def _file_problems(site: BuiltSite) -> tuple[Problem, ...]:
    if site.listed is None:
        message = f"De lijst '{SUMS}' ontbreekt op deze site, dus de bestanden zijn niet te controleren."
        return (Problem(site.root / SUMS, 1, 1, "site-sums", message),)
    return site_check.compare(site.listed, site.hashes, site.root)
