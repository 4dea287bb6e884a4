"""The content as it stood in a revision of git. The only module that runs git, and it only reads."""

from __future__ import annotations

import subprocess
from pathlib import Path

from lrt_site.document import text_of
from lrt_site.files import CONTENT_SUFFIXES
from lrt_site.model.publications import LEDGER
from lrt_site.problems import LrtSiteError, quoted

_PLAIN = (b"100644", b"100755")
_PROGRAM = "git"
_MISSING = "Het programma 'git' ontbreekt op deze computer. Installeer het (Debian: git)."


def branched_from(content: Path, revision: str) -> str:
    """The commit of a revision, or where the work in the folder has gone another way, the one that both come from.

    LrtSiteError where git knows no such revision.
    """
    wanted = f"{revision}^{{commit}}"
    found = _git(content, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if found is None:
        raise LrtSiteError(
            f"Git kent hier geen versie {quoted(revision)}. Noem een tak of een commit, zoals 'main'. Is het een tak "
            "van de forge? Haal die eerst op met: git fetch"
        )
    commit = found.decode().strip()
    shared = _git(content, "merge-base", commit, "HEAD")
    return shared.decode().strip() if shared else commit


def content_at(content: Path, commit: str) -> dict[str, str]:
    """The texts of a content tree as a commit has them, by path, as `files.read_content` reads those of now."""
    listed = _git(content, "ls-tree", "-r", "-z", commit, ".") or b""
    blobs: dict[str, str] = {}
    for row in filter(None, listed.split(b"\0")):
        described, _, path = row.partition(b"\t")
        mode, _, blob = described.split(b" ")
        name = path.decode(errors="surrogateescape")
        if mode in _PLAIN and name.endswith(CONTENT_SUFFIXES) and _is_content(name):
            blobs[name] = blob.decode()
    return dict(zip(blobs, map(text_of, _held(content, list(blobs.values()))), strict=True))


def _is_content(name: str) -> bool:
    parts = name.split("/")
    return parts[0] != LEDGER and name != "README.md" and not any(part.startswith(".") for part in parts)


def _held(content: Path, blobs: list[str]) -> list[bytes]:
    """What each of these blobs holds."""
    given = _git(content, "cat-file", "--batch", typed="".join(f"{blob}\n" for blob in blobs).encode()) or b""
    held = []
    for _ in blobs:
        head, _, given = given.partition(b"\n")
        size = int(head.split(b" ")[2])
        held.append(given[:size])
        given = given[size + 1 :]
    return held


def _git(content: Path, *arguments: str, typed: bytes = b"") -> bytes | None:
    """What git prints in the folder of the content; nothing where it fails."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and no shell
            [_PROGRAM, *arguments], cwd=content, input=typed, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise LrtSiteError(_MISSING) from error
    return None if done.returncode else done.stdout
