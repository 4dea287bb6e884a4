"""In what order lists put persons and organisations: as Dutch lists do.

A small rule of our own: libraries for collation fold accents, but know no tussenvoegsels.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from itertools import takewhile

from lrt_site.model.dates import PartialDate
from lrt_site.model.people import Organisation, Person

SortKey = tuple[str, ...]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PREFIXES = _words(
    "aan aus bij da das de dei del della den der des di do dos du el al en het in la las le les lo los onder op over "
    "'s 't te ten ter thoe tot uijt uit van vande vanden vander ver voor vom von zu zum zur"
)
"""Tussenvoegsels: what stands between given name and surname, and does not count in the order of a list."""
_ALSO_WITH_A_CAPITAL = _words("aan bij de den der des het in onder op over 's 't te ten ter uit van von voor")
"""Dutch ones count as such however they are written; `El` and `La` with a capital belong to the surname."""
_SECOND_GIVEN_NAMES = _words(
    "adriaan alexander anna anne anton bart bas catharina christiaan cornelis daan dirk elisabeth els eva frans geert "
    "gerard gerrit gijs hans hein hendrik henk jaap jacob jan johan johanna johannes joost jos jose kees klaas lies "
    "lise lotte louis louise maarten margaretha maria marie marijn marten martin mathijs mieke paul peter piet pieter "
    "ria rik roelof simon sophie teun theresia thijs tom willem wim wouter"
)
"""Given names that often follow another one without a hyphen, as in `Jan Peter` and `Anne Marie`."""
_TITLES = re.compile(r"(mr|dr|drs|ir|ing|prof|ds|jhr|jkvr|bc)\.?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.)+(?:-?(?:[^\W\d_]{1,3}\.)+)*")
_AFTER = re.compile(r"(jr|sr|jzn|pzn|zn)\.?|II|III|IV|(MA|MSc|BSc|MBA|LLM|PhD|RA|MPA)", re.IGNORECASE)
_JOINED_PREFIX = re.compile(r"(['’`]s-|['’`]t-|d['’`])(?=\w)", re.IGNORECASE)
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


def folded(text: str) -> str:
    """A text as lists compare it: small letters without accents and marks; `ij` is an i and a j, as in dictionaries."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return " ".join(
        "".join(" " if character in "-–—/." else character for character in letters if _counts(character)).split()
    )


def _counts(character: str) -> bool:
    return character.isalnum() or character.isspace() or character in "-–—/."


def sort_key(person: Person) -> SortKey:
    """The place of a person in a list: by surname without tussenvoegsel, then by initials or given names.

    A sort name says it all by itself: `Dam, Maria de Boer van`.
    """
    surname, _, given = (person.sort_name or "").partition(",")
    if not surname.strip():
        return (*_parts(person.name), person.name, person.id)
    return folded(surname), folded(given), "", "", person.name, person.id


def name_key(body: Organisation) -> SortKey:
    """The place of an organisation in a list."""
    return folded(body.name), body.name, body.id


def _parts(name: str) -> tuple[str, str, str, str]:
    """Surname, given names, tussenvoegsel and what stands behind the name."""
    turned = re.fullmatch(r"([^,]+),\s*(.+)", name)
    if turned and not all(_AFTER.fullmatch(word) for word in turned[2].split()):
        return folded(turned[1]), folded(turned[2]), "", ""
    words = re.sub(r"\s+-\s*|\s*-\s+", "-", name.replace(",", " ").replace("’", "'").replace("`", "'")).split()
    bare = [word for word in words if not word.startswith("(")]
    given = list(takewhile(_TITLES.fullmatch, bare))
    rest = bare[len(given) :] or bare
    behind = [word for word in rest[2:] if _AFTER.fullmatch(word)]
    rest = [word for word in rest if word not in behind]
    start = _surname_at(rest)
    between = list(takewhile(_is_prefix, rest[start:-1]))
    surname = _JOINED_PREFIX.sub("", " ".join(rest[start + len(between) :]), count=1)
    return folded(surname), folded(" ".join(rest[:start])), folded(" ".join(between)), folded(" ".join(behind))


def _surname_at(words: list[str]) -> int:
    """Where the surname begins, with its tussenvoegsel: after the given names, or at the first tussenvoegsel."""
    if len(words) == 1 or _is_prefix(words[0]):
        return 0
    for index, word in enumerate(words[1:-1], 1):
        if "-" in word and _is_prefix(word.rpartition("-")[2]):
            break
        if _is_prefix(word):
            return index
    initials = len(list(takewhile(_INITIALS.fullmatch, words[:-1])))
    if initials:
        return initials
    more = takewhile(lambda word: folded(word) in _SECOND_GIVEN_NAMES or _INITIALS.fullmatch(word), words[1:-1])
    return 1 + len(list(more))


def _is_prefix(word: str) -> bool:
    small = word.lower()
    return small in (_PREFIXES if word == small else _ALSO_WITH_A_CAPITAL)


def sort_day(
    when: PartialDate | None, not_before: PartialDate | None = None, not_after: PartialDate | None = None
) -> date:
    """The day by which something of uncertain date is put in order."""
    known = when or not_before or not_after
    return known.earliest if known else date.min
