"""The only module that touches the disk."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path, PurePosixPath

from lrt_site.model.publications import LEDGER
from lrt_site.problems import LrtSiteError, Problem

CONTENT_SUFFIXES = (".yml", ".yaml", ".md", ".csv")
_IGNORED = {"README.md"}
_TEMPLATE_SUFFIXES = (".jinja", ".typ")


def read_content(folder: Path) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The texts of a content tree by path, without publications, and files that cannot be there at all.

    What is no UTF-8 comes out as lone surrogates, which no reader of a text lets through; what is no text of
    ours comes out empty.
    """
    if not folder.is_dir():
        raise LrtSiteError(f"De map '{folder}' met de inhoud bestaat niet.")
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
        if hidden or name in _IGNORED or name.startswith(f"{LEDGER}/"):
            continue
        refusal = _refusal(path, name)
        if refusal:
            shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in name)
            problems.append(Problem(PurePosixPath(folder.as_posix(), shown), 1, 1, "unknown-file", refusal))
        elif path.is_file():
            texts[name] = _text(path.read_bytes()) if path.suffix in CONTENT_SUFFIXES else ""
    return texts, tuple(problems)


def _refusal(path: Path, name: str) -> str | None:
    """Why there can be no such file in the content, as a Dutch sentence."""
    if not name.isprintable():
        return "De naam van dit bestand heeft tekens die niet kunnen. Gebruik letters, cijfers en streepjes."
    if path.is_symlink() and not path.exists():
        return "Deze verwijzing leidt nergens heen. Zet het bestand zelf hier, of haal de verwijzing weg."
    return None


def read_templates(folder: Path) -> tuple[dict[str, str], dict[str, bytes]]:
    """The templates by name, and the static files by the path they get on the site."""
    if not folder.is_dir():
        raise LrtSiteError(f"Hier is geen map '{folder}'. Voer dit uit in de map van het project.")
    templates = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in _TEMPLATE_SUFFIXES
    }
    return templates, read_tree(folder / "static", below="static")


def read_tree(folder: Path, below: str) -> dict[str, bytes]:
    """Every file in a folder, by its path put below another."""
    return {
        f"{below}/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def hashes(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder, by path. Hidden files are the business of the machine that they are on."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            with path.open("rb") as file:
                found[name.as_posix()] = file_digest(file, "sha256").hexdigest()
    return found


def remove(folder: Path, names: Iterable[str]) -> None:
    """Delete files, and wait until that is on the disk."""
    for name in names:
        (folder / name).unlink(missing_ok=True)
        _to_disk((folder / name).parent)


def read_ledger(content: Path) -> dict[str, bytes]:
    """The files of the ledger of a content tree by path; nothing where nothing was published. Hidden ones are ours."""
    folder = content / LEDGER
    return {
        name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not (name := path.relative_to(folder).as_posix()).startswith(".")
    }


@contextmanager
def locked(content: Path) -> Iterator[Path]:
    """The folder of the ledger, with nobody else at work in it. What an interrupted seal left there is cleared."""
    folder = content / LEDGER
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = "Iemand anders publiceert nu. Wacht tot dat klaar is, en probeer het dan opnieuw."
            raise LrtSiteError(message) from error
        for left in folder.glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left)
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

    `name` can be a path of more folders; `finish` can add to it before it gets its name. Hold the lock of the ledger.
    """
    fresh = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=parent))
    try:
        fresh.chmod(0o755)
        write(fresh, contents)
        finish(fresh)
        for path in (*sorted(fresh.rglob("*")), fresh):
            _to_disk(path)
        if (parent / name).exists():
            raise LrtSiteError(f"'{parent / name}' bestaat al.")
        (parent / name).parent.mkdir(exist_ok=True)
        fresh.rename(parent / name)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    _to_disk((parent / name).parent)
    _to_disk(parent)


def remove_folder(parent: Path, name: str) -> None:
    """Delete a folder that is there wholly or not at all whatever happens on the way. Hold the lock of the ledger."""
    aside = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=parent))
    (parent / name).rename(aside / name)
    _to_disk(parent)
    shutil.rmtree(aside)


def replace_text(path: Path, text: str) -> None:
    """Write a file that is there wholly, old or new, whatever happens on the way."""
    replace_bytes(path, text.encode())


def replace_bytes(path: Path, data: bytes) -> None:
    """Write a file that is there wholly, old or new, whatever happens on the way."""
    fresh = path.with_name(f".{path.name}.nieuw")
    fresh.write_bytes(data)
    _to_disk(fresh)
    fresh.rename(path)
    _to_disk(path.parent)


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """A fresh folder that takes the place of `folder` when all went well, and vanishes when not.

    Refuses to replace a folder that is not a site of ours, so that a slip of the pen deletes nothing.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / _SIGN).exists():
        raise LrtSiteError(
            f"De map '{folder}' is niet leeg en is geen eerder gebouwde site. Kies een andere map met --site-dir."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        fresh.chmod(0o755)
        (fresh / _SIGN).write_text("", "utf-8")
        yield fresh
        if folder.exists():
            aside = fresh.with_name(fresh.name + "-old")
            folder.rename(aside)
            fresh.rename(folder)
            shutil.rmtree(aside)
        else:
            fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


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
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(data)


_SIGN = ".gebouwd"
_UNFINISHED = ".bezig-"


def _to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="surrogateescape").replace("\r\n", "\n").replace("\r", "\n")
