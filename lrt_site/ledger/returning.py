"""Words that were taken back and may stand in the content again, since two branches were put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import field, replace
from pathlib import PurePosixPath

import rfc8785

from lrt_site.export import v1
from lrt_site.frozen import dataclass
from lrt_site.ledger import redacting, stored
from lrt_site.ledger.draft import known_typed, words_hash
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import History, Withdrawal
from lrt_site.model.register import Record


@dataclass(frozen=True, slots=True)
class Unpublished:
    """What editors have that is not published yet."""

    content: Mapping[str, Record] = field(default_factory=dict)
    """All records, by id."""
    draft: Mapping[str, object] = field(default_factory=dict)
    """What was typed into the draft."""


NOTHING = Unpublished()


def searched(withdrawal: Withdrawal, now: Unpublished, history: History) -> Withdrawal:
    """A withdrawal that says in what its words were sought and do not stand."""
    return replace(
        withdrawal,
        left=left_in(now.content, withdrawal, history),
        content=content_hash(now.content),
        draft=words_hash(now.draft),
    )


def repeating(withdrawal: Withdrawal) -> str:
    """The command that searches the words of a withdrawal again."""
    words = "" if withdrawal.whole else " --words 'de woorden'"
    return f"lrt-site withdraw --repeat {withdrawal.name}{words}"


def left_in(content: Mapping[str, Record], withdrawal: Withdrawal, history: History) -> str:
    """A hash of what the content has in the fields from which words were taken back, also under a later id."""
    again = [candidate for candidate in history.withdrawals if candidate.name in withdrawal.repeats]
    fields = _fields_taken((withdrawal, *again), history)
    held = {
        identifier: {name: value for name, value in v1.to_v1(content[identifier]).items() if name in names}
        for identifier, names in fields.items()
        if identifier in content
    }
    return hash_of(rfc8785.dumps(held))


def taken_from(identifier: str, history: History) -> Mapping[str, Withdrawal]:
    """The fields of a record from which words were ever taken back, each with the last withdrawal that did."""
    return {
        name: withdrawal
        for withdrawal in history.withdrawals
        for name in _fields_taken((withdrawal,), history).get(identifier, ())
    }


def _fields_taken(withdrawals: Iterable[Withdrawal], history: History) -> Mapping[str, Set[str]]:
    """The fields from which these took words, by the id that the record has now."""
    fields: dict[str, set[str]] = {}
    for file in (file for withdrawal in withdrawals for file in withdrawal.files):
        identifier = PurePosixPath(file.file).stem
        if not file.file.endswith(stored.NOTES):
            names = map(redacting.top_of, file.extent)
            fields.setdefault(history.moved.get(identifier, identifier), set()).update(names)
    return fields


def content_hash(content: Mapping[str, Record]) -> str:
    """A hash of all that the content says."""
    return hash_of(rfc8785.dumps({identifier: v1.to_v1(record) for identifier, record in content.items()}))


@dataclass(frozen=True, slots=True)
class Doubt:
    """A withdrawal that no publication knows yet, and whose words may have come back since."""

    withdrawal: Withdrawal
    in_draft: bool
    """Whether that is in the draft, or in the content."""


def returning(now: Unpublished, history: History) -> tuple[Doubt, ...]:
    """The withdrawals whose words may have come back into the text they were in, or may stand in the draft.

    The text counts until a publication knows the withdrawal. A draft may hold the words where who began it did not
    know of them, and it is not the draft that was searched.
    """
    made = [withdrawal for withdrawal in history.withdrawals if withdrawal.left]
    unknown = unknown_to(now.draft, history)
    changed = {
        withdrawal.name
        for withdrawal in history.unanchored
        if withdrawal.left and withdrawal.left != left_in(now.content, withdrawal, history)
    }
    words = words_hash(now.draft)
    drafted = {withdrawal.name for withdrawal in unknown if words and words != withdrawal.draft}
    sure = _with_repeated(made, changed | drafted)
    doubted = [
        withdrawal for withdrawal in made if withdrawal.name in changed | drafted and withdrawal.name not in sure
    ]
    again = {name for withdrawal in doubted for name in withdrawal.repeats}
    return tuple(
        Doubt(withdrawal, withdrawal.name not in changed) for withdrawal in doubted if withdrawal.name not in again
    )


def unknown_to(draft: Mapping[str, object], history: History) -> tuple[Withdrawal, ...]:
    """The withdrawals that who began a draft did not know."""
    typed = known_typed(draft)
    last = next((publication.number for publication in history.publications if publication.hash == typed.previous), 0)
    known = typed.withdrawals.union(*(publication.withdrawals for publication in history.publications[:last]))
    return tuple(
        withdrawal
        for withdrawal in history.withdrawals
        if withdrawal.left and known.isdisjoint({withdrawal.name, *withdrawal.repeats})
    )


def unsearched(content: Mapping[str, Record], history: History) -> tuple[Withdrawal, ...]:
    """The newest withdrawals, up to those that the last publication knew, since which the content has changed."""
    last = history.last.withdrawals if history.publications else ()
    fresh = [
        withdrawal
        for withdrawal in history.withdrawals
        if withdrawal.content and (withdrawal.name in last or withdrawal in history.unanchored)
    ]
    now = content_hash(content) if fresh else None
    sure = _with_repeated(fresh, {withdrawal.name for withdrawal in fresh if withdrawal.content != now})
    return tuple(withdrawal for withdrawal in fresh if withdrawal.name not in sure)


def _with_repeated(fresh: Sequence[Withdrawal], doubted: Set[str]) -> frozenset[str]:
    """The names of all without doubt, and of those whose words one of these searched again."""
    return frozenset(
        name
        for withdrawal in fresh
        if withdrawal.name not in doubted
        for name in (withdrawal.name, *withdrawal.repeats)
    )
