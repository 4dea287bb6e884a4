"""What stands in a folder, at any depth. No link is followed, and what cannot be read is told."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path, PurePosixPath
from typing import Literal, NamedTuple

from lrt_site.problems import Problem

_LINK = "Dit is een verwijzing. Zet hier het bestand of de map zelf, of haal de verwijzing weg."

_FEW = 3
_REASONS = {
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.ENOENT: "het is er niet",
    errno.EEXIST: "er staat al iets met die naam",
    errno.EISDIR: "het is een map",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.ELOOP: "het is een verwijzing",
    errno.ENAMETOOLONG: "het pad is te lang",
    errno.ENOSPC: "de schijf is vol",
    errno.EFBIG: "het bestand wordt te groot",
    errno.ENOLCK: "op deze schijf kan niets op slot",
    errno.EOPNOTSUPP: "deze schijf kan dat niet",
    errno.EBUSY: "het is in gebruik",
    errno.ENOTEMPTY: "de map is niet leeg",
    errno.EDQUOT: "uw ruimte op de schijf is vol",
    errno.EROFS: "op deze schijf kan niet worden geschreven",
    errno.EIO: "de schijf geeft een fout",
}


NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}
"""What the disk says when the fault is in no file of ours."""


class Found(NamedTuple):
    """What stands somewhere in a folder."""

    name: str
    """Its path in the folder."""
    kind: Literal["file", "folder", "link", "special", "unreadable"]
    reason: str = ""
    """Why it cannot be read."""

    @property
    def is_hidden(self) -> bool:
        """Whether other programs keep it for themselves."""
        return PurePosixPath(self.name).name.startswith(".")

    @property
    def is_plain(self) -> bool:
        """Whether it is what a tree of ours is made of."""
        return self.kind in ("file", "folder")


def reason_of(error: OSError) -> str:
    """Why the disk refused, in Dutch words."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error) or "waarom is niet bekend"


def walk(folder: Path, passed_over: Callable[[Found], bool]) -> Iterator[Found]:
    """Everything in a folder, at any depth, but what is passed over. No link is followed."""
    ahead = [""]
    while ahead:
        below = ahead.pop()
        try:
            with os.scandir(folder / below) as entries:
                found = [Found(f"{below}{entry.name}", _kind_of(entry)) for entry in entries]
        except OSError as error:
            yield Found(below.rstrip("/"), "unreadable", reason_of(error))
            continue
        for pair in found:
            if not passed_over(pair):
                yield pair
                ahead += [f"{pair.name}/"] if pair.kind == "folder" else []


def tree(folder: Path, passed_over: Callable[[Found], bool]) -> tuple[list[Found], list[Problem]]:
    """What stands in a folder, in order of path; and all of it that cannot be there, or cannot be read."""
    found = sorted(walk(folder, passed_over))
    problems: list[Problem] = []
    for pair in found:
        if not pair.name.isprintable():
            message = "De naam van dit bestand heeft tekens die niet kunnen. Gebruik letters, cijfers en streepjes."
            problems.append(problem(folder, pair.name, "unknown-file", message))
        if pair.kind == "link":
            problems.append(problem(folder, pair.name, "linked-file", _LINK))
        elif pair.kind == "special":
            message = "Dit is geen gewoon bestand en geen map. Haal het weg."
            problems.append(problem(folder, pair.name, "special-file", message))
        elif pair.kind == "unreadable":
            problems.append(unreadable(folder, pair.name, pair.reason))
    return [pair for pair in found if pair.name.isprintable()], problems


def opened(path: Path) -> BufferedReader:
    """A file to read. OSError where it is a link, a folder, or anything that would keep its reader waiting."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    file = open(descriptor, "rb")  # noqa: PTH123, SIM115 - a descriptor has no path, and who asks closes it
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "het is geen gewoon bestand", os.fspath(path))
    return file


def read_plain(path: Path) -> bytes:
    """The bytes of a file. OSError as `opened`."""
    with opened(path) as file:
        return file.read()


def misplaced(folder: Path) -> Iterator[Problem]:
    """What keeps a folder of a project from being one: it leads elsewhere, or is a file."""
    if folder.is_symlink():
        yield problem(folder, "", "linked-file", _LINK)
    elif folder.exists() and not folder.is_dir():
        yield problem(folder, "", "unknown-file", f"'{folder.name}' moet een map zijn, geen bestand.")


def unreadable(folder: Path, name: str, reason: str) -> Problem:
    """The problem of what cannot be read."""
    return problem(folder, name, "unreadable-file", f"Dit kan niet worden gelezen: {reason}.")


def problem(folder: Path, name: str, code: str, message: str) -> Problem:
    """A problem of something in a folder as a whole."""
    return Problem(path_of(folder, name), 1, 1, code, message)


def path_of(folder: Path, name: str) -> PurePosixPath:
    """What something in a folder is called in a problem, so that it can be shown."""
    return PurePosixPath(folder.as_posix(), "".join(sign if sign.isprintable() else "\ufffd" for sign in name))


def named(names: Iterable[str]) -> str:
    """What stands somewhere, in words: a few names, and how many more there are."""
    first = sorted(names)
    shown = ", ".join(f"'{path_of(Path(), name)}'" for name in first[:_FEW])
    return f"{shown} en nog {len(first) - _FEW}" if len(first) > _FEW else shown


def clear(path: Path) -> None:
    """Delete what stands here, whatever it is. No link is followed."""
    if path.is_symlink() or not path.is_dir():
        path.unlink()
        return
    for pair in sorted(walk(path, lambda _: False), reverse=True):
        inner = path / pair.name
        inner.rmdir() if pair.kind == "folder" else inner.unlink()
    path.rmdir()


def _kind_of(entry: os.DirEntry[str]) -> Literal["file", "folder", "link", "special"]:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        return "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "special"
