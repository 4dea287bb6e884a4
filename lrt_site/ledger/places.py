"""Where the words of a sealed file have stood, and where they stand now that some were taken back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lrt_site.frozen import dataclass
from lrt_site.model.publications import Withdrawal, WithdrawnFile, replacement_of


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a sealed file stand, or have stood."""

    path: str
    hash: str
    """The hash that the file was sealed with; after a withdrawal, SHA-256 of what it left."""
    withdrawal: Withdrawal | None = None
    extent: frozenset[str] = frozenset()
    """The fields from which this withdrawal and those before it took words."""


Taken = Mapping[str, Sequence[tuple[Withdrawal, WithdrawnFile]]]
"""What withdrawals took, in order, by the path of the file."""


def taken_by(withdrawals: Iterable[Withdrawal]) -> Taken:
    """What withdrawals took, in order, by the path of the file."""
    taken: dict[str, list[tuple[Withdrawal, WithdrawnFile]]] = {}
    for withdrawal in withdrawals:
        for file in withdrawal.files:
            taken.setdefault(file.file, []).append((withdrawal, file))
    return taken


def places_of(path: str, hashed: str, taken: Taken) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Where the words of a file with this hash have stood, and where they stand now.

    There is one place where they stand, unless withdrawals on two branches each left something else of them.
    """
    former: list[Place] = []
    now = {hashed: Place(path, hashed)}
    known = dict(now)
    for withdrawal, file in taken.get(path, ()):
        before = (file.hash, *file.joined)
        if all(was in known for was in before):
            former += [now.pop(was) for was in before if was in now]
            extent = frozenset(file.extent).union(*(known[was].extent for was in before))
            place = Place(replacement_of(withdrawal.name, path), file.becomes, withdrawal, extent)
            known[file.becomes] = now[file.becomes] = place
    return tuple(former), tuple(now.values())


def takers(sealed: Mapping[str, str], taken: Taken) -> frozenset[tuple[str, str]]:
    """The withdrawals that put something in the place of a sealed file: the name of each, and the path of the file.

    `sealed` has the hash that every file was sealed with, by path.
    """
    return frozenset(
        (place.withdrawal.name, path)
        for path, hashed in sealed.items()
        for places in places_of(path, hashed, taken)
        for place in places
        if place.withdrawal
    )
