"""Reading and writing. No link is followed, and what cannot be read is told: it is never nothing.

Only this module, `folders`, `together`, `site_folder`, `cache_folder` and `rereading` touch the disk.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from secrets import token_hex

from lrt_site.document import text_of, too_large, undecoded_in
from lrt_site.folders import (
    Found,
    clear,
    misplaced,
    named,
    opened,
    path_of,
    problem,
    read_plain,
    reason_of,
    tree,
    unreadable,
    walk,
)
from lrt_site.model.publications import DRAFT, EMPTIED, LEDGER
from lrt_site.problems import LrtSiteError, Problem, UnfitError
from lrt_site.system_calls import wait_for

CONTENT_SUFFIXES = (".yml", ".yaml", ".md", ".csv")
_NO_CONTENT = {"README.md", LEDGER}
UNFINISHED = ".bezig-"
"""What something is called while it is made, until it gets its name: so it begins."""
STATIC = "static/"
"""Where files stand, among templates, that come on the site as they are."""
_TEMPLATE_SUFFIXES = (".jinja", ".typ")
Read = Callable[[Path], bytes]
"""What gives the bytes of a file. OSError as `folders.opened`."""
_DRAFT = f"{LEDGER}/{DRAFT}"


def read_content(folder: Path, read_bytes: Read = read_plain) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of a content tree by path, without publications, and what cannot be there or cannot be read.

    What is no UTF-8 comes out as lone surrogates, which no reader of a text lets through; what is no text of
    ours comes out empty.
    """
    _need_content(folder)
    found, problems = tree(folder, is_no_content)
    names = _files_in(found)
    holding = {str(parent) for name in names for parent in PurePosixPath(name).parents}
    for pair in found:
        if pair.kind == "folder" and pair.name.endswith(CONTENT_SUFFIXES) and pair.name not in holding:
            back = ", en zet het bestand terug uit git" if pair.name.endswith(".yml") else ""
            message = f"Dit is een lege map, en geen bestand. Haal haar weg{back}."
            problems.append(problem(folder, pair.name, "unknown-file", message))
    texts = dict.fromkeys(names, "")
    texts_of = (name for name in names if name.endswith(CONTENT_SUFFIXES))
    read = _read(folder, texts_of, problems, read_bytes, typed=True)
    for name in list(read):
        texts[name] = text_of(read.pop(name))  # Never all bytes beside all texts.
    return texts, tuple(problems)


def read_ledger(content: Path, read_bytes: Read = read_plain) -> dict[str, bytes]:
    """The files of the ledger of a content tree by path; nothing where nothing was published. Hidden ones are ours.

    UnfitError where something is no plain file or cannot be read: without it the others would say something else.
    """
    found, problems = tree(content, _is_no_ledger) if content.exists() else ([], [])
    if LEDGER in _files_in(found):
        problems.append(problem(content, LEDGER, "unknown-file", f"'{LEDGER}' moet een map zijn, geen bestand."))
    read = _read(content, [name for name in _files_in(found) if name == _DRAFT], problems, read_bytes, typed=True)
    read |= _all_read(content, [name for name in _files_in(found) if name != _DRAFT], problems, read_bytes)
    return {name.removeprefix(f"{LEDGER}/"): data for name, data in read.items()}


def read_templates(ours: Path, *own: Path, read_bytes: Read = read_plain) -> tuple[dict[str, str], dict[str, bytes]]:
    """The templates by name, and the static files by the path they get on the site. UnfitError as `read_ledger`.

    A file of the project takes the place of ours with that name. What is hidden, other programs keep for themselves.
    """
    templates: dict[str, str] = {}
    static: dict[str, bytes] = {}
    unfit = [wrong for folder in own for wrong in misplaced(folder)]
    if unfit:
        raise UnfitError(unfit)
    for folder in (ours, *own):
        found, problems = tree(folder, lambda found: found.is_hidden)
        plain = [name for name in _files_in(found) if name.startswith(STATIC)]
        static |= _all_read(folder, plain, problems, read_bytes)
        names = [name for name in _files_in(found) if name.endswith(_TEMPLATE_SUFFIXES) and name not in plain]
        read = _all_read(folder, names, problems, read_bytes)
        texts = {name: text_of(data) for name, data in read.items()}
        undecoded = [wrong for name, text in texts.items() for wrong in undecoded_in(path_of(folder, name), text)]
        if undecoded:
            raise UnfitError(undecoded)
        templates |= texts
    return templates, static


def read_tree(folder: Path, below: str, read_bytes: Read = read_plain) -> dict[str, bytes]:
    """Every file in a folder that may be there, by its path put below another. UnfitError as `read_ledger`."""
    found, problems = tree(folder, lambda pair: pair.is_hidden and not pair.is_plain) if folder.exists() else ([], [])
    return {f"{below}/{name}": data for name, data in _all_read(folder, _files_in(found), problems, read_bytes).items()}


