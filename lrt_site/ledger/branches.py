"""Two branches of one ledger that git put together: what cannot be, how it is told, and how it is mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import PurePosixPath

from lrt_site.frozen import dataclass
from lrt_site.ledger import entries, signing, stored
from lrt_site.ledger.merges import sides_of
from lrt_site.ledger.naming import publications_in, withdrawals_in
from lrt_site.ledger.stored import UnreadableError, hash_of
from lrt_site.model.publications import DRAFT, Withdrawal
from lrt_site.problems import LrtSiteError, Problem, quoted

Files = Mapping[str, bytes]

_SHORT = 8


@dataclass(frozen=True, slots=True)
class ReadableEntry:
    """A publication as far as its files can be read, whatever else is wrong with the ledger."""

    name: str
    """The folder in which it stands. Two can stand in one, since git put two branches together."""
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
        """The fields of its words; none where these cannot be read, or are those of the other in its folder."""
        data = self.files.get(stored.NOTES, b"")
        is_other = self.branch and _hash_in(data) != self.fields.get("notes")
        return {} if is_other else _fields(data)

    @property
    def hashes(self) -> Mapping[str, str]:
        """The hashes that it sealed, by path inside its folder; none where its entry cannot be read."""
        fields = self.fields
        try:
            versions = {
                f"records/{candidate['id']}.json": candidate["hash"]
                for candidate in fields["changes"]
                if candidate["hash"]
            }
            return {**versions, stored.NOTES: fields["notes"]}
        except (KeyError, TypeError):
            return {}

    @property
    def sealed(self) -> Files:
        """Its files that are what it sealed, the entry last. In a folder of two, others can be those of the other."""
        own = [path for path, hashed in self.hashes.items() if _hash_in(self.files.get(path, b"")) == hashed]
        signature = [stored.SIGNATURE] if self.fields.get("signer") else []
        return {path: self.files[path] for path in (*own, *signature, stored.ENTRY) if path in self.files}


@dataclass(frozen=True, slots=True)
class Folder:
    """What becomes of a folder when a publication in it is none any more."""

    name: str
    written: Files = field(default_factory=dict)
    """The files to write, by path in the ledger, in this order: until the last is written, the folder tells of both its
    publications. None where the folder goes whole."""
    deleted: tuple[str, ...] = ()
    """The files to delete before that, by path in the ledger."""


def problems(files: Files, root: PurePosixPath) -> tuple[Problem, ...]:
    """What cannot be because two branches were put together, with the command that mends it."""
    found = _entries(files)
    told = (*_conflicts(files, found), *_forks(found))
    return tuple(sorted(Problem(root / path, 1, 1, code, said) for path, code, said in told))


def redone(files: Files, name: str, keep: str | None) -> tuple[tuple[ReadableEntry, ...], tuple[Folder, ...]]:
    """What it takes to make a publication, and all that follow it, a draft again.

    The entries that go, and what becomes of their folders, the last one first. `keep` is the begin of the hash of the
    one that stays where two branches gave one name to two publications. LrtSiteError, for people, where it may not be.
    """
    found = _entries(files)
    named = [entry for entry in found if entry.name == name]
    if not named:
        names = dict.fromkeys(entry.name for entry in found)
        raise LrtSiteError(f"Er is geen publicatie {quoted(name)}. Wel: {', '.join(names) or 'nog geen enkele'}.")
    if len(named) == 1 and keep is not None:
        raise LrtSiteError(f"Er is maar één publicatie {quoted(name)}: er valt niets te kiezen. Er is niets veranderd.")
    kept = [entry for entry in named if keep and entry.hash.startswith(keep.lower())]
    if len(named) > 1 and len(kept) != 1:
        raise LrtSiteError(_both(named))
    gone: list[ReadableEntry] = []
    hashes: set[str] = set()
    for entry in found:
        if (entry.name == name and entry not in kept) or str(entry.fields.get("previous")) in hashes:
            gone.append(entry)
            hashes.add(entry.hash)
    touched = {entry.name for entry in gone}
    _refuse_handed_over(files, gone)
    _refuse_withdrawn(files, gone)
    _refuse_unread([entry for entry in found if entry.name in touched])
    staying = {entry.name: entry for entry in found if entry not in gone}
    folders = (_folder(files, text, staying.get(text)) for text in sorted(touched, key=publications_in(files).index))
    return tuple(gone), tuple(folders)[::-1]


def unmixed(files: Files) -> Files:
    """The files of withdrawals as they were, of those that git mixed up, by path.

    Two withdrawals put two files in the place of one. To git that is one file with two new names, so it writes both
    texts under either name.
    """
    found: dict[str, bytes] = {}
    for path in (path for path, data in files.items() if path.startswith(f"{stored.WITHDRAWALS}/") and sides_of(data)):
        folder, _, inner = path.partition("/files/")
        try:
            withdrawal = entries.withdrawal_in(files.get(f"{folder}/{stored.WITHDRAWAL}", b""))
        except UnreadableError:
            continue
        left = {file.becomes for file in withdrawal.files if file.file == inner}
        own = [side for place in (0, 1) if hash_of(side := _side(files[path], place)) in left]
        if own:
            found[path] = own[0]
    return found


def _folder(files: Files, name: str, staying: ReadableEntry | None) -> Folder:
    if staying is None:
        return Folder(name)
    kept = {f"{name}/{path}": data for path, data in staying.sealed.items()}
    written = {path: data for path, data in kept.items() if files.get(path) != data}
    return Folder(name, written, tuple(path for path in files if path.startswith(f"{name}/") and path not in kept))


def _refuse_unread(found: Sequence[ReadableEntry]) -> None:
    """What cannot be read as a publication can be no draft: what editors wrote would be lost."""
    for entry in found:
        if any(sides_of(data) for data in entry.files.values()):
            raise LrtSiteError(
                f"In publicatie {quoted(entry.name)} staan de tekens van meer dan één samenvoeging. Ga terug naar hoe "
                "het daarvoor was, met git reset of git merge --abort, en voeg de takken een voor een samen."
            )
        try:
            entries.publication_in(entry.files.get(stored.ENTRY, b""), entry.files.get(stored.NOTES, b""))
        except UnreadableError as error:
            raise LrtSiteError(
                f"Publicatie {quoted(entry.name)} is niet te lezen. Zet haar eerst terug uit git."
            ) from error


def _refuse_handed_over(files: Files, gone: Sequence[ReadableEntry]) -> None:
    """A handover after a publication would follow nothing any more."""
    for name in signing.handovers_in(files):
        after = _fields(files.get(signing.file_of(name, signing.HANDOVER), b"")).get("after")
        for entry in gone:
            if after == entry.hash:
                raise LrtSiteError(
                    f"Na publicatie {quoted(entry.name)} is het tekenen overgedragen. "
                    "Zij kan geen concept meer worden. "
                    "Maak de andere publicatie een concept."
                )


def _refuse_withdrawn(files: Files, gone: Sequence[ReadableEntry]) -> None:
    """Words of a publication were taken back: who makes it a draft again may not bring them back."""
    for withdrawal in _withdrawals(files):
        covered = {(file.file, file.hash) for file in withdrawal.files}
        for entry in gone:
            sealed = {(f"{entry.name}/{path}", str(hashed)) for path, hashed in entry.hashes.items()}
            if withdrawal.after == entry.hash or covered & sealed:
                raise LrtSiteError(
                    f"Na publicatie {quoted(entry.name)} zijn woorden ingetrokken. Zij kan geen concept meer worden. "
                    "Maak de andere publicatie een concept. Gaat dat ook niet? Bewaar dan eerst wat de ene tak bij "
                    "haar schreef (notes.json). Zet daarna alles terug van de andere tak: git restore --source=TAK "
                    "--staged --worktree content/publications. Trek de woorden van de ene tak opnieuw in, en publiceer "
                    "opnieuw."
                )


def _withdrawals(files: Files) -> Iterator[Withdrawal]:
    for name in withdrawals_in(files):
        try:
            yield entries.withdrawal_in(files.get(stored.withdrawal_file(name), b""))
        except UnreadableError as error:
            raise LrtSiteError(
                f"De intrekking {quoted(name)} is niet te lezen. Zet haar eerst terug uit git."
            ) from error


def _forks(found: Sequence[ReadableEntry]) -> Iterator[tuple[str, str, str]]:
    """Publications that follow one and the same, each in a folder of its own."""
    followed: dict[str, list[ReadableEntry]] = {}
    for entry in found:
        if entry.fields and not entry.branch:
            followed.setdefault(str(entry.fields.get("previous")), []).append(entry)
    for forked in followed.values():
        if len(forked) > 1:
            names = [entry.name for entry in forked]
            ways = " ".join(
                f"Staat alleen {kept} al op de site? Voer dan uit: "
                + " en ".join(f"lrt-site publish --redo {name}" for name in names if name != kept)
                + "."
                for kept in names
            )
            said = (
                f"{', '.join(names[:-1])} en {names[-1]} zijn op verschillende takken gemaakt: elk is publicatie "
                f"{forked[0].fields.get('number')}. {ways} {_OTHERWISE}"
            )
            yield f"{names[-1]}/{stored.ENTRY}", "ledger-forked", said


def _conflicts(files: Files, found: Sequence[ReadableEntry]) -> Iterator[tuple[str, str, str]]:
    """Files, the draft apart, in which git left the signs of a conflict: one problem a folder."""
    told: set[str] = set()
    mixed = unmixed(files)
    for path in sorted(path for path, data in files.items() if path != DRAFT and sides_of(data)):
        folder = path if path in mixed else path.partition("/")[0]
        if folder in told:
            continue
        told.add(folder)
        sides = [entry for entry in found if entry.name == folder and entry.branch]
        said = _both(sides) if sides else _MIXED if path in mixed else _UNMERGED
        yield (f"{folder}/{stored.ENTRY}" if sides else path), "ledger-conflict", said


_MIXED = "Git heeft hier de teksten van twee intrekkingen samengevoegd. Voer uit: lrt-site withdraw --resume"
_UNMERGED = (
    "In dit bestand staan de tekens van een samenvoeging in git die niet is afgemaakt. Voeg de takken opnieuw samen, "
    "verander niets in 'publications', en doe wat lrt-site check zegt. Blijft dit staan? Zet dan dit bestand terug "
    "zoals het was op de tak waarop het is gemaakt."
)
_OTHERWISE = (
    "Staat er nog geen op de site? Kies dan zelf. Staat er meer dan één op? Dat kan geen opdracht ongedaan maken: laat "
    "wat het eerst op de site stond, maak het andere weer een concept, en schrijf daarin voor de lezer wat er gebeurde."
)


def _both(sides: Sequence[ReadableEntry]) -> str:
    name = sides[0].name
    ways = " ".join(
        f"Staat alleen {_title_of(entry)} al op de site? Voer dan uit: "
        f"lrt-site publish --redo {name} --keep {entry.hash[:_SHORT]}."
        for entry in sides
    )
    return f"Publicatie {name} is op twee takken gemaakt. {ways} {_OTHERWISE}"


def _title_of(entry: ReadableEntry) -> str:
    title = entry.notes.get("title")
    return f"{quoted(title)} (tak {entry.branch})" if isinstance(title, str) else f"die van tak {entry.branch}"


def _entries(files: Files) -> tuple[ReadableEntry, ...]:
    """Every publication in a ledger, in order of name."""
    names = publications_in(files)
    own: dict[str, dict[str, bytes]] = {name: {} for name in names}
    for path, data in files.items():
        folder, _, inner = path.partition("/")
        if folder in own:
            own[folder][inner] = data
    return tuple(entry for name in names for entry in _in_folder(name, own[name]))


def _in_folder(name: str, own: Files) -> tuple[ReadableEntry, ...]:
    """The publication in a folder, or the two that stand in it."""
    both = sides_of(own.get(stored.ENTRY, b""))
    if both is None:
        return (ReadableEntry(name, own),)
    return tuple(
        ReadableEntry(name, {path: _side(data, place) for path, data in own.items()}, side.label or str(place + 1))
        for place, side in enumerate(both)
    )


def _side(data: bytes, place: int) -> bytes:
    """A file as it was on one side of a conflict. A version has no newline at its end, and git adds one."""
    both = sides_of(data)
    if both is None:
        return data
    whole = both[place].data
    return whole.removesuffix(b"\n") if whole.startswith(b'{"') else whole


def _hash_in(data: bytes) -> str:
    try:
        return stored.hash_in(data)
    except UnreadableError:
        return ""


def _fields(data: bytes) -> stored.Fields:
    try:
        return stored.fields_in(data)
    except UnreadableError:
        return {}
