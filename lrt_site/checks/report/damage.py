"""Letters that a program spoiled on the way, and signs that nobody sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lrt_site.checks.report.slips import Slip, slip
from lrt_site.checks.spots import Mend
from lrt_site.problems import quoted
from lrt_site.unseen import TURNING, name_of

_FOLLOWING = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_SPOILT = rf"[ÂÃÄÅ][{re.escape(_FOLLOWING)}]|[âï][{re.escape(_FOLLOWING)}]{{2}}|Ã (?=\w|$)"
"""A letter as it looks when its UTF-8 was read as Windows-1252."""
SPOILT = ("Â", "Ã", "Ä", "Å", "â", "ï", "?")
UNSEEN = tuple("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufe0e") + tuple(
    map(chr, (*range(0x202A, 0x202F), *range(0x2061, 0x2066), *range(0xFB00, 0xFB07)))
)
_MARKS = ",.;:()"
_READABLE = "[\u00a0-\u024f\u2010-\u2044\u20ac\u2122\ufb01\ufb02]"
_LOST = r"(?<![\w/&=.:?#-])[^\W\d_]{2,}\?[^\W\d_A-Z]{2,}(?![\w/=?&])"
_WITHOUT_WIDTH = "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0e]"
_JOINED = "[\ufb00-\ufb06]"


def letters_are_whole(text: str) -> Iterator[Slip]:
    """No letter with an accent became two other letters, or a question mark."""
    found = [match for match in re.finditer(_SPOILT, text) if _repaired(match[0]) != match[0]]
    if found:
        start, end = _word(text, found[0].start(), found[0].end())
        word = text[start:end].strip(_MARKS)
        more = f" Zo staat het er nog {len(found) - 1} keer." if len(found) > 1 else ""
        message = (
            f"{quoted(word)} is verminkt: het bestand is met een verkeerde codering geopend. "
            f"Schrijf {quoted(repaired(word))}.{more}"
        )
        first, last = found[0].start(), found[-1].end()
        yield Slip(first, "mojibake", message, start, end, Mend(first, last, repaired(text[first:last])))
    for lost in re.finditer(_LOST, text) if "?" in text else ():
        message = (
            f"In {quoted(lost[0])} staat een vraagteken waar een letter hoort, vaak een met een accent. "
            "Typ die letter opnieuw. Is het een vraag? Zet dan een spatie achter het vraagteken."
        )
        yield slip(text.index("?", lost.start()), lost.end(), "mojibake", message, lost.start())


def signs_can_be_seen(text: str) -> Iterator[Slip]:
    """No sign hides in a word, joins two letters into one, or turns the words around it."""
    hidden = [match.start() for match in re.finditer(_WITHOUT_WIDTH, text) if _is_unwanted(text, match.start())]
    hidden += [match.start() for match in re.finditer(_JOINED, text)]
    for turning in (True, False):
        some = [at for at in hidden if (text[at] in TURNING) == turning]
        if some:
            yield _hiding(text, sorted(some), turning=turning)


def _hiding(text: str, places: list[int], *, turning: bool) -> Slip:
    at, times = places[0], len(places)
    start, end = _word(text, at, at + 1)
    clear = re.sub(_WITHOUT_WIDTH, "", unicodedata.normalize("NFKC", text[start:end])).strip(_MARKS)
    sign = text[at]
    what = f"teken '{sign}' (U+{ord(sign):04X}) waar losse letters horen" if re.match(_JOINED, sign) else name_of(sign)
    why = "de lezer leest dan iets anders dan er staat" if turning else "zoeken vindt het woord zo niet"
    more = f" Zo staat het er nog {times - 1} keer." if times > 1 else ""
    message = f"Hier staat een {what}; {why}. Schrijf {quoted(clear)}, opnieuw getypt.{more}"
    if not clear:
        message = f"Hier staat een {what}; {why}. Haal het weg.{more}"
    typed = {place: re.sub(_WITHOUT_WIDTH, "", unicodedata.normalize("NFKC", text[place])) for place in places}
    right = "".join(typed.get(place, text[place]) for place in range(at, places[-1] + 1))
    code = "control-character" if turning else "unseen-sign"
    return Slip(at, code, message, at, at + 1, Mend(at, places[-1] + 1, right))


def _is_unwanted(text: str, at: int) -> bool:
    """Whether a sign stands where it does nothing: not in an emoji, nor in letters that are joined by it."""
    sign = text[at]
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return sign not in "\u200c\u200d\ufe0e" or all(ord(other) < 0x250 for other in beside)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around a place."""
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end


def _repaired(spoilt: str) -> str:
    if spoilt == "Ã ":
        return "à"
    given = b"".join(sign.encode("cp1252", "ignore") or bytes([ord(sign) & 0xFF]) for sign in spoilt)
    try:
        letter = given.decode()
    except UnicodeDecodeError:
        return spoilt
    return letter if re.fullmatch(_READABLE, letter) else spoilt


def repaired(text: str) -> str:
    """A text of which the letters were read in a wrong encoding, once or twice, as it was."""
    for _ in range(2):
        text = re.sub(_SPOILT, lambda found: _repaired(found[0]), text)
    return text
