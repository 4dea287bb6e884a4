"""Signs that a reader does not see: what they are called, and texts that differ in nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from functools import lru_cache

_NAMES = {
    "\u00a0": "vaste spatie",
    "\u00ad": "zacht afbreekteken",
    "\u034f": "onzichtbaar verbindingsteken",
    "\u061c": "Arabisch richtingsteken",
    "\u2007": "spatie zo breed als een cijfer",
    "\u200b": "spatie zonder breedte",
    "\u200c": "scheidingsteken zonder breedte",
    "\u200d": "verbindingsteken zonder breedte",
    "\u200e": "richtingsteken van links naar rechts",
    "\u200f": "richtingsteken van rechts naar links",
    "\u202f": "smalle vaste spatie",
    "\u2060": "woordverbinder zonder breedte",
    "\ufeff": "bytevolgordeteken",
}
_SHOWN = 20
"""The number of characters of a word that are shown before the place of a character in it."""
_HARMLESS = frozenset("\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff")
"""Signs without width that change nothing of the letters and characters around them, in a text of Latin letters."""
TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BESIDES = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2028\u2029\u3164\uffa0")
"""Signs that show nothing although their category says otherwise."""


@lru_cache(maxsize=4096)
def is_unseen(character: str) -> bool:
    """Whether a character shows nothing by itself, or shows as a common space, or as whatever a font makes of it."""
    category = unicodedata.category(character)
    return (
        category in ("Cf", "Co", "Cn")
        or (category == "Zs" and character != " ")
        or (category == "Cc" and character not in "\t\n\r")
        or character in _BESIDES
        or "variation selector" in unicodedata.name(character, "").lower()
    )


def name_of(character: str) -> str:
    """A character by name and number: `zacht afbreekteken (U+00AD)`."""
    return f"{_name(character) or 'onzichtbaar teken'} (U+{ord(character):04X})"


def _name(character: str) -> str:
    category = unicodedata.category(character)
    return _NAMES.get(character) or (
        "richtingsteken"
        if character in TURNING
        else "teken voor eigen gebruik"
        if category == "Co"
        else "bijzondere spatie"
        if _is_space(character)
        else ""
    )


def first_unseen(text: str) -> int | None:
    """Where in a text the first unseen character stands, from 0."""
    return (
        None if text.isascii() else next((place for place, character in enumerate(text) if is_unseen(character)), None)
    )


def unseen_here(character: str) -> str:
    """That an unseen character stands where it cannot, as a Dutch sentence."""
    instead = ", of typ een gewone spatie" if _is_space(character) else ""
    return f"Hier staat een {_number(character)}. Haal het weg{instead}."


def unseen_in(word: str) -> str:
    """The first unseen character in a word that is refused, and where it stands, in Dutch; empty without one."""
    place = first_unseen(word)
    if place is None:
        return ""
    before, after = seen(word[:place]).strip(), seen(word[place:]).strip()
    last = before if len(before) <= _SHOWN else f"…{before[-_SHOWN:]}"
    where = f"achter '{last}'" if before and after else "aan het eind" if before else "vooraan"
    instead = ", of typ een gewone spatie" if _is_space(word[place]) and before and after else ""
    return f"Hierin staat een {_number(word[place])}, {where}. Haal het weg{instead}."


def _number(character: str) -> str:
    """A character by number and name: `onzichtbaar teken U+00AD (zacht afbreekteken)`."""
    name = _name(character)
    return f"onzichtbaar teken U+{ord(character):04X}" + (f" ({name})" if name else "")


def _is_space(character: str) -> bool:
    return unicodedata.category(character) == "Zs"


def seen(text: str) -> str:
    """What is left of a text without unseen characters. Special spaces become common ones, letters have one form."""
    return text if text.isascii() else _without(text, lambda _: True)


def settled(text: str) -> str:
    """The same, but with the characters that can turn or replace what is seen around them."""
    if text.isascii():
        return text
    latin = all(
        ord(character) < 0x250 or 0x2000 <= ord(character) < 0x2070 or character in "€\ufeff" or is_unseen(character)
        for character in text
    )
    return _without(text, lambda character: latin and character in _HARMLESS)


def _without(text: str, leaves: Callable[[str], bool]) -> str:
    signs = {ord(sign): " " if _is_space(sign) else "" for sign in set(text) if is_unseen(sign)}
    kept = {sign for sign, instead in signs.items() if not instead and not leaves(chr(sign))}
    return unicodedata.normalize("NFC", text.translate({sign: signs[sign] for sign in signs.keys() - kept}))


def changed_unseen(before: str, after: str) -> str:
    """What changed where texts differ in unseen characters alone, as words; empty where they differ in more, or not.

    `zacht afbreekteken (U+00AD) vervallen`.
    """
    if before == after or _squeezed(seen(before)) != _squeezed(seen(after)):
        return ""
    old, new = (Counter(filter(is_unseen, text)) for text in (before, after))
    went, came = sorted(old - new), sorted(new - old)
    told = [
        f"{' en '.join(map(name_of, characters))} {what}"
        for characters, what in ((went, "vervallen"), (came, "toegevoegd"))
        if characters
    ]
    if told:
        return ", ".join(told)
    moved = sorted(old)
    return f"{' en '.join(map(name_of, moved))} verplaatst" if moved else "letters met een accent, anders opgeslagen"


def shown(text: str) -> str:
    """A text in which each unseen character is shown by its number: `op[U+00AD]vang`."""
    return "".join(f"[U+{ord(character):04X}]" if is_unseen(character) else character for character in text)


def is_turned(before: str, after: str) -> bool:
    """Whether what changed, where that is unseen, can change what a reader sees of the other characters."""
    return _squeezed(settled(before)) != _squeezed(settled(after))


def _squeezed(text: str) -> str:
    return re.sub(" +", " ", text).strip(" ")