def read_file(path: Path) -> bytes:
    """The bytes of a file that somebody names, also by a link to it. OSError as `opened`."""
    with opened(path.resolve()) as file:
        return file.read()


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder, by path. UnfitError as `read_ledger`.

    Hidden files are the business of the machine that they are on.
    """
    found, problems = tree(folder, is_aside)
    if problems:
        raise UnfitError(problems)
    hashed: dict[str, str] = {}
    for name in _files_in(found):
        with opened(folder / name) as file:
            hashed[name] = file_digest(file, "sha256").hexdigest()
    return hashed


def remove(folder: Path, names: Iterable[str]) -> None:
    """Delete files, and the folders that this leaves empty, and wait until that is on the disk."""
    parents: set[PurePosixPath] = set()
    for name in names:
        (folder / name).unlink(missing_ok=True)
        parents.update(PurePosixPath(name).parents)
    for parent in sorted(parents, reverse=True):
        wait_for(folder / parent)
        if parent.name and not any((folder / parent).iterdir()):
            (folder / parent).rmdir()


@contextmanager
def locked(content: Path) -> Iterator[Path]:
    """The folder of the ledger, with nobody else at work in it. What an interrupted command left there is cleared."""
    _need_content(content)
    folder = content / LEDGER
    try:
        folder.mkdir(exist_ok=True)
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        read_ledger(content)  # says what stands there instead
        raise
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = "Iemand anders publiceert nu. Wacht tot dat klaar is, en probeer het dan opnieuw."
            raise LrtSiteError(message) from error
        for left in folder.glob(f"{UNFINISHED}*"):
            clear(left)
        yield folder
    finally:
        os.close(descriptor)


def add_folder(
    parent: Path,
    name: str,
    contents: Mapping[str, bytes],
    finish: Callable[[Path], None] = lambda _: None,
) -> None:
    """A new folder with these files, that is there wholly or not at all whatever happens on the way.

    `name` can be a path of more folders; `finish` can add to it before it gets its name. Folders without a file may
    stand there: git keeps none of those. Hold the lock of the ledger.
    """
    with told_as(parent / name):
        fresh = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=parent))
        try:
            fresh.chmod(0o755)
            write(fresh, contents)
            finish(fresh)
            for path in (*sorted(fresh.rglob("*")), fresh):
                wait_for(path)
            _make_room(parent / name)
            (parent / name).parent.mkdir(exist_ok=True)
            fresh.rename(parent / name)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        wait_for((parent / name).parent)
        wait_for(parent)


def new_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write a new folder, that is there wholly or not at all. LrtSiteError where something stands there.

    Where git is and nothing else, what is new comes beside it.
    """
    refuse_taken(folder)
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    if (folder / _GIT).exists():
        add_folder(folder, _NEW, contents)
        for path in sorted((folder / _NEW).iterdir()):
            path.rename(folder / path.name)
        (folder / _NEW).rmdir()
    else:
        add_folder(folder.parent, folder.name, contents)


def refuse_taken(folder: Path) -> None:
    """LrtSiteError where no new folder can come: something stands there, or we are in it ourselves."""
    if Path.cwd().is_relative_to(folder.resolve()):
        raise LrtSiteError("U staat zelf in die map. Ga een map omhoog, en noem een nieuwe of lege map.")
    other = "Noem een nieuwe of lege map."
    if folder.is_symlink():
        raise LrtSiteError(f"'{folder}' is een verwijzing. {other}")
    if folder.exists() and not folder.is_dir():
        raise LrtSiteError(f"'{folder}' is een bestand. {other}")
    if folder.is_dir() and any(path.name != _GIT for path in folder.iterdir()):
        raise LrtSiteError(f"'{folder}' bestaat al en is niet leeg. {other}")


def remove_folder(parent: Path, name: str) -> None:
    """Delete a folder that is there wholly or not at all whatever happens on the way. Hold the lock of the ledger."""
    aside = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=parent))
    (parent / name).rename(aside / name)
    wait_for(parent)
    shutil.rmtree(aside)


def rewrite(folder: Path, written: Mapping[str, bytes], deleted: Iterable[str]) -> None:
    """Write files and delete others. The last is written when all the rest is done, and says so to who comes after."""
    *others, (last, told) = written.items()
    for path, data in others:
        replace_bytes(folder / path, data)
    remove(folder, deleted)
    replace_bytes(folder / last, told)


