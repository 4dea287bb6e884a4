"""The folder of a site: what may stand in it, and how a new site takes the place of an old one.

A new site is made in a folder of its own beside the old one, and the two trade places in one step. Where the system
has no such step, and where the folder is a mount point, pages come in one by one: first what is new, then what changed,
then the list of files, and then what is gone is removed. Until that is done, the sign in the folder holds the names of
what came in, so that the next build knows them as ours.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from secrets import token_hex

from lrt_site import files
from lrt_site.export.state import SUMS
from lrt_site.files import UNFINISHED, is_aside, told_as
from lrt_site.folders import Found, clear, named, walk
from lrt_site.problems import LrtSiteError
from lrt_site.system_calls import bring_to_disk, exchanged, undisturbed, wait_for

_SIGN = ".gebouwd"
"""The sign that we built a site. Whoever holds its lock is at work in the folder that it stands in."""
_MOUNTED = "lost+found"
"""What a file system keeps for itself at its top, where no build touches it."""
_ROW = re.compile(r"^[0-9a-f]{64}  (.+)\n", re.MULTILINE)


@contextmanager
def replacing(site: Path, apart: Mapping[Path, str]) -> Iterator[Path]:
    """A fresh folder that takes the place of a site when all went well, and vanishes when not.

    There is a whole site at every moment, if there was one before. A link to a folder goes on leading to it. Refuses,
    before anything is made, a folder in which more stands than a site of ours, and one that holds something of
    `apart`, or lies in it; each has a name there. What builds that were killed left is swept.
    """
    folder = Path(os.path.realpath(site))
    _refuse_entangled(folder, apart)
    with told_as(folder), _parents_of(folder), _held_site(folder) as sign:
        place = folder if _is_mounted(folder) else folder.parent
        _sweep(place, folder.name)
        with _unfinished(place, folder.name) as fresh:
            yield fresh
            with undisturbed():
                _put_in_place(fresh, folder, sign)


def at_work(folder: Path) -> str:
    """That another build is at work in the folder of a site."""
    return (
        f"Iemand anders bouwt nu in '{folder}', of een ander venster doet dat. Wacht tot dat klaar is, en probeer het "
        "dan opnieuw."
    )


class Writer:
    """Writes files in a folder, and keeps the hash of each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.hashes: dict[str, str] = {}
        """SHA-256 of every file that was written, by path."""

    def __call__(self, contents: Mapping[str, str | bytes]) -> None:
        """Write files by their path inside the folder."""
        made = {path: text.encode() if isinstance(text, str) else text for path, text in contents.items()}
        files.write(self._folder, made)
        self.hashes.update((path, sha256(data).hexdigest()) for path, data in made.items())

    def drained(self) -> dict[str, str]:
        """The hashes that were not told before."""
        taken, self.hashes = self.hashes, {}
        return taken

    def add(self, more: Mapping[str, str]) -> None:
        """Take the hashes of what another process wrote."""
        self.hashes.update(more)


def hidden_in(folder: Path) -> tuple[str, ...]:
    """What is hidden in a site, by path, but for the empty file that is the sign that we built it."""
    hidden: list[str] = []

    def passed_over(found: Found) -> bool:
        is_sign = found.name == _SIGN and found.kind == "file" and not (folder / _SIGN).stat().st_size
        if is_aside(found) and not is_sign:
            hidden.append(found.name)
        return is_aside(found)

    list(walk(folder, passed_over))
    return tuple(sorted(hidden))


def _refuse_entangled(folder: Path, apart: Mapping[Path, str]) -> None:
    """LrtSiteError where a site would come over something of ours, or in it."""
    other = "Kies een andere map met --site-dir."
    if Path.cwd().is_relative_to(folder):
        raise LrtSiteError(f"U staat zelf in '{folder}', de map voor de site. Ga een map omhoog. {other}")
    for path, name in apart.items():
        if Path(os.path.realpath(path)).is_relative_to(folder):
            raise LrtSiteError(f"In '{folder}', de map voor de site, staat ook {name}: '{path}'. {other}")
        if folder.is_relative_to(os.path.realpath(path)):
            raise LrtSiteError(f"'{folder}', de map voor de site, ligt in '{path}', en daar staat {name}. {other}")


def _refuse_foreign(folder: Path) -> None:
    """LrtSiteError where more stands in a folder than its own list of files names."""
    listed = {_SIGN, SUMS, *_listed(folder)}
    parents = {str(parent) for name in listed for parent in PurePosixPath(name).parents}
    kept = _MOUNTED if _is_mounted(folder) else ""
    foreign: list[str] = []

    def passed_over(found: Found) -> bool:
        if _is_unfinished(found.name, folder.name) or found.name == kept:
            return True
        fits = found.name in (parents if found.kind == "folder" else listed) and found.is_plain
        if not fits:
            foreign.append(found.name)
        return not fits

    for found in walk(folder, passed_over):
        if found.kind == "unreadable":
            raise LrtSiteError(f"'{folder / found.name}' kan niet worden gelezen: {found.reason}.")
    if not foreign:
        return
    if not (folder / _SIGN).exists():
        raise LrtSiteError(
            f"De map '{folder}' is niet leeg en is geen eerder gebouwde site. Kies een andere map met --site-dir."
        )
    raise LrtSiteError(
        f"In de map '{folder}' staat wat niet bij de site hoort: {named(foreign)}. Bouwen zou dat wissen, dus er is "
        "niets gedaan. Verplaats het. Of bouw in een andere map met --site-dir, en kopieer de site daarna."
    )


def _listed(folder: Path) -> set[str]:
    """The names that the list of a site has, and those that a build which was broken off put beside them."""
    names: set[str] = set()
    for name in (SUMS, _SIGN):
        if (folder / name).is_file() and not (folder / name).is_symlink():
            names |= set(_ROW.findall((folder / name).read_text("utf-8", errors="surrogateescape")))
    return names


