"""Words that were taken back, as pages tell it."""

from __future__ import annotations

import re

from lrt_site.frozen import dataclass
from lrt_site.model.publications import Version, Withdrawal
from lrt_site.model.register import Register, Steps
from lrt_site.wording.values import names_in, path_words

_STEP = re.compile(r"(?P<field>[^.\[\]]+)|\[(?P<place>[0-9]+)\]")


@dataclass(frozen=True, slots=True)
class WithdrawalView:
    """A withdrawal: when, on what ground, by which decision, and of what."""

    when: str
    ground: str
    decision: str
    fields: tuple[str, ...]
    """In which fields words were taken back, in words."""


def withdrawal_view(withdrawal: Withdrawal, fields: tuple[str, ...] = ()) -> WithdrawalView:
    """A withdrawal in words."""
    return WithdrawalView(withdrawal.date.in_words, withdrawal.ground, withdrawal.decision, fields)


def withdrawal_from(version: Version, register: Register) -> WithdrawalView | None:
    """The withdrawal by which words in a version were taken back, with the fields in which they stood."""
    if version.withdrawal is None:
        return None
    names = names_in(register)
    fields = (path_words(version.record, _steps(path), names) for path in version.extent)
    return withdrawal_view(version.withdrawal, tuple(dict.fromkeys(fields)))


def _steps(path: str) -> Steps:
    """The steps of a path such as `roles[0].role`."""
    return tuple(int(step["place"]) if step["place"] else step["field"] for step in _STEP.finditer(path))
