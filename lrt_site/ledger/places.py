"""Where the words of a sealed file have stood, and where they stand now that some were taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lrt_site.model.publications import Withdrawal, replacement_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a sealed file stand, or have stood."""

    path: str
    hash: str
    """The hash that the file was sealed with; after a withdrawal, SHA-256 of what it left."""
    withdrawal: Withdrawal | None = None
    extent: frozenset[str] = frozenset()
    """The fields from which this withdrawal and those before it took words."""


def places_of(path: str, hashed: str, withdrawals: Sequence[Withdrawal]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where the words of a file with this hash have stood, and where they stand now.

    There is one place where they stand, unless withdrawals on two branches each left something else of them.
    """
    former: list[Place] = []
    now = {hashed: Place(path, hashed)}
    known = dict(now)
    for withdrawal in withdrawals:
        for one in withdrawal.files:
            before = (one.hash, *one.joined)
            if one.file == path and all(was in known for was in before):
                former += [now.pop(was) for was in before if was in now]
                extent = frozenset(one.extent).union(*(known[was].extent for was in before))
                place = Place(replacement_of(withdrawal.name, path), one.becomes, withdrawal, extent)
                known[one.becomes] = now[one.becomes] = place
    return tuple(former), tuple(now.values())
