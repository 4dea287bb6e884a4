"""The newest hashes to be kept elsewhere, on paper or in another repository, and read back from there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lrt_site.ledger import entries, signing
from lrt_site.ledger.sealing import unanchored
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import History
from lrt_site.problems import LrtSiteError

_TITLE = "Anker van "
_GROUP = 8
_NAMED = re.compile(
    r"\b(?P<what>publicatie|intrekking|overdracht)\s+(?P<name>[0-9][0-9a-f-]*)(?:\s*\((?P<called>[^()\n]*)\))?"
)
_HASH = re.compile(r"\s+((?:[0-9a-f]\s*){63}[0-9a-f])[^\S\n]*$", re.MULTILINE)
_DIGITS = re.compile(r"(?:[0-9a-f][^\S\n]?){33,}")
"""More than half of a hash, which stands on one line of two."""


def anchor(history: History, files: Mapping[str, bytes]) -> str:
    """The newest hashes, to be kept elsewhere: on paper, in a message or in another repository."""
    site = history.state(history.last).site
    rows = [
        f"{_TITLE}{site.title}, {site.address}",
        f"publicatie {history.last.number} ({history.last.name})",
        _in_groups(history.last.hash),
    ]
    for name, hashed in unanchored(history, files).items():
        rows += [f"intrekking {name}", _in_groups(hashed)]
    for name, hashed in signing.handover_hashes(files).items():
        rows += [f"overdracht {name}", _in_groups(hashed)]
    return "\n".join(rows) + "\n"


def anchored(history: History, files: Mapping[str, bytes], text: str) -> tuple[str, bool]:
    """Whether the ledger still has all that an anchor holds, in Dutch sentences.

    The anchor may be retyped, quoted, or have other words around it; all that it names must have a whole hash. There
    is no anchor where nothing is named: LrtSiteError.
    """
    text = re.sub(r"^(?:>|[^\S\n])+", "", text, flags=re.MULTILINE).lower()
    is_ours = _TITLE.lower() in text
    text = re.sub(rf"^{_TITLE.lower()}.*", "", text, flags=re.MULTILINE)
    named = list(_NAMED.finditer(text))
    if not named and not is_ours:
        raise LrtSiteError("In dit bestand staat geen anker. Maak er een met: lrt-site anchor")
    if not named:
        return "Dit is een anker, maar wat het vastlegt is niet te lezen. Neem het precies over.", False
    found = [_compared(history, files, match, _HASH.match(text, match.end())) for match in named]
    if len(_DIGITS.findall(text)) > len(named):
        found.append(("Bij een van de hashes in het anker is niet te lezen waarvan zij is.", False))
    return "\n".join(said for said, _ in found), all(sound for _, sound in found)


def withdrawal_hashes(history: History) -> Mapping[str, str]:
    """SHA-256 of every withdrawal, by name and in order."""
    return {withdrawal.name: hash_of(entries.withdrawal_bytes(withdrawal)) for withdrawal in history.withdrawals}


def _compared(
    history: History, files: Mapping[str, bytes], named: re.Match[str], hashed: re.Match[str] | None
) -> tuple[str, bool]:
    """What is to be said of one thing that an anchor names, and whether it is as the anchor says."""
    what, name = named["what"], named["name"]
    title = f"{what.capitalize()} {name}"
    name_now, hash_now = _held(history, files, what, name)
    if hashed is None:
        return f"{title}: hierbij staat in het anker geen hele hash van 64 tekens. Neem haar precies over.", False
    if hash_now is None:
        return f"{title} ontbreekt in dit register. Er is iets weggehaald sinds het anker is gemaakt.", False
    if hash_now != re.sub(r"\s", "", hashed[1]):
        return f"{title} is een andere dan toen het anker is gemaakt.", False
    if named["called"] not in (None, name_now):
        return f"{title} heet '{name_now}', en in het anker '{named['called']}'.", False
    return f"{title}: zoals het anker zegt.", True


def _held(history: History, files: Mapping[str, bytes], what: str, name: str) -> tuple[str, str | None]:
    """The name and the hash of something that an anchor names; no hash where the ledger has no such thing."""
    if what == "publicatie":
        found = next((publication for publication in history.publications if str(publication.number) == name), None)
        return (found.name, found.hash) if found else (name, None)
    held = withdrawal_hashes(history) if what == "intrekking" else signing.handover_hashes(files)
    return name, held.get(name)


def _in_groups(hashed: str) -> str:
    return " ".join(hashed[at : at + _GROUP] for at in range(0, len(hashed), _GROUP))
