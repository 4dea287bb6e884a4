"""What waited when a draft was made, as the draft notes it, and what waits otherwise since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lrt_site.ledger.pending import Pending, content_hash
from lrt_site.problems import quoted

_SHORT = 12
"""So many signs tell states of one record apart; what is sealed is held against a whole hash."""
_MOST_NAMED = 5
"""More names in one sentence nobody reads."""


def line_of(changes: Sequence[Pending]) -> str:
    """What waits, as the line of a draft that notes it; nothing where no record waits."""
    noted = ", ".join(f"{name}: {short}" for name, short in _hashes(changes).items())
    return f"reviewed: {{{noted}}}\n" if noted else ""


def reviewed_typed(typed: Mapping[str, object]) -> Mapping[str, str]:
    """What a draft notes, by id of the record, also where it is no draft yet."""
    noted = typed.get("reviewed")
    return {name: str(short) for name, short in noted.items()} if isinstance(noted, dict) else {}


def changed_since(reviewed: Mapping[str, str], changes: Iterable[Pending]) -> Iterator[str]:
    """What waits otherwise than a draft notes, as Dutch sentences; none of a draft that notes nothing."""
    now = _hashes(changes) if reviewed else {}
    for said, names in (
        ("Nieuw sindsdien", [name for name in now if name not in reviewed]),
        ("Weer veranderd", [name for name in now if reviewed.get(name, now[name]) != now[name]]),
        ("Wacht niet meer op publicatie", [name for name in reviewed if name not in now]),
    ):
        if names:
            more = f" en nog {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
            yield f"{said}: {', '.join(map(quoted, names[:_MOST_NAMED]))}{more}."


def _hashes(changes: Iterable[Pending]) -> Mapping[str, str]:
    """A short hash of each change, by id of the record."""
    return {waiting.id: content_hash((waiting,))[:_SHORT] for waiting in changes}
