"""What git leaves of a file that two branches have each in their own way: both of them, between lines of signs."""

from __future__ import annotations

import re
from dataclasses import field
from io import BytesIO

from lrt_site.frozen import dataclass

_LINE = re.compile(rb"(?P<signs>(?P<sign>[<|=>])(?P=sign){6,})(?: (?P<label>[^\r\n]*))?\r?\n?")
_FOLLOWED_BY = {b"<": b"|=", b"|": b"=", b"=": b">"}
"""Which signs can come next in one conflict."""


@dataclass(frozen=True, slots=True)
class Side:
    """A file as it was on one of two branches."""

    label: str
    """What git calls the branch, where it first says so."""
    data: bytes


@dataclass(slots=True)
class _Conflict:
    """A conflict that was opened. Its lines count for text as long as nothing closes it."""

    size: int
    """How many signs a line of it has. Git writes more than seven of them where one conflict stands in another."""
    label: bytes
    lines: list[bytes]
    last: bytes = b"<"
    parts: dict[bytes, list[bytes]] = field(default_factory=lambda: {sign: [] for sign in _FOLLOWED_BY})
    """The lines below each of its signs."""


def sides_of(data: bytes) -> tuple[Side, Side] | None:
    """A file as it was on either of two branches; none where it holds no whole conflict."""
    if b"<<<<<<<" not in data:
        return None
    ours: list[bytes] = []
    theirs: list[bytes] = []
    labels: list[bytes] = []
    conflict: _Conflict | None = None
    for line in BytesIO(data):
        found = _LINE.fullmatch(line)
        sign, size = (found["sign"], len(found["signs"])) if found else (b"", 0)
        if found and sign == b"<" and (conflict is None or size == conflict.size):
            for side in (ours, theirs):
                side += conflict.lines if conflict else []
            conflict = _Conflict(size, found["label"] or b"", [line])
        elif conflict is None:
            ours.append(line)
            theirs.append(line)
        else:
            conflict.lines.append(line)
            if not found or size != conflict.size or sign not in _FOLLOWED_BY[conflict.last]:
                conflict.parts[conflict.last].append(line)
            elif sign != b">":
                conflict.last = sign
            else:
                ours += conflict.parts[b"<"]
                theirs += conflict.parts[b"="]
                labels = labels or [conflict.label, found["label"] or b""]
                conflict = None
    if not labels:
        return None
    rest = conflict.lines if conflict else []
    one, other = (label.decode("utf-8", "replace") for label in labels)
    return Side(one, b"".join(ours + rest)), Side(other, b"".join(theirs + rest))
