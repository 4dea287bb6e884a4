"""What a number in another form than ours seems to say: its digits, and the words around them."""

from __future__ import annotations

import re
from decimal import Decimal

from lrt_site.frozen import dataclass

_NONE = re.compile(
    r"[-–—−.?x*/]*|n\.?v\.?t\.?|n\.?b\.?|n\.?n\.?b\.?|n\.?t\.?b\.?|p\.?m\.?|n/?a|#(n/b|n/a|nb|deel/0!?|waarde!?|verw!?|ref!?|"
    r"div/0!?|value!?|naam\??|name\??|getal!?|num!?|null!?|leeg!?)|(nog )?(niet |on)bekend|geheim|vertrouwelijk|leeg|"
    r"niet (vermeld|beschikbaar|geteld)|volgt|todo|nan|null|none",
    re.IGNORECASE,
)
_SIGNS = {"±": "circa", "~": "circa", "≈": "circa", ">": "meer dan", "<": "minder dan", "≥": "ten minste",
          ">=": "ten minste", "≤": "ten hoogste", "<=": "ten hoogste", "ca": "circa", "c.a": "circa"}  # fmt: skip
_EXACTLY = (
    r"circa|ca\.?|c\.a\.?|ongeveer|ruim|bijna|rond(?: de)?|zo'?n|om en nabij|meer dan|minder dan|ten minste|tenminste|"
    r"minstens|minimaal|maximaal|ten hoogste|hooguit|hoogstens|krap|net geen|iets meer dan|iets minder dan|"
    r"ruwweg|naar schatting|geschat|boven de|onder de|tot|[±~≈<>≥≤]=?"
)
_TIMES = {"duizend": 3, "dzd": 3, "k": 3, "miljoen": 6, "mln": 6, "m": 6, "miljard": 9, "mld": 9}
_UNITS = {"%": "procent", "‰": "promille", "€": "euro", "eur": "euro", "pct": "procent", "perc": "procent"}
_IN_WORDS = (
    *(
        "nul",
        "een",
        "twee",
        "drie",
        "vier",
        "vijf",
        "zes",
        "zeven",
        "acht",
        "negen",
        "tien",
        "elf",
        "twaalf",
        "dertien",
    ),
    *("veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"),
)
_PARTS = {"een half": "0.5", "half": "0.5", "anderhalf": "1.5", "een": "1", "één": "1", "een kwart": "0.25"}
_LONGEST = 15


@dataclass(frozen=True, slots=True)
class NumberMeant:
    """What a text seems to say of a number."""

    digits: str = ""
    """The number as we write it, with a comma before decimals; empty where it is not clear."""
    qualifier: str = ""
    """The word that tells how exact it is."""
    unit: str = ""
    """What is counted."""
    is_none: bool = False
    """Whether it says that there is no number."""
    several: tuple[str, str] | None = None
    """Two numbers, where it gives a range."""
    rest: str = ""
    """What stands behind it and is no unit."""
    or_more: bool = False
    """Whether a sign says that it may be more."""


def number_meant(text: str) -> NumberMeant:
    """What a text that is no number of ours seems to say."""
    given = re.sub("[\u00a0\u2007\u202f\\s]+", " ", text).strip(" \"“”'‘’`")
    if _NONE.fullmatch(given):
        return NumberMeant(is_none=True)
    if found := re.fullmatch(r"(?:tussen )?(.*[0-9]) ?(?:-|–|/|tot|en|à|t/m|tot en met) ?([0-9].*)", given):
        ends = tuple(number_meant(end).digits for end in found.groups())
        if all(ends) and len(ends) == 2:
            return NumberMeant(several=(ends[0], ends[1]))
    unit, given = _unit_before(given)
    exactly = re.match(rf"({_EXACTLY})\s*(?=[0-9€a-zé-])", given, re.IGNORECASE)
    word = exactly[1].casefold() if exactly else ""
    behind, given = _unit_before(given[exactly.end() :] if exactly else given)
    or_more = bool(re.search(r"[0-9] ?\+$", given))
    digits, rest = _counted(given.rstrip("+ ").removeprefix("+"))
    is_unit = bool(re.fullmatch(r"[^\W\d_][^\d]*|[%‰€]", rest))
    unit = unit or behind or (_UNITS.get(rest.casefold().rstrip("."), rest) if is_unit else "")
    perhaps = unit == "procent" and re.search(r"\.[0-9]{3}\b", given)
    if not digits or perhaps or re.search("[0-9]|^,$", rest):
        return NumberMeant()
    remark = "" if is_unit else rest.strip(".;:* ")
    return NumberMeant(digits, _SIGNS.get(word.rstrip("."), word), unit, rest=remark, or_more=or_more)


def _unit_before(text: str) -> tuple[str, str]:
    found = re.match(r"(€|eur\b|euro\b)\s*", text, re.IGNORECASE)
    return ("euro", text[found.end() :]) if found else ("", text)


def _counted(text: str) -> tuple[str, str]:
    """The number with which a text begins, and what stands behind it."""
    text = re.sub(r"(?<=[0-9])[oO](?=[0-9.,]|\b)", "0", text)
    found = re.match(r"[-−]?[0-9](?:[0-9.,'’ ]*[0-9])?(?:e\+?[0-9]+)?", text, re.IGNORECASE)
    if not found:
        return _in_words(text)
    bare = _in_digits(found[0].replace("−", "-"))
    rest = re.sub(r"^,(?:-|–|=)+", "", text[found.end() :]).strip()
    times = re.match(rf"({'|'.join(sorted(_TIMES, key=len, reverse=True))})\b\.?\s*", rest, re.IGNORECASE)
    if bare and times:
        return _times(Decimal(bare.replace(",", ".")), _TIMES[times[1].casefold()]), rest[times.end() :]
    return bare, rest


def _in_digits(text: str) -> str:
    """`580.000,5`, `580 000`, `1'200'000` and `5,8E+05` as we write them; nothing where a point can mean two things."""
    if found := re.fullmatch(r"(-?[0-9]+(?:[.,][0-9]+)?)e\+?([0-9]{1,2})", text, re.IGNORECASE):
        return _times(Decimal(found[1].replace(",", ".")), int(found[2]))
    for group, sign in ((r"[. '’]", ","), (",", r"\.")):
        if found := re.fullmatch(rf"(-?[0-9]{{1,3}}(?:{group}[0-9]{{3}})+)(?:{sign}([0-9]{{1,9}}))?", text):
            return ",".join(filter(None, (re.sub("[^0-9-]", "", found[1]), found[2])))
    if found := re.fullmatch(r"(-?)0*([0-9]{1,15})(?:[.,]([0-9]{1,9}))?", text):
        return found[1] + ",".join(filter(None, (found[2], found[3])))
    return ""


def _in_words(text: str) -> tuple[str, str]:
    words = text.casefold().replace("één", "een")
    if found := re.fullmatch(
        rf"({'|'.join(sorted(_PARTS, key=len, reverse=True))}) (miljoen|miljard|duizend)(?: (.+))?", words
    ):
        return _times(Decimal(_PARTS[found[1]]), _TIMES[found[2]]), found[3] or ""
    first, _, rest = words.partition(" ")
    return (str(_IN_WORDS.index(first)), rest) if first in _IN_WORDS else ("", text)


def _times(number: Decimal, zeros: int) -> str:
    whole = f"{number.scaleb(zeros):f}"
    bare = whole.rstrip("0").rstrip(".") if "." in whole else whole
    return bare.replace(".", ",") if len(bare) <= _LONGEST else ""
