"""Two branches of one ledger that git put together: what cannot be, how it is told, and how it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from lrt_site.ledger import entries, stored
from lrt_site.ledger.naming import publications_in
from lrt_site.ledger.stored import UnreadableError, hash_of
from lrt_site.model.publications import DRAFT
from lrt_site.problems import LrtSiteError, Problem, quoted

Files = Mapping[str, bytes]

_CONFLICT = re.compile(
    rb"^<<<<<<< (?P<ours>[^\n]*)\n(?P<one>.*?)(?:^\|{7}[^\n]*\n.*?)?"
    rb"^=======\n(?P<other>.*?)^>>>>>>> (?P<theirs>[^\n]*)\n?",
    re.MULTILINE | re.DOTALL,
)
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """A publication as far as its files can be read, whatever else is wrong with the ledger."""

    name: str
    """The folder in which it stands."""
    files: Files
    """Its files, by path inside its folder."""
    branch: str = ""
    """The branch that it is of, as git names it in a conflict."""

    @property
    def hash(self) -> str:
        """The hash of its entry."""
        return hash_of(self.files.get(stored.ENTRY, b""))

    @property
    def fields(self) -> stored.Fields:
        """The fields of its entry; none where that cannot be read."""
        return _fields(self.files.get(stored.ENTRY, b""))

    @property
    def notes(self) -> stored.Fields:
        """The fields of its words; none where these cannot be read."""
        return _fields(self.files.get(stored.NOTES, b""))


def problems(files: Files, root: PurePosixPath) -> tuple[Problem, ...]:
    """What cannot be because two branches were put together, with the command that mends it."""
    found = [Problem(root / path, 1, 1, code, said) for path, code, said in (*_conflicts(files), *_forks(files))]
    return tuple(sorted(found))


def redone(files: Files, name: str, keep: str | None) -> tuple[tuple[Entry, ...], Mapping[str, bytes], tuple[str, ...]]:
    """What it takes to make a publication, and all that follow it, a draft again.

    The entries that go, the files to write and those to delete, by path. `keep` is the begin of the hash of the one
    that stays where two branches gave one name to two publications. LrtSiteError, for people, where it may not be.
    """
    names = publications_in(files)
    if name not in names:
        raise LrtSiteError(f"Er is geen publicatie {quoted(name)}. Wel: {', '.join(names) or 'nog geen enkele'}.")
    sides = _sides_of(files, name)
    if sides:
        return _chosen(files, name, sides, keep)
    if keep is not None:
        raise LrtSiteError(f"Er is maar één publicatie {quoted(name)}: er valt niets te kiezen. Er is niets veranderd.")
    gone: list[Entry] = []
    hashes: set[str] = set()
    for one in (_entry(files, other) for other in names):
        if one.name == name or one.fields.get("previous") in hashes:
            gone.append(one)
            hashes.add(one.hash)
    _refuse_unread(gone)
    _refuse_withdrawn(files, gone)
    folders = tuple(f"{one.name}/" for one in gone)
    return tuple(gone), {}, tuple(sorted(path for path in files if path.startswith(folders)))


def _chosen(
    files: Files, name: str, sides: Sequence[Entry], keep: str | None
) -> tuple[tuple[Entry, ...], Mapping[str, bytes], tuple[str, ...]]:
    kept = [one for one in sides if keep and one.hash.startswith(keep.lower())]
    if len(kept) != 1:
        raise LrtSiteError(_both(name, sides))
    _refuse_unread(sides)
    gone = tuple(one for one in sides if one not in kept)
    _refuse_withdrawn(files, gone)
    listed = {stored.ENTRY, stored.NOTES, stored.SIGNATURE}
    listed |= {f"records/{change['id']}.json" for change in kept[0].fields["changes"] if change["hash"]}
    written = {f"{name}/{path}": data for path, data in kept[0].files.items() if path in listed}
    deleted = tuple(sorted(path for path in files if path.startswith(f"{name}/") and path not in written))
    return gone, {path: data for path, data in written.items() if files.get(path) != data}, deleted


def _refuse_unread(found: Sequence[Entry]) -> None:
    """What cannot be read as a publication can be no draft: what editors wrote would be lost."""
    for one in found:
        try:
            entries.publication_in(one.files.get(stored.ENTRY, b""), one.files.get(stored.NOTES, b""))
        except UnreadableError as error:
            raise LrtSiteError(
                f"Publicatie {quoted(one.name)} is niet te lezen. Zet haar eerst terug uit git."
            ) from error


def _refuse_withdrawn(files: Files, gone: Sequence[Entry]) -> None:
    """Words of a publication were taken back: who makes it a draft again may not bring them back."""
    for path, data in files.items():
        if path.startswith(f"{stored.WITHDRAWALS}/") and path.endswith(stored.WITHDRAWAL):
            fields = _fields(data)
            for one in gone:
                covered = [file for file in fields.get("files", ()) if str(file.get("file")).startswith(f"{one.name}/")]
                if fields.get("after") == one.hash or (covered and not fields.get("after")):
                    raise LrtSiteError(
                        f"Na publicatie {quoted(one.name)} zijn woorden ingetrokken. Zij kan geen concept meer worden. "
                        "Maak de andere publicatie een concept, of laat de intrekking eerst terugzetten uit git."
                    )


def _forks(files: Files) -> Iterator[tuple[str, str, str]]:
    """Publications that follow one and the same."""
    followed: dict[str, list[str]] = {}
    for name in publications_in(files):
        fields = _entry(files, name).fields
        if fields and not _sides_of(files, name):
            followed.setdefault(str(fields.get("previous")), []).append(name)
    for names in followed.values():
        if len(names) > 1:
            number = _entry(files, names[0]).fields.get("number")
            ways = " ".join(
                f"Staat alleen {kept} al op de site? Voer dan uit: "
                + " en ".join(f"lrt-site publish --redo {one}" for one in names if one != kept)
                + "."
                for kept in names
            )
            said = f"{' en '.join(names)} zijn op twee takken gemaakt: allebei zijn zij publicatie {number}. {ways}"
            yield f"{names[-1]}/{stored.ENTRY}", "ledger-forked", said


def _conflicts(files: Files) -> Iterator[tuple[str, str, str]]:
    """Files, the draft apart, in which git left the signs of a conflict: one problem a folder."""
    told: set[str] = set()
    for path in sorted(path for path, data in files.items() if path != DRAFT and _CONFLICT.search(data)):
        folder, slash, _ = path.partition("/")
        if folder in told:
            continue
        told.add(folder)
        sides = _sides_of(files, folder) if slash else ()
        said = _both(folder, sides) if sides else _UNMERGED
        yield (f"{folder}/{stored.ENTRY}" if sides else path), "ledger-conflict", said


_UNMERGED = (
    "In dit bestand staan de tekens van een samenvoeging in git die niet is afgemaakt. Zet het terug zoals het was op "
    "een van beide takken."
)


def _both(name: str, sides: Sequence[Entry]) -> str:
    ways = " ".join(
        f"Staat {quoted(str(one.notes.get('title', '')))} (tak {one.branch}) al op de site? Voer dan uit: "
        f"lrt-site publish --redo {name} --keep {one.hash[:_SHORT]}."
        for one in sides
    )
    return f"Publicatie {name} is op twee takken gemaakt. {ways}"


def _sides_of(files: Files, name: str) -> tuple[Entry, ...]:
    """The two publications that stand in one folder since git put two branches together; none where that is not so."""
    found = _CONFLICT.search(files.get(f"{name}/{stored.ENTRY}", b""))
    if not found:
        return ()
    sides = []
    for side, label in (("one", "ours"), ("other", "theirs")):
        own = {
            path.removeprefix(f"{name}/"): _side(data, side)
            for path, data in files.items()
            if path.startswith(f"{name}/")
        }
        sides.append(Entry(name, own, found[label].decode("utf-8", "replace")))
    return tuple(sides)


def _side(data: bytes, side: str) -> bytes:
    """A file as it was on one side of a conflict. A version has no newline at its end, and git adds one."""
    if not _CONFLICT.search(data):
        return data
    whole = _CONFLICT.sub(lambda found: found[side], data)
    return whole.removesuffix(b"\n") if whole.startswith(b'{"') else whole


def _entry(files: Files, name: str) -> Entry:
    own = {path.removeprefix(f"{name}/"): data for path, data in files.items() if path.startswith(f"{name}/")}
    return Entry(name, own)


def _fields(data: bytes) -> stored.Fields:
    try:
        return stored.fields_in(data)
    except UnreadableError:
        return {}
