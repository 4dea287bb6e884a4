"""Dutch words for kinds of records and for fields, so that messages speak the editor's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lrt_site.model import kinds
from lrt_site.suggestions import nearest

KIND_WORDS: Mapping[str, str] = {
    **{kind.type.__name__: kind.one for kind in kinds.ALL},
    **{part.__name__: words for part, words in kinds.PART_WORDS.items()},
}
"""What every type of record, and of part of one, is called, with its article."""

SERIES_KINDS: Mapping[str, str] = {
    "stand": "op één dag",
    "stroom": "per jaar",
    "norm": "doel",
    "raming": "verwachting",
}
"""What a reader calls each kind of figure."""

FIELD_WORDS: Mapping[str, str] = {
    **{kind.home.key: kind.home.words for kind in kinds.ALL if kind.home.key and kind.home.words},
    **kinds.FIELD_WORDS,
}
"""What every field of a record is called, and every list of records in a file of the content."""


def in_words(field: str) -> str:
    """A field as a message names it: its key, and its Dutch words where there are any."""
    words = FIELD_WORDS.get(field)
    return f"'{field}' ({words})" if words and words != field else f"'{field}'"


def field_meant(word: str, known: Iterable[str]) -> str | None:
    """The field that a wrong field name seems to mean, by its key or by its Dutch words; none when none is near."""
    names = set(known)
    in_dutch = {FIELD_WORDS[name]: name for name in sorted(names) if name in FIELD_WORDS}
    near = nearest(word.replace("_", " "), in_dutch) if word not in names else word
    by_key = nearest(word, names)
    if by_key and (near is None or not _same(near, word)):
        return by_key
    return in_dutch.get(near or "")


def _same(text: str, other: str) -> bool:
    return text.casefold() == other.replace("_", " ").casefold()
