"""A record or a text without words that were taken back. The record stays one: its ids, dates and numbers stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from pathlib import PurePosixPath
from typing import Any, TypeVar
from urllib.parse import unquote

from lrt_site.differences.aligning import aligned
from lrt_site.frozen import dataclass
from lrt_site.ledger.proof import Path
from lrt_site.ledger.word_search import Sought, spans_in, spelt_in
from lrt_site.model.fields import described
from lrt_site.model.values import VALUES

SIGN = "[ingetrokken]"
"""What stands in the place of words that were taken back."""
_OTHER_SIGN = "[…]"
"""The same where the words themselves are a part of the usual sign."""
_NOWHERE = "https://ingetrokken.invalid/"
"""In the place of an address that must be there, an address that can never be anybody's."""
_LINK_TARGET = re.compile(
    r"\]\(<?(?P<inline>[^()<>\s]+)|<(?P<bare>(?:https?|mailto):[^<>\s]+)>|^ {0,3}\[[^\]\n]+\]:\s*(?P<below>\S+)",
    re.MULTILINE,
)

_SIGNS = (SIGN, _OTHER_SIGN, _NOWHERE)
_OWN_TARGET = re.compile(r"\]\((?:#[\w-]+|[\w-]+\.md)\)")
"""A link to a record: more can have stood in its address."""
_WORD = re.compile(rf"{re.escape(SIGN)}|\w+|\W")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Redaction:
    """Takes words out of texts; without words it takes out all of a text."""

    wanted: tuple[Sought, ...] = ()
    ids: frozenset[str] = frozenset()
    """The ids that links can lead to: they stay."""

    def __call__(self, text: str) -> str:
        """The text without the words."""
        if not self.wanted:
            return SIGN if text else text
        return _replaced(text, [(start, end, self._sign) for start, end in spans_in(text, self.wanted)])

    def of_markdown(self, text: str) -> str:
        """The text without the words; a link that had them in its address leads nowhere."""
        if not self.wanted:
            return self(text)
        edits = [(start, end, self._sign) for start, end in spans_in(text, self.wanted)]
        for match in _LINK_TARGET.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            touching = [edit for edit in edits if edit[0] < end and start < edit[1]]
            inside = all(start <= pair[0] and pair[1] <= end for pair in touching)
            if inside and (touching or spelt_in(text[start:end], self.wanted)):
                edits = [edit for edit in edits if edit not in touching]
                edits.append((start, end, self._target(text[start:end])))
        return _replaced(text, sorted(edits))

    @property
    def _sign(self) -> str:
        return _OTHER_SIGN if spans_in(SIGN, self.wanted) else SIGN

    def _target(self, target: str) -> str:
        """Where a link leads that had the words in its address: to the same record, or nowhere."""
        path, _, fragment = unquote(target).partition("#")
        identifier = fragment or PurePosixPath(path).stem
        if identifier not in self.ids:
            return _NOWHERE
        if not spelt_in(target.replace(identifier, ""), self.wanted):
            return target
        return f"#{identifier}" if fragment else f"{identifier}.md"


def redacted(record: T, redaction: Redaction) -> tuple[T, tuple[str, ...]]:
    """The record without the words, and the fields in which they stood."""
    changed, extent = _part(record, redaction, "")
    return changed, tuple(extent)


def named(path: Path) -> str:
    """The way to a value in JSON as the extent of a withdrawal names it: `roles[0].role`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def top_of(name: str) -> str:
    """The field of a record in which a place is that the extent of a withdrawal names."""
    return re.split(r"[.\[]", name)[0]


def shows_withdrawal(text: str) -> bool:
    """Whether a text shows that it is not all that was published."""
    return any(sign in text for sign in _SIGNS) or _OWN_TARGET.search(text) is not None


def places_left(part: Any, at: str = "") -> Iterator[str]:
    """The places in a record where a withdrawal can have left what stands there.

    These are the texts that show it, and the addresses that lead nowhere or are absent.
    """
    for field in fields(part):
        yield from _places_in(type(part), field, getattr(part, field.name), f"{at}{field.name}")


def _places_in(kind: type, field: Field[Any], value: object, at: str) -> Iterator[str]:
    if is_dataclass(value) and not isinstance(value, VALUES):
        yield from places_left(value, f"{at}.")
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from _places_in(kind, field, item, f"{at}[{place}]")
    elif described(kind)[field.name].form == "address":
        if value in (None, _NOWHERE):
            yield at
    elif isinstance(value, str) and described(kind)[field.name].is_read and shows_withdrawal(value):
        yield at


def joined(one: str, other: str) -> str:
    """What is left of a text of which two withdrawals left different things: what stands in both.

    No words stand in it that one of them took, for then they do not stand in what that one left.
    """
    if _NOWHERE in (one, other):
        return _NOWHERE
    first, second = (_WORD.findall(text) for text in (one, other))
    pieces: list[str] = []
    for how, start, end, _, _ in aligned(first, second):
        for piece in first[start:end] if how == "equal" else [SIGN]:
            if piece != SIGN or pieces[-1:] != [SIGN]:
                pieces.append(piece)
    return _LINK_TARGET.sub(_whole_target, "".join(pieces))


def _whole_target(link: re.Match[str]) -> str:
    """A link that leads nowhere, where a piece was taken out of its address."""
    target = link[link.lastgroup or 0]
    return link[0].replace(target, _NOWHERE) if SIGN in target else link[0]


def _part(part: Any, redaction: Redaction, at: str) -> tuple[Any, list[str]]:
    changes: dict[str, object] = {}
    extent: list[str] = []
    for field in fields(part):
        before = getattr(part, field.name)
        after, touched = _field(type(part), field, before, redaction, f"{at}{field.name}")
        if touched:
            changes[field.name] = after
            extent += touched
    return (replace(part, **changes) if changes else part), extent


def _field(kind: type, field: Field[Any], value: object, redaction: Redaction, at: str) -> tuple[object, list[str]]:
    if is_dataclass(value) and not isinstance(value, VALUES):
        return _part(value, redaction, f"{at}.")
    if isinstance(value, tuple):
        found = [_field(kind, field, item, redaction, f"{at}[{place}]") for place, item in enumerate(value)]
        return tuple(item for item, _ in found), [place for _, touched in found for place in touched]
    if not isinstance(value, str):
        return value, []
    after: str | None
    if described(kind)[field.name].form == "address":
        after = _address(value, redaction, needed=field.default is MISSING)
    elif described(kind)[field.name].is_read:
        after = redaction.of_markdown(value) if field.name == "body" else redaction(value)
    else:
        after = value
    return after, [at] if after != value else []


def _address(url: str, redaction: Redaction, *, needed: bool) -> str | None:
    """A web address, or nothing in its place: an address without a piece of it would be somebody else's."""
    if redaction(url) == url:
        return url
    return _NOWHERE if needed else None


def _replaced(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    return "".join(_pieces(text, edits))


def _pieces(text: str, edits: Sequence[tuple[int, int, str]]) -> Iterator[str]:
    at = 0
    for start, end, words in edits:
        yield text[at:start]
        yield words
        at = end
    yield text[at:]