def replace_text(path: Path, text: str) -> None:
    """Write a file that is there wholly, old or new, whatever happens on the way."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a file that is there wholly, old or new, whatever happens on the way.

    What is written first has a name that nobody can know, so that nothing can stand there to lead it elsewhere.
    """
    with told_as(path):
        fresh = path.with_name(f"{UNFINISHED}{token_hex(8)}")
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
        try:
            with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
                file.write(data)
                file.flush()
                os.fsync(descriptor)
            fresh.rename(path)
        finally:
            fresh.unlink(missing_ok=True)
        wait_for(path.parent)


def replace_ours(folder: Path, contents: Mapping[str, bytes], is_ours: Callable[[bytes], bool]) -> None:
    """Write files in a folder, each wholly. LrtSiteError, and nothing done, where a name is taken by what is not ours.

    What is the same already, stays.
    """
    taken, waiting = [], {}
    for name, data in contents.items():
        path = folder / name
        within = [path, *(folder / parent for parent in PurePosixPath(name).parents if parent.name)]
        if any(part.is_symlink() for part in within) or (path.exists() and not path.is_file()):
            taken.append(name)
        elif not path.exists():
            waiting[path] = data
        elif (old := path.read_bytes()) != data:
            waiting[path] = data
            taken += [] if is_ours(old) else [name]
    if taken:
        raise LrtSiteError(
            f"In '{folder}' staat al iets anders met dezelfde naam: {named(taken)}. Er is niets geschreven. Verplaats "
            "het eerst, of noem een andere map met --into."
        )
    for path, data in waiting.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, data)


def write(folder: Path, contents: Mapping[str, str | bytes]) -> None:
    """Write files by their path inside a folder."""
    made: set[str] = set()
    for path, content in contents.items():
        target = os.path.join(folder, path)  # noqa: PTH118 - ten thousand of these: pathlib costs twice as much
        parent = os.path.dirname(target)  # noqa: PTH120
        if parent not in made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103
            made.add(parent)
        data = content.encode("utf-8") if isinstance(content, str) else content
        try:
            with open(target, "wb") as file:  # noqa: PTH123
                file.write(data)
        except OSError as error:  # A full disk does not say of which file.
            error.filename = target
            raise


_NEW = f"{UNFINISHED}nieuw"
_GIT = ".git"
_WELL_KNOWN = ".well-known"


@contextmanager
def told_as(path: Path) -> Iterator[None]:
    """Let what the disk refuses be told of the name that something will have, not of the one under which it is made."""
    try:
        yield
    except BrokenPipeError:  # Who reads what we print went away: that is of no file.
        raise
    except OSError as error:
        made = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
        below = re.sub(rf".*/{re.escape(UNFINISHED)}[^/]*", "", made, flags=re.DOTALL)
        error.filename = made if made and below == made else f"{path}{below}"
        raise


def _make_room(path: Path) -> None:
    """Clear folders without a file away, so that something can get their name. LrtSiteError where more stands there."""
    if path.is_dir() and not path.is_symlink() and all(pair.kind == "folder" for pair in walk(path, lambda _: False)):
        clear(path)
    if path.exists() or path.is_symlink():
        raise LrtSiteError(f"'{path}' bestaat al. Zet het terug uit git, of haal het weg als het niet in git staat.")


def _need_content(folder: Path) -> None:
    if not folder.is_dir():
        raise LrtSiteError(f"De map '{folder}' met de inhoud bestaat niet.")


def is_aside(found: Found) -> bool:
    """Whether something on a site is hidden, and not in the one place where RFC 8615 has a site show what is."""
    return found.is_hidden and found.name != _WELL_KNOWN


def is_no_content(found: Found) -> bool:
    """Whether something in a folder with content is no part of it."""
    if found.name in _NO_CONTENT:
        return found.is_plain
    return found.is_hidden and not (found.kind == "file" and PurePosixPath(found.name).name == EMPTIED)


def _is_no_ledger(found: Found) -> bool:
    top, _, name = found.name.partition("/")
    return top != LEDGER or (found.is_plain and name.startswith("."))


def _files_in(found: Iterable[Found]) -> list[str]:
    return [item.name for item in found if item.kind == "file"]


def _read(
    folder: Path, names: Iterable[str], problems: list[Problem], read_bytes: Read, *, typed: bool = False
) -> dict[str, bytes]:
    """The bytes of files by path; what cannot be read, or is larger than texts of people are, joins the problems."""
    read: dict[str, bytes] = {}
    for name in names:
        try:
            size = (folder / name).lstat().st_size if typed else 0
            if large := too_large(path_of(folder, name), size):
                problems += large
            else:
                read[name] = read_bytes(folder / name)
        except OSError as error:
            problems.append(unreadable(folder, name, reason_of(error)))
    return read


def _all_read(folder: Path, names: Iterable[str], problems: list[Problem], read_bytes: Read) -> dict[str, bytes]:
    """The bytes of files by path, where there are no problems at all."""
    read = _read(folder, names, problems, read_bytes)
    if problems:
        raise UnfitError(problems)
    return read