@contextmanager
def _parents_of(folder: Path) -> Iterator[None]:
    """The folder that a site stands in; what was made for that vanishes when nothing came in it."""
    missing = [parent for parent in folder.parents if not parent.exists()]
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        with suppress(OSError):
            for parent in missing:
                parent.rmdir()


@contextmanager
def _held_site(folder: Path) -> Iterator[int | None]:
    """The sign of a site, while nobody else is at work on it; None where there is no folder yet."""
    if not folder.exists():
        yield None
        return
    is_new = not (folder / _SIGN).exists()
    if is_new:
        _refuse_foreign(folder)
    sign = None
    try:
        with undisturbed():
            sign = _held(folder / _SIGN)
        if sign is None:
            raise LrtSiteError(at_work(folder))
        _refuse_foreign(folder)
        yield sign
    finally:
        with undisturbed():
            if sign is not None:
                if is_new and not (folder / SUMS).exists():
                    (folder / _SIGN).unlink(missing_ok=True)
                os.close(sign)


def _held(sign: Path) -> int | None:
    """The lock of the folder that a sign stands in; None where another has it, or the folder is gone."""
    try:
        descriptor = os.open(sign, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), os.lstat(sign)):
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        pass
    except OSError:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _is_mounted(folder: Path) -> bool:
    """Whether nothing can be renamed between a folder and the one that it stands in.

    The system tells that before it looks whether there is something to rename.
    """
    name = f"{UNFINISHED}{token_hex(8)}"
    try:
        (folder / name).rename(folder.parent / name)
    except OSError as error:
        return error.errno == errno.EXDEV or os.path.ismount(folder)
    return False


@contextmanager
def _unfinished(place: Path, name: str) -> Iterator[Path]:
    """A new folder for a site of this name, which nobody else sweeps. What it holds in the end is cleared."""
    made: list[Path] = []
    own = None
    try:
        while own is None:  # Another build may take it for left, until it is locked.
            with undisturbed():
                made.append(place / f"{UNFINISHED}{name}-{token_hex(8)}")
                made[-1].mkdir()
                own = _held(made[-1] / _SIGN)
        made[-1].chmod(0o755)
        yield made[-1]
    finally:
        with undisturbed():
            for folder in made:
                shutil.rmtree(folder, ignore_errors=True)
            if own is not None:
                os.close(own)


def _is_unfinished(path: str, name: str) -> bool:
    return bool(re.fullmatch(rf"{re.escape(UNFINISHED + name)}-[0-9a-f]{{16}}", path))


def _sweep(place: Path, name: str) -> None:
    """Clear what builds that were killed left; what cannot be cleared is left to who can."""
    for left in place.iterdir():
        if _is_unfinished(left.name, name) and left.is_dir() and not left.is_symlink():
            with suppress(OSError):
                sign = _held(left / _SIGN)
                if sign is not None:
                    shutil.rmtree(left, ignore_errors=True)
                    os.close(sign)


def _put_in_place(fresh: Path, folder: Path, sign: int | None) -> None:
    bring_to_disk(fresh)
    if sign is None or not folder.exists():
        try:
            fresh.rename(folder)
        except OSError as error:
            if not folder.exists():
                raise
            raise LrtSiteError(at_work(folder)) from error
    else:
        _refuse_foreign(folder)
        if fresh.parent == folder or not exchanged(fresh, folder):
            _move_in(fresh, folder, sign)
    wait_for(folder.parent)


def _move_in(fresh: Path, folder: Path, sign: int) -> None:
    """Put what a fresh site has in the place of what an old one has, step by step; a folder that is new, as a whole."""
    names = {found.name for found in walk(fresh, lambda found: found.name == _SIGN) if found.kind == "file"}
    gone = {found.name for found in walk(folder, lambda found: _is_unfinished(found.name, folder.name))}
    gone &= _listed(folder) - names
    _note(names | gone, sign)
    for name in _steps(fresh, folder):
        if (folder / name).exists() and (folder / name).is_dir() != (fresh / name).is_dir():
            clear(folder / name)
        (fresh / name).rename(folder / name)
    bring_to_disk(folder)
    (fresh / SUMS).rename(folder / SUMS)
    for name in gone:
        if (folder / name).is_file():
            (folder / name).unlink()
    for parent in sorted({parent for name in gone for parent in PurePosixPath(name).parents}, reverse=True):
        with suppress(OSError):  # Something stands there still.
            (folder / parent).rmdir()
    bring_to_disk(folder)
    os.ftruncate(sign, 0)


def _note(names: Iterable[str], sign: int) -> None:
    """Write in the sign of a site which names are ours, whatever comes of it, and wait until that is on the disk."""
    size = os.fstat(sign).st_size
    data = "".join(f"\n{'0' * 64}  {name}\n" for name in sorted(names)).encode(errors="surrogateescape")
    try:
        while data:
            data = data[os.pwrite(sign, data, os.fstat(sign).st_size) :]
        os.fsync(sign)
    except OSError:
        os.ftruncate(sign, size)
        raise


def _steps(fresh: Path, folder: Path) -> list[str]:
    """What can be renamed out of a fresh site into an old one, but for the list: first all that has a new name."""
    new: list[str] = []
    other: list[str] = []

    def is_moved(found: Found) -> bool:
        is_kept = found.kind == "folder" and (folder / found.name).is_dir()
        if not is_kept and found.name not in (_SIGN, SUMS):
            (other if (folder / found.name).exists() else new).append(found.name)
        return not is_kept

    list(walk(fresh, is_moved))
    return sorted(new) + sorted(other)
