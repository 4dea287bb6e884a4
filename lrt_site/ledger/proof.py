"""Proof field by field: a salted hash of every value, and one hash over all of these.

What was not withdrawn can be proved for good, and nothing else can take its place. The idea is that of selective
disclosure (RFC 9901), with the hashes in a tree that has the form of the record.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

Tree = Any
"""JSON with a hash, or a salt, in the place of every value: objects and lists stay, with the names in them."""
Path = tuple[str | int, ...]
"""The way to a value: names of fields, and places in lists and among the paragraphs of a text, from 0."""

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)
_PARAGRAPHS = "\n\n"
_PARAGRAPH = "paragraph"
"""Hashed with a paragraph: no list of texts has the hash of a text."""
_SALT = 32
_DIGEST = 64


def salts_of(value: object, seed: str) -> Tree:
    """The salt of every value, in a tree. A text of more paragraphs has one for each.

    It follows from the seed and the way to the value, so that the seed is all there is to store. No salt tells the
    seed, nor another salt.
    """
    return _salts(value, bytes.fromhex(seed), "")


def root_of(value: object, salts: Tree) -> str:
    """The one hash over all: SHA-256 of the canonical JSON of the tree of hashes.

    `salts` has a hash where a value was withdrawn: what stands in its place now proves nothing. ValueError where
    value and salts do not have one form.
    """
    return sha256(simple_json(_digests(value, salts))).hexdigest()


def withheld(before: object, after: object, salts: Tree, *kind: str) -> Tree:
    """The salts of what stays the same; in the place of all others the hash of the value that is withdrawn."""
    if isinstance(salts, dict) and isinstance(before, dict) and isinstance(after, dict):
        return {key: withheld(before.get(key), after.get(key), salt) for key, salt in salts.items()}
    if isinstance(salts, list) and len(_parts(before)) == len(_parts(after)) == len(salts):
        kind = (_PARAGRAPH,) if isinstance(before, str) else ()
        return [withheld(*each, *kind) for each in zip(_parts(before), _parts(after), salts, strict=True)]
    return salts if before == after else _digests(before, salts, *kind)


def joined(first: Tree, second: Tree) -> Tree:
    """The salts of what neither of two withdrawals took; else the hash."""
    if isinstance(first, dict):
        return {key: joined(first[key], second[key]) for key in first}
    if isinstance(first, list):
        return [joined(*both) for both in zip(first, second, strict=True)]
    return first if _is_digest(first) else second


def merged(first: Any, second: Any, salts: tuple[Tree, Tree], words: Callable[[str, str], str]) -> Any:
    """The value without what either of two withdrawals took from it, where these are its salts after each.

    `words` gives what is left of a text of which both took something. A field that one took away stays away.
    """
    one, other = salts
    if isinstance(one, dict):
        names = [name for name in first if name in second]
        return {name: merged(first[name], second[name], (one[name], other[name]), words) for name in names}
    if isinstance(one, list):
        parts = _parts(first), _parts(second)
        if len(parts[0]) == len(parts[1]) == len(one):
            made = [merged(*each, words) for each in zip(*parts, zip(one, other, strict=True), strict=True)]
            return _PARAGRAPHS.join(made) if isinstance(first, str) else made
        return words(first, second)
    if _is_digest(one) and _is_digest(other):
        return first if first == second else words(first, second)
    return first if _is_digest(one) else second


def taken(salts: Tree) -> Iterator[Path]:
    """The way to every value that was withdrawn."""
    if isinstance(salts, dict):
        yield from ((key, *path) for key, inner in salts.items() for path in taken(inner))
    elif isinstance(salts, list):
        yield from ((place, *path) for place, inner in enumerate(salts) for path in taken(inner))
    elif _is_digest(salts):
        yield ()


def fit(salts: Tree) -> bool:
    """Whether this can be a tree of salts and hashes."""
    if isinstance(salts, dict):
        return all(map(fit, salts.values()))
    if isinstance(salts, list):
        return all(map(fit, salts))
    return isinstance(salts, str) and len(salts) in (_SALT, _DIGEST) and set(salts) <= set("0123456789abcdef")


def simple_json(value: object) -> bytes:
    """RFC 8785 canonical JSON of what holds no decimal numbers and has plain ASCII keys, in a quarter of the time."""
    return _JSON.encode(value).encode()


def _salts(value: object, seed: bytes, at: str) -> Tree:
    if isinstance(value, dict):
        return {key: _salts(inner, seed, f"{at}/{key}") for key, inner in value.items()}
    if isinstance(value, list) or (isinstance(value, str) and _PARAGRAPHS in value):
        return [_salts(inner, seed, f"{at}/{place}") for place, inner in enumerate(_parts(value))]
    return hmac.digest(seed, at.encode(), "sha256").hex()[:_SALT]


def _digests(value: Any, salts: Tree, *kind: str) -> Tree:
    if isinstance(salts, dict):
        fields: Mapping[str, object] = value if isinstance(value, dict) else {}
        if fields.keys() - salts.keys():
            raise ValueError("a field without a salt")
        return {key: _digests(fields.get(key), salt) for key, salt in salts.items()}
    if isinstance(salts, list):
        parts, kind = _parts(value), (_PARAGRAPH,) if isinstance(value, str) else ()
        if len(parts) == len(salts):
            return [_digests(part, salt, *kind) for part, salt in zip(parts, salts, strict=True)]
        whole = isinstance(value, str) and all(_is_digest(salt) for salt in salts)
        if not salts or not whole:
            raise ValueError("not as many parts as salts")
        return salts
    if _is_digest(salts):
        return salts
    return sha256(simple_json([salts, value, *kind])).hexdigest()


def _is_digest(salt: Tree) -> bool:
    """Whether this is the hash of a value that was withdrawn."""
    return isinstance(salt, str) and len(salt) == _DIGEST


def _parts(value: object) -> list[Any]:
    """The items of a list or the paragraphs of a text."""
    if isinstance(value, str):
        return value.split(_PARAGRAPHS)
    return value if isinstance(value, list) else []
