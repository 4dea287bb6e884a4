"""Words that were taken back and may stand in the content again, since two branches were put together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import rfc8785

from lrt_site.export import v1
from lrt_site.ledger import stored
from lrt_site.ledger.stored import hash_of
from lrt_site.model.publications import History, Withdrawal
from lrt_site.model.register import Record


def left_in(content: Mapping[str, Record], withdrawal: Withdrawal, history: History) -> str:
    """A hash of what the content has in the fields from which words were taken back, also under a later id."""
    again = [one for one in history.withdrawals if one.name in withdrawal.repeats]
    fields: dict[str, set[str]] = {}
    for file in (file for one in (withdrawal, *again) for file in one.files):
        identifier = PurePosixPath(file.file).stem
        if not file.file.endswith(stored.NOTES):
            names = {re.split(r"[.\[]", at)[0] for at in file.extent}
            fields.setdefault(history.moved.get(identifier, identifier), set()).update(names)
    held = {
        identifier: {name: value for name, value in v1.to_v1(content[identifier]).items() if name in names}
        for identifier, names in fields.items()
        if identifier in content
    }
    return hash_of(rfc8785.dumps(held))


def returning(content: Mapping[str, Record], history: History) -> tuple[Withdrawal, ...]:
    """The withdrawals that no publication knows yet and whose words may have come back into the content since."""
    fresh = [one for one in history.unanchored if one.left]
    sure = {one.name for one in fresh if one.left == left_in(content, one, history)}
    sure |= {name for one in fresh if one.name in sure for name in one.repeats}
    return tuple(one for one in fresh if one.name not in sure)
