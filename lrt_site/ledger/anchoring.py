"""The newest hashes to be kept elsewhere, on paper or in another repository, and read back from there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lrt_site.ledger import entries
from lrt_site.ledger.sealing import unanchored
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import History
from lrt_site.problems import LrtSiteError

_GROUP = 8


def anchor(history: History, files: Mapping[str, bytes]) -> str:
    """The newest hashes, to be kept elsewhere: on paper, in a message or in another repository."""
    site = history.state(history.last).site
    rows = [
        f"Anker van {site.title}, {site.address}",
        f"publicatie {history.last.number} ({history.last.name})",
        _in_groups(history.last.hash),
    ]
    for name, hashed in unanchored(history, files).items():
        rows += [f"intrekking {name}", _in_groups(hashed)]
    return "\n".join(rows) + "\n"


_ANCHORED = re.compile(
    r"(?P<what>publicatie|intrekking)\s+(?P<name>[0-9][0-9a-f-]*)(?:\s*\([^)]*\))?\s+(?P<hash>(?:[0-9a-f]{8}\s*){8})",
    re.IGNORECASE,
)


def anchored(history: History, text: str) -> tuple[str, bool]:
    """Whether the ledger still has what an anchor holds, in Dutch sentences.

    The anchor may be retyped, or have other words around it. LrtSiteError where it is none.
    """
    found = list(_ANCHORED.finditer(text))
    if not found:
        raise LrtSiteError("In dit bestand staat geen anker. Maak er een met: lrt-site anchor")
    said, sound = [], True
    for one in found:
        hashed = re.sub(r"\s", "", one["hash"]).lower()
        what = f"{one['what'].capitalize()} {one['name']}"
        held = _held(history, one["what"].lower(), one["name"])
        if held == hashed:
            said.append(f"{what}: zoals het anker zegt.")
        elif held is None:
            said.append(f"{what} ontbreekt in dit register. Er is iets weggehaald sinds het anker is gemaakt.")
        else:
            said.append(f"{what} is een andere dan toen het anker is gemaakt.")
        sound = sound and held == hashed
    return "\n".join(said), sound


def _held(history: History, what: str, name: str) -> str | None:
    if what == "publicatie":
        return next((one.hash for one in history.publications if str(one.number) == name), None)
    return next((hash_of(entries.withdrawal_bytes(one)) for one in history.withdrawals if one.name == name), None)


def _in_groups(hashed: str) -> str:
    return " ".join(hashed[at : at + _GROUP] for at in range(0, len(hashed), _GROUP))
